"""A document understood as a plan: its heading, the rows of its tables, the duties and targets of its running text."""

from knowledge.document import Document, Paragraph
from knowledge.model import Doubt, Heading, Plan
from knowledge.plan.assembly import assemble, doubts_of
from knowledge.plan.linear import read_lines
from knowledge.plan.table import TableReading, read_tables


def understand(document: Document) -> Plan:
    """Everything that is understood of a document; what is not sure is among the doubts, each with its place."""
    heading = Heading()
    tables = read_tables(document.blocks)
    lines = read_lines([b for b in document.blocks if isinstance(b, Paragraph)])
    tasks = assemble((*tables.tasks, *lines.tasks), heading)
    doubts = (*document.doubts, *tables.doubts, *doubts_of(tables.tasks), *_counts(tables))
    return Plan(source=document.source, heading=heading, tasks=tasks, doubts=doubts)


def _counts(tables: TableReading) -> tuple[Doubt, ...]:
    del tables
    return ()

"""A document understood as a plan: its heading, the rows of its tables, the duties and targets of its running text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.document import Document, Paragraph
from knowledge.errors import RefusedError
from knowledge.model import Doubt, Place, Plan, Task, TaskKind
from knowledge.plan.assembly import assemble, date_doubts, doubts_of, year_doubts
from knowledge.plan.cell_labels import parted
from knowledge.plan.draft import RawTask
from knowledge.plan.glossary import glossary, in_short, said_in_tables
from knowledge.plan.joined_units import joined_units
from knowledge.plan.labelled import read_labelled
from knowledge.plan.letterhead import letterhead
from knowledge.plan.linear import read_lines
from knowledge.plan.metadata import heading, plan_starts
from knowledge.plan.outline import passages
from knowledge.plan.part_marks import with_usual_marks
from knowledge.plan.recognised import recognition_doubts
from knowledge.plan.table import read_tables
from knowledge.plan.targets import targets
from knowledge.plan.told_tasks import told_tasks


def understand(document: Document) -> Plan:
    """Everything that is understood of a document; what is not sure is among the doubts, each with its place.

    Raises:
        RefusedError: the document holds more than one plan.
    """
    _check_is_one(document)
    document = with_usual_marks(document)
    head = heading(document)
    tables = read_tables(document.blocks)
    lines = read_lines([block for block in document.blocks if isinstance(block, Paragraph)])
    rest = _without_rows(document, lines.used)
    labelled = read_labelled(rest)
    text = passages(rest, labelled.used)
    rows = (*map(parted, (*tables.tasks, *lines.tasks)), *labelled.tasks)
    said = (*(passage.text for passage in text), *said_in_tables(document.blocks))
    of_rows = tuple(assemble(rows, head, in_short(said)))
    called = {unit for task in of_rows for unit in (*task.lead, *task.coordinate)}
    told = told_tasks(text, head, called, others=None if tables.tasks or lines.tasks else len(rows))
    tasks = _in_order((*told.tasks, *of_rows))
    slips = tuple(recognition_doubts(tasks, head)) if document.recognised else ()
    return Plan(
        source=document.source,
        heading=head,
        tasks=tasks,
        targets=(*targets(text), *tables.targets),
        passages=(*letterhead(document, head, text), *text),
        glossary=glossary((*said, *_words(rows))),
        doubts=(
            *document.doubts,
            *tables.doubts,
            *lines.doubts,
            *labelled.doubts,
            *told.doubts,
            *_nothing(tasks),
            *doubts_of(rows),
            *joined_units(tasks),
            *date_doubts(tasks),
            *year_doubts(tasks),
            *slips,
        ),
    )


def _nothing(tasks: Iterable[Task]) -> Iterator[Doubt]:
    if not any(task.kind is TaskKind.TABLE for task in tasks):
        yield Doubt("Không tìm thấy nhiệm vụ nào trong bảng hoặc danh mục của tệp này")


def _words(rows: Iterable[RawTask]) -> Iterator[str]:
    """The cells of rows: they explain abbreviations as well."""
    return (text for row in rows for text in row.fields.values())


def _without_rows(document: Document, used: frozenset[int]) -> Document:
    """The document without the lines that rows were read from: they are no running text."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    rows = {id(paragraphs[i]) for i in used}
    return replace(document, blocks=tuple(block for block in document.blocks if id(block) not in rows))


def _check_is_one(document: Document) -> None:
    starts = plan_starts(document)
    if len(starts) > 1:
        places = ", ".join(_told(place) for place in starts)
        raise RefusedError(f"{document.source}: tệp chứa {len(starts)} kế hoạch ({places}); hãy tách thành từng tệp")


def _told(place: Place) -> str:
    if place.lines:
        return f"dòng {place.lines[0]}"
    return f"trang {place.page}" if place.page else place.at or "?"


def _in_order(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """Document order where lines tell it; else the running text before the tables, as plans are built."""
    if all(task.place.lines for task in tasks):
        return tuple(sorted(tasks, key=lambda task: task.place.lines or (0, 0)))
    return tasks

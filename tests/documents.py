"""How tests look at a document: each paragraph and each row as one line."""

from knowledge.document import Cell, Cover, Document, Paragraph, Row


def texts(document: Document) -> list[str]:
    """Paragraphs as they are; rows with " | " between cells, "<" and "^" for cells covered from the left or above."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines.extend(row_text(row) for row in block.rows)
    return lines


def row_text(row: Row) -> str:
    """One row as a line."""
    return " | ".join(_cell_text(cell) for cell in row.cells)


def _cell_text(cell: Cell) -> str:
    return {Cover.LEFT: "<", Cover.ABOVE: "^", Cover.OWN: cell.text}[cell.cover]

"""The text of a Word paragraph as a reader sees it on paper.

Deleted text, field codes, notes and hidden text are left out, inserted text is kept, capitals drawn by formatting are
made capitals, text in old fonts is converted, and the number that Word draws before a list item is put back.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.readers.legacy_fonts import from_font, legacy_label
from knowledge.readers.lines import raised
from knowledge.readers.word_styles import Styles
from knowledge.readers.word_xml import MC, Element, W, flag

_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{W}ruby"}
_PICTURES = {f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"}
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


@dataclass(slots=True)
class Noticed:
    """What was left out or changed on the way, to be told as doubts."""

    counts: Counter[str] = field(default_factory=Counter)
    boxes: list[str] = field(default_factory=list)  # the words of text boxes in cells


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one formatting."""

    text: str
    bold: bool


def runs(paragraph: Element, styles: Styles, noticed: Noticed) -> Iterator[Run]:
    """The visible runs of a paragraph in order."""
    style = styles.of(paragraph)
    for run in _run_elements(paragraph, noticed):
        properties = run.find(f"{W}rPr")
        if flag(properties, "vanish"):
            noticed.counts["hidden"] += 1
            continue
        text = _run_text(run, noticed)
        font = styles.font(properties, style)
        if (label := legacy_label(font)) and (changed := from_font(text, font)) != text:
            noticed.counts[label] += 1
            text = changed
        text = raised(text) if _is_raised(properties) else text
        if flag(properties, "caps", default=style.caps):
            text = text.upper()
        yield Run(text, flag(properties, "b", default=style.bold))


def _is_raised(properties: Element | None) -> bool:
    aligned = properties.find(f"{W}vertAlign") if properties is not None else None
    return aligned is not None and aligned.get(f"{W}val") == "superscript"


def _run_elements(element: Element, noticed: Noticed) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag in _SKIPPED:
            if child.tag in {f"{W}del", f"{W}moveFrom"}:
                noticed.counts["changes"] += 1
        elif isinstance(child.tag, str) and child.tag not in _PICTURES:
            if child.tag == f"{W}ins":
                noticed.counts["changes"] += 1
            yield from _run_elements(child, noticed)


def _run_text(run: Element, noticed: Noticed) -> str:
    parts = []
    for child in run:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            page = child.get(f"{W}type") in {"page", "column"}
            parts.append("" if page else _BREAKS[child.tag])
        elif child.tag in _NOTES:
            noticed.counts["notes"] += 1
    return "".join(parts)

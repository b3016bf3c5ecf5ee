"""What the styles of a Word file say of a paragraph: bold, capitals, font, heading level, list."""

import re
from dataclasses import dataclass, replace

from knowledge.readers.word_xml import Element, W, flag, value, whole

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits.

    Args:
        level: heading level, 1 is outermost, None for body text.
        listed: (list id, depth) where the style numbers its paragraphs.
        contents: True for the lines of a table of contents.
    """

    bold: bool = False
    caps: bool = False
    font: str | None = None
    level: int | None = None
    listed: tuple[str, int] | None = None
    contents: bool = False


class Styles:
    """The styles of a document by their ids, resolved once each."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._elements = {style.get(f"{W}styleId"): style for style in found}
        self._default = next((s.get(f"{W}styleId") for s in found if _is_default(s)), None)
        self._resolved: dict[str | None, Style] = {}

    def of(self, paragraph: Element) -> Style:
        """The style of a paragraph."""
        return self._resolve(value(paragraph, "pPr/pStyle") or self._default, ())

    @staticmethod
    def font(properties: Element | None, style: Style) -> str | None:
        """The font of a run."""
        return _font(properties) or style.font

    def _resolve(self, name: str | None, seen: tuple[str, ...]) -> Style:
        if name in self._resolved:
            return self._resolved[name]
        element = self._elements.get(name)
        if element is None or name is None or name in seen:
            return Style()
        based = value(element, "basedOn")
        base = Style() if based is None else self._resolve(based, (*seen, name))
        self._resolved[name] = _own(element, base)
        return self._resolved[name]


def outline_level(properties: Element | None) -> int | None:
    """The heading level that paragraph properties set, 1 is outermost."""
    depth = whole(value(properties, "outlineLvl"), 9)
    return depth + 1 if depth < 9 else None


def list_of(properties: Element | None) -> tuple[str, int] | None:
    """(list id, depth) that paragraph properties set; list "0" takes a paragraph out of its style's list."""
    number = value(properties, "numPr/numId")
    return None if number is None else (number, whole(value(properties, "numPr/ilvl"), 0, most=8))


def _own(element: Element, base: Style) -> Style:
    runs, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    label = value(element, "name") or ""
    heading = _HEADING.fullmatch(label)
    return replace(
        base,
        bold=flag(runs, "b", default=base.bold),
        caps=flag(runs, "caps", default=base.caps),
        font=_font(runs) or base.font,
        level=outline_level(paragraph) or (int(heading[1]) if heading else base.level),
        listed=list_of(paragraph) or base.listed,
        contents=base.contents or label.lower().startswith("toc "),
    )


def _font(properties: Element | None) -> str | None:
    element = None if properties is None else properties.find(f"{W}rFonts")
    return None if element is None else element.get(f"{W}ascii") or element.get(f"{W}hAnsi")


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}

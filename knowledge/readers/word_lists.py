"""The numbers that Word draws before list items ("1.", "a)", "-"), counted as Word counts them.

The file only says which list and depth an item has; the text of its number stands nowhere. A plan whose STT column or
headings are numbered automatically would lose them without this.
"""

from knowledge.language.numerals import roman
from knowledge.readers.word_xml import Element, W, value, whole

_BULLETS = "-–—+*•"


class Lists:
    """The lists of a document with their running counts."""

    def __init__(self, root: Element | None) -> None:
        abstract = {} if root is None else {a.get(f"{W}abstractNumId"): a for a in root.findall(f"{W}abstractNum")}
        self._kind: dict[str, str] = {}
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, list[int | None]] = {}
        for number in [] if root is None else root.findall(f"{W}num"):
            self._add(number, abstract)

    def label(self, listed: tuple[str, int] | None) -> str:
        """The number of the next item of a list at a depth; empty where it has none."""
        if listed is None or listed[0] not in self._kind:
            return ""
        name, depth = listed
        levels = self._levels[name]
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(self._kind[name], [None] * 9)
        count = counts[depth]
        counts[depth] = _start(levels[depth]) if count is None else count + 1
        counts[depth + 1 :] = [None] * (8 - depth)
        return _drawn(levels, depth, counts)

    def _add(self, number: Element, abstract: dict[str | None, Element]) -> None:
        name = number.get(f"{W}numId")
        kind = value(number, "abstractNumId")
        if name is None or kind not in abstract:
            return
        self._levels[name] = _levels_of(abstract[kind])
        overrides = number.findall(f"{W}lvlOverride")
        for override in overrides:
            self._override(name, override)
        restarts = any(o.find(f"{W}startOverride") is not None for o in overrides)
        self._kind[name] = f"num {name}" if restarts else f"abstract {kind}"

    def _override(self, name: str, override: Element) -> None:
        depth = whole(override.get(f"{W}ilvl"), 0)
        if (level := override.find(f"{W}lvl")) is not None:
            self._levels[name][depth] = level


def _levels_of(abstract: Element) -> dict[int, Element]:
    return {whole(level.get(f"{W}ilvl"), 0): level for level in abstract.findall(f"{W}lvl")}


def _drawn(levels: dict[int, Element], depth: int, counts: list[int | None]) -> str:
    text = value(levels[depth], "lvlText") or ""
    if value(levels[depth], "numFmt") == "bullet":
        return text if text in _BULLETS and text else "-"
    for upper in range(depth + 1):
        level = levels.get(upper)
        if level is not None and f"%{upper + 1}" in text:
            count = counts[upper]
            number = _start(level) if count is None else count
            text = text.replace(f"%{upper + 1}", in_format(number, value(level, "numFmt") or "decimal"))
    return text.strip()


def in_format(number: int, form: str) -> str:
    """A count in one of Word's number formats."""
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"}:
        return roman(number).lower() if form == "lowerRoman" else roman(number)
    if form == "none":
        return ""
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _start(level: Element) -> int:
    return whole(value(level, "start"), 1)

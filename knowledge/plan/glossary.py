"""Abbreviations that a document explains itself: "thủ tục hành chính (TTHC)", "sau đây gọi tắt là …".

Legends explain the units that cells name in short ("VP: Văn phòng; KT: Phòng Kinh tế"): these are read in full.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from knowledge.document import Block, Cover, Table
from knowledge.language.initials import initials
from knowledge.language.text import UPPER, folded
from knowledge.plan.columns import flat
from knowledge.plan.parts_taken import role_of_mark
from knowledge.units.name_words import starts_with_head

_SHORT = r"[\"“”']?(?P<short>[^\W\d_][\w&\-./ ]{0,38}?)[\"“”']?\s*"
_BRACKETS = re.compile(rf"\(\s*(?:(?:sau đây|dưới đây)?\s*(?:gọi|viết)\s*(?:tắt|chung)\s*(?:là|:)\s*)?{_SHORT}\)")
_CALLED = re.compile(rf"[,(]?\s*(?:sau đây|dưới đây)?\s*(?:được )?(?:gọi|viết)\s*tắt\s*(?:là|:)\s*{_SHORT}(?=[).,;]|$)")
# "sau đây gọi là QLVB" explains short forms only: "sau đây gọi là Kế hoạch" would give a plain word another meaning.
_NAMED = re.compile(
    rf"[,(]\s*(?:sau đây|dưới đây|từ đây) (?:được )?(?:gọi|viết)(?: chung)?\s*(?:là|:)\s*{_SHORT}(?=[).,;]|$)"
)
# "… được viết tắt như sau: Đoàn Thanh niên phường (ĐTN), …": each thing of the list has its own short form behind it.
_LISTED = re.compile(r"(?:gọi|viết) tắt\s*(?:như sau|sau đây|gồm|là)?\s*:\s*(?P<list>.+)", re.DOTALL)
_OF_LIST = re.compile(r"\s*(?P<long>[^;:()]{4,150}?)\s*\((?P<short>[^\W\d_][\w&\-./]{1,14})\)\s*(?:[,;.]|và\b|$)")
# "VP: Văn phòng HĐND và UBND; KT - Phòng Kinh tế": what legends tell, one behind the other or one a line.
_LETTERS = rf"[{UPPER}](?:[{UPPER}\d&\-./]|\s(?=[{UPPER}]{{2}})){{0,12}}[{UPPER}\d]"
_TELLS = r"\s*(?:[:=→]|[-–—]\s|(?:viết tắt )?(?:là|của)\b)\s*"
_IN_SHORT = re.compile(
    rf"(?<![\w/&-])(?P<short>{_LETTERS})(?P<tells>{_TELLS})(?P<long>[^;:=()\n]{{4,90}}?)\s*"
    rf"(?=[;\n()]|\.\s|\.?$|,?\s+(?:và\s+)?{_LETTERS}{_TELLS})"
)
_SURE = 2  # entries of a legend that explain each other: then no letters have to agree
_LINKS = {"va", "cua", "cho", "ve", "cac", "-"}


def glossary(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(short, long) in the order of their first explanation; the first one counts."""
    found: dict[str, str] = {}
    read = [*texts]
    for text in read:
        for pattern in (_BRACKETS, _CALLED, _NAMED):
            for match in pattern.finditer(text):
                short = match["short"].strip()
                long = _explained(short, text[: match.start()], called="tắt" in match[0])
                if long:
                    found.setdefault(short, long)
    for short, long in in_short(read).items():
        found.setdefault(short, long)
    return tuple(found.items())


def _listed(text: str) -> Iterator[tuple[str, str]]:
    """What lists of short forms explain."""
    if listed := _LISTED.search(text):
        yield from ((match["short"], match["long"]) for match in _OF_LIST.finditer(listed["list"]))


def in_short(texts: Iterable[str]) -> dict[str, str]:
    """What the legends among some texts say of short forms, most of them units: what each stands for in a cell."""
    found: dict[str, str] = {}
    for text in _whole(texts):
        for short, long in (*_listed(text), *_told(text)):
            found.setdefault(short, long)
    return found


def said_in_tables(blocks: Iterable[Block]) -> Iterator[str]:
    """The rows of tables that say one thing, as notes below the rows do, and the lines of a table of short forms."""
    for table in blocks:
        if not isinstance(table, Table):
            continue
        said = [
            [flat(cell) for cell in row.cells if cell.cover is Cover.OWN and cell.text.strip()] for row in table.rows
        ]
        yield from (texts[0] for texts in said if len(texts) == 1)
        if said and any(map(_NAMES_SHORT.search, said[0])):
            yield "\n".join(f"{texts[-2]}: {texts[-1]}" for texts in said if 1 < len(texts) <= _ENTRY)


_NAMES_SHORT = re.compile(r"(?:viết tắt|ký hiệu|mã)\b", re.IGNORECASE)
_ENTRY = 3  # cells: the number of the line, the short form, what it stands for


def _whole(texts: Iterable[str]) -> Iterator[str]:
    """The texts, with the lines of a legend that has one line for each short form put together."""
    for alone, run in groupby(texts, lambda text: _IN_SHORT.fullmatch(_BULLET.sub("", text)) is not None):
        if alone:
            yield "\n".join(_BULLET.sub("", text) for text in run)
        else:
            yield from run


_BULLET = re.compile(r"^\s*(?:[-–+*•●▪]|\d{1,2}[.)])\s*")


def _told(text: str) -> Iterator[tuple[str, str]]:
    """The entries of a legend; a unit's short form takes its letters from the unit's name.

    Where two do so, the text is a legend: it may also call a unit by other letters, and anything else by its own.
    """
    found = [(m["short"], m["long"].strip(" .,"), m["tells"].strip()) for m in _IN_SHORT.finditer(text)]
    told = [entry for entry in found if role_of_mark(entry[0]) is None]
    sure = [entry for entry in told if starts_with_head(entry[1]) and _takes_letters(entry[0], entry[1])]
    legend = len(sure) >= _SURE
    for entry in told:
        short, long, tells = entry
        named = starts_with_head(long) or (long[0].isupper() and _takes_letters(short, long))
        if (entry in sure and tells in {":", "=", "→"}) or (legend and named):
            yield short, long


def in_full(cell: str, legend: Mapping[str, str]) -> str:
    """A cell of units with those in full that it names as a legend has them in short."""
    pieces = [cell] if cell.strip() in legend else _MARKS.split(cell)
    for at in range(0, len(pieces), 2):
        named = _NAMED_ALONE.fullmatch(pieces[at])
        if named and named["short"] in legend:
            pieces[at] = f"{legend[named['short']]}{named['beside'] or ''}"
            pieces[at - 1 : at] = [";\n"] if at else []
            pieces[at + 1 : at + 2] = [";\n"] if at + 1 < len(pieces) else []
    return "".join(pieces)


# Between units: no name goes on from one that is told in full to the next.
_MARKS = re.compile(r"(\s*[,;\n+]\s*|\s+(?:và|&|/)\s+|(?<=[A-ZĐ])/(?=[A-ZĐ]))")
_NAMED_ALONE = re.compile(r"\W*(?P<short>[^()]+?)(?P<beside>\s*\([^()]*\))?[\s.:]*")


def _takes_letters(short: str, long: str) -> bool:
    """Whether the letters of a short form begin words of the long one, in their order."""
    letters = iter(initials(long.split()))
    return all(letter in letters for letter in folded(short) if letter.isalpha())


def _explained(short: str, before: str, *, called: bool) -> str | None:
    """The words before that the short form stands for: as many as give its letters, or the whole phrase."""
    letters = "".join(c for c in folded(short) if c.isalnum())
    if not called and not (short.isupper() and 2 <= len(letters) <= 12) and not re.search(r"[A-ZĐ]{2}", short):
        return None
    phrase = re.split(r"[.;:,()](?=\s|$)", before)[-1].split()
    # unless it is said in so many words, the words have to give the letters
    for count in range(2, min(len(phrase), 2 * len(letters) + 4) + 1):
        words = phrase[-count:]
        if letters in (initials(words, _LINKS), initials(words)):
            return " ".join(words)
    joined = re.split(r"[.;:()](?=\s|$)", before)[-1].split()
    for count in range(2, min(len(joined), 2 * len(letters) + 6) + 1):
        if initials(joined[-count:], _LINKS) == letters:
            return " ".join(joined[-count:])
    return " ".join(phrase[-12:]) if called and len(phrase) > 1 else None

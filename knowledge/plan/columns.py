"""What a column holds, told by the meaning of its name (`data/headers.tsv`) and not by one wording."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz import fuzz

from knowledge.data import records
from knowledge.document import Cell
from knowledge.language.text import folded, nfc
from knowledge.units.name_words import starts_with_head

LONGEST = 90  # characters of a header cell: it says a few words; a cell of a row says sentences
SLIP = 86  # of 100: "Thoi gian hoan thanh" read as "Thol gian hoan thành"
# Columns of a timetable: their cells say which is that of the times.
POINT = re.compile(r"^(?:thu|ngay|gio|buoi)(?:\W+(?:thu|ngay|thang|nam|gio|buoi|hop|lam viec|dien ra))*$")
_DITTO = re.compile(r"^\W*(?:nt|như trên|như mục trên|//|″|\"|”|'')\W*$", re.IGNORECASE)
_CODE = re.compile(r"(?:ma(?: so| hieu)?|so hieu|ky hieu)(?: (.+))?")
_PLACES = re.compile(r"\W+")
_CONCERNED = re.compile(r"\blien quan\b")  # whatever noun of units stands before it: "Bộ phận liên quan"


class Role(StrEnum):
    """What a column holds."""

    STT = "stt"
    GROUP = "group"
    OBJECTIVE = "objective"
    TASK = "task"
    ACTIVITY = "activity"
    RESULT = "result"
    LEAD = "lead"
    COORDINATE = "coordinate"
    TIME = "time"
    BUDGET = "budget"
    STATUS = "status"
    PERSON = "person"
    PART = "part"
    OTHER = "other"


WHAT = (Role.OBJECTIVE, Role.TASK, Role.ACTIVITY)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its printed name, and its name on the second level if it has one."""

    role: Role
    name: str
    sub: str = ""


def flat(cell: Cell) -> str:
    """A cell's words on one line."""
    return nfc(cell.text.replace("\n", " "))


def is_ditto(text: str) -> bool:
    """Whether a text only says that it is as above ("nt", "như mục trên", "//")."""
    return _DITTO.match(text) is not None


def names_chair(name: str) -> bool:
    """Whether a column or label says who chairs in this very word; another ("Thực hiện") says only who does it."""
    return "chu tri" in folded(name)


@cache
def header_words() -> frozenset[str]:
    """Every word that names of columns are made of, without accents."""
    return frozenset(word for _, _, phrase in _phrases() for word in phrase.split()) | {"du", "kien", "va", "cu", "the"}


@lru_cache(maxsize=4096)
def role_of(name: str) -> tuple[Role, int]:
    """What a column of that name holds and how surely (0 for a name that says nothing)."""
    return (Role.LEAD, 2) if helps_in_brackets(name) else _by_words(name)


def helps_in_brackets(name: str) -> bool:
    """Whether a column is of who does it and, in brackets, of who helps ("Đơn vị làm (đơn vị giúp)")."""
    said = _BRACKET.fullmatch(" ".join(name.split()))
    if said is None or _by_words(said["who"])[0] is not Role.LEAD:
        return False
    several = len(said["help"].split()) > _ONE_WORD  # "Đơn vị (phối hợp)" is of those who help alone
    return several and _by_words(said["help"])[0] is Role.COORDINATE


_BRACKET = re.compile(r"(?P<who>[^()]+?) \((?P<help>[^()]+)\)")
_ONE_WORD = 2  # syllables


def _by_words(name: str) -> tuple[Role, int]:
    bare = _PLACES.sub(" ", folded(name)).strip()
    code = _CODE.fullmatch(bare)
    if code or not bare or len(bare) > LONGEST:
        return (_of_code(code[1]), 3) if code else (Role.OTHER, 0)
    found = [(s, -at, len(p), r) for r, s, p in _phrases() if (at := f" {bare} ".find(f" {p} ")) >= 0]
    if not found:
        found = [(s - 1, 0, len(p), r) for r, s, p in _phrases() if len(p) > 5 and _is_slip(p, bare)]
    concerned = _CONCERNED.search(bare) is not None
    if not found:
        return (Role.COORDINATE, 3) if concerned and starts_with_head(name) else (Role.OTHER, 0)
    strength, _, _, role = max(found, key=lambda f: f[:3])
    if role is Role.OTHER and (said := _said_beside(name)):
        return said
    first = any(r is Role.LEAD and not at and s == 1 for s, at, _, r in found)
    return _as_told(role, strength, first=first, concerned=concerned, short=len(bare) <= _SHORT)


_SHORT = 14  # letters of a name that may be of numbers


def _as_told(role: Role, strength: int, *, first: bool, concerned: bool, short: bool) -> tuple[Role, int]:
    """A role with what else its name says.

    Args:
        first: whether the name begins with who has a row.
        concerned: whether it says that somebody only has to do with it.
    """
    if role is Role.LEAD and strength == 1 and concerned:
        return Role.COORDINATE, 3
    if role in WHAT and first:
        return Role.LEAD, 2  # who is given a task ("Đơn vị nhận nhiệm vụ"): the first noun says what a name is of
    return (Role.STT, strength) if role is Role.STT and short else (_unless_stt(role), strength)


def _of_code(of: str | None) -> Role:
    """What a column of codes holds: of rows ("Mã việc"), or of something else ("Mã đơn vị")."""
    return Role.STT if not of or role_of(of)[0] in WHAT else Role.OTHER


def _said_beside(name: str) -> tuple[Role, int] | None:
    """What a part of a list of names says, where the first says nothing ("Đối tượng, nội dung thanh tra")."""
    parts = re.split(r"\s*[,;/]\s*|\s+và\s+", name)
    said = (role_of(part) for part in parts[1:]) if len(parts) > 1 else ()
    return next(((role, strength) for role, strength in said if role is not Role.OTHER), None)


def _unless_stt(role: Role) -> Role:
    return Role.OTHER if role is Role.STT else role


def _is_slip(phrase: str, bare: str) -> bool:
    if abs(len(phrase) - len(bare)) <= 3:
        return fuzz.ratio(phrase, bare) >= SLIP
    return len(bare) > len(phrase) and fuzz.partial_ratio(phrase, bare) >= SLIP


@cache
def _phrases() -> tuple[tuple[Role, int, str], ...]:
    made = ((Role(r), int(s), _PLACES.sub(" ", folded(words)).strip()) for r, s, words in records("headers.tsv"))
    return tuple(made)


def named(name: str, sub: str) -> tuple[Column, int]:
    """The column of a name and of one on the second level, and how surely its words say what it holds."""
    if sub and name != sub:
        role, strength = role_of(sub)
        if strength and role is not Role.OTHER:
            upper, _ = role_of(name)
            keep = upper if upper in {Role.TIME, Role.BUDGET} and strength < 3 else role
            return Column(keep, f"{name} {sub}".strip(), sub), strength
        role, strength = role_of(name)
        if role is Role.LEAD and (part := _PARTS_OF_WHO.get(folded(sub))):
            return Column(part, f"{name} {sub}"), 3
        return Column(role, name or sub, sub), strength
    role, strength = role_of(name)
    return Column(role, name), strength


# Below one name for whoever does it ("Người, bộ phận thực hiện").
_PARTS_OF_WHO = {"chinh": Role.LEAD, "phu": Role.COORDINATE, "phu trach chinh": Role.LEAD, "phu giup": Role.COORDINATE}

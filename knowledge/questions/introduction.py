"""A speaker who tells where they work, and then calls it theirs: "em ở Bộ phận một cửa …, liệt kê các việc bên em".

What is called theirs is the unit that was told, also in a turn before ("em là thợ Đội Cơ điện" | "đội em làm gì").
Somebody who tells it and asks of other things is not read so.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.language.text import first_token, folded, nfc
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import cues_in, plain_phrases, plain_words
from knowledge.questions.named_again import with_unit_named_again
from knowledge.units.mentions import UnitMention, UnitNames
from knowledge.units.name_words import words as unit_words

# "Sở | chủ trì" is of no uncle of the speaker, "chị | Cục …" of no branch office, "còn phòng …" of no child of theirs
_I = r"(?:chung |bon |ben )?(?:toi|tui|em|minh|chau|to|anh|chi(?! cuc\b)|chu(?! tri\b)|bac|con(?= (?:o|lam)\b))"
_WE = r"(?:chung|bon|tui) (?:toi|tui|em|minh|chau|to)"
_HEADS = sorted(unit_words("head") | unit_words("container"), key=len, reverse=True)
_UNIT = rf"(?:{'|'.join((*_HEADS, 'don vi', 'co quan', 'nhom', 'ben', 'phia'))})"
_NO_NAME = r"(?= (?:trong|thang|quy|tuan|nam|de|den|thi|phai|hom|nay|nao|sap|con)\b| *$)"  # "việc của phòng | quý 2"
_TOLD_IN = 9  # words between the speaker and the unit
_SEES = "xem|coi|xin|loc|liet"  # "tôi muốn xem việc của | Phòng A" tells nothing of where they work
_WORD = rf"(?!(?:phong|ban|to|doi|khoa|{_SEES}) )\w+"  # that begins no unit
_TELLS = re.compile(rf"\b{_I}(?: {_WORD}){{1,{_TOLD_IN}}}? $")
_MAY_OWN = re.compile(rf"\w {_I}\b")
_MAY_TELL = re.compile(rf"\b{_I} (?:.* )?(?:la|o|ben|thuoc|tai|lam|cua) ")
_WORKS_AT = re.compile(rf"\b{_I} (?:\w+ ){{0,3}}?(?:o|ben|thuoc|tai|ve) $")
_DOES = re.compile(rf"\b{_I}(?= (?:phai|can|co|duoc|dang|se|lo|lam|chu tri|phoi hop|nop)\b)(?! co (?:biet|hieu|the)\b)")
_IS_CALLED = re.compile(rf"\b{_UNIT} (?P<mine>(?:cua )?{_I} (?:goi )?la )")
_DOING = "(?:lam|lo|chu tri|phai|duoc giao|dung|chiu|phu trach|phoi hop|dam nhan)"
_HERE = re.compile(rf"{_WE}\b|{_I} (?:day|co)\b")  # "Hội Nông dân tỉnh | tụi tôi có nhận …"
_THEIRS = re.compile(rf"\b(?:cua )?{_UNIT} {_I}\b(?! (?:biet|hoi|xem|la|o)\b)|\bcua {_I}\b|\b{_WE}\b")


def with_told_unit(text: str, units: UnitNames) -> str:
    """The text with the unit that its speaker told to be theirs, in the place where they call it so."""
    return _without_mine(_with_told(with_unit_named_again(_named_whole(text, units), units), units), units)


def _named_whole(text: str, units: UnitNames) -> str:
    """The text with the name of a unit in one piece, where its speaker says which it is ("phòng | tui là | Dược")."""
    typed = nfc(text).split()
    for found in _IS_CALLED.finditer(" ".join(bare := _bare(typed))):
        at = " ".join(bare)[: found.start("mine")].count(" ")
        end = at + found["mine"].count(" ")
        named = (unit for unit in _units_in([*bare[:at], *bare[end:]], units) if unit.start < at < unit.end)
        if any(named):
            return " ".join([*typed[:at], *typed[end:]])
    return text


def _bare(typed: Sequence[str]) -> list[str]:
    """The folded words of what was typed, one for each; empty for a sign."""
    return [*map(folded, map(first_token, typed))]


def _ahead(typed: Sequence[str]) -> str:
    """The folded words before a unit, those marked that only look like a speaker ("tổ" for "tớ", "chi" for "chị")."""
    said = [*map(first_token, typed)]
    accented = any(word != folded(word) for word in said)
    other = [(word,) not in plain_phrases("speaker") and folded(word) in plain_words("speaker") for word in said]
    return "".join(f"{folded(word)}{'_' if accented and no else ''} " for word, no in zip(said, other, strict=True))


def _without_mine(text: str, units: UnitNames) -> str:
    """The text without what only says that a unit that is named is the speaker's ("Khoa Dược | mình dính vào …")."""
    typed = nfc(text).split()
    bare = _bare(typed)
    if _MINE.search(" ".join(bare)) is None:
        return text
    ends = {unit.end for unit in _units_in(bare, units) if unit.end - unit.start > 1}
    gone: set[int] = set()
    for at in ends:
        mine = _MINE.match(" ".join(bare[at:]))
        end = at + mine[0].count(" ") + 1 if mine else at
        in_one = typed[at - 1][-1].isalpha() and all(map(str.isalpha, typed[at:end]))
        gone |= set(range(at, end)) if in_one and not _ASKS.match(" ".join(bare[end:])) else set()
    return " ".join(word for at, word in enumerate(typed) if at not in gone) if gone else text


_PEOPLE = "(?:toi|tui|em|minh|chau|to|ta)"
_OTHERS = "(?:anh|chi(?! cuc)|co|con|chu(?! tri)|bac|thay)"
_MINE = re.compile(rf"(?:cua )?(?:minh|(?:tui|bon) (?:{_PEOPLE}|{_OTHERS})|(?:chung|ben) {_PEOPLE})\b")
_ASKS = re.compile(r"(?:hoi|biet|xem|muon|nho|xin|can hoi|la)\b")


def _with_told(text: str, units: UnitNames) -> str:
    typed = nfc(text).split()
    bare = _bare(typed)
    if _MAY_OWN.search(" ".join(bare)) is None:
        return text
    for unit in _units_in(bare, units):
        told = _told_at(unit, bare)
        ahead, behind = _ahead(typed[_begun(typed, told) : told]), " ".join(bare[unit.end :])
        theirs = _theirs(behind, bare[told]) or (_WORKS_AT.search(ahead) and _DOES.search(behind))
        tells = _TELLS.search(ahead) or _HERE.match(behind)
        if theirs and unit.end - unit.start > 1 and tells:
            first = unit.end + behind.count(" ", 0, theirs.start())
            last = first + theirs[0].count(" ") + 1
            end = _end_of_clause(typed, unit.end, first)
            of = ["của"] if theirs[0].startswith("cua ") else []
            name = [word.rstrip(",.;!") for word in typed[told:end] if word.rstrip(",.;!") not in {"ạ", "nhé", "nha"}]
            idle = _TELLS.search(ahead) or _only_opens(bare[_begun(typed, told) : told])
            kept = typed[: _begun(typed, told) if idle else told]  # "dòng nào không phải | Phòng A …"
            return " ".join([*kept, *typed[end:first], *of, *name, *typed[last:]])
    return _with_unknown_unit(text, " ".join(typed), " ".join(bare))


def _only_opens(bare: Sequence[str]) -> bool:
    """Whether words before a unit say nothing of it ("còn mấy | trạm xã tụi tui")."""
    small = {i for cue in cues_in(tuple(bare)) if cue.kinds <= _OPENS for i in range(cue.start, cue.end)}
    return small.issuperset(range(len(bare)))


_OPENS = LITTLE | {"again", "opening"}


def told_unit(text: str, units: UnitNames) -> str:
    """The clause in which a speaker tells where they work ("em là thợ Đội Cơ điện"); empty where none does."""
    typed = nfc(text).split()
    bare = _bare(typed)
    if _MAY_TELL.search(" ".join(bare)) is None:
        return ""
    ends = [(_told_at(unit, bare), _end_of_clause(typed, unit.end, len(typed))) for unit in _units_in(bare, units)]
    unknown = _TOLD.search(" ".join(bare))
    if unknown and not ends:
        at = " ".join(bare).count(" ", 0, unknown.start("unit"))
        ends = [(at, at + unknown["unit"].count(" ") + 1)]
    for start, end in ends:
        begun = _begun(typed, start)
        if _SAYS_WHERE.search(" ".join(bare[begun:start]) + " ") and end - start > 1:
            return " ".join(typed[begun:end]).rstrip(",.;!?")
    return ""


def with_unit_told_before(text: str, told: str, units: UnitNames) -> str:
    """The text with the unit that was told in a turn before, where the speaker calls a unit of that kind theirs."""
    bare = " ".join(_bare(nfc(text).split()))
    theirs = next((match for match in _CALLED.finditer(bare) if _fits(match["kind"], told)), None)
    of_a_row = _OF_A_ROW.search(bare) and not _SUCH.search(bare)
    if not told or theirs is None or of_a_row or _LIVES.search(folded(told)) or told_unit(text, units):
        return text
    return with_told_unit(f"{told}, {text}", units)


_OF_A_ROW = re.compile(r"\bai\b|\bco\b.* (?:khong|ko|k|chua)\b *$")  # "bên mình | ai làm …", "… có dạy bơi không"
_SUCH = re.compile(r"\b(?:gi|nao|may)\b")
_LIVES = re.compile(r"\b(?:nguoi )?dan\b(?! quan)")  # who lives there does not work there


def _units_in(bare: Sequence[str], units: UnitNames) -> tuple[UnitMention, ...]:
    """The units that words name; the end of "cán bộ" begins none ("cán bộ | Công an xã" is not of "Bộ Công an").

    Nor does what the speaker calls theirs end one ("em ở Sở Xây dựng, | sở em …").
    """
    said, found = " ".join(bare), units.find(bare)
    ends = {unit.end for unit in found if unit.end - unit.start > 1}
    called = [match.span("kind") for match in _CALLED.finditer(said)]
    gone = {said.count(" ", 0, start) for start, end in called if said.count(" ", 0, end) + 1 in ends}
    gone -= {unit.start for unit in found}  # "tổ dân phố" of "tổ dân phố em" is the unit itself
    gone |= {unit.start for unit in found if tuple(bare[max(unit.start - 1, 0) : unit.start + 1]) == _STAFF}
    return units.find(["|" if at in gone else word for at, word in enumerate(bare)]) if gone else found


_STAFF = ("can", "bo")


def _told_at(unit: UnitMention, bare: Sequence[str]) -> int:
    """Where the name of a unit begins behind the words that lead to it ("ở | Trạm Y tế")."""
    return next(at for at in range(unit.start, unit.end) if bare[at] not in _LEADS)


def _fits(kind: str, told: str) -> bool:
    """Whether a word for a unit may mean one that was told: any does, or its own ("đội" of "Đội Cơ điện")."""
    return kind in _ANY or f" {kind} " in f" {folded(told)} "


_CALLED = re.compile(rf"\b(?P<kind>{_UNIT}) {_I}\b(?! (?:biet|hoi|xem|la|o)\b)")
_ANY = frozenset({"don vi", "co quan", "ben", "phia", "nhom"})
_ASKING = r"(?!(?:hoi|biet|xem|muon|nho|xin|cho|thay|co|phai|voi|cung|gui|tim|khong) )"
_SAYS_WHERE = re.compile(rf"\b{_I} (?:{_ASKING}\w+ ){{0,2}}?(?:la|o|ben|thuoc|tai|lam)(?: {_ASKING}\w+){{0,3}}? $")


def _with_unknown_unit(text: str, typed: str, bare: str) -> str:
    """The same with what can only be a unit, though no plan has it, so that it is said to be unknown."""
    told = _TOLD.search(bare)
    theirs = _theirs(bare, told["unit"].split()[0], told.end()) if told else None
    words = typed.split()
    if told is None or theirs is None:
        return text
    start, end = bare.count(" ", 0, told.start("unit")), bare.count(" ", 0, told.end("unit")) + 1
    first = bare.count(" ", 0, theirs.start())
    return " ".join([*words[end:first], *words[start:end], *words[first + theirs[0].count(" ") + 1 :]])


def _theirs(bare: str, head: str, start: int = 0) -> re.Match[str] | None:
    """Where a unit with this head is called the speaker's, by that head rather than another ("giao ban em")."""
    own = _called_by(head).search(bare, start)
    found = [own] if own else list(_THEIRS.finditer(bare, start))
    return next((match for match in found if head in match[0].split()), found[0] if found else None)


@lru_cache(maxsize=64)  # words that names of units begin with
def _called_by(head: str) -> re.Pattern[str]:
    """Where the speaker calls a unit theirs by its head."""
    called = rf"{re.escape(head)} {_I}\b(?! (?:biet|hoi|xem|la|o)\b)"
    bare_head = rf"\b{re.escape(head)} (?:nay|ay|do)\b|\b{re.escape(head)}(?= {_DOING}\b)"  # "việc | phòng | làm chính"
    return re.compile(rf"\b(?:cua )?{called}|\bcua {re.escape(head)}\b{_NO_NAME}|{bare_head}")


def _begun(typed: Sequence[str], at: int) -> int:
    """Where the clause begins that a word stands in."""
    return next((i for i in range(at, 0, -1) if typed[i - 1].endswith((",", ".", ";", "!", "?"))), 0)


def _end_of_clause(typed: Sequence[str], start: int, before: int) -> int:
    """Where what belongs to the unit ends ("… của Sở Xây dựng Nam Định ạ, …"): at a sign or a particle near by."""
    near = range(start - 1, min(start + _OFFICE, before))
    return next((at + 1 for at in near if typed[at].endswith((",", ".", ";", "!"))), start)


_ROOMS = "phong|ban|to|doi|khoa"
_TOLD = re.compile(
    rf"\b{_I} (?:\w+ ){{0,2}}?(?:la|o|ben|thuoc|tai|cua) (?:{_ASKING}{_WORD} ){{0,2}}?(?P<unit>(?:{_ROOMS}) \w+ \w+)\b"
)
_LEADS = frozenset({"o", "cua", "tai", "thuoc", "moi"})  # "đầu mối | Bộ phận một cửa"
_OFFICE = 9  # words of the office behind a unit

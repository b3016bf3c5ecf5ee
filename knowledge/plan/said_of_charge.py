"""What running words say of one task: whom they charge with it, who helps, and when it is to be done.

"Giao Phòng A chủ trì, phối hợp với Phòng B mở 01 lớp; xong trước ngày 10/8. Đội C phối hợp." is read piece by piece,
as commas and semicolons divide it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.deadlines.only_times import says_only_when
from knowledge.language.text import UPPER, canonical, folded
from knowledge.plan.assigned import Label, label_said, pieces_said
from knowledge.plan.cell_fit import UNITS
from knowledge.plan.charges import charged, orders_of
from knowledge.plan.column_names import GENERAL
from knowledge.plan.columns import Role
from knowledge.plan.duty_times import when_in
from knowledge.plan.duty_units import MORE_OF_A_NAME, helpers_in, known_at
from knowledge.plan.labels import label_role
from knowledge.plan.sentences import sentences
from knowledge.units.name_words import starts_with_head
from knowledge.units.phrase import unit_at, whole_unit


@dataclass(slots=True)
class Charge:
    """The parts of a task as running words tell them.

    Args:
        lead: whoever is charged, as printed.
        outright: it is said that this unit has it: by an order, or by a word of its part ("chủ trì").
        more: what else is said, how it is done.
        others: units that are charged with something else.
    """

    lead: str = ""
    coordinate: list[str] = field(default_factory=list)
    time: str = ""
    by_the_way: str = ""
    outright: bool = False
    more: bool = False
    others: bool = False


def charge_in(text: str, known: frozenset[str] = frozenset()) -> Charge | None:
    """What a paragraph says of one task; None where it charges no unit, or several.

    Args:
        text: the whole paragraph.
        known: units that the plan names elsewhere, canonical; their names need no verb that is known behind them.
    """
    found = Charge()
    told = [sentence for sentence in sentences(text) if _Reader(found, known).read(sentence)]
    found.time = found.time or when_in(". ".join(told)) or found.by_the_way
    return found if found.lead and not found.others else None


class _Reader:
    """Reads a sentence into a charge."""

    def __init__(self, charge: Charge, known: frozenset[str]) -> None:
        self.charge = charge
        self.known = known

    def read(self, sentence: str) -> bool:
        """Add what a sentence says; whether it begins with a unit or a time, and does not only describe the task."""
        for n, piece in enumerate(pieces_said(_divided(sentence))):
            if self._is_part(piece) or self._is_unit(piece):
                continue
            self.charge.more = True
            if not n:
                self.charge.others |= charged(sentence, assigning=False, inherited=False) is not None
                return False
        return True

    def _is_part(self, piece: str) -> bool:
        """Take a piece that is as good as a label: a time, who helps, "đơn vị thực hiện là …"."""
        named = _named_part(piece)
        if named and named.role is Role.TIME:
            self.charge.time = named.value
        elif self._helps(piece):
            return True
        elif label := named or _told_whole(piece):
            self._take(label)
        elif says_only_when(piece):
            self.charge.by_the_way = self.charge.by_the_way or piece
        else:
            return False
        return True

    def _helps(self, piece: str) -> bool:
        """Take a piece that says with whom it is done; a name that nothing ends may have swallowed what is done."""
        works = _WORKS_WITH.match(piece)
        if works is None:
            return False
        known = self._as_known(piece[works.end() :])
        name = known or helpers_in(piece, self.known)
        if not name:
            return False
        rest = piece[works.end() :].removeprefix(name)
        whole = known or canonical(name) in self.known or _ends_whole(name)
        self.charge.coordinate.append(name)
        if says_only_when(rest):  # "… với Đoàn xã | thực hiện hằng quý"
            self.charge.by_the_way = self.charge.by_the_way or rest.strip()
            return True
        self.charge.more |= not _NO_MORE.fullmatch(rest) or not (rest or whole)
        return True

    def _take(self, label: Label) -> None:
        if label.role is Role.COORDINATE:
            self.charge.coordinate.append(label.value)
            return
        self.charge.outright = True
        self._lead(label.value)

    def _lead(self, unit: str) -> None:
        self.charge.others |= self.charge.lead not in ("", unit)
        self.charge.lead = self.charge.lead or unit

    def _is_unit(self, piece: str) -> bool:
        """Take a piece that begins with a unit and what it does, behind an order or without one."""
        order = _ORDER.match(piece)
        words = piece[order.end() :] if order else piece
        name = self._named(words, ordered=order is not None)
        does = words[len(name) :].strip()
        if not name or folded(name) in GENERAL:
            return False
        if self.charge.lead and not order and _HELPS.match(does):
            self.charge.coordinate.append(name)
        else:
            self.charge.outright |= order is not None or _HAS_IT.match(does) is not None
            self._lead(name)
            with_others = _WITH_OTHERS.match(does)
            if with_others and self._helps(f"phối hợp với {does[with_others.end() :]}"):
                return True
        self.charge.more |= not (_NO_MORE.fullmatch(does) or says_only_when(does))
        return True

    def _named(self, words: str, *, ordered: bool) -> str:
        phrase = unit_at(words, ordered=ordered)
        whole = whole_unit(words) if ordered and not _COUNTS.search(words) else None
        return self._as_known(words) or (phrase.name if phrase else whole or "")

    def _as_known(self, words: str) -> str | None:
        """The known unit that words begin with, where what it does follows: "Phòng Thủ tục | phát phiếu"."""
        known = known_at(words, self.known)
        return known if known and not MORE_OF_A_NAME.match(words, len(known)) else None


def clear_units(text: str) -> Iterator[str]:
    """The units that words name whole: with no more behind them than their part ("Phòng A chủ trì")."""
    for sentence in sentences(text):
        pieces = (_ORDER.sub("", piece, count=1) for piece in pieces_said(sentence) if len(piece) < _SHORT)
        yield from (label.value for label in map(_told_whole, pieces) if label)


def _told_whole(piece: str) -> Label | None:
    """Who chairs or helps, of a piece that says no more: "Phòng A chủ trì"."""
    label = None if _WORKS_WITH.match(piece) else label_said(piece)
    return label if label and label.role in UNITS else None


_SHORT = 120  # characters


def _divided(sentence: str) -> str:
    """A sentence with semicolons for the commas at which no list of units goes on, though a unit may stand behind.

    Whatever says that others help is said by one word: "với sự tham gia của Đoàn xã", "có Tổ Xe cùng làm".
    """
    sentence = _WITH_HELP.sub(lambda said: f"{said['mark'] or ','} phối hợp với {said['who'] or ''}", sentence)
    sentence = _HAS_IT_ALONE.sub(r"\1; ", sentence)
    return re.sub(r",\s+", lambda comma: "; " if _named_part(sentence[comma.end() :]) else comma[0], sentence)


def _named_part(piece: str) -> Label | None:
    """A part that is named as by a label, without its colon: "đơn vị thực hiện là Phòng A", "phối hợp Phòng B"."""
    match = _NAMED.match(piece)
    role = label_role(match["name"]) if match else None
    if match is None or _ORDER.match(piece):
        return None
    said = match["said"]
    fits = starts_with_head(said) if role in UNITS else role is Role.TIME and says_only_when(said)
    return Label(role, match["name"], said) if role and fits else None


_NAMED = re.compile(rf"(?P<name>[^\W\d_][^,;:{UPPER}]{{3,40}}?)\s(?:là\s|(?=[{UPPER}]))(?P<said>[^,;]+)")
_COUNTS = re.compile(r"\d [^\W\d]")  # "mua 200 áo phao": what is counted belongs to no name


def _ends_whole(name: str) -> bool:
    """Whether a short name that nothing ends has all its words: its level is the last ("Đoàn Thanh niên phường")."""
    return len(name.split()) <= _LONGEST and _LEVEL_LAST.fullmatch(name) is not None


_LONGEST = 9  # words
_LEVEL = r"(?:tỉnh|thành phố|huyện|xã|phường|đặc khu|trường|trực thuộc|liên quan)"
_LEVEL_LAST = re.compile(rf"(?:(?!\b{_LEVEL}\s[^\W\d_{UPPER}]).)+\b{_LEVEL}")
_WITH_HELP = re.compile(
    r"(?P<mark>[,;])? (?:(?:có |với )?sự (?:phối hợp|tham gia|hỗ trợ)(?: chặt chẽ)? của "
    rf"|có (?P<who>[{UPPER}][^,;]*?) (?:cùng (?:làm|thực hiện)|phối hợp|tham gia)(?: thực hiện)?(?=\s*[,;.]|$))"
)
_WORKS_WITH = re.compile(r"(?:và\s+)?phối hợp(?: chặt chẽ)?(?: với| cùng)?\s+", re.IGNORECASE)
# What leads up to the unit that is charged.
_ORDER = re.compile(
    rf"(?:(?:nhiệm vụ|nội dung|công việc|phần việc|việc|hoạt động)\s+(?:này|trên|nêu trên)\s+(?:được\s+)?)?"
    rf"(?:do|{orders_of('order')})(?:\s*:)?\s+|trách nhiệm\s+(?:chính\s+)?(?:thuộc(?:\s+về)?|của)(?:\s*:)?\s+",
    re.IGNORECASE,
)
_PART = r"(?:chủ trì|phụ trách|chịu trách nhiệm|(?:làm|là) đầu mối|đảm nhiệm|đảm nhận|đảm trách|thực hiện)"
_HELPS = re.compile(r"(?:phối hợp|hỗ trợ|tham gia|giám sát)\b")  # what units do beside whoever has a task
_WITH_OTHERS = re.compile(r"(?:chủ trì,?\s+)?(?:phối hợp(?: với| cùng)?|cùng với|cùng|với)\s+")
_HAS_IT = re.compile(rf"{_PART}\b")
_HAS_IT_ALONE = re.compile(rf"({_PART})\s*,\s+")  # behind such a word no list of units goes on
# Words that say no more than that the task is done.
_NO_MORE = re.compile(
    r"(?:[\s,:]|chủ trì|phụ trách|chịu trách nhiệm|chính|(?:làm|là) đầu mối|đảm nhiệm|đảm nhận|đảm trách|phối hợp"
    r"|(?:tổ chức |triển khai )?thực hiện|triển khai|tham mưu)*"
)

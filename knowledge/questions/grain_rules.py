"""Rules for how exactly the deadline is written: "ghi hạn bằng một ngày cụ thể", "chỉ ghi quý", "ghi ngày hoặc quý".

Whether a day can be told at all is another matter ("có hạn cụ thể"): a row of "Quý II" has one and names none.
"""

import re
from collections.abc import Iterator

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.rule_words import DROP, EXACT_DAY, EXCEPT, FIELDS, NOT, SPELLS, WORK

_SCORE = 9  # more than the wording of a cell, and than a cell that is empty
_EACH_MORE = 0.1


def _written_so(match: Match, text: Text) -> Iterator[Found]:
    """As in "ô thời gian có ghi tháng hoặc quý", "ghi hạn theo tháng chứ không ghi ngày"."""
    if not text.listed:
        return
    start, end = text.words(match)
    times = [period for period in text.periods if start <= period.start < end]
    if any(period.finer for period in times):
        return  # "ghi quý hoặc | tháng 5"
    said = match.groupdict()
    where = [
        Constraint(
            Kind.GRAIN, words=spells, include=include, said=" hoặc ".join(map(_NAMES.__getitem__, spells))
        ).placed(start, end, _SCORE)
        for spells, include in ((_spells(said.get("said")), True), (_spells(said.get("no")), False))
        if spells
    ]
    score = _SCORE * len(where) + _EACH_MORE * sum(len(each.words) for each in where)  # "quý hoặc tháng" as a whole
    yield Found(Narrowing(where=tuple(where), units=frozenset(period.start for period in times)), start, end, score)


def _of_rows(match: Match, text: Text) -> Iterator[Found]:
    """The same where no verb of writing says so ("việc nào hạn theo quý"); behind a sign it is the order of a list."""
    start, _ = text.words(match)
    if start not in text.breaks:
        yield from _written_so(match, text)


def _spells(said: str | None) -> tuple[str, ...]:
    """The stretches of time that are named, folded, each once; a time itself ("quý hoặc | <p>") is of the year."""
    words = re.findall(r"[^\W\d_]+", folded((said or "").replace("<p>", "nam")))
    return tuple(dict.fromkeys(word for word in words if word in _NAMES))


_NAMES = {folded(name): name for name in SPELLS.split("|")}
_NO_QUARTER = r"(?!quý (?:định|chế|trình|hoạch|phạm)(?!\S))"  # typed without accents
_EACH = rf"{_NO_QUARTER}(?:{SPELLS})(?:/(?:{SPELLS}))*(?: (?:mấy|nào))?"
_JOIN = "(?:(?:(?:hoặc|hay|và|với|cùng|là|,) )?(?:(?:theo|ghi|bằng) )?)"
_SEVERAL = rf"(?:{_EACH}(?:/| {_JOIN})(?:{_EACH}(?: {_JOIN}{_EACH})*(?: {_JOIN}<p>)?|<p>))"
_NOT_DENIED = "".join(f"(?<!{word} )" for word in ("không", "chưa", "chẳng", "chả"))
_ENDS = r"(?! (?:<p>|\d|nào|gì|này|sau|trước|tới|mấy))"
_TAIL = "(?: (?:cụ thể|gì|nào|hết|cả|rõ ràng))*"
_HEAD = rf"(?:(?:trong |ở )?(?:cột |ô |phần )?(?:{FIELDS['deadline']}) )?(?:(?:có|đã|phải|được|chỉ|mà|toàn) )*"
_WRITES = rf"{_NOT_DENIED}(?:ghi|nêu|đề|để|chốt|ấn định)"
_HOW = rf"(?: (?:là|rõ|cụ thể|theo|mốc|bằng|đúng|hẳn|chỉ|mỗi|tới|đến|một|1|{FIELDS['deadline']}))*"
_BY = r"(?:rõ|theo|bằng|chỉ|mỗi|đúng|hẳn|tới|đến)"
_ONLY = rf"(?=[^ ]+{_HOW}? {_BY}(?: (?:mốc|một|1))* (?:{SPELLS})(?!\S))"
_EITHER = rf"(?P<no>{_EACH}(?: (?:hoặc|hay|và|với|,) {_EACH})*)"
_NO_WRITES = rf"{NOT} (?:có )?(?:ghi|nêu|đề|để|phải|theo|bằng)(?: (?:rõ|là|hẳn|theo|bằng|một))*"
_BUT = "(?:mà|chứ|nhưng)(?: (?:chỉ|mới|toàn))*"
_IS = "(?: (?:là|để|chỉ|ghi))*"
_BUTS, _DENIED = "chứ|mà|thôi|nhưng|còn", rf"{_NO_WRITES} {_EITHER}{_TAIL}"
_NO = rf"(?:(?:{_BUTS}) )+{_DENIED}"
_NOR = rf"(?:(?:{_BUTS}|,) )*{_DENIED}"  # right behind how it is written
# "theo quý" by itself may be the order of a list ("liệt kê hạn theo quý"), "một tháng" how long there is
_OF_ROWS = rf"(?:{'|'.join(f'(?<={word} )' for word in ('nào', 'việc', 'vụ', 'dòng', 'mục', 'cái', 'mà', 'có'))})"
_SUCH = f"(?: (?:các|những|mấy|cái|dòng|chỉ|{WORK}))+ "
_AS = rf"{_OF_ROWS}(?:{FIELDS['deadline']}){_IS} (?:theo|bằng)"
_ONE = rf"(?:{FIELDS['deadline']}){_IS} (?:(?:ghi|bằng) (?:một|1)|(?:là )?(?:một|1)(?= (?:{SPELLS}) {EXACT_DAY}))"

_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"{_HEAD}(?:{_WRITES}|{_NOT_DENIED}(?:mốc|thời hạn)){_HOW} (?P<said>{_SEVERAL})(?: {EXACT_DAY})?", _written_so),
    (rf"{_HEAD}{_WRITES}{_HOW} (?P<said>{_EACH}) {EXACT_DAY}(?: {_NOR})?", _written_so),
    (rf"{_HEAD}{_WRITES}{_HOW} (?P<said>{_EACH}) {_NOR}", _written_so),
    (rf"{_HEAD}(?:{_ONLY}|(?<=chỉ )){_WRITES}{_HOW} (?P<said>{_EACH}){_ENDS}", _written_so),
    (rf"{_NO_WRITES} (?P<no>{_EACH}(?: (?:hoặc|hay|và|,) {_EACH})+){_TAIL}", _written_so),
    (rf"{_NO}{_ENDS}", _written_so),
    (rf"{_NO_WRITES} {_EITHER} {_BUT}(?: (?:ghi|nêu|để))?{_HOW} (?P<said>{_EACH}){_ENDS}", _written_so),
    (rf"{_AS} (?P<said>{_SEVERAL})", _of_rows),
    (rf"(?:{EXCEPT}|{DROP}){_SUCH}(?:ghi|nêu|đề)(?: (?:theo|bằng|là))* (?P<no>{_EACH}){_ENDS}", _written_so),
    (rf"(?:{_AS}|{_ONE}) (?P<said>{_EACH})(?: {EXACT_DAY})?{_ENDS}(?: {_NO})?", _of_rows),
)
TYPED, BARE = compiled(_RULES)

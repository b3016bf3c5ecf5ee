"""Rules for rows by an order: "3 việc gấp nhất", "việc nào có nhiều đơn vị phối hợp nhất"; and for who is late."""

from collections.abc import Iterator

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled
from knowledge.questions.constraints import Narrowing, Operator
from knowledge.questions.rule_words import BY, COUNT, COUNTS, IN_ORDER, IS_DONE, LATE, WORK

_LAST = frozenset({"muon", "tre", "xa", "sau"})
_FEW = frozenset({"it"})


def _so_many(match: Match, text: Text) -> Iterator[Found]:
    """As in "3 việc gấp nhất": how many rows at the end of an order."""
    said = folded(match["count"])
    yield Found(Narrowing(first=COUNTS.get(said) or int(said)), *text.words(match), 3)


def _nearest(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc gần đến hạn nhất", "việc sắp tới hạn nhất", "cái nào phải làm trước"."""
    last = folded(match["dir"]).split()[0] in _LAST
    if text.listed:
        yield Found(Narrowing(operator=Operator.LATEST if last else Operator.EARLIEST), *text.words(match), 6)


def _with_units(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào có nhiều đơn vị phối hợp nhất": rows by how many units they are given to."""
    role = next((match[name].strip("<>") for name in ("role", "ahead") if match.groupdict().get(name)), "")
    named = text.units_in(match)  # "nhiều khoa phòng" is everybody of a level
    if (role or named or match.groupdict().get("unit")) and all(unit.group for unit in named):
        operator = Operator.FEWEST if folded(match["dir"]) in _FEW else Operator.MOST
        units = frozenset(unit.start for unit in named)
        made = Narrowing(operator=operator, by="row", measure="units", role=role, units=units)
        yield Found(made, *text.words(match), 12)


def _most_of(match: Match, text: Text) -> Iterator[Found]:
    """As in "khoa nào chủ trì nhiều việc nhất", "xã nào trễ hạn nhất"."""
    operator = Operator.FEWEST if folded(match.groupdict().get("dir") or "") in _FEW else Operator.MOST
    yield Found(Narrowing(operator=operator, by="unit"), *text.words(match), 9)


def _each_of(match: Match, text: Text) -> Iterator[Found]:
    """As in "chi cục nào có việc trong quý 4"."""
    if text.periods:
        start, end = text.words(match)
        yield Found(Narrowing(operator=Operator.EACH, by="unit"), start, end, 6)


def _late(match: Match, text: Text) -> Iterator[Found]:
    """As in "phòng nào quá hạn", "ai đang nợ việc": the late rows unit by unit."""
    start, end = text.words(match, "who")
    if text.states.intersection(range(end, text.words(match)[1])):
        yield Found(Narrowing(operator=Operator.EACH, by="unit"), start, end, 5)


_DIR = "(?P<dir>gần|sắp|sát|cận|trễ|muộn|xa)"
_FIRST = "(?P<dir>trước(?! <)(?: (?:tiên|hết|nhất))*|sau (?:cùng|hết|nhất|chót))"
_COMES = "(?: (?:phải|cần|nên|được|sẽ|là|có|thì|làm|lo|xong|hoàn thành|rơi|tới|đến|hạn|ưu tiên|tính))*"
_CLOSES = "(?: (?:vậy|thế|nhỉ|ạ|em|anh|chị|hè|rứa|nha|nhé|hả))*$"
_UNIT = f"(?P<unit>{BY['unit']}|sở ngành|ngành|khoa phòng|khoa|xã|phường|nhà)"
_TAKES = "(?: (?:có|được|giao|cho|cùng|tham gia|làm|dự|vào|do))*"
_LEVEL = "(?P<unit>khoa|xã|phường|huyện|trung tâm|chi cục|trường|trạm|đội|ban|viện|cục|tổ)"
_GIVEN = "(?: (?:<lead>|<k>|<p>|trong|ở|có|được|giao|cho|do))*"  # "được giao" says no role here
_WHO = f"(?P<who>(?:những |các )?(?:{BY['unit']}|khoa|xã|phường) nào|ai)"
_STILL = "(?: (?:<p>|<k>|đang|bị|còn|có|đã|hay|để))*"
_ROLE = "(?: (?P<role><lead>|<coordinate>))?"
_RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?:top )?{COUNT}(?= {WORK} (?:[^ ]+ ){{0,8}}?(?:nhất|{IS_DONE}(?: xong)? {IN_ORDER}))", _so_many),
    (rf"(?:(?:có|đang|thời) )*{_DIR} (?:(?:đến|tới|hết) )?(?:hạn|deadline|ngày) nhất", _nearest),
    (
        rf"(?:^|(?<=^còn )|(?<=^vậy )|(?<=^thế )|(?<=trong đó ))(?:{WORK}|cái|vụ|dòng) nào{_COMES} {_FIRST}{_CLOSES}",
        _nearest,
    ),
    (rf"{WORK}(?: nào)?{_GIVEN} (?P<dir>nhiều|đông|ít)(?: {_UNIT}| <u\d+>)?{_TAKES}{_ROLE}{_TAKES} nhất", _with_units),
    (rf"{WORK} nào{_TAKES} (?P<ahead><lead>|<coordinate>) (?P<dir>nhiều|đông|ít) {_UNIT} nhất", _with_units),
    (rf"{_LEVEL} nào(?: [^ ]+){{0,5}}? (?P<dir>nhiều|ít)(?: [^ ]+){{0,4}}? nhất", _most_of),
    (rf"{_LEVEL} nào{_STILL} {LATE}(?: nhiều)? nhất", _most_of),
    (rf"(?:những |các )?{_LEVEL} nào(?: (?:<p>|<k>|còn|sẽ|phải|đều))* có {WORK}", _each_of),
    (rf"{_WHO}{_STILL} [^ <]+(?!\S)(?!(?: hạn)? nhất)(?: hạn)?", _late),
)
TYPED, BARE = compiled(_RULES)

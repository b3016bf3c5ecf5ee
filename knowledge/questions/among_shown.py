"""A turn that says what of the list before it wants: some of its rows ("trong đó có …"), or those of another time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraints import (
    OF_A_LIST,
    Constraint,
    Kind,
    Operator,
    is_at_no_time,
    leaves_out_the_shown,
)
from knowledge.questions.conversation import MOST_SHOWN, Conversation
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import soft_words
from knowledge.questions.query import LISTS, Intent, Query
from knowledge.questions.row_openings import are_left, points_at_the_rows, takes_out
from knowledge.questions.rule_words import GIVEN
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import bare_kinds


def is_within(query: Query) -> bool:
    """Whether a turn stays inside the list before."""
    return _says(query, _INSIDE)


def is_inside(query: Query) -> bool:
    """Whether a turn is of what stands inside the answer before ("trong đó …")."""
    return _says(query, frozenset({"trong"}))


def goes_on_in_time(query: Query) -> bool:
    """Whether a time of the list before is all that is said ("quý IV nữa"), or is set beside it ("quý IV thì …").

    So it is where it only is asked which of them fall in a time ("có việc nào hạn quý 1 không", "quý 4 có gì không");
    "việc nào đến hạn từ 1/12 đến 20/12" and "tháng 9 có việc gì", told by its time first, are lists of their own.
    """
    if query.period is None or query.scope.named:
        return False
    timed = {i for time in query.periods for i in range(time.start, time.end)}
    gone = timed | {i for cue in query.cues if cue.kinds == {"tail"} for i in range(cue.start, cue.end)}
    left = {folded(word) for i, word in enumerate(query.words) if i not in gone and word[0].isalnum()}
    behind = folded("".join(query.words[query.period.end : query.period.end + 1]))
    who = bool(query.asks) or "ai" in left  # of whom a list of one unit tells nothing
    which = left <= _MORE | _WHICH and (left.isdisjoint(_ROWS) or ("co" in left and 0 not in timed))
    talk = not (query.topic or query.units or who or query.operator is not Operator.ROWS)
    talk = talk and all(cue.kinds <= LITTLE for cue in query.cues)  # "quý 3 nói gọn thôi"
    return which or (0 in timed and (talk or (behind == "thi" and not who)))


def goes_on_with_unit(query: Query) -> bool:
    """Whether another unit is all that is said ("Khoa Dược?"), and so of the list before in its role and time.

    So it is where its share is asked for ("phần của Khoa Dược được mấy việc").
    """
    if query.units and " ".join(map(folded, query.words[:2])) in _SHARE and not (query.periods or query.scope.named):
        return True
    named = {i for unit in query.units for i in range(unit.start, unit.end)}
    left = {folded(word) for i, word in enumerate(query.words) if i not in named and word[0].isalnum()}
    return bool(named) and left <= _MORE and not (query.scope.named or query.where or query.together)


def for_all_plans(query: Query, before: Query) -> Query:
    """The query before without its units, where it goes on with what all plans have in another time.

    "Còn tháng 11 thì toàn bộ các kế hoạch có gì" is of everybody; where a unit's rows are looked for within them
    ("trong tất cả các kế hoạch thì sao") or no other time is said, they stay those of the unit.
    """
    said = next((cue for cue in query.cues if "all_plans" in cue.kinds), None)
    if said is None or not query.every_plan or not before.units or query.units:
        return before
    around = [folded(word) for word in query.words[max(said.start - 1, 0) : said.start + 1]]
    within = not _WITHIN.isdisjoint(around)
    return before if within or query.period in (None, before.period) else replace(before, units=(), role=None)


def at_its_own_time(query: Query, before: Query) -> Query:
    """The query before without its time, where the new turn picks rows that are at none, and the other way round.

    "Quý II có việc gì đến hạn", "còn loại thường xuyên?" is of no quarter; nor are those of a quarter "thường xuyên".
    A list of before that said both ("việc thường xuyên quý III") keeps both, and so does a turn that only narrows it.
    """
    both = before.period is not None and any(map(is_at_no_time, before.where))
    if is_within(query) or both or before.intent not in LISTS or _only_narrows(query):
        return before
    if any(map(is_at_no_time, query.where)):
        intent = Intent.TASKS if before.intent is Intent.DUE else before.intent
        return replace(before, intent=intent, period=None, also=(), falls_due=False)
    if query.period and query.period.finer:
        return replace(before, where=tuple(one for one in before.where if not is_at_no_time(one)))
    return before


def _only_narrows(query: Query) -> bool:
    """Whether it is asked if there are such rows inside a time ("trong quý II có không")."""
    bare = [folded(word) for word in query.words]
    return bare[:1] == ["trong"] and "co" in bare and "khong" in bare


def of_a_part(query: Query) -> Query:
    """A list of a part of the plan without words that only say that it is given ("ở phần IV thì giao thêm gì nữa").

    They are no topic, so that it is of whoever the list before was of.
    """
    part = any(one.kind is Kind.SECTION and one.include for one in query.where)
    idle = part and query.intent in LISTS and set(map(folded, query.topic)) <= soft_words() | GIVEN
    return replace(query, topic=(), firm=0) if idle else query


def led(topic: Sequence[str]) -> int:
    """How many words at the start of a topic only lead to it ("lọc | lúa giống")."""
    return next((at for at, word in enumerate(topic) if folded(word) not in _INSIDE | _ROWS), len(topic))


def with_unit_among(query: Query, before: Query) -> Query:
    """The query that picks the rows of another unit among those of the unit before ("trong đó việc nào B phối hợp").

    Those have both; "riêng B" is only the other unit, and a list of the same unit has it in another role.
    """
    old = {name for unit in before.units for names in unit.names.values() for name in names}
    new = {name for unit in query.units for names in unit.names.values() for name in names}
    if before.intent not in LISTS or query.scope.named or not (old and new) or old & new:
        return query
    if picked := _picked_last(query, before):
        instead = Constraint(Kind.UNIT, units=tuple(_in_plans_of(before, query.units)), role=query.role or picked.role)
        return replace(query, units=(), topic=(), role=None, where=(*query.where, instead))
    if query.intent not in LISTS:
        return query
    if with_another := _is_done_with(query):
        role, own = "", "lead" if query.role == "lead" else None
    elif _picks_among(query, before) or (_asks_which(query) and _have_one_plan(query, before)):
        role, own = "" if query.either else query.role or "", None
    else:
        return query
    where = (*query.where, Constraint(Kind.UNIT, units=tuple(_in_plans_of(before, query.units)), role=role))
    return replace(query, units=(), role=own, either=False, where=where, again=query.again or with_another)


def _picked_last(query: Query, before: Query) -> Constraint | None:
    """The unit by which rows were picked in the turn before, where another one is all that is said ("thế Sở B").

    It takes the place of the unit that was said last; the list stays that of the unit before.
    """
    words = {folded(word) for unit in query.units for word in unit.words}
    more = query.periods or query.where or any("list" in cue.kinds for cue in query.cues)
    alone = query.again and not more and set(map(folded, query.topic)) <= words
    return _picked_by(before) if alone or goes_on_with_unit(query) else None


def _picked_by(before: Query) -> Constraint | None:
    """The unit by which rows of another were picked in a turn that did not name that one."""
    said = set(map(folded, before.words))
    named = any(said.issuperset(map(folded, unit.words)) for unit in before.units)
    picked = (c for c in before.where if c.kind is Kind.UNIT and c.include and c.units)
    return next(picked, None) if before.units and not named else None


def but_the_shown(query: Query, talked: Conversation) -> Query:
    """The query with the rows that were shown in place of the words that point at what is left out ("ngoài cái đó")."""
    query = _but_its_unit(query, talked.query)
    points = [c for c in query.where if leaves_out_the_shown(c)]
    if not points or not talked.shown:
        return query
    others = tuple(c for c in query.where if c not in points)
    return replace(query, where=(*others, Constraint(Kind.SHOWN, words=talked.shown, include=False)))


def _but_its_unit(query: Query, before: Query | None) -> Query:
    """The query of another unit with the one before in place of words that point at it ("ngoài phòng này, Sở B …")."""
    if before is None or len(before.units) != 1 or not query.units or query.intent not in LISTS:
        return query
    out = Constraint(Kind.UNIT, units=before.units, include=False)
    points = (not c.include and c.kind is Kind.TOPIC and " ".join(c.words) in _THIS_UNIT for c in query.where)
    where = (out if at_it else c for c, at_it in zip(query.where, points, strict=True))
    return replace(query, where=tuple(where))


def among_the_shown(query: Query, talked: Conversation) -> Query:
    """The query with the rows that were shown, where it picks among them by what they were picked by before.

    "Việc nào về rừng", "trong đó việc nào về gỗ": another topic or wording does not take the place of the first. What
    is said of another kind joins what was said, which tells more than that the rows were shown.
    """
    before, shown = talked.query, talked.shown
    inside = is_inside(query) or points_at_the_rows(query.words)
    listed = before is not None and before.intent in LISTS and query.intent in LISTS
    if not (inside and before and listed and 1 < len(shown) < MOST_SHOWN) or query.scope.named or query.every_plan:
        return query
    said = {one.kind for one in query.where if one.include}
    again = before.topic or any(one.kind in said for one in before.where if one.include)
    rows = Constraint(Kind.SHOWN, field=OF_A_LIST, words=shown)
    return replace(query, where=(*query.where, rows)) if again else query


def beside_the_shown(query: Query, before: Query) -> Query:
    """The query before without the rows, or the unit, that its own list was picked by, where the new turn is of others.

    "Việc nào về rừng", "trong đó cái nào quý 2", "còn về gỗ" is of all that is about "gỗ".
    """
    inside = is_inside(query) or points_at_the_rows(query.words) or _asks_which(query)
    said = query.units or not set(map(folded, query.topic)) <= soft_words()
    if inside or not said:
        return before
    picked = _picked_by(before) if query.units and not _picked_last(query, before) else None
    return replace(before, where=tuple(one for one in before.where if one.field != OF_A_LIST and one is not picked))


def of_those_ranked(query: Query, before: Query) -> Query:
    """The query before, of the rows of its units, where now is ranked who has the other role in them.

    "Phòng A chủ trì việc gì", "trong đó ai phối hợp nhiều nhất" ranks who helps Phòng A; who chairs the most is asked
    of all rows, unless these are pointed at.
    """
    ranks = query.operator in (Operator.MOST, Operator.FEWEST) and query.by == "unit"
    others = bool(query.role and before.role and before.units) and query.role != before.role and not query.units
    if not (ranks and others and (query.role == "coordinate" or points_at_the_rows(query.words))):
        return before
    kept = Constraint(Kind.UNIT, units=before.units, role=before.role or "")
    return replace(before, units=(), role=None, where=(*before.where, kept))


def _picks_among(query: Query, before: Query) -> bool:
    """Whether rows are picked among those that were shown ("trong mấy việc đó …"), or are left of them ("còn lại …").

    What is left is of the list before where something was taken out of it, now or in the turn before; else those of
    others may be left. Where it is taken out now, so are those that another has in its own role ("trừ … ra, việc nào
    có Phòng B phối hợp").
    """
    if _says(query, _AMONG) or points_at_the_rows(query.words):
        return True
    now, then = (any(not one.include for one in each.where) for each in (query, before))
    other_role = query.role is None or query.role != before.role
    return (now and other_role and takes_out(query.words)) or ((now or then) and are_left(query.words))


def _is_done_with(query: Query) -> bool:
    """Whether rows are asked for that the unit before does with another ("phối hợp với B", "chủ trì cùng B")."""
    first = min(unit.start for unit in query.units)
    kinds = frozenset[str]().union(*[cue.kinds for cue in query.cues])
    beside = folded("".join(query.words[max(first - 1, 0) : first])) in _WITH
    asks_more = not _ANOTHER_LIST.isdisjoint(map(folded, query.words)) or len(query.units) > 1
    roles = bool(kinds & {"lead", "coordinate"}) and kinds.isdisjoint({"again", "opening", "compare"})
    return beside and roles and not asks_more


# what asks for another list, leaves rows out or measures ("tất cả việc phối hợp với B", "… với B hay C nhiều hơn")
_ANOTHER_LIST = frozenset({"tat", "danh", "khong", "bo", "tru", "nhieu", "it"})


def _in_plans_of(before: Query, units: Iterable[UnitMention]) -> Iterator[UnitMention]:
    """The units as the plans of the list before call them, which alone have rows of both; else as they are."""
    plans = {plan for unit in before.units for plan in unit.names}
    for unit in units:
        names = {plan: called for plan, called in unit.names.items() if plan in plans}
        yield replace(unit, names=names) if names else unit


def _have_one_plan(query: Query, before: Query) -> bool:
    """Whether a plan has units of both turns: else no row can be of both, and a list of the other one is asked for."""
    plans = {plan for unit in before.units for plan in unit.names}
    return any(not plans.isdisjoint(unit.names) for unit in query.units)


def _asks_which(query: Query) -> bool:
    """Whether it is asked which of the rows ("cái nào"), and no other list is opened before ("còn cái nào")."""
    opened = False
    for cue in (cue for cue in query.cues if cue.kinds & {"again", "opening"}):
        if [*map(folded, query.words[cue.start : cue.end])] == ["cai", "nao"]:
            return not opened
        opened = True
    return False


def _says(query: Query, words: frozenset[str]) -> bool:
    """Whether words for going on with a list hold one of these."""
    again = (cue for cue in query.cues if cue.kinds & {"again", "opening"})
    return any(not words.isdisjoint(map(folded, query.words[cue.start : cue.end])) for cue in again)


_MORE = frozenset(
    {"nua", "luon", "di", "ca", "nhe", "a", "ha", "thi", "cua", "trong", "co", "khong", "may", "bao", "nhieu"}
)
_WHICH = frozenset(
    {"viec", "nhiem", "vu", "cai", "nao", "gi", "toi", "den", "han", "phai", "xong", "roi", "vao", "trong", "noi"}
)
_SHARE = frozenset({"phan cua", "phan ben", "ve phan"})
_THIS_UNIT = frozenset(f"{kind} {at}" for kind in bare_kinds() for at in ("nay", "do", "ay"))
_WITHIN = frozenset({"trong", "o", "tai", "thuoc"})
_WITH = frozenset({"voi", "cung"})
_ROWS = frozenset({"viec", "nhiem", "vu", "cac", "nhung", "khac"})
_AMONG = frozenset({"trong", "loc", "lay"})
_INSIDE = _AMONG | {"chi", "rieng", "tinh", "xet", "moi"}

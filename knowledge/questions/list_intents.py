"""Whether a list of rows is asked for, and of which kind: by how they stand, by a time, by a unit.

A unit or a time whose question holds nothing else of rows is what the list is of (`idle_words`).
"""

from knowledge.language.text import folded
from knowledge.questions.closings import closes_with_no
from knowledge.questions.constraints import Operator
from knowledge.questions.cues import soft_words, written_plainly
from knowledge.questions.fields_asked import asks_of, asks_when
from knowledge.questions.idle_words import asks_of_several, is_idle, names_work, only_work
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.row_openings import are_left, asks_which, points_at_the_rows
from knowledge.questions.rule_words import ROW_WORDS
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import says_its_title
from knowledge.questions.unknown_units import unknown_unit
from knowledge.units.mentions import unit_like

SMALL = frozenset({"filler", "tail", "this_plan", "soft"})  # a unit's name with nothing but these asks for its tasks
_YEAR = frozenset({"trong", "nam", "he"})  # of "trong năm", which is that of the plan, and a particle behind it


def asks_for_list(spans: Spans) -> Intent | None:
    """Which list is asked for, if any."""
    return by_state(spans) or _handed_in(spans) or _by_time(spans) or _by_unit(spans)


def by_state(spans: Spans) -> Intent | None:
    """A list of rows by how they stand, which nothing else narrows."""
    if (not _only_small(spans) and not _rows_in_a_state(spans)) or spans.has("about"):
        return None
    if spans.has("open") and not spans.has("overdue", "done", "doing"):
        by_days = spans.periods or spans.has("soon")
        return Intent.COUNT if spans.has("count") else Intent.DUE if by_days else Intent.TASKS
    if spans.has("overdue", "done", "doing"):
        return Intent.OVERDUE if spans.has("overdue") and not spans.has("done") else Intent.PROGRESS
    return Intent.DUE if spans.has("soon") else None


def some_of_them(spans: Spans) -> Intent | None:
    """Which of the rows that were shown, or are left of them, whoever has a part in them ("trong số đấy cái nào …")."""
    words, said = spans.words, spans.narrowing
    picks = spans.earlier.listed and asks_which(words) and (points_at_the_rows(words) or are_left(words))
    ranked = said.operator is not Operator.ROWS or said.denied or said.counted is not None
    if not picks or ranked or spans.has("who", "when", "result", "share", "objective", "budget", *FACTS):
        return None
    counts = Intent.COUNT if spans.has("count") else Intent.TASKS
    return by_state(spans) or (Intent.DUE if spans.periods else counts)


def names_rows(spans: Spans) -> bool:
    """Whether a unit's rows are named without any interrogative ("việc chủ trì của Phòng X, trừ quý III")."""
    asked = spans.has("who", "when", "result", "share", "objective", "what")
    return spans.begins_with_work() and bool(spans.units) and only_soft(spans) and not asked


def only_soft(spans: Spans) -> bool:
    """Whether what is left tells no row from another."""
    return _left(spans) <= soft_words()


def _only_small(spans: Spans) -> bool:
    """Whether what is left says nothing in a question for a list ("quý II: | danh mục", "| việc | trễ hạn")."""
    return all(
        word in written_plainly("list") or folded(word) in ROW_WORDS for word in (spans.words[i] for i in spans.rest)
    )


def _left(spans: Spans) -> set[str]:
    """The folded words that are left."""
    return {folded(spans.words[i]) for i in spans.rest}


def _rows_in_a_state(spans: Spans) -> bool:
    """Whether rows are asked for by their state, whatever they are about ("những việc quá hạn về kiểm tra")."""
    asked = spans.has("who", "when", "result", "share", "objective", *FACTS)
    return spans.begins_with_work() and bool({"về", "ve"} & set(spans.words)) and not asked


def _handed_in(spans: Spans) -> Intent | None:
    """What a unit or a time has to bring, where no row is named ("tháng này Văn phòng phải nộp gì")."""
    other = spans.has("who", "when", "share", "objective", "back", "again", "check", *FACTS)
    if not spans.has("result") or other or not (only_soft(spans) or (spans.periods and _of_a_kind(spans))):
        return None
    return Intent.DUE if spans.periods else Intent.TASKS if spans.units else None


def _of_a_kind(spans: Spans) -> bool:
    """Whether what is left says only of which kind ("phải nộp | báo cáo | nào")."""
    end = next(cue.end for cue in spans.cues if "result" in cue.kinds)
    after = end + len(spans.rest)
    behind = [folded(word) for word in spans.words[after : after + 1]]
    return list(spans.rest) == list(range(end, after)) and behind in (["nao"], ["gi"])


def _by_time(spans: Spans) -> Intent | None:
    if spans.has("count"):
        return Intent.COUNT
    if _only_timed(spans):
        return Intent.DUE
    bare = spans.begins_with_work() and only_soft(spans)
    work = spans.has("due") and _left(spans) <= ROW_WORDS  # "quý III có việc đến hạn nào"
    free = _only_small(spans) or spans.narrowing.dated or bare or work or says_its_title(spans)
    timed = bool(spans.periods) and free and not asks_when(spans)
    other = spans.has("share", "result", *FACTS) or (spans.has("about") and not _asks_what_is_in(spans))
    return Intent.DUE if timed and not (other or _aims_of_the_year(spans)) and _wants_list(spans) else None


def _aims_of_the_year(spans: Spans) -> bool:
    """Whether a plan's aims are asked with the year that it is for ("mục tiêu chung | năm nay")."""
    whole = not any(period.finer for period in spans.periods)
    if not (spans.has("objective") and whole) or spans.units or names_work(spans):
        return False
    years = spans.lookup.years_of(spans.scope.plans or range(len(spans.lookup.snapshot.plans)))
    return all(period.last.year in years for period in spans.periods)


def _only_timed(spans: Spans) -> bool:
    """Whether a time within the year is all that tells of which rows ("quý 2 có deadline nào", "lịch việc tháng 6")."""
    finer = any(period.finer and not period.doubt for period in spans.periods)
    other = spans.has("who", "lead", "coordinate", "share", "objective", "check", "back", *FACTS)
    other |= spans.has("about") and not _asks_what_is_in(spans)
    asked = spans.has("list", "due", "about") or names_work(spans) or asks_of_several(spans)
    shown = spans.earlier.of_row or spans.earlier.listed
    asked = is_idle(spans) if asked else spans.has("when", "result") and only_work(spans)
    return finer and asked and not other and not shown


def _asks_what_is_in(spans: Spans) -> bool:
    """Whether it is asked what a time within the year holds ("hạn quý I | gồm những gì"), and no plan."""
    inside = all("gom" in map(folded, spans.words[c.start : c.end]) for c in spans.cues if "about" in c.kinds)
    return inside and spans.has("about") and any(period.finer for period in spans.periods)


def _by_unit(spans: Spans) -> Intent | None:
    if gives(spans):
        return None
    duty = spans.has("duty") and not spans.has("who") and "ai" not in spans.words
    if duty and (spans.units or unknown_unit(spans, spans.rest)):
        return Intent.DUTY
    beside = spans.units and not spans.rest and not spans.has("who") and spans.begins_with_work()
    if spans.has("list") and (beside or _lists_first(spans) or not asks_of(spans)) and not spans.has("whom"):
        told = spans.has("lead", "coordinate") and is_idle(spans)  # "phần chủ trì của Sở A | gồm những gì"
        return _listed(spans, free=_left(spans) <= _YEAR or told)
    shared = spans.narrowing.together and (spans.begins_with_work() or is_idle(spans)) and not spans.has("who", "when")
    if spans.units and (shared or _has_a_part(spans)):
        return Intent.TASKS
    work = _left(spans) <= ROW_WORDS  # "Vụ Thanh tra: | việc", "Công an tỉnh: | việc | chủ trì"
    bare = work or (spans.begins_with_work() and only_soft(spans))
    if spans.units and bare and _ends_in_role(spans):
        return Intent.TASKS
    named = spans.units and ((work and _only_names(spans)) or _only_of_a_unit(spans))
    return Intent.TASKS if named else None


def _has_a_part(spans: Spans) -> bool:
    """Whether it is asked where a unit has a part, or what it has ("Đài A tham gia ở đâu", "… có chủ trì gì không")."""
    ends = {cue.end for cue in spans.cues if cue.kinds & {"lead", "coordinate"}}
    what = any(
        folded(word) in {"gi", "nao", "may"} for word in (spans.words[at] for at in ends if at < len(spans.words))
    )
    who = any("who" in cue.kinds and "whom" not in cue.kinds for cue in spans.cues)  # "dính vào chỗ nào" asks for rows
    other = who or spans.has("when", "result", "share", "check", "back", "again", "table")
    return (spans.has("part") or what or _asks_if_anywhere(spans)) and is_idle(spans) and not other


def _asks_if_anywhere(spans: Spans) -> bool:
    """Whether it is asked if a unit has a role anywhere ("Sở A có | chỗ nào | chủ trì không")."""
    places = (cue.start for cue in spans.cues if cue.kinds >= {"who", "whom"})
    there = any(at and folded(spans.words[at - 1]) == "co" for at in places)
    return there and spans.has("lead", "coordinate") and closes_with_no(spans.words)


def _lists_first(spans: Spans) -> bool:
    """Whether a field is asked only behind the rows of a unit ("Sở A chủ trì việc gì, | ai phối hợp")."""
    listing = (c for c in spans.cues if "list" in c.kinds and c.kinds & {"lead", "coordinate"})
    return is_idle(spans) and any(cue.start == unit.end for cue in listing for unit in spans.units)


def gives(spans: Spans) -> bool:
    """Whether a unit is said to give, and not to be given ("Sở Nội vụ | giao gì cho | các huyện")."""
    ends = {unit.end for unit in spans.units}
    giving = (cue.start for cue in spans.cues if "duty" in cue.kinds and spans.words[cue.end - 1] == "cho")
    return any(spans.words[at] == "giao" and _is_behind(spans, at, ends) for at in giving)


def _is_behind(spans: Spans, at: int, ends: set[int]) -> bool:
    """Whether a unit ends right before a word, but for the name of its plan."""
    return next((end in ends for end in range(at, 0, -1) if end - 1 not in spans.scope.taken), False)


def _only_of_a_unit(spans: Spans) -> bool:
    """Whether a unit is all that tells of which rows ("gom hết việc Công an tỉnh lại cho chị")."""
    other = spans.has("who", "when", "result", "share", "objective", "check", "back", "again", "whom", *FACTS)
    inside = spans.has("about") and spans.has("lead", "coordinate")  # "phần chủ trì của Sở A gồm những gì"
    if other or spans.scope.several or (spans.has("about") and not inside):
        return False
    return is_idle(spans) and (inside or names_work(spans) or spans.has("list") or asks_of_several(spans))


def _ends_in_role(spans: Spans) -> bool:
    """Whether a unit and its role are all that is said ("Phòng Đầu tư chủ trì"), not who joins it ("… | mời ai")."""
    roles = [cue for cue in spans.cues if cue.kinds & {"lead", "coordinate"} and "who" not in cue.kinds]
    others = [cue for cue in spans.cues if cue not in roles and not cue.kinds <= SMALL]
    return len(roles) == 1 and not others and roles[0].end == len(spans.words) and spans.units[-1].end <= roles[0].start


def _only_names(spans: Spans) -> bool:
    """Whether units are named and nothing is asked of them."""
    named = {i for unit in spans.units for i in range(unit.start, unit.end)}
    return all(cue.kinds <= SMALL or set(range(cue.start, cue.end)) <= named for cue in spans.cues)


def _wants_list(spans: Spans) -> bool:
    wanted = (
        spans.has("list", "due", "until", "table")
        or _asks_what_is_in(spans)
        or not spans.has("who", "lead", "coordinate", "when")
    )
    return wanted or names_rows(spans)


def _listed(spans: Spans, *, free: bool) -> Intent | None:
    if spans.units and (free or not spans.has("about")):
        return Intent.TASKS
    said = free or unit_like([spans.words[i] for i in spans.rest]) or not spans.has("about")
    if said or _rows_that_say(spans):
        return Intent.TASKS
    return None


def _rows_that_say(spans: Spans) -> bool:
    """Whether rows are asked for by what they speak of ("việc nào của Sở có nhắc tới lúa")."""
    ends = {cue.end for cue in spans.cues if "about" in cue.kinds}
    return spans.begins_with_work() and not ends.isdisjoint(spans.rest)

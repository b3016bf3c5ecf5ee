"""What is asked, told from what stands in a question: the second stage.

Rules are tried from the narrow to the wide: talk, what only a whole list answers, facts of a plan, a list that goes on,
a list, a field of one row. Nothing here looks at a row.
"""

from knowledge.language.text import folded
from knowledge.questions.cell_claims import cell_claim
from knowledge.questions.claims import asks_of_claim, unit_claim
from knowledge.questions.constraints import EITHER, Kind, Operator
from knowledge.questions.cue_uses import TALK
from knowledge.questions.cues import soft_words
from knowledge.questions.facts_asked import asks_of_plans
from knowledge.questions.fields_asked import asks_of, asks_when, beside_a_unit, checks_deadline
from knowledge.questions.heading_facts import facts_of_heading
from knowledge.questions.how_many import ends_in_how_many, several_asked, share_of_rows
from knowledge.questions.measures import begins_with_rate
from knowledge.questions.of_the_row import asked_of_the_row
from knowledge.questions.outcome_asked import closes_with_the_outcome, outcome_at_last
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.row_openings import adds_rows
from knowledge.questions.rule_words import ROW_WORDS
from knowledge.questions.short_forms_asked import asks_what_it_means
from knowledge.questions.spans import Spans
from knowledge.questions.standing_asked import asks_how_all_stand, asks_how_it_stands
from knowledge.questions.talk_rules import asks_who_it_is, goes_on_talking, only_talks
from knowledge.questions.title_words import says_its_title
from knowledge.units.mentions import unit_like


def intent_of(spans: Spans) -> Intent:
    """What is asked first."""
    for rule in (
        _talk,
        facts_of_heading,
        _checked,
        closes_with_the_outcome,
        share_of_rows,
        _counted,
        asked_of_the_row,
        _about_plans,
        _narrowed,
        outcome_at_last,
        _things_counted,
        _list,
        _field,
    ):
        intent = rule(spans)
        if intent:
            return intent
    return Intent.GENERAL


def _checked(spans: Spans) -> Intent | None:
    """What is to be confirmed: that there is nothing, a deadline, who has a part in a row; or how a row stands."""
    if spans.narrowing.denied or spans.narrowing.counted is not None:
        return _by_state(spans) or (Intent.DUE if spans.periods else Intent.TASKS)
    if checks_deadline(spans):
        return Intent.DEADLINE
    if asks_how_it_stands(spans):
        return Intent.STATE
    if asks_how_all_stand(spans):
        return Intent.PROGRESS
    claim = cell_claim(spans) or unit_claim(spans)
    return asks_of_claim(claim)[0] if claim else None


def _talk(spans: Spans) -> Intent | None:
    if spans.has("meaning") or (spans.has("what") and not spans.has("number") and asks_what_it_means(spans)):
        return Intent.MEANING
    bare = not spans.rest and not spans.units and not spans.periods
    if (bare and spans.has("help")) or asks_who_it_is(spans.words):
        return Intent.SMALLTALK
    courtesy = spans.has(*TALK) and not spans.narrowing.taken and only_talks(spans, "list", "what", "about")
    return Intent.SMALLTALK if courtesy and (bare or goes_on_talking(spans)) else None


def _counted(spans: Spans) -> Intent | None:
    """A question that only a whole list answers: the most, each, what is left out or empty."""
    if spans.narrowing.operator in (Operator.EARLIEST, Operator.LATEST):
        return Intent.TASKS
    if spans.narrowing.operator is not Operator.ROWS:
        return Intent.COUNT
    others = spans.has("who") and not spans.has("check") and _leaves_out_a_unit(spans) and not beside_a_unit(spans)
    if asks_of(spans) and not spans.has("list", "count") and not _names_rows(spans) and not others:
        return Intent.COUNT if ends_in_how_many(spans) else None
    narrowed = any(c.kind is Kind.UNIT and c.include for c in spans.narrowing.where)
    narrowed = narrowed or spans.narrowing.has(*_OF_LISTS)
    return (Intent.COUNT if spans.has("count") else Intent.TASKS) if narrowed or spans.narrowing.excludes else None


def _leaves_out_a_unit(spans: Spans) -> bool:
    """Whether others than a unit are asked for ("ngoài Sở Nội vụ thì ai làm khảo sát")."""
    return any(constraint.kind is Kind.UNIT and not constraint.include for constraint in spans.narrowing.where)


def _names_rows(spans: Spans) -> bool:
    """Whether a unit's rows are named without any interrogative ("việc chủ trì của Phòng X, trừ quý III")."""
    asked = spans.has("who", "when", "result", "share", "objective", "what")
    bare = all(folded(spans.words[i]) in soft_words() for i in spans.rest)
    return spans.begins_with_work() and bool(spans.units) and bare and not asked


_OF_LISTS = (
    *(Kind.STATE, Kind.BLANK, Kind.DATED, Kind.WORDS, Kind.SECTION, Kind.RHYTHM),
    *(Kind.PRINTED, Kind.SHARED, Kind.ALONE, Kind.MONEY),
)


def _about_plans(spans: Spans) -> Intent | None:
    beside = spans.has("who", "when", "result")
    return asks_of_plans(spans) or (Intent.BUDGET if spans.has("budget") and not beside else None)


def _list(spans: Spans) -> Intent | None:
    return _by_state(spans) or _handed_in(spans) or _by_time(spans) or _by_unit(spans)


def _narrowed(spans: Spans) -> Intent | None:
    """A list that was given before, of another unit, role or time, or of fewer ("riêng Sở X chủ trì")."""
    if not spans.earlier.listed:
        return None
    if spans.narrowing.role == EITHER and not spans.units and _only_soft(spans):
        return Intent.TASKS
    adds = adds_rows(spans.words)
    if not spans.has("again", "opening") and not adds:
        return None
    asked = spans.has("who", "when", "result", "portion", "objective", "about", "overdue", "soon", "done", "doing")
    if asked or any(folded(spans.words[i]) not in soft_words() for i in spans.rest if i >= adds):
        return None
    if spans.periods:
        return Intent.DUE
    return Intent.TASKS if spans.units or spans.has("lead", "coordinate") else None


def _things_counted(spans: Spans) -> Intent | None:
    """Things counted that are no rows by name ("có mấy đợt tập huấn", "tập huấn có mấy đợt")."""
    if asks_of(spans) or spans.has("count", "back") or not spans.rest:
        return None
    bare = list(map(folded, spans.words))
    few = {i for cue in spans.cues if cue.kinds <= _SMALL for i in range(cue.start, cue.end) if bare[i] == "may"}
    counted = any(at + 1 in spans.rest and bare[at - 1 : at] == ["co"] for at in few)
    return Intent.COUNT if counted else None


def _by_state(spans: Spans) -> Intent | None:
    if (spans.rest and not _rows_in_a_state(spans)) or spans.has("about"):
        return None
    if spans.has("open") and not spans.has("overdue", "done", "doing"):
        by_days = spans.periods or spans.has("soon")
        return Intent.COUNT if spans.has("count") else Intent.DUE if by_days else Intent.TASKS
    if spans.has("overdue", "done", "doing"):
        return Intent.OVERDUE if spans.has("overdue") and not spans.has("done") else Intent.PROGRESS
    return Intent.DUE if spans.has("soon") else None


def _rows_in_a_state(spans: Spans) -> bool:
    """Whether rows are asked for by their state, whatever they are about ("những việc quá hạn về kiểm tra")."""
    asked = spans.has("who", "when", "result", "share", "objective", *FACTS)
    return spans.begins_with_work() and bool({"về", "ve"} & set(spans.words)) and not asked


def _handed_in(spans: Spans) -> Intent | None:
    """What a unit or a time has to bring, where no row is named ("tháng này Văn phòng phải nộp gì")."""
    other = spans.has("who", "when", "share", "objective", "back", "again", "check", *FACTS)
    if not spans.has("result") or other or not (_only_soft(spans) or (spans.periods and _of_a_kind(spans))):
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
    bare = spans.begins_with_work() and all(folded(spans.words[i]) in soft_words() for i in spans.rest)
    work = spans.has("due") and ROW_WORDS.issuperset(
        folded(spans.words[i]) for i in spans.rest
    )  # "quý III có việc đến hạn nào"
    free = not spans.rest or spans.narrowing.dated or bare or work or says_its_title(spans)
    timed = bool(spans.periods) and free and not asks_when(spans)
    other = spans.has("share", "result", "about", *FACTS)
    return Intent.DUE if timed and not other and _wants_list(spans) else None


def _by_unit(spans: Spans) -> Intent | None:
    if spans.has("duty") and spans.units and not spans.has("who") and "ai" not in spans.words:
        return Intent.DUTY
    beside = spans.units and not spans.rest and not spans.has("who") and spans.begins_with_work()
    if spans.has("list") and (beside or not asks_of(spans)) and not spans.has("whom"):
        return _listed(spans, free=_YEAR.issuperset(folded(spans.words[i]) for i in spans.rest))
    if spans.units and spans.begins_with_work() and spans.narrowing.together and not spans.has("who"):
        return Intent.TASKS
    left = [folded(spans.words[i]) for i in spans.rest]  # "Vụ Thanh tra: | việc", "Công an tỉnh: | việc | chủ trì"
    work = ROW_WORDS.issuperset(left)
    bare = work or (spans.begins_with_work() and _only_soft(spans))
    if spans.units and bare and _ends_in_role(spans):
        return Intent.TASKS
    return Intent.TASKS if spans.units and work and _only_names(spans) else None


def _only_soft(spans: Spans) -> bool:
    return all(folded(spans.words[i]) in soft_words() for i in spans.rest)


def _ends_in_role(spans: Spans) -> bool:
    """Whether a unit and its role are all that is said ("Phòng Đầu tư chủ trì")."""
    roles = [cue for cue in spans.cues if cue.kinds & {"lead", "coordinate"}]
    others = [cue for cue in spans.cues if cue not in roles and not cue.kinds <= _SMALL]
    return len(roles) == 1 and not others and roles[0].end == len(spans.words) and spans.units[-1].end <= roles[0].start


def _only_names(spans: Spans) -> bool:
    """Whether units are named and nothing is asked of them."""
    named = {i for unit in spans.units for i in range(unit.start, unit.end)}
    return all(cue.kinds <= _SMALL or set(range(cue.start, cue.end)) <= named for cue in spans.cues)


def _wants_list(spans: Spans) -> bool:
    wanted = spans.has("list", "due", "until", "table") or not spans.has("who", "lead", "coordinate", "when")
    return wanted or _names_rows(spans)


def many_of(spans: Spans) -> Intent | None:
    """Rows of a kind in the plural, with no field asked of them ("có những đợt kiểm tra nào", "các đợt kiểm tra")."""
    asked = asks_of(spans) or spans.has("who", "whom", "when", "back", "compare", *FACTS) or spans.units
    return Intent.TASKS if not asked and spans.rest and several_asked(spans) else None


def only_plural(spans: Spans) -> bool:
    """Whether nothing but the plural says that a list is asked for."""
    return not spans.has("list", "count", "table") and many_of(spans) is not None


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


def _field(spans: Spans) -> Intent | None:
    if spans.has("whom") and not spans.has("lead", "coordinate", "when", "share", "result"):
        return Intent.PASSAGE
    asks = asks_of(spans)
    if asks:
        return asks[0]
    if many := many_of(spans):
        return many
    if spans.has("about", "list"):
        return Intent.PASSAGE
    return Intent.TARGET if begins_with_rate(spans) else None


_YEAR = frozenset({"trong", "nam", "he"})  # of "trong năm", which is that of the plan, and a particle behind it
_SMALL = frozenset({"filler", "tail", "this_plan", "soft"})  # a unit's name with nothing but these asks for its tasks

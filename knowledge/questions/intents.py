"""What is asked, told from what stands in a question: the second stage.

Rules are tried from the narrow to the wide: talk, what only a whole list answers, facts of a plan, a list that goes on,
a list, a field of one row. Nothing here looks at a row.
"""

import re
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.cell_claims import cell_claim
from knowledge.questions.claims import asks_of_claim, unit_claim
from knowledge.questions.clause_matter import names_a_matter
from knowledge.questions.constraints import EITHER, Kind, Operator
from knowledge.questions.cue_uses import TALK
from knowledge.questions.facts_asked import asks_of_plans
from knowledge.questions.fields_asked import asks_of, beside_a_unit, checks_deadline
from knowledge.questions.figure_claims import figure_claim, is_measured
from knowledge.questions.heading_facts import facts_of_heading
from knowledge.questions.how_many import counts_the_shown, ends_in_how_many, several_asked, share_of_rows
from knowledge.questions.idle_words import hard_words, is_idle
from knowledge.questions.list_intents import SMALL, asks_for_list, by_state, names_rows, only_soft, some_of_them
from knowledge.questions.measures import begins_with_rate
from knowledge.questions.of_the_row import asked_of_the_row, asks_where_written
from knowledge.questions.outcome_asked import closes_with_the_outcome, outcome_at_last
from knowledge.questions.place_asked import place_said
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.row_openings import adds_rows, drops_rows
from knowledge.questions.rule_words import ALONE, GIVEN
from knowledge.questions.sentences_asked import sentence_asked
from knowledge.questions.short_forms_asked import asks_what_it_means
from knowledge.questions.spans import Spans
from knowledge.questions.standing_asked import asks_how_all_stand, asks_how_it_stands
from knowledge.questions.talk_rules import asks_who_it_is, goes_on_talking, only_talks
from knowledge.units.name_words import bare_kinds


def intent_of(spans: Spans) -> Intent:
    """What is asked first."""
    for rule in (
        _talk,
        _sentence,
        facts_of_heading,
        _place,
        some_of_them,
        _checked,
        closes_with_the_outcome,
        share_of_rows,
        asked_of_the_row,
        _counted,
        _about_plans,
        _in_either_role,
        _narrowed,
        outcome_at_last,
        _things_counted,
        asks_for_list,
        _field,
    ):
        intent = rule(spans)
        if intent:
            return intent
    return Intent.GENERAL


def _checked(spans: Spans) -> Intent | None:
    """What is to be confirmed: that there is nothing, a deadline, who has a part in a row; or how a row stands."""
    if spans.narrowing.denied or spans.narrowing.counted is not None:
        return by_state(spans) or (Intent.DUE if spans.periods else Intent.TASKS)
    claim = cell_claim(spans) or unit_claim(spans)
    if is_measured(figure_claim(spans)) and not claim and not checks_deadline(spans):
        return Intent.TARGET
    if checks_deadline(spans):
        return Intent.DEADLINE
    if asks_how_it_stands(spans):
        return Intent.STATE
    if asks_how_all_stand(spans):
        return Intent.PROGRESS
    return asks_of_claim(claim)[0] if claim else None


def _sentence(spans: Spans) -> Intent | None:
    """A sentence of the text that is told in other words, whatever it asks elsewhere."""
    return Intent.PASSAGE if sentence_asked(spans) else None


def _place(spans: Spans) -> Intent | None:
    """Where the row that was told is done, which its text may tell ("mở ở hồ bơi nào"), or where it is written."""
    said = spans.utterance.topical
    asked = spans.earlier.of_row and not spans.scope.named and (bool(place_said(said)) or asks_where_written(said))
    return Intent.PASSAGE if asked else None


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
    others = others or _names_rows_of_a_unit(spans) or _sets_units_apart(spans)
    if asks_of(spans) and not spans.has("list", "count") and not names_rows(spans) and not others:
        return Intent.COUNT if ends_in_how_many(spans) or counts_the_shown(spans) else None
    narrowed = any(c.kind is Kind.UNIT and c.include for c in spans.narrowing.where)
    narrowed = (
        narrowed or spans.narrowing.laid_out or (spans.narrowing.has(*_OF_LISTS) and not _of_a_matter_in_a_part(spans))
    )
    return (Intent.COUNT if spans.has("count") else Intent.TASKS) if narrowed or spans.narrowing.excludes else None


def _of_a_matter_in_a_part(spans: Spans) -> bool:
    """Whether a matter is named that a part of the plan says, and no rows of it ("phương châm trong phần yêu cầu")."""
    where = spans.narrowing.where
    part = bool(where) and all(one.kind is Kind.SECTION and one.include for one in where)
    listed = spans.units or spans.periods or spans.has("list", "count", "duty", "lead", "coordinate", "due", "plans")
    matter = any(folded(spans.words[i]) not in GIVEN for i in hard_words(spans))
    return part and not listed and not names_rows(spans) and matter


def _names_rows_of_a_unit(spans: Spans) -> bool:
    """Whether "chỗ nào" only begins what tells of which rows ("những | chỗ nào ghi Thanh tra phải phối hợp")."""
    units = [c for c in spans.narrowing.where if c.kind is Kind.UNIT and c.include]
    whos = [cue for cue in spans.cues if "who" in cue.kinds]
    return bool(whos) and all(any(c.start < cue.end and cue.start < c.end for c in units) for cue in whos)


def _leaves_out_a_unit(spans: Spans) -> bool:
    """Whether others than a unit are asked for ("ngoài Sở Nội vụ thì ai làm khảo sát")."""
    return any(constraint.kind is Kind.UNIT and not constraint.include for constraint in spans.narrowing.where)


def _sets_units_apart(spans: Spans) -> bool:
    """Whether a unit, its role and another without a part are all that is said ("X chủ trì, không phối hợp với Y")."""
    other = spans.has("who", "whom", "when", "result", "share", "objective", "check", "back", *FACTS)
    return bool(spans.units) and _leaves_out_a_unit(spans) and only_soft(spans) and not other


_OF_LISTS = (
    *(Kind.STATE, Kind.BLANK, Kind.DATED, Kind.WORDS, Kind.SECTION, Kind.RHYTHM),
    *(Kind.PRINTED, Kind.GRAIN, Kind.SHARED, Kind.ALONE, Kind.MONEY),
)


def _about_plans(spans: Spans) -> Intent | None:
    beside = spans.has("who", "when", "result")
    return asks_of_plans(spans) or (Intent.BUDGET if spans.has("budget") and not beside else None)


def _in_either_role(spans: Spans) -> Intent | None:
    """The rows of a unit, or of the list before, where no more is said ("Phòng X chủ trì hay phối hợp đều được")."""
    if spans.narrowing.role != EITHER or not only_soft(spans):
        return None
    if not spans.units:
        return Intent.TASKS if spans.earlier.listed else None
    if spans.narrowing.together or not _has_only_roles(spans):
        return None
    return Intent.DUE if spans.periods else Intent.TASKS


def _narrowed(spans: Spans) -> Intent | None:
    """A list that was given before, of another unit, role or time, or of fewer ("riêng Sở X chủ trì")."""
    if not spans.earlier.listed:
        return None
    adds = adds_rows(spans.words)
    timed = any(period.finer for period in spans.periods) and is_idle(spans)  # "hỏi lại: chỉ tháng 10 thôi"
    timed |= _says_only_when(spans)
    drops = drops_rows(spans.utterance.topical)
    if not spans.has("again", "opening") and not (adds or timed or drops or _is_only_a_role(spans)):
        return None
    asked = spans.has("who", "when", "result", "portion", "objective", "about", "overdue", "soon", "done", "doing")
    if asked or (not timed and any(i >= adds for i in hard_words(spans))):
        return None
    if spans.periods:
        return Intent.DUE
    return Intent.TASKS if spans.units or spans.has("lead", "coordinate") else None


def _says_only_when(spans: Spans) -> bool:
    """Whether a turn says a time within the year, or opens with a role, and names no matter beside it.

    As in "nhẩm giùm, tháng 9 nhé", "thế | tháng 7, nói gọn thôi", "còn | phối hợp, kể hết". Clauses of their own are
    talk where no two of their words stand side by side in the plans. A matter goes on in another time behind "còn
    tháng 7 … thì sao".
    """
    starts = [period.start for period in spans.periods if period.finer and not period.doubt]
    opening = [at for at in starts if _opens_with(spans, at)]
    starts += [c.start for c in spans.cues if c.kinds & {"lead", "coordinate"} and _opens_with(spans, c.start)]
    if not starts or spans.has("share", "check", *FACTS):
        return False
    if opening and _AND_THEN.search(" ".join(map(folded, spans.words))):
        return True
    begins = [0, *sorted(spans.utterance.breaks)]
    own = {_clause(begins, at) for at in starts}
    by_itself = _by_itself(spans)
    hard = [at for at in hard_words(spans) if at not in by_itself]
    if all(at < begins[-1] for at in hard) and _has_the_last_clause(spans, begins[-1], starts):
        return True
    matter = any(b == a + 1 and spans.lookup.beside(spans.words[a], spans.words[b]) for a, b in pairwise(hard))
    return not matter and all(_clause(begins, at) not in own for at in hard)


_AND_THEN = re.compile(r"\bthi sao(?: (?:a|em|anh|chi|vay|nhi))?$")


def _has_the_last_clause(spans: Spans, last: int, starts: list[int]) -> bool:
    """Whether a time has a clause of its own with "thì sao", or behind talk that no row has ("em đang đi kiểm tra")."""
    asked = _AND_THEN.search(" ".join(map(folded, spans.words)))
    return 0 < last <= max(starts) and (bool(asked) or not names_a_matter(spans.words[:last], spans.lookup))


def _by_itself(spans: Spans) -> set[int]:
    """Where it stands behind a role that a unit has it alone ("chủ trì | một mình"), which names no matter."""
    ends = [cue.end for cue in spans.cues if cue.kinds & {"lead", "coordinate"}]
    return {i for end in ends if " ".join(map(folded, spans.words[end : end + 2])) in _ALONE for i in (end, end + 1)}


_ALONE = frozenset(map(folded, ALONE))


def _clause(begins: list[int], at: int) -> int:
    """Where the clause of a word begins."""
    return max(begin for begin in begins if begin <= at)


def _opens_with(spans: Spans, at: int) -> bool:
    """Whether a word stands right behind what goes on ("thế | tháng 7", "còn | phối hợp")."""
    ends = {cue.end for cue in spans.cues if cue.kinds & {"again", "opening"} and cue.end <= at}
    small = {i for cue in spans.cues if cue.kinds <= SMALL for i in range(cue.start, cue.end)}
    return any(small.issuperset(range(end, at)) for end in ends)


def _is_only_a_role(spans: Spans) -> bool:
    """Whether behind a list of units another role is all that is said ("phối hợp?"), and not who has it.

    "Các đơn vị phối hợp" are those who have it.
    """
    role = spans.earlier.of_units and spans.has("lead", "coordinate") and not spans.has("who", "whom")
    if not role or _WHO_HAS.search(" ".join(map(folded, spans.words))):
        return False
    return _has_only_roles(spans)


def _has_only_roles(spans: Spans) -> bool:
    return all(cue.kinds & {"lead", "coordinate"} or cue.kinds <= SMALL for cue in spans.cues)


_WHO_HAS = re.compile(rf"\b(?:{'|'.join(bare_kinds())}) (?:chu tri|phoi hop)\b")


def _things_counted(spans: Spans) -> Intent | None:
    """Things counted that are no rows by name ("có mấy đợt tập huấn", "tập huấn có mấy đợt")."""
    if asks_of(spans) or spans.has("count", "back") or not spans.rest:
        return None
    bare = list(map(folded, spans.words))
    few = {i for cue in spans.cues if cue.kinds <= SMALL for i in range(cue.start, cue.end) if bare[i] == "may"}
    counted = any(at + 1 in spans.rest and bare[at - 1 : at] == ["co"] for at in few)
    return Intent.COUNT if counted else None


def many_of(spans: Spans) -> Intent | None:
    """Rows of a kind in the plural, with no field asked of them ("có những đợt kiểm tra nào", "các đợt kiểm tra")."""
    asked = asks_of(spans) or spans.has("who", "whom", "when", "back", "compare", *FACTS) or spans.units
    return Intent.TASKS if not asked and spans.rest and several_asked(spans) else None


def only_plural(spans: Spans) -> bool:
    """Whether nothing but the plural says that a list is asked for."""
    return not spans.has("list", "count", "table") and many_of(spans) is not None


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
    if figure_claim(spans):
        return Intent.TARGET
    return Intent.TARGET if begins_with_rate(spans) else None

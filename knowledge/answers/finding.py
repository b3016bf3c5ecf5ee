"""The row that a question is about, found before a cell of it is read: by number, as the one talked of, by its words.

A field is a cell of the row: an objective is asked of a row that its own words find, and only a figure ("bao nhiêu %")
is looked for among the single statements of rows and passages.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.answers.ask import Ask
from knowledge.answers.carried_out import carried_out
from knowledge.answers.claimed_figures import says_claimed
from knowledge.answers.evidence import Candidate, Search, candidates, topic_of
from knowledge.answers.preference import preference
from knowledge.answers.row_talked_of import stayed
from knowledge.answers.same_statement import of_another_level
from knowledge.answers.twins import merged, with_targets_once
from knowledge.language.text import folded
from knowledge.model import Passage, Target, Task, TaskKind
from knowledge.questions.concept import Concept
from knowledge.questions.constraints import Kind
from knowledge.questions.coverage import WHOLE
from knowledge.questions.cues import everyday_phrases, plain_words, soft_words
from knowledge.questions.query import FIELDS, LISTS, Intent
from knowledge.questions.statements import amount_in, best_statement, counted_in
from knowledge.questions.two_sides import compared_fields
from knowledge.reply import Citation
from knowledge.search.index import Field, Part
from knowledge.search.nearness import Neighbours

_PARTS = {
    Intent.PASSAGE: (Part.TASK, Part.TARGET, Part.PASSAGE),
    Intent.GENERAL: (Part.TASK, Part.TARGET, Part.PASSAGE),
    Intent.BUDGET: (Part.TASK, Part.PASSAGE),
    Intent.LEAD: (Part.TASK, Part.PASSAGE),
    Intent.COORDINATE: (Part.TASK, Part.PASSAGE),
    Intent.TARGET: (Part.TASK, Part.TARGET, Part.PASSAGE),
    Intent.DEADLINE: (Part.TASK, Part.TARGET, Part.PASSAGE),
}
_OBJECTIVE = 0.98
_SHARED = 0.9
_TARGET_FIELDS = {Field.TEXT: 1.0, Field.OBJECTIVE: 1.0, Field.RESULT: 0.5, Field.SECTION: 0.3, Field.OTHER: 0.1}
_STT = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
_MARK = re.compile(r"[ivxl]+|[a-e]")
_MARKED = re.compile(r"^([ivxl]+|[a-e])[./-](?=\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """Rows that may answer, the likeliest first.

    Args:
        topic: what they were looked for by.
        named: whether the question leaves no doubt which they are (their number; the row that was talked of).
        meant: how near rows are in meaning, where the words left it open.
        beside: those that may be meant instead of the first, the likeliest first, where meaning was looked at.
        probable: then how probable it is that the first is meant.
        answered: and how probable that any of those that are shown is.
    """

    rows: Sequence[Candidate]
    topic: Sequence[Concept] = ()
    named: bool = False
    meant: Neighbours | None = None
    beside: Sequence[Candidate] = ()
    probable: float = 1.0
    answered: float | None = None


def numbered_rows(ask: Ask) -> list[Candidate] | None:
    """The rows of the number that is all that the question says of them ("nhiệm vụ 2.1", "mục VI.2.1"); else None."""
    if any(constraint.kind is Kind.PLACE for constraint in ask.query.where) and not ask.query.topic:
        chosen = ask.selector.select(ask.register.of_plans(ask.plans), ask.query.where)
        places = [ask.register.place(int(row)) for row in chosen]
        return [Candidate(ask.lookup.task(place), place[0], 1.0, WHOLE) for place in places]
    soft, of_rows = soft_words(), plain_words("row")
    said = [(w, folded(w)) for w in ask.query.topic]
    section, number = _numbers([w for w, bare in said if _MARK.fullmatch(w) or not (bare in soft or bare in of_rows)])
    if not number:
        return None
    rows = map(ask.register.index.place, ask.register.index.numbers.get(number, ()))
    found = [(plan, ask.lookup.task((plan, item))) for plan, item in rows if plan in ask.plans]
    return [Candidate(citation, plan, 1.0, WHOLE) for plan, citation in found if _is_numbered(citation.item, section)]


def _is_numbered(item: Task | Target | Passage, section: str) -> bool:
    return isinstance(item, Task) and item.kind is TaskKind.TABLE and _under(section, item)


def find_rows(ask: Ask) -> Found:
    """The rows a question for a field may be about."""
    shown = _pointed_at(ask) or _all_shown(ask)
    if shown:
        return Found(shown, named=True)
    if row := None if _asks_purpose_of_plan(ask) else of_another_level(ask) or stayed(ask):
        return _row_of_text(ask, row) or Found([carried_out(ask, row) or row], named=True)
    numbered = numbered_rows(ask)
    if numbered is not None:
        return Found(numbered, named=True)
    topic = topic_of(ask.query.topic, ask.lookup)
    if (aims := _of_the_whole(ask)) or not topic:
        return Found(aims, named=True)
    if ask.query.stay and ask.before.abstained and ask.query.topic == ask.before.topic:
        return Found((), topic)
    return Found(_fitting(ask, topic), topic)


def _of_the_whole(ask: Ask) -> list[Candidate]:
    """What a plan is for ("mục tiêu chung năm nay", "kế hoạch này để làm gì"), else what it aims at; none of a row."""
    if not (Intent.TARGET in ask.query.asks or _asks_purpose(ask)):
        return []
    years = set(map(str, ask.lookup.years_of(ask.plans)))  # of another year no plan that is asked says anything
    said = [word for word in map(folded, ask.query.topic) if not (word in _OF_THE_YEAR or word in years)]
    if len(years) > 1 and years.intersection(ask.query.topic):
        return []
    purposes = _first_of(_aims(ask, _PURPOSES)) if _AS_A_WHOLE.issuperset(said) else []
    return purposes if purposes and (said or _asks_purpose(ask)) else [] if said else _aims(ask)


def _asks_purpose(ask: Ask) -> bool:
    """Whether it is asked what a plan is for, and not a thing of the chat ("cột này để làm gì")."""
    said = " ".join(map(folded, ask.query.words))
    return (bool(_PURPOSE.search(said)) or ask.asks_purpose) and (ask.query.scope.named or bool(_PLAN.search(said)))


def _asks_purpose_of_plan(ask: Ask) -> bool:
    """Whether it is asked what "kế hoạch này" is for, which behind a list is no row of it."""
    of_plan = any("this_plan" in cue.kinds for cue in ask.query.cues)
    return of_plan and _asks_purpose(ask) and ask.before.intent not in (*FIELDS, Intent.GENERAL, Intent.PASSAGE)


def _pointed_at(ask: Ask) -> list[Candidate]:
    """The row that was pointed at in what was shown."""
    return _standing([ask.query.row], ask) if ask.query.row else []


def _row_of_text(ask: Ask, told: Candidate) -> Found | None:
    """The rows on the matter of a sentence that was told, where it is asked who has it, by when or what comes out.

    The sentence is asked itself where it tells that, or where no row, or more than one, has the most of what it was
    found by.
    """
    if isinstance(told.citation.item, Task) or not _OF_A_ROW.intersection(ask.query.asks):
        return None
    if preference(ask, told.citation) >= _TELLS:
        return None
    topic = topic_of(ask.before.topic, ask.lookup)
    rows = candidates(topic, ask.lookup, replace(search_of(ask, (told.plan,)), parts=(Part.TASK,))) if topic else []
    next_ = rows[1].score if len(rows) > 1 else 0.0
    one = rows and rows[0].coverage.share >= _ON_THE_MATTER and next_ < rows[0].score * _AS_NEAR
    return Found(rows, topic) if one else None


_OF_A_ROW = frozenset({Intent.LEAD, Intent.COORDINATE, Intent.RESULT, Intent.DEADLINE})
_TELLS = 1.0  # preference from which a sentence tells what is asked
_AS_NEAR = 0.9  # share of the score of the best row from which another may be that of the sentence as well
_ON_THE_MATTER = 0.5  # share of what a sentence was found by, which a row has to hold


def _all_shown(ask: Ask) -> list[Candidate]:
    """The rows that were shown in a list or asked back about, where a field is asked and none is pointed at."""
    query, before = ask.query, ask.before
    of_list = before.intent is None or before.intent in LISTS or before.doubted
    several = query.stay and query.asks and of_list and len(before.listed) > 1 and before.listed == before.shown
    same = before.query is None or (query.topic, query.units) == (before.topic, before.query.units)
    rows = _standing(before.listed, ask) if several and same else []
    tasks = [row for row in rows if isinstance(row.citation.item, Task)]
    return (tasks if len(tasks) > 1 else []) if before.doubted else rows


def _standing(refs: Iterable[str], ask: Ask) -> list[Candidate]:
    """The rows of these refs that the plans still have."""
    found = [citation for ref in refs if ref and (citation := ask.lookup.snapshot.find(ref))]
    return [Candidate(citation, ask.lookup.position(citation.stem) or 0, 1.0, WHOLE) for citation in found]


def _fitting(ask: Ask, topic: Sequence[Concept]) -> list[Candidate]:
    measured = ask.asks_figure
    found = [c for plans in _apart(ask) for c in candidates(topic, ask.lookup, search_of(ask, plans))]
    found = merged(ask, sorted(found, key=lambda c: -c.score))
    counted = [c for c in found if counted_in(c.citation.item, ask.counted)] if ask.counted else []
    if counted and counted[0].score >= found[0].score * _ABOUT_AS_WELL:
        return counted
    if ask.counted and found and amount_in(found[0].citation.item):
        return found
    return _by_statement(found, topic, ask) or found if measured else found


_ABOUT_AS_WELL = 0.5  # share of the best score from which a row is asked for what it counts


def _apart(ask: Ask) -> list[tuple[int, ...]]:
    """The plans as they are searched: each by itself where each is to answer."""
    return [(plan,) for plan in ask.plans] if ask.query.compare and len(ask.plans) <= _APART else [ask.plans]


_APART = 12  # plans up to which each is searched by itself


def _context(ask: Ask) -> tuple[str, ...]:
    """What was talked of, where a turn of few words goes on ("báo cáo kết quả thì nộp ngày nào"), or told beside."""
    back = ask.query.back and not compared_fields(ask.query)
    goes_on = (ask.query.stay or back) and ask.before.shown and len(ask.query.topic) <= _BRIEF
    return ask.query.context_words or (ask.before.topic if goes_on else ()) or ask.query.told


_BRIEF = 6  # words of a topic that is understood with the one before


def search_of(ask: Ask, plans: tuple[int, ...]) -> Search:
    """Where the topic of a question is looked for."""
    return Search(
        plans=plans,
        parts=_parts(ask),
        prefer=lambda citation: preference(ask, citation),
        context=topic_of(_context(ask), ask.lookup),
        fields=_TARGET_FIELDS if ask.asks_figure and not ask.counted else None,
    )


def _parts(ask: Ask) -> tuple[Part, ...]:
    """What may answer; what a plan costs as a whole is told by its running text, and by no row."""
    whole = ask.query.intent is Intent.BUDGET and list(map(folded, ask.query.topic)) == ["kinh", "phi"]
    return (Part.PASSAGE,) if whole else _PARTS.get(ask.query.intent, (Part.TASK,))


def _aims(ask: Ask, headed: re.Pattern[str] | None = None) -> list[Candidate]:
    """What stands under a heading "Mục tiêu", or another one, where the plan's own aims are asked for."""
    if ask.query.stay and not _asks_purpose_of_plan(ask):
        return []
    found = []
    for plan, loaded in zip(ask.plans, ask.loaded, strict=True):
        for ref, passage in zip(loaded.passage_refs, loaded.plan.passages, strict=True):
            if passage.section and (headed or _AIMS).search(folded(passage.section[-1])):
                found.append(Candidate(Citation(ref, loaded.stem, passage), plan, 1.0, WHOLE))
    return found


def _first_of(aims: Sequence[Candidate]) -> list[Candidate]:
    """Those under the first of each plan's headings: what it aims at as a whole stands before the aims of a field."""
    first: dict[int, tuple[str, ...]] = {}
    return [aim for aim in aims if aim.citation.item.section == first.setdefault(aim.plan, aim.citation.item.section)]


_AS_A_WHOLE = frozenset({"chung", "tong", "quat", "cuoi", "cung"})  # of "mục tiêu chung", "đích cuối cùng"
_OF_THE_YEAR = frozenset({"nam", "nay"})  # of a plan: "mục tiêu chung | năm nay"
_PURPOSE = re.compile(r"\b(?:muc dich|de lam (?:gi|chi)|nham (?:cai )?gi)\b")
_PLAN = re.compile(r"\b(?:ke hoach|kh|chuong trinh)\b")
_AIMS = re.compile(r"\b(?:muc|chi) tieu\b")
_PURPOSES = re.compile(r"\bmuc (?:tieu|dich)\b")


def _numbers(said: Sequence[str]) -> tuple[str, str]:
    """The mark of a section and the number of a row, where that is all that is said; else no number."""
    parts = [part for word in said for part in _MARKED.sub(r"\1 ", word).split()]
    numbers = [part for part in parts if _STT.fullmatch(part)]
    marks = [part for part in parts if _MARK.fullmatch(part)]
    whole = len(numbers) == 1 and len(marks) <= 1 and len(parts) == len(numbers) + len(marks)
    return ("".join(marks), numbers[0]) if whole else ("", "")


def _under(mark: str, task: Task) -> bool:
    return not mark or any(
        heading.split()[0].strip(".)").lower() == mark for heading in task.section if heading.strip()
    )


def _by_statement(found: list[Candidate], topic: Sequence[Concept], ask: Ask) -> list[Candidate]:
    """Candidates for a figure, by the statement of each that fits best."""
    ranked = []
    turns = [folded(" ".join(c.typed)) for c in topic if len(c.typed) > 1 and c.typed in everyday_phrases()]
    topic = [concept for concept in topic if not concept.soft] or topic  # "tỷ lệ" asks for the figure
    for candidate in found:
        statement = best_statement(topic, candidate.citation.item, ask.lookup.weight)
        if statement:
            prefer = preference(ask, candidate.citation) * _own(ask, candidate.citation, statement.text)
            prefer *= _CLAIMED if says_claimed(ask, statement.text) else 1.0
            prefer *= _AS_SAID if any(turn in folded(statement.text) for turn in turns) else 1.0
            score = replace(candidate, score=statement.fit * prefer, coverage=statement.coverage)
            ranked.append((score, folded(statement.text)))
    return with_targets_once(sorted(ranked, key=lambda each: -each[0].score))


_AS_SAID = 1.15  # and one in which a turn of everyday speech is printed ("xử lý | dứt điểm"), which tells figures apart
_CLAIMED = 1.15  # what a statement gains that prints the very figure which is to be confirmed


def _own(ask: Ask, citation: Citation, text: str) -> float:
    """How much a statement is the item's own: an objective less, and one that the row before has too still less."""
    item = citation.item
    if not isinstance(item, Task) or not item.objective or text not in item.objective:
        return 1.0
    plan, position = ask.lookup.place(citation.ref) or (0, 0)
    before = ask.lookup.snapshot.plans[plan].plan.tasks[position - 1] if position else None
    return _SHARED if before and before.objective == item.objective else _OBJECTIVE

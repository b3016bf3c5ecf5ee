"""Questions about one row: who chairs and coordinates, when, what comes out, which target, what is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate, Search, candidates, item_words, topic_of
from knowledge.language.text import folded
from knowledge.model import DeadlineKind, Passage, Target, Task, TaskKind
from knowledge.questions.concepts import WHOLE, Concept, bag, hold
from knowledge.questions.cues import soft_words
from knowledge.questions.query import Intent
from knowledge.questions.statements import best_statement, figure_at, figures, level_of
from knowledge.reply import Answer, Citation, Entry, Line
from knowledge.search.index import Field, Part
from knowledge.wording import phrases
from knowledge.wording.rows import deadline_text, joined, line, plan_name, row_lines, shortened, task_title

_BY_YEAR = re.compile(r"năm (?:19|20)\d\d")
_CHARGES = re.compile(r"\b(?:chu tri|phu trach|(?<!tu )chiu trach nhiem|co trach nhiem|lam dau moi)\b")
_SUM = re.compile(r"\d[\d.,]*\s*(?:dong|trieu|ty|nghin|ngan)\b")
_NO_FIGURE = 0.5  # the preference of items without a figure is below
_CLOSE = 0.8  # share of the best score from which another plan's row is shown beside it
_PARTS = {
    Intent.PASSAGE: (Part.TASK, Part.TARGET, Part.PASSAGE),
    Intent.GENERAL: (Part.TASK, Part.TARGET, Part.PASSAGE),
    Intent.BUDGET: (Part.TASK, Part.PASSAGE),
    Intent.LEAD: (Part.TASK, Part.PASSAGE),
    Intent.COORDINATE: (Part.TASK, Part.PASSAGE),
    Intent.TARGET: (Part.TASK, Part.TARGET, Part.PASSAGE),
    Intent.DEADLINE: (Part.TASK, Part.TARGET),
}


def answer_field(ask: Ask) -> Answer:
    """The answer to a question about one row or passage."""
    stayed = _stayed(ask)
    numbered = [] if stayed else _by_number(ask)
    if len(numbered) > 1:
        return _of_number(ask, numbered)
    found = [stayed] if stayed else numbered or _fitting(ask)
    if not found or not (stayed or found[0].hold.about) or _lacks_post(ask, found[0].citation):
        return _nothing(ask, found)
    if _empty(ask, found[0].citation):
        return _blank(ask, found[0].citation)
    chosen = _by_plan(ask, found)
    entries = tuple(Entry(_card(ask, c.citation), c.citation) for c in chosen)
    head = (*_head(ask, chosen[0].citation), *((phrases.several_plans(),) if len(chosen) > 1 else ()))
    return Answer(ask.query.intent.value, head, entries, _silent(ask, chosen))


def _silent(ask: Ask, chosen: Sequence[Candidate]) -> tuple[Line, ...]:
    """Of the plans that were named together those that do not say it."""
    said = {candidate.plan for candidate in chosen}
    names = [plan_name(p.plan.heading, p.plan.source) for at, p in zip(ask.plans, ask.loaded, strict=True)
             if at not in said]  # fmt: skip
    return (phrases.silent_plans(names),) if names and ask.query.scope.several else ()


def _lacks_post(ask: Ask, citation: Citation) -> bool:
    """Whether the holder of a post is asked for who is not named: "phó giám đốc nào" is no question for a unit."""
    item = citation.item
    named = (*item.lead, *item.coordinate) if isinstance(item, Task) else (item.text,)
    return ask.query.post not in folded(" ".join(named))


def _empty(ask: Ask, citation: Citation) -> bool:
    """Whether the row leaves open all that is asked of it."""
    item = citation.item
    if ask.query.intent is Intent.TARGET:
        asked = any("share" in cue.kinds for cue in ask.query.cues)
        return _has_figure(item) < _NO_FIGURE and (asked or not isinstance(item, Task) or not item.objective)
    if ask.query.intent is Intent.BUDGET:
        return not _has_sum(item)
    if not ask.query.asks or not isinstance(item, Task):
        return False
    return not any(_value(ask, name, citation, item) for name in ask.query.asks)


def _blank(ask: Ask, citation: Citation) -> Answer:
    item = citation.item
    title = task_title(item) if isinstance(item, Task) else item.text
    return ask.abstain(phrases.left_open(ask.query.intent.value, shortened(title)))


def _stayed(ask: Ask) -> Candidate | None:
    """The row cited last, where the question goes on about it."""
    query, before = ask.query, ask.before
    if not query.stay or before.abstained or not before.cited:
        return None
    citation = ask.guide.snapshot.find(before.cited[0])
    position = ask.guide.position(citation.stem) if citation else None
    if citation is None or position is None or position not in ask.plans:
        return None
    if query.topic == before.topic:
        return Candidate(citation, position, 1.0, WHOLE)
    holding = hold(topic_of(query.topic, ask.guide), item_words(citation.item))
    return Candidate(citation, position, 1.0, holding) if holding.share >= _SAME and len(query.topic) <= _FEW else None


_SAME = 0.95
_FEW = 3


def _fitting(ask: Ask) -> list[Candidate]:
    query = ask.query
    if query.stay and ask.before.abstained and query.topic == ask.before.topic:
        return []
    topic = topic_of(query.topic, ask.guide)
    if not topic:
        return _aims(ask)
    search = Search(
        plans=ask.plans,
        parts=_PARTS.get(query.intent, (Part.TASK,)),
        prefer=lambda citation: _preference(ask, citation),
        context=topic_of(query.context_words, ask.guide),
        fields=_TARGET_FIELDS if query.intent is Intent.TARGET else None,
    )
    found = candidates(topic, ask.guide, search)
    if query.intent is not Intent.TARGET:
        return found
    stated = _by_statement(found, topic, ask)
    return stated if stated and stated[0].hold.about else _by_objective(found, topic, ask) or stated


def _by_objective(found: Sequence[Candidate], topic: Sequence[Concept], ask: Ask) -> list[Candidate]:
    """Rows whose objective is about the topic though it has no figure, where no figure is asked for."""
    if any("share" in cue.kinds for cue in ask.query.cues):
        return []
    aims = [(c, c.citation.item.objective) for c in found if isinstance(c.citation.item, Task)]
    held_ = [replace(c, hold=hold(topic, (bag(aim),) * 3)) for c, aim in aims if aim]
    return [c for c in held_ if c.hold.about]


def _aims(ask: Ask) -> list[Candidate]:
    """What stands under a heading "Mục tiêu", where the plan's own aims are asked for."""
    if Intent.TARGET not in ask.query.asks or ask.query.stay:
        return []
    found = []
    for plan, loaded in zip(ask.plans, ask.loaded, strict=True):
        for ref, passage in zip(loaded.passage_refs, loaded.plan.passages, strict=True):
            if passage.section and "muc tieu" in folded(passage.section[-1]):
                found.append(Candidate(Citation(ref, loaded.stem, passage), plan, 1.0, WHOLE))
    return found


def _by_number(ask: Ask) -> list[Candidate]:
    """The rows of the number that is all that the question says of them ("nhiệm vụ 2.1", "mục VI.2.1")."""
    section, number = _numbers(
        [word for word in ask.query.topic if _MARK.fullmatch(word) or folded(word) not in soft_words()]
    )
    if not number:
        return []
    found = []
    for plan, loaded in zip(ask.plans, ask.loaded, strict=True):
        rows = zip(loaded.task_refs, loaded.plan.tasks, strict=True)
        found += [
            Candidate(Citation(ref, loaded.stem, task), plan, 1.0, WHOLE)
            for ref, task in rows
            if task.stt.strip(".") == number and task.kind is TaskKind.TABLE and _under(section, task)
        ]
    return found


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


def _of_number(ask: Ask, found: Sequence[Candidate]) -> Answer:
    """Rows that have one number in several sections or plans: all of them, each with where it stands."""
    entries = tuple(Entry(_card(ask, c.citation), c.citation) for c in found)
    stt = found[0].citation.item.stt.strip(".") if isinstance(found[0].citation.item, Task) else ""
    return Answer(ask.query.intent.value, (phrases.same_number(len(entries), stt),), entries)


_STT = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
_MARK = re.compile(r"[ivxl]+|[a-e]")
_MARKED = re.compile(r"^([ivxl]+|[a-e])[./-](?=\d)")


def _by_statement(found: list[Candidate], topic: Sequence[Concept], ask: Ask) -> list[Candidate]:
    """Candidates for a figure, by the statement of each that fits best; those without a figure are last."""
    ranked = []
    topic = [concept for concept in topic if not concept.soft] or topic  # "tỷ lệ" asks for the figure
    for candidate in found:
        statement = best_statement(topic, candidate.citation.item, ask.guide.weight)
        if statement:
            prefer = _preference(ask, candidate.citation) * _own(ask, candidate.citation, statement.text)
            ranked.append(replace(candidate, score=statement.fit * prefer, hold=statement.hold))
    return sorted(ranked, key=lambda c: (not c.hold.about, -c.score))


def _own(ask: Ask, citation: Citation, text: str) -> float:
    """How much a statement is the item's own: an objective less, and one that the row before has too still less."""
    item = citation.item
    if not isinstance(item, Task) or not item.objective or text not in item.objective:
        return 1.0
    plan, position = ask.guide.place(citation.ref) or (0, 0)
    before = ask.guide.snapshot.plans[plan].plan.tasks[position - 1] if position else None
    return _SHARED if before and before.objective == item.objective else _OBJECTIVE


_OBJECTIVE = 0.98
_SHARED = 0.9
_TARGET_FIELDS = {Field.TEXT: 1.0, Field.OBJECTIVE: 1.0, Field.RESULT: 0.5, Field.SECTION: 0.3, Field.OTHER: 0.1}


def _preference(ask: Ask, citation: Citation) -> float:
    """How much an item is what the question can be about, beside its words."""
    factor = _FITS.get(ask.query.intent, _anything)(citation.item)
    item = citation.item
    if ask.query.intent in (Intent.PASSAGE, Intent.GENERAL) and isinstance(item, Passage) and item.section:
        heading = bag(item.section[-1])
        factor *= _UNDER_HEADING if hold(_hard(ask), (heading,) * 3).share >= _NAMED else 1.0
    if ask.query.units and isinstance(item, Task):
        position = ask.guide.position(citation.stem)
        names = {name for unit in ask.query.units for name in unit.names.get(position or 0, ())}
        wanted = item.lead if ask.query.intent is Intent.COORDINATE else (*item.lead, *item.coordinate)
        factor *= 1.15 if names & set(wanted) else 1.0
    return factor


_UNDER_HEADING = 2.0  # what a passage gains whose own heading is what is asked about
_NAMED = 0.85


def _hard(ask: Ask) -> tuple[Concept, ...]:
    """The topic without its soft words."""
    return tuple(concept for concept in topic_of(ask.query.topic, ask.guide) if not concept.soft)


def _anything(_item: Task | Target | Passage) -> float:
    return 1.0


def _has_lead(item: Task | Target | Passage) -> float:
    if isinstance(item, Passage):
        return 0.5 if _CHARGES.search(folded(item.text)) else 0.0
    if not isinstance(item, Task) or not item.lead:
        return 0.0
    return 1.0 if item.kind is TaskKind.TABLE else 0.95


def _has_coordinate(item: Task | Target | Passage) -> float:
    if isinstance(item, Passage):
        return 0.6 if "phoi hop" in folded(item.text) else 0.0
    if not isinstance(item, Task):
        return 0.0
    return 1.0 if item.coordinate else 0.5


def _has_deadline(item: Task | Target | Passage) -> float:
    if isinstance(item, Target):
        return 0.8 if _BY_YEAR.search(" ".join((item.text, *item.section)).lower()) else 0.0
    if not isinstance(item, Task):
        return 0.0
    if item.deadline.kind is DeadlineKind.NONE:
        return 0.5
    return 1.0 if item.deadline.due or item.kind is TaskKind.TABLE else 0.8


def _has_result(item: Task | Target | Passage) -> float:
    if not isinstance(item, Task):
        return 0.0
    return 1.0 if item.result else 0.5


def _has_figure(item: Task | Target | Passage) -> float:
    if isinstance(item, Passage):
        return 0.8
    return 1.0 if any(figures(item)) else 0.2


def _has_sum(item: Task | Target | Passage) -> float:
    text = item.budget or "" if isinstance(item, Task) else item.text
    return 1.0 if _SUM.search(folded(text)) or (isinstance(item, Task) and any(c.isdigit() for c in text)) else 0.0


def _is_text(item: Task | Target | Passage) -> float:
    if isinstance(item, Passage):
        return 1.0
    if isinstance(item, Task) and item.kind is TaskKind.PROSE:
        return 1.0
    return 0.8


_FITS = {
    Intent.LEAD: _has_lead,
    Intent.COORDINATE: _has_coordinate,
    Intent.DEADLINE: _has_deadline,
    Intent.RESULT: _has_result,
    Intent.TARGET: _has_figure,
    Intent.BUDGET: lambda item: 0.5 + _has_sum(item),
    Intent.PASSAGE: _is_text,
}


def _by_plan(ask: Ask, found: list[Candidate]) -> list[Candidate]:
    """The best row, and that of each other plan that fits about as well, where no plan was named."""
    best = found[0]
    if len(ask.plans) == 1:
        return [best]
    least = 0.0 if ask.query.compare else best.score * _CLOSE
    first = {c.plan: c for c in reversed(found) if c.hold.about and c.score >= least}
    return [best, *(c for plan, c in first.items() if plan != best.plan)]


def _card(ask: Ask, citation: Citation) -> tuple[Line, ...]:
    return row_lines(citation, ask.plan_of(citation), today=ask.context.today, progress=ask.progress(citation))


def _head(ask: Ask, citation: Citation) -> tuple[Line, ...]:
    item = citation.item
    if isinstance(item, Task) and ask.query.asks:
        return tuple(phrases.field_head(name.value, _value(ask, name, citation, item)) for name in ask.query.asks)
    text = item.text if isinstance(item, Target | Passage) else task_title(item)
    return (line(_at_level(ask, text) if ask.query.intent is Intent.TARGET else text),)


def _value(ask: Ask, name: Intent, citation: Citation, task: Task) -> str:
    if name is Intent.DEADLINE:
        return deadline_text(task, today=ask.context.today, progress=ask.progress(citation))
    if name is Intent.TARGET:
        statement = best_statement(topic_of(ask.query.topic, ask.guide), task, ask.guide.weight)
        return _at_level(ask, statement.text) if statement else task.objective or ""
    values = {
        Intent.LEAD: joined(task.lead),
        Intent.COORDINATE: joined(task.coordinate),
        Intent.RESULT: task.result,
        Intent.BUDGET: task.budget,
    }
    return values.get(name) or ""


def _at_level(ask: Ask, text: str) -> str:
    """The clause of a statement with the figure of the level that is asked for, else the whole; the card has it all."""
    level = level_of(ask.query.topic)
    return (figure_at(level, text) if level else None) or text


def _nothing(ask: Ask, found: list[Candidate]) -> Answer:
    item = found[0].citation.item if found else None
    nearest = None if item is None else shortened(task_title(item) if isinstance(item, Task) else item.text)
    return ask.abstain(*phrases.nothing_found(nearest, ask.loaded))

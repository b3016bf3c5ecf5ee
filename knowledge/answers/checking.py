"""Whether what somebody claims is so: "hạn 15/4 phải không", "của Phòng X đúng không", "không có việc gì phải không".

A unit has a part in a row also under a collective name ("Các phòng, đơn vị thuộc Sở"): nothing is denied that the plan
says in other words.
"""

import re
from dataclasses import replace
from datetime import date

from knowledge.answers.ask import Ask
from knowledge.answers.claimed_figures import has_other_figures
from knowledge.deadlines.periods import Period
from knowledge.deadlines.recurrence import comes_round
from knowledge.deadlines.relations import Relation
from knowledge.language.text import folded
from knowledge.model import Deadline, DeadlineKind, Task
from knowledge.questions.once import once_of_each
from knowledge.questions.query import Claim, Claimed, Intent
from knowledge.questions.statements import amount_in
from knowledge.reply import Answer, Citation, line_text
from knowledge.search.words import terms
from knowledge.tasks.cost import cost_text
from knowledge.units.mentions import UnitMention
from knowledge.units.readings import SILENT
from knowledge.units.unit import Unit
from knowledge.wording import values


def claim_holds(ask: Ask, citation: Citation, task: Task) -> bool | None:
    """Whether a row is as it was claimed to be; None where nothing was claimed that can be told."""
    claim = ask.query.claim
    of_it = all(_is_of(ask, unit, citation, task) for unit in ask.query.units)
    if claim is None or not of_it or has_other_figures(ask.query.topic, task):
        return None
    if claim.units:
        return (have_parts(ask, citation, task) and not _have_others(ask, claim, citation, task)) is not claim.denied
    if claim.rhythm:
        elsewhere = claim.rhythm in _SPELLED.findall(folded(f"{task.task} {task.result or ''}"))
        so = _comes_round_so(claim.rhythm, task.deadline)
        return None if so is False and elsewhere else so
    if claim.blank:
        return (claim.blank == "deadline" and not dated(ask, citation)) or not cell_of(task, claim.blank)
    if claim.product:
        return _comes_out_so(claim, task.result) if task.result else None
    return _falls_due_so(ask, citation) if claim.times and not claim.denied else None


_FIGURE = re.compile(r"(?<![/\d])\d+(?![/\d])")
_SPELLED = re.compile(r"\b(?:hang|moi) (tuan|thang|quy|nam)\b")


def dated(ask: Ask, citation: Citation) -> bool:
    """Whether a day of a row can be told."""
    entry = ask.register.find(citation.ref)
    return entry is not None and entry.dated


def cell_of(task: Task, field: str) -> str:
    """What a cell says; empty where it is left open."""
    cells = {"lead": task.lead, "coordinate": task.coordinate}
    said = {"deadline": task.deadline.text, "result": task.result, "budget": cost_text(task)}
    return " ".join(cells[field]) if field in cells else said.get(field) or ""


def _comes_round_so(rhythm: str, deadline: Deadline) -> bool | None:
    """Whether a deadline is told to come round as is claimed; None where the word is only of single ones ("Quý IV")."""
    if rhythm == "ongoing":
        return deadline.kind is DeadlineKind.ONGOING
    if deadline.recur:
        return comes_round(deadline.recur, deadline.text, rhythm)
    text = folded(deadline.text)
    if deadline.kind not in (DeadlineKind.PERIODIC, DeadlineKind.MIXED) or rhythm not in terms(text):
        return False
    return bool(re.search(rf"(?<!\d )\b{rhythm}\b(?! (?:\d|[ivx]+\b))", text)) or None


def have_parts(ask: Ask, citation: Citation, task: Task) -> bool:
    """Whether the units that are spoken of have their parts in a row."""
    claim = ask.query.claim
    return claim is not None and all(has_part(ask, claimed, citation, task) for claimed in claim.units)


def _have_others(ask: Ask, claim: Claim, citation: Citation, task: Task) -> bool:
    """Whether others have the part, too, that units are said to have by themselves."""
    if not claim.alone:
        return False
    called = frozenset().union(*(_called(ask, claimed.unit, citation, shared=False) for claimed in claim.units))
    cells = _cells(ask, claim.units[0].role, citation, task)
    return not any(cell and called.issuperset(cell) for cell in cells)


def _comes_out_so(claim: Claim, result: str) -> bool | None:
    """Whether a product is what is claimed; None where that is said to be all, and there may be more."""
    held = set(claim.product) <= set(terms(folded(result)))
    return None if held and claim.alone and _MORE.search(result) else held


_MORE = re.compile(r"[;,\n]| và ")


def parts_first(ask: Ask, citation: Citation, task: Task) -> tuple[Intent, ...]:
    """The fields that are asked, of several roles that of the claimed unit first.

    How many there are to be is told by a product that says so ("02 lớp, 60 học viên").
    """
    claim, asks = ask.query.claim, ask.query.asks
    if Intent.RESULT in asks and amount_in(task) and not task.objective:
        asks = tuple(name for name in asks if name is not Intent.TARGET)
    if claim is None or not claim.units or len(asks) == 1:
        return asks
    first = replace(claim.units[0], role="coordinate")
    lead = has_part(ask, replace(first, role="lead"), citation, task)
    return asks if lead or not has_part(ask, first, citation, task) else asks[::-1]


def with_verdict(ask: Ask, said: Answer, count: int, *, beside: bool) -> Answer:
    """A list that first says whether there is nothing, or so many rows, as was claimed.

    That there is nothing is said alone where a plan is not there, or other rows are told beside: common duties.
    """
    claim = ask.query.claim
    first, *others = said.head
    if claim is not None and claim.counted is not None and not said.tentative and not said.choices:
        parts = {int(figure) for one in said.head for figure in _FIGURE.findall(line_text(one))}
        holds = None if claim.counted in parts - {count} else _so_many(claim, count)  # of a part it is true
        return replace(said, head=(values.judged(first, holds=holds), *others))
    if claim is None or not claim.denied or said.tentative or (said.abstained and (beside or said.choices)):
        return said
    return replace(said, head=(values.judged(first, holds=said.abstained), *others))


def _so_many(claim: Claim, count: int) -> bool | None:
    """Whether there are as many rows as is claimed; at the very bound it is left open ("hơn 10", "từ 10")."""
    beyond = (count - (claim.counted or 0)) * claim.side
    return count == claim.counted if not claim.side else None if not beyond else beyond > 0


def _is_of(ask: Ask, unit: UnitMention, citation: Citation, task: Task) -> bool:
    """Whether a row has to do with a unit that is named beside the claim: of another's row nothing is denied."""
    own = " ".join(terms(folded(f"{task.task} {task.activity or ''}")))
    words = " ".join(word for word in unit.words if word not in SILENT)
    return has_part(ask, Claimed(unit), citation, task) or f" {words} " in f" {own} "


def _falls_due_so(ask: Ask, citation: Citation) -> bool | None:
    entry = ask.register.find(citation.ref)
    days = [occurrence.due for occurrence in entry.occurrences] if entry else []
    claim = ask.query.claim
    if not days or claim is None:
        return None
    if any(time.first <= day <= time.last for time in claim.times for day in days if not _limits(time, day)):
        return True
    earlier = any(day < time.last for time in claim.times for day in days if _limits(time, day))
    return None if earlier else False  # due on the 15th of July is before August, and not what was asked


def _limits(time: Period, day: date) -> bool:
    """Whether a time is claimed as a limit ("trước 15/8") that is not the very day of a deadline."""
    return time.relation in (Relation.BEFORE, Relation.BY) and day != time.last


def has_part(ask: Ask, claimed: Claimed, citation: Citation, task: Task) -> bool:
    """Whether a unit has the role in a row, under its own name or a collective one."""
    called = _called(ask, claimed.unit, citation, shared=True)
    return any(not called.isdisjoint(cell) for cell in _cells(ask, claimed.role, citation, task))


def _called(ask: Ask, unit: UnitMention, citation: Citation, *, shared: bool) -> frozenset[str]:
    """The names that the plan of a row has for a unit, or only those that are its own."""
    plan = ask.lookup.position(citation.stem)
    if plan is None:
        return frozenset()
    names = _around(ask, unit)
    collective = names.shared.get(plan, frozenset()) if shared else frozenset()
    return names.own.get(plan, frozenset()) | unit.names.get(plan, frozenset()) | collective


@once_of_each
def _around(ask: Ask, unit: UnitMention) -> Unit:
    """The other names of a unit that is named, and who holds it, in all plans that are asked."""
    return ask.roster.around(unit.names, frozenset(ask.plans), ask.context.customs.office)


def _cells(ask: Ask, role: str, citation: Citation, task: Task) -> tuple[tuple[str, ...], ...]:
    """Who has a role in a row, or for no role each of the two."""
    entry = ask.register.find(citation.ref)
    cells = {"lead": entry.task.lead if entry else task.lead, "coordinate": task.coordinate}
    return (cells[role],) if role else tuple(cells.values())

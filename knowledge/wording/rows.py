"""Every Vietnamese sentence of an answer, as lines of words; nothing is decided here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from knowledge.identity import LoadedPlan
from knowledge.language.dates import printed
from knowledge.language.money import in_coin
from knowledge.model import DeadlineKind, Heading, Passage, Place, Progress, State, Target, Task, TaskKind
from knowledge.plan.kinds import DECIDING, PLANS
from knowledge.reply import Citation, Emphasis, Line, Span
from knowledge.tasks.dates_in_force import fixed_dates
from knowledge.tasks.entry import Occurrence, is_past, standing, with_given_lead
from knowledge.tasks.standing import CLOSED, NOTHING_REPORTED, state_text
from knowledge.units.name_words import printed_words

_KINDS = {
    DeadlineKind.ONGOING: "thực hiện thường xuyên, không có ngày cụ thể",
    DeadlineKind.CONDITIONAL: "phụ thuộc văn bản hoặc sự kiện khác, chưa có ngày cụ thể",
    DeadlineKind.PERIODIC: "định kỳ",
    DeadlineKind.MIXED: "có phần thường xuyên và phần có ngày",
}
_NEAR_PAST = 60  # days after which "đã qua … ngày" says nothing any more
_NEAR_FUTURE = 400
_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_SHORT = 110  # letters of a task in a list or a head


def line(*parts: str | Span) -> Line:
    """A line of plain words and spans."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts if part)


def bold(text: str) -> Span:
    """Words that stand out."""
    return Span(text, Emphasis.BOLD)


def italic(text: str) -> Span:
    """Words that step back."""
    return Span(text, Emphasis.ITALIC)


def row_card(
    citation: Citation, plan: LoadedPlan, *, today: date, progress: Progress | None = None
) -> tuple[Line, ...]:
    """A row opened: all that it says, its plan, section, number and place."""
    task = citation.item
    if not isinstance(task, Task):
        return passage_card(citation, plan)
    lines = [line(bold(task_title(task)))]
    lines += _labelled("Mục tiêu", task.objective)
    lines += _labelled("Chủ trì", chair_text(task, progress))
    lines += _labelled("Phối hợp", joined(task.coordinate))
    lines += _labelled("Sản phẩm", task.result)
    heading = plan.plan.heading
    lines += _labelled("Thời hạn", deadline_text(task, today=today, progress=progress, heading=heading))
    lines += _labelled("Kinh phí", in_coin(task.budget or "", task.coin or ""))
    lines += _labelled("Người chịu trách nhiệm", task.person)
    lines += _labelled("Theo kế hoạch", task.status)
    lines += _labelled("Ghi chú", task.note)
    for header, text in task.extra:
        lines += _labelled(header, text)
    lines += _labelled("Tình trạng", standing_text(task, progress, today, heading))
    return (*lines, source_line(citation, plan))


def passage_card(citation: Citation, plan: LoadedPlan) -> tuple[Line, ...]:
    """A passage, target or duty opened: its words and where they stand."""
    item = citation.item
    text = item.text if isinstance(item, Target | Passage) else task_title(item)
    return (line(f"“{text}”"), source_line(citation, plan))


def row_lines(
    citation: Citation, plan: LoadedPlan, *, today: date, progress: Progress | None = None
) -> tuple[Line, ...]:
    """A row below the answer that it gives."""
    return row_card(citation, plan, today=today, progress=progress)


def list_lines(
    citation: Citation,
    plan: LoadedPlan,
    *,
    today: date,
    progress: Progress | None = None,
    on: Occurrence | None = None,
) -> tuple[Line, ...]:
    """A row of a list: its task, and what else one wants to see at once.

    Args:
        on: of several dates the one that the list is about.
    """
    task = citation.item
    if not isinstance(task, Task):
        return (line(task.text),)
    lines = [line(bold(task_title(task)), numbered_in_brackets(task))]
    if chair := chair_text(task, progress):
        lines.append(line(f"Chủ trì: {chair}"))
    if task.coordinate:
        lines.append(line(f"Phối hợp: {joined(task.coordinate)}"))
    heading = plan.plan.heading
    if on:
        return (*lines, *_on_date(task, on, today, is_past(heading, today)))
    deadline = deadline_text(task, today=today, progress=progress, heading=heading)
    if deadline:
        lines.append(line(f"Thời hạn: {deadline}"))
    return (*lines, *_labelled("Tình trạng", standing_text(task, progress, today, heading)))


def _on_date(task: Task, on: Occurrence, today: date, past: bool) -> Iterator[Line]:
    """The deadline and the state of a row for one of its dates."""
    left = "" if on.state in CLOSED else _days_left((on.due,), today, late=on.state is State.OVERDUE)
    notes = "; ".join(filter(None, (task.deadline.text.strip().rstrip("."), left)))
    yield line(f"Thời hạn: {printed(on.due)}", f" ({notes})" if notes else "")
    if on.state is not State.NOT_STARTED:
        yield line("Tình trạng: ", state_text(on.state, None, past=past))


def task_title(task: Task) -> str:
    """What is to be done, whole."""
    return f"{task.task} – {task.activity}" if task.activity and task.activity != task.task else task.task


def number_said(task: Task) -> str:
    """How a row is numbered: "số thứ tự 2.1" in a table, "điểm b" or "mục 3" in running text; empty where it is not."""
    bare = task.number.rstrip(")")
    if not bare:
        return ""
    if bare.isalpha() and bare.islower():
        return f"điểm {bare}"
    return f"{'số thứ tự' if task.kind is TaskKind.TABLE else 'mục'} {bare}"


def numbered_in_brackets(task: Task) -> str:
    """Its number behind a row's name."""
    said = number_said(task)
    return f" ({said})" if said else ""


def joined(units: Iterable[str]) -> str:
    """Units one after the other."""
    return "; ".join(units)


def chair_text(task: Task, progress: Progress | None) -> str:
    """The units that chair a row; of those that an admin gave it to, that the plan does not say so."""
    given = with_given_lead(task, progress or NOTHING_REPORTED).lead
    return joined(given) if task.lead or not given else f"{joined(given)} (được giao sau; kế hoạch không ghi)"


def deadline_text(task: Task, *, today: date, progress: Progress | None = None, heading: Heading | None = None) -> str:
    """The deadline as printed and, where that is something else, as days; with the days left where that means much.

    Args:
        heading: of the plan; without it nobody knows whether the row is late, or has no day left as it is done.
    """
    deadline = task.deadline
    state = standing(task, progress or NOTHING_REPORTED, heading, today)[0] if heading else State.NOT_STARTED
    moved = progress is not None and (progress.due is not None or progress.moved != ())
    days = fixed_dates(task, progress) if progress else deadline.due
    words = deadline.text.strip().rstrip(".")
    said = "" if names_days(words, days) else ", ".join(dict.fromkeys(map(printed, days)))
    if moved and said:
        said = f"đã điều chỉnh thành {said}"
    left = "" if state in CLOSED else _days_left(days, today, late=state is State.OVERDUE)
    notes = [note for note in (said, left) if note]
    kind = "" if days else _KINDS.get(deadline.kind, "")
    if kind and kind not in words.lower():
        notes.append(kind)
    return f"{words} ({'; '.join(notes)})" if words and notes else words or "; ".join(notes)


def names_days(words: str, days: Sequence[date]) -> bool:
    """Whether the words themselves name all these days, in whatever style."""
    named = {tuple(map(int, found)) for found in _DAY.findall(words)}
    return all((day.day, day.month, day.year) in named for day in days)


def _days_left(days: Sequence[date], today: date, *, late: bool) -> str:
    """How far the next date is, or how long the last one that is over, which is what counts of a late row."""
    ahead = [(day - today).days for day in days if day >= today]
    if ahead and not late:
        left = min(ahead)
        return "" if left > _NEAR_FUTURE else "hôm nay" if left == 0 else f"còn {left} ngày"
    past = min(((today - day).days for day in days if day < today), default=_NEAR_PAST + 1)
    return f"đã qua {past} ngày" if past <= _NEAR_PAST else ""


def standing_text(task: Task, progress: Progress | None, today: date, heading: Heading) -> str:
    """How a row stands today, with the report of it; nothing to say of what is neither begun nor late."""
    state, reported = standing(task, progress or NOTHING_REPORTED, heading, today)
    return "" if state is State.NOT_STARTED else state_text(state, reported, past=is_past(heading, today))


def source_line(citation: Citation, plan: LoadedPlan) -> Line:
    """Where something stands: plan, section, number, page."""
    item = citation.item
    parts = [plan_name(plan.plan.heading, plan.plan.source)]
    if item.section:
        parts.append("mục " + " › ".join(item.section))
    if isinstance(item, Task) and item.number:
        parts.append(number_said(item))
    parts.append(place_text(item.place))
    return line(italic("Nguồn: " + "; ".join(part for part in parts if part)))


def place_text(place: Place) -> str:
    """The page; a line of a file or a row of a table as programs count them says nothing to a reader of the paper."""
    return f"trang {place.page}" if place.page else ""


def plan_name(heading: Heading, source: str) -> str:
    """How a plan is called: title, number, issuer."""
    number = f"số {heading.number}" if heading.number else f"ký hiệu {heading.symbol}" if heading.symbol else ""
    title = heading.title or "Kế hoạch"
    parts = [title if _SAYS_KIND.match(title) else f"Kế hoạch {title}", number]
    named = " ".join(part for part in parts if part)
    office = office_name(heading)
    return f"{named} của {office}" if office else named if heading.title else source


# "Chương trình hành động …" is called by its own kind
_SAYS_KIND = re.compile(rf"(?:{PLANS}|{DECIDING})\b", re.IGNORECASE)


def office_name(heading: Heading) -> str:
    """The issuer with its place; an office of the whole country is of no place."""
    issuer, place = heading.issuer or "", heading.place or ""
    if issuer.startswith(_of_the_state()):
        return issuer
    return f"{issuer} {place}" if issuer and place and place.lower() not in issuer.lower() else issuer or place


@cache  # a list of plans asks it of each
def _of_the_state() -> tuple[str, ...]:
    return tuple(f"{head} " for head in printed_words("state"))


def _labelled(label: str, text: str | None) -> list[Line]:
    return [line(f"{label}: ", text)] if text else []


def capitalised(text: str) -> str:
    """A sentence with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def shortened(text: str) -> str:
    """The beginning of a long text, cut between words."""
    if len(text) <= _SHORT:
        return text
    return text[:_SHORT].rsplit(" ", 1)[0] + "…"

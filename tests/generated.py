"""Registers of any kind: recurring, extended, half done, ownerless, undated rows of several offices and years."""

from dataclasses import replace
from datetime import date

from builders import OFFICE, a_deadline, a_loaded_plan, a_task
from hypothesis import strategies as st

from knowledge.model import Deadline, DeadlineKind, Heading, Progress, State, Task, TaskKind
from knowledge.tasks.register import Register

TODAY = date(2027, 3, 9)
MARCH = date(2027, 3, 31)


OTHER_OFFICE = "Sở Tài chính tỉnh Bình Yên"


def of_years(*years: int, issued: str | None = None) -> Heading:
    """The head of a plan of that office for these years."""
    return Heading(issuer=OFFICE, place="An Bình", issued=issued, years=years)


def of_another(heading: Heading) -> Heading:
    """The head of such a plan of another office, in which units have the same names."""
    return replace(heading, issuer=OTHER_OFFICE, place="Bình Yên")


UNITS = ("Văn phòng Sở", "Phòng Vận tải", "Thanh tra Sở")
SOME_DAYS = st.dates(date(2026, 6, 1), date(2027, 12, 31))
DEADLINES = st.one_of(
    st.lists(SOME_DAYS, min_size=1, max_size=3, unique=True).map(lambda days: a_deadline(*sorted(days))),
    st.sampled_from(["monthly 31", "quarterly 3-15", "weekly fri", "yearly 6-30"]).map(
        lambda recur: Deadline(recur, DeadlineKind.PERIODIC, recur=recur)
    ),
    st.sampled_from([a_deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING), Deadline()]),
)
SOME_UNITS = st.lists(st.sampled_from(UNITS), max_size=2, unique=True).map(tuple)
TASKS = st.builds(
    a_task,
    task=st.text("abc", min_size=1, max_size=3),
    lead=SOME_UNITS,
    coordinate=SOME_UNITS,
    deadline=DEADLINES,
    kind=st.sampled_from(TaskKind),
    status=st.sampled_from([None, None, "Đã hoàn thành", "Đang thực hiện"]),
)
OWN_HEADINGS = st.sampled_from([of_years(2026), of_years(2027, issued="2027-02-10"), of_years(2026, 2027), of_years()])
HEADINGS = st.one_of(OWN_HEADINGS, OWN_HEADINGS, OWN_HEADINGS.map(of_another))
PLANS = st.lists(st.tuples(st.lists(TASKS, max_size=5), HEADINGS), min_size=1, max_size=3)


def some_progress(task: Task) -> st.SearchStrategy[Progress]:
    days = list(task.deadline.due) or [MARCH]
    given = st.lists(st.sampled_from(UNITS), min_size=1, max_size=2, unique=True).map(tuple)
    return st.one_of(
        st.builds(Progress, lead=st.just(()) if task.lead else given),
        st.sampled_from(State).filter(lambda state: state is not State.OVERDUE).map(Progress),
        st.builds(lambda due: Progress(due=due), SOME_DAYS),
        st.sampled_from(days).map(lambda day: Progress(State.DONE_LATE, done_for=day, done=((day, State.DONE_LATE),))),
        st.tuples(st.sampled_from(days), SOME_DAYS).map(lambda pair: Progress(moved=(pair,))),
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    parts = draw(PLANS)
    plans = tuple(a_loaded_plan(tasks, stem=f"p{n}", heading=heading) for n, (tasks, heading) in enumerate(parts))
    progress = {
        ref: draw(some_progress(task))
        for plan in plans
        for ref, task in zip(plan.task_refs, plan.plan.tasks, strict=True)
        if draw(st.integers(0, 2)) == 0
    }
    return Register(plans, progress, draw(st.sampled_from([TODAY, date(2027, 6, 15), date(2028, 1, 2)])))

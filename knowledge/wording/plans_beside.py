"""How whole plans are set beside each other: what is counted of each, the number of tasks first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.identity import LoadedPlan
from knowledge.language.dates import printed
from knowledge.model import Heading
from knowledge.reply import Answer, Line
from knowledge.wording import plan_facts
from knowledge.wording.rows import bold, line


@dataclass(frozen=True, slots=True)
class Figures:
    """What of a plan can be compared: rows of tables and of running text, units in the chair, deadlines, targets."""

    heading: Heading
    rows: int
    prose: int
    chairs: int
    dated: int
    first: date | None
    last: date | None
    targets: int

    @property
    def counted(self) -> int:
        """The rows that count as its tasks: those of its tables, where it has any."""
        return self.rows or self.prose


def beside(plans: Sequence[Figures]) -> tuple[Line, ...]:
    """The plans beside each other, the one with most tasks first."""
    ordered = sorted(plans, key=lambda plan: -plan.counted)
    head = f"{_difference(ordered)} ({_and([str(plan.counted) for plan in ordered])})."
    return line(bold(head)), *(_of_one(plan) for plan in ordered)


def _difference(ordered: Sequence[Figures]) -> str:
    """Of two plans how many more one has; of several which has, or have, the most."""
    first, last = ordered[0], ordered[-1]
    if first.counted == last.counted:
        return "Số nhiệm vụ bằng nhau"
    name = plan_facts.short_plan(first.heading)
    if len(ordered) == _TWO:
        return f"{name} có nhiều hơn {first.counted - last.counted} nhiệm vụ"
    alike = [plan_facts.short_plan(plan.heading) for plan in ordered if plan.counted == first.counted]
    if len(alike) > 1:
        return f"{_and(alike)} có nhiều nhiệm vụ nhất, bằng nhau"
    return f"{name} có nhiều nhiệm vụ nhất"


def _and(parts: Sequence[str]) -> str:
    """As in "12, 9 và 4"."""
    *others, last = parts
    return f"{', '.join(others)} và {last}" if others else last


_TWO = 2


def _of_one(plan: Figures) -> Line:
    """What one plan has."""
    span = f"từ {printed(plan.first)} đến {printed(plan.last)}" if plan.first and plan.last else "không có"
    return line(
        f"{plan_facts.short_plan(plan.heading)}: {plan.rows} nhiệm vụ trong bảng, "
        f"{plan.prose} nhiệm vụ trong phần lời văn; {plan.chairs} đơn vị chủ trì; "
        f"{plan.dated} nhiệm vụ có ngày hoàn thành, {span}; {plan.targets} chỉ tiêu."
    )


def ask_on() -> Line:
    """What else may be compared."""
    return line("Để so sánh cụ thể, đề nghị nêu nội dung, đơn vị hoặc thời gian cần so sánh.")


def only_one() -> Line:
    """There are no two plans."""
    return line("Đang có một kế hoạch nên chưa thể so sánh.")


def which_plans(intent: str, plans: Sequence[LoadedPlan]) -> Answer:
    """Which plans are to be compared is asked back."""
    head = line(f"Đang có {len(plans)} kế hoạch, đề nghị nêu rõ kế hoạch cần so sánh:")
    return Answer(intent, (head, *plan_facts.plan_list(plans)), abstained=True)

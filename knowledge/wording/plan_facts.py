"""What is said of a plan: its name and years, number, day, signer and size, and which plans are there."""

from collections.abc import Iterable, Sequence

from knowledge.deadlines.periods import Period
from knowledge.identity import LoadedPlan
from knowledge.model import Heading, Plan, TaskKind
from knowledge.reply import Answer, Choice, Line
from knowledge.wording.rows import bold, italic, joined, line, office_name, plan_name, shortened


def short_plan(heading: Heading) -> str:
    """A plan in a few words: its office and years."""
    return " ".join(part for part in (office_name(heading), years_text(heading)) if part) or heading.title or "Kế hoạch"


def plans_in_short(plans: Iterable[LoadedPlan]) -> str:
    """Plans in a few words, as they are said in a sentence."""
    return "; ".join(f"kế hoạch {short_plan(loaded.plan.heading)}" for loaded in plans)


def not_loaded(intent: str, missing: str, plans: Iterable[LoadedPlan]) -> Answer:
    """The plan that was named is not there; which ones are, and a question for each."""
    lines, choices = plans_offered(plans)
    head = line(f"{not_there(missing)} Các kế hoạch đang có:")
    return Answer(intent, (head, *lines), abstained=True, choices=choices)


def not_there(missing: str) -> str:
    """A plan that is named is not loaded."""
    return f"Chưa có kế hoạch được hỏi ({missing})."


def absent(missing: Sequence[str]) -> Line:
    """Of several plans that were named some are not there."""
    return line(f"Chưa có: {joined(missing)}.")


def renamed(old: str, new: str) -> Line:
    """A province was named by its name of before or after July 2025, its plan prints the other."""
    return line(italic(f"{old} nay là {new} (từ ngày 01/7/2025)."))


def plans_offered(plans: Iterable[LoadedPlan]) -> tuple[tuple[Line, ...], tuple[Choice, ...]]:
    """The plans, one a line, and a question for each; of two thousand plans every name is put together once."""
    named = _named(plans)
    choices = (Choice(f"{number}. {shortened(name)}", p.stem) for number, (p, name) in enumerate(named, 1))
    return _listed(named), tuple(choices)


def asked_in(plans: Iterable[LoadedPlan]) -> Line:
    """Which plans were asked, because they were named before."""
    return line(italic(f"Đang hỏi trong: {joined(plan_name(p.plan.heading, p.plan.source) for p in plans)}."))


def ask_all(question: str) -> Choice:
    """The same question of all plans."""
    return Choice("Hỏi trong tất cả các kế hoạch", f"{question} (trong tất cả các kế hoạch)")


def no_plan_of(year: str) -> Line:
    """The plan of a year is not there."""
    return line(f"Chưa có kế hoạch năm {year}.")


def none_issued(period: Period | None, *, denied: bool) -> Line:
    """No plan was issued then, or none at another time where it is asked which were not."""
    place = "ngoài" if denied else "trong"
    return line(f"Không có kế hoạch nào ban hành {place} {period.label}." if period else "Không có kế hoạch nào.")


def plan_list(plans: Iterable[LoadedPlan]) -> tuple[Line, ...]:
    """The plans, one a line."""
    return _listed(_named(plans))


def _named(plans: Iterable[LoadedPlan]) -> list[tuple[LoadedPlan, str]]:
    return [(p, plan_name(p.plan.heading, p.plan.source)) for p in plans]


def _listed(named: Iterable[tuple[LoadedPlan, str]]) -> tuple[Line, ...]:
    return tuple(line(f"{number}. ", bold(name), _years(p.plan.heading)) for number, (p, name) in enumerate(named, 1))


def _years(heading: Heading) -> str:
    text = years_text(heading)
    return f" ({text})" if text and text not in (heading.title or "") else ""


def years_text(heading: Heading) -> str:
    """The years of a plan: "năm 2024", "giai đoạn 2021-2025"."""
    years = heading.years
    if not years:
        return ""
    return f"năm {years[0]}" if len(years) == 1 else f"giai đoạn {years[0]}-{years[-1]}"


def no_plans() -> tuple[Line, ...]:
    """Nothing is loaded yet."""
    return (line("Chưa có kế hoạch nào được nạp. Đề nghị người quản trị nạp kế hoạch trước."),)


def signer_line(heading: Heading) -> str:
    """Who signed, in which post."""
    name, post = heading.signer.name, heading.signer.post
    if not name and not post:
        return ""
    return f"Người ký: {name or 'không ghi tên'}" + (f", chức vụ: {post}" if post else "")


def not_signed_so(headings: Sequence[Heading], *, named: bool) -> tuple[Line, ...]:
    """No plan was signed by whoever is named, or not so; and who signed them."""
    first = "Các kế hoạch đã nạp không ghi người ký này." if named else "Không có kế hoạch nào được ký như vậy."
    known = [heading for heading in headings if heading.signer.name][:_SIGNED]
    posts = [f" ({heading.signer.post})" if heading.signer.post else "" for heading in known]
    said = (f"{h.signer.name}{post} ký kế hoạch của {short_plan(h)}." for h, post in zip(known, posts, strict=True))
    return (line(first), *map(line, said))


_SIGNED = 5  # plans whose signers are told


def no_submitter() -> Line:
    """A heading names who signed, and not who submitted the plan to be signed."""
    return line("Chưa tìm thấy trong kế hoạch ai trình.")


def basis_line(text: str) -> str:
    """A document that a plan goes by, as it says so."""
    return f"Căn cứ của kế hoạch: “{text}”"


def replaced_line(text: str) -> str:
    """Which plan a plan replaces, as it says so."""
    return f"Kế hoạch được thay thế: “{text}”"


def number_line(heading: Heading) -> str:
    """The number, or that its place was left blank."""
    if heading.number:
        return f"Số, ký hiệu: {heading.number}"
    return f"Ký hiệu: {heading.symbol} (chỗ ghi số còn để trống)" if heading.symbol else ""


def issued_line(heading: Heading) -> str:
    """The day of issue as far as it is printed."""
    if not heading.issued:
        return ""
    parts = heading.issued.split("-")
    if len(parts) == 3:
        return f"Ngày ban hành: {parts[2]}/{parts[1]}/{parts[0]}"
    part = f"tháng {parts[1]}/{parts[0]}" if len(parts) == 2 else f"năm {parts[0]}"
    return f"Thời gian ban hành: {part} (không ghi đủ ngày)"


def issued_in_order(first: LoadedPlan, last: LoadedPlan, *, several: bool) -> str:
    """Which of the plans was issued first, and of more than two which last."""
    said = f"{plan_name(first.plan.heading, first.plan.source)} ban hành {'sớm nhất' if several else 'trước'}"
    return f"{said}; {plan_name(last.plan.heading, last.plan.source)} ban hành sau cùng:" if several else f"{said}:"


def issuer_line(heading: Heading) -> str:
    """The issuing office."""
    name = office_name(heading)
    return f"Cơ quan ban hành: {name}" if name else ""


def years_line(heading: Heading) -> str:
    """The years the plan is for."""
    text = years_text(heading)
    return f"Kế hoạch cho {text} ({heading.years[0]} - {heading.years[-1]})" if text and len(heading.years) > 1 else (
        f"Kế hoạch cho {text}" if text else "")  # fmt: skip


def parts_line(where: str, headings: Sequence[str]) -> str:
    """How many parts something has, and their headings."""
    return f"{where} gồm {len(headings)} phần: {'; '.join(headings)}"


def recipients_line(heading: Heading) -> str:
    """To whom it goes."""
    return f"Nơi nhận: {joined(heading.recipients)}" if heading.recipients else ""


def title_line(heading: Heading) -> str:
    """The title."""
    return f"Tên kế hoạch: {heading.title}" if heading.title else ""


def where_given(rows: int, every: int) -> str:
    """How many tasks stand in a table and how many in running text, in brackets; nothing where one has all."""
    return f" ({rows} trong bảng, {every - rows} trong phần lời văn)" if 0 < rows < every else ""


def plan_size(plan: Plan) -> Line:
    """How much a plan holds."""
    rows = sum(task.kind is TaskKind.TABLE for task in plan.tasks)
    apart = where_given(rows, len(plan.tasks))
    beside = [f"{len(plan.targets)} chỉ tiêu"] if plan.targets else []
    beside += [f"{len(plan.passages)} đoạn văn"] if plan.passages else []
    return line(f"Gồm {', '.join((f'{len(plan.tasks)} nhiệm vụ{apart}', *beside))}.")

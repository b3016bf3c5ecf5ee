"""The sentences that an answer begins and ends with."""

from collections.abc import Iterable, Sequence

from knowledge.deadlines.periods import Period
from knowledge.identity import LoadedPlan
from knowledge.model import Heading, Plan
from knowledge.reply import Choice, Line
from knowledge.wording.rows import bold, italic, joined, line, office_name, plan_name, shortened

FIELD_LABELS = {
    "lead": "Chủ trì",
    "coordinate": "Phối hợp",
    "deadline": "Thời hạn",
    "result": "Sản phẩm",
    "target": "Mục tiêu, chỉ tiêu",
    "budget": "Kinh phí",
}
_EMPTY = {
    "lead": "Kế hoạch không ghi đơn vị chủ trì của nhiệm vụ này.",
    "coordinate": "Kế hoạch không ghi đơn vị phối hợp của nhiệm vụ này.",
    "deadline": "Kế hoạch không ghi thời hạn của nhiệm vụ này.",
    "result": "Kế hoạch không ghi sản phẩm của nhiệm vụ này.",
    "target": "Kế hoạch không ghi chỉ tiêu của nội dung này.",
    "budget": "Kế hoạch không ghi kinh phí của nhiệm vụ này.",
}
_ROLES = {"lead": "chủ trì", "coordinate": "phối hợp", None: "chủ trì hoặc phối hợp"}

HELP = (
    "Tôi tra cứu các kế hoạch đã được nạp: ai chủ trì, ai phối hợp, thời hạn, sản phẩm, chỉ tiêu của từng nhiệm vụ; "
    "các nhiệm vụ của một đơn vị; những việc đến hạn trong tuần, tháng, quý."
)
TRY = "Ví dụ: “Ai chủ trì nhiệm vụ số hóa?”, “Tháng này có việc gì đến hạn?”, “Văn phòng chủ trì những việc gì?”."


def field_head(name: str, value: str) -> Line:
    """The answer itself: a field of the row, or that it is empty."""
    return line(bold(f"{FIELD_LABELS[name]}: {value}")) if value else line(_EMPTY[name])


def side_by_side(name: str, said: Sequence[tuple[str, str]]) -> Line:
    """What several plans say of a field, and whether it is the same: (plan, value) each."""
    label = FIELD_LABELS.get(name, "Nội dung")
    values = [value or "không ghi" for _, value in said]
    if len(set(values)) == 1:
        return line(bold(f"{label} giống nhau trong {len(said)} kế hoạch: {values[0]}"))
    return line(
        bold(f"{label}: " + "; ".join(f"{plan}: {value}" for (plan, _), value in zip(said, values, strict=True)))
    )


def short_plan(heading: Heading) -> str:
    """A plan in a few words: its office and years."""
    return " ".join(part for part in (office_name(heading), years_text(heading)) if part) or heading.title or "Kế hoạch"


def left_open(name: str, title: str) -> Line:
    """The row is there, but its cell is empty."""
    return line(_EMPTY[name].removesuffix("."), f": {title}")


_ASKED = {
    "lead": "Ai chủ trì",
    "coordinate": "Ai phối hợp",
    "deadline": "Thời hạn của",
    "result": "Sản phẩm của",
    "target": "Mục tiêu của",
    "budget": "Kinh phí của",
}


def perhaps() -> Line:
    """It is not sure that this row is meant."""
    return line(bold("Có phải ý anh/chị là nội dung dưới đây?"))


def rather(name: str, title: str) -> Choice:
    """Another row that may be meant, with what was asked."""
    asked = _ASKED.get(name, "")
    return Choice(shortened(title), f"{asked} {title}".strip())


def nothing_found(nearest: str | None, plans: Sequence[LoadedPlan]) -> tuple[Line, ...]:
    """The plans do not say; what comes nearest, in words."""
    where = "Kế hoạch" if len(plans) == 1 else "Các kế hoạch đã nạp"
    lines = [line(f"{where} không có nội dung này.")]
    if nearest:
        lines.append(line(f"Nội dung gần nhất tìm được: {nearest}. Nếu đúng ý, đề nghị hỏi lại theo nội dung đó."))
    return tuple(lines)


def not_loaded(missing: str, plans: Iterable[LoadedPlan]) -> tuple[Line, ...]:
    """The plan that was named is not there; which ones are."""
    return (line(f"Chưa có kế hoạch được hỏi ({missing}). Các kế hoạch đang có:"), *plan_list(plans))


def absent(missing: Sequence[str]) -> Line:
    """Of several plans that were named some are not there."""
    return line(f"Chưa có: {joined(missing)}.")


def renamed(old: str, new: str) -> Line:
    """A province was named by its name of before or after July 2025, its plan prints the other."""
    return line(italic(f"{old} nay là {new} (từ ngày 01/7/2025)."))


def same_number(count: int, stt: str) -> Line:
    """Several rows have the number that was asked for."""
    return line(bold(f"Có {count} nhiệm vụ số thứ tự {stt}, mỗi nhiệm vụ được nêu riêng:"))


def plan_choices(plans: Iterable[LoadedPlan]) -> tuple[Choice, ...]:
    """A question for each plan of a list."""
    names = ((p, plan_name(p.plan.heading, p.plan.source)) for p in plans)
    return tuple(Choice(f"{number}. {shortened(name)}", p.stem) for number, (p, name) in enumerate(names, 1))


def asked_in(plans: Iterable[LoadedPlan]) -> Line:
    """Which plans were asked, because they were named before."""
    return line(italic(f"Đang hỏi trong: {joined(plan_name(p.plan.heading, p.plan.source) for p in plans)}."))


def ask_all(question: str) -> Choice:
    """The same question of all plans."""
    return Choice("Hỏi trong tất cả các kế hoạch", f"{question} (trong tất cả các kế hoạch)")


def past_overdue(count: int) -> Line:
    """Rows of plans whose years are over are counted, not listed."""
    return line(f"Ngoài ra có {count} nhiệm vụ quá hạn thuộc các kế hoạch của những năm trước.")


def all_overdue() -> Choice:
    """The rows of plans of past years too."""
    return Choice("Việc quá hạn trong tất cả các kế hoạch", "Việc nào quá hạn trong tất cả các kế hoạch?")


def no_plan_of(year: str) -> Line:
    """The plan of a year is not there."""
    return line(f"Chưa có kế hoạch năm {year}.")


def none_issued(period: Period | None) -> Line:
    """No plan was issued then."""
    return line(f"Không có kế hoạch nào ban hành trong {period.label}." if period else "Không có kế hoạch nào.")


def silent_plans(names: Sequence[str]) -> Line:
    """Of several plans that were named some do not say what is asked."""
    return line(f"Không tìm thấy nội dung này trong: {joined(names)}.")


def plan_list(plans: Iterable[LoadedPlan]) -> tuple[Line, ...]:
    """The plans, one a line."""
    return tuple(
        line(f"{number}. ", bold(plan_name(p.plan.heading, p.plan.source)), _years(p.plan.heading))
        for number, p in enumerate(plans, 1)
    )


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


def list_head(count: int, what: str) -> Line:
    """How many there are of what."""
    return line(bold(f"Có {count} nhiệm vụ {what}:" if what else f"Có {count} nhiệm vụ:"))


_SHOWN = 8  # groups that are counted out


def most_head(groups: Sequence[tuple[str, int]], role: str | None, top: int, *, fewest: bool) -> tuple[Line, ...]:
    """The groups with the most (or fewest) tasks, the first with how many."""
    names = [name for name, _ in groups[:top]]
    what = _ROLES["coordinate" if role == "coordinate" else "lead"] if role else "có"
    head = line(bold(f"{joined(names)} {what} {'ít' if fewest else 'nhiều'} nhiệm vụ nhất: {groups[0][1]} nhiệm vụ."))
    return head, *_counted(groups)


def _counted(groups: Sequence[tuple[str, int]]) -> tuple[Line, ...]:
    return tuple(line(f"{at}. {name}: {count} nhiệm vụ") for at, (name, count) in enumerate(groups[:_SHOWN], 1))


def each_head(groups: Sequence[tuple[str, int]], what: str) -> tuple[Line, ...]:
    """How many tasks each group has, and all together."""
    total = sum(count for _, count in groups)
    return line(bold(f"Tổng cộng {total} nhiệm vụ{' ' + what if what else ''}:")), *_counted(groups)


def without_head(names: Sequence[str], what: str, each: str) -> tuple[Line, ...]:
    """The groups that have no such task."""
    tasks = f"nhiệm vụ nào {what}".strip()
    if not names:
        return (line(f"Không có {each} nào mà không có {tasks}."),)
    return line(bold(f"Có {len(names)} {each} không có {tasks}:")), line(joined(names))


def sides_head(sides: Sequence[tuple[str, int]], role: str | None) -> tuple[Line, ...]:
    """Sides beside each other, the difference first."""
    ordered = sorted(sides, key=lambda side: -side[1])
    what = _ROLES[role] if role else "có"
    if len(ordered) > 1 and ordered[0][1] == ordered[-1][1]:
        head = f"Hai bên {what} số nhiệm vụ bằng nhau: {ordered[0][1]} nhiệm vụ."
    else:
        more = ordered[0][1] - ordered[-1][1] if len(ordered) > 1 else 0
        head = f"{ordered[0][0]} {what} nhiều hơn {more} nhiệm vụ." if more else f"{ordered[0][0]}: {ordered[0][1]}"
    return line(bold(head)), *(line(f"{name}: {count} nhiệm vụ") for name, count in sides)


_CELLS = {
    "lead": "đơn vị chủ trì",
    "coordinate": "đơn vị phối hợp",
    "deadline": "thời hạn",
    "result": "sản phẩm",
    "budget": "kinh phí",
}


def narrowed(kind: str, *, what: str = "", unit: str = "", role: str = "", include: bool = True) -> str:
    """What a list is narrowed to, to be said after "nhiệm vụ".

    Args:
        kind: of the constraint.
        what: the words, or the field that is blank.
    """
    cell = _CELLS.get(what, "")
    wordings = {
        "unit": f"{'' if include else 'không do '}{unit} {_ROLES[role or None]}",
        "blank": f"{'chưa' if include else 'có'} ghi {cell}",
        "dated": f"{'có' if include else 'không có'} ngày cụ thể",
        "rhythm": "thường xuyên" if what == "ongoing" else "định kỳ",
        "section": f"thuộc phần “{what}”",
        "topic": f"{'' if include else 'không phải '}“{what}”",
    }
    return wordings.get(kind, "")


def worded(field: str, words: str) -> str:
    """Rows whose cell has some words."""
    return f"có {_CELLS.get(field, 'nội dung')} “{words}”"


def list_what(*, unit: str, role: str | None, period: Period | None, topic: str, state: str = "") -> str:
    """What a list is of, to be said after "nhiệm vụ"."""
    parts = []
    if unit:
        parts.append(f"{unit} {_ROLES[role]}")
    if topic:
        parts.append(f"về “{topic}”")
    if state:
        parts.append(state)
    if period:
        parts.append(f"đến hạn {period.when}")
    return " ".join(parts)


def empty_list(what: str) -> Line:
    """No row fits."""
    return line(f"Không có nhiệm vụ nào {what}." if what else "Không có nhiệm vụ nào.")


def not_understood(words: str) -> Line:
    """A part of the question that narrows nothing, because it was not understood."""
    return line(italic(f"Chưa hiểu “{words}”, nên danh sách chưa lọc theo nội dung này."))


def other_role(unit: str, role: str, count: int) -> Line:
    """A unit that has nothing in the role asked for has something in the other."""
    other = "phối hợp" if role == "lead" else "chủ trì"
    return line(f"{unit} có {count} nhiệm vụ ở vai trò {other}.")


def unknown_unit(name: str) -> Line:
    """No plan names this unit."""
    return line(f"Các kế hoạch được hỏi không giao nhiệm vụ nào cho “{name}”.")


def unit_not_found(name: str, nearest: Sequence[str]) -> str:
    """Nothing is called so; the names most like it."""
    near = f" Có phải ý đồng chí là: {'; '.join(nearest)}?" if nearest else ""
    return f"Các kế hoạch không có đơn vị nào tên là “{name}”.{near}"


def shared_rows(count: int) -> str:
    """How many rows of a unit only a collective name gives it."""
    return f"(kể cả {count} nhiệm vụ giao chung cho nhiều đơn vị)"


def also_shared(count: int, names: Sequence[str]) -> Line:
    """Rows that a collective name gives to the unit asked about, beside its own."""
    said = f"Ngoài ra có {count} nhiệm vụ giao chung cho nhiều đơn vị ({'; '.join(names)})."
    return line(italic(said))


def time_unknown(said: str) -> str:
    """A time was named that is not understood."""
    return (
        f"Tôi chưa hiểu thời gian “{said}”. "
        "Xin đồng chí viết lại, ví dụ: tháng 4, quý sau, 30/6/2027, từ ngày 01/3 đến ngày 15/4."
    )


def signer_line(heading: Heading) -> str:
    """Who signed, in which post."""
    name, post = heading.signer.name, heading.signer.post
    if not name and not post:
        return ""
    return f"Người ký: {name or 'không ghi tên'}" + (f", chức vụ: {post}" if post else "")


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


def issuer_line(heading: Heading) -> str:
    """The issuing office."""
    name = office_name(heading)
    return f"Cơ quan ban hành: {name}" if name else ""


def years_line(heading: Heading) -> str:
    """The years the plan is for."""
    text = years_text(heading)
    return f"Kế hoạch cho {text} ({heading.years[0]} - {heading.years[-1]})" if text and len(heading.years) > 1 else (
        f"Kế hoạch cho {text}" if text else "")  # fmt: skip


def recipients_line(heading: Heading) -> str:
    """To whom it goes."""
    return f"Nơi nhận: {joined(heading.recipients)}" if heading.recipients else ""


def title_line(heading: Heading) -> str:
    """The title."""
    return f"Tên kế hoạch: {heading.title}" if heading.title else ""


def talk(kind: str) -> tuple[Line, ...]:
    """A courtesy answered."""
    first = {
        "greeting": "Xin chào!",
        "thanks": "Rất vui được hỗ trợ.",
        "bye": "Xin chào và hẹn gặp lại.",
    }.get(kind)
    if kind in _TALK:
        return (line(_TALK[kind]),)
    if kind in {"thanks", "bye"} and first:
        return (line(first),)
    return tuple(line(text) for text in (first, HELP, TRY) if text)


_ASKABLE = "có thể hỏi ai chủ trì, ai phối hợp, thời hạn, sản phẩm của nhiệm vụ hoặc nhiệm vụ của một đơn vị"
_TALK = {
    "rude": f"Rất tiếc câu trả lời chưa đúng ý; {_ASKABLE}.",
    "fond": f"Cảm ơn anh/chị; tôi là trợ lý tra cứu kế hoạch: {_ASKABLE}.",
    "aside": f"Tôi chỉ tra cứu các kế hoạch đã nạp: {_ASKABLE}.",
    "sum": f"Tôi không làm tính, chỉ tra cứu các kế hoạch đã nạp: {_ASKABLE}.",
    "laugh": f"Vâng, tôi sẵn sàng tra cứu kế hoạch: {_ASKABLE}.",
    "unclear": f"Đề nghị nêu câu hỏi bằng chữ: {_ASKABLE}.",
    "cancel": f"Vâng. Khi cần, {_ASKABLE}.",
    "wrong": "Nếu câu trả lời chưa đúng ý, đề nghị nêu rõ tên nhiệm vụ, đơn vị hoặc kế hoạch cần hỏi.",
    "clarify": "Đề nghị nêu điều cần rõ hơn của nhiệm vụ: ai chủ trì, ai phối hợp, thời hạn, sản phẩm hay mục tiêu.",
    "source": "Nguồn (tên kế hoạch, mục, dòng hoặc trang) được ghi dưới mỗi kết quả tìm thấy; "
    "đề nghị hỏi lại nội dung cần nguồn.",
    "papers": f"Tôi không soạn, in hoặc gửi văn bản khi được hỏi như vậy; {_ASKABLE}.",
    "remind": f"Nhắc hạn được gửi theo lịch đến đơn vị đã đăng ký nhận, không đặt qua câu hỏi; {_ASKABLE}.",
    "more": f"Chưa có kết quả nào trước đó; {_ASKABLE}.",
    "all said": f"Kết quả vừa nêu đã đầy đủ, không còn nội dung nào khác; {_ASKABLE}.",
}


def plan_size(plan: Plan) -> Line:
    """How much a plan holds."""
    return line(f"Gồm {len(plan.tasks)} nhiệm vụ, {len(plan.targets)} chỉ tiêu, {len(plan.passages)} đoạn văn.")


def unit_line(name: str, lead: int, coordinate: int) -> Line:
    """A unit with the number of its tasks by role."""
    return line(bold(name), f": chủ trì {lead}, phối hợp {coordinate} nhiệm vụ")


def meaning_head(short: str, long: Sequence[str]) -> Line:
    """What an abbreviation stands for."""
    return line(bold(short), " là viết tắt của: ", joined(long))


def perhaps_means(word: str, spelled: Sequence[str]) -> Line:
    """Phrases that a short form may stand for."""
    said = " hoặc ".join(f"“{phrase}”" for phrase in spelled)
    return line(bold(f"Có phải {word} là viết tắt của {said}?"), " Kế hoạch không giải thích từ viết tắt này.")


def unknown_meaning() -> Line:
    """An abbreviation that nobody explains."""
    return line("Chưa có giải thích cho từ viết tắt này trong các kế hoạch và bảng từ viết tắt.")


def several_plans() -> Line:
    """Rows of several plans fit."""
    return line("Nội dung này có trong nhiều kế hoạch, mỗi kế hoạch được nêu riêng:")


def progress_head(counts: Sequence[tuple[str, int]], total: int, unit: str) -> Line:
    """How many rows are in which state."""
    said = ", ".join(f"{count} {label}" for label, count in counts if count)
    return line(bold(f"{unit + ': ' if unit else ''}{total} nhiệm vụ – {said or 'chưa có báo cáo'}."))

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import HEARD, UNIT_CHAT, a_deadline, a_directory, a_link, a_task, at, the_inputs

from knowledge.model import Progress, State, TaskKind
from knowledge.reply import line_text
from scheduler.digest import Action, Message, digests
from scheduler.items import OFFICE_DIGEST, Delivered, Kind, StageSeries, ToldDates
from scheduler.rule_context import ParkedChat, RuleInputs, UncertainMessage
from scheduler.rules import due_now
from scheduler.settings import Reminders

TODAY = date(2027, 6, 23)


def messages(
    inputs: RuleInputs, delivered: Delivered | None = None, when: str = "2027-06-23 08:00"
) -> tuple[Message, ...]:
    return digests(due_now(inputs, delivered or HEARD, at(when)), at(when).date())


def test_a_digest_names_the_rows_their_dates_and_their_plan() -> None:
    (message,) = messages(the_inputs())
    assert message.text == (
        "Nhắc việc ngày 23/6/2027 – Văn phòng Sở\n"
        "Đề nghị thực hiện, báo cáo kết quả 1 nhiệm vụ sau:\n\n"
        "Sắp đến hạn\n"
        "1. Số hóa hồ sơ thủ tục hành chính đang còn hiệu lực – còn 7 ngày (30/6/2027)\n\n"
        "Căn cứ: 12/KH-SNV.\n"
        "Bấm số để xem, báo cáo kết quả hoặc xin gia hạn."
    )
    assert [(button.number, button.action, button.due) for button in message.buttons[0]] == [
        (1, Action.OPEN, date(2027, 6, 30))
    ]


def test_the_first_message_introduces_the_reminders_and_lists_what_is_due_that_day() -> None:
    rows = [a_task(stt=str(day), deadline=a_deadline(date(2027, 6, day))) for day in (1, 30, 28)]
    (message,) = messages(the_inputs(*rows), Delivered())
    assert not message.late
    assert "Từ hôm nay, hệ thống nhắc" in message.text
    assert "Hiện có 3 nhiệm vụ: chưa thực hiện 2, quá hạn 1." in message.text
    assert [item.task and item.task.stt for item in message.shown] == ["30"]
    assert len(message.items) == 4


def test_the_first_message_tells_what_is_overdue_beside_the_rows_that_it_counts() -> None:
    late, dated = a_deadline(date(2027, 6, 1)), a_deadline(date(2027, 6, 30))
    rows = [
        a_task(stt="1", deadline=late),
        a_task(stt="a", kind=TaskKind.PROSE, deadline=late),
        a_task(stt="2", deadline=dated),
    ]
    (message,) = messages(the_inputs(*rows), Delivered())
    assert "Hiện có 2 nhiệm vụ: chưa thực hiện 1, quá hạn 1." in message.text
    assert "Chưa kể 1 nhiệm vụ nêu trong phần lời văn.\nTrong số chưa kể này có 1 nhiệm vụ quá hạn." in message.text


def test_all_that_a_unit_hears_in_a_day_is_one_message() -> None:
    rows = [a_task(stt=str(day), deadline=a_deadline(date(2027, 6, day))) for day in (1, 21, 28)]
    settings = Reminders(ongoing="never", month_overview=False)
    (message,) = messages(the_inputs(*rows, settings=settings), when="2027-06-21 08:00")
    assert [line_text(line) for entry in message.entries for line in entry.heading] == [
        "Quá hạn", "Đến hạn hôm nay", "Sắp đến hạn",
    ]  # fmt: skip
    assert [button.number for row in message.buttons for button in row] == [1, 2, 3]


def test_a_second_message_of_a_day_has_only_what_is_due_that_day() -> None:
    rows = [a_task(stt=str(day), deadline=a_deadline(date(2027, 6, day))) for day in (23, 30)]
    known = replace(HEARD, complete={(UNIT_CHAT, "Văn phòng Sở"): TODAY})
    (message,) = messages(the_inputs(*rows), known)
    assert [item.task and item.task.stt for item in message.shown] == ["23"]


def test_a_late_digest_says_so() -> None:
    (message,) = messages(the_inputs(), when="2027-06-28 08:00")
    assert message.late
    assert "Một số việc được nhắc muộn do hệ thống bị gián đoạn." in message.text
    assert "còn 2 ngày (30/6/2027)" in message.text


def test_what_is_overdue_comes_first_and_is_raised_after_it_was_shown() -> None:
    inputs = the_inputs()
    first = {(inputs.plans[0].task_refs[0], date(2027, 6, 30).toordinal(), UNIT_CHAT): "2027-06-30T08:00:00+07:00"}
    overdue, raised = messages(inputs, replace(HEARD, first=first), when="2027-07-12 08:00")
    assert "quá hạn 12 ngày (30/6/2027)" in overdue.text
    assert raised.kind is Kind.OFFICE
    assert "Chủ trì: Văn phòng Sở" in raised.text


def test_a_changed_date_shows_both() -> None:
    inputs = the_inputs()
    ref = inputs.plans[0].task_refs[0]
    moved = the_inputs(progress={ref: Progress(due=date(2027, 7, 1))})
    (message,) = messages(moved, Delivered(told={(ref, UNIT_CHAT): ToldDates("2027-06-30")}))
    assert "thời hạn mới: 01/7/2027 (cũ: 30/6/2027)" in message.text
    assert len(message.entries) == 1
    assert [item.key.series for item in message.items] == [StageSeries.MOVED, StageSeries.DUE]


def many(count: int, **changes: Any) -> RuleInputs:
    rows = [a_task(stt=str(n), task=f"Nhiệm vụ {n} " + "rất dài " * 60, **changes) for n in range(count)]
    return the_inputs(*rows)


def test_one_digest_for_a_unit_in_pages_that_telegram_takes() -> None:
    found = messages(many(30))
    assert sum(len(message.entries) for message in found) == 30
    assert all(len(message.text.encode("utf-16-le")) // 2 < 4096 for message in found)
    assert all(len(message.entries) <= 20 for message in found)
    assert sorted(item.key.ref for message in found for item in message.items) == sorted(
        many(30).plans[0].task_refs
    )  # every item stands in one page


def test_chats_take_turns() -> None:
    rows = [a_task(stt=str(n), lead=("Văn phòng Sở", "Thanh tra Sở")) for n in range(30)]
    inputs = the_inputs(*rows, directory=a_directory(a_link(), a_link("Thanh tra Sở", -7)))
    assert [message.chat.id for message in messages(inputs)] == [UNIT_CHAT, -7, UNIT_CHAT, -7]


@pytest.mark.parametrize(
    ("stt", "kind", "ending"),
    [
        pytest.param("1.", TaskKind.TABLE, "12/KH-SNV, số thứ tự 1", id="its final point is not part of a number"),
        pytest.param("a)", TaskKind.PROSE, "12/KH-SNV, điểm a", id="a letter"),
        pytest.param("-", TaskKind.PROSE, "12/KH-SNV", id="a dash is no number"),
    ],
)
def test_only_a_number_is_told_as_one(stt: str, kind: TaskKind, ending: str) -> None:
    row = a_task(stt=stt, kind=kind, lead=("Thanh tra Sở",), deadline=a_deadline(date(2027, 6, 30)))
    (message,) = messages(the_inputs(row))

    assert message.text.endswith(f"Căn cứ: {ending}")


def test_rows_stand_in_the_order_of_their_dates() -> None:
    rows = [a_task(deadline=a_deadline(date(2027, 6, day))) for day in (30, 25)]
    (message,) = messages(the_inputs(*rows))
    assert [line_text(entry.lines[0])[-10:-1] for entry in message.entries] == ["25/6/2027", "30/6/2027"]


def test_a_request_for_more_time_is_decided_by_a_button() -> None:
    inputs = the_inputs()
    ref = inputs.plans[0].task_refs[0]
    asked = Progress(
        State.EXTENSION_ASKED,
        "An (123456)",
        "2027-06-22T09:00:00+07:00",
        note="chờ hướng dẫn",
        asked_due=date(2027, 7, 31),
    )
    found = [m for m in messages(the_inputs(progress={ref: asked})) if m.kind is Kind.EXTENSION]
    assert "Đề nghị gia hạn đến ngày 31/7/2027; thời hạn hiện tại: 30/6/2027, còn 7 ngày" in found[0].text
    assert "An: chờ hướng dẫn" in found[0].text
    assert [button.action for button in found[0].buttons[0]] == [Action.GRANT, Action.REFUSE, Action.OPEN]


def for_the_office(count: int = 1) -> RuleInputs:
    """A unit without a chat, a row without a chair, a chat that blocks, and a message that perhaps arrived."""
    rows = [a_task(stt=str(n), lead=("Thanh tra Sở",), lead_raw="Thanh tra Sở") for n in range(1, count + 1)]
    return the_inputs(
        *rows,
        a_task(stt="x", task="Đánh giá nội bộ", lead=(), lead_raw=""),
        parked=(ParkedChat(-5, "bot was kicked", "2027-06-22T08:00:00+07:00"),),
        uncertain=(UncertainMessage(UNIT_CHAT, "2027-06-22T09:00:00+07:00", 2, "Timed out"),),
    )


def test_what_the_office_has_to_see_to_is_one_message_with_a_heading_for_each_kind() -> None:
    (message,) = messages(for_the_office())
    assert message.text == (
        "Việc cần xử lý ngày 23/6/2027\n\n"
        "NHIỆM VỤ CỦA ĐƠN VỊ CHƯA CÓ NHÓM NHẬN TIN\n"
        "Đề nghị chuyển 1 nhiệm vụ sau đến đơn vị, đồng thời liên kết nhóm của đơn vị với hệ thống:\n"
        "1. Số hóa hồ sơ thủ tục hành chính đang còn hiệu lực\n"
        "Thời hạn: Trước ngày 30/6/2027, còn 7 ngày\n"
        "Chủ trì: Thanh tra Sở\nCăn cứ: 12/KH-SNV, số thứ tự 1\n\n"
        "NHIỆM VỤ CHƯA GIAO ĐƠN VỊ CHỦ TRÌ\n"
        "Đề nghị giao đơn vị chủ trì, đôn đốc thực hiện đối với 1 nhiệm vụ sau:\n"
        "2. Đánh giá nội bộ\nThời hạn: Trước ngày 30/6/2027, còn 7 ngày\nCăn cứ: 12/KH-SNV, điểm x\n\n"
        "NHÓM KHÔNG NHẬN ĐƯỢC TIN\nKhông gửi được tin đến các nhóm sau; đề nghị kiểm tra:\n"
        "3. -5: bot đã bị đưa ra khỏi nhóm\n\n"
        "TIN KHÔNG RÕ ĐÃ ĐẾN HAY CHƯA\nĐường truyền bị ngắt khi đang gửi tin đến các nhóm sau; hệ thống không gửi lại "
        "để tránh trùng lặp, đề nghị hỏi lại đơn vị đã nhận được tin hay chưa:\n"
        "4. Văn phòng Sở (-1001): 2 nội dung, 09:00 ngày 22/6/2027"
    )
    assert [button.number for row in message.buttons for button in row] == [1, 2]
    assert len(message.items) == 4


def test_where_it_does_not_fit_into_one_message_every_row_is_in_one_of_them() -> None:
    found = messages(for_the_office(30))
    assert [message.left for message in found] == [*range(len(found))][::-1]
    assert len(found) < 6
    assert sum(len(message.items) for message in found) == 33
    assert all(len(message.text) < 4000 for message in found)


def test_the_office_gets_one_digest_a_day_and_what_is_due_that_day() -> None:
    had = replace(HEARD, complete={(1, OFFICE_DIGEST): TODAY})
    assert messages(for_the_office(), had) == ()
    due = for_the_office()
    (message,) = messages(due, replace(had, complete={(1, OFFICE_DIGEST): date(2027, 6, 30)}), "2027-06-30 08:00")
    assert [item.kind for item in message.shown] == [Kind.UNLINKED, Kind.OWNERLESS]
    assert messages(due, had, "2027-06-24 08:00")

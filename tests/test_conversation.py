"""What a new turn takes from the ones before."""

from datetime import date

import pytest
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answer import Answer, Context, Conversation, answer
from knowledge.model import Task
from knowledge.reply import line_text
from knowledge.snapshot import Snapshot, make_snapshot

CONTEXT = Context(today=date(2027, 3, 1))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(),
        a_task(task="Khảo sát mức độ hài lòng của hành khách", stt="2", lead=("Phòng Vận tải",),
               coordinate=("Văn phòng Sở",), result="Báo cáo khảo sát",
               deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027")),
        a_task(task="Lắp camera giám sát tại bến xe", stt="3", lead=("Thanh tra Sở",),
               coordinate=("Phòng Vận tải",), deadline=a_deadline(date(2027, 12, 31), text="Quý IV/2027")),
    ]  # fmt: skip
    other = a_loaded_plan([a_task(lead=("Sở Tư pháp",))], stem="kh-2028", source="kh-2028.txt")
    return make_snapshot([a_loaded_plan(rows), other])


def talk(snapshot: Snapshot, *turns: str) -> tuple[Answer, Conversation]:
    conversation = Conversation()
    for text in turns:
        said, conversation = answer(text, snapshot, conversation=conversation, context=CONTEXT)
    return said, conversation


def head(snapshot: Snapshot, *turns: str) -> str:
    return line_text(talk(snapshot, *turns)[0].head[0])


def rows(snapshot: Snapshot, *turns: str) -> list[str]:
    return [c.item.stt for c in talk(snapshot, *turns)[0].cited if isinstance(c.item, Task)]


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        pytest.param(("Ai chủ trì khảo sát hài lòng?", "còn ai phối hợp?"), "Phối hợp: Văn phòng Sở", id="field"),
        pytest.param(("Ai chủ trì khảo sát hài lòng?", "việc đó nộp gì?"), "Sản phẩm: Báo cáo khảo sát", id="that"),
        pytest.param(("hạn khảo sát hài lòng?", "còn camera bến xe thì sao?"), "Thời hạn: Quý IV/2027", id="topic"),
        pytest.param(("camera ai lo?", "cảm ơn", "hạn khi nào?"), "Thời hạn: Quý IV/2027", id="over a courtesy"),
        pytest.param(("camera ai lo?", "khảo sát hài lòng hạn khi nào?"), "Thời hạn: Quý III/2027", id="anew"),
    ],
)
def test_a_turn_takes_what_it_leaves_out(snapshot: Snapshot, turns: tuple[str, ...], says: str) -> None:
    assert head(snapshot, *turns).startswith(says)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param(("Phòng Vận tải chủ trì những việc gì?", "còn phối hợp thì mấy việc?"), ["3"], id="role"),
        pytest.param(("Phòng Vận tải chủ trì những việc gì?", "còn Thanh tra Sở?"), ["3"], id="unit"),
        pytest.param(("quý 3 có việc gì đến hạn?", "quý 4 thì sao?"), ["3"], id="period"),
    ],
)
def test_a_list_goes_on_with_another_unit_role_or_time(
    snapshot: Snapshot, turns: tuple[str, ...], expected: list[str]
) -> None:
    assert rows(snapshot, *turns) == expected


def test_what_was_not_answered_stays_so(snapshot: Snapshot) -> None:
    said, conversation = talk(snapshot, "Ai chủ trì đóng tàu biển?", "hạn khi nào?")

    assert said.abstained
    assert conversation.abstained


def test_the_first_word_of_somebody_without_a_conversation_starts_anew(snapshot: Snapshot) -> None:
    assert talk(snapshot, "còn ai phối hợp?")[0].abstained

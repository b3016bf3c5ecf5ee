"""A list of one part of a plan is widened to all of it: its heading goes, its unit, its role and its time stay."""

from collections.abc import Callable
from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.language.text import folded, nfc
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Task
from knowledge.reply import plain


def _row(stt: str, task: str, lead: str, part: str, month: int, coordinate: str = "Tổ Kho") -> Task:
    due = a_deadline(date(2027, month, 28), text=f"Tháng {month}/2027")
    return a_task(stt=stt, task=task, lead=(lead,), coordinate=(coordinate,), section=(part,), deadline=due)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    nets, boats = "I. Ngư cụ", "II. Tàu thuyền"
    return make_snapshot(
        [
            a_loaded_plan(
                [
                    _row("1", "Vá lưới kéo", "Phòng Lưới", nets, 4),
                    _row("2", "Kiểm kê phao", "Phòng Lưới", nets, 9),
                    _row("3", "Nhuộm lưới", "Tổ Kho", nets, 4, "Phòng Lưới"),
                    _row("4", "Sơn vỏ tàu", "Phòng Lưới", boats, 4),
                    _row("5", "Thay chân vịt", "Tổ Máy", boats, 9, "Phòng Lưới"),
                ]
            )
        ]
    )


ONE_PART = "phần ngư cụ thì Phòng Lưới chủ trì mấy việc"


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param((ONE_PART,), "12", id="one part"),
        pytest.param((ONE_PART, "thế cả bảng phụ lục thì tổng cộng bao nhiêu"), "124", id="the whole table"),
        pytest.param((ONE_PART, "thế toàn kế hoạch thì bao nhiêu ạ"), "124", id="the whole plan"),
        pytest.param((ONE_PART, "còn tính cả phụ lục thì bao nhiêu"), "124", id="counted in"),
        pytest.param((ONE_PART, "cả bảng phụ lục Phòng Lưới chủ trì tổng cộng bn"), "124", id="the unit said again"),
        pytest.param((ONE_PART, "vay het ca ke hoach thi may viec"), "124", id="without accents"),
        pytest.param((ONE_PART, "nếu tính trên toàn bộ kế hoạch thì sao"), "124", id="with nothing counted"),
        pytest.param((ONE_PART, "Còn trong toàn bộ phụ lục thì sao?"), "124", id="a sign behind what asks"),
        pytest.param((ONE_PART, "còn những việc Phòng Lưới chủ trì trong toàn bộ phụ lục?"), "124", id="rows in front"),
        pytest.param(("phần ngư cụ có mấy việc", "trong cả kế hoạch thì mấy việc"), "12345", id="of no unit"),
        pytest.param(
            ("phần ngư cụ Phòng Lưới phối hợp mấy việc", "còn cả kế hoạch thì mấy việc"), "35", id="in its role"
        ),
        pytest.param(("tháng 4 phần ngư cụ có việc gì", "cả kế hoạch thì sao"), "134", id="in its time"),
        pytest.param((ONE_PART, "còn phần tàu thuyền thì bao nhiêu"), "4", id="another part"),
        pytest.param((ONE_PART, "ngoài phần đó ra thì Phòng Lưới chủ trì gì nữa"), "4", id="all but that part"),
        pytest.param((ONE_PART, "ngoai may viec do con chu tri gi nua"), "4", id="all but those rows"),
    ],
)
def test_the_whole_plan(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert numbers(ask(snapshot, *turns)) == rows


@pytest.mark.parametrize(
    "said", ["kế hoạch này ai ký", "cả kế hoạch ai theo dõi", "vá lưới kéo hạn khi nào", "trong đó việc nào tháng 9"]
)
def test_what_asks_something_else_counts_nothing(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, ONE_PART, said)) != ["1", "2", "4"]


@pytest.mark.parametrize(
    "said", ["tổng là bao nhiêu", "tất cả bao nhiêu vậy em", "vậy là bao nhiêu", "het thay may viec"]
)
def test_how_many_alone_counts_the_list_again(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "Phòng Lưới chủ trì những việc nào", said)
    assert plain(answer).startswith("Có 3 nhiệm vụ Phòng Lưới chủ trì")
    assert not answer.tentative


@pytest.mark.parametrize("said", ["bao nhiêu phần trăm", "đạt bao nhiêu", "bao nhiêu tiền"])
def test_a_figure_counts_no_rows(snapshot: Snapshot, said: str) -> None:
    assert not plain(ask(snapshot, "Phòng Lưới chủ trì những việc nào", said)).startswith("Có 3 nhiệm vụ")


def test_the_whole_plan_is_that_of_the_rows_that_were_shown(snapshot: Snapshot) -> None:
    other = a_loaded_plan([_row("9", "Đào ao", "Tổ Ao", "I. Ao hồ", 4)], stem="khac")
    both = make_snapshot([*snapshot.plans, other])
    said = ask(both, "phần ngư cụ có mấy việc", "còn nguyên cái kế hoạch thì mấy việc")
    assert "".join(stts(said)) == "12345"


@pytest.mark.parametrize("first", ["Tổ Kho chủ trì mấy việc", ONE_PART])
@pytest.mark.parametrize("who", ["ai", "phòng nào", "tổ nào", "sở nào", "bộ phận nào"])
@pytest.mark.parametrize("typed", [nfc, folded], ids=["accents", "none"])
def test_who_has_the_most_of_the_whole_plan_is_none_of_the_list(
    snapshot: Snapshot, first: str, who: str, typed: Callable[[str], str]
) -> None:
    said = plain(ask(snapshot, first, typed(f"tính cả kế hoạch thì {who} chủ trì nhiều việc nhất")))
    assert "chủ trì nhiều nhiệm vụ nhất" in said.splitlines()[0]


def test_when_it_has_the_most_is_still_of_the_units_of_the_list(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, ONE_PART, "ca ke hoach thi quy nao nhieu viec nhat"))
    assert said.startswith("quý II/2027 có nhiều nhiệm vụ Phòng Lưới chủ trì nhất: 2 nhiệm vụ.")

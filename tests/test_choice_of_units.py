"""Which of two units has a row, and things in the plural that are not counted."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Kiểm tra công vụ tại các xã", stt="1", lead=("Thanh tra Sở",), coordinate=("Phòng Nội vụ",)),
        a_task(task="Dựng bảng chỉ đường ở di tích", stt="2", lead=("Văn phòng Sở",), coordinate=(),
               deadline=a_deadline(date(2027, 4, 30), text="Trước 30/4/2027")),
        a_task(task="Trồng cây xanh quanh trụ sở", stt="3", lead=("Văn phòng Sở",), coordinate=("Thanh tra Sở",)),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kiểm tra công vụ tại các xã, văn phòng hay thanh tra?", id="nothing else asked"),
        pytest.param("kiểm tra công vụ các xã là văn phòng sở hay là thanh tra sở vậy", id="or rather"),
        pytest.param("kiem tra cong vu cac xa van phong so hay thanh tra so", id="without accents"),
        pytest.param("kiểm tra công vụ tại các xã văn phòng sở lo hay thanh tra sở lo", id="a verb of both"),
        pytest.param("kiểm tra công vụ tại các xã văn phòng sở đi hay thanh tra sở đi", id="said of both"),
        pytest.param("kiểm tra công vụ tại các xã thanh tra sở lo hay văn phòng sở lo hả", id="no claim"),
        pytest.param("kiểm tra công vụ tại các xã thanh tra sở lo hay nhà bếp lo", id="one that is no unit"),
        pytest.param("kiem tra cong vu tai cac xa thanh tra so lo hay nha bep lo", id="nor without accents"),
        pytest.param("kiểm tra công vụ tại các xã, nhà bếp làm chính hay thanh tra sở", id="one that is known behind"),
        pytest.param("kiểm tra công vụ tại các xã văn phòng sở đi hay mấy thanh tra sở đi", id="several of them"),
        pytest.param(
            "Chào chị, em mới về nhận việc bên này. Vụ kiểm tra công vụ tại các xã đó chị, văn phòng sở đứng ra làm "
            "hay thanh tra sở đứng ra làm vậy chị?",
            id="said of both to somebody",
        ),
    ],
)
def test_a_choice_of_two_units_asks_who_chairs(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), said.tentative) == (["1"], False)
    assert plain(said).startswith("Chủ trì: Thanh tra Sở")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param("mấy cái bảng chỉ đường bao giờ dựng xong", "Thời hạn: Trước 30/4/2027", id="when"),
        pytest.param("dựng mấy cái bảng chỉ đường thì hẹn tháng mấy", "Thời hạn: Trước 30/4/2027", id="which month"),
        pytest.param("mấy cái bảng chỉ đường ở di tích thì ai dựng", "Chủ trì: Văn phòng Sở", id="who"),
    ],
)
def test_several_things_are_not_counted_where_a_field_is_asked(snapshot: Snapshot, text: str, head: str) -> None:
    assert plain(ask(snapshot, text)).startswith(head)

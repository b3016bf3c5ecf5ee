"""Who joins a row, by any verb of joining or calling in, and beside whom; and neighbours that ask something else."""

import pytest
from asking import ask, numbers
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

HELPERS = "Phối hợp: Đội Trật tự; Hội Chữ thập đỏ"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Mở hội đua thuyền thúng ở đầm Nại", stt="1", lead=("Trung tâm Văn hóa",),
               coordinate=("Đội Trật tự", "Hội Chữ thập đỏ")),
        a_task(task="Vá lưới, sơn lại cầu cảng ngoài biển", stt="2", lead=("Đội Trật tự",), coordinate=("Tổ Điện",)),
        a_task(task="Cấp phép tên miền cho cơ sở nuôi tôm", stt="3", lead=("Phòng Nghiệp vụ",), coordinate=()),
    ]  # fmt: skip
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    "said",
    [
        "kéo thêm ai vô",
        "keo them ai vo",
        "mời những bên nào vào",
        "moi ben nao vo chung vay",
        "rủ đội nào chung tay",
        "huy động thêm hội nào nữa không",
        "có những bên nào góp mặt ngoài Văn hóa ra",
        "đội nào theo cùng",
        "có hội nào có tên không",
        "hội nào nhảy vào phụ vậy",
        "gọi ai vào phụ",
        "thì Trung tâm Văn hóa đứng tên rồi, còn ai ké vô nữa",
        "có khu phố nào vô không",
        "có bên nào ở ngoài vào chung không",
        "co doi nao ben ngoai vo phu khong",
        "ngoài mình ra còn bên nào có mặt",
        "ngoai minh ra con may ben nua",
        "ngoài Trung tâm Văn hóa ra còn ai chung tay",
        "ngoai trung tam van hoa con ai chung tay",
        "ngoài Trung tâm Văn hóa thì có thêm đội nào nữa",
        "thì Trung tâm Văn hóa đứng đầu rồi, còn bên nào phụ theo nữa",
        "phòng ban nào góp mặt",
        "hội nào phụ",
    ],
)
def test_who_joins_a_row_coordinates_it(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, f"hội đua thuyền thúng đầm Nại {said}")
    assert (plain(answer).splitlines()[0], answer.tentative) == (HELPERS, False)


@pytest.mark.parametrize("said", ["hội nào phụ Đội Trật tự", "tổ nào phụ cho Đội Trật tự"])
def test_a_unit_that_others_help_has_the_chair(snapshot: Snapshot, said: str) -> None:
    assert numbers(ask(snapshot, said)) == "2"


@pytest.mark.parametrize("said", ["gọi ai hỗ trợ", "nhờ tổ nào hỗ trợ", "goi ai ho tro"])
def test_who_is_asked_in_leaves_the_row_to_the_words_before(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, f"vá lưới {said}")
    assert (plain(answer).splitlines()[0], answer.tentative) == ("Phối hợp: Tổ Điện", False)


@pytest.mark.parametrize(
    "said",
    [
        "ngoài mấy phòng trong Sở ra còn ai phối hợp nữa",
        "ngoài Trung tâm Văn hóa ra còn ai",
        "có ai ngoài Sở không",
        "thế có mời hội nào không",
        "ngoài mình ra còn những ai",
    ],
)
def test_behind_a_row_it_is_asked_of_that_row(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "hội đua thuyền thúng đầm Nại do ai chủ trì", said)
    assert plain(answer).startswith(HELPERS)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param("Trung tâm Văn hóa mở hội đua thuyền thúng thì mới ai lo", "Chủ trì: Trung tâm Văn hóa", id="mới"),
        pytest.param("hội đua thuyền thúng ai đứng đầu", "Chủ trì: Trung tâm Văn hóa", id="the chair"),
        pytest.param("đơn vị nào có tên miền nuôi tôm phải cấp phép", "Chủ trì: Phòng Nghiệp vụ", id="another thing"),
        pytest.param("sơn cầu cảng ngoài biển ai lo", "Chủ trì: Đội Trật tự", id="out at sea"),
    ],
)
def test_other_words_ask_for_the_chair(snapshot: Snapshot, text: str, head: str) -> None:
    assert plain(ask(snapshot, text)).startswith(head)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("những việc nào Đội Trật tự có tên", "12"),
        ("việc nào không do Đội Trật tự phối hợp", "23"),
        ("ngoài Đội Trật tự ra còn ai chủ trì", "13"),
        ("Đội Trật tự cùng làm những việc nào", "12"),
    ],
)
def test_rows_of_a_unit_are_still_listed(snapshot: Snapshot, text: str, rows: str) -> None:
    assert numbers(ask(snapshot, text)) == rows


def test_who_has_the_most_rows_is_counted(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "đơn vị nào có tên nhiều việc nhất")).startswith(
        "Trung tâm Văn hóa; Đội Trật tự; Phòng Nghiệp vụ có nhiều"
    )


@pytest.mark.parametrize("said", ["Trung tâm Văn hóa mời ai", "trung tam van hoa ru ai", "Đội Trật tự kéo thêm ai vào"])
def test_whom_a_unit_calls_in_is_asked_of_no_row(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, said)
    assert answer.tentative or answer.abstained

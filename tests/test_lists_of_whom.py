"""A list in a role: of whom it is, also where that was told beside the question, or that nobody was named."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain

_UNKNOWN = "Danh sách gồm nhiệm vụ của mọi đơn vị, do chưa rõ hỏi đơn vị nào"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Tập huấn nghiệp vụ lưu trữ", stt="1", lead=("Sở Nội vụ",), coordinate=("Sở Y tế", "Sở Tư pháp")),
        a_task(task="Số hóa hồ sơ bệnh án", stt="2", lead=("Sở Y tế",), coordinate=("Sở Khoa học",)),
        a_task(task="Rà soát văn bản", stt="3", lead=("Sở Tư pháp",), coordinate=("Sở Nội vụ",),
               deadline=a_deadline(date(2027, 5, 20))),
    ]  # fmt: skip
    province = Heading(issuer="UBND tỉnh An Bình", place="An Bình", title="Kế hoạch công tác", years=(2027,))
    return make_snapshot([a_loaded_plan(rows, heading=province)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Tôi là chuyên viên Sở Y tế. Nghe đâu năm nay sở tôi phải phối hợp với Sở Nội vụ trong một lớp học gì đó, "
            "nhờ tra giúp là việc nào",
            id="theirs",
        ),
        pytest.param(
            "Em bên Sở Y tế ạ, nghe nói sở em làm chung với Sở Nội vụ vụ gì đó mà em quên mất, chị dò giúp em là những "
            "việc nào",
            id="with whom they work",
        ),
    ],
)
def test_a_list_is_of_what_was_told_that_units_do_together(snapshot: Snapshot, text: str) -> None:
    assert stts(ask(snapshot, text)) == ["1"]


_TOLD = "Em ở Sở Y tế, nghe đâu sở em phải phối hợp với Sở Nội vụ {}, chị tra giúp em là những việc nào"


def test_a_time_that_was_told_beside_a_list_narrows_it_too(snapshot: Snapshot) -> None:
    assert "quý II/2027" in plain(ask(snapshot, _TOLD.format("trong quý 2"))).splitlines()[0]
    assert ask(snapshot, _TOLD.format("trong quý 4")).abstained


def test_a_matter_that_was_told_beside_a_list_is_named_as_not_understood(snapshot: Snapshot) -> None:
    told = "Tôi là chuyên viên Sở Y tế. Nghe đâu năm nay sở tôi phải phối hợp với Sở Nội vụ trong một lớp học gì đó, "
    said = ask(snapshot, f"{told}nhờ tra giúp là việc nào")
    assert said.tentative
    assert "Chưa hiểu “lớp học”" in plain(said)


def test_what_units_do_not_do_together_is_no_list_of_what_they_do(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Sở Y tế không phối hợp với Sở Nội vụ đâu. Nhờ chị tra giúp em với là những việc nào vậy chị")
    assert "không do" not in plain(said).splitlines()[0]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("chủ trì mấy việc trong kế hoạch", "chủ trì", id="chairs"),
        pytest.param("liệt kê các nhiệm vụ phối hợp trong kế hoạch", "phối hợp", id="coordinates"),
        pytest.param("được ghi tên chủ trì ở dòng nào trong bảng", "chủ trì", id="in the table"),
        pytest.param("chủ trì những việc gì", "chủ trì", id="which"),
    ],
)
def test_a_list_in_a_role_of_nobody_is_told_to_be_of_everybody(snapshot: Snapshot, text: str, role: str) -> None:
    said = ask(snapshot, text)
    assert (stts(said), said.tentative) == (["1", "2", "3"], True)
    assert f"{_UNKNOWN} {role}." in plain(said)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("liệt kê các nhiệm vụ trong kế hoạch", id="no role"),
        pytest.param("Sở Y tế chủ trì việc gì", id="a unit"),
        pytest.param("ai chủ trì những việc nào trong kế hoạch", id="who"),
        pytest.param("liệt kê nhiệm vụ và đơn vị chủ trì", id="with who has them"),
        pytest.param("việc nào Sở Nội vụ không chủ trì", id="a unit that is left out"),
    ],
)
def test_a_list_of_somebody_or_in_no_role_is_sure(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert not said.tentative
    assert _UNKNOWN not in plain(said)


@pytest.fixture(scope="module")
def school() -> Snapshot:
    rows = [
        a_task(task="Dự giờ", stt="1", lead=("Phó Hiệu trưởng phụ trách chuyên môn",), coordinate=()),
        a_task(task="Sửa mái", stt="2", lead=("Phó Hiệu trưởng phụ trách cơ sở vật chất",), coordinate=()),
        a_task(task="Chấm thi", stt="3", lead=("Tổ Khảo thí",), coordinate=()),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("text", "stt"),
    [
        pytest.param("phó hiệu trưởng chuyên môn phải làm những việc gì", "1", id="words left out"),
        pytest.param("pho hieu truong vat chat co may viec", "2", id="without accents"),
    ],
)
def test_a_unit_that_is_called_by_some_of_its_words_is_asked_back(school: Snapshot, text: str, stt: str) -> None:
    said = ask(school, text)
    assert (stts(said), said.tentative) == ([stt], True)
    assert plain(said).startswith("Có phải ý anh/chị là Phó Hiệu trưởng phụ trách ")


@pytest.mark.parametrize("text", ["phó hiệu trưởng đội phải làm những việc gì", "tổ bảo vệ đêm có việc gì"])
def test_a_unit_of_other_words_is_refused(school: Snapshot, text: str) -> None:
    said = ask(school, text)
    assert (said.abstained, stts(said)) == (True, [])


@pytest.mark.parametrize("text", ["việc nào lẽ ra Sở Y tế phải chủ trì", "viec nao le ra so y te phai chu tri"])
def test_a_turn_of_two_words_is_not_told_as_half_understood(text: str) -> None:
    rows = [
        a_task(task="Kiểm tra cửa hàng bán lẻ", stt="1", lead=("Sở Tư pháp",)),
        a_task(task="Khám mắt cho học sinh", stt="2", lead=("Sở Y tế",)),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert (stts(said), said.tentative) == (["2"], False)


def test_units_that_are_compared_tell_their_roles_where_none_was_asked(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "Sở Nội vụ với Sở Tư pháp ai nhiều việc hơn"))
    assert said.splitlines()[1:3] == [
        "Sở Nội vụ: 2 nhiệm vụ (chủ trì 1, chỉ phối hợp 1)",
        "Sở Tư pháp: 2 nhiệm vụ (chủ trì 1, chỉ phối hợp 1)",
    ]


def test_all_that_is_counted_is_no_group_of_units_that_are_called_alike() -> None:
    rows = [
        a_task(task="Viết bài", stt="1", lead=("Báo An Bình",), coordinate=()),
        a_task(task="Đăng tin", stt="2", lead=("Báo Người Trẻ",), coordinate=()),
        a_task(task="Trực đài", stt="3", lead=("Sở Y tế",), coordinate=()),
    ]
    said = make_snapshot([a_loaded_plan(rows)])
    for text in ("tất cả bao nhiêu việc", "có tất cả bao nhiêu dòng nhiệm vụ trong phụ lục", "tat ca bao nhieu viec"):
        assert stts(ask(said, text)) == ["1", "2", "3"]
    assert stts(ask(said, "tất cả các báo chủ trì việc gì")) == ["1", "2"]

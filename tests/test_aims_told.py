"""A figure that an aim sets and a row repeats: both are cited, and a turn that goes on is about the row."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Place, Target
from knowledge.reply import Answer, plain

_AIMS = (
    ("100% bến cấp I, 85% bến cấp II được kiểm định an toàn cầu cảng trong năm (trừ bến tạm đang chờ tháo dỡ)", "85%"),
    ("Tỷ lệ lái tàu hài lòng với dịch vụ hoa tiêu đạt tối thiểu 92%", "92%"),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    section = ("II. CHỈ TIÊU",)
    targets = tuple(Target(text, (value,), section, Place(lines=(n, n))) for n, (text, value) in enumerate(_AIMS, 30))
    rows = [
        a_task(
            task="Kiểm định an toàn cầu cảng",
            stt="1",
            lead=("Phòng Công trình",),
            objective="100% bến cấp I; 85% bến cấp II được kiểm định an toàn cầu cảng",
        ),
        a_task(
            task="Khảo sát lái tàu về dịch vụ hoa tiêu",
            stt="2",
            lead=("Phòng Pháp chế",),
            objective="Tỷ lệ lái tàu hài lòng với dịch vụ hoa tiêu đạt tối thiểu 95%",
        ),
    ]
    return make_snapshot([a_loaded_plan(rows, targets=targets)])


_ASKED = "bến cấp II phải kiểm định an toàn cầu cảng bao nhiêu phần trăm"


def _kinds(answer: Answer) -> list[str]:
    return [type(cited.item).__name__ for cited in answer.cited]


@pytest.mark.parametrize("text", [_ASKED, "ben cap II kiem dinh an toan cau cang dat may %"])
def test_the_aim_is_cited_before_the_row_that_repeats_it(snapshot: Snapshot, text: str) -> None:
    answer = ask(snapshot, text)
    assert _kinds(answer) == ["Target", "Task"]
    assert "85%" in plain(answer).splitlines()[0]


def test_an_aim_of_another_figure_is_not_cited_beside_a_row(snapshot: Snapshot) -> None:
    assert len(_kinds(ask(snapshot, "khảo sát lái tàu hài lòng dịch vụ hoa tiêu mấy phần trăm"))) == 1


@pytest.mark.parametrize("more", ["ai chủ trì", "the don vi nao lam", "bên nào lo việc đó"])
def test_what_only_a_row_has_is_asked_of_the_row(snapshot: Snapshot, more: str) -> None:
    assert "Phòng Công trình" in plain(ask(snapshot, _ASKED, more)).splitlines()[0]


def test_another_level_of_the_figure_is_told(snapshot: Snapshot) -> None:
    assert "100%" in plain(ask(snapshot, _ASKED, "còn cấp I")).splitlines()[0]

"""What else a statement names that was told: its figure is asked in a turn that names only that."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Target
from knowledge.reply import plain

_BOTH = "Tỷ lệ chuồng được khử trùng đạt từ 82% ở các trại heo, trại bò và từ 75% ở các trại còn lại"
_OTHER = "100% trại còn lại của xã có sổ thuốc thú y"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [a_task(stt="1", task="Khử trùng xe chở heo", lead=("Trạm Thú y",), coordinate=())]
    targets = (Target(_BOTH, ("I. CHỈ TIÊU",)), Target(_OTHER, ("I. CHỈ TIÊU",)))
    return make_snapshot([a_loaded_plan(rows, targets=targets)])


@pytest.mark.parametrize(
    "turn", ["các trại còn lại thì sao", "cac trai con lai thi sao", "thế các trại còn lại", "còn trại bò"]
)
def test_the_other_figure_of_the_statement_is_told_by_it(snapshot: Snapshot, turn: str) -> None:
    said = plain(ask(snapshot, "tỷ lệ chuồng được khử trùng ở trại heo là bao nhiêu", turn))
    assert "75% ở các trại còn lại" in said
    assert "sổ thuốc" not in said


def test_what_the_statement_does_not_name_is_another_thing(snapshot: Snapshot) -> None:
    said = plain(ask(snapshot, "tỷ lệ chuồng được khử trùng ở trại heo là bao nhiêu", "còn sổ thuốc thú y thì sao"))
    assert "sổ thuốc thú y" in said
    assert "82%" not in said

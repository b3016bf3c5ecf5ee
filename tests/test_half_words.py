"""Half of a word of the plans is no word by itself, and where one is meant without accents nothing begins in it."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.half_words import word_halves
from knowledge.reply import plain


class _Plans:
    """Plans in which "hồ sơ" is one word and "sơ tán" stands side by side."""

    def bond(self, first: str, second: str) -> float:
        return 1.0 if (first, second) in {("ho", "so"), ("viec", "lam")} else 0.0

    def adjoin(self, first: str, second: str) -> bool:
        return (first, second) in {("ho", "so"), ("so", "tan")}


@pytest.mark.parametrize(
    ("words", "accented", "half", "ends"),
    [
        (("ho", "so", "nao"), False, [0, 1], [1]),
        (("so", "tan", "nao"), False, [0, 1], []),
        (("ho", "so", "nao"), True, [1], []),
        (("viec", "lam", "nao"), False, [], []),
    ],
)
def test_the_end_of_a_word_is_told_from_its_neighbour(
    words: tuple[str, ...], accented: bool, half: list[int], ends: list[int]
) -> None:
    is_half, ends_word = word_halves(words, _Plans(), accented=accented)
    assert [at for at in range(len(words)) if is_half(at)] == half
    assert [at for at in range(len(words)) if ends_word(at)] == ends


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    due = a_deadline(date(2027, 5, 31))
    tasks = ("Số hóa hồ sơ tàu biển", "Lập hồ sơ mẫu cho chủ tàu", "Lưu hồ sơ thuyền viên", "Kiểm tra phao tiêu")
    return make_snapshot([a_loaded_plan([a_task(task=t, stt=str(n), deadline=due) for n, t in enumerate(tasks, 1)])])


@pytest.mark.parametrize(
    "text", ["so hoa ho so tau bien tre nhat thang may", "so hoa ho so tau bien cham nhat khi nao"]
)
def test_no_comparison_begins_inside_a_word_that_is_typed_without_accents(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("Thời hạn: ")

"""What a question finds in the plans."""

from pathlib import Path

import pytest
from builders import a_loaded_plan, a_task
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.language.text import folded
from knowledge.model import Passage, Target
from knowledge.search.index import Field, Index, Part, View

TASKS = (
    "Số hóa hồ sơ thủ tục hành chính đang còn hiệu lực",
    "Kiểm tra sổ sách kế toán của các đơn vị trực thuộc",
    "Sửa bàn ghế phòng họp",
    "Ban hành bản mô tả công việc của từng vị trí",
    "Triển khai Nghị định số 107/2021/NĐ-CP về cơ chế một cửa",
    "Thực hiện Kế hoạch số 177-KH/TU của Tỉnh ủy trước ngày 01/6",
    "Đào tạo, bồi dưỡng công chức về chuyển đổi số",
)


def an_index(*tasks: str) -> Index:
    return Index.build([a_loaded_plan([a_task(task=task, section=(), result=None) for task in tasks or TASKS])])


WHOLE = an_index()


def first(index: Index, text: str, **options: object) -> str | None:
    hits = index.search(text, **options)  # type: ignore[arg-type]
    return TASKS[hits[0].item] if hits else None


@pytest.mark.parametrize(
    ("question", "task"),
    [
        pytest.param("số hóa hồ sơ", 0, id="accents"),
        pytest.param("so hoa ho so", 0, id="no accents"),
        pytest.param("SỐ HOÁ", 0, id="capitals and the other tone placement"),
        pytest.param("sổ", 1, id="sổ is not số"),
        pytest.param("bàn", 2, id="bàn is not ban or bản"),
        pytest.param("bản", 3, id="bản is not ban or bàn"),
        pytest.param("107/2021/NĐ-CP", 4, id="a code whole"),
        pytest.param("nghị định 107", 4, id="a code by its number"),
        pytest.param("nghi dinh 107/2021", 4, id="a code by two of its parts"),
        pytest.param("KH 177", 5, id="a code with its parts turned round"),
        pytest.param("ngày 1/6", 5, id="a date without its zero"),
        pytest.param("boi duongx cong chuc", 6, id="a slip of the keyboard"),
        pytest.param("🙂 đào tạo 🙂", 6, id="emoji"),
        pytest.param(" ".join(["đào tạo công chức"] * 100), 6, id="three hundred words"),
    ],
)
def test_a_question_finds_its_row(question: str, task: int) -> None:
    assert first(an_index(), question) == TASKS[task]


@pytest.mark.parametrize("question", ["", "   ", "🙂", "?!", "xyzzy plugh", "x"])
def test_a_question_without_a_word_of_the_plans_finds_nothing(question: str) -> None:
    assert an_index().search(question) == []


def test_a_row_with_an_abbreviation_is_found_by_its_long_form_too() -> None:
    index = an_index("Rà soát TTHC", "Rà soát thủ tục cấp đất", "Báo cáo hành chính")
    assert index.search("thủ tục hành chính")[0].item == 0
    assert index.search("tthc")[0].item == 0


@pytest.mark.parametrize("tasks", [(), ("Số hóa hồ sơ",), ("Số hóa hồ sơ", "Số hóa sổ hộ tịch")])
def test_the_smallest_libraries_find_what_they_hold_and_only_that(tasks: tuple[str, ...]) -> None:
    index = Index.build([a_loaded_plan([a_task(task=task) for task in tasks])])
    assert [hit.item for hit in index.search("số hóa")] == list(range(len(tasks)))
    assert all(hit.score > 0 for hit in index.search("số hóa"))


def test_no_plan_at_all_finds_nothing() -> None:
    assert Index.build([]).search("số hóa") == []
    assert Index.build([]).near("số") == ()


def test_equal_rows_keep_the_order_of_the_plans() -> None:
    plans = [a_loaded_plan([a_task(), a_task()], stem=stem) for stem in ("a", "b")]
    hits = Index.build(plans).search("số hóa hồ sơ")
    assert [(hit.plan, hit.item) for hit in hits] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_only_the_plans_and_parts_asked_for_are_searched() -> None:
    plan = a_loaded_plan(targets=(Target("Số hóa 90%"),), passages=(Passage("Số hóa là trọng tâm"),), stem="b")
    index = Index.build([a_loaded_plan(), plan])
    assert {(hit.plan, hit.part) for hit in index.search("số hóa", plans=[1], parts=[Part.TARGET, Part.PASSAGE])} == {
        (1, Part.TARGET),
        (1, Part.PASSAGE),
    }
    assert [hit.plan for hit in index.search("số hóa", parts=[Part.TASK])] == [0, 1]
    assert index.search("số hóa", plans=[]) == []


def test_the_fields_that_rank_can_be_chosen() -> None:
    index = Index.build([a_loaded_plan([a_task(lead=("Thanh tra Sở",)), a_task(task="Việc của thanh tra")])])
    assert index.search("thanh tra")[0].item == 1
    assert [hit.item for hit in index.search("thanh tra", fields={Field.UNITS: 1.0})] == [0]


def test_rare_words_weigh_more_than_common_ones_and_unknown_ones_nothing() -> None:
    index = an_index("Số hóa hồ sơ", "Số hóa sổ hộ tịch", "Số hóa bản đồ")
    assert index.weight("tịch") > index.weight("số") > 0
    assert index.weight("tich") == index.weight("tịch")
    assert index.weight("vũ trụ") == 0
    assert index.knows("tich")
    assert not index.knows("trụ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("viecj", "viec"), ("côgn", "cong"), ("nghịh", "nghi"), ("đinhj", "dinh")],
)
def test_a_slip_is_near_to_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert meant in an_index().near(typed)


@pytest.mark.parametrize("typed", ["x", "qq", "107/2022", "zzzzzz"])
def test_what_is_too_short_or_too_far_is_near_to_nothing(typed: str) -> None:
    assert an_index().near(typed) == ()


def test_a_score_is_explained_by_its_words() -> None:
    index = an_index()
    hit = index.search("bản mô tả")[0]
    found = index.explain("bản mô tả", hit)
    assert sum(part.score for part in found) == pytest.approx(hit.score)
    assert {part.view for part in found} == set(View)
    assert {part.term for part in found if part.view is View.FOLDED} == {"ban", "mo", "ta"}
    assert all(part.fields == (Field.TEXT,) for part in found)


def test_an_index_is_loaded_as_it_was_saved(tmp_path: Path) -> None:
    plans = [a_loaded_plan([a_task(task=task) for task in TASKS])]
    built = Index.build(plans)
    built.save(tmp_path / "index")
    built.save(tmp_path / "index")
    loaded = Index.load(tmp_path / "index", plans)
    assert loaded is not None
    assert loaded.fingerprint == built.fingerprint
    for question in ("số hóa hồ sơ", "nghị định 107", "duongx"):
        assert loaded.search(question) == built.search(question)


def test_an_index_of_other_plans_is_not_loaded(tmp_path: Path) -> None:
    Index.build([a_loaded_plan()]).save(tmp_path / "index")
    assert Index.load(tmp_path / "index", [a_loaded_plan([a_task(lead=("Thanh tra Sở",))])]) is None
    assert Index.load(tmp_path / "index", []) is None
    assert Index.load(tmp_path / "nowhere", []) is None


def test_a_damaged_index_is_not_loaded(tmp_path: Path) -> None:
    Index.build([a_loaded_plan()]).save(tmp_path / "index")
    next((tmp_path / "index").glob("*/pairs.bonds.npy")).write_bytes(b"")
    assert Index.load(tmp_path / "index", [a_loaded_plan()]) is None


@settings(deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_typed_finds_rows_in_order_or_nothing(text: str) -> None:
    hits = WHOLE.search(text)
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.item))
    assert all(WHOLE.explain(text, hit) for hit in hits[:1])


@settings(deadline=None)
@given(st.lists(st.sampled_from(" ".join(TASKS).split()), min_size=1, max_size=8))
def test_the_same_rows_are_found_without_the_accents_of_a_question(words: list[str]) -> None:
    typed = {hit.item for hit in WHOLE.search(" ".join(words))}
    assert {hit.item for hit in WHOLE.search(folded(" ".join(words)))} == typed

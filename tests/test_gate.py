"""Whether the likeliest row is the one that is meant."""

import math
from pathlib import Path

import pytest
import training
import training_meaning
from asking import ask
from builders import a_loaded_plan, a_task
from learning_report import Decision, digest, report_of

from knowledge.answers import certainty
from knowledge.answers.answered import LIKELY, answered, least_answered
from knowledge.answers.certainty import Outcome, probability
from knowledge.answers.finding import Found
from knowledge.answers.weights import ANSWERED, MEANING, WORDS, weights
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage
from knowledge.reply import line_text, plain

ROWS = [
    a_task(stt="1", task="Khám sức khỏe định kỳ cho học sinh tiểu học", lead=("Trạm Y tế",)),
    a_task(stt="2", task="Khám sức khỏe định kỳ cho giáo viên", lead=("Phòng Hành chính",)),
    a_task(stt="3", task="Số hóa hồ sơ bệnh án ngoại trú", lead=("Phòng Kế hoạch nghiệp vụ",)),
    a_task(stt="4", task="Tập huấn sơ cứu cho nhân viên thư viện", lead=("Phòng Đào tạo",)),
    a_task(stt="5", task="Kiểm tra an toàn thực phẩm tại bếp ăn tập thể", lead=("Đội Quản lý thị trường",)),
    a_task(stt="6", task="Tuyên truyền phòng chống dịch bệnh mùa hè", lead=("Trung tâm Văn hóa",)),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = Heading(title="Kế hoạch Y tế trường học năm 2027", issuer="Trung tâm Y tế", years=(2027,))
    return make_snapshot([a_loaded_plan(ROWS, heading=heading, passages=(Passage("Trần Thu Hà"),))])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai chủ trì số hóa hồ sơ bệnh án", id="its own words"),
        pytest.param("hồ sơ bệnh án ngoại trú đó ai chủ trì số hóa", id="a thing that its words tell, pointed at"),
        pytest.param("ai chủ trì cái vụ số hóa hồ sơ bệnh án kẻo trễ", id="an unknown word costs a little"),
        pytest.param("số hóa hồ sơ bệnh án ai chủ trì, phải xong sớm hơn năm ngoái", id="a year compared with"),
    ],
)
def test_a_row_that_holds_the_topic_answers(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)

    assert not said.abstained
    assert not said.tentative
    assert "Phòng Kế hoạch nghiệp vụ" in line_text(said.head[0])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai chủ trì số hóa học bạ", id="a noun of another row's kind"),
        pytest.param("hồ sơ đó thì ai giữ", id="a thing that is pointed at and was not told"),
        pytest.param("bếp ăn này ai kiểm tra", id="the same before who"),
        pytest.param("ai chủ trì kiểm tra phòng cháy chữa cháy", id="only the verb is there"),
        pytest.param("thủ đô nước Pháp là gì", id="general knowledge"),
        pytest.param("ai chủ trì khám sức khỏe cho học sinh năm 2029", id="a year of no plan"),
        pytest.param("năm ngoái ai chủ trì khám sức khỏe định kỳ cho học sinh", id="a year told from today's"),
        pytest.param("số điện thoại của trạm y tế", id="what is asked of people"),
        pytest.param("ai làm trưởng đoàn khám sức khỏe định kỳ cho học sinh", id="who heads a group"),
        pytest.param("trưởng ban khám sức khỏe định kỳ cho học sinh là ai vậy", id="the same, turned round"),
        pytest.param("cho xin số zalo của bà Trần Thu Hà", id="a signature says no more than the question"),
    ],
)
def test_what_no_row_says_gets_no_answer(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)

    assert said.abstained or said.tentative
    assert said.abstained or "Có phải" in plain(said)


def test_asking_back_shows_the_row_its_value_and_the_next_best(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.answers.certainty.thresholds", lambda _found: {"sure": 1.0, "perhaps": 0.0})
    said = ask(snapshot, "ai chủ trì khám sức khỏe định kỳ cho học sinh")

    assert said.tentative
    assert "Chủ trì: Trạm Y tế" in plain(said)
    assert said.cited[0].item == ROWS[0]
    assert said.choices[0].question == "Ai chủ trì Khám sức khỏe định kỳ cho giáo viên"


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        pytest.param({}, "sure", id="a row"),
        pytest.param({"lacks": 1.0}, "lacking", id="one syllable is not there"),
        pytest.param({"lacks": 1.0, "another": 1.0}, "another", id="another thing in the place of what is not there"),
        pytest.param({"passage": 1.0}, "passage", id="a target or a sentence of running text"),
        pytest.param({"passage": 1.0, "figure_in_text": 1.0}, "another", id="a figure out of a sentence"),
    ],
)
def test_what_is_probable_is_sure_the_later_the_likelier_it_is_another_thing(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, float], measure: str
) -> None:
    limits = weights(ANSWERED).thresholds
    monkeypatch.setattr(certainty, "probability", lambda _figures: 0.9)
    figures = {"another": 0.0, "lacks": 0.0, "passage": 0.0, "figure_in_text": 0.0} | told
    assert certainty._is_sure(Found((), answered=limits[measure] / 0.9 + 0.01), figures, "")
    assert not certainty._is_sure(Found((), answered=limits[measure] / 0.9 - 0.01), figures, "")
    assert limits["sure"] < limits["passage"] < limits["lacking"] < limits["another"]


def test_a_reason_that_speaks_against_a_row_lowers_its_probability() -> None:
    fair = {"together": 0.6, "missing": 0.1}

    assert probability(fair | {"missing": 0.6}) < probability(fair) < probability(fair | {"together": 1.0})


@pytest.mark.parametrize("name", [WORDS, MEANING, ANSWERED])
def test_asking_back_comes_before_being_sure(name: str) -> None:
    assert 0 < weights(name).thresholds["perhaps"] < weights(name).thresholds["sure"] < 1


@pytest.mark.parametrize(
    ("report", "files"),
    [
        pytest.param(training.REPORT, [training.WEIGHTS], id="words"),
        pytest.param(training_meaning.REPORT, [training_meaning.WEIGHTS, training_meaning.ANSWERED], id="meaning"),
    ],
)
def test_the_report_is_of_the_weights_that_are_used(report: Path, files: list[Path]) -> None:
    assert report.read_text("utf-8").splitlines()[0].split() == ["weights", *map(digest, files)]


def test_the_report_counts_a_row_that_is_shown_beside_the_first_and_what_is_refused() -> None:
    decisions = [
        Decision("one", "right", 0.9, 0.9, Outcome.SURE),
        Decision("one", "beside", 0.4, 0.7, Outcome.PERHAPS),
        Decision("two", "none", 0.2, 0.2, Outcome.NOTHING),
        Decision("two", "none", 0.9, 0.9, Outcome.SURE),
    ]
    told = report_of("weights of nothing", decisions).splitlines()
    assert told[5].split() == ["all", "4", "0.700", "1/2", "1/2", "0/2", "1/2", "1/3"]
    assert told[6].split() == ["one", "2", "0.900", "1/2", "1/2", "0/2", "0/0", "0/1"]


def test_who_repeats_how_a_row_begins_rather_asks_for_another_thing() -> None:
    told = {"near_typically": 0.5, "words_said": 2.4, "opening_said": 0.0, "missed_known": 0.4, "several_plans": 0.0,
            "plan_named": 0.0, "lacks": 0.0, "another": 0.0}  # fmt: skip
    described = answered([(told | {"words_said": 2.9}, 0.6)])
    assert answered([(told | {"opening_said": 1.4}, 0.6)]) < answered([(told, 0.6)]) < described


@pytest.mark.parametrize(
    ("kind", "abstained", "right", "label"),
    [
        pytest.param("none", True, False, "", id="the right row's blank cell refuses by itself"),
        pytest.param("none", False, False, "none", id="a row that would answer what no plan says"),
        pytest.param("lead", False, True, "right", id="the row that is meant"),
        pytest.param("lead", True, False, "wrong", id="a row that would deny what another says"),
    ],
)
def test_a_blank_cell_teaches_nothing_of_which_row_is_meant(
    kind: str, abstained: bool, right: bool, label: str
) -> None:
    assert training_meaning.label_of(kind, abstained=abstained, right=right) == label


def test_a_short_form_that_ends_a_word_of_the_plans_is_no_telephone() -> None:
    rows = [a_task(task="Kết nối dữ liệu với hệ thống một cửa điện tử của tỉnh", lead=("Trung tâm Dữ liệu",))]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "kết nối dữ liệu với hệ thống một cửa ĐT của tỉnh ai chủ trì")
    assert plain(said).startswith("Chủ trì: Trung tâm Dữ liệu")


def test_small_words_that_stand_together_are_nothing_that_a_row_lacks(snapshot: Snapshot) -> None:
    said = ask(snapshot, "khám sức khỏe định kỳ cho học sinh đó thì bên nào chủ trì")
    assert not said.tentative
    assert "không nêu" not in plain(said)


@pytest.mark.parametrize(
    ("held", "goes_on", "least"),
    [
        pytest.param(2, 0.0, LIKELY, id="two things, which may be of any matter"),
        pytest.param(3, 0.0, weights(ANSWERED).thresholds["perhaps"], id="three"),
        pytest.param(1, 1.0, weights(ANSWERED).thresholds["perhaps"], id="a turn that goes on"),
    ],
)
def test_rows_that_have_little_of_a_question_are_shown_where_rather_one_is_meant(
    held: int, goes_on: float, least: float
) -> None:
    assert least_answered({"held_concepts": math.log1p(held), "goes_on": goes_on}) == least

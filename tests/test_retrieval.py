"""The form of public sets of questions, slips, and the measures of rankings."""

import json
from pathlib import Path

import pytest
from retrieval import Quality, Question, misspelt, quality, sets_in

DATA = Path(__file__).parent / "data" / "retrieval"


def test_the_invented_set_has_its_documents_and_the_questions_that_one_of_them_answers() -> None:
    (found,) = sets_in(DATA)
    assert (found.name, len(found.documents), len(found.questions)) == ("invented", 8, 5)
    assert found.documents[0].startswith("Nghỉ phép Cán bộ xin")
    assert found.questions[4] == Question("việc nào làm tại quầy lễ tân", frozenset([2, 5]))


def test_a_file_in_the_form_of_squad_is_a_set_and_a_context_that_repeats_one_document(tmp_path: Path) -> None:
    asked = {"context": "Xe đi thứ Sáu.", "qas": [{"question": "xe đi khi nào"}]}
    never = {"context": "Kho ở tầng hai.", "qas": [{"question": "kho của ai", "is_impossible": True}]}
    (tmp_path / "xquad.vi.json").write_text(json.dumps({"data": [{"paragraphs": [asked, never, asked]}]}))
    (found,) = sets_in(tmp_path)
    assert found.documents == ("Xe đi thứ Sáu.", "Kho ở tầng hai.")
    assert [question.answers for question in found.questions] == [{0}, {0}]


def test_no_folder_has_no_sets(tmp_path: Path) -> None:
    assert sets_in(tmp_path / "none") == []
    assert sets_in(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        pytest.param("a/corpus.jsonl", '{"id": 1}\n', "corpus.jsonl line 1", id="a document without its name"),
        pytest.param("a/qrels/test.tsv", "1\t2\t1\n1\t2\t1\n", "the first line", id="judgements without a heading"),
        pytest.param(
            "a/qrels/test.tsv", "query-id\tcorpus-id\tscore\n1\tx\t1\n", "'x' is not in", id="an unknown document"
        ),
        pytest.param("b.json", "{}", "no `data`", id="another file"),
    ],
)
def test_a_file_in_another_form_is_told_with_its_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "a").mkdir(exist_ok=True)
    (tmp_path / "a" / "corpus.jsonl").write_text('{"_id": "1", "text": "một"}\n')
    (tmp_path / "a" / "queries.jsonl").write_text('{"_id": "1", "text": "một"}\n')
    (tmp_path / name).write_text(text)
    with pytest.raises(ValueError, match=told):
        sets_in(tmp_path)


@pytest.mark.parametrize(
    ("ranking", "answers", "measured"),
    [
        pytest.param([3, 1], {3}, Quality(1, 1, 1), id="first"),
        pytest.param([1, 3, 4], {3, 4}, Quality(0, 1, 0.5), id="second and third of two"),
        pytest.param([3, 1], {3, 9}, Quality(1, 0.5, 1), id="one of two"),
        pytest.param(list(range(20)), {10}, Quality(0, 0, 0), id="eleventh"),
        pytest.param([], {1}, Quality(0, 0, 0), id="nothing found"),
    ],
)
def test_a_ranking_is_measured_in_its_first_ten(ranking: list[int], answers: set[int], measured: Quality) -> None:
    assert quality([ranking], [Question("", frozenset(answers))]) == measured


def test_measures_are_means_over_questions() -> None:
    asked = [Question("", frozenset([1])), Question("", frozenset([2]))]
    assert quality([[1], [1, 2]], asked) == Quality(0.5, 1.0, 0.75)
    assert quality([], []) == Quality(0, 0, 0)


def test_one_word_in_seven_has_a_slip_and_the_same_seed_the_same_slips() -> None:
    text = " ".join(["nhiệm", "vụ", "107/2021/NĐ-CP", "a"] * 500)
    found = misspelt(text, 1)
    changed = [(left, right) for left, right in zip(text.split(), found.split(), strict=True) if left != right]
    assert found == misspelt(text, 1) != misspelt(text, 2)
    assert 0.10 < len(changed) / 1000 < 0.18
    assert {left for left, _ in changed} == {"nhiệm", "vụ"}

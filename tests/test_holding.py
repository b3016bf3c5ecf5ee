"""Which documents hold words: the posting lists say the same as the texts."""

import random

import numpy as np
import pytest
from builders import a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.search import holding
from knowledge.search.corpus import Field, Part
from knowledge.search.index import Index

WORDS = ("số", "hóa", "hồ", "sơ", "bệnh", "án")


def texts(seed: int) -> list[tuple[str, str]]:
    """The task and the product of many rows of few words, so that every neighbourhood comes."""
    choose = random.Random(seed)  # noqa: S311 - repeatable rows, no secret
    return [(" ".join(choose.choices(WORDS, k=6)), " ".join(choose.choices(WORDS, k=4))) for _ in range(80)]


@pytest.fixture(scope="module")
def index() -> Index:
    rows = [a_task(task=task, result=result, section=(), lead=(), coordinate=()) for task, result in texts(1)]
    return Index.build([a_loaded_plan(rows)])


def near(text: str, left: str, right: str, far: int) -> bool:
    words = folded(text).split()
    return any(right in words[at + 1 : at + 1 + far] for at, word in enumerate(words) if word == left)


def test_any_and_all_of_some_words(index: Index) -> None:
    said = [set(folded(f"{task} {result}").split()) for task, result in texts(1)]
    assert holding.with_any(index, ["benh", "an"]).tolist() == [
        n for n, words in enumerate(said) if {"benh", "an"} & words
    ]
    assert holding.with_all(index, ["số", "an"]).tolist() == [
        n for n, words in enumerate(said) if {"so", "an"} <= words
    ]


def test_neighbours_stand_in_one_field_and_in_this_order(index: Index) -> None:
    found = [n for n, row in enumerate(texts(1)) if any(near(text, "so", "hoa", 1) for text in row)]
    assert found
    assert holding.with_pairs(index, ["số", "hóa"]).tolist() == found


@pytest.mark.parametrize("least", [1, 2])
def test_some_of_several_neighbours_stand_in_a_document(index: Index, least: int) -> None:
    pairs = [("số", "hóa"), ("hồ", "sơ"), ("bệnh", "án"), ("lạ", "án")]
    bare = [(folded(left), folded(right)) for left, right in pairs]
    said = [sum(any(near(text, left, right, 1) for text in row) for left, right in bare) for row in texts(1)]
    found = [n for n, count in enumerate(said) if count >= least]
    assert found
    assert holding.with_some_pairs(index, pairs, least).tolist() == found


@pytest.mark.parametrize(
    ("fields", "places"),
    [((Field.TEXT,), (0,)), ((Field.RESULT,), (1,)), ((Field.TEXT, Field.RESULT), (0, 1))],
    ids=["the text", "the product", "either"],
)
def test_near_neighbours_may_have_two_words_between_them(
    index: Index, fields: tuple[Field, ...], places: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "_AT_ONCE", 7)  # so that it is asked in parts
    found = [n for n, row in enumerate(texts(1)) if any(near(row[place], "ho", "an", 3) for place in places)]
    assert found
    assert holding.saying(index, ["ho", "an"], fields).tolist() == found
    monkeypatch.setattr(holding, "_FIRST", 1)  # so that the first are not enough
    assert holding.is_said(index, ["ho", "an"], fields, Part.TASK)
    assert not holding.is_said(index, ["ho", "an"], fields, Part.PASSAGE)  # the rows of another part


def test_a_word_that_no_document_has_is_held_by_none(index: Index) -> None:
    assert not len(holding.with_any(index, ["xe"]))
    assert not len(holding.with_all(index, ["so", "xe"]))
    assert not len(holding.saying(index, ["xe", "so"], [Field.TEXT]))
    assert not holding.is_said(index, ["xe", "so"], [Field.TEXT], Part.TASK)


def test_documents_with_the_same_of_some_words_share_a_pattern(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "_AT_ONCE", 7)
    documents = np.arange(5, 60)
    seen = holding.word_patterns(index, documents, {"số", "so", "sớ", "an"}, {"so hoa"})
    for document, which in zip(documents, seen.of, strict=True):
        row = texts(1)[document]
        words = {word for text in row for word in (*text.split(), *folded(text).split())}
        side = {"so hoa"} if any(near(text, "so", "hoa", 1) for text in row) else set()
        assert seen.sets[which] == (words & {"số", "so", "sớ", "an"}) | side
    assert len(set(seen.sets)) == len(seen.sets) < len(documents)
    assert not len(holding.word_patterns(index, documents[:0], {"so"}, ()).of)

"""How well a document answers a question."""

import numpy as np
import pytest
from builders import a_loaded_plan, a_task

from knowledge.language.text import has_accents
from knowledge.search.corpus import Field
from knowledge.search.index import Index
from knowledge.search.ranking import FIELD_WEIGHTS, Evidence, View, spread, weigh
from knowledge.search.words import terms

INDEX = Index.build(
    [
        a_loaded_plan(
            [
                a_task(task="Ban hành bản mô tả", section=(), result="Quyết định", objective="Tinh gọn"),
                a_task(task="Sửa bàn ghế", section=("Quyết định",), result="Biên bản"),
                a_task(task="Mô hình một cửa", section=(), result=None),
            ]
        )
    ]
)


def evidence(text: str, fields: dict[Field, float] | None = None) -> Evidence:
    query = INDEX.matcher.read(terms(text), accented=has_accents(text))
    return weigh(INDEX.corpus, query, np.arange(3), fields or FIELD_WEIGHTS)


def test_accents_add_to_the_row_that_has_them_and_take_nothing_from_the_others() -> None:
    typed, bare = evidence("bàn"), evidence("ban")
    assert np.argmax(typed.scores) == 1
    assert typed.contributions[View.FOLDED] == pytest.approx(bare.contributions[View.FOLDED])
    assert bare.contributions[View.ACCENTED].sum() == 0
    assert np.flatnonzero(typed.contributions[View.ACCENTED].sum(axis=1)).tolist() == [1]


def test_neighbours_count_as_a_pair_and_with_their_accents_once_more() -> None:
    found = evidence("bản mô")
    assert found.frequencies[View.FOLDED_PAIR].tolist() == [[1], [0], [0]]
    assert found.frequencies[View.ACCENTED_PAIR].tolist() == [[1], [0], [0]]
    assert evidence("bàn mô").frequencies[View.ACCENTED_PAIR].tolist() == [[0], [0], [0]]


def test_a_word_counts_by_its_field() -> None:
    chosen = evidence("quyết định", {Field.SECTION: 1.0})
    assert (chosen.scores > 0).tolist() == [False, True, False]
    assert evidence("tinh gọn", {Field.OBJECTIVE: 1.0}).scores[0] > evidence("tinh gọn").scores[0] > 0


def test_the_words_of_some_documents_are_found_in_place() -> None:
    position, owner = spread(np.array([0, 2, 2, 5]), np.array([2, 0, 1]))
    assert position.tolist() == [2, 3, 4, 0, 1]
    assert owner.tolist() == [0, 0, 0, 1, 1]

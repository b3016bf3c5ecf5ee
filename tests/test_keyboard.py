"""Telex and VNI keys that were left in the text."""

import pytest

from knowledge.language.keyboard import decode
from knowledge.language.text import folded


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("nhieemj", "nhiệm"),
        ("vuj", "vụ"),
        ("soos", "số"),
        ("hoas", "hoá"),
        ("dduwowngf", "đường"),
        ("nguwowif", "người"),
        ("trif", "trì"),
        ("nhie6m5", "nhiệm"),
        ("vu5", "vụ"),
        ("d9u7o7ng2", "đường"),
        ("so61", "số"),
    ],
)
def test_keys_become_the_word_that_was_meant(typed: str, word: str) -> None:
    assert decode(typed) == (word,)


def test_a_hat_that_was_forgotten_still_gives_the_syllable() -> None:
    assert [folded(word) for word in decode("viecj")] == ["viec"]


@pytest.mark.parametrize("word", ["van", "so", "2024", "bcdg", "12/kh-snv"])
def test_a_word_without_such_keys_is_left_alone(word: str) -> None:
    assert decode(word) == ()

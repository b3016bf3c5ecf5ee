"""Which cues count for an intent, and particles that count only at the ends of a question."""

import pytest

from knowledge.questions.cue_uses import USES, gap, settled
from knowledge.questions.cues import Cue
from knowledge.questions.query import Intent

PARTICLE, WHO = frozenset({"tail"}), frozenset({"who"})
DONE, WHEN, FILLER = frozenset({"done"}), frozenset({"when"}), frozenset({"filler"})


def cue(start: int, end: int, kinds: frozenset[str]) -> Cue:
    return Cue(kinds, start, end)


def test_a_particle_counts_where_it_closes_the_question_and_not_inside() -> None:
    inside, who, closing = cue(1, 2, PARTICLE), cue(2, 3, WHO), cue(4, 5, PARTICLE)
    assert settled([inside, who, closing], ["thế", "nhé", "ai", "làm", "nhé"]) == (who, closing)


def test_an_end_that_is_asked_for_by_its_day_is_a_question_for_the_day() -> None:
    ends, small, day = cue(1, 3, DONE), cue(3, 4, FILLER), cue(4, 6, WHEN)
    assert settled([ends, small, day], ["kho", "làm", "xong", "vào", "khoảng", "nào"]) == (cue(1, 6, WHEN),)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("kho đã xong vào khoảng nào", (4, 6), id="it has ended"),
        pytest.param("kho làm xong kho khoảng nào", (4, 6), id="a word of the topic between"),
    ],
)
def test_what_has_ended_stays_a_state(text: str, day: tuple[int, int]) -> None:
    ends, asked = cue(1, 3, DONE), cue(*day, WHEN)
    assert settled([ends, asked], text.split()) == (ends, asked)


def test_the_gap_is_the_words_between_the_nearest_two() -> None:
    assert gap([cue(0, 1, WHO), cue(5, 6, WHO)], [cue(2, 3, PARTICLE)]) == 1


def test_who_chairs_is_not_a_cue_of_a_question_for_a_date() -> None:
    assert "lead" in USES[Intent.LEAD]
    assert "lead" not in USES[Intent.DEADLINE]

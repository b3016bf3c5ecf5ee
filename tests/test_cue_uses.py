"""Which cues count for an intent, and particles that count only at the ends of a question."""

from knowledge.questions.cue_uses import USES, gap, settled
from knowledge.questions.cues import Cue
from knowledge.questions.query import Intent

PARTICLE, WHO = frozenset({"tail"}), frozenset({"who"})


def cue(start: int, end: int, kinds: frozenset[str]) -> Cue:
    return Cue(kinds, start, end)


def test_a_particle_counts_where_it_closes_the_question_and_not_inside() -> None:
    inside, who, closing = cue(1, 2, PARTICLE), cue(2, 3, WHO), cue(4, 5, PARTICLE)
    assert settled([inside, who, closing], 5) == (who, closing)


def test_the_gap_is_the_words_between_the_nearest_two() -> None:
    assert gap([cue(0, 1, WHO), cue(5, 6, WHO)], [cue(2, 3, PARTICLE)]) == 1


def test_who_chairs_is_not_a_cue_of_a_question_for_a_date() -> None:
    assert "lead" in USES[Intent.LEAD]
    assert "lead" not in USES[Intent.DEADLINE]

"""A sentence that was found twice, as a passage and as the duty or target that was read out of it, is one.

Nothing is its own rival, and what is asked back would show it twice. A row of a table may be told in the running text
once more, too: where a field is asked, the row has it. The one that holds more of the question stands for both; a duty
or target instead of its passage where it answers what is asked as well, as it has its fields apart. Where a figure is
asked both stay if the passage has others, too: which statement of it is meant is the very doubt. A passage that prints
one is the target that was read out of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate
from knowledge.answers.preference import preference
from knowledge.language.text import folded_tokens
from knowledge.model import Passage, Target, Task
from knowledge.questions.statements import figures


def are_twins(one: Candidate, other: Candidate) -> bool:
    """Whether two are the same words of a plan, one of them the passage that the other was read out of."""
    first, second = one.citation.item, other.citation.item
    if one.plan != other.plan or isinstance(first, Passage) is isinstance(second, Passage):
        return False
    passage, part = (first, second) if isinstance(first, Passage) else (second, first)
    said = part.task if isinstance(part, Task) else part.text
    return bool(said) and passage.place == part.place and isinstance(passage, Passage) and said in passage.text


def say_the_same(one: Candidate, other: Candidate) -> bool:
    """Whether a passage elsewhere in the plan begins with the words of a row of a table."""
    row, passage = one.citation.item, other.citation.item
    if isinstance(row, Passage):
        row, passage = passage, row
    if one.plan != other.plan or not (isinstance(row, Task) and isinstance(passage, Passage)):
        return False
    said, words = _words(row.task), _words(passage.text)
    return len(said) >= _LONG and any(words[at : at + len(said)] == said for at in range(_MARK + 1))


@lru_cache(1024)  # each row is held against each passage
def _words(text: str) -> list[str]:
    return folded_tokens(text)


_LONG = 8  # words from which two are the same by no chance
_MARK = 1  # words of the mark before them


def merged(ask: Ask, rows: Sequence[Candidate]) -> list[Candidate]:
    """Rows, each sentence once, where the first of its two forms stood."""
    rows = _once_as_target(rows) if ask.asks_figure else rows
    return list(_merged(ask, rows, of_fields=ask.asks_figure or bool(ask.query.asks)))


def _merged(ask: Ask, rows: Sequence[Candidate], *, of_fields: bool) -> Iterator[Candidate]:
    gone: set[str] = set()
    passages = [isinstance(row.citation.item, Passage) for row in rows]
    for at, row in enumerate(rows):
        if row.citation.ref in gone:
            continue
        unlike = [rows[i] for i in range(at + 1, len(rows)) if passages[i] is not passages[at]]
        behind = [other for other in unlike if other.plan == row.plan and other.citation.ref not in gone]
        twins = [other for other in behind if are_twins(row, other) or (of_fields and say_the_same(row, other))]
        if of_fields and twins and isinstance(row.citation.item, Passage) and _answers(ask, twins[0], row):
            gone.add(twins[0].citation.ref)  # the others stay: a passage may be of several duties
            yield replace(twins[0], score=row.score)
            yield from (row,) if ask.asks_figure else ()
            continue
        gone.update(twin.citation.ref for twin in twins if not ask.asks_figure)
        yield row


def _once_as_target(rows: Sequence[Candidate]) -> list[Candidate]:
    """Rows, a passage that prints one figure left to the target that was read out of it, in the better place."""
    left = list(rows)
    for target in [row for row in rows if isinstance(row.citation.item, Target)]:
        passage = next((row for row in left if are_twins(row, target) and _prints_one_figure(row)), None)
        if passage is not None:
            first, second = sorted((left.index(target), left.index(passage)))
            left[first] = replace(target, score=left[first].score)
            del left[second]
    return left


def with_targets_once(ranked: Sequence[tuple[Candidate, str]]) -> list[Candidate]:
    """Rows with the statement that each is weighed by, a target for its passage where both are weighed by one.

    A target that lacks the most of what is asked leaves its passage there, which is doubted more.

    Args:
        ranked: the fittest first; statements folded.
    """
    left = list(ranked)
    for row, text in ranked:
        if not isinstance(row.citation.item, Target) or row.coverage.share < _ON_THE_MATTER:
            continue
        own = next((each for each in left if are_twins(each[0], row) and each[1] == text), None)
        if own is not None:
            first, second = sorted((left.index((row, text)), left.index(own)))
            left[first] = (replace(row, score=left[first][0].score), text)
            del left[second]
    return [row for row, _ in left]


_ON_THE_MATTER = 0.5  # share of what is asked


def _prints_one_figure(row: Candidate) -> bool:
    return len(list(figures(row.citation.item))) == 1


def _answers(ask: Ask, duty: Candidate, passage: Candidate) -> bool:
    """Whether a duty is as fit to tell what is asked as the passage that it was read out of."""
    return preference(ask, duty.citation) >= preference(ask, passage.citation)

"""Learns the weights for words and meaning together (`knowledge.answers.settling`), as `make train` does.

They decide where the words alone leave it open, so they are learned from such questions: of each the rows that are
likeliest by words and by meaning, right or wrong. Most questions that stand beside the checkout are no longer open, as
the tables of everyday and administrative words were written from some of them. So each is asked once more as if those
tables did not exist: what is left is what a question in words that nobody has prepared looks like.

First it is learned which row of a question is meant, then from all rows of it whether any is. What the first says of a
question is for the second what weights say that were learned without its set, as it will be of questions to come.
"""

import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import offices
import pytest
from evaluation import SHARED, hand_in
from learning_report import Decision, digest, left_out, report_of
from regression import Example, Matrix, fitted
from training import (
    IN_OFFICES,
    LISTS,
    OF_SAMPLES,
    Asking,
    annotated,
    asked_openly,
    nouns_of,
    questions,
    variants,
    written,
)

from knowledge.answers import fields
from knowledge.answers.answer import Context, Conversation, answer
from knowledge.answers.answer_record import answer_json
from knowledge.answers.answered import LIKELY, SHOWN, answered_reasons, least_answered
from knowledge.answers.ask import Ask
from knowledge.answers.certainty import OF_SEVERAL, Outcome, measure_of, reasons, words_agree
from knowledge.answers.finding import Found
from knowledge.answers.settling import is_contested, neighbours, options, said_of_rows
from knowledge.data import records
from knowledge.library.library import Library
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions import cues, other_forms
from knowledge.search.embedding import lacking

WEIGHTS = Path(__file__).parents[1] / "knowledge" / "data" / "gate_meaning.tsv"
ANSWERED = WEIGHTS.with_name("gate_answered.tsv")
REPORT = Path(__file__).parent / "data" / "gate_meaning_report.txt"
SHARE = {"asked": 1.0, "foreign": 0.6, "noun": 0.05, "talk": 0.3, "unprepared asked": 1.0, "unprepared foreign": 0.3}
SHARE |= {f"{name} alone": share / 2 for name, share in SHARE.items()}
TABLES = ("everyday.tsv", "paraphrases.tsv", "synonyms.tsv")
THRESHOLDS = {"sure": 0.6, "perhaps": 0.25, "contested": 0.6}
OF_ANSWERED = {"sure": 0.4, "passage": 0.5, "lacking": 0.6, "another": 0.85, "perhaps": 0.3}
# figures that tell offices or questions apart
OF_QUESTIONS = ("words_of_row", "opening_said", "lacks", "another", "figure_in_text")

TOLD = """\
# What speaks for and against a row by words and meaning together, where the words alone leave it open: the weights of
# knowledge.answers.settling, written by `make train` (tests/training_meaning.py), never by hand.
# threshold  probability from which a row is sure, from which it is asked about; that of the words alone up to which
#            it is open
# weight     reason, its mean and spread over the examples, what one spread more adds to the log odds"""
TOLD_OF_ANSWERED = """\
# What speaks for and against any row being meant at all, where the words alone leave it open: the weights of
# knowledge.answers.answered, written by `make train` (tests/training_meaning.py), never by hand.
# threshold  probability that a row is meant and this is the one, from which it is sure; from which a target or running
#            text is, a row that lacks one syllable, and one that has another thing than is asked about or a sentence
#            that is asked for its figure; probability that any is meant from which it is asked back
# weight     reason, its mean and spread over the examples, what one spread more adds to the log odds"""


def main() -> None:
    """Writes the weights and the report."""
    if not SHARED.is_dir() or lacking():
        sys.stdout.write(f"nothing to learn of meaning: {lacking() or 'the questions are not beside this checkout'}\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        hand_in(SHARED, Path(folder))
        with closing(Library.open(Path(folder))) as library:
            examples = list(gathered(library.snapshot))
    for name in offices.SETS:
        with offices.library_of(name) as snapshot:
            examples += _also_unprepared(snapshot, offices.asked_of_offices(name), IN_OFFICES)
    learn(examples)
    sys.stdout.write(REPORT.read_text("utf-8"))


def learn(examples: Sequence[Example]) -> None:
    """Writes what is learned from the rows of questions."""
    of_rows = [replace(each, figures=_told(each.figures)) for each in examples]
    WEIGHTS.write_text(written(fitted(of_rows, SHARE), TOLD, THRESHOLDS), encoding="utf-8")
    asked = list(_questions(examples, left_out(of_rows, SHARE)))
    of_questions = [question for question, _ in asked]
    ANSWERED.write_text(written(fitted(of_questions, SHARE), TOLD_OF_ANSWERED, OF_ANSWERED), encoding="utf-8")
    chance = left_out(of_questions, SHARE)
    values = zip(asked, map(float, chance), strict=True)
    decisions = [_decided(*each, value) for each, value in values if each[0].origin in ("asked", "foreign")]
    REPORT.write_text(report_of(f"weights {digest(WEIGHTS)} {digest(ANSWERED)}", decisions), encoding="utf-8")


def _told(figures: Mapping[str, float]) -> Mapping[str, float]:
    """The figures without those that do not tell the rows of a question apart."""
    return {name: value for name, value in figures.items() if name not in OF_QUESTIONS}


def _questions(examples: Sequence[Example], chance: Matrix) -> Iterator[tuple[Example, tuple[Example, float]]]:
    """Each question as one example, right where one of the rows that are shown is, and its likeliest row."""
    rows = zip(examples, map(float, chance), strict=True)
    for _, same in groupby(rows, key=lambda row: (row[0].name, row[0].origin)):
        best = sorted(same, key=lambda row: -row[1])
        first, labels = best[0][0], [example.label for example, _ in best[:SHOWN]]
        figures = answered_reasons([(example.figures, value) for example, value in best])
        yield replace(first, label="right" if "right" in labels else first.label, figures=figures), best[0]


def _decided(question: Example, row: tuple[Example, float], answered: float) -> Decision:
    """What the gate does with a question by its likeliest row and by whether any is meant."""
    first, right = row
    likely, told = right >= THRESHOLDS["perhaps"] * OF_SEVERAL, first.figures
    sure = right * answered >= OF_ANSWERED[measure_of(told)]
    any_meant = right >= LIKELY or (answered >= least_answered(told) and (likely or not told["lacks"]))
    perhaps = any_meant or words_agree(told)
    outcome = Outcome.SURE if sure else Outcome.PERHAPS if perhaps else Outcome.NOTHING
    beside = first.label != "right" == question.label and right < LIKELY
    return Decision(first.set, "beside" if beside else first.label, right, answered, outcome)


def gathered(snapshot: Snapshot) -> Iterator[Example]:
    """The examples, each of one row of one question; those on one plan also where the library has no other."""
    folder = snapshot.nearness.folder
    yield from _also_unprepared(snapshot, questions(), annotated())
    yield from _also_unprepared(snapshot, offices.asked_of_samples(), OF_SAMPLES)
    for loaded in snapshot.plans:
        own = [question for question in questions() if question["plan"] == loaded.stem[:3]]
        for example in _also_unprepared(make_snapshot([loaded], meaning=folder), own, annotated()):
            yield replace(example, origin=f"{example.origin} alone")


def _also_unprepared(snapshot: Snapshot, asked: Sequence[dict[str, Any]], asking: Asking) -> Iterator[Example]:
    """The examples of questions, then of the same ones asked as if no table had prepared them."""
    yield from _of(snapshot, asked, asking)
    with unprepared():
        fresh = make_snapshot(snapshot.plans, meaning=snapshot.nearness.folder)
        for example in _as_asked(fresh, asked, asking):
            yield replace(example, origin=f"unprepared {example.origin}")


@contextmanager
def unprepared() -> Iterator[None]:
    """The tables of everyday words and paraphrases as if they were empty."""
    made = (other_forms._synonyms, other_forms.known_words, cues.everyday_phrases)
    with pytest.MonkeyPatch.context() as patch:
        for module in (other_forms, cues):
            patch.setattr(module, "records", lambda name: () if name in TABLES else records(name))
        for table in made:
            table.cache_clear()
        yield
    for table in made:
        table.cache_clear()


def _of(snapshot: Snapshot, asked: Sequence[dict[str, Any]], asking: Asking) -> Iterator[Example]:
    """The questions as they are, then those that are answered by words in other words."""
    yield from _as_asked(snapshot, asked, asking)
    chance = random.Random(20240301)  # noqa: S311 - examples, no secrets
    settled = [found for question in asked for found in asked_openly(question, snapshot, asking)]
    nouns = nouns_of(settled)
    for example, ask, found in settled:
        if example.label != "right" or example.origin != "asked":
            continue
        for number, variant in enumerate(variants(ask, found, nouns, chance)):
            named = replace(example, name=f"{example.name} {number}", origin=variant.origin)
            for option in _options(variant.ask, variant.found):
                label = "none" if not variant.ref else _same(option, variant.ref)
                yield replace(named, label=label, figures=reasons(variant.ask, option))


def _same(option: Found, ref: str) -> str:
    return "right" if option.rows[0].citation.ref == ref else "wrong"


def _as_asked(snapshot: Snapshot, asked: Sequence[dict[str, Any]], asking: Asking) -> Iterator[Example]:
    judge = asking.judge
    gold = judge.read_gold(judge.FILES)
    for question in asked:
        for ask, found in _unsettled(question, snapshot, asking.today):
            origin = "foreign" if question["set"].startswith("foreign") else "asked"
            for option in _options(ask, found):
                said = fields._of_one(ask, option, Outcome.SURE)
                credit = not said.abstained and judge.judge(question, answer_json(said, snapshot), gold)[0]
                if label := label_of(question["kind"], abstained=said.abstained, right=bool(credit)):
                    yield Example(question["id"], question["set"], origin, label, reasons(ask, option))


def label_of(kind: str, *, abstained: bool, right: bool) -> str:
    """What a row is to a question; nothing where no plan says it and the row does not either.

    A sum that is asked of the right row, whose cell for it is blank, is refused by that cell: to learn from it that
    another row is meant would be to learn what is wrong.
    """
    if kind == "none":
        return "" if abstained else "none"
    return "right" if right else "wrong"


def _unsettled(question: dict[str, Any], snapshot: Snapshot, today: date) -> Iterator[tuple[Ask, Found]]:
    """What was found by words for a question for a row; nothing where it is another question."""
    if question["kind"] in LISTS:
        return
    stems = {loaded.stem[:3]: loaded.stem for loaded in snapshot.plans}
    context = Context(today=today, plan=stems.get(question["plan"]))
    conversation, seen = Conversation(), list[tuple[Ask, Found]]()
    for turn in question["turns"][:-1]:
        _, conversation = answer(turn, snapshot, conversation=conversation, context=context)

    def settle(ask: Ask, found: Found) -> tuple[Found, Outcome]:
        seen.append((ask, found))
        return found, Outcome.NOTHING

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields, "settle", settle)
        answer(question["turns"][-1], snapshot, conversation=conversation, context=context)
    yield from seen[:1]


def _options(ask: Ask, found: Found) -> Iterator[Found]:
    """The rows that may be meant, where the words leave it open."""
    meant = neighbours(ask, said_of_rows(ask)) if is_contested(ask, found) else None
    if meant is not None:
        yield from options(ask, found, meant)


if __name__ == "__main__":
    main()

"""Learns the weights of the gate (`knowledge.answers.certainty`) from the questions beside the checkout: `make train`.

Each question for a row is asked with the gate open. Whether the row that then answers is right, the judge in
`../shared` says; what spoke for and against it are the figures of `certainty.reasons`. To these come questions made
from them: with a noun changed for one of another field or of another row (the plans then do not say), and with talk
around them (the same row is meant); and questions on other matters altogether (`data/foreign_questions.txt`).

What was asked about invented offices (`offices`) is left to the gate that knows what rows mean: much of it is said in
words that no row has, and weights that are to take these for right take near misses for right as well.

Every figure of the report is on a set of questions that the weights had not seen: what is learned from the others is
measured on one, in turn. Same questions, same weights: nothing is drawn without a seed.
"""

import json
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import offices
from evaluation import SHARED, hand_in, judge_of
from learning_report import report
from regression import SHARE, Example, Model, fitted

from knowledge.answers import certainty, fields
from knowledge.answers.answer import Context, Conversation, answer
from knowledge.answers.answer_record import answer_json
from knowledge.answers.ask import Ask
from knowledge.answers.contradictions import contradicted
from knowledge.answers.finding import Found, find_rows
from knowledge.answers.settling import settle
from knowledge.language.text import folded
from knowledge.library.library import Library
from knowledge.library.snapshot import Snapshot, make_snapshot

WEIGHTS = Path(__file__).parents[1] / "knowledge" / "data" / "gate.tsv"
REPORT = Path(__file__).parent / "data" / "gate_report.txt"
FOREIGN = Path(__file__).parent / "data" / "foreign_questions.txt"
WORDS = Path(__file__).parent / "data" / "foreign_words.tsv"
SURE, PERHAPS = 0.4, 0.15
TOLD = """\
# What speaks for and against a row, and how much: the weights of knowledge.answers.certainty, written by
# `make train` (tests/training.py), never by hand.
# threshold  probability from which a row is sure, from which it is asked about
# weight     reason, its mean and spread over the examples, what one spread more adds to the log odds"""
LISTS = ("unit_tasks", "due_in", "count", "compare", "smalltalk", "metadata")


@dataclass(frozen=True, slots=True)
class Asking:
    """The day on which questions are asked, and who judges the answers."""

    today: date
    judge: ModuleType


IN_OFFICES = Asking(date(offices.YEAR, 3, 1), offices)
OF_SAMPLES = replace(IN_OFFICES, today=date(2024, 3, 1))


def annotated() -> Asking:
    """Of the plans beside the checkout, whose rows are annotated."""
    return replace(OF_SAMPLES, judge=judge_of(SHARED))


def main() -> None:
    """Writes the weights and the report."""
    if not SHARED.is_dir():
        sys.stdout.write("nothing to learn from: the questions stand in ../shared, which is not beside this checkout\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        hand_in(SHARED, Path(folder))
        with closing(Library.open(Path(folder))) as library:
            examples = list(gathered(library.snapshot))
    thresholds = {"sure": SURE, "perhaps": PERHAPS}
    WEIGHTS.write_text(written(fitted(examples), TOLD, thresholds), encoding="utf-8")
    REPORT.write_text(report(examples, SHARE, WEIGHTS, thresholds), encoding="utf-8")
    sys.stdout.write(REPORT.read_text("utf-8"))


def gathered(snapshot: Snapshot) -> Iterator[Example]:
    """The examples, in the order of the questions; those on one plan also where the library has no other."""
    yield from _gathered(snapshot, questions(), annotated())
    for loaded in snapshot.plans:
        own = [question for question in questions() if question["plan"] == loaded.stem[:3]]
        for example in _gathered(make_snapshot([loaded]), own, annotated()):
            yield replace(example, origin=f"{example.origin} alone")


def _gathered(snapshot: Snapshot, questions: Sequence[dict[str, Any]], asking: Asking) -> Iterator[Example]:
    chance = random.Random(20240301)  # noqa: S311 - examples, no secrets
    asked = [found for question in questions for found in asked_openly(question, snapshot, asking)]
    nouns = nouns_of(asked)
    for example, ask, found in asked:
        yield example
        if example.label == "right" and example.origin == "asked":
            yield from _changed(example, ask, found, nouns, chance)


@cache
def _foreign(kind: str) -> list[str]:
    lines = (line.split("\t") for line in WORDS.read_text("utf-8").splitlines() if line[0] != "#")
    return [phrase.strip() for name, phrases in lines if name == kind for phrase in phrases.split(";")]


def questions() -> list[dict[str, Any]]:
    """The questions beside the checkout, and those on other matters."""
    files = sorted((SHARED / "eval" / "questions").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    foreign = [line for line in FOREIGN.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [{"set": "first", **json.loads(line)} for line in lines] + [
        {"id": f"foreign-{number}", "set": f"foreign {number % 5}", "plan": "all", "turns": [text], "kind": "none",
         "rows": []} for number, text in enumerate(foreign)
    ]  # fmt: skip


def asked_openly(question: dict[str, Any], snapshot: Snapshot, asking: Asking) -> Iterator[tuple[Example, Ask, Found]]:
    """The question asked with the gate open; nothing where it is not one for a row that has to be found."""
    if question["kind"] in LISTS:
        return
    stems = {loaded.stem[:3]: loaded.stem for loaded in snapshot.plans}
    context = Context(today=asking.today, plan=stems.get(question["plan"]))
    conversation = Conversation()
    for turn in question["turns"][:-1]:
        _, conversation = answer(turn, snapshot, conversation=conversation, context=context)
    with _Open() as seen:
        said, _ = answer(question["turns"][-1], snapshot, conversation=conversation, context=context)
    if seen and not seen[0][1].named and not contradicted(seen[0][0], seen[0][1].rows[0]) and not said.abstained:
        ask, found = seen[0]
        judge = asking.judge
        credit = judge.judge(question, answer_json(said, snapshot), judge.read_gold(judge.FILES))[0]
        label = "none" if question["kind"] == "none" else "right" if credit else "wrong"
        origin = "foreign" if question["set"].startswith("foreign") else "asked"
        yield Example(question["id"], question["set"], origin, label, certainty.reasons(ask, found)), ask, found


class _Open:
    """The gate held open: every row that is found first answers, and is remembered."""

    def __enter__(self) -> list[tuple[Ask, Found]]:
        self._closed = certainty.decide, settle
        seen: list[tuple[Ask, Found]] = []

        def decide(ask: Ask, found: Found) -> certainty.Outcome:
            if found.rows:
                seen.append((ask, found))
            return certainty.Outcome.SURE if found.rows else certainty.Outcome.NOTHING

        setattr(fields, "decide", decide)  # noqa: B010 - the name is not the module's own
        setattr(fields, "settle", lambda ask, found: (found, decide(ask, found)))  # noqa: B010 - as above
        return seen

    def __exit__(self, *_: object) -> None:
        setattr(fields, "decide", self._closed[0])  # noqa: B010 - as above
        setattr(fields, "settle", self._closed[1])  # noqa: B010 - as above


def _changed(
    example: Example, ask: Ask, found: Found, nouns: Sequence[str], chance: random.Random
) -> Iterator[Example]:
    """The examples of a question that is asked in other words."""
    for variant in variants(ask, found, nouns, chance):
        figures = certainty.reasons(variant.ask, variant.found)
        yield replace(example, origin=variant.origin, label="right" if variant.ref else "none", figures=figures)


@dataclass(frozen=True, slots=True)
class Variant:
    """A question in other words: where they are from, and the ref of the row that is meant; nothing where none is."""

    origin: str
    ask: Ask
    found: Found
    ref: str = ""


def variants(ask: Ask, found: Found, nouns: Sequence[str], chance: random.Random) -> Iterator[Variant]:
    """The question with a noun changed, twice, and with talk around it."""
    words = ask.query.topic
    hard = sorted((c for c in found.topic if c.known and not c.soft), key=lambda c: -c.weight)
    for other in (chance.choice(_foreign("noun")), chance.choice(nouns)):
        typed = chance.choice(hard[:3]).typed if len(hard) > 1 else ()
        changed = _replaced(words, typed, other.split())
        if changed and folded(other) not in folded(str(found.rows[0].citation.item)):
            yield from _variant(ask, changed, "noun")
    talk = tuple(chance.choice(_foreign("talk")).split())
    around = (*talk, *words) if chance.random() < 0.5 else (*words, *talk)
    yield from _variant(ask, around, "talk", found.rows[0].citation.ref)


def nouns_of(asked: Sequence[tuple[Example, Ask, Found]]) -> list[str]:
    """The nouns of several words that questions are about."""
    return sorted({" ".join(c.typed) for _, _, found in asked for c in found.topic
                   if c.known and not c.soft and len(c.typed) > 1})  # fmt: skip


def _replaced(words: Sequence[str], typed: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    bare, wanted = [folded(word) for word in words], [folded(word) for word in typed]
    starts = [at for at in range(len(words) - len(typed) + 1) if bare[at : at + len(typed)] == wanted]
    if not typed or not starts:
        return ()
    other = other if list(words) != bare else [folded(word) for word in other]
    return (*words[: starts[0]], *other, *words[starts[0] + len(typed) :])


def _variant(ask: Ask, words: tuple[str, ...], origin: str, ref: str = "") -> Iterator[Variant]:
    changed = replace(ask, query=replace(ask.query, topic=words), said=" ".join(words))
    found = find_rows(changed)
    if found.rows and not found.named and (not ref or found.rows[0].citation.ref == ref):
        yield Variant(origin, changed, found, ref)


def written(model: Model, head: str, thresholds: Mapping[str, float]) -> str:
    """The weights as a data file of the gate."""
    lines = [head, *(f"threshold\t{name}\t{value}" for name, value in thresholds.items())]
    lines.append(f"weight\tconstant\t0\t1\t{model.weights[0]:.4f}")
    rows = zip(model.names, model.mean, model.spread, model.weights[1:], strict=True)
    lines += [f"weight\t{name}\t{mean:.4f}\t{spread:.4f}\t{weight:.4f}" for name, mean, spread, weight in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()

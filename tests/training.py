"""Learns the weights of the gate (`knowledge.answers.certainty`) from the questions beside the checkout: `make train`.

Each question for a row is asked with the gate open. Whether the row that then answers is right, the judge in
`../shared` says; what spoke for and against it are the figures of `certainty.reasons`. To these come questions made
from them: with a noun changed for one of another field or of another row (the plans then do not say), and with talk
around them (the same row is meant); and questions on other matters altogether (`data/foreign_questions.txt`).

Every figure of the report is on a set of questions that the weights had not seen: what is learned from the others is
measured on one, in turn. Same questions, same weights: nothing is drawn without a seed.
"""

import hashlib
import json
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from evaluation import SHARED, hand_in, judge_of
from regression import Example, Matrix, Model, fitted

from knowledge.answers import certainty, fields
from knowledge.answers.answer import Context, Conversation, answer
from knowledge.answers.answer_record import answer_json
from knowledge.answers.ask import Ask
from knowledge.answers.finding import Found, find_rows
from knowledge.language.text import folded
from knowledge.library.library import Library
from knowledge.library.snapshot import Snapshot, make_snapshot

WEIGHTS = Path(__file__).parents[1] / "knowledge" / "data" / "gate.tsv"
REPORT = Path(__file__).parent / "data" / "gate_report.txt"
FOREIGN = Path(__file__).parent / "data" / "foreign_questions.txt"
WORDS = Path(__file__).parent / "data" / "foreign_words.tsv"
TODAY = date(2024, 3, 1)
SURE, PERHAPS = 0.4, 0.15
HEAD = (
    f"{'set':12}{'asked':>6}{'credit':>8}{'right: sure':>13}{'asked back':>12}{'denied':>8}"
    f"{'none: refused':>15}{'wrong row: sure':>17}"
)
LISTS = ("unit_tasks", "due_in", "count", "compare", "smalltalk", "metadata")


def main() -> None:
    """Writes the weights and the report."""
    if not SHARED.is_dir():
        sys.stdout.write("nothing to learn from: the questions stand in ../shared, which is not beside this checkout\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        hand_in(SHARED, Path(folder))
        with closing(Library.open(Path(folder))) as library:
            examples = list(gathered(library.snapshot))
    WEIGHTS.write_text(written(fitted(examples)), encoding="utf-8")
    REPORT.write_text(report(examples), encoding="utf-8")
    sys.stdout.write(REPORT.read_text("utf-8"))


def gathered(snapshot: Snapshot) -> Iterator[Example]:
    """The examples, in the order of the questions; those on one plan also where the library has no other."""
    yield from _gathered(snapshot, _questions())
    for loaded in snapshot.plans:
        own = [question for question in _questions() if question["plan"] == loaded.stem[:3]]
        for example in _gathered(make_snapshot([loaded]), own):
            yield replace(example, origin=f"{example.origin} alone")


def _gathered(snapshot: Snapshot, questions: Sequence[dict[str, Any]]) -> Iterator[Example]:
    judge = judge_of(SHARED)
    chance = random.Random(20240301)  # noqa: S311 - examples, no secrets
    asked = [found for question in questions for found in _asked(question, snapshot, judge)]
    nouns = sorted({" ".join(c.typed) for _, _, found in asked for c in found.topic
                    if c.known and not c.soft and len(c.typed) > 1})  # fmt: skip
    for example, ask, found in asked:
        yield example
        if example.label == "right" and example.origin == "asked":
            yield from _changed(example, ask, found, nouns, chance)


@cache
def _foreign(kind: str) -> list[str]:
    lines = (line.split("\t") for line in WORDS.read_text("utf-8").splitlines() if line[0] != "#")
    return [phrase.strip() for name, phrases in lines if name == kind for phrase in phrases.split(";")]


def _questions() -> list[dict[str, Any]]:
    files = sorted((SHARED / "eval" / "questions").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    foreign = [line for line in FOREIGN.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [{"set": "first", **json.loads(line)} for line in lines] + [
        {"id": f"foreign-{number}", "set": f"foreign {number % 5}", "plan": "all", "turns": [text], "kind": "none",
         "rows": []} for number, text in enumerate(foreign)
    ]  # fmt: skip


def _asked(question: dict[str, Any], snapshot: Snapshot, judge: ModuleType) -> Iterator[tuple[Example, Ask, Found]]:
    """The question asked with the gate open; nothing where it is not one for a row that has to be found."""
    if question["kind"] in LISTS:
        return
    stems = {loaded.stem[:3]: loaded.stem for loaded in snapshot.plans}
    context = Context(today=TODAY, plan=stems.get(question["plan"]))
    conversation = Conversation()
    for turn in question["turns"][:-1]:
        _, conversation = answer(turn, snapshot, conversation=conversation, context=context)
    with _Open() as seen:
        said, _ = answer(question["turns"][-1], snapshot, conversation=conversation, context=context)
    if (
        seen
        and not seen[0][1].named
        and not certainty.contradicted(seen[0][0], seen[0][1].rows[0])
        and not said.abstained
    ):
        ask, found = seen[0]
        credit = judge.judge(question, answer_json(said, snapshot), judge.read_gold(judge.FILES))[0]
        label = "none" if question["kind"] == "none" else "right" if credit else "wrong"
        origin = "foreign" if question["set"].startswith("foreign") else "asked"
        yield Example(question["id"], question["set"], origin, label, certainty.reasons(ask, found)), ask, found


class _Open:
    """The gate held open: every row that is found first answers, and is remembered."""

    def __enter__(self) -> list[tuple[Ask, Found]]:
        self._closed = certainty.decide
        seen: list[tuple[Ask, Found]] = []

        def decide(ask: Ask, found: Found) -> certainty.Outcome:
            if found.rows:
                seen.append((ask, found))
            return certainty.Outcome.SURE if found.rows else certainty.Outcome.NOTHING

        setattr(fields, "decide", decide)  # noqa: B010 - the name is not the module's own
        return seen

    def __exit__(self, *_: object) -> None:
        setattr(fields, "decide", self._closed)  # noqa: B010 - as above


def _changed(
    example: Example, ask: Ask, found: Found, nouns: Sequence[str], chance: random.Random
) -> Iterator[Example]:
    """The question with a noun changed, twice, and with talk around it."""
    words = ask.query.topic
    hard = sorted((c for c in found.topic if c.known and not c.soft), key=lambda c: -c.weight)
    for other in (chance.choice(_foreign("noun")), chance.choice(nouns)):
        typed = chance.choice(hard[:3]).typed if len(hard) > 1 else ()
        changed = _replaced(words, typed, other.split())
        if changed and folded(other) not in folded(str(found.rows[0].citation.item)):
            yield from _example(example, ask, changed, "noun", "none")
    talk = tuple(chance.choice(_foreign("talk")).split())
    around = (*talk, *words) if chance.random() < 0.5 else (*words, *talk)
    yield from _example(example, ask, around, "talk", "right", found.rows[0].citation.ref)


def _replaced(words: Sequence[str], typed: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    bare, wanted = [folded(word) for word in words], [folded(word) for word in typed]
    starts = [at for at in range(len(words) - len(typed) + 1) if bare[at : at + len(typed)] == wanted]
    if not typed or not starts:
        return ()
    other = other if list(words) != bare else [folded(word) for word in other]
    return (*words[: starts[0]], *other, *words[starts[0] + len(typed) :])


def _example(
    example: Example, ask: Ask, words: tuple[str, ...], origin: str, label: str, ref: str = ""
) -> Iterator[Example]:
    changed = replace(ask, query=replace(ask.query, topic=words))
    found = find_rows(changed)
    if found.rows and not found.named and (not ref or found.rows[0].citation.ref == ref):
        yield replace(example, origin=origin, label=label, figures=certainty.reasons(changed, found))


def written(model: Model) -> str:
    """The weights as the data file of the gate."""
    lines = [
        "# What speaks for and against a row, and how much: the weights of knowledge.answers.certainty, written by",
        "# `make train` (tests/training.py), never by hand.",
        "# threshold  probability from which a row is sure, from which it is asked about",
        "# weight     reason, its mean and spread over the examples, what one spread more adds to the log odds",
        f"threshold\tsure\t{SURE}",
        f"threshold\tperhaps\t{PERHAPS}",
        f"weight\tconstant\t0\t1\t{model.weights[0]:.4f}",
    ]
    rows = zip(model.names, model.mean, model.spread, model.weights[1:], strict=True)
    lines += [f"weight\t{name}\t{mean:.4f}\t{spread:.4f}\t{weight:.4f}" for name, mean, spread, weight in rows]
    return "\n".join(lines) + "\n"


def left_out(examples: Sequence[Example]) -> Matrix:
    """Of each example the probability that weights say which were learned without its set."""
    found = np.zeros(len(examples))
    for name in sorted({e.set for e in examples}):
        inside = np.array([e.set == name for e in examples])
        model = fitted([e for e, here in zip(examples, inside, strict=True) if not here])
        found[inside] = model.probability([e.figures for e, here in zip(examples, inside, strict=True) if here])
    return found


def report(examples: Sequence[Example]) -> str:
    """What the gate decides, on sets it had not seen, and how far its probabilities can be believed."""
    chance = left_out(examples)
    lines = [f"weights {digest()}", "", "each set by weights that were learned without it", "", HEAD]
    by: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for example, value in zip(examples, chance, strict=True):
        if example.origin in ("asked", "foreign"):
            for group in ("all", example.set.split()[0]):
                by[group].append((example.label, float(value)))
    lines += [_row(name, by[name]) for name in sorted(by)]
    lines += ["", "probability said, and share that was right", ""]
    ordered = sorted((min(int(p * 10), 9), label == "right") for label, p in by["all"])
    for tenth, pairs in groupby(ordered, key=lambda pair: pair[0]):
        hits = [hit for _, hit in pairs]
        lines.append(f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}  {sum(hits) / len(hits):.2f}  of {len(hits)}")
    return "\n".join(lines) + "\n"


def _row(name: str, values: Sequence[tuple[str, float]]) -> str:
    right = [p for label, p in values if label == "right"]
    none = [p for label, p in values if label == "none"]
    wrong = [p for label, p in values if label == "wrong"]
    sure, back = sum(p >= SURE for p in right), sum(PERHAPS <= p < SURE for p in right)
    refused = sum(p < PERHAPS for p in none)
    credit = sure + 0.8 * back + refused + 0.5 * sum(PERHAPS <= p < SURE for p in none)
    return (f"{name:12}{len(values):6}{credit / len(values):8.3f}{_of(sure, right):>13}{_of(back, right):>12}"
            f"{_of(len(right) - sure - back, right):>8}{_of(refused, none):>15}"
            f"{_of(sum(p >= SURE for p in wrong), wrong):>17}")  # fmt: skip


def _of(count: int, values: Sequence[float]) -> str:
    return f"{count}/{len(values)}"


def digest() -> str:
    """What the weights are recognised by."""
    return hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:16]


if __name__ == "__main__":
    main()

"""What a gate decides on sets of questions that its weights had not seen, and how far it can be believed."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from regression import Example, Matrix, fitted

from knowledge.answers.certainty import Outcome

HEAD = (
    f"{'set':12}{'asked':>6}{'credit':>8}{'right: sure':>13}{'asked back':>12}{'denied':>8}"
    f"{'none: refused':>15}{'wrong row: sure':>17}"
)
Thresholds = Mapping[str, float]
Judged = tuple[str, float]  # what a row was, and how probable it was


def report(
    examples: Sequence[Example],
    share: Mapping[str, float],
    weights: Path,
    thresholds: Thresholds,
) -> str:
    """The report on weights; of a question the row counts that is the most probable."""
    chance = left_out(examples, share)
    lines = [f"weights {digest(weights)}", "", "each set by weights that were learned without it", "", HEAD]
    by: dict[str, list[Judged]] = defaultdict(list)
    for example, value in _chosen(examples, chance):
        for group in ("all", example.set.split()[0]):
            by[group].append((example.label, value))
    lines += [_row(name, by[name], thresholds) for name in sorted(by)]
    lines += ["", "probability said, and share that was right", ""]
    lines += _tenths([(p, label == "right") for label, p in by["all"]])
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was done with a question for a row.

    Args:
        set: the question's.
        label: of the likeliest row; "beside" where one that would be shown with it is the right one.
        probable: how probable the likeliest row is, and that any is meant (answered).
    """

    set: str
    label: str
    probable: float
    answered: float
    outcome: Outcome


_CREDIT = {("right", Outcome.SURE): 1.0, ("right", Outcome.PERHAPS): 0.8, ("beside", Outcome.PERHAPS): 0.8,
           ("none", Outcome.NOTHING): 1.0, ("none", Outcome.PERHAPS): 0.5}  # fmt: skip


def report_of(head: str, decisions: Sequence[Decision]) -> str:
    """The report on decisions that were taken by weights which had not seen the question's set."""
    lines = [head, "", "each set by weights that were learned without it", "", HEAD]
    by: dict[str, list[Decision]] = defaultdict(list)
    for each in decisions:
        for group in ("all", each.set.split()[0]):
            by[group].append(each)
    lines += [_row_of(name, by[name]) for name in sorted(by)]
    lines += ["", "probability said of a row, and share that was right", ""]
    lines += _tenths([(each.probable, each.label == "right") for each in decisions])
    lines += ["", "probability said of any row being meant, and share where one was", ""]
    lines += _tenths([(each.answered, each.label in {"right", "beside"}) for each in decisions])
    return "\n".join(lines) + "\n"


def _row_of(name: str, values: Sequence[Decision]) -> str:
    credit = sum(_CREDIT.get((each.label, each.outcome), 0.0) for each in values) / len(values)
    found = [each.outcome for each in values if each.label in {"right", "beside"}]
    none = [each.outcome for each in values if each.label == "none"]
    wrong = [each.outcome for each in values if each.label != "right"]
    counts = [_of(found.count(outcome), found) for outcome in Outcome]
    refused, sure = _of(none.count(Outcome.NOTHING), none), _of(wrong.count(Outcome.SURE), wrong)
    return f"{name:12}{len(values):6}{credit:8.3f}{counts[0]:>13}{counts[1]:>12}{counts[2]:>8}{refused:>15}{sure:>17}"


def _tenths(values: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """How often something was right, by tenths of the probability that was said."""
    ordered = sorted((min(int(said * 10), 9), right) for said, right in values)
    for tenth, pairs in groupby(ordered, key=lambda pair: pair[0]):
        hits = [hit for _, hit in pairs]
        yield f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}  {sum(hits) / len(hits):.2f}  of {len(hits)}"


def left_out(examples: Sequence[Example], share: Mapping[str, float]) -> Matrix:
    """Of each example the probability that weights say which were learned without its set."""
    found = np.zeros(len(examples))
    for name in sorted({e.set for e in examples}):
        inside = np.array([e.set == name for e in examples])
        model = fitted([e for e, here in zip(examples, inside, strict=True) if not here], share)
        found[inside] = model.probability([e.figures for e, here in zip(examples, inside, strict=True) if here])
    return found


def digest(weights: Path) -> str:
    """What weights are recognised by."""
    return hashlib.sha256(weights.read_bytes()).hexdigest()[:16]


def _chosen(examples: Sequence[Example], chance: Matrix) -> Iterator[tuple[Example, float]]:
    """Of each question as it was asked the row that is the most probable, and how probable that is."""
    rows = [(e, float(p)) for e, p in zip(examples, chance, strict=True) if e.origin in ("asked", "foreign")]
    for _, same in groupby(rows, key=lambda row: row[0].name):
        yield max(same, key=lambda row: row[1])


def _row(name: str, values: Sequence[Judged], thresholds: Thresholds) -> str:
    least, enough = thresholds["perhaps"], thresholds["sure"]
    right = [p for label, p in values if label == "right"]
    none = [p for label, p in values if label == "none"]
    wrong = [p >= enough for label, p in values if label == "wrong"]
    sure, back = sum(p >= enough for p in right), sum(least <= p < enough for p in right)
    refused, asked = sum(p < least for p in none), sum(least <= p < enough for p in none)
    credit = sure + 0.8 * back + refused + 0.5 * asked
    return (f"{name:12}{len(values):6}{credit / len(values):8.3f}{_of(sure, right):>13}{_of(back, right):>12}"
            f"{_of(len(right) - sure - back, right):>8}{_of(refused, none):>15}"
            f"{_of(sum(wrong), wrong):>17}")  # fmt: skip


def _of(count: int, values: Sequence[object]) -> str:
    return f"{count}/{len(values)}"

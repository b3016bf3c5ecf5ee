"""A logistic regression with a penalty for large weights, whose weights keep the sign that their reason has to have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

LEAST = 0.1
RIDGE = 8.0  # what large weights cost; 3 to 20 change no figure by more than 0.01
SHARE = {
    "asked": 1.0,
    "foreign": 0.6,
    "noun": 0.35,
    "talk": 0.15,
    "asked alone": 0.5,
    "noun alone": 0.35,
    "talk alone": 0.15,
}  # what an example of each origin counts


FOR = ("share", "share_of_known", "together", "held_weight", "held_concepts", "longest_run", "in_own_text",
       "by_typed_form", "lead", "lead_in_plan", "share_lead", "together_lead", "preferred")  # fmt: skip


AGAINST = ("missing", "missed_known", "missed_rarest", "strange_words", "strange_share", "beside_missed",
           "beside_strange", "no_hard_word", "strange_pairs", "strange_terms", "other_accents",
           "unit_elsewhere", "opening_said", "lacks", "another")  # fmt: skip
MEANING = ("near", "near_typically", "near_lead", "nearest", "odds", "likeness")


SIGNS = {**dict.fromkeys((*FOR, *MEANING), 1), **dict.fromkeys(AGAINST, -1)}
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """What spoke for a row, whether it was the right one, and where the question is from."""

    name: str
    set: str
    origin: str
    label: str  # right, wrong, none (the plans do not say)
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression over standardised figures; the first weight is the constant."""

    names: tuple[str, ...]
    mean: Matrix
    spread: Matrix
    weights: Matrix

    def probability(self, figures: Sequence[Mapping[str, float]]) -> Matrix:
        """Of each the probability that the row is right."""
        table = (_table(figures, self.names) - self.mean) / self.spread
        found: Matrix = 1 / (1 + np.exp(-(self.weights[0] + table @ self.weights[1:])))
        return found


def _table(figures: Sequence[Mapping[str, float]], names: Sequence[str]) -> Matrix:
    return np.array([[row[name] for name in names] for row in figures], dtype=np.float64)


def fitted(examples: Sequence[Example], share: Mapping[str, float] = SHARE) -> Model:
    """The weights that tell right rows from others; a reason whose weight would have the wrong sign is left out.

    Args:
        share: what an example of each origin counts.
    """
    names = tuple(sorted(examples[0].figures))
    while True:
        model = _regression(examples, names, share)
        wrong = {n for n, w in zip(names, model.weights[1:], strict=True) if w * SIGNS.get(n, w) < 0}
        if not wrong:
            return model
        names = tuple(name for name in names if name not in wrong)


def _regression(examples: Sequence[Example], names: tuple[str, ...], share: Mapping[str, float]) -> Model:
    table = _table([e.figures for e in examples], names)
    right = np.array([e.label == "right" for e in examples], dtype=np.float64)
    count = np.array([share[e.origin] for e in examples])
    mean = np.average(table, axis=0, weights=count)
    spread = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=count))
    spread = np.maximum(spread, LEAST)  # what hardly varies here must not count for much elsewhere
    known = np.column_stack([np.ones(len(table)), (table - mean) / spread])
    cost = np.diag([1e-6, *[RIDGE] * len(names)])
    weights = np.zeros(len(names) + 1)
    for _ in range(30):
        guess = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (count * (guess - right)) + cost @ weights
        curve = (known * (count * guess * (1 - guess))[:, None]).T @ known + cost
        weights -= np.linalg.solve(curve, slope)
    return Model(names, mean, spread, weights)

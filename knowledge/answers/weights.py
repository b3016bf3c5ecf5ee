"""The weights of the gate: what each reason adds to the log odds that a row is the one that is meant.

A logistic regression whose weights are data, learned by `make train`: `data/gate.tsv` for what the words say alone,
`data/gate_meaning.tsv` for what words and meaning say together where the words alone leave it open, and then
`data/gate_answered.tsv` for whether any row is meant.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.data import records

WORDS, MEANING, ANSWERED = "gate.tsv", "gate_meaning.tsv", "gate_answered.tsv"


@dataclass(frozen=True, slots=True)
class Weight:
    """Of one reason: the mean and spread it was learned with, and what it counts."""

    mean: float
    spread: float
    count: float

    def counts(self, value: float) -> float:
        """What a value of the reason adds to the log odds."""
        return self.count * (value - self.mean) / self.spread


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by reason, and the probabilities from which something is done."""

    thresholds: Mapping[str, float]
    by_reason: Mapping[str, Weight]

    def probability(self, figures: Mapping[str, float]) -> float:
        """How probable it is that a row is the one that is meant."""
        known = self.by_reason
        said = sum([known[name].counts(value) for name, value in figures.items() if name in known])
        total = known["constant"].count + said
        return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))

    def counts(self, name: str, value: float) -> float:
        """What a reason adds to the log odds."""
        weight = self.by_reason.get(name)
        return weight.counts(value) if weight else 0.0


@cache
def weights(name: str) -> Weights:
    """The weights of a data file."""
    rows = records(name)
    thresholds = {key: float(value) for kind, key, value, *_ in rows if kind == "threshold"}
    return Weights(thresholds, {key: Weight(*map(float, values)) for kind, key, *values in rows if kind == "weight"})

"""The words without which a pattern of a rule cannot match, read from the pattern: most rules are passed over by them.

A run of characters is needed where nothing makes it optional; of a choice one run of each side is, so that a text has
to have one of them. What is looked for ahead or behind has to be in the text as well, what must not stand there is not
read. What cannot be told so is not needed, which only costs time.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Runs = frozenset[str]  # of which a text has to have one
_Rule = TypeVar("_Rule")
_PART = re.compile(
    r"\(\?(?:P<\w+>|<?[=!]|:)|\\.|\[(?:\\.|[^\]])*\]|\{[\d,]*\}[?+]?|[*+?][?+]?|.",
    re.DOTALL,
)
_SIGNS = frozenset(".^$")
_NONE = ("{0", "{,")  # how a number of times begins that may be none
_ANY: Runs = frozenset({""})  # what every text has
_LEAST = 2  # letters of a run that tells anything


class Needing(Generic[_Rule]):
    """Rules by what their patterns need."""

    def __init__(self, rules: Iterable[tuple[str, _Rule]]) -> None:
        """Args: rules: each with its pattern."""
        self._rules = tuple((words_needed(pattern), rule) for pattern, rule in rules)
        self._runs = frozenset[str]().union(*(runs for needed, _ in self._rules for runs in needed))
        self._by_run: dict[str, list[int]] = defaultdict(list)  # the rules that need a run, or others in its place
        for at, (needed, _) in enumerate(self._rules):
            for run in max(needed, key=_tells, default=_ANY):
                self._by_run[run].append(at)

    def __iter__(self) -> Iterator[_Rule]:
        return (rule for _, rule in self._rules)

    def fitting(self, text: str) -> Iterator[_Rule]:
        """The rules whose words stand in a text, in their order; each run is looked for once."""
        there = {run for run in self._runs if run in text} | _ANY
        for at in sorted({at for run in there if run in self._by_run for at in self._by_run[run]}):
            needed, rule = self._rules[at]
            for runs in needed:
                if runs.isdisjoint(there):
                    break
            else:
                yield rule


@dataclass(slots=True)
class _Group:
    """A group of a pattern as far as it is read.

    Args:
        denies: whether it is what must not stand there.
        choices: what each side of a choice needs.
        run: the characters read last; last: how many needs are of the group read last, where it may be missing.
    """

    denies: bool = False
    choices: list[list[Runs]] = field(default_factory=lambda: [[]])
    run: str = ""
    last: int = 0

    def end_run(self) -> None:
        """Take the characters in that were read."""
        said = self.run.strip()
        self.choices[-1] += [frozenset({said})] if len(said) >= _LEAST else []
        self.run, self.last = "", 0

    def take(self, needs: list[Runs]) -> None:
        """Take in what a group inside needs."""
        self.choices[-1] += needs
        self.last = len(needs)

    def leave_out_last(self) -> None:
        """What was read last may be missing."""
        if self.run:
            self.run = self.run[:-1]
        elif self.last:
            del self.choices[-1][-self.last :]

    def needs(self) -> list[Runs]:
        """What the whole needs: of a choice one run of each side."""
        if self.denies or not all(self.choices):
            return []
        if len(self.choices) == 1:
            return self.choices[0]
        return [frozenset[str]().union(*(max(needs, key=_tells) for needs in self.choices))]


def words_needed(pattern: str) -> tuple[Runs, ...]:
    """Runs of characters, of each set one, that every text has which the pattern matches."""
    groups = [_Group()]
    for part in _PART.findall(pattern):
        group = groups[-1]
        if part[0] == "(":
            group.end_run()
            groups.append(_Group(denies=part.endswith("!")))
        elif part == ")":
            group.end_run()
            groups.pop()
            groups[-1].take(group.needs())
        elif part == "|":
            group.end_run()
            group.choices.append([])
        elif part[0] in "*+?{":
            if part[0] in "*?" or part[:2] in _NONE:
                group.leave_out_last()
            group.end_run()
        elif len(part) > 1 or part in _SIGNS:
            group.end_run()
        else:
            group.run += part
    groups[0].end_run()
    return tuple(dict.fromkeys(groups[0].needs()))


def _tells(runs: Runs) -> int:
    """How much it tells that one of some runs is there."""
    return min(map(len, runs))

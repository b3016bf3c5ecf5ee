"""What changed between two versions of a plan, and which row of the new one is which row of the old one.

A row is the same row when it says the same in the same place; else when it says nearly the same, most of all under the
same number and heading. The surest pairs are made first, each row once. What is left over was removed or is new.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from knowledge.identity import distinct, task_refs
from knowledge.language.text import folded
from knowledge.library.snapshot import LoadedPlan
from knowledge.model import Plan, Task

# Likeness of the words, 0 to 100. A row that was edited keeps most of its words; two different rows of one plan share
# their office jargon and stay mostly under 80. The same number under the same heading is worth a little less likeness.
SAME_WORDS = 88.0
SAME_PLACE_BONUS = 12.0
# Under the same number and heading a text may be rewritten this far and still be taken for the same row.
LEAST_LIKENESS = 50.0

COMPARED = ("task", "activity", "objective", "result", "lead", "coordinate", "deadline", "budget")


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs: `before` is None where it is new, `after` where it was removed.

    Args:
        fields: the names of the fields that say something else, of those in COMPARED.
    """

    ref: str
    before: Task | None
    after: Task | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new version changes; `refs` are the names of its tasks, in order."""

    refs: tuple[str, ...]
    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the rows are all the same."""
        return not (self.added or self.removed or self.changed)


def compare(old: LoadedPlan | None, stem: str, new: Plan) -> Difference:
    """The difference that `new` makes to the version that is loaded, if there is one."""
    if old is None:
        refs = task_refs(stem, new)
        return Difference(refs, added=tuple(Change(r, None, t) for r, t in zip(refs, new.tasks, strict=True)))
    pairs = match(old.plan.tasks, new.tasks)
    refs = _refs(old, stem, new, pairs)
    changes = [Change(refs[j], old.plan.tasks[i], new.tasks[j], _fields(old.plan.tasks[i], new.tasks[j]))
               for j, i in sorted(pairs.items())]  # fmt: skip
    kept = set(pairs.values())
    return Difference(
        refs=refs,
        added=tuple(Change(refs[j], None, task) for j, task in enumerate(new.tasks) if j not in pairs),
        removed=tuple(Change(old.task_refs[i], t, None) for i, t in enumerate(old.plan.tasks) if i not in kept),
        changed=tuple(change for change in changes if change.fields),
        unchanged=sum(not change.fields for change in changes),
    )


def match(old: Sequence[Task], new: Sequence[Task]) -> dict[int, int]:
    """Positions of new rows with the position of the old row that each one is."""
    pairs = _same(old, new)
    used = set(pairs.values())
    left_old = [i for i in range(len(old)) if i not in used]
    left_new = [j for j in range(len(new)) if j not in pairs]
    for _, i, j in sorted(_alike(old, new, left_old, left_new), key=lambda c: (-c[0], c[1], c[2])):
        if j not in pairs and i not in used:
            pairs[j] = i
            used.add(i)
    return pairs


def _same(old: Sequence[Task], new: Sequence[Task]) -> dict[int, int]:
    """Rows that say the same in the same place; of several such, in order."""
    waiting: dict[tuple[str, ...], list[int]] = {}
    for i, task in enumerate(old):
        waiting.setdefault((_words(task), *_place(task)), []).append(i)
    pairs = {}
    for j, task in enumerate(new):
        if held := waiting.get((_words(task), *_place(task))):
            pairs[j] = held.pop(0)
    return pairs


def _alike(
    old: Sequence[Task], new: Sequence[Task], left_old: list[int], left_new: list[int]
) -> Iterator[tuple[float, int, int]]:
    """Pairs of the rows that are left which may be one row: (sureness, position in old, position in new)."""
    words = [_words(old[i]) for i in left_old]
    for j in left_new:
        place, kind = _place(new[j]), new[j].kind
        for _, value, at in _likely(_words(new[j]), words):
            i = left_old[at]
            same_place = _place(old[i]) == place
            if old[i].kind == kind and (same_place or value >= SAME_WORDS):
                yield value + SAME_PLACE_BONUS * same_place, i, j


def _likely(wanted: str, words: list[str]) -> list[tuple[str, float, int]]:
    return process.extract(wanted, words, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=20)


def _refs(old: LoadedPlan, stem: str, new: Plan, pairs: dict[int, int]) -> tuple[str, ...]:
    """Kept refs for matched rows; new rows get refs that no row of the old version has."""
    fresh = task_refs(stem, new)
    taken = distinct([*old.task_refs, *fresh])[len(old.task_refs) :]
    return tuple(old.task_refs[pairs[j]] if j in pairs else taken[j] for j in range(len(new.tasks)))


def _fields(before: Task, after: Task) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if _said(before, name) != _said(after, name))


def _said(task: Task, name: str) -> object:
    value = getattr(task, name)
    return (value.kind, value.due, folded(value.text)) if name == "deadline" else value


def _words(task: Task) -> str:
    return folded(" ".join((task.task, task.activity or "", task.result or "")))


def _place(task: Task) -> tuple[str, str]:
    return folded(task.section[-1] if task.section else ""), task.stt

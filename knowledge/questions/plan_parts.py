"""The parts of a question that name plans, grouped: "Sở X tỉnh A năm 2022 và tỉnh B" names two.

A place names a plan wherever it stands; an issuer or a year only beside another part, or joined to one of its kind.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.questions.plan_labels import Label, Phrases, Words, phrases_in, places_in
from knowledge.questions.plan_times import YEARS, inside_times
from knowledge.questions.rule_words import JOINS

_LINKS = frozenset({"tinh", "nam", "cua", "o", "tai", "thanh", "pho", "giai", "doan", "ke", "hoach", "cho"})
FILLS = _LINKS | JOINS | {"so", "ben", "cua", "theo"}
_FAR = 4  # words that may stand between two names that are joined


@dataclass(frozen=True, slots=True)
class Part:
    """A place, an issuer or a year at words start to end (exclusive)."""

    kind: str
    start: int
    end: int
    value: Words

    def fits(self, label: Label) -> bool:
        """Whether a plan is called so."""
        if self.kind == "place":
            return label.stands_for(self.value)
        return self.value in label.office if self.kind == "office" else int(self.value[0]) in label.years


def groups(
    bare: Sequence[str], places: Phrases, offices: Phrases, skip: Collection[int]
) -> tuple[tuple[Part, ...], ...]:
    """The parts of folded words, one group a plan.

    Args:
        skip: positions of words that name a unit of a plan.
    """
    found: list[list[Part]] = []
    for part in _kept(_parts(bare, places, offices, skip), bare, skip):
        last = found[-1] if found else []
        known = {before.kind: before.value for before in last}
        if last and part.kind not in known and _linked(last[-1], part, bare):
            last.append(part)
        elif not last or known.get(part.kind) != part.value or len(last) > 1:
            found.append([part])
    return tuple(tuple(group) for group in found)


def joined_to_another(parts: Sequence[Sequence[Part]], at: int, bare: Sequence[str]) -> bool:
    """Whether a group is named in one breath with the one before or after it."""
    around = [pair for pair in ((at - 1, at), (at, at + 1)) if pair[0] >= 0 and pair[1] < len(parts)]
    return any(_joined(parts[i][-1], parts[j][0], bare) for i, j in around)


def _parts(bare: Sequence[str], places: Phrases, offices: Phrases, skip: Collection[int]) -> list[Part]:
    found = [Part("place", start, end, value) for start, end, value in places_in(bare, places)]
    found += [Part("office", start, end, value) for start, end, value in phrases_in(bare, offices)]
    timed = inside_times(bare)
    years = ((i, word) for i, word in enumerate(bare) if word in YEARS and i not in timed)
    found += [Part("year", i, i + 1, (word,)) for i, word in years]
    found = [p for p in found if p.kind != "place" or not set(range(p.start, p.end)) & set(skip)]
    return sorted(found, key=lambda part: part.start)


def _kept(parts: Sequence[Part], bare: Sequence[str], skip: Collection[int]) -> list[Part]:
    """Places, and what is beside them or joined to one of its kind; an office that is no unit also to a place."""
    kept = [part.kind == "place" for part in parts]
    for _ in parts:
        for i, part in enumerate(parts):
            around = [j for j in (i - 1, i + 1) if 0 <= j < len(parts)]
            near = [j for j in around if _linked(parts[min(i, j)], parts[max(i, j)], bare)]
            tied = any(kept[j] for j in near)
            tied = tied or any(
                parts[j].kind == part.kind and _joined(parts[min(i, j)], parts[max(i, j)], bare) for j in around
            )
            office = part.kind == "office" and not set(range(part.start, part.end)) & set(skip)
            tied = tied or (office and any(_is_beside_a_place(parts, i, j, bare) for j in around))
            kept[i] = kept[i] or tied or _is_the_other_plans(parts, i, bare)
    return [part for part, keep in zip(parts, kept, strict=True) if keep]


def _is_beside_a_place(parts: Sequence[Part], at: int, other: int, bare: Sequence[str]) -> bool:
    """Whether an office is joined to the place of another plan ("xã Tân Hòa hay | chi cục thủy lợi | lắp camera")."""
    return parts[other].kind == "place" and _joined(parts[min(at, other)], parts[max(at, other)], bare)


def _is_the_other_plans(parts: Sequence[Part], at: int, bare: Sequence[str]) -> bool:
    """Whether a year is that of a plan named in one breath with the one before ("… Đồng Nai và kế hoạch 2024")."""
    part = parts[at]
    behind = part.kind == "year" and at > 0 and _joined(parts[at - 1], part, bare)
    return behind and not _PLAN.isdisjoint(bare[parts[at - 1].end : part.start])


_PLAN = frozenset({"hoach", "kh"})


def _linked(left: Part, right: Part, bare: Sequence[str]) -> bool:
    """Whether two parts stand beside each other, as of one plan."""
    return right.start >= left.end and all(word in _LINKS for word in bare[left.end : right.start])


def _joined(left: Part, right: Part, bare: Sequence[str]) -> bool:
    """Whether two parts are named one after the other, as of two plans."""
    between = bare[left.end : right.start]
    return len(between) <= _FAR and bool(JOINS & set(between)) and all(word in FILLS for word in between)

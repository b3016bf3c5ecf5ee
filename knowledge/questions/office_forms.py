"""An office named by some words of its name in their order, each written out or run together with its neighbours.

"cty cap nuoc" is "Công ty Cổ phần Cấp nước Tân Giang", "tv tỉnh HY" "Thư viện tỉnh Hà Yên": of the kind of office all
words are said, of the rest at least one, and what is shortened is a beginning of each of some words that stand
together: all by their first letters, or the last one in full ("ct", "cty", "tviện"). No list of short forms is needed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.language.abbreviations import shortened
from knowledge.language.text import folded
from knowledge.questions.office_calls import Office, Words

LONGEST = 12  # words by which an office is called
_RUN = 6  # words that one short form stands for
_ALIKE = 64  # offices that may be meant before words say nothing
_LETTERS = 3  # of an office by itself ("cty"), as two may be anything ("tt", "bn")


@dataclass(frozen=True, slots=True)
class _Name:
    """The words of an office's name, canonical: those of its kind first, the place or name of its own last."""

    words: Words
    kind: int
    named: int  # where the name of its own begins
    plans: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Arc:
    """Words start to end (exclusive) of a name, as they are written."""

    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OfficeForms:
    """The ways to write the words of some offices: each, folded, by office.

    Args:
        begun: those ways by which a name may begin → the offices that are called so.
    """

    names: tuple[_Name, ...]
    arcs: Mapping[str, Mapping[int, tuple[_Arc, ...]]]
    begun: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, offices: Iterable[tuple[Office, int]]) -> "OfficeForms":
        """Args: offices: the parts of each plan's office, and the plan's position."""
        plans: dict[Office, set[int]] = defaultdict(set)
        for office, plan in offices:
            if office.kind and not office.is_committee:  # areas are called by rules of their own
                plans[office].add(plan)
        names = tuple(_name(office, frozenset(found)) for office, found in plans.items())
        arcs: dict[str, dict[int, list[_Arc]]] = defaultdict(lambda: defaultdict(list))
        for at, name in enumerate(names):
            for arc in dict.fromkeys(_arcs(name.words)):
                arcs[folded(arc.written)][at].append(arc)
        begun: dict[str, set[int]] = defaultdict(set)
        for word, held in arcs.items():
            for at in (at for at, found in held.items() if any(arc.start == 0 for arc in found)):
                begun[word].add(at)
        ways = {word: {at: tuple(found) for at, found in held.items()} for word, held in arcs.items()}
        return cls(names, ways, {word: frozenset(offices) for word, offices in begun.items()})

    def reach(self, bare: Sequence[str], at: int) -> int:
        """How many folded words from a place on stand in the name of one office, its beginning first."""
        alike = self.begun.get(bare[at], frozenset())
        for size, word in enumerate(bare[at : at + LONGEST]):
            alike = alike & self.arcs[word].keys() if word in self.arcs else frozenset()
            if not alike:
                return size
        return min(len(bare) - at, LONGEST)

    def plans(self, words: Sequence[str]) -> frozenset[int]:
        """The plans whose office is called so; accents have to fit where any were typed."""
        return frozenset().union(*(name.plans for name, _ in self._named(words)))

    def by_side(self, word: str) -> frozenset[int]:
        """The plans of the one office in whose field a word is, where it is said behind "bên" ("bên nước")."""
        held = self.arcs.get(folded(word), {})
        found = [self.names[at] for at, arcs in held.items() if _is_of_field(word, arcs, self.names[at])]
        return found[0].plans if len(found) == 1 and word not in found[0].words[found[0].named :] else frozenset()

    def by_field(self, words: Sequence[str]) -> frozenset[int]:
        """The plans of the one office in whose field words stand side by side ("bên bảo trợ", "chỗ bảo trợ xã hội")."""
        ways = [self.arcs.get(folded(word), {}) for word in words]
        alike = set.intersection(*map(set, ways)) if ways else set()
        found = [self.names[at] for at in alike if _stand_together(words, [way[at] for way in ways], self.names[at])]
        return found[0].plans if len(found) == 1 else frozenset()

    def by_beginning(self, words: Sequence[str], *, plain: bool) -> frozenset[int]:
        """The plans of the one office whose kind or field begins with words ("vườn", "bảo hiểm").

        Args:
            plain: whether nothing is typed with accents; else a word without its own is another one.
        """
        ways = [self.arcs.get(folded(word), {}) for word in words]
        alike = set.intersection(*map(set, ways)) if ways else set()
        found = [self.names[at] for at in alike if _begins(words, self.names[at], plain=plain)]
        return found[0].plans if len(found) == 1 else frozenset()

    def is_full(self, words: Sequence[str]) -> bool:
        """Whether words are the kind of an office with more of its name ("công ty nước")."""
        return any(last > name.kind for name, last in self._named(words))

    def is_own(self, words: Sequence[str]) -> bool:
        """Whether words name an office by the place or name of its own too."""
        found = list(self._named(words))
        return bool(found) and all(last > name.named for name, last in found)

    def _named(self, words: Sequence[str]) -> Iterator[tuple[_Name, int]]:
        """The offices called so, each with where the last word of its name that is said ends."""
        bare = [*map(folded, words)]
        ends = bare[-1:] != ["va"]  # "các sở | và huyện" names none
        if len("".join(words)) < _LETTERS or len(words) > LONGEST or not ends or self.reach(bare, 0) < len(words):
            return
        ways = [self.arcs[word] for word in bare]
        alike = self.begun[bare[0]].intersection(*ways)
        for at in alike if len(alike) <= _ALIKE else ():
            name = self.names[at]
            last = _said(name, [way[at] for way in ways], words)
            if last > name.kind or (last == name.kind and _is_short_kind(words, name)):
                yield name, last


def _is_of_field(word: str, arcs: Iterable[_Arc], name: _Name) -> bool:
    said = (arc for arc in arcs if word in (arc.written, folded(arc.written)) and arc.end == arc.start + 1)
    return any(name.kind <= arc.start < name.named for arc in said)


def _stand_together(words: Sequence[str], ways: Sequence[Sequence[_Arc]], name: _Name) -> bool:
    """Whether words, each as it is printed, stand side by side between the kind of an office and its own name."""
    ends = {arc.start for arc in ways[0] if name.kind <= arc.start}
    for word, arcs in zip(words, ways, strict=True):
        said = [arc for arc in arcs if word in (arc.written, folded(arc.written)) and arc.end == arc.start + 1]
        ends = {arc.end for arc in said if arc.start in ends and arc.end <= name.named}
    return bool(ends)


def _begins(words: Sequence[str], name: _Name, *, plain: bool) -> bool:
    parts = (name.words[: name.kind][: len(words)], name.words[name.kind : name.named][: len(words)])
    return tuple(words) in parts or (plain and tuple(words) in (tuple(map(folded, part)) for part in parts))


def _said(name: _Name, ways: Sequence[Sequence[_Arc]], words: Sequence[str]) -> int:
    """Where in a name the last of the words stands, its kind said in whole first; 0 where they do not name it so."""
    ends = {0}
    for word, arcs in zip(words, ways, strict=True):
        fitting = [arc for arc in arcs if word in (arc.written, folded(arc.written))]
        ends = {arc.end for arc in fitting for end in ends if _goes_on(end, arc.start, name.kind)}
    return max(ends, default=0)


def _goes_on(end: int, start: int, kind: int) -> bool:
    """Whether what is said goes on here: of the kind no word is left out, behind it some may be."""
    return start == end if end < kind else start >= end


def _is_short_kind(words: Sequence[str], name: _Name) -> bool:
    return len(words) == 1 and name.kind > 1


def _name(office: Office, plans: frozenset[int]) -> _Name:
    words = (*office.kind, *office.field, *office.level, *office.name)
    return _Name(words, len(office.kind), len(words) - len(office.name), plans)


def _arcs(words: Words) -> Iterator[_Arc]:
    for start in range(len(words)):
        yield _Arc(words[start], start, start + 1)
        for end in range(start + 2, min(start + _RUN, len(words)) + 1):
            run = words[start:end]
            letters = "".join(word[0] for word in run if word != "và")
            yield _Arc(letters, start, end)
            yield _Arc(letters[:-1] + run[-1], start, end)
            yield from (_Arc(short, start, end) for short in shortened(" ".join(run)))

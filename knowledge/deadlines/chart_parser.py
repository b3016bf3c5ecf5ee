"""The engine of the grammar of time: words become pieces, pieces become edges, rules join edges into greater ones.

A rule is a row of kinds and what it makes of their values. The chart is filled from right to left, so that whatever a
rule needs behind its first edge is there when it is tried. At the end the edges are chosen that cover most pieces.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, chain
from operator import contains, ne
from typing import Any, TypeVar

from knowledge.data import records
from knowledge.language.text import canonical, folded

_QUARTERS = {(number,) for number in ("i", "ii", "iii", "iv", "1", "2", "3", "4")}
_Value = TypeVar("_Value")
_PIECE = re.compile(r"\d+|[^\W\d_]+_?|\S")
_PREFIX = re.compile(r"(th(?=\d)|t(?=\.?\d)|q(?=\.?(?:\d|(?:iv|i{1,3})(?!\w))))\.?")
_PREFIXES = {"thg": "month", "th": "month", "t": "month", "q": "quarter"}


@dataclass(frozen=True, slots=True)
class Edge:
    """Pieces from start to end (exclusive) that together are of a kind; `rank` settles what covers as much."""

    kind: str
    start: int
    end: int
    value: Any = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a run of words.

    Args:
        texts: words, or parts of words such as numbers and the marks between them.
        word: for each piece the position of its word.
        begins, ends: positions at which a word begins, and after which one ends.
    """

    texts: tuple[str, ...]
    word: tuple[int, ...]
    begins: frozenset[int]
    ends: frozenset[int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: kinds in a row, the kind they become, and the value, None where they do not fit together.

    Args:
        when: what has to hold of the chart and the pieces from start to end.
    """

    items: tuple[str, ...]
    kind: str
    make: Callable[..., Any]
    rank: int = 0
    when: Callable[["Chart", int, int], bool] | None = None


@dataclass(slots=True)
class Chart:
    """The edges by where they begin and by their kind."""

    pieces: Pieces
    edges: dict[int, dict[str, list[Edge]]] = field(default_factory=dict)

    def at(self, start: int, kind: str) -> Sequence[Edge]:
        """The edges of a kind that begin at a piece."""
        return self.edges.get(start, {}).get(kind, ())

    def add(self, edge: Edge) -> None:
        """Take an edge in."""
        self.edges.setdefault(edge.start, {}).setdefault(edge.kind, []).append(edge)

    def ending(self, end: int, kind: str, reach: int = 4) -> bool:
        """Whether an edge of a kind ends before a piece; the longest are `reach` pieces long."""
        return any(edge.end == end for start in range(max(end - reach, 0), end) for edge in self.at(start, kind))


Row = tuple[Any, ...]  # a rule as it is written: its pattern, the kind it becomes, what makes it, and when


def only_if(holds: object, value: _Value) -> _Value | None:
    """The value where something holds."""
    return value if holds else None


def each(values: Iterable[Any], make: Callable[[Any], _Value | None]) -> tuple[_Value, ...] | None:
    """What is made of each of several values, None where one of them does not fit."""
    made = tuple(map(make, values))
    found = tuple(one for one in made if one is not None)
    return found if len(found) == len(made) else None


def cut(words: Sequence[str]) -> Pieces:
    """The pieces of words: "15/3" is 15, / and 3; "q2" is q and 2; a word that ends in "_" is in no table."""
    parts = [*map(_pieces, words)]
    ends = [*accumulate(map(len, parts))]
    word = [position for position, pieces in enumerate(parts) for _ in pieces]
    return Pieces(tuple(chain.from_iterable(parts)), tuple(word), frozenset([0, *ends[:-1]]), frozenset(ends))


@lru_cache(maxsize=4096)
def _pieces(word: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(_PREFIX.sub(r"\1 ", canonical(word), count=1)))


def fill(pieces: Pieces, rules: Mapping[str, Sequence[Rule]], *, numerals: bool = True) -> Chart:
    """All edges of some words, by rules that are told by their first kind.

    Args:
        numerals: whether numbers may stand in words; not where they are digits by now and "sau" is "sau" for certain.
    """
    return filled(begun(pieces, numerals=numerals), rules)


def begun(pieces: Pieces, *, numerals: bool = True) -> Chart:
    """The edges of single numbers, marks and phrases, on which no rule was tried."""
    chart = Chart(pieces)
    accented = any(map(ne, pieces.texts, map(folded, pieces.texts)))
    _atoms(chart, accented=accented, left_out=_SHUT if numerals else _SHUT | {"number"})
    return chart


def filled(chart: Chart, rules: Mapping[str, Sequence[Rule]]) -> Chart:
    """A chart that was begun, with all that the rules make of it."""
    for start in sorted(chart.edges, reverse=True):
        queue = [edge for edges in chart.edges.get(start, {}).values() for edge in edges]
        for edge in queue:
            behind = chart.edges.get(edge.end, {})
            for rule in rules.get(edge.kind, ()):
                if rule.items[1:] and rule.items[1] not in behind:
                    continue
                made = list(_made(rule, edge, chart))
                queue += made
                for new in made:
                    chart.add(new)
    return chart


def choose(chart: Chart, kinds: frozenset[str]) -> list[Edge]:
    """The edges of some kinds, whole words each, none overlapping, that together cover most pieces."""
    size = len(chart.pieces.texts)
    best: list[tuple[tuple[int, int, int], list[Edge]]] = [((0, 0, 0), [])] * (size + 1)
    for start in range(size - 1, -1, -1):
        options = [best[start + 1]]
        for kind, edges in chart.edges.get(start, {}).items() if start in chart.pieces.begins else ():
            if kind in kinds:
                options += [_with(edge, best[edge.end]) for edge in edges if edge.end in chart.pieces.ends]
        best[start] = max(options, key=lambda option: option[0])
    return best[0][1]


def _with(edge: Edge, rest: tuple[tuple[int, int, int], list[Edge]]) -> tuple[tuple[int, int, int], list[Edge]]:
    (covered, count, rank), edges = rest
    return (covered + edge.end - edge.start, count - 1, rank - edge.rank), [edge, *edges]


def _made(rule: Rule, first: Edge, chart: Chart) -> Iterable[Edge]:
    """What a rule makes of an edge and those behind it."""
    rows: list[tuple[Edge, ...]] = [(first,)]
    for kind in rule.items[1:]:
        rows = [(*row, edge) for row in rows for edge in chart.edges.get(row[-1].end, {}).get(kind, ())]
    for row in rows:
        if rule.when and not rule.when(chart, first.start, row[-1].end):
            continue
        value = rule.make(*[edge.value for edge in row])
        if value is not None:
            yield Edge(rule.kind, first.start, row[-1].end, value, rule.rank)


def _atoms(chart: Chart, *, accented: bool, left_out: frozenset[str]) -> None:
    """The edges of numbers, marks and the words of `knowledge/data/time_words.tsv`."""
    texts, closed = chart.pieces.texts, 0
    exact, loose = _lexicon()
    for start, text in enumerate(texts):
        if start < closed:
            continue
        known = exact.get(text, [])
        if text in loose and not (known and accented):
            known = loose[text]  # with its very accents, or any where it was typed without
        found = [*_standing(known, texts, start)] if known else []
        if shut := _shut(found, start, chart.pieces.ends) if found else None:
            chart.add(shut)
            closed = shut.end
            continue
        if not text.isalpha() or text in _PREFIXES:
            _add_number(chart, start, text)
        for end, kind, value in found:
            if kind not in left_out:
                chart.add(Edge(kind, start, end, value))


# What a plan's cell says beside a time; `knowledge.deadlines.lexicon` reads it.
BESIDE_TIMES = frozenset({"ongoing", "document", "event", "occasional", "following", "reported", "over", "blank"})
_SHUT = frozenset({"none", "schoolyear"})  # no word inside such a phrase is one of time


@lru_cache(maxsize=4096)
def kinds_begun(word: str) -> frozenset[str]:
    """The kinds of which an edge may begin within a word, whatever stands behind it and beside it."""
    exact, loose = _lexicon()
    pieces = _pieces(word)
    said = frozenset(kind for text in pieces for _, kind, _ in (*exact.get(text, ()), *loose.get(text, ())))
    return said if all(text.isalpha() and text not in _PREFIXES for text in pieces) else said | _OF_FIGURES


_OF_FIGURES = frozenset({"number", "d4", "digits", "comma", "mark", "unit", "weekday"})  # what `_add_number` makes


def _add_number(chart: Chart, start: int, text: str) -> None:
    """The edges of digits, of a mark between them, and of a short form before them ("t5", "q2")."""
    if text.isdecimal():
        chart.add(Edge("number", start, start + 1, int(text)))
        if len(text) in (1, 2, 4):
            chart.add(Edge("d4" if len(text) == 4 else "digits", start, start + 1, int(text)))
    elif text == ",":
        chart.add(Edge("comma", start, start + 1, text))
    elif text in "/-.–":
        chart.add(Edge("mark", start, start + 1, text))
    elif text in _PREFIXES and (start + 1 not in chart.pieces.ends or _is_quarter(chart.pieces.texts, start)):
        chart.add(Edge("unit", start, start + 1, _PREFIXES[text]))
        if text == "t":
            chart.add(Edge("weekday", start, start + 1, ""))


def _is_quarter(texts: tuple[str, ...], start: int) -> bool:
    """Whether "q" stands before the number of a quarter, as "Q.III" does once its full stop is cut off."""
    return texts[start] == "q" and texts[start + 1 : start + 2] in _QUARTERS


@cache
def unit_words() -> frozenset[str]:
    """The units of the calendar as single folded words."""
    return _single("unit")


@cache
def numerals() -> frozenset[str]:
    """Numbers in words and Roman ones as single folded words."""
    return _single("number", "roman")


def _single(*kinds: str) -> frozenset[str]:
    return frozenset(
        folded(phrase) for phrase, kind, *_ in records("time_words.tsv") if kind in kinds and " " not in phrase
    )


_Phrases = dict[str, list[tuple[tuple[frozenset[str], ...], str, Any]]]  # each piece with its accents and without
_Standing = tuple[int, str, Any]  # a phrase: where it ends, its kind and its value


def _standing(
    known: Iterable[tuple[tuple[frozenset[str], ...], str, Any]], texts: Sequence[str], start: int
) -> Iterable[_Standing]:
    """Those of some phrases that stand from a piece on."""
    for phrase, kind, value in known:
        end = start + len(phrase)
        if end <= len(texts) and all(map(contains, phrase, texts[start:end])):
            yield end, kind, value


def _shut(found: Sequence[_Standing], start: int, ends: Collection[int]) -> Edge | None:
    """The longest of some phrases, where it is one inside which no word is of time: "24/7", but not of "24/7/2027"."""
    longest = max(end for end, _, _ in found)
    kinds = (kind for end, kind, _ in found if kind in _SHUT and end == longest)
    kind = next(kinds, None) if longest in ends else None
    return Edge(kind, start, longest) if kind else None


@cache
def _lexicon() -> tuple[_Phrases, _Phrases]:
    """The phrases by their first piece, with accents and without."""
    exact: _Phrases = {}
    loose: _Phrases = {}
    for phrase, kind, *rest in records("time_words.tsv"):
        if kind in BESIDE_TIMES:
            continue
        strict = phrase.startswith("=")
        pieces = cut(phrase.lstrip("=").split()).texts
        value: Any = int(rest[0]) if rest and rest[0].lstrip("-").isdigit() else (*rest, "")[0]
        forms = tuple(frozenset({piece, folded(piece)}) for piece in pieces)
        exact.setdefault(pieces[0], []).append((forms, kind, value))
        if not strict:
            loose.setdefault(folded(pieces[0]), []).append((forms, kind, value))
    return exact, loose

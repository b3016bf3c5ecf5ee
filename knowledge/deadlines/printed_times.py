"""The times of a settled wording, read by the grammar that questions and commands are read by.

A time that only today tells ("tuần này") is none here: nobody knows on which day a plan's cell was written.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from knowledge.deadlines.chart_parser import Edge, Pieces, cut, fill
from knowledge.deadlines.relations import Related, time_of
from knowledge.deadlines.time_rules import rules
from knowledge.deadlines.windows import Now, Time

Named = tuple[Related | Time, ...]
WORD = re.compile(r"\w+(?:[/.\-]\w+)*|\S")  # or a mark between words

_KINDS = ("rel", "rels", "time", "times", "years", "inyear")
_SEVERAL = ("rels", "times")
_LEAP_YEAR = 2000


def times_at(settled: str) -> Mapping[int, tuple[int, Named]]:
    """The longest time that begins at each letter where one does: its end, and what it names."""
    words = list(WORD.finditer(settled))
    pieces = cut([word[0] for word in words])
    chart = fill(pieces, rules(), numerals=False)
    found: dict[int, tuple[int, Named]] = {}
    for start in pieces.begins & chart.edges.keys():
        edges = [edge for kind in _KINDS for edge in chart.at(start, kind) if edge.end in pieces.ends]
        for edge in sorted(edges, key=lambda edge: (-edge.end, edge.rank)):
            if named := _named(edge):
                found[_word(words, pieces, start).start()] = (_word(words, pieces, edge.end - 1).end(), named)
                break
    return found


def _word(words: Sequence[re.Match[str]], pieces: Pieces, at: int) -> re.Match[str]:
    return words[pieces.word[at]]


def _named(edge: Edge) -> Named:
    """The times of an edge, none where one of them is told from today or stands in no calendar."""
    named: Named = edge.value if edge.kind in _SEVERAL else (edge.value,)
    return named if all(map(_has_a_day, named)) else ()


def _has_a_day(value: Related | Time) -> bool:
    time = time_of(value)
    if time.of_today:
        return False
    try:
        value.deadline(Now(date(_LEAP_YEAR, 1, 1), _LEAP_YEAR, lenient=True))
        time.window(Now(date(_LEAP_YEAR, 1, 1), _LEAP_YEAR, lenient=True))
    except (ValueError, OverflowError):
        return False
    return True

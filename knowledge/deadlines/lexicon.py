"""The words of time in the order in which they are tried: a settled wording is cut into tokens.

At every word the first rule that fits wins, and what none of them knows is a plain word. Times are read by the grammar
of times; here is what stands around them in a plan's cell. Words that offices may add to stand in
`knowledge/data/time_words.tsv`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from knowledge.deadlines import dependency_words, rhythm_words
from knowledge.deadlines.printed_times import WORD, Named, times_at
from knowledge.deadlines.tokens import Maker, Mark, Rules, Token, plain

_Patterns = tuple[tuple[re.Pattern[str], Maker], ...]


def tokenise(settled: str) -> list[Token]:
    """The tokens of a settled wording, in order."""
    times = times_at(settled)
    result, position = [], 0
    while position < len(settled):
        if settled[position].isspace():
            position += 1
            continue
        token, position = _next(settled, position, times)
        result.append(token)
    return result


def _next(text: str, position: int, times: Mapping[int, tuple[int, Named]]) -> tuple[Token, int]:
    before, behind = _patterns()
    if found := _matched(before, text, position):
        return found
    if position in times:
        end, named = times[position]
        return Token(Mark.TIME, text[position:end], named), end
    if found := _matched(behind, text, position):
        return found
    match = WORD.match(text, position)
    end = match.end() if match else position + 1
    return Token(Mark.WORD, text[position:end]), end


def _matched(patterns: _Patterns, text: str, position: int) -> tuple[Token, int] | None:
    for pattern, make in patterns:
        match = pattern.match(text, position)
        if match and match.end() > position and (token := make(match)):
            return token, match.end()
    return None


@cache
def _patterns() -> tuple[_Patterns, _Patterns]:
    """What is tried before a time: numbers of documents, rhythms that hold one; and behind: events, bare days."""
    before = (_separators(), dependency_words.documents(), rhythm_words.rules())
    behind = (dependency_words.events(), rhythm_words.reports(), dependency_words.happenings(), rhythm_words.days(),
              dependency_words.directions())  # fmt: skip
    return _compiled(before), _compiled(behind)


def _compiled(groups: Iterable[Rules]) -> _Patterns:
    return tuple((re.compile(pattern), make) for group in groups for pattern, make in group)


def _separators() -> Rules:
    yield r"[;\n]", plain(Mark.BREAK)
    yield r",", plain(Mark.COMMA)
    yield r"[(\[]", plain(Mark.OPEN)
    yield r"[)\]]", plain(Mark.CLOSE)

"""The words of time in the order in which they are tried: a settled wording is cut into tokens.

At every word the first rule that fits wins, and what none of them knows is a plain word. Words that offices may add to
stand in `knowledge/data/deadline_words.toml`.
"""

import re
from functools import cache

from knowledge.deadlines import calendar_words, dependency_words, rhythm_words
from knowledge.deadlines.tokens import Maker, Mark, Rules, Token, plain

_WORD = re.compile(r"\w+(?:[/.\-]\w+)*|\S")


def tokenise(settled: str) -> list[Token]:
    """The tokens of a settled wording, in order."""
    result, position = [], 0
    while position < len(settled):
        if settled[position].isspace():
            position += 1
            continue
        token, position = _next(settled, position)
        result.append(token)
    return result


def _next(text: str, position: int) -> tuple[Token, int]:
    for pattern, make in _patterns():
        match = pattern.match(text, position)
        if match and match.end() > position and (token := make(match)):
            return token, match.end()
    match = _WORD.match(text, position)
    end = match.end() if match else position + 1
    return Token(Mark.WORD, text[position:end]), end


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Maker], ...]:
    groups = (
        _separators(),
        dependency_words.documents(),
        rhythm_words.rules(),
        calendar_words.rules(),
        dependency_words.events(),
        rhythm_words.reports(),
        dependency_words.happenings(),
        rhythm_words.days(),
        dependency_words.directions(),
    )
    return tuple((re.compile(pattern), make) for group in groups for pattern, make in group)


def _separators() -> Rules:
    yield r"[;\n]", plain(Mark.BREAK)
    yield r",", plain(Mark.COMMA)
    yield r"[(\[]", plain(Mark.OPEN)
    yield r"[)\]]", plain(Mark.CLOSE)

"""The words of time in the order in which they are tried: a settled wording is cut into tokens.

At every word the first rule that fits wins, and what none of them knows is a plain word. Times are read by the grammar
of times; here is what stands around them in a plan's cell. Words that offices may add to stand in
`knowledge/data/time_words.tsv`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from knowledge.data import records
from knowledge.deadlines import dependency_words, rhythm_words
from knowledge.deadlines.printed_times import WORD, Named, times_at
from knowledge.deadlines.tokens import Maker, Mark, Rules, Token, any_of, plain
from knowledge.language.text import folded

_Patterns = tuple[tuple[re.Pattern[str], Maker], ...]
Times = Mapping[int, tuple[int, Named]]


def tokenise(settled: str) -> list[Token]:
    """The tokens of a settled wording, in order."""
    times = times_at(settled)
    stops = _stops(settled, times)
    result, position = [], 0
    while position < len(settled):
        if settled[position].isspace():
            position += 1
            continue
        token, position = _next(settled, position, times, stops)
        result.append(token)
    return result


def _next(text: str, position: int, times: Times, stops: Sequence[int]) -> tuple[Token, int]:
    before, behind = _patterns()
    if found := _matched(before, text, position, stops):
        return found
    if position in times:
        end, named = times[position]
        return Token(Mark.TIME, text[position:end], named), end
    if found := _matched(behind, text, position, stops):
        return found
    match = WORD.match(text, position)
    end = match.end() if match else position + 1
    return Token(Mark.WORD, text[position:end]), end


def _matched(patterns: _Patterns, text: str, position: int, stops: Sequence[int]) -> tuple[Token, int] | None:
    for pattern, make in patterns:
        match = pattern.match(text, position)
        if match and "rest" in pattern.groupindex:
            stop = next((at for at in stops if at >= match.start("rest")), match.end())
            match = pattern.match(text, position, stop) if stop < match.end() else match
        if match and match.end() > position and (token := make(match)):
            return token, match.end()
    return None


def _stops(text: str, times: Times) -> list[int]:
    """Where the words of a document or an event end: a time of the row itself begins, or a rhythm, or ongoing work.

    A time is the row's own behind a comma, or where a word that sets a limit opens it ("trước", "chậm nhất").
    """
    opens = _opens()
    found = [match.start() for match in _TURNS.finditer(text)]
    for start in times:
        ahead = _AHEAD.search(text[:start])
        if ahead and ("," in ahead[0] or opens.match(text, start)):
            found.append(ahead.start())
    return sorted(found)


@cache
def _opens() -> re.Pattern[str]:
    """Words that set a limit; "đến" alone opens the years of a plan's title as well."""
    ends = [
        folded(phrase) for phrase, kind, *value in records("time_words.tsv") if kind == "until" and value == ["end"]
    ]
    return re.compile(rf"{any_of('before')}|{any_of('by')}|(?:{'|'.join(map(re.escape, ends))})\b")


# What stands before such a time and belongs to neither.
_AHEAD = re.compile(r"\(?,? ?(?:va |nhung )?(?:(?<=, )(?:hoan thanh|xong) (?:trong )?)?(?:trong )?$")
_TURNS = re.compile(
    r",? ?(?:va |nhung )?(?:hoan thanh (?:truoc|trong) |xong truoc |cham nhat|muon nhat|khong (?:muon|cham) (?:hon|qua)"
    r"|truoc (?:ngay )?\d{1,2} (?:hang|moi) |thuong xuyen|dinh ky)"
    r"|, ?(?:hang|moi) | va (?:hang|khi|thuong) "
)


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

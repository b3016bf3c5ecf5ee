"""What the rules of constraints are made of: patterns over the signs and words of a question, accents or none."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.constraints import Narrowing
from knowledge.questions.cues import small_phrases, small_words, soft_words
from knowledge.questions.rule_words import ROW_WORDS
from knowledge.units.mentions import UnitMention

Match = re.Match[str]
Span = tuple[int, int]
Rule = Callable[[Match, "Text"], Iterator["Found"]]
Cells = Callable[[str, Sequence[str]], int]
Rules = tuple[tuple[str, Rule], ...]  # each with its pattern


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a question with signs for what is known; which words each sign stands for.

    Args:
        states: positions of the words that say how rows stand; cued: of all words that say what is asked.
        is_half: whether a word is the end of one of the plans ("phòng trừ"), or typed without accents half of one.
        asks_so: whether it is asked if what is said is so.
        standing: where words begin that say how rows stand → where they end, and which state.
        cells: how many of some words at the beginning the cell of a field has in some row.
        breaks: positions of the words that stand behind a comma or another sign.
    """

    text: str
    spans: tuple[Span, ...]
    units: Sequence[UnitMention]
    periods: Sequence[Period]
    listed: bool
    headings: Callable[[Sequence[str]], int]
    typed: bool = True
    states: frozenset[int] = frozenset()
    cued: frozenset[int] = frozenset()
    is_half: Callable[[int], bool] = lambda _: False
    asks_so: bool = False
    standing: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    cells: Cells = lambda _field, _words: 0
    breaks: frozenset[int] = frozenset()

    def before(self, word: int) -> str:
        """The text before a word of the question."""
        sign = next((at for at, (start, _) in enumerate(self.spans) if start >= word), len(self.spans))
        return " ".join(self.text.split(" ")[:sign])

    def beside(self, word: int) -> str:
        """The text before a word of the question, back to the sign that stands before it last."""
        return self.before(word)[self.place_beside(word) :]

    def place_beside(self, word: int) -> int:
        """Where that text begins."""
        ahead = self.before(max((at for at in self.breaks if at <= word), default=0))
        return len(ahead) + bool(ahead)

    def is_broken(self, start: int, end: int) -> bool:
        """Whether a comma or another sign stands between the words of a stretch."""
        return any(start < at < end for at in self.breaks)

    def after(self, end: int) -> int:
        """Where the text goes on behind the words of the question up to one (exclusive)."""
        return len(self.before(end))

    def word_at(self, place: int) -> int:
        """The word of the question that stands at a place of the text."""
        return self.spans[self.text.count(" ", 0, place)][0]

    def words(self, match: Match, name: str | int = 0) -> Span:
        """The words of the question that a match (or a group of it) covers."""
        start, end = match.span(name)
        first = self.text.count(" ", 0, start)
        last = self.text.count(" ", 0, max(end - 1, start))
        return self.spans[first][0], self.spans[last][1]

    def is_small(self, word: int) -> bool:
        """Whether a word of the question says nothing by itself, or no more than "rows"."""
        return self.says(word, soft_words()) or self.says(word, small_words())

    def says(self, word: int, words: frozenset[str]) -> bool:
        """Whether a word of the question is one of these, folded ones."""
        at = next((i for i, (start, _) in enumerate(self.spans) if start == word), len(self.spans))
        return not words.isdisjoint(map(folded, self.text.split(" ")[at : at + 1]))

    def unit_behind(self, match: Match) -> UnitMention:
        """The unit that stands right behind a match."""
        return self.units[int(match.string[match.end() :].strip().split(" ")[0].strip("<u>"))]

    def units_in(self, match: Match) -> tuple[UnitMention, ...]:
        """The units that stand in a match."""
        return tuple(self.units[int(number)] for number in re.findall(r"<u(\d+)>", match[0]))


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule: what it says, over which words, and how much it counts."""

    narrowing: Narrowing
    start: int
    end: int
    score: float


@cache
def ready(pattern: str) -> re.Pattern[str]:
    """The pattern of a rule for whole words, compiled when a text first has its words: most questions need few."""
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")


def without_accents(pattern: str) -> str:
    """A pattern for texts that are typed without accents; its signs, capitals among them, stay."""
    return re.sub(r"[^\x00-\x7f]+", lambda found: folded(found[0]), pattern)


def either_way(pattern: str) -> dict[bool, re.Pattern[str]]:
    """A pattern for texts that are typed with accents (True), and for those without."""
    return {True: re.compile(pattern), False: re.compile(without_accents(pattern))}


def compiled(rules: Sequence[tuple[str, Rule]]) -> tuple[Rules, Rules]:
    """Rules for texts with accents, and the same for texts without."""
    return tuple(rules), tuple((without_accents(pattern), rule) for pattern, rule in rules)


def until_stop(said: str) -> tuple[str, ...]:
    """The words up to one that asks, or a sign with the small words that lead to it ("quyết định | trong <p>")."""
    words = said.split()
    end = next((i for i, word in enumerate(words) if _stops(word, *words[i + 1 : i + 2])), len(words))
    before_sign = end < len(words) and "<" in words[end]
    while before_sign and end and ((words[end - 1],) in small_phrases() or _falls_due(words[:end])):
        end -= 1
    asked = end < len(words) and folded(words[end]) in _WHICH
    while asked and end > 1 and folded(words[end - 1]) in ROW_WORDS:
        end -= 1  # "trừ báo cáo, | việc nào …"
    return tuple(words[:end])


_WHICH = frozenset({"nao", "gi"})


def _stops(word: str, after: str = "") -> bool:
    """Whether a word asks, or is a sign; "bao" without accents only before what makes it a question."""
    bare = folded(word)
    asks = bare in _STOP and word in (bare, *_ACCENTED) and (bare not in _BEFORE or folded(after) in _BEFORE[bare])
    return asks or "<" in word


def _falls_due(words: Sequence[str]) -> bool:
    return tuple(map(folded, words[-2:])) in _DUE_NEXT


_DUE_NEXT = {("den", "han"), ("toi", "han"), ("co", "han"), ("ma", "han"), ("va", "han")}
_STOP = frozenset(
    {"nao", "gi", "may", "bao", "nhieu", "khi", "la", "khong", "nhi", "vay", "the", "roi", "a", "nhe", "thoi", "chu",
     "thi"}
)  # fmt: skip
_ACCENTED = frozenset(
    {"nào", "gì", "mấy", "nhiêu", "là", "không", "nhỉ", "vậy", "thế", "rồi", "ạ", "nhé", "thôi", "thì", "chứ"}
)
# "khi có hướng dẫn" is no question, "chủ trì" no "chứ không"
_BEFORE = {"bao": ("nhieu", "gio", "lau"), "khi": ("nao", "mo"), "chu": ("khong", "ko", "k")}

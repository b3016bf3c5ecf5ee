"""Single statements with a figure inside rows and passages, and which of them a question about a figure means.

An objective cell often has several ("Tối thiểu 95% PAKN …; tỷ lệ hài lòng … 90%"). The one that is meant holds the
topic and says little else: "tỷ lệ hài lòng của người dân" is not "tỷ lệ người dân hài lòng về xử lý kiến nghị".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.model import Passage, Target, Task
from knowledge.questions.concept import Concept
from knowledge.questions.coverage import Coverage, coverage, share_covered, word_set
from knowledge.questions.cues import plain_words
from knowledge.search.words import terms

_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)?\s*%|\b(?:trên|tối thiểu|ít nhất|nhóm|top|thứ hạng|xếp thứ|xếp hạng|đứng thứ|vị trí thứ) \d",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?:^|[^\w.,/-])\d[\d.,]*\s+(?!năm\b|tháng\b|ngày\b|%)(?:[^\W\d_]{2}|m[23²³]?\b)")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_SHARE = re.compile(r"%|\b(?:phan tram|t[yi] le|chiem (?:may|bao nhieu|bn))\b")
_MULTIPLE = "(?:trieu|nghin|ngan|ty)"  # "24,5 | triệu | lượt | khách"
_CUT = re.compile(r"[;\n]|(?<!\d)[.](?!\d)")
_GOES_ON = re.compile(r"\s*(?:và\s+|còn\s+)?(?:đạt\s+|tối thiểu\s+)?\d+(?:[.,]\d+)?\s*%")
_BRIEF = 8  # words of a clause that goes on from the statement before
_CLAUSE = re.compile(r"[;\n]|,(?!\d)|\s(?:và|còn)\s(?=(?:\S+\s){0,2}\d)")
_LEVELS = frozenset({"tinh", "so", "huyen", "xa", "phong"})
_PRECISE = 0.3  # how much it counts that a statement says nothing else


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with a figure.

    Args:
        fit: how well it is what is asked, 0 to 1.
        coverage: how much it holds of the topic.
    """

    text: str
    fit: float
    coverage: Coverage


def best_statement(
    topic: Sequence[Concept], item: Task | Target | Passage, weight: Callable[[str], float]
) -> Statement | None:
    """The statement of an item that fits a topic best, or None where it has no figure."""
    texts = tuple(figures(item))
    if not texts:
        return None
    around = word_set(_beside(item, texts)).union(*map(word_set, item.section))
    asked = frozenset(word for concept in topic for form in concept.forms for word in form.bare)
    return max((_weighed(topic, asked, text, around, weight) for text in texts), key=lambda statement: statement.fit)


def _beside(item: Task | Target | Passage, texts: Sequence[str]) -> str:
    """What an item says beside its statements: of a passage no other statement, which tells of another figure."""
    said = item.task if isinstance(item, Task) else item.text
    for text in () if isinstance(item, Task) else texts:
        said = said.replace(text, " ")
    return said


def figures(item: Task | Target | Passage) -> Iterator[str]:
    """The statements of an item that have a figure."""
    texts = (item.objective, item.task, item.activity, item.result) if isinstance(item, Task) else (item.text,)
    for text in filter(None, texts):
        yield from _with_figure(text)


@lru_cache(maxsize=20_000)
def _with_figure(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" -–+•") for part in _parts(text) if _FIGURE.search(part))


def counted_in(item: Task | Target | Passage, thing: str) -> str:
    """What an item prints of how many of a thing there are to be ("Kho học liệu 300 bài giảng"); else nothing.

    Args:
        thing: the first word of what is counted, folded.
    """
    texts = (item.result, item.task, item.activity, item.objective) if isinstance(item, Task) else (item.text,)
    number = _number_of(thing)
    parts = (part.strip() for text in filter(None, texts) for part in _CUT.split(text))
    return next((part for part in parts if number.search(folded(part))), "")


@lru_cache(maxsize=64)
def _number_of(thing: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w.,/-])\d[\d.,]*\s+(?:{_MULTIPLE}\s+)?(?:\w+\s+)?{re.escape(thing)}\b")


def asks_share(words: Sequence[str]) -> bool:
    """Whether the words of a question ask for a share ("mấy phần trăm", "tỷ lệ"), which no number of things is."""
    return _SHARE.search(folded(" ".join(words))) is not None


def amount_in(item: Task | Target | Passage) -> str:
    """The product of a row where it says how many of something there are to be ("24 vận động viên"); else nothing."""
    text = item.result if isinstance(item, Task) else None
    return text if text and _AMOUNT.search(text) else ""


@lru_cache(maxsize=20_000)
def names_amount(text: str) -> bool:
    """Whether a text names an amount of something: a day, a year and the number of a document are none."""
    bare = folded(text)
    return bool(_PLAIN_FIGURE.search(_NO_AMOUNT.sub(" ", bare)))


_NO_AMOUNT = re.compile(
    r"\b(?:ngay|thang|nam|so|quy|muc|phan|dieu|khoan|phu luc|giai doan) \d[\d./-]*(?:/\S+)?|\d+(?:/\d+)*/\S+"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|^\W*\d+(?:\.\d+)*[.)]|(?:19|20)\d\d\b"
)
_PLAIN_FIGURE = re.compile(
    r"\d|\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua) (?:lan|nguoi|ngay|buoi|tuan|thang|gio|phut|bo|cai|don vi)\b"
)


def _parts(text: str) -> Iterator[str]:
    """The statements of a text; one that begins with its figure goes on from the last ("…; 20% tại cấp xã")."""
    before = ""
    for part in _CUT.split(text):
        if before and _FIGURE.search(before) and _GOES_ON.match(part) and len(part.split()) <= _BRIEF:
            before = f"{before}; {part.strip()}"
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def level_of(topic: Sequence[str]) -> tuple[str, ...]:
    """The level of offices that a topic names ("cấp xã"), or nothing."""
    pairs = pairwise(topic)
    return next((pair for pair in pairs if folded(pair[0]) == "cap" and is_level(pair[1])), ())


def is_level(word: str) -> bool:
    """Whether a word is a level of offices ("xã")."""
    return folded(word) in _LEVELS


def at_level(topic: Sequence[str], other: Sequence[str]) -> tuple[str, ...] | None:
    """A topic at the level that is all another topic says ("còn cấp xã?"), or None where either has no level."""
    old, new = level_of(topic), level_of(other)
    if not old or tuple(other) != new:
        return None
    at = next(i for i, pair in enumerate(pairwise(topic)) if pair == old)
    return (*topic[:at], *new, *topic[at + 2 :])


def figure_at(level: Sequence[str], text: str) -> str | None:
    """The clause of a statement with the figure of a level ("35% ở cấp xã"), where it has figures for several."""
    clauses = [clause.strip(" -–+•") for clause in _CLAUSE.split(text)]
    with_figure = [clause for clause in clauses if _FIGURE.search(clause)]
    if len(with_figure) < 2:
        return None
    wanted = " ".join(map(folded, level))
    found = [clause for clause in with_figure if wanted in " ".join(terms(folded(clause)))]
    return found[0] if len(found) == 1 else None


def tells_several(text: str) -> bool:
    """Whether a statement has a figure in each of several clauses ("82% ở khoa hồi sức và 75% ở các khoa còn lại")."""
    return sum(_FIGURE.search(clause) is not None for clause in _CLAUSE.split(text)) > 1


def percentage(topic: Sequence[Concept], text: str) -> float | None:
    """The one share that a statement gives for a topic, of several clauses the one that holds most of it."""
    clauses = [clause for clause in _CLAUSE.split(text) if _PERCENT.search(clause)]
    best = max(clauses, key=lambda clause: share_covered(topic, (word_set(clause),) * 3), default="")
    shares = {float(found.replace(",", ".")) for found in _PERCENT.findall(best)}
    return shares.pop() if len(shares) == 1 else None


def _weighed(
    topic: Sequence[Concept],
    asked: frozenset[str],
    text: str,
    around: frozenset[str],
    weight: Callable[[str], float],
) -> Statement:
    own = word_set(text)
    parts = (own, own, own | around)
    covered = coverage(topic, parts)
    words = _words_beside_figures(text)
    total = sum(map(weight, words))
    precise = sum(weight(word) for word in words if word in asked) / total if total else 1.0
    fit = covered.share * (1 - _PRECISE + precise * _PRECISE)
    return Statement(text, fit, covered)


@lru_cache(maxsize=20_000)
def _words_beside_figures(text: str) -> tuple[str, ...]:
    """The words of a statement that tell what its figure is of, each once."""
    words = dict.fromkeys(terms(folded(text)))
    return tuple(word for word in words if word not in plain_words("figure") and not word[0].isdigit())

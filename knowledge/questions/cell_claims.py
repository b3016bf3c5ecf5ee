"""What is said to stand in a cell, to be confirmed: how often a row is due, or what comes out of it.

"Báo cáo sự cố hằng quý phải không", "sản phẩm là quyết định đúng không". The words of the cell are the claim and tell
no row.
"""

import re
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.asked_at_length import PAPER
from knowledge.questions.closings import closes_with_no, without_talk
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.idle_words import hard_words
from knowledge.questions.once import once
from knowledge.questions.query import Claim
from knowledge.questions.rule_words import FIELDS
from knowledge.questions.spans import Spans
from knowledge.questions.speakers import interrogates

_RHYTHM = re.compile(r"(?:dinh ky )?(?:hang|moi) (?P<spell>tuan|thang|quy|nam)(?!\S)|(?:lam )?thuong xuyen")
_LEADS = frozenset({"la", "phai", "gom", "chi", "ghi"})  # between "sản phẩm" and what it is said to be
_ASKED = ("list", "count", "who", "whom", "what", "table", "share", "compare")


@once
def cell_claim(spans: Spans) -> Claim | None:
    """What is said to stand in a cell of the row; None where nothing of the kind is to be confirmed."""
    openly = closes_with_no(spans.words)
    if not (spans.asks_so() or openly) or spans.has(*_ASKED) or spans.narrowing.where:
        return None
    claim = _blank(spans) or _product(spans) or (_rhythm(spans) if _asks_only_so(spans) else None)
    if claim and openly and not spans.asks_so():
        claim = replace(claim, openly=True)
    hard = hard_words(spans)
    told = claim is not None and (not claim.taken.issuperset(hard) or spans.earlier.of_row)
    return claim if told else None


def _asks_only_so(spans: Spans) -> bool:
    """Whether nothing but a yes or no is asked; behind an interrogative a particle asks nothing ("bao nhiêu hả")."""
    return spans.has("check") or (spans.asks_so() and not interrogates(spans.words))


def _blank(spans: Spans) -> Claim | None:
    """A field that is said to be left open ("chưa có hạn đúng không", "không ghi ai phối hợp à")."""
    if not spans.asks_so():
        return None
    bare = list(map(folded, spans.words))
    for at in range(len(bare) - 1):
        if not spans.denies(at) or bare[at + 1] not in _HAS:
            continue
        near = [cue for cue in spans.cues if at < cue.start <= at + _NEAR and cue.kinds & set(_FIELDS)]
        if near:
            field = next(_FIELDS[kind] for kind in _FIELDS if kind in near[0].kinds)
            return Claim(blank=field, taken=frozenset(range(at, near[0].end)))
        if money := _money_ends(spans, at + 1):
            return Claim(blank="budget", taken=frozenset(range(at, money)))
    return None


def _money_ends(spans: Spans, start: int) -> int:
    """Where a word for money ends that stands near; 0 where there is none: by itself it asks nothing, and is no cue."""
    near = " ".join(spans.words[start : start + _NEAR])
    found = _MONEY[spans.utterance.accented].search(near)
    return start + len(near[: found.end()].split()) if found else 0


_MONEY = either_way(rf"(?<!\S)(?:{FIELDS['budget']})(?!\S)")


_HAS = frozenset({"co", "ghi", "neu", "ro", "xac", "an", "de"})
_NEAR = 5  # words from a negation to the field that it is of
_FIELDS = {
    "when": "deadline",
    "coordinate": "coordinate",
    "lead": "lead",
    "result": "result",
    "budget": "budget",
    "due": "deadline",
}


def _rhythm(spans: Spans) -> Claim | None:
    """How often a row is said to be due; what it is said not to be ("không phải hằng quý") claims nothing."""
    said, taken, rhythm = " ".join(map(folded, spans.words)), set[int](), ""
    for found in _RHYTHM.finditer(said) if not spans.periods else ():
        start = said.count(" ", 0, found.start())
        denied = _denied_from(spans, start)
        taken.update(range(start if denied is None else denied, start + len(found[0].split())))
        if denied is None:
            rhythm = rhythm or found["spell"] or "ongoing"
    return Claim(rhythm=rhythm, taken=frozenset(taken)) if rhythm else None


def _denied_from(spans: Spans, start: int) -> int | None:
    """Where a negation begins that leads up to a place ("chứ không phải | hằng tháng"); None where none does."""
    while start and folded(spans.words[start - 1]) in _LEADS | _LEADS_TO:
        start -= 1
    if not start or not spans.denies(start - 1):
        return None
    return start - 1 - (start > 1 and folded(spans.words[start - 2]) in _BUT)


_BUT = frozenset({"chu", "ma", "va"})


_LEADS_TO = frozenset({"lam", "co", "duoc", "can", "thuc", "hien", "bao", "cao", "dinh", "ky", "den", "vao"})


def _product(spans: Spans) -> Claim | None:
    """What is said to come out of a row."""
    cue = next((cue for cue in spans.cues if "result" in cue.kinds), None)
    if spans.has("when"):
        return None
    if cue is None:
        return _enough(spans)
    start = cue.end
    while start < len(spans.words) and folded(spans.words[start]) in _LEADS:
        start += 1
    ends = (other.start for other in spans.cues if other.start > start and other.kinds & {"check", "tail"})
    end = min(ends, default=len(spans.words))
    if closes_with_no(spans.words):
        end = min(end, without_talk(spans.words) - 1)
    if start == cue.end or end <= start:
        return None
    said = tuple(map(folded, spans.words[start:end]))
    return Claim(product=said, taken=frozenset(range(cue.start, end)))


def _enough(spans: Spans) -> Claim | None:
    """The paper that is said to be enough for a row to be done ("điều tra xong | chỉ cần biên bản thôi đúng không").

    What is no paper may be who does it, how often, or how ("chỉ cần nông dân tham gia").
    """
    bare, accented = list(map(folded, spans.words)), spans.utterance.accented
    found = _ENOUGH[accented].search(" ".join(spans.words if accented else bare))
    if found is None:
        return None
    begins, start = (found.string.count(" ", 0, found.start(group)) for group in (0, "paper"))
    if begins and spans.denies(begins - 1):
        return None
    ends = (cue.start for cue in spans.cues if cue.start > start and cue.kinds & {"check", "tail"})
    end = min((*ends, *(at for at in range(start, len(bare)) if bare[at] == "thoi"), len(bare)))
    others = {unit.start for unit in spans.units} | {period.start for period in spans.periods}
    if not others.isdisjoint(range(start, end)) or not 0 < end - start <= _LONGEST:
        return None
    behind = range(end, end + (bare[end : end + 1] == ["thoi"]))
    return Claim(product=tuple(bare[start:end]), taken=frozenset((*range(begins, end), *behind)), alone=True)


_HANDED = "(?:có|nộp|nạp|ra|làm|trình|gửi|viết|lập)"
_ENOUGH = either_way(rf"(?<!\S)chỉ (?:cần|phải) (?:{_HANDED} )*(?P<paper>{PAPER})(?!\S)")
_LONGEST = 4  # words of a product that is claimed

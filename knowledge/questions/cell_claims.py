"""What is said to stand in a cell, to be confirmed: how often a row is due, or what comes out of it.

"Báo cáo sự cố hằng quý phải không", "sản phẩm là quyết định đúng không". The words of the cell are the claim and tell
no row.
"""

import re
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.closings import closes_with_no
from knowledge.questions.cues import soft_words
from knowledge.questions.query import Claim
from knowledge.questions.spans import Spans

_RHYTHM = re.compile(r"(?:dinh ky )?(?:hang|moi) (?P<spell>tuan|thang|quy|nam)(?!\S)|(?:lam )?thuong xuyen")
_LEADS = frozenset({"la", "phai", "gom", "chi"})  # between "sản phẩm" and what it is said to be
_ASKED = ("list", "count", "who", "whom", "what", "table", "share", "compare")


def cell_claim(spans: Spans) -> Claim | None:
    """What is said to stand in a cell of the row; None where nothing of the kind is to be confirmed."""
    openly = closes_with_no(spans.words)
    if not (spans.asks_so() or openly) or spans.has(*_ASKED) or spans.narrowing.where:
        return None
    claim = _blank(spans) or _product(spans) or (_rhythm(spans) if spans.asks_so() else None)
    if claim and openly and not spans.asks_so():
        claim = replace(claim, openly=True)
    hard = [i for i in spans.rest if folded(spans.words[i]) not in soft_words()]
    told = claim is not None and (not claim.taken.issuperset(hard) or spans.earlier.of_row)
    return claim if told else None


def _blank(spans: Spans) -> Claim | None:
    """A field that is said to be left open ("chưa có hạn đúng không", "không ghi ai phối hợp à")."""
    if not spans.asks_so():
        return None
    bare = list(map(folded, spans.words))
    for at in range(len(bare) - 1):
        if bare[at] not in _NOT or bare[at + 1] not in _HAS:
            continue
        near = [cue for cue in spans.cues if at < cue.start <= at + _NEAR and cue.kinds & set(_FIELDS)]
        if near:
            field = next(_FIELDS[kind] for kind in _FIELDS if kind in near[0].kinds)
            return Claim(blank=field, taken=frozenset(range(at, near[0].end)))
    return None


_NOT, _HAS = frozenset({"khong", "ko", "chua"}), frozenset({"co", "ghi", "neu", "ro", "xac", "an", "de"})
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
    """How often a row is said to be due."""
    said = " ".join(map(folded, spans.words))
    found = _RHYTHM.search(said) if not spans.periods else None
    if not found:
        return None
    start = said.count(" ", 0, found.start())
    return Claim(rhythm=found["spell"] or "ongoing", taken=frozenset(range(start, start + len(found[0].split()))))


def _product(spans: Spans) -> Claim | None:
    """What is said to come out of a row."""
    cue = next((cue for cue in spans.cues if "result" in cue.kinds), None)
    if cue is None or spans.has("when"):
        return None
    start = cue.end
    while start < len(spans.words) and folded(spans.words[start]) in _LEADS:
        start += 1
    ends = (other.start for other in spans.cues if other.start > start and other.kinds & {"check", "tail"})
    end = min(ends, default=len(spans.words) - closes_with_no(spans.words))
    if start == cue.end or end <= start:
        return None
    said = tuple(map(folded, spans.words[start:end]))
    return Claim(product=said, taken=frozenset(range(cue.start, end)))

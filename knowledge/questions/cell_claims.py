"""What is said to stand in a cell, to be confirmed: how often a row is due, or what comes out of it.

"Báo cáo sự cố hằng quý phải không", "sản phẩm là quyết định đúng không". The words of the cell are the claim and tell
no row.
"""

import re

from knowledge.language.text import folded
from knowledge.questions.cues import soft_words
from knowledge.questions.query import Claim
from knowledge.questions.spans import Spans

_RHYTHM = re.compile(r"(?:dinh ky )?(?:hang|moi) (?P<spell>tuan|thang|quy|nam)(?!\S)|(?:lam )?thuong xuyen")
_LEADS = frozenset({"la", "phai", "gom", "chi"})  # between "sản phẩm" and what it is said to be
_ASKED = ("list", "count", "who", "whom", "what", "table", "share", "compare")


def cell_claim(spans: Spans) -> Claim | None:
    """What is said to stand in a cell of the row; None where nothing of the kind is to be confirmed."""
    if not spans.asks_so() or spans.has(*_ASKED) or spans.narrowing.where:
        return None
    claim = _product(spans) or _rhythm(spans)
    hard = [i for i in spans.rest if folded(spans.words[i]) not in soft_words()]
    told = claim is not None and (not claim.taken.issuperset(hard) or spans.earlier.of_row)
    return claim if told else None


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
    end = min(ends, default=len(spans.words))
    if start == cue.end or end <= start:
        return None
    said = tuple(map(folded, spans.words[start:end]))
    return Claim(product=said, taken=frozenset(range(cue.start, end)))

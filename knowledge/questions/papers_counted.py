"""Documents that are counted, or plans that are asked for, and that somebody has to make.

"Mấy kế hoạch Sở X phải dựng xong trong tháng 12", "những kế hoạch nào phải xây dựng xong": they are rows, and none of
the plans that were handed in, of which "có mấy kế hoạch" asks. What they are is the topic, however little it tells
elsewhere; the verb behind "phải" says no more than that they are to be made.
"""

import re
from collections.abc import Sequence

from knowledge.deadlines.grains import CALENDAR
from knowledge.language.text import folded
from knowledge.questions.cues import Cue
from knowledge.questions.rule_words import HOW_MANY, MUST, PAPERS

_PAPER = re.compile(rf"(?P<one>(?:ban|cai|bo|to|loai|cuon) )?(?P<paper>{folded(PAPERS)})(?!\S)")
_DUE = frozenset({"due", "until", "soon", "overdue"})
_OTHER = frozenset({"who", "when", "result", "share", "objective"})
_OFTEN = re.compile(r"\b(?:moi|hang|tung|mot) (?:nam|quy|thang|tuan)\b")
_TIMES = CALENDAR - {"nam"}
# of a plan, which is else one of those that were handed in
_MAKES = frozenset({"lap", "ra", "dung", "soan", "nop", "trinh", "ban"})
_VERB = 3  # words from "phải" to "mấy", or of what has to be done


def papers_counted(cues: Sequence[Cue], words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues, "mấy" in front of documents that are to be made as one that counts, and no other in its place."""
    bare = list(map(folded, words))
    at = next((i for i, word in enumerate(bare) if word in HOW_MANY and _paper_at(bare, i + 1)), None)
    if at is None:
        return _plans_listed(cues, bare)
    if any("basis" in cue.kinds and cue.start <= at < cue.end for cue in cues):
        return tuple(cues)  # "căn cứ mấy quyết định" counts what a plan goes by; "căn" is no "cần" either
    first, paper = at - (bare[at - 1 : at] == ["bao"]), _paper_at(bare, at + 1)
    kept = [cue for cue in cues if cue.end <= first or cue.start >= paper.stop]
    if not _to_be_made(kept, bare, at):
        return tuple(cues)
    return tuple(sorted((*kept, Cue(frozenset({"count"}), first, paper.start)), key=lambda cue: cue.start))


def _plans_listed(cues: Sequence[Cue], bare: Sequence[str]) -> tuple[Cue, ...]:
    """The same where plans that are to be made are asked for ("những | kế hoạch nào | phải xây dựng xong")."""
    at = next((i for i in range(len(bare)) if bare[i : i + 3] in _PLANS), None)
    if at is None:
        return tuple(cues)
    first, which = at - (bare[at - 1 : at] in _MANY), at + 2
    kept = [cue for cue in cues if cue.end <= first or cue.start > which]
    if not _to_be_made(kept, bare, at - 1):
        return tuple(cues)
    return tuple(sorted((*kept, Cue(frozenset({"list"}), which, which + 1)), key=lambda cue: cue.start))


_PLANS, _MANY = (["ke", "hoach", "nao"], ["ke", "hoach", "gi"]), (["nhung"], ["cac"])


def paper_of(cues: Sequence[Cue], words: Sequence[str]) -> tuple[range, range]:
    """Where the document stands that is counted, and where the verb behind "phải" may stand; nowhere where none is."""
    bare = list(map(folded, words))
    counts = (c for c in cues if c.kinds == {"count"} and not HOW_MANY.isdisjoint(bare[c.start : c.end]))
    paper = next(filter(None, (_paper_at(bare, cue.end) for cue in counts)), None) or _paper_listed(cues, bare)
    must = next((i for i in range(paper.stop, len(bare)) if bare[i] in MUST), len(bare))
    end = next((i for i in range(must + 1, len(bare)) if bare[i] not in _MADE), len(bare))
    return paper, range(must, end) if paper else range(0)


def _paper_listed(cues: Sequence[Cue], bare: Sequence[str]) -> range:
    starts = (c.start for c in cues if c.kinds == {"list"} and c.end == c.start + 1)
    return next((range(at - 2, at) for at in starts if bare[at - 2 : at + 1] in _PLANS), range(0))


# what "phải" makes of any document; another verb says which ones ("mấy quyết định phải | khen thưởng")
_MADE = frozenset({"ra", "lam", "lap", "dung", "xay", "soan", "thao", "viet", "ban", "hanh", "trinh", "nop", "gui",
                   "giao", "hoan", "thanh", "xong", "co", "duoc", "len", "het", "ngay", "luon"})  # fmt: skip


def _paper_at(bare: Sequence[str], at: int) -> range:
    """The words of a document that begins at a place, without the one by which such things are counted ("bản")."""
    found = _PAPER.match(" ".join(bare[at:]))
    if found is None:
        return range(0)
    first = at + bool(found["one"])
    return range(first, first + len(found["paper"].split()))


def _to_be_made(cues: Sequence[Cue], bare: Sequence[str], at: int) -> bool:
    """Whether it is said that the work has to be done, and neither a field is asked nor how often in a time."""
    must = MUST.intersection(bare[max(at - _VERB - 1, 0) :])
    due = any(cue.kinds & _DUE and cue.start > at for cue in cues)
    if bare[at + 1 : at + 3] == ["ke", "hoach"]:  # that is to be drawn up, or due in a time: else it was handed in
        must = must if not _MAKES.isdisjoint(bare) else must & set()
        due = due and not _TIMES.isdisjoint(bare)
    often = _OFTEN.search(" ".join(bare))
    return bool(must or due) and not often and not any(cue.kinds & _OTHER for cue in cues)

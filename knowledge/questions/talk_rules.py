"""Whether words beside a courtesy are talk as well: told by what they are, not by a list that has to be complete."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.cue_uses import COURTESIES, TALK
from knowledge.questions.cues import plain_phrases, says_nothing
from knowledge.questions.spans import Spans

_OF_TALK = frozenset({"filler", "tail", "opening", "soft", "light", "again", "back", *TALK})


def goes_on_talking(spans: Spans) -> bool:
    """Whether what comes with a courtesy asks nothing and holds no two words side by side as plans have them.

    "Cảm ơn nhé, vất vả rồi" goes on with talk, and so does whoever praises ("cảm ơn, trả lời nhanh quá"); "chào em, chữ
    ký số" names a topic.
    """
    timed = any(p.first != p.last or _in_figures(spans, p) for p in spans.periods)  # "hôm nay" is no window
    if timed or not only_talks(spans) or spans.units or spans.scope.named or not _is_courteous(spans):
        return False
    praises = _PRAISES.intersection(spans.words[-_LAST:]) or _WISHES.intersection(spans.words)
    if spans.has("thanks") and praises:
        return True
    pairs = [spans.words[a : b + 1] for a, b in pairwise(spans.rest) if b == a + 1]
    return not any(spans.lookup.beside(*pair) is not None and not says_nothing(pair) for pair in pairs)


_PRAISES = frozenset(
    ["quá", "qua", "ghê", "ghe", "lắm", "lam", "thật", "that", "dữ", "phết", "phet", "thế"]
)  # what closes an exclamation
_WISHES = frozenset({"chúc", "chuc"})  # "chúc đồng chí buổi tối vui vẻ"
_LAST = 2  # words, a particle may stand behind


def only_talks(spans: Spans, *small: str) -> bool:
    """Whether no cue asks for anything or narrows it, beside those of kinds that are small here."""
    return all(cue.kinds <= _OF_TALK.union(small) for cue in spans.cues)


def _is_courteous(spans: Spans) -> bool:
    """Whether a courtesy was typed, and no other word taken for one ("zalo" is no slip of "alo" here)."""
    mended = {word for _, word in spans.utterance.mended}
    said = [spans.words[cue.start : cue.end] for cue in spans.cues if cue.kinds & set(COURTESIES)]
    return any(mended.isdisjoint(words) for words in said)


def _in_figures(spans: Spans, period: Period) -> bool:
    return any(word[0].isdigit() for word in spans.words[period.start : period.end])


def asks_who_it_is(words: Sequence[str]) -> bool:
    """Whether it is asked who the bot is ("m la ai v", "bot tên gì"): behind a pronoun, or a letter for one."""
    bare = [folded(word) for word in words]
    last = range(max(len(bare) - _ASKING, 1), len(bare))
    ends = [at for at in last if " ".join(bare[at:]).startswith(_WHO)]
    known = {folded(phrase[0]) for phrase in plain_phrases("speaker") if len(phrase) == 1} | _YOU if ends else _YOU
    return any(all(word in known or len(word) == 1 for word in bare[:at]) for at in ends)


_YOU = frozenset({"may", "cau", "mi", "bot", "bay", "nguoi", "thang", "nay", "cai", "vay", "the", "ad", "admin", "oi"})
_WHO = ("la ai", "ten gi", "ten la gi", "la con gi", "la cai gi", "la thang nao", "la cai chi")
_ASKING = 5  # words from "là ai" to the end

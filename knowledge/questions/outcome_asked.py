"""Whether what comes out of a row is asked, and not which rows stand in a state or fall due in a time.

"Xong rồi thì phải ra được cái gì" says no state, and a time or a state that is told in front of what is asked at the
end is of the row ("… hạn đầu tháng 12 ấy, phải nộp gì").
"""

from knowledge.language.text import folded
from knowledge.questions.cue_uses import TALK
from knowledge.questions.idle_words import hard_words
from knowledge.questions.query import Intent
from knowledge.questions.spans import Spans


def outcome_at_last(spans: Spans) -> Intent | None:
    """What there has to be once a row is done ("xong rồi thì phải ra được cái gì"): its product, and no state."""
    ends = [cue.end for cue in spans.cues if "done" in cue.kinds]
    done = max((*ends, *(at + 1 for at, word in enumerate(spans.words) if folded(word) == "xong")), default=0)
    asked = max((cue.start for cue in spans.cues if cue.kinds & {"result", "what", "list"}), default=0)
    between = set(map(folded, spans.words[done : asked + 1]))
    rows = spans.units or spans.periods or spans.begins_with_work() or spans.has("count")
    goes_on = (spans.has("result") and not spans.rest) or not between.isdisjoint(_OUTCOME)
    return Intent.RESULT if 0 < done <= asked and goes_on and not rows else None


_OUTCOME = frozenset({"thi", "phai", "duoc", "can", "co"})  # between "làm xong" and "gì"


def closes_with_the_outcome(spans: Spans) -> Intent | None:
    """What comes out, asked at the end of a row that was told in full, whatever time or state was told beside it."""
    asked = [cue for cue in spans.cues if not cue.kinds <= _SMALL_WORDS]
    last = asked[-1] if asked else None
    if last is None or "result" not in last.kinds or spans.has("list", "table") or spans.begins_with_work():
        return None
    bare = {folded(word) for word in spans.words[last.start : last.end]}
    hard = [i for i in hard_words(spans) if i < last.start]
    behind = any(i >= last.end for i in spans.rest)
    return Intent.RESULT if bare & _ASKING and len(hard) >= _TOLD and not behind else None


_SMALL_WORDS = frozenset({"filler", "tail", "light", "soft", "keep", "opening", "again", "back", "check", *TALK})
_ASKING = frozenset({"gi", "nao", "j"})
_TOLD = 2  # words that tell a row

"""Which cues each intent makes use of; a cue that it does not use goes back to the topic."""

from collections.abc import Iterable, Sequence

from knowledge.questions.cues import Cue
from knowledge.questions.query import FACTS, Intent

COURTESIES = ("greeting", "thanks", "bye")
TALK = (*COURTESIES, "help")
ALWAYS = {
    "who",
    "what",
    "filler",
    "tail",
    "light",
    "this_plan",
    "back",
    "again",
    "opening",
    "check",
    "compare",
    "all_plans",
    *TALK,
}
LISTING = {
    "list",
    "count",
    "due",
    "soon",
    "overdue",
    "open",
    "done",
    "doing",
    "lead",
    "coordinate",
    "duty",
    "until",
    "table",
    "when",
    "part",
    "about",
}
USES: dict[Intent, set[str]] = {
    Intent.LEAD: {"lead"},
    Intent.COORDINATE: {"coordinate", "lead"},
    Intent.DEADLINE: {"when", "due", "soon", "issued", "years"},
    Intent.RESULT: {"result", "what"},
    Intent.TARGET: {"share", "objective", "what"},
    Intent.BUDGET: {"budget", "what"},
    Intent.STATE: {"overdue", "open", "doing", "done", "in_time", "due", "soon", "when"},
    Intent.COUNT: {"share"},
    Intent.DUTY: {"duty", "list", "lead", "what"},
    Intent.PASSAGE: {"about", "whom", "what", "list", "title"},
    Intent.GENERAL: {"what", "list"},
    Intent.FACTS: {*FACTS, "plans", "what"},
    Intent.PLANS: {"plans", "list", "what", "count"},
    Intent.MEANING: {"meaning", "what", "list"},
    Intent.SMALLTALK: {"list", "what", "about"},
}


def settled(found: Sequence[Cue], size: int) -> tuple[Cue, ...]:
    """The cues, particles only where they open or close the question ("thế …", "… đi", "… nha")."""
    kept = []
    end, talked = size, _talked(found)
    for cue in reversed(found):
        opens = ("opening" in cue.kinds and cue.start == 0) or cue.end <= talked
        if not cue.kinds <= {"tail", "opening"} or opens or ("tail" in cue.kinds and cue.end == end):
            kept.append(cue)
        end = cue.start if cue.end == end else end
    return tuple(reversed(kept))


def _talked(found: Sequence[Cue]) -> int:
    """Where the run of small words ends that opens a question ("dạ cho em hỏi giúp …")."""
    end = 0
    for cue in found:
        if cue.start != end or not cue.kinds & _OPENING:
            break
        end = cue.end
    return end


_OPENING = frozenset({"filler", "tail", *COURTESIES})


def gap(cues_: Iterable[Cue], anchors: Iterable[Cue]) -> int:
    """The fewest words between one of the cues and one of the anchors."""
    pairs = [(a, b) for a in cues_ for b in anchors]
    return min(max(a.start - b.end, b.start - a.end, 0) for a, b in pairs)

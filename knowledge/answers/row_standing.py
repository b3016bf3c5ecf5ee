"""How a row stands, where that is asked of it: its state in force, by the register, for the time that is said."""

from knowledge.answers.ask import Ask
from knowledge.reply import Citation
from knowledge.wording.states import state_said

_LATE = frozenset({"overdue", "due", "in_time", "soon"})


def standing_value(ask: Ask, citation: Citation) -> str:
    """The state of a row, in words; empty of what is no row of the register."""
    entry = ask.register.find(citation.ref)
    if entry is None:
        return ""
    spans = [(time.first, time.last) for time in ask.query.periods]
    entry = entry.narrowed(spans) if spans and entry.within(spans) else entry
    late = any(cue.kinds & _LATE for cue in ask.query.cues)
    return state_said(entry.state, entry.progress, entry.due, ask.context.today, late=late, past=entry.past)

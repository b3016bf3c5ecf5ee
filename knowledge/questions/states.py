"""The states that words ask for: "chưa xong" is whatever is left to do, "quá hạn" only what is late."""

from knowledge.model import State
from knowledge.tasks.standing import CLOSED, DONE

# by the kind of cue; the values of `State` that rows may be in
STATES: dict[str, tuple[str, ...]] = {
    "overdue": (State.OVERDUE.value,),
    "open": tuple(state.value for state in State if state not in CLOSED),
    "done": tuple(state.value for state in State if state in DONE),
    "doing": (State.IN_PROGRESS.value,),
}

"""Questions asked of a snapshot as one conversation, on a day in the year of the plans that `builders` makes."""

from collections.abc import Mapping
from datetime import date

from knowledge.answers.answer import Answer, Context, Conversation, answer
from knowledge.library.snapshot import Snapshot
from knowledge.model import Progress, Task

TODAY = date(2027, 3, 1)


def ask(snapshot: Snapshot, *turns: str, today: date = TODAY, progress: Mapping[str, Progress] | None = None) -> Answer:
    """What is answered to the last of the turns."""
    context, conversation = Context(today=today, progress=progress or {}), Conversation()
    for turn in turns:
        said, conversation = answer(turn, snapshot, conversation=conversation, context=context)
    return said


def stts(said: Answer) -> list[str]:
    """The printed numbers of the rows that an answer cites."""
    return [citation.item.stt for citation in said.cited if isinstance(citation.item, Task)]


def numbers(said: Answer) -> str:
    """The same in order and as one text ("137"), for tables of cases whose rows have one figure each."""
    return "".join(sorted(stts(said)))

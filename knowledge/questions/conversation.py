"""What is remembered from one turn to the next: the whole query, and what the answer showed, as one value.

What a new turn takes of it is worked out in `patches`. A conversation may begin with a message that shows rows and
answers no question, a reminder: then it has rows and no query.
"""

from dataclasses import dataclass, replace
from datetime import date

from knowledge.questions.query import LISTS, Intent, Query, names_nothing
from knowledge.reply import Answer

_MOST_PAST = 5  # answers that somebody goes back to
MOST_SHOWN = 200  # rows of a list that are remembered; nobody points at a later one


@dataclass(frozen=True, slots=True)
class Conversation:
    """One person's last turns, or what a message shows; a new one is empty.

    Args:
        query: of the last turn, with what it took from those before.
        plans: stems of the plans that were named; positions change when plans are reloaded.
        shown: refs of what the last answer showed, in its order; the first is the one that answered.
        past: refs of the rows that answered the turns before, the latest first.
        listed: refs of the last list, whose rows may be pointed at by their place; an entry without a row is "".
        abstained: whether the last turn was not answered.
        offered: questions that a bare number chooses from.
        beside: the query before the last, where both asked for a list.
        told: the clause in which somebody told where they work.
        doubted: whether it was asked back which of several rows is meant.
    """

    query: Query | None = None
    plans: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    abstained: bool = False
    offered: tuple[str, ...] = ()
    beside: Query | None = None
    told: str = ""
    doubted: bool = False

    @property
    def intent(self) -> Intent | None:
        """What was asked."""
        return self.query.intent if self.query else None

    @property
    def topic(self) -> tuple[str, ...]:
        """What was talked about."""
        return self.query.topic if self.query else ()

    @property
    def until(self) -> date | None:
        """The last day of the time that was talked of."""
        return self.query.period.last if self.query and self.query.period else None

    @property
    def year(self) -> int | None:
        """The year of the time that was talked of."""
        return self.until.year if self.until else None


def about(refs: tuple[str, ...]) -> Conversation:
    """The conversation that begins with a message which shows these rows, "" for an entry that is none."""
    return Conversation(shown=tuple(filter(None, refs)), listed=refs)


def remember(query: Query, answer: Answer, stems: tuple[str, ...], before: Conversation) -> Conversation:
    """The conversation after an answer.

    Args:
        stems: the plans that the query named.
    """
    if query.intent in (Intent.SMALLTALK, Intent.MEANING, Intent.UNITS):
        return before
    listed = tuple(citation.ref if citation else "" for citation in answer.citations(MOST_SHOWN))
    shown = tuple(dict.fromkeys(filter(None, listed))) or ((answer.about.ref,) if answer.about else ())
    stayed = names_nothing(query)
    new = len(listed) > 1 or (listed and query.intent in LISTS)
    of_plans = query.intent is Intent.PLANS or query.scope.missing is not None
    return Conversation(
        query=replace(query, topic=before.topic) if stayed and query.row is None else query,
        plans=() if query.every_plan else stems or before.plans,
        shown=shown or (before.shown if stayed else ()),
        past=_past(before),
        listed=listed if new else before.listed if stayed else (),
        abstained=answer.abstained and query.row is None and answer.about is None,
        offered=tuple(choice.question for choice in answer.choices) if of_plans else (),
        beside=before.query if query.intent in LISTS and before.intent in LISTS else None,
        doubted=answer.tentative and query.intent not in LISTS and len(listed) > 1,
    )


def _past(before: Conversation) -> tuple[str, ...]:
    """The rows that answered the turns up to the one before; a list answers by none."""
    told = () if before.abstained or before.intent in LISTS else before.shown[:1]
    return tuple(dict.fromkeys((*told, *before.past)))[:_MOST_PAST]

"""A turn behind a list that opens with another time and names a matter: "quý 3 cột đèn", "tháng 9 quà Trung thu"."""

from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import written_soft_words
from knowledge.questions.once import once
from knowledge.questions.query import Intent
from knowledge.questions.spans import Spans
from knowledge.questions.unknown_units import are_letters, unknown_unit


@once
def turns_to_a_time(spans: Spans) -> bool:
    """Whether behind a list a time within the year opens a turn that only names a matter, in few words.

    What asks, counts or names a unit or a plan is understood by itself.
    """
    left = _left(spans)
    return 0 < len(left) <= _FEW and not written_soft_words().issuperset(left)


def may_go_on(spans: Spans, intent: Intent) -> bool:
    """Whether it may be the list before, asked of another unit ("còn Vụ Thư viện?")."""
    goes_on = spans.has("again", "opening") or turns_to_a_time(spans)
    return intent is Intent.GENERAL and spans.earlier.listed and goes_on


def strange_unit_of(spans: Spans, intent: Intent, topic: list[int], *, listed: bool) -> str | None:
    """A unit that no plan has; none where a matter stands beside a time ("quý 3 trạm kiểm lâm")."""
    matter = intent is Intent.GENERAL and turns_to_a_time(spans)
    counted = intent is Intent.COUNT and are_letters([spans.words[at] for at in topic])
    asked = (listed or counted or may_go_on(spans, intent)) and not matter
    return unknown_unit(spans, topic, opens=not listed) if asked else None


def in_another_time(spans: Spans, intent: Intent) -> bool:
    """Whether the list before goes on in a time of its own, whatever is said beside it ("thế trồng cây quý 3 thì sao").

    Taken for words of a topic the time would be looked for in the rows of the time before, and nothing be found.
    """
    return may_go_on(spans, intent) and any(time.finer and not time.doubt for time in spans.periods)


def _left(spans: Spans) -> list[str]:
    """What stands behind the time that opens such a turn; nothing where it is none."""
    opening = next((time for time in spans.periods if time.finer and not time.doubt and time.start == 0), None)
    other = len(spans.periods) > 1 or spans.units or spans.scope.named
    if not spans.earlier.listed or opening is None or other or any(not cue.kinds <= LITTLE for cue in spans.cues):
        return []
    said = {i for cue in spans.cues for i in range(cue.start, cue.end)}
    return [word for i, word in enumerate(spans.utterance.topical) if i >= opening.end and i not in said]


_FEW = 5  # words of a matter

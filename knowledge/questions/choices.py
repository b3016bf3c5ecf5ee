"""Two units of which one is to be told ("văn phòng lo hay thanh tra lo"), one of them perhaps called as no unit is.

"Công an lo hay quân sự lo" names one unit, and what stands where the other would is its name and no topic. "X chủ trì
hay phối hợp" offers two roles of one unit, "… hay không" none.
"""

from knowledge.language.text import folded
from knowledge.questions.once import once
from knowledge.questions.spans import Spans
from knowledge.units.mentions import UnitMention


def choice_of_units(spans: Spans) -> tuple[UnitMention, ...]:
    """The two units of which one is to be told ("kiểm tra công vụ là văn phòng hay thanh tra"); else none.

    What is said of both may stand behind each ("văn phòng soạn hay thanh tra soạn").
    """
    if len(spans.units) != _TWO or spans.has("list", "count", "compare"):
        return ()
    first, second = spans.units
    between = [folded(word) for word in spans.words[first.end : second.start]]
    alike = [word for word in between if word not in _OR] == [folded(spans.words[at]) for at in said_again(spans)]
    return spans.units if "hay" in between and alike else ()


def said_again(spans: Spans) -> range:
    """The words behind the second of two units that are said of the first as well ("… soạn hay thanh tra | soạn")."""
    first, second = spans.units
    does = [word for word in map(folded, spans.words[first.end : second.start]) if word not in _OR]
    return range(second.end, min(second.end + len(does), len(spans.words)))


@once
def half_choice(spans: Spans) -> range:
    """The words of the one of two that is no unit that is known; none where one unit is not offered beside another.

    Either the same is said of both ("công an lo | hay quân sự lo"), or the one that is known ends what is said of the
    other ("huyện mình làm chính hay | Sở A").
    """
    if len(spans.units) != 1 or spans.has("who", "list", "count", "compare"):
        return range(0)
    bare, unit = list(map(folded, spans.words)), spans.units[0]
    for at in (at for at, word in enumerate(bare) if word == "hay"):
        ahead, behind = bare[unit.end : at], bare[at + 1 :]
        if 0 < len(ahead) <= _VERB and unit.end <= at:
            size = next((n for n in range(1, _NAME + 1) if behind[n : n + len(ahead)] == ahead), 0)
            return range(at, at + 1 + size + len(ahead)) if size else range(0)
        roles = (cue for cue in spans.cues if cue.kinds & {"lead", "coordinate"} and cue.end == at)
        if at < unit.start and _OR.issuperset(bare[at : unit.start]) and (role := next(roles, None)):
            begins = max((one for one in spans.utterance.breaks if one <= role.start), default=0)
            return range(begins if role.start - begins <= _NAME else role.start, unit.start)
    return range(0)


_VERB = 3  # words of what is said of both
_NAME = 4  # words that a unit may be called by
_TWO = 2
_OR = frozenset({"hay", "la", "do", "ben", "phia", "phai", "may", "cac", "nhung"})

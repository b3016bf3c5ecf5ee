"""Offices called by a word for a side and what they do: "bên nước", "chỗ bảo trợ", "phía xe buýt".

What is said has to stand in the field of one office alone, or in the title of its plan; of one word, or of a title,
nothing else may follow: "bên vận tải hành khách" may be a topic where "vận tải" is a field.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.language.text import canonical, folded, nfc
from knowledge.questions.plan_around import Around, Hint
from knowledge.questions.plan_calls import Calls
from knowledge.units.name_words import is_place_of_work

OURS = frozenset({"gom", "minh", "ta", "toi", "em", "chung", "nha", "ni", "nay"})
_SIDES = frozenset({"ben", "phia"})
_LONGEST = 4  # words of a field, or of a title


def with_sides_said(text: str, calls: Calls) -> str:
    """The text with "bên" for each "cả" of several offices that are told by one word ("cả sở cả vườn lẫn phường")."""
    side = "bên" if text.lower() != folded(text) else "ben"

    def said(match: re.Match[str]) -> str:
        words = match[0].replace(",", "").split()
        offices = words[1::2]
        known = all(calls.office((word,)) for word in map(canonical, offices))
        return " ".join(f"{side} {word}" for word in offices) if known else match[0]

    return _ALL_OF.sub(said, nfc(text))


_ALL_OF = re.compile(r"(?<!\w)(?<!tất )(?<!tat )(?:cả|ca) [^\W\d_]+(?:,? (?:cả|ca|lẫn|lan) [^\W\d_]+)+", re.IGNORECASE)


def sides(calls: Calls, words: Sequence[str], bare: Sequence[str], around: Around) -> Iterator[Hint]:
    """The offices that are called so."""
    for at in range(1, len(bare)):
        if at not in around.content or not (bare[at - 1] in _SIDES or is_side(words[at - 1], bare[at - 1])):
            continue
        end = next((i for i in range(at, len(bare)) if i not in around.content or i in around.units), len(bare))
        for last in range(min(end, at + _LONGEST), at, -1):
            plans = _called(calls, words[at:last], ends=last == end or bare[last] in OURS)
            if plans:
                yield Hint(at, last, plans)
                break


def is_side(word: str, bare: str) -> bool:
    """Whether a word, typed with its accents, is one for a place of work ("chỗ", which is no "cho")."""
    return word != bare and is_place_of_work(word)


def _called(calls: Calls, words: Sequence[str], *, ends: bool) -> frozenset[int]:
    if len(words) > 1 and (plans := calls.forms.by_field(words)):
        return plans
    bare = tuple(map(folded, words))
    if not ends or bare in calls.offices:
        return frozenset()
    return calls.about(bare) if len(words) > 1 else calls.forms.by_side(words[0])

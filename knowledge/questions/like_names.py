"""Names of offices that are like those of loaded plans, and are others: half of the name differs, or the accents do."""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.plan_calls import Calls

LEAST = 2  # words of a proper name
_TIMELY = frozenset({"nay", "ngoai", "truoc", "sau", "toi", "qua", "nao"})


def is_like_its_own(calls: Calls, kind: Sequence[str], bare: Sequence[str], typed: Sequence[str]) -> bool:
    """Whether behind a kind of office stands a name that is half of a loaded one's ("xã Nam Lực" by "xã Nậm Pạc")."""
    if len(bare) < LEAST or any(word in _TIMELY or not word.isalpha() for word in bare[:LEAST]):
        return False
    for name in calls.own:
        own = name[len(kind) :]
        same = [said == word for said, word in zip(bare, own, strict=False)]
        if name[: len(kind)] == tuple(kind) and len(own) == LEAST and sum(same) == 1:
            printed = {word for form, _ in calls.offices[name] for word in form}
            shared = typed[same.index(True)]
            return shared == folded(shared) or shared in printed
    return False


def lacks_accents(calls: Calls, words: Sequence[str], bare: Sequence[str], at: int) -> bool:
    """Whether one word has no accents in a text that has: "so" of "so với Sở Xây dựng" is no "sở"."""
    printed = [form for form, _ in calls.offices.get((bare[at],), ())]
    return list(words) != list(bare) and bool(printed) and (words[at],) not in printed

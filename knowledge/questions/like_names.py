"""Names of offices that are like those of loaded plans: others, where half of the name or the accents differ; slips."""

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz.distance import OSA

from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded
from knowledge.questions.plan_calls import Calls

LEAST = 2  # words of a proper name
_LONG = 4  # letters of a word from which one that is a slip away is no other name
_TIMELY = frozenset({"nay", "ngoai", "truoc", "sau", "toi", "qua", "nao"})


def is_like_its_own(calls: Calls, kind: Sequence[str], bare: Sequence[str], typed: Sequence[str]) -> bool:
    """Whether behind a kind of office stands a name that is half of a loaded one's ("xã Nam Lực" by "xã Nậm Pạc")."""
    if len(bare) < LEAST or any(word in _TIMELY or not word.isalpha() for word in bare[:LEAST]):
        return False
    for name in calls.of_two.get(tuple(kind), ()):
        same = [said == word for said, word in zip(bare, name[-LEAST:], strict=False)]
        if sum(same) == 1:
            printed = {word for form, _ in calls.offices[name] for word in form}
            shared = typed[same.index(True)]
            return shared == folded(shared) or shared in printed
    return False


def without_slips(calls: Calls, words: Sequence[str], strange: Collection[int]) -> list[str]:
    """Words with those mended that are a slip of a loaded office's name: "xa dog xoan" is the plan of "xã Đồng Xoan".

    Only what is no syllable of Vietnamese is a slip, and of a word that is one and not short: "xã Đồng Xuân" is another
    commune than "xã Đồng Xoan", and so is "Ea Tul" than "Ea Tu".
    """
    mended = list(words)
    for at in sorted(strange):
        bare = list(map(folded, mended))
        meant = set() if is_syllable(bare[at]) else set(_one_slip_away(calls, bare, at))
        if len(meant) == 1:
            mended[at] = meant.pop()
    return mended


def _one_slip_away(calls: Calls, bare: Sequence[str], at: int) -> Iterator[str]:
    """What a word would have to be for an own name of an office to stand around it."""
    for name in calls.own:
        for inside, word in enumerate(name):
            first, long_enough = at - inside, len(name) > LEAST and len(word) >= _LONG and is_syllable(word)
            others = [*name[:inside], bare[at], *name[inside + 1 :]]
            if long_enough and first >= 0 and list(bare[first : first + len(name)]) == others:
                yield from [word] if OSA.distance(bare[at], word) == 1 else []


def lacks_accents(calls: Calls, words: Sequence[str], bare: Sequence[str], at: int) -> bool:
    """Whether one word has no accents in a text that has: "so" of "so với Sở Xây dựng" is no "sở"."""
    printed = [form for form, _ in calls.offices.get((bare[at],), ())]
    return list(words) != list(bare) and bool(printed) and (words[at],) not in printed

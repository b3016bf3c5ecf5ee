"""Who is said to have signed: people by their name ("ông Khải"), posts ("thứ trưởng"), one post or the other.

A name of one word is that of who signed where an address stands before it, or where it is typed with the accents that
the plan prints; "đúng" is no "Dũng". Posts are read as they stand over signatures, whatever they head: "cục trưởng",
"trưởng trạm", "phó tổng giám đốc".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from knowledge.language.text import canonical, folded, is_accented
from knowledge.questions.rule_words import PAPERS
from knowledge.questions.spans import Spans
from knowledge.search.words import terms
from knowledge.units.name_words import ADDRESSES, text_heads
from knowledge.units.name_words import words as unit_words

# "chi" also ends "đồng chí", "si" "bác sĩ"; the last two are words of talk.
_ADDRESSES = frozenset({*map(folded, ADDRESSES), "dc", "si", "chu", "bac"})
_PAPERS = frozenset(PAPERS.split("|"))
_NO_POSTS = frozenset({"dong chi", "d c"})
_EITHER = re.compile(r"\b(?:hay|hoac|hay la)\b")


def posts_said(words: Sequence[str]) -> list[str]:
    """The posts that folded words name, the whole of each ("pho tong cuc truong"), in their order."""
    return [found[0] for found in _posts().finditer(" ".join(words)) if found[0] not in _NO_POSTS]


def either_post(words: Sequence[str]) -> bool:
    """Whether one post or another is asked for ("giám đốc hay ông phó")."""
    said = " ".join(words)
    return bool(_EITHER.search(said)) and len(_POST_WORD.findall(said)) > 1


_POST_WORD = re.compile(
    r"\b(?:truong|giam doc|chu tich|chu nhiem|bi thu|chanh|pho(?! (?:giam|chu|cuc|tong|bi|truong|hieu|vien|chanh)))"
)


@cache
def _posts() -> re.Pattern[str]:
    own = {post for post in unit_words("post") if " " in post}
    heads = "|".join(sorted({folded(head) for head in text_heads()} | _ALSO, key=len, reverse=True))
    named = "|".join(sorted(own | _NAMED, key=len, reverse=True))
    return re.compile(rf"\b(?:pho |quyen )?(?:tong )?(?:{named}|(?:{heads}) truong|truong (?:{heads}))\b")


_ALSO = frozenset({"thu", "vien", "hieu", "xa doi", "thon", "don"})  # with "trưởng"
_NAMED = frozenset({"giam doc", "thu tuong", "chanh van phong", "chanh thanh tra", "chanh an", "thanh tra"})


def signers_named(spans: Spans, plans: Iterable[int] | None) -> Iterator[int]:
    """Positions of the words that are of the names of who signed these plans, or any."""
    printed = spans.lookup.signers if plans is None else spans.lookup.signers_of(plans)
    bare = set(map(folded, printed))
    said = [folded(word) for word in spans.words]
    called = False
    for i, word in enumerate(spans.words):
        typed = is_accented([word]) and canonical(word) in printed and not _is_of_a_phrase(spans, i, bare)
        of_name = said[i] in bare and not spans.is_taken(i, i + 1)
        beside = any(0 <= at < len(said) and said[at] in bare for at in (i - 1, i + 1))
        if typed or (of_name and (called or beside)):
            yield i
        called = said[i] in _ADDRESSES or (called and of_name)


def _is_of_a_phrase(spans: Spans, at: int, names: Collection[str]) -> bool:
    """Whether a word that is also one of a name is half of another ("văn | bản này", "văn | phòng")."""
    word, behind = spans.words[at], "".join(spans.words[at + 1 : at + 2])
    if any(cue.start <= at < cue.end - 1 for cue in spans.cues) or f"{word} {behind}" in _PAPERS:
        return True
    return folded(behind) not in names and spans.lookup.adjoin(word, behind)


def is_signer(name: Collection[str], signer: str | None) -> bool:
    """Whether folded words are of the name of who signed; one alone is the last of it, as people are called."""
    printed = list(map(folded, terms(canonical(signer or ""))))
    return bool(name) and set(name) <= set(printed[-1:] if len(name) == 1 else printed)

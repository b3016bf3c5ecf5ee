"""What people call plans without saying the whole: the kind of office ("xã", "trường"), its field, words of the title.

A kind is the head of the issuer's name, for a committee its level ("UBND xã Lũng Khê" is "xã"). All is worked out from
the issuers and titles of the plans there are.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from knowledge.identity import LoadedPlan
from knowledge.language.abbreviations import expansions
from knowledge.language.text import canonical, folded, tokens
from knowledge.units.name_words import head_of
from knowledge.units.name_words import words as unit_words

Words = tuple[str, ...]
_COMMITTEES = frozenset({"ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "dang uy", "uy ban"})
_SMALL = frozenset({"nam", "va", "cua", "tinh", "giai", "doan", "ve", "thuc", "hien", "trien", "khai", "den"})
_LONGEST = 9  # words of a title that stand together in a name
_SHORTEST = 2
_READINGS = 4  # ways to write out a name with abbreviations


@dataclass(frozen=True, slots=True)
class Calls:
    """What the plans may be called in part.

    Args:
        offices: folded words → the same as they are printed, each with the positions of the plans.
        titles: folded words that stand together in a title → the positions of the plans.
        kinds: folded words for kinds of offices: "xa", "truong".
        longest: for each folded word how many words the longest name of an office has that begins with it.
    """

    offices: Mapping[Words, tuple[tuple[Words, frozenset[int]], ...]]
    titles: Mapping[Words, frozenset[int]]
    kinds: frozenset[Words]
    longest: Mapping[str, int]

    def office(self, words: Sequence[str]) -> frozenset[int]:
        """The plans whose office is called so; accents have to fit where any were typed."""
        known = self.offices.get(tuple(map(folded, words)), ())
        fitting = (p for printed, p in known if all(w in (folded(c), c) for w, c in zip(words, printed, strict=True)))
        return frozenset().union(*fitting)

    def about(self, bare: Sequence[str]) -> frozenset[int]:
        """The plans whose title has these words together, short forms written out."""
        return next((self.titles[said] for said in _written_out(bare) if said in self.titles), frozenset())


def calls_of(plans: Sequence[LoadedPlan]) -> Calls:
    """What these plans may be called in part."""
    offices: dict[Words, dict[Words, set[int]]] = defaultdict(lambda: defaultdict(set))
    titles: dict[Words, set[int]] = defaultdict(set)
    for position, loaded in enumerate(plans):
        heading = loaded.plan.heading
        for name in office_calls(heading.issuer or "", heading.place or ""):
            offices[tuple(map(folded, name))][name].add(position)
        for part in _parts(tuple(tokens(folded(heading.title or "")))):
            titles[part].add(position)
    longest: dict[str, int] = defaultdict(int)
    for name in offices:
        longest[name[0]] = max(longest[name[0]], len(name))
    return Calls(
        {bare: tuple((name, frozenset(p)) for name, p in found.items()) for bare, found in offices.items()},
        {part: frozenset(found) for part, found in titles.items()},
        frozenset(tuple(map(folded, kind)) for loaded in plans for kind in _kinds(loaded.plan.heading.issuer or "")),
        dict(longest),
    )


def office_calls(issuer: str, place: str) -> Iterator[Words]:
    """What an office may be called beside its whole name, canonical."""
    where = tuple(tokens(canonical(place)))
    kind, rest = _cut(issuer)
    own = rest[: -len(where)] if where and rest[-len(where) :] == where else rest
    if folded(" ".join(kind)) in _COMMITTEES:
        yield from _committee(kind, own, where)
    elif kind:
        yield from _agency(kind, own)


def _cut(issuer: str) -> tuple[Words, Words]:
    """The word for the kind of an office, and what follows."""
    words = tuple(tokens(canonical(issuer)))
    size = len((head_of(folded(issuer)) or "").split())
    return words[:size], words[size:]


def _kinds(issuer: str) -> Iterator[Words]:
    """What offices like this one are called: by their head, a committee by its level."""
    kind, rest = _cut(issuer)
    if folded(" ".join(kind)) not in _COMMITTEES:
        yield kind
    elif rest:
        yield rest[:1]


def _committee(kind: Words, rest: Words, place: Words) -> Iterator[Words]:
    """As in "UBND xã Lũng Khê": "xã", "UBND xã", "xã Lũng Khê"."""
    level = next((rest[:size] for size in (2, 1) if folded(" ".join(rest[:size])) in _levels()), ())
    name = rest[len(level) :] or place
    if level:
        yield from (level, (*kind, *level), (*level, *name), (*kind, *level, *name))
        yield from (("ubnd", *level), ("uỷ", "ban", *level))


@cache
def _levels() -> frozenset[str]:
    return unit_words("level") | unit_words("bare")


def _agency(kind: Words, rest: Words) -> Iterator[Words]:
    """As in "Trường THPT Nguyễn Sư Hồi": "trường", "nhà trường", "THPT Nguyễn Sư Hồi", "trường Sư Hồi"."""
    own = rest[:-1] if rest and folded(rest[-1]) in {"tinh", "pho"} else rest
    yield from (kind, ("nhà", *kind))
    plain = tuple(word for word in own if word != "và")
    firsts = range(len(own) - 1) if plain == own else range(1)  # "Công nghệ" is only half of a field
    for name in {*(own[first:] for first in firsts), plain} - {()}:
        yield from (name, (*kind, *name))


def _parts(title: Words) -> Iterator[Words]:
    """The words of a title that stand together and say something."""
    for words in {title, *_written_out(title)}:
        for first, last in ((i, j) for i in range(len(words)) for j in range(i + 1, min(i + _LONGEST, len(words)))):
            if not _silent(words[first]) and not _silent(words[last]):
                yield words[first : last + 1]


def _silent(word: str) -> bool:
    return word in _SMALL or word[0].isdigit()


def _written_out(bare: Sequence[str]) -> Iterator[Words]:
    """The words as they are, and with short forms written out."""
    if len(bare) >= _SHORTEST:
        yield tuple(bare)
    forms = [((word,), *(tuple(tokens(folded(long))) for long in expansions(word))) for word in bare]
    if any(len(form) > 1 for form in forms):
        for at, chosen in enumerate(product(*(form[1:] or form for form in forms))):
            if at == _READINGS:
                return
            yield tuple(word for part in chosen for word in part)

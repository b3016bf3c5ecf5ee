"""What people call plans without saying the whole: the kind of office ("xã", "trường"), its field, words of the title.

All is worked out from the issuers, symbols and titles of the plans there are.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from knowledge.identity import LoadedPlan
from knowledge.language.abbreviations import expansions
from knowledge.language.text import folded, tokens
from knowledge.plan.kinds import ISSUED
from knowledge.questions.office_calls import Office, in_other_forms, kind_calls, office_calls, office_of
from knowledge.questions.office_forms import OfficeForms

Words = tuple[str, ...]
_SMALL = frozenset({"nam", "va", "cua", "tinh", "giai", "doan", "ve", "thuc", "hien", "trien", "khai", "den"})
LONGEST = 9  # words of a title that stand together in a name
_SHORTEST = 2
_READINGS = 4  # ways to write out a name with abbreviations


_OTHER_NOUNS = frozenset({"ho so", "co so", "tru so"})  # "ho so dung han" is of records, and names no Sở Xây dựng


@dataclass(frozen=True, slots=True)
class Calls:
    """What the plans may be called in part.

    Args:
        offices: folded words → the same as they are printed, each with the positions of the plans.
        titles: folded words that stand together in a title → the positions of the plans.
        kinds: folded words for kinds of offices: "xa", "truong".
        own: folded words that can be no other office: "xa lung khe", "truong ltv".
        of_two: those whose proper name has two words, by the words for their kind before it.
        longest: for each folded word how many words the longest name of an office has that begins with it.
        papers: folded words of the kinds of documents that plans are beside "kế hoạch", the longest first → the plans.
        count: how many plans there are.
        forms: names of offices of which some words are said, or shortened as people please.
    """

    offices: Mapping[Words, tuple[tuple[Words, frozenset[int]], ...]]
    titles: Mapping[Words, frozenset[int]]
    kinds: frozenset[Words]
    own: frozenset[Words]
    of_two: Mapping[Words, tuple[Words, ...]]
    longest: Mapping[str, int]
    forms: OfficeForms
    papers: Mapping[Words, frozenset[int]]
    count: int

    def ends(self, bare: Sequence[str], at: int) -> range:
        """Where names of offices may end that begin at one of some folded words, the longest first."""
        other = " ".join(bare[max(at - 1, 0) : at + 1]) in _OTHER_NOUNS
        if other or (bare[at] not in self.longest and bare[at] not in self.forms.begun):
            return range(0)
        reach = max(self.longest.get(bare[at], 0), self.forms.reach(bare, at))
        return range(min(len(bare), at + reach), at, -1)

    def name_end(self, words: Sequence[str], at: int) -> int:
        """Where the longest name of an office ends that begins at a word; there, where none does."""
        ends = self.ends([*map(folded, words)], at)
        return next((end for end in ends if self.office(words[at:end])), at)

    def is_own(self, words: Sequence[str]) -> bool:
        """Whether words can be no other office."""
        return tuple(map(folded, words)) in self.own or self.forms.is_own(words)

    def office(self, words: Sequence[str]) -> frozenset[int]:
        """The plans whose office is called so; accents have to fit where any were typed."""
        bare = tuple(map(folded, words))
        known = self.offices.get(bare, ())
        fits = [p for printed, p in known if all(w in (b, c) for w, b, c in zip(words, bare, printed, strict=True))]
        return frozenset().union(*fits) or self.forms.plans(words)

    def about(self, bare: Sequence[str]) -> frozenset[int]:
        """The plans whose title has these words together, short forms written out."""
        return next((self.titles[said] for said in _written_out(bare) if said in self.titles), frozenset())


def calls_of(plans: Sequence[LoadedPlan]) -> Calls:
    """What these plans may be called in part."""
    offices: dict[Words, dict[Words, set[int]]] = defaultdict(lambda: defaultdict(set))
    titles: dict[Words, set[int]] = defaultdict(set)
    own: set[Words] = set()
    for position, loaded in enumerate(plans):
        heading = loaded.plan.heading
        for name, is_own in office_calls(heading.issuer or "", heading.place or "", heading.symbol or ""):
            bare = tuple(map(folded, name))
            offices[bare][name].add(position)
            own |= {bare} if is_own else set()
        for part in _parts(tuple(tokens(folded(heading.title or "")))):
            titles[part].add(position)
    of_two: dict[Words, list[Words]] = defaultdict(list)
    for name in own:
        if len(name) > 1:
            of_two[name[:-2]].append(name)
    longest: dict[str, int] = defaultdict(int)
    for name in offices:
        longest[name[0]] = max(longest[name[0]], len(name))
    return Calls(
        {bare: tuple((name, frozenset(p)) for name, p in found.items()) for bare, found in offices.items()},
        {part: frozenset(found) for part, found in titles.items()},
        frozenset(_kinds(plans)),
        frozenset(own),
        {kind: tuple(sorted(names)) for kind, names in of_two.items()},
        dict(longest),
        OfficeForms.of(_parts_of_offices(plans)),
        _papers(plans),
        len(plans),
    )


def _papers(plans: Sequence[LoadedPlan]) -> dict[Words, frozenset[int]]:
    """The kinds of documents that titles begin with, and what each is called in short ("chương trình [hành động]")."""
    found: dict[Words, set[int]] = defaultdict(set)
    for position, loaded in enumerate(plans):
        title = folded(loaded.plan.heading.title or "")
        for kind in (tuple(folded(kind).split()) for kind in ISSUED.split("|")[1:]):
            if title.startswith(" ".join(kind)):
                found[kind].add(position)
    return {kind: frozenset(found[kind]) for kind in sorted(found, key=len, reverse=True)}


def _parts_of_offices(plans: Sequence[LoadedPlan]) -> Iterator[tuple[Office, int]]:
    for position, loaded in enumerate(plans):
        office = office_of(loaded.plan.heading.issuer or "", loaded.plan.heading.place or "")
        yield from ((form, position) for form in dict.fromkeys((office, *in_other_forms(office))))


def _kinds(plans: Sequence[LoadedPlan]) -> Iterator[Words]:
    for loaded in plans:
        heading = loaded.plan.heading
        for kind in kind_calls(heading.issuer or "", heading.place or ""):
            yield tuple(map(folded, kind))


def _parts(title: Words) -> Iterator[Words]:
    """The words of a title that stand together and say something."""
    for words in {title, *_written_out(title)}:
        for first, last in ((i, j) for i in range(len(words)) for j in range(i + 1, min(i + LONGEST, len(words)))):
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

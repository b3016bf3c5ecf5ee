"""The units that the plans name, found in a question however they are called there.

A unit is known by its printed name, without what does not change it ("Các", "Đơn vị nghiệp vụ", "Chánh"), by the usual
abbreviations and by the initials of its field ("Sở TTTT"), and by the beginning of its name where that says more than a
head ("Bộ phận một cửa"). Within a plan the closest reading wins: "Các đơn vị trực thuộc Sở" is not "Các phòng chuyên
môn, đơn vị". Where no plan has a unit of such a name, the end of one that is the only one to end so will do ("phòng kế
toán", "đoàn xã", "bên kế toán" of "Phòng Tài chính - Kế toán", "Đoàn TNCS Hồ Chí Minh xã"): a loose reading.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import itemgetter

from knowledge.data import records
from knowledge.language.abbreviations import short_forms
from knowledge.language.text import canonical, folded
from knowledge.units.gathered import alike, alone, covers, groups_of, headed, of_plans
from knowledge.units.loose_readings import inner_readings, loose_readings
from knowledge.units.name_words import words as name_words
from knowledge.units.readings import (
    ARTICLES,
    BEGINNING,
    LONGEST,
    SILENT,
    TOKEN,
    Words,
    core,
    folded_words,
    is_read_otherwise,
    readings,
    unit_heads,
    with_figures,
    written_out,
)

Said = tuple[tuple[int, tuple[tuple[Words, Words], ...]], ...]  # sizes, each with words written out and compared
_AND = "va"  # joins a name to the next one: none begins or ends in it
_NO_ENDS = frozenset({_AND, "cac"})  # "phòng đào tạo và các | khoa"
_UNNAMED = ((), *((word,) for word in sorted(SILENT)))  # behind a head that begins no name
_REMEMBERED = 512  # stretches of words that may be names, and names; questions have many in common


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named by words start to end (exclusive).

    Args:
        words: the folded words, abbreviations written out, that are compared.
        names: for each plan (position) that has such a unit its printed names.
        group: whether it is a group ("Các phòng …") rather than one unit.
        loose: whether only a part of the name was said.
        head: what the names begin with, as printed, where all that begin so are meant ("các khoa").
    """

    start: int
    end: int
    words: Words
    names: Mapping[int, frozenset[str]]
    group: bool = False
    loose: bool = False
    head: str = ""

    @property
    def printed(self) -> frozenset[str]:
        """Its printed names, of whichever plan: of many plans most print the same."""
        return frozenset[str]().union(*self.names.values())

    def before(self, taken: Collection[int]) -> "UnitMention":
        """Without last words that begin something else ("thanh tra của | sở xây dựng nam định", a plan's office)."""
        first = next((at for at in range(self.start, self.end) if at in taken), self.end)
        apart = first > self.start and all(at in taken for at in range(first, self.end))
        return replace(self, end=first) if apart else self


class UnitNames:
    """The readings of all units of all plans."""

    def __init__(self, units: Iterable[tuple[int, str]], short: Sequence[tuple[int, str, str]] = ()) -> None:
        """Args: units: (plan position, printed name), each once; short: (plan position, short form, printed name)."""
        self.short = short
        self._forms: dict[Words, list[tuple[int, int, str]]] = defaultdict(list)
        self._parts: dict[Words, list[tuple[int, str]]] = defaultdict(list)
        self._inside: dict[Words, list[tuple[int, str]]] = defaultdict(list)
        by_name: dict[str, list[int]] = defaultdict(list)
        for plan, name in units:
            by_name[name].append(plan)
        for name, plans in by_name.items():
            for form, closeness in filter(itemgetter(0), readings(name)):
                self._forms[form].extend((closeness, plan, name) for plan in plans)
            for form in loose_readings(name):
                self._parts[form].extend((plan, name) for plan in plans)
            for form in dict.fromkeys(inner_readings(name)):
                self._inside[form].extend((plan, name) for plan in plans)
        for plan, code, name in short:
            self._forms[folded_words(code)].append((0, plan, name))  # as close as the name
        self._groups, self._headed = groups_of(by_name), headed(by_name)
        for known in self._forms.values():
            known.sort()
        self._said = lru_cache(_REMEMBERED)(self._said_by)
        self._called = lru_cache(_REMEMBERED)(self._called_so)
        self._part = lru_cache(_REMEMBERED)(self._part_of)
        self._first = frozenset(form[0] for form in (*self._forms, *self._parts)) | ARTICLES | SILENT | short_forms()
        self._first = (self._first | {folded(spoken) for spoken, _ in records("shorthand.tsv")}) - {_AND}
        self._heads = self._first - ARTICLES - SILENT
        self.words = frozenset(word for form in self._forms for word in form)
        self._within = self.words | {word for form in self._parts for word in form}

    def find(self, words: Sequence[str], plans: Collection[int] | None = None) -> tuple[UnitMention, ...]:
        """The units that a question's words name, leftmost and longest first, none overlapping."""
        bare = tuple(map(_closed, map(folded, words)))
        found, at = list[UnitMention](), 0
        while at < len(bare):
            mention = self._longest(bare, at, plans) if bare[at] in self._first else None
            mention = (mention and self._longer_inside(bare, mention, plans)) or mention
            mention = mention and self._without_next_head(bare, mention, plans)
            if mention:
                found.append(mention)
            at = mention.end if mention else at + 1
        return tuple(found)

    def whole(self, name: str, plans: Collection[int] | None = None) -> Mapping[int, frozenset[str]]:
        """What the plans print for the unit that the whole of a text names; nothing where it names none."""
        words = [_closed(word) for word in folded_words(name)]
        every = [core(written) for written in written_out(words)]
        found = (names(form, plans) for names in (self._names, self._only) for form in every)
        return next((names for names in found if names), {})

    def inside(self, words: Sequence[str], plans: Collection[int]) -> Mapping[int, frozenset[str]]:
        """The units that alone in their plan are of a field, or hold its words together; of a level its committees.

        One word is the head of the only unit that begins so ("bên đài").
        """
        if is_level(words):
            return self._names((*_COMMITTEE, *core(words)), plans)
        forms = [core(form) for form in written_out(tuple(words))]
        if len(words) == 1 and (names := alike(self._inside.get(tuple(words), ()), plans)):
            return names
        for form in forms:
            if names := alone(self._inside.get(form, ()), plans) | self._of_field(form, plans):
                return names
        return {}

    def _of_field(self, field: Words, plans: Collection[int]) -> dict[int, frozenset[str]]:
        """The units of a field ("ngành tài chính"), in the plans where it stands behind one head only ("Sở")."""
        found: dict[int, list[frozenset[str]]] = defaultdict(list)
        for head in unit_heads() if field else ():
            form = (*head, *field)
            if form not in self._forms:
                continue
            whole = {(plan, name) for closeness, plan, name in self._forms.get(form, ()) if closeness != BEGINNING}
            for plan, names in self._names(form, plans).items():
                if kept := frozenset(name for name in names if (plan, name) in whole):
                    found[plan].append(kept)  # "tài chính", compared as "chinh", is no "Ngân hàng Chính | sách xã hội"
        return {plan: names[0] for plan, names in found.items() if len(set(names)) == 1}

    def collective(self, levels: Sequence[str], plans: Collection[int]) -> Mapping[int, frozenset[str]]:
        """The collective names of plans that have the levels that are said, those that begin so where there are any."""
        said = core(levels)
        first = [group for group in self._groups.get(said[0], ()) if group[0] in plans] if said else []
        every = first or [group for groups in self._groups.values() for group in groups if group[0] in plans]
        whole = [group for group in every if set(said) <= set(group[2])] or first
        names: dict[int, set[str]] = defaultdict(set)
        for plan, name, _ in whole:
            names[plan].add(name)
        return {plan: frozenset(found) for plan, found in names.items()}

    def headed(self, words: Sequence[str], plans: Collection[int]) -> Mapping[int, frozenset[str]]:
        """The units of plans whose names begin with folded words, in the plans that have several of them."""
        names: dict[int, set[str]] = defaultdict(set)
        for plan, name in self._headed.get(tuple(words), ()):
            if plan in plans:
                names[plan].add(name)
        return {plan: frozenset(found) for plan, found in names.items() if len(found) > 1}

    def _longer_inside(self, bare: Words, found: UnitMention, plans: Collection[int] | None) -> UnitMention | None:
        """A unit with more words that begins inside another one ("trưởng | phòng tổ chức cán bộ", "Trưởng phòng").

        A word that only leads up to a name begins none: "toán" of "phòng kế toán và đội cơ giới" is no "toàn", "tai" of
        "phòng phòng chống thiên tai và phòng A" no "tại".
        """
        inside = (at for at in range(found.start + 1, found.end) if bare[at] in self._heads)
        others = (self._longest(bare, at, plans) for at in inside)
        size = found.end - found.start
        return next((other for other in others if other and other.end - other.start > size), None)

    def _without_next_head(self, bare: Words, found: UnitMention, plans: Collection[int] | None) -> UnitMention:
        """Without a last word that begins the next of its kind ("sở nội vụ | sở tư pháp", "…, | sở nào")."""
        last = found.end - 1
        if last == found.start or bare[last] != bare[found.start] or bare[found.end : found.end + 1] in _UNNAMED:
            return found
        other = self._longest(bare, last, plans)
        begins = bare[found.end : found.end + 1] == ("nao",) or (other and other.end > found.end)
        whole = self._longest(bare[:last], found.start, plans) if begins else None
        return whole if whole and whole.end == last and whole.names == found.names else found

    def _longest(self, bare: Words, at: int, plans: Collection[int] | None) -> UnitMention | None:
        for size, every in self._said(bare[at : self._reach(bare, at)]):
            found = [(written, names) for written, form in every if (names := self._names(form, plans))]
            if found:  # the table may print "HTX A" where running text has "Hợp tác xã A"
                names = next(names for _, names in reversed(found) if covers(names, found[0][1]))
                return UnitMention(at, at + size, found[0][0], names, group=_is_group(names))
            for written, form in every:
                names = self._only(form, plans)
                if names:
                    return UnitMention(at, at + size, written, names, loose=True)
        return None

    def _reach(self, bare: Words, at: int) -> int:
        """Where a name from a word on ends at the latest: no name has the next word, and it is not read otherwise."""
        last = min(len(bare), at + LONGEST)
        ends = (end for end in range(at, last) if bare[end] not in self._within and not is_read_otherwise(bare[end]))
        return next(ends, last)

    def _said_by(self, words: Words) -> Said:
        """What some first words, one letter alone left out, may be a name of any unit by: how many, the most first."""
        sizes = (size for size in range(len(words), int(len(words[0]) == 1), -1) if words[size - 1] not in _NO_ENDS)
        every = ((size, tuple((w, core(w)) for w in _ways(words[:size]))) for size in sizes)
        known = ((size, tuple(pair for pair in pairs if pair[1] in self._forms or pair[1] in self._parts))
                 for size, pairs in every)  # fmt: skip
        return tuple((size, pairs) for size, pairs in known if pairs)

    def _only(self, form: Words, plans: Collection[int] | None) -> Mapping[int, frozenset[str]]:
        """The units of which a part was said, in the plans where only one has it."""
        return of_plans(self._part(form), plans)

    def _names(self, form: Words, plans: Collection[int] | None) -> Mapping[int, frozenset[str]]:
        return of_plans(self._called(form), plans)

    def _part_of(self, form: Words) -> Mapping[int, frozenset[str]]:
        return alone(self._parts.get(form, ()), None)

    def _called_so(self, form: Words) -> Mapping[int, frozenset[str]]:
        """The units of every plan that a form means, the closest of each."""
        closest: dict[int, int] = {}
        names: dict[int, set[str]] = defaultdict(set)
        for closeness, plan, name in self._forms.get(form, ()):
            if closest.setdefault(plan, closeness) == closeness or closeness < BEGINNING:
                names[plan].add(name)
        return {
            plan: _narrowest(form, frozenset(found)) if closest[plan] == BEGINNING else frozenset(found)
            for plan, found in names.items()
        }


def _ways(words: Words) -> Iterator[Words]:
    """The ways to take what was typed: as it is, written out, with figures for the numbers in words."""
    yield from written_out(words)
    figures = with_figures(words)
    yield from written_out(figures) if figures != words else ()


def is_level(words: Sequence[str]) -> bool:
    """Whether folded words are no more than a level of the administration ("cấp huyện", "các xã")."""
    said = core(words)
    return len(said) == 1 and said[0] in name_words("level")


_COMMITTEE = ("ubnd",)  # acts for its level where the level alone is named


@lru_cache(maxsize=4096)
def _closed(word: str) -> str:
    """A short form without the hyphens that only some people type: "TC-KT" is "TCKT"."""
    return word.replace("-", "") if "-" in word and word.replace("-", "").isalpha() else word


def unit_like(words: Sequence[str]) -> int:
    """How many of the words, from the first, could be a unit's name by how it begins; 0 where it is none."""
    heads = _printed_heads().get(folded(words[0]), ()) if words else ()
    return next((len(head) for head in heads if len(words) > len(head) and _written_so(words, head)), 0)


def _written_so(words: Sequence[str], head: Words) -> bool:
    """Whether words begin with a head, accents where any were typed: "số" is not "sở"."""
    return all(word in (printed, folded(printed)) for word, printed in zip(words, head, strict=False))


@lru_cache(_REMEMBERED)  # the plans of offices of one kind name the same units
def _narrowest(form: Words, names: frozenset[str]) -> frozenset[str]:
    """Of names that only begin so, those that add no more than the office ("Văn phòng" is "Văn phòng Sở")."""
    rest = {name: core(tuple(folded(w) for w in TOKEN.findall(name)))[len(form) :] for name in names}
    plain = {name for name, more in rest.items() if more in {(), *map(tuple, (("so",), ("tinh",)))}}
    return frozenset(plain or names)


def _is_group(names: Mapping[int, Collection[str]]) -> bool:
    each = frozenset[str]().union(*names.values())  # of many plans most print the same
    return any(folded(name).split()[0] in ARTICLES for name in each)


@cache
def _printed_heads() -> Mapping[str, Sequence[Words]]:
    """Words that units begin with, canonical, longest first, by the first of them without accents."""
    found = {tuple(canonical(row[1]).split()) for row in records("units.tsv") if row[0] in {"head", "container"}}
    heads: dict[str, list[Words]] = defaultdict(list)
    for head in sorted(found, key=lambda head: (-len(head), head)):
        heads[folded(head[0])].append(head)
    return heads

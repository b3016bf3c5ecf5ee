"""One plan looked for in the words of a question: by its number, its province, its office, its years, in this order."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.questions.plan_labels import phrases_in, places_in
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_times import YEARS, inside_times

_NUMBER = re.compile(r"\d+[\w.-]*/kh[\w-]*")
_SPAN = re.compile(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")
_ACTS = (["co"], ["gui"], ["giao"])  # "nơi nhận của Sở X tỉnh A | có | UBND tỉnh không" is of one plan
_OPENING = frozenset({"con", "the", "vay", "rieng"})  # "còn năm 2022 thì sao"
LEADING = frozenset(
    {"ke", "hoach", "kh", "ben", "cua", "theo", "trong", "nam", "tinh", "o", "tai", "so", "ubnd", "ban"}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question says of its plan.

    Args:
        plans: positions of the plans that fit; empty where one is named that is not loaded.
        named: whether the question named any.
        taken: positions of the words that did so.
        missing: how the question called a plan that is not loaded.
        several: whether it names more than one.
        absent: where it names several, how it called those that are not loaded.
        renamed: provinces that were named by another name than their plan prints: the name of before July 2025, the
            name of after.
    """

    plans: tuple[int, ...]
    named: bool = False
    taken: frozenset[int] = frozenset()
    missing: str | None = None
    several: bool = False
    absent: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """The plans that were talked of before.

    Args:
        plans: their positions; empty where none was named.
        units: positions of words that name a unit of these plans.
        again: whether the question goes on from the last turn ("còn Sở X?").
    """

    plans: tuple[int, ...] = ()
    units: frozenset[int] = frozenset()
    again: bool = False


class Search:
    """One question being looked through."""

    def __init__(
        self,
        names: PlanNames,
        bare: Sequence[str],
        among: tuple[int, ...],
        skip: Mapping[int, frozenset[int]],
        talk: Talk,
    ) -> None:
        self._names = names.labels
        self._print = names
        self._offices = names.offices
        self._places = names.places
        self._bare = bare
        self._skip = skip
        self._talk = talk
        self._plans = among
        self._taken: set[int] = set()
        self._missing: str | None = None
        self._several = False
        self._any_year: tuple[int, ...] = ()
        self._sides = False

    def scope(self) -> Scope:
        """What the words say of the plan."""
        before = self._plans
        self._by_number()
        self._by_place()
        self._by_office()
        self._by_years()
        named = bool(self._taken) or self._missing is not None
        if named and self._is_another_year():
            self._missing = f"kế hoạch năm {min(self._bare[at] for at in self._taken if self._bare[at] in YEARS)}"
        if named and self._talk.plans and (self._talk.again or self._other_years()):
            self._plans = self._likest()
        plans = () if self._missing is not None else self._plans or before
        return Scope(plans, named, frozenset(self._taken | self._leading()), self._missing, self._several)

    def numbered(self) -> Scope:
        """The plans that are called by their numbers alone."""
        self._by_number()
        return Scope(self._plans, bool(self._taken), frozenset(self._taken), self._missing)

    def _likest(self) -> tuple[int, ...]:
        """Of the plans that fit those that are most like the ones talked of: "còn Long An?" is the same Sở there."""
        offices = {self._names[p].office[0] for p in self._talk.plans}
        places = {self._names[p].place for p in self._talk.plans}
        likeness = {p: (self._names[p].office[0] in offices) + (self._names[p].place in places) for p in self._plans}
        return tuple(p for p in self._plans if likeness[p] == max(likeness.values()))

    def _is_another_year(self) -> bool:
        """Whether a year alone is said of the one plan talked of ("còn năm 2025?"), and its place has none for it.

        One plan that is for this year alone is called by it, whose it is.
        """
        alone = bool(self._taken) and all(self._bare[at] in YEARS or self._bare[at] == "nam" for at in self._taken)
        if not (alone and self._talk.again and len(self._talk.plans) == 1):
            return False
        place = self._names[self._talk.plans[0]].place
        of_the_year = [p for p in self._plans if len(self._names[p].years) == 1]
        return len(of_the_year) != 1 and all(self._names[p].place != place for p in self._plans)

    def _keep(self, fits: Collection[int], start: int, end: int, called: str) -> None:
        if fits:
            self._plans = tuple(fits)
            self._taken.update(range(start, end))
        else:
            self._missing = called

    def _by_number(self) -> None:
        for at, word in enumerate(self._bare):
            if word in self._print.stems and self._is_stem(word, at):
                self._keep([p for p in self._plans if self._names[p].stem == word], at, at + 1, word)
            elif word.isdigit() and self._follows_name(at):
                fits = [p for p in self._plans if (self._names[p].number or "").partition("/")[0] == word]
                self._keep(fits or self._plans, at, at + bool(fits), "")
            elif "/" in word and _NUMBER.fullmatch(word):
                fits = [p for p in self._plans if self._names[p].number == word]
                if fits or self._is_named_so(at):
                    self._keep(fits, at, at + 1, f"kế hoạch số {word.upper()}")

    def _is_stem(self, word: str, at: int) -> bool:
        """Whether the name of a file is meant: one that is a mere word ("xa") only alone, or behind "kế hoạch"."""
        return not word.isalpha() or len(self._bare) == 1 or self._follows_name(at)

    def _follows_name(self, at: int) -> bool:
        """Whether "kế hoạch", or "kế hoạch số", stands right before."""
        ahead = self._bare[:at]
        ahead = ahead[:-1] if ahead[-1:] == ["so"] else ahead
        return ahead[-2:] == ["ke", "hoach"] or ahead[-1:] == ["kh"]

    def _is_named_so(self, at: int) -> bool:
        """Whether a number at this word is what the question calls its plan: "kế hoạch 45/KH-UBND của …" in front."""
        start = at - 3 if self._bare[at - 1 : at] == ["so"] else at - 2
        ahead = self._bare[at + 1 : at + 3]
        return " ".join(self._bare[max(start, 0) : at]).startswith(("ke hoach", "kh")) and (
            start <= 1 and ahead[:1] in (["cua"], ["giao"], ["co"], ["do"], ["quy"], ["ban"])
        )

    def _by_place(self) -> None:
        named = [
            found
            for found in places_in(self._bare, self._places)
            if not self._skip.keys() & set(range(found[0], found[1]))
        ]
        known = {place: found for _, _, place in named if (found := self._print.at(place, self._plans))}
        meant = frozenset[int]().union(*known.values())
        fits = tuple(p for p in self._plans if p in meant)
        for start, end, place in named:
            if place in known:
                self._keep(fits, start, end, "")
                self._of_province(start)
            elif self._plans and not known and self._is_issuer(start):
                self._keep((), start, end, self._print.place(place))
        self._several = self._several or len(known) > 1

    def _of_province(self, start: int) -> None:
        """A place named as "của tỉnh X", without a Sở, means the province's own plan where there is one."""
        if self._bare[max(start - 1, 0) : start] != ["tinh"] or self._office_before(start - 1):
            return
        own = [p for p in self._plans if self._names[p].office[0][:1] in {("ubnd",), ("uy",)}]
        symbols = {word.rsplit("/kh-", 1)[-1] for word in self._bare if _NUMBER.fullmatch(word)}
        if own or "ubnd" in symbols:
            self._keep(own, start - 1, start, "kế hoạch của UBND tỉnh")

    def _office_before(self, end: int) -> bool:
        sizes = range(1, min(end, self._offices.longest) + 1)
        return any(tuple(self._bare[end - size : end]) in self._offices.written for size in sizes)

    def _is_issuer(self, start: int) -> bool:
        ahead = self._bare[max(start - 6, 0) : start]
        return bool({"so", "tinh", "ubnd", "ben", "thanh"} & set(ahead)) or "hoach" in ahead[-3:]

    def _by_office(self) -> None:
        for start, end, office in phrases_in(self._bare, self._offices):
            ahead = self._bare[start - 1 : start] if start else []
            near = bool(self._taken & set(range(start - 2 + (ahead in _ACTS), end + 2)))
            tied = near or start == 0 or ahead in (["cua"], ["ben"], ["theo"], ["tai"], ["do"], ["o"])
            tied = tied or (self._talk.again and bool(_OPENING & set(ahead)))
            if not near and self._talk.units.issuperset(range(start, end)) and not self._other_years():
                continue  # a unit of the plan that is talked of
            fits = [p for p in self._plans if office in self._names[p].office]
            if near and not fits and (giving := self._with_unit(start, end)):
                self._plans = giving  # "sở xây dựng gia lai" in the plan of that province
            elif tied and (fits or near):
                self._keep(fits, start, end, self._print.office(office))

    def _other_years(self) -> bool:
        """Whether a year is said, and only such as the plans that are talked of are not for ("Sở X năm 2022 cơ")."""
        own = frozenset[int]().union(*(self._names[p].years for p in self._talk.plans))
        said = {int(word) for word in self._bare if word in YEARS}
        return bool(self._talk.plans and said) and not said & own

    def _with_unit(self, start: int, end: int) -> tuple[int, ...]:
        """The plans that have a unit called by these words."""
        return tuple(p for p in self._plans if all(p in self._skip.get(i, ()) for i in range(start, end)))

    def _by_years(self) -> None:
        years = {word for word in self._bare if word in YEARS}
        held = [year for year in years if any(int(year) in self._names[p].years for p in self._plans)]
        self._any_year = self._plans if self._taken or len(held) > 1 else ()
        self._sides = len(held) > 1 and (self._bare.count("hon") > 0 or ["so", "voi"] in _pairs(self._bare))
        timed = inside_times(self._bare) if self._taken else ()  # a plan that is named needs no year of a month
        for at, word in enumerate(self._bare):
            if word in YEARS and at not in timed:
                self._by_year(at, int(word))
            elif span := _SPAN.fullmatch(word):
                self._by_span(at, int(span[1]), int(span[2]))

    def _by_span(self, at: int, first: int, last: int) -> None:
        wanted = frozenset(range(first, last + 1))
        fits = [p for p in self._plans if wanted == self._names[p].years]
        if fits:
            self._keep(fits, at, at + 1, "")
            self._taken.update(i for i in (at - 2, at - 1) if self._bare[max(i, 0)] in {"giai", "doan"})

    def _by_year(self, at: int, year: int) -> None:
        start = at - 1 if self._bare[at - 1 : at] == ["nam"] else at
        if self._talk.again and not self._taken and any(year in self._names[p].years for p in self._talk.plans):
            return  # a time within the plan that is talked of
        fits = [p for p in self._plans if year in self._names[p].years]
        more = [p for p in self._any_year if year in self._names[p].years]
        if more and not fits and self._plans != self._any_year:  # "… năm 2024 bao nhiêu, còn năm 2022 thì sao"
            self._keep((*self._plans, *more), start, at + 1, "")
            self._several = True
            return
        exact = [p for p in fits if len(self._names[p].years) == 1] or fits
        beside = bool(self._taken & {start - 1, at + 1})
        follows = self._follows_plan(start)
        goes_on = self._talk.again and self._bare[start - 1] in _OPENING
        tied = beside or follows or start == 0 or self._sides or goes_on or self._is_set_beside(start, year)
        known = bool(self._taken) and (follows or not fits)
        if tied and (beside or known or 0 < len(exact) < len(self._plans)):
            self._keep(exact, start, at + 1, f"kế hoạch năm {year}")

    def _is_set_beside(self, at: int, year: int) -> bool:
        """Whether a turn sets the year of another plan beside the one talked of ("so với năm 2022 thì sao")."""
        ahead = self._bare[:at]
        beside = ahead[-1:] == ["hon"] or ["so", "voi"] in _pairs(ahead[:_OPENS])
        places = {self._names[p].place for p in self._talk.plans}
        of_it = any(self._names[p].years == {year} and self._names[p].place in places for p in self._plans)
        return beside and of_it and self._other_years()

    def _follows_plan(self, at: int) -> bool:
        """Whether "kế hoạch" stands in front, with nothing between but words of a loaded plan's subject."""
        for back in range(at, max(at - _SUBJECT, 0), -1):
            if self._bare[back - 1] == "kh" or self._bare[back - 2 : back] == ["ke", "hoach"]:
                return True
            if not any(self._bare[back - 1] in self._names[p].subject for p in self._plans):
                return False
        return False

    def _leading(self) -> set[int]:
        """Small words that lead up to the name: "theo kế hoạch của Sở …", "bên An Bình"."""
        found = set()
        for at in sorted(self._taken):
            back = at - 1
            while back >= 0 and back not in self._taken and self._bare[back] in LEADING and back not in self._skip:
                found.add(back)
                back -= 1
        return found


def _pairs(bare: Sequence[str]) -> list[list[str]]:
    return [list(pair) for pair in pairwise(bare)]


_OPENS = 4  # words within which a turn sets something beside what was told
_SUBJECT = 9  # words between "kế hoạch" and its year

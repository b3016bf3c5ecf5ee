"""Which plans a question is about: by number, issuer, province, years, or the name of the file.

A question that names a plan which is not loaded is about none of those that are: one about the plan of last year is not
answered from the plan of this year.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from knowledge.language.syllables import has_no_vowel
from knowledge.language.text import canonical, folded
from knowledge.questions.hints_joined import is_one_side
from knowledge.questions.like_names import without_slips
from knowledge.questions.plan_around import Around, Hint
from knowledge.questions.plan_chains import plans_in_a_row, scope_of_row
from knowledge.questions.plan_hints import called, elsewhere, every_one, grouped, in_part, meant, offices_said, timed
from knowledge.questions.plan_labels import Words, places_in, printed_places, successors
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_numbers import found_by_number_or_name
from knowledge.questions.plan_parts import Part, groups, joined_to_another
from knowledge.questions.plan_search import LEADING, Scope, Talk
from knowledge.questions.plan_times import YEARS
from knowledge.questions.plans_by_year import plans_by_year
from knowledge.questions.rule_words import JOINS

_JOINING, _BESIDE = JOINS | {"so"}, JOINS | {"so", "hon"}  # "so với", "A cao hơn B"


def find_plans(
    names: PlanNames,
    words: Sequence[str],
    among: Collection[int],
    skip: Mapping[int, frozenset[int]] = MappingProxyType({}),
    talk: Talk | None = None,
    around: Around | None = None,
) -> Scope:
    """The plans that a question's words name.

    Args:
        among: positions of the plans that may be meant.
        skip: positions of words that name a unit, not a plan → the plans that have it.
        talk: what was talked of before, where the question may go on from it.
        around: what else stands in the question; without it names in part are not looked for.
    """
    bare = _without_other_words([folded(word) for word in words], around.typed if around else (), names)
    if around is None:
        return _wholly(names, bare, among, skip, talk)
    found, behind = _found_wholly(names, words, bare, among, talk, around)
    offices = [*offices_said(names.calls, words, bare, around)]
    each = plans_by_year(names, offices, bare, among, compares=around.compares)
    row = plans_in_a_row(names, offices, words, bare, among, around)
    if each or found.missing or found.absent:
        return each or (scope_of_row(row, bare, around) if row else found)
    unknown = around.knowing(found.taken)  # "xd" of "sở xd nam định" is known by now
    strange = elsewhere(names.calls, offices, words, bare, unknown)
    if strange and (mended := without_slips(names.calls, words, unknown.strange)) != list(words):
        return find_plans(names, mended, among, skip, talk, unknown.known_as(mended))
    if strange:
        return replace(found, plans=(), named=True, missing=_printed(strange))
    around = around.without([*behind, *(Hint(i, i + 1, frozenset()) for i in found.taken)])
    hints = sorted({*behind, *in_part(names.calls, offices, words, bare, around)}, key=lambda hint: hint.start)
    held = [hint for hint in hints if not is_one_side(hint, hints, found.taken, bare)]
    found = _in_its_time(names, found, held, bare, among, around)
    return scope_of_row(row, bare, around) if len(row) > len(found.plans) * found.named else found


def _found_wholly(
    names: PlanNames,
    words: Sequence[str],
    bare: Sequence[str],
    among: Collection[int],
    talk: Talk | None,
    around: Around,
) -> tuple[Scope, list[Hint]]:
    """The plans that are named wholly, and what stands behind "kế hoạch" as the name of one."""
    behind = called(names.calls, words, bare, around)
    inside = {plan for hint in behind for plan in hint.plans} & set(among)
    inside = inside if every_one(behind, bare, around) else set()
    found = _wholly(names, bare, [p for p in among if p in inside or not inside], around.units, talk)
    if (found.missing or found.absent) and inside:
        # "kế hoạch cải cách hành chính Sở Giáo dục Gia Lai": the title is another plan's, too
        found, behind = _wholly(names, bare, among, around.units, talk), []
    if found.missing and (masked := _without_years(bare)) != bare:
        of_rows = _wholly(names, masked, among, around.units, talk)
        found = of_rows if _say_its_year(of_rows, bare, around) else found
    return found, behind


def _in_its_time(
    names: PlanNames,
    found: Scope,
    hints: Sequence[Hint],
    bare: Sequence[str],
    among: Collection[int],
    around: Around,
) -> Scope:
    """A scope with the plans that hints name, those of the time that is said of the plan."""
    said = timed(bare, around)
    narrowed = _narrowed(found, grouped(hints, bare), bare, among, frozenset(around.units))
    if not said or set(range(*said[:2])) & found.taken:
        return narrowed
    its_own = _of_its_time(names, narrowed, said)
    # the table of a plan has dates of other years, too: "trong bảng năm 2023 …"
    return narrowed if its_own.missing and said[0] in around.of_table else its_own


def _without_years(bare: Sequence[str]) -> list[str]:
    """The words without a year, but behind "kế hoạch": rows may say it ("rà soát thủ tục năm 2026, Nam Định, hạn")."""
    plan = next((at for at, word in enumerate(bare) if word in {"hoach", "kh"}), len(bare))
    return [_MASK if word in YEARS and at < plan else word for at, word in enumerate(bare)]


def _say_its_year(found: Scope, bare: Sequence[str], around: Around) -> bool:
    """Whether plans that are named all the same have a row that says the year."""
    years = [word for word in bare if word in YEARS]
    named = found.named and not found.missing and bool(found.plans)
    return named and all(set(found.plans) & around.said_in(("nam", year)) for year in years)


_MASK = "|"


def _without_other_words(bare: list[str], typed: Sequence[str], names: PlanNames) -> list[str]:
    """The folded words but those that only look like others without their accents.

    So are provinces ("cơ sở hai, phòng nào" is not of Hải Phòng) and small words ("một cửa", "Bến Tre | cử người").
    """
    others = {at for at, word in enumerate(typed) if bare[at] in _LEADS and word not in _SMALL}
    masked = [_MASK if at in others else word for at, word in enumerate(bare)]
    for start, end, place in places_in(bare, names.places):
        printed = canonical(printed_places().get(place, "")).split()
        said = list(typed[start:end])
        alike = said != bare[start:end] and len(printed) == len(said)
        other = alike and any(folded(a) == folded(b) and a != b for a, b in zip(said, printed, strict=True))
        masked[start:end] = [_MASK] * (end - start) if other else bare[start:end]
        if bare[end - 1] == "cu" and said and said[-1] not in {"cu", "cũ"}:  # "Bến Tre | cử người"
            masked[end - 1] = _MASK
    return masked


def _narrowed(
    found: Scope, groups: Sequence[Sequence[Hint]], bare: Sequence[str], among: Collection[int], units: Collection[int]
) -> Scope:
    """A scope with the plans that hints name; where these are all there are, only their words are taken."""
    beside = _beside(found, groups, bare)
    if beside:
        return beside
    joined = len(groups) > 1 and _BESIDE & set(bare[groups[0][-1].end : groups[-1][0].start])
    base = set(found.plans if found.named and not joined else among)
    each = [fits for group in groups if (fits := meant(group) & base)]
    if not each:
        return found
    kept = frozenset().union(*each)
    plans = found.plans if found.several else tuple(plan for plan in among if plan in kept)
    said = {i for group in groups for hint in group for i in range(hint.start, hint.end)}
    return replace(
        found,
        plans=plans,
        named=found.named or len(kept) < len(among) or len(base) == 1 or len(set(each)) > 1,
        taken=found.taken | said | _before(said, bare, units),
        several=found.several or len(set(each)) > 1,
    )


def _beside(found: Scope, groups: Sequence[Sequence[Hint]], bare: Sequence[str]) -> Scope | None:
    """A scope with a plan of another office that is joined to it ("Sông Lũy với Mường Khoa"); None where none is.

    So are two of which each is asked for itself ("Sông Lũy đạt bao nhiêu, Mường Khoa đạt bao nhiêu").
    """
    others = [group for group in groups if meant(group) and not meant(group) & set(found.plans)]
    if not found.named or not found.taken or not others:
        return None
    said = {i for group in groups for hint in group for i in range(hint.start, hint.end)}
    between = bare[min(said | found.taken) : max(said | found.taken)]
    if not _BESIDE & set(between) and not _each_is_asked(between, bare[max(said | found.taken) + 1 :]):
        return None
    plans = dict.fromkeys((*found.plans, *sorted(frozenset().union(*map(meant, others)))))
    return replace(
        found, plans=tuple(plans), taken=found.taken | said | _between(said | found.taken, bare), several=True
    )


def _each_is_asked(between: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the same is asked between two names as behind the second."""
    return any(word in behind for word in between if word in _ASKING)


_ASKING = frozenset({"nhieu", "may", "ai", "nao", "gi", "bn"})


def _between(said: Collection[int], bare: Sequence[str]) -> set[int]:
    """The small words that join or lead up to words that stand right behind them."""
    return {i for i in range(len(bare)) if i + 1 in said and i not in said and bare[i] in LEADING | _JOINING}


def _before(said: Collection[int], bare: Sequence[str], units: Collection[int]) -> set[int]:
    """Small words that lead up to or join what was said, and are of no unit: "CA" of "CA xã" is no "cả"."""
    joined = {i for i in range(min(said), max(said)) if i not in said and bare[i] in LEADING | _JOINING}
    leads: set[int] = set()
    for at in sorted(said, reverse=True):
        before = next((i for i in range(at - 1, -1, -1) if bare[i] not in _LEADS or i in units), -1)
        leads.update(range(before + 1, at))
    return joined | leads


_ACCENTED = ("của", "theo", "trong", "bên", "phía", "ở", "tại", "thuộc", "cả", "các", "giữa")
_LEADS = frozenset(map(folded, _ACCENTED))
_SMALL = _LEADS | {*_ACCENTED}


def _of_its_time(names: PlanNames, found: Scope, said: tuple[int, int, int | None]) -> Scope:
    """A scope with the plans of the year that is said of the plan, or the newest of them."""
    start, end, year = said
    labels = {plan: names.labels[plan] for plan in found.plans}
    newest = max((label.issued for label in labels.values()), default="")
    fits = tuple(p for p, label in labels.items() if (year in label.years if year else label.issued == newest))
    fits = tuple(p for p in fits if year and len(labels[p].years) == 1) or fits  # rather its own than that of a stretch
    taken = found.taken | set(range(start, end))
    if not fits:
        return replace(found, plans=(), named=True, taken=taken, missing=f"kế hoạch năm {year}")
    return replace(found, plans=fits, named=found.named or fits != found.plans, taken=taken)


def _printed(words: Sequence[str]) -> str:
    """An office as it is written: its kind, a short form, a name."""
    return " ".join([words[0], *(w.upper() if has_no_vowel(folded(w)) else w.capitalize() for w in words[1:])])


def _wholly(
    names: PlanNames,
    bare: Sequence[str],
    among: Collection[int],
    skip: Mapping[int, frozenset[int]],
    talk: Talk | None,
) -> Scope:
    """The plans that are named by number, province, office or year."""
    parts = groups(bare, names.places, names.offices, frozenset(skip))
    scopes = [_one(names, bare, parts, at, among) for at in range(len(parts))]
    meant = [scope for at, scope in enumerate(scopes) if scope.plans or joined_to_another(parts, at, bare)]
    several = len(meant) > 1 and any(scope.plans for scope in meant)
    found = _united(meant, bare) if several else found_by_number_or_name(names, bare, among, skip, talk or Talk())
    return replace(found, renamed=_renamed(names, found, bare)) if found.named else found


def _one(
    names: PlanNames, bare: Sequence[str], parts: Sequence[Sequence[Part]], at: int, among: Collection[int]
) -> Scope:
    """The plans that one of several groups of names means, what it leaves out taken from the others."""
    fits = names.fitting(parts[at], among)
    others = [part for group in parts for part in group if group is not parts[at]]
    for kind in sorted({part.kind for part in others} - {part.kind for part in parts[at]}, key=_SUREST.index):
        alike = {p for part in others if part.kind == kind for p in names.fitting([part], fits)}
        alone = kind == "place" and all(part.kind == "year" for part in parts[at])  # another year's is no other place's
        fits = tuple(p for p in fits if p in alike) or (() if alone else fits)
    taken = frozenset(i for part in parts[at] for i in range(part.start, part.end))
    missing = None if fits else _called(names, bare, parts[at])
    return Scope(fits, named=True, taken=taken, missing=missing)


_SUREST = ("place", "year", "office")  # an office that is named beside may be the other plan's own


def _called(names: PlanNames, bare: Sequence[str], parts: Sequence[Part]) -> str:
    """A plan that is not loaded as it would be printed."""
    said = []
    for part in parts:
        words = tuple(bare[part.start : part.end])
        if part.kind == "office":
            said.append(names.office(words))
        else:
            said.append(names.place(words) if part.kind == "place" else f"năm {' '.join(words).upper()}")
    return f"kế hoạch {' '.join(said)}"


def _renamed(names: PlanNames, scope: Scope, bare: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The provinces of the plans found that were named by their other name only."""
    said = {place for start, _, place in places_in(bare, names.places) if start in scope.taken}
    pairs: dict[tuple[Words, Words], None] = {}
    for plan in scope.plans:
        own, heir = names.labels[plan].place, names.labels[plan].heir
        if own in said:
            continue
        turned = {(own, heir)} if heir in said else {(old, own) for old in said if successors().get(old) == own}
        pairs |= dict.fromkeys(sorted(turned))
    return tuple((names.place(old), names.place(new)) for old, new in pairs)


def _united(scopes: Sequence[Scope], bare: Sequence[str]) -> Scope:
    """The plans of several groups of names."""
    taken = frozenset(i for scope in scopes for i in scope.taken)
    between: set[int] = set()
    for places in (range(min(taken), max(taken)), range(max(taken), min(taken), -1)):  # "và | kế hoạch | 2024"
        for i in places:
            between |= {i} if bare[i] in LEADING | _JOINING and {i - 1, i + 1} & (taken | between) else set()
    between -= taken
    plans = tuple(dict.fromkeys(p for scope in scopes for p in scope.plans))
    absent = tuple(scope.missing for scope in scopes if scope.missing)
    return Scope(plans, named=True, taken=taken | between, several=True, absent=absent)

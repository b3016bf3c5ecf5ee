"""Several plans called in a row by their offices, places or titles: "giữa Sở, Vườn và phường", "bộ với bên Nghệ An".

A word alone ("vườn", "bảo hiểm") names no office wherever it stands; in a row that joins it to others it does, where
one office alone has it at the beginning of its kind or field. A row counts where each of it names one plan, all of
them others, and no topic goes on before or behind it.
"""

from collections.abc import Collection, Iterator, Sequence

from knowledge.language.text import folded
from knowledge.questions.plan_around import Around, Hint
from knowledge.questions.plan_labels import places_in
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_parts import FILLS
from knowledge.questions.plan_search import Scope
from knowledge.questions.rule_words import JOINS

_JOINS = JOINS | {"lan", "so"}  # "lẫn", "so với"
_BETWEEN = FILLS | {"lan", "phia", "cho"}
_LEADS = frozenset({"giua", "ca", "so", "cua", "ben", "trong", "cho"})
_PAPERS = (("ke", "hoach"), ("kh",), ("chuong", "trinh"))
_LONGEST = 5  # words of a part of an office's name, or of a title
_TWO, _SURELY = 2, 3  # in a row: as many as this are one whatever goes on behind


def plans_in_a_row(
    names: PlanNames,
    offices: Sequence[Hint],
    words: Sequence[str],
    bare: Sequence[str],
    among: Collection[int],
    around: Around,
) -> list[Hint]:
    """What names a plan each, in the longest such row; nothing where none is.

    Args:
        offices: the names of offices that stand in the words.
        among: positions of the plans that may be meant.
    """
    best: list[Hint] = []
    row: list[Hint] = []
    for hint in _named(names, offices, words, bare):
        row = [*row, hint] if row and _is_joined(row[-1], hint, bare, around) else [hint]
        best = row if len(row) > len(best) else best
    plans = {plan for hint in best for plan in hint.plans}
    others = len(plans) == len(best) >= _TWO and plans <= {*among}
    by_name = any(hint in offices or hint.end - hint.start > 1 for hint in best)
    return best if others and by_name and _is_free(best, bare, around) else []


def scope_of_row(row: Sequence[Hint], bare: Sequence[str], around: Around) -> Scope:
    """A scope with the plans that a row names, and the words that join them and lead up to them."""
    start = row[0].start
    while start and bare[start - 1] in _LEADS and start - 1 not in around.units:
        start -= 1
    plans = tuple(plan for hint in row for plan in hint.plans)
    return Scope(plans, named=True, taken=frozenset(range(start, row[-1].end)), several=True)


def _is_joined(last: Hint, hint: Hint, bare: Sequence[str], around: Around) -> bool:
    """Whether a word or a sign joins what names one plan to the next."""
    between = bare[last.end : hint.start]
    parted = any(last.end <= at <= hint.start for at in around.breaks)
    return all(word in _BETWEEN for word in between) and (parted or not _JOINS.isdisjoint(between))


def _is_free(row: Sequence[Hint], bare: Sequence[str], around: Around) -> bool:
    """Whether a word joins what stands in a row, and no topic goes on around it."""
    start, end = row[0].start, row[-1].end
    joined = not _JOINS.isdisjoint(bare[start:end]) or len(row) >= _SURELY
    before = start not in around.breaks and start - 1 in around.content and bare[start - 1] not in _LEADS
    behind = end not in around.breaks and end in around.content
    return joined and not before and not (behind and len(row) < _SURELY)


def _named(names: PlanNames, offices: Sequence[Hint], words: Sequence[str], bare: Sequence[str]) -> Iterator[Hint]:
    """What names one plan, one behind the other; what stands together for the same plan is one."""
    every = range(len(names.labels))
    places = {at: Hint(at, end, frozenset(names.at(place, every))) for at, end, place in places_in(bare, names.places)}
    said = {hint.start: hint for hint in offices}
    last: Hint | None = None
    at = 0
    while at < len(bare):
        found = (said.get(at), places.get(at), _by_part(names, words, at), _by_title(names, bare, at))
        hint = max((h for h in found if h and len(h.plans) == 1), key=lambda h: h.end, default=None)
        at = hint.end if hint else at + 1
        if last and hint and last.plans == hint.plans and last.end == hint.start:
            hint = Hint(last.start, hint.end, hint.plans)
        elif last and hint:
            yield last
        last = hint or last
    if last:
        yield last


def _by_part(names: PlanNames, words: Sequence[str], at: int) -> Hint | None:
    """The longest words from a place on with which the kind or the field of one office begins."""
    plain = all(word == folded(word) for word in words)
    ends = range(min(len(words), at + _LONGEST), at, -1)
    found = ((end, names.calls.forms.by_beginning(words[at:end], plain=plain)) for end in ends)
    return next((Hint(at, end, plans) for end, plans in found if plans), None)


def _by_title(names: PlanNames, bare: Sequence[str], at: int) -> Hint | None:
    """The longest words behind "kế hoạch", or "chương trình", that stand in the title of one plan."""
    start = next((at + len(paper) for paper in _PAPERS if tuple(bare[at : at + len(paper)]) == paper), at)
    ends = range(min(len(bare), start + _LONGEST), start, -1) if start > at else ()
    found = ((end, names.calls.about(bare[start:end])) for end in ends)
    return next((Hint(at, end, plans) for end, plans in found if len(plans) == 1), None)

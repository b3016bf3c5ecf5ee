"""Other ways to take a list that found no row, each without words that may not be what rows were asked by.

"There is none" is only told of what was understood: of a topic that is introduced ("về đất đai"), of units, times and
cells. What else a question holds may be talk: words left over of it, talk behind the words of a cell, a turn that says
more than it narrows ("tổng cộng mấy việc, in ra giùm"). Without them there may be rows: those are shown as what may be
meant, and the words are named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.language.text import folded
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.cue_uses import only_talks_on
from knowledge.questions.patches import carry
from knowledge.questions.query import LISTS, Query
from knowledge.units.mentions import unit_like

Less = tuple[Ask, str]  # what is asked without some words, and these words


def relaxed(ask: Ask) -> Iterator[Less]:
    """The question with less of its words, first without those that a cell was to have, then without its topic."""
    if ask.query.many or ask.query.strange_unit:
        return  # where only the plural says that it is a list it may be of one row
    shorter = _with_less_left_out(ask) or _with_less_of_cells(ask)
    if shorter:
        yield shorter
    for asked, words in [*([shorter] if shorter else []), (ask, "")]:
        yield from ((less, f"{words} {more}".strip()) for less, more in _with_less_topic(asked))


def of_everybody_in_part(ask: Ask) -> Ask | None:
    """What a part of the plan has beside the rows that were shown, of whatever unit, where it was of the one before.

    As in "trừ mấy dòng đó thì trong mục còn gì": that unit may have no more there, and the part has.
    """
    query, before = ask.query, ask.before.query
    kinds = {(one.kind, one.include) for one in query.where}
    out = {(Kind.SHOWN, False), (Kind.SECTION, True)} <= kinds
    carried = bool(query.units) and before is not None and query.units == before.units
    return replace(ask, query=replace(query, units=(), role=None)) if out and carried else None


def _with_less_topic(ask: Ask) -> Iterator[Less]:
    """Without the words left over, or the talk behind the matter; where nothing else narrows it as the list before."""
    query, before = ask.query, ask.before.query
    first = len(query.topic) - query.firm
    loose, firm = query.topic[:first], query.topic[first:]
    if loose and _is_narrowed(query):
        yield _about(ask, firm, query.firm), " ".join(loose)
    for end in range(1, len(firm)):
        if only_talks_on(firm[end:]) and not ask.lookup.adjoin(*map(folded, firm[end - 1 : end + 1])):
            yield _about(ask, firm[:end], end), " ".join((*loose, *firm[end:]))
    if loose and only_talks_on(loose) and not _is_narrowed(query) and before and before.intent in LISTS:
        yield replace(ask, query=carry(replace(query, topic=(), firm=0), ask.before)), " ".join(loose)


def _about(ask: Ask, topic: tuple[str, ...], firm: int) -> Ask:
    return replace(ask, query=replace(ask.query, topic=topic, firm=firm))


def _is_narrowed(query: Query) -> bool:
    return bool(query.units or query.period or query.where or query.firm or query.soon_or_open)


def _with_less_left_out(ask: Ask) -> Less | None:
    """Without what is to be left out but names no matter, as the kind of another unit ("Hạt chứ không phải phòng")."""
    idle = [one for one in ask.query.where if one.kind is Kind.TOPIC and not one.include and _is_of_a_kind(one)]
    where = tuple(one for one in ask.query.where if one not in idle)
    return (replace(ask, query=replace(ask.query, where=where)), idle[0].said) if idle else None


def _is_of_a_kind(one: Constraint) -> bool:
    return unit_like((*one.words, "")) == len(one.words) or only_talks_on(one.said.split())


def _with_less_of_cells(ask: Ask) -> Less | None:
    """With fewer of the words that a cell was to have: those that some cell has side by side, the rest as talk."""
    said = [one for one in ask.query.where if one.kind is Kind.WORDS and one.include and not one.exact]
    shorter = {one: _held(ask, one) for one in said if not ask.selector.any_fits(one)}
    less = {one: words for one, words in shorter.items() if words is not None}
    if not less:
        return None
    kept = (_saying(one, less[one]) if less.get(one) else one for one in ask.query.where if less.get(one) != ())
    dropped = [_left_of(one, words) for one, words in less.items()]
    other = replace(ask, query=replace(ask.query, where=tuple(kept)))
    return (other, " ".join(dropped)) if _is_narrowed(other.query) else None


def _held(ask: Ask, one: Constraint) -> tuple[str, ...] | None:
    """The longest stretch of words that some cell has side by side; no word where all are talk, None where none fits.

    What is cut off is talk; one word by itself may be half of one, but for the first.
    """
    words, typed = one.words, tuple(one.said.split())
    typed = typed if len(typed) == len(words) else words
    stretches = ((at, at + size) for size in range(len(words) - 1, 0, -1) for at in range(len(words) - size + 1))
    for start, end in stretches:
        talk = only_talks_on((*typed[:start], *typed[end:]))
        whole = end - start > 1 or not (start or only_talks_on(typed[:end]))
        if talk and whole and ask.selector.any_fits(_saying(one, words[start:end])):
            return words[start:end]
    return () if only_talks_on(typed) else None


def _saying(one: Constraint, words: tuple[str, ...]) -> Constraint:
    typed = [word for word in one.said.split() if folded(word) in words]
    return replace(one, words=words, said=" ".join(typed))


def _left_of(one: Constraint, words: Sequence[str]) -> str:
    return " ".join(word for word in one.said.split() if folded(word) not in words)

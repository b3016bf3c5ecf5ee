"""What rules a row out whatever speaks for it: another year, another level of offices, what no plan tells of."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from knowledge.answers.ask import Ask
from knowledge.answers.asked_values import asks_attribute, is_silent_on_value, lacks_value, words_of_values
from knowledge.answers.evidence import Candidate, text_of
from knowledge.data import records
from knowledge.language.text import canonical, folded
from knowledge.model import Task
from knowledge.questions.coverage import WHOLE
from knowledge.questions.lookup import Lookup
from knowledge.questions.once import once, once_of_each
from knowledge.questions.post_holders import headship_of
from knowledge.questions.statements import level_of
from knowledge.reply import Citation
from knowledge.search.words import terms
from knowledge.units.name_words import unit_kinds

_YEAR = re.compile(r"(?:19|20)\d\d")


@once_of_each
def contradicted(ask: Ask, candidate: Candidate) -> bool:
    """Whether something that is said rules the row out.

    That is a year that neither the row nor its plan has; another level of offices than the row's ("cấp huyện"); what is
    asked of people or of the world (`data/beyond.tsv`), or a value that the row has not; or a passage that says no more
    than the question.
    """
    return (
        bool(_other_year(ask, candidate))
        or _other_level(ask, candidate)
        or is_beyond(ask, candidate)
        or _other_headship(ask, candidate)
        or lacks_value(ask, candidate)
        or _says_nothing_more(ask, candidate)
    )


def asked_in_vain(ask: Ask, citations: Iterable[Citation | None]) -> bool:
    """Whether none of some rows speaks of what is asked of people or of the world, where no word asked for rows.

    Looked at one by one up to the first that speaks of it: a list may be of every row there is.
    """
    if any(cue.kinds & _OF_LISTS for cue in ask.query.cues):
        return False
    rows = (Candidate(citation, 0, 1.0, WHOLE) for citation in citations if citation)
    silent = (is_beyond(ask, row) or is_silent_on_value(ask, row) for row in rows)
    return next(silent, False) and all(silent)


def untold_words(ask: Ask) -> frozenset[str]:
    """The folded words of a question that say what no plan tells, or a value that few rows have."""
    beyond = f"{' '.join(_asked(ask))} {headship_of(ask.query.words)}".split()
    return words_of_values(ask).union(beyond)


_OF_LISTS = frozenset({"list", "count", "table"})


def _other_level(ask: Ask, candidate: Candidate) -> bool:
    """Whether the level of offices that is said is not that of the row, which has one."""
    level = " ".join(map(folded, level_of(ask.query.topic)))
    text = _spaced(" ".join((text_of(candidate), *candidate.citation.item.section))) if level else ""
    return bool(level) and f" {level} " not in text and bool(_LEVEL.search(text))


_LEVEL = re.compile(r" cap (?:tinh|huyen|xa) ")


def leaves_untold(ask: Ask, candidate: Candidate) -> bool:
    """Whether a row that is meant for certain does not tell what is asked of it ("do hãng nào làm")."""
    return is_beyond(ask, candidate) or (asks_attribute(ask) and lacks_value(ask, candidate))


def is_beyond(ask: Ask, candidate: Candidate) -> bool:
    """Whether what no plan tells of is asked, and the row does not tell it either."""
    asked = _asked(ask)
    text = _spaced(text_of(candidate)) if asked else ""
    return any(phrase not in text for phrase in asked)


def _other_headship(ask: Ask, candidate: Candidate) -> bool:
    """Whether it is asked who heads a group, whom the row does not name."""
    asked = headship_of(ask.query.words)
    return bool(asked) and f" {asked} " not in _spaced(text_of(candidate))


@once
def _asked(ask: Ask) -> tuple[str, ...]:
    """What a question says that no plan tells of, folded with a space around."""
    words = ask.query.words
    bare = _spaced(" ".join(words))
    roles = any(cue.kinds & _OF_UNITS for cue in ask.query.cues)  # "đơn vị phối hợp tên gì" asks for no person's name
    said = f" {' '.join(words)} "
    units = roles and any(f" {kind} " in said or f" {folded(kind)} " in said for kind in unit_kinds())
    return tuple(
        spaced
        for phrase, spaced in _beyond()
        if spaced in bare and _typed(phrase, words, ask.lookup) and not (units and phrase[0] == _NAME)
    )


_OF_UNITS = frozenset({"lead", "coordinate", "result"})
_NAME = "tên"


def _typed(phrase: Sequence[str], words: Sequence[str], lookup: Lookup) -> bool:
    """Whether words have a phrase with its accents, or without any: "thủ đô" is no "nghiệm thu đó"."""
    starts = range(len(words) - len(phrase) + 1)
    said = (at for at in starts if all(w in (p, folded(p)) for w, p in zip(words[at:], phrase, strict=False)))
    return any(not _ends_a_word(words, at, lookup) for at in said)


def _ends_a_word(words: Sequence[str], at: int, lookup: Lookup) -> bool:
    """Whether a short form goes with the word before it, as plans write both ("một cửa | ĐT" is no telephone)."""
    forms = [form for concept in lookup.topic(words[at : at + 1]) for form in concept.forms[1:]] if at else []
    return any(lookup.adjoin(words[at - 1], form.bare[0]) for form in forms)


@lru_cache(maxsize=1024)  # the same rows are held against many questions
def _spaced(text: str) -> str:
    return f" {' '.join(terms(folded(text)))} "


@cache
def _beyond() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The phrases as they are written, and folded with a space around."""
    return tuple((tuple(canonical(phrase).split()), _spaced(phrase)) for _, phrase in records("beyond.tsv"))


def _says_nothing_more(ask: Ask, candidate: Candidate) -> bool:
    """Whether a passage only has words of the question ("số điện thoại của ông X" and a signature).

    A whole sentence is a rule, though: who asks "tự khai báo thì không bị phạt phải không" says each of its words.
    """
    item = candidate.citation.item
    if isinstance(item, Task) or (item.text.endswith((".", ";")) and len(item.text.split()) >= _SENTENCE):
        return False
    return set(map(folded, terms(item.text))) <= set(map(folded, ask.query.words))


_SENTENCE = 7  # words from which what ends in a full stop says something


def _other_year(ask: Ask, candidate: Candidate) -> str:
    """The year that is said and is neither its plan's nor in the row; nothing where none is.

    Of several plans the year that only calls one of them rules out none of the others.
    """
    scope = ask.query.scope
    years = {at: _YEAR.findall(word) for at, word in enumerate(ask.query.words)}
    called = scope.several and not any(found for at, found in years.items() if at not in scope.taken)
    said = set() if called else {year for found in years.values() for year in found}
    said = said or _told_from_today(ask, candidate)
    if not said:
        return ""
    plan = ask.lookup.snapshot.plans[candidate.plan].plan
    item = candidate.citation.item
    texts = (item.task, item.activity, item.result, item.objective, item.deadline.text) if isinstance(item, Task) else (
        item.text,)  # fmt: skip
    printed = {str(year) for year in plan.heading.years} | {(plan.heading.issued or "")[:4]}
    printed.update(year for text in (*texts, *item.section) for year in _YEAR.findall(text or ""))
    if ask.query.compare and scope.named and candidate.plan not in scope.plans:
        return ""  # the side that was talked of before, in its own year
    return "" if said & printed else min(said)


def _told_from_today(ask: Ask, candidate: Candidate) -> set[str]:
    """The year that is told from today's ("năm ngoái"), unless it is only compared with or the row itself says so."""
    told = _RELATIVE.search(" ".join(map(folded, ask.query.words)))
    if told is None or told[0] in _spaced(text_of(candidate)):
        return set()
    return {str(ask.context.today.year + _SHIFTS[told[1]])}


_SHIFTS = {"ngoai": -1, "kia": -2}
_COMPARED = "".join(rf"(?<!\b{word} )" for word in ("hon", "nhu", "voi", "bang", "giong", "kem"))
_RELATIVE = re.compile(rf"{_COMPARED}\bnam ({'|'.join(_SHIFTS)})(?!\S)")

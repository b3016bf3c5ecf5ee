"""What else a phrase may be written as: abbreviations and long forms, short forms of the chat, synonyms (all data).

Looked up without accents; what comes back carries the accents of the data, so that "thưởng" is not found in "thường".
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.data import records
from knowledge.language.abbreviations import expansions, short_forms
from knowledge.language.spoken_sums import NUMERALS, in_digits, in_words
from knowledge.language.syllables import is_syllable
from knowledge.language.text import canonical, folded
from knowledge.questions.ordinals import STRETCHES, in_other_figures
from knowledge.search.words import terms

Words = tuple[str, ...]
Forms = tuple[Words, ...]
Glossary = Mapping[Words, Collection[Words]]


@dataclass(frozen=True, slots=True)
class OtherForms:
    """What a phrase may also be written as.

    Args:
        equal: the same words, short or long.
        alike: synonyms.
    """

    equal: Forms = ()
    alike: Forms = ()

    def __bool__(self) -> bool:
        return bool(self.equal or self.alike)


_NONE = OtherForms()


def sizes_with_forms(words: Sequence[str], glossary: Glossary) -> list[int]:
    """How many words at the beginning may be a phrase that has other forms, the most first; of no other size any is."""
    bare = tuple(map(folded, words))
    numbered, phrases = bare[0] in _NUMBERED, _phrases()
    return [n for n in range(len(bare), 0, -1) if numbered or bare[:n] in phrases or bare[:n] in glossary]


def other_forms(typed: Words, glossary: Glossary, *, accented: bool) -> OtherForms:
    """The other forms of a phrase.

    Args:
        typed: its canonical words.
        glossary: what folded words mean by the plans' own abbreviations.
        accented: whether the question has accents; without them "ca" is a word and not "công an".
    """
    bare = tuple(map(folded, typed))
    if bare[0] not in _NUMBERED and bare not in _phrases() and bare not in glossary:
        return _NONE
    doubtful = len(typed) == 1 and is_syllable(bare[0]) and (typed != bare or not accented)
    equal = set() if doubtful else {*glossary.get(bare, ()), *_abbreviations().get(bare, ())}
    number = in_digits(typed) if accented else ""
    word = in_words(typed[0]) if len(typed) == 1 else ""
    equal |= {(form,) for form in (number, word) if form}
    equal |= in_other_figures(typed)
    equal |= _said_elsewhere().get(typed, set()) | (set() if accented else _said_elsewhere().get(bare, set()))
    sources = {bare, *(tuple(map(folded, form)) for form in equal)}
    alike = {far for source in sources for said, forms in _synonyms().get(source, {}).items() for far in forms
             if source != bare or not accented or _reads_so(typed, said)}  # fmt: skip
    short = {form for far in alike for form in _abbreviations().get(tuple(map(folded, far)), ())}
    alike = {form for form in alike | short if tuple(map(folded, form)) not in sources}
    return OtherForms(tuple(sorted(equal)), tuple(sorted(alike)))


def _reads_so(typed: Words, said: Words) -> bool:
    """Whether typed words may be a phrase: a short one has its accents where any were typed ("bộ đề" is no "bờ đê")."""
    return len(said) > _SHORT or all(word in (folded(word), meant) for word, meant in zip(typed, said, strict=True))


_SHORT = 2  # syllables of a phrase that often is another one with other accents


_NUMBERED = NUMERALS | STRETCHES  # folded words that numbers begin with, and stretches told by one


@cache
def _phrases() -> frozenset[Words]:
    """Every folded phrase of the data that has other forms."""
    said = (tuple(map(folded, form)) for form in _said_elsewhere())
    return frozenset((*_abbreviations(), *_synonyms(), *said))


@cache
def known_words() -> frozenset[str]:
    """Every folded word of the short forms and synonyms."""
    return frozenset(word for form in (*_abbreviations(), *_synonyms()) for word in form)


@cache
def _synonyms() -> Mapping[Words, Mapping[Words, frozenset[Words]]]:
    """Folded phrase → each phrase that reads so → the others of its group, of everyday words the printed ones.

    One syllable alone is asked for, but never looked for.
    """
    found: dict[Words, dict[Words, set[Words]]] = defaultdict(lambda: defaultdict(set))
    groups: dict[str, set[Words]] = defaultdict(set)
    for group, phrase in records("synonyms.tsv"):
        groups[group] |= {_form(group), _form(phrase)}
    for forms in groups.values():
        for form in forms:
            found[tuple(map(folded, form))][form] |= {far for far in forms - {form} if len(far) > 1}
    sides: dict[tuple[str, str], set[Words]] = defaultdict(set)
    for concept, kind, phrase in records("paraphrases.tsv"):
        sides[concept, kind].add(_form(phrase))
    for (concept, kind), forms in tuple(sides.items()):
        for form in forms if kind == "said" else ():
            found[tuple(map(folded, form))][form] |= {far for far in sides[concept, "printed"] if len(far) > 1}
    return {bare: {form: frozenset(others) for form, others in each.items()} for bare, each in found.items()}


@cache
def _said_elsewhere() -> Mapping[Words, frozenset[Words]]:
    """A word → those that other regions have for it, a place → its other names; also without accents."""
    found: dict[Words, set[Words]] = defaultdict(set)
    pairs = [(_form(one), _form(other)) for one, other in records("dialects.tsv")]
    pairs += [(_form(name), _form(other)) for name, *more in records("provinces.tsv") for other in more[1:]]
    for said, meant in [pair for one, other in pairs for pair in ((one, other), (other, one))]:
        for form in {said, tuple(map(folded, said))}:
            found[form].add(meant)
    return {form: frozenset(others) for form, others in found.items()}


def _form(phrase: str) -> Words:
    return tuple(terms(canonical(phrase)))


@cache
def _abbreviations() -> Mapping[Words, frozenset[Words]]:
    """Folded short form → long ones, folded long form → short ones."""
    found: dict[Words, set[Words]] = defaultdict(set)
    known = [(short, long) for short in short_forms() for long in expansions(short)]
    for printed, meant in known:
        a, b = tuple(terms(printed)), tuple(terms(canonical(meant)))
        found[a].add(b)
        found[tuple(map(folded, b))].add(a)
    for short, long in records("shorthand.tsv"):
        found[tuple(terms(folded(short)))].add(tuple(terms(canonical(long))))
    return {form: frozenset(others) for form, others in found.items()}

"""The phrases of a data file of cues, with the macros that stand in them.

A macro stands for many phrases and a phrase may hold several: 3,000 lines say 36,000 phrases, of which a question meets
a few hundred. So a phrase is written out when a word is met that it may begin with.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.errors import RefusedError
from knowledge.language.text import folded, tokens

Words = tuple[str, ...]
Beginnings = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by what they are.

    Args:
        kinds: kind → its phrases as they are written in the file.
        macros: name ("@unit") → the phrases that it stands for, written out.
    """

    kinds: Mapping[str, Sequence[str]]
    macros: Mapping[str, Sequence[str]]

    def of(self, *kinds: str) -> Iterator[Words]:
        """The words of the phrases of some kinds, with their accents."""
        return (words for kind in kinds for phrase in self.kinds.get(kind, ()) for words in self.written_out(phrase))

    def written_out(self, phrase: str) -> Iterator[Words]:
        """The words of each phrase that one stands for."""
        return (words_of(whole) for whole in _expanded(phrase, self.macros))

    def words(self) -> frozenset[str]:
        """Every word of the phrases, with its accents."""
        written = {part for phrases in self.kinds.values() for phrase in phrases for part in _parts(phrase)}
        named = {name for part in written if (name := _macro_in(part))}
        meant = {part for name in named for phrase in self.macros[name] for part in _parts(phrase)}
        return frozenset(word for part in written | meant if not _macro_in(part) for word in _part_words(part))

    def by_beginning(self) -> Beginnings:
        """Folded word → the phrases that begin with it, each with its kind and its first macro put in."""
        found = defaultdict(list)
        for kind, phrases in self.kinds.items():
            for bare, phrase in (begun for written in phrases for begun in self._begun(written)):
                found[bare].append((kind, phrase))
        return found

    def _begun(self, phrase: str) -> Iterator[tuple[str, str]]:
        """The folded words that a phrase may begin with, each with the phrase that does; none of signs alone does."""
        first = next((part for part in _parts(phrase) if _macro_in(part) or _part_words(part)), "")
        if _macro_in(first):
            yield from (begun for opened in _put_in(phrase, self.macros) for begun in self._begun(opened))
        elif first:
            yield folded(_part_words(first)[0]), phrase


def parse(text: str, source: str) -> Phrases:
    """The phrases of a file: lines of a kind, a tab and a phrase.

    Raises:
        RefusedError: a line is no kind and phrase, or a macro is not known; each such line is named.
    """
    kinds, macros = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, phrase = (part.strip() for part in line.partition("\t"))
        if not phrase or ";" in phrase:
            problems.append(f"{source}: line {number}: expected a kind, a tab and one phrase, read {line!r}")
        elif unknown := [name for part in _parts(phrase) if (name := _macro_in(part)) and name not in macros]:
            problems.append(f"{source}: line {number}: no line {unknown[0]!r} stands above")
        elif kind.startswith("@"):
            macros[kind].extend(_expanded(phrase, macros))
        else:
            kinds[kind].append(phrase)
    if problems:
        raise RefusedError(*problems)
    return Phrases(kinds, macros)


def words_of(phrase: str) -> Words:
    """The words of a phrase that is written out."""
    return tuple(word for part in _parts(phrase) for word in _part_words(part))


def _expanded(phrase: str, macros: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if "@" not in phrase or not any(map(_macro_in, _parts(phrase))):
        yield phrase
        return
    for whole in _put_in(phrase, macros):
        yield from _expanded(whole, macros)


def _put_in(phrase: str, macros: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A phrase with each of the phrases that its first macro stands for."""
    name = next(filter(None, map(_macro_in, _parts(phrase))))
    return (phrase.replace(name, meant, 1) for meant in macros[name])


def _macro_in(part: str) -> str:
    """The macro that a stretch without a blank is; empty where it is none."""
    return part.rstrip(",") if part.startswith("@") else ""


def _parts(phrase: str) -> list[str]:
    return phrase.lstrip("=").replace("%", " % ").split()


@cache
def _part_words(part: str) -> Words:
    """The words of one stretch without a blank: macros bring the same few again and again."""
    return ("%",) if part == "%" else tuple(tokens(part))

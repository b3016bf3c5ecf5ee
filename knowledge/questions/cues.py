"""Words of a question that say what is asked, found in it whatever their accents.

The cues stand in `knowledge/data/cues.tsv`; each kind is explained at its head. Long cues win over
short ones, and what a cue covers is taken: "ai ký" is the signer, not anybody (who).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from knowledge.data import records
from knowledge.errors import RefusedError
from knowledge.language.syllables import is_syllable
from knowledge.language.text import canonical, folded, is_accented, tokens

Trie = dict[str, "Node"]


@dataclass(slots=True)
class Node:
    """One step of the trie: what may follow, and which cues end here, each with its accented words."""

    then: Trie = field(default_factory=dict)
    ends: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found at words start to end (exclusive); `kinds` has more than one where one phrase serves several."""

    kinds: frozenset[str]
    start: int
    end: int


def any_of(found: Iterable[Cue], *kinds: str) -> bool:
    """Whether any cue of these kinds is there."""
    return any(not cue.kinds.isdisjoint(kinds) for cue in found)


@lru_cache(maxsize=1)
def cues() -> Trie:
    """The cues that come with the program, compiled once."""
    return compile_cues(_kinds())


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """The kinds of the cues that come with the program, with their phrases."""
    return parse((files("knowledge.data") / "cues.tsv").read_text(encoding="utf-8"), "cues.tsv")


@lru_cache(maxsize=1)
def cue_words() -> frozenset[str]:
    """Every folded word that some cue uses."""
    return frozenset(map(folded, accented_cue_words()))


@lru_cache(maxsize=8)
def plain_words(kind: str) -> frozenset[str]:
    """Folded words that say nothing of a topic, of a kind in `knowledge/data/plain_words.tsv`."""
    return frozenset(word for phrase in _plain(kind) for word in folded(phrase).split())


@lru_cache(maxsize=8)
def written_plainly(kind: str) -> frozenset[str]:
    """The same words with and without accents, for where "trồng" must not be "trong"."""
    return plain_words(kind) | {word for phrase in _plain(kind) for word in canonical(phrase).split()}


@lru_cache(maxsize=8)
def plain_phrases(kind: str) -> frozenset[tuple[str, ...]]:
    """The phrases of such a kind, canonical, as they are written there."""
    return frozenset(tuple(tokens(canonical(phrase))) for phrase in _plain(kind))


def _plain(kind: str) -> tuple[str, ...]:
    return tuple(phrase for name, phrase in records("plain_words.tsv") if name == kind)


@lru_cache(maxsize=1)
def accented_cue_words() -> frozenset[str]:
    """Every word that some cue uses, with its accents."""
    parts = {part for phrases in _kinds().values() for phrase in phrases for part in _parts(phrase)}
    return frozenset(word for part in parts for word in _part_tokens(part))


@lru_cache(maxsize=1)
def soft_words() -> frozenset[str]:
    """Every folded word of the kind "soft"."""
    return frozenset(folded(word) for words in _written("soft") for word in words)


@lru_cache(maxsize=1)
def _soft() -> frozenset[tuple[str, ...]]:
    """Phrases of the kind "soft", with and without accents: whole, as "nội vụ" is no "nội dung" and no "nhiệm vụ"."""
    return frozenset(form for words in _written("soft") for form in (words, tuple(map(folded, words))))


@lru_cache(maxsize=1)
def kept_phrases() -> frozenset[tuple[str, ...]]:
    """Folded phrases of the kind "keep": they are about the topic whatever cue is inside."""
    return frozenset(tuple(map(folded, words)) for words in _written("keep"))


@lru_cache(maxsize=1)
def soft_phrases() -> frozenset[tuple[str, ...]]:
    """Phrases that say little of the topic, with and without accents: of the kind "soft", and fillers inside it."""
    return _soft() | small_phrases()


@lru_cache(maxsize=1)
def small_phrases() -> frozenset[tuple[str, ...]]:
    """Fillers and what closes a question, with and without accents."""
    written = _written("filler", "tail")
    return frozenset(form for words in written for form in (words, tuple(map(folded, words))))


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Those of them that are one word."""
    return frozenset(phrase[0] for phrase in small_phrases() if len(phrase) == 1)


@lru_cache(maxsize=1)
def everyday_phrases() -> frozenset[tuple[str, ...]]:
    """Turns of speech that plans do not print (`knowledge/data/everyday.tsv`); several words also without accents."""
    typed = [tuple(canonical(phrase).split()) for _, phrase in records("everyday.tsv")]
    bare = [tuple(map(folded, words)) for words in typed if len(words) > 1]
    return frozenset((*typed, *bare))


@lru_cache(maxsize=1)
def words_of_talk() -> frozenset[str]:
    """Every word that some cue uses, with and without accents ("y" of "y tế" is no "ý"), and turns of one word."""
    everyday = {words[0] for words in everyday_phrases() if len(words) == 1}
    bare = {folded(word) for word in accented_cue_words() if len(word) > 1}
    return frozenset(accented_cue_words() | bare | everyday)


def says_nothing(words: Sequence[str]) -> bool:
    """Whether words are only soft ones and turns of speech."""
    rest = tuple(words)
    while rest:
        sizes = range(len(rest), 0, -1)
        size = next((n for n in sizes if rest[:n] in everyday_phrases() or rest[:n] in _soft()), 0)
        if not size:
            return False
        rest = rest[size:]
    return True


def _written(*kinds: str) -> Iterator[tuple[str, ...]]:
    """The accented words of the cues of some kinds."""
    return (tuple(_cue_tokens(phrase)) for kind in kinds for phrase in _kinds().get(kind, ()))


def parse(text: str, source: str) -> Mapping[str, tuple[str, ...]]:
    """Kinds with their phrases, macros put in.

    Raises:
        RefusedError: a line is no kind and phrase, or a macro is not known; each such line is named.
    """
    kinds: dict[str, list[str]] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, phrase = (part.strip() for part in line.partition("\t"))
        if not phrase or ";" in phrase:
            problems.append(f"{source}: line {number}: expected a kind, a tab and one phrase, read {line!r}")
            continue
        try:
            kinds.setdefault(kind, []).extend(_expanded(phrase, kinds))
        except KeyError as error:
            problems.append(f"{source}: line {number}: no line {error} stands above")
    if problems:
        raise RefusedError(*problems)
    return {kind: tuple(phrases) for kind, phrases in kinds.items() if not kind.startswith("@")}


def _expanded(phrase: str, macros: Mapping[str, Sequence[str]]) -> Iterator[str]:
    name = next((word for word in phrase.replace(",", " ").split() if word.startswith("@")), None)
    if name is None:
        yield phrase
        return
    for value in macros[name]:
        yield from _expanded(phrase.replace(name, value, 1), macros)


def compile_cues(kinds: Mapping[str, Iterable[str]]) -> Trie:
    """A trie over folded words."""
    root = Node()
    for kind, phrases in kinds.items():
        for phrase in phrases:
            words = tuple(_cue_tokens(phrase))
            node = root
            for word in words:
                bare = folded(word)
                following = node.then.get(bare)
                if following is None:
                    following = node.then[bare] = Node()
                node = following
            node.ends.append((kind, words))
    return root.then


def _cue_tokens(phrase: str) -> Iterator[str]:
    return chain.from_iterable(map(_part_tokens, _parts(phrase)))


def _parts(phrase: str) -> list[str]:
    return phrase.lstrip("=").replace("%", " % ").split()


@cache
def _part_tokens(part: str) -> tuple[str, ...]:
    """The words of one stretch without a blank: macros bring the same few again and again."""
    return ("%",) if part == "%" else tuple(tokens(part))


def find(trie: Trie, words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues in a question's canonical words: of those that overlap the ones that together cover long stretches."""
    bare = [folded(word) for word in words]
    words = _as_typed(words, bare)
    best: list[tuple[int, Cue | None]] = [(0, None)] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        best[at] = (best[at + 1][0], None)
        for cue in _from(trie, words, bare, at):
            value = (cue.end - cue.start) ** 2 + best[cue.end][0]
            if value >= best[at][0]:
                best[at] = (value, cue)
    return tuple(_chosen(best))


@lru_cache(maxsize=64)
def cues_in(words: tuple[str, ...]) -> tuple[Cue, ...]:
    """The cues that come with the program in a question's words; the clauses of one text are read more than once."""
    return find(cues(), words)


def _chosen(best: Sequence[tuple[int, Cue | None]]) -> Iterator[Cue]:
    at = 0
    while at < len(best):
        cue = best[at][1]
        if cue:
            yield cue
        at = cue.end if cue else at + 1


def _from(trie: Trie, words: Sequence[str], bare: Sequence[str], at: int) -> Iterator[Cue]:
    """The cues that begin at a word, shortest first."""
    then, end = trie, at
    while end < len(bare) and bare[end] in then:
        node = then[bare[end]]
        end += 1
        kinds = frozenset(kind for kind, exact in node.ends if _fits(words[at:end], exact))
        if kinds:
            yield Cue(kinds, at, end)
        then = node.then


def _as_typed(words: Sequence[str], bare: Sequence[str]) -> Sequence[str]:
    """The words, those marked that are meant as they stand: who types accents borrows ("vay"), and says no "vậy".

    Where one word cannot be without an accent ("viec") others may lack theirs too, as may the particle at the end.
    """
    own = plain_words("own")
    if own.isdisjoint(words[:-1]) or not is_accented(words) or any(map(_lacks_accent, words, bare)):
        return words
    return [word + _OWN if word in own else word for word in words[:-1]] + [words[-1]]


def _lacks_accent(word: str, bare: str) -> bool:
    return word == bare and bool(_HAS_ACCENT.fullmatch(bare)) and is_syllable(bare)


_OWN = "\u0301"  # behind a word that no cue with accents is meant by: folded it is another
_HAS_ACCENT = re.compile(r".*(?:(?:ie|uo|ye)[a-z]+|[cpt]|ch)")  # how no syllable without any accent ends


def _fits(typed: Sequence[str], exact: Sequence[str]) -> bool:
    """Whether the accents fit where any were typed."""
    return all(
        word in (folded(word), cue) or (word[-1] == _OWN and word[:-1] == cue)
        for word, cue in zip(typed, exact, strict=True)
    )

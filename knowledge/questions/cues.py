"""Words of a question that say what is asked, found in it whatever their accents.

The cues stand in `knowledge/data/cues.tsv`; each kind is explained at its head. Long cues win over
short ones, and what a cue covers is taken: "ai ký" is the signer, not anybody (who).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from knowledge.data import records
from knowledge.language.text import canonical, folded, tokens
from knowledge.questions.cue_phrases import Phrases, Words, parse


@dataclass(slots=True)
class Node:
    """One step of the trie: what may follow, and which cues end here, each with its accented words."""

    then: dict[str, "Node"] = field(default_factory=dict)
    ends: list[tuple[str, Words]] = field(default_factory=list)


class Trie:
    """Phrases over folded words; those that begin with a word are written out when it is first met."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._written = phrases.by_beginning()
        self._begun: dict[str, Node] = {}
        self.beginnings = self._written.keys()

    def begun(self, bare: str) -> Node:
        """The step behind a first word."""
        if bare not in self._begun:
            self._begun[bare] = self._grown(bare)
        return self._begun[bare]

    def write_out(self) -> None:
        """Write all of them out, before anybody waits for one."""
        for bare in self._written:
            self.begun(bare)

    def _grown(self, bare: str) -> Node:
        first = Node()
        for kind, phrase in self._written.get(bare, ()):
            for words in self._phrases.written_out(phrase):
                node = first
                for word in map(folded, words[1:]):
                    if word not in node.then:
                        node.then[word] = Node()
                    node = node.then[word]
                node.ends.append((kind, words))
        return first


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
    """The cues that come with the program, made once; nouns of the regions are topics whole ("con nít" is no "còn")."""
    nouns = dict.fromkeys(noun for noun, _ in records("dialects.tsv") if " " in noun)
    return Trie(parse("\n".join((_written(), *(f"keep\t{noun}" for noun in nouns))), "cues.tsv"))


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    """The kinds of the cues that come with the program, with their phrases."""
    return parse(_written(), "cues.tsv")


def _written() -> str:
    return (files("knowledge.data") / "cues.tsv").read_text(encoding="utf-8")


def phrases_of(*kinds: str) -> Iterator[Words]:
    """The words of the cues of some kinds, with their accents."""
    return _phrases().of(*kinds)


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
    return _phrases().words()


@lru_cache(maxsize=1)
def soft_words() -> frozenset[str]:
    """Every folded word of the kind "soft"."""
    return frozenset(folded(word) for words in _phrases().of("soft") for word in words)


@lru_cache(maxsize=1)
def _soft() -> frozenset[tuple[str, ...]]:
    """Phrases of the kind "soft", with and without accents: whole, as "nội vụ" is no "nội dung" and no "nhiệm vụ"."""
    return frozenset(form for words in _phrases().of("soft") for form in (words, tuple(map(folded, words))))


@lru_cache(maxsize=1)
def written_soft_words() -> frozenset[str]:
    """Every word of the kind "soft", with and without accents: "quà" is no word of "quá trình"."""
    return frozenset(word for words in _soft() for word in words)


@lru_cache(maxsize=1)
def kept_phrases() -> frozenset[tuple[str, ...]]:
    """Folded phrases of the kind "keep": they are about the topic whatever cue is inside."""
    return frozenset(tuple(map(folded, words)) for words in _phrases().of("keep"))


@lru_cache(maxsize=1)
def soft_phrases() -> frozenset[tuple[str, ...]]:
    """Phrases that say little of the topic, with and without accents: of the kind "soft", and fillers inside it."""
    return _soft() | small_phrases()


@lru_cache(maxsize=1)
def small_phrases() -> frozenset[tuple[str, ...]]:
    """Fillers and what closes a question, with and without accents."""
    written = _phrases().of("filler", "tail")
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


def is_half_of_a_turn(words: Sequence[str], at: int) -> bool:
    """Whether a word is a turn of speech with its neighbour ("lẽ | ra")."""
    pairs = (tuple(words[first : first + 2]) for first in (at - 1, at) if first >= 0)
    return any(len(pair) > 1 and pair in everyday_phrases() for pair in pairs)


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


def only_turns(words: Sequence[str], *, typed: bool) -> bool:
    """Whether words are only soft ones and turns of speech; without accents also turns of one word ("kieu")."""
    return says_nothing(words) or says_nothing([word for word in words if typed or word not in _bare_turns()])


@lru_cache(maxsize=1)
def _bare_turns() -> frozenset[str]:
    return frozenset(folded(phrase[0]) for phrase in everyday_phrases() if len(phrase) == 1)


def find(trie: Trie, words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues in a question's canonical words: of those that overlap the ones that together cover long stretches."""
    words = tuple(words)
    bare = tuple(map(folded, words))
    best: list[tuple[int, Cue | None]] = [(0, None)] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        best[at] = (best[at + 1][0], None)
        for cue in _from(trie, words, bare, at) if bare[at] in trie.beginnings else ():
            value = (cue.end - cue.start) ** 2 + best[cue.end][0]
            if value >= best[at][0]:
                best[at] = (value, cue)
    return tuple(_chosen(best))


@lru_cache(maxsize=64)
def cues_in(words: tuple[str, ...]) -> tuple[Cue, ...]:
    """The cues that come with the program in a question's words; the clauses of one text are read more than once."""
    return find(cues(), words)


def _chosen(best: Sequence[tuple[int, Cue | None]]) -> Iterator[Cue]:
    at, end = 0, len(best)
    while at < end:
        cue = best[at][1]
        if cue:
            yield cue
        at = cue.end if cue else at + 1


def _from(trie: Trie, words: Words, bare: Words, at: int) -> Iterator[Cue]:
    """The cues that begin at a word, shortest first."""
    node: Node | None = trie.begun(bare[at])
    end = at + 1
    while node is not None:
        if node.ends and (kinds := _fitting(node, words[at:end], bare[at:end])):
            yield Cue(kinds, at, end)
        node = node.then.get(bare[end]) if end < len(bare) else None
        end += 1


def _fitting(node: Node, typed: Words, bare: Words) -> frozenset[str]:
    """The kinds of the cues that end here, whose accents fit where any were typed."""
    ends = node.ends
    return frozenset([kind for kind, e in ends if typed in (bare, e) or all(map(_fits, typed, bare, e))])


def _fits(typed: str, bare: str, exact: str) -> bool:
    return typed in (bare, exact)

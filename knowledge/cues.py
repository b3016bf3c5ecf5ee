"""Words of a question that say what is asked, found in it whatever their accents.

The cues stand in `knowledge/data/cues.tsv`; a kind is a name that `knowledge.question` knows. At each word the longest
cue wins, and what it covers is taken: "ai ký" is the signer, not anybody (who).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from knowledge.errors import RefusedError
from knowledge.text import folded, tokens

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


@lru_cache(maxsize=1)
def cues() -> Trie:
    """The cues that come with the program, read and compiled once."""
    return compile_cues(parse((files("knowledge.data") / "cues.tsv").read_text(encoding="utf-8"), "cues.tsv"))


@lru_cache(maxsize=1)
def cue_words() -> frozenset[str]:
    """Every folded word that some cue uses."""
    return frozenset(_words(cues()))


def _words(trie: Trie) -> Iterator[str]:
    for word, node in trie.items():
        yield word
        yield from _words(node.then)


def parse(text: str, source: str) -> Mapping[str, tuple[str, ...]]:
    """Kinds with their phrases, macros put in.

    Raises:
        RefusedError: a line has no tab, or a macro is not known; each such line is named.
    """
    kinds: dict[str, tuple[str, ...]] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, tab, phrases = line.partition("\t")
        try:
            found = tuple(p for phrase in phrases.split(";") for p in _expanded(phrase.strip(), kinds) if p)
        except KeyError as error:
            problems.append(f"{source}: line {number}: no line {error} stands above")
            continue
        if not tab:
            problems.append(f"{source}: line {number}: expected a kind, a tab and phrases, read {line!r}")
        kinds[kind.strip()] = kinds.get(kind.strip(), ()) + found
    if problems:
        raise RefusedError(*problems)
    return {kind: phrases for kind, phrases in kinds.items() if not kind.startswith("@")}


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
            words = tuple(_cue_tokens(phrase.lstrip("=")))
            node = root
            for word in words:
                node = node.then.setdefault(folded(word), Node())
            node.ends.append((kind, words))
    return root.then


def _cue_tokens(phrase: str) -> list[str]:
    return [t for part in phrase.replace("%", " % ").split() for t in (["%"] if part == "%" else tokens(part))]


def find(trie: Trie, words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues in a question's canonical words, leftmost and longest first, none overlapping."""
    found = []
    at = 0
    bare = [folded(word) for word in words]
    while at < len(words):
        cue = _longest(trie, words, bare, at)
        if cue:
            found.append(cue)
        at = cue.end if cue else at + 1
    return tuple(found)


def _longest(trie: Trie, words: Sequence[str], bare: Sequence[str], at: int) -> Cue | None:
    best, then, end = None, trie, at
    while end < len(bare) and bare[end] in then:
        node = then[bare[end]]
        end += 1
        kinds = frozenset(kind for kind, exact in node.ends if _fits(words[at:end], exact))
        if kinds:
            best = Cue(kinds, at, end)
        then = node.then
    return best


def _fits(typed: Sequence[str], exact: Sequence[str]) -> bool:
    """Whether the accents fit where any were typed; one word in three may be wrong, as "truớc" for "trước" is."""
    wrong = sum(word not in (folded(word), cue) for word, cue in zip(typed, exact, strict=True))
    return wrong <= len(typed) // 3

"""Questions that ask for the opposite of what a row says: "bóng đá nữ" beside "Tuyển sinh năng khiếu bóng đá nam".

One short word makes another thing of all the rest, and by a share of words or by meaning such a row is as good as the
one that is meant. So the words beside it are looked at: what stands in a row where the question has a word that rules
it out (`data/opposites.tsv`) is not what is asked about.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import said_by
from knowledge.answers.numbered_things import Thing
from knowledge.data import records
from knowledge.language.text import canonical, folded, is_accented, tokens
from knowledge.model import Passage, Target, Task
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.once import once
from knowledge.search.words import terms

Words = tuple[str, ...]


def opposite(said: Sequence[str], item: Task | Target | Passage) -> Thing | None:
    """The word of a question in whose place a row has one that rules it out; None where it has none or says it itself.

    Args:
        said: the words of the question, see `told_apart`.
    """
    asked = _asked(" ".join(said))
    if not asked:
        return None
    printed, own = _printed(canonical(said_by(item)))
    made = _printed(canonical(item.result or ""))[1] if isinstance(item, Task) else ""
    bare = f" {' '.join(map(folded, said))} "
    for word, others, around in asked:
        if any(f" {' '.join(map(folded, word))} " in text for text in (own, made)):
            continue  # the row says it itself, or what comes of it does ("thay loa cũ": "22 loa mới")
        there = others & printed.keys()
        if folded(word[0]) == _OLD and _REPLACED[is_accented(said)].search(" ".join(said)):
            continue
        if any(f" {' '.join(map(folded, o))} " in bare for o in there):
            continue
        if any(_in_one_place(word, o, around, printed[o]) for o in there):
            return Thing(word, "", " ".join(word))
    return None


_OLD = "cu"
# what is old makes room for what is new: "thay máy cũ", "mua cái khác"; typed "đội" is no "đổi"
_REPLACED = either_way(r"(?<!\S)(?:thay|đổi|khác)(?!\S)")
# before the same place they only say where the speaker stands: "dưới rạch" is "trên rạch", "cấp dưới" no "cấp trên"
_WHERE = frozenset({"tren", "duoi", "trong", "ngoai"})


@once
def told_apart(ask: Ask) -> tuple[str, ...]:
    """The words of a question that say what it is about, with the small ones that tell one thing from another ("cái").

    What is asked of the row, and times, are none of them: "trước ngày nào" is no "trước kỳ thi".
    """
    query = ask.query
    typed = {folded(word): word for word in tokens(ask.said)}
    apart = {at for span in query.spans if span.kind not in _SAYING for at in range(span.start, span.end)}
    words = tuple(typed.get(folded(word), word) for at, word in enumerate(query.words) if at not in apart)
    before = () if set(map(folded, query.topic)) <= set(map(folded, words)) else ("|", *query.topic)
    return (*words, *before)


_SAYING = frozenset({"topic", "talk"})


@lru_cache(maxsize=16)  # each row that may be meant is held against the same question
def _asked(said: str) -> tuple["_Told", ...]:
    """The words of a question that rule others out."""
    return tuple(_placed(_parts(said)))


@lru_cache(maxsize=1024)  # the same rows are meant by many questions
def _printed(text: str) -> tuple[dict[Words, "_Around"], str]:
    """The words of the table in what a row says, with those around, and all its words without accents."""
    words = _parts(text)
    return {word: around for word, _, around in _placed(words)}, f" {' '.join(map(folded, words))} "


def _parts(text: str) -> list[str]:
    """The words of a text without its numbers, nor what bounds one: "đạt trên 20%" is no "cấp trên"."""
    return [word for word in terms(_BOUND.sub(" ", text)) if not word.isdigit()]


_BOUND = re.compile(r"\b(?:trên|dưới|tren|duoi)\s+(?=\d)", re.IGNORECASE)


_Around = tuple[str, str]  # the words before and behind, folded; empty where there is none
_Told = tuple[Words, frozenset[Words], _Around]


def _placed(words: Sequence[str]) -> Iterator[_Told]:
    """The words of the table among others, with what they rule out and the words around, small ones left out."""
    kept = [word for word in words if folded(word) not in _SMALL]
    for at in range(len(kept)):
        for size in (3, 2, 1) if kept[at] in _beginnings() else ():
            said = tuple(kept[at : at + size])
            others = _opposites().get(said) if len(said) == size else None
            if others:
                before, behind = kept[max(at - 1, 0) : at], kept[at + size : at + size + 1]
                yield said, others, (folded("".join(before)), folded("".join(behind)))
                break


def _in_one_place(said: Words, other: Words, asked: _Around, printed: _Around) -> bool:
    """Whether one of two words stands where the other does: wherever both are, of things of one kind."""
    of_speaker = len(said) == 1 and folded(said[0]) in _WHERE and asked[1] == printed[1]
    return {said, other} <= _of_one_kind() or (_meet(asked, printed) and not of_speaker)


def _meet(asked: _Around, printed: _Around) -> bool:
    """Whether two words stand beside the same word."""
    return any(one and one == other for one, other in zip(asked, printed, strict=True))


@cache
def _opposites() -> Mapping[Words, frozenset[Words]]:
    """What each word rules out, both as written and folded."""
    found: dict[Words, set[Words]] = defaultdict(set)
    for group in _groups():
        for written in group:
            others = group - {written}
            for form in {written, tuple(map(folded, written))}:
                found[form] |= others
    return {form: frozenset(others) for form, others in found.items()}


def _groups(of_one_kind: bool | None = None) -> Iterator[frozenset[Words]]:
    """The words of each line of the table, of those alone that are or are not marked as things of one kind."""
    for mark, *others in records("opposites.tsv"):
        marked = mark == _MARK
        if of_one_kind in (None, marked):
            yield frozenset(tuple(canonical(said).split()) for said in (others if marked else (mark, *others)))


_MARK = "="


@cache
def _of_one_kind() -> frozenset[Words]:
    """Things that are called by their full names ("tiếng Hàn"), both as written and folded."""
    return frozenset(
        form for group in _groups(of_one_kind=True) for said in group for form in (said, tuple(map(folded, said)))
    )


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(said[0] for said in _opposites())


_SMALL = frozenset({"cho", "cua", "ve", "o", "tai", "va", "cac", "nhung", "la", "mot", "so"})

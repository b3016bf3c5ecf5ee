"""Questions that say almost what a row says: "bãi rác Đồi Sim" beside "Đóng cửa bãi rác tạm Đồi Chè".

All but one thing of the question stands in the row, and where that thing would stand the row has another. By a share
of words such a row is nearly whole, and by its meaning it is near: so what was put for what is looked at itself.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from operator import eq

from knowledge.answers.numbered_things import Thing
from knowledge.data import records
from knowledge.language.text import UPPER, canonical, folded, nfc, tokens
from knowledge.model import Passage, Target, Task
from knowledge.questions.concept import Concept, Item
from knowledge.questions.coverage import part_covered
from knowledge.questions.cues import plain_words
from knowledge.questions.speakers import stand
from knowledge.search.words import terms

_HELD = 0.55  # part of a concept from which an item has it
_WEIGHTY = 0.12  # share of the topic from which a thing that is not there is one that was asked about
_NAME = re.compile(rf"(?<=[\w,;)] )[{UPPER}]\w*(?: [{UPPER}]\w*)+")
_LETTER = re.compile(r"(?<=\w )[A-ZĐ](?=[ ,;.)]|$)")


def put_for_another(topic: Sequence[Concept], words: Item, text: str) -> str:
    """What is asked about and a row lacks that has all else and another thing in its place; empty where there is none.

    Words that no plan knows, before or behind all that the row has, may be talk; a phrase that the tables know is none.

    Args:
        words: of the row, its own first.
        text: of the row, as printed.
    """
    hard = [concept for concept in topic if not concept.soft]
    held = [part_covered(concept, words) >= _HELD for concept in hard]
    lost = [at for at, there in enumerate(held) if not there]
    around = sum(part_covered(concept, words) >= _HELD for concept in topic)
    if not lost or lost != list(range(lost[0], lost[-1] + 1)) or around < _AROUND or len(hard) == len(lost):
        return ""
    said = hard[lost[0] : lost[-1] + 1]
    is_phrase = any(concept.known or len(concept.typed) > 1 for concept in said)
    if (lost[0] == 0 or lost[-1] == len(hard) - 1) and not is_phrase:
        return ""
    total = sum(concept.weight for concept in topic)
    own = [part_covered(concept, words[:1]) >= _HELD for concept in hard]  # not as a word of another cell
    if sum(concept.weight for concept in said) < _WEIGHTY * total or not _stands_otherwise(hard, own, lost, text):
        return ""
    return " ".join(word for concept in said for word in concept.typed)


_AROUND = 2  # concepts beside the one that lacks, which the row has


def other_name(
    topic: Sequence[Concept], said: Sequence[str], words: Item, item: Task | Target | Passage
) -> Thing | None:
    """The place or thing that is named and of which a row with all else names another ("Đồi Sim", "nhà lồng A").

    Args:
        said: all words of the question.
        words: of the row.
    """
    text = nfc(f"{item.task} {item.activity or ''}" if isinstance(item, Task) else item.text)
    bare = [folded(word) for word in said]
    asked = {folded(word) for concept in topic for word in concept.typed}
    for head, own in (*_names(text), *_lettered(text)):
        other = _instead(head, own, said, bare, asked)
        if folded(other) in words[-1]:
            continue  # the row says that too: "trực | ban dự báo" beside "Ban Chỉ huy"
        left = [c for c in topic if not c.soft and not {folded(w) for w in c.typed} <= {*folded(other).split()}]
        if other and all(part_covered(concept, words) >= _HELD for concept in left):
            return Thing((head,), own, other)
    return _name_of_another_cell(text, item, said, asked) if isinstance(item, Task) else None


def _name_of_another_cell(text: str, task: Task, said: Sequence[str], asked: AbstractSet[str]) -> Thing | None:
    """A thing with a name that stands in another cell, where the row's own text has that thing under another name.

    "Trạm Kiểm lâm Suối Trai" is none of "Sửa chữa Trạm Kiểm lâm Dốc Đá", though "Hạt Kiểm lâm Suối Trai" helps there.
    """
    bare = [folded(word) for word in said]
    own, cells = list(_behind(text)), [*task.lead, *task.coordinate, *task.section, task.result or ""]
    elsewhere = {name for cell in cells for _, name in _behind(cell)} - {name for _, name in own} if own else set()
    for at in range(1, len(bare) - 1):
        name = (bare[at], bare[at + 1])
        if name not in elsewhere or not asked >= {*name}:
            continue
        for ahead, other in own:
            size = len(list(takewhile(bool, map(eq, reversed(bare[:at]), reversed(ahead)))))
            if size and asked.isdisjoint(other):
                return Thing((*ahead[-size:],), " ".join(other), " ".join(said[at - size : at + len(name)]))
    return None


def _behind(text: str) -> Iterator[tuple[Sequence[str], tuple[str, str]]]:
    """The words before two with capitals in a text, and those two, folded ("Trạm Bơm | Gò Me")."""
    for found in _NAME.finditer(nfc(text)):
        ahead, name = tokens(folded(text[: found.start()])), folded(found[0]).split()
        yield from (((*ahead, *name[:at]), (name[at], name[at + 1])) for at in range(len(name) - 1))


def unknown_name(said: str, topic: Sequence[str], adjoin: Callable[[str, str], bool]) -> str:
    """A name written with capitals within what is asked about that no plan has ("đường Nguyễn Huệ"); empty for none.

    A text in capitals throughout tells no names; a name behind "anh", "chị", "em" … is that of a person.

    Args:
        said: the question as it was typed.
        topic: the words that it is about.
        adjoin: whether two words stand side by side in any plan.
    """
    about = " ".join(map(folded, topic))
    if sum(word[:1].isupper() for word in said.split()) * _MANY > len(said.split()):
        return ""
    text = nfc(said)
    for found in _NAME.finditer(text):
        words = [word for word in found[0].split() if not word.isupper()]
        asked = len(words) > 1 and f" {folded(' '.join(words))} " in f" {about} "
        of_person = folded(text[: found.start()].split()[-1]) in plain_words("speaker")
        of_person = of_person or _tells_of_the_speaker(text, found.start(), found.end())
        if asked and not of_person and not any(adjoin(left, right) for left, right in pairwise(words)):
            return " ".join(words)
    return ""


def _tells_of_the_speaker(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a clause in which people tell of themselves ("tôi trồng cà chua ở Đơn Dương, …")."""
    begins = max((sign.end() for sign in _SIGN.finditer(text, 0, start)), default=0)
    ends = _SIGN.search(text, end)
    clause = tokens(text[begins : ends.start() if ends else len(text)])
    return bool(stand(clause, "speaker")) and not stand(clause, "asking")


_SIGN = re.compile(r"[,.;:!?]\s|\n")
_MANY = 2  # a half of the words with capitals


@lru_cache(maxsize=1024)  # the same rows are held against many questions
def words_of_places(text: str) -> frozenset[str]:
    """The words of the names in a text, with the word for a place before each ("rạch Cái Sơn Bé"), folded."""
    words: set[str] = set()
    for found in _NAME.finditer(nfc(text)):
        words.update(folded(found[0]).split())
        before = folded(text[: found.start()]).split()[-1:]
        words.update(_folded_places().intersection(before))
    return frozenset(words)


def _names(text: str) -> Iterator[tuple[str, str]]:
    """The first word of each name of a place in a text and the one behind it, folded; "Ban Chỉ huy" is no "bản"."""
    for found in _NAME.finditer(text):
        first, second, *_ = canonical(found[0]).split()
        if first in _places():
            yield folded(first), folded(second)


@cache
def _places() -> frozenset[str]:
    """The words that names of places begin with, canonical; offices and documents are told apart elsewhere."""
    return frozenset(canonical(word) for (word,) in records("places.tsv"))


@cache
def _folded_places() -> frozenset[str]:
    return frozenset(map(folded, _places()))


def _lettered(text: str) -> Iterator[tuple[str, str]]:
    """The word before each lone capital in a text, and that letter, folded."""
    for found in _LETTER.finditer(text):
        yield folded(text[: found.start()].rsplit(maxsplit=1)[-1]), folded(found[0])


def _instead(head: str, own: str, said: Sequence[str], bare: Sequence[str], asked: Collection[str]) -> str:
    """What a question names where a row has a name; empty where it names the same or nothing."""
    if own in bare:
        return ""
    lettered = len(own) == 1
    for at, word in enumerate(bare[:-1]):
        after = bare[at + 1]
        letter = len(after) == 1 and after.isalpha() and after not in _BARE_SMALL  # "báo động | ở trạm"
        fits = letter and at + 2 < len(bare) if lettered else after in asked
        if word == head and fits:
            return f"{said[at]} {said[at + 1]}"
    return ""


def _stands_otherwise(hard: Sequence[Concept], own: Sequence[bool], lost: Sequence[int], text: str) -> bool:
    """Whether the row goes on beside its neighbour with a word that the question does not say.

    Args:
        own: of each concept whether the row's own text has it.
    """
    printed = [folded(word) for word in terms(canonical(text)) if word not in _SMALL]
    asked = {word for concept in hard for form in concept.forms for word in form.bare}
    left = next((hard[at] for at in range(lost[0] - 1, -1, -1) if own[at]), None)
    right = next((hard[at] for at in range(lost[-1] + 1, len(hard)) if own[at]), None)
    before = {form.bare[-1] for form in left.forms} if left else set()
    after = {form.bare[0] for form in right.forms} if right else set()
    goes_on = any(left in before and right not in asked for left, right in pairwise(printed))
    begins = any(right in after and left not in asked for left, right in pairwise(printed))
    return goes_on or begins


_SMALL = frozenset({"cho", "đến", "của", "về", "ở", "tại", "trong", "với", "và", "các", "theo", "từ", "là"})
_BARE_SMALL = frozenset(map(folded, _SMALL))

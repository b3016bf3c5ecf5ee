"""Things that are told apart by a number: "động cơ số 1" is not the "động cơ số 3" of a row that has all else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines.grains import CALENDAR
from knowledge.language.text import folded, tokens
from knowledge.model import Passage, Target, Task

_NUMBER = re.compile(r"0*(\d{1,4})(?![\d.,]*%)(?:/\S+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = 2  # words in front of a number that say what it is the number of
_CODE = 3  # signs from which a number is rather a code
_SMALL = frozenset({"so", "thu"})
_ORDERS = frozenset({"lan", "dot", "ky"})  # "thi thử lần 2"
_NO_THINGS = CALENDAR | {"muc", "phan", "dong", "viec", "stt", "dau", "la", "den"}
_THINGS = frozenset({"động"})  # with its accents no word for a time or a sum: "sân vận động số 2"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing by its folded words and its number, and as it was said."""

    name: tuple[str, ...]
    number: str
    said: str


def other_number(topic: Sequence[str], item: Task | Target | Passage) -> Thing | None:
    """The thing of a question's topic which an item has under other numbers only; None where nothing differs."""
    told = list(_things(topic, told=True))
    printed = list(_things(tokens(_text(item)))) if told else []
    for thing in told:
        same = [other.number for other in printed if other.name == thing.name]
        meant = any((other.name[-1], other.number) == (thing.name[-1], thing.number) for other in printed)
        if same and not meant:  # "mở tuyến 27" is "Mở mới tuyến số 27", whose product is "mở tuyến, 08 xe"
            return thing
    return None


def with_its_number(words: Sequence[str], topic: Sequence[str], task: Task) -> bool:
    """Whether a row has each thing that a question's words name by its number, of those that its topic is about."""
    about = set(map(folded, topic))
    told = [thing for thing in _things(words, told=True) if about.issuperset(thing.name)]
    told = [thing for thing in told if not _YEAR.fullmatch(thing.number)]  # "cải cách hành chính 2024" tells when
    printed = {(thing.name, thing.number) for thing in _things(tokens(_text(task)))} if told else set()
    return all((thing.name, thing.number) in printed for thing in told)


def with_numbers(words: Sequence[str], topic: Sequence[str]) -> str:
    """A topic as it is said, with the numbers of what it is about."""
    about = set(map(folded, topic))
    told = [thing for thing in _things(words, told=True) if about.issuperset(thing.name)]
    return " ".join([*topic, *(last for thing in told if (last := thing.said.split()[-1]) not in topic)])


def _things(typed: Sequence[str], *, told: bool = False) -> Iterator[Thing]:
    """The things among words; `told`: only those whose number counts nothing ("kế hoạch 5 năm")."""
    words = [folded(word) for word in typed]
    for at, word in enumerate(words):
        if not (found := _NUMBER.fullmatch(word)):
            continue
        last = next((end for end in range(at, 0, -1) if words[end - 1] not in _SMALL), 0)  # "lắng [số] 3"
        ahead = words[max(last - _NAMED, 0) : last]
        ahead = ahead[-1:] if ahead[-1:] and ahead[-1] in _ORDERS else ahead
        long_enough = len(ahead) == _NAMED or (ahead and ahead[-1] in _ORDERS)
        counts = ahead and ahead[-1] in _NO_THINGS and typed[last - 1] not in _THINGS
        named = long_enough and not counts and all(w.isalpha() for w in ahead)
        ordinal = words[max(at - 1, 0)] in _SMALL or len(word) >= _CODE or at == len(words) - 1
        ordinal = ordinal or bool(ahead and ahead[-1] in _ORDERS)
        if named and (ordinal or not told):
            first = last - len(ahead)
            yield Thing(tuple(ahead), found[1], " ".join(typed[first : at + 1]))


def _text(item: Task | Target | Passage) -> str:
    if isinstance(item, Task):
        return " . ".join(filter(None, (item.task, item.activity, item.objective, item.result)))
    return item.text

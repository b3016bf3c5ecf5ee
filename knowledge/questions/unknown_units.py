"""The unit of a list that no plan has: what is left of the question can only be one, or goes on from one that is."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise

from knowledge.language.syllables import is_syllable
from knowledge.language.text import canonical, folded
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import plain_phrases
from knowledge.questions.half_words import BONDED
from knowledge.questions.lookup import Lookup
from knowledge.questions.rule_words import JOINS
from knowledge.questions.spans import Spans
from knowledge.units.mentions import UnitMention, unit_like
from knowledge.units.name_words import field_behind, names_people, printed_words
from knowledge.units.name_words import words as unit_words
from knowledge.units.readings import ARTICLES, BEFORE, head_letters, is_initials, other_number


def unknown_unit(spans: Spans, topic: Sequence[int], *, opens: bool = False) -> str | None:
    """How a list calls a unit that is not known; None where it names none, or one that is.

    Args:
        topic: positions of the words of the topic.
        opens: whether only a topic is one that opens with the kind of a unit ("còn Khoa Ngoại", no "lắp báo cháy").
    """
    if spans.units:
        return _longer(spans, topic if opens else topic or spans.rest) or _joined(spans)
    if any(_is_pointed_at(spans, at) for at in topic[:_PARTED]):
        return None
    return _strange(spans, topic, opens=opens) or _charged(spans)


def _charged(spans: Spans) -> str | None:
    """Who is asked to be charged with anything, where no plan has these words ("bên Viettel có bị giao chuyện gì").

    They are all that is said ahead of what asks for duties, whatever they look like.
    """
    duty = next((cue for cue in spans.cues if "duty" in cue.kinds), None)
    rest = [at for at in spans.rest if folded(spans.words[at]) not in BEFORE]
    if duty is None or not 0 < len(rest) <= _LONGEST or rest[-1] >= duty.start:
        return None
    between = set(range(rest[0], duty.start)) - {*rest}
    small = {at for cue in spans.cues if cue.kinds <= LITTLE for at in range(cue.start, cue.end)}
    words = [spans.utterance.topical[at] for at in rest]
    told = all(spans.lookup.adjoin(*pair) for pair in pairwise(words)) and all(map(spans.lookup.weight, words))
    together = rest[-1] - rest[0] == len(rest) - 1 and between <= small | spans.scope.taken
    return " ".join(words) if together and not told and not names_people(words) else None


_LONGEST = 4  # words of a name


def acts(spans: Spans, at: int) -> bool:
    """Whether a role stands right behind a word, as behind the name of a unit."""
    return any(cue.start == at + 1 and cue.kinds & {"lead", "coordinate"} for cue in spans.cues)


def _strange(spans: Spans, topic: Sequence[int], *, opens: bool) -> str | None:
    """The topic of a list, where it can only be a unit that is not known; small words inside its name are its own."""
    words = list(_without_talk([spans.utterance.topical[i] for i in _stretch(spans, topic)]))
    if len(topic) == 1 and acts(spans, topic[0]) and not is_syllable(folded(words[0])):
        return words[0].upper()  # "SNV chủ trì việc gì", where no plan has such a short form
    if len(words) > 1 and " ".join(map(folded, words[:1])) in _AREAS and not spans.lookup.weight(folded(words[1])):
        return " ".join(words)  # "huyện Krông Pa"
    if _is_of_an_office(spans, topic) or are_letters(words):
        return " ".join(words)  # "Thanh tra | Sở Xây dựng An Bình", whose plan names none
    words = words if opens or unit_like(words) else _behind_another(words, spans.lookup)
    size = 0 if names_people(words) or _is_work(words) else unit_like(words)
    if _OTHERS.issuperset(map(folded, words[size:])) or (unit_words("bare") | unit_words("level")).issuperset(
        map(folded, words)
    ):
        return None  # "các phòng khác", "sở ngành" name none
    if not size or spans.lookup.bond(*words[size - 1 : size + 1]) >= BONDED:
        return None  # "so hoa" is "số hóa", no "Sở …"
    return " ".join(words)


def are_letters(words: Sequence[str]) -> bool:
    """Whether words are the letters of a kind of unit and those of its field ("p.ctsv")."""
    bare = [*map(folded, words)]
    return len(bare) == _PARTED and bare[0] in head_letters() and is_initials(bare[1])


def _is_pointed_at(spans: Spans, at: int) -> bool:
    """Whether a word is a kind of unit that is pointed at, and not named ("phòng | này", "hội | mình")."""
    behind = spans.utterance.topical[at + 1 : at + 2]
    return bool(unit_like(spans.words[at : at + 2])) and not _POINTS.isdisjoint(behind)


_POINTS = frozenset({"này", "đó", "ấy", "kia", "đấy", "nớ", "mình", "em", "tôi", "cháu", "con", "bọn", "tụi", "chúng"})


def _is_work(words: Sequence[str]) -> bool:
    """Whether words only begin like a unit ("phòng | chống", "cơ sở | dữ liệu"); accents count where any were typed."""
    return any(
        len(words) >= len(phrase)
        and all(word in (printed, folded(printed)) for word, printed in zip(words, phrase, strict=False))
        for phrase in (_work().get(folded(words[0]), ()) if words else ())
    )


@cache
def _work() -> Mapping[str, Sequence[Sequence[str]]]:
    """What only begins like a unit, by its first word without accents."""
    phrases: dict[str, list[Sequence[str]]] = defaultdict(list)
    for phrase in printed_words("not", "text not"):
        phrases[folded(phrase).split()[0]].append(canonical(phrase).split())
    return phrases


def _behind_another(words: list[str], lookup: Lookup) -> list[str]:
    """The words of a unit where they stand behind another one ("giao | sở …", "giao | thanh tra sở"), else all.

    Where a plan has a row with the words side by side they are no unit ("ngày | hội việc làm"), but behind "giao".
    """
    if len(words) <= _PARTED or not unit_like(words[1:]):
        return words
    if words[0] == "giao" and lookup.bond(*words[:2]) < BONDED:
        return words[1:]
    behind = words[1] != folded(words[1])
    return words[1:] if behind and not lookup.plans_saying(tuple(map(folded, words))) else words


def _is_of_an_office(spans: Spans, topic: Sequence[int]) -> bool:
    """Whether the words are a kind of unit right before the office whose plan is asked, and so one of it."""
    at = topic[-1] + 1 if topic else 0
    said = " ".join(folded(spans.words[i]) for i in topic)
    owned = at in spans.scope.taken and folded(spans.words[at]) in unit_words("owner")
    return owned and said in unit_words("container") - unit_words("bare")


def _stretch(spans: Spans, topic: Sequence[int]) -> list[int]:
    """The topic with the fillers inside it ("tra" of "Thanh tra Sở" is one by itself)."""
    if not topic:
        return []
    said = {i for cue in spans.cues if not cue.kinds <= _SMALL for i in range(cue.start, cue.end)}
    known = said | spans.scope.taken | {i for period in spans.periods for i in range(period.start, period.end)}
    first = topic[0] - _is_its_kind(spans, topic[0] - 1)
    inside = [i for i in range(first, topic[-1] + 1) if i in topic or i not in known]
    return inside if inside == list(range(inside[0], inside[-1] + 1)) else list(topic)


def _without_talk(words: Sequence[str]) -> Sequence[str]:
    """A name without the particles that close it and the word that goes on ("Phòng Truyền thông | hả, thế").

    Without accents one particle may be the end of a name ("Núi Hà"), two are none.
    """
    bare = list(words) == [folded(word) for word in words]
    small = _particles(bare=bare)
    end = next((at for at in range(len(words), 1, -1) if words[at - 1] not in small), 1)
    return words[: end if not bare or len(words) - end > 1 else len(words)]


@cache
def _particles(*, bare: bool) -> frozenset[str]:
    found = {"ấy", "á"}
    found.update(words[0] for kind in ("closing", "doubt") for words in plain_phrases(kind) if len(words) == 1)
    return frozenset(map(folded, found) if bare else found)


def _is_its_kind(spans: Spans, at: int) -> bool:
    """Whether a word that else says nothing is typed as the kind of a unit ("còn | Vụ | Thư viện", no "vụ dạy bơi")."""
    capitals = spans.utterance.capitals or frozenset()
    small = [cue for cue in spans.cues if cue.start <= at < cue.end]
    said = at >= 0 and folded(spans.words[at]) in capitals - ARTICLES and all(cue.kinds <= _SMALL for cue in small)
    return said and bool(unit_like(spans.words[at : at + 2]))


_SMALL = LITTLE | {"back"}


def _longer(spans: Spans, topic: Collection[int]) -> str | None:
    """The one unit that is named, where the words behind it make it another that no plan has ("Phòng … Nhà")."""
    unit = spans.units[0]
    if unit.head:
        return None  # "mỗi phòng | nộp mấy đề án": all units that begin so, and no other one
    more = [i for i in range(unit.end, len(spans.words)) if set(range(unit.end, i + 1)) <= set(topic)]
    names = [folded(name) for name in unit.printed]
    first = next((at for at in range(unit.start, unit.end) if folded(spans.words[at]) not in BEFORE), unit.start)
    said = " ".join(map(folded, spans.words[first : unit.end]))
    if numbered := _of_another_number(spans, unit, names):
        return numbered
    if size := field_behind(spans.words[unit.start : unit.end], spans.words[unit.end :]):
        return " ".join(spans.utterance.topical[unit.start : unit.end + size])  # "Thanh tra Sở | Xây dựng", of no plan
    if _is_of_another_office(spans, unit, more) or _is_another_member(spans, unit, more):
        return " ".join(_without_talk(spans.utterance.topical[first : more[-1] + 1]))
    begun = all(name.startswith(said) and len(name.split()) > len(said.split()) + 1 for name in names)
    begun = begun or all(_other_level(name, said, spans.words[unit.end : unit.end + 1]) for name in names)
    if len(spans.units) > 1 or not more or not begun:
        return None
    return " ".join(_without_talk(spans.utterance.topical[first : more[-1] + 1]))


def _is_of_another_office(spans: Spans, unit: UnitMention, more: Sequence[int]) -> bool:
    """Whether right behind a unit an office is named that no plan has ("Phòng Đào tạo | Trường Đại học An Bình")."""
    if len(spans.units) > 1 or unit.end in spans.utterance.breaks:
        return False  # "Hải quan, | kho bạc …" are beside it
    owned = spans.words[unit.end : unit.end + 1] in _OWNED and unit.end not in more
    words = [spans.words[i] for i in more]
    size = unit_like(words) if more[:1] == [unit.end + owned] and len(more) > _PARTED else 0
    end = len(_without_talk([spans.utterance.topical[i] for i in more]))
    return 0 < size < end and not spans.lookup.adjoin(*words[end - 2 : end])


def _is_another_member(spans: Spans, unit: UnitMention, more: Sequence[int]) -> bool:
    """Whether one of a group is named that is none of its members that plans name ("Hạt Kiểm lâm | Đèo Mây").

    Where no member is named, the group holds whoever is one of it.
    """
    if not unit.group or len(spans.units) > 1 or len(more) < _PARTED or more[0] != unit.end:
        return False
    bare = [folded(spans.words[i]) for i in more]
    capitals = spans.utterance.capitals or frozenset()
    proper = capitals.issuperset(bare) or not any(map(spans.lookup.weight, bare))
    told = any(spans.lookup.adjoin(*pair) for pair in pairwise(bare))
    heads = (unit.words[:size] for size in range(len(unit.words), 0, -1))
    return proper and not told and any(spans.lookup.units.headed(head, unit.names) for head in heads)


_OWNED = (("của",), ("cua",), ("thuộc",), ("thuoc",), ("ở",), ("bên",))


def _of_another_number(spans: Spans, unit: UnitMention, names: Sequence[str]) -> str | None:
    """The unit with the number behind it, which those of its name do not have ("Xí nghiệp Mạng lưới | số 3")."""
    end = unit.end - (spans.words[unit.end - 1] in _NUMBER)  # else it is "Phòng Kinh doanh Sở"
    called = "".join(spans.words[end : end + 1]) in _NUMBER
    behind = end + called + 1
    if any(period.start < behind and end < period.end for period in spans.periods):
        return None
    number = called and spans.words[behind - 1 : behind] and spans.words[behind - 1].isdigit()
    another = number and not spans.is_taken(end, behind)
    if another or all(other_number(name, spans.words[unit.start : behind]) for name in names):
        first = next(at for at in range(unit.start, behind) if folded(spans.words[at]) not in BEFORE)
        return " ".join(spans.utterance.topical[first:behind])
    return None


_NUMBER = frozenset({"số", "so"})


def _joined(spans: Spans) -> str | None:
    """What can only be a unit and is joined to one that is named ("Thư viện với | phòng truyền thông chủ trì gì").

    So is what nobody knows and has a role right behind ("với | marketing chủ trì gì").
    """
    rest = {i for i in spans.rest if folded(spans.words[i]) not in JOINS}
    for unit in spans.units:
        at = unit.end + 1
        end = next((i for i in range(at, len(spans.words) + 1) if i not in rest), at)
        said = spans.utterance.topical[at:end]
        joined = at < end and folded(spans.words[unit.end]) in JOINS
        unknown = at < end and acts(spans, end - 1) and not any(map(spans.lookup.knows, said))
        if joined and (unknown or unit_like(said)):
            return " ".join(said) if not (_is_work(said) or names_people(said)) else None
    return None


def _other_level(name: str, said: str, after: Sequence[str]) -> bool:
    """Whether a name goes on with another level than was said ("Công an tỉnh" where "công an | huyện" is asked)."""
    level, levels = name.removeprefix(f"{said} "), unit_words("level")
    return level in levels and bool(levels.intersection(map(folded, after)) - {level})


_OTHERS = frozenset({"khac", "nay", "do", "kia", "ay", "con", "lai"})  # behind a kind of unit that is not named
_PARTED = 2  # words of a unit that can stand behind another word ("giao sở …")
_AREAS = frozenset({"tinh", "huyen", "quan", "xa", "phuong"})

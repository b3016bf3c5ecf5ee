"""Where running text names a unit, and where that name ends.

A unit's name begins with one of the heads of `data/units.tsv` ("Sở", "các phòng", "Thủ trưởng") and ends before the
verb that says what the unit does (`data/duty_words.tsv`). Verbs inside names are written with a capital ("Phòng Tổ
chức") or stand in the list of whole names.
"""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.data import records
from knowledge.language.text import UPPER, canonical, either_tone
from knowledge.units.name_words import is_link, printed_words, text_heads, unfit_after


@dataclass(frozen=True, slots=True)
class Phrase:
    """A unit's name at a place in a text.

    Args:
        start, end: where it stands.
        verb: what follows it, "" at the end of the text.
    """

    name: str
    start: int
    end: int
    verb: str


@cache
def duty_words(kind: str) -> tuple[str, ...]:
    """The words of one kind of `data/duty_words.tsv`, the longest first."""
    return tuple(sorted((word for k, word in records("duty_words.tsv") if k == kind), key=len, reverse=True))


def unit_at(text: str, start: int = 0, *, ordered: bool = False) -> Phrase | None:
    """The unit whose name begins at `start` and does something, None where there is none.

    Args:
        text: of the sentence.
        start: where the name would begin.
        ordered: whether an order or a number leads up to it; then any verb will do behind a name that is whole by
            itself ("Yêu cầu Công an tỉnh phân luồng …"), and not only those of `duty_words.toml`.
    """
    end, verb = _explained(text, start) or _verb_after(text, start)
    whole = _whole_name_end(text, start) if ordered else None
    if whole is not None and whole < end:
        end, verb = whole, text[whole:].split(maxsplit=1)[0]
    name = _BEHIND_NAME.sub("", text[start:end].strip(" ,:"))
    return Phrase(name, start, end, verb) if verb and begins_unit(text[start:end]) and _is_name(name) else None


# A short form, or a small word of the verb ("Sở Y tế còn | có trách nhiệm …").
_BEHIND_NAME = re.compile(r"(?:\s*\([^()]*\)|\s+(?:còn|cũng|đồng thời|vẫn|chủ yếu|phải|cần|sẽ))+\s*$")
# A name is whole before the short form that it gets: "Ban Chỉ đạo … tỉnh (sau đây viết tắt là BCĐ) họp …".
_CALLED = re.compile(r"\((?:sau đây|dưới đây|từ đây|gọi tắt|viết tắt)[^()]{2,80}\)\s+(?P<verb>[^\W\d_]+)")


def _explained(text: str, start: int) -> tuple[int, str] | None:
    """As `_verb_after`, where brackets explain the short form of the name that begins at `start`."""
    match = _CALLED.search(text, start)
    if match is None or _NOT_IN_NAME.search(text, start, match.start()) or not match["verb"].islower():
        return None
    return match.start("verb"), match["verb"]


_NOT_IN_NAME = re.compile(r"[.;:()]|\b(?:phối hợp|chủ trì|với|cho|trách nhiệm)\b")


def whole_unit(text: str) -> str | None:
    """The name, if the whole text is one or several units ("Sở Tài chính, Kho bạc nhà nước tỉnh")."""
    text = text.strip(" .:;")
    if not text or not begins_unit(text) or len(text) > 260:
        return None
    _, verb = _verb_after(text, 0)
    return text if not verb or (verb == ":" and _lists_units(text)) else None


def _lists_units(text: str) -> bool:
    """Whether what follows a colon goes on with the name: "Các Sở: Y tế, Công Thương"."""
    head, _, rest = text.partition(":")
    several = re.fullmatch(r"(?:các|những)\s+\w+(?:\s*,\s*\w+)*", head.strip(), re.IGNORECASE)
    names = re.split(r"\s*[,;]\s*|\s+và\s+", rest.strip(" ."))
    return several is not None and not _verb_after(rest, 0)[1] and all(name[:1].isupper() for name in names[:2])


def begins_unit(text: str) -> bool:
    """Whether a text begins as names of units do."""
    return bool(_heads().match(text.lstrip()))


def is_people(name: str) -> bool:
    """Whether a name is a class of people ("cán bộ, công chức") and no unit."""
    lowered = canonical(name)
    if re.match(rf"(?:Các\s|các\s)?[Cc]ông chức [{UPPER}]", name):
        return False  # "công chức Tư pháp - Hộ tịch" is a post of a commune
    return any(lowered.startswith(canonical(word)) for word in printed_words("people"))


def _is_name(text: str) -> bool:
    return len(text.split()) <= 45 and not re.search(r"[.!?]\s|\d%|\b(?:là|được|đã|không|nhằm|để|khi)\b", text)


# Behind a head that is a thing as well ("bộ nhận diện"), a unit has a name, a list of heads, or nothing.
_NAMED = rf"(?=\s+(?-i:[{UPPER}])|\s*[,;:/.]|\s*$|\s+(?:ngành|và|chủ quản|quản lý|trưởng)\b)"


@cache
def _heads() -> re.Pattern[str]:
    alternatives = []
    named = set(map(canonical, printed_words("named")))
    for head in text_heads():
        never = "|".join(map(either_tone, unfit_after(head)))
        guard = rf"(?!\s*(?:{never})(?!\w))" if never else ""
        guard += _NAMED if head in named else ""
        alternatives.append(rf"{either_tone(head)}\b{guard}")
    return re.compile("(?:" + "|".join(alternatives) + ")", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, duty_words("verb"))) + r")(?![\w-])")


@cache
def _named_verbs() -> re.Pattern[str]:
    """Verbs of several words with a capital: part of a name to their end ("Đào tạo", though "tạo" is a verb)."""
    verbs = (verb for verb in duty_words("verb") if " " in verb)
    named = "|".join(f"{re.escape(verb[0].upper())}{re.escape(verb[1:])}" for verb in verbs)
    return re.compile(rf"(?:{named})(?!\w)(?:(?:,| và)\s+(?:{_verbs().pattern}))?")  # "Đào tạo, bồi dưỡng cán bộ"


@cache
def _whole_names() -> re.Pattern[str]:
    names = "|".join(map(re.escape, duty_words("whole")))
    return re.compile(f"(?=({names}))", re.IGNORECASE)  # they may overlap: "ban chỉ đạo", "chỉ đạo chuyển đổi số"


def _verb_after(text: str, start: int) -> tuple[int, str]:
    """Where the first verb stands that belongs to no name, and the verb; a colon counts as one."""
    hidden = [match.span(1) for match in _whole_names().finditer(text, start)]
    hidden += [match.span() for match in re.finditer(r"\([^()]*\)", text) if match.start() >= start]
    hidden += [match.span() for match in _named_verbs().finditer(text, start)]
    head = _heads().match(text, start)
    colon = text.find(":", max((b for a, b in hidden if a <= text.find(":", start) < b), default=start))
    for match in _verbs().finditer(text, head.end() if head else start):
        if (
            any(begin <= match.start() < end for begin, end in hidden)
            or _is_noun(text, match)
            or _is_field(text, match)
        ):
            continue
        if 0 <= colon < match.start():
            break
        duty = _TASKED.match(text, match.start())
        return (duty.start("duty"), duty["duty"]) if duty else (match.start(), match[0])
    # "Sở Y tế: Chủ trì …": what follows the colon is the duty
    return (colon, ":") if colon >= 0 and text[colon + 1 :].strip() else (len(text), "")


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a verb is a noun here: "các tổ chức chính trị - xã hội"."""
    return bool(re.search(r"\b(?:[Cc]ác|[Nn]hững|[Mm]ột số) $", text[max(0, match.start() - 8) : match.start()]))


def _is_field(text: str, match: re.Match[str]) -> bool:
    """Whether a verb says what a unit deals with, another one right behind it ("… chất lượng xây dựng lập …")."""
    field = canonical(match[0]) in map(canonical, printed_words("field"))
    return field and _verbs().match(text, match.end() + 1) is not None


_LEVEL = r"(?-i:tỉnh|thành phố|xã|phường|đặc khu|huyện|Sở|Bộ)"


@cache
def _complete() -> re.Pattern[str]:
    """An agency with its field, or an office with its level, with the name of the place if it is printed."""
    fields = "|".join(map(either_tone, map(canonical, printed_words("field"))))
    offices = "|".join(either_tone(canonical(w)) for w in printed_words("complete", "container", "owner"))
    alone = "|".join(either_tone(canonical(w)) for w in printed_words("complete") if " " in w)
    place = rf"(?:\s+(?-i:[{UPPER}])\w+)*"
    return re.compile(
        rf"(?:(?:(?:sở|bộ|phòng|ban|vụ|cục|chi cục|thanh tra|văn phòng)\s+(?:{fields})(?:\s+{_LEVEL})?"
        rf"|(?:(?:{offices}|chủ tịch|thường trực)\s+){{1,3}}{_LEVEL}){place}|{alone})(?=\s)",
        re.IGNORECASE,
    )


def _whole_name_end(text: str, start: int) -> int | None:
    """Where a name ends that is whole by itself and has a small word behind it which goes on with no name."""
    match = _complete().match(text, start)
    after = text[match.end() :].split(maxsplit=1) if match else []
    if match is None or not after:
        return None
    words = canonical(text[match.end() :]).split()[:2]
    rank = words[0] == "cấp"
    goes_on = words[0] in _GOES_ON or (words[-1] in _LEVELS if rank else is_link(words[0]))
    return None if goes_on or not after[0].isalpha() or not after[0].islower() else match.end()


_LEVELS = frozenset(("tỉnh", "huyện", "xã", "sở", "cơ", "trung"))  # behind "cấp"
# Small words that go on with a name: its rank, others beside it, who of it is meant.
_GOES_ON = frozenset({
    "và", "cùng", "các", "những", "liên", "có", "nơi", "vùng", "khu", "ven", "miền", "biên", "mới", "cũ", "nói",
    "thành", "xã", "phường", "tỉnh", "huyện", "đặc", "đã", "được", "đang", "không", "vừa", "nhận", "là", "kế",
})  # fmt: skip


# "các đơn vị cung cấp dịch vụ có trách nhiệm …": the first verb still belongs to the name
_TASKED = re.compile(r"[^,;.:()]{3,60}?\s(?P<duty>có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)\b")

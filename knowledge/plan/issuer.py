"""Which office issued a plan: by its letterhead, the sentence that issues it, its caption or its foot."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from knowledge.data import records
from knowledge.language.text import UPPER, canonical, nfc
from knowledge.plan.block import Block
from knowledge.plan.casing import Casing
from knowledge.plan.kinds import DECIDING
from knowledge.plan.parts import DocumentParts
from knowledge.plan.posts import is_post
from knowledge.plan.title import BODIES, TITLE
from knowledge.units.name_words import office_heads, printed_words


def issuer_of(found: DocumentParts, place: str | None, casing: Casing) -> str | None:
    """The issuing office, with the place that its printed name leaves out."""
    province = None if _is_of_state(found, casing) else _province(found, place)
    for candidate in _issuers(found, casing):
        name = _office_name(candidate)
        if name:
            return _with_place(name, province, place)
    return next((_capitalised(casing.normal(line)) for line in _above_number(found.head)), None)


def _above_number(head: Sequence[Block]) -> Iterator[str]:
    """The line in capitals right above the number: an office, also where none is known that is called so."""
    for above, block in pairwise(head):
        text = _MOTTO.split(above.whole)[0].strip(" *-_")
        if _NUMBER.match(block.text) and text.isupper() and len(text.split()) > 1 and not _is_no_office(text):
            yield text


_NUMBER = re.compile(r"Số\s*:?\s*[\d.…_ ]*\s*[/-]")


def _is_of_state(found: DocumentParts, casing: Casing) -> bool:
    """Whether the office above the issuer is one of the whole country: what is below it is of no province."""
    above = [canonical(casing.normal(line)) for line in _letterhead(found.head)[:-1]]
    return any(line.startswith(tuple(f"{canonical(head)} " for head in printed_words("state"))) for line in above)


def _issuers(found: DocumentParts, casing: Casing) -> Iterable[str]:
    """Who may have issued the plan, the surest first."""
    letterhead = [_capitalised(casing.normal(line)) for line in _letterhead(found.head)]
    if letterhead:
        above = _office_name(letterhead[-2]) if len(letterhead) > 1 else None
        yield _under(letterhead[-1], above or "")
    opening = " ".join(b.text for b in found.body[:8] if b.table is None)
    for match in _ISSUES.finditer(opening):
        yield re.sub(r"^(?:Chủ tịch|Giám đốc|Lãnh đạo)\s+", "", match["o"])
    for block in (*found.appendix[:6], *found.body[-3:]):
        if named := re.search(r"[Kk]ế hoạch\b.{0,160}? của (?P<o>[^.,;)]{3,80}?)\s*(?:[),.;]|$)", block.text):
            yield re.sub(r"^(?:Chủ tịch|Giám đốc)\s+", "", named["o"])
    yield from (named["o"] for block in (*found.head, *found.body[:3]) if (named := _NAMED.fullmatch(block.text)))
    yield from (re.sub(r"^TM\.\s*", "", b.text).title() for b in found.foot if b.text.startswith("TM"))


def _under(name: str, superior: str) -> str:
    """The name of a room or a board with the place of the office above it ("Ban An toàn giao thông" of a province)."""
    place = re.match(r"UBND (?P<place>(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) .+)", superior)
    dependent = tuple(map(canonical, printed_words("dependent")))
    if superior and place is None and canonical(name) in dependent:  # "Ban Thường vụ" of "Hội Liên hiệp Phụ nữ …"
        return f"{name} {superior}"
    ours = canonical(name).startswith(dependent)
    if place is None or not ours or _SAYS_PLACE.search(name):
        return name
    return f"{name} {superior if name == 'Văn phòng' else place['place']}"


_SAYS_PLACE = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)\b(?=\s+\S)", re.IGNORECASE
)
_LEVELS = ("huyện", "tỉnh", "xã", "phường", "thị", "quận", "thành", "các", "đặc")
_RANKS = (*_LEVELS, "sở", "bộ", "cơ", "trung")  # behind "cấp"


def _capitalised(name: str) -> str:
    """An office's name with the capitals that such names have: behind the kind of office, "và", a comma or a dash."""
    kinds = (word for word in office_heads() if canonical(name).startswith(canonical(word) + " "))
    kind = max(kinds, key=len, default="")
    head, rest = kind or name[:0], name[len(kind) :]
    raised = re.sub(r"(?:^|(?<=\bvà)|(?<=[,–-])) (?P<w>\w+(?: \w+)?)", lambda m: f" {_raise(m['w'])}", rest)
    placed = _PLACED.sub(lambda m: m[0].lower(), head + raised)
    placed = _LAST_PLACE.sub(lambda m: f"{m['level']} {_titled(m['place'])}", placed)
    placed = _COMMITTEE.sub(lambda m: m[0].capitalize(), placed)
    placed = _OF_A_COMMITTEE.sub(lambda m: f"{m['committee']} {_titled(m['place'])}", placed)
    placed = _provinces().sub(lambda m: _titled(m[0].lower()), placed)
    return _with_field(_with_own_name(_DIRECTION.sub(lambda m: _titled(m[0]), placed)))


@cache
def _provinces() -> re.Pattern[str]:
    """The names of provinces, which have their capitals wherever they stand ("Đoàn TNCS Hồ Chí Minh")."""
    names = (name for row in records("provinces.tsv") for name in row[:2] if " " in name)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def _with_field(name: str) -> str:
    """A name with the capitals of its field, right behind a kind of office ("Sở Khoa học và Công nghệ")."""
    for field in printed_words("field"):
        at = canonical(name).find(f" {canonical(field)}")
        if at >= 0 and canonical(name[:at]).endswith(tuple(map(canonical, office_heads()))):
            return f"{name[: at + 1]}{field}{name[at + 1 + len(field) :]}"
    return name


def _with_own_name(name: str) -> str:
    """A school's own name, of a person, a place or a thing, has capitals throughout ("Trường THPT Lê Quý Đôn").

    Before it stands its sort, or several ("Trường TH, THCS và THPT Hoa Sen").
    """
    found = _school().match(name)
    if found is None:
        return name
    sorts = re.sub(_sorts(), lambda sort: _printed_sorts()[canonical(sort[0])], found["sorts"], flags=re.IGNORECASE)
    own = re.split(rf"\b(?={_LEVEL}\b)", name[found.end() :], maxsplit=1)
    return " ".join(filter(None, ("Trường", sorts, _titled(own[0]), *own[1:])))


@cache
def _school() -> re.Pattern[str]:
    return re.compile(rf"Trường (?P<sorts>(?:{_sorts()})(?:(?:,| và| &| -)? (?:{_sorts()}))*)(?= )", re.IGNORECASE)


def _sorts() -> str:
    return "|".join(rf"\b{re.escape(sort)}(?!\w)" for sort in printed_words("namesake"))


@cache
def _printed_sorts() -> dict[str, str]:
    return {canonical(sort): sort for sort in printed_words("namesake")}


def _titled(place: str) -> str:
    """Words with capitals as a name has them; neither "và" has one, nor the word before a number ("số 1")."""
    return _SMALL.sub(lambda small: small[0].lower(), " ".join(word[:1].upper() + word[1:] for word in place.split()))


_SMALL = re.compile(r"\b(?:Và(?= )|Số(?= \d))")


_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
# What stands behind the last level of a name is that of a place: "Sở Nội vụ tỉnh An Lạc".
_LAST_PLACE = re.compile(
    rf"(?<= )(?P<level>{_LEVEL}) "
    r"(?P<place>(?!về\b|của\b|cho\b|[uủ][ỷyủ]\b|đoàn\b)\w+(?: \w+){0,3})$"
)


# Names of parts of the country and of its sides: "Viện Dược liệu Miền Tây", "Chi cục Phía Nam".
_DIRECTION = re.compile(r"(?<= )(?:miền|phía) (?:bắc|nam|trung|tây|đông)\b", re.IGNORECASE)
_PLACED = re.compile(r"(?<= )(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Đặc khu)(?= )")
_OF_A_COMMITTEE = re.compile(
    r"^(?P<committee>(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) (?:[uủ][ỷyủ]|đoàn)) "
    r"(?P<place>(?!(?:khối|tỉnh|xã|phường)\b)\w+(?: \w+){0,3})$"
)
_COMMITTEE = re.compile(r"\b(?:tỉnh|thành|huyện|quận|thị|đảng) (?:[uủ][ỷyủ]|đoàn)(?!\w)", re.IGNORECASE)


def _raise(words: str) -> str:
    """The first of one or two words with a capital, unless it begins a level ("cấp tỉnh"; "Cấp nước" is a field)."""
    first, _, after = words.lower().partition(" ")
    level = after in _RANKS if first == "cấp" else first in _LEVELS
    return words if level else words[:1].upper() + words[1:]


# A sheet says whose it is behind a label: "Đơn vị: Tổng công ty …".
_NAMED = re.compile(
    r"(?:tên\s+)?(?:cơ quan|đơn vị)(?:\s+(?:ban hành|lập|xây dựng))?\s*:\s*(?P<o>[^:;]{5,100})", re.IGNORECASE
)
_ISSUES = re.compile(
    rf"(?:^|[.;:,] )(?P<o>[{UPPER}][^.;:,]{{2,90}}?) (?:ban hành|xây dựng|triển khai|lập) "
    r"(?:Kế hoạch|kế hoạch|Chương trình)"
)
_MOTTO = re.compile(r"\s*CỘNG H[ÒO][ÀA] XÃ HỘI|\s*ĐẢNG CỘNG SẢN|\s*Độc lập\s*[-–]")
_MOTTOES = tuple(map(canonical, ("cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam")))
# The Youth Union writes its own name where others have the motto, beside whichever of its committees issues.
_UNION = frozenset(map(canonical, ("đoàn tncs hồ chí minh", "đoàn thanh niên cộng sản hồ chí minh")))
_DECISION = re.compile(rf"(?:{DECIDING})\s*:?")
_NOT_OFFICES = ("cộng hòa", "cộng hoà", "độc lập", "đảng cộng sản", "số", "kế hoạch")


def _letterhead(head: Sequence[Block]) -> list[str]:
    lines: list[str] = []
    before: list[str] = []
    for block in head:
        if TITLE.match(block.text) or _DECISION.fullmatch(block.text):
            break
        text = _MOTTO.split(block.whole)[0].strip(" *-_")
        ends_motto = any(_ends_motto(line, text) for line in before[-_BESIDE:])
        before.append(block.whole)
        if not text.isupper() or _is_no_office(text) or ends_motto or (lines and canonical(text) in _UNION):
            continue
        if _office_name(text.title()) or not lines:
            lines.append(text)
        else:
            lines[-1] = f"{lines[-1]} {text}"
    return [line for line in lines if _office_name(line.title())]


_BESIDE = 3  # lines: the office and the number stand beside a motto that goes over two


def _ends_motto(before: str, line: str) -> bool:
    """Whether a line is only what had no room on the line of the motto ("VIỆT NAM")."""
    return canonical(f"{before} {line}") in _MOTTOES


def _is_no_office(line: str) -> bool:
    """Whether a line in capitals is the motto, the number or somebody's post; bodies sign by their own name as well."""
    name = canonical(line)
    return name.startswith(_NOT_OFFICES) or (is_post(line) and not name.startswith(BODIES))


def _office_name(text: str) -> str | None:
    """The name, if it begins as names of offices do."""
    text = nfc(text).strip(" .")
    lowered = canonical(text)
    heads = map(canonical, office_heads())
    known = any(lowered.startswith(head + " ") or lowered == head for head in heads)
    if not known or len(text) > 120:
        return None
    return re.sub(r"^(?:ủy|uỷ) ban nhân dân\b", "UBND", text, flags=re.IGNORECASE)


def _province(found: DocumentParts, place: str | None) -> str | None:
    """The province or city, as "tỉnh X" or "thành phố X"."""
    votes: Counter[str] = Counter()
    texts = [b.whole for b in (*found.head, *found.body[:10], *found.foot) if b.table is None]
    for text in texts:
        for match in re.finditer(rf"(?i:tỉnh|thành phố|tp\.?)\s+(?P<p>[{UPPER}]\w+(?:[ -][{UPPER}]\w*){{0,3}})", text):
            name = match["p"].title() if match["p"].isupper() else match["p"]
            if match[0][0] in "tT" and match[0].lower().startswith("tỉnh"):
                votes[f"tỉnh {name}"] += 1
            elif name in printed_words("city") or name.startswith("Hồ Chí Minh"):
                votes[f"thành phố {name}"] += 1
    if place and (city := _city(place)):
        return f"thành phố {city}"
    if place:
        same = [p for p in votes if p.endswith(f" {place}")]
        return same[0] if same else (votes.most_common(1)[0][0] if votes else f"tỉnh {place}")
    return votes.most_common(1)[0][0] if votes else None


def _city(place: str) -> str | None:
    name = re.sub(r"^(?:TP\.?|Tp\.?|Thành phố)\s*", "", place)
    return name if name in printed_words("city") else None


def _with_place(name: str, province: str | None, place: str | None) -> str:
    """The office with the place that its name leaves out."""
    bare = re.sub(r"\s+(?:tỉnh|thành phố)$", "", name)
    if re.fullmatch(r"UBND(?: (?:tỉnh|thành phố))?", name) and province:
        return f"UBND {province}"
    if match := re.fullmatch(r"UBND (huyện|quận|thị xã|xã|phường|thị trấn)", name):
        return f"UBND {match[1]} {place}" if place else name
    local = any(canonical(name).startswith(canonical(word)) for word in printed_words("local"))
    if local and province and province.split(" ", 1)[-1] not in name and province.split()[-1] not in name:
        return f"{bare} {province}"
    return name

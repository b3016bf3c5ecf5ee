"""What the head and the foot of a plan say of it: number, issuer, place, date, title, years, signer.

The parts are those of Nghị định 30/2020/NĐ-CP (annex I). Where the letterhead is missing, the sentence that issues the
plan, the caption of its appendix and its last sentence say who issued it.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import takewhile

from knowledge.document import Document
from knowledge.language.text import UPPER, canonical, nfc
from knowledge.model import Heading, Place
from knowledge.plan.casing import Casing
from knowledge.plan.lines import Block, blocks
from knowledge.plan.parts import Parts, is_post, parts
from knowledge.plan.recipients import recipients
from knowledge.plan.signature import signer

_NAME = rf"(?<![\w/-])(?:TP\.?\s?)?[{UPPER}]\w*(?:[ -][{UPPER}]\w*){{0,4}}"
_NUMBER = re.compile(
    rf"Số\s*:?\s*(?P<n>\d[\d ]{{0,6}})?[\s.…_]*(?P<sep>[/-])\s*"
    rf"(?P<symbol>[{UPPER}][\w&]*(?:\s?[-/]\s?[\w&]+)*)"
)
_DATE = re.compile(
    rf"(?P<place>{_NAME}),?\s*(?i:ngày\s*(?P<d>\d{{1,2}})?[\s.…_]*(?:tháng|/)\s*(?P<m>\d{{1,2}})?[\s.…_]*"
    r"(?:năm|/)\s*(?P<y>(?:19|20)\d\d))"
)
_PLAN = r"KẾ HOẠCH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|CHỈ THỊ"
_OWN_TITLE = re.compile(rf"(?:{_PLAN})\b")
_TITLE = re.compile(
    rf"(?P<kind>{_PLAN}|THÔNG BÁO|CÔNG ĐIỆN|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾT LUẬN|BÁO CÁO)\b(?!\s*:)\s*(?P<rest>.*)"
)
# "QUYẾT ĐỊNH / Về việc ban hành Kế hoạch …": the title is that of the plan.
_ISSUING = re.compile(
    r"(?:về việc\s+)?(?:ban hành|phê duyệt)\s+(?=(?:kế hoạch|chương trình|đề án|phương án|chỉ thị)\b)", re.IGNORECASE
)
_SUBJECT = re.compile(r"(?:V/v|Về việc)\b")


def heading(document: Document) -> Heading:
    """What the document says of itself; what it does not say is None."""
    found = parts(document)
    casing = Casing().know(f"của {office}" for office in _words()["offices"] if office.count(" ") > 1)
    casing = casing.learn(f"tại {place}" for place in [_date([b.whole for b in found.head])[0]] if place)
    casing = casing.learn(block.whole for block in (*found.body, *found.foot, *found.appendix) if block.table is None)
    texts = [block.whole for block in found.head]
    number, symbol = _number(texts, found)
    place, issued = _date(texts)
    title = _title(found.head, casing)
    return Heading(
        number=number,
        symbol=symbol,
        issuer=_issuer(found, place, casing),
        place=place,
        issued=issued,
        title=title,
        years=_years(title, found, issued),
        signer=signer(found.foot),
        recipients=recipients(found.foot),
    )


def plan_year(heading_: Heading) -> int | None:
    """The year that a day without one falls into: the plan's, or the year of issue where the plan is for several."""
    if len(heading_.years) == 1:
        return heading_.years[0]
    issued = int(heading_.issued[:4]) if heading_.issued else None
    return issued or next(iter(heading_.years), None)


def plan_starts(document: Document) -> tuple[Place, ...]:
    """Where plans begin in a document: one place for each letterhead with a number of its own and a title."""
    whole = blocks(document)
    starts: list[tuple[str, Place]] = []
    for index, block in enumerate(whole):
        if not (_OWN_TITLE.match(block.text) and block.text.isupper() and not block.marker):
            continue
        near = whole[max(0, index - 12) : index]
        numbered = next((b for b in reversed(near) if _NUMBER.match(b.text)), None)
        if numbered and all(numbered.whole != text for text, _ in starts):
            starts.append((numbered.whole, numbered.place))
    return tuple(place for _, place in starts)


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(resources.files("knowledge.data").joinpath("offices.toml").read_text(encoding="utf-8"))


def _number(texts: Sequence[str], found: Parts) -> tuple[str | None, str | None]:
    captions = [b.whole for b in found.appendix[:6] if re.search(r"kèm theo kế hoạch", b.text, re.IGNORECASE)]
    captions = [re.sub(r"^.*?kế hoạch\s+(?=số)", "", c, flags=re.IGNORECASE).replace("số", "Số", 1) for c in captions]
    for text in (*texts, *captions):
        if match := _NUMBER.search(text):
            symbol = re.sub(r"\s", "", match["symbol"])
            digits = re.sub(r"\s", "", match["n"] or "")
            return (f"{digits}{match['sep']}{symbol}" if digits else None), symbol
    return None, None


def _date(texts: Iterable[str]) -> tuple[str | None, str | None]:
    for text in texts:
        if match := _DATE.search(text):
            issued = match["y"]
            if match["m"] and 1 <= int(match["m"]) <= 12:
                issued += f"-{int(match['m']):02}"
                if match["d"] and 1 <= int(match["d"]) <= 31:
                    issued += f"-{int(match['d']):02}"
            return _place_name(match["place"]), issued
    return None, None


def _place_name(text: str) -> str:
    words = text.split()
    while len(words) > 1 and not words[0][:1].isupper():
        words = words[1:]
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in words)


def _title(head: Sequence[Block], casing: Casing) -> str | None:
    for index, block in enumerate(head):
        match = _TITLE.match(block.text)
        if match and not block.marker:
            rest = [match["rest"], *takewhile(_is_of_title, (b.whole for b in head[index + 1 :]))]
            words = " ".join(text for text in rest if text and not re.fullmatch(r"[\W_]+|\(.*\)", text))
            words = casing.normal(words.strip(" *.-–_"))
            if match["kind"] in _DECIDING and (issued := _ISSUING.match(words)):
                return words[issued.end() :][:1].upper() + words[issued.end() + 1 :]
            return f"{match['kind'].capitalize()} {words}".strip()
    return next((block.whole for block in head if _SUBJECT.match(block.text)), None)


_DECIDING = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")


def _is_of_title(line: str) -> bool:
    """Whether a line below the kind of document belongs to its title, and is not who decides or whom it is sent to."""
    bare = line.strip(" *_")
    decides = bare.isupper() and (is_post(bare) or canonical(bare).startswith(_BODIES))
    return not decides and not bare.endswith(":") and not canonical(bare).startswith(("căn cứ", "kính gửi"))


def _years(title: str | None, found: Parts, issued: str | None) -> tuple[int, ...]:
    opening = " ".join(b.text for b in found.body[:4] if b.table is None)
    issuing = re.search(r"(?:ban hành|xây dựng) (?:Kế hoạch|kế hoạch).*", opening)
    for text in (title or "", issuing[0] if issuing else ""):
        if years := _years_in(text, issued):
            return years
    return (int(issued[:4]),) if issued else ()


def _years_in(text: str, issued: str | None) -> tuple[int, ...]:
    """The years that a title names; "đến năm 2030" is where the years from the day of issue on end."""
    text = re.split(r"định hướng|tầm nhìn", text, maxsplit=1)[0]
    period = re.search(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)", text)
    if period and 0 < int(period[2]) - int(period[1]) <= 30:
        return tuple(range(int(period[1]), int(period[2]) + 1))
    horizon = re.search(r"đến\s+(?:hết\s+)?năm\s+((?:19|20)\d\d)", text, re.IGNORECASE)
    if horizon and issued and 0 <= int(horizon[1]) - int(issued[:4]) <= _FARTHEST:
        return tuple(range(int(issued[:4]), int(horizon[1]) + 1))
    listed = re.findall(r"năm\s+((?:19|20)\d\d)", text, re.IGNORECASE)
    return tuple(sorted({int(year) for year in listed}))


def _issuer(found: Parts, place: str | None, casing: Casing) -> str | None:
    province = _province(found, place)
    for candidate in _issuers(found, casing):
        name = _office_name(candidate)
        if name:
            return _with_place(name, province, place)
    return None


def _issuers(found: Parts, casing: Casing) -> Iterable[str]:
    """Who may have issued the plan, the surest first."""
    letterhead = [_capitalised(casing.normal(line)) for line in _letterhead(found.head)]
    if letterhead:
        yield letterhead[-1]
    opening = " ".join(b.text for b in found.body[:8] if b.table is None)
    for match in _ISSUES.finditer(opening):
        yield re.sub(r"^(?:Chủ tịch|Giám đốc|Lãnh đạo)\s+", "", match["o"])
    for block in (*found.appendix[:6], *found.body[-3:]):
        if named := re.search(r"[Kk]ế hoạch\b.{0,160}? của (?P<o>[^.,;)]{3,80}?)\s*(?:[),.;]|$)", block.text):
            yield re.sub(r"^(?:Chủ tịch|Giám đốc)\s+", "", named["o"])
    yield from (re.sub(r"^TM\.\s*", "", b.text).title() for b in found.foot if b.text.startswith("TM"))


_LEVELS = ("huyện", "tỉnh", "xã", "phường", "thị", "quận", "thành", "cấp", "các", "đặc")


def _capitalised(name: str) -> str:
    """An office's name with the capitals that such names have: behind the kind of office, "và", a comma or a dash."""
    kinds = (word for word in _words()["offices"] if canonical(name).startswith(canonical(word) + " "))
    kind = max(kinds, key=len, default="")
    head, rest = kind or name[:0], name[len(kind) :]
    raised = re.sub(r"(?:^|(?<=\bvà)|(?<=[,–-])) (?P<w>\w+)", lambda m: f" {_raise(m['w'])}", rest)
    return head + raised


def _raise(word: str) -> str:
    return word if word.lower() in _LEVELS else word[:1].upper() + word[1:]


_ISSUES = re.compile(
    rf"(?:^|[.;:,] )(?P<o>[{UPPER}][^.;:,]{{2,90}}?) (?:ban hành|xây dựng|triển khai|lập) "
    r"(?:Kế hoạch|kế hoạch|Chương trình)"
)
_MOTTO = re.compile(r"\s*CỘNG H[ÒO][ÀA] XÃ HỘI|\s*ĐẢNG CỘNG SẢN|\s*Độc lập\s*[-–]")
_MOTTOES = tuple(map(canonical, ("cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam")))
_DECISION = re.compile(r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT)\s*:?")
_FARTHEST = 30  # years
_BODIES = tuple(
    map(
        canonical,
        (
            "thủ tướng chính phủ",
            "hội đồng nhân dân",
            "ủy ban nhân dân",
            "ubnd",
            "ban thường vụ",
            "ban chấp hành",
            "đảng ủy",
        ),
    )
)
_NOT_OFFICES = ("cộng hòa", "cộng hoà", "độc lập", "đảng cộng sản", "số", "kế hoạch")


def _letterhead(head: Sequence[Block]) -> list[str]:
    lines: list[str] = []
    before = ""
    for block in head:
        if _TITLE.match(block.text) or _DECISION.fullmatch(block.text):
            break
        text, last, before = _MOTTO.split(block.whole)[0].strip(" *-_"), before, block.whole
        if not text.isupper() or _is_no_office(text) or _ends_motto(last, text):
            continue
        if _office_name(text.title()) or not lines:
            lines.append(text)
        else:
            lines[-1] = f"{lines[-1]} {text}"
    return [line for line in lines if _office_name(line.title())]


def _ends_motto(before: str, line: str) -> bool:
    """Whether a line is only what had no room on the line of the motto ("VIỆT NAM")."""
    return canonical(f"{before} {line}") in _MOTTOES


def _is_no_office(line: str) -> bool:
    """Whether a line in capitals is the motto, the number or somebody's post; bodies sign by their own name as well."""
    name = canonical(line)
    return name.startswith(_NOT_OFFICES) or (is_post(line) and not name.startswith(_BODIES))


def _office_name(text: str) -> str | None:
    """The name, if it begins as names of offices do."""
    text = nfc(text).strip(" .")
    lowered = canonical(text)
    known = any(lowered.startswith(canonical(word) + " ") or lowered == canonical(word) for word in _words()["offices"])
    if not known or len(text) > 120:
        return None
    return re.sub(r"^(?:ủy|uỷ) ban nhân dân\b", "UBND", text, flags=re.IGNORECASE)


def _province(found: Parts, place: str | None) -> str | None:
    """The province or city, as "tỉnh X" or "thành phố X"."""
    votes: Counter[str] = Counter()
    texts = [b.whole for b in (*found.head, *found.body[:10], *found.foot) if b.table is None]
    for text in texts:
        for match in re.finditer(rf"(?i:tỉnh|thành phố|tp\.?)\s+(?P<p>[{UPPER}]\w+(?:[ -][{UPPER}]\w*){{0,3}})", text):
            name = match["p"].title() if match["p"].isupper() else match["p"]
            if match[0][0] in "tT" and match[0].lower().startswith("tỉnh"):
                votes[f"tỉnh {name}"] += 1
            elif name in _words()["cities"] or name.startswith("Hồ Chí Minh"):
                votes[f"thành phố {name}"] += 1
    if place and (city := _city(place)):
        return f"thành phố {city}"
    if place:
        same = [p for p in votes if p.endswith(f" {place}")]
        return same[0] if same else (votes.most_common(1)[0][0] if votes else f"tỉnh {place}")
    return votes.most_common(1)[0][0] if votes else None


def _city(place: str) -> str | None:
    name = re.sub(r"^(?:TP\.?|Tp\.?|Thành phố)\s*", "", place)
    return name if name in _words()["cities"] else None


def _with_place(name: str, province: str | None, place: str | None) -> str:
    """The office with the place that its name leaves out."""
    bare = re.sub(r"\s+(?:tỉnh|thành phố)$", "", name)
    if re.fullmatch(r"UBND(?: (?:tỉnh|thành phố))?", name) and province:
        return f"UBND {province}"
    if match := re.fullmatch(r"UBND (huyện|quận|thị xã|xã|phường|thị trấn)", name):
        return f"UBND {match[1]} {place}" if place else name
    local = any(canonical(name).startswith(canonical(word)) for word in _words()["of_a_province"])
    if local and province and province.split(" ", 1)[-1] not in name and province.split()[-1] not in name:
        return f"{bare} {province}"
    return name

"""What the head and the foot of a plan say of it: number, issuer, place, date, title, years, signer.

The parts are those of Nghị định 30/2020/NĐ-CP (annex I). Where the letterhead is missing, the sentence that issues the
plan, the caption of its appendix and its last sentence say who issued it.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from knowledge.document import Document
from knowledge.language.text import UPPER
from knowledge.model import Heading, Place
from knowledge.plan.casing import Casing
from knowledge.plan.issue_date import day_said, place_and_date
from knowledge.plan.issuer import issuer_of
from knowledge.plan.kinds import ALL, PLANS
from knowledge.plan.paragraphs import blocks
from knowledge.plan.parts import DocumentParts, parts
from knowledge.plan.recipients import recipients
from knowledge.plan.signature import signer
from knowledge.plan.title import title_of
from knowledge.units.name_words import office_heads

_NUMBER = re.compile(
    rf"Số\s*:?\s*(?P<n>\d[\d ]{{0,6}}(?:/\s?(?:19|20)\d\d(?=\s?/))?)?[\s.…_]*(?P<sep>[/-])\s*"
    rf"(?P<symbol>[{UPPER}][\w&]*(?:\s?[-/]\s?[\w&]+)*)"
)
_LEVELS = ("tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu")  # before the name of a place
_OWN_TITLE = re.compile(rf"(?:{PLANS})\b")


def heading(document: Document) -> Heading:
    """What the document says of itself; what it does not say is None."""
    found = parts(document)
    casing = Casing().know(f"của {office}" for office in office_heads() if office.count(" ") > 1)
    texts = [block.whole for block in found.head]
    place, issued = place_and_date(texts)
    casing = casing.learn([f"tại {place}"] if place else ()).know(f"{level} {place}" for level in _LEVELS if place)
    casing = casing.learn(block.whole for block in (*found.body, *found.foot, *found.appendix) if block.table is None)
    number, symbol = _number(texts, found)
    issued = issued or next(filter(None, map(day_said, _captions(found))), None)
    title = title_of(found.head, casing) or next(map(casing.normal, filter(_is_title, _above_rows(found))), None)
    return Heading(
        number=number,
        symbol=symbol,
        issuer=issuer_of(found, place, casing),
        place=place,
        issued=issued,
        title=title,
        years=_years(title, found, issued),
        signer=signer(found.foot),
        recipients=recipients(found.foot, (*found.head, *found.body)),
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


def _number(texts: Sequence[str], found: DocumentParts) -> tuple[str | None, str | None]:
    captions = _captions(found)
    captions = [re.sub(r"^.*?\s(?=số\b)", "", c, flags=re.IGNORECASE).replace("số", "Số", 1) for c in captions]
    for text in (*texts, *captions):
        if match := _NUMBER.search(text):
            symbol = re.sub(r"\s", "", match["symbol"])
            digits = re.sub(r"\s", "", match["n"] or "")
            return (f"{digits}{match['sep']}{symbol}" if digits else None), symbol
    return None, None


def _captions(found: DocumentParts) -> list[str]:
    """The lines that say which plan an appendix belongs to, where a sheet is all that there is of the plan."""
    return [b.whole for b in (*found.appendix[:6], *found.head) if _BELONGS.search(b.text)]


_BELONGS = re.compile(rf"kèm theo (?:{ALL}|CÔNG VĂN)(?: này)?(?:\s|$)", re.IGNORECASE)


def _above_rows(found: DocumentParts) -> list[str]:
    """The titles above the first table of a sheet or an appendix that stands alone."""
    first = (found.body or found.appendix)[:6]
    above = list(takewhile(lambda block: block.table is None, first))
    if found.body and (found.head or len(above) == len(first)):
        return []
    return [block.whole for block in above if block.text.isupper()]


def _is_title(line: str) -> bool:
    """Whether a line in capitals above the rows says what they are, and not which annex this is or whose."""
    return len(line.split()) >= _TITLE_WORDS and not re.match(r"(?:PHỤ LỤC|PHỤ BIỂU|BIỂU)\b", line)


_TITLE_WORDS = 4


def _years(title: str | None, found: DocumentParts, issued: str | None) -> tuple[int, ...]:
    opening = " ".join(b.text for b in found.body[:4] if b.table is None)
    issuing = re.search(r"(?:ban hành|xây dựng) (?:Kế hoạch|kế hoạch).*", opening)
    for text in (title or "", issuing[0] if issuing else "", *_above_rows(found), *_captions(found)):
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
    listed = re.findall(r"năm\s+((?:19|20)\d\d(?:\s*(?:,|và|&)\s*(?:năm\s+)?(?:19|20)\d\d)*)", text, re.IGNORECASE)
    return tuple(sorted({int(year) for group in listed for year in re.findall(r"\d{4}", group)}))


_FARTHEST = 30  # years

"""What is asked in several words, among which others stand: no phrase of `cues.tsv` holds them.

What comes out of a row is asked by what one has to hand over ("giấy tờ phải có | sau cùng là gì", "rốt cuộc phải nộp ra
được cái gì"), what one has to show ("lấy gì báo cáo là hoàn thành") and by the outcome that the plan gives ("kết quả
của việc đó kế hoạch ghi là gì"). A deadline is asked by whether there is one ("có hạn không hay làm hoài"), who
coordinates by who is there beside the chair ("ngoài đơn vị chủ trì còn ai").
"""

import re
from collections.abc import Iterable, Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import Cue

_WHAT = r"(?:(?:cai|nhung|nhung cai|thu|mon) )?gi"
PAPER = r"(?:giay to|giay|van ban|tai lieu|ho so|bao cao|bien ban|chung tu|minh chung|san pham|ket qua|dau ra)"
_LAST = r"(?:sau cung|cuoi cung|sau chot|chot|cuoi)"
_ENDLESS = r"(?:hoai|miet|mai|suot|quanh nam|thuong xuyen|lien tuc|deu deu|dai dai|luon luon)"
_OPEN = rf"hay (?:la )?(?:cu |phai |viec )*(?:lam )?{_ENDLESS}"
_UNIT = r"(?:don vi|co quan|phong|ban|bo phan|so|nganh|ben|khoa|to|doi)"
_THAT = r"(?: (?:cu the|cuoi cung|chinh))?(?: (?:cua )?(?:viec|vu|chuyen|phan|cai|muc|dong|nhiem vu) (?:do|ay|nay))?"
_BY_PLAN = r"(?: (?:trong |theo )?ke hoach(?: \d{4})?)?"

_AT_LAST = r"(?:(?:rot cuoc|cuoi cung|sau cung|lam xong|xong roi|xong|gio) )?"
_GIVE = r"(?:nop|nap|trinh|gui|giao|ban giao|giao nop|xuat trinh|trung|dua)(?: (?:ra|len|duoc|lai|xuong))*"
_MAKE = r"(?:lam|to chuc|mo|lap|dung|tao|soan|viet)(?: (?:ra|duoc|len))+"
_OUTCOME = r"(?:ket qua|san pham|dau ra)"
_GIVEN = rf"(?:{_WHAT}|the nao|ra sao|sao)"
_TODAY = r"(?:hom nay|bay gio|gio|nay|ngay hom nay)"
_DATE = r"\d+[/-]\d+(?:[/-]\d+)?"
_DAYS = r"(?:may|bao nhieu) (?:ngay|hom|tuan|thang)"
_TILL = r"(?: (?:la |thi )?(?:den han|toi han|het han|het|den ngay))?"
_ORDER = r"(?:liet ke|ke|ke ten|neu|neu ten|xac nhan|cho biet|doc|nhac|ghi)(?: (?:giup|gium|ra|lai|ten|em|toi|minh))*"
_LIMIT = r"(?: (?:chot|cuoi|cuoi cung|ket thuc|cu the|hoan thanh|xong|ro rang))*"
_CHAIR = r"(?:(?:don vi|ben|co quan|phong) )?chu tri(?: chinh)?"

_RULES: tuple[tuple[str, str], ...] = (
    # what is shown, to the end of what is said of it
    ("result", r"lay (?:cai )?gi(?: (?!ai |khi |bao gio)\S+){0,6}$"),
    # the papers that there have to be at last
    ("result", rf"{PAPER} (?:phai |can )?(?:co|nop|nap|trinh)(?: {_LAST})? (?:la|gom)(?: co)? {_WHAT}"),
    ("result", rf"{PAPER} {_LAST} (?:la|gom)(?: co)? {_WHAT}"),
    ("result", rf"{PAPER} nop gom(?: co)? {_WHAT}"),
    # what one has to hand over, or to bring about
    ("result", rf"{_AT_LAST}(?:thi )?(?:phai|can|thi) {_GIVE} {_WHAT}(?: len| ra)?"),
    ("result", rf"{_AT_LAST}(?:phai|can) {_MAKE} {_WHAT}"),
    ("result", rf"{_AT_LAST}(?:thi )?(?:phai|can) ra(?: duoc)? (?:{_WHAT}|{PAPER} (?:gi|nao))"),
    ("result", rf"(?:xong|xong roi) (?:thi )?(?:trinh|nop|nap|gui|giao)(?: len| ra| lai)? {_WHAT}"),
    # what the plan gives as the outcome
    ("result", rf"{_OUTCOME}{_THAT}{_BY_PLAN} (?:thi |duoc |co )?(?:ghi|neu|viet|noi)(?: la)? {_GIVEN}"),
    ("result", rf"ke hoach(?: \d{{4}})? (?:ghi|neu) {_OUTCOME}(?: la)? {_GIVEN}"),
    # whether there is an end
    ("when", rf"co (?:thoi )?(?:han|moc|ngay){_LIMIT} (?:khong|ko|k)(?: {_OPEN})?"),
    ("when", rf"(?:la )?(?:viec )?(?:lam )?{_ENDLESS} (?:khong )?hay (?:la )?co (?:han|ngay|moc)"),
    ("when", rf"co (?:han|ngay|moc) {_OPEN}"),
    ("when", r": ngay$"),
    # how long it is from today
    ("when", rf"(?:tinh )?tu {_TODAY}(?: {_DATE})?(?: (?:den|toi) \S+)? (?:con|con lai) {_DAYS}(?: nua)?{_TILL}"),
    # the units themselves, where they are to be told one by one
    ("coordinate", rf"{_ORDER} (?:cac |nhung )?{_UNIT}(?: \S+)? (?:cung )?(?:phoi hop|tham gia|ho tro|lam cung)"),
    ("lead", rf"{_ORDER} (?:cac |nhung )?{_UNIT}(?: \S+)? (?:cung )?chu tri"),
    # who is there beside the chair, or whoever was named
    ("coordinate", rf"(?:nhung )?(?:ai|{_UNIT} nao) (?:phai |di |se )?phu(?! (?:trach|giup|luc))"),
    ("coordinate", r"(?<!khong )cung voi (?:nhung )?ai"),
    ("coordinate", rf"ngoai {_CHAIR}(?: ra)?(?: thi)?(?: con)? ai"),
)
_COMPILED = tuple((kind, re.compile(rf"(?<!\S){pattern}(?!\S)")) for kind, pattern in _RULES)
_SIGNS = frozenset(
    {"gi", "han", "moc", "ngay", "ai", "sao", "nao", "liet", "ke", "neu", "nhan", "biet"}
)  # one of them stands in each
_OF_LISTS = frozenset({"list", "table"})


def asked_at_length(found: Sequence[Cue], words: Sequence[str]) -> list[Cue]:
    """The cues, with those that ask in several words in place of what stands inside them."""
    bare = [_WHAT_ELSEWHERE if _is_what(words, at) else folded(word) for at, word in enumerate(words)]
    if _SIGNS.isdisjoint(bare):
        return list(found)
    made = list(_made(bare, found))
    inside = {at for cue in made for at in range(cue.start, cue.end)}
    kept = (cue for cue in found if inside.isdisjoint(range(cue.start, cue.end)))
    return sorted((*kept, *made), key=lambda cue: cue.start)


def _is_what(words: Sequence[str], at: int) -> bool:
    """Whether a word is the "chi" of some provinces for "gì", where it ends what is asked ("phải nạp | chi lên")."""
    return words[at] == "chi" and folded(" ".join(words[at + 1 : at + 2])) in _BEHIND_WHAT


_WHAT_ELSEWHERE = "gi"
_BEHIND_WHAT = frozenset({"", "len", "ra", "vay", "rua", "ri", "a", "he", "hi", "the"})


def _made(bare: Sequence[str], found: Sequence[Cue]) -> Iterable[Cue]:
    said, taken = " ".join(bare), set[int]()
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(said):
            start = said.count(" ", 0, match.start())
            span = range(start, start + match[0].count(" ") + 1)
            listed = any(cue.kinds & _OF_LISTS and cue.end <= start for cue in found)
            if taken.isdisjoint(span) and not (kind == "when" and listed):
                taken.update(span)
                yield Cue(frozenset({kind}), span.start, span.stop)

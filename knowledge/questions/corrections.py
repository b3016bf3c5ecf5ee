"""What is meant instead of what was said: of the turn before ("không, ý tôi là …"), or in the middle of a sentence.

Who dictates puts right what slipped out: "việc của quý 2 à nhầm quý 3". It begins as what is meant does, and goes up to
the word for the slip; where nothing does, nothing is put right.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.language.text import first_token, folded, nfc, tokens
from knowledge.questions.closings import wonders
from knowledge.questions.cues import plain_words
from knowledge.units.name_words import bare_kinds


class Corrected(NamedTuple):
    """What a turn says that puts another right.

    Args:
        text: what is meant.
        instead: whether it is meant instead of what was understood.
        claims: whether it is to be confirmed of the row before.
    """

    text: str
    instead: bool = False
    claims: bool = False


def corrected(text: str, *, of_row: bool = False) -> Corrected:
    """What is meant instead of what was understood ("không, ý tôi là …"); the text itself where it corrects nothing.

    Args:
        of_row: whether a row was told before it, which another unit is said to have too.
    """
    typed = _CLOSES.sub("chứ", nfc(text))
    found = _CORRECTION.match(folded(typed))
    if found is None or len(folded(typed)) != len(typed) or _is_none(typed, found):
        return Corrected(text)
    name = next(name for name in _MEANT if found[name])
    if _ONLY.match(folded(found["first"] or "")):
        return _both(typed, found, of_row=of_row)
    said = _DENIED.sub("", folded(typed)[found.start(name) : found.end(name)])
    said = typed[found.start(name) : found.start(name) + len(said)]
    bare = typed.lower() == folded(typed)
    stressed = _STRESSED[bare].search(said.lower())
    return Corrected(f"{said[: stressed.start()]}{said[stressed.end() :]}" if stressed else said, instead=True)


def _both(typed: str, found: re.Match[str], *, of_row: bool) -> Corrected:
    """What takes nothing back but adds to it ("không phải | chỉ | quý 2 mà | cả | quý 3 | nữa"): both.

    That a unit has a row that was told beside another one is to be confirmed.
    """
    first, second = (folded(found[name]) for name in ("first", "but"))
    opens, closes = _OPENS_TOO.match(second), _CLOSES_TOO.search(second)
    only = _ONLY.match(first)
    one = typed[found.start("first") + (only.end() if only else 0) : found.end("first")].strip(" ,")
    start = found.start("but")
    other = typed[start + (opens.end() if opens else 0) : start + (closes.start() if closes else len(second))].strip()
    accented = typed.lower() != folded(typed)
    both = f"{one} {'và' if accented else 'va'} {other}"
    if of_row and _OF_UNITS.match(folded(one)):
        return Corrected(f"{both} {'cùng làm' if accented else 'cung lam'}", claims=True)
    return Corrected(both, instead=True)


_OF_UNITS = re.compile(rf"(?:{'|'.join(bare_kinds())})\b")
_ONLY = re.compile(r"(?:chi|moi|rieng)(?:\s+(?:co|la|rieng|moi))*\s+")
_OPENS_TOO = re.compile(r"(?:(?:con|ca|co|them|luon)\s+)+")
_CLOSES_TOO = re.compile(r"(?:\s+(?:nua|luon|them))+\s*$")
_CLOSES = re.compile(r"\bchớ(?=[\s.!?]*$)")  # "quý I chớ" is "quý I chứ"


_MEANT = ("meant", "rather", "asked", "instead", "slip", "right", "but", "so", "bare")


def _is_none(typed: str, found: re.Match[str]) -> bool:
    """Whether what looks like a correction is none: another word than a slip, or asked whether it is so."""
    asks = typed.rstrip().endswith("?") or wonders(tokens(typed))  # "Phòng A chứ không phải Phòng B à"
    return bool((found["so"] and asks) or (found["slip"] and not _is_a_slip(typed, found)))


def _is_a_slip(typed: str, found: re.Match[str]) -> bool:
    """Whether what opens a text is a word for a slip ("lộn, quý 4", "ý lộn đợt một"), and no other one ("ý lớn")."""
    word, bare = _DOUBLED.sub(r"\1", typed[slice(*found.span("word"))].lower()), typed.lower() == folded(typed)
    alone = found.start("word") > 0 and word != "lon" and not found["whose"]  # "em nhầm sang …" tells a matter
    parted = bool(found["sign"].strip()) or alone
    return parted and word in (_SLIPS_BARE if bare else _SLIPS)


_DOUBLED = re.compile(r"(\w)\1+$")  # "nhầmm"
_SLIPS, _SLIPS_BARE = ("nhầm", "lộn"), ("nham", "lon")


def repaired(text: str) -> str:
    """A text without what its speaker put right at once ("Sở Y tế, à quên, | Sở Nội vụ có việc gì")."""
    typed = nfc(text)
    slip = _SLIP.search(folded(typed)) if len(folded(typed)) == len(typed) else None
    if slip is None or _ADDS.search(folded(typed), slip.end()):
        return text
    before, behind = typed[: slip.start()].split(), typed[slip.end() :].split()
    near = range(len(before) - 1, max(len(before) - _LONGEST, 0) - 1, -1)
    at = next((at for at in near if _may_be_meant(before[at:], behind[0])), None)
    return text if at is None else repaired(" ".join((*before[:at], *behind)))


def _may_be_meant(said: Sequence[str], instead: str) -> bool:
    """Whether words may be put right by what begins so: by the same word, a figure by a figure.

    One word alone may be the end of a name ("Trạm Y tế | xã à nhầm xã đội"); what says more than one thing ("tháng 12
    của Văn phòng"), asks, or is of the speaker stays.
    """
    bare = [*map(folded, map(first_token, said))]
    if said[0][0].isdigit() and instead[0].isdigit():
        return len(said) == 1
    more = _SAYS_MORE.intersection(bare[1:]) or bare[0] in plain_words("speaker")
    return len(said) > 1 and bare[0] == folded(first_token(instead)) and not more


_SLIP = re.compile(
    r"[\s,.…(]+(?:(?:a|ua|o|ay|y|oi)\s*,?\s*(?:nham|lon|quen)|(?:(?:em|toi|minh|xin loi)\s+)?noi (?:nham|lon))"
    r"(?:\s+(?:roi|mat|a))*[\s,.…:]+(?=\w)"
)
_ADDS = re.compile(r"\b(?:nua|them|luon|ca)\b")  # "à quên, quý 3 nữa" takes nothing back
_SAYS_MORE = frozenset(
    {"cua", "trong", "o", "do", "cho", "tai", "thuoc", "gi", "nao", "may", "ai", "bao", "khong", "co"}
)
_LONGEST = 8  # words of what is put right


_K = r"k(?!\.\w)"  # "k.tc" is a unit
_NAY = rf"(?:khong|{_K}|ko|kg|nham|sai)(?: roi| ma)?\b[\s,.!]*"
_POLITE = r"(?:(?:da|vang|o|ua|a)\b[\s,.!]*)*"  # opens any question and denies nothing: "dạ em hỏi …"
_NO = rf"{_POLITE}(?:{_NAY}{_POLITE})*"
_I = r"(?:(?:cua\s+\w+|(?!kien|nghia|tuong|thuc)\w+)\s+)?"  # "ý tôi là", "ý tui là"; "ý kiến là" is no correction
_WHOSE = "toi|tui|tao|to|minh|em|anh|chi|co|chu|bac|chau"
_ME = rf"(?:(?:{_WHOSE})\s+)?(?:dang\s+|muon\s+|can\s+)*"
_WHAT = r"(?:\s+(?:nam|thang|quy|ngay|ten|ke hoach|ban|phong|so|don vi|cho|nguoi)(?=\s*[,.!…:]))"  # "nhầm năm, …"
_OH = r"(?:(?:a|ua|o|ay|y|oi|chet|thoi)\b[\s,.!…]*)"
_SLIPPED = r"(?:nham+|lon+)\b(?!\s+(?:lan|xon)\b)"  # "nhầm lẫn số liệu" tells a matter
_NOT_LEFT_OUT = r"(?<!khong )(?<!\bk[og] )(?<!\bk )"  # "không nói tới kinh phí thì …"
_STRESS = (  # "… cơ", "… ấy chứ", "… kìa con", "… mới đúng"
    r"(?:\s+moi\s+(?:dung|phai))?(?:\s+(?:co|kia|ay|te|chu|ma|day|do)(?:\s+(?:em|anh|chi|con|chau|ban|nha|nhe|a|oi))*)*[\s?.!]*$"
)
_CALLS = r"(?:\s*\b(?:roi|day|do|kia|co|te|chu|ma|nghe|nha|nhe|a|em|anh|chi|con|chau|ban|oi))*[\s?.!]*$"
_ASKS = r"(?:gi|nao|ai|sao|may|bao|nhieu|khong|ko|chua|dau|the|vay|cam|khoi|thoi|du|duoc|dung)\b"
_THING = rf"(?:(?!{_ASKS})\w[\w/.-]*(?:\s+-)?(?:\s+|(?=[?.!]|$))){{1,8}}?"  # what is meant, with nothing that asks
_BEFORE_A_SIGN = _THING.replace("(?=[", "(?=[,")
_HEADS = "|".join((*bare_kinds(), "dot", "lan", "ky", "thang", "quy", "nam", "ngay", "ke hoach", "viec"))
_IS_NOT = r"(?:khong|ko|kg|k|hong|hem)\s+phai\s+(?:la\s+)?"
_NOT_SO = (  # that something else is meant, which alone stands behind ("không, | đợt 2", "à không | Phòng A")
    rf"(?:(?:khong|ko|kg|{_K}|sai)(?:\s+(?:roi|ma|phai(?:\s+[^,]{{1,40}})?))?\s*[,.!]+"
    rf"|(?:a|ua|y|oi|chet)\s*,?\s*(?:khong|ko)(?=\s+(?:{_HEADS})\b|,)[\s,]*|y\s*,"
    rf"|xin loi[\s,.!]*(?:{_ME}(?:hoi|noi)\s+)?(?![\s,.!]|cho\b|anh\b|chi\b|em\b|toi\b)|{_OH}+(?=.*\s(?:kia|te)\b))"
)
_STRESSED = {  # "… cơ, ai lo", "so xd nam dinh chu, ai lo"
    False: re.compile(r"\s(?:cơ|kia|tê|chứ|chớ)(?=\s*,)"),
    True: re.compile(r"\s(?:co|kia|te|chu)(?=\s*,)"),
}
_CORRECTION = re.compile(
    rf"{_NO}(?:(?:phai\b[^,]*,?\s*)?\by\s+{_I}(?:muon\s+(?:hoi|noi)\s+)?(?:la|hoi|noi)\s+(?P<meant>\S.*?)"
    rf"|phai\s*[,.]\s*(?:ma\s+|la\s+)*(?P<rather>\S.*?)){_STRESS}"
    rf"|{_POLITE}{_OH}*(?:{_NAY}{_POLITE})*(?:{_SLIPPED}\s*)?(?P<right>{_THING})moi\s+(?:dung|phai){_CALLS}"
    rf"|{_POLITE}{_ME}(?:hoi|noi|go|ghi|nhan)\s+(?:nham|lon|sai)(?:\s*[,.!]+|\s+roi\b)[\s,.!]*(?P<instead>\S.*?){_STRESS}"
    rf"|{_POLITE}{_OH}*(?P<whose>(?:{_WHOSE})\s+)?(?P<word>{_SLIPPED})(?P<sign>{_WHAT}?(?:\s+(?:roi|mat|a)\b)*\s*[,.!…:]*)"
    rf"\s*(?P<slip>\w.*?){_STRESS}"
    rf"|{_POLITE}(?:{_NAY}{_POLITE})+{_ME}{_NOT_LEFT_OUT}(?:hoi|noi)\s+(?:ve\s+|la\s+)?(?!ai\b)(?P<asked>\S.*?){_STRESS}"
    rf"|{_POLITE}(?:y\s+{_I}(?:la\s+)?)?{_IS_NOT}(?P<first>{_BEFORE_A_SIGN})(?:,\s*)?ma\s+(?:la\s+)?(?P<but>{_THING}){_CALLS}"
    rf"|{_POLITE}{_OH}*(?:y\s+{_I}(?:la\s+)?)?(?P<so>(?=(?:{_HEADS})\b){_THING})chu\s+{_IS_NOT}{_THING}{_CALLS}"
    rf"|{_POLITE}{_NOT_SO}\s*(?P<bare>{_THING}){_CALLS}",
    re.DOTALL,
)
_DENIED = re.compile(
    r"(?:\s+(?:co|kia|ay|te))?\s*,?\s*chu\s+(?:khong|k|ko) phai(?!\s*(?:khong|ko|k|a|sao)\b)\s+\S.*$", re.DOTALL
)

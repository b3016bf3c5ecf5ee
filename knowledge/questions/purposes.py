"""What somebody wants an answer for: "… | để đưa vào biên bản họp khoa", "số kế hoạch | để em trích dẫn".

Such words say nothing of the rows. No verb tells them: rows have purposes too ("việc nào để phục vụ chuyển đổi số").
Where the speaker is the first of its words it is talk beside whatever is asked ("ai làm việc ấy | để bác còn báo lại").
A purpose belongs to the rows where each of its words stands beside another in the plans as well, or where it names a
unit or an open cell; else, or where the speaker is the first of its words, it is talk. What stands before it has to ask
for rows by something of its own, or for what a plan's heading prints, or there would be no question left.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from knowledge.deadlines.periods import finer_times
from knowledge.language.text import first_token, folded, nfc
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.cue_uses import LITTLE, OF_ROWS
from knowledge.questions.cues import cues_in, plain_phrases
from knowledge.questions.half_words import Bond, is_half
from knowledge.questions.rule_words import FIELDS
from knowledge.questions.speakers import stand

Names = Callable[[Sequence[str]], bool]

_LONE = 2  # words of a purpose so short that the plans have to print it behind "để" itself
_OPEN = frozenset({"trống", "ngỏ", "trong", "ngo"})
_BORDER = re.compile(r"[,;.?!…]$")
_ENDS = frozenset({"thì", "thi"})  # "để kịp họp thì …" goes on with what is asked
_IN_TIME = (("cho", "kịp"), ("để", "kịp"), ("cho", "kip"), ("de", "kip"))
_SMALL = LITTLE | {"keep", "opening"}  # may be half of a name, accents or none
_OF_HEADINGS = frozenset({"number", "issued", "signer", "post", "title"})


def without_purpose(text: str, bond: Bond, names: Names = lambda _: False) -> tuple[str, str]:
    """A text without the purpose of whoever asks for rows, and that purpose; empty where none is told.

    Args:
        bond: how much two neighbouring words are one word of the plans, None where they never stand side by side.
        names: whether words name a unit.
    """
    typed = nfc(text).split()
    words = [*map(first_token, typed)]
    for start in _begun(words, bond):
        begins = start == 0 or bool(_BORDER.search(typed[start - 1]))
        end = _end(typed, words, start, begins=begins)
        said, around = words[start + 1 : end], (*words[:start], *words[end:])
        asked_for = (begins and start > 0) or _asks_of_one(around) or _asks_for_some(words[:start])
        own = _is_spoken_by(said, bond) and asked_for
        tells = _is_yet_to_be_done(said, bond)
        asked = own or tells or _asks_for_rows(around, bond)
        if said and any(around) and asked and (tells or not _asks(said)) and _is_talk(words[start:end], bond, names):
            ahead = typed[:start] if end == len(typed) else [*typed[:start], ","]
            return " ".join((*ahead, *typed[end:])), " ".join(typed[start:end])
    return text, ""


def _begun(words: Sequence[str], bond: Bond) -> list[int]:
    """Where a purpose may begin; what is half of another word ("van de", "de xuat") is no "để"."""
    accented = any(word != folded(word) for word in words)
    found = [at for at, word in enumerate(words) if word == ("để" if accented else "de")]
    free = [at for at in found if not is_half(words, at, at + 1, bond)]
    kept = [at for at in (found if accented else free) if not _says_how_a_cell_is_put(words, at)]
    return sorted({*kept, *(at for at in range(len(words)) if tuple(words[at : at + 2]) in _IN_TIME)})


def _says_how_a_cell_is_put(words: Sequence[str], at: int) -> bool:
    """Whether "để" stands between a cell and its wording ("hạn | để theo tiến độ", no "cho xin hạn | để theo dõi")."""
    how, more = (folded("".join(words[i : i + 1])) for i in (at + 1, at + 2))
    put = how in _MANNERS and (how, more) != ("theo", "doi")
    return put and _CELL[False].search(" ".join(map(folded, words[:at]))) is not None


_CELL = either_way(rf"(?<!\S)(?:{'|'.join(FIELDS[name] for name in ('deadline', 'result', 'budget'))})$")
_MANNERS = frozenset({"theo", "kieu", "dang", "chung", "la"})


def _end(typed: Sequence[str], words: Sequence[str], start: int, *, begins: bool) -> int:
    """Where it ends: at a sign, or, of one that opens the question, where what is asked goes on."""
    signs = next((at + 1 for at in range(start, len(typed)) if _BORDER.search(typed[at])), len(typed))
    goes_on = next((at for at in range(start, len(words)) if begins and words[at] in _ENDS), len(typed))
    return min(signs, goes_on)


def _asks_for_rows(words: Sequence[str], bond: Bond) -> bool:
    """Whether words ask for rows, and say of which by a time or by words of the plans; or for facts of a plan."""
    cues = cues_in(tuple(words))
    if any(cue.kinds & _OF_HEADINGS for cue in cues):
        return True
    if not any(cue.kinds & OF_ROWS for cue in cues):
        return False
    asking = {i for cue in cues if not cue.kinds <= _SMALL for i in range(cue.start, cue.end)}
    told = (bond(*pair) for at, pair in enumerate(pairwise(words)) if not asking & {at, at + 1})
    return bool(finer_times(tuple(filter(None, words)))) or any(found is not None for found in told)


def _asks_for_some(words: Sequence[str]) -> bool:
    """Whether words ask for rows and say which ("có việc nào chưa ghi sản phẩm không, liệt kê giúp | để em nhắc")."""
    cues = cues_in(tuple(words))
    rows = {i for cue in cues if cue.kinds & OF_ROWS for i in range(cue.start, cue.end)}
    small = {i for cue in cues if cue.kinds <= _SMALL for i in range(cue.start, cue.end)}
    small |= {i for start, end in stand(words, "speaker") for i in range(start, end)}
    return bool(rows) and len(set(range(len(words))) - rows - small) >= _LONE


def _asks(words: Sequence[str]) -> bool:
    return bool(stand(words, "asking"))


def _asks_of_one(words: Sequence[str]) -> bool:
    """Whether words ask of one row ("ai làm"); which rows are meant the purpose alone may tell ("việc nào | để …")."""
    return _asks(words) and not any(cue.kinds & OF_ROWS for cue in cues_in(tuple(words)))


def _is_spoken_by(words: Sequence[str], bond: Bond) -> bool:
    """Whether words are begun by the speaker alone ("để | bác báo lại bà con").

    "Anh em", and "bà con" or "cô giáo" where the plans print it, are others, for whom something is done.
    """
    speaks = tuple(words[:1]) in plain_phrases("speaker")
    others = tuple(words[1:2]) in plain_phrases("speaker") or (len(words) > 1 and bond(*words[:2]) is not None)
    return speaks and not others


def _is_yet_to_be_done(words: Sequence[str], bond: Bond) -> bool:
    """Whether words tell what the speaker has yet to do ("để | anh còn báo lại mấy xã", "để | còn nhắn kế toán")."""
    if _is_spoken_by(words, bond) and words[1:2] in (["còn"], ["con"]):
        return True
    still = "con" if all(word == folded(word) for word in words) else "còn"
    more = words[:1] == [still] and _OPEN.isdisjoint(words[1:2])  # "để còn trống cột phối hợp"
    return more and len(words) > _LONE and bond(words[0], words[1]) is None


def _is_talk(words: Sequence[str], bond: Bond, names: Names) -> bool:
    """Whether a purpose, its first word included, is the speaker's own."""
    behind = words[2:] if tuple(words[:2]) in _IN_TIME else words[1:]
    if _is_spoken_by(behind, bond) or _is_yet_to_be_done(behind, bond) or tuple(words[:2]) in _IN_TIME:
        return True
    if names(behind) or not _OPEN.isdisjoint(behind[:1]):
        return False  # "để Phòng A làm", "để trống cột phối hợp"
    inside = words if len(behind) <= _LONE else behind
    printed = [False, *(bond(*pair) is not None for pair in pairwise(inside)), False]
    return not all(ahead or after for ahead, after in pairwise(printed))  # "xử lý | sạt lở" are words of the plans

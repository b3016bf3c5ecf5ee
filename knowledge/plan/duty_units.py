"""The units that a sentence of running text names beside the one it charges, and the names of several one by one."""

import re
from collections.abc import Sequence

from knowledge.language.text import UPPER, canonical
from knowledge.units.cells import fixed_spans, split_units
from knowledge.units.name_words import is_link, last_words
from knowledge.units.phrase import begins_unit, unit_at, whole_unit


def known_at(text: str, known: frozenset[str], also: Sequence[str] = ()) -> str | None:
    """The longest known unit that a text begins with, where what it does follows: a small word, no link to a name.

    Args:
        also: words that may follow too.
    """
    printed = text.split()[: _LONGEST + 1]
    lowered = canonical(" ".join(printed)).split()
    ends = (n for n in range(len(printed) - 1, 0, -1) if does(printed[n]) or printed[n] in also)
    ends = (n for n in ends if " ".join(lowered[:n]) in known)
    return next((" ".join(printed[:n]) for n in ends), None)


_LONGEST = 45  # words of a unit's name
MORE_OF_A_NAME = re.compile(  # "Trạm Y tế | xã", "các đơn vị | liên quan"
    rf" (?:{'|'.join(sorted(last_words('level')))}|phường|cấp|các|liên quan|trực thuộc|thuộc|có liên|của|ở|trên|tại)\b"
)


def does(word: str) -> bool:
    """Whether a word behind a unit's name may begin what it does: a small one that is no link to more of a name."""
    return word[0].isalpha() and word.islower() and not is_link(word) and word not in {"và", "cùng", "các", "của", "là"}


def helpers_in(sentence: str, known: frozenset[str]) -> str | None:
    """Whom the unit works with: "phối hợp với Sở Tài chính và các đơn vị liên quan …"."""
    match = re.search(r"[Pp]hối hợp(?: chặt chẽ)?(?P<by> với| cùng)?\s+(?=\w)", sentence)
    if match is None:
        return None
    phrase = unit_at(sentence, match.end(), ordered=True)
    apart = match["by"] and re.search(r"(?:^|[,;.]|\bvà|chủ trì)\s*$", sentence[: match.start()])
    to_its_end = re.split(r"[;(]|\.\s", sentence[match.end() :])[0].strip(" ,.") if apart else ""
    called = known_at(sentence[match.end() :], known)
    shorter = called and not (phrase and MORE_OF_A_NAME.match(sentence, match.end() + len(called)))
    named = called if shorter else phrase.name if phrase else called or whole_unit(to_its_end)
    counted = _COUNTS.match(named or "")
    return counted["name"] if counted else named


# What is counted behind a whole name is done by the unit: "Trung tâm Kiểm nghiệm tỉnh | lấy 150 mẫu".
_COUNTS = re.compile(
    rf"(?P<name>.*?(?:(?<!\w)[{UPPER}]\w* \w+|tỉnh|xã|phường|huyện|thành phố))"
    r" (?!(?:số|khu|vùng|cấp|tổ|đội)\b)[^\W\d_]+ \d+ (?!(?:tháng|năm)\b)[^\W\d_]"
)


# In a sentence, units always stand apart by a comma, a semicolon or "và"; a new one begins with a capital or "các".
_APART = re.compile(rf"(?:[,;]\s+(?:và\s+)?|\s+và\s+)(?=[{UPPER}])|\s+và\s+(?=(?:các|những)\s)")


def units_of(names: str) -> tuple[str, ...]:
    """The units that a phrase names, one by one; heads that several share are restored ("UBND cấp huyện, cấp xã")."""
    pieces, start, fixed = [], 0, fixed_spans(names)
    for match in _APART.finditer(names):
        if any(first < match.start() < last for first, last in fixed):
            continue
        left, right = names[start : match.start()], names[match.end() :]
        if begins_unit(right) and not (left.endswith(("HĐND", "Hội đồng nhân dân")) and "và" in match[0]):
            pieces.append(left)
            start = match.end()
    pieces.append(names[start:])
    parted = (split_units(piece) if re.search(r"[,;]|\svà\s", piece) else (piece,) for piece in pieces)
    return tuple(dict.fromkeys(unit for units in parted for unit in units))

"""Words of time and numbers in a question, as far as they stand around the name of a plan and are no topic."""

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.deadlines.chart_parser import numerals, unit_words
from knowledge.deadlines.grains import CALENDAR
from knowledge.deadlines.periods import find_periods, finer_times
from knowledge.language.text import canonical, folded
from knowledge.questions.constraint_patterns import either_way

YEARS = frozenset(map(str, range(1900, 2100)))  # as they are written
_TURNED = frozenset({"ngoai", "truoc", "qua", "nay", "sau", "toi", "kia", "roi", "ngoi"})  # of "năm ngoái"
_SMALL = frozenset({"trong", "o", "tai", "cua", "va", ":", "%", "hay", "voi"})
_MARKED = frozenset({"muc", "phan", "chuong", "nhom"})
_EACH = frozenset({"hang", "moi", "tung"})


def words_of_time(bare: Sequence[str]) -> set[int]:
    """The positions of folded words of time, of figures, and of small words between; of "mỗi quý" both are."""
    units, numbers = unit_words(), numerals()
    found = {i for i, word in enumerate(bare) if any(map(str.isdigit, word)) or word in units or word in _SMALL}
    found |= {i for start, end in finer_times(tuple(bare)) for i in range(start, end)}
    for i, word in enumerate(bare):
        marked = i and bare[i - 1] in _MARKED and word in numbers
        found |= {i - 1, i} if marked else {i} if word in numbers and i - 1 in found else set()
        found |= {i - 1} if i and word in units and bare[i - 1] in _EACH else set()
    return found


def inside_times(bare: Sequence[str]) -> set[int]:
    """The positions of years that end a shorter time ("tháng 12 năm 2023", "cuối năm 2023")."""
    found = finer_times(tuple(bare))
    behind = ((i, bare[start:i]) for start, end in found for i in range(start, end) if bare[i] in YEARS)
    return {i for i, ahead in behind if {*ahead} - {"nam"}}


def years_said(bare: Sequence[str], typed: Sequence[str], today: date) -> dict[int, tuple[int, int]]:
    """Where a year begins, said or told by the clock ("năm ngoái"): where it ends, and the year."""
    years = {i: (i + 1, int(word)) for i, word in enumerate(bare) if word in YEARS}
    if "nam" in bare and _TURNED & set(bare):
        clocked = find_periods(typed, today=today, year=today.year)
        years |= {p.start: (p.end, p.last.year) for p in clocked if p.is_year and p.dated and not p.year_said}
    return years


def years_of_tables(words: Sequence[str], years: Iterable[int]) -> frozenset[int]:
    """Which of the years, told by where they begin, stand behind the word for a table ("trong phụ lục 2024")."""
    table = _TABLE[any(word != folded(word) for word in words)]
    return frozenset(at for at in years if table.search(" ".join(words[:at])))


_TABLE = either_way(
    r"(?<!\S)(?:phụ lục|bảng|biểu|pl|danh mục)"
    r"(?: (?:phân công|giao việc|nhiệm vụ|công việc|kèm theo|phụ lục|số|\d{1,2}|[ivx]+))*"
    r"(?: (?:của|cho|kế hoạch|năm))*$"
)


def with_told_years(text: str, today: date) -> str:
    """A text with years told by the clock put into digits, where two years are told, or one that is long past.

    Two years beside each other ("năm nay so với năm ngoái") are those of two plans; "năm kia" is printed in no row.
    """
    words = text.split()
    bare = [folded(word).strip(",.;:?!") for word in words]
    years = years_said(bare, [canonical(word).strip(",.;:?!") for word in words], today)
    if len({year for _, year in years.values()}) < _TWO and not any(y == today.year - _TWO for _, y in years.values()):
        return text
    for start, (end, year) in sorted(years.items(), reverse=True):
        if end - start > 1:
            sign = words[end - 1][len(words[end - 1].rstrip(",.;:?!")) :]
            words[start:end] = [words[start], f"{year}{sign}"]
    return " ".join(words)


_TWO = 2


def counted_times(words: Sequence[str]) -> set[int]:
    """Where it is said how often or for which time something is done.

    "Một" of "mỗi tháng một lần" is no month, and "lần hai | tháng 4" is no stretch of two months.
    """
    bare = [*map(folded, words), "", "", ""]
    often = {i for i in range(len(words)) if bare[i + 1] in _OFTEN and bare[i] in _FEW}
    nth = {i for i in range(1, len(words)) if bare[i] in _FEW and bare[i - 1] in _NTH}
    return often | {i for i in nth if bare[i + 1] in CALENDAR and bare[i + 2].isdigit()}


def pointed_times(words: Sequence[str]) -> set[int]:
    """Where a time only points at one that is told elsewhere ("quý đó"): it is no quarter of today.

    Without accents "do" only closes a question: "thang do van phong chu tri" is the month's.
    """
    last = len(words) - 2
    behind = enumerate(words[1:])
    return {
        i for i, word in behind if folded(words[i]) in CALENDAR and (word in _POINTING or (word == "do" and i == last))
    }


def with_told_time(asked: str, told: str, today: date) -> str:
    """What is asked, with the time that is told beside it where it only points there ("lên lịch quý 2 …, quý đó")."""
    said = asked.split()
    at = min(pointed_times([canonical(word).strip(",.;:?!") for word in said]) if told else (), default=-1)
    words = canonical(told).replace(",", " ").split()
    times = find_periods(words, today=today, year=today.year) if at >= 0 else ()
    if not times:
        return asked
    return " ".join([*said[:at], *words[times[-1].start : times[-1].end], *said[at + 2 :]])


_POINTING = frozenset({"đó", "ấy", "ay", "đấy", "nớ"})
_OFTEN = frozenset({"lan", "luot"})
_NTH = frozenset({"lan", "dot", "vong", "khoa", "buoc", "ky"})
_FEW = frozenset({"mot", "hai", "ba", "bon", "may", *map(str, range(1, 13))})

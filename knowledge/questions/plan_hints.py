"""Plans named in part: by what they are about ("KH chuyển đổi số"), by the kind of office ("bên xã", "trường mình").

Such words are common ones ("trạm y tế xã", "ban hành kế hoạch tuyên truyền"). They name a plan where they stand as a
name does: behind "kế hoạch" or "bên", alone at the beginning, behind the unit whose office they say, or in a row of
such names ("y tế, trường hay xã"); with a place or a name that no other office has, wherever they stand. What they name
is looked up among the offices and titles of the plans there are.
"""

from collections.abc import Iterator, Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import words_of_talk
from knowledge.questions.hints_joined import LISTED, joined_hints
from knowledge.questions.like_names import LEAST, is_like_its_own, lacks_accents
from knowledge.questions.plan_around import Around, Hint, is_a_part, is_number, pays
from knowledge.questions.plan_calls import LONGEST, Calls
from knowledge.questions.plan_sides import OURS, is_side, sides
from knowledge.questions.plan_titles import further, titled
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import head_of
from knowledge.units.name_words import words as unit_words

_OF = frozenset({"cua", "ben", "do", "cho", "o", "theo", "tai", "thuoc", "ve", "nganh", "cong", "tac"})
_SIDE = frozenset({"ben", "phia", "con", "rieng", "nganh", "khoi"})
_OWNED = frozenset({"cua", "o", "tai", "thuoc", "tu"})
_WHERE = frozenset({"o", "tai", "cua"})
_LEAVES_OUT = frozenset({"dung", "khong", "tru", "ngoai", "bo"})
_SEVERAL = frozenset({"cac", "may", "nhung"})
_MONEY = frozenset({"phi", "tien", "von", "sach"})  # of "kinh phí", "tiền", "ngân sách": they are a plan's, no work
_MEASURED = _MONEY | {"le", "tieu"}  # and "tỷ lệ", "chỉ tiêu"
_LINKS = frozenset({"cua", "o", "nam", "tai", "cho", "so", "tinh", "ben", "do", "ke", "hoach", "kh"})
_NEWEST = (("moi", "nhat"), ("gan", "day", "nhat"), ("gan", "nhat"))
_NAMING = 7  # words between "kế hoạch" and a year or "mới nhất" that still belongs to it


def without_offices(units: Sequence[UnitMention], words: Sequence[str], calls: Calls) -> list[UnitMention]:
    """The units that name no office of a plan.

    An office is meant where its name is only the beginning of a unit's ("hội phụ nữ" of "Hội Phụ nữ các xã"), and
    behind a unit of its own ("Phòng Đầu tư của | Ban Quản lý Khu kinh tế", where another plan has that as a unit), and
    where it goes on behind the words for a unit ("Đảng ủy | Nậm Pạc", where "Đảng ủy UBND xã" is one).
    """
    kept: list[UnitMention] = []
    for unit in units:
        first = unit.start + (folded(words[unit.start]) in _OF)
        plans = calls.office(words[first : unit.end])
        last = kept[-1] if kept else None
        behind = last is not None and last.end >= unit.start - 1 and bool(plans & last.names.keys() - unit.names.keys())
        goes_on = calls.name_end(words, first) > unit.end
        itself = bool(plans) and unit.names.keys() <= plans and _is_called(unit, words[first : unit.end])
        if not (goes_on or itself or (plans and (behind or is_begun(unit)))):
            kept.append(unit)
    return kept


def _is_called(unit: UnitMention, words: Sequence[str]) -> bool:
    """Whether words are the whole name of a unit: where its plan's office is called so, they are one."""
    said = " ".join(map(folded, words))
    return all(folded(name) == said for name in unit.printed)


def is_begun(unit: UnitMention) -> bool:
    """Whether the words are only the beginning of each name that they stand for."""
    names = [folded(name) for name in unit.printed]
    words = unit.words[unit.words[0] in _OF :]
    said = " ".join(words)
    return all(name.startswith(f"{said} ") and len(name.split()) > len(words) + 1 for name in names)


def called(calls: Calls, words: Sequence[str], bare: Sequence[str], around: Around) -> list[Hint]:
    """What stands behind "kế hoạch" as its name: "trong kế hoạch cải cách hành chính", "KH của xã"."""
    found = []
    for at in _plan_words(bare):
        start = first = at + (2 if bare[at] == "ke" else 1)
        while start < len(bare) and (bare[start] in _OF or start in around.years) and start not in around.units:
            start = around.years.get(start, (start + 1,))[0]
        end, plans = _longest(calls, words, bare, start, around)
        if is_number(bare, start):
            continue
        start += bool(calls.office(words[start:end]) and head_of(" ".join(bare[start:end])))  # whose plan it is
        work = at - 1 in around.content and not around.compares and bare[at - 1] not in LISTED | _OF | _MONEY
        if plans and not (work and start == first):  # "ban hành kế hoạch tuyên truyền" is work to be done
            found.append(Hint(at, end, plans))
    return found


def every_one(hints: Sequence[Hint], bare: Sequence[str], around: Around) -> bool:
    """Whether these hints stand behind each "kế hoạch" that no work is said of."""
    starts = {hint.start for hint in hints}
    return all(at in starts or at - 1 in around.content for at in _plan_words(bare))


def in_part(
    calls: Calls, offices: Sequence[Hint], words: Sequence[str], bare: Sequence[str], around: Around
) -> list[Hint]:
    """Kinds and names of offices that stand where only the office of a plan stands; offices: all that are named."""
    every = [h for h in offices if h.start not in around.units or h.end - h.start > 1]
    every = [h for h in every if not around.asking.issuperset(range(h.start, h.end))]
    every = [h for h in every if not pays(bare, h, listed=around.listed)]
    sure = [h for h in every if calls.is_own(words[h.start : h.end]) or _stands_alone(calls, h, bare, around)]
    full = [h for h in every if calls.forms.is_full(words[h.start : h.end])]
    sure += [h for h in full if _is_owner(h, bare, around) or _is_no_unit(h, bare, around)]
    sure += sides(calls, words, bare, around)
    sure += titled(calls, words, bare, around)
    sure = [h for h in sure if not is_a_part(bare, h, around)]
    joined = joined_hints(every, bare, around, sure)
    led = [h.start > 0 and is_side(around.typed[h.start - 1], bare[h.start - 1]) for h in (*sure, *joined)]
    found = {Hint(h.start - side, h.end, h.plans) for h, side in zip((*sure, *joined), led, strict=True)}
    return sorted(found, key=lambda hint: hint.start)


def elsewhere(
    calls: Calls, offices: Sequence[Hint], words: Sequence[str], bare: Sequence[str], around: Around
) -> Sequence[str]:
    """The words for an office of a kind that the plans have, under a name that no plan knows ("xã Mường Lay")."""
    for hint in offices:
        end = hint.end
        kind = tuple(bare[hint.start : end])
        if kind not in calls.kinds and kind[-1:] not in calls.kinds:
            continue
        while _may_go_on(end, bare, around):
            end += 1
        if hint.end in around.apart and is_like_its_own(calls, kind, bare[hint.end :], around.typed[hint.end :]):
            return around.typed[hint.start : hint.end + LEAST]
        named = around.strange & {hint.end, hint.end + 1} & set(range(end))
        # "Thanh tra Sở làm" and "bảo tàng trừ" name no office, "công an xã Mường Lay" does
        named = frozenset(i for i in named if not _is_talk(around.typed[i]))
        named = frozenset() if _is_talk(*around.typed[hint.end : hint.end + 1]) else named
        if named and end - hint.end <= _NAME:
            whole = Hint(hint.start, end, hint.plans)
            of_plan = whose_plan(bare, hint.start)
            level = words[hint.start] != bare[hint.start] and " ".join(kind) in unit_words("level")
            alone = level or _stands_alone(calls, whole, bare, around.without([whole]))
            # nearly all places have two syllables: "chờ xã | gật", "của tỉnh | lọt top mấy" name none
            if of_plan or (alone and (around.cased or end - hint.end > 1)):
                return around.typed[hint.start : end]
    return ()


def _may_go_on(at: int, bare: Sequence[str], around: Around) -> bool:
    """Whether a word may be one of the name that stands before it: no sign parts them, and it tells nothing else."""
    inside = at < len(bare) and at not in around.breaks and bare[at] not in {"ke", "kh"}
    return inside and (at in around.content or bare[at].isdigit())


def _is_talk(*words: str) -> bool:
    return any(word in words_of_talk() or folded(word) in _LEAVES_OUT for word in words)


def whose_plan(bare: Sequence[str], at: int) -> bool:
    """Whether "kế hoạch của" stands right before."""
    ends = next((i for i in range(at, 0, -1) if bare[i - 1] not in _OF), 0)
    return bare[ends - 1 : ends] == ["kh"] or bare[max(ends - 2, 0) : ends] == ["ke", "hoach"]


_NAME = 4  # words of the proper name of an office


def timed(bare: Sequence[str], around: Around) -> tuple[int, int, int | None] | None:
    """A year or "mới nhất" behind "kế hoạch", "bản" or a table: where it stands, and the year (None for the newest)."""
    marks = [i for i in _plan_words(bare) if i - 1 not in around.content]
    marks += [i for i, word in enumerate(bare) if word == "ban" and i - 1 not in around.content]
    if not marks and not around.of_table:
        return None
    for start, (end, year) in around.years.items():
        if start in around.of_table or any(
            0 < start - mark <= _NAMING and _leads_to(bare[mark:start], mark, around) for mark in marks
        ):
            return start, end, year
    for phrase in _NEWEST:
        for start in range(1, len(bare) - len(phrase) + 1):
            if tuple(bare[start : start + len(phrase)]) == phrase and any(0 < start - m <= _NAMING for m in marks):
                return start, start + len(phrase), None
    return None


def _leads_to(between: Sequence[str], first: int, around: Around) -> bool:
    """Whether nothing but the name of the plan stands between "kế hoạch" and its year."""
    rest = (i for i, word in enumerate(between, first) if word not in {"ke", "hoach", "kh", "ban", *_LINKS})
    return not any(i in around.content for i in rest)


def grouped(hints: Sequence[Hint], bare: Sequence[str]) -> list[list[Hint]]:
    """Hints that are about one plan together, where they stand beside each other and fit the same plan."""
    found: list[list[Hint]] = []
    for hint in hints:
        last = found[-1] if found else []
        between = bare[last[-1].end : hint.start] if last else []
        one = bool(last) and not LISTED & set(between) and bool(meant(last) & hint.plans)
        if one:
            last.append(hint)
        else:
            found.append([hint])
    return found


def meant(group: Sequence[Hint]) -> frozenset[int]:
    """The plans that all hints of a group name."""
    return frozenset.intersection(*(hint.plans for hint in group))


def _plan_words(bare: Sequence[str]) -> list[int]:
    """Where "kế hoạch" begins."""
    return [i for i, w in enumerate(bare) if w == "kh" or (w == "ke" and list(bare[i + 1 : i + 2]) == ["hoach"])]


def _longest(
    calls: Calls, words: Sequence[str], bare: Sequence[str], start: int, around: Around
) -> tuple[int, frozenset[int]]:
    """The longest words from a place on that are an office, or stand in a title."""
    for end in range(min(len(bare), start + LONGEST), start, -1):
        if any(i in around.units for i in range(start, end)):
            continue
        if plans := calls.office(words[start:end]):
            return end, plans
        if plans := calls.about(bare[start:end]):
            return further(calls, bare, end, plans, around)
    return start, frozenset()


def offices_said(calls: Calls, words: Sequence[str], bare: Sequence[str], around: Around) -> Iterator[Hint]:
    """What an office is called by; its first word may be the last of a unit ("công an | xã Lũng Khê").

    Args:
        bare: the folded words, without those that only look like others, which begin none.
    """
    said = [*map(folded, words)]
    behind = 0
    for at, word in enumerate(bare):
        ends = calls.ends(said, at) if at >= behind and word == said[at] else ()
        if not ends or is_number(bare, at):
            continue
        first = at + (at in around.units and around.units.get(at - 1) == around.units[at])
        free = (end for end in ends if around.units.keys().isdisjoint(range(first, end)))
        behind = next((end for end in free if calls.office(words[at:end])), at)
        lone = behind == at + 1 and lacks_accents(calls, words, bare, at)
        if behind > at and not lone and not _begins_other(bare[at : behind + 1]):
            yield Hint(at, behind, calls.office(words[at:behind]))


def _begins_other(bare: Sequence[str]) -> bool:
    """Whether a word that is a head of units begins another word here ("trường hợp")."""
    return head_of(bare[0]) is not None and head_of(" ".join(bare)) is None


def _stands_alone(calls: Calls, hint: Hint, bare: Sequence[str], around: Around) -> bool:
    before = bare[hint.start - 1] if hint.start else ""
    ends = hint.end == len(bare) or hint.end not in around.content or bare[hint.end] in OURS
    measured = not _MEASURED.isdisjoint(bare[: hint.start])  # "camera của phường nhiều hơn chi cục" is of rows
    held = bare[hint.end + 1 : hint.end + 2] == ["hon"]  # "ít hơn"
    ends = ends or (measured and held)
    kind = tuple(bare[hint.start : hint.end]) in calls.kinds
    if kind and hint.end - hint.start > LEAST and hint.start not in around.units:
        return True  # "công an phường"
    if " ".join(bare[hint.start : hint.end]) in unit_words("field") and not kind:
        return ends and before in _SIDE  # "y tế" alone is a field of work rather than the office of that field
    behind_unit = hint.start - 1 in around.units and bool(around.units[hint.start - 1] & hint.plans)
    if behind_unit and ends:
        return True
    work = hint.start > 0 and is_side(around.typed[hint.start - 1], before)  # "chỗ bảo tàng"
    if before == "hon" and kind and measured:
        return ends  # "… của Cần Thơ cao hơn | Bộ"
    if before in _MONEY or work or (before in _SIDE and hint.start - 1 not in around.content):
        return ends
    told = bare[max(hint.start - 2, 0)] == "ten" and before in _SEVERAL  # "kể tên các sở phối hợp"
    of_units = told or before == "may" or bare[hint.end : hint.end + 1] == ["nao"]  # "mấy sở đi cùng", "phường nào"
    first = not (of_units or around.content & set(range(hint.start)) or around.units.keys() & set(range(hint.start)))
    last = hint.end == len(bare) and hint.end - hint.start > 1
    ahead = {i for i in (hint.start - 2, hint.start - 1) if i >= 0 and not bare[i][0].isdigit()}  # "việc 4 của xã"
    inside = kind and before in _WHERE and hint.end == len(bare)
    whose = before == "cua" and hint.end - hint.start > 1  # "tập huấn của xe buýt có mấy đợt"
    kinds = {" ".join(bare[max(hint.start - size, 0) : max(hint.start - 1, 0)]) for size in (2, 3)} & unit_words("bare")
    owned = before in _OWNED and (last or inside or whose or kinds or not around.content & ahead)
    return ends and (first or bool(owned) or (kind and measured >= held and _is_the_only_one(hint, bare, around)))


def _is_the_only_one(hint: Hint, bare: Sequence[str], around: Around) -> bool:
    """Whether something is said to be of a kind of office ("vốn của Bộ năm nay") that one plan is of.

    No row of another may say so of its own: "hệ thống của tỉnh" stands in the plans of its offices, too.
    """
    whose = " ".join(around.typed[max(hint.start - 1, 0) : hint.start]) in _WHOSE
    return whose and len(hint.plans) == 1 and around.said_in(("cua", *bare[hint.start : hint.end])) <= hint.plans


_WHOSE = ("của", "cua")


def _is_no_unit(hint: Hint, bare: Sequence[str], around: Around) -> bool:
    """Whether a kind of office with more of its name is a unit of no plan, nor goes on as the name of another."""
    goes_on = head_of(" ".join(bare[hint.end : hint.end + 2])) or bare[hint.end : hint.end + 1] == ["va"]
    return not goes_on and not any(i in around.units for i in range(hint.start, hint.end))


def _is_owner(hint: Hint, bare: Sequence[str], around: Around) -> bool:
    """Whether it is said of an office that something is its own ("nhóm an toàn của công ty nước")."""
    ends = hint.end == len(bare) or hint.end not in around.content or bare[hint.end] in OURS | _LEAVES_OUT
    return ends and hint.start > 0 and bare[hint.start - 1] in _OWNED | _SIDE

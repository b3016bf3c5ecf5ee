"""Cells that name units ("Văn phòng Sở; các phòng chuyên môn, nghiệp vụ") taken apart into the units.

Units stand apart by ";", ",", "+", "/", "và", a bullet, a line break, or by nothing at all; and the same comma may
stand inside one name or inside a group that is kept as one. What decides is the words that names begin with, which
stand in `data/units.tsv`, and the names that the document itself uses (`known`). What is printed stays as printed; only
a head that several units share is restored ("Sở Tư pháp, Xây dựng"), and slips of OCR are mended
(`knowledge.language.slips`).
"""

import re
from collections.abc import Collection, Iterator, Sequence

from knowledge.language.slips import mend
from knowledge.language.text import folded, nfc
from knowledge.units.boundaries import BRACKETS, EDGE, by_heads, is_place, is_post_of, owns
from knowledge.units.keys import QUANTIFIERS, RELATED, is_bare_group, is_group, is_other_group
from knowledge.units.name_words import addresses, head_of, is_link, printed_head, starts_with_head, words

_LOWER = "a-zà-ỹđ"
# "UBND các tỉnh/ thành phố" names one kind of office by its levels.
_OTHER_LEVEL = r"(?!(?:thành phố|tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\b)"
_HARD = re.compile(
    rf"\s*(?:;|\+|[•●▪]|(?<=\S)\s/\s{_OTHER_LEVEL}|(?<=\w)/\s+{_OTHER_LEVEL}|(?<=[{_LOWER}])/(?=[A-ZĐ][{_LOWER}]+\s)|(?<=[{_LOWER}][{_LOWER}])[.]\s+(?=[A-ZĐ]))\s*"
)
_BULLET = re.compile(r"^\s*(?:[-–+*•●▪]|[a-zđ\d]{1,2}[).])\s+")
_DASH = re.compile(r"^\s*[-–]\s")
_SOFT = re.compile(r"\s*,\s*|\s+(?:và|&|[-–])\s+", re.IGNORECASE)
# What a unit is there for is no part of its name: "Bộ Văn hóa với các chuẩn dùng chung".
_PURPOSE = re.compile(
    r"\s+(?:đối với|với)\s+(?:các|những|phần|việc)\s+"
    r"(?:chuẩn|nội dung|nhiệm vụ|lĩnh vực|vấn đề|dự án|hồ sơ|công việc)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_COLON = re.compile(r"^(?P<head>[^:]{2,40}):\s*(?P<list>.+)$", re.DOTALL)
_NO_NAMES = {"", "cac", "nhung", "va", "cung"}  # what is left of a cell that was cut
_SHARING = ("so", "bo", "phong", "ban", "chi cuc", "cuc", "vu", "hoi", "trung tam", "truong")
_LEVELLED = ("ubnd", "hdnd", "uy ban nhan dan", "hoi dong nhan dan", "cong an", "dang uy", "ubmttq", "mttq")
_PLACED = {"tinh", "huyen", "xa"}  # a name that ends with its level is whole
_OTHERS = ("co quan", "don vi", "dia phuong", "to chuc")
_HOLE = "\ue000"  # stands for words that must not be cut; private use, never in a document that NFC text comes from


def split_units(cell: str, known: Collection[str] = ()) -> tuple[str, ...]:
    r"""The units that a cell names, in printed order, each once.

    Args:
        cell: the printed cell; "\n" where it has line breaks of its own.
        known: names that the document uses elsewhere; they settle doubtful commas and mend slips.
    """
    names = {folded(name) for name in known}
    found: list[str] = []
    for part in _parts(cell):
        shared = _shared_head(found[-1], part, by_comma=True) if found else None
        for unit in _units_of(f"{shared} {part}" if shared else part, names):
            mended = mend(unit, known)
            if folded(mended) not in _NO_NAMES and folded(mended) not in {folded(f) for f in found}:
                found.append(mended)
    return tuple(found)


def _parts(cell: str) -> Iterator[str]:
    """The pieces between separators that nobody uses inside a name."""
    for line in _joined_lines(cell.split("\n")):
        yield from _outside_brackets(line, _HARD)


def _joined_lines(lines: Sequence[str]) -> list[str]:
    """Line breaks that end a unit; a name broken over two lines is put together again."""
    joined: list[str] = []
    bullets = [bool(_BULLET.match(line)) for line in lines if line.strip()]
    listed = sum(bullets) != 1 or bullets[0] or not any(map(_DASH.match, lines))
    for raw in lines:
        line = _BULLET.sub("", nfc(raw)).strip()
        if not line:
            continue
        if joined and not listed and _DASH.match(raw) and not starts_with_head(line):
            joined[-1] = f"{joined[-1]} - {line}"  # a name broken over lines: "Phòng Kế hoạch / - Tài chính"
        elif _BULLET.match(raw) or not joined or _begins_unit(joined[-1], line):
            joined.append(line)
        else:
            joined[-1] = f"{joined[-1]} {line}"
    return joined


def _begins_unit(before: str, line: str) -> bool:
    last = folded(before).split()[-1]
    if is_link(before.rsplit(maxsplit=1)[-1]) or before.rstrip().endswith((",", "-", "–")):
        return False
    if addresses(before) and addresses(line):
        return True
    if starts_with_head(line):
        of_one = _is_bare(before) or folded(line) in words("owner") - words("complete")  # "Phòng Kế hoạch / Sở"
        return last in _PLACED or not of_one or not owns(before, folded(line))
    return _is_phrase(line) and not _is_bare(before)


def _is_bare(name: str) -> bool:
    """Whether a name has no words of its own, so that a break may part it from its owner ("Văn phòng / UBND tỉnh")."""
    bare = folded(name).removeprefix("cac ").strip(EDGE)
    return head_of(bare) == bare


def _is_phrase(line: str) -> bool:
    """Whether a line of its own names something by a common noun ("Cựu học sinh") and no place ("Hoài Nhơn Bắc")."""
    words_ = line.split()
    return len(words_) > 1 and words_[0][:1].isupper() and words_[1].islower()


def _outside_brackets(text: str, pattern: re.Pattern[str]) -> list[str]:
    """The text cut at a pattern where that stands outside of brackets."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[0])
        return f"{_HOLE}{len(held) - 1}{_HOLE}"

    cut = pattern.split(BRACKETS.sub(hold, text))
    return [re.sub(f"{_HOLE}(\\d+){_HOLE}", lambda m: held[int(m[1])], part) for part in cut if part.strip(EDGE)]


def _units_of(part: str, names: Collection[str]) -> Iterator[str]:
    part = _PURPOSE.sub("", nfc(part)).strip(EDGE)
    if folded(part) in names:
        yield part
        return
    listed = _COLON.match(part)
    if listed and head_of(re.sub(r"^(?:cac|nhung) ", "", folded(listed["head"]))):
        yield from _after_colon(listed["head"], listed["list"])
        return
    for unit in _by_commas(part, names):
        for one in by_heads(unit, names):
            stripped = one.strip(EDGE)
            if stripped:
                yield stripped


def _after_colon(head: str, rest: str) -> Iterator[str]:
    """A list after a colon ("các Sở: Nội vụ, Tài chính"): each of the list has the head of the list."""
    shared = re.sub(r"^(?:các|những)\s+", "", nfc(head), flags=re.IGNORECASE)
    shared = re.sub(r"\s(?:các|những)(?=\s\w+$)", "", shared)  # "UBND các xã: A, B" are "UBND xã A" and "UBND xã B"
    shared = shared[:1].upper() + shared[1:]
    for item in _split_soft(rest):
        name = item[1].strip(EDGE)
        if name:
            yield name if starts_with_head(name) and not is_place(name) else f"{shared} {name}"


def _by_commas(part: str, names: Collection[str]) -> list[str]:
    units: list[str] = []
    for separator, item in _split_soft(part):
        if not item.strip(EDGE):
            continue
        if not units:
            units.append(item)
            continue
        shared = _shared_head(units[-1], item, by_comma="," in separator)
        if "," in separator and is_post_of(units[-1], item) and not addresses(item):
            units[-1] = f"{units[-1]}{separator}{item}"
        elif shared:
            units.append(f"{shared} {item.strip()}")
        elif (
            (addresses(units[-1]) and addresses(item))  # each of them does it: "Cô Hạnh, cô Mai"
            or (separator.strip() == "và" and _names_others(units[-1], item))
            or _separate(units[-1], item, names, by_dash=separator.strip() in {"-", "–"})
        ):
            units.append(item)
        else:
            units[-1] = f"{units[-1]}{separator}{item}"
    return units


def _split_soft(part: str) -> list[tuple[str, str]]:
    """(separator before, text) for the pieces between commas and "và", where no single name spans the separator."""
    fixed = fixed_spans(part)
    pieces, start, before = [], 0, ""
    for match in _SOFT.finditer(part):
        if any(a < match.start() < b for a, b in fixed):
            continue
        pieces.append((before, part[start : match.start()]))
        before, start = match[0], match.end()
    return [*pieces, (before, part[start:])]


def fixed_spans(part: str) -> list[tuple[int, int]]:
    """Where brackets stand, and names in which a comma or "và" parts nothing."""
    bare = folded(part)
    if len(bare) != len(part):
        return []
    spans = [m.span() for m in BRACKETS.finditer(part)]
    for name in words("whole") | words("field"):
        at = bare.find(name)
        while at >= 0:
            spans.append((at, at + len(name)))
            at = bare.find(name, at + 1)
    return spans


def _shared_head(before: str, item: str, *, by_comma: bool) -> str | None:
    """The head that a piece takes over from the unit before it."""
    bare, name = folded(before).strip(), folded(item).strip(EDGE)
    head = head_of(bare)
    if head is None:
        return None
    printed = before.strip()[: len(head)]
    if _is_of_one_sort(bare[len(head) :].strip(EDGE), item.strip(EDGE)):
        return printed
    if head in _LEVELLED:
        levels = tuple(level for level in words("level") if " " in level)
        return printed if name.startswith(levels) and bare[len(head) :].strip().startswith(levels) else None
    if head in _SHARING and not head_of(name) and item.strip()[:1].isupper():
        rest = bare[len(head) :].strip(EDGE)
        listed = rest in words("field") or (by_comma and " va " not in f" {rest} ")
        short = (
            item.strip().isupper()
            and " " not in name
            and (before.rsplit(maxsplit=1)[-1].isupper() or rest in words("field"))
        )
        return printed if listed and (name in words("field") or short) else None
    return None


def _is_of_one_sort(rest: str, item: str) -> bool:
    """Whether two names that share a head both say of what sort they are: "Trường THCS Lê Lợi, THCS Trần Phú"."""
    own, before = _sort(folded(item)), _sort(rest)
    return bool(own and before) and item[len(own) :].strip()[:1].isupper()


def _sort(bare: str) -> str:
    """The word for a sort that a name without its head begins with, "" where it says none."""
    sorts = sorted(words("sort"), key=len, reverse=True)
    return next((sort for sort in sorts if bare.startswith(f"{sort} ")), "")


def _separate(before: str, item: str, names: Collection[str], *, by_dash: bool) -> bool:
    """Whether a piece after a comma, "và" or a dash is a unit of its own."""
    bare, name = folded(before).strip(EDGE), folded(item).strip(EDGE)
    head = printed_head(item.strip(EDGE))
    if by_dash:
        return head is not None and (head == head_of(bare) or _named_on_both_sides(bare, item.strip(EDGE), head))
    if f"{bare}, {name}" in names or _is_one_post(bare, name, head):
        return False
    capital = item.strip()[:1].isupper()
    if name.startswith(QUANTIFIERS) or (capital and (name in names or _begin_alike(before, item))):
        return True
    other = item.strip().islower() and is_other_group(bare, name)
    if not (capital or other) and _continues_group(bare, name):
        return False
    if capital and is_bare_group(bare) and is_bare_group(RELATED.sub("", name)) and _one_group(bare, name):
        return False
    return other or head is not None


def _begin_alike(before: str, item: str) -> bool:
    """Whether two names begin with one printed word, each with more behind it, or both are short forms."""
    one, other = before.split(), item.split()
    if len(one) == len(other) == 1:
        return bool(_SHORT_FORM.fullmatch(one[0]) and _SHORT_FORM.fullmatch(other[0]))
    return len(one) > 1 and len(other) > 1 and one[0] == other[0]


_SHORT_FORM = re.compile(r"[^\W\d_a-zà-ỹđ]{1,4}\.[^\W\d_a-zà-ỹđ]{2,8}")  # "K.ÂN", "P.TCCB"


def _is_one_post(bare: str, name: str, head: str | None) -> bool:
    """Whether two posts belong to one person: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"."""
    return bare in words("post") and head in words("post") and name != head


def _names_others(before: str, item: str) -> bool:
    """Whether behind one named unit stand the others that are concerned: "Bộ A và cơ quan, địa phương liên quan"."""
    bare, name = folded(before).strip(EDGE), folded(item).strip(EDGE)
    one = head_of(bare) not in {None, bare} and not is_group(before)
    return one and (name in _OTHERS or (bool(RELATED.search(name)) and name.startswith(_OTHERS)))


def _one_group(bare: str, name: str) -> bool:
    """Whether a capital noun goes on with the group before it ("Sở, Ngành", "Các Vụ, Cục có liên quan")."""
    return " " not in name or (bare.startswith(QUANTIFIERS) and RELATED.search(name) is not None)


def _named_on_both_sides(bare: str, item: str, head: str) -> bool:
    """Whether a dash parts two units: behind it is more than a head ("- Vụ Tổ chức cán bộ")."""
    own = item[len(head) :].strip()
    named = own[:1].isupper() or (head in words("complete") and folded(own).startswith(tuple(words("level"))))
    return head_of(bare) is not None and " " in bare and named


def _continues_group(bare: str, name: str) -> bool:
    """Whether a common noun in small letters goes on with the group before it ("Các phòng chuyên môn, đơn vị")."""
    noun = next(
        (b for b in sorted(words("bare"), key=len, reverse=True) if name == b or name.startswith(b + " ")), None
    )
    if noun is None:
        return False
    grouped = bare.startswith(QUANTIFIERS) or " cac " in f" {bare} " or is_bare_group(bare)
    last_is_bare = any(bare == b or bare.endswith(" " + b) for b in words("bare"))
    if name == noun:
        return grouped or last_is_bare
    return grouped and " thuoc " not in f" {bare} "

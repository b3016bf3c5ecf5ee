"""Cells that name units ("Văn phòng Sở; các phòng chuyên môn, nghiệp vụ") taken apart into the units.

Units stand apart by ";", ",", "+", "/", "và", a bullet, a line break, or by nothing at all; and the same comma may
stand inside one name or inside a group that is kept as one. What decides is the words that names begin with, which
stand in `data/units.tsv`, and the names that the document itself uses (`known`). What is printed stays as printed; only
a head that several units share is restored ("Sở Tư pháp, Xây dựng"), and slips of OCR are mended
(`knowledge.language.slips`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from knowledge.language.abbreviations import expansions
from knowledge.language.slips import mend
from knowledge.language.text import folded, nfc
from knowledge.units.words import head_of, printed_head, starts_with_head, words

_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_LOWER = "a-zà-ỹđ"
# "UBND các tỉnh/ thành phố" names one kind of office by its levels.
_OTHER_LEVEL = r"(?!(?:thành phố|tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\b)"
_HARD = re.compile(
    rf"\s*(?:;|\+|[•●▪]|(?<=\S)\s/\s{_OTHER_LEVEL}|(?<=\w)/\s+{_OTHER_LEVEL}|(?<=[{_LOWER}])/(?=[A-ZĐ][{_LOWER}]+\s)|(?<=[{_LOWER}][{_LOWER}])[.]\s+(?=[A-ZĐ]))\s*"
)
_BULLET = re.compile(r"^\s*(?:[-–+*•●▪]|[a-zđ\d]{1,2}[).])\s+")
_SOFT = re.compile(r"\s*,\s*|\s+(?:và|&|[-–])\s+", re.IGNORECASE)
_RELATED = re.compile(r" (?:co |cac )?(?:lien quan|truc thuoc|thuoc)(?: .*)?$")
_EDGE = " \t.,;:+-–…/"
# What a unit is there for is no part of its name: "Bộ Văn hóa với các chuẩn dùng chung".
_PURPOSE = re.compile(
    r"\s+(?:đối với|với)\s+(?:các|những|phần|việc)\s+"
    r"(?:chuẩn|nội dung|nhiệm vụ|lĩnh vực|vấn đề|dự án|hồ sơ|công việc)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_COLON = re.compile(r"^(?P<head>[^:]{2,40}):\s*(?P<list>.+)$", re.DOTALL)
_NO_NAMES = {"", "cac", "nhung", "va", "cung"}  # what is left of a cell that was cut
_QUANTIFIERS = ("cac ", "nhung ", "toan the ", "tat ca ", "tat ca cac ", "toan bo ", "cac don vi ")
_SHARING = ("so", "bo", "phong", "ban", "chi cuc", "cuc", "vu", "hoi", "trung tam", "truong")
_LEVELLED = ("ubnd", "hdnd", "uy ban nhan dan", "hoi dong nhan dan", "cong an", "dang uy", "ubmttq", "mttq")
_PLACED = {"tinh", "huyen", "xa"}  # a name that ends with its level is whole
_DEPENDENT = ("chi nhanh",)  # of the unit before it, where nothing stands between
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


@lru_cache(maxsize=16384)
def unit_key(name: str) -> str:
    """A comparable form: no accents, no "các", abbreviations written out, no punctuation."""
    bare = re.sub(r"[^\w&]+", " ", folded(name)).strip()
    for opening in _QUANTIFIERS:
        bare = bare.removeprefix(opening)
    words = (_written_out(word) for word in bare.split())
    return " ".join(re.sub(r"[^\w]+", " ", " ".join(words)).split())


@lru_cache(maxsize=16384)
def is_group(name: str) -> bool:
    """Whether a name stands for several units ("Các phòng chuyên môn, nghiệp vụ", "UBND cấp huyện")."""
    bare = re.sub(r"\s+", " ", folded(name)).strip()
    if bare.startswith(_QUANTIFIERS) or " cac " in f" {bare} ":
        return True
    return (
        _is_bare_group(bare)
        or re.search(r"\bcap (?:huyen|xa|so)\b|\b(?:don vi|phong|trung tam).*\bthuoc\b", bare) is not None
    )


def _written_out(word: str) -> str:
    longer = expansions(word)
    return folded(longer[0]) if longer and len(word) > 1 else word


def _parts(cell: str) -> Iterator[str]:
    """The pieces between separators that nobody uses inside a name."""
    for line in _joined_lines(cell.split("\n")):
        yield from _outside_brackets(line, _HARD)


def _joined_lines(lines: Sequence[str]) -> list[str]:
    """Line breaks that end a unit; a name broken over two lines is put together again."""
    joined: list[str] = []
    for raw in lines:
        line = _BULLET.sub("", nfc(raw)).strip()
        if not line:
            continue
        new = bool(_BULLET.match(raw)) or not joined or _begins_unit(joined[-1], line)
        if new:
            joined.append(line)
        else:
            joined[-1] = f"{joined[-1]} {line}"
    return joined


def _begins_unit(before: str, line: str) -> bool:
    last = folded(before).split()[-1]
    if last in words("link") or before.rstrip().endswith((",", "-", "–")):
        return False
    return starts_with_head(line) and (last in _PLACED or not _owns(before, folded(line)))


def _outside_brackets(text: str, pattern: re.Pattern[str]) -> list[str]:
    """The text cut at a pattern where that stands outside of brackets."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[0])
        return f"{_HOLE}{len(held) - 1}{_HOLE}"

    cut = pattern.split(_BRACKETS.sub(hold, text))
    return [re.sub(f"{_HOLE}(\\d+){_HOLE}", lambda m: held[int(m[1])], part) for part in cut if part.strip(_EDGE)]


def _units_of(part: str, names: Collection[str]) -> Iterator[str]:
    part = _PURPOSE.sub("", nfc(part)).strip(_EDGE)
    if folded(part) in names:
        yield part
        return
    listed = _COLON.match(part)
    if listed and head_of(re.sub(r"^(?:cac|nhung) ", "", folded(listed["head"]))):
        yield from _after_colon(listed["head"], listed["list"])
        return
    for unit in _by_commas(part, names):
        for one in _by_heads(unit, names):
            stripped = one.strip(_EDGE)
            if stripped:
                yield stripped


def _after_colon(head: str, rest: str) -> Iterator[str]:
    """A list after a colon ("các Sở: Nội vụ, Tài chính"): each of the list has the head of the list."""
    shared = re.sub(r"^(?:các|những)\s+", "", nfc(head), flags=re.IGNORECASE)
    shared = shared[:1].upper() + shared[1:]
    for item in _split_soft(rest):
        name = item[1].strip(_EDGE)
        if name:
            yield name if starts_with_head(name) else f"{shared} {name}"


def _by_commas(part: str, names: Collection[str]) -> list[str]:
    units: list[str] = []
    for separator, item in _split_soft(part):
        if not item.strip(_EDGE):
            continue
        if not units:
            units.append(item)
            continue
        shared = _shared_head(units[-1], item, by_comma="," in separator)
        if shared:
            units.append(f"{shared} {item.strip()}")
        elif (separator.strip() == "và" and _names_others(units[-1], item)) or _separate(
            units[-1], item, names, by_dash=separator.strip() in {"-", "–"}
        ):
            units.append(item)
        else:
            units[-1] = f"{units[-1]}{separator}{item}"
    return units


def _split_soft(part: str) -> list[tuple[str, str]]:
    """(separator before, text) for the pieces between commas and "và", where no single name spans the separator."""
    fixed = _fixed_spans(part)
    pieces, start, before = [], 0, ""
    for match in _SOFT.finditer(part):
        if any(a < match.start() < b for a, b in fixed):
            continue
        pieces.append((before, part[start : match.start()]))
        before, start = match[0], match.end()
    return [*pieces, (before, part[start:])]


def _fixed_spans(part: str) -> list[tuple[int, int]]:
    bare = folded(part)
    if len(bare) != len(part):
        return []
    spans = [m.span() for m in _BRACKETS.finditer(part)]
    for name in words("whole") | words("field"):
        at = bare.find(name)
        while at >= 0:
            spans.append((at, at + len(name)))
            at = bare.find(name, at + 1)
    return spans


def _shared_head(before: str, item: str, *, by_comma: bool) -> str | None:
    """The head that a piece takes over from the unit before it."""
    bare, name = folded(before).strip(), folded(item).strip(_EDGE)
    head = head_of(bare)
    if head is None:
        return None
    printed = before.strip()[: len(head)]
    if head in _LEVELLED:
        levels = tuple(level for level in words("level") if " " in level)
        return printed if name.startswith(levels) and bare[len(head) :].strip().startswith(levels) else None
    if head in _SHARING and not head_of(name) and item.strip()[:1].isupper():
        rest = bare[len(head) :].strip(_EDGE)
        listed = rest in words("field") or (by_comma and " va " not in f" {rest} ")
        short = (
            item.strip().isupper()
            and " " not in name
            and (before.rsplit(maxsplit=1)[-1].isupper() or rest in words("field"))
        )
        return printed if listed and (name in words("field") or short) else None
    return None


def _separate(before: str, item: str, names: Collection[str], *, by_dash: bool) -> bool:
    """Whether a piece after a comma, "và" or a dash is a unit of its own."""
    bare, name = folded(before).strip(_EDGE), folded(item).strip(_EDGE)
    head = printed_head(item.strip(_EDGE))
    if by_dash:
        return head is not None and (head == head_of(bare) or _named_on_both_sides(bare, item.strip(_EDGE), head))
    if f"{bare}, {name}" in names or _is_one_post(bare, name, head):
        return False
    capital = item.strip()[:1].isupper()
    if (name in names and capital) or name.startswith(_QUANTIFIERS):
        return True
    if not capital and _continues_group(bare, name):
        return False
    if capital and _is_bare_group(bare) and _is_bare_group(_RELATED.sub("", name)) and _one_group(bare, name):
        return False
    return head is not None


def _is_one_post(bare: str, name: str, head: str | None) -> bool:
    """Whether two posts belong to one person: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"."""
    return bare in words("post") and head in words("post") and name != head


def _names_others(before: str, item: str) -> bool:
    """Whether behind one named unit stand the others that are concerned: "Bộ A và cơ quan, địa phương liên quan"."""
    bare, name = folded(before).strip(_EDGE), folded(item).strip(_EDGE)
    one = head_of(bare) not in {None, bare} and not is_group(before)
    return one and (name in _OTHERS or (bool(_RELATED.search(name)) and name.startswith(_OTHERS)))


def _one_group(bare: str, name: str) -> bool:
    """Whether a capital noun goes on with the group before it ("Sở, Ngành", "Các Vụ, Cục có liên quan")."""
    return " " not in name or (bare.startswith(_QUANTIFIERS) and _RELATED.search(name) is not None)


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
    grouped = bare.startswith(_QUANTIFIERS) or " cac " in f" {bare} " or _is_bare_group(bare)
    last_is_bare = any(bare == b or bare.endswith(" " + b) for b in words("bare"))
    if name == noun:
        return grouped or last_is_bare
    return grouped and " thuoc " not in f" {bare} "


def _is_bare_group(bare: str) -> bool:
    """Only common nouns: "sở, ban, ngành", "các phòng"."""
    for opening in _QUANTIFIERS:
        bare = bare.removeprefix(opening)
    nouns = [n.strip() for n in re.split(r",| va | - ", bare)]
    return all(n in words("bare") for n in nouns) and bool(nouns)


def _by_heads(unit: str, names: Collection[str]) -> Iterator[str]:
    """A piece without separators cut where a new unit begins ("Thanh tra Sở Trung tâm thuộc Sở")."""
    tokens = list(re.finditer(r"[^\s]+", unit))
    start, owned = 0, False
    for token in tokens[1:]:
        at = token.start()
        before, rest = unit[start:at].strip(), unit[at:]
        within_head = len(before) < len(head_of(folded(unit[start:].strip())) or "")
        if not before or not rest[:1].isupper() or within_head or _in_brackets(unit, at):
            continue
        head = printed_head(rest)
        if head is None or _tied(before, head):
            continue
        if not owned and _owns(before, folded(rest)) and folded(before) not in names:
            owned = True
            continue
        if _stands_alone(before, rest, names):
            yield before
            start, owned = at, False
    yield unit[start:]


def _in_brackets(unit: str, at: int) -> bool:
    return any(m.start() < at < m.end() for m in _BRACKETS.finditer(unit))


def _tied(before: str, head: str) -> bool:
    last = folded(before).split()[-1].strip(_EDGE)
    if folded(before).strip(_EDGE) in words("link") and head != "cac":
        return True
    if head in _DEPENDENT:
        return True
    return before.endswith(("-", "–", "/", ",")) or (last in words("link") and head != "cac")


def _owns(before: str, rest: str) -> bool:
    """Whether the unit that begins behind a container is its owner ("Văn phòng" + "UBND tỉnh")."""
    head = head_of(folded(before))
    if folded(before) in words("container") | words("complete") and rest in words("house"):
        return True
    if head is None or head not in words("container") | words("post"):
        return False
    if head.endswith("thanh vien"):
        return rest.startswith("ban ")
    return any(rest == o or rest.startswith(o + " ") for o in words("owner")) and not rest.startswith("ban chi dao")


def _stands_alone(before: str, rest: str, names: Collection[str]) -> bool:
    """Whether what stands before a new head is a whole name already."""
    head = head_of(folded(before)) or ""
    own_words = folded(before)[len(head) :].strip(_EDGE)
    if folded(rest).startswith("cac "):
        return True
    if folded(before) in names and folded(rest).strip(_EDGE) in names:
        return True
    return bool(own_words) or head in words("complete")

"""Rules for money: sums within bounds, the row or group with the most, the sum of rows.

A word for money and one of degree stand near each other in either order ("tốn nhiều tiền nhất", "kinh phí lớn nhất").
"""

import re
from collections.abc import Iterator, Sequence
from operator import ne

from knowledge.language.money import COINS, amount_of, speaks_of_rows
from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Match, Rule, Text, compiled, either_way
from knowledge.questions.constraints import Constraint, Kind, Narrowing, Operator
from knowledge.questions.cues import small_words, soft_words
from knowledge.questions.rule_words import GROUP, NOT, WORK
from knowledge.questions.statements import asks_share

_MONEY = "tiền|kinh phí|kp|chi phí|ngân sách|dự toán|vốn|tiền bạc"
_LITTLE = "ít|thấp|nhỏ|rẻ|đỡ"
_DEGREE = f"(?P<degree>nhiều|lớn|cao|to|khủng|nặng|{_LITTLE})"
_COSTS = "(?:tốn|ngốn|hao|đắt)(?: kém)?"
_BETWEEN = r"(?: (?!<)[^ ]+)"
_SUM = rf"(?P<sum>\d[\d.,]*(?: \d{{1,2}})?) (?P<coin>{COINS})(?: đồng)?"
_TO = rf"(?P<to>\d[\d.,]*(?: \d{{1,2}})?) (?P<coin2>{COINS})(?: đồng)?"
_HAS = rf"(?:(?:có|mà|với|mức|tổng|được|cấp|giao|là|hết|chi|tốn|{_MONEY}) )*"
_MORE, _LESS = (
    "vượt quá|vượt|trên|(?<!nhỏ )(?<!ít )(?<!thấp )(?<!kém )hơn|quá|lớn hơn|nhiều hơn|cao hơn",
    "dưới|kém|ít hơn|thấp hơn|nhỏ hơn",
)
_OVER = f"(?:từ|(?P<strictly>{_MORE})|ít nhất|tối thiểu|bằng hoặc hơn)"
_UNDER = f"(?:(?P<strictly>{_LESS})|tối đa)"
_UP, _DOWN = "(?P<up>trở lên|đổ lên|trở đi)", "(?:trở xuống|đổ xuống|trở lại)"
_ASKED = "(?:bao nhiêu|bn|mấy)"
_ALL = (
    "(?:tổng cộng|tổng(?! (?:hợp|kết|quát|thể|duyệt))|cộng(?: hết)? lại|cộng dồn|cộng|(?:gom|gộp)(?: hết)? lại"
    "|(?:cả|hết|tất) thảy|tất cả)"
)
_NO_TIME = "(?! (?:ngày|tuần|tháng|quý|năm|giờ|phút|buổi|người|nhiệm|việc|lần))"
_HAS_SUM = rf"(?:(?:có|mà|với|mức|được|cấp|giao|là|hết|chi|tốn|{_MONEY}) )+"
_NEARLY = "(?:khoảng|chừng|tầm|độ|cỡ|gần|ngót|xấp xỉ)"
_ABOUT = 0.1  # the share by which a sum that is told as about so much may be another
_DENIED = 14  # more than the bound alone that a negation leaves out ("không vượt | quá 150 triệu")
_BEYOND = 0.5  # đồng, by which a bound is passed that a sum itself does not fit ("trên 30 triệu")
_ROW = f"(?:{WORK}|việc|cái|dòng|khoản|chuyện)"


def _bounded(match: Match, text: Text) -> Iterator[Found]:
    """As in "từ 300 triệu trở lên", "dưới 50 triệu", "từ 20 đến 60 triệu"."""
    given = match.groupdict()
    low = _amount(match["sum"], given.get("coin") or given.get("coin2") or "")
    high = _amount(match["to"], match["coin2"]) if given.get("to") else None
    bounds = (None, low) if given.get("under") or given.get("down") else (low, high)
    if low is not None and "exact" in given:
        near = _ABOUT if given.get("about") else 0
        bounds = (float(round(low * (1 - near))), float(round(low * (1 + near))))
    passes = given.get("not") and not given.get("under")  # "không dưới 20 triệu" has the 20 in it
    if given.get("strictly") and not (given.get("up") or given.get("down") or passes):
        least, most = bounds
        bounds = (least and least + _BEYOND, most and most - _BEYOND)
    start, end = text.words(match)
    # "không có kinh phí, | dưới 20 triệu" denies no sum
    if text.listed and not (given.get("not") and text.is_broken(start, end)):
        made = Constraint(Kind.MONEY, bounds=bounds).placed(start, end, 7)
        yield Found(Narrowing(where=(made,)), start, end, _DENIED if given.get("not") else 7)


def _amount(figure: str, coin: str) -> float | None:
    return amount_of(f"{figure.replace(' ', ',')} {coin}")


def _most(match: Match, text: Text) -> Iterator[Found]:
    """As in "việc nào tốn tiền nhất", "kế hoạch nơi nào nhiều tiền nhất"."""
    by = next((name for name in ("plan", "month", "quarter", "section", "unit") if match.groupdict().get(name)), "row")
    if _ROW_ASKED[text.typed].search(match.string, match.start(), match.start("near")):
        by = "row"  # "các kế hoạch | việc nào tốn nhất"
    few = folded(match.groupdict().get("degree") or "") in set(map(folded, _LITTLE.split("|")))
    operator = Operator.FEWEST if few else Operator.MOST
    start, end = text.words(match)
    near, _ = text.words(match, "near")
    if any(not (at in text.cued or text.is_small(at) or text.says(at, SPENDS)) for at in range(start, near)):
        start = near  # "việc nào về truyền thông | tốn nhất": what stands between is what rows are about
    yield Found(Narrowing(operator=operator, by=by, measure="money"), start, end, 8 + (by != "row"))


_ROW_ASKED = either_way(rf"(?<!\S){_ROW} nào(?!\S)")
SPENDING = frozenset({"tốn", "ngốn", "hao", "hết", "chi", "tiêu", "dùng", "cần", "được", "cấp", "xài", "sạch"})
SPENDS = frozenset(map(folded, SPENDING))


def _more(match: Match, text: Text) -> Iterator[Found]:
    """As in "bên nào nhiều tiền hơn"."""
    yield Found(Narrowing(operator=Operator.SIDES, measure="money"), *text.words(match), 8)


def _summed(match: Match, text: Text) -> Iterator[Found]:
    """As in "các việc của Phòng X cộng lại hết bao nhiêu tiền": of the plan as a whole its own words tell."""
    if text.is_half(text.words(match)[0]) or (not text.units and asks_share(text.text.split())):
        return  # "cong | khai tien an ngay may" adds nothing up, nor "chiếm mấy phần trăm tổng kinh phí"
    rows = not text.typed and match[0].endswith(" dong") and speaks_of_rows(text.text)
    if not rows and (text.units or text.periods or text.listed):
        role = "lead" if asks_share(text.text.split()) and not _ROLE.search(text.text) else ""
        yield Found(Narrowing(operator=Operator.SUM, measure="money", role=role), *text.words(match), 8)


_ROLE = re.compile(r"<(?:lead|coordinate)>")  # else a unit's share of all money is that of what it chairs
_NEAR = (
    rf"(?:{_MONEY}){_BETWEEN}{{0,3}}? {_DEGREE}{_BETWEEN}{{0,2}}?",
    rf"{_DEGREE}{_BETWEEN}{{0,2}}? (?:{_MONEY}){_BETWEEN}{{0,2}}?",
    rf"(?<!ít )(?<!đỡ ){_COSTS}(?: {_DEGREE})?(?: (?:{_MONEY}))?",
    rf"(?P<degree>ít|đỡ) {_COSTS}(?: (?:{_MONEY}))?",
    "(?P<degree>rẻ)",
)
_WHO = rf"(?:(?:trong (?:các|những|số) )?(?:{GROUP})(?: nào)?{_BETWEEN}{{0,5}}? )"
_WHICH = rf"(?:(?:{_ROW}|bên|nơi|kế hoạch|trường|xã|đơn vị|cái|đâu)(?: nào)?{_BETWEEN}{{0,3}}? )?"
_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_HAS}(?:từ )?(?P<sum>\d[\d.,]*)(?: (?P<coin>{COINS}))?(?: đồng)? (?:đến|tới) {_TO}", _bounded),
    (rf"{_HAS}{_OVER} {_SUM}(?: {_UP})?", _bounded),
    (rf"(?P<not>{NOT}) {_HAS}(?:{_LESS}) {_SUM}", _bounded),
    (rf"{_HAS}(?P<under>{_UNDER}) {_SUM}", _bounded),
    (rf"(?P<not>{NOT}) {_HAS}(?P<under>{_MORE}|(?P<strictly>tới|đến|được)) {_SUM}", _bounded),
    (rf"{_HAS}(?:từ )?{_SUM} (?:{_UP}|(?P<down>{_DOWN}))", _bounded),
    (rf"(?P<exact>{_HAS_SUM})(?P<about>{_NEARLY} )?{_SUM}", _bounded),
    (rf"(?P<exact>{_HAS})(?P<about>{_NEARLY} ){_SUM}", _bounded),
    (rf"(?<=nào )(?P<exact>){_SUM}", _bounded),
    *(
        (rf"{who}(?P<near>{near}) nhất", _most)
        for near in _NEAR
        for who in (_WHO, rf"(?:{_ROW}(?: nào)?{_BETWEEN}{{0,3}}? )?")
    ),
    *((rf"{_WHICH}{near} hơn(?! \d)", _more) for near in _NEAR),
    (rf"{_ALL}{_BETWEEN}{{0,5}}? (?:{_MONEY})(?:{_BETWEEN}{{0,6}}? {_ASKED}(?: (?:{_MONEY}|{COINS}))?)?", _summed),
    (rf"{_ALL}{_BETWEEN}{{0,3}}? {_ASKED} (?:{_MONEY}|{COINS})", _summed),
    (rf"(?:hết|tốn|mất) {_ASKED} (?:{_MONEY}|{COINS}) {_ALL}", _summed),
    (rf"{_ALL} (?:tốn|ngốn|hao|hết|mất)(?: kém)? {_ASKED}(?! (?:{_MONEY}|{COINS})){_NO_TIME}", _summed),
    (rf"(?:tốn|ngốn|hao)(?: kém)? {_ASKED} {_ALL}", _summed),
)
TYPED, BARE = compiled(_PATTERNS)


def sums_up(words: Sequence[str]) -> bool:
    """Whether all that is said is that money is added up ("hết thảy tốn bao nhiêu tiền"), of what was told before."""
    said, bare = " ".join(words), [*map(folded, words)]
    matched = _ADDED_UP[any(map(ne, words, bare))].search(said)
    return bool(matched) and (soft_words() | small_words() | SPENDS | _COUNTS).issuperset(bare)


_ADDED_UP = either_way(rf"(?<!\S){_ALL}(?!\S)")
_COUNTS = frozenset(
    folded(f"{_MONEY}|{COINS}|tổng|cộng|lại|gom|gộp|dồn|thảy|tất|cả|bao|nhiêu|bn|mấy|là").replace(" ", "|").split("|")
)

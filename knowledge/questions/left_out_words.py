"""The words that leave out what stands behind them, or before them.

What people do with rows they do not want has no complete list ("không đụng tới việc …", "khỏi đưa việc … vô"), so
between a negation and what it denies any two words may stand which nothing else has understood.
"""

from collections.abc import Collection

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Match, Text, either_way
from knowledge.questions.constraints import Kind
from knowledge.questions.cues import plain_words
from knowledge.questions.negation_rules import OF_ROWS
from knowledge.questions.rule_words import DROP, EXCEPT, GIVES, GONE, OUT, TURNED, WORK

_ROWS = f"các|những|mấy|cái|loại|hết|thuộc|phần|ở|trong|vào|vô|đến|tới|hạn|của|nào|dòng|diện|{WORK}"
_SMALL = f"(?:{_ROWS}|có|là|mà|mang|lặp|lại|làm|ra)"
_ASIDE = "(?: (?:qua|hết|luôn|ra|giúp|giùm|dùm|hộ|cho|em|anh|chị|mình|tôi|tui|con))*"
_FOR_GOOD = "(?:lọc|loại|gạch|cắt|gạt) bỏ|bỏ qua|bỏ hết"
_FEWER = f"{_FOR_GOOD}|{DROP}{_ASIDE}(?= (?:các|những|mấy|cái|hết|luôn|cả|dòng|việc|loại))"
_LEAD = either_way(rf"(?<!\S)(?:{EXCEPT}|{_FEWER})(?: (?:luôn|cả))*(?: {_SMALL})*$")
_OUT_OF = either_way(rf"(?<!\S){DROP}(?: {_SMALL})*$")  # with "ra" behind, or as all of a text
_TURNED = either_way(rf"(?<!\S){TURNED}(?: {_SMALL})*$")  # "thế loại việc | thường xuyên | ra"
_GONE = either_way(f"(?:{GONE})")
_UP_TO = either_way(rf"(?<!\S)(?:(?:{_ROWS}|kéo|dài|sang|qua) )+$")
_TAIL = either_way(rf"(?: {OUT[4:-1]})+(?!\S)")
_DENIAL = either_way(
    rf"(?<!\S)(?:(?P<no>không|chẳng|chả)|khỏi|đừng|miễn)(?P<verb>(?: (?!<)[^ ]+){{0,2}}?)(?P<rows>(?: (?:{_ROWS}))*)$"
)
_BARE_DENIAL = either_way(rf"(?:{GIVES})(?!\S)")  # without accents "dung" and "khoi" are "dùng" and "khối" as well
# what is done with rows alone: any other verb behind a command needs rows behind it ("khỏi ngó | mấy việc …"), or it
# tells how to answer ("đừng vội quý III có gì")
_HAS_TO_DO = either_way(
    rf"(?:^|.* )(?:{GIVES}|{DROP}|cần|xét|quan tâm|gồm|thuộc|liên quan|dính|đụng|động|rơi|thích"
    "|làm|thực hiện|tổ chức)$"
)
_ROWS_BEHIND = either_way(rf"(?<!\S)(?:các|những|mấy|cái|loại|(?<!dài )dòng|{WORK})(?!\S)")
BEHIND = (
    r"(?: (?:em|anh|chị|tôi|mình|tui) (?:biết|có|nắm|rõ)(?: rồi)?)?"
    r"(?: (?:thì|là|cũng|đều|đó|ấy|này|kia|nữa))*(?: (?:bỏ|loại|trừ|gạt|lược|bớt|cắt|gạch)"
    r"(?: (?:hết|qua|ra|đi|luôn|bỏ|bớt|khỏi danh sách))*"
    rf"|(?: thì)? (?:không|khỏi|đừng|chẳng|chả)(?: (?:cần|phải|có|được))* (?:{GIVES}|cần|xét|quan tâm|gồm)"
    r"(?: (?:vào|vô|cả|tới|đến|hết|luôn|nữa|ra|đâu))*|(?<= thì) thôi|(?: thôi)? khỏi)"
)
_BEHIND = either_way(rf"{BEHIND}(?!\S)")
_BEHIND_A_WORD = either_way(rf" (?!<|{WORK}|(?:gì|nào|mấy|của|do|có|và|với|hay|hoặc|mà)(?!\S))[^ ]+{BEHIND}(?!\S)")
_SEEN = frozenset(  # what somebody does not find or know, or what is not there, is no row that is not wanted
    {"co", "con", "thay", "biet", "ro", "nho", "chac", "hieu", "hay", "tim", "doc", "gap", "phai"}
)
_REACHES = frozenset(
    {"qua", "tre", "muon", "sau", "truoc", "kip", "som", "het", "vuot", "cham", "doi", "cho"}
    | {"hoan", "lui", "den", "toi"}
)
_FINISHES = frozenset({"hoan", "thanh"})  # which is no putting off
_KEEPS = frozenset({"quen", "sot", "lot", "thieu", "bo", "mat", "tru", "loai"})  # "đừng quên …" has it in
_MORE = frozenset({"chi", "rieng", "chung", "le", "nhung"})  # "không chỉ quý III", "không chừng", "chẳng lẽ"
_MUST_NOT = r"(?<!\S)(?:(?:đừng|khỏi|chớ)(?: (?:có|nên))?|(?:không|chẳng|chả) (?:được|nên|cần|thể))"
_NEGATED = either_way(f"{_MUST_NOT}$")
_STAYS = either_way(
    rf"{_MUST_NOT}(?: (?:để|làm))? (?:{DROP}|bỏ (?:sót|quên|qua)|sót|lọt|quên|trừ|thiếu)(?: {_SMALL})*$"
)
_ASKED_AHEAD = either_way(rf"<[ukp]|(?<!\S){WORK}(?!\S)")
_WANTS = frozenset({"can", "lay", "muon", "quan", "tinh", "hoi", "ke", "xin", "dem"})
_FIRM = frozenset({"thi", "khoi", "qua", "het", "dung"})
_CLOSES = frozenset(  # behind words that leave something out and end their sentence
    {"nhe", "nha", "nghe", "nghen", "a", "giup", "gium", "dum", "ho", "het", "thoi", "roi", "nhi", "hen", "cho"}
    | {"anh", "chi", "em", "toi", "minh", "con", "voi", "luon", "vi", "de"}
)


def left_out_ahead(text: Text, start: int, end: int) -> int | None:
    """Where the words begin that leave out what stands at some words; None where none do."""
    ahead = text.beside(start)
    lead = _LEAD[text.typed].search(ahead)
    turned = None if lead else _TURNED[text.typed].search(ahead)
    if turned and _GONE[text.typed].match(text.text[text.after(end) :]):
        lead = turned
    out = None if lead else _OUT_OF[text.typed].search(ahead)
    if out and (out_behind(text, end) > end or (not out.start() and text.after(end) >= len(text.text))):
        lead = out
    first = None if lead is None else text.word_at(text.place_beside(start) + lead.start())
    return None if first is None or kept(text, first) else first


def kept(text: Text, start: int) -> bool:
    """Whether words that would leave something out are denied themselves ("đừng | bỏ việc nào hằng tháng")."""
    return _NEGATED[text.typed].search(text.beside(start)) is not None


def stays(text: Text, start: int) -> int | None:
    """Where words begin that what stands behind them must not be left out; None where there are none."""
    said = _STAYS[text.typed].search(text.beside(start))
    return None if said is None else text.word_at(text.place_beside(start) + said.start())


def asked_ahead(text: Text, start: int) -> bool:
    """Whether rows, a unit or a time are asked for before a word."""
    return _ASKED_AHEAD[text.typed].search(text.before(start)) is not None


def leading_up(text: Text, start: int) -> int:
    """Where the small words begin that lead to a time ("mấy cái kéo qua | quý III")."""
    lead = _UP_TO[text.typed].search(f"{text.before(start)} ")
    return text.word_at(lead.start()) if lead else start


_ISSUES = frozenset({"ban", "hanh", "ky"})  # what is not done so at a time is a plan: "kế hoạch nào không ký tháng 1"


def denied(text: Text, start: int, read: Collection[int], kind: Kind) -> int | None:
    """Where a negation stands, with no words but unread ones up to what begins at a word; None where there is none.

    Args:
        read: positions of words that say something else.
        kind: what it is: "không kịp" and its like leave out no time, and "không quá" is of a sum.
    """
    ahead = text.beside(start)
    lead = _DENIAL[text.typed].search(ahead)
    timed = kind is Kind.DUE
    if lead is None or not _is_meant(lead, text, timed=timed) or (kind is Kind.MONEY and not lead["verb"]):
        return None
    first = text.word_at(text.place_beside(start) + lead.start())
    verb = range(first + 1, first + 1 + len(lead["verb"].split()))
    due = text.states - {at for begin, (end, _) in text.standing.items() for at in range(begin, end)} if timed else ()
    return None if {*verb} & (({*read} | text.cued) - {*due}) else first


def _is_meant(lead: Match, text: Text, *, timed: bool) -> bool:
    """Whether a negation is of the rows behind it, and does not only close a question or tell how to answer."""
    verb = {folded(word) for word in lead["verb"].split()}
    ahead = [folded(word) for word in lead.string[: lead.start()].split()]
    if verb & (_KEEPS | _MORE) or (verb & _SEEN and (lead["no"] or verb != {"co"})):
        return False  # but "đừng có việc thường xuyên"
    late = verb & _REACHES if not verb >= _FINISHES else set()
    if timed and (not verb or late or verb & _ISSUES):
        return False
    if lead["no"] and ahead and ahead[-1] in OF_ROWS:
        return bool(verb) or "co" not in ahead  # "có việc gì không, thường xuyên …"
    has_to_do = (
        not verb
        or (lead["no"] and "can" not in verb)
        or _HAS_TO_DO[text.typed].match(lead["verb"])
        or _has_rows(lead, text)
    )
    if not has_to_do:
        return False
    if not lead["no"]:
        return (bool(verb) or folded(lead[0]).startswith("mien")) and (
            text.typed or bool(_BARE_DENIAL[False].match(lead["verb"].strip()))
        )
    said = bool(ahead) and ahead[-1] in plain_words("speaker")
    return not ahead or (said and bool(verb & _WANTS))


def _has_rows(lead: Match, text: Text) -> bool:
    """Whether a word for rows stands behind the verb of a negation ("dài dòng" has none)."""
    return _ROWS_BEHIND[text.typed].search(lead.string, lead.start("rows")) is not None


def out_behind(text: Text, end: int) -> int:
    """Where "ra", "đi" and their like end that only close what was left out ahead ("bỏ việc hằng quý | ra")."""
    tail = _TAIL[text.typed].match(text.text, text.after(end))
    return text.word_at(tail.end() - 1) + 1 if tail else end


def left_out_behind(text: Text, end: int, *, firmly: bool = False) -> int | None:
    """Where the words end that leave out what ends at a word; None where none do, or they are of what follows.

    One that nothing has understood may stand before those that do so for certain ("thường xuyên | trơn thì thôi").

    Args:
        firmly: whether only words for certain count: who "bỏ ra" money and "không cần" something is no less asked.
    """
    tail = _BEHIND[text.typed].match(text.text, text.after(end))
    if tail is None and not firmly and (tail := _BEHIND_A_WORD[text.typed].match(text.text, text.after(end))):
        firmly = True
        tail = tail if end not in text.cued | text.states else None
    if tail is None or (firmly and _FIRM.isdisjoint(map(folded, tail[0].split()))):
        return None
    last = text.word_at(tail.end() - 1) + 1
    rest = [folded(word) for word in text.text[tail.end() :].split()[:1]]
    return last if not rest or rest[0] in _CLOSES else None

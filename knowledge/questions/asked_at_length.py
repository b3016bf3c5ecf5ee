"""What is asked in several words, among which others stand: no phrase of `cues.tsv` holds them.

What comes out of a row is asked by what one has to hand over ("giấy tờ phải có | sau cùng là gì", "rốt cuộc phải nộp ra
được cái gì"), what one has to show ("lấy gì báo cáo là hoàn thành") and by the outcome that the plan gives ("kết quả
của việc đó kế hoạch ghi là gì"). A deadline is asked by whether there is one ("có hạn không hay làm hoài"), who
coordinates by who is there beside the chair ("ngoài đơn vị chủ trì còn ai"), what a plan goes by by the documents and
whose they are ("căn cứ 2 quyết định nào"), a duty by what one does with it ("được giao giữ những thứ gì"), what a row
costs by money in front of it and the number behind ("kinh phí cho | lễ hội đình | là bao nhiêu"), and what it is done
for by any verb behind "để" ("để giải quyết chuyện gì") or by its purpose ("mục đích của việc …").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.cues import Cue
from knowledge.questions.roles_at_length import ROLE_RULES, ROWS_ASKED, SOMEBODY
from knowledge.questions.rule_words import UNIT
from knowledge.questions.words_needed import Needing

_WHAT = r"(?:(?:cái|những|những cái|thứ|món) )?gì"
PAPER = r"(?:giấy tờ|giấy|văn bản|tài liệu|hồ sơ|báo cáo|biên bản|chứng từ|minh chứng|sản phẩm|kết quả|đầu ra)"
_GUESS = rf"(?: (?:chỉ |mỗi |có )*{PAPER} thôi (?:à|hả|sao|ha|nhỉ))?"  # what somebody thinks that it may be
_LAST = r"(?:sau cùng|cuối cùng|sau chót|chót|chốt|cuối)"
_ENDLESS = r"(?:hoài|miết|miệt|mãi|suốt|quanh năm|thường xuyên|liên tục|đều đều|dài dài|luôn luôn)"
_OPEN = rf"hay (?:là )?(?:cứ |phải |việc )*(?:làm )?{_ENDLESS}"
_THAT = r"(?: (?:cụ thể|cuối cùng|chính))?(?: (?:của )?(?:việc|vụ|chuyện|phần|cái|mục|dòng|nhiệm vụ) (?:đó|ấy|này))?"
_BY_PLAN = r"(?: (?:trong |theo )?kế hoạch(?: \d{4})?)?"

_AT_LAST = r"(?:(?:rốt cuộc|cuối cùng|sau cùng|làm xong|xong rồi|xong|giờ) )?"
_GIVE = r"(?:nộp|nạp|trình|gửi|gởi|giao|bàn giao|giao nộp|xuất trình|trưng|đưa)(?: (?:ra|lên|được|lại|xuống))*"
_MAKE = r"(?:làm|tổ chức|mở|lập|dựng|tạo|soạn|viết)(?: (?:ra|được|lên))+"
_OUTCOME = r"(?:kết quả|sản phẩm|đầu ra)"
_GIVEN = rf"(?:{_WHAT}|thế nào|ra sao|sao)"
_TODAY = r"(?:hôm nay|bây giờ|giờ|nay|ngày hôm nay)"
_DATE = r"\d+[/-]\d+(?:[/-]\d+)?"
_DAYS = r"(?:mấy|bao nhiêu) (?:ngày|hôm|tuần|tháng)"
_JUST = r"(?:đúng|chính xác|khoảng|chừng|cỡ|tầm|độ|tất cả|tổng cộng|cả thảy|được|vỏn vẹn|chẵn)"
_TILL = r"(?: (?:là |thì )?(?:đến hạn|tới hạn|hết hạn|hết|đến ngày))?"
_ORDER = (
    r"(?:liệt kê|kê|kể|kể tên|nêu|nêu tên|xác nhận|cho biết|đọc|nhắc|ghi)(?: (?:giúp|giùm|ra|lại|tên|em|tôi|mình))*"
)
_LIMIT = r"(?: (?:chốt|chót|cuối|cuối cùng|kết thúc|cụ thể|hoàn thành|xong|rõ ràng))*"
_CHAIR = r"(?:(?:đơn vị|bên|cơ quan|phòng) )?chủ trì(?: chính)?"
_GIVEN_TO = r"(?:được|bị) (?:giao|phân công|phân|cắt cử|giao phó)"
_DOING = r"(?: (?!(?:cho|về|làm|ai|chủ|phối|tham|thực|phụ|hỗ|cùng|gì|nào|mấy|báo|kế|văn|hồ)(?!\S))[^\W\d]+){1,2}?"
_THINGS = r"(?: (?:những|mấy|các|cái))*(?: (?:thứ|món|chuyện|việc|vụ|phần|nhiệm vụ))? (?:gì|nào)"
_SHOW = r"(?:báo cáo|chứng minh|chứng tỏ|bằng chứng|minh chứng|đối chiếu|nghiệm thu|nộp|nạp|trình|gửi)"
_OUT_OF_FORCE = "(?:hết hiệu lực|bị (?:thay|thay thế|bãi bỏ|hủy bỏ))"
_GOES_BY = r"(?:căn cứ|dựa)(?: (?:vào|trên|theo))?"
_SEVERAL = r"(?:những|các|mấy|một|hai|ba|bốn|\d)"
_REPLACES = rf"(?<!ký )(?:thay|thay thế|bãi bỏ|hủy bỏ)(?: (?:cho|cái|bản|{_SEVERAL}))*"
_DOCUMENT = (
    r"(?:văn bản|quyết định|nghị quyết|kế hoạch|chỉ thị|nghị định|công văn|thông tư|luật|chương trình|đề án"
    r"|qđ|nq|nđ|kh|tt)"
)

_ALL_SPENT = r"(?:tổng|mức) chi(?= (?:của|cho) (?!quý|tháng|năm|kế))"
_MONEY = rf"(?:(?:(?:tổng|mức|khoản) )?(?:số tiền|kinh phí|dự toán|chi phí|ngân sách|tiền)|{_ALL_SPENT})"
_MEANT_FOR = r"(?: (?:dành|bố trí|cấp|chi|để|cho|của|làm|thực hiện))*"
_SOME_MATTER = r"(?: (?!(?:gì|ai|khi|với|bao|mấy|là|thì|%)(?!\S))\S+){1,14}?"
_GOES_ON = (  # behind a sum, where "bao nhiêu suất" is none
    r"(?:tiền|đồng|triệu|tỷ|vậy|thế|nhỉ|ạ|hả|nhé|nha|rứa|hè|đó|ta|em|anh|chị|và|còn|rồi"
    r"|bao giờ|khi nào|ai|do|hạn|mấy|lấy|từ)(?!\S)"
)
_ABOUT = r"(?: (?:là|thì|hết|cần|tốn|được|có|cỡ|khoảng|chừng|tầm|tổng cộng))*"
_OF_MONEY = rf"{_ABOUT} (?:bao nhiêu|bn|mấy (?:tiền|đồng|triệu|tỷ))"
_ALL_OF_IT = rf"(?: (?:cả|toàn bộ|chung|toàn))*(?: kế hoạch(?: (?:này|đó|ấy))?)?{_OF_MONEY}"  # of no part of the plan

_SPENDS = (  # no "chỉ tiêu bao nhiêu"; "hết" and "mất" are of time as well, which then is named behind
    r"(?:tốn|xài|ngốn|hao|tiêu tốn|(?<!chỉ )(?<!mục )(?<!chi )(?<!muc )tiêu"
    r"|(?<!địa )(?<!dia )(?<!tổng )(?<!tong )(?<!mức )(?<!muc )chi|hết|mất|rót)"
    r"(?: (?:hết|tốn|kém|ra|mất|phí))*"
)
_SO_MUCH = r"(?:bao nhiêu|bn|nhiêu|mấy(?: (?:trăm|chục|nghìn|ngàn))* (?:tiền|đồng|triệu|tỷ|tỉ))"
_NO_THING = rf"(?!\S)(?! ?%)(?! (?!{_GOES_ON}|cho(?!\S))\w)"  # behind it: "bao nhiêu ngày" is no sum

_HANDING = r"nộp|nạp|trình|gửi|gởi|giao|bàn|đưa|mang|cầm|đem"  # what is handed over is a product, and no aim
_NO_AIM = (
    rf"{_HANDING}|làm|báo|biết|xem|coi|hỏi|tra|nhớ|ghi|viết|in|họp|còn|có|lại|đó|đây|ngày|tháng|quý|năm|tuần|tui|tôi|em"
    rf"|anh|chị|mình|bác|cô|chú|sếp|lãnh|phòng|ban|sở|khoa|tổ|đội|bên|đơn|cơ|xã|phường|trường|ai|gì|nào|mấy|bao|giấy|văn"
    rf"|tài|hồ|biên|chứng|kế"
)
_AIMED_AT = rf"(?: (?!(?:{_NO_AIM})(?!\S))[^\W\d]+){{1,2}}?"
_FOR = r"(?<!biết )(?<!hỏi )(?<!xem )(?:(?:cốt|là|chủ yếu|làm ra) )*(?:để|nhằm)"  # "em hỏi để biết …" is whose asks
_PURPOSE = r"(?:mục đích|ý nghĩa|lợi ích|tác dụng)(?: (?:chính|cụ thể|chủ yếu))?"
_AIM_THING = r"(?: (?:những|mấy|các))?(?: (?:điều|chuyện|việc|vấn đề|vụ|tình trạng|mục đích|mục tiêu))"
_ITS_THING = r"(?: (?:những|mấy|các))?(?: cái)?"  # then the verb tells: "để diệt gì", "để sử dụng cái gì"
_OF_A_MATTER = r"(?:(?:của |khi |trong )?(?:đợt|buổi|lớp|cuộc|kế hoạch)|khi|tổ chức|làm|mở|xây dựng|ban hành)"
_OF_WHAT_IS_DONE = r"(?:(?:của|khi|trong) )?(?:việc|vụ|chuyện)(?: làm)?(?= \S)"

_AND_LIMIT = rf"(?:{_MONEY} (?:và|với) (?:thời )?hạn|(?:thời )?hạn (?:và|với) {_MONEY})(?= (?:của|cho)(?!\S))"
_RULES: tuple[tuple[str, str], ...] = (
    ("budget when", _AND_LIMIT),
    # what is shown, to the end of what is said of it
    ("result", rf"lấy (?:cái )?gì (?:để |mà |ra |làm )*{_SHOW}(?: (?!ai |khi |bao giờ)\S+){{0,4}}$"),
    # the papers that there have to be at last
    ("result", rf"{PAPER} (?:phải |cần )?(?:có|nộp|nạp|trình)(?: {_LAST})? (?:là|gồm)(?: có)? {_WHAT}"),
    ("result", rf"{PAPER} {_LAST} (?:là|gồm)(?: có)? {_WHAT}"),
    ("result", rf"{PAPER} nộp gồm(?: có)? {_WHAT}"),
    # what one has to hand over, or to bring about
    ("result", rf"{_AT_LAST}(?:thì )?(?:phải|cần|thì) {_GIVE} {_WHAT}(?: lên| ra)?{_GUESS}"),
    ("result", rf"{_AT_LAST}(?:phải|cần) {_MAKE} {_WHAT}"),
    ("result", rf"{_AT_LAST}(?:thì )?(?:phải|cần) ra(?: được)? (?:{_WHAT}|{PAPER} (?:gì|nào)){_GUESS}"),
    ("result", rf"(?:xong|xong rồi) (?:thì )?(?:trình|nộp|nạp|gửi|gởi|giao)(?: lên| ra| lại)? {_WHAT}"),
    # what the plan gives as the outcome
    ("result", rf"{_OUTCOME}{_THAT}{_BY_PLAN} (?:thì |được |có )?(?:ghi|nêu|viết|nói)(?: là)? {_GIVEN}"),
    ("result", rf"kế hoạch(?: \d{{4}})? (?:ghi|nêu) {_OUTCOME}(?: là)? {_GIVEN}"),
    ("result", rf"{_OUTCOME}(?: (?:phải )?{_GIVE})? là (?:những )?{PAPER} (?:nào|gì)"),
    ("result", rf"{_OUTCOME}{_THAT} (?:(?:thì|phải|cần) )*(?:có|gồm|bao gồm) (?:những|các)(?: (?:cái|thứ))? gì"),
    # whether there is an end
    ("when", rf"có (?:thời )?(?:hạn|mốc|ngày){_LIMIT} (?:không|ko|k)(?: {_OPEN})?"),
    ("when", rf"(?:là )?(?:việc )?(?:làm )?{_ENDLESS} (?:không )?hay (?:là )?có (?:hạn|ngày|mốc)"),
    ("when", rf"có (?:hạn|ngày|mốc) {_OPEN}"),
    ("when", r": ngày$"),
    # how long it is from today
    ("when", rf"(?:tính )?từ {_TODAY}(?: {_DATE})?(?: (?:đến|tới) \S+)? (?:còn|còn lại) {_DAYS}(?: nữa)?{_TILL}"),
    ("when", rf"còn(?: lại)?(?: {_JUST})+ {_DAYS}(?: nữa)?{_TILL}"),
    # the units themselves, where they are to be told one by one
    ("coordinate", rf"{_ORDER} (?:các |những )?{UNIT}(?: \S+)? (?:cùng )?(?:phối hợp|tham gia|hỗ trợ|làm cùng)"),
    ("coordinate", rf"danh sách (?:các |những )?{UNIT} (?:cùng )?(?:phối hợp|tham gia|hỗ trợ)(?! với| cùng)"),
    ("lead", rf"{_ORDER} (?:các |những )?{UNIT}(?: \S+)? (?:cùng )?chủ trì"),
    # what somebody was given to do, whichever verb says it
    ("duty", rf"{_GIVEN_TO}{_DOING}{_THINGS}"),
    # who is there beside the chair, or whoever was named
    ("coordinate", rf"(?:những )?(?:ai|{UNIT} nào) (?:phải |đi |sẽ )?phụ(?! (?:trách|giúp|lục))"),
    ("coordinate", r"(?<!không )cùng với (?:những )?ai"),
    ("coordinate", rf"ngoài {_CHAIR}(?: ra)?(?: thì)?(?: còn)? ai"),
    # what a row costs, the money in front of it and the number behind; "bao nhiêu phần trăm" is no sum
    ("budget", rf"{_MONEY}{_MEANT_FOR}(?!{_ALL_OF_IT})(?={_SOME_MATTER}{_OF_MONEY}(?!\S)(?! %)(?! (?!{_GOES_ON})\w))"),
    ("budget", r"(?:kinh phí|chi phí|dự toán|số tiền|tiền) (?:ra sao|thế nào)"),
    # and what it takes, whichever verb says so
    ("budget", rf"{_SPENDS}{_ABOUT} {_SO_MUCH}(?: (?:tiền|đồng|triệu|tỷ|tỉ))?{_NO_THING}"),
    # what a row is done for: any verb behind "để", or its purpose in front of it
    ("objective about", rf"{_FOR}(?:{_AIMED_AT})?{_AIM_THING} gì(?! đó)"),
    ("objective about", rf"{_FOR} (?:đạt|được|đạt được|tránh|né|tránh né|ngừa|phòng ngừa){_ITS_THING} gì(?! đó)"),
    ("objective about", rf"{_FOR}(?={_AIMED_AT}{_ITS_THING} gì(?!\S)(?! đó))"),
    ("objective about", rf"{_PURPOSE}(?: {_OF_WHAT_IS_DONE}|(?= {_OF_A_MATTER}(?!\S)))"),
    # what a plan goes by, who signed it for whom, and up to when it holds
    ("basis", rf"{_GOES_BY}(?: {_SEVERAL})* {_DOCUMENT}(?: (?!nào|gì)\S+){{0,3}}? (?:nào|gì|số mấy|số bao nhiêu|mấy)"),
    ("replaces", rf"{_REPLACES} {_DOCUMENT}(?: (?!nào|gì)\S+){{0,3}}? (?:nào|gì|số mấy|số bao nhiêu|mấy)"),
    ("replaces", rf"{_REPLACES} {_DOCUMENT} (?:cũ|trước|năm ngoái|năm trước) (?:không|nào|gì)"),
    ("replaces", rf"{_DOCUMENT}(?: cũ)? (?:nào|số mấy|số bao nhiêu)(?: cũ)?(?: (?:sẽ|thì|được))* {_OUT_OF_FORCE}"),
    ("signer", r"(?:do )?ai (?:thay mặt|đại diện|thay)(?: (?!ngày|hạn|ai)\S+){0,4}? ký(?: tên)?"),
    ("years", r"(?:chạy|kéo dài|áp dụng|có hiệu lực|thực hiện) (?:đến|tới)(?: hết)? năm nào"),
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern over words without accents, and the words with theirs of which it is made, by what is left of them.

    Args:
        kind: of the cue that it makes; two where what is asked of a row may be asked of a plan's text as well.
    """

    kind: str
    bare: re.Pattern[str]
    words: Mapping[str, frozenset[str]]

    def fits(self, typed: Sequence[str]) -> bool:
        """Whether no word is typed with other accents than the rule has: "ai phủ sóng" is no "ai phụ"."""
        return all(word == folded(word) or word in self.words.get(folded(word), {word}) for word in typed)


def _rule(kind: str, pattern: str) -> tuple[str, _Rule]:
    words: dict[str, set[str]] = defaultdict(set)
    for word in re.findall(r"[^\W\d_]+", pattern):
        words[folded(word)].add(word)
    bare = either_way(rf"(?<!\S){pattern}(?!\S)")[False]
    return bare.pattern, _Rule(kind, bare, {said: frozenset(typed) for said, typed in words.items()})


_COMPILED = Needing(_rule(kind, pattern) for kind, pattern in (*_RULES, *ROLE_RULES))


def _opens(bare: Sequence[str], at: int, found: Sequence[Cue]) -> bool:
    """Whether a word opens what is asked: it is the first, or stands behind talk ("không | tiền mặt" is one thing)."""
    return at == 0 or bare[at - 1] in _LEADS_UP or any(cue.end == at for cue in found)


def _asks_money(span: range, bare: Sequence[str], found: Sequence[Cue], *, of_row: bool) -> bool:
    """Whether words for money ask for it; how it is with the money is asked of a row, and else of the running text."""
    ahead = bare[: span.start]
    if bare[span.stop - 1] in _HOW:
        return ahead[-1:] not in (["tong"], ["muc"]) and (of_row or not _LEADS_UP.issuperset(ahead))
    return bare[span.start] in _SPENT or _opens(bare, span.start, found)


_HOW = frozenset({"sao", "nao"})


def _counts_things(words: Sequence[str], end: int, rule: _Rule) -> bool:
    """Whether the word behind "bao nhiêu" is what is counted, and only without its accents talk.

    As in "hết bao nhiêu | ha" (no "hả") and "bao nhiêu con" (no "còn").
    """
    behind = words[end] if end < len(words) and folded(words[end - 1]) not in _COINS else ""
    return behind in _MEASURED or not rule.fits([behind])


_COINS = frozenset({"tien", "dong", "trieu", "ty", "ti"})
_MEASURED = frozenset({"ha", "con", "ta"})
_SPENT = frozenset({"ton", "xai", "ngon", "hao", "tieu", "chi", "het", "mat", "rot"})
_LEADS_UP = frozenset({"hoi", "biet", "xin", "thi", "vay", "the", "con", "la", "a", "oi", "em", "anh", "chi", "minh"})
_OF_LISTS = frozenset({"list", "table"})


def asked_at_length(found: Sequence[Cue], words: Sequence[str], *, of_row: bool = False) -> list[Cue]:
    """The cues, with those that ask in several words in place of what stands inside them.

    Args:
        words: those of the question, with all accents that were typed.
        of_row: whether a row was talked of before.
    """
    bare = [_WHAT_ELSEWHERE if _is_what(words, at) else folded(word) for at, word in enumerate(words)]
    made = list(_made(bare, words, found, of_row=of_row))
    inside = {at for cue in made for at in range(cue.start, cue.end)}
    kept = (cue for cue in found if inside.isdisjoint(range(cue.start, cue.end)))
    return sorted((*kept, *made), key=lambda cue: cue.start)


def _is_what(words: Sequence[str], at: int) -> bool:
    """Whether a word is the "chi" of some provinces for "gì", where it ends what is asked ("phải nạp | chi lên")."""
    return words[at] == "chi" and folded(" ".join(words[at + 1 : at + 2])) in _BEHIND_WHAT


_WHAT_ELSEWHERE = "gi"
_BEHIND_WHAT = frozenset({"", "len", "ra", "vay", "rua", "ri", "a", "he", "hi", "the"})


def _made(bare: Sequence[str], words: Sequence[str], found: Sequence[Cue], *, of_row: bool) -> Iterable[Cue]:
    said, taken = " ".join(bare), set[int]()
    for rule in _COMPILED.fitting(said):
        for match in rule.bare.finditer(said):
            start = said.count(" ", 0, match.start())
            span = range(start, start + match[0].count(" ") + 1)
            listed = any(cue.kinds & _OF_LISTS and cue.end <= start for cue in found)
            free = taken.isdisjoint(span) and not (rule.kind == "when" and listed)
            free = free and not (rule.kind == SOMEBODY and ROWS_ASKED.search(said, 0, match.start()))
            free = free and (rule.kind != "budget" or _asks_money(span, bare, found, of_row=of_row))
            free = free and not (bare[start] in _SPENT and _counts_things(words, span.stop, rule))
            if free and rule.fits(words[span.start : span.stop]):
                taken.update(span)
                yield Cue(frozenset(rule.kind.split()), span.start, span.stop)

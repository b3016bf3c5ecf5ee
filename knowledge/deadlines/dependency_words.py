"""Words that make a time depend on something: another document, an event, a length from some day on."""

from knowledge.deadlines.tokens import DAY, MONTH, REST, YEAR, Mark, Rules, any_of, plain

_SYMBOLS = "kh|qd|nd|nq|tt|ct|cv|bc|tb|hd|tu"
_CODE = (
    r"(?:so:? ?)?\d[\d ]{0,6}[/-] ?(?:(?:19|20)\d{2} ?/ ?)?[a-z]+\d*"
    rf"(?:(?:[-/&] ?[a-z]+\d*)+|(?<={_SYMBOLS})(?!\w))"
)
_OF_DAY = rf"ngay {DAY} ?(?:[/.-] ?{MONTH} ?[/.-] ?{YEAR}| thang {MONTH} (?:nam )?{YEAR})"


def documents() -> Rules:
    """Other documents, whose numbers and dates are no deadline."""
    yield any_of("following"), plain(Mark.FOLLOWING)
    yield rf"(?:truoc |den )?(?:ngay {DAY} )?thang {MONTH} nam cuoi{REST}", plain(Mark.EVENT)
    yield rf"{_CODE}(?: ?,? ?\(?(?:ky )?(?:{_OF_DAY}|nam {YEAR}))?", plain(Mark.DOCUMENT)
    yield any_of("occasional"), plain(Mark.OCCASIONAL)
    yield r"(?:theo|tung) (?:hang )?(?:ngay|tuan|thang|quy|nam)(?= ?(?:[,;()]|$|va |hoac ))", plain(Mark.PERIODIC)
    yield rf"(?<!tiep )(?<!kem ){any_of('document')}{REST}", plain(Mark.DOCUMENT)


def events() -> Rules:
    """Ongoing work, and what waits for an event."""
    yield any_of("ongoing"), plain(Mark.ONGOING)
    yield rf"(?:ngoai )?tru (?!so )(?:truong hop|khi|nhung|cac|noi dung){REST}", plain(Mark.WORD)
    since = r"(?:ke )?tu (?:khi|luc|ngay_?(?! ?\d)|thoi diem)"
    yield rf"{since}(?P<rest>(?:(?! den )[^;])*)", plain(Mark.EVENT)
    yield r"truoc (?:thoi diem )?(?:khi )?(?:ket thuc|het|cuoi)(?= (?:ngay|thang|quy|nam|\d))", plain(Mark.WORD)
    vision = "(?:tam nhin|dinh huong|huong toi)"
    yield rf"(?:va )?{vision}(?: (?:den|toi))?(?: nam)? {YEAR}(?: ?- ?{YEAR})?", plain(Mark.WORD)
    yield from _lengths()


def happenings() -> Rules:
    """Events by their words; they come after the calendar."""
    yield rf"(?:den|toi) (?:khi|luc|thoi diem)\b{REST}", plain(Mark.UNTIL_EVENT)
    yield r"(?:\(?neu co\)?|neu can(?: thiet)?)", plain(Mark.EVENT, "if any")
    yield rf"(?:cuoi |dau |het |trong )?hoc k[yi]\b{REST}", plain(Mark.EVENT)
    held = rf"(?= ?\(? ?(?:trong )?(?:ngay {DAY}\b|thang {MONTH}\b|quy [ivl\d]))"
    yield rf"(?:trinh )?(?:(?:tai|trong) )?(?:ky hop|phien hop|hoi nghi){held}", plain(Mark.WORD)  # it says when it is
    yield rf"{any_of('event')}(?! (?:ngay )?\d){REST}", plain(Mark.EVENT)


def directions() -> Rules:
    """What lies before or after something that is no time."""
    yield r"(?:lan|buoc|ban|hang) dau(?: tien)?\b", plain(Mark.WORD)
    yield r"truoc(?= ?(?:ngay )?\d| (?:thang|quy|nam|t\d|q\d|giai doan)\b)", plain(Mark.WORD)
    yield rf"truoc (?!ngay\b|mat\b|han\b|day\b|do\b|khi\b)\w+{REST}", plain(Mark.EVENT)
    yield r"sau(?= ?(?:ngay )?\d| (?:thang|quy|nam) )", plain(Mark.WORD)
    yield rf"sau (?!do\b|day\b|rong\b|sat\b)\w+{REST}", plain(Mark.EVENT)
    yield r"dau(?: (?:thang|quy|nam))(?! ?\d| [ivl]+\b)", plain(Mark.EVENT, "vague")
    yield r"(?:va|hoac|hay|&|\+)(?!\w)", plain(Mark.AND)


def _lengths() -> Rules:
    """Lengths of time, as procedures set them: "trong 05 ngày làm việc kể từ …"."""
    yield rf"\d{{1,2}} nam(?= ?\(? ?{YEAR})", plain(Mark.WORD)
    amount = r"\d{1,3} (?:ngay|gio|phut|tuan|thang|nam)\b(?! (?:dau|cuoi|sau|tiep|ke tiep|lien|\d))"
    yield rf"(?:trong )?(?:vong|thoi han|thoi gian)[^;,]{{0,24}}? ?{amount}{REST}", plain(Mark.EVENT)
    limit = "trong|toi da|khong qua|cham nhat|it nhat|sau|truoc|du kien"
    yield rf"(?:{limit})[^;,\d]{{0,16}}? ?(?<!\d){amount}{REST}", plain(Mark.EVENT)
    yield rf"\d{{1,3}} (?:ngay lam viec|gio|phut|ngay|tuan)\b(?! (?:dau|cuoi)){REST}", plain(Mark.EVENT)
    yield r"(?:(?!0?[369] )\d{1,3} thang|(?!0?1 )\d{1,3} nam)\b(?= ?(?:$|[;,)]))", plain(Mark.EVENT)
    after = r"ke tu|sau|tu khi|tu ngay_? (?!\d)"
    yield rf"\d{{1,3}} (?:thang|nam)\b(?= (?:{after})){REST}", plain(Mark.EVENT)

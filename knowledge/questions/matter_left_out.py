"""Which words tell the matter that a list is without: "trừ mấy việc | phải chờ | thông báo của Bộ Tư pháp"."""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Text, either_way
from knowledge.questions.cues import only_turns
from knowledge.questions.pointing import POINTING
from knowledge.questions.rule_words import DROP, EXCEPT, GOES_ON, NOT_COUNTED, OR, TO_DO_WITH, WORK
from knowledge.units.name_words import bare_kinds

_LONGEST = 4  # words of a matter of which no cell has more
_LEADS = tuple(  # before it: what rows have to do with it
    tuple(lead.split())
    for lead in (
        *(f"{lead}{to}" for lead in TO_DO_WITH for to in (" đến", " tới", "")),
        *("chờ đợi", "chờ", "đợi", "đi", "làm", "phải", "cần", "về", "ra", "thuộc", "có", "bên"),
    )
)
_TYPED_LEADS = (("chỉ",), ("toàn",))  # typed without accents they may be of the matter ("chi trả")
_LINKS = ("của", "bằng", "theo", "cho", "về", "ở", "tại", "trong", "với", "và", "từ")


def matter_left_out(rest: Sequence[str], first: int, text: Text) -> tuple[int, int]:
    """Where it begins and ends among the words behind what leaves it out.

    It ends at a sign, else where no cell goes on with it; a word of which cells have less than of those behind it only
    says who or what for ("chờ | thông báo").

    Args:
        first: which word of the question the first one is.
    """
    links, ends_before = _LINKING[text.typed], _CLOSING[text.typed]
    broken = next((at for at in range(1, len(rest)) if first + at in text.breaks), len(rest))
    begins = _led_by(rest[:broken], text)
    sizes = [text.cells("any", rest[at:broken]) for at in range(begins, min(begins + 2, broken))]
    begins += len(sizes) > 1 and sizes[1] > max(sizes[0], 1)
    end = begins
    while end < broken:
        size = text.cells("any", rest[end:broken])
        if size < _PAIR and not (end > begins and rest[end] in links):
            break
        end += max(size, 1)
    end = max(end, min(begins + _LONGEST, broken))
    while end > begins + 1 and rest[end - 1] in ends_before and _goes_on(first + end, text):
        end -= 1
    return begins, end


def _goes_on(end: int, text: Text) -> bool:
    """Whether a word that ends here may join what follows; without accents it may be half of one ("thong | tu")."""
    return text.typed or (text.after(end) < len(text.text) and end not in text.breaks and not text.is_half(end - 1))


def _led_by(said: Sequence[str], text: Text) -> int:
    """How many words lead up to it; one that points at what was shown is all of it ("ngoài việc | đó").

    A turn of speech that cells have beside the next word is of the matter ("trừ | mua xe").
    """
    if said and said[0] in (POINTING if text.typed else _POINTING):
        return 0
    at = 0
    while at < len(said) - 1:
        before = (*_LEADS, *(_TYPED_LEADS if text.typed else ()))
        leads = (len(lead) for lead in before if _is_said(lead, said[at:], typed=text.typed))
        turn = only_turns(said[at : at + 1], typed=text.typed) and text.cells("any", said[at : at + _PAIR]) < _PAIR
        size = next(leads, int(turn))
        if not 0 < size < len(said) - at:
            break
        at += size
    return at


def _is_said(lead: Sequence[str], said: Sequence[str], *, typed: bool) -> bool:
    return [*said[: len(lead)]] == ([*lead] if typed else [*map(folded, lead)])


_LINKING = {True: frozenset(_LINKS), False: frozenset(map(folded, _LINKS))}
_CLOSES = (*_LINKS, *GOES_ON, *OR, "còn")  # "ngoài nạo vét cống | còn việc gì"
_CLOSING = {True: frozenset(_CLOSES), False: frozenset(map(folded, _CLOSES))}
_POINTING = frozenset(map(folded, POINTING))
_PAIR = 2


def tells_a_matter_left_out(words: Sequence[str], start: int, end: int) -> bool:
    """Whether words that the name of a plan has too are a matter that is left out ("đừng tính mấy việc | an ninh")."""
    typed = any(word != folded(word) for word in words)
    named = {folded(word) for word in words[start:end]} & _NAMES
    says_so = _LEAVES_OUT[typed].search(" ".join(words[:end])) is not None  # "đừng | tính" of a plan of a "tỉnh"
    return says_so or (not named and _LEFT_OUT[typed].search(" ".join(words[:start])) is not None)


_NAMES = frozenset({"ke", "kh", *(kind.split()[0] for kind in bare_kinds())})  # of a plan, or its office
_LEAVES_OUT = either_way(rf"(?<!\S)(?:{NOT_COUNTED})$")
_LEFT_OUT = either_way(rf"(?<!\S)(?:{EXCEPT}|{DROP})(?: (?:các|những|mấy|cái|dòng|vụ|chuyện|khoản|về|{WORK}))+$")

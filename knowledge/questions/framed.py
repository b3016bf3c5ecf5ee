"""What only frames a question: how it is introduced, and what is said behind it to press or to thank.

"Con cho cô hỏi, | …", "ủa trời ơi | …", "check giúp mình | …", "… | rep em với nha". A frame says nothing of what is
asked, so that a question is read the same without it, also one that goes on from the turn before ("sẵn cho hỏi | còn
hạn"). It is told by its grammar: calls, persons, pleas and the verbs of asking. It stays where it is all that was
typed, and thanks stay where what is left asks nothing.
"""

from collections.abc import Callable

from knowledge.language.text import first_token, folded, nfc
from knowledge.questions.clauses import SHORT
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.speakers import interrogates

_ONE = (
    "(?:anh chị|đồng chí|đ/c|anh|em|chị|cô|chú|bác|bạn|mình|tôi|tui|tớ|cháu|con|sếp|thầy|ông|bà|bot|ad|admin|"
    "(?:tụi|bọn|chúng) (?:tui|tôi|em|mình|cháu|con))"
)
_PERSON = f"(?:(?:các|mấy|quý) )?{_ONE}"
_PLEASE = (
    "(?:dạ|thưa|kính|xin phép|xin|trân trọng|vui lòng|làm ơn|nhờ|đề nghị|phiền|mong|muốn|cần|sẵn|tiện thể|please|pls)"
)
_TO = f"{_ONE}(?! (?:con|em|giáo|nào|gì)\\b)"  # "giúp bà con", "giúp cô giáo" are no addressees
_THEM = "(?:ông|bà|bạn)(?!\\S)"  # "ai ra quân giúp bà": who is helped, where no particle begs
_SOFTLY = "(?:thăm|nhanh|chút|xíu|tí|tẹo|tý|cái này|với|luôn|là|rằng|ạ|nha|nhá|nhé|nè|nghen|giùm|dùm|giúp|lại|thêm)"
_SMALL = "(?:với|cái này|cái(?=\\s*[,:.]|$)|nha|nhá|nhé|nghen|nghe|ạ|đi|luôn|nè)"
_FOR = "(?:giúp|giùm|dùm)"
_LOOKS = "(?:tra|coi|xem|check|confirm|note|update|filter|tìm|dò)"
_CALLS = f"(?:{_PERSON}|bây|mi|mày|trời|alo)(?: \\w+){{0,2}}? ơi(?: em)?|trời đất"
_EXCLAIMS = (
    "(?:dạ vâng|dạ(?= (?:em|anh|chị|cô|chú|bác|thưa|cho)|,)|vâng|alo|ủa chứ|ủa(?! (?:nhầm|lộn|lầm|sai)\\b)|à quên|"
    "à mà|ờ thì|à ừm|ừm|ờm|thôi thì|"
    "chẳng là|tiện thể|nhân tiện|sẵn tiện|hỏi thật|nói thật|nói thiệt|quick question|hi|hello|hey|help|show me)"
    f"(?: {_TO}(?: với)?(?=\\s*[,:]))?"
)
_ASKS = (
    f"(?:(?:{_PLEASE}|{_PERSON}) )*cho (?:(?:phép|{_PERSON}) )?(?:hỏi|biết)"  # "con cho cô hỏi xíu"
    f"(?: {_SOFTLY}| {_ONE}(?=\\s*[,:]| {_SOFTLY}\\b))*"
    f"|(?:{_PERSON} )?(?:{_PLEASE} )+(?:hỏi|biết)(?: {_SOFTLY})*"  # "em muốn hỏi là", "xin hỏi"
    f"|(?:(?:{_PLEASE}|{_PERSON}) )*{_LOOKS}(?: lại)? {_FOR}(?: {_TO})?(?: {_SMALL})*"  # "nhờ em coi giùm chị"
    f"|(?:{_PERSON} )?hỏi(?: {_SOFTLY}| ngu| chơi| cái)+(?=\\s*[,:])"  # "thầy hỏi nè, …"
    f"|(?:(?:{_PLEASE}|{_PERSON}) )*{_FOR}(?: {_TO})?(?: {_SMALL})*(?=\\s*[,:])"  # "kính nhờ anh chị giúp em: …"
    "|(?:kính|thân) gửi (?P<to>[^,.:?]{1,40})(?=[,:])|(?:câu hỏi|nội dung hỏi|hỏi|q)(?=\\s*[:\\-])|@\\w+"
)
_OPENS = either_way(rf"(?:{_CALLS}|{_EXCLAIMS}|{_ASKS})(?=[\s,.:;!…]|$)")
_MOST = 4  # pieces of a frame
_LEAST = 3  # words of a question that stays without what presses for it
_SIGNS = " \t\n,.:;!…-–"

_HOW = "(?:sớm|lẹ|nhanh|ngắn gọn|ngắn|gọn|rõ|lại|ngay|liền|luôn)"
_TELLS = f"(?:{_LOOKS}|nói|báo|rep|reply|trả lời|phản hồi)"
_PRESSES = (
    f"{_TELLS}(?: {_HOW})*(?: {_FOR}(?: {_TO})?(?: {_SMALL})*| {_TO}(?: {_SMALL})+)"  # "rep em với", "nói lẹ giùm"
    f"|{_TELLS}(?: (?:sớm|lẹ|ngắn gọn|ngắn))+(?: {_SMALL}| thôi)+"  # "rep sớm nha", "nói ngắn thôi"
    f"|(?<!ai )(?<!nào )(?<!phải )(?<!cần )(?<!để ){_FOR} (?:(?!{_THEM}){_TO}(?: {_SMALL})*|{_TO}(?: {_SMALL})+)"
    f"|cho (?:nó |{_ONE} )?(?:chắc ăn|chắc)|cho {_ONE} (?:nhờ|hay|rõ)(?: với)?"
    "|(?:đang )?(?:cần )?gấp(?: lắm| quá| gấp| nha| nhé| ạ)+|lẹ lẹ|lẹ (?:lên|nha|đi|giùm)|nhanh (?:nha|nhé|lên)"
    f"|(?:ngay|liền|sớm) (?:đi|nha|nhé|nghen)|asap(?: {_SMALL})*|urgent|pls|plz|please|đi mà|coi nào|cái đã"
    "|(?:đừng|khỏi) dài dòng"
)
_THANKS = (
    f"(?:{_ONE} )?(?:xin )?(?:chân thành )?(?:cảm ơn|cám ơn|thanks|thank you|tks|thx)"
    f"(?: (?:{_ONE}|nhiều|trước|lắm|ạ|nha|nhé|nghen))*|trân trọng"
    "|(?:sent from|gửi từ) [\\w ]+|mong (?:sớm )?(?:nhận|có) (?:được )?(?:phản hồi|hồi âm|trả lời)(?: sớm)?"
)
_BORDER = r"(?P<sign>[,.;:!?…\-–]*\s+)"
_CLOSES = either_way(rf"{_BORDER}(?:(?P<thanks>{_THANKS})|{_PRESSES})[\s.!…]*$")
_WHO = either_way(r"(?<!\S)ai(?!\S)")
_GOES_ON = either_way(r"(?:còn|thế|rứa|vậy|sang)(?!\S)")

_PERSONS = either_way(rf"(?:{_ONE}|ạ|ơi|[\s,.!])*")  # "hi em" greets

Names = Callable[[str], bool]


def without_frame(text: str, names: Names = lambda _: False) -> str:
    """A text without what introduces its question and what is said behind it; the text itself where that is all.

    Args:
        names: whether a text names a unit, which it then asks of; so it does where a letter is to one.
    """
    typed = nfc(text)
    accented = typed.lower() != folded(typed)
    rest = _unclosed(_unopened(typed, names, accented=accented), names, accented=accented)
    return text if rest == typed or _PERSONS[accented].fullmatch(rest.lower()) else rest


def _unopened(typed: str, names: Names, *, accented: bool) -> str:
    """A text without what introduces it, where it is too short for the clause that asks to be taken out of it.

    Whom a letter is to is whose rows are asked for, but where it asks who has one.
    """
    whole = typed
    for _ in range(_MOST):
        found = _OPENS[accented].match(typed.lower())
        rest = typed[found.end() :].lstrip(_SIGNS) if found else ""
        if found is None or not rest:
            break
        to_one = bool(found["to"]) and names(found["to"]) and not _WHO[accented].search(rest.lower())
        typed = typed[found.start("to") :] if to_one else rest
    return typed if len(typed.split()) <= SHORT else whole


def _unclosed(typed: str, names: Names, *, accented: bool) -> str:
    for _ in range(_MOST):
        found = _CLOSES[accented].search(typed.lower())
        head = typed[: found.start()].rstrip(_SIGNS) if found else ""
        pressed = found is not None and not found["thanks"]
        if pressed and len(head.split()) < _LEAST:
            break  # "việc nào | gấp lắm" asks for the urgent ones
        if found is None or not head or (found["thanks"] and not _asks(head + found["sign"], names, accented=accented)):
            break
        typed = f"{head}?" if "?" in found["sign"] and not head.endswith("?") else head
    return typed


def _asks(text: str, names: Names, *, accented: bool) -> bool:
    """Whether a text asks something, or goes on with a question before it ("còn PCI, | cảm ơn")."""
    said = [*map(first_token, text.split())]
    return "?" in text or interrogates(said) or names(text) or bool(_GOES_ON[accented].match(text.lower()))

"""Which facts of a plan's heading a question asks, whatever phrase it uses: who signed, when, under which number.

A plan is meant, and beside words of signing, of numbers and of times nothing is said that could be of a row: "ký ngày
tháng năm nào" behind a question about a plan, "là ông Bình ký phải không". A name that is claimed stands behind how a
person is called, or is that of who signed.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.language.text import folded
from knowledge.questions.cue_uses import LITTLE
from knowledge.questions.cues import plain_words
from knowledge.questions.grounds_asked import documents_asked
from knowledge.questions.once import once
from knowledge.questions.plans_in_order import put_in_order
from knowledge.questions.pointing import POINTING
from knowledge.questions.query import FACTS, HeadingClaim, Intent
from knowledge.questions.signers_said import either_post, posts_said, signers_named
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import are_of_titles
from knowledge.units.name_words import words as unit_words

_SIGN = frozenset({"ký", "kí", "ky", "ki"})
_OTHER_SIGNS = frozenset({"hieu", "so", "tat"})  # "ký hiệu", "ký số", "ký tắt"
_ISSUE = frozenset({("ban", "hanh"), ("phat", "hanh"), ("ra", "doi"), ("de", "ngay"), ("co", "tu")})  # "đề ngày mấy"
_ASKED = frozenset({"nao", "may", "gi", "bao"})
_WHO = frozenset({"ai", "nguoi"})
_SUBMITTER = _WHO | {"nao"}  # "ai trình", "đơn vị nào trình"
_TIME = frozenset({"ngay", "thang", "nam", "hom", "bua", "hoi", "luc", "khi", "thoi", "gian", "diem"})
_CALLED = frozenset({"ong", "ba", "chi", "dc", "si"})  # before a name; "chi" also ends "đồng chí", "si" "bác sĩ"
_PERSON = frozenset({"nguoi", "ten", "ho", "dong", "vi", "chuc", "vu", "danh", "bac", "thac", "tien"})
_CAPACITY = frozenset({"voi", "tu", "cach", "cuong", "vai", "tro", "giu", "dung", "cap"})  # "với tư cách", "đứng tên"
_SELF = frozenset({"dich", "than", "truc", "tiep"})  # "đích thân", "trực tiếp ký"
_LINKS = frozenset({"va", "con", "thi", "hay", "do", "boi", "vao"})
_SIGNING = frozenset({"dat", "but", "thay", "mat", "dong", "dau", "duyet", "phe"})  # "đặt bút", "đóng dấu"
_PAPER = frozenset({"chu", "tren", "cuoi", "duoi", "ghi", "trich", "dan", "ma"})  # "chữ ký trên văn bản"
_OF_PLANS = frozenset({"ay", "duoc", "hieu", "so", "ca", "giai", "doan", "de", "chinh", "tay", "ha"})
_BESIDE = _LINKS | _SIGNING | _CAPACITY | _SELF | _PAPER | _OF_PLANS
_PEOPLE = frozenset({"ong", "ba", "sep", "pho"})  # of whom one signs: "ông phó nào ký", "giám đốc ký hay ông phó"
_ANYBODY = frozenset({"ong", "ba", "bac", "co", "chu", "anh", "chi", "nguoi", "sep", "vi"})  # of whom one is pointed at
_SMALL = LITTLE | {"check", "opening", "greeting", "again", "back", "this_plan"}
_ASKING = frozenset({"who", "when", "what", *FACTS})
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class HeadingAsked:
    """The facts that are asked, in the order of FACTS, and what is claimed of them; None where nothing is.

    Args:
        signer: who is said to have signed and when, whether that is asked or told: it picks among the plans.
    """

    facts: tuple[str, ...]
    claim: HeadingClaim | None = None
    signer: HeadingClaim | None = None


@once
def heading_asked(spans: Spans) -> HeadingAsked | None:
    """The facts of the heading that are asked; None where something else may be."""
    bare = [folded(word) for word in spans.words]
    pointed = spans.earlier.of_plan and _points_at_a_person(spans, bare)
    in_order = _put_in_order(spans)
    signs = pointed or bool(in_order) or _signs(spans, bare)
    signers, theirs = _signers(spans) if signs else set(), _submits(bare)
    so, posts = spans.asks_so(), _posts(spans) if signs else []
    if (spans.narrowing.where and not _only_posts(spans, bare, posts)) or not (_means_a_plan(spans, posts) or signers):
        return None
    names = set(_names(spans, bare)) | signers
    number = _number(spans, bare)
    person = bool(_PEOPLE.intersection(bare) and {*_ASKED, "hay", "ten"}.intersection(bare))
    asked = pointed or spans.has("who", "signer") or not _WHO.isdisjoint(bare) or person or bool(names) or bool(posts)
    said = {
        "signer": (pointed or _signs(spans, bare, beside=theirs))
        and not in_order
        and (spans.has("who", "signer") or asked or person or bool(names) or bool(posts)),
        "post": spans.has("post"),
        "submitter": signs and bool(theirs),
        "number": _asks_its_number(spans) or (so and bool(number)) or _names_field(spans, bare, "số"),
        "issued": bool(in_order)
        or (spans.earlier.of_plan and _only_asks_a_day(spans))
        or (signs and (spans.has("when", "issued") or (so and bool(spans.periods))))
        or _names_field(spans, bare, "ngày"),
    }
    if not any(said.values()) or not _nothing_else(spans, bare, names.union(in_order)):
        return None
    times = tuple(spans.periods) if signs else ()
    post = "" if either_post(_free(spans, bare)) or len(posts) > 1 else "".join(posts)
    claim = HeadingClaim(tuple(bare[i] for i in sorted(names)), post, number, times)
    denied = _denied(spans, bare)
    plain = so and not denied and _together(names, bare)
    claimed = claim if plain and claim != HeadingClaim() else None
    finer = tuple(period for period in times if period.finer)  # a bare year may be that of the plan
    told = HeadingClaim(claim.name, claim.post, number, finer, denied=denied and not so)
    signer = told if said["signer"] or number else None
    return HeadingAsked(tuple(f for f in FACTS if said.get(f)), claimed, signer)


def _put_in_order(spans: Spans) -> frozenset[int]:
    """The words that ask which plan was issued first, where several are meant."""
    several = spans.scope.several
    plans = several or (not spans.scope.named and spans.has("all_plans")) or len(spans.scope.plans) > 1
    return put_in_order(spans.words, several=several) if plans else frozenset()


def _asks_its_number(spans: Spans) -> bool:
    """Whether the number of the plan is asked, and not that of a document that it goes by."""
    grounds = documents_asked(spans.cues, spans.words, spans.utterance.breaks)
    return any("number" in cue.kinds and cue.start not in grounds for cue in spans.cues)


def _only_asks_a_day(spans: Spans) -> bool:
    """Whether a turn behind one on a plan asks no more than for a day ("ngày mấy vậy")."""
    days = [cue for cue in spans.cues if "when" in cue.kinds]
    bare = (set(map(folded, spans.words[cue.start : cue.end])) for cue in days)
    return bool(days) and not spans.rest and all(said <= _TIME | _ASKED | {"vao", "nhieu"} for said in bare)


def _points_at_a_person(spans: Spans, bare: Sequence[str]) -> bool:
    """Whether whoever signed is pointed at ("ông ấy là giám đốc hay phó", "bác ấy giữ chức gì")."""
    said = spans.utterance.topical
    return any(word in _ANYBODY and said[at + 1] in POINTING for at, word in enumerate(bare[:-1]))


def _only_posts(spans: Spans, bare: list[str], posts: Sequence[str]) -> bool:
    """Whether rows are narrowed by the post that signed alone, which also is a unit ("không do | giám đốc | ký")."""
    return bool(posts) and all(posts_said(bare[c.start : c.end]) for c in spans.narrowing.where)


def _signs(spans: Spans, bare: list[str], beside: Collection[int] = ()) -> bool:
    """Whether words of signing or of issuing are said; a plan that is approved was signed."""
    typed = [(i, word) for i, word in enumerate(spans.utterance.topical) if i not in beside]
    signs = any(bare[i] == "duyet" or (word in _SIGN and not _is_other_sign(bare, i)) for i, word in typed)
    return signs or any((bare[i], bare[i + 1]) in _ISSUE for i in range(len(bare) - 1))


def _submits(bare: list[str]) -> set[int]:
    """Where it is asked who submits a plan, with what is done to it then ("ai | trình duyệt")."""
    at = (i for i, word in enumerate(bare) if word == "trinh" and bare[max(i - 1, 0)] in _SUBMITTER)
    return {place for i in at for place in (i, i + 1)}


def _is_other_sign(bare: list[str], at: int) -> bool:
    """Whether "ký" is of another word ("chữ ký số"); "ký số mấy" asks under which number."""
    return bare[at + 1 : at + 2] != [] and bare[at + 1] in _OTHER_SIGNS and _ASKED.isdisjoint(bare[at + 2 : at + 3])


def _signers(spans: Spans) -> set[int]:
    """Positions of the words that are of the names of who signed the plan that is named, or any."""
    return set(signers_named(spans, spans.scope.plans if spans.scope.named else None))


def facts_of_heading(spans: Spans) -> Intent | None:
    """Whether facts of the heading are what is asked."""
    return Intent.FACTS if heading_asked(spans) else None


def _means_a_plan(spans: Spans, signed: Sequence[str]) -> bool:
    """Whether a plan is named, or was talked of and is asked for its signer, perhaps by the posts that signed."""
    bare = " ".join(map(folded, spans.words))
    named = spans.scope.named or spans.has("this_plan") or "hoach" in bare.split() or "van ban" in bare
    signer = spans.has("signer") and (bool(spans.earlier.plans) or spans.has("post")) and not _signs_a_paper(spans)
    return named or spans.earlier.of_plan or signer or (bool(spans.earlier.plans) and bool(signed))


def _signs_a_paper(spans: Spans) -> bool:
    """Whether behind a row it is asked to whom its paper goes to be signed ("trình ai ký", "nộp cho ai ký")."""
    return spans.earlier.of_row and bool(_HANDED.search(" ".join(map(folded, spans.words))))


_HANDED = re.compile(
    r"\b(?:trinh|nop|gui|dua|chuyen)(?: (?:len|cho|lanh dao|sep))* (?:ai|nguoi nao|ong nao|sep nao) (?:ky|ki)\b"
)


def _denied(spans: Spans, bare: list[str]) -> bool:
    """Whether something is said not to be so, by more than the negation that closes what is to be confirmed."""
    asks = {i for cue in spans.cues if "check" in cue.kinds for i in range(cue.start, cue.end)}
    small = plain_words("speaker") | plain_words("closing") | plain_words("doubt")
    last = next((i for i in range(len(bare) - 1, -1, -1) if bare[i] not in small), 0)
    return any(spans.denies(i) for i in range(last) if i not in asks)


def _together(names: set[int], bare: list[str]) -> bool:
    """Whether the words of a name are of one person."""
    inside = bare[min(names) : max(names) + 1] if names else []
    return not {"ong", "ba"}.intersection(inside)


_SIGNS = frozenset({"ky", "ki"})  # "ký số mấy" may be of a number


def _names_field(spans: Spans, bare: list[str], word: str) -> bool:
    """Whether a word for what a heading prints is said by itself ("số và ngày của kế hoạch này"); "Sở" is no "số"."""
    typed = spans.words if spans.utterance.accented else bare
    meant = word if spans.utterance.accented else folded(word)
    free = (i for i, said in enumerate(typed) if said == meant and not spans.is_taken(i, i + 1))
    timed = {i for period in spans.periods for i in range(period.start, period.end)}
    theirs = "theo" in bare or spans.has("basis", "replaces")  # "làm theo kế hoạch số mấy" asks for another plan's
    asked = theirs or (word == "ngày" and spans.has("when", "due", "soon", "share"))  # "còn mấy ngày nữa"
    signed = {i + 1 for i, said in enumerate(bare) if said in _SIGNS and _is_other_sign(bare, i)}
    kept = (cue for cue in spans.cues if "keep" in cue.kinds and bare[cue.start] not in _SIGNS)  # "số hóa"
    other = [*(cue for cue in spans.cues if "compare" in cue.kinds), *kept]  # "so voi"
    compared = {i for cue in other for i in range(cue.start, cue.end)}
    return not asked and any(i not in timed | signed | compared for i in free)


def _number(spans: Spans, bare: list[str]) -> str:
    """The digits of the number that the plan is said to have ("111/KH-UBND"); "số" may be the end of its name."""
    digits = ((i, _DIGITS.match(word)) for i, word in enumerate(bare) if i and bare[i - 1] in {"so", "hieu"})
    return next((found[0] for i, found in digits if found and not spans.is_taken(i, i + 1)), "")


_DIGITS = re.compile(r"\d+")


def _free(spans: Spans, bare: list[str]) -> list[str]:
    """The words with a bar for those of a plan's name."""
    return ["|" if spans.is_taken(i, i + 1) else word for i, word in enumerate(bare)]


@once
def _posts(spans: Spans) -> list[str]:
    """The posts that are said, beside the name of the plan."""
    return posts_said(_free(spans, list(map(folded, spans.words))))


_DOING = tuple([word] for word in ("dang", "can", "muon", "hoi", "phai", "moi", "vua"))  # "chị | đang cần", no name
_FOR = (["de"], ["cho"], ["giup"])  # "để chị đưa vào tờ trình" calls nobody


def _names(spans: Spans, bare: list[str]) -> Iterator[int]:
    """Positions of the words of a person's name."""
    inside = 0
    for i, word in enumerate(bare):
        numbered = word == "so" and bare[i + 1 : i + 2] and bare[i + 1][:1].isdigit()
        if _calls(spans, bare, i) and bare[i - 1 : i] not in _FOR and bare[i + 1 : i + 2] not in _DOING:
            inside = _LONGEST_NAME
        elif numbered or word in (_ends() if inside else _known()) or spans.is_taken(i, i + 1) or word.isdigit():
            inside = 0
        elif inside:
            inside -= 1
            yield i


def _calls(spans: Spans, bare: Sequence[str], at: int) -> bool:
    """Whether a word stands before a name ("ông", "chị"): without its accent "chi" does so in "đồng chí" alone."""
    if bare[at] == "chi" and spans.words[at] != "chị":
        return bare[max(at - 1, 0)] == "dong"
    return bare[at] in _CALLED


@cache
def _ends() -> frozenset[str]:
    """The folded words that end the name of a person: "ký", "ban hành", a post, what asks."""
    posts = frozenset(word for post in unit_words("post") for word in post.split())
    signing = {*map(folded, _SIGN), *(word for pair in _ISSUE for word in pair)}
    asks = plain_words("doubt") | plain_words("asking") | _ASKED | _TIME
    return posts | asks | signing | {"phai", "dung", *map(folded, POINTING)}


@cache
def _known() -> frozenset[str]:
    """The folded words that a question about the heading is made of."""
    plain = frozenset().union(*map(plain_words, ("speaker", "closing", "plan")))
    return _ends() | plain | _PERSON | _BESIDE | _CALLED | {"ai"}


def _nothing_else(spans: Spans, bare: list[str], names: set[int]) -> bool:
    """Whether nothing is left that could tell a row."""
    gone = {i for cue in spans.cues if cue.kinds & (_SMALL | _ASKING) for i in range(cue.start, cue.end)}
    gone |= names | spans.scope.taken | {i for period in spans.periods for i in range(period.start, period.end)}
    gone |= {i for i in range(len(bare) - 1) if bare[i] in offices() and _is_sign(spans, bare, i + 1)}
    posts = {word for post in _posts(spans) for word in post.split()}
    left = {word for i, word in enumerate(bare) if i not in gone and word[0].isalpha()} - _known() - posts - {"trinh"}
    return not left or (spans.scope.named and are_of_titles(left, spans))


def _is_sign(spans: Spans, bare: list[str], at: int) -> bool:
    """Whether a word says that something was signed or issued ("xã | ban hành", "huyện | ký")."""
    return spans.utterance.topical[at] in _SIGN or tuple(bare[at : at + 2]) in _ISSUE


@cache
def offices() -> frozenset[str]:
    """The single words that an office may be called by before what it has done with its plan ("xã", "sở", "bộ")."""
    return frozenset(word for word in unit_words("level") | unit_words("head") if " " not in word)

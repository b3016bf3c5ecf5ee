"""The clause that asks: of a long text the part that holds the question, without what is told around it.

People dictate a paragraph in front of a question ("Chào đồng chí, tôi đang họp, cho tôi biết …"). A clause is told by
what it is: one that asks has an interrogative or an order; one that is told names the speaker and shares few adjoining
words with the plans. The question is the last clause that asks; what stands before it stays as long as the question has
no topic of its own, or where it speaks as the plans do. Short texts are not cut.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from knowledge.language.text import canonical, first_token, folded, nfc, tokens
from knowledge.questions.closings import wonders
from knowledge.questions.cue_uses import OF_A_ROW, OF_ROWS, OF_TOPICS
from knowledge.questions.cues import cues_in, plain_phrases
from knowledge.questions.half_words import Bond, is_half
from knowledge.questions.narrowing_clauses import narrows
from knowledge.questions.purposes import Names, without_purpose
from knowledge.questions.query import FACTS
from knowledge.questions.requests import asked_before, does_not_know, only_orders, requested, thought, timed
from knowledge.questions.sentences_asked import sentence_in
from knowledge.questions.speakers import interrogates, speakers, stand
from knowledge.units.name_words import printed_words

_BORDER = re.compile(r"[,;.?!…:]+(?=\s|$)|\s[-–]\s|\n|(?<=\s)(?:nhé|nhá|ạ|ơi)(?=\s)")
_DASHES = ("-", "–")
SHORT = 12  # words up to which a text is never cut
_TOPICAL = 2  # pairs of words known to the plans from which a clause has a topic
_SPOKEN_AS_PLANS = 0.5  # share of a clause's neighbouring words that stand side by side in the plans
_SPOKEN_OF = 0.4  # the same of a clause in which somebody speaks of the matter


@dataclass(frozen=True)
class Clause:
    """A stretch of the text; what only some clauses are asked is looked for then.

    Args:
        text: as typed.
        words: its canonical words.
        bond: how much two neighbouring words are one word of the plans.
        asks: whether it has an interrogative or gives an order.
        told: whether the speaker, or whoever is spoken to, is in it.
        checks: whether it asks if what is told is so: a time in it is what is claimed, and no topic.
        wished: whether it says something of its own behind words that ask for it ("cho tôi hỏi …").
    """

    text: str
    words: Sequence[str]
    bond: Bond
    asks: bool
    told: bool
    checks: bool = False
    wished: bool = False

    @cached_property
    def pairs(self) -> tuple[int, int]:
        """How many of its neighbouring words stand side by side in the plans, and of how many."""
        return _pairs(self.words, self.bond)

    @cached_property
    def timed(self) -> bool:
        """Whether a time within a year is told."""
        return timed(self.words)

    @cached_property
    def narrows(self) -> bool:
        """Whether it only narrows the list that another clause asks for."""
        return narrows(self.words)

    @property
    def alone(self) -> bool:
        """Whether it asks for a list, a count or a fact of a plan, which needs no topic."""
        return _holds(self.words, _WITHOUT_TOPIC)

    @property
    def rows(self) -> bool:
        """Whether it asks for a list or a count."""
        return _holds(self.words, _LISTS)

    @property
    def topical(self) -> bool:
        """Whether it holds something that the plans may be searched for."""
        return self.pairs[0] >= _TOPICAL or self.timed  # times are looked for where the words do not settle it

    @property
    def plain(self) -> bool:
        """Whether it speaks of the matter rather than of the speaker."""
        known, of = self.pairs
        return not self.told and (self.alone or known >= of * _SPOKEN_AS_PLANS)


def asking(text: str, bond: Bond) -> str:
    """The part of a text that asks; the whole where it is short, or nothing in it asks."""
    return parted(text, bond)[0]


def parted(text: str, bond: Bond, names: Names = lambda _: False, matter: Names | None = None) -> tuple[str, str]:
    """The part of a text that asks, and what is only told beside it; nothing is told in what is short or never asks.

    Behind one row a field needs no topic, however short the text is ("em soạn giấy mời, | ai phối hợp").

    Args:
        bond: how much two neighbouring words are one word of the plans, None where they never stand side by side.
        names: whether words name a unit.
        matter: whether words may name what rows tell, where one row was told before.
    """
    text, purpose = without_purpose(text, bond, names)
    short = len(text.split()) <= SHORT
    whole = (short and matter is None) or sentence_in(tokens(canonical(text)))
    asked, told = (text, "") if whole else _parted(text, bond, matter)
    if short and not _holds(tokens(canonical(asked)), OF_A_ROW):
        asked, told = text, ""
    return asked, " , ".join(filter(None, (told, purpose)))


def _parted(text: str, bond: Bond, matter: Names | None) -> tuple[str, str]:
    """The same of a long text without its purpose."""
    clauses = [clause for part in _parts(nfc(text), bond) if part for clause in _cut(part, bond)]
    asking_ = [at for at, clause in enumerate(clauses) if clause.asks and not clause.narrows]
    knowing = (at for at in asking_ if not (clauses[at].told and does_not_know(clauses[at].words)))
    last = max(knowing, default=max(asking_, default=None))
    if last is None:  # "em gom đủ các đầu việc của phòng Kế toán giúp chị" orders by a word that no list of ours has
        last = max((at for at, clause in enumerate(clauses) if clause.rows and not clause.narrows), default=None)
    if last is None and any(clause.asks for clause in clauses):
        return text, ""  # what only narrows a list is all that asks
    if not any(clause.told for clause in clauses) or (last is None and _is_whole(text, clauses[0].words)):
        return text, ""
    if last is None:
        kept = [at for at, clause in enumerate(clauses) if not clause.told or wonders(clause.words)]
        kept = kept if any(clauses[at].topical for at in kept) else []
    else:
        kept = [*_before(clauses, last, matter), *range(last, _end(clauses, last))]
        kept = sorted({*kept, *(at for at, clause in enumerate(clauses) if clause.narrows)})
    rest = [at for at in range(len(clauses)) if at not in kept]
    return (_joined(clauses, kept), _joined(clauses, rest)) if kept and rest else (text, "")


def _is_whole(text: str, words: Sequence[str]) -> bool:
    """Whether a text in which no word asks is taken whole.

    Who thanks takes leave, whatever is told behind; who begins with "cho" and a thing asks for it ("Cho số máy ông A,
    trưởng phòng B").
    """
    thing = words[:1] in (["cho"], ["xin"]) and words[1:2] and not stand(words[1:2], "speaker")
    return bool(_THANKS.match(folded(text)) or thing)


_THANKS = re.compile(r"(?:\w+ ){0,2}cam on\b")


def _joined(clauses: Sequence[Clause], kept: Iterable[int]) -> str:
    return " , ".join(clauses[at].text for at in kept)


def _before(clauses: Sequence[Clause], last: int, matter: Names | None) -> list[int]:
    """The clauses before the one that asks that belong to it."""
    kept: list[int] = []
    asked = clauses[last]
    # "…, cho em xin đủ các mốc" only wishes for more of what was asked in front
    asks = any(clause.asks and (clause.topical or clause.alone) for clause in clauses[:last])
    goes_on = asks and not interrogates(asked.words)
    of_it = any(clause.asks and not clause.alone for clause in clauses[:last]) and _bare(asked, _FACTS)
    wished = asked.wished and not goes_on and not of_it
    topical = asked.pairs[0] >= _TOPICAL if asked.checks else asked.topical or wished
    at = last - 1
    while at >= 0:
        clause = clauses[at]
        bare = at == last - 1 and _bare(asked, _LISTS)
        if clause.told and not clause.asks and (bare or not _says_something(clause.words)):
            at -= 1  # "các cháu cho bác biết"; "những việc hạn quý 1, | bác xin | danh sách"
            continue
        named = clause.topical or matter is None or matter(clause.words)
        wanted = not topical and named and not _beside(clause, clauses[last])
        if clause.plain or (clause.asks and not clause.told) or wanted:
            kept.append(at)
            topical = topical or clause.topical
        elif topical:
            break
        at -= 1
    return kept[::-1]


def _bare(asking: Clause, kinds: frozenset[str]) -> bool:
    """Whether a clause asks in words of some kinds, as for a list or a count, and says nothing of what it is of."""
    cues = cues_in(tuple(asking.words))
    said = {i for cue in cues if cue.kinds <= kinds for i in range(cue.start, cue.end)}
    return bool(said) and len(said) == len(asking.words)


def _beside(clause: Clause, asking: Clause) -> bool:
    """Whether a clause is only told beside one that asks for a list or a fact, which needs no topic."""
    known, of = clause.pairs
    return asking.alone and not clause.asks and not (clause.topical and known >= of * _SPOKEN_OF)


def _end(clauses: Sequence[Clause], last: int) -> int:
    end = last + 1
    while end < len(clauses) and clauses[end].plain:
        end += 1
    return end


def _parts(text: str, bond: Bond) -> Iterator[str]:
    """The parts of a text between its signs; a dash inside a name ("Phòng Kỹ thuật - Địa chính") is no border."""
    begins = 0
    for sign in _BORDER.finditer(text):
        around = (tokens(canonical(text[begins : sign.start()]))[-1:], tokens(canonical(text[sign.end() :]))[:1])
        if sign[0].strip() in _DASHES and all(around) and bond(around[0][0], around[1][0]) is not None:
            continue
        if sign[0] == ":" and not only_orders(tokens(canonical(text[begins : sign.start()]))):
            continue  # "Sở Y tế 2024: việc nào …"
        yield text[begins : sign.start()].strip()
        begins = sign.end()
    yield text[begins:].strip()


def _cut(part: str, bond: Bond) -> Iterator[Clause]:
    """A part of a text, what is said to somebody ("đồng chí cho tôi biết …") taken from the question behind it."""
    typed = part.split()
    words = [*map(first_token, typed)]
    speaking = sorted({i for start, end in speakers(words, bond) for i in range(start, end)})
    if thinks := thought(words, speaking):  # "tôi nhớ là | việc đề xuất cắt giảm …"
        yield replace(_clause(typed[:thinks], words[:thinks], bond, told=True), asks=False)
        yield from _cut(" ".join(typed[thinks:]), bond)
        return
    if begins := requested(words, speaking):
        yield replace(_clause(typed[:begins], words[:begins], bond, told=True), asks=False)
        rest = _clause(typed[begins:], words[begins:], bond, told=any(begins <= s for s in speaking))
        purpose = folded(words[begins]) == "de" and not is_half(words, begins, begins + 1, bond)  # "em hỏi | để biết"
        wished = not purpose and _says_something(words[begins:]) and not _holds(words[begins:], _THANKED)
        yield replace(rest, wished=wished, asks=rest.asks or wished)
        return
    told = asked_before(words, speaking)
    for at in reversed(speaking):
        if words[max(at - 1, 0)] in _owners() or (at > 1 and words[at - 1] in _LIKE):
            continue  # "hệ thống của Sở | mình năm nay bao giờ xong" is said to nobody, "trưởng thôn như | tôi" is one
        if timed(words[told if told <= at + 1 else 0 : at + 1]):
            break  # "quý bốn Sở mình còn những việc gì" asks of the time in front
        if _asks(words[at + 1 :]) and _pairs(words[at + 1 :], bond)[0] >= _TOPICAL:
            yield _clause(typed[: at + 1], words[: at + 1], bond, told=True)
            yield _clause(typed[at + 1 :], words[at + 1 :], bond, told=any(at < s for s in speaking))
            return
    yield _clause(typed, words, bond, told=bool(speaking))


@cache
def _owners() -> frozenset[str]:
    """Words for a unit that lead to whose it is ("Sở | mình"), those for a side of it with their accents alone."""
    kinds = (*printed_words("head"), *printed_words("container"))
    return frozenset((*map(canonical, (*kinds, *printed_words("side"))), *map(folded, kinds)))  # "cho" is no "chỗ"


_LIKE = frozenset({"như", "nhu"})
_WITHOUT_TOPIC = OF_ROWS | {"plans", "this_plan", "all_plans", *FACTS}
_FACTS = frozenset({*FACTS, "tail", "filler", "opening"})  # "…, xin hỏi | ai ký ạ" may be of what is asked in front
_LISTS = frozenset({"list", "count"})  # whether it is late is asked of one row as well ("…, vậy là trễ hạn rồi hả")
_THANKED = frozenset({"thanks", "bye"})  # "xin chân thành cảm ơn" asks for nothing


def _clause(typed: Sequence[str], words: Sequence[str], bond: Bond, *, told: bool) -> Clause:
    checks = any("check" in cue.kinds for cue in cues_in(tuple(words)))
    asks = _asks(words) or checks or _chooses(words)
    return Clause(" ".join(typed), words, bond, asks, told, checks)


def _chooses(words: Sequence[str]) -> bool:
    """Whether one of two is to be chosen, of both of which the same is said ("cấp huyện làm | hay Sở Tư pháp làm")."""
    said = ((words[at - 1], words[at + 2 :]) for at, word in enumerate(words) if word == "hay" and at > 0)
    # "em hay quên, anh nhắc em" chooses nothing
    return any(before in behind and (before,) not in plain_phrases("speaker") for before, behind in said)


def _says_something(words: Sequence[str]) -> bool:
    """Whether words are more than those that ask and whoever is spoken to ("tra giùm | bác nhé")."""
    return _holds(words, _WITHOUT_TOPIC) or not only_orders(words)


def _holds(words: Sequence[str], kinds: frozenset[str]) -> bool:
    return any(cue.kinds & kinds for cue in cues_in(tuple(words)))


def _asks(words: Sequence[str]) -> bool:
    """Whether words ask or order; "chị đang làm bảng | tổng hợp" tells what somebody does."""
    bare = list(map(folded, words))
    doing = bare.index("dang") if "dang" in bare else len(bare)
    starts = [start for start, _ in stand(words, "ordering")]
    return interrogates(words) or any(start < doing and bare[max(start - 1, 0)] not in _NO_ORDER for start in starts)


_NO_ORDER = frozenset({"vua", "bi"})  # "vừa | tổng hợp" tells what was done, "bị | nhắc" what befell somebody


def _pairs(words: Sequence[str], bond: Bond) -> tuple[int, int]:
    """How many neighbouring words stand side by side in the plans, and of how many; those that ask say nothing."""
    asks = {i for cue in cues_in(tuple(words)) if not cue.kinds <= OF_TOPICS for i in range(cue.start, cue.end - 1)}
    found = [bond(*pair) is not None for at, pair in enumerate(pairwise(words)) if at not in asks]
    return sum(found), len(found)

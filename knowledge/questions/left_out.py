"""Constraints that are left out: behind "trừ", "không kể", "bỏ mấy … ra" whatever they say is turned round.

So "trừ việc thường xuyên", "không tính việc chưa có hạn" and "bỏ mấy việc hằng tháng, hằng quý ra" need no rules of
their own; a second constraint of the same kind beside the first is left out with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.language.text import folded
from knowledge.questions.constraint_patterns import Found, Text, either_way
from knowledge.questions.constraints import Constraint, Kind, Narrowing
from knowledge.questions.rule_words import DROP, EXCEPT, LEFT_OUT, OUT, WORK
from knowledge.questions.states import STATES

_TURNED = frozenset(
    {Kind.RHYTHM, Kind.BLANK, Kind.DATED, Kind.WORDS, Kind.PRINTED, Kind.SHARED, Kind.ALONE, Kind.MONEY}
)
_SMALL = f"(?:các|những|mấy|cái|loại|hết|có|là|mà|mang|thuộc|lặp|lại|làm|phần|ở|trong|đến|hạn|của|nào|{WORK})"
_LEAD = either_way(rf"(?<!\S)(?:{EXCEPT}|{DROP}(?= (?:các|những|mấy|cái|hết)))(?: {_SMALL})*$")
_OUT_OF = either_way(rf"(?<!\S){DROP}(?: {_SMALL})*$")  # with "ra" behind, or as all of a text
_JOIN = either_way(r"(?: (?:và|hay|hoặc|lẫn|với))?(?: (?:các|những|mấy|cái|việc))*")
_TAIL = either_way(rf"(?: {OUT[4:-1]})+(?!\S)")
_BEHIND = either_way(rf" {LEFT_OUT}")
_TURNS = 6  # what it counts more than the constraint by itself


def only_asks(constraint: Constraint, words: Sequence[str]) -> bool:
    """Whether the "không" of a unit that is left out only closes "có … không", and "ai" asks behind it."""
    if constraint.kind is not Kind.UNIT or constraint.include:
        return False
    bare = [*map(folded, words)]
    behind = (at + 1 for at in range(constraint.start, constraint.end) if bare[at] == "khong")
    return "co" in bare[: constraint.start] and any(bare[at : at + 1] == ["ai"] for at in behind)


def left_out(text: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The matches of rules that stand behind words which leave them out, turned round, over these words too."""
    ends: dict[Kind, list[int]] = {}
    for each in sorted(found, key=lambda match: match.start):
        where = each.narrowing.where
        if len(where) != 1 or where[0].kind not in _TURNED or not _is_plain(where[0]):
            continue
        ahead = text.before(each.start)
        tail = _TAIL[text.typed].match(text.text, text.after(each.end))
        behind = _BEHIND[text.typed].match(text.text, text.after(each.end))  # "… thì thôi"
        lead = _LEAD[text.typed].search(ahead) or (
            _OUT_OF[text.typed].search(ahead) if tail or _is_all(text, ahead, each.end) else None
        )
        beside = any(
            _JOIN[text.typed].fullmatch(ahead[end:]) for end in ends.get(where[0].kind, ()) if end <= len(ahead)
        )
        if not (lead or beside or behind):
            continue
        start, tail = text.word_at(lead.start()) if lead else each.start, tail or behind
        end = text.word_at(tail.end() - 1) + 1 if tail else each.end
        turned = replace(where[0], include=not where[0].include).placed(start, end, each.score + _TURNS)
        ends.setdefault(where[0].kind, []).append(text.after(each.end))
        yield Found(replace(each.narrowing, where=(turned,)), start, end, each.score + _TURNS)


def states_left_out(text: Text) -> Iterator[Found]:
    """States behind such words ("bỏ cái đã xong", "trừ việc quá hạn"): without what is done, what is open is left."""
    for begin, (end, kind) in text.standing.items():
        lead = _LEAD[text.typed].search(text.before(begin))
        if not lead:
            continue
        tail = _TAIL[text.typed].match(text.text, text.after(end))
        last = text.word_at(tail.end() - 1) + 1 if tail else end
        other = _OTHER_STATE.get(kind)
        made = Constraint(Kind.STATE, words=STATES[other or kind], include=other is not None)
        start = text.word_at(lead.start())
        yield Found(Narrowing(where=(made.placed(start, last, _STANDS),)), start, last, _STANDS)


def _is_all(text: Text, ahead: str, end: int) -> bool:
    """Whether a text holds nothing but a constraint and what leads to it ("bỏ việc thường xuyên")."""
    return bool(_OUT_OF[text.typed].match(ahead)) and text.after(end) >= len(text.text)


_STANDS = 12  # more than a unit right before with the same negation ("của Thanh tra, không tính …")
_OTHER_STATE = {"done": "open", "open": "done"}


def _is_plain(constraint: Constraint) -> bool:
    """Whether it says what rows have, and is not turned round by itself ("không thường xuyên")."""
    return constraint.include or constraint.kind is Kind.DATED

"""Constraints found in the words of a question by a small grammar over spans.

What is known already (units, times, roles, plans) stands as one sign each: "không do <u0> <lead>". The rules match
these signs and the words between; each match has a score, and the set of matches that do not overlap and together
score most is what was said. So a word between a negation and its unit does no harm.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions import (
    constraint_rules,
    denial_rules,
    grain_rules,
    list_rules,
    matter_rules,
    money_rules,
    negation_rules,
    operator_rules,
    place_rules,
    ranking_rules,
    role_rules,
    unit_rules,
    wording_rules,
)
from knowledge.questions.constraint_patterns import Cells, Found, Rule, Span, Text, ready
from knowledge.questions.constraints import Kind, Narrowing, Operator
from knowledge.questions.cue_uses import only_gives
from knowledge.questions.cues import Cue, small_words
from knowledge.questions.half_typed import fields_in_full
from knowledge.questions.left_out import left_out, states_left_out, units_left_out
from knowledge.questions.left_out_words import asked_ahead, kept, stays
from knowledge.questions.matter_left_out import tells_a_matter_left_out
from knowledge.questions.negation_rules import loose_negation
from knowledge.questions.negations import NO
from knowledge.questions.rule_words import HOW_MANY, ROW_WORDS
from knowledge.questions.states import STATES
from knowledge.questions.words_needed import Needing
from knowledge.units.mentions import UnitMention

_STATES = frozenset({"overdue", "open", "doing", "done", "due", "until", "soon", "check"})
_SAYING = _STATES | {"tail", "list", "count", "when", "who", "lead", "coordinate", "compare", "again", "keep"}


@dataclass(frozen=True, slots=True)
class WordSigns:
    """What is known of the words of a question.

    Args:
        signs: (start, end, sign); signs of units are "<u0>", "<u1>" … in their order, of times "<p>".
        states: positions of the words that say how rows stand; cued: of all that say what is asked.
        is_half: whether a word is half of one of the plans.
        ends_word: whether a word typed without accents is one with the word before it ("ho | so").
        asks_so: whether it is asked if what is said is so.
        standing: where words begin that say how rows stand → where they end, and which state.
        cells: how many of some words at the beginning the cell of a field has in some row.
        breaks: positions of the words that stand behind a comma or another sign.
        costs: positions of the words that ask what something costs, where no other field of a row is asked.
    """

    signs: tuple[tuple[int, int, str], ...]
    states: frozenset[int] = frozenset()
    cued: frozenset[int] = frozenset()
    is_half: Callable[[int], bool] = lambda _: False
    ends_word: Callable[[int], bool] = lambda _: False
    asks_so: bool = False
    standing: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    cells: Cells = lambda _field, _words: 0
    breaks: frozenset[int] = frozenset()
    costs: frozenset[int] = frozenset()


def narrowing(
    words: Sequence[str],
    known: WordSigns,
    units: Sequence[UnitMention],
    periods: Sequence[Period],
    *,
    listed: bool,
    headings: Callable[[Sequence[str]], int],
) -> Narrowing:
    """What a question's words narrow a list by.

    Args:
        words: canonical words.
        known: what is known of the words.
        listed: whether a list or a count is asked for by some word.
        headings: how many folded words at the beginning stand in a heading of the plans.
    """
    typed = any(word != folded(word) for word in words)
    plainly = (word if word not in NO else "không" for word in words)  # "ko", "k"
    said, spans = _signed(fields_in_full(plainly) if typed else [*map(folded, plainly)], known.signs)
    told = (known.states, known.cued, known.is_half, known.asks_so, known.standing, known.cells, known.breaks)
    text = Text(said, spans, units, periods, listed, headings, typed, *told)
    found = [
        made for pattern, rule in _may_match(text) for match in pattern.finditer(said) for made in rule(match, text)
    ]
    found = [made for made in found if not known.ends_word(made.start)]  # "ho | so tre nhat" compares nothing
    found = [*found, *left_out(text, found), *states_left_out(text), *units_left_out(text)]
    joined = _joined(_best([_as_meant(each, text) for each in found if not _is_kept(each, text)]), text)
    return _added_up(joined, known.costs)


def _added_up(found: Narrowing, costs: frozenset[int]) -> Narrowing:
    """The same; what a part of the plan costs is what its rows come to ("kinh phí mảng đất đai là bao nhiêu")."""
    of_part = any(constraint.kind is Kind.SECTION and constraint.include for constraint in found.where)
    if not (costs and of_part) or found.operator is not Operator.ROWS:
        return found
    return replace(found, operator=Operator.SUM, measure="money", taken=found.taken | costs)


def _is_kept(found: Found, text: Text) -> bool:
    """Whether it would leave out what must not be ("đừng bỏ mấy việc hằng tháng")."""
    where = found.narrowing.where
    return bool(where) and not any(c.include for c in where) and kept(text, found.start)


def _as_meant(found: Found, text: Text) -> Found:
    """The same, as nothing that rows are picked by where they only must not be lost ("đừng bỏ việc | hằng tháng").

    Of what is asked ahead, that is; where nothing is they are what is asked for ("đừng bỏ sót việc hằng quý nào").
    """
    where = found.narrowing.where
    plain = bool(where) and all(c.include and c.kind is not Kind.UNIT for c in where)
    start = stays(text, found.start) if plain else None
    if start is None:
        return found
    return replace(found, start=start, narrowing=Narrowing() if asked_ahead(text, start) else found.narrowing)


def words_of_rules() -> frozenset[str]:
    """Every folded word that a pattern of the rules has: none of them is a slip for another word."""
    return frozenset(folded(word) for pattern, _ in _TYPED for word in _LETTERS.findall(pattern))


_LETTERS = re.compile(r"[^\W\d_]{2,}")


def compile_rules() -> None:
    """Compile the pattern of every rule, before a text has its words."""
    for pattern, _ in (*_TYPED, *_BARE):
        ready(pattern)


def _may_match(text: Text) -> Iterator[tuple[re.Pattern[str], Rule]]:
    """The rules whose words stand in a text."""
    for pattern, rule in (_TYPED if text.typed else _BARE).fitting(text.text):
        yield ready(pattern), rule


def signs(
    words: Sequence[str],
    units: Sequence[UnitMention],
    periods: Sequence[Period],
    cues: Sequence[Cue],
    plan: Collection[int] = (),
) -> WordSigns:
    """What is known: the signs of the units, times and roles, each with the words it stands for, and the cues.

    Args:
        plan: positions of the words that name plans; each such stretch has the sign "<k>".
    """
    begins = [at for at in sorted(plan) if at - 1 not in plan]
    runs = {begin: next(at for at in range(begin, len(words) + 1) if at not in plan) for begin in begins}
    # the name of its plan behind a unit is of the unit: "việc nào Thanh tra | Sở Xây dựng Nam Định | không chủ trì"
    found = [(unit.start, runs.get(unit.end, unit.end), f"<u{at}>") for at, unit in enumerate(units)]
    found += [(period.start, period.end, "<p>") for period in periods]
    helps = {cue.start for cue in cues if "coordinate" in cue.kinds}
    for cue in cues:
        if cue.end in helps and only_gives(cue, words):
            continue  # "được giao | phối hợp" is one role
        sign = next((f"<{kind}>" for kind in ("lead", "coordinate") if kind in cue.kinds), "")
        first = cue.start + (folded(words[cue.start]) == "cung" and cue.end - cue.start > 1)
        joint = folded(words[first]) in _WORK and first > cue.start and not _is_column(cue, words)
        joint = joint or (
            not _SHARED.isdisjoint(map(folded, words[first : cue.end][:2]))
            and (len(units) > 1 or _is_led_too(words[:first], found))
        )
        if sign and not joint and not any(start < cue.end and first < end for start, end, _ in found):
            found.append((first, cue.end, sign))
    free = [(a, b) for a, b in runs.items() if not any(s < b and a < e for s, e, _ in found)]
    free = [(a, b) for a, b in free if not tells_a_matter_left_out(words, a, b)]
    standing = {cue.start: (cue.end, kind) for cue in cues for kind in STATES if kind in cue.kinds}
    every = (*found, *((a, b, "<k>") for a, b in free))
    of_a_row = any(cue.kinds & _OF_A_ROW for cue in cues)
    costs = frozenset() if of_a_row else _of(cues, ("budget",))
    return WordSigns(every, _of(cues, _STATES), _of(cues, _SAYING), standing=standing, costs=costs)


_OF_A_ROW = frozenset({"who", "when", "result"})


def _is_column(cue: Cue, words: Sequence[str]) -> bool:
    """Whether "cùng làm", which says no role, is said of a column, or is all that is said ("còn | cùng thực hiện?")."""
    rest = {*map(folded, (*words[: cue.start], *words[cue.end :]))}
    ahead = " ".join(map(folded, words[max(cue.start - 2, 0) : cue.start]))
    return _HEADED.search(ahead) is not None or rest <= small_words() | _GOING_ON | ROW_WORDS | HOW_MANY


def _is_led_too(before: Sequence[str], signs: Sequence[tuple[int, int, str]]) -> bool:
    """Whether what is done together tells how it is led ("chủ trì gì, tính cả | làm chung", "… một mình, không |")."""
    return any(sign == "<lead>" for *_, sign in signs) and _WITH.search(" ".join(map(folded, before))) is not None


_WITH = re.compile(
    r"(?:\b(?:ke|tinh|gom) (?:ca|luon)|\bca)(?: (?:cac|nhung|may|cai|viec|phan|cho|dong|muc))*$"
    r"|\bmot minh\b.* (?:khong|chua|chang|cha)(?: (?:co|phai|can|dung))*$"
)


def _of(cues: Sequence[Cue], kinds: Collection[str]) -> frozenset[int]:
    """The words of cues of some kinds."""
    return frozenset(at for cue in cues if cue.kinds & set(kinds) for at in range(cue.start, cue.end))


_HEADED = re.compile(r"\b(?:cot|o|vai|muc|don vi|co quan|ai)$")
_GOING_ON = frozenset({"con", "vay", "the", "thi", "sao", "bao", "cai", "co", "gi", "nao", "nhung", "cac"})
_WORK = frozenset({"lam", "tham", "thuc"})
_SHARED = frozenset({"chung", "cung"})
_RULES = (
    constraint_rules,
    matter_rules,
    wording_rules,
    operator_rules,
    unit_rules,
    negation_rules,
    denial_rules,
    role_rules,
    list_rules,
    grain_rules,
    money_rules,
    ranking_rules,
    place_rules,
)
_TYPED = Needing((rule[0], rule) for rules in _RULES for rule in rules.TYPED)
_BARE = Needing((rule[0], rule) for rules in _RULES for rule in rules.BARE)


def _signed(words: Sequence[str], signs: Sequence[tuple[int, int, str]]) -> tuple[str, tuple[Span, ...]]:
    """The words with a sign for what is known, and which words each of them stands for."""
    at, said, spans = 0, [], []
    starts = {start: (end, sign) for start, end, sign in sorted(signs, reverse=True)}
    while at < len(words):
        end, sign = starts[at] if at in starts else (at + 1, words[at])
        said.append(sign)
        spans.append((at, end))
        at = end
    return " ".join(said), tuple(spans)


def _best(found: Sequence[Found]) -> list[Found]:
    """Of the matches those that do not overlap and together score most."""
    ordered = sorted(found, key=lambda f: f.end)
    best: list[tuple[float, list[Found]]] = [(0.0, [])]
    for at, each in enumerate(ordered):
        before = next((k for k in range(at, 0, -1) if ordered[k - 1].end <= each.start), 0)
        score, kept = best[before]
        with_it = (score + each.score, [*kept, each])
        best.append(with_it if with_it[0] > best[-1][0] else best[-1])
    return best[-1][1]


def _joined(found: Sequence[Found], text: Text) -> Narrowing:
    said = [each.narrowing for each in found]
    taken = frozenset(i for each in found for i in range(each.start, each.end))
    done = [n for n in said if n.operator is not Operator.ROWS]
    return Narrowing(
        where=tuple(c for n in said for c in n.where),
        operator=done[0].operator if done else Operator.ROWS,
        by=done[0].by if done else "",
        measure=done[0].measure if done else "",
        taken=taken,
        units=frozenset(i for n in said for i in n.units),
        dated=any(n.dated for n in said),
        together=any(n.together for n in said),
        denied=any(n.denied for n in said),
        first=max((n.first for n in said), default=0),
        counted=next((n.counted for n in said if n.counted is not None), None),
        role=next((n.role for n in said if n.role), ""),
        laid_out=any(n.laid_out for n in said),
        unread=(*loose_negation(text, taken), *(word for n in said for word in n.unread)),
    )

"""One figure at two levels of offices, set beside each other: "số hóa hồ sơ: huyện với xã lệch nhau mấy phần trăm".

A statement tells both ("40% tại cấp huyện, 35% ở cấp xã"): it alone is told, with what lies between them, and no figure
of another row that has one of the levels.
"""

import re
from dataclasses import replace
from itertools import permutations

from knowledge.answers.ask import Ask
from knowledge.answers.cells import card
from knowledge.answers.certainty import Outcome, decide
from knowledge.answers.evidence import Candidate
from knowledge.answers.finding import find_rows
from knowledge.language.text import folded
from knowledge.questions.cues import small_words
from knowledge.questions.query import Intent
from knowledge.questions.statements import figure_at, figures
from knowledge.reply import Answer, Entry
from knowledge.wording import values

_LEVEL = "(?:cap )?(?:tinh|huyen|xa|phong)|cap so"
_JOINED = r"(?:(?:so )?voi|vs|va|(?:(?:cao|thap|nhieu|it) )?hon(?: so voi)?)"
_LEVELS = re.compile(rf"\b({_LEVEL}) {_JOINED} ({_LEVEL})\b")
_APART = re.compile(r"\b(?:lech|chenh|cach|hon|kem)\b(?: \S+){0,4}? (?:bao nhieu|may|bn)(?: (?P<of>\S+))?")
_SHARES = frozenset({"%", "phan", "diem", "o", "tai", "trong", "theo", "cua"})  # "cách nhau bao nhiêu | km" is of none
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?(?=\s*%)")
_NO_MATTER = frozenset({"lech", "chenh", "cach", "nhau", "hon", "kem", "vs", "cao", "thap"})


def answer_levels_beside(ask: Ask) -> Answer | None:
    """How far a figure of one level is from that of another; None where none is asked, or no statement tells both."""
    said = " ".join(map(folded, ask.query.words))
    named = _LEVELS.search(said) if _asks_how_far(said) and not ask.query.scope.several else None
    levels = [("cap", level.split()[-1]) for level in named.groups()] if named else []
    matter = tuple(word for word in ask.query.topic if folded(word) not in _NO_MATTER)
    told = {folded(word) for word in matter}.difference(_SAYS_LITTLE, *levels)
    if len(set(levels)) < _BOTH or not told:
        return None
    query = replace(
        ask.query, intent=Intent.TARGET, asks=(Intent.TARGET,), topic=matter, compare=False, units=(), where=()
    )
    own = replace(ask, query=query)
    found = find_rows(own)
    for row in found.rows:
        if clauses := _at_both(row, levels):
            outcome = decide(own, replace(found, rows=(row, *(other for other in found.rows if other is not row))))
            return _told(own, row, clauses, sure=outcome is Outcome.SURE) if outcome is not Outcome.NOTHING else None
    return None


_BOTH = 2
_SAYS_LITTLE = frozenset({"voi", "so", "cap", "ty", "ti", "le", "chi", "tieu", "muc"})


def _asks_how_far(said: str) -> bool:
    """Whether folded words ask how far two shares are from each other."""
    apart = _APART.search(said)
    return apart is not None and (not apart["of"] or apart["of"] in _SHARES or apart["of"] in small_words())


def _at_both(row: Candidate, levels: list[tuple[str, str]]) -> list[str]:
    """The clauses of a row's statement that have the figures of the levels, one each."""
    for text in figures(row.citation.item):
        clauses = [clause for level in levels if (clause := figure_at(level, text))]
        single = all(len(_PERCENT.findall(clause)) == 1 for clause in clauses)
        if len(clauses) == len(levels) and single and all(a != b for a, b in permutations(clauses, _BOTH)):
            return clauses
    return []


def _told(ask: Ask, row: Candidate, clauses: list[str], *, sure: bool) -> Answer:
    shares = [float(_PERCENT.findall(clause)[0].replace(",", ".")) for clause in clauses]
    doubt = () if sure else (values.perhaps(),)
    head = (*doubt, values.figures_beside(clauses, shares))
    return Answer(Intent.TARGET.value, head, (Entry(card(ask, row.citation), row.citation),), tentative=not sure)

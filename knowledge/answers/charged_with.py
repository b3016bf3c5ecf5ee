"""What a unit is charged with beside its own rows, where a list of these has none.

The part of a plan that says who does what names most units together ("Các khoa: cử cố vấn học tập"), and who is asked
what a unit "lo" or "làm" means its part in a row, whichever it is: neither is denied for want of a name or of a chair.
"""

from dataclasses import replace

from knowledge.answers.ask import Ask
from knowledge.answers.list_words import shared_names_of
from knowledge.answers.rows_asked import rows_asked
from knowledge.language.text import folded
from knowledge.number_sets import without
from knowledge.questions.constraints import Kind, Operator
from knowledge.questions.rule_words import ROW_WORDS
from knowledge.units.mentions import UnitMention
from knowledge.units.name_words import ANY_UNIT, unit_kinds
from knowledge.units.readings import ARTICLES


def charged_with(ask: Ask) -> Ask | None:
    """The question of the unit's rows in any role, or of those who hold it, where there are such rows; else None."""
    query = ask.query
    refused = query.strange_unit or query.periods or query.claim
    if refused or not query.units or query.operator is not Operator.ROWS:
        return None
    either = replace(ask, query=replace(query, role=None))
    if query.role and _in_everyday_words(ask) and len(rows_asked(either, None)):
        return either
    if not any(constraint.kind is Kind.SECTION and constraint.include for constraint in query.where):
        return None
    holding = UnitMention(0, 0, (), _of_its_kind(ask), group=True)
    held = replace(either, query=replace(either.query, units=(holding,)))
    if not holding.names:
        return None
    rows = rows_asked(held, None)
    return held if len(rows) and not len(without(rows, ask.register.prose())) else None


def _of_its_kind(ask: Ask) -> dict[int, frozenset[str]]:
    """The collective names that hold the unit and say what it is ("Các khoa" of "Khoa Dược", not "Các sở, ngành").

    What anything may be called says nothing: "Các cơ quan, đơn vị" are not told for "Đơn vị nghiệp vụ Sở A".
    """
    kinds = {folded(name).split()[0] for unit in ask.query.units for name in unit.printed} - _GENERAL
    told = {plan: _saying(kinds, names) for plan, names in shared_names_of(ask).items()}
    return {plan: names for plan, names in told.items() if names}


def _saying(kinds: set[str], names: frozenset[str]) -> frozenset[str]:
    """Of collective names those that say the kind, and no more than kinds: "Các khoa hệ ngoại" are not all "khoa"."""
    plain = ARTICLES | {word for kind in (*unit_kinds(), *ANY_UNIT) for word in folded(kind).split()} | {"va"}
    said = ((name, set(folded(name).replace(",", " ").split())) for name in names)
    return frozenset(name for name, words in said if kinds & words and words <= plain)


def _in_everyday_words(ask: Ask) -> bool:
    """Whether a role is said by verbs that anybody has for what one does ("lo", "làm"), and by no word of its own."""
    cues = [cue for cue in ask.query.cues if ask.query.role in cue.kinds]
    said = {folded(word) for cue in cues for word in ask.query.words[cue.start : cue.end]}
    return not said.isdisjoint(_DOES) and said <= _DOES | _WHAT


_GENERAL = frozenset(folded(kind).split()[0] for kind in ANY_UNIT)
_DOES = frozenset({"lo", "lieu", "lam", "nhan", "lanh", "ganh", "om", "coi", "duoc", "giao"})  # "lo liệu", "nhận làm"
_WHAT = ROW_WORDS | {"nhung", "cac", "may", "gi", "nao", "cai"}

"""What a text has to have for a rule is read from the rule's pattern, and never asks for more than the pattern does."""

import json
import re
from pathlib import Path

import pytest

from knowledge.language.text import canonical, folded
from knowledge.questions import constraint_spans
from knowledge.questions.constraint_patterns import Text, ready
from knowledge.questions.words_needed import words_needed


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        pytest.param("việc nào (?:khó|dễ) nhất", ("việc nào", "nhất"), id="outside of the choice"),
        pytest.param("(?:việc|chuyện) nào(?: thì)? lâu", ("nào", "lâu"), id="outside of what may be missing"),
        pytest.param("sớm nhất|muộn nhất", (), id="a choice of the whole"),
        pytest.param("gần (?=.* nhất)", ("gần",), id="what is looked for ahead"),
        pytest.param("hạng+ mục*", ("hạng", "mụ"), id="a letter that may be missing"),
        pytest.param("tháng {1,2}nămx{0,1}", ("tháng", "năm"), id="so many times"),
        pytest.param(r"số \d{1,3} mục [ivx]+ này", ("số", "mục", "này"), id="figures and classes"),
        pytest.param(r"[(|] kể\(cả\|", ("kể", "cả"), id="signs that stand for themselves"),
        pytest.param(r"<u\d+> và <p>", ("<u", "> và <p>"), id="signs of units and times"),
        pytest.param("(?:(?:a|b) cùng){0,2}? với", ("với",), id="groups within groups"),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, needed: tuple[str, ...]) -> None:
    assert words_needed(pattern) == needed


@pytest.mark.parametrize("typed", [True, False], ids=["accents", "none"])
def test_no_rule_is_passed_over_that_matches_a_question(typed: bool) -> None:
    rules = constraint_spans._TYPED if typed else constraint_spans._BARE
    texts = [canonical(text) if typed else folded(text) for text in asked()]
    matched = [(needed, text) for needed, pattern, _ in rules for text in texts if ready(pattern).search(text)]

    assert [(needed, text) for needed, text in matched if not all(word in text for word in needed)] == []
    assert len([needed for needed, _ in matched if needed]) > _MANY


def test_a_pattern_is_compiled_when_a_text_has_its_words_and_not_before() -> None:
    text = Text("việc nào của <u0>", (), (), (), listed=False, headings=len)
    ready.cache_clear()
    for _ in constraint_spans._may_match(text):
        pass
    assert 0 < ready.cache_info().currsize < len(constraint_spans._TYPED)


def asked() -> list[str]:
    """Questions of invented offices, with signs for a unit, a role and a time as well."""
    files = sorted((Path(__file__).parent / "data" / "offices").glob("*/questions.jsonl"))
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    turns = [turn for line in lines for turn in line["turns"]]
    signed = [_UNIT.sub("<u0>", _ROLE.sub("<lead>", _TIME.sub("<p>", canonical(turn)))) for turn in turns]
    return [*turns, *signed]


_MANY = 20
_UNIT = re.compile(r"(?:phòng|tổ|khoa|trạm|ban) \w+ \w+")
_ROLE, _TIME = re.compile("chủ trì|phụ trách"), re.compile(r"tháng \d+|quý \w+")

"""What a text has to have for a rule is read from the rule's pattern, and never asks for more than the pattern does."""

import json
import re
from pathlib import Path

import pytest

from knowledge.language.text import canonical, folded
from knowledge.questions import constraint_spans
from knowledge.questions.constraint_patterns import Text, ready
from knowledge.questions.words_needed import Needing, words_needed


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        pytest.param("việc nào (?:khó|dễ) nhất", ["việc nào", "dễ|khó", "nhất"], id="one side of a choice"),
        pytest.param("(?:việc|chuyện) nào(?: thì)? lâu", ["chuyện|việc", "nào", "lâu"], id="but what may be missing"),
        pytest.param("sớm nhất|muộn nhất", ["muộn nhất|sớm nhất"], id="a choice of the whole"),
        pytest.param("(?:sớm|[a-z]) hơn", ["hơn"], id="a choice with a side that needs nothing"),
        pytest.param("(?:rất lâu .* (?:xong|hết)|lâu) rồi", ["lâu|rất lâu", "rồi"], id="of each side what tells most"),
        pytest.param("gần (?=.* nhất)(?! nhau)", ["gần", "nhất"], id="what is looked for ahead"),
        pytest.param("(?<=thứ )(?P<day>hai|ba)(?<!ba)", ["thứ", "ba|hai"], id="what is looked for behind"),
        pytest.param("hạng+ mục*", ["hạng", "mụ"], id="a letter that may be missing"),
        pytest.param("tháng {1,2}nămx{0,1}", ["tháng", "năm"], id="so many times"),
        pytest.param("(?:(?:sẽ|có thể) )+được(?: (?:a nh|em))*", ["có thể|sẽ", "được"], id="once or more"),
        pytest.param(r"số \d{1,3} mục [ivx]+ này", ["số", "mục", "này"], id="figures and classes"),
        pytest.param(r"[(|] kể\(cả\|", ["kể", "cả"], id="signs that stand for themselves"),
        pytest.param(r"<u\d+> và <p>", ["<u", "> và <p>"], id="signs of units and times"),
        pytest.param("(?:(?:a|b) cùng){0,2}? với", ["với"], id="groups within groups"),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, needed: list[str]) -> None:
    assert ["|".join(sorted(runs)) for runs in words_needed(pattern)] == needed


@pytest.mark.parametrize("typed", [True, False], ids=["accents", "none"])
def test_no_rule_is_passed_over_that_matches_a_question(typed: bool) -> None:
    tables = [rules.TYPED if typed else rules.BARE for rules in constraint_spans._RULES]
    patterns = [pattern for table in tables for pattern, _ in table]
    texts = [canonical(text) if typed else folded(text) for text in asked()]
    needs = {pattern: words_needed(pattern) for pattern in patterns}
    matched = [(pattern, text) for pattern in patterns for text in texts if ready(pattern).search(text)]

    assert [found for found in matched if not all(any(r in found[1] for r in runs) for runs in needs[found[0]])] == []
    assert len([pattern for pattern, _ in matched if needs[pattern]]) > _MANY


def test_the_rules_that_fit_keep_their_order_and_none_is_lost() -> None:
    patterns = [pattern for rules in constraint_spans._RULES for pattern, _ in rules.TYPED]
    needing, needs = Needing((pattern, pattern) for pattern in patterns), {p: words_needed(p) for p in patterns}
    for text in map(canonical, asked()):
        fit = [p for p in patterns if all(any(run in text for run in runs) for runs in needs[p])]
        assert list(needing.fitting(text)) == fit


def test_a_pattern_is_compiled_when_a_text_has_its_words_and_not_before() -> None:
    text = Text("việc nào của <u0>", (), (), (), listed=False, headings=len)
    ready.cache_clear()
    for _ in constraint_spans._may_match(text):
        pass
    assert 0 < ready.cache_info().currsize < 10


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

"""Heads and feet of invented plans."""

from test_outline import PLAN, a_text

from knowledge.model import Signer
from knowledge.plan.metadata import heading, plan_starts


def test_the_head_and_the_foot_say_what_the_plan_is() -> None:
    found = heading(a_text(PLAN))
    assert (found.number, found.symbol, found.place, found.issued) == ("12/KH-SNV", "KH-SNV", "An Bình", "2026-12-15")
    assert (found.title, found.years) == ("Kế hoạch Cải cách hành chính năm 2027", (2027,))
    assert found.issuer == "Sở Nội vụ tỉnh An Bình"
    assert found.signer == Signer("Trần Văn Bình", "Giám đốc")


def test_one_plan_starts_once() -> None:
    assert len(plan_starts(a_text(PLAN))) == 1


def test_two_plans_in_one_file_are_seen() -> None:
    second = PLAN.replace("12/KH-SNV", "13/KH-SNV")
    assert len(plan_starts(a_text(PLAN + second))) == 2

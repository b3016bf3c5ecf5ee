"""The parts of a question that name plans, one group a plan."""

import pytest
from builders import a_loaded_plan

from knowledge.model import Heading
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_parts import groups

NAMES = PlanNames.of(
    [
        a_loaded_plan(stem="a", heading=Heading(issuer="Sở Y tế tỉnh Hà Nam", place="Hà Nam", years=(2026,))),
        a_loaded_plan(stem="b", heading=Heading(issuer="UBND tỉnh Long An", place="Long An", years=(2027,))),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("so y te ha nam 2026", ["so y te|ha nam|2026"], id="one plan"),
        pytest.param("so y te ha nam 2026 va ubnd tinh long an 2027", ["so y te|ha nam|2026", "ubnd tinh|long an|2027"],
                     id="two plans"),
        pytest.param("ha nam 2026 voi 2027 noi nao cao hon", ["ha nam|2026", "2027"], id="years of one place"),
        pytest.param("ha nam nam 2026 va long an", ["ha nam|2026", "long an"], id="places"),
        pytest.param("so y te chu tri viec gi nam 2026", [], id="a unit and a time name no plan"),
        pytest.param("ha nam co viec gi den han trong thang 3 nam 2026", ["ha nam"], id="a time far from the place"),
    ],
)  # fmt: skip
def test_each_plan_has_its_own_group_of_names(text: str, expected: list[str]) -> None:
    found = groups(text.split(), NAMES.places, NAMES.offices, frozenset())

    assert ["|".join(" ".join(part.value) for part in group) for group in found] == expected


def test_a_place_inside_a_units_name_names_no_plan() -> None:
    assert groups(["bao", "ha", "nam", "phai", "lam", "gi"], NAMES.places, NAMES.offices, frozenset({0, 1, 2})) == ()

"""Which plans a question names."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.identity import LoadedPlan
from knowledge.language.text import canonical
from knowledge.library.snapshot import make_snapshot
from knowledge.model import Heading
from knowledge.questions.lookup import lookup
from knowledge.questions.plan_names import PlanNames, names_of
from knowledge.questions.plan_scope import find_plans
from knowledge.questions.plan_search import Scope
from knowledge.tasks.register import register_of


def plan(stem: str, issuer: str, place: str, years: tuple[int, ...], number: str | None = None) -> LoadedPlan:
    heading = Heading(number=number, issuer=issuer, place=place, years=years, title="Kế hoạch An toàn giao thông")
    return a_loaded_plan(stem=stem, heading=heading)


NAMES = PlanNames.of(
    [
        plan("a", "Sở Giao thông vận tải tỉnh Hà Nam", "Hà Nam", (2026,)),
        plan("b", "UBND tỉnh Hà Nam", "Hà Nam", (2027,), "45/KH-UBND"),
        plan("c", "Sở Giao thông vận tải tỉnh Long An", "Long An", (2027,)),
        plan("d", "Sở Y tế tỉnh Bến Tre", "Bến Tre", (2026, 2027, 2028)),
    ]
)


def scope(text: str, among: tuple[int, ...] = (0, 1, 2, 3)) -> Scope:
    words = canonical(text.replace(":", " :").replace(",", " ").replace("?", " ")).split()
    return find_plans(NAMES, words, among)


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        pytest.param("Sở Giao thông vận tải Long An: ai chủ trì số hóa", (2,), id="issuer and province"),
        pytest.param("so gtvt long an ai chu tri", (2,), id="initials, without accents"),
        pytest.param("bên Bến Tre ai làm", (3,), id="province alone"),
        pytest.param("việc nào lan toả đến hạn", (0, 1, 2, 3), id="no province in a word of its own"),
        pytest.param("tỉnh btre có việc gì đến hạn", (3,), id="a province typed in a hurry"),
        pytest.param("UBND tỉnh Hà Nam 2027: hạn khi nào", (1,), id="the province's own"),
        pytest.param("kế hoạch của tỉnh Hà Nam giao ai", (1,), id="of the province"),
        pytest.param("Sở GTVT Hà Nam 2026: ai", (0,), id="year"),
        pytest.param("kế hoạch 45/KH-UBND do ai ký", (1,), id="number"),
        pytest.param("Giai đoạn 2026-2028 ai lo báo cáo", (3,), id="span of years"),
        pytest.param("hai kế hoạch của Sở Giao thông vận tải do ai ký", (0, 2), id="every plan of such an office"),
        pytest.param("ở Long An và Bến Tre ai chủ trì", (2, 3), id="two provinces"),
        pytest.param("ai ký kế hoạch an toàn giao thông 2026", (0,), id="year behind the subject"),
        pytest.param("ai ký kế hoạch ATGT 2026", (0,), id="year behind the shortened subject"),
        pytest.param("ai chủ trì số hóa", (0, 1, 2, 3), id="none"),
    ],
)
def test_plans_are_found_by_what_names_them(text: str, plans: tuple[int, ...]) -> None:
    assert scope(text).plans == plans


@pytest.mark.parametrize(
    "text",
    [
        "Sở Giao thông vận tải Cà Mau: ai chủ trì",
        "Năm 2020, kế hoạch của Sở Giao thông vận tải Long An do ai ký",
        "kế hoạch 99/KH-UBND của tỉnh Hà Nam giao ai",
        "Sở Y tế Long An ai chủ trì",
    ],
)
def test_a_plan_that_is_not_loaded_is_told_and_answered_from_no_other(text: str) -> None:
    found = scope(text)

    assert found.missing
    assert found.plans == ()


def test_a_document_that_a_task_cites_is_no_plan() -> None:
    assert not scope("tinh gọn đơn vị theo Kế hoạch 177-KH/TU của Tỉnh ủy").named


def test_the_words_that_name_a_plan_are_taken_from_the_topic() -> None:
    assert scope("theo kế hoạch 2027 của Sở Giao thông vận tải Long An báo cáo gửi khi nào").taken == set(range(12))


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        pytest.param(
            "so sánh Sở Giao thông vận tải Hà Nam 2026 và UBND tỉnh Hà Nam 2027", (0, 1), id="issuer and year"
        ),
        pytest.param("mức hài lòng Hà Nam 2026 với Hà Nam 2027 bên nào cao hơn", (0, 1), id="place and year"),
        pytest.param("mức hài lòng của Hà Nam 2026 và 2027", (0, 1), id="years of one place"),
        pytest.param("Sở Giao thông vận tải Hà Nam và Long An ai chủ trì", (0, 2), id="one issuer in two places"),
        pytest.param("Sở Giao thông vận tải và UBND tỉnh Hà Nam", (0, 1), id="two issuers of one place"),
        pytest.param("so gtvt long an voi so y te ben tre", (2, 3), id="without accents"),
        pytest.param("Long An hay sở y tế lắp camera an ninh vậy", (2, 3), id="a place and an office ahead of a topic"),
        pytest.param("camera do Long An hay sở y tế lắp", (2, 3), id="a place and an office inside"),
        pytest.param(
            "kế hoạch 2026 của Sở Giao thông vận tải Hà Nam và kế hoạch 2027 của tỉnh", (0, 1), id="a year and its plan"
        ),
    ],
)
def test_several_plans_in_one_question_are_all_meant(text: str, plans: tuple[int, ...]) -> None:
    found = scope(text)

    assert found.plans == plans
    assert found.several


def test_a_plan_of_another_year_beside_one_is_of_the_same_place() -> None:
    found = scope("ai chủ trì trong kế hoạch 2026 của Sở Giao thông vận tải Hà Nam và kế hoạch 2028 của tỉnh")

    assert (found.plans, found.absent) == ((0,), ("kế hoạch năm 2028",))
    assert {8 + at for at in range(7)} <= found.taken


def test_of_several_plans_the_one_that_is_not_loaded_is_called_as_it_is_printed() -> None:
    found = scope("so gtvt long an va so gtvt ca mau ai chu tri")

    assert found.plans == (2,)
    assert found.absent == ("kế hoạch Sở Giao thông vận tải Cà Mau",)


def test_a_plan_that_is_not_loaded_is_called_as_it_is_printed() -> None:
    assert scope("so gtvt ca mau ai chu tri").missing == "Cà Mau"
    assert scope("so y te long an ai chu tri").missing == "Sở Y tế"


@pytest.mark.parametrize(
    ("text", "plans", "renamed"),
    [
        pytest.param("Sở GTVT Tây Ninh: ai chủ trì", (2,), (("Long An", "Tây Ninh"),), id="by the name of today"),
        pytest.param("Sở GTVT Long An (nay là Tây Ninh): ai", (2,), (), id="by both names"),
        pytest.param("ben tinh Vinh Long, truoc day la Ben Tre, ai lam", (3,), (), id="what it was before"),
        pytest.param("Sở Y tế Bến Tre cũ ai chủ trì", (3,), (), id="the old one"),
        pytest.param("Sở Y tế Trà Vinh ai chủ trì", (), (), id="another part of the same province"),
        pytest.param(
            "ở Tây Ninh và Vĩnh Long ai chủ trì", (2, 3), (("Long An", "Tây Ninh"), ("Bến Tre", "Vĩnh Long")), id="two"
        ),
    ],
)
def test_provinces_are_known_by_their_names_of_before_and_after_july_2025(
    text: str, plans: tuple[int, ...], renamed: tuple[tuple[str, str], ...]
) -> None:
    found = scope(text)
    assert (found.plans, found.renamed) == (plans, renamed)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("Bến Tre cử vận động viên dự giải, ai chủ trì", "1", id="it sends somebody"),
        pytest.param("Bến Tre cũ đón vận động viên, ai chủ trì", "2", id="the old one"),
        pytest.param("ben tre cu don van dong vien, ai chu tri", "2", id="without accents"),
    ],
)
def test_only_an_old_province_has_old_in_its_name(text: str, row: str) -> None:
    rows = [
        a_task(stt="1", task="Cử vận động viên dự giải", lead=("Trung tâm Thể thao",), coordinate=()),
        a_task(stt="2", task="Đón vận động viên dự giải", lead=("Sở Nội vụ",), coordinate=()),
    ]
    heading = replace(plan("d", "Sở Y tế tỉnh Bến Tre", "Bến Tre", (2027,)).plan.heading, title="Kế hoạch Thể thao")
    assert stts(ask(make_snapshot([a_loaded_plan(rows, heading=heading)]), text)) == [row]


def test_questions_and_commands_work_out_the_names_of_the_plans_once_and_anew_for_other_plans() -> None:
    snapshot, other = (make_snapshot((plan(stem, "Sở Y tế", "", (2026,)),)) for stem in "ab")
    names = lookup(snapshot).plans
    assert names_of(register_of(snapshot.plans, {}, date(2026, 1, 1)).index) is names
    assert lookup(other).plans is not names


def test_a_province_of_before_finds_what_the_province_of_today_issued() -> None:
    names = PlanNames.of(
        [plan("e", "Sở Y tế tỉnh Vĩnh Long", "Vĩnh Long", (2026,)), plan("f", "Sở Y tế tỉnh Hà Nam", "Hà Nam", (2020,))]
    )
    found = find_plans(names, canonical("Sở Y tế Trà Vinh ai chủ trì").split(), (0, 1))
    assert (found.plans, found.renamed) == ((0,), (("Trà Vinh", "Vĩnh Long"),))


_ASKED = """
from test_plan_names import plan
from knowledge.questions.plan_names import PlanNames
from knowledge.questions.plan_scope import find_plans
names = PlanNames.of([
    plan("a", "Sở Xây dựng tỉnh Long An", "Long An", (2026,)),
    plan("b", "UBND tỉnh Long An", "Long An", (2027,)),
    plan("c", "Sở Xây dựng tỉnh Bến Tre", "Bến Tre", (2026, 2027)),
])
print(find_plans(names, "sở xây dựng long an năm 2026 với năm 2027 ai chủ trì".split(), (0, 1, 2)).plans)
"""


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_the_same_plans_are_meant_in_every_run_of_the_program(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", _ASKED]
    run = subprocess.run(command, env=environment, cwd=Path(__file__).parents[1], capture_output=True, check=True)
    assert run.stdout.decode().strip() == "(0, 1)"

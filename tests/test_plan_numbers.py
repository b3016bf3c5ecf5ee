"""A plan that is called by its number: of none that is loaded nothing is told."""

from datetime import date

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.answers.answer import Context, answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Signer
from knowledge.reply import plain

HEADING = Heading(
    number="12/KH-SGTVT",
    symbol="KH-SGTVT",
    issuer="Sở Giao thông vận tải tỉnh Hà Nam",
    issued="2026-12",
    years=(2027,),
    signer=Signer("Trần Thị Bình", "Phó Giám đốc"),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan([a_task()], heading=HEADING)])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Kế hoạch số 111/KH-SGTVT ai ký", "Không có kế hoạch nào đã nạp mang số này.", id="of none"),
        pytest.param("kế hoạch số 111 ký ngày nào", "Không có kế hoạch nào đã nạp mang số này.", id="without its code"),
        pytest.param("ke hoach so 12/KH-SGTVT ai ky", "Người ký: Trần Thị Bình", id="'so' before a number is no Sở"),
    ],
)
def test_a_number_that_no_plan_has_is_said_so(text: str, says: str) -> None:
    unnumbered = Heading(issuer="Sở Y tế tỉnh Hà Nam", signer=Signer("Lê Văn Tám", "Giám đốc"))
    plans = [a_loaded_plan([a_task()], stem=stem, heading=one) for stem, one in (("a", HEADING), ("b", unnumbered))]
    assert plain(ask(make_snapshot(plans), text)).startswith(says)


def test_a_number_that_the_plan_talked_of_does_not_have_is_said_so(snapshot: Snapshot) -> None:
    today = Context(today=date(2027, 3, 1))
    _, talked = answer("kế hoạch này ai ký", snapshot, context=today)
    said, _ = answer("kế hoạch số 111 ai ký", snapshot, conversation=talked, context=today)
    assert said.abstained
    said, _ = answer("kế hoạch này số 111 phải không", snapshot, conversation=talked, context=today)
    assert plain(said).startswith("Không đúng. Số, ký hiệu: 12/KH-SGTVT")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("kế hoạch 12/KH-SGTVT ai ký, kế hoạch Sở Y tế Quảng Nam ai ký", "ab", id="each is asked"),
        pytest.param("kế hoạch 12 và kế hoạch Sở Y tế Quảng Nam do ai ký", "ab", id="joined"),
        pytest.param("kế hoạch số 12/KH-SGTVT do ai ký, của Quảng Nam do ai ký", "ab", id="by its place alone"),
        pytest.param("kế hoạch số 12/KH-SGTVT của Hà Nam do ai ký", "a", id="a name that fits"),
        pytest.param("kế hoạch số 12/KH-SGTVT của Quảng Nam do ai ký", "", id="a name that does not"),
        pytest.param("kế hoạch 12/KH-SGTVT ngày 05/12/2026 của Sở Y tế Quảng Nam ai ký", "", id="nor behind its day"),
    ],
)
def test_a_plan_beside_one_that_is_called_by_its_number_is_another(text: str, told: str) -> None:
    other = Heading(issuer="Sở Y tế tỉnh Quảng Nam", years=(2027,), signer=Signer("Lê Văn Tám", "Giám đốc"))
    plans = [a_loaded_plan([a_task()], stem=stem, heading=one) for stem, one in (("a", HEADING), ("b", other))]
    said = plain(ask(make_snapshot(plans), text))
    signers = {"a": "Người ký: Trần Thị Bình", "b": "Người ký: Lê Văn Tám"}
    assert {plan for plan, signer in signers.items() if signer in said} == set(told)


def test_an_office_that_a_plan_is_asked_to_have_names_no_plan_of_its_own() -> None:
    office = Heading(
        issuer="Sở Y tế tỉnh Quảng Nam", place="Quảng Nam", years=(2027,), recipients=("UBND tỉnh", "Lưu: VT")
    )
    other = Heading(issuer="UBND tỉnh Hà Nam", place="Hà Nam", years=(2027,), recipients=("Bộ Nội vụ",))
    plans = [a_loaded_plan([a_task()], stem=stem, heading=one) for stem, one in (("a", office), ("b", other))]
    said = plain(ask(make_snapshot(plans), "trong nơi nhận của Sở Y tế Quảng Nam có UBND tỉnh không nhỉ"))
    assert "Chưa có kế hoạch" not in said
    assert "Nơi nhận: UBND tỉnh" in said

"""A plan that is named by a title which other plans begin with as well, its own office right behind it."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Signer
from knowledge.reply import plain

_TITLE = "Kế hoạch Cải cách hành chính"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    headings = [
        Heading(issuer="UBND tỉnh Hà Nam", place="Hà Nam", years=(2027,), title=f"{_TITLE} tỉnh Hà Nam năm 2027",
                number="3/KH-UBND", signer=Signer("Lê Văn Tư", "Chủ tịch")),
        Heading(issuer="Sở Xây dựng tỉnh Long An", place="Long An", years=(2027,), number="4/KH-SXD",
                title=f"{_TITLE} Sở Xây dựng năm 2027", signer=Signer("Trần Thị Sáu", "Giám đốc")),
        Heading(issuer="Sở Giáo dục và Đào tạo tỉnh Bến Tre", place="Bến Tre", years=(2027,), number="5/KH-SGDĐT",
                title=f"{_TITLE} năm 2027", signer=Signer("Phạm Văn Hai", "Phó Giám đốc")),
    ]  # fmt: skip
    rows = [a_task(lead=(f"Phòng {n}",)) for n in ("Một", "Hai", "Ba")]
    plans = zip("abc", headings, rows, strict=True)
    return make_snapshot([a_loaded_plan([row], stem=stem, heading=heading) for stem, heading, row in plans])


@pytest.mark.parametrize(
    "text",
    [
        "Ai ký kế hoạch cải cách hành chính Sở Giáo dục Bến Tre",
        "Ai ký kế hoạch cải cách hành chính Sở Giáo dục và Đào tạo Bến Tre",
        "ai ky ke hoach cai cach hanh chinh so giao duc ben tre",
    ],
)
def test_the_title_does_not_take_the_office_behind_it_away(snapshot: Snapshot, text: str) -> None:
    said = plain(ask(snapshot, text))
    assert "Phạm Văn Hai" in said
    assert "Trần Thị Sáu" not in said


def test_an_office_that_no_plan_is_of_stays_missing(snapshot: Snapshot) -> None:
    assert "Chưa có kế hoạch" in plain(ask(snapshot, "Ai ký kế hoạch cải cách hành chính Sở Y tế Hậu Giang"))


def test_a_year_that_rows_of_the_named_plan_say_is_no_other_plan() -> None:
    rows = [
        a_task(
            task="Báo cáo kết quả rà soát thủ tục năm 2026",
            deadline=a_deadline(date(2027, 1, 31), text="Trước 31/01/2027"),
        )
    ]
    headings = [
        Heading(issuer=f"Sở Xây dựng tỉnh {place}", place=place, years=(2027,), title=_TITLE)
        for place in ("Bến Tre", "Long An")
    ]
    plans = [a_loaded_plan(rows if n == 0 else [a_task()], stem=f"s{n}", heading=h) for n, h in enumerate(headings)]
    snapshot = make_snapshot(plans)
    assert "31/01/2027" in plain(ask(snapshot, "báo cáo rà soát thủ tục năm 2026, Bến Tre, hạn?"))
    assert "Chưa có kế hoạch" in plain(ask(snapshot, "kế hoạch năm 2026 của Sở Xây dựng Bến Tre ai ký"))
    assert "Chưa có kế hoạch" in plain(ask(snapshot, "báo cáo rà soát thủ tục năm 2026, Long An, hạn?"))

"""How a plan may be called."""

import pytest
from builders import a_loaded_plan

from knowledge.model import Heading
from knowledge.questions.plan_labels import Phrases, Words, label, places_in, printed_places

HEADING = Heading(number="45 /KH-SYT", issuer="Sở Y tế tỉnh Hà Nam", place="Hà Nam", years=(2026, 2027))


def test_an_issuer_is_called_without_its_place_and_by_its_initials() -> None:
    called = label(a_loaded_plan(heading=HEADING))

    assert called.office[0] == ("so", "y", "te")
    assert {("so", "yt"), ("syt",)} <= set(called.office)
    assert called.place == ("ha", "nam")
    assert called.number == "45/kh-syt"


@pytest.mark.parametrize(
    ("issuer", "called"),
    [
        ("UBND tỉnh Hà Nam", ("ubnd", "tinh")),
        ("UBND Hà Nam", ("uy", "ban", "tinh")),
        ("Ủy ban nhân dân xã Hà Nam", ("ubnd", "xa")),
        ("UBND phường Hà Nam", ("uy", "ban", "phuong")),
    ],
)
def test_a_committee_is_called_by_its_own_level_only(issuer: str, called: Words) -> None:
    offices = label(a_loaded_plan(heading=Heading(issuer=issuer, place="Hà Nam", years=(2027,)))).office
    assert called in offices
    assert called[-1] == "tinh" or ("ubnd", "tinh") not in offices


def test_a_province_is_found_however_it_is_written_and_printed_with_accents() -> None:
    written: Words = ("ba", "ria", "vung", "tau")

    assert list(places_in(["so", "y", "te", *written], Phrases.of({written: written}))) == [(3, 7, written)]
    assert printed_places()["ca", "mau"] == "Cà Mau"


@pytest.mark.parametrize(
    ("issuer", "place", "of"),
    [
        ("Bộ Tư pháp", "Hà Nội", ()),
        ("Tổng cục Thống kê", "Hà Nội", ()),
        ("Bộ Chỉ huy Quân sự tỉnh Hà Nam", "Hà Nam", ("ha", "nam")),
        ("Bộ môn Giải phẫu", "Cà Mau", ("ca", "mau")),
        ("Sở Y tế thành phố Hà Nội", "Hà Nội", ("ha", "noi")),
        ("Ban Thường vụ Hội LHPN tỉnh Hà Nam", "Gò Sỏi", ("ha", "nam")),
    ],
)
def test_a_ministry_is_of_no_province_whose_name_may_be_of_a_row(issuer: str, place: str, of: Words) -> None:
    assert label(a_loaded_plan(heading=Heading(issuer=issuer, place=place, years=(2027,)))).place == of

"""Initials of a place behind the word for its level stand for the place of a plan, and for nothing else."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.place_initials import places_of, with_places_written_out

OFFICES = (
    ("tinh", "UBND tỉnh Đồng Xuân", "Đồng Xuân"),
    ("so", "Sở Xây dựng", "Đồng Xuân"),
    ("nam", "Sở Xây dựng tỉnh Nam Hải", "Nam Hải"),
    ("xa", "UBND xã Hòa Tiến", "Hòa Tiến"),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    def heading(issuer: str, place: str) -> Heading:
        return Heading(issuer=issuer, place=place, title="Kế hoạch công tác năm 2027", years=(2027,))

    plans = [
        a_loaded_plan([a_task(task=f"Họp giao ban {stem}", stt=str(at))], stem=stem, heading=heading(issuer, place))
        for at, (stem, issuer, place) in enumerate(OFFICES, 1)
    ]
    return make_snapshot(plans)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param("việc của tỉnh ĐX", "việc của tỉnh Đồng Xuân", id="province"),
        pytest.param("viec cua tinh DX", "viec cua tinh Đồng Xuân", id="without accents"),
        pytest.param("Sở Xây dựng tỉnh NH", "Sở Xây dựng tỉnh Nam Hải", id="behind an agency"),
        pytest.param("xã HT có gì", "xã Hoà Tiến có gì", id="commune"),
        pytest.param("các huyện ở ĐX làm gì", "các huyện ở Đồng Xuân làm gì", id="where a place is due"),
        pytest.param("bên NH làm gì", "bên NH làm gì", id="whose side"),
        pytest.param("bên HT làm gì", "bên HT làm gì", id="no province"),
        pytest.param("bên KH làm gì", "bên KH làm gì", id="a short form that is known"),
        pytest.param("hướng dẫn của tỉnh DX", "hướng dẫn của tỉnh DX", id="another letter"),
        pytest.param("tỉnh đx có gì", "tỉnh đx có gì", id="no capitals"),
        pytest.param("thị xã HT có gì", "thị xã HT có gì", id="a level of two words"),
        pytest.param("huyện HT có gì", "huyện HT có gì", id="another level"),
        pytest.param("tỉnh AB có gì", "tỉnh AB có gì", id="no plan is of it"),
        pytest.param("VIỆC CỦA TỈNH ĐX", "VIỆC CỦA TỈNH ĐX", id="nothing but capitals"),
        pytest.param("ĐX có gì", "ĐX có gì", id="no level"),
    ],
)
def test_only_what_begins_as_the_place_of_a_plan_is_written_out(snapshot: Snapshot, said: str, meant: str) -> None:
    assert with_places_written_out(said, lambda: set(places_of(snapshot.plans))) == meant


def test_initials_of_two_places_stand_for_neither(snapshot: Snapshot) -> None:
    other = Heading(issuer="UBND tỉnh Đông Xá", place="Đông Xá", title="Kế hoạch công tác", years=(2027,))
    plans = (*snapshot.plans, a_loaded_plan([a_task()], stem="khac", heading=other))
    assert with_places_written_out("việc của tỉnh ĐX", lambda: set(places_of(plans))) == "việc của tỉnh ĐX"


@pytest.mark.parametrize("whose", ["Sở Xây dựng tỉnh", "UBND tỉnh"])
def test_an_office_is_that_of_the_place(snapshot: Snapshot, whose: str) -> None:
    said = stts(ask(snapshot, f"liệt kê việc của {whose} ĐX"))
    assert said == stts(ask(snapshot, f"liệt kê việc của {whose} Đồng Xuân"))
    assert said

"""Words that could be the short form of a unit are another word where they were typed with accents."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import make_snapshot
from knowledge.model import Heading
from knowledge.questions.earlier import Earlier
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.reading import Reading
from knowledge.reply import plain


@pytest.fixture(scope="module")
def known() -> Lookup:
    rows = [a_task(task="Xây kho lưu trữ", stt="1", lead=("Công an tỉnh",), coordinate=("Ban Quản lý rừng",))]
    return lookup(make_snapshot([a_loaded_plan(rows)]))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("CA tỉnh làm gì", ["ca tinh"], id="typed as it is"),
        pytest.param("việc của ca tỉnh", ["cua ca tinh"], id="behind a link"),
        pytest.param("kho lưu trữ của cả tỉnh giao cho ai", [], id="the whole, behind a link"),
        pytest.param("cả tỉnh có kho lưu trữ không", [], id="the whole"),
        pytest.param("việc của ban quản lý rừng", ["cua ban quan ly rung"], id="a whole name"),
    ],
)
def test_a_short_form_has_no_accents(known: Lookup, text: str, units: list[str]) -> None:
    spans = Reading(known, date(2027, 3, 1)).spans_of(text, [0], earlier=Earlier())
    assert [folded(" ".join(spans.words[unit.start : unit.end])) for unit in spans.units] == units


@pytest.mark.parametrize("text", ["Phòng Tài nguyên và Môi trường phối hợp việc nào", "Sở Môi trường làm việc gì"])
def test_a_word_that_is_an_article_but_for_its_accents_names_nobody(text: str) -> None:
    rows = [
        a_task(task="Mua cây", stt="1", lead=("Công đoàn trường",), coordinate=("Các phòng",)),
        a_task(task="Họp thôn", stt="2", lead=("Trưởng các thôn",), coordinate=()),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert said.abstained
    assert not any(name in plain(said) for name in ("Công đoàn trường", "Trưởng các thôn", "Các phòng phối hợp"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Đoàn phường Bến Chùa phối hợp mấy việc", ["2"]),
        ("doan phuong ben chua phoi hop may viec", ["2"]),
        ("Công an phường Bến Chùa chủ trì mấy việc", ["2"]),
        ("việc của đoàn phường Bến Chùa", ["1", "2"]),
        ("phường Bến Chùa có mấy việc", ["1", "2"]),
    ],
)
def test_a_level_is_of_the_unit_before_it_and_of_the_plans_place(text: str, rows: list[str]) -> None:
    tasks = [
        a_task(task="Trồng cây xanh", stt="1", lead=("Đoàn TNCS Hồ Chí Minh phường",), coordinate=()),
        a_task(task="Giữ trật tự hội đua ghe", stt="2", lead=("Công an phường",),
               coordinate=("Đoàn TNCS Hồ Chí Minh phường",)),
    ]  # fmt: skip
    heading = Heading(issuer="UBND phường Bến Chùa", place="Bến Chùa", years=(2027,), title="Kế hoạch Lễ hội năm 2027")
    plans = [a_loaded_plan(tasks, heading=heading), a_loaded_plan(stem="other")]
    assert stts(ask(make_snapshot(plans), text)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("pháp ché chủ trì mấy việc", ["1"]),
        ("phòng pháp ché chủ trì mấy việc", ["1"]),
        ("kế toan chủ trì mấy việc", ["2"]),
        ("pháp chế chủ trì mấy việc", ["1"]),
    ],
)
def test_a_slip_in_the_name_of_a_unit_without_its_head_is_one(text: str, rows: list[str]) -> None:
    tasks = [a_task(task="Soạn nội quy bến", stt="1", lead=("Phòng Pháp chế",)),
             a_task(task="Thu phí luồng lạch", stt="2", lead=("Phòng Kế toán",))]  # fmt: skip
    assert stts(ask(make_snapshot([a_loaded_plan(tasks)]), text)) == rows


def test_a_word_that_plans_print_is_no_slip() -> None:
    tasks = [a_task(task="Trồng trà sạch", stt="1", lead=("Thanh tra huyện",)),
             a_task(task="Mua xe", stt="2", lead=("Phòng Kế toán",))]  # fmt: skip
    known = lookup(make_snapshot([a_loaded_plan(tasks)]))
    spans = Reading(known, date(2027, 3, 1)).spans_of("vườn thanh trà giao ai", [0], earlier=Earlier())
    assert not spans.units

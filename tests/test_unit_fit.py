"""Words that could be the short form of a unit are another word where they were typed with accents."""

from datetime import date

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import make_snapshot
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

"""What somebody thinks or has heard behind a question is no part of it."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.asides import without_aside
from knowledge.questions.lookup import lookup
from knowledge.reply import plain

DUE = a_deadline(date(2027, 6, 15))
ROWS = [
    a_task(task="Vận hành kho lưu trữ hồ sơ địa chính", stt="1", lead=("Phòng Đất đai",), coordinate=(), deadline=DUE),
    a_task(task="Nâng cấp phần mềm của Thanh tra huyện", stt="2", lead=("Đội Kỹ thuật",), coordinate=(), deadline=DUE),
    a_task(task="Thu bảo hiểm tàu cá", stt="3", lead=("Chi cục Thủy sản",), coordinate=(), deadline=DUE),
]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    "text",
    [
        "kho lưu trữ hồ sơ địa chính bên nào vận hành? em tưởng Thanh tra huyện cơ",
        "kho luu tru ho so dia chinh ben nao lo? sep cu bao thanh tra huyen",
        "ai vận hành kho lưu trữ hồ sơ địa chính vậy, nghe nói Thanh tra huyện nâng cấp phần mềm",
        "Ai vận hành kho lưu trữ hồ sơ địa chính? Anh bên kia nói Thanh tra huyện.",
        "ai vận hành kho lưu trữ hồ sơ địa chính vậy ạ, khách hỏi em hoài",
        "kho lưu trữ hồ sơ địa chính ai vận hành, trưởng nhóm hối quá",
        "Kho lưu trữ hồ sơ địa chính ai vận hành ạ? Em định ghé mượn bản vẽ.",
        "kho lưu trữ hồ sơ địa chính ai vận hành, kẻo năm ngoái Thanh tra huyện nhắc",
        "ai vận hành kho lưu trữ hồ sơ địa chính, hồi năm ngoái mất hồ sơ bị Thanh tra huyện la hoài",
        "ai van hanh kho luu tru ho so dia chinh vay, chu nam roi giao tre bi la",
    ],
)
def test_what_is_thought_behind_a_question_names_nothing(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("Chủ trì: Phòng Đất đai")


@pytest.mark.parametrize(
    "said", ["còn hạn? sợ trễ quá", "hạn ngày mấy? em lo không kịp", "còn hạn? lo quá trời", "han? so tre qua"]
)
def test_who_is_afraid_behind_a_question_names_nothing(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, "ai thu bảo hiểm tàu cá", said)).startswith("Thời hạn: Trước ngày 15/06/2027")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ai lo? lo kho lưu trữ hồ sơ địa chính", id="a verb of the matter"),
        pytest.param("ai lo? sốt xuất huyết đợt hai", id="an illness"),
        pytest.param("tháng 6 có việc gì? so sánh tháng năm", id="a comparison"),
        pytest.param("ai thu vậy? bảo hiểm tàu cá", id="half of a word"),
        pytest.param("kho luu tru ho so dia chinh ai lo, may cai quy 1 bo qua", id="a thing without accents"),
        pytest.param("ai vận hành? tôi nghe nói kho lưu trữ hồ sơ địa chính", id="no matter of its own in front"),
        pytest.param("kho lưu trữ hồ sơ do ai vận hành, sếp bảo hỏi cả hạn khi nào", id="it asks as well"),
        pytest.param("kho lưu trữ hồ sơ địa chính, nghe nói Phòng Đất đai làm", id="nothing is asked in front"),
        pytest.param("kho lưu trữ hồ sơ địa chính ai làm, mấy việc quá hạn rồi", id="how rows stand"),
        pytest.param("kho lưu trữ hồ sơ địa chính ai làm, phần mềm của Thanh tra chậm quá", id="a thing of the plans"),
        pytest.param("kho lưu trữ hồ sơ địa chính ai làm, riêng năm 2027 rồi", id="a figure"),
        pytest.param("kho lưu trữ hồ sơ địa chính ai làm, năm ngoái", id="a time alone"),
        pytest.param("ai làm kho, năm ngoái nâng cấp phần mềm của Thanh tra huyện", id="a matter of the plans"),
        pytest.param("kho ho so dia chinh ai lam, nam truoc viec nao", id="rows of the year before"),
        pytest.param("kho lưu trữ hồ sơ địa chính, năm ngoái giao trễ bị la", id="nothing is asked before what was"),
        pytest.param("kho lưu trữ hồ sơ địa chính ai làm? em tưởng Thanh tra?", id="what is thought is asked"),
        pytest.param("kho lưu trữ hồ sơ địa chính ai làm? nhớ ghi cả hạn", id="an order to keep in mind"),
        pytest.param("kho luu tru ho so dia chinh ai lam? anh nho ghi ca han", id="an order to somebody"),
        pytest.param("kho lưu trữ hồ sơ địa chính ai làm? nói luôn hạn giúp", id="an order to tell"),
    ],
)
def test_what_belongs_to_the_question_stays(snapshot: Snapshot, text: str) -> None:
    assert without_aside(text, lookup(snapshot).beside) == text

"""A turn that says what was meant instead: only what it says is another, the rest is asked as before."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Task
from knowledge.questions.corrections import corrected
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    def plan(place: str, lead: str, month: int) -> list[Task]:
        due = a_deadline(date(2027, month, 28), text=f"Tháng {month}/2027")
        return [
            a_task(task="Kiểm kê vật tư thủy nông", stt="1", lead=(lead,), deadline=due),
            a_task(task=f"Sơn lại cột mốc {place}", stt="2", lead=("Phòng Kỹ thuật",), deadline=due),
        ]

    heads = {
        stem: Heading(
            number=f"{no}/KH-SNN", issuer=f"Sở Thủy lợi tỉnh {place}", title="Kế hoạch năm 2027", years=(2027,)
        )
        for no, (stem, place) in enumerate({"ha": "Hà Trung", "yen": "Yên Sơn"}.items(), start=3)
    }
    return make_snapshot(
        [
            a_loaded_plan(plan("bến", "Phòng Vật tư", 4), stem="ha", heading=heads["ha"]),
            a_loaded_plan(plan("cầu", "Văn phòng", 9), stem="yen", heading=heads["yen"]),
        ]
    )


@pytest.mark.parametrize(
    "said",
    [
        "Không, mình hỏi bên Sở Thủy lợi Yên Sơn cơ, chứ không phải Hà Trung",
        "nhầm rồi, em hỏi Yên Sơn",
        "không phải, hỏi Yên Sơn kia",
        "à tôi hỏi nhầm, Yên Sơn cơ",
        "em gõ sai rồi, Yên Sơn",
        "ghi lon, Yen Son",
        "lộn, Yên Sơn",
        "ủa nhầm Yên Sơn cơ",
        "thôi nhầm rồi, Yên Sơn kìa em",
        "à em nhầmm, Yên Sơn cơ",
        "chị nhầm chỗ, Yên Sơn chớ",
        "ủa nhầm, Yên Sơn mới đúng",
        "Yên Sơn mới phải",
        "à không, Yên Sơn",
        "khong phai Ha Trung, Yen Son co",
        "xin lỗi, em hỏi Yên Sơn",
        "ý, Yên Sơn kìa con",
    ],
)
def test_another_plan_is_asked_the_same(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, "Hà Trung kiểm kê vật tư thủy nông hạn khi nào", said)).startswith(
        "Thời hạn: Tháng 9/2027"
    )


def test_another_row_is_asked_what_is_said_now(snapshot: Snapshot) -> None:
    turns = ("Hà Trung kiểm kê vật tư hạn nào?", "Sai rồi, tôi hỏi sơn cột mốc cơ, ai lo?")
    answer = ask(snapshot, *turns)
    assert (stts(answer), plain(answer).splitlines()[0]) == (["2"], "Chủ trì: Phòng Kỹ thuật")


@pytest.mark.parametrize(
    "said", ["nhầm, Yên Sơn chứ, tháng mấy", "nham, Yen Son chu, thang may", "lộn, Yên Sơn cơ, hạn nào"]
)
def test_what_stresses_another_plan_is_no_word_of_what_is_asked_behind(snapshot: Snapshot, said: str) -> None:
    turns = ("Hà Trung kiểm kê vật tư thủy nông ai lo", said)
    assert plain(ask(snapshot, *turns)).startswith("Thời hạn: Tháng 9/2027")


def test_another_time_is_that_which_is_not_denied(snapshot: Snapshot) -> None:
    turns = ("Hà Trung quý 2 có gì đến hạn", "không, anh hỏi quý 3 chứ không phải quý 2")
    assert "quý III/2027" in plain(ask(snapshot, *turns)).splitlines()[0]


@pytest.mark.parametrize(
    ("said", "head"),
    [
        pytest.param("à chị nhầm năm, quý II/2027 chớ", "quý II/2027", id="the year, said with its quarter"),
        pytest.param("ủa nhầm, 2027 mới đúng", "quý II/2027", id="the year alone keeps the quarter"),
        pytest.param("lộn năm, quý 3/2027 nha em", "quý III/2027", id="another quarter"),
        pytest.param("a nham, nam 2027", "quý II/2027", id="without accents"),
        pytest.param("còn năm 2027 thì sao", "năm 2027", id="a year that goes on is the whole year"),
    ],
)
def test_a_year_that_was_mistaken(snapshot: Snapshot, said: str, head: str) -> None:
    lines = plain(ask(snapshot, "Hà Trung quý II/2026 có việc gì tới hạn", said)).splitlines()
    assert head in lines[0]


@pytest.mark.parametrize(
    "said",
    [
        "không biết hỏi ai",
        "k.tc quý 3",
        "Không rõ phòng nào phải nói trước",
        "sai sót thì hỏi ai",
        "ai ký, không phải ông A à",
        "Dạ em hỏi việc nào không phải của Văn phòng",
        "Vâng, chị hỏi các việc hạn quý 3",
        "À nói về kinh phí đi",
        "ghi sai số liệu thì ai sửa",
        "không nói tới kinh phí thì có mấy việc",
        "nhầm lẫn số liệu thì ai sửa",
        "ý lớn của mục tiêu là gì",
        "à lớn tuổi thì ai khám",
        "o lon tuoi thi ai kham",
        "nhầm hàng, ai chịu",
        "cô lớn tuổi thì ai khám",
        "em nhậm chức thì ai ký",
        "em nhầm sang kế hoạch khác, kiểm kê vật tư ai làm",
        "à quên, quý 3 nữa",
        "làm sao mới đúng",
        "ai ký mới phải",
        "không có báo cáo mới đúng à",
        "à không có việc",
        "không, cảm ơn em",
        "không, đủ rồi",
        "xin lỗi cho em hỏi quý 3",
        "không, phòng nào khác cơ",
        "Phòng Vật tư chứ không phải Văn phòng à",
        "phòng vật tư chứ không phải văn phòng đúng không",
        "Phòng Vật tư chứ không phải Văn phòng hỉ",
        "Phòng Vật tư chứ không phải Văn phòng vậy hả em",
        "không phải quý 2 mà là quý 3 có việc gì",
        "việc nào không phải của Văn phòng mà của Phòng Vật tư",
    ],
)
def test_what_corrects_nothing_stays_as_it_was_said(said: str) -> None:
    assert corrected(said) == (said, False, False)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("không phải quý 2 mà là quý 3", "quý 3"),
        ("ý em không phải Văn phòng mà là Phòng Vật tư nhé", "Phòng Vật tư"),
        ("khong phai quy 2 ma quy 3", "quy 3"),
        ("không phải chủ trì mà là phối hợp", "phối hợp"),
        ("k.tc mới đúng", "k.tc"),
        ("à quý 3 chứ không phải quý 2", "quý 3"),
        ("Phòng Vật tư chứ không phải Văn phòng ạ", "Phòng Vật tư"),
        ("không phải chỉ quý 2 mà cả quý 3", "quý 2 và quý 3"),
        ("khong phai moi quy 2 ma con quy 3 nua", "quy 2 va quy 3"),
        ("không phải riêng tháng 4, mà cả tháng 10", "tháng 4 và tháng 10"),
        ("không phải chỉ chủ trì mà phối hợp nữa", "chủ trì và phối hợp"),
    ],
)
def test_what_is_set_against_another_is_meant_instead(said: str, meant: str) -> None:
    assert (corrected(said).text.strip(), corrected(said).instead) == (meant, True)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("không phải chỉ quý 2 mà cả quý 3", ("quý 2 và quý 3", True, False)),
        ("không phải chỉ Văn phòng mà cả Phòng Vật tư", ("Văn phòng và Phòng Vật tư cùng làm", False, True)),
        ("khong phai chi van phong ma ca phong vat tu", ("van phong va phong vat tu cung lam", False, True)),
    ],
)
def test_a_unit_alone_is_said_to_have_a_row_too(said: str, meant: tuple[str, bool, bool]) -> None:
    assert corrected(said, of_row=True) == meant


@pytest.mark.parametrize(
    "said", ["không phải chỉ Phòng Kỹ thuật mà còn Văn phòng nữa", "khong phai rieng phong ky thuat ma ca van phong"]
)
def test_another_unit_that_is_said_to_have_a_row_too_is_to_be_confirmed(snapshot: Snapshot, said: str) -> None:
    assert plain(ask(snapshot, "Yên Sơn sơn lại cột mốc cầu ai lo", said)).startswith(
        "Không đúng. Chủ trì: Phòng Kỹ thuật"
    )


@pytest.mark.parametrize("opening", ["Dạ em hỏi", "Vâng, anh hỏi", "À không, ý em là", "da em hoi"])
def test_what_a_list_is_not_to_hold_is_denied_in_any_opening(snapshot: Snapshot, opening: str) -> None:
    asked = f"{opening} Hà Trung có việc nào không phải của Phòng Vật tư"
    assert stts(ask(snapshot, asked)) == ["2"]


def test_a_polite_opening_asks_a_list_of_its_own(snapshot: Snapshot) -> None:
    turns = ("Liệt kê việc của Phòng Vật tư Hà Trung", "Dạ em hỏi các việc của Hà Trung hạn quý 2")
    assert stts(ask(snapshot, *turns)) == ["1", "2"]

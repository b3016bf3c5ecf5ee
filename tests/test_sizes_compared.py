"""What is compared by its size: rows by the figures of their products, one matter of two plans."""

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.answers.amounts_beside import amounts_beside
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.questions.query import Intent
from knowledge.questions.sizes_compared import asked_of_sizes, compares_sizes
from knowledge.reply import line_text

PARK = Heading(issuer="Ban Quản lý Vườn quốc gia Hòn Mây", place="Hòn Mây", title="Kế hoạch Rừng 2027", years=(2027,))
TOWN = Heading(issuer="UBND xã Suối Đá", place="Suối Đá", title="Kế hoạch Nông thôn 2027", years=(2027,))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    wood = [
        a_task(stt="1", task="Phát dọn đường băng cản lửa", result="31 km đường băng", lead=("Hạt Kiểm lâm",)),
        a_task(stt="2", task="Tập huấn chữa cháy rừng", result="05 lớp, 410 người", lead=("Hạt Kiểm lâm",)),
    ]
    town = [
        a_task(stt="3", task="Phát dọn đường băng ven rẫy", result="9,5 km đường băng thông thoáng", lead=("Xã đội",)),
        a_task(stt="4", task="Dạy nghề ghép cành", result="02 lớp, 64 học viên", lead=("Hội Nông dân",)),
        a_task(stt="5", task="Trồng tre giữ đất", result="7.000 gốc tre trên 12 km bờ suối", lead=("Đoàn xã",)),
    ]
    return make_snapshot([a_loaded_plan(wood, stem="vuon", heading=PARK), a_loaded_plan(town, stem="xa", heading=TOWN)])


@pytest.mark.parametrize(
    ("text", "rows", "head"),
    [
        pytest.param("phát dọn đường băng của Vườn quốc gia với của xã Suối Đá thì bên nào dài hơn, mỗi bên mấy cây số",
                     ["1", "3"], "Vườn quốc gia Hòn Mây năm 2027 nhiều hơn. Sản phẩm:", id="one matter of two plans"),
        pytest.param("phat don duong bang o xa Suoi Da voi o Hon May ben nao dai hon", ["3", "1"],
                     "Vườn quốc gia Hòn Mây năm 2027 nhiều hơn. Sản phẩm:", id="without accents"),
        pytest.param("tập huấn chữa cháy rừng với dạy nghề ghép cành, cái nào nhiều học viên hơn", ["2", "4"],
                     "“Tập huấn chữa cháy rừng” nhiều hơn. Sản phẩm:", id="people by another word"),
        pytest.param("dạy nghề ghép cành và tập huấn chữa cháy rừng, mỗi bên mấy người học", ["4", "2"],
                     "“Tập huấn chữa cháy rừng” nhiều hơn. Sản phẩm:", id="how many each"),
        pytest.param("trồng tre giữ đất với phát dọn đường băng ven rẫy, bên nào nhiều ki-lô-mét hơn", ["5", "3"],
                     "“Trồng tre giữ đất” nhiều hơn. Sản phẩm:", id="one of two figures, a word with dashes"),
    ],
)  # fmt: skip
def test_what_is_larger_is_told_of_both(snapshot: Snapshot, text: str, rows: list[str], head: str) -> None:
    said = ask(snapshot, text)
    assert sorted(stts(said)) == sorted(rows)
    assert head in line_text(said.head[0])


def test_the_most_of_three_of_which_one_is_lost_is_asked_back(snapshot: Snapshot) -> None:
    said = ask(snapshot, "trồng tre giữ đất, phát dọn đường băng ven rẫy, cáp treo: cái nào dài nhất")
    assert said.tentative or said.abstained


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("A với B bên nào dài hơn, mỗi bên mấy cây số", "bên nào dài hơn mỗi bên mấy cây số"),
        ("lớp nào đông học viên hơn", "lớp nào đông học viên hơn"),
        ("A và B mỗi lớp bao nhiêu người", "mỗi lớp bao nhiêu người"),
        ("bên nào nhiều việc hơn", ""),
        ("mỗi bên mấy việc", ""),
        ("mỗi bên mấy triệu", ""),
        ("mỗi đợt mấy ngày", ""),
    ],
)
def test_where_sizes_are_asked_for(text: str, asked: str) -> None:
    words = text.replace(",", "").split()
    places = sorted(asked_of_sizes(words))
    assert " ".join(words[at] for at in places) == asked
    assert compares_sizes(words) is bool(asked)


@pytest.mark.parametrize(
    ("texts", "asked", "amounts"),
    [
        (("05 lớp, 410 người", "02 lớp, 64 học viên"), "cái nào nhiều học viên hơn", [410, 64]),
        (("05 lớp, 410 người", "02 lớp, 64 học viên"), "cái nào nhiều lớp hơn", [5, 2]),
        (("45 km kênh", "7.000 gốc tre trên 6,5 km"), "bên nào dài hơn", [45, 6.5]),
        (("40 camera", "320 bóng đèn"), "cái nào nhiều hơn", [40, 320]),
        (("05 lớp, 410 người", "02 lớp, 64 học viên"), "cái nào nhiều hơn", [None, None]),
    ],
)
def test_of_several_figures_the_one_that_is_compared_counts(
    texts: tuple[str, ...], asked: str, amounts: list[float | None]
) -> None:
    assert amounts_beside(Intent.RESULT, texts, asked) == amounts

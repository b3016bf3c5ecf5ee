"""A row that was told some turns ago and is come back to, by its words or as the one before the last."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.reply import plain

WINDMILL, WELL = "ai sửa cối xay gió?", "thế đào giếng khơi thì ai"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    def due(month: int) -> dict[str, object]:
        return {"deadline": a_deadline(date(2027, month, 28), text=f"Tháng {month}/2027")}

    rows = [
        a_task(stt="1", task="Sửa cối xay gió", lead=("Tổ Mộc",), coordinate=("Tổ Rèn",), **due(4)),
        a_task(stt="2", task="Đào giếng khơi", lead=("Tổ Giếng",), coordinate=("Tổ Xe",), **due(6)),
        a_task(stt="3", task="Lợp mái kho", lead=("Tổ Mộc",), coordinate=("Tổ Kho",), result="40 bến tôn", **due(8)),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    ("turns", "row", "says"),
    [
        ((WINDMILL, WELL, "cái cối xay hồi nãy bao giờ xong"), "1", "Tháng 4/2027"),
        ((WINDMILL, WELL, "ai phối hợp vụ cối xay lúc nãy"), "1", "Tổ Rèn"),
        ((WINDMILL, WELL, "vu coi xay hoi nay han khi nao"), "1", "Tháng 4/2027"),
        ((WINDMILL, WELL, "cái ban nãy hạn khi nào"), "1", "Tháng 4/2027"),
        ((WINDMILL, WELL, "tháng 8 có việc gì", "vụ giếng khi nãy ai phối hợp"), "2", "Tổ Xe"),
        ((WINDMILL, "cái hồi nãy hạn khi nào"), "1", "Tháng 4/2027"),
        ((WINDMILL, WELL, "việc đó hạn khi nào"), "2", "Tháng 6/2027"),
        ((WINDMILL, WELL, "cái lợp mái hồi nãy ai lo"), "3", "Tổ Mộc"),
        ((WINDMILL, WELL, "cái lúc nãy đào ở giếng nào"), "2", "Đào giếng khơi"),
        (("ai lợp mái kho", WINDMILL, WELL, "cái lúc nãy mấy bến"), "3", "40 bến tôn"),
        (("ai lợp mái kho", WINDMILL, WELL, "cái ban nãy ai phối hợp"), "1", "Tổ Rèn"),
    ],
    ids=["by its words", "behind what is asked", "without accents", "before the last", "over a list", "the only one",
         "that is the last", "never told", "by what is asked", "by what is counted", "by nothing that is asked"],
)  # fmt: skip
def test_a_row_of_an_earlier_answer_is_come_back_to(
    snapshot: Snapshot, turns: tuple[str, ...], row: str, says: str
) -> None:
    said = ask(snapshot, *turns)
    assert stts(said) == [row]
    assert says in plain(said)


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("2 việc đầu tốn bao nhiêu", ["1", "2"]), ("2 viec cuoi het nhieu tien", ["2", "3"]),
        ("cho hỏi hai việc đầu sản phẩm là gì", ["1", "2"]), ("hai cái cuối cùng ghi kinh phí bao nhiêu", ["2", "3"]),
        ("việc đầu tốn bao nhiêu", ["1"]),
    ],
)  # fmt: skip
def test_several_rows_at_an_end_of_a_list_are_asked_about_together(
    snapshot: Snapshot, said: str, rows: list[str]
) -> None:
    answer = ask(snapshot, "năm 2027 có những việc gì", said)
    assert stts(answer) == rows or (len(rows) == 1 and answer.abstained)


@pytest.mark.parametrize(
    "said",
    [
        "ai lo hai việc đó", "cả hai cái đó ai làm", "hai viec do ai lam", "hai việc ấy thuộc tổ nào",
        "hai viec ay thuoc to nao", "2 viec nay thuoc to nao", "hai viec ay lam xong truoc thang may",
    ],
)  # fmt: skip
def test_the_rows_of_the_last_answers_are_asked_about_together(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, WINDMILL, WELL, said)
    assert stts(answer) == ["1", "2"]
    assert not answer.tentative


@pytest.mark.parametrize(
    ("said", "rows"),
    [("hai việc đầu ai phối hợp", ["1", "2"]), ("2 cái cuối hạn khi nào", ["2", "3"]), ("cái đầu ai phối hợp", ["1"])],
)
def test_the_first_or_last_rows_of_a_list_are_asked_about_together(
    snapshot: Snapshot, said: str, rows: list[str]
) -> None:
    assert stts(ask(snapshot, "năm 2027 có việc gì đến hạn", said)) == rows


def test_which_of_two_told_rows_is_sooner(snapshot: Snapshot) -> None:
    assert "“Sửa cối xay gió” đến hạn trước" in plain(ask(snapshot, WINDMILL, WELL, "hai việc đó cái nào xong trước"))


@pytest.mark.parametrize(
    "turns", [(WINDMILL, "ai lo hai việc đó"), (WINDMILL, WELL, "2 viec do to moc lam la gi")], ids=["one", "by a unit"]
)
def test_what_points_at_no_two_rows_is_of_none(snapshot: Snapshot, turns: tuple[str, ...]) -> None:
    assert stts(ask(snapshot, *turns)) != ["1", "2"]

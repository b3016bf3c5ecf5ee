"""The shape that other programs read."""

from datetime import date

from builders import a_deadline, a_plan, a_task

from knowledge.model import Doubt, Place, Target
from knowledge.plan.interchange import plan_json


def test_a_row_has_every_field_of_the_design() -> None:
    task = a_task(
        section=("II. Cải cách", "1. Kiểm soát"),
        stt="1.2",
        objective="100% đúng hạn",
        person="Phó Giám đốc Trần Văn An",
        deadline=a_deadline(date(2027, 5, 31), text="Chậm nhất trong tháng 5/2027"),
        place=Place(lines=(313, 314)),
    )
    (row,) = plan_json(a_plan([task]))["tasks"]
    assert row == {
        "kind": "table",
        "section": ["II. Cải cách", "1. Kiểm soát"],
        "stt": "1.2",
        "stt_inherited": False,
        "objective": "100% đúng hạn",
        "task": "Số hóa hồ sơ thủ tục hành chính đang còn hiệu lực",
        "activity": None,
        "result": "Hồ sơ được số hóa",
        "lead": ["Văn phòng Sở"],
        "lead_raw": "Văn phòng Sở",
        "coordinate": ["Phòng Cải cách hành chính"],
        "coordinate_raw": "Phòng Cải cách hành chính",
        "deadline": {"text": "Chậm nhất trong tháng 5/2027", "kind": "date", "due": ["2027-05-31"]},
        "budget": None,
        "status": None,
        "person": "Phó Giám đốc Trần Văn An",
        "note": None,
        "lines": [313, 314],
        "page": None,
    }


def test_a_row_of_a_word_table_has_its_place_in_words() -> None:
    (row,) = plan_json(a_plan([a_task(place=Place(at="table 1 row 12"))]))["tasks"]
    assert (row["lines"], row["page"], row["place"]) == (None, None, "table 1 row 12")


def test_columns_of_their_own_name_are_kept() -> None:
    (row,) = plan_json(a_plan([a_task(extra=(("Ghi chú", "Làm thử"),))]))["tasks"]
    assert row["extra"] == {"Ghi chú": "Làm thử"}


def test_the_plan_its_targets_and_its_doubts_are_told() -> None:
    plan = a_plan(
        targets=(Target("Đúng hạn đạt 97%", ("97%",), place=Place(lines=(60, 60))),),
        doubts=(Doubt("Dòng 3: cần xem lại", Place(lines=(450, 450))), Doubt("Trang mờ", Place(page=2))),
    )
    told = plan_json(plan)
    assert told["source"] == "ke-hoach-2027.txt"
    assert told["plan"]["number"] == "12/KH-SNV"
    assert told["plan"]["signer"] == {"name": None, "post": None}
    assert [(t["text"], t["values"], t["lines"]) for t in told["targets"]] == [("Đúng hạn đạt 97%", ["97%"], [60, 60])]
    assert told["warnings"] == [
        {"line": 450, "message": "Dòng 3: cần xem lại"},
        {"line": None, "message": "Trang mờ", "page": 2},
    ]

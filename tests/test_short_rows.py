"""Rows in the short forms of chats are written out where they are rows, and nowhere else."""

import pytest

from knowledge.questions.short_rows import rows_in_full

BESIDE = {("đồng", "khoán"), ("ký", "hợp"), ("theo", "hướng"), ("dẫn", "liên"), ("lập", "danh"), ("trưởng", "khu"),
          ("người", "bệnh")}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("tổ 3 phối hợp mấy hđ", "tổ 3 phối hợp mấy hoạt động", id="counted"),
        pytest.param("bn hđ chưa xong", "bao nhiêu hoạt động chưa xong", id="counted, how many shortened"),
        pytest.param("hd nao cua to 3", "hoạt động nao cua to 3", id="asked for, without accents"),
        pytest.param("list các vc của tổ 3", "list các việc của tổ 3", id="listed, with an article"),
        pytest.param("ds vc tổ 3", "danh sách việc tổ 3", id="listed"),
        pytest.param("tháng 8 vc đến hạn", "tháng 8 việc đến hạn", id="fall due"),
        pytest.param("hđ này ai lo", "hoạt động này ai lo", id="pointed at"),
        pytest.param("ds nv tổ 3", "danh sách nv tổ 3", id="a list in short"),
        pytest.param("cho e xin ds các việc tổ 3", "cho e xin danh sách các việc tổ 3", id="of rows with an article"),
        pytest.param("ls vc tổ 3", "danh sách việc tổ 3", id="both in short"),
        pytest.param("lk cong viec to 3", "liệt kê cong viec to 3", id="without accents"),
        pytest.param("việc không có đv phối hợp", "việc không có đơn vị phối hợp", id="any unit before a role"),
        pytest.param("cq nao chu tri", "cơ quan nao chu tri", id="any unit asked for"),
        pytest.param("lễ kỳ yên kp bn", "lễ kỳ yên kinh phí bao nhiêu", id="money asked for"),
        pytest.param("kp lễ kỳ yên", "kinh phí lễ kỳ yên", id="money first"),
        pytest.param("lễ kỳ yên kp lấy từ đâu", "lễ kỳ yên kinh phí lấy từ đâu", id="where money is from"),
        pytest.param("các kp dự thi", "các kp dự thi", id="quarters with an article"),
        pytest.param("bao nhiêu kp", "bao nhiêu kp", id="quarters counted"),
        pytest.param("trưởng kp", "trưởng kp", id="a quarter by the word before"),
        pytest.param(
            "khám bn ngoại trú khi nào", "khám người bệnh ngoại trú khi nào", id="patients as the plans call them"
        ),
        pytest.param("bn hài lòng bao nhiêu", "người bệnh hài lòng bao nhiêu", id="patients where a figure is asked"),
        pytest.param("bn khám ở đâu", "người bệnh khám ở đâu", id="patients where a place is asked"),
        pytest.param("đạt bn %", "đạt bao nhiêu %", id="a share"),
        pytest.param("cấp cho bn người", "cấp cho bao nhiêu người", id="people counted"),
        # neighbours: contracts, guides and staff
        pytest.param("mấy hđ khoán", "mấy hđ khoán", id="a thing by the word behind"),
        pytest.param("ký mấy hđ vậy", "ký mấy hđ vậy", id="a thing by what is done with it"),
        pytest.param("theo hd nào", "theo hd nào", id="a thing by the word before"),
        pytest.param("các vc đi học", "các vc đi học", id="staff"),
        pytest.param("hđ với trường khi nào ký", "hđ với trường khi nào ký", id="told of, not asked for"),
        pytest.param("rà soát ds hộ nghèo", "rà soát ds hộ nghèo", id="a list of another thing"),
        pytest.param("tổ lập ds nv y tế", "tổ lập ds nv y tế", id="a list that the plans have"),
        pytest.param("đv y tế có gì", "đv y tế có gì", id="a unit of a field"),
        pytest.param("hd liên ngành", "hd liên ngành", id="a topic"),
    ],
)
def test_a_short_form_is_taken_for_rows(typed: str, meant: str) -> None:
    read = rows_in_full(typed.split(), lambda left, right: (left, right) in BESIDE)
    assert " ".join(read) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("kp 3 nộp báo cáo khi nào", "kp 3 nộp báo cáo khi nào", id="a quarter first"),
        pytest.param("kp lấy từ đâu", "kinh phí lấy từ đâu", id="money first, and where it is from"),
        pytest.param("kp hội thao bao nhiêu", "kinh phí hội thao bao nhiêu", id="money first, and how much last"),
        pytest.param("kp 3 có bao nhiêu việc", "kp 3 có bao nhiêu việc", id="rows of a quarter counted"),
        pytest.param("lễ kỳ yên kp bn", "lễ kỳ yên kinh phí bao nhiêu", id="money asked for"),
    ],
)
def test_money_is_told_from_quarters_where_the_plans_have_them(typed: str, meant: str) -> None:
    read = rows_in_full(typed.split(), lambda left, right: (left, right) in {("khu", "phố"), ("trưởng", "khu")})
    assert " ".join(read) == meant


def test_how_many_is_no_patient_where_the_plans_have_none() -> None:
    beside = {("nhân", "dân"), ("luyện", "bệnh")}
    read = rows_in_full(["huấn", "luyện", "bn", "dân", "quân"], lambda left, right: (left, right) in beside)
    assert " ".join(read) == "huấn luyện bao nhiêu dân quân"

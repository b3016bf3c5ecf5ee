"""A turn that goes on about the row that was told in words that no row has, and one that names another matter."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    library = [
        a_task(task="Khắc phục mối mọt, chống ẩm kho sách", stt="1", lead=("Phòng Hành chính",), result="Biên bản",
               coordinate=("UBND tỉnh Hà Trung",), deadline=a_deadline(date(2027, 7, 31), text="Tháng 7/2027")),
        a_task(task="Mở lớp dạy vẽ cho thiếu nhi", stt="2", lead=("Phòng Thiếu nhi",), result="12 lớp dạy vẽ",
               coordinate=("Các đơn vị thuộc Sở",), deadline=a_deadline(date(2027, 8, 31), text="Tháng 8/2027")),
        a_task(task="Phát hành bản tin, thông báo giờ mở cửa", stt="3", lead=("Phòng Tin học",), coordinate=()),
    ]  # fmt: skip
    ward = [
        a_task(task="Sửa chữa cổng làng bị đổ", stt="7", lead=("Ban Kinh tế",), result="Cổng làng",
               coordinate=(), deadline=a_deadline(date(2027, 12, 25), text="Trước ngày 25/12/2027")),
    ]  # fmt: skip
    other = Heading(
        number="5/KH-UBND", issuer="UBND phường Tân Lộc", title="Kế hoạch Chỉnh trang phường", years=(2027,)
    )
    return make_snapshot([a_loaded_plan(library), a_loaded_plan(ward, stem="phuong", heading=other)])


MOTH = "kho sách bị mối mọt thì khắc phục thế nào"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param("phun thuốc xong cần lập gì", "Sản phẩm: Biên bản", id="words that no row has"),
        pytest.param("ai vác đồ nghề tới", "Chủ trì: Phòng Hành chính", id="who, in words of one's own"),
    ],
)
def test_a_field_asked_in_other_words_is_asked_back_of_the_row_that_was_told(
    snapshot: Snapshot, said: str, told: str
) -> None:
    answer = ask(snapshot, MOTH, said)
    assert (stts(answer), answer.tentative) == (["1"], True)
    assert told in plain(answer)


def test_one_verb_behind_what_is_asked_does_not_lead_to_the_row_of_another_plan(snapshot: Snapshot) -> None:
    answer = ask(snapshot, MOTH, "chừng nào chữa xong")
    assert (stts(answer), answer.tentative) == (["1"], True)
    assert "Thời hạn: Tháng 7/2027" in plain(answer)


@pytest.mark.parametrize("said", ["ai dạy", "bao giờ dạy", "vậy khi nào mở", "khi nao mo", "lớp đó khi nào xong"])
def test_one_verb_of_another_row_of_the_same_plan_is_of_that_row(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, MOTH, said)) == ["2"]


@pytest.mark.parametrize("said", ["ai phát", "chậm nhất bữa nào phát", "vậy ai thông", "khi nào báo"])
def test_half_of_a_word_of_another_row_does_not_lead_to_it(snapshot: Snapshot, said: str) -> None:
    assert stts(ask(snapshot, MOTH, said)) == ["1"]


@pytest.mark.parametrize("said", ["vậy khi nào họp", "bao giờ bầu", "ai bán", "khi nào sửa"])
def test_a_verb_that_the_row_does_not_have_is_asked_back(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, MOTH, said)
    assert (stts(answer), answer.tentative) == (["1"], True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param("vậy tính từ bữa nay ra còn mấy ngày lận", "Thời hạn: Tháng 7/2027", id="opened as going on"),
        pytest.param("rồi những bên nào phụ họ", "Phối hợp: UBND tỉnh Hà Trung", id="who was told"),
        pytest.param("đợt phun thuốc ấy rơi vào ngày mấy", "Thời hạn: Tháng 7/2027", id="a thing pointed at"),
        pytest.param("cái đó có ngày kết thúc không hay làm hoài", "Khắc phục mối mọt", id="no field that is known"),
    ],
)
def test_a_turn_that_points_back_is_about_the_row_that_was_told(snapshot: Snapshot, said: str, told: str) -> None:
    answer = ask(snapshot, MOTH, said)
    assert (stts(answer), answer.abstained) == (["1"], False)
    assert told in plain(answer)


def test_the_turns_after_it_stay_with_that_row(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, MOTH, "chừng nào chữa xong", "vậy phòng nào đứng ra làm")).startswith(
        "Chủ trì: Phòng Hành chính"
    )


def test_which_province_helps_names_no_plan(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, MOTH, "tỉnh nào cùng tham gia")).startswith("Phối hợp: UBND tỉnh Hà Trung")


def test_the_units_that_help_are_no_collective_unit(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, MOTH, "Thế đơn vị phối hợp thì sao")).startswith("Phối hợp: UBND tỉnh Hà Trung")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("còn vé xem xiếc thì ai bán", id="another matter"),
        pytest.param("vậy bán vé xem xiếc thú ở rạp trung tâm khi nào", id="opened so, in many words"),
        pytest.param("thế còn vé xem xiếc thú ở rạp trung tâm ai bán", id="another matter, opened as going on"),
        pytest.param("ai bán vé xem xiếc thú ở rạp trung tâm", id="many words of another matter"),
    ],
)
def test_another_matter_that_no_plan_has_is_not_that_row(snapshot: Snapshot, said: str) -> None:
    assert ask(snapshot, MOTH, said).abstained


def test_a_row_that_the_words_do_find_is_that_row(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, MOTH, "lớp dạy vẽ thiếu nhi ai mở")) == ["2"]


def test_nothing_is_gone_on_with_behind_a_turn_that_was_not_answered(snapshot: Snapshot) -> None:
    assert ask(snapshot, "ai bán vé xem xiếc", "chừng nào diễn").abstained


@pytest.mark.parametrize("said", ["cái đó chốt trước ngày nào nhỉ", "việc ấy bao giờ chốt vậy"])
def test_the_one_row_of_a_list_is_pointed_at_with_a_verb_that_no_row_has(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "Ban Kinh tế chủ trì việc gì", said)
    assert stts(answer) == ["7"]
    assert "25/12/2027" in plain(answer)


@pytest.mark.parametrize(
    "said",
    [
        "kể tên mấy đơn vị đi cùng với Phòng Thiếu nhi lớp đó",
        "liệt kê các đơn vị phối hợp cùng Phòng Thiếu nhi",
        "kể tên mấy bên làm cùng Phòng Thiếu nhi việc đó",
        "vậy kể tên mấy phường đi cùng với Phòng Thiếu nhi lớp đó",
        "phường nào tham gia",
        "hợp tác xã nào tham gia vậy",
    ],
)
def test_who_else_has_a_part_is_asked_of_the_row_though_its_own_unit_is_named(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "lớp dạy vẽ cho thiếu nhi ai mở", said)
    assert stts(answer) == ["2"]
    assert "Phối hợp: Các đơn vị thuộc Sở" in plain(answer)


@pytest.mark.parametrize("asked", ["cho xin danh sách các đơn vị phối hợp", "danh sách bên tham gia"])
def test_a_list_of_those_who_help_with_a_thing_is_its_cell(snapshot: Snapshot, asked: str) -> None:
    answer = ask(snapshot, f"{asked} mở lớp dạy vẽ cho thiếu nhi")
    assert stts(answer) == ["2"]
    assert plain(answer).startswith("Phối hợp: Các đơn vị thuộc Sở")


@pytest.mark.parametrize("said", ["Phòng Thiếu nhi còn chủ trì việc gì", "kể tên các việc Phòng Hành chính chủ trì"])
def test_what_else_a_unit_has_is_a_list_of_its_rows(snapshot: Snapshot, said: str) -> None:
    answer = ask(snapshot, "lớp dạy vẽ cho thiếu nhi ai mở", said)
    assert answer.intent == "unit_tasks"


@pytest.mark.parametrize(("said", "row"), [("vườn ấy bao giờ dậm", "9"), ("cổng đó ai hùn sức", "7")])
def test_a_thing_of_one_row_of_a_list_points_at_it(said: str, row: str) -> None:
    ward = [
        a_task(task="Sửa chữa cổng làng bị đổ", stt="7", lead=("Ban Kinh tế",),
               deadline=a_deadline(date(2027, 12, 25), text="Trước ngày 25/12/2027")),
        a_task(task="Trồng bù vườn thuốc nam", stt="9", lead=("Ban Kinh tế",),
               deadline=a_deadline(date(2027, 6, 25), text="Trước ngày 25/6/2027")),
        a_task(task="Dọn vườn hoa trước chợ", stt="11", lead=("Ban Văn hóa",),
               deadline=a_deadline(date(2027, 2, 25), text="Trước ngày 25/02/2027")),
    ]  # fmt: skip
    answer = ask(make_snapshot([a_loaded_plan(ward)]), "Ban Kinh tế chủ trì việc gì", said)
    assert stts(answer) == [row]


@pytest.mark.parametrize("said", ["phòng mình có phối hợp không", "phong em co phoi hop khong", "phòng có phối hợp ko"])
def test_a_word_for_a_unit_leads_to_no_row_that_such_a_unit_has(said: str) -> None:
    rows = [
        a_task(task="Khám sức khỏe cho người cao tuổi", stt="1", lead=("Trạm Y tế",), coordinate=()),
        a_task(task="Lắp camera ở ngã ba chợ", stt="3", lead=("Công an xã",), coordinate=("Phòng Kinh tế",)),
        a_task(task="Nạo vét mương", stt="7", lead=("Phòng Kinh tế",), coordinate=()),
    ]
    assert stts(ask(make_snapshot([a_loaded_plan(rows)]), "khám sức khỏe ai làm", said)) == ["1"]


@pytest.mark.parametrize(
    ("turns", "row"),
    [
        pytest.param(("Trạm Y tế chủ trì việc gì", "chợ đó ai phối hợp"), "9", id="a thing of another row of the list"),
        pytest.param(("Phòng Kinh tế chủ trì việc gì", "chợ đó ai lo"), "8", id="a thing of a row elsewhere as well"),
        pytest.param(("Phòng Kinh tế chủ trì việc gì", "quỹ đó ai lo"), "7", id="a thing and no quarter"),
        pytest.param(("khám sức khỏe ai làm", "quỹ ấy bao giờ lập"), "7", id="behind one row"),
        pytest.param(("Phòng Kinh tế chủ trì việc gì", "camera ở ngã ba chợ đó ai lo"), "3", id="more of another"),
    ],
)
def test_a_thing_that_is_pointed_at_is_no_word_with_other_accents(turns: tuple[str, ...], row: str) -> None:
    rows = [
        a_task(task="Khám sức khỏe cho người cao tuổi quý I", stt="1", lead=("Trạm Y tế",), coordinate=()),
        a_task(task="Lắp camera ở ngã ba chợ", stt="3", lead=("Công an xã",), coordinate=()),
        a_task(task="Lập quỹ khuyến học", stt="7", lead=("Phòng Kinh tế",), coordinate=()),
        a_task(task="Xây dựng kế hoạch kiểm tra vệ sinh chợ", stt="8", lead=("Phòng Kinh tế",), coordinate=()),
        a_task(task="Triển khai kiểm tra vệ sinh chợ", stt="9", lead=("Trạm Y tế",), coordinate=("Công an xã",)),
    ]
    answer = ask(make_snapshot([a_loaded_plan(rows)]), *turns)
    assert (stts(answer), answer.tentative) == ([row], False)


def test_a_slip_in_the_accents_of_the_question_before_leads_to_no_other_row() -> None:
    rows = [
        a_task(task="Rà soát hồ sơ đất", stt="1", lead=("Phòng Kinh tế",), coordinate=("Trạm Y tế",)),
        a_task(task="Rà soát hồ sơ đất công", stt="2", lead=("Công an xã",), coordinate=("Đội Thuế",)),
    ]
    answer = ask(make_snapshot([a_loaded_plan(rows)]), "rà sóat hồ sơ đất năm tới ai lãnh", "ai phối hợp")
    assert (stts(answer), answer.tentative) == (["1"], False)


@pytest.fixture(scope="module")
def figures() -> Snapshot:
    aims = (Passage("Trồng mới 900 ha, trong đó rừng gỗ lớn 300 ha.", ("I. CHỈ TIÊU",)),)
    rows = [
        a_task(task="Bồi dưỡng kỹ năng cho nhà nông", stt="1", lead=("Phòng Khuyến nông",),
               result="03 lớp, 130 nhà nông được cấp chứng nhận",
               deadline=a_deadline(text="Thường xuyên; riêng lớp ghép cành trong tháng 5")),
        a_task(task="Dạy ghép cành cho học sinh", stt="2", lead=("Phòng Giáo dục",), result="01 lớp"),
    ]  # fmt: skip
    other = [a_task(task="Tập huấn lặn biển", stt="8", lead=("Đội Lặn",), result="90 người được cấp giấy chứng nhận")]
    sea = Heading(number="5/KH-UBND", issuer="UBND phường Tân Lộc", title="Kế hoạch Biển", years=(2027,))
    return make_snapshot([a_loaded_plan(rows, passages=aims), a_loaded_plan(other, stem="bien", heading=sea)])


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("ai bồi dưỡng kỹ năng cho nhà nông", "bao nhiêu người được cấp chứng nhận"), "130 nhà nông"),
        (("ai bồi dưỡng kỹ năng cho nhà nông", "riêng lớp ghép cành thì khi nào"), "Thường xuyên; riêng"),
        (
            ("ai bồi dưỡng kỹ năng cho nhà nông", "tập huấn lặn biển bao nhiêu người được cấp giấy chứng nhận"),
            "90 người",
        ),
        (("trồng mới bao nhiêu ha", "trong đó gỗ lớn thì mấy ha"), "300 ha"),
    ],
    ids=["a figure of the row and not of another plan", "a part of the row", "another row by its words", "inside it"],
)
def test_a_turn_is_of_what_was_told(figures: Snapshot, turns: tuple[str, ...], says: str) -> None:
    assert says in plain(ask(figures, *turns))


@pytest.mark.parametrize(
    "turn",
    ["trong đó ghép cành mấy lớp", "trong do bong bach dan bao nhieu ha", "trong đó thông nhựa bao nhiêu"],
    ids=["of another row", "of no row, without accents", "of no row"],
)
def test_a_figure_that_stands_not_inside_is_none_for_certain(figures: Snapshot, turn: str) -> None:
    said = ask(figures, "trồng mới bao nhiêu ha", turn)
    assert said.tentative or said.abstained


def test_a_figure_that_another_sentence_tells_is_that_and_none_of_the_row() -> None:
    row = a_task(task="Phân luồng xe giờ đón trẻ trước cổng trường", stt="1", lead=("Công an xã",), coordinate=())
    passage = Passage("Tỷ lệ hộ nghèo giảm còn 3,2%", ("3. Chỉ tiêu",))
    plan = make_snapshot([a_loaded_plan([row], passages=(passage,))])
    for said in ("hộ nghèo năm ni phải rút xuống còn mấy phần trăm rứa", "vậy hộ nghèo năm nay còn mấy phần trăm"):
        assert "Tỷ lệ hộ nghèo giảm còn 3,2%" in plain(ask(plan, "ai phân luồng xe đón trẻ", said))

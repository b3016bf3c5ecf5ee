"""A list of a unit or of a time is given in whatever words it is asked for, where nothing else could be meant."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain

HOSTS, GUARDS, PORT = "Phòng Lữ hành", "Đội Cứu hộ bãi tắm", "Ban Quản lý bến thuyền"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Sơn lại chòi canh", stt="1", section=("I Bãi tắm",), lead=(GUARDS,), coordinate=(HOSTS,),
               deadline=a_deadline(date(2027, 4, 30))),
        a_task(task="Thả phao ranh giới vùng bơi", stt="2", section=("I Bãi tắm",), lead=(GUARDS, PORT), coordinate=(),
               deadline=a_deadline(date(2027, 5, 10))),
        a_task(task="In tờ gấp giới thiệu làng chài", stt="3", section=("II Quảng bá du lịch số",), lead=(HOSTS,),
               coordinate=(PORT,), deadline=a_deadline(date(2027, 8, 20))),
        a_task(task="Tập huấn hướng dẫn viên", stt="4", section=("II Quảng bá du lịch số",), lead=(HOSTS,),
               coordinate=("Trường Cao đẳng nghề",), deadline=a_deadline(date(2027, 11, 5))),
    ]  # fmt: skip
    heading = Heading(issuer="UBND đảo Hòn Nghề", place="Hòn Nghề", years=(2027,), title="Kế hoạch Du lịch số năm 2027")
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Phòng Lữ hành xuất hiện ở đâu trong kế hoạch", ["1", "3", "4"], id="where it stands"),
        pytest.param(
            "Trưởng Phòng Lữ hành hỏi tên phòng tham gia ở đâu trong kế hoạch", ["1", "3", "4"], id="who asks"
        ),
        pytest.param("Nghe bảo Đội Cứu hộ bãi tắm chỉ ôm có ba việc, đúng ra là bao nhiêu", ["1", "2"], id="counted"),
        pytest.param("Tháng tám dương này đảo có hạn chót nào không, kể ra", ["3"], id="a time"),
        pytest.param("Đội Cứu hộ bãi tắm có được giao chủ trì gì không hay là đứng nhìn", ["1", "2"], id="or else"),
        pytest.param("Đội Cứu hộ bãi tắm cùng Ban Quản lý bến thuyền đứng tên chủ trì việc nào", ["2"], id="both"),
        pytest.param("Phòng Lữ hành và Đội Cứu hộ bãi tắm có mặt chung trong mấy việc", ["1"], id="both, in any role"),
        pytest.param("Phòng Lữ hành và Đội Cứu hộ bãi tắm cùng góp mặt trong mấy việc", ["1"], id="both have a part"),
        pytest.param("Phòng Lữ hành cùng Đội Cứu hộ bãi tắm làm chung việc nào", ["1"], id="both, done together"),
        pytest.param("Phòng Lữ hành và Đội Cứu hộ bãi tắm có làm chung việc gì không", ["1"], id="whether both do"),
        pytest.param("Đội Cứu hộ bãi tắm với Ban Quản lý bến thuyền làm chung việc nào", ["2"], id="both chair"),
        pytest.param("doi cuu ho bai tam va phong lu hanh chung tay viec gi", ["1"], id="both, without accents"),
        pytest.param("Trường Cao đẳng nghề được nhắc tên ở đâu trong bảng", ["4"], id="where in the table"),
        pytest.param("Mục quảng bá du lịch số được mấy việc?", ["3", "4"], id="a heading alone"),
        pytest.param("Đội Cứu hộ bãi tắm chủ trì mấy khoản", ["1", "2"], id="counted by a word for anything"),
        pytest.param("xin các việc Phòng Lữ hành làm chính và việc phòng phối hợp", ["1", "3", "4"], id="both roles"),
        pytest.param("kể hết việc của Ban Quản lý bến thuyền, chính phụ gì cũng kể", ["2", "3"], id="either role"),
        pytest.param("Mục quảng bá du lịch số: mấy nhiệm vụ?", ["3", "4"], id="a heading with words of the title"),
        pytest.param("Anh trưởng Phòng Lữ hành đi nhậu, nhờ em soạn các việc phòng anh chủ trì", ["3", "4"], id="talk"),
        pytest.param(
            "Đội Cứu hộ bãi tắm chủ trì việc nào không, hay lênh đênh ngoài", ["1", "2"], id="or stands aside"
        ),
        pytest.param("tháng 5 sở ngành phải xong những gì", ["2"], id="everybody of a level"),
    ],
)
def test_the_rows_that_a_unit_or_a_time_has(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    said = ask(snapshot, text)
    assert sorted(stts(said)) == rows
    assert not said.tentative


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Lữ hành có xuồng nào không",
        "Đội Cứu hộ bãi tắm nghỉ mát ở đâu",
        "số điện thoại Phòng Lữ hành là bao nhiêu",
        "dự toán của Phòng Lữ hành là bao nhiêu tỷ đồng",
        "Đội Cứu hộ bãi tắm có bao nhiêu hướng dẫn viên",
        "tháng 8 có giải lướt ván nào không, ai lo",
        "tháng 8 này nghỉ lễ ngày nào",
        "Phòng Lữ hành có bao nhiêu phòng họp",
        "Đội Cứu hộ bãi tắm bắt được mấy vụ",
    ],
)
def test_another_thing_is_no_list(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert said.abstained or said.tentative


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("kể việc của Đội Cứu hộ bãi tắm cùng Phòng Lữ hành", ["1", "2", "3", "4"], id="of both"),
        pytest.param("gộp chung các việc của Đội Cứu hộ bãi tắm và Phòng Lữ hành", ["1", "2", "3", "4"], id="merged"),
        pytest.param("Đội Cứu hộ bãi tắm cùng Phòng Lữ hành mỗi bên mấy việc", ["1", "2", "3", "4"], id="each"),
        pytest.param("Phòng Lữ hành đi tập huấn những việc gì", ["4"], id="gone to do what is asked"),
        pytest.param("Phòng Lữ hành phối hợp việc nào, nêu luôn chủ trì", ["1"], id="a field beside"),
        pytest.param("Phòng Lữ hành chủ trì việc gì và phòng nào phối hợp", ["3", "4"], id="who else of each"),
        pytest.param("Phòng Lữ hành chủ trì việc nào trong bảng và trong phụ lục", ["3", "4"], id="a place beside"),
    ],
)
def test_no_row_is_lost_nor_told_too_much(snapshot: Snapshot, text: str, rows: list[str]) -> None:
    assert sorted(stts(ask(snapshot, text))) == rows


def test_a_thing_before_a_unit_is_no_list_of_that_unit(snapshot: Snapshot) -> None:
    said = ask(snapshot, "làng chài Phòng Lữ hành ở mấy chỗ")
    assert said.abstained or said.tentative


def test_units_that_share_no_row_are_told_to_share_none_in_the_other_role(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Phòng Lữ hành cùng Ban Quản lý bến thuyền chủ trì việc nào")
    assert said.abstained
    assert "vai trò phối hợp" not in plain(said)


def test_the_office_of_the_plan_beside_its_unit_narrows_nothing(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Trường Cao đẳng nghề phối hợp với UBND đảo Hòn Nghề 2 việc đúng không")
    assert stts(said) == ["4"]
    assert not said.tentative


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(
            ("việc từ tháng 4 đến tháng 8 là gì", "tôi hỏi lại: chỉ tháng 4 và tháng 5 thôi"), ["1", "2"], id="two"
        ),
        pytest.param(("quý II có gì đến hạn", "hỏi lại: riêng tháng 5"), ["2"], id="one"),
    ],
)
def test_only_a_time_behind_a_list_is_another_time_of_it(
    snapshot: Snapshot, turns: tuple[str, str], rows: list[str]
) -> None:
    said = ask(snapshot, *turns)
    assert sorted(stts(said)) == rows


def test_a_unit_that_only_seems_to_be_left_out_tells_which_row_is_asked_for(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Đảo mình có kế hoạch mua xuồng cho Đội Cứu hộ bãi tắm không, ai lo?")
    assert len(stts(said)) < 2


def test_a_list_of_no_unit_that_a_plan_has_is_the_row_that_is_asked_for() -> None:
    rows = [
        a_task(
            task="Duy trì hệ thống giám sát camera tập trung các xã, huyện", stt="1", lead=("Văn phòng",), coordinate=()
        ),
        a_task(task="Đón khách", stt="2", lead=("Bộ phận một cửa Sở tại Trung tâm hành chính",), coordinate=()),
        a_task(task="Quản lý kho giấy", stt="3", lead=("Bộ phận một cửa Sở tại Trung tâm hành chính",), coordinate=()),
    ]
    text = "mấy cái hệ thống giám sát camera tập trung ở bộ phận một cửa các xã, huyện là ai duy trì"
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert stts(said)[:1] == ["1"]


def test_an_office_called_without_its_level_is_no_unit_of_another_place() -> None:
    rows = [
        a_task(task="Mở lớp may nón", stt="1", lead=("Ban Xây dựng Hội",), coordinate=("Hội Phụ nữ xã Cồn Nổi",),
               deadline=a_deadline(date(2027, 4, 30))),
        a_task(task="Thi nấu ăn", stt="2", lead=("Văn phòng Hội",), coordinate=(),
               deadline=a_deadline(date(2027, 5, 3))),
    ]  # fmt: skip
    heading = Heading(
        issuer="Ban Thường vụ tỉnh Bãi Ngang",
        place="Bãi Ngang",
        years=(2027,),
        title="Kế hoạch Công tác Hội và phong trào phụ nữ",
    )
    said = ask(make_snapshot([a_loaded_plan(rows, heading=heading)]), "hội phụ nữ bãi ngang quý hai việc nào phải xong")
    assert stts(said) == ["1", "2"]


def test_a_unit_that_its_speaker_calls_theirs_is_named(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Phòng Lữ hành mình dính vào mấy chỗ nào trong kế hoạch du lịch số, kể luôn việc phụ")
    assert sorted(stts(said)) == ["1", "3", "4"]


def test_how_many_of_its_outcome_behind_a_row_is_the_outcome_of_that_row() -> None:
    rows = [
        a_task(task="Lắp thùng rác bãi tắm", stt="1", lead=(GUARDS,), coordinate=(), result="40 thùng rác"),
        a_task(task="Thống kê kết quả dọn bãi", stt="2", lead=(HOSTS,), coordinate=(), result="Bảng kết quả"),
    ]
    turns = ("ai lắp thùng rác bãi tắm", "lắp xong thì kết quả phải có bao nhiêu cái dùng được")
    said = ask(make_snapshot([a_loaded_plan(rows)]), *turns)
    assert stts(said) == ["1"]
    assert "40 thùng rác" in plain(said)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phòng Truyền thông hả, thế tháng 3 phải làm việc gì", "phòng truyền thông"),
        ("phong truyen thong ha, the thang 3 phai lam viec gi", "phong truyen thong"),
        ("Khoa Ngoại ấy, thế quý III có việc nào", "khoa ngoại"),
        ("to hau can a, vay thang 4 co viec gi", "to hau can"),
    ],
)
def test_the_name_of_an_unknown_unit_ends_where_talk_begins(snapshot: Snapshot, text: str, name: str) -> None:
    assert f"cho “{name}”" in plain(ask(snapshot, text))

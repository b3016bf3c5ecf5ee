"""Questions that say almost what a row says, with another thing in the place of one of its own."""

from datetime import date

import pytest
from asking import ask, stts
from builders import a_loaded_plan, a_task

from knowledge.answers import fields
from knowledge.answers.answer import Context, answer
from knowledge.answers.certainty import Outcome
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Passage
from knowledge.reply import plain

ROWS = [
    a_task(stt="6", task="Nạo vét bùn hồ sơ lắng số 2", lead=("Nhà máy nước",)),
    a_task(stt="7", task="Trưng bày báo xuân Đinh Mùi", lead=("Phòng Bạn đọc",)),
    a_task(stt="1", task="Đóng cửa bãi rác tạm Đồi Chè", lead=("Phòng Kinh tế",)),
    a_task(stt="2", task="Thay đường dây điện xuống cấp dãy nhà lồng B", lead=("Tổ Điện nước",)),
    a_task(stt="3", task="Khám sức khỏe định kỳ cho người bán thức ăn", lead=("Trạm Y tế",)),
    a_task(stt="4", task="Tập huấn nghiệp vụ cho tổ bảo vệ", lead=("Văn phòng",)),
    a_task(stt="5", task="Sưu tầm tài liệu Hán Nôm trong nhân dân", lead=("Phòng Địa chí",)),
    a_task(stt="8", task="Diễn tập ứng phó siêu bão và tìm kiếm cứu nạn cấp xã", lead=("Ban Chỉ huy",)),
    a_task(stt="9", task="Sửa mái Trạm Bơm Gò Me", lead=("Phòng Kinh tế",), coordinate=("Đội Thủy nông ấp Bàu Sen",)),
]
PASSAGES = (
    Passage("Hộ kinh doanh nghỉ bán quá 60 ngày không báo thì Ban Quản lý thu hồi điểm kinh doanh."),
    Passage("Các tổ gửi báo cáo kết quả về Văn phòng Ban Quản lý."),
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS, passages=PASSAGES)])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("bãi rác tạm Đồi Sim đóng cửa khi nào", "đồi sim", id="another place"),
        pytest.param("bai rac tam doi sim dong cua khi nao", "doi sim", id="another place, without accents"),
        pytest.param("ai thay đường dây điện dãy nhà lồng A xuống cấp", "lồng a", id="another letter"),
        pytest.param("nạo vét bùn hồ sơ lắng số 3 khi nào", "sơ lắng số 3", id="another number"),
        pytest.param("ai trưng bày báo xuân Mậu Thân", "Mậu Thân", id="a name that no plan has"),
        pytest.param("sửa mái Trạm Bơm Bàu Sen khi nào", "sửa mái trạm bơm bàu sen", id="a name of another cell"),
        pytest.param("ai sua tram bom bau sen", "tram bom bau sen", id="such a name without accents"),
        pytest.param("ai trung bay bao xuan Mau Than", "Mau Than", id="such a name without accents"),
    ],
)
def test_what_has_another_name_is_declined_and_the_near_row_is_told(
    snapshot: Snapshot, question: str, said: str
) -> None:
    answer = ask(snapshot, question)
    assert answer.abstained
    assert f"Kế hoạch không có “{said}”." in plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("nao vet bun ho so lang so 2 dk khong", id="a short form of chats"),
        pytest.param("đóng cửa bãi rác tạm Đồi Chè quá hạn", id="how the row stands"),
        pytest.param("tập huấn nghiệp vụ 27 cho tổ bảo vệ ai làm", id="a year in two digits"),
    ],
)
def test_what_is_no_thing_is_not_missed(snapshot: Snapshot, question: str) -> None:
    said = ask(snapshot, question)
    assert not said.abstained
    assert "không nêu" not in plain(said)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("bãi rác tạm Đồi Chè đóng cửa khi nào", id="the same place"),
        pytest.param("ai thay đường dây điện xuống cấp dãy nhà lồng B", id="the same letter"),
        pytest.param("ai thay đường dây điện xuống cấp mấy dãy nhà lồng ở chợ", id="a small word is no letter"),
        pytest.param("ai thay duong day dien xuong cap may day nha long o cho", id="nor without accents"),
        pytest.param("sửa mái Trạm Bơm Gò Me khi nào", id="the same name"),
        pytest.param("sửa mái Trạm Bơm có Đội Thủy nông ấp Bàu Sen phối hợp không", id="whose name the other one is"),
    ],
)
def test_what_has_the_same_name_is_answered(snapshot: Snapshot, question: str) -> None:
    assert not ask(snapshot, question).abstained


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("bày báo xuân đinh mùi tết này ai chủ trì", id="a word of daily use"),
        pytest.param("Ai Chủ Trì Trưng Bày Báo Xuân Đinh Mùi", id="every word with a capital"),
        pytest.param("anh Hai Lúa hỏi ai trưng bày báo xuân Đinh Mùi", id="the name of whoever asks"),
    ],
)
def test_what_is_no_other_thing_is_answered(snapshot: Snapshot, question: str) -> None:
    said = ask(snapshot, question)
    assert not said.abstained
    assert said.cited[0].item == ROWS[1]


def test_who_is_asked_about_and_does_not_stand_in_the_row_is_told(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "ai khám sức khỏe định kỳ cho bảo vệ")
    assert answer.tentative
    assert "Nội dung này không nêu “bảo vệ”." in plain(answer)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("ai khám sức khỏe định kỳ cho bảo vệ", True, id="another thing than the row has"),
        pytest.param("ai khám sức khỏe định kỳ", False, id="nothing that the row has not"),
        pytest.param("bày báo xuân đinh mùi tết này ai chủ trì", False, id="a word of daily use"),
    ],
)
def test_a_sure_answer_names_the_thing_that_its_row_does_not(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, question: str, told: bool
) -> None:
    monkeypatch.setattr(fields, "settle", lambda _ask, found: (found, Outcome.SURE))
    said = ask(snapshot, question)
    assert not said.tentative
    assert ("Nội dung này không nêu" in plain(said)) is told


def test_how_long_something_may_take_is_told_by_a_passage(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "hộ kinh doanh nghỉ bán bao lâu thì bị thu hồi điểm kinh doanh")
    assert "60 ngày" in plain(answer)


def test_a_turn_of_few_words_that_goes_on_is_not_answered_for_certain_by_a_row_on_another_matter() -> None:
    rows = [
        a_task(stt="1", task="Dạy bơi phòng đuối nước cho học sinh khối 4", lead=("Tổ Thể dục",)),
        a_task(stt="2", task="Dạy tiếng Anh với người nước ngoài cho khối 5", lead=("Tổ Ngoại ngữ",)),
        a_task(stt="3", task="Quyên góp sách cũ cho thư viện", lead=("Thư viện",)),
    ]
    plans, context = make_snapshot([a_loaded_plan(rows)]), Context(today=date(2027, 3, 1))
    first, conversation = answer("ai dạy bơi phòng đuối nước khối 4", plans, context=context)
    assert first.cited[0].item == rows[0]
    second, _ = answer("còn khối 5 thì ai dạy", plans, conversation=conversation, context=context)
    assert second.abstained or second.tentative


@pytest.mark.parametrize(
    ("turns", "stt"),
    [
        (("Tổ chức hội thi nấu ăn hạn khi nào", "còn hội thi khéo tay"), "2"),
        (("hội thi nấu ăn hạn khi nào", "còn hội thi khéo tay"), "2"),
        (("hội thi nấu ăn hạn khi nào", "thế quét vôi nhà thi đấu thì sao"), "3"),
    ],
    ids=["of the same kind", "begun as before", "with a word of the turn before"],
)
def test_a_turn_that_names_its_own_matter_is_answered_for_certain(turns: tuple[str, str], stt: str) -> None:
    rows = [
        a_task(stt="1", task="Tổ chức hội thi nấu ăn", lead=("Tổ Bếp",)),
        a_task(stt="2", task="Tổ chức hội thi khéo tay", lead=("Tổ Nữ công",)),
        a_task(stt="3", task="Quét vôi nhà thi đấu", lead=("Tổ Bảo vệ",)),
    ]
    said = ask(make_snapshot([a_loaded_plan(rows)]), *turns)
    assert not said.tentative
    assert stts(said) == [stt]


def test_a_number_that_is_no_year_of_the_plan_is_missed() -> None:
    exam = a_task(stt="9", task="Tổ chức thi thử tốt nghiệp trên máy tính cho khối 12", lead=("Phòng Thi",))
    rows = [*ROWS, exam, a_task(stt="10", task="Mở 10 lớp bơi cho học sinh", lead=("Phòng Thi",))]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "thi thử tốt nghiệp khối 10 ai làm")
    assert said.tentative
    assert "không nêu “10”" in plain(said)


def test_years_that_the_row_prints_are_said_in_two_digits() -> None:
    rows = [a_task(stt="9", task="Xây dựng kế hoạch cấp nước an toàn giai đoạn 2029-2033", lead=("Nhà máy nước",))]
    said = ask(make_snapshot([a_loaded_plan(rows)]), "xây dựng kế hoạch cấp nước an toàn giai đoạn 29 - 33 ai làm")
    assert not said.tentative
    assert "không nêu" not in plain(said)

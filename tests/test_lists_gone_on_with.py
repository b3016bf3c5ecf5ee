"""A list that was shown is gone on with: more comes to it, something of it is left out, both roles are meant."""

from datetime import date

import pytest
from asking import ask, numbers, stts
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import TaskKind
from knowledge.reply import plain

ROWS = [
    a_task(stt="1", task="Sấy lúa giống", lead=("Tổ Sấy",), coordinate=("Tổ Kho",),
           deadline=a_deadline(date(2027, 3, 20), text="Trước ngày 20/3/2027")),
    a_task(stt="2", task="Đóng bao lúa giống", lead=("Tổ Kho",), coordinate=("Tổ Sấy",),
           deadline=a_deadline(date(2027, 3, 31), text="Tháng 3/2027")),
    a_task(stt="3", task="Kiểm định hạt giống", lead=("Phòng Kỹ thuật",), coordinate=(),
           deadline=a_deadline(date(2027, 4, 30), text="Tháng 4/2027")),
    a_task(stt="4", task="Bảo dưỡng lò sấy", lead=("Tổ Sấy",), coordinate=("Phòng Kỹ thuật",),
           deadline=a_deadline(date(2027, 6, 30), text="Quý II/2027")),
    a_task(stt="5", task="báo cáo lượng lúa nhập kho", lead=("Tổ Kho",), coordinate=(), kind=TaskKind.PROSE,
           deadline=a_deadline(date(2027, 5, 20), text="trước ngày 20/5/2027")),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan(ROWS)])


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        pytest.param(("việc hạn tháng 4", "sang tháng 3?"), "12", id="on to another month"),
        pytest.param(("viec han thang 4", "sang thang 3 thi sao"), "12", id="on to another month, without accents"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "thêm việc của Phòng Kỹ thuật nữa"), "134", id="a unit comes to it"),
        pytest.param(("to say chu tri viec gi", "cong ca phong ky thuat vao"), "134", id="without accents"),
        pytest.param(("tháng 3 có việc gì đến hạn", "thêm tháng 4 nữa"), "123", id="a time comes to it"),
        pytest.param(("tháng 3 có việc gì đến hạn", "bỏ việc của Tổ Kho"), "", id="a unit is left out"),
        pytest.param(("quý 2 có việc gì đến hạn", "bỏ mấy việc của Tổ Kho"), "34", id="and only it"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "gồm cả việc phối hợp nhé"), "124", id="both roles"),
        pytest.param(("Tổ Sấy được giao gì", "kể cả phối hợp"), "124", id="both roles of what it was given"),
        pytest.param(("tháng 4 có việc gì đến hạn", "ý tôi là chỉ nửa cuối tháng thôi"), "3", id="a half of its month"),
        pytest.param(("thang 3 co viec gi den han", "chi nua dau thang thoi"), "", id="the other half"),
        pytest.param(("tháng 4 có việc gì đến hạn", "nửa cuối tháng này thì sao"), "12", id="this month is another"),
        pytest.param(("quý 2 có việc gì đến hạn", "chỉ lấy tháng 4 thôi"), "3", id="a month with its number is that"),
        pytest.param(
            ("Tổ Sấy chủ trì việc gì", "việc nào hạn tháng 3", "thế tổng Tổ Sấy chủ trì mấy việc"), "14", id="all of it"
        ),
        pytest.param(
            ("Tổ Sấy chủ trì việc gì", "việc nào hạn tháng 4", "thế tổng Phòng Kỹ thuật mấy việc"),
            "3",
            id="of another unit the time stays",
        ),
        pytest.param(("Tổ Sấy chủ trì việc gì", "kể cả làm chung nhé"), "124", id="what it does with others as well"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "thêm việc phối hợp"), "124", id="the other role comes to it"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "cả phối hợp nữa"), "124", id="the other role as well"),
        pytest.param(("Tổ Kho được giao gì", "còn Phòng Kỹ thuật thì sao"), "3", id="another unit"),
        pytest.param(
            ("Tổ Sấy chủ trì việc gì", "trừ mấy cái có Tổ Kho thì còn cái nào"), "4", id="but those with a unit"
        ),
        pytest.param(
            ("Tổ Sấy chủ trì việc gì", "bỏ hết mấy cái dính tới Tổ Kho ra thì còn gì"), "4", id="what it is in"
        ),
        pytest.param(
            ("to say chu tri viec gi", "tru may viec lam chung voi to kho thi con gi"), "4", id="done together"
        ),
        pytest.param(("Tổ Sấy chủ trì việc gì", "ngoài việc phối hợp với Tổ Kho còn việc gì"), "4", id="in a role"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "còn cùng thực hiện thì mấy việc"), "2", id="the other role, counted"),
        pytest.param(("Tổ Sấy chủ trì việc gì", "thế cùng làm thì có việc nào"), "2", id="the other role, asked which"),
        pytest.param(("tổ sấy năm nay chủ trì vụ gì vậy", "còn phối hợp thì mấy vụ"), "2", id="rows in another word"),
        pytest.param(("Sấy lúa giống ai làm", "còn Tổ Kho thì làm những việc gì"), "125", id="not after a row"),
    ],
)
def test_a_list_goes_on(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert numbers(ask(snapshot, *turns)) == rows


def test_what_is_counted_in_is_no_level() -> None:
    rows = [*ROWS, a_task(stt="6", lead=("UBND tỉnh",), coordinate=())]
    turns = ("Tổ Sấy chủ trì việc gì", "tính luôn phối hợp")
    assert numbers(ask(make_snapshot([a_loaded_plan(rows)]), *turns)) == "124"


def test_what_a_unit_was_given_is_of_the_text_and_of_the_table(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Tổ Kho được giao những gì")
    assert stts(said) == ["5", "2"]
    assert "Trong đó 1 nhiệm vụ trong bảng, 1 nhiệm vụ nêu trong phần lời văn." in plain(said)


def test_a_list_of_a_unit_ends_with_what_the_text_gives_it_and_does_not_count_it(snapshot: Snapshot) -> None:
    said = ask(snapshot, "Tổ Kho chủ trì những việc gì")
    assert stts(said) == ["2", "5"]
    assert "Có 1 nhiệm vụ Tổ Kho chủ trì:\nThêm 1 nhiệm vụ nêu trong phần lời văn, ở cuối danh sách." in plain(said)
    assert "\n\nNêu trong phần lời văn\n" in plain(said)
    assert "Chưa kể" not in plain(said)


@pytest.mark.parametrize(
    "text", ["Tổ Kho có bao nhiêu việc", "Tổ Kho chủ trì việc gì trong phụ lục", "Tổ Sấy chủ trì việc gì"]
)
def test_a_count_a_table_and_a_unit_without_duties_have_none_behind(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert "5" not in stts(said)
    assert "ở cuối danh sách" not in plain(said)


def test_its_responsibility_is_what_is_written_of_it(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Tổ Kho có trách nhiệm gì")) == ["5"]
    assert stts(ask(snapshot, "Tổ Sấy có trách nhiệm gì")) == ["1", "4"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("tháng 3 phải xong mấy việc nào", "12", id="what has to be done is due, not done"),
        pytest.param("nghỉ Tết xong rồi thì việc nào hạn tháng 3", "12", id="an end that is only told"),
        pytest.param("gặt xong thì Tổ Sấy có việc gì trong tháng 3", "12", id="of a unit"),
        pytest.param("tổng hợp công việc có hạn trong tháng 4", "3", id="to gather is to list"),
        pytest.param("tổng hợp giúp các việc của Phòng Kỹ thuật", "34", id="for somebody"),
    ],
)
def test_how_rows_stand_is_told_from_what_is_told_around_them(snapshot: Snapshot, text: str, rows: str) -> None:
    said = ask(snapshot, text)
    assert numbers(said) == rows
    assert not said.tentative


def test_what_is_done_is_still_asked(snapshot: Snapshot) -> None:
    assert "chưa thực hiện" in plain(ask(snapshot, "việc nào đã xong của Tổ Sấy"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("tháng 3 hạn gì?", "12", id="what is due, with no word for rows"),
        pytest.param("hạn rơi từ 1/3 tới 31/3 gồm gì", "12", id="where a deadline falls"),
        pytest.param("han roi trung thang 3 gom nhung gi", "12", id="where a deadline falls, without accents"),
        pytest.param("thang 4 deadline gi", "3", id="in office English"),
        pytest.param("t4/2027 co vc j toi han k", "3", id="a short form of rows"),
        pytest.param("to say chu tri nhung vc nao", "14", id="of a unit"),
        pytest.param("to kho lm j trong thang 3", "12", id="what it does"),
        pytest.param("Tổ Kho: việc?", "125", id="a unit and nothing but rows"),
        pytest.param("tổ sấy có việc gì, cả chính lẫn phụ", "124", id="both roles in everyday words"),
        pytest.param(
            "có bao nhiêu việc hạn tháng 3, tính cả cái hạn 20/3", "12", id="a time that is not to be forgotten"
        ),
        pytest.param("việc của Tổ Sấy hạn quý 1, kể cả tháng 3", "12", id="a month of it"),
        pytest.param("phiền chị cho danh sách việc hạn tháng 4", "3", id="words of courtesy are talk"),
    ],
)
def test_a_list_is_asked_in_few_words(snapshot: Snapshot, text: str, rows: str) -> None:
    said = ask(snapshot, text)
    assert numbers(said) == rows
    assert not said.tentative


def test_a_count_goes_on_with_another_unit(snapshot: Snapshot) -> None:
    assert stts(ask(snapshot, "Tổ Sấy chủ trì bao nhiêu việc", "vậy Phòng Kỹ thuật thì bao nhiêu")) == ["3"]


def test_how_many_rows_there_are_is_confirmed_by_any_word_for_rows(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "Tổ Sấy chủ trì hai dòng phải không")).startswith("Đúng.")


def test_a_number_that_ends_a_unit_points_at_no_row() -> None:
    rows = [
        a_task(stt="1", task="Kiểm tra chợ", lead=("Phòng Kỹ thuật",), coordinate=("Đội Quản lý thị trường số 2",)),
        a_task(
            stt="2", task="Kiểm tra xăng dầu", lead=("Phòng Kỹ thuật",), coordinate=("Đội Quản lý thị trường số 1",)
        ),
    ]
    teams = make_snapshot([a_loaded_plan(rows)])
    assert stts(ask(teams, "đội quản lý thị trường số 2 phối hợp việc gì", "còn đội số 1")) == ["2"]
    assert stts(ask(teams, "đội số 1 phối hợp mấy vụ nào")) == ["2"]


@pytest.mark.parametrize("before", ["quý 2 có việc gì đến hạn", "Tổ Sấy chủ trì việc gì"])
@pytest.mark.parametrize(
    "said",
    ["chuyển sang sấy lạnh có việc nào", "chuyen sang kho lanh co viec nao", "đổi qua bao giấy có việc nào"],
)
def test_work_that_changes_to_something_is_no_other_list(snapshot: Snapshot, before: str, said: str) -> None:
    answer = ask(snapshot, before, said)
    assert stts(answer) == []
    assert plain(answer).startswith("Không có nhiệm vụ nào về")


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("chuyển sang tháng 3", "1"),
        ("đổi qua Tổ Kho", "25"),
        ("chuyển sang các việc của Phòng Kỹ thuật", "3"),
        ("chuyển qua phối hợp", "2"),
    ],
)
def test_a_list_is_changed_to_another_time_unit_or_role(snapshot: Snapshot, said: str, rows: str) -> None:
    assert "".join(stts(ask(snapshot, "Tổ Sấy chủ trì việc gì", said))) == rows


@pytest.mark.parametrize("said", ["các khoản của Quỹ bảo trì đường bộ", "cac khoan cua quy phong chong lut bao"])
def test_the_money_of_a_fund_that_rows_are_about_is_asked_of_no_unit(said: str) -> None:
    works = ["Chi Quỹ bảo trì đường bộ", "Thu Quỹ phòng chống lụt bão"]
    rows = [a_task(task=work, stt=str(at), lead=("Tổ Kho",), coordinate=()) for at, work in enumerate(works, 1)]
    assert len(stts(ask(make_snapshot([a_loaded_plan(rows)]), said))) == 1


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (("quý 2 có việc gì đến hạn", "còn kiểm định hạt giống thì sao"), "3"),
        (("quý 2 có việc gì đến hạn", "chỉ lấy việc bảo dưỡng"), "4"),
        (("Tổ Kho chủ trì việc gì", "lọc lúa giống thôi"), "2"),
        (("to kho chu tri viec gi", "trong so do co lua giong khong"), "2"),
        (("Tổ Kho chủ trì việc gì", "chỉ lấy việc lúa giống"), "2"),
        (("Tổ Kho chủ trì việc gì", "còn kiểm định hạt giống thì sao"), "3"),
    ],
)
def test_a_topic_narrows_the_list_before(snapshot: Snapshot, turns: tuple[str, ...], rows: str) -> None:
    assert numbers(ask(snapshot, *turns)) == rows


def test_what_only_the_text_gives_a_unit_on_a_matter_is_listed(snapshot: Snapshot) -> None:
    said = ask(snapshot, "việc của Tổ Kho về báo cáo")
    assert stts(said) == ["5"]
    assert not said.abstained

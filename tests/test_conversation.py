"""What a new turn takes from the ones before."""

from datetime import date

import pytest
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Answer, Context, Conversation, answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Task
from knowledge.questions.conversation import about
from knowledge.reply import line_text

CONTEXT = Context(today=date(2027, 3, 1))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(),
        a_task(task="Khảo sát mức độ hài lòng của hành khách", stt="2", lead=("Phòng Vận tải",),
               coordinate=("Văn phòng Sở",), result="Báo cáo khảo sát",
               deadline=a_deadline(date(2027, 9, 30), text="Quý III/2027")),
        a_task(task="Lắp camera giám sát tại bến xe", stt="3", lead=("Thanh tra Sở",),
               coordinate=("Phòng Vận tải",), deadline=a_deadline(date(2027, 12, 31), text="Quý IV/2027")),
    ]  # fmt: skip
    other = a_loaded_plan([a_task(lead=("Sở Tư pháp",))], stem="kh-2028", source="kh-2028.txt")
    return make_snapshot([a_loaded_plan(rows), other])


def talk(snapshot: Snapshot, *turns: str) -> tuple[Answer, Conversation]:
    conversation = Conversation()
    for text in turns:
        said, conversation = answer(text, snapshot, conversation=conversation, context=CONTEXT)
    return said, conversation


def head(snapshot: Snapshot, *turns: str) -> str:
    return line_text(talk(snapshot, *turns)[0].head[0])


def rows(snapshot: Snapshot, *turns: str) -> list[str]:
    return [c.item.stt for c in talk(snapshot, *turns)[0].cited if isinstance(c.item, Task)]


@pytest.mark.parametrize(
    ("again", "says"),
    [
        ("quý kế tiếp", "quý IV/2027"),
        ("quý tiếp theo thì sao", "quý IV/2027"),
        ("thế quý liền sau", "quý IV/2027"),
        ("quy lien ke co gi", "quý IV/2027"),
        ("thế quý sau thì sao", "quý IV/2027"),
        ("con quy sau", "quý IV/2027"),
        ("quý sau đó thì sao", "quý IV/2027"),
        ("roi quy sau do nua", "quý IV/2027"),
        ("quý trước thì sao", "quý II/2027"),
        ("quý liền trước đó có gì", "quý II/2027"),
        ("quý sau có việc gì đến hạn", "quý II/2027"),  # behind today, the first of March
    ],
)
def test_the_next_time_is_the_one_behind_what_was_told(snapshot: Snapshot, again: str, says: str) -> None:
    assert says in head(snapshot, "quý 3/2027 việc gì đến hạn", again)


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        pytest.param(("Ai chủ trì khảo sát hài lòng?", "còn ai phối hợp?"), "Phối hợp: Văn phòng Sở", id="field"),
        pytest.param(("Ai chủ trì khảo sát hài lòng?", "việc đó nộp gì?"), "Sản phẩm: Báo cáo khảo sát", id="that"),
        pytest.param(("hạn khảo sát hài lòng?", "còn camera bến xe thì sao?"), "Thời hạn: Quý IV/2027", id="topic"),
        pytest.param(("camera ai lo?", "cảm ơn", "hạn khi nào?"), "Thời hạn: Quý IV/2027", id="over a courtesy"),
        pytest.param(("camera ai lo?", "khảo sát hài lòng hạn khi nào?"), "Thời hạn: Quý III/2027", id="anew"),
    ],
)
def test_a_turn_takes_what_it_leaves_out(snapshot: Snapshot, turns: tuple[str, ...], says: str) -> None:
    assert head(snapshot, *turns).startswith(says)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param(("Phòng Vận tải chủ trì những việc gì?", "thế phối hợp có bao nhiêu việc?"), ["3"], id="role"),
        pytest.param(("Phòng Vận tải chủ trì những việc gì?", "còn Thanh tra Sở?"), ["3"], id="unit"),
        pytest.param(("quý 3 có việc gì đến hạn?", "quý 4 thì sao?"), ["3"], id="period"),
        pytest.param(("quý 4 có việc gì đến hạn?", "thế quý 3 thì sao"), ["2"], id="period, begun with a particle"),
        pytest.param(("quý 3 và quý 4 có việc gì đến hạn?", "riêng Thanh tra Sở"), ["3"], id="only a unit"),
        pytest.param(("năm 2027 có việc gì đến hạn?", "chỉ lấy Phòng Vận tải chủ trì thôi"), ["2"], id="unit and role"),
        pytest.param(("năm 2027 có việc gì đến hạn?", "cái nào Thanh tra Sở chủ trì?"), ["3"], id="which of them"),
        pytest.param(("Phòng Vận tải có những việc gì?", "trong đó việc nào đến hạn quý 4?"), ["3"], id="time of them"),
        pytest.param(
            ("quý 4 có việc gì đến hạn?", "trong đó bao nhiêu việc Phòng Vận tải phối hợp?"), ["3"], id="count of them"
        ),
    ],
)
def test_a_list_goes_on_with_another_unit_role_or_time(
    snapshot: Snapshot, turns: tuple[str, ...], expected: list[str]
) -> None:
    assert rows(snapshot, *turns) == expected


def test_what_is_due_soon_is_not_looked_for_in_the_time_of_the_turn_before(snapshot: Snapshot) -> None:
    said, conversation = talk(snapshot, "quý 3 có việc gì đến hạn?", "sắp đến hạn")

    assert "30 ngày tới" in line_text(said.head[0])
    assert conversation.query
    assert conversation.query.period is None


def test_what_was_not_answered_stays_so(snapshot: Snapshot) -> None:
    said, conversation = talk(snapshot, "Ai chủ trì đóng tàu biển?", "hạn khi nào?")

    assert said.abstained
    assert conversation.abstained


def test_the_first_word_of_somebody_without_a_conversation_starts_anew(snapshot: Snapshot) -> None:
    assert talk(snapshot, "còn ai phối hợp?")[0].abstained


def two_offices() -> Snapshot:
    """Two offices with a plan each, the second with one unit that is called as the first."""
    first = [a_task(task="Lắp camera tại bến xe", lead=("Thanh tra Sở",)), a_task(task="Sơn vạch đường", stt="2")]
    second = [
        a_task(task="Lắp camera tại nhà văn hóa", lead=("Phòng Văn hóa", "Sở Giao thông vận tải")),
        a_task(task="Mở lớp bơi", stt="2", lead=("Phòng Thể thao",)),
    ]
    road = Heading(issuer="Sở Giao thông vận tải tỉnh Hà Nam", place="Hà Nam", years=(2027,), title="Kế hoạch")
    culture = Heading(issuer="Sở Văn hóa tỉnh Long An", place="Long An", years=(2028,), title="Kế hoạch")
    return make_snapshot(
        [
            a_loaded_plan(first, stem="road", source="road.txt", heading=road),
            a_loaded_plan(second, stem="culture", source="culture.txt", heading=culture),
        ]
    )


@pytest.mark.parametrize(
    ("turns", "plan"),
    [
        pytest.param(("Sở Giao thông vận tải Hà Nam ai chủ trì lắp camera?", "còn Sở Văn hóa Long An?"), "culture",
                     id="issuer and place"),
        pytest.param(("Sở Giao thông vận tải Hà Nam ai chủ trì lắp camera?", "thế Long An"), "culture", id="place"),
        pytest.param(("Sở Giao thông vận tải Hà Nam ai chủ trì lắp camera?", "còn bên Sở Văn hóa thì ai?"), "culture",
                     id="issuer alone"),
        pytest.param(("Sở Văn hóa Long An ai chủ trì lắp camera?", "năm 2027 thì sao?"), "road", id="year"),
        pytest.param(("Sở Văn hóa Long An ai chủ trì lắp camera?", "con ha nam?"), "road", id="without accents"),
        pytest.param(("Sở Văn hóa Long An ai chủ trì mở lớp bơi?", "còn Sở Giao thông vận tải chủ trì việc gì?"),
                     "culture", id="a unit of the plan in talk is a unit"),
    ],
)  # fmt: skip
def test_a_turn_that_names_another_plan_asks_it_the_same(turns: tuple[str, ...], plan: str) -> None:
    said, _ = talk(two_offices(), *turns)

    assert [c.stem for c in said.cited] == [plan]


def test_a_unit_before_the_name_of_its_office_stays_the_unit() -> None:
    said, _ = talk(two_offices(), "Thanh tra Sở Hà Nam chủ trì việc gì?")

    assert line_text(said.head[0]) == "Có 1 nhiệm vụ Thanh tra Sở chủ trì:"


def test_what_the_other_plan_does_not_say_is_not_taken_from_the_plan_before() -> None:
    said, _ = talk(two_offices(), "Sở Văn hóa Long An ai chủ trì mở lớp bơi?", "còn Hà Nam?")

    assert said.abstained


def test_two_plans_in_one_question_answer_each_for_itself() -> None:
    said, _ = talk(two_offices(), "Hà Nam và Long An ai chủ trì lắp camera?")

    assert {c.stem for c in said.cited} == {"road", "culture"}


def test_of_two_plans_the_one_that_is_silent_is_told() -> None:
    said, _ = talk(two_offices(), "Hà Nam và Long An ai chủ trì mở lớp bơi?")

    assert {c.stem for c in said.cited} == {"culture"}
    assert "Sở Giao thông vận tải tỉnh Hà Nam" in line_text(said.foot[0])


def test_a_plan_that_is_compared_and_not_loaded_is_told() -> None:
    said, _ = talk(two_offices(), "Hà Nam và Cà Mau ai chủ trì lắp camera?")

    assert [c.stem for c in said.cited] == ["road"]
    assert line_text(said.foot[0]) == "Chưa có: kế hoạch Cà Mau."


def test_a_plan_carried_from_before_is_told_with_the_way_to_ask_all() -> None:
    said, _ = talk(two_offices(), "Sở Văn hóa Long An ai chủ trì mở lớp bơi?", "ai chủ trì lắp camera?")

    assert [c.stem for c in said.cited] == ["culture"]
    assert line_text(said.foot[-1]).startswith("Đang hỏi trong: ")
    again, conversation = talk(two_offices(), "Sở Văn hóa Long An ai chủ trì mở lớp bơi?", said.choices[-1].question)
    assert {c.stem for c in again.cited} == {"road", "culture"}
    assert conversation.plans == ()


def test_a_plan_named_in_this_turn_is_not_told_again() -> None:
    said, _ = talk(two_offices(), "Sở Văn hóa Long An ai chủ trì mở lớp bơi?")

    assert not said.foot
    assert not said.choices


def test_a_number_after_the_list_of_plans_chooses_one() -> None:
    snapshot = two_offices()

    assert [c.label[:2] for c in talk(snapshot, "danh sách kế hoạch")[0].choices] == ["1.", "2."]
    said, conversation = talk(snapshot, "danh sách kế hoạch", "2", "ai chủ trì lắp camera?")
    assert conversation.plans == ("culture",)
    assert [c.stem for c in said.cited] == ["culture"]


LISTED = "năm 2027 có việc gì đến hạn?"  # rows 1, 2 and 3, and then row 1 of the other plan


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        pytest.param((LISTED, "cái thứ 2 ai phối hợp?"), "Phối hợp: Văn phòng Sở", id="a number"),
        pytest.param((LISTED, "nhiệm vụ thứ ba hạn khi nào"), "Thời hạn: Quý IV/2027", id="a number in words"),
        pytest.param((LISTED, "nhiem vu thu ba han khi nao"), "Thời hạn: Quý IV/2027", id="without accents"),
        pytest.param((LISTED, "dòng cuối ai chủ trì?"), "Chủ trì: Sở Tư pháp", id="the last"),
        pytest.param((LISTED, "việc đầu tiên ai chủ trì"), "Chủ trì: Văn phòng Sở", id="the first"),
        pytest.param((LISTED, "dòng 2 ai chủ trì"), "Chủ trì: Phòng Vận tải", id="a plain number"),
        pytest.param((LISTED, "3"), "Lắp camera giám sát tại bến xe", id="a number and nothing else"),
        pytest.param((LISTED, "cái thứ 2 thì sao"), "Khảo sát mức độ hài lòng của hành khách", id="nothing is asked"),
        pytest.param((LISTED, "cái thứ 2 ai phối hợp?", "còn cái đầu thì sao"), "Phối hợp: ", id="the same again"),
        pytest.param((LISTED, "cái thứ 2 ai phối hợp?", "hạn khi nào"), "Thời hạn: Quý III/2027", id="and on about it"),
        pytest.param((LISTED, "cái thứ 7 ai chủ trì?"), "Danh sách vừa nêu chỉ có 4 mục", id="there is no such row"),
        pytest.param((LISTED, "ai phối hợp?"), "Phối hợp của 4 nhiệm vụ vừa nêu:", id="every row of the list"),
    ],
)
def test_a_row_is_pointed_at_by_its_place_in_what_was_shown(
    snapshot: Snapshot, turns: tuple[str, ...], says: str
) -> None:
    assert head(snapshot, *turns).startswith(says)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param(("quý 3 có việc gì đến hạn?", "cả năm thì sao"), ["1", "2", "3", "1"], id="widened to the year"),
        pytest.param((LISTED, "chỉ quý 4 thôi"), ["3"], id="narrowed to a quarter"),
        pytest.param(("quý 3 có việc gì đến hạn?", "không, ý tôi là quý 4"), ["3"], id="corrected"),
        pytest.param(("quy 3 co viec gi den han?", "y tui la quy 4 co"), ["3"], id="corrected without accents"),
    ],
)
def test_a_turn_widens_narrows_or_corrects_the_time_of_a_list(
    snapshot: Snapshot, turns: tuple[str, ...], expected: list[str]
) -> None:
    assert rows(snapshot, *turns) == expected


def test_a_correction_changes_what_is_asked_and_stays_with_the_row(snapshot: Snapshot) -> None:
    turns = ("Ai chủ trì khảo sát hài lòng?", "không, ý tôi hỏi hạn cơ")
    assert head(snapshot, *turns).startswith("Thời hạn: Quý III/2027")


def reply(snapshot: Snapshot, text: str, *shown: int) -> Answer:
    """The answer to a reply to a message that shows rows of the first plan, by their positions."""
    refs = tuple(snapshot.plans[0].task_refs[n] for n in shown)
    return answer(text, snapshot, conversation=about(refs), context=CONTEXT)[0]


@pytest.mark.parametrize(
    ("text", "shown", "says", "cites"),
    [
        pytest.param("ai phối hợp?", (1,), "Phối hợp: Văn phòng Sở", ["2"], id="the row that is shown"),
        pytest.param("hạn bao giờ", (1,), "Thời hạn: Quý III/2027", ["2"], id="when"),
        pytest.param("hạn bao giờ", (2, 1), "Thời hạn của 2 nhiệm vụ vừa nêu:", ["3", "2"], id="each of several rows"),
        pytest.param("cái thứ 2 thì sao", (2, 1), "Khảo sát mức độ", ["2"], id="one of several"),
        pytest.param("2", (2, 1), "Khảo sát mức độ", ["2"], id="by its number"),
        pytest.param("dòng cuối ai chủ trì", (2, 1), "Chủ trì: Phòng Vận tải", ["2"], id="the last"),
        pytest.param("cái thứ 3 thì sao", (2, 1), "Danh sách vừa nêu chỉ có 2 mục", [], id="none there"),
        pytest.param("ai chủ trì lắp camera?", (1,), "Chủ trì: Thanh tra Sở", ["3"], id="another row by its words"),
    ],
)
def test_a_reply_to_a_message_without_a_question_is_about_its_rows(
    snapshot: Snapshot, text: str, shown: tuple[int, ...], says: str, cites: list[str]
) -> None:
    said = reply(snapshot, text, *shown)
    assert line_text(said.head[0]).startswith(says)
    assert [c.item.stt for c in said.cited if isinstance(c.item, Task)] == cites


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param((LISTED, "bỏ mấy cái của Thanh tra Sở ra"), ["1", "2", "1"], id="a unit"),
        pytest.param((LISTED, "bỏ mấy cái của Thanh tra Sở ra", "bỏ cả Sở Tư pháp ra"), ["1", "2"], id="one more unit"),
        pytest.param((LISTED, "bỏ mấy việc quý 3 ra"), ["1", "3", "1"], id="a time"),
        pytest.param(("quý 3 và quý 4 có việc gì đến hạn?", "trừ Thanh tra Sở ra"), ["2"], id="of several times"),
        pytest.param((LISTED, "bỏ mấy cái của Thanh tra Sở ra", "chỉ quý 3 thôi"), ["2"], id="stays out when narrowed"),
    ],
)
def test_what_is_left_out_of_a_list_stays_out(snapshot: Snapshot, turns: tuple[str, ...], expected: list[str]) -> None:
    assert rows(snapshot, *turns) == expected

"""When, how often and to whom a unit sends the reports that running text charges it with."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.language.text import folded
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind, Place, Task, TaskKind
from knowledge.reply import plain

ROOMS = "Gửi báo cáo kết quả quý, 6 tháng và năm về Văn phòng Chi cục trước ngày 20 của tháng cuối quý"
OFFICE = "Tổng hợp, báo cáo Sở Thủy sản trước ngày 25 của tháng cuối quý; bố trí xe đi kiểm tra"
HEADS = "Nộp báo cáo thi đua cho Phòng Tổng hợp trước ngày 15/11/2027"


def _duty(text: str, lead: str, line: int) -> Task:
    when = Deadline(text.rsplit("trước ", maxsplit=1)[-1], kind=DeadlineKind.PERIODIC, recur="quarterly")
    return Task(
        task=text, section=("IV. TỔ CHỨC THỰC HIỆN",), kind=TaskKind.PROSE, lead=(lead,), deadline=when,
        place=Place(lines=(line, line)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(stt="1", task="Kiểm tra tàu cá ra khơi", lead=("Trạm Kiểm ngư",), result="Báo cáo kiểm tra"),
        a_task(stt="2", task="Cấp giấy phép nuôi cá lồng", lead=("Các phòng nghiệp vụ",), result="Báo cáo"),
        a_task(stt="3", task="Báo cáo kết quả thả cá giống", lead=("Văn phòng Chi cục",), result="Báo cáo"),
        a_task(stt="5", task="Tổng kết công tác năm 2027", lead=("Văn phòng Chi cục",), result="Báo cáo tổng kết"),
        a_task(stt="6", task="Sơ kết mùa vụ cá", lead=("Các phòng nghiệp vụ",), result="Báo cáo sơ kết"),
        a_task(stt="4", task="Thống kê tàu thuyền", lead=("Các trạm thủy sản",), result="Bảng kê"),
    ]
    duties = [
        _duty(ROOMS, "Các phòng nghiệp vụ", 11),
        _duty(OFFICE, "Văn phòng Chi cục", 12),
        _duty(HEADS, "Trưởng các trạm thủy sản", 13),
    ]
    return make_snapshot([a_loaded_plan([*rows, *duties])])


ASKED = [
    ("các phòng nghiệp vụ một năm phải nộp báo cáo mấy bận, nộp cho ai", ROOMS),
    ("mấy phòng nghiệp vụ gửi báo cáo về đâu, trước ngày bao nhiêu", ROOMS),
    ("phòng nghiệp vụ nộp báo cáo mấy lần một năm rứa", ROOMS),
    ("cho em mấy cái mốc nộp báo cáo của các phòng nghiệp vụ, nộp ở đâu", ROOMS),
    ("Văn phòng Chi cục báo cáo lên cơ quan nào, trước ngày mấy", OFFICE),
    ("trưởng mấy trạm thủy sản nộp báo cáo thi đua cho ai, bữa nào", HEADS),
    ("các trạm thủy sản nộp báo cáo cho phòng nào", HEADS),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "duty"), ASKED, ids=[text for text, _ in ASKED])
def test_one_sentence_tells_of_the_reports_of_a_unit(snapshot: Snapshot, text: str, duty: str, accents: bool) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert [citation.item.task for citation in said.cited if isinstance(citation.item, Task)] == [duty]
    assert not said.tentative


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Văn phòng Chi cục báo cáo kết quả thả cá giống khi nào", "thả cá giống", id="a report of a row"),
        pytest.param("Trạm Kiểm ngư có mấy việc", "Kiểm tra tàu cá", id="a count"),
        pytest.param("các phòng nghiệp vụ chủ trì những việc gì", "Cấp giấy phép", id="a list"),
        pytest.param("ai báo cáo kết quả thả cá giống cho Sở", "Văn phòng Chi cục", id="who"),
        pytest.param("Văn phòng Chi cục nộp báo cáo tổng kết ngày nào", "Tổng kết công tác", id="a review"),
        pytest.param("van phong chi cuc nop bao cao tong ket cho ai", "Tổng kết công tác", id="a review, no accents"),
        pytest.param("các phòng nghiệp vụ gửi báo cáo sơ kết khi nào", "Sơ kết mùa vụ", id="a review midway"),
        pytest.param("kiểm tra tàu cá ra khơi thì nộp báo cáo gì", "Báo cáo kiểm tra", id="a product"),
    ],
)
def test_what_else_is_asked_of_reports_is_read_as_before(snapshot: Snapshot, text: str, says: str) -> None:
    said = plain(ask(snapshot, text))
    assert says in said
    assert not any(duty in said.split("\n\n")[0] for duty in (ROOMS, OFFICE))

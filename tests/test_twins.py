"""A sentence that was read as a duty or a target and stands as a passage too is one answer."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Deadline, DeadlineKind, Passage, Place, Target, Task, TaskKind
from knowledge.reply import plain

_CHARGED = "IV. TỔ CHỨC THỰC HIỆN"
_REPORTS = "gửi báo cáo 6 tháng về Phòng Kế hoạch tổng hợp trước ngày 12/6/2027"
_WATCH = "Trạm trưởng các trạm bố trí người trực đêm, đến hiện trường chậm nhất 40 phút sau khi nhận tin."
_MOIST = "Độ ẩm trong kho giữ ở mức 50%"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    texts = (f"3. Các trạm thực nghiệm {_REPORTS}.", f"4. {_WATCH}", f"5. {_MOIST}.")
    passages = tuple(Passage(text, (_CHARGED,), _at(line)) for line, text in enumerate(texts, 40))
    due = Deadline("trước ngày 12/6/2027", DeadlineKind.DATE, (date(2027, 6, 12),))
    duties = [_duty(_REPORTS.rsplit(" trước", 1)[0], 40, due), _duty(_WATCH, 41, Deadline())]
    plan = a_loaded_plan([a_task(), *duties], passages=passages, targets=(Target(_MOIST, ("50%",), (), _at(42)),))
    return make_snapshot([plan])


def _at(line: int) -> Place:
    return Place(lines=(line, line))


def _duty(text: str, line: int, due: Deadline) -> Task:
    leads = ("Các trạm thực nghiệm",)
    return Task(
        task=text, section=(_CHARGED,), kind=TaskKind.PROSE, lead=leads, deadline=due, place=_at(line), stt=f"{line}"
    )


def _lines(snapshot: Snapshot, text: str) -> list[tuple[int, ...] | None]:
    return [citation.item.place.lines for citation in ask(snapshot, text).cited]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("các trạm gửi báo cáo 6 tháng về đâu, trước ngày nào", "Thời hạn: trước ngày 12/6/2027", id="day"),
        pytest.param("bao cao 6 thang cac tram gui ve dau", "Phòng Kế hoạch tổng hợp", id="where"),
        pytest.param("độ ẩm kho giữ bao nhiêu phần trăm", "50%", id="figure"),
    ],
)
def test_a_sentence_is_told_once(snapshot: Snapshot, text: str, says: str) -> None:
    said = plain(ask(snapshot, text))
    assert says in said
    lines = _lines(snapshot, text)
    assert len(lines) == len(set(lines))


def test_it_is_no_rival_of_itself(snapshot: Snapshot) -> None:
    assert not ask(snapshot, "các trạm gửi báo cáo 6 tháng về đâu, trước ngày nào").tentative


def test_a_duty_that_does_not_tell_what_is_asked_leaves_it_to_the_passage(snapshot: Snapshot) -> None:
    said = ask(snapshot, "trạm trưởng đến hiện trường chậm nhất bao nhiêu phút sau khi nhận tin")
    assert "40 phút" in plain(said).splitlines()[0]
    assert "không ghi" not in plain(said)


_DECREE = "Triển khai Quyết định số 905/QĐ-BGD ngày 17/11/2026 về nâng cao năng lực đội ngũ giáo vụ"


@pytest.mark.parametrize("text", ["Quyết định 905 về nâng năng lực giáo vụ giai đoạn 2026 - 2030 tới khi nào là xong",
                                  "Quyết định 905 nâng cao năng lực đội ngũ giáo vụ ai chủ trì"])  # fmt: skip
def test_a_row_has_its_field_though_the_running_text_tells_it_too(text: str) -> None:
    passage = Passage(f"- {_DECREE} giai đoạn 2026 - 2030;", ("2. Nhiệm vụ",), _at(20))
    row = a_task(stt="5", task=_DECREE, lead=("Phòng Giáo vụ",), deadline=a_deadline(date(2027, 9, 30), text="Quý III"))
    said = ask(make_snapshot([a_loaded_plan([a_task(), row], passages=(passage,))]), text)
    assert [citation.item for citation in said.cited] == [row]


_SHARES = ("Tỷ lệ ao nuôi được lấy mẫu nước đạt 85%", "Tỷ lệ lồng bè có hộp đen đạt 40%")


@pytest.fixture(scope="module")
def of_shares() -> Snapshot:
    """A plan whose targets stand in sentences of one figure, and two of them in one sentence."""
    both = f"- {_SHARES[0]}; {_SHARES[1][0].lower()}{_SHARES[1][1:]}."
    one = "Tỷ lệ trại giống có nhật ký điện tử đạt 75%"
    passages = (Passage(both, (_CHARGED,), _at(60)), Passage(f"- {one};", (_CHARGED,), _at(61)))
    targets = (
        *(Target(text, (text.split()[-1],), (_CHARGED,), _at(60)) for text in _SHARES),
        Target(one, ("75%",), (_CHARGED,), _at(61)),
    )
    return make_snapshot([a_loaded_plan([a_task()], passages=passages, targets=targets)])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "trại giống có nhật ký điện tử phải đạt bao nhiêu phần trăm", "75%", id="a sentence of one figure"
        ),
        pytest.param("bao nhiêu phần trăm ao nuôi được lấy mẫu nước", "85%", id="the first of two"),
    ],
)
def test_a_figure_is_told_by_its_target_alone(of_shares: Snapshot, text: str, said: str) -> None:
    answer = ask(of_shares, text)
    assert not answer.tentative
    assert [type(citation.item) for citation in answer.cited] == [Target]
    assert said in plain(answer)

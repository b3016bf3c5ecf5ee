"""Questions answered by what rows mean, where their words leave it open."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.answers import asking_back
from knowledge.answers.answer import Context, Conversation, answer
from knowledge.answers.weights import MEANING, WORDS, weights
from knowledge.library.meaning_building import read_meaning
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain
from knowledge.search import embedding, nearness, vectors
from knowledge.search.nearness import texts_of

ROWS = [
    a_task(stt="1", task="Giám sát tuân thủ vệ sinh tay tại các khoa lâm sàng", lead=("Khoa Kiểm soát nhiễm khuẩn",)),
    a_task(stt="2", task="Bảo dưỡng máy đóng mở cửa van", lead=("Đội Cơ điện",)),
    a_task(stt="3", task="Số hóa hồ sơ bệnh án ngoại trú", lead=("Phòng Kế hoạch nghiệp vụ",)),
    a_task(stt="4", task="Tập huấn sơ cứu cho nhân viên thư viện", lead=("Phòng Đào tạo",)),
    a_task(stt="5", task="Kiểm tra an toàn thực phẩm tại bếp ăn tập thể", lead=("Đội Quản lý thị trường",)),
    a_task(stt="6", task="Diễn tập xử lý tình huống cháy rừng và di dời dân", lead=("Ban Chỉ huy Quân sự",)),
]
PLAN = a_loaded_plan(ROWS, heading=Heading(title="Kế hoạch năm 2027", issuer="Trung tâm Y tế", years=(2027,)))
MEANT = "Bảo dưỡng máy đóng mở cửa van"
Asked = list[tuple[str, ...]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the model was asked; it takes all about lifting for the row of the gates, all about pulling rather so."""
    words_asked: Asked = []

    def of_question(words: Sequence[str]) -> embedding.Vector:
        words_asked.append(tuple(words))
        if "kéo" in words:
            return pointing(0.89, 0.83)
        return pointing(0.95, 0.83) if "nâng" in words else pointing(0.76, 0.75)

    monkeypatch.setattr(nearness, "lacking", lambda: "")
    monkeypatch.setattr(nearness, "of_question", of_question)
    return words_asked


def pointing(likeness: float, others: float) -> embedding.Vector:
    made = np.zeros(embedding.SIZE, np.float32)
    made[:2] = likeness, others
    return made


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    rows = {}
    for text in texts_of([PLAN]):
        made = np.zeros(embedding.SIZE, np.float32)
        made[0 if text == MEANT else 1] = 1
        rows[vectors.key_of(text, embedding.model())] = made
    vectors.keep(tmp_path, rows, list(rows))
    return make_snapshot([PLAN], meaning=tmp_path)


def test_a_row_that_is_by_far_the_nearest_in_meaning_answers(snapshot: Snapshot, asked: Asked) -> None:
    said = ask(snapshot, "ai bảo trì máy nâng hạ cửa")
    assert asked == [("ai", "bảo", "trì", "máy", "nâng", "hạ", "cửa")]
    assert not said.tentative
    assert "Chủ trì: Đội Cơ điện" in plain(said)
    assert said.cited[0].item == ROWS[1]


@pytest.mark.usefixtures("asked")
def test_a_row_that_is_hardly_nearer_than_others_is_asked_back(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ai bảo trì máy kéo cửa")
    assert said.tentative
    assert "Chủ trì: Đội Cơ điện" in plain(said)
    assert said.cited[0].item == ROWS[1]


def test_what_is_meant_is_read_without_the_name_of_the_plan(snapshot: Snapshot, asked: Asked) -> None:
    ask(snapshot, "Trung tâm Y tế ai bảo trì máy nâng hạ cửa?")
    assert asked == [("ai", "bảo", "trì", "máy", "nâng", "hạ", "cửa?")]


@pytest.mark.usefixtures("asked")
def test_of_several_rows_that_may_be_meant_one_is_chosen_by_its_place(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking_back, "LIKELY", 1.0)
    conversation = Conversation()
    context = Context(today=date(2027, 3, 1))
    text = "ai bảo trì máy kéo cửa"
    said, conversation = answer(text, snapshot, conversation=conversation, context=context)
    assert said.tentative
    assert len(said.entries) == len(said.choices)
    assert said.cited[0].item == ROWS[1]
    assert plain(said).startswith("Chưa chắc anh/chị hỏi nội dung nào; gần nhất là 3 nội dung dưới đây:")
    second, _ = answer("cái thứ 2", snapshot, conversation=conversation, context=context)
    assert not second.tentative
    assert second.cited[0].ref == said.cited[1].ref
    field, _ = answer("hạn khi nào", snapshot, conversation=conversation, context=context)
    assert field.tentative  # none of them was chosen
    assert [c.ref for c in field.cited] == [c.ref for c in said.cited]


def test_what_nothing_is_near_to_stays_denied(snapshot: Snapshot, asked: Asked) -> None:
    said = ask(snapshot, "ai lo vụ đóng học phí cho sinh viên")
    assert asked
    assert said.abstained
    assert not said.cited


def test_what_the_words_settle_is_not_read_for_its_meaning(snapshot: Snapshot, asked: Asked) -> None:
    said = ask(snapshot, "ai chủ trì số hóa hồ sơ bệnh án ngoại trú")
    assert not said.abstained
    assert not said.tentative
    assert asked == []


@pytest.mark.usefixtures("asked")
def test_what_contradicts_a_row_rules_it_out_however_near_it_is(snapshot: Snapshot) -> None:
    assert ask(snapshot, "ai bảo trì máy nâng hạ cửa năm 2031").abstained


def test_words_without_accents_get_theirs_before_they_are_read(snapshot: Snapshot, asked: Asked) -> None:
    ask(snapshot, "ai bao tri thu tuc hanh chinh")
    assert asked[0][-4:] == ("thủ", "tục", "hành", "chính")


def test_a_list_on_words_that_no_row_has_proposes_rows_that_mean_the_same(snapshot: Snapshot, asked: Asked) -> None:
    said = ask(snapshot, "có những việc nào về nâng hạ")
    assert asked
    assert said.tentative
    assert plain(said).startswith("Không có nhiệm vụ nào về “nâng hạ”.")
    assert [citation.item for citation in said.cited] == [ROWS[1]]
    assert ask(snapshot, "có những việc nào về đóng học phí").abstained


@pytest.mark.parametrize("without", ["the extra", "vectors"])
def test_without_it_questions_are_answered_by_their_words(
    snapshot: Snapshot, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, without: str
) -> None:
    lost: dict[str, Callable[[], None]] = {
        "the extra": lambda: monkeypatch.setattr(nearness, "lacking", lambda: embedding.NO_EXTRA),
        "vectors": (tmp_path / vectors.FILE).unlink,
    }
    lost[without]()
    assert ask(snapshot, "ai sửa thiết bị nâng hạ").abstained
    assert not ask(snapshot, "ai chủ trì số hóa hồ sơ bệnh án ngoại trú").abstained
    assert asked == []


def test_the_words_have_weights_of_their_own() -> None:
    assert "near" not in weights(WORDS).by_reason
    assert {"near", "near_lead"} & set(weights(MEANING).by_reason)


@pytest.mark.skipif(bool(embedding.lacking()), reason=f"the extra `meaning`: {embedding.lacking()}")
def test_the_real_model_finds_the_row_in_words_that_nobody_has_prepared(tmp_path: Path) -> None:
    snapshot = make_snapshot([PLAN], meaning=tmp_path)
    assert read_meaning(snapshot) == len(ROWS)
    assert read_meaning(snapshot) == 0
    said = ask(snapshot, "ai bảo trì mấy cái máy nâng hạ cửa van")
    assert said.cited[0].item == ROWS[1]
    assert ask(snapshot, "thủ đô nước Pháp là gì").abstained


STORY = (
    "Chào anh chị bên trung tâm, nhà em ở miệt dưới, bữa rồi có ông chú đi ghe qua cống thấy mấy máy nâng hạ cửa kêu "
    "rần rần. Vậy anh chị cho em hỏi phòng nào đứng ra chủ trì để em liên hệ, em cảm ơn"
)


@pytest.mark.usefixtures("asked")
def test_of_a_story_the_whole_tells_what_is_meant(snapshot: Snapshot) -> None:
    said = ask(snapshot, STORY)
    assert not said.abstained
    assert said.cited[0].item == ROWS[1]

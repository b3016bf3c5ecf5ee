"""A sentence that is asked for by what it says is looked for by that, whatever the words of it ask elsewhere."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.language.text import canonical, folded, tokens
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Passage, Place
from knowledge.questions.sentences_asked import sentence_in

ONE_CHAIR = "Mỗi nhiệm vụ chỉ giao một phòng chủ trì và chịu trách nhiệm đến cùng; không để chồng chéo."
STRICT = "Cán bộ vi phạm quy tắc ứng xử phải bị xử lý, kể cả khi đã chuyển đơn vị hoặc nghỉ hưu."
TEXTS = (ONE_CHAIR, STRICT, "Việc tiếp công dân thực hiện vào thứ Năm tuần đầu của tháng tại trụ sở.")

FOUND = [
    ("kế hoạch có câu đại ý mỗi việc chỉ giao một phòng chịu trách nhiệm, cho tôi xin nguyên văn câu đó",
     "mỗi việc chỉ giao một phòng chịu trách nhiệm"),
    ("bác nhớ có câu nói ai vi phạm rồi nghỉ hưu cũng bị xử lý cháu tìm hộ bác nó nằm ở mục nào",
     "ai vi phạm rồi nghỉ hưu cũng bị xử lý"),
    ("đoạn nào nêu nguyên tắc một việc chỉ một phòng chủ trì, nguyên văn ra sao", "một việc chỉ một phòng chủ trì"),
    ("kế hoạch viết câu gì mà chuyển đơn vị vẫn bị xử lý. Nằm ở đoạn nào?", "chuyển đơn vị vẫn bị xử lý"),
    ("chỗ nào trong kế hoạch của trường nói phải tiếp công dân thứ năm", "phải tiếp công dân thứ năm"),
    ("cho xin nguyên văn câu về tiếp công dân đầu tháng", "tiếp công dân đầu tháng"),
    ("xin nguyên văn câu nói việc nào phòng nào gây ra thì phải xử lý", "việc nào phòng nào gây ra thì phải xử lý"),
    ("trong đó có câu đừng để chồng chéo việc, đọc nguyên văn cho em", "đừng để chồng chéo việc"),
    ("cau nao noi can bo nghi huu van bi xu ly vay", "can bo nghi huu van bi xu ly"),
]  # fmt: skip
NONE = [
    "có câu lạc bộ nào được thành lập không",
    "câu trả lời đó ghi ở mục nào",
    "những chỗ nào ghi kinh phí đào tạo",
    "chỗ nào ghi Văn phòng Sở chủ trì",
    "mục nào có nhiều việc nhất",
    "mục nào yêu cầu báo cáo trước 14/3",
    "đoàn nào báo cáo kết quả kiểm tra với Sở",
    "doan nao bao cao ket qua kiem tra voi so",
    "việc nào nói đến chữ ký số của Sở",
    "câu nào bảo vệ môi trường làng nghề",
    "câu đó đọc nguyên văn giúp em",
]


def _read(text: str) -> str:
    parts = [tokens(canonical(part)) for part in text.replace("?", ".").replace(".", ",").split(",")]
    words = [word for part in parts for word in part]
    breaks = {sum(map(len, parts[:at])) for at in range(1, len(parts))} - {len(words)}
    found = sentence_in(words, breaks)
    return " ".join(words[found.start : found.stop])


@pytest.mark.parametrize(("text", "told"), FOUND, ids=[text for text, _ in FOUND])
def test_the_words_that_tell_the_sentence(text: str, told: str) -> None:
    assert _read(text) == told


@pytest.mark.parametrize("text", NONE)
def test_no_sentence_is_asked_for(text: str) -> None:
    assert not _read(text)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    texts = [Passage(text, ("I. YÊU CẦU",), Place(lines=(n, n))) for n, text in enumerate(TEXTS, 1)]
    rows = [a_task(), a_task(task="Kiểm tra việc xử lý văn bản đến", stt="2", lead=("Phòng Thanh tra",))]
    return make_snapshot([a_loaded_plan(rows, passages=tuple(texts))])


ASKED = [
    ("có câu đại ý mỗi nhiệm vụ chỉ một phòng chủ trì chịu trách nhiệm, cho tôi xin nguyên văn và vị trí", ONE_CHAIR),
    ("đoạn nào nói ai vi phạm thì chuyển đơn vị hay nghỉ hưu vẫn bị xử lý", STRICT),
    ("em nhớ có câu nói không để chồng chéo giữa các phòng khi giao nhiệm vụ, câu đó ở đâu", ONE_CHAIR),
]


@pytest.mark.parametrize("accents", [True, False], ids=["accents", "none"])
@pytest.mark.parametrize(("text", "sentence"), ASKED, ids=[text for text, _ in ASKED])
def test_a_sentence_is_found_by_what_it_says(snapshot: Snapshot, text: str, sentence: str, accents: bool) -> None:
    said = ask(snapshot, text if accents else folded(text))
    assert [getattr(citation.item, "text", "") for citation in said.cited] == [sentence]
    assert not said.tentative


def test_one_that_is_not_there_is_not_made_up(snapshot: Snapshot) -> None:
    assert ask(snapshot, "có câu nào nói cấm uống rượu bia buổi trưa không").abstained


@pytest.mark.parametrize("text", ["mục nào nói Phòng Thanh tra chủ trì", "phần nào nói Phòng Thanh tra chủ trì"])
def test_who_has_rows_in_a_role_is_told_by_the_rows(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert [getattr(citation.item, "stt", "") for citation in said.cited] == ["2"]


@pytest.mark.parametrize(
    "text", ["ngành lâm nghiệp có việc gì", "nghành lâm nghiệp có việc gì", "nganh lam nghiep co viec gi"]
)
def test_a_branch_is_what_its_rows_are_about(text: str) -> None:
    rows = [a_task(), a_task(task="Tập huấn cán bộ lâm nghiệp", stt="2"), a_task(task="Họp các ngành", stt="3")]
    said = ask(make_snapshot([a_loaded_plan(rows)]), text)
    assert [getattr(citation.item, "stt", "") for citation in said.cited] == ["2"]


@pytest.mark.parametrize(
    "asked",
    [
        "ngày tiếp công dân trong phần yêu cầu của kế hoạch",
        "trích nguyên văn ngày tiếp công dân nêu trong phần yêu cầu",
        "ngay tiep cong dan trong phan yeu cau cua ke hoach",
    ],
)
def test_a_matter_in_a_part_of_the_text_is_no_list(asked: str) -> None:
    texts = tuple(Passage(text, ("I. YÊU CẦU",), Place(lines=(n, n))) for n, text in enumerate(TEXTS, 1))
    rows = [a_task(task="Phân công người trực", section=("I. YÊU CẦU",))]
    said = ask(make_snapshot([a_loaded_plan(rows, passages=texts)]), asked)
    assert [getattr(citation.item, "text", "") for citation in said.cited] == [TEXTS[2]]

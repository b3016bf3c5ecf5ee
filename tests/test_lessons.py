"""What the office taught changes what a text means, at once, and is taken back as easily."""

from dataclasses import replace
from datetime import datetime

import pytest
from builders import a_loaded_plan, a_task, at

from knowledge.answers.answer import Context, answer
from knowledge.library.snapshot import make_snapshot
from knowledge.questions.lessons import Kind, Lesson, Lessons, taught_word
from knowledge.reply import plain
from scheduler.taught import LessonStore, migrations

NOW: datetime = at("2027-03-01 08:00")
WORD = Lesson(Kind.WORD, "cổng dvc", "cổng dịch vụ công")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ai lo cổng dvc?", "ai lo cổng dịch vụ công?"),
        ("ai lo cong DVC?", "ai lo cổng dịch vụ công?"),
        ("ai lo cổng dvcx?", "ai lo cổng dvcx?"),
        ("ai lo cống dvc?", "ai lo cống dvc?"),
        ("ai lo cổng-dvc?", "ai lo cổng dịch vụ công?"),
    ],
    ids=["with accents", "without", "another word", "other accents", "held together otherwise"],
)
def test_a_word_is_read_as_what_it_means(text: str, read: str) -> None:
    assert Lessons((WORD,)).read(text).text == read


def test_a_longer_word_goes_first_and_nothing_is_read_twice() -> None:
    lessons = Lessons((Lesson(Kind.WORD, "dvc", "dịch vụ công"), Lesson(Kind.WORD, "cổng dvc", "cổng của dvc")))
    assert lessons.read("cổng dvc và dvc").text == "cổng của dvc và dịch vụ công"


def test_a_question_means_another_one_whatever_its_marks() -> None:
    lessons = Lessons((Lesson(Kind.QUESTION, "Sổ lo gì?", "ai chủ trì số hóa hồ sơ"),))
    assert lessons.read("so lo gi").text == "ai chủ trì số hóa hồ sơ"
    assert lessons.read("sổ lo gì nữa").text == "sổ lo gì nữa"


def test_a_question_is_about_a_row() -> None:
    read = Lessons((Lesson(Kind.ROW, "cái vụ sổ khi nào xong", "row0000001"),)).read("cái vụ sổ khi nào xong?")
    assert (read.text, read.ref) == ("cái vụ sổ khi nào xong?", "row0000001")


def test_the_last_lesson_about_the_same_holds() -> None:
    lessons = Lessons((WORD, Lesson(Kind.WORD, "cong dvc", "trang thông tin")))
    assert lessons.read("cong dvc").text == "trang thông tin"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("cổng dvc = cổng dịch vụ công", ("cổng dvc", "cổng dịch vụ công")),
        ("dvc=DVC", None),
        ("a =", None),
        ("việc 2", None),
    ],
)
def test_a_word_is_taught_with_a_sign(text: str, word: tuple[str, str] | None) -> None:
    assert taught_word(text) == word


def test_lessons_are_kept_with_who_and_when_and_taken_back() -> None:
    store = LessonStore(None)
    kept = store.teach(WORD, by="VP", now=NOW)
    assert (kept.by, kept.at) == ("VP", "2027-03-01T08:00:00+07:00")
    assert store.all().every == (kept,)
    assert store.undo(kept.number, by="VP", now=NOW) == kept
    assert store.undo(kept.number, by="VP", now=NOW) is None
    assert store.all().every == ()
    store.close()


def asked(text: str, *lessons: Lesson) -> str:
    rows = [
        a_task(stt="1", task="Số hóa hồ sơ", lead=("Văn phòng Sở",)),
        a_task(stt="2", task="Diễn tập ứng cứu sự cố"),
    ]
    plan = a_loaded_plan([replace(rows[0], objective=None), replace(rows[1], objective=None, lead=("Thanh tra Sở",))])
    taught = Lessons(
        tuple(replace(lesson, meant=lesson.meant.replace("REF2", plan.task_refs[1])) for lesson in lessons)
    )
    said, _ = answer(text, make_snapshot([plan]), context=Context(NOW.date(), lessons=taught))
    return plain(said)


def test_answers_follow_what_was_taught() -> None:
    assert "Thanh tra Sở" not in asked("ai lo vụ nhảy dù?")
    assert "Thanh tra Sở" in asked("ai lo vụ nhảy dù?", Lesson(Kind.WORD, "vụ nhảy dù", "diễn tập ứng cứu sự cố"))
    assert "Thanh tra Sở" in asked("ai lo vụ nhảy dù?", Lesson(Kind.ROW, "ai lo vụ nhảy dù", "REF2"))
    assert "Thanh tra Sở" in asked("nhảy dù", Lesson(Kind.QUESTION, "nhảy dù", "ai chủ trì diễn tập ứng cứu sự cố"))


def test_a_lesson_about_a_row_that_is_gone_does_nothing() -> None:
    assert "Văn phòng Sở" in asked("ai chủ trì số hóa hồ sơ", Lesson(Kind.ROW, "ai chủ trì số hóa hồ sơ", "gone"))


def test_what_an_office_taught_before_the_module_had_another_name_is_found() -> None:
    assert migrations.name == "scheduler.lessons"

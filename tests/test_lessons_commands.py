"""`planbot lessons`, and the evaluation with what an office has taught in force."""

from pathlib import Path

import pytest
from builders import at
from commanding import Planbot
from evaluation import fallen, take_lessons

from knowledge.database import DATABASE_NAME
from knowledge.questions.lessons import Kind, Lesson
from scheduler.taught import LessonStore

NOW = at("2027-03-01 08:00")


@pytest.fixture
def planbot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Planbot:
    """A data folder in which two lessons were taught."""
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    (tmp_path / "data").mkdir()
    store = LessonStore(tmp_path / "data" / DATABASE_NAME)
    store.teach(Lesson(Kind.WORD, "cổng dvc", "cổng dịch vụ công"), by="Hà (9)", now=NOW)
    store.teach(Lesson(Kind.QUESTION, "việc gấp?", "những việc nào quá hạn?"), by="Bình (10)", now=NOW)
    store.close()
    return Planbot(tmp_path, capsys)


def test_what_was_taught_is_listed_with_who_and_when_and_one_is_taken_back(planbot: Planbot) -> None:
    assert planbot.ok("lessons", "list").splitlines() == [
        '1  word  "cổng dvc" means "cổng dịch vụ công"  Hà (9), 2027-03-01T08:00',
        '2  question  "việc gấp?" means "những việc nào quá hạn?"  Bình (10), 2027-03-01T08:00',
    ]
    planbot.ok("lessons", "undo", "1")
    assert [one["number"] for one in planbot.json("lessons", "list")] == [2]
    code, _, error = planbot.run("lessons", "undo", "1")
    assert (code, "no lesson of this number holds" in error) == (1, True)
    planbot.ok("lessons", "undo", "2")
    assert planbot.run("lessons", "list")[0] == 1


def test_what_was_exported_holds_in_the_data_of_an_evaluation(planbot: Planbot, tmp_path: Path) -> None:
    file, other = tmp_path / "lessons.json", tmp_path / "other"
    file.write_text(planbot.ok("lessons", "list", "--json"), encoding="utf-8")
    other.mkdir()
    assert take_lessons(file, other) == 2
    store = LessonStore(other / DATABASE_NAME)
    assert [(one.kind, one.said) for one in store.all().every] == [
        (Kind.WORD, "cổng dvc"),
        (Kind.QUESTION, "việc gấp?"),
    ]
    store.close()


def test_a_group_of_questions_that_falls_is_named_and_one_that_rises_is_not() -> None:
    before = {"all": {"share": 0.95}, "set phone": {"share": 0.93}, "seconds for the whole run": {"share": 50.0}}
    after = {"all": {"share": 0.96}, "set phone": {"share": 0.91}, "seconds for the whole run": {"share": 40.0}}
    assert fallen(before, after) == ["set phone: 0.930 -> 0.910"]
    assert fallen(before, before) == []

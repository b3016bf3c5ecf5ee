"""The pictures in the guides show what the bot says today."""

import re
from pathlib import Path

import pytest
from conversations import PICTURES, Conversation, eight_conversations
from pictures import FOLDER, MARK, NoBrowserError, browser, draw, fingerprint, main
from PIL import Image

LARGEST = 60_000
DOCS = FOLDER.parent


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Conversation]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("handlers.report_files.picture", lambda *_: b"a chart, whether or not it can be drawn here")
        found = eight_conversations(tmp_path_factory.mktemp("office"))
    return {conversation.name: conversation for conversation in found}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_the_bot_says_today(name: str, told: dict[str, Conversation]) -> None:
    assert told[name].text == (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), "run `make pictures`"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_of_the_words_beside_it_and_small(name: str) -> None:
    file = FOLDER / f"{name}.png"
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    with Image.open(file) as picture:
        assert picture.info[MARK] == fingerprint(text), "run `make pictures`"
    assert file.stat().st_size < LARGEST


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_stands_in_its_guide_with_words_for_who_cannot_see_it(name: str) -> None:
    guide, says = PICTURES[name]
    assert f"![{says}](pictures/{name}.png)" in (DOCS / guide).read_text(encoding="utf-8")


def test_each_guide_has_two_pictures_and_none_is_left_over() -> None:
    shown = [found for file in DOCS.glob("*.md") for found in re.findall(r"pictures/([\w-]+)\.png", file.read_text())]
    assert sorted(shown) == sorted(PICTURES)
    assert {file.stem for file in FOLDER.iterdir()} == set(PICTURES)
    assert len({guide for guide, _ in PICTURES.values()}) * 2 == len(PICTURES)


def test_nobody_drew_a_conversation_that_does_not_happen(told: dict[str, Conversation]) -> None:
    assert list(told) == sorted(told, key=list(PICTURES).index)
    assert set(told) == set(PICTURES)


def test_a_missing_browser_is_named_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pictures.shutil.which", lambda _: None)
    assert main([]) == 1
    said = capsys.readouterr().err
    assert "apt-get install chromium" in said
    assert "chưa có trình duyệt Chromium" in said


def test_a_conversation_is_drawn_as_high_as_it_is_long(told: dict[str, Conversation], tmp_path: Path) -> None:
    try:
        drawn_by = browser()
    except NoBrowserError as error:
        pytest.skip(str(error).splitlines()[0])
    file = tmp_path / "picture.png"
    file.write_bytes(draw(told["quan-tri-cho-vao"], drawn_by))
    with Image.open(file) as picture:
        assert picture.width == 400
        assert 200 < picture.height < 900

"""The names of plans, as they come from a file's name, the command line and the chat."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import RefusedError
from knowledge.library.names import MOST_BYTES, name_of_file, plan_name, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("ke-hoach-2027", "ke-hoach-2027", id="usual"),
        pytest.param(" Kế  hoạch số 12 ", "Kế hoạch số 12", id="spaces"),
        pytest.param("Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch", id="taken apart, as macOS has it"),
        pytest.param("kế hoạch.v2", "kế hoạch.v2", id="a dot inside"),
    ],
)
def test_a_name_is_kept_in_one_form(text: str, name: str) -> None:
    assert plan_name(text) == name


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("../../evil", "path", id="up"),
        pytest.param("/abs", "path", id="absolute"),
        pytest.param("a\\b", "path", id="of Windows"),
        pytest.param("..", "dot", id="the folder above"),
        pytest.param(".hidden", "dot", id="hidden"),
        pytest.param("", "empty", id="empty"),
        pytest.param("   ", "empty", id="spaces only"),
        pytest.param("a\x1b[2Jb", "control", id="escape"),
        pytest.param("a\nb", "control", id="two lines"),
        pytest.param("a\x00b", "control", id="nul"),
        pytest.param("a\u202egnp", "control", id="turned round"),
        pytest.param("a\u200bb", "control", id="no width"),
        pytest.param("\ud800", "control", id="half a character"),
        pytest.param("k" * 300, "longer", id="300 letters"),
        pytest.param("ế" * 90, "longer", id="many bytes"),
    ],
)
def test_a_name_that_could_do_harm_is_refused_in_plain_words(text: str, problem: str) -> None:
    with pytest.raises(RefusedError, match=problem) as refused:
        plan_name(text)
    assert str(refused.value).isprintable()


@given(st.text())
def test_whatever_is_taken_names_one_folder_and_is_taken_again(text: str) -> None:
    try:
        name = plan_name(text)
    except RefusedError:
        return
    assert plan_name(name) == name
    assert Path("data", name).parent == Path("data")
    assert name.isprintable()
    assert len(name.encode()) <= MOST_BYTES


def test_a_file_gives_its_name_without_its_ending() -> None:
    assert name_of_file(Path("/tmp/x/Kế hoạch 12.docx")) == "Kế hoạch 12"  # noqa: S108 - no file is made


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("KH 300 của Sở", "KH-300-của-Sở"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("a\u202egnp\x00b", "agnpb"),
        ("...", "ke-hoach"),
        ("", "ke-hoach"),
    ],
)
def test_whatever_a_file_is_called_gives_a_safe_name(called: str, name: str) -> None:
    assert safe_name(called) == name


@given(st.text())
def test_a_safe_name_is_one_that_is_taken(text: str) -> None:
    assert plan_name(safe_name(text)) == safe_name(text)

"""What a newcomer can rely on everywhere in the code: short files, short functions."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "handlers", "scheduler", "knowledge")
TESTS = "tests"
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 10


@cache
def functions(path: Path) -> tuple[tuple[str, int], ...]:
    return tuple(_functions(path))


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file with their lines, the docstring left out: what is told about them may be long."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = node.body[0] if ast.get_docstring(node) is not None else None
            text = (told.end_lineno or 0) - told.lineno + 1 if told else 0
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1 - text


@pytest.mark.parametrize("package", [*PACKAGES, TESTS])
def test_no_file_is_longer_than_a_reader_takes_in_at_once(package: str) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / package).rglob("*.py")}
    assert {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    assert [told for path in SOURCES for told in functions(path) if told[1] > LONGEST_FUNCTION] == []


def test_most_functions_say_one_thing() -> None:
    assert median(lines for path in SOURCES for _, lines in functions(path)) < MEDIAN_FUNCTION

"""Questions about the plans of invented offices, and their judge (`tests/data/offices`)."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from evaluation import take_in

from knowledge.language.text import folded_tokens
from knowledge.library.library import Library
from knowledge.library.snapshot import Snapshot

OFFICES = Path(__file__).parent / "data" / "offices"
SETS = tuple(sorted(folder.name for folder in OFFICES.iterdir() if folder.name.isdigit()))
YEAR = 2027  # the year that the plans of all sets are of
FILES: Mapping[str, Path] = {}  # of annotated rows: here a question tells its rows itself
_BEGINNING = 30  # letters of a row by which it is known
_SAID_IN = ("task", "activity", "objective", "text")


def asked_of_offices(name: str) -> list[dict[str, Any]]:
    """The questions about the plans of one set."""
    return _questions(OFFICES / name / "questions.jsonl", f"offices-{name}")


def asked_of_samples() -> list[dict[str, Any]]:
    """The questions in the same manner about the plans beside the checkout."""
    files = sorted((OFFICES / "samples").glob("*.jsonl"))
    return [question for file in files for question in _questions(file, f"samples-{file.stem}")]


@contextmanager
def library_of(name: str) -> Iterator[Snapshot]:
    """The plans of one set, handed in."""
    with tempfile.TemporaryDirectory() as folder:
        take_in(sorted((OFFICES / name).glob("*.txt")), Path(folder))
        with closing(Library.open(Path(folder))) as library:
            yield library.snapshot


def read_gold(_files: Mapping[str, Path]) -> Mapping[str, Any]:
    """Nothing: see FILES."""
    return {}


def judge(question: Mapping[str, Any], answer: Mapping[str, Any], _gold: Mapping[str, Any]) -> tuple[float, str, None]:
    """What an answer about one row is worth, as the judge beside the checkout says it."""
    if question["kind"] == "none":
        return float(answer["abstained"]), "sure", None
    said, rows = _plain(answer["answer"]), answer["rows"][:1]
    right = all(any(_plain(way) in said for way in ways) for ways in map(_ways, question["must"]))
    cited = not question["rows"] or any(_is_row(row, question["rows"]) for row in rows)
    return float(right and cited and not answer["abstained"]), "sure", None


def _ways(must: str | list[str]) -> list[str]:
    return [must] if isinstance(must, str) else must


def _is_row(row: Mapping[str, Any], beginnings: list[str]) -> bool:
    said = _plain(" ".join(str(row.get(name) or "") for name in _SAID_IN))
    return any(_plain(beginning)[:_BEGINNING] in said for beginning in beginnings)


def _plain(text: str) -> str:
    return " ".join(folded_tokens(text))


def _questions(file: Path, name: str) -> list[dict[str, Any]]:
    lines = file.read_text("utf-8").splitlines()
    return [{"set": name, "plan": "all", **json.loads(line)} for line in lines]

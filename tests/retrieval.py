"""Public sets of questions with the documents that answer them: their format, slips of the keyboard, and the measures.

A set is a folder as the BEIR collection has it (Thakur et al. 2021): `corpus.jsonl` with a document a line (`_id`,
`title`, `text`), `queries.jsonl` with a question a line (`_id`, `text`), `qrels/*.tsv` with a heading and then
`query-id`, `corpus-id`, `score` a line, where a score above 0 is a document that answers. A file `*.json` in the form
of SQuAD (`data`, `paragraphs`, `context`, `qas`), as XQuAD has it, is a set as well: its contexts are the documents.
"""

import csv
import json
import random
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MISSPELT = 0.15  # share of words with a slip


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the positions of the documents that answer it."""

    text: str
    answers: frozenset[int]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Documents, and questions that some of them answer."""

    name: str
    documents: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over questions: the first document right, share of the right ones in ten, reciprocal rank in ten."""

    precision_at_1: float
    recall_at_10: float
    reciprocal_rank_at_10: float


def sets_in(folder: Path) -> list[QuestionSet]:
    """Every set of a folder, by name; none where the folder is missing.

    Raises:
        ValueError: a file is not in the format; its name and the place are told.
    """
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [_squad(path) if path.suffix == ".json" else _beir(path) for path in found if _is_set(path)]


def quality(found: Sequence[Sequence[int]], questions: Sequence[Question]) -> Quality:
    """How good rankings are, each the positions of the documents found for the question at its place, best first."""
    scored = [_scored(list(ranking[:10]), question.answers) for ranking, question in zip(found, questions, strict=True)]
    count = max(len(scored), 1)
    return Quality(*(sum(values) / count for values in zip(*scored, strict=True))) if scored else Quality(0, 0, 0)


def misspelt(text: str, seed: int) -> str:
    """The text with a slip in MISSPELT of its words, the same for the same seed.

    A slip is a letter left out, doubled, swapped with the next, or another one; none in codes.
    """
    chance = random.Random(seed)  # noqa: S311 - a measurement, no secret
    return " ".join(
        _slipped(word, chance) if len(word) > 1 and word.isalpha() and chance.random() < MISSPELT else word
        for word in text.split()
    )


def _is_set(path: Path) -> bool:
    return path.suffix == ".json" or (path / "corpus.jsonl").is_file()


def _scored(ranking: list[int], answers: frozenset[int]) -> tuple[float, float, float]:
    ranks = [rank for rank, document in enumerate(ranking, 1) if document in answers]
    first = 1 / ranks[0] if ranks else 0.0
    return float(1 in ranks), len(ranks) / max(len(answers), 1), first


def _slipped(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[: at + 1] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :]


def _beir(folder: Path) -> QuestionSet:
    documents = {
        str(row["_id"]): " ".join(filter(None, (row.get("title"), row["text"])))
        for row in _lines(folder / "corpus.jsonl", "_id", "text")
    }
    positions = {name: position for position, name in enumerate(documents)}
    answers: dict[str, set[int]] = {}
    for query, document in _judged(folder):
        if document not in positions:
            raise ValueError(f"{folder}/qrels: document {document!r} is not in corpus.jsonl")
        answers.setdefault(query, set()).add(positions[document])
    questions = [
        Question(row["text"], frozenset(answers[str(row["_id"])]))
        for row in _lines(folder / "queries.jsonl", "_id", "text")
        if str(row["_id"]) in answers
    ]
    return QuestionSet(folder.name, tuple(documents.values()), tuple(questions))


def _judged(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "qrels").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if not {"query-id", "corpus-id", "score"} <= row.keys():
                    raise ValueError(f"{path}: the first line has to be query-id, corpus-id, score")
                if float(row["score"]) > 0:
                    yield row["query-id"], row["corpus-id"]


def _lines(path: Path, *keys: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            row = json.loads(line)
            if not set(keys) <= row.keys():
                raise ValueError(f"{path} line {number}: {', '.join(keys)} expected")
            yield row


def _squad(path: Path) -> QuestionSet:
    data = json.loads(path.read_text(encoding="utf-8")).get("data")
    if data is None:
        raise ValueError(f"{path}: no `data`; the form of SQuAD is expected")
    paragraphs = [paragraph for article in data for paragraph in article["paragraphs"]]
    positions: dict[str, int] = {}
    for paragraph in paragraphs:
        positions.setdefault(paragraph["context"], len(positions))
    questions = [
        Question(asked["question"], frozenset([positions[paragraph["context"]]]))
        for paragraph in paragraphs
        for asked in paragraph["qas"]
        if not asked.get("is_impossible")
    ]
    return QuestionSet(path.stem, tuple(positions), tuple(questions))

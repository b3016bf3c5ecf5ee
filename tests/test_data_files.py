"""The tables that an office can amend: one phrase a line, its kind beside it, every kind explained and used."""

import ast
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from knowledge.data import records
from knowledge.questions.cue_phrases import parse
from knowledge.search.words import terms

ROOT = Path(__file__).parents[1]
BY_KIND = ("cues.tsv", "talk.tsv", "report_words.tsv", "plain_words.tsv", "units.tsv", "cells.tsv", "headers.tsv",
           "duty_words.tsv")  # fmt: skip
FOR_THE_READER = ("beyond.tsv", "everyday.tsv")  # nothing asks for one kind alone
TABLES = sorted(path.name for path in (ROOT / "knowledge" / "data").glob("*.tsv"))


@cache
def asked() -> set[str]:
    """The texts that stand in the code."""
    return {
        node.value
        for path in (ROOT / "knowledge").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def text_of(name: str) -> str:
    return files("knowledge.data").joinpath(name).read_text("utf-8")


def kinds_of(name: str) -> set[str]:
    return {row[0] for row in records(name) if not row[0].startswith("@")}


@pytest.mark.parametrize("name", [*BY_KIND, *FOR_THE_READER])
def test_every_kind_is_explained_at_the_head_of_its_table(name: str) -> None:
    head = text_of(name).split("\n" + "\t".join(records(name)[0]), 1)[0]

    assert set(re.findall(r"^#   ?([a-z_]+(?: [a-z]+)*)  +\S", head, re.MULTILINE)) == kinds_of(name)


@pytest.mark.parametrize("name", BY_KIND)
def test_every_kind_is_asked_for_by_some_reader(name: str) -> None:
    assert kinds_of(name) - asked() == set()


@pytest.mark.parametrize("name", TABLES)
def test_a_line_has_one_phrase_and_stands_once(name: str) -> None:
    rows = records(name)

    assert [row for row in rows if any(";" in cell for cell in row)] == []
    assert len(rows) == len(set(rows))


def test_every_concept_of_everyday_words_is_said_and_printed() -> None:
    rows = records("paraphrases.tsv")
    sides = {kind: {concept for concept, each, _ in rows if each == kind} for kind in ("said", "printed")}

    assert {kind for _, kind, _ in rows} == set(sides)
    assert sides["said"] == sides["printed"]


def test_what_everyday_words_stand_for_is_of_several_syllables_as_one_alone_is_never_looked_for() -> None:
    assert [row for row in records("paraphrases.tsv") if row[1] == "printed" and len(terms(row[2])) == 1] == []


def test_no_line_of_the_cues_is_said_by_the_others() -> None:
    phrases = parse(text_of("cues.tsv"), "cues.tsv")
    written = [
        (kind, phrase, {(phrase.startswith("="), *words) for words in phrases.written_out(phrase)})
        for kind, every in phrases.kinds.items()
        for phrase in every
    ]
    times = Counter((kind, words) for kind, _, meant in written for words in meant)
    assert [(kind, phrase) for kind, phrase, meant in written if all(times[kind, words] > 1 for words in meant)] == []

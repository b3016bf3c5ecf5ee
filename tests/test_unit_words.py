"""The table of the words that names of units are made of: every kind is explained and asked for."""

import ast
import re
from importlib.resources import files
from pathlib import Path

from knowledge.data import records
from knowledge.units.name_words import office_heads, text_heads, unfit_after
from knowledge.units.phrase import begins_unit

ROOT = Path(__file__).parents[1]
KINDS = {kind for kind, _ in records("units.tsv")}


def test_every_kind_is_explained_at_the_head_of_the_table() -> None:
    text = files("knowledge.data").joinpath("units.tsv").read_text("utf-8")
    explained = set(re.findall(r"^# ([a-z]+(?: [a-z]+)?)  +\S", text, re.MULTILINE))
    assert explained == KINDS


def test_every_kind_is_asked_for_by_some_reader() -> None:
    asked = {
        node.value
        for path in (ROOT / "knowledge").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert KINDS - asked == set()


def test_no_phrase_stands_twice_for_one_kind() -> None:
    rows = records("units.tsv")
    assert len(rows) == len(set(rows))


def test_whatever_is_unfit_in_running_text_names_the_head_that_it_is_unfit_after() -> None:
    heads = set(text_heads())
    unfit = [word for kind, word in records("units.tsv") if kind == "text not"]
    assert sum(len(unfit_after(head)) for head in heads) >= len(unfit)


def test_a_head_in_running_text_has_its_accents_and_is_no_other_word() -> None:
    assert begins_unit("Sở Y tế chủ trì")
    assert begins_unit("ủy ban nhân dân các xã")
    assert begins_unit("uỷ ban nhân dân các xã")
    assert not begins_unit("số hóa hồ sơ")
    assert not begins_unit("bộ máy hành chính")
    assert not begins_unit("báo động đỏ")
    assert not begins_unit("P. Nội vụ")


def test_an_office_that_issues_plans_begins_with_a_head_of_its_own_or_of_a_unit() -> None:
    assert {"Chính phủ", "UBND", "Sở", "Văn phòng"} <= set(office_heads())
    assert "Ông" not in office_heads()

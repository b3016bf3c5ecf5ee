"""What questions are answered from."""

from pathlib import Path

import pytest
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import make_snapshot
from knowledge.model import Passage, Target

PLAN = a_loaded_plan([a_task(), a_task(stt="2")], targets=(Target("92%"),), passages=(Passage("Mục tiêu"),))


def test_every_row_target_and_passage_is_found_by_its_ref() -> None:
    snapshot = make_snapshot([a_loaded_plan(stem="other"), PLAN])
    refs = (*PLAN.task_refs, *PLAN.target_refs, *PLAN.passage_refs)
    found = [snapshot.find(ref) for ref in refs]
    assert [c and c.item for c in found] == [*PLAN.plan.tasks, *PLAN.plan.targets, *PLAN.plan.passages]
    assert [c and c.ref for c in found] == list(refs)
    assert {c.stem for c in found if c} == {PLAN.stem}


@pytest.mark.parametrize("ref", ["", "aaaaaaaaaa", "không có"])
def test_a_ref_of_nothing_finds_nothing(ref: str) -> None:
    assert make_snapshot([PLAN]).find(ref) is None
    assert make_snapshot([]).find(ref) is None


def test_a_hit_is_cited_with_its_score() -> None:
    snapshot = make_snapshot([PLAN])
    hit = snapshot.index.search("số hóa hồ sơ")[0]
    cited = snapshot.cite(hit)
    assert (cited.ref, cited.item, cited.score) == (PLAN.task_refs[0], PLAN.plan.tasks[0], hit.score)


def test_the_index_is_made_once_and_then_loaded_until_the_plans_change(tmp_path: Path) -> None:
    cache = tmp_path / "data" / "index"
    made = make_snapshot([PLAN], cache)
    kept = next(cache.glob("*/about.json"))
    written = kept.stat().st_mtime_ns
    assert make_snapshot([PLAN], cache).index.search("số hóa") == made.index.search("số hóa")
    assert kept.stat().st_mtime_ns == written
    assert make_snapshot([a_loaded_plan([a_task(task="Đào tạo")])], cache).index.search("đào tạo")
    assert make_snapshot([], cache).index.search("đào tạo") == []


def test_questions_are_answered_where_the_index_cannot_be_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    assert make_snapshot([PLAN], tmp_path / "taken").index.search("số hóa")
    assert "the index is not kept" in caplog.text

"""What a bot works out when it starts, so that the first who ask do not wait for it."""

import gc

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.answers.ready import get_ready
from knowledge.library.snapshot import make_snapshot
from knowledge.questions.constraint_patterns import ready
from knowledge.questions.lookup import lookup


def test_no_rule_is_compiled_while_somebody_waits() -> None:
    snapshot = make_snapshot(
        [a_loaded_plan([a_task(), a_task(stt="2", task="Diễn tập ứng cứu sự cố", lead=("Thanh tra",))])]
    )
    ready.cache_clear()
    get_ready(snapshot)
    compiled = ready.cache_info().misses

    for text in (
        "việc nào chưa có thời hạn, trừ Thanh tra",
        "moi phong bao nhieu viec",
        "Thanh tra chủ trì quý II việc gì",
    ):
        ask(snapshot, text)

    assert compiled
    assert ready.cache_info().misses == compiled


def test_nobody_waits_for_a_walk_over_all_rows() -> None:
    snapshot = make_snapshot([a_loaded_plan([a_task(section=("I. Tuyên truyền",))])])
    get_ready(snapshot)

    assert {"section_words", "rows_by_ref"} <= vars(lookup(snapshot).tasks).keys()


def test_a_bot_without_plans_gets_ready_as_well() -> None:
    get_ready(make_snapshot([]))


def test_what_was_made_for_a_large_library_is_spared_the_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.library.breathing._LARGE", 1)
    snapshot = make_snapshot([a_loaded_plan([a_task()])])
    gc.unfreeze()
    try:
        get_ready(snapshot)
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()

"""The health of the bot for machines: the same figures as in /suckhoe, on this machine alone."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from local_telegram import _PLAIN
from test_operating import WELL

from bot import metrics
from bot.config import Config, Metrics, load_config
from bot.metrics import NO_EXTRA, exposition, server, serving_metrics
from bot.operations import Operator, changes
from bot.wiring import Wiring
from handlers import words_out
from knowledge.errors import MissingExtraError, RefusedError
from knowledge.library.library import Library
from scheduler.access import Access
from scheduler.clock import system_clock
from scheduler.counters import Counted, Marked
from scheduler.health import Disk, Health

STATE = {"health": WELL}


@pytest.fixture(name="address")
def _address() -> Iterator[str]:
    running = server(Metrics(), lambda: STATE["health"])
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def get(address: str) -> httpx.Response:
    return httpx.get(address, trust_env=False, verify=_PLAIN)


def test_a_machine_sees_whether_all_is_well(address: str) -> None:
    assert (get(f"{address}/health").status_code, get(f"{address}/else").status_code) == (200, 404)
    STATE["health"] = replace(WELL, disk=Disk(1, 100 << 30))
    try:
        answer = get(f"{address}/health")
    finally:
        STATE["health"] = WELL
    assert answer.status_code == 503
    assert json.loads(answer.text)["troubles"] == ["disk"]


def test_the_metrics_are_the_figures_that_admins_are_told() -> None:
    pytest.importorskip("prometheus_client", reason="the extra `metrics` is not installed")
    _, body = exposition(WELL)
    lines = body.decode().splitlines()
    for line in (
        'planbot_answer_seconds_count{outcome="answered"} 3.0',
        'planbot_answer_seconds_sum{outcome="answered"} 0.03',
        'planbot_sends_today{outcome="sent"} 7.0',
        "planbot_parked_chats 1.0",
        "planbot_reminder_backlog 0.0",
        "planbot_rows 40.0",
        'planbot_trouble{trouble="disk"} 0.0',
    ):
        assert line in lines
    said = words_out.health(WELL)
    assert "Nơi không nhận được tin: 1;" in said
    assert "trả lời: 3" in said
    assert "40 nhiệm vụ" in said


def test_without_the_extra_the_start_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match="make metrics"):
        serving_metrics(Metrics(port=9000))
    assert "prometheus-client" in NO_EXTRA


def test_a_port_that_is_taken_is_told(address: str) -> None:
    with pytest.raises(RefusedError, match="choose another"):
        server(Metrics(port=int(address.rpartition(":")[2])), lambda: WELL)


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ('listen = "0.0.0.0"', "metrics.listen = '0.0.0.0': expected an address of this machine alone"),
        ('listen = "planbot.vn"', "metrics.listen = 'planbot.vn'"),
        ("port = 70000", "metrics.port = 70000: expected 0 (off) to 65535"),
    ],
)
def test_other_machines_are_never_served(tmp_path: Path, key: str, says: str) -> None:
    (tmp_path / "config.toml").write_text(f"[metrics]\n{key}\n", "utf-8")
    with pytest.raises(RefusedError) as refused:
        load_config(tmp_path / "config.toml", {})
    assert says in str(refused.value)


@pytest.fixture(name="wiring")
def _wiring(tmp_path: Path) -> Iterator[Wiring]:
    Library.open(tmp_path / "data").close()
    file = tmp_path / "config.toml"
    file.write_text('[office]\nname = "Sở A"\n', "utf-8")
    wiring = Wiring(load_config(file, {}), tmp_path / "data", system_clock(None), file)
    yield wiring
    wiring.close()


def test_health_is_gathered_from_what_is_there(wiring: Wiring) -> None:
    now = wiring.clock()
    wiring.stores.counters.count(Counted.ANSWER, "answered", now.date(), 0.5)
    wiring.stores.counters.mark(Marked.PASS, now, number=4)
    wiring.stores.ledger.park(-5, "blocked", now)
    health: Health = Operator(wiring, wiring.config_file).health()
    assert health.answers == {"answered": (1, 0.5)}
    assert (health.backlog, health.parked, health.index.plans) == (4, 1, 0)
    assert health.disk.total > health.disk.free > 0
    assert health.disk.database > 0
    assert set(health.versions) == {"planbot", "Python", "SQLite"}


def test_a_backup_for_the_chat_is_gone_when_it_was_sent(wiring: Wiring) -> None:
    operator = Operator(wiring, wiring.config_file)
    with operator.backup(wiring.clock()) as made:
        assert made.size == made.file.stat().st_size
    assert not made.file.exists()
    assert list((wiring.folder / "backups").iterdir()) == []


def test_what_can_change_while_the_bot_runs_changes_and_the_rest_is_named(wiring: Wiring) -> None:
    assert wiring.config_file
    wiring.config_file.write_text(
        '[office]\nname = "Sở B"\n[reminders]\nevery_minutes = 5\n[access]\nadmins = [7]\n[metrics]\nport = 9000\n',
        "utf-8",
    )
    loaded = Operator(wiring, wiring.config_file).reload()
    assert loaded.changed == ("office.name", "access.admins", "reminders.every_minutes")
    assert loaded.waiting == ("metrics.port",)
    assert wiring.stores.settings.every_minutes == 5
    assert wiring.stores.office == "Sở B"
    assert wiring.stores.people.roll().role(7) is not None
    assert wiring.config.metrics.port == 0


def test_a_wrong_configuration_changes_nothing(wiring: Wiring) -> None:
    assert wiring.config_file
    wiring.config_file.write_text('[office]\nname = "Sở B"\n[reminders]\nstages = [-1]\n', "utf-8")
    with pytest.raises(RefusedError):
        Operator(wiring, wiring.config_file).reload()
    assert (wiring.stores.office, wiring.config.office.name) == ("Sở A", "Sở A")


def test_a_new_token_is_named_and_not_shown() -> None:
    before, after = Config(token="1:A"), Config(token="1:B", access=Access(admins=frozenset({1})))
    assert list(changes(before, after)) == ["access.admins", "token"]

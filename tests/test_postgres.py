"""One PostgreSQL server for several offices: the same stores as on files, and no office sees another's rows.

They run where a server and the extra [postgres] are installed, on a server of their own.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from builders import a_link, a_loaded_plan, a_task, at
from postgres import an_office
from taken_once import TakenOnce

from knowledge.answers.answer import Context, answer
from knowledge.errors import BusyError, RefusedError, StorageError
from knowledge.library.snapshot import load, make_snapshot
from knowledge.library.store import Store, Version
from knowledge.reply import plain
from knowledge.samples import sample_files
from knowledge.storage import Server, open_storage
from scheduler import units
from scheduler.shown import ShownStore
from scheduler.units import UnitStore

psycopg = pytest.importorskip("psycopg", reason="the extra [postgres] is not installed")
ROOT = Path(__file__).resolve().parents[1]
STORES = ("store", "ledger", "people", "unit_links", "workdays", "progress", "asked", "lessons")
SEARCHING = ("index",)
NOW = at("2027-06-28 08:00")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("parts", [STORES, SEARCHING], ids=["stores", "search"])
def test_stores_and_search_pass_the_tests_that_they_pass_on_files(owner: str, parts: tuple[str, ...]) -> None:
    files = [f"tests/test_{name}.py" for name in parts]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--postgres", owner, *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout[-3000:]


def test_an_office_sees_and_changes_nothing_of_another_whatever_it_asks(offices: tuple[str, str]) -> None:
    one, two = offices
    with closing(UnitStore(Server(one))) as ours, closing(UnitStore(Server(two))) as theirs:
        assert ours.link(a_link())
        assert theirs.links() == ()
        with psycopg.connect(two, autocommit=True) as connection:
            assert connection.execute("select count(*) from links").fetchall() == [(0,)]
            assert connection.execute("delete from links").rowcount == 0
            assert connection.execute("update links set unit = 'x'").rowcount == 0
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("insert into links (kept_for, unit) values ('another', 'x')")
            for statement in (
                "select * from links_0",
                "drop table links",
                "alter table links disable row level security",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement)
        assert [link.unit for link in ours.links()] == [a_link().unit]


def test_every_table_is_in_parts_by_office_and_its_rows_are_kept_apart_even_from_its_owner(owner: str) -> None:
    keys = (
        "select attname from pg_partitioned_table join pg_attribute on attrelid = partrelid and attnum = any(partattrs)"
    )
    open_to_all = (
        "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace "
        "and not relispartition and not (relrowsecurity and relforcerowsecurity)"
    )
    with psycopg.connect(owner) as connection:
        divided = connection.execute(keys).fetchall()
        assert len(divided) > 20
        assert set(divided) == {("kept_for",)}
        assert connection.execute(open_to_all).fetchall() == [("migrations",)]


def test_who_writes_for_one_office_does_not_hold_up_another_or_those_who_read(offices: tuple[str, str]) -> None:
    with closing(UnitStore(Server(offices[0]))) as ours, closing(UnitStore(Server(offices[1]))) as theirs:
        ours.link(a_link())
        with psycopg.connect(offices[0]) as holding:
            holding.execute("update changes set number = number")
            assert theirs.link(a_link())
            assert len(ours.links()) == 1
            with pytest.raises(BusyError):
                ours.link(a_link(chat=-5))
            holding.rollback()
        assert ours.link(a_link(chat=-5))


def test_the_same_question_gives_the_same_rows_as_from_memory(offices: tuple[str, str]) -> None:
    loaded = [a_loaded_plan([a_task(task=f"Số hóa hồ sơ {n}", stt=str(n)) for n in range(1, 30)])]
    with closing(Store(Server(offices[0]))) as store:
        for plan in loaded:
            store.add(Version(plan.stem, 1, "nguồn", "tệp", "0", "2027-01-01T08:00:00"), plan)
        kept = [store.version(stem, number) for stem, number in store.numbers().items()]
    back = [load(plan.stem, plan.plan, plan.task_refs) for plan in kept if plan]
    for text in ("ai chủ trì số hóa hồ sơ 7", "so hoa ho so", "Văn phòng Sở chủ trì việc gì"):
        said, again = (
            plain(answer(text, make_snapshot(plans), context=Context(today=NOW.date()))[0]) for plans in (loaded, back)
        )
        assert said == again


def planbot(data: Path, address: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PLANBOT_")}
    environment |= {"PLANBOT_DATABASE": address, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    command = [sys.executable, "-m", "bot", "--data", str(data), "--now", "2026-11-20T08:00", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment, timeout=100)


def test_an_office_works_on_a_server_from_the_command_line(owner: str, tmp_path: Path, taken_once: TakenOnce) -> None:
    taken_once.bring(tmp_path)
    made = planbot(tmp_path, owner, "postgres", "office", "so_noi_vu")
    assert made.returncode == 0, made.stderr
    address = made.stdout.strip()
    sample = next(path for path in sample_files() if path.suffix == ".txt")
    added = planbot(tmp_path, address, "plans", "add", str(sample))
    assert added.returncode == 0, added.stderr
    listed = planbot(tmp_path, address, "plans", "list")
    assert sample.stem in listed.stdout
    assert not (tmp_path / "planbot.db").exists()
    (there := tmp_path / "there.toml").write_text('[search]\ncandidates = "server"\n', encoding="utf-8")
    question = "ai chủ trì việc số hóa hồ sơ"
    here = planbot(tmp_path, address, "ask", question, "--json")
    asked = planbot(tmp_path, address, "--config", str(there), "ask", question, "--json")
    assert (asked.returncode, asked.stdout) == (here.returncode, here.stdout)
    with psycopg.connect(address) as connection:
        assert connection.execute("select count(*) from indexes").fetchall() == [(1,)]
    other = planbot(tmp_path / "other", an_office(owner, "so_y_te"), "plans", "list")
    assert sample.stem not in other.stdout
    backup = planbot(tmp_path, address, "backup", str(tmp_path / "b.zip"))
    assert (backup.returncode, "pg_dump" in backup.stderr) == (3, True)
    for done in (added, listed, backup):
        assert address.split("password=")[-1].split()[0] not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["Sở Y tế", "a", "x; drop table links", "postgres-1", "pg_monitor"])
def test_a_name_that_can_be_no_office_is_refused(owner: str, name: str) -> None:
    with pytest.raises(RefusedError, match="small letters"):
        an_office(owner, name)


@pytest.mark.parametrize("name", ["owner", "planbot_offices", "another_program"])
def test_a_user_of_the_server_that_is_no_office_keeps_its_password(owner: str, name: str) -> None:
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("drop role if exists another_program")
        connection.execute("create role another_program login password 'its own'")
        held = "select rolcanlogin, rolpassword from pg_authid where rolname = %s"
        before = connection.execute(held, [name]).fetchall()
        with pytest.raises(RefusedError, match=f"{name}: is a user of the PostgreSQL server and no office"):
            an_office(owner, name)
        assert connection.execute(held, [name]).fetchall() == before


def test_an_office_whose_password_was_lost_gets_another(owner: str) -> None:
    first = an_office(owner, "so_tu_phap")
    with psycopg.connect(owner) as connection:
        held = "select rolpassword from pg_authid where rolname = 'so_tu_phap'"
        before = connection.execute(held).fetchall()
        assert an_office(owner, "so_tu_phap") == first
        assert connection.execute(held).fetchall() != before  # another salt


def test_who_sees_the_rows_of_every_office_is_no_office(owner: str) -> None:
    with pytest.raises(StorageError, match="sees the data of every office"):
        UnitStore(Server(owner))


def test_those_who_wait_to_write_hold_up_nobody_who_reads(owner: str, offices: tuple[str, str]) -> None:
    waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = %s"
    with closing(UnitStore(Server(offices[0]))) as store, psycopg.connect(offices[0]) as holding:
        store.link(a_link())
        holding.execute("update changes set number = number")
        with ThreadPoolExecutor() as pool, psycopg.connect(owner, autocommit=True) as watching:
            writing = [pool.submit(store.link, a_link(chat=-chat)) for chat in range(5, 10)]
            while watching.execute(waiting, [holding.info.user]).fetchall() == [(0,)]:
                pass
            assert len(store.links()) == 1
            assert not any(one.done() for one in writing)
            holding.rollback()
            assert all(one.result() for one in writing)


def test_an_office_is_told_what_is_missing(owner: str, offices: tuple[str, str]) -> None:
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("insert into migrations (store, name) values ('scheduler.units', 'of_the_future')")
        with pytest.raises(StorageError, match=r"newer planbot \(of_the_future\): run that one"):
            UnitStore(Server(offices[0]))
        connection.execute("delete from migrations where name = 'of_the_future'")
        connection.execute("update migrations set store = 'none' where name = 'members_of_collective_names'")
        with pytest.raises(StorageError, match="older than this planbot; its owner runs `planbot postgres prepare`"):
            UnitStore(Server(offices[0]))
        connection.execute("update migrations set store = 'scheduler.units' where store = 'none'")


def test_the_last_list_of_a_chat_is_found_on_a_server_as_in_a_file(offices: tuple[str, str]) -> None:
    for place in (None, Server(offices[0])):
        with closing(ShownStore(place)) as shown:
            shown.keep(5, 1, ["kế hoạch:1", "kế hoạch:2"], NOW)
            shown.keep(5, 2, ["kế hoạch:1"], NOW)
            assert shown.last_list(5) == (1, ("kế hoạch:1", "kế hoạch:2"))


def test_a_server_whose_disk_is_full_is_not_called_out_of_reach_and_keeps_what_it_had(offices: tuple[str, str]) -> None:
    full = "do $$ begin raise exception 'could not extend file: No space left' using errcode = 'disk_full'; end $$"
    with closing(open_storage(Server(offices[0]), units.migrations)) as database:

        def write() -> None:
            with database.writing() as db:
                db.execute("insert into aliases (alias, unit, office) values ('VP', 'Văn phòng', '')")
                db.execute(full)

        with pytest.raises(StorageError, match=r"^the PostgreSQL server: could not extend file: No space left$"):
            write()
        assert database.rows("select * from aliases") == []


def test_who_asks_while_the_server_is_away_is_told_and_is_answered_when_it_is_back(
    owner: str, offices: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.postgres.WAIT_SECONDS", 0.5)
    monkeypatch.setattr("knowledge.postgres.REACH_SECONDS", 0.2)
    name = psycopg.sql.Identifier(user := psycopg.conninfo.conninfo_to_dict(offices[0])["user"])
    closes = "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = %s"
    with closing(UnitStore(Server(offices[0]))) as store, psycopg.connect(owner, autocommit=True) as server:
        server.execute(psycopg.sql.SQL("alter role {} nologin").format(name))
        server.execute(closes, [user])
        for _ in range(7):  # the line is tried at longer and longer intervals, for a while
            with pytest.raises(StorageError, match="cannot be reached"):
                store.links()
        server.execute(psycopg.sql.SQL("alter role {} login").format(name))
        assert store.links() == ()


def test_a_server_that_is_not_there_is_named_without_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.postgres.REACH_SECONDS", 0.3)
    server = Server("postgresql://so_noi_vu:hidden@/planbot?host=/nowhere")
    assert "hidden" not in repr(server) + str(server)
    with pytest.raises(StorageError, match="at /nowhere cannot be reached as so_noi_vu") as told:
        UnitStore(server)
    assert "hidden" not in str(told.value)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("so_noi_vu:hidden@host/planbot", id="no scheme"),
        pytest.param("postgresql://so_noi_vu:hidden%zz@host/planbot", id="a percent sign"),
        pytest.param("postgresql://so_noi_vu:hidden%de@host/planbot", id="a percent sign that is read as another"),
        pytest.param("host=db hidden", id="a word alone"),
    ],
)
def test_an_address_that_is_none_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(StorageError, match="expected postgresql://OFFICE:PASSWORD@HOST/DATABASE") as told:
        UnitStore(Server(address))
    assert "hidden" not in str(told.value)
    assert told.value.__suppress_context__

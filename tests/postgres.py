"""A PostgreSQL server of the tests' own, and the stores on it instead of on files: `pytest --postgres ADDRESS`."""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils.migrations import Migrations

from knowledge.library.shared_lists import IndexLists, SharedLists
from knowledge.search.index import Index
from knowledge.search.pool import Sums
from knowledge.search.postings import Longs
from knowledge.search.query_terms import QueryTerms

PROGRAMS = [*Path("/usr/lib/postgresql").glob("*/bin"), Path("/usr/local/bin")]
NO_SERVER = "no PostgreSQL server is installed (apt install postgresql), or not the extra [postgres]"


@contextmanager
def a_server() -> Iterator[str]:
    """Starts a server on a socket in a folder of its own; the address of its owner."""
    pytest.importorskip("psycopg", reason=NO_SERVER)
    bin_ = next((folder for folder in PROGRAMS if (folder / "initdb").exists()), None)
    if bin_ is None:
        pytest.skip(NO_SERVER)
    folder = Path(tempfile.mkdtemp(prefix="pb"))
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if user == "postgres":
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        switch = {"user": user} if os.geteuid() == 0 else {}  # the server refuses to run as root
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **switch)  # type: ignore[call-overload]

    try:
        data = str(folder / "data")
        run(str(bin_ / "initdb"), "-D", data, "-A", "trust", "-U", "owner", "--no-sync", "-E", "UTF8", "--locale", "C")
        options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=300"
        run(str(bin_ / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://owner@/postgres?host={folder}"
        finally:
            run(str(bin_ / "pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def an_office(owner: str, name: str) -> str:
    """Lets an office in; its address."""
    from knowledge.postgres_owner import let_in  # noqa: PLC0415 - an extra

    return let_in(owner, name, "secret")


@contextmanager
def on_a_server(owner: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Has every store that is opened on a file or in memory kept on the server, each file as an office of its own.

    Whoever searches finds the candidates there, too, and they have to be those that are found here.
    """
    from knowledge import postgres, postgres_owner, storage  # noqa: PLC0415 - as above

    every: list[postgres.PostgresDatabase] = []

    def opened(path: Path | None, migrations: Migrations) -> postgres.PostgresDatabase:
        postgres_owner.prepare(owner, [migrations])
        name = f"o{hashlib.sha256(str(path).encode()).hexdigest()[:12]}" if path else f"m{uuid.uuid4().hex[:12]}"
        every.append(postgres.PostgresDatabase(an_office(owner, name), migrations))
        return every[-1]

    lists: dict[str, IndexLists] = {}
    pool_here = Index._pool

    def pooled(index: Index, query: QueryTerms, size: int, allowed: Longs | None, sums: Sums | None) -> Longs:
        mark = index.fingerprint
        if mark not in lists:
            lists[mark] = SharedLists(None).of(index)
        here = pool_here(index, query, size, allowed, sums)
        there = pool_here(replace(index, elsewhere=lists[mark]), query, size, allowed, None)
        assert there.tolist() == here.tolist()
        return there

    monkeypatch.setattr(storage, "Database", opened)
    monkeypatch.setattr(Index, "_pool", pooled)
    yield
    for database in every:
        database.close()

"""What the owner of a PostgreSQL server does for its offices: makes the tables, and lets offices in."""

import re
from collections.abc import Iterable
from typing import cast

import sqlite_utils
from psycopg import sql
from psycopg.conninfo import make_conninfo
from sqlite_utils.migrations import Migrations

from knowledge.dialect import OFFICE, OFFICES
from knowledge.errors import RefusedError, StorageError
from knowledge.postgres import PREPARES, ServerLink, applied, reserved_names
from knowledge.postgres_writing import Connection, Writer


def prepare(address: str, every: Iterable[Migrations]) -> list[str]:
    """Makes the tables of a server, or brings them to their newest form, as their owner; the names of what was done.

    Raises:
        StorageError: the server cannot be reached, the user may not, or it was prepared by a newer program.
    """
    server = ServerLink.of(address)
    try:
        with server.plainly(), server.pool.connection() as connection:
            connection.execute("select pg_advisory_xact_lock(hashtext('planbot'))")  # one owner at a time
            for statement in _GROUND:
                connection.execute(statement)
            done = []
            for migrations in every:
                for migration in _pending(connection, migrations):
                    migration.fn(cast("sqlite_utils.Database", Writer(connection, reserved_names(connection))))
                    connection.execute(_APPLIED, [migrations.name, migration.name])
                    done.append(f"{migrations.name}: {migration.name}")
            return done
    finally:
        server.leave()


def let_in(address: str, office: str, password: str) -> str:
    """Lets an office in, or gives it another password, as the owner of a server; the address that it logs in with.

    Raises:
        RefusedError: no such name can be, or it is the name of a user that is no office.
        StorageError: the server cannot be reached or has no tables yet, or the user may not.
    """
    if not _NAME.fullmatch(office):
        raise RefusedError(f"{office!r}: {_NAMES}")
    server = ServerLink.of(address)
    try:
        with server.plainly(), server.pool.connection() as connection:
            name, secret = sql.Identifier(office), sql.Literal(password)
            if _is_there(connection, office):
                change = sql.SQL("alter role {} with login password {}").format(name, secret)
            else:
                group = sql.Identifier(OFFICES)
                change = sql.SQL("create role {} login in role {} password {}").format(name, group, secret)
            connection.execute(change)
    finally:
        server.leave()
    return make_conninfo(address, user=office, password=password)


def _is_there(connection: Connection, office: str) -> bool:
    """Whether an office of this name was let in before; another user of the server keeps name and password."""
    roles = dict(cast("Iterable[tuple[str, bool]]", connection.execute(_ROLES, [OFFICES, office, OFFICES])))
    if OFFICES not in roles:
        raise StorageError(f"the PostgreSQL server has no tables of planbot; {PREPARES}")
    if not roles.get(office, True):
        raise RefusedError(f"{office}: is a user of the PostgreSQL server and no office; take another name")
    return office in roles


def _pending(connection: Connection, migrations: Migrations) -> list[Migrations._Migration]:
    done = applied(connection, migrations.name)
    return [migration for migration in migrations._migrations if migration.name not in done]  # noqa: SLF001 - as above


_NAME = re.compile(r"(?!pg_)[a-z][a-z0-9_]{1,40}")
_NAMES = "the name of an office is made of small letters without accents, digits and _, and does not begin with pg_"
_ROLES = (
    "select rolname::text, rolname <> current_user and exists (select from pg_auth_members join pg_roles as office on "
    "office.oid = roleid where member = known.oid and office.rolname = %s) from pg_roles as known "
    "where rolname in (%s, %s)"
)
_APPLIED = "insert into migrations (store, name) values (%s, %s)"
_GROUND = (
    (
        f"do $$ begin if not exists (select from pg_roles where rolname = '{OFFICES}') then "
        f"create role {OFFICES}; end if; end $$"
    ),
    "create sequence if not exists planbot_number",
    f"grant usage on sequence planbot_number to {OFFICES}",
    (
        "create table if not exists migrations (store text, name text, at timestamptz default clock_timestamp(), "
        "primary key (store, name))"
    ),
    f"grant select on migrations to {OFFICES}",
    f"create table if not exists changes ({OFFICE} text primary key default current_user, number bigint not null)",
    "alter table changes enable row level security",
    "alter table changes force row level security",
    "drop policy if exists own on changes",
    f"create policy own on changes using ({OFFICE} = current_user) with check ({OFFICE} = current_user)",
    f"grant select, insert, update on changes to {OFFICES}",
)

"""Workers beside each other on one PostgreSQL server share what is due; on a file there is one, see `test_ledger`."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from builders import HEARD, a_task, at, the_inputs
from dying import workers_until_done

from knowledge.errors import BusyError
from knowledge.storage import Server
from scheduler.claims import LEASE
from scheduler.ledger import Ledger
from scheduler.ledger_rows import key_columns
from scheduler.rules import due_now

psycopg = pytest.importorskip("psycopg", reason="the extra [postgres] is not installed")
NOW = at("2027-06-28 08:00")


def test_of_many_workers_of_one_office_one_says_each_reminder(offices: tuple[str, str]) -> None:
    tasks = [a_task(task=f"Việc {n}", stt=str(n)) for n in range(40)]
    items = due_now(the_inputs(*tasks), HEARD, NOW)
    with closing(Ledger(Server(offices[0]))) as first, closing(Ledger(Server(offices[0]))) as second:

        def say_all(ledger: Ledger) -> list[str]:
            said = []
            for item in items:
                if claim := ledger.claim([item], NOW):
                    said.append(str(item.key))
                    ledger.record(claim, [item], NOW, message=len(said))
            return said

        with ThreadPoolExecutor() as pool:
            one, other = pool.map(say_all, (first, second))
        assert sorted([*one, *other]) == sorted(str(item.key) for item in items)
        assert len(first.said()) == len(items)


@pytest.mark.timeout(300)  # many processes, on a machine that may be busy
def test_workers_killed_at_any_point_lose_nothing_and_repeat_at_most_one_message_a_kill(
    offices: tuple[str, str], tmp_path: Path
) -> None:
    toll = workers_until_done(tmp_path, offices[0], workers=3, kills=3, seed=5)
    assert toll.kills >= 3
    assert toll.lost == 0
    assert toll.repeated <= toll.kills


def test_a_worker_that_starts_takes_nothing_from_those_that_are_at_work(offices: tuple[str, str]) -> None:
    items = due_now(the_inputs(a_task(stt="1"), a_task(task="Việc hai", stt="2")), HEARD, NOW)
    with closing(Ledger(Server(offices[0]), "one:")) as one, closing(Ledger(Server(offices[0]), "two:")) as two:
        one.offer([-1, -2], NOW)
        assert one.next_chat([-1, -2], NOW) == -2
        assert one.claim(items[:1], NOW)
        assert two.recover() == 0
        assert two.claim(items[:1], NOW) is None
        two.offer([-1, -2, -3], NOW)
        assert [two.next_chat(left, NOW) for left in ([-1, -2, -3], [-1, -2], [-2])] == [-3, -1, None]
        assert one.recover() == 1
        assert two.next_chat([-2], NOW) is None  # until a pass puts it there again
        one.offer([-2], NOW)
        assert one.next_chat([-2], NOW) == -2
        assert two.next_chat([-2], NOW + LEASE / 2) is None
        assert two.next_chat([-2], NOW + 2 * LEASE) == -2


def test_a_chat_that_another_is_just_taking_is_passed_over_without_waiting(offices: tuple[str, str]) -> None:
    with closing(Ledger(Server(offices[0]))) as ledger, psycopg.connect(offices[0]) as other:
        ledger.offer([-1, -2], NOW)
        other.execute("select from queue where chat = -2 for update")
        assert ledger.next_chat([-1, -2], NOW) == -1
        assert ledger.next_chat([-2], NOW) is None
        other.rollback()
        assert ledger.next_chat([-2], NOW) == -2
        ledger.leave([-1, -2])
        assert ledger.next_chat([-1, -2], NOW) is None


def test_a_second_pass_of_a_worker_has_the_chats_of_the_first_and_frees_only_its_own(offices: tuple[str, str]) -> None:
    with closing(Ledger(Server(offices[0]), "one:")) as one, closing(Ledger(Server(offices[0]), "two:")) as two:
        one.offer([-1, -2], NOW)
        assert [one.next_chat(left, NOW) for left in ([-1, -2], [-1])] == [-2, -1]
        one.offer([-1], NOW)  # an admin is told of a request at once
        assert one.next_chat([-1], NOW) == -1
        one.leave([-1])
        two.offer([-1, -2], NOW)
        assert [two.next_chat(left, NOW) for left in ([-1, -2], [-2])] == [-1, None]


def test_workers_whose_messages_share_rows_do_not_wait_for_each_other_in_a_ring(offices: tuple[str, str]) -> None:
    rows = [a_task(task=f"Việc {n}", stt=str(n)) for n in range(2)]
    items = sorted(due_now(the_inputs(*rows), HEARD, NOW), key=lambda item: item.key.ref)
    first, second = (item.key for item in items)
    with (
        closing(Ledger(Server(offices[0]))) as ledger,
        psycopg.connect(offices[0]) as other,
        ThreadPoolExecutor() as go,
    ):
        takes = "insert into claims (ref, due, track, chat, rank, claim, until) values (%s, %s, %s, %s, %s, 'x', %s)"
        until = (NOW + LEASE).timestamp()
        other.execute(takes, [*key_columns(first).values(), until])
        claimed = go.submit(ledger.claim, [items[1], items[0]], NOW)
        wait_until_one_waits(offices[0])
        other.execute(takes, [*key_columns(second).values(), until])  # nobody has it who waits
        other.commit()
        assert claimed.result() is None


def wait_until_one_waits(office: str) -> None:
    """Until a worker of the office waits for a row of another."""
    sql = "select from pg_stat_activity where usename = current_user and wait_event_type = 'Lock'"
    with psycopg.connect(office, autocommit=True) as looking:
        for _ in range(1200):
            if looking.execute(sql).fetchall():
                return
            time.sleep(0.05)
    pytest.fail("nobody waits")


def test_workers_that_wait_for_each_other_all_the_same_are_told_to_try_again(offices: tuple[str, str]) -> None:
    with closing(Ledger(Server(offices[0]))) as ledger, pytest.raises(BusyError), ledger._database.taking() as db:
        db.execute("do $$ begin raise deadlock_detected; end $$")  # as the server ends one of them


def test_what_nobody_asks_for_any_more_is_forgotten_some_time_after_it_was_free(offices: tuple[str, str]) -> None:
    items = due_now(the_inputs(a_task()), HEARD, NOW)
    with closing(Ledger(Server(offices[0]))) as ledger:
        assert ledger.claim(items, NOW)
        ledger.offer([-1], NOW)
        for now, left in ((NOW + LEASE, 1), (NOW + 3 * LEASE, 0)):
            ledger.offer([], now)
            sql = "select (select count(*) from claims), (select count(*) from queue)"
            assert ledger._database.tuples(sql) == [(left, left)]

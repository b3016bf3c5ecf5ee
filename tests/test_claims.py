"""Workers beside each other on one PostgreSQL server share what is due; on a file there is one, see `test_ledger`."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from builders import HEARD, a_task, at, the_inputs
from dying import workers_until_done

from knowledge.storage import Server
from scheduler.claims import LEASE
from scheduler.ledger import Ledger
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

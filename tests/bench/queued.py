"""The peer of the ledger's queue: one of bare numbers, of which each worker takes the next that nobody has.

`for update skip locked` as it is described for PostgreSQL: a worker takes a row in a transaction, says it, marks it as
said and ends the transaction. Somebody has to have put everything that is due into the queue before.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

SAID_IN = 0.02  # seconds that a message takes

TAKE = "select number from bare_queue where not said order by number limit 1 for update skip locked"


def emptied(owner: str, messages: int, workers: int) -> tuple[float, list[list[int]]]:
    """Empties a queue by so many workers beside each other; seconds, and what each of them said."""
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(owner) as connection:
        connection.execute("drop table if exists bare_queue")
        connection.execute("create table bare_queue (number int primary key, said bool not null default false)")
        connection.execute("insert into bare_queue (number) select generate_series(1, %s)", [messages])
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(_ready, range(workers)))
        began = time.perf_counter()
        said = list(pool.map(_taken, [owner] * workers))
        return time.perf_counter() - began, said


def _ready(_: int) -> None:
    """Loads what a worker needs before the clock runs."""
    import psycopg  # noqa: PLC0415, F401 - an extra

    time.sleep(0.2)


def _taken(owner: str) -> list[int]:
    import psycopg  # noqa: PLC0415 - an extra

    said: list[int] = []
    with psycopg.connect(owner) as connection:
        while True:
            with connection.transaction():
                found = connection.execute(TAKE).fetchone()
                if found is None:
                    return said
                time.sleep(SAID_IN)
                connection.execute("update bare_queue set said = true where number = %s", found)
                said.append(found[0])

"""Posting lists on a PostgreSQL server: candidates are found there, by folded syllables and pairs, and weighed here.

Each office has the lists of its indexes as rows of its own, one for each term: the documents that hold it and what it
adds to each. The server adds them up for the terms of a question and gives the best, the very ones that
`knowledge.search.pool` finds in the same lists here: what is added is single, the sum double, so that the order of
adding makes no difference. Whoever makes an index first puts its lists there; the last two are kept, for processes
that still answer from the one before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import sqlite_utils
from sqlite_utils.migrations import Migrations

from knowledge.dialect import Singles, Wholes
from knowledge.library.snapshot import Snapshot
from knowledge.search.index import Index
from knowledge.search.pool import joined, walked
from knowledge.search.postings import Longs, Postings
from knowledge.storage import Place, Storage, open_storage

migrations = Migrations("knowledge.shared_lists")
KEPT = 2  # indexes of an office
_AT_ONCE = 20_000  # lists that are written by one statement


@migrations()
def lists_of_indexes(db: sqlite_utils.Database) -> None:
    """The indexes of an office by their fingerprints, and the list of each term."""
    db.table("indexes").create({"id": int, "mark": str}, pk="id", not_null={"mark"})
    db.table("indexes").create_index(["mark"], unique=True)
    db.table("lists").create(
        {"made": int, "term": int, "documents": Wholes, "impacts": Singles},
        pk=("made", "term"),
        foreign_keys=[("made", "indexes", "id")],
    )


class SharedLists:
    """The lists of an office on a server."""

    def __init__(self, place: Place) -> None:
        """Opens them.

        Raises:
            StorageError: the server cannot be reached, or its tables are older or newer than this program.
        """
        self._db = open_storage(place, migrations)

    def close(self) -> None:
        """Closes the connections."""
        self._db.close()

    def share(self, snapshot: Snapshot) -> Snapshot:
        """The same snapshot with its candidates found on the server."""
        return replace(snapshot, index=replace(snapshot.index, elsewhere=self.of(snapshot.index)))

    def of(self, index: Index) -> "IndexLists":
        """The lists of an index, put there if need be; those of all but the last indexes go."""
        found = self._db.tuples("select id from indexes where mark = ?", [index.fingerprint])
        return IndexLists(self._db, int(found[0][0]) if found else self._put(index))

    def _put(self, index: Index) -> int:
        """Writes the lists of an index, where no other process was first; its number."""
        with self._db.writing() as db:
            known = db.execute("select id from indexes where mark = ?", [index.fingerprint]).fetchone()
            if known:
                return int(known[0])
            made = int(str(db.table("indexes").insert({"mark": index.fingerprint}).last_pk))
            for values in _written(index):
                db.execute(_PUT, [made, *values])
            old = "select id from indexes order by id desc limit 1000 offset ?"
            db.execute(f"delete from lists where made in ({old})", [KEPT])  # noqa: S608 - our own words
            db.execute(f"delete from indexes where id in ({old})", [KEPT])  # noqa: S608 - as above
        return made


class IndexLists:
    """The lists of one index. See `knowledge.search.pool.Lists`."""

    def __init__(self, storage: Storage, made: int) -> None:
        self._db, self._made = storage, made

    def best(
        self, asked: Sequence[tuple[int, float]], sizes: Sequence[int], size: int, allowed: Longs | None
    ) -> Longs | None:
        """The best documents by what the lists of some terms add, ascending; None where the lists were cleared away.

        Raises:
            StorageError: the server cannot be reached.
        """
        ranges, few = (None, False) if allowed is None else joined(allowed)
        within = None if ranges is None else f"{{{','.join(f'[{first},{end})' for first, end in ranges.tolist())}}}"
        taken = [asked[number] for number in walked(self._sizes(asked, within) if few else sizes)]
        terms, weights = [term for term, _ in taken], [float(np.float32(weight)) for _, weight in taken]
        found = self._db.tuples(_BEST, [terms, weights, self._made, within, within, size])
        if not found and not self._db.tuples("select 1 from indexes where id = ?", [self._made]):
            return None
        return np.array(sorted(document for (document,) in found), dtype=np.int64)

    def _sizes(self, asked: Sequence[tuple[int, float]], within: str | None) -> list[int]:
        """How much of the list of each term lies in some ranges."""
        terms = [term for term, _ in asked]
        found = dict(self._db.tuples(_SIZES, [self._made, terms, within]))
        return [int(found.get(term, 0)) for term in terms]


def _written(index: Index) -> Iterator[list[list[Any]]]:
    """The lists of an index, some at a time: documents and impacts end to end, terms, where each begins and ends."""
    pairs = index.matcher.pairs.postings
    for postings, sign, less in ((index.matcher.syllables, 1, 0), (pairs, -1, 1)):
        for first in range(0, len(postings.idf), _AT_ONCE):
            terms = np.arange(first, min(first + _AT_ONCE, len(postings.idf)))
            yield [*_flat(postings, terms), (sign * terms - less).tolist(), *_bounds(postings, terms)]


def _flat(postings: Postings, terms: Longs) -> list[list[Any]]:
    span = slice(int(postings.starts[terms[0]]), int(postings.starts[terms[-1] + 1]))
    return [postings.documents[span].tolist(), postings.impacts[span].tolist()]


def _bounds(postings: Postings, terms: Longs) -> list[list[Any]]:
    """Where the list of each term stands in the flat one; the server counts from 1, to the end."""
    starts = postings.starts - postings.starts[terms[0]]
    return [(starts[terms] + 1).tolist(), starts[terms + 1].tolist()]


_PUT = (
    "insert into lists (made, term, documents, impacts) "
    "select ?::bigint, term, documents[first:last], impacts[first:last] "
    "from (select ?::integer[] as documents, ?::real[] as impacts) as flat, "
    "unnest(?::bigint[], ?::integer[], ?::integer[]) as part (term, first, last)"
)
# each list is looked up by its key: the planner would rather read all lists of an office and pick from them
_BEST = (
    "select document from unnest(?::bigint[], ?::real[]) as asked (term, weight), "
    "lateral (select documents, impacts from lists where made = ? and lists.term = asked.term offset 0) as held, "
    "unnest(documents, impacts) as entry (document, impact) "
    "where (?::int4multirange is null or document <@ ?::int4multirange) group by document "
    "having sum((impact * weight)::double precision) > 0 "
    "order by sum((impact * weight)::double precision) desc, document limit ?"
)
_SIZES = (
    "select term, count(*) from lists, unnest(documents) as entry (document) "
    "where made = ? and term = any(?::bigint[]) and document <@ ?::int4multirange group by term"
)

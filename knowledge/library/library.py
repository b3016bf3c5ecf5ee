"""The library: the documents that were handed in, what was read from them, and the snapshot that is answered from.

A plan is taken in two steps. `prepare` reads it and says what it would change, and changes nothing; `commit` builds
the next snapshot, keeps the original file and the rows in one transaction, and swaps the snapshot by one assignment.
On any error the old version stays as it was, and questions are answered from it all the while. The index of a large
library is made by a process of its own, so that the answers need not wait for Python's lock.
"""

import hashlib
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

from filelock import FileLock

from knowledge.database import DATABASE_NAME
from knowledge.errors import NotFoundError
from knowledge.library.breathing import breather, nothing, set_aside, unchanged
from knowledge.library.diff import compare
from knowledge.library.index_building import Job, index_beside
from knowledge.library.names import name_of_file, plan_name
from knowledge.library.originals import keep
from knowledge.library.prepared import (
    ChangedError,
    Prepared,
    refuse_secrets,
    refuse_what_is_no_plan,
    says_the_same,
)
from knowledge.library.snapshot import LoadedPlan, Snapshot, load, make_snapshot, over
from knowledge.library.store import Store, Version
from knowledge.library.succession import HandedIn, stem_for
from knowledge.model import Plan
from knowledge.plan.confined import understand_confined
from knowledge.private import FILE, make_folder
from knowledge.readers import Progress, read
from knowledge.storage import Place

INDEX, MEANING = "index", "meaning"  # folders of what is derived
BESIDE = 2000  # documents from which a process of its own, a second to start, disturbs less than building here

Warm = Callable[[Snapshot, Callable[[], None]], object]
Share = Callable[[Snapshot], Snapshot]


class Library:
    """Plans in a data folder, or in memory only. One writer at a time; readers take `snapshot` and keep it."""

    def __init__(
        self, store: Store, folder: Path | None, beside: int = BESIDE, warm: Warm = nothing, share: Share = unchanged
    ) -> None:
        """Opens the library of a data folder.

        Args:
            folder: None keeps everything in memory.
            beside: how many documents (tasks, targets, passages) are indexed by a process of its own.
            warm: works out what questions need of a new snapshot before it is asked; calls its second argument every
                now and then.
            share: gives a new snapshot what lies on a server for it.
        """
        self._store = store
        self.folder = folder
        self._beside = beside
        self._warm, self._share = warm, share
        self._writing = threading.Lock()
        self._numbers = store.numbers()
        self.snapshot = share(make_snapshot(self._stored(self._numbers, {}), self._cache, self._vectors))
        set_aside(self.snapshot)

    @classmethod
    def open(
        cls,
        folder: Path | None,
        place: Place = None,
        beside: int = BESIDE,
        warm: Warm = nothing,
        share: Share = unchanged,
    ) -> "Library":
        """The library of a data folder, which is made if need be.

        Args:
            place: where the plans are; where not given, the file of the folder, or memory without one.

        Raises:
            RefusedError: the folder cannot be made or its database cannot be opened.
        """
        if folder is None:
            return cls(Store(place), None, beside, warm, share)
        make_folder(folder)
        return cls(Store(place or folder / DATABASE_NAME), folder, beside, warm, share)

    def close(self) -> None:
        """Closes the database."""
        self._store.close()

    def damage(self) -> list[str]:
        """What is wrong with the database; nothing where it is whole."""
        return self._store.damage()

    def unreadable(self) -> list[str]:
        """The records of plans that cannot be read any more and were left out."""
        return self._store.unreadable()

    def prepare(self, path: Path, stem: str | None = None, *, progress: Progress | None = None) -> Prepared:
        """Reads a document and says what taking it would change. Nothing is changed.

        Args:
            stem: the plan's name; else that of the plan which the document replaces by what it says of itself, or the
                file name without its ending.
            progress: told in Vietnamese how far a long file is.

        Raises:
            ClassifiedError: the document is marked as a state secret.
            RefusedError: the name cannot be one, the document cannot be read, or it holds nothing of a plan.
        """
        name = name_of_file(path) if stem is None else plan_name(stem)
        document = read(path, progress=progress)
        refuse_secrets(document)
        plan = understand_confined(document)
        refuse_what_is_no_plan(plan)
        self.refresh()  # what another process has taken meanwhile is compared with, too
        if stem is None:
            name = self.stem_of(plan, name)
        old = self._loaded(name)
        return Prepared(
            stem=name,
            path=path,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            plan=plan,
            difference=compare(old, name, plan),
            replaces=self._store.numbers().get(name),
            same_text=old is not None and says_the_same(old.plan, plan),
        )

    def commit(self, prepared: Prepared, now: datetime, by: str = "", *, unchanged: bool = False) -> Version:
        """Takes a prepared document as the current version of its plan.

        Args:
            unchanged: only where the plan is still the one that the document was compared with.

        Raises:
            ChangedError: it is not, and has to be.
        """
        with self._writing:
            loaded = load(prepared.stem, prepared.plan, prepared.difference.refs)
            snapshot = self._with(loaded)
            with self._numbering():
                if unchanged and self._store.numbers().get(prepared.stem) != prepared.replaces:
                    raise ChangedError(f"{prepared.stem}: the plan has changed since the document was compared with it")
                number = self._store.next_number(prepared.stem)
                version = Version(
                    stem=prepared.stem,
                    number=number,
                    source=prepared.plan.source,
                    file=keep(prepared.path, self.folder, prepared.stem, number),
                    sha256=prepared.sha256,
                    added=now.isoformat(timespec="seconds"),
                    by=by,
                )
                self._store.add(version, loaded)
            self._swap(snapshot, {**self._numbers, prepared.stem: number})
            return version

    def versions(self, stem: str) -> list[Version]:
        """All versions of a plan that were ever taken, the oldest first; empty where there is no such plan."""
        return self._store.versions(stem)

    def current_number(self, stem: str) -> int | None:
        """The number of a plan's current version."""
        return self._store.numbers().get(stem)

    def get(self, stem: str) -> LoadedPlan:
        """A plan by its name.

        Raises:
            NotFoundError: no such plan; those that are there are named.
        """
        found = self._loaded(stem)
        if found is None:
            names = ", ".join(plan.stem for plan in self.snapshot.plans)
            raise NotFoundError(f"{stem}: no such plan in the library; there are: {names or 'none'}")
        return found

    def remove(self, stem: str) -> None:
        """Takes a plan out. Its versions and the original files stay on disk.

        Raises:
            NotFoundError: no such plan.
        """
        with self._writing:
            self.get(stem)
            snapshot = self._next([plan for plan in self.snapshot.plans if plan.stem != stem], self._numbers)
            self._store.remove(stem)
            self._swap(snapshot, {name: number for name, number in self._numbers.items() if name != stem})

    def roll_back(self, stem: str, number: int | None = None) -> int:
        """Makes an earlier version the current one, the one before or the one named; its number.

        Raises:
            NotFoundError: no such plan or version.
        """
        with self._writing:
            self.get(stem)
            return self._use(stem, self._store.numbers()[stem] - 1 if number is None else number)

    def bring_back(self, stem: str) -> int:
        """Uses a plan again that was taken out, in its newest version, whose number it gives.

        Raises:
            NotFoundError: no such plan was ever taken.
        """
        with self._writing:
            return self._use(stem, self._store.next_number(stem) - 1)

    def stem_of(self, plan: Plan, name: str) -> str:
        """The name under which a document is kept whose file is called so: of the plan that it replaces, or its own."""
        return stem_for(plan.heading, name, self._store.known())

    def version(self, stem: str, number: int) -> LoadedPlan | None:
        """One version of a plan that was ever taken, or None."""
        return self._store.version(stem, number)

    def known(self) -> tuple[HandedIn, ...]:
        """Every plan that was ever taken, also those that were taken out."""
        return self._store.known()

    def refresh(self) -> bool:
        """Takes over what another process has changed in the same data folder. True if anything had.

        Plans that have not changed are kept as they are.
        """
        with self._writing:
            numbers = self._store.numbers()
            if numbers == self._numbers:
                return False
            same = dict(numbers.items() & self._numbers.items())
            held = {plan.stem: plan for plan in self.snapshot.plans if plan.stem in same}
            self._swap(self._next(self._stored(numbers, held), numbers), numbers)
            return True

    @property
    def _cache(self) -> Path | None:
        return self.folder / INDEX if self.folder else None

    @property
    def _vectors(self) -> Path | None:
        return self.folder / MEANING if self.folder else None

    def _use(self, stem: str, number: int) -> int:
        """Makes a kept version the current one; its number."""
        kept = self._store.version(stem, number)
        if kept is None:
            raise NotFoundError(f"{stem}: there is no version {number} to go back to")
        snapshot = self._with(kept)
        self._store.make_current(stem, number)
        self._swap(snapshot, {**self._numbers, stem: number})
        return number

    def _numbering(self) -> AbstractContextManager[object]:
        """One process at a time gives a number and writes the original under it."""
        return FileLock(self.folder / "library.lock", mode=FILE) if self.folder else nullcontext()

    def _loaded(self, stem: str) -> LoadedPlan | None:
        return next((plan for plan in self.snapshot.plans if plan.stem == stem), None)

    def _stored(self, numbers: Mapping[str, int], held: Mapping[str, LoadedPlan]) -> list[LoadedPlan]:
        """The plans of these versions in order: those that are held, the others from the database."""
        plans = (held.get(stem) or self._store.version(stem, number) for stem, number in numbers.items())
        return [plan for plan in plans if plan is not None]

    def _swap(self, snapshot: Snapshot, numbers: dict[str, int]) -> None:
        """Answers from a snapshot from now on; `numbers` are the versions in it, whatever others have added since."""
        self.snapshot = snapshot
        self._numbers = numbers
        set_aside(snapshot)

    def _with(self, loaded: LoadedPlan) -> Snapshot:
        plans = [loaded if plan.stem == loaded.stem else plan for plan in self.snapshot.plans]
        if loaded not in plans:
            plans.append(loaded)
        return self._next(plans, {stem: n for stem, n in self._numbers.items() if stem != loaded.stem})

    def _next(self, plans: list[LoadedPlan], stored: Mapping[str, int]) -> Snapshot:
        """The snapshot of these plans, ready to be asked.

        Args:
            stored: version numbers of those that the database has.
        """
        size = sum(len(p.task_refs) + len(p.target_refs) + len(p.passage_refs) for p in plans)
        if self.folder is None or self._cache is None or size < self._beside:
            snapshot = make_snapshot(plans, self._cache, self._vectors)
        else:
            known = tuple((p.stem, stored[p.stem]) if p.stem in stored else p for p in plans)
            snapshot = over(plans, index_beside(Job(self._store.place, self._cache, known)), self._vectors)
        snapshot = self._share(snapshot)
        self._warm(snapshot, breather())  # here, so that the first question does not wait for it
        return snapshot

"""The modules of the tests made ready once in a run, where several workers read all of them.

What pytest makes of their asserts takes some 20 ms a module, 8 s for all, and each worker did it beside the others.
Now each begins with a part of its own, and takes from a folder of the run what another has made already.
"""

import marshal
import pickle
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from _pytest.assertion import rewrite

HERE = Path(__file__).resolve().parent


def begin(config: pytest.Config) -> None:
    """Has a worker of several share what it makes ready; one that is alone does as ever."""
    about: dict[str, Any] | None = getattr(config, "workerinput", None)
    if about is None or not config.option.basetemp:
        return
    mine = Path(config.option.basetemp)
    folder = mine.parent / "rewritten"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _share(folder, mine.name)
    number = int(about["workerid"].removeprefix("gw"))
    config.pluginmanager.register(_Parted(number, int(about["workercount"])))


class _Parted:
    """Reads the folder of the tests from another place on than other workers do; the tests are put in order later."""

    def __init__(self, number: int, workers: int) -> None:
        self.number, self.workers = number, workers

    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> pytest.Dir | None:
        if path != HERE:
            return None
        folder = pytest.Dir.from_parent(parent, path=path)
        every = folder.collect

        def from_a_place_of_its_own() -> list[pytest.Item | pytest.Collector]:
            modules = list(every())
            first = len(modules) * self.number // self.workers
            return [*modules[first:], *modules[:first]]

        folder.collect = from_a_place_of_its_own  # type: ignore[method-assign]
        return folder


def _share(folder: Path, worker: str) -> None:
    made_here = rewrite._rewrite_test

    def rewritten(file: Path, config: pytest.Config) -> tuple[Any, CodeType]:
        kept = folder / file.name
        if file.parent != HERE:
            return made_here(file, config)
        if kept.exists():
            mark, code = pickle.loads(kept.read_bytes())  # noqa: S301 - from another worker of this run
            return mark, marshal.loads(code)  # noqa: S302 - as above
        mark, made = made_here(file, config)
        beside = folder / f"{file.name}.{worker}"
        beside.write_bytes(pickle.dumps((mark, marshal.dumps(made))))
        beside.replace(kept)
        return mark, made

    rewrite._rewrite_test = rewritten  # type: ignore[assignment]

"""An index on disk: one file for each array, so that a start maps them instead of reading or making them.

Each index has a folder named by the fingerprint of the plans it was made from; it is written beside its place and moved
there whole, so a half-written one is never met. The last two in use are kept: while one process makes the next, another
may still start from the one before. The index is derived, never the truth: any doubt means making it again.
"""

import contextlib
import dataclasses
import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from filelock import FileLock

from knowledge.identity import LoadedPlan
from knowledge.language.abbreviations import expansions, short_forms
from knowledge.search.corpus import heading_text, texts_of

FORMAT = 5  # raised when what is kept, or how texts become terms and terms weigh, changes
_ABOUT = "about.json"
_WORDS = "words.txt"
_LOCK = "lock"
_FRESH = "new"
_KEPT = 2

Arrays = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a folder holds: the vocabulary, and arrays by the name of their owner and their own."""

    words: list[str]
    arrays: Mapping[str, Arrays]


def arrays_of(owner: str, value: object) -> Arrays:
    """The arrays of a dataclass, named "owner.field"."""
    fields = dataclasses.fields(value)  # type: ignore[arg-type]
    found = {f"{owner}.{field.name}": getattr(value, field.name) for field in fields}
    return {name: array for name, array in found.items() if isinstance(array, np.ndarray)}


def fingerprint(plans: Sequence[LoadedPlan]) -> str:
    """A digest of all that the index is made from: the plans' texts and order, and the abbreviations spelled out."""
    known = sorted((short, expansions(short)) for short in short_forms())
    digest = hashlib.sha256(f"{FORMAT}{known}".encode())
    for loaded in plans:
        digest.update(f"\x1e{loaded.stem}\x1f{heading_text(loaded.plan)}\x1f{loaded.plan.glossary}\x1f".encode())
        digest.update("\x1f".join(texts_of([loaded], empty=True)).encode())
    return digest.hexdigest()[:32]


def save(folder: Path, mark: str, words: Sequence[str], arrays: Arrays) -> None:
    """Keep an index in the folder and the last one in use beside it; one process at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / _LOCK):
        if load(folder, mark) is not None:
            return
        fresh = folder / _FRESH
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        for name, values in arrays.items():
            np.save(fresh / f"{name}.npy", values)
        (fresh / _WORDS).write_text("\n".join(words), encoding="utf-8")
        about = {"words": len(words), "arrays": sorted(arrays)}
        (fresh / _ABOUT).write_text(json.dumps(about), encoding="utf-8")
        shutil.rmtree(folder / mark, ignore_errors=True)
        fresh.rename(folder / mark)
        _clear(folder, mark)


def load(folder: Path, mark: str) -> Kept | None:
    """What was kept, mapped; None where the folder holds no whole index with this fingerprint."""
    home = folder / mark
    try:
        about = json.loads((home / _ABOUT).read_text(encoding="utf-8"))
        words = (home / _WORDS).read_text(encoding="utf-8").split("\n") if about["words"] else []
        if len(words) != about["words"]:
            return None
        arrays: dict[str, dict[str, npt.NDArray[Any]]] = {}
        for name in about["arrays"]:
            owner, _, field = name.partition(".")
            arrays.setdefault(owner, {})[field] = np.asarray(np.load(home / f"{name}.npy", mmap_mode="r"))
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return None
    with contextlib.suppress(OSError):  # a folder that may only be read
        os.utime(home)  # it is in use
    return Kept(words, arrays)


def _clear(folder: Path, mark: str) -> None:
    """Remove all indexes but this one and the last other ones in use."""
    others = [entry for entry in folder.iterdir() if entry.is_dir() and entry.name != mark]
    others.sort(key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
    for old in others[_KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)

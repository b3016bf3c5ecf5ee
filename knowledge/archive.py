"""An index on disk: one file for each array, so that a start maps them instead of reading or making them.

The folder is written beside its place and moved there whole; a half-written one is never met. A fingerprint of the
plans says what it was made from: the index is derived, never the truth, and any doubt means making it again.
"""

import dataclasses
import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.corpus import heading_text, texts_of
from knowledge.identity import LoadedPlan

FORMAT = 3  # raised when what is kept, or how texts become terms, changes
_ABOUT = "about.json"
_WORDS = "words.txt"

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
    """A digest of all that the index is made from: the texts of the plans and their order."""
    digest = hashlib.sha256(str(FORMAT).encode())
    for loaded in plans:
        digest.update(f"\x1e{loaded.stem}\x1f{heading_text(loaded.plan)}\x1f{loaded.plan.glossary}\x1f".encode())
        digest.update("\x1f".join(texts_of([loaded], empty=True)).encode())
    return digest.hexdigest()


def save(folder: Path, mark: str, words: Sequence[str], arrays: Arrays) -> None:
    """Put the arrays and the vocabulary into a folder, in place of what it held."""
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, values in arrays.items():
        np.save(fresh / f"{name}.npy", values)
    about = {"fingerprint": mark, "words": len(words), "arrays": sorted(arrays)}
    (fresh / _WORDS).write_text("\n".join(words), encoding="utf-8")
    (fresh / _ABOUT).write_text(json.dumps(about), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def load(folder: Path, mark: str) -> Kept | None:
    """What was kept, mapped; None where the folder holds no index with this fingerprint."""
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        if about["fingerprint"] != mark:
            return None
        words = (folder / _WORDS).read_text(encoding="utf-8").split("\n") if about["words"] else []
        if len(words) != about["words"]:
            return None
        arrays: dict[str, dict[str, npt.NDArray[Any]]] = {}
        for name in about["arrays"]:
            owner, _, field = name.partition(".")
            arrays.setdefault(owner, {})[field] = np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))
        return Kept(words, arrays)
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return None

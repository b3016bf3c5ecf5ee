"""The vectors of rows in one file, each found by what its text and its model are called in figures (a hash).

Derived and never the truth: a vector is made once for a text, wherever that stands and whichever plan has it, and a
file that is missing, broken or of another model is made again; so is a vector whose bits have changed, which its sum
tells. The file is mapped, not read, and replaced whole.
"""

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from tokenize import TokenError

import numpy as np
import numpy.typing as npt

from knowledge.private import make_file, make_folder
from knowledge.search.embedding import SIZE, Vector

FILE = "vectors.npy"
_ROW = np.dtype([("key", "<u8"), ("sum", "<u8"), ("vector", "<f2", (SIZE,))])  # 784 bytes a row
_WORTHS = np.arange(1, 2 * SIZE, 2, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)  # odd: no bit is without effect

Keys = npt.NDArray[np.uint64]
Stamp = tuple[int, int, int]


def key_of(text: str, model: str) -> int:
    """What a text is found by; 64 bits, one accidental likeness among millions of rows."""
    return int.from_bytes(hashlib.sha256(f"{model}\x1f{text}".encode("utf-8", "replace")).digest()[:8], "little")


def stamp(folder: Path) -> Stamp | None:
    """What tells one state of the file from the next; None where there is none."""
    try:
        found = (folder / FILE).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def found(folder: Path, keys: Keys) -> tuple[npt.NDArray[np.bool_], Vector]:
    """Of each key whether it has a vector, and the vectors (zeros where there is none)."""
    kept = _kept(folder)
    vectors = np.zeros((len(keys), SIZE), np.float32)
    if not len(kept):
        return np.zeros(len(keys), np.bool_), vectors
    known = np.asarray(kept["key"])
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    there = np.asarray(known[at] == keys)
    there[there] = _whole(kept[at[there]])
    vectors[there] = kept["vector"][at[there]]
    return there, vectors


def keep(folder: Path, vectors: Mapping[int, Vector], wanted: Sequence[int]) -> None:
    """Keeps new vectors, and of those that are there already the wanted ones; the file is replaced whole."""
    make_folder(folder)
    kept = _kept(folder)
    kept = kept[np.isin(kept["key"], np.array(sorted(wanted), np.uint64))]
    kept = kept[_whole(kept)]
    fresh = np.zeros(len(vectors), _ROW)
    fresh["key"], fresh["vector"] = list(vectors), list(vectors.values())
    fresh["sum"] = _sums(fresh)
    rows = np.concatenate([kept, fresh])
    _, first = np.unique(rows["key"], return_index=True)
    beside = folder / f"{FILE}.new"
    make_file(beside)
    with beside.open("wb") as file:
        np.save(file, rows[first])
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / FILE)


def _whole(rows: npt.NDArray[np.void]) -> npt.NDArray[np.bool_]:
    """Of each row whether it is as it was written."""
    return np.asarray(rows["sum"] == _sums(rows))


def _sums(rows: npt.NDArray[np.void]) -> Keys:
    """Of each row a sum over its key and the bits of its vector."""
    bits = np.ascontiguousarray(rows["vector"]).view(np.uint16).astype(np.uint64)
    return np.asarray(rows["key"] + bits @ _WORTHS, np.uint64)


def _kept(folder: Path) -> npt.NDArray[np.void]:
    """What the file has, mapped; nothing where it is not there or not whole."""
    try:
        kept = np.load(folder / FILE, mmap_mode="r")
    except (OSError, EOFError, ValueError, SyntaxError, TokenError):  # a broken head is read as Python
        return np.zeros(0, _ROW)
    return np.asarray(kept) if kept.dtype == _ROW and kept.ndim == 1 else np.zeros(0, _ROW)

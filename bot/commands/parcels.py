"""The documents that a file on the command line holds: itself, or what is in an archive; the rest of one is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from bot.terminal import say
from knowledge.readers.parcel import Parcel, unpacked


@contextmanager
def documents_in(file: Path) -> Iterator[dict[Path, str]]:
    """The documents of a file, each with what it is called, while they are read.

    Raises:
        RefusedError: an archive is broken, too large, or holds nothing that can be read.
    """
    if file.suffix.lower() != ".zip" or not file.is_file():
        yield {file: str(file)}
        return
    parcel = unpacked(file.read_bytes(), file.name)
    if len(parcel.documents) == 1:  # read as this document, which says itself what stands beside it
        yield {file: str(file)}
        return
    with _taken_apart(parcel, file) as documents:
        yield documents
    for name in parcel.left:
        say(f"{file}: {name}: not a document that can be read; left out", err=True)


@contextmanager
def _taken_apart(parcel: Parcel, file: Path) -> Iterator[dict[Path, str]]:
    with TemporaryDirectory(prefix="planbot-") as folder:
        names = [name for name, _ in parcel.documents]
        called = {Path(folder) / str(n) / PurePath(name).name: f"{file}: {name}" for n, name in enumerate(names)}
        for path, (_, data) in zip(called, parcel.documents, strict=True):
            path.parent.mkdir()
            path.write_bytes(data)
        yield called

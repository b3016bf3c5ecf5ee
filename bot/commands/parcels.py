"""The documents that a file on the command line holds: itself, or what is in an archive or attached to a mail."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.terminal import say
from knowledge.readers.parcel import laid_out, unpacked

_PACKED = (".zip", ".eml")


@contextmanager
def documents_in(file: Path) -> Iterator[dict[Path, str]]:
    """The documents of a file, each with what it is called, while they are read; the rest of it is named.

    Raises:
        RefusedError: an archive or a mail is broken, too large, or holds nothing that can be read.
    """
    if file.suffix.lower() not in _PACKED or not file.is_file():
        yield {file: str(file)}
        return
    parcel = unpacked(file.read_bytes(), file.name)
    if len(parcel.documents) == 1:  # read as this document, which says itself what stands beside it
        yield {file: str(file)}
        return
    try:
        with laid_out(parcel) as documents:
            yield {path: f"{file}: {name}" for path, name in documents.items()}
    finally:
        for name in parcel.left:
            say(f"{file}: {name}: not a document that can be read; left out", err=True)

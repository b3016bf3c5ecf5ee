"""What is sent as one file and holds several, an archive or a mail, taken apart: each document is read by itself."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from knowledge.errors import RefusedError
from knowledge.readers.containers import attached_to, documents_of, members_of
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.refusal import PACKED_FAULTS, broken
from knowledge.readers.sniff import Kind, sniff

UNZIPPED = 100 * MEGABYTE  # of all members together: they are held in memory here
PARTS = 200
_DEEPEST = 2  # a mail in an archive, an archive in a mail
_PACKED = (Kind.ARCHIVE, Kind.MAIL)


@dataclass(frozen=True, slots=True)
class Parcel:
    """The documents in a file with their names, and the names of what else is in it, which nobody reads."""

    documents: list[tuple[str, bytes]]
    left: tuple[str, ...] = ()


def unpacked(data: bytes, name: str) -> Parcel:
    """What is in an archive or attached to a mail; any other file, and one without a document, is the document itself.

    What is packed again (a mail with an archive, mails in an archive) is taken apart too; what cannot be is left to
    whoever reads it, to say why.

    Raises:
        RefusedError: it is broken or goes beyond the limits, or it is known to hold nothing that can be read.
    """
    return _unpacked(data, name, _DEEPEST, Limits(unzipped=UNZIPPED, parts=PARTS))


def _unpacked(data: bytes, name: str, depth: int, room: Limits) -> Parcel:
    kind = sniff(data, name) if depth else None
    if kind not in _PACKED:
        return Parcel([(name, data)])
    members = _archived(data, name, room) if kind is Kind.ARCHIVE else attached_to(data, name)[0]
    found = documents_of(members)
    left = sorted({member for member, _ in members} - {member for member, _ in found})
    documents: list[tuple[str, bytes]] = []
    for member, content in found:
        taken = sum(len(held) for _, held in (*members, *documents))
        rest = Limits(unzipped=max(room.unzipped - taken, 0), parts=max(room.parts - len(documents), 0))
        inner = _inside(content, member, depth - 1, rest)
        documents += inner.documents
        left += inner.left
    return Parcel(documents, tuple(left)) if documents else Parcel([(name, data)])


def _inside(data: bytes, name: str, depth: int, room: Limits) -> Parcel:
    try:
        return _unpacked(data, name, depth, room)
    except RefusedError:
        return Parcel([(name, data)])


@contextmanager
def laid_out(parcel: Parcel) -> Iterator[dict[Path, str]]:
    """The documents of a parcel as files, each with its name in the parcel, while they are read."""
    with TemporaryDirectory(prefix="planbot-") as folder:
        named = {}
        for number, (name, data) in enumerate(parcel.documents):
            path = Path(folder) / str(number) / _file_name(name)
            path.parent.mkdir()
            path.write_bytes(data)
            named[path] = name
        yield named


def _file_name(name: str) -> str:
    """A name that a file can have on every system, of one that a mail or an archive gives."""
    bare = re.sub(r"[\x00-\x1f/\\:]", " ", PurePath(name.replace("\\", "/")).name).strip(" .")
    return bare.encode()[-_LONGEST_NAME:].decode(errors="ignore") or "ke-hoach"


_LONGEST_NAME = 200  # bytes


def _archived(data: bytes, name: str, room: Limits) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return members_of(archive, name, room)
    except PACKED_FAULTS as error:
        raise broken(name, "nén") from error

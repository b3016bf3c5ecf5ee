"""What is sent as one file and holds several, an archive or a mail, taken apart: each document is read by itself."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from knowledge.readers.containers import attached_to, documents_of, members_of
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.refusal import PACKED_FAULTS, broken
from knowledge.readers.sniff import Kind, sniff

UNZIPPED = 100 * MEGABYTE  # of all members together: they are held in memory here
PARTS = 200
_PACKED = (Kind.ARCHIVE, Kind.MAIL)


@dataclass(frozen=True, slots=True)
class Parcel:
    """The documents in a file with their names, and the names of what else is in it, which nobody reads."""

    documents: list[tuple[str, bytes]]
    left: tuple[str, ...] = ()


def unpacked(data: bytes, name: str) -> Parcel:
    """What is in an archive or attached to a mail; any other file, and one without a document, is the document itself.

    Where the only document is packed again (a mail with an archive), it is what is in that.

    Raises:
        RefusedError: it is broken or goes beyond the limits, or it is known to hold nothing that can be read.
    """
    kind = sniff(data, name)
    if kind not in _PACKED:
        return Parcel([(name, data)])
    members = _archived(data, name) if kind is Kind.ARCHIVE else attached_to(data, name)[0]
    found = documents_of(members)
    left = tuple(sorted({member for member, _ in members} - {member for member, _ in found}))
    if len(found) == 1 and kind is Kind.MAIL and sniff(found[0][1], found[0][0]) is Kind.ARCHIVE:
        inner = unpacked(found[0][1], found[0][0])
        return Parcel(inner.documents, (*left, *inner.left))
    return Parcel(found, left) if found else Parcel([(name, data)])


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


def _archived(data: bytes, name: str) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return members_of(archive, name, Limits(unzipped=UNZIPPED, parts=PARTS))
    except PACKED_FAULTS as error:
        raise broken(name, "nén") from error

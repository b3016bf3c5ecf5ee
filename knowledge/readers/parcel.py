"""What is sent as one file and holds several: a zip archive, taken apart before each document is read by itself."""

import io
import zipfile
from dataclasses import dataclass

from knowledge.readers.containers import documents_of, members_of
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.refusal import PACKED_FAULTS, broken
from knowledge.readers.sniff import Kind, sniff

UNZIPPED = 100 * MEGABYTE  # of all members together: they are held in memory here
PARTS = 200


@dataclass(frozen=True, slots=True)
class Parcel:
    """The documents in an archive with their names, and the names of what else is in it, which nobody reads."""

    documents: list[tuple[str, bytes]]
    left: tuple[str, ...] = ()


def unpacked(data: bytes, name: str) -> Parcel:
    """What is in an archive; any other file, and an archive without a document, is the document itself.

    Raises:
        RefusedError: the archive is broken or goes beyond the limits, or it is known to hold nothing that can be read.
    """
    if sniff(data, name) is not Kind.ARCHIVE:
        return Parcel([(name, data)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = members_of(archive, name, Limits(unzipped=UNZIPPED, parts=PARTS))
    except PACKED_FAULTS as error:
        raise broken(name, "nén") from error
    found = documents_of(members)
    left = {member for member, _ in members} - {member for member, _ in found}
    return Parcel(found, tuple(sorted(left))) if found else Parcel([(name, data)])

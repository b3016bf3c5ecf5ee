"""What is sent as one file and holds several: a zip archive, taken apart before each document is read by itself."""

import io
import zipfile

from knowledge.readers.containers import documents_of, members_of
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.refusal import PACKED_FAULTS, broken
from knowledge.readers.sniff import Kind, sniff

UNZIPPED = 100 * MEGABYTE  # of all members together: they are held in memory here
PARTS = 200


def unpacked(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The documents in an archive with their names; of any other file, and of an empty archive, the file itself.

    Raises:
        RefusedError: the archive is broken or goes beyond the limits, or it is known to hold nothing that can be read.
    """
    if sniff(data, name) is not Kind.ARCHIVE:
        return [(name, data)]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = documents_of(members_of(archive, name, Limits(unzipped=UNZIPPED, parts=PARTS)))
    except PACKED_FAULTS as error:
        raise broken(name, "nén") from error
    return found or [(name, data)]

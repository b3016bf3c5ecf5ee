"""How a reader hands on what is packed in its file: an attachment, a part of another format, a picture of a table."""

from collections.abc import Callable

from knowledge.document import Document
from knowledge.readers.refusal import refused

ReadInner = Callable[[bytes, str], Document]  # the bytes and the name to speak of them


def nothing_inside(_: bytes, name: str) -> Document:
    """The reader of a file that may hold no others.

    Raises:
        RefusedError: always.
    """
    raise refused(name, "tệp này nằm trong một tệp khác quá nhiều lớp", "Đề nghị gửi riêng từng tệp")

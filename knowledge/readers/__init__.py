"""Readers: bytes of a file → `Document`. The only place that knows file formats.

What a file is, is told by its content. Anything but plain text is read in a process of its own, with limits on size,
memory and time; whatever happens, the end is a `Document` or a `RefusedError` in plain words.
"""

import errno
import stat
from pathlib import Path

from knowledge.document import Document
from knowledge.errors import RefusedError
from knowledge.readers.dispatch import read_kind
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.reading_watch import Progress, Watch
from knowledge.readers.refusal import refused, too_much
from knowledge.readers.sniff import Kind, sniff

__all__ = ["Limits", "Progress", "read", "read_bytes", "read_here"]

_RIGHTS = ("không có quyền đọc tệp", "Đề nghị cho người dùng chạy planbot quyền đọc tệp này")
_UNREAD = {
    errno.ENOENT: ("không có tệp này", "Đề nghị kiểm tra lại tên tệp và thư mục"),
    errno.ENOTDIR: ("không có tệp này", "Đề nghị kiểm tra lại tên tệp và thư mục"),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
}
_ANEW = "Đề nghị kiểm tra ổ đĩa rồi thử lại"


def read(path: Path, *, limits: Limits = Limits(), progress: Progress | None = None) -> Document:  # noqa: B008 - a frozen value
    """The document of a file.

    Args:
        path: where it is; its name is what the plan is called by.
        limits: what the file may ask of the machine.
        progress: told in Vietnamese how far a long file is ("trang 3/12").

    Raises:
        RefusedError: the file cannot be read; says why and what to do.
        MissingExtraError: it needs a program that this machine does not have.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refused(str(path), "đây không phải một tệp thường", "Đề nghị chọn tệp văn bản kế hoạch")
        size = status.st_size
        if size > limits.size:
            raise _too_large(path.name, size, limits)
        data = path.read_bytes()
    except OSError as error:
        found, advice = _UNREAD.get(error.errno or 0, (f"không mở được tệp ({error.strerror})", _ANEW))
        raise refused(str(path), found, advice) from error
    return read_bytes(data, path.name, limits=limits, progress=progress)


def read_bytes(data: bytes, name: str, *, limits: Limits = Limits(), progress: Progress | None = None) -> Document:  # noqa: B008 - a frozen value
    """The document of bytes that came under a name; as `read`."""
    kind = _kind(data, name, limits)
    if kind is Kind.TEXT and len(data) <= _SHORT:
        return read_kind(kind, data, name, limits, Watch())
    from knowledge.readers.isolation import read_isolated
    from knowledge.readers.messages import Job

    return read_isolated(Job(kind, data, name, limits), progress or Watch().progress)


def read_here(data: bytes, name: str, *, limits: Limits = Limits(), watch: Watch = Watch()) -> Document:  # noqa: B008 - frozen values
    """As `read_bytes`, in this process and without a limit on time: for files that one has made oneself."""
    return read_kind(_kind(data, name, limits), data, name, limits, watch)


_SHORT = MEGABYTE // 2  # a text that can be read here: a process of its own costs more than reading it


def _kind(data: bytes, name: str, limits: Limits) -> Kind:
    if len(data) > limits.size:
        raise _too_large(name, len(data), limits)
    return sniff(data, name)


def _too_large(name: str, size: int, limits: Limits) -> RefusedError:
    return too_much(name, f"tệp nặng {size / MEGABYTE:.1f} MB, quá giới hạn {limits.size // MEGABYTE} MB")

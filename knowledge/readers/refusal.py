"""One wording for every file that cannot be read: which file, what was found in it, what the reader can do."""

import zipfile
import zlib

from knowledge.errors import RefusedError

# What a package (zip) raises that is damaged, wherever in the middle of reading it shows.
PACKED_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    LookupError,
)


def refused(name: str, found: str, advice: str) -> RefusedError:
    """The error to raise; both sentences are for the person who handed the file in."""
    return RefusedError(f"{name}: {found}. {advice}.")


def broken(name: str, what: str) -> RefusedError:
    """The error for a file that says it is something and is not whole."""
    return refused(
        name, f"tệp {what} bị hỏng hoặc chưa tải xong", "Đề nghị mở lại bằng phần mềm gốc, lưu lại và gửi lại"
    )


def too_much(name: str, found: str) -> RefusedError:
    """The error for a file over a limit."""
    return refused(name, found, "Đề nghị chia nhỏ tài liệu hoặc gửi bản gọn hơn")


def interrupted(name: str) -> RefusedError:
    """The error for a file whose reading was ended from outside, as a system does that runs out of memory."""
    return refused(
        name, "máy chủ đã dừng việc đọc tệp giữa chừng, thường do thiếu bộ nhớ",
        "Đề nghị gửi lại; nếu vẫn vậy, chia nhỏ tài liệu hoặc báo người quản lý máy chủ",
    )  # fmt: skip

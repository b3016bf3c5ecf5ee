"""A mail or a zip archive → the one document in it.

A mail is its only attachment, or its own text where it has none. Where several documents are packed together nobody can
say which is meant: they are named, to be sent one by one. What else is packed beside the one that is read is named too.
"""

import email
import email.policy
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from email.message import EmailMessage

from knowledge.document import Document, Doubt
from knowledge.errors import RefusedError
from knowledge.readers.inner import ReadInner
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.refusal import PACKED_FAULTS, broken, refused, too_much
from knowledge.readers.sniff import Kind, sniff

_LISTED = 6  # names in a message
_Member = tuple[str, bytes]


def read_mail(data: bytes, name: str, read_inner: ReadInner) -> Document:
    """The document of a mail (.eml).

    Raises:
        RefusedError: it has several documents attached, or nothing that can be read.
    """
    members, body = attached_to(data, name)
    documents = documents_of(members)
    found = read_inner(_only(documents, name, "thư") if documents or not body else body, name)
    return _with_left(found, members, documents, "Thư")


def read_archive(data: bytes, name: str, limits: Limits, read_inner: ReadInner) -> Document:
    """The document of a zip archive.

    Raises:
        RefusedError: it holds several documents or none, is broken, or goes beyond the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = members_of(archive, name, limits)
    except PACKED_FAULTS as error:
        raise broken(name, "nén") from error
    documents = documents_of(members)
    return _with_left(read_inner(_only(documents, name, "tệp nén"), name), members, documents, "Tệp nén")


def attached_to(data: bytes, name: str) -> tuple[list[_Member], bytes]:
    """The files attached to a mail with their contents, and its own text.

    Raises:
        RefusedError: the mail is broken.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        attached = [_attachment(part) for part in message.iter_attachments()]
        return [member for member in attached if member], _body(message)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise broken(name, "thư") from error


def _attachment(part: EmailMessage) -> _Member | None:
    content = part.get_payload(decode=True)
    inline = part.get_content_disposition() == "inline" and part.get_content_maintype() == "image"
    return (part.get_filename() or "không tên", content) if isinstance(content, bytes) and not inline else None


def _body(message: object) -> bytes:
    """The mail's own text, with its encoding settled."""
    part = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    text = part.get_content() if part is not None else ""
    return text.encode() if isinstance(text, str) and text.strip() else b""


def members_of(archive: zipfile.ZipFile, name: str, limits: Limits) -> list[_Member]:
    """The files in an archive with their contents.

    Raises:
        RefusedError: they go beyond the limits.
        BadZipFile: one has no name; Python 3.13 takes it for a file like any other.
    """
    if not all(info.filename for info in archive.infolist()):
        raise zipfile.BadZipFile("a file has no name")
    infos = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
    if len(infos) > limits.parts:
        raise too_much(name, f"tệp nén chứa {len(infos)} tệp, quá giới hạn {limits.parts}")
    members: list[_Member] = []
    left = limits.unzipped
    for info in infos:
        with archive.open(info) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise too_much(name, f"tệp giải nén ra quá {limits.unzipped // MEGABYTE} MB")
        members.append((info.filename, content))
    return members


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "__MACOSX", "~$")) for part in path.split("/"))


def documents_of(members: Sequence[_Member]) -> list[_Member]:
    """The members that a plan may be written in; pictures only where there is nothing else."""
    kinds = [(member, _kind(member)) for member in members]
    whole = [member for member, kind in kinds if kind not in {None, Kind.PICTURE}]
    return whole or [member for member, kind in kinds if kind]


def _kind(member: _Member) -> Kind | None:
    try:
        return sniff(member[1], member[0])
    except RefusedError:
        return None


def _with_left(found: Document, members: Sequence[_Member], documents: Sequence[_Member], what: str) -> Document:
    """A document with a doubt that names the files beside it, which nobody has read."""
    left = [member for member in members if member not in documents]
    if not left:
        return found
    said = f"{what} còn {len(left)} tệp chưa đọc: {_named(left)}"
    return replace(found, doubts=(*found.doubts, Doubt(said)))


def _named(members: Sequence[_Member]) -> str:
    return ", ".join(member for member, _ in members[:_LISTED]) + (", …" if len(members) > _LISTED else "")


def _only(documents: Sequence[_Member], name: str, what: str) -> bytes:
    if not documents:
        raise refused(name, f"{what} không có văn bản nào đọc được", "Đề nghị gửi riêng tệp kế hoạch")
    if len(documents) > 1:
        raise refused(name, f"{what} có {len(documents)} văn bản ({_named(documents)})", "Đề nghị gửi riêng từng tệp")
    return documents[0][1]

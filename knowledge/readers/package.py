"""Checks of a zipped office file before any library opens it: bombs, broken parts, XML that reaches outside.

The libraries parse every part they find, so a part is looked at here first: how large it is unzipped (by unzipping, not
by what the archive claims), and whether its XML has a document type (entities are the way to billions of laughs and to
files of the machine; office files never need one). Links to the outside are kept as data and never followed.

Strict Open XML differs from the usual one only in its namespaces, templates and files with macros only in the name of
their main part: they are rewritten to what the libraries know. No macro is ever run.
"""

import io
import re
import zipfile

from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.refusal import PACKED_FAULTS, broken, refused, too_much


def checked_package(data: bytes, name: str, limits: Limits) -> bytes:
    """The package in the form that the libraries open, where it may be opened.

    Raises:
        RefusedError: it is broken, or asks for more than the limits, or has XML with a document type.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > limits.parts:
                raise too_much(name, f"tệp chứa {len(infos)} phần, quá giới hạn {limits.parts}")
            if sum(info.compress_size for info in infos) > len(data):  # it says so of parts to get past the ratio
                raise broken(name, "Word/Excel")
            left = limits.unzipped
            for info in infos:
                left -= _check_part(package, info, left, name, limits)
            return _usual(package) if _is_unusual(package) else data
    except PACKED_FAULTS as error:
        raise broken(name, "Word/Excel") from error


_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_MAIN = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml",
    re.IGNORECASE,
)
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"


def _is_unusual(package: zipfile.ZipFile) -> bool:
    """Whether it is strict Open XML, a template or a Word file with macros."""
    names = set(package.namelist())
    if _TYPES not in names or _ROOT not in names:
        return False
    return bool(_STRICT.search(package.read(_ROOT)) or _MAIN.search(package.read(_TYPES)))


def _usual(package: zipfile.ZipFile) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as usual:
        for info in package.infolist():
            content = package.read(info)
            if info.filename == _TYPES:
                content = _MAIN.sub(_DOCUMENT, content)
            if info.filename.endswith((".xml", ".rels")):
                content = _STRICT.sub(_USUAL, content)
            usual.writestr(info.filename, content)
    return out.getvalue()


def _check_part(package: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, name: str, limits: Limits) -> int:
    """The unzipped size of one part."""
    with package.open(info) as stream:
        content = stream.read(left + 1)
    if len(content) > left:
        raise too_much(name, f"tệp giải nén ra quá {limits.unzipped // MEGABYTE} MB")
    if len(content) > MEGABYTE and len(content) > limits.ratio * max(1, info.compress_size):
        raise refused(name, "tệp có phần nén bất thường, giống tệp phá hoại", "Đề nghị lưu lại bằng phần mềm gốc")
    if info.filename.endswith((".xml", ".rels", ".vml")):
        _check_xml(content, name, limits)
    return len(content)


_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def _check_xml(content: bytes, name: str, limits: Limits) -> None:
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    if _DOCTYPE.search(content.replace(b"\0", b"") if wide else content):
        raise refused(name, "tệp có khai báo thực thể XML, giống tệp phá hoại", "Đề nghị lưu lại bằng phần mềm gốc")
    if content.count(b"<") > limits.elements:
        raise too_much(name, "tệp có quá nhiều phần tử")

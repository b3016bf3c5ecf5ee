"""Whatever bytes are handed in, the end is a document or a refusal that names the file."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from writers import SHEET, as_csv, as_docx, as_html, as_pdf, as_text, as_xlsx

from knowledge.document import Document
from knowledge.errors import RefusedError
from knowledge.readers import Limits, read_bytes, read_here

FILES = {write.__name__: write(SHEET) for write in (as_docx, as_xlsx, as_pdf, as_html, as_csv, as_text)}
LIMITS = Limits(size=2_000_000, pages=50, cells=20_000, unzipped=5_000_000, seconds=20)
MAGIC = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"<html>",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"a;b;c\n",
)

Change = Callable[[bytes], bytes]
many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def outcome(read: Callable[[], Document], name: str) -> None:
    """Fails where the end is anything else."""
    try:
        assert isinstance(read(), Document)
    except RefusedError as error:
        assert str(error).startswith(f"{name}: ")  # noqa: PT017 - either end is right


def spoilt(data: bytes, cut: float, at: float, length: int, put: bytes) -> bytes:
    """The bytes with a stretch replaced and the end cut off."""
    start = int(at * len(data))
    return (data[:start] + put + data[start + length :])[: max(1, int(cut * len(data)))]


spoilers = st.builds(
    lambda cut, at, length, put: lambda data: spoilt(data, cut, at, length, put),
    st.sampled_from((2.0, 2.0, 2.0, 0.99, 0.5)),
    st.floats(0, 1),
    st.integers(0, 40),
    st.one_of(
        st.binary(max_size=12), st.sampled_from((b"<", b">", b"&a;", b"</w:tc>", b'w:val="99999999"', b"-1", b"1e999"))
    ),
)


@many
@given(head=st.sampled_from(MAGIC), tail=st.binary(max_size=400))
def test_arbitrary_bytes(head: bytes, tail: bytes) -> None:
    outcome(lambda: read_here(head + tail, "tep", limits=LIMITS), "tep")


@pytest.mark.parametrize("form", FILES)
@many
@given(spoil=spoilers)
def test_spoilt_files(form: str, spoil: Change) -> None:
    outcome(lambda: read_here(spoil(FILES[form]), "tep", limits=LIMITS), "tep")


@pytest.mark.parametrize("form", ["as_docx", "as_xlsx"])
@many
@given(spoil=spoilers, which=st.integers(0, 30))
def test_spoilt_parts_of_office_files(form: str, spoil: Change, which: int) -> None:
    outcome(lambda: read_here(repacked(FILES[form], which, spoil), "tep", limits=LIMITS), "tep")


def test_a_sheet_that_points_at_nothing_is_read_without_a_word_of_the_library() -> None:
    source, out = zipfile.ZipFile(io.BytesIO(FILES["as_xlsx"])), io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            lost = name == "xl/_rels/workbook.xml.rels"
            content = source.read(name)
            target.writestr(name, content.replace(b"</Relationships>", b'<Relationship Id="rId99"/></Relationships>')
                            if lost else content)  # fmt: skip
    outcome(lambda: read_here(out.getvalue(), "tep.xlsx", limits=LIMITS), "tep.xlsx")


def repacked(data: bytes, which: int, spoil: Change) -> bytes:
    """The package with one part spoilt before it is packed again."""
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    names = source.namelist()
    main = ("word/document.xml", "xl/worksheets/sheet1.xml")
    chosen = (names[which % len(names)],) if which % 2 else main
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in names:
            content = source.read(name)
            target.writestr(name, spoil(content) if name in chosen else content)
    return out.getvalue()


@pytest.mark.parametrize("form", ["as_docx", "as_xlsx"])
@pytest.mark.parametrize("size", [0x00400000, 0x7FFFFFFF], ids=["some megabytes", "two gigabytes"])
def test_a_part_that_says_it_is_packed_larger_than_the_whole_file_is_broken(form: str, size: int) -> None:
    data = bytearray(FILES[form])
    at = data.rindex(b"PK\x01\x02")  # the last entry of the list of parts; four bytes say how large it is packed
    data[at + 20 : at + 24] = size.to_bytes(4, "little")
    with pytest.raises(RefusedError, match="bị hỏng"):
        read_here(bytes(data), "tep", limits=LIMITS)


def test_an_archive_in_which_a_file_has_no_name_is_broken() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("ke-hoach.txt", "phu-luc.txt"):
            archive.writestr(name, FILES["as_text"])
    data = out.getvalue().replace(b"phu-luc.txt", b"\0hu-luc.txt")  # a name ends at its first zero
    with pytest.raises(RefusedError, match="bị hỏng"):
        read_here(data, "tep", limits=LIMITS)


@pytest.mark.parametrize("form", ["as_docx", "as_pdf"])
def test_a_spoilt_file_in_the_child_process(form: str) -> None:
    outcome(lambda: read_bytes(spoilt(FILES[form], 0.7, 0.2, 9, b"<<<<"), "tep", limits=LIMITS), "tep")

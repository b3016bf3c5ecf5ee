"""Word files that are made to harm, that are broken, or that carry a mark of secrecy."""

import io
import zipfile
from typing import Any

import docx
import pytest
from documents import texts
from docx.oxml import parse_xml
from word_files import W, a_box, a_file, a_watermark, p, read, tbl, tc, tr
from writers import a_sheet, as_docx, saved

from knowledge.errors import RefusedError
from knowledge.plan.secrecy import secrecy
from knowledge.readers import Limits
from knowledge.readers.word import read_word


def with_part(name: str, content: bytes) -> bytes:
    """A Word file with one part replaced or added."""
    source, out = zipfile.ZipFile(io.BytesIO(as_docx(a_sheet(("a", "b"))))), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            if part != name:
                target.writestr(part, source.read(part))
        target.writestr(name, content)
    return out.getvalue()


BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><w:document>&b;</w:document>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(with_part("word/document.xml", BOMB), "thực thể XML", id="entities"),
        pytest.param(with_part("word/document.xml", BOMB.decode().encode("utf-16")), "thực thể XML", id="in UTF-16"),
        pytest.param(with_part("word/media/x.bin", bytes(30_000_000)), "nén bất thường", id="bomb"),
        pytest.param(with_part("word/document.xml", b"<w:document"), "bị hỏng", id="cut XML"),
        pytest.param(with_part("_rels/.rels", b"<Relationships/>"), "bị hỏng", id="tied to no text"),
    ],
)
def test_hostile_and_broken_files_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        read(data)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(unzipped=1000), "giải nén ra quá"),
        (Limits(parts=3), "quá giới hạn 3"),
        (Limits(cells=1), "hơn 1 ô"),
    ],
)
def test_limits_hold(limits: Limits, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        read(as_docx(a_sheet(("a", "b"))), limits)


def test_tables_nested_without_end_are_refused() -> None:
    inner: Any = p("x")
    for _ in range(12):
        inner = tbl(tr(tc(inner + p()), tc("y")))
    with pytest.raises(RefusedError, match="lồng nhau quá 8 lớp"):
        read(a_file(inner))


def tied(*ties: str) -> bytes:
    """A Word file whose text is tied to further parts that are not there."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(f'<Relationship Id="x{n}" Type="{kinds}/{tie}" Target="no.xml"/>' for n, tie in enumerate(ties))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return with_part(
        "word/_rels/document.xml.rels", f'<Relationships xmlns="{space}">{listed}</Relationships>'.encode()
    )


def test_a_file_whose_header_is_not_there_is_refused_for_a_mark_may_have_stood_in_it() -> None:
    with pytest.raises(RefusedError, match="bị hỏng"):
        read(tied("header"))
    assert read(tied("image", "theme")) == ["a | b"]


def test_links_to_the_outside_are_not_followed() -> None:
    file = docx.Document()
    file.part.relate_to("http://127.0.0.1:9/x", "http://x/attachedTemplate", is_external=True)
    file.add_paragraph("Nội dung")
    assert read(saved(file)) == ["Nội dung"]


@pytest.mark.parametrize(
    "beside",
    [p("TỐI MẬT"), "<w:p><w:r><w:t>Kế hoạch</w:t><w:tab/><w:t>TỐI MẬT</w:t></w:r></w:p>", a_box("TỐI MẬT"),
     a_watermark("TỐI MẬT")],
    ids=["line", "behind a tab", "text box", "watermark"],
)  # fmt: skip
@pytest.mark.parametrize("where", ["header", "first_page_header", "footer"])
def test_a_mark_in_a_header_or_footer_is_seen(where: str, beside: str) -> None:
    file = docx.Document()
    file.add_paragraph("KẾ HOẠCH")
    file.sections[0].different_first_page_header_footer = True
    margin = getattr(file.sections[0], where)
    margin.is_linked_to_previous = False
    margin._element.append(parse_xml(f"<w:body {W}>{beside}</w:body>")[0])
    document = read_word(saved(file), "ke-hoach.docx", Limits())
    assert texts(document) == ["KẾ HOẠCH"]
    assert secrecy(document) == "Tối mật"


def test_a_mark_in_a_text_box_of_the_letterhead_is_seen() -> None:
    file = a_file(tbl(tr(tc("UBND TỈNH AN BÌNH"), tc(a_box("MẬT")))), p("KẾ HOẠCH"))
    assert secrecy(read_word(file, "ke-hoach.docx", Limits())) == "Mật"

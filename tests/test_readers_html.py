"""Pages saved from law portals and from Word: spans, tables that lay out, scripts and menus, web archives."""

import pytest
from documents import texts

from knowledge.document import Paragraph, Table
from knowledge.errors import RefusedError
from knowledge.readers import Limits
from knowledge.readers.html import read_html


def read(body: str, head: str = "") -> list[str]:
    return texts(read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "trang.html", Limits()))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>Một\n  hai<br>Ba</p><div>Bốn <b>năm</b></div>sáu", ["Một hai", "Ba", "Bốn năm", "sáu"],
                     id="text"),
        pytest.param("<script>x</script><style>y</style><nav>z</nav><p>a</p><p hidden>b</p>", ["a"],
                     id="scripts and menus"),
        pytest.param('<p style="display:none">x</p><p>a</p><!-- y -->', ["a"], id="hidden"),
        pytest.param("<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>", ["• a", "• b", "1. c", "2. d"],
                     id="lists"),
        pytest.param("<p>Độc lập &#8211; T&#7921; do</p>", ["Độc lập – Tự do"], id="references"),
    ],
)  # fmt: skip
def test_text_is_what_the_page_shows(body: str, expected: list[str]) -> None:
    assert read(body) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "<tr><th>STT<th>Việc<th>Chủ trì<tr><td rowspan=2>1<td>a<td>b<tr><td>c<td>d<tr><td>I<td colspan=2>Thể chế",
            ["STT | Việc | Chủ trì", "1 | a | b", "^ | c | d", "I | Thể chế | <"],
            id="spans, tags left open",
        ),
        pytest.param(
            "<thead><tr><td>a<td>b</thead><tbody><tr><td>c</tbody><tfoot><tr><td>d<td>e</tfoot>",
            ["a | b", "c | ", "d | e"],
            id="sections and a short row",
        ),
        pytest.param("<tr><td rowspan=60000>a<td>b<tr><td>c", ["a | b", "^ | c"], id="a span beyond the end"),
        pytest.param("<tr><td rowspan=0>a<td>b<tr><td>c", ["a | b", "^ | c"], id="a span to the end"),
        pytest.param(
            "<tr><td><p>Văn phòng</p><p>Thanh tra</p><td>x<br>Y", ["Văn phòng\nThanh tra | x\nY"], id="lines of a cell"
        ),
        pytest.param(
            "<tr><td>1<td>a<td>b<tr><td>2<td><table><tr><td>x<td>y</table><td>c",
            ["1 | a | b", "2 | x y | c"],
            id="a table inside a cell",
        ),
        pytest.param(
            "<tr><td>menu<td><p>KẾ HOẠCH</p><table><tr><td>1<td>a<tr><td>2<td>b</table>",
            ["menu", "KẾ HOẠCH", "1 | a", "2 | b"],
            id="a table that lays out the page",
        ),
    ],
)
def test_tables_become_full_grids(rows: str, expected: list[str]) -> None:
    assert read(f"<table>{rows}</table>") == expected


def test_headings_bold_and_captions_are_kept() -> None:
    page = (
        b"<html><body><h2>I. M</h2><p><b>dam</b></p><p>thuong</p><table><caption>Bang 1</caption><tr><td>a<td>b</table>"
    )
    heading, bold, plain, table = read_html(page, "x", Limits()).blocks
    assert isinstance(heading, Paragraph)
    assert (heading.level, heading.bold) == (2, True)
    assert isinstance(bold, Paragraph)
    assert bold.bold
    assert isinstance(plain, Paragraph)
    assert not plain.bold
    assert isinstance(table, Table)
    assert table.name == "Bang 1"
    assert table.rows[0].place.at == "table 1 row 1"


def test_a_second_table_without_text_between_continues_the_first() -> None:
    page = (
        b"<html><body><table><tr><td>a<td>b</table><table><tr><td>c<td>d</table><p>x</p><table><tr><td>e<td>f</table>"
    )
    tables = [block for block in read_html(page, "x", Limits()).blocks if isinstance(block, Table)]
    assert [table.continues for table in tables] == [False, True, False]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("<html><body>Sở Nội vụ".encode("utf-16"), id="UTF-16"),
        pytest.param(
            b"<html><head><meta charset=windows-1252></head><body>S&#7903; N&#7897;i v&#7909;",
            id="references in Western",
        ),
        pytest.param(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; "
            b"charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            b"<html><body>S=E1=BB=9F N=E1=BB=99i v=E1=BB=A5"
            b"\r\n--b--\r\n",
            id="web archive",
        ),
    ],
)
def test_pages_are_decoded(data: bytes) -> None:
    assert texts(read_html(data, "x", Limits())) == ["Sở Nội vụ"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<table><tr><td>" * 30 + "x<td>y<tr><td>z" + "</table>" * 30, id="tables in tables"),
        pytest.param("<div>" * 5000 + "x", id="elements in elements"),
        pytest.param("<table>" + "<tr><td colspan=200>x" * 2000 + "</table>", id="too many cells"),
    ],
)
def test_limits_hold(body: str) -> None:
    with pytest.raises(RefusedError):
        read(body)

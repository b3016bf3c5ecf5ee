"""How much of the processor and of memory reading takes, beside the plain library walking the same file, and over size.

Each reading runs in a process of its own, so that its peak of memory is its own.
"""

import io
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ROOT.parent / "shared" / "plans" / "formats"
BUDGET = 1.2  # times the plain library
SIZES = (5, 20, 40, 100, 250, 500)  # pages
ROWS_A_PAGE = 3.5


def main() -> None:
    """Print the table."""
    print(f"{'file':28}{'pages':>6}  {'planbot':>16}  {'plain library':>24}")
    with tempfile.TemporaryDirectory() as folder:
        for path in (*sorted(FORMATS.glob("*_plan.*")), *_forty_pages(Path(folder))):
            ours, plain = _least("planbot", path), _least("plain", path)
            over = "" if ours["seconds"] <= BUDGET * plain["seconds"] else f"  over {BUDGET} times"
            print(
                f"{path.name:28}{plain['pages'] or '':>6}  {ours['seconds']:7.2f} s {ours['memory']:4.0f} MB"
                f"  {plain['name']:>11} {plain['seconds']:5.2f} s {plain['memory']:3.0f} MB{over}"
            )
        print(f"\nseconds of the processor over pages{'':9}" + "".join(f"{pages:>8}" for pages in SIZES))
        for kind in ("docx", "pdf", "txt", "bars", "cells"):
            files = [_pages(Path(folder), pages, kind) for pages in SIZES]
            for who, what in (("planbot", "read"), ("understood", "read and understood")):
                times = "".join(f"{_measured(who, file)['seconds']:8.2f}" for file in files)
                print(f"{f'{kind} {what}':44}{times}")


def _forty_pages(folder: Path) -> list[Path]:
    """A plan of about 40 pages in Word, in PDF and, where scans are read, as a scanner gives it."""
    kinds = ("docx", "pdf", "scan") if shutil.which("tesseract") else ("docx", "pdf")
    return [_pages(folder, 40, kind) for kind in kinds]


def _pages(folder: Path, pages: int, kind: str) -> Path:
    """A plan of about so many pages."""
    sys.path.insert(0, str(ROOT / "tests"))
    import writers  # noqa: PLC0415 - beside the tests, not in a package

    task = "Rà soát, hệ thống hóa văn bản quy phạm pháp luật thuộc lĩnh vực quản lý của ngành trên địa bàn tỉnh " * 2
    header = ("STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời hạn")
    rows = [
        (str(i), task, "Báo cáo", "Văn phòng Sở", "Thanh tra Sở", "Quý I/2027")
        for i in range(1, int(pages * ROWS_A_PAGE) + 1)
    ]
    sheet = writers.a_sheet(header, *rows)
    path = folder / f"{pages}-pages.{kind}"
    written = getattr(writers, _WRITERS[kind])(sheet)
    path.write_bytes(_scanned(written) if kind == "scan" else written)
    return path


_WRITERS = {
    "docx": "as_docx",
    "pdf": "as_pdf",
    "scan": "as_pdf",
    "txt": "as_text",
    "bars": "as_bars",
    "cells": "as_cells_on_lines",
}


def _scanned(pdf: bytes) -> bytes:
    """The pictures of the pages."""
    import pypdfium2  # noqa: PLC0415 - only where a scan is made

    first, *others = (page.render(scale=_DPI / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf))
    out = io.BytesIO()
    first.save(out, "PDF", resolution=_DPI, save_all=True, append_images=others)
    return out.getvalue()


_DPI = 200


def _least(who: str, path: Path) -> dict[str, float]:
    """The reading that took the least: a short one is tried several times, as others on the machine add to it."""
    first = _measured(who, path)
    again = [_measured(who, path) for _ in range(_TRIES - 1)] if first["seconds"] < _SHORT else []
    return min(first, *again, key=lambda one: one["seconds"]) if again else first


_SHORT, _TRIES = 1.0, 5  # seconds, and how often something that short is measured


def _measured(who: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, who, str(path)], capture_output=True, text=True, check=True, cwd=ROOT, timeout=1800
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _planbot(path: Path) -> int:
    from knowledge.readers import read_here  # noqa: PLC0415 - only the process that measures it pays for it

    read_here(path.read_bytes(), path.name)
    return 0


def _understood(path: Path) -> int:
    from knowledge.plan.understanding import understand  # noqa: PLC0415 - as above
    from knowledge.readers import read_here  # noqa: PLC0415 - as above

    understand(read_here(path.read_bytes(), path.name))
    return 0


def _docx(path: Path) -> int:
    import docx  # noqa: PLC0415 - as above

    file = docx.Document(str(path))
    for paragraph in file.paragraphs:
        assert paragraph.text is not None
    for table in file.tables:
        for row in table.rows:
            for cell in row.cells:
                assert cell.text is not None
    return 0


def _xlsx(path: Path) -> int:
    import openpyxl  # noqa: PLC0415 - as above

    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows(values_only=True):
            assert row
    return 0


def _pdf(path: Path) -> int:
    import pdfplumber  # noqa: PLC0415 - as above

    with pdfplumber.open(path) as file:
        for page in file.pages:
            page.extract_text()
            page.extract_tables()
        return len(file.pages)


def _recognised(path: Path) -> int:
    import pypdfium2  # noqa: PLC0415 - as above
    import pytesseract  # noqa: PLC0415 - as above

    file = pypdfium2.PdfDocument(path)
    for page in file:
        pytesseract.image_to_string(page.render(scale=_DPI / 72, grayscale=True).to_pil(), lang="vie")
    return len(file)


_PLAIN: dict[str, tuple[str, Callable[[Path], int]]] = {
    ".docx": ("python-docx", _docx),
    ".xlsx": ("openpyxl", _xlsx),
    ".pdf": ("pdfplumber", _pdf),
    ".scan": ("tesseract", _recognised),
}


def _measure(who: str, path: Path) -> None:
    ours = {"planbot": _planbot, "understood": _understood}
    name, read = (who, ours[who]) if who in ours else _PLAIN[path.suffix]
    began = _spent()
    pages = read(path)
    seconds = _spent() - began
    print(json.dumps({"name": name, "seconds": seconds, "memory": _peak(), "pages": pages}))


def _spent() -> float:
    """Seconds of the processor, those of the programs that were started (tesseract) among them."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _peak() -> float:
    """The most memory this process had, in MB; getrusage would count that of the process it was forked from."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    _measure(sys.argv[1], Path(sys.argv[2]))

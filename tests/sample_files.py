"""The sample plans in every form that offices send: text, Word, Excel, HTML, Markdown and separated values."""

from writers import SHEET, as_csv, as_docx, as_html, as_xlsx

from knowledge.samples import in_every_format


def in_every_form() -> dict[str, bytes]:
    """Bytes by file name."""
    files = {file.name: file.read_bytes() for file in in_every_format()}
    text = next(data for name, data in files.items() if name.endswith(".txt"))
    rows = [line.split("\t") for line in text.decode().splitlines() if "\t" in line]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    ruled = [f"| {' | '.join(row)} |" for row in rows]
    files["ke-hoach.html"] = f"<html><body><h1>KẾ HOẠCH</h1><table>{table}</table></body></html>".encode()
    files["ke-hoach.md"] = "\n".join([*ruled[:1], "|---" * len(rows[0]) + "|", *ruled[1:]]).encode() if rows else text
    files["ke-hoach.csv"] = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()
    written = {"html": as_html(SHEET), "csv": as_csv(SHEET), "docx": as_docx(SHEET), "xlsx": as_xlsx(SHEET)}
    return files | {f"bang.{form}": data for form, data in written.items()}

"""Documents packed for tests: in an archive, or attached to a mail."""

import io
import zipfile
from email.message import EmailMessage


def mail(*attached: tuple[str, bytes], text: str = "Gửi kèm kế hoạch.") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "vanthu@example.com", "Kế hoạch"
    message.set_content(text)
    for name, content in attached:
        message.add_attachment(content, "application", "octet-stream", filename=name)
    return message.as_bytes()


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()

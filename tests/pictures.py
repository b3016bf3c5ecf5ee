"""Draws the conversations of the guides as a phone shows them: `make pictures`.

The words are what the bot says today (`conversations`); a browser without a window lays them out, Pillow makes the
picture small. Beside each picture stands what it shows as text, which a test holds against the bot.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from conversations import Act, Conversation, eight_conversations
from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
MISSING = (
    "The pictures of the guides are drawn by Chromium, which is not on this machine. Install it (Debian: "
    "apt-get install chromium), or name it in PLANBOT_BROWSER.\n"
    "Máy này chưa có trình duyệt Chromium để vẽ hình cho hướng dẫn."
)
WIDTH = 400
TALLEST = 6000
MARK = "conversation"
COLOURS = 40
STYLE = """
@font-face { font-family: Phone; src: url("%(regular)s"); }
@font-face { font-family: Phone; font-weight: bold; src: url("%(bold)s"); }
@font-face { font-family: Phone; font-style: italic; src: url("%(italic)s"); }
body { margin: 0; width: %(width)spx; background: #dfe7ee; font: 14px/1.35 Phone; color: #17212b; }
h1 { margin: 0; padding: 11px 14px; background: #2f5d7c; color: white; font: bold 16px Phone; }
main { display: flow-root; padding: 4px 8px 10px; }
section { margin-top: 8px; width: 88%%; }
section.mine { margin-left: 12%%; }
.words { padding: 7px 10px; border-radius: 4px 12px 12px 12px; background: white; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.mine .words { border-radius: 12px 4px 12px 12px; background: #d8f0c8; }
.who { display: block; font-weight: bold; font-size: 12px; color: #2f5d7c; }
.who i { font-weight: normal; color: #708090; }
q { display: block; quotes: none; margin: 2px 0; padding-left: 7px; border-left: 3px solid #8fb0c6; font-size: 12px;
  color: #566; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.file { display: block; margin: 2px 0; padding: 8px 10px; border-radius: 8px; background: #eaf0f4; }
img { display: block; width: 100%%; margin: 2px 0; border-radius: 6px; }
nav { display: flex; gap: 4px; margin-top: 4px; }
nav b { flex: 1; min-width: 0; padding: 7px 4px; border-radius: 7px; background: #b9cad7; text-align: center;
  font-weight: normal; font-size: 13px; }
p { margin: 9px auto 0; width: fit-content; max-width: 86%%; padding: 2px 10px; border-radius: 10px;
  background: #b3c0ca; font-size: 12px; text-align: center; }
"""


class NoBrowserError(Exception):
    """There is no browser to draw with."""


def page(conversation: Conversation) -> str:
    """A conversation as a page for a browser."""
    fonts = {name.lower(): _font(name) for name in ("Regular", "Bold", "Italic")}
    style = STYLE % {"width": WIDTH, **fonts}
    acts = "".join(map(_act, conversation.acts))
    head = f"<!doctype html><meta charset=utf-8><style>{style}</style><h1>{escape(conversation.title)}</h1>"
    return f"{head}<main>{acts}</main>"


def draw(conversation: Conversation, browser: str) -> bytes:
    """The picture of a conversation, as small as its few colours allow."""
    with tempfile.TemporaryDirectory() as folder:
        file, shot = Path(folder) / "page.html", Path(folder) / "page.png"
        file.write_text(page(conversation), encoding="utf-8")
        # of its own profile; no sandbox where root draws, since the page is our own
        alone = ["--headless", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile"]
        alone += ["--no-sandbox"] if os.geteuid() == 0 else []
        size = f"--window-size={WIDTH},{TALLEST}"
        command = [browser, *alone, size, f"--screenshot={shot}", file.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        drawn = Image.open(shot).convert("RGB")
    out = BytesIO()
    cut = drawn.crop((0, 0, WIDTH, _bottom(drawn)))
    few = cut.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True, pnginfo=_of(conversation))
    return out.getvalue()


def fingerprint(text: str) -> str:
    """What a picture carries of the words that it shows, so that a test can tell whether it is of today."""
    return hashlib.sha256(text.encode()).hexdigest()


def browser() -> str:
    """The browser of this machine.

    Raises:
        NoBrowserError: none is there.
    """
    named = os.environ.get("PLANBOT_BROWSER", "")
    found = next(filter(None, map(shutil.which, [named] if named else BROWSERS)), None)
    if found is None:
        raise NoBrowserError(MISSING)
    return found


def main(names: Sequence[str]) -> int:
    """Draws all conversations, or those that are named."""
    try:
        drawn_by = browser()
    except NoBrowserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        told = eight_conversations(Path(folder))
    for conversation in told:
        if not names or conversation.name in names:
            picture = draw(conversation, drawn_by)
            (FOLDER / f"{conversation.name}.png").write_bytes(picture)
            (FOLDER / f"{conversation.name}.txt").write_text(conversation.text, encoding="utf-8")
            sys.stdout.write(f"{conversation.name}: {len(picture) // 1024} KB\n")
    return 0


def _act(act: Act) -> str:
    if not act.who:
        return f"<p>{act.html}</p>"
    changed = " <i>(đã sửa)</i>" if act.again else ""
    parts = [f'<span class="who">{escape(act.who)}{changed}</span>' if not act.mine or act.again else ""]
    parts.append(f"<q>{escape(act.quoted)}</q>" if act.quoted else "")
    if act.content:
        parts.append(f'<img src="data:image/png;base64,{base64.b64encode(act.content).decode()}">')
    elif act.file:
        parts.append(f'<span class="file">Tệp: {escape(act.file)}</span>')
    rows = "".join(f"<nav>{''.join(f'<b>{escape(label)}</b>' for label in row)}</nav>" for row in act.keys)
    mine = ' class="mine"' if act.mine else ""
    return f'<section{mine}><div class="words">{"".join(parts)}{act.html}</div>{rows}</section>'


def _of(conversation: Conversation) -> PngInfo:
    info = PngInfo()
    info.add_text(MARK, fingerprint(conversation.text))
    return info


def _bottom(drawn: Image.Image) -> int:
    """Where the conversation ends: below it there is nothing but the ground of the page."""
    ground = Image.new("RGB", drawn.size, drawn.getpixel((2, drawn.height - 2)))
    box = ImageChops.difference(drawn, ground).getbbox()
    return min(drawn.height, box[3] + 10) if box else drawn.height


def _font(name: str) -> str:
    spec = find_spec("font_roboto")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "files" / f"Roboto-{name}.ttf").as_uri()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

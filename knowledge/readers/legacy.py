"""Old office files (.doc, .xls, .rtf, .odt, .ods) by way of LibreOffice, where the machine has it.

LibreOffice runs without a window, with a profile of its own that is thrown away (no macros, no recovery, no second
instance to talk to), in its own process group, and no longer than the time for one file.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from knowledge.errors import MissingExtraError
from knowledge.readers.limits import Limits
from knowledge.readers.refusal import broken, too_much

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "/opt/libreoffice/program/soffice")
_PARTS = {"docx": ("Writer", "libswlo.so"), "xlsx": ("Calc", "libsclo.so")}
_PATIENCE = 4.0  # times the time for one file by the clock; the time of the processor is limited by the system
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">\
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value>\
</prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value>\
</prop></item>
</oor:items>
"""


def convert(data: bytes, name: str, target: str, limits: Limits) -> bytes:
    """The file in a format of today ("docx" or "xlsx").

    Raises:
        MissingExtraError: LibreOffice is not on this machine.
        RefusedError: LibreOffice cannot open the file, or needs too long.
    """
    program = find_libreoffice()
    if program is None or not can_convert(target):
        part = _PARTS[target][0]
        raise MissingExtraError(
            f"{name}: tệp Office kiểu cũ, cần LibreOffice {part} để đọc nhưng máy này chưa cài. Đề nghị cài "
            f"LibreOffice (gói libreoffice-{part.lower()}), hoặc lưu lại tệp thành .{target} rồi gửi lại."
        )
    with tempfile.TemporaryDirectory(prefix="planbot-") as folder:
        return _run(program, Path(folder), data, name, target, limits)


def find_libreoffice() -> str | None:
    """The path of LibreOffice's program, or None."""
    found = (shutil.which(program) for program in _PROGRAMS)
    return next(filter(None, found), None) or next((place for place in _PLACES if Path(place).exists()), None)


def can_convert(target: str) -> bool:
    """Whether LibreOffice is there with the part for texts ("docx") or for sheets ("xlsx")."""
    program = find_libreoffice()
    if program is None:
        return False
    others = [Path(program).resolve().parent / library for _, library in _PARTS.values()]
    wanted = Path(program).resolve().parent / _PARTS[target][1]
    return wanted.exists() or not any(other.exists() for other in others)  # an unknown layout: try


def _run(program: str, folder: Path, data: bytes, name: str, target: str, limits: Limits) -> bytes:
    source, profile = folder / "source", folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source.write_bytes(data)
    command = [program, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore", "--nologo",
               "--nodefault", "--convert-to", target, "--outdir", str(folder / "out"), str(source)]  # fmt: skip
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - a fixed command and file names of our own
        command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        process.wait(timeout=limits.seconds * _PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise too_much(name, f"LibreOffice không đọc xong tệp trong {limits.seconds:.0f} giây") from error
    finally:
        _end(process)
    converted = folder / "out" / f"source.{target}"
    if not converted.exists():
        raise broken(name, "Office kiểu cũ")
    return converted.read_bytes()


def _end(process: subprocess.Popen[bytes]) -> None:
    """The program and what it started are gone afterwards."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

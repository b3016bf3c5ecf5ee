"""The unit for systemd and the image, as far as they can be looked at without running them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UNIT = ROOT / "deploy" / "planbot.service"
IMAGE = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
ANALYSE = shutil.which("systemd-analyze") or ""
needs_systemd = pytest.mark.skipif(not ANALYSE, reason="systemd-analyze is not installed")


def analysed(*arguments: str) -> str:
    done = subprocess.run([ANALYSE, *arguments], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@needs_systemd
def test_systemd_finds_nothing_to_say_about_the_unit(tmp_path: Path) -> None:
    here = tmp_path / "planbot.service"
    text = UNIT.read_text(encoding="utf-8").replace("/opt/planbot/.venv/bin/python", sys.executable)
    here.write_text(text, encoding="utf-8")
    assert "planbot.service" not in analysed("verify", str(here))


@needs_systemd
def test_the_unit_leaves_little_open() -> None:
    found = re.search(r"exposure level for \S+: ([\d.]+)", analysed("security", "--offline=yes", str(UNIT)))
    if found is None:
        pytest.skip("this systemd does not look at units that are not installed")
    assert float(found[1]) <= 1.5


def test_what_the_image_copies_is_there_and_it_does_not_run_as_root() -> None:
    copied = [name for line in re.findall(r"^COPY (.+)$", IMAGE, re.MULTILINE) for name in line.split()[:-1]]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert {"bot", "handlers", "scheduler", "knowledge", "requirements"} <= set(copied)
    assert IMAGE.index("USER planbot") < IMAGE.index("ENTRYPOINT")
    assert "HEALTHCHECK" in IMAGE

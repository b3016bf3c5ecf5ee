"""The command line in this process: as fast as a call, and as strict as a person's terminal."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main


@dataclass
class Planbot:
    """Runs commands in this process on one data folder."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    now: str = "2027-06-23T08:00"

    def run(self, *arguments: str, now: str | None = None) -> tuple[int, str, str]:
        options = ["--config", str(self.folder / "config.toml"), "--data", str(self.folder / "data")]
        with pytest.raises(SystemExit) as ended:
            main([*options, "--now", now or self.now, *arguments])
        out, err = self.capture.readouterr()
        return int(ended.value.code or 0), out, err

    def ok(self, *arguments: str, now: str | None = None) -> str:
        code, out, err = self.run(*arguments, now=now)
        assert code == 0, err
        return out

    def json(self, *arguments: str, now: str | None = None) -> list[dict[str, Any]]:
        code, out, _ = self.run(*arguments, "--json", now=now)
        assert code in {0, 1}
        found: list[dict[str, Any]] = json.loads(out)
        return found

"""Plans that several tests take into data folders of their own: what their rows mean is made once in a run.

That is most of what taking a plan costs, 50 ms a row. A data folder of the run keeps it, whichever worker comes first;
the folders of the tests get a copy.
"""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import take_in
from filelock import FileLock

from knowledge.private import make_folder

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "knowledge" / "samples").glob("*.txt"))
MEANING = "meaning"  # of a data folder, where the vectors lie


@dataclass(frozen=True)
class TakenOnce:
    """Data folders that all workers of a run share; nobody changes them.

    Args:
        folder: where they lie, among the temporary folders of the run.
    """

    folder: Path

    def data(self, plans: Sequence[Path]) -> Path:
        """A data folder with some plans, to be read only."""
        name = hashlib.sha256("\n".join(map(str, plans)).encode()).hexdigest()[:12]
        data, beside = self.folder / name, self.folder / f"{name}.new"
        make_folder(self.folder)
        with FileLock(self.folder / f"{name}.lock"):
            if not data.exists():
                shutil.rmtree(beside, ignore_errors=True)
                if len(plans) > 1:  # a test may take the first alone
                    self.bring(beside, plans[:1])
                take_in(plans, beside)
                beside.rename(data)
        return data

    def bring(self, data: Path, plans: Sequence[Path] = SAMPLES) -> None:
        """What the rows of plans mean comes into a data folder that is yet to be, before the plans do."""
        make_folder(data)
        if (made := self.data(plans) / MEANING).exists():
            shutil.copytree(made, data / MEANING)

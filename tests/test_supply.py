"""What planbot is made of: everything pinned with hashes, every licence known, the lists as new as the pins."""

import csv
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "requirements"
LINUX = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "python_version": "3.11",
         "python_full_version": "3.11.7", "implementation_name": "cpython",
         "platform_python_implementation": "CPython", "extra": ""}  # fmt: skip
SHIPPED = ("run", "charts", "meaning", "metrics", "postgres", "scan")  # what an office may install

# Licences under which a library may be used beside ours and handed on. LGPL is that of python-telegram-bot and psycopg:
# they are installed beside planbot as they were published and can be exchanged, which is what the LGPL asks for.
FREE = re.compile(r"MIT|BSD|Apache|Mozilla|MPL|Python Software Foundation|PSF|Public Domain|LGPL")


def pinned(name: str) -> dict[str, str]:
    """Versions by library, as one lock file has them for Linux and Python 3.11."""
    lines = re.findall(r"^(\S+==[^\\\n]+)", (PINS / f"{name}.lock").read_text(encoding="utf-8"), re.MULTILINE)
    found = [Requirement(line.strip()) for line in lines]
    wanted = (each for each in found if each.marker is None or each.marker.evaluate(LINUX))
    return {plain(each.name): str(each.specifier).removeprefix("==") for each in wanted}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def listed() -> dict[str, tuple[str, str]]:
    with (PINS / "licences.csv").open(encoding="utf-8", newline="") as file:
        return {plain(row["Name"]): (row["Version"], row["License"]) for row in csv.DictReader(file)}


@pytest.mark.parametrize("lock", sorted(PINS.glob("*.lock")), ids=lambda path: path.stem)
def test_everything_that_is_installed_is_pinned_with_its_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    assert [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_one_library_has_one_version_in_all_lists() -> None:
    versions: dict[str, set[str]] = {}
    for lock in PINS.glob("*.lock"):
        for name, version in pinned(lock.stem).items():
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_what_the_project_asks_for_is_pinned_in_a_version_that_it_allows() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {"run": project["project"]["dependencies"], **project["project"]["optional-dependencies"]}
    asked["build"] = project["build-system"]["requires"]
    wrong = [
        (lock, wanted)
        for lock, lines in asked.items()
        for wanted in map(Requirement, lines)
        if not wanted.specifier.contains(pinned(lock).get(plain(wanted.name), "0"))
    ]
    assert wrong == []


def test_the_list_of_licences_is_as_new_as_the_pins() -> None:
    expected = {name: version for lock in SHIPPED for name, version in pinned(lock).items()}
    assert {name: version for name, (version, _) in listed().items()} == expected, "run: make licences"


def test_every_licence_lets_an_office_use_and_hand_on_the_program() -> None:
    assert {name: licence for name, (_, licence) in listed().items() if not FREE.search(licence)} == {}

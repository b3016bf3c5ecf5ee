"""The documents say what the program has: every command, every key, every dependency."""

import dataclasses
import re
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import click
import pytest

from bot.cli import cli
from bot.config import Config
from handlers.commands import COMMANDS as CHAT_COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.match(r"[\w.-]+", line)[0] for line in project["dependencies"]]  # type: ignore[index]


def command_names(command: click.Command, prefix: str = "") -> list[str]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        subs = {key: command.get_command(context, key) for key in command.list_commands(context)}
        return [name for key, sub in subs.items() if sub for name in command_names(sub, f"{prefix}{key} ")]
    return [prefix.strip()]


@pytest.mark.parametrize("name", dependencies())
def test_every_dependency_has_its_reason_in_the_readme(name: str) -> None:
    assert f"\n| {name} |" in README


def test_the_readme_names_no_dependency_that_is_gone() -> None:
    named = re.findall(r"^\| ([a-z0-9-]+) \|", README, flags=re.MULTILINE)
    assert sorted(set(named) - {"library"}) == sorted(dependencies())


@pytest.mark.parametrize("name", command_names(cli))
def test_every_command_is_documented_and_helps(name: str) -> None:
    assert f"`{name}" in COMMANDS


@pytest.mark.parametrize("name", [command.name for command in CHAT_COMMANDS])
def test_every_command_of_the_chat_is_explained_in_the_guide_once_for_each_reader(name: str) -> None:
    guide = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    told = [line for line in guide.splitlines() if re.match(rf"\|[^|]*`/{name}\b", line)]
    assert 1 <= len(told) <= 2, told  # /xuat stands among the commands of all and among those of admins


def test_every_key_of_the_configuration_is_explained() -> None:
    lines = (ROOT / "config.toml").read_text(encoding="utf-8").splitlines()
    bare = [line for before, line in pairwise(lines) if re.match(r"\w+ = ", line) and not re.match(r"#|\w+ = ", before)]
    assert not bare


def test_every_setting_of_a_section_stands_in_the_configuration_that_explains_it() -> None:
    written = tomllib.loads((ROOT / "config.toml").read_text(encoding="utf-8"))
    sections = {field.name: getattr(Config(), field.name) for field in dataclasses.fields(Config)}
    assert [
        f"{name}.{key.name}"
        for name, section in sections.items()
        if dataclasses.is_dataclass(section)
        for key in dataclasses.fields(section)
        if key.name not in written.get(name, {})
    ] == []


@pytest.mark.parametrize("file", [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))], ids=lambda path: path.name)
def test_links_lead_somewhere(file: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
        assert (file.parent / link).exists(), link


FORMATS = {"docx", "openpyxl", "lxml", "pypdfium2", "PIL", "icalendar", "matplotlib"}
READING = {"knowledge.plan.understanding", "knowledge.readers.word"}
ANSWERING = {"knowledge.answers.answer", "knowledge.questions.question", "bot.answering"}


@pytest.mark.parametrize(
    ("started", "unneeded"),
    [
        pytest.param(
            "bot.__main__",
            {"telegram", "apscheduler", "pyvi", "rich", "holidays"} | FORMATS | READING | ANSWERING,
            id="any-command",
        ),
        pytest.param(
            "bot.__main__, bot.commands.ask",
            {"telegram", "apscheduler", "pyvi", "rich", "holidays"} | FORMATS | READING,
            id="a-question",
        ),
    ],
)
def test_a_command_does_not_wait_for_what_it_does_not_use(started: str, unneeded: set[str]) -> None:
    code = f"import sys, {started}; print({unneeded} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert said.strip() == "set()"


def test_the_guide_for_developers_names_files_that_are_there() -> None:
    names = re.findall(r"`([\w./-]+\.(?:py|tsv|toml))`", (ROOT / "docs" / "developing.md").read_text(encoding="utf-8"))
    tracked = [path.name for path in ROOT.rglob("*.*") if ".venv" not in path.parts]
    assert {name for name in names if Path(name).name not in tracked} == set()


def layers(container: str | None) -> list[set[str]]:
    """The layers that import-linter holds of the packages, or of those inside one that have code, from the top."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    of_packages = [contract for contract in config["contracts"] if contract["type"] == "layers"]
    [held] = [contract for contract in of_packages if contract.get("containers", [None]) == [container]]
    found = [set(layer.split(" | ")) for layer in held["layers"]]
    if not container:
        return found
    coded = {folder.name for folder in (ROOT / container).iterdir() if len(list(folder.glob("*.py"))) > 1}
    return [layer & coded for layer in found if layer & coded]


def drawn(text: str) -> list[set[str]]:
    """The boxes of a drawing from the top, those that stand beside each other together."""
    return [boxes for part in text.split("-->") if (boxes := set(re.findall(r"(\w+)(?=\[)", part)))]


def test_the_drawing_of_the_readme_is_what_import_linter_enforces() -> None:
    [drawing] = re.findall(r"```mermaid\n(.*?)```", README, flags=re.DOTALL)
    packages, inside = drawing.split("subgraph", 1)
    assert [*drawn(packages), {"knowledge"}] == layers(None)
    assert drawn(inside.partition("]")[2]) == layers("knowledge")


def test_the_drawing_of_the_guide_has_every_package_in_that_order() -> None:
    drawing = (ROOT / "docs" / "developing.md").read_text(encoding="utf-8").split("```")[1]
    every = [sorted(layer) for layer in (*layers(None), *layers("knowledge"))]
    at = [min(drawing.index(f"{name}/") for name in layer) for layer in every]
    assert at == sorted(at)
    assert all(f"{name}/" in drawing for layer in every for name in layer)

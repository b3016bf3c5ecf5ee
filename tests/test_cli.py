"""The command line as a person uses it: what it prints, and its exit codes."""

import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.cli import main
from knowledge.samples import sample_files

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = next(path for path in sample_files() if path.suffix == ".txt")


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Planbot:
    """Runs commands on one data folder, in this process."""

    data: Path
    capture: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def options(self) -> list[str]:
        return ["--data", str(self.data), "--now", "2026-11-20T08:00"]

    def __call__(self, *arguments: str, given: str = "") -> Done:
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode()), "utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([*self.options(), *arguments])
        return Done(int(ended.value.code or 0), *self.capture.readouterr())

    def as_process(self, *arguments: str) -> Done:
        """The same as a process of its own, which is how a person runs it."""
        command = [sys.executable, "-m", "bot", *self.options(), *arguments]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=100)
        return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def planbot(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Planbot:
    for name in [name for name in os.environ if name.startswith("PLANBOT_")]:
        monkeypatch.delenv(name)
    for name, value in {"PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(ROOT)
    return Planbot(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def loaded(planbot: Planbot) -> Planbot:
    assert planbot("plans", "add", str(SAMPLE)).returncode == 0
    return planbot


def test_a_plan_is_read_told_and_answered_from(planbot: Planbot) -> None:
    added = planbot.as_process("plans", "add", str(SAMPLE))
    assert (added.returncode, added.stderr) == (0, "")
    assert "chuyen-doi-so-2027: version 1: " in added.stdout
    assert "24 of tables" in added.stdout
    asked = planbot.as_process("ask", "ai chủ trì số hóa kết quả giải quyết thủ tục hành chính")
    assert asked.returncode == 0
    assert "Bộ phận Một cửa của Sở" in asked.stdout.splitlines()[0]
    assert "118/KH-SKHCN" in asked.stdout


def test_what_the_plans_do_not_say_is_exit_code_1(loaded: Planbot) -> None:
    asked = loaded("ask", "ai chủ trì nuôi cá tra xuất khẩu", "--json")
    assert asked.returncode == 1
    said = json.loads(asked.stdout)
    assert (said["abstained"], said["rows"]) == (True, [])


def test_many_questions_are_answered_in_order(loaded: Planbot) -> None:
    questions = [
        {"id": "a", "turns": ["ai chủ trì diễn tập ứng cứu sự cố", "khi nào xong?"], "plan": None},
        {"id": "b", "turns": ["han nang cap duong truyen"], "plan": SAMPLE.stem},
    ]
    lines = "\n".join(json.dumps(question, ensure_ascii=False) for question in questions)
    done = loaded("ask", "--jsonl", given=lines)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [said["id"] for said in answers] == ["a", "b"]
    assert "Quý III/2027" in answers[0]["answer"]
    assert answers[1]["rows"][0]["deadline"]["due"] == ["2027-02-28"]
    assert answers[1]["rows"][0]["source"] == SAMPLE.name


def test_a_document_is_shown_without_touching_the_data_folder(planbot: Planbot) -> None:
    shown = planbot("extract", str(SAMPLE))
    assert shown.returncode == 0
    assert "Chuyển đổi số của Sở Khoa học và Công nghệ năm 2027" in shown.stdout
    plan = json.loads(planbot("extract", str(SAMPLE), "--json").stdout)
    assert plan["plan"]["number"] == "118/KH-SKHCN"
    assert not planbot.data.exists()


def test_the_library_is_listed_shown_compared_and_cleared(loaded: Planbot, tmp_path: Path) -> None:
    assert "118/KH-SKHCN" in loaded("plans", "list").stdout
    assert "version 1 (current)" in loaded("plans", "show", SAMPLE.stem).stdout
    edited = tmp_path / SAMPLE.name
    edited.write_text(SAMPLE.read_text(encoding="utf-8").replace("Quý III/2027", "Quý II/2027"), encoding="utf-8")
    compared = loaded("plans", "diff", str(edited))
    assert compared.returncode == 1
    assert "deadline: Quý III/2027 → Quý II/2027" in compared.stdout
    assert loaded("plans", "add", str(edited)).stdout.endswith("; 0 new, 0 removed, 1 changed\n")
    assert loaded("plans", "rollback", SAMPLE.stem).returncode == 0
    assert loaded("plans", "remove", SAMPLE.stem).returncode == 0
    assert loaded("plans", "list").returncode == 1


def test_a_file_of_another_name_replaces_the_plan_that_it_is_and_another_plan_does_not(
    loaded: Planbot, tmp_path: Path
) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    renamed, other = tmp_path / "ban sua.txt", tmp_path / SAMPLE.name
    renamed.write_text(text.replace("Quý III/2027", "Quý II/2027"), encoding="utf-8")
    other.write_text(text.replace("118/KH-SKHCN", "7/KH-SKHCN").replace("Chuyển đổi số của", "An toàn của"), "utf-8")
    assert loaded("plans", "add", str(renamed)).stdout.startswith(f"{SAMPLE.stem}: version 2")
    assert loaded("plans", "add", str(other)).stdout.startswith(f"{SAMPLE.stem}-2: version 1")


def test_a_version_that_loses_most_rows_is_not_taken_without_a_yes(loaded: Planbot, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    short = tmp_path / SAMPLE.name
    short.write_text(text[: text.index("PHỤ LỤC")], encoding="utf-8")
    refused = loaded("plans", "add", str(short))
    assert refused.returncode == 3
    assert "nothing was changed" in refused.stderr
    assert "gone: 1 Xây dựng kế hoạch truyền thông" in refused.stderr
    assert refused.stderr.splitlines()[-1].endswith(" more")
    assert "version 2" not in loaded("plans", "show", SAMPLE.stem).stdout
    assert loaded("plans", "add", str(short), "--yes").returncode == 0


def test_every_document_of_an_archive_is_taken_and_what_is_none_is_named(planbot: Planbot, tmp_path: Path) -> None:
    letterhead = "SỞ Y TẾ\nSố: {0}/KH-SYT\nAn Bình, ngày 05 tháng 01 năm 2027\nKẾ HOẠCH\nViệc {0} năm 2027\n\n"
    table = "| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Mua máy | Văn phòng | Quý I |\n"
    sent = tmp_path / "gui.zip"
    with zipfile.ZipFile(sent, "w") as archive:
        archive.writestr("Kế hoạch/một.md", letterhead.format(1) + table)
        archive.writestr("Kế hoạch/hai.md", letterhead.format(2) + "Nội dung sẽ gửi sau.\n")
        archive.writestr("ảnh.bin", b"\x00\x01")
    done = planbot("plans", "add", str(sent))
    assert done.stdout.splitlines() == [
        "một: version 1: 1 rows kept (1 of tables, 0 of running text), 0 doubtful, 3 passages, 0 targets, 0 warnings",
        "hai: version 1: 0 rows kept (0 of tables, 0 of running text), 0 doubtful, 3 passages, 0 targets, 1 warnings",
        "  warning: Không tìm thấy nhiệm vụ nào trong bảng hoặc danh mục của tệp này",
    ]
    assert "ảnh.bin: " in done.stderr
    assert planbot("plans", "add", str(sent), "--as", "mot").returncode == 3


def test_what_stands_beside_the_only_document_of_an_archive_is_named_too(planbot: Planbot, tmp_path: Path) -> None:
    sent = tmp_path / "gui.zip"
    with zipfile.ZipFile(sent, "w") as archive:
        archive.write(SAMPLE, SAMPLE.name)
        archive.writestr("dấu.png", b"\x89PNG\r\n\x1a\n")
    done = planbot("plans", "add", str(sent))
    assert done.returncode == 0
    assert done.stdout.startswith("gui: version 1: ")
    assert (done.stdout + done.stderr).count("dấu.png") == 1
    assert "  warning: Tệp nén còn 1 tệp chưa đọc: dấu.png" in done.stdout


@pytest.mark.parametrize(
    ("rows", "note", "code"),
    [
        pytest.param(1, "", 0, id="one row that was taken out"),
        pytest.param(5, "", 3, id="more than a few"),
        pytest.param(
            1,
            "Phụ lục 2\nSTT\tTên máy\tSố lượng\n1\tMáy in\t3\n2\tMáy cày\t1\n",
            3,
            id="one beside what was not read",
        ),
    ],
)
def test_a_script_takes_few_rows_out_and_none_that_may_not_have_been_read(
    loaded: Planbot, tmp_path: Path, rows: int, note: str, code: int
) -> None:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    numbered = [n for n, line in enumerate(lines) if line.split("\t")[0].isdecimal()]
    short = tmp_path / SAMPLE.name
    kept = [line for n, line in enumerate(lines) if n not in numbered[-rows:]]
    short.write_text("".join(kept) + note, encoding="utf-8")
    done = loaded("plans", "add", str(short))
    assert done.returncode == code
    assert (done.stdout + done.stderr).count("  gone: ") == rows
    assert ("version 2" in loaded("plans", "show", SAMPLE.stem).stdout) is (code == 0)


def test_the_good_files_are_taken_and_the_bad_ones_named(planbot: Planbot, tmp_path: Path) -> None:
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"\x00\x01")
    done = planbot("plans", "add", str(bad), str(SAMPLE))
    assert done.returncode == 3
    assert "version 1" in done.stdout
    assert "hong.docx" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["plans", "show", "khong-co"], 1, "no such plan", id="unknown plan"),
        pytest.param(["extract", "khong-co.docx"], 3, "khong-co.docx", id="missing file"),
        pytest.param(["ask"], 2, "one question", id="no question"),
        pytest.param(["deadline"], 2, "one wording", id="no wording"),
        pytest.param(["people", "add", "0"], 2, "nobody's id", id="nobody to be let in"),
        pytest.param(["units", "link", "Văn phòng Sở", "0"], 2, "nobody's id", id="nobody to stand for a unit"),
        pytest.param(["fly"], 2, "No such command", id="unknown command"),
        pytest.param(["run"], 3, "PLANBOT_TOKEN", id="no token"),
        pytest.param(["--now", "soon", "check"], 2, "2024-03-01T08:00", id="bad clock"),
        pytest.param(["--config", "khong-co.toml", "check"], 3, "khong-co.toml", id="missing configuration"),
    ],
)
def test_a_wrong_call_is_told_in_plain_words(planbot: Planbot, arguments: list[str], code: int, said: str) -> None:
    done = planbot(*arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_exit_code_of_a_command_is_that_of_its_process(planbot: Planbot) -> None:
    done = planbot.as_process("fly")
    assert (done.returncode, done.stdout) == (2, "")
    assert "No such command" in done.stderr


def test_a_broken_line_of_questions_is_named(loaded: Planbot) -> None:
    done = loaded("ask", "--jsonl", given='{"id": "a", "turns": ["han"]}\n{"id": \n')
    assert done.returncode == 3
    assert "standard input, line 2" in done.stderr


def test_a_wording_of_a_deadline_is_shown(planbot: Planbot) -> None:
    assert planbot("deadline", "Trước ngày 15/3", "--year", "2027").stdout == "date  2027-03-15\n"
    given = json.dumps({"text": "Quý II-III/2027", "year": 2027, "issued": None})
    assert json.loads(planbot("deadline", "--jsonl", given=given).stdout)["due"] == ["2027-09-30"]


def test_check_names_every_problem_at_once(planbot: Planbot) -> None:
    done = planbot("check")
    assert done.returncode == 1
    for problem in ("PLANBOT_TOKEN", "access.admins", "the library is empty"):
        assert problem in done.stdout


def test_the_demo_answers_what_is_piped_into_it(planbot: Planbot) -> None:
    done = planbot("chat", "--samples", given="ai chu tri so hoa ket qua giai quyet thu tuc\n")
    assert done.returncode == 0
    assert "Bộ phận Một cửa của Sở" in done.stdout
    assert not planbot.data.exists()


def test_a_backup_brings_a_lost_data_folder_back(loaded: Planbot, tmp_path: Path) -> None:
    file = tmp_path / "sao-luu.zip"
    assert loaded("backup", str(file)).returncode == 0
    elsewhere = replace(loaded, data=tmp_path / "new" / "data")
    restored = elsewhere("restore", str(file))
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "chuyen-doi-so-2027" in elsewhere("plans", "list").stdout
    refused = elsewhere("restore", str(SAMPLE))
    assert refused.returncode == 3
    assert "nothing was changed" in refused.stderr


@pytest.mark.parametrize(
    ("module", "command"),
    [
        ("knowledge.postgres_owner", ["postgres", "prepare"]),
        ("knowledge.postgres_owner", ["postgres", "office", "so_y_te"]),
        ("knowledge.postgres", ["plans", "list"]),
    ],
    ids=["tables", "an office", "an office's own"],
)
def test_a_server_without_the_extra_for_it_is_told_how_to_get_it(
    planbot: Planbot, monkeypatch: pytest.MonkeyPatch, module: str, command: list[str]
) -> None:
    monkeypatch.setenv("PLANBOT_DATABASE", "postgresql://so_y_te:hidden@host/planbot")
    monkeypatch.setitem(sys.modules, module, None)  # as where it cannot be imported
    done = planbot(*command)
    assert (done.returncode, done.stdout) == (3, "")
    assert "`make postgres`" in done.stderr
    assert "hidden" not in done.stderr

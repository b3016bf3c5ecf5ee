"""Who signed and when, asked in the words of the chat and over two turns."""

from dataclasses import replace

import pytest
from asking import ask
from builders import a_loaded_plan, a_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Passage, Place, Signer
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    heading = replace(a_plan().heading, signer=Signer("Lê Hữu Phước", "Phó Giám đốc"))
    signed = Passage("Lê Hữu Phước", ("V. TỔ CHỨC THỰC HIỆN",), Place(lines=(90, 90)))
    rows = [a_task(task="Ký kết hợp đồng bảo trì phần mềm", stt="4")]
    return make_snapshot([a_loaded_plan(rows, heading=heading, passages=(signed,))])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "ai đặt bút ký kế hoạch cchc của sở nội vụ vậy, giám đốc hay phó giám đốc", id="one post or the other"
        ),
        pytest.param("ai kí cái kh cchc của sở nội vụ z mn", id="words of the chat"),
    ],
)
def test_the_signer_is_told(snapshot: Snapshot, text: str) -> None:
    assert plain(ask(snapshot, text)).startswith("Người ký: Lê Hữu Phước")


@pytest.mark.parametrize("text", ["ký ngày mấy", "ban hành hôm nào", "ky khi nao"])
def test_the_day_of_signing_is_asked_behind_the_signer(snapshot: Snapshot, text: str) -> None:
    assert "15/12/2026" in plain(ask(snapshot, "kế hoạch này ai ký", text)).splitlines()[0]


def test_a_row_behind_the_signer_is_a_row(snapshot: Snapshot) -> None:
    assert plain(ask(snapshot, "kế hoạch này ai ký", "ký kết hợp đồng bảo trì khi nào")).startswith("Thời hạn")

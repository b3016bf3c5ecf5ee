"""One figure at two levels of offices: how far they are from each other, by the one statement that tells both."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    mapped = a_task(
        stt="1", task="Lập bản đồ giếng khoan", lead=("Tổ Bản đồ",), coordinate=(),
        objective="Bản đồ giếng khoan lập xong 60% tại cấp huyện, 45% tại cấp xã",
    )  # fmt: skip
    trained = a_task(stt="2", task="Tập huấn nuôi ong", lead=("Hội Nuôi ong",), coordinate=(), objective="90% cấp xã")
    other = a_task(stt="7", task="Lập bản đồ rừng dừa", lead=("Tổ Dừa",), coordinate=(), objective="80% tại cấp huyện")
    headings = [Heading(issuer=f"UBND huyện {name}", years=(2027,)) for name in ("Bàu Trăn", "Bàu Sậy")]
    return make_snapshot(
        [
            a_loaded_plan([mapped, trained], stem="a", heading=headings[0]),
            a_loaded_plan([other], stem="b", heading=headings[1]),
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        "lập bản đồ giếng khoan: huyện vs xã lệch nhau bn %",
        "cấp huyện với cấp xã lập bản đồ giếng khoan chênh nhau mấy phần trăm",
        "lap ban do gieng khoan cap huyen cao hon cap xa bao nhieu",
        "tỷ lệ lập bản đồ giếng khoan của huyện so với xã cách nhau bao nhiêu điểm phần trăm vậy",
        "bản đồ giếng khoan huyện hơn xã mấy % á",
    ],
)
def test_how_far_two_levels_are_apart_is_told_of_one_row(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert "60% so với 45%, hơn 15 điểm phần trăm" in plain(said)
    assert len(list(said.citations())) == 1


@pytest.mark.parametrize(
    "text",
    [
        "tập huấn nuôi ong huyện với xã lệch nhau mấy %",
        "huyện với xã cách nhau bao nhiêu km",
        "lập bản đồ rừng dừa cấp huyện bao nhiêu phần trăm",
        "huyện với xã chênh nhau bao nhiêu",
    ],
    ids=["one level alone is printed", "no share", "one level alone is asked", "no matter"],
)
def test_elsewhere_no_levels_are_held_against_each_other(snapshot: Snapshot, text: str) -> None:
    assert "điểm phần trăm" not in plain(ask(snapshot, text))

"""What a turn is about that puts the plan, the year or the fact in place of those of the turn before."""

from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Passage, Signer
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    aims = ("I. CHỈ TIÊU",)
    province = Heading(
        number="3/KH-UBND", issuer="UBND tỉnh Hà Vân", place="Hà Vân", years=(2027,), signer=Signer("Lê Văn Thuận"),
        title="Kế hoạch Cấp nước năm 2027", recipients=("Hội đồng nhân dân tỉnh", "Các sở, ngành"),
    )  # fmt: skip
    office = Heading(
        issuer="Sở Thủy lợi tỉnh Hà Vân", place="Hà Vân", years=(2025,), title="Kế hoạch Cấp nước năm 2025",
        signer=Signer("Trần Thị Bích", post="Giám đốc"),
    )  # fmt: skip
    rows = [
        a_task(
            stt="1",
            task="Đấu nối ống nước cho hộ nghèo",
            lead=("Sở Thủy lợi",),
            coordinate=("Sở Tài chính",),
            budget="60 triệu đồng",
        ),
        a_task(stt="3", task="Súc rửa đường ống đợt 1", lead=("Tổ Ống",), deadline=a_deadline(date(2027, 3, 31))),
        a_task(stt="4", task="Súc rửa đường ống đợt 2", lead=("Tổ Bơm",), deadline=a_deadline(date(2027, 8, 31))),
        a_task(stt="2", task="Báo cáo sản lượng nước", lead=("Sở Tài chính",), deadline=a_deadline(date(2027, 6, 30))),
    ]
    old = [a_task(stt="7", task="Thau rửa bể lắng", lead=("Phòng Kỹ thuật",))]
    return make_snapshot(
        [
            a_loaded_plan(rows, stem="tinh", heading=province,
                          passages=(Passage("Tỷ lệ hộ dùng nước sạch đạt 95%", aims),
                                    Passage("Đồng hồ số đạt 80% ở cấp sở, 40% ở cấp huyện, 30% ở cấp xã", aims),
                                    Passage("Thủ tục giải quyết trực tuyến trên tổng số đạt tối thiểu 80% tại cấp sở, "
                                            "40% tại cấp huyện, 30% tại cấp xã", aims),
                                    Passage("Thủ tục trực tuyến đạt 30% tại cấp sở, 15% tại cấp huyện", aims),
                                    Passage("Tổng kinh phí 9.000 triệu đồng.", ("III. KINH PHÍ",)))),
            a_loaded_plan(old, stem="so", source="so.txt", heading=office,
                          passages=(Passage("Tỷ lệ hộ dùng nước sạch đạt 88%", aims),)),
        ]
    )  # fmt: skip


SHARE = "kế hoạch tỉnh Hà Vân năm 2027 tỷ lệ hộ dùng nước sạch bao nhiêu"


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        ((SHARE, "à không tôi hỏi của Sở Thủy lợi năm 2025 cơ"), "88%"),
        ((SHARE, "còn của sở thủy lợi năm 2025 thì sao"), "88%"),
        ((SHARE, "còn của sở tài chính năm 2025"), "Chưa có kế hoạch được hỏi"),
        ((SHARE, "thế đến 2030 thì chỉ tiêu là mấy"), "Chưa có kế hoạch năm 2030"),
        ((SHARE, "the nam 2030 thi sao"), "Chưa có kế hoạch năm 2030"),
        ((SHARE, "thế năm 2027"), "95%"),
        (("ai ký kế hoạch tỉnh Hà Vân năm 2027", "gửi những đâu"), "Nơi nhận: Hội đồng nhân dân tỉnh"),
        (("ai ký kế hoạch tỉnh Hà Vân năm 2027", "gởi cho những ai vậy"), "Nơi nhận: Hội đồng nhân dân tỉnh"),
        (("ai đấu nối ống nước cho hộ nghèo", "kinh phí"), "60 triệu"),
        (("ai đấu nối ống nước cho hộ nghèo", "con kinh phi thi sao"), "60 triệu"),
        (("đồng hồ số đạt bao nhiêu", "còn cấp xã"), "30% ở cấp xã"),
        (("tỷ lệ thủ tục trực tuyến cấp xã là bao nhiêu", "huyện thì sao"), "40% tại cấp huyện"),
        (("ty le thu tuc truc tuyen cap xa la bao nhieu", "huyen thi sao"), "40% tại cấp huyện"),
        ((SHARE, "còn cấp xã thì sao"), "Chưa tìm thấy"),
        (("đồng hồ số đạt bao nhiêu ở cấp sở", "cấp huyện bao nhiêu", "cấp xã nữa"), "30% ở cấp xã"),
        (("đấu nối ống nước có Sở Tài chính tham gia không", "Tổ Bơm thì sao"), "Không. Chủ trì: Sở Thủy lợi"),
        (("đấu nối ống nước có Tổ Bơm tham gia không", "còn Sở Tài chính"), "Có. Phối hợp: Sở Tài chính"),
        (("súc rửa đường ống đợt 1 ai làm", "đợt 2"), "Chủ trì: Tổ Bơm"),
        (("súc rửa đường ống đợt 1 ai làm", "đợt 2 nữa ạ"), "Chủ trì: Tổ Bơm"),
        (("súc rửa đường ống đợt 1 ai làm", "thế đợt hai khi nào xong"), "Thời hạn: Trước ngày 31/08/2027"),
        (("súc rửa đường ống đợt 1 hạn khi nào", "dot 2 ai lam"), "Chủ trì: Tổ Bơm"),
        (("súc rửa đường ống đợt 2 ai làm", "đợt 2 hạn nào"), "Thời hạn: Trước ngày 31/08/2027"),
        (("súc rửa đường ống đợt 1 ai làm", "đợt 3"), "không có “đợt 3”"),
    ],
    ids=["an office that is a unit of the plan before", "the same going on", "an office that has no plan",
         "a year that nobody gives", "without accents", "the year that was told", "whom it goes to", "to the south",
         "what the row costs", "what it costs, without accents", "a level",
         "a level of the same figure", "the same without accents", "a level that no plan tells",
         "another level", "who has no part", "who has one", "the next of its kind", "the next one too",
         "the next one, in words", "the next one, without accents", "the same one",
         "one that is not there"],
)  # fmt: skip
def test_what_a_turn_says_takes_the_place_of_what_was_said(
    snapshot: Snapshot, turns: tuple[str, ...], says: str
) -> None:
    assert says in plain(ask(snapshot, *turns))


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("ai súc rửa đường ống đợt 1", "kế hoạch này ai ký"), "Người ký: Lê Văn Thuận"),
        (("ai súc rửa đường ống đợt 1", "ai ký vậy"), "Người ký: Lê Văn Thuận"),
        (("ai súc rửa đường ống đợt 1", "kế hoạch này ai ký", "số mấy"), "Số, ký hiệu: 3/KH-UBND"),
        (("Tổ Ống chủ trì việc gì", "kế hoạch này gửi những đâu"), "Nơi nhận: Hội đồng nhân dân tỉnh"),
        (("có bao nhiêu việc về đường ống", "kế hoạch đó gửi cho cơ quan nào"), "Nơi nhận: Hội đồng nhân dân tỉnh"),
        (("ai súc rửa đường ống đợt 1", "kế hoạch Sở Thủy lợi năm 2025 số mấy"), "Kế hoạch không ghi"),
        (("ai súc rửa đường ống đợt 1", "bà Trần Thị Bích ký kế hoạch nào"), "Người ký: Trần Thị Bích"),
        (("ai súc rửa đường ống đợt 1", "tran thi bich ky ke hoach nao"), "Người ký: Trần Thị Bích"),
        (("ai súc rửa đường ống đợt 1", "ai là giám đốc ký kế hoạch"), "Người ký: Trần Thị Bích"),
        (("ai súc rửa đường ống đợt 1", "số 8 là kế hoạch gì"), "Không có kế hoạch nào đã nạp mang số này"),
        (("ai súc rửa đường ống đợt 1", "mấy cái kế hoạch này ai ký"), "2 kế hoạch:"),
        (("ai súc rửa đường ống đợt 1", "2 kế hoạch ai ký"), "2 kế hoạch:"),
    ],
    ids=["behind a row", "and nothing named", "and another fact", "behind a list", "pointed at", "named",
         "who signed is named", "the same without accents", "the post", "the number", "the plural", "a count"],
)  # fmt: skip
def test_a_fact_of_a_plan_is_that_of_the_plan_whose_rows_were_told(
    snapshot: Snapshot, turns: tuple[str, ...], says: str
) -> None:
    assert plain(ask(snapshot, *turns)).startswith(says)


def test_whom_a_report_goes_to_is_not_whom_the_plan_goes_to(snapshot: Snapshot) -> None:
    said = ask(snapshot, "ai ký kế hoạch tỉnh Hà Vân năm 2027", "vậy báo cáo gửi cho ai")
    assert "Nơi nhận" not in plain(said)


@pytest.mark.parametrize("said", ["đợt 2 vitamin khi nào", "dot 2 vitamin khi nao"])
def test_a_number_of_another_thing_is_not_the_next_of_its_kind(said: str) -> None:
    rows = [
        a_task(stt="1", task="Diệt lăng quăng đợt 1", deadline=a_deadline(date(2027, 3, 31))),
        a_task(stt="2", task="Diệt lăng quăng đợt 2", deadline=a_deadline(date(2027, 8, 31))),
        a_task(stt="3", task="Cho trẻ uống vitamin đợt 2", deadline=a_deadline(date(2027, 12, 2))),
    ]
    assert "02/12/2027" in plain(ask(make_snapshot([a_loaded_plan(rows)]), "diệt lăng quăng đợt 1 khi nào", said))

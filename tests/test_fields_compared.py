"""Fields of several rows or plans beside each other, and turns that go on from the one before."""

from dataclasses import replace
from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_loaded_plan, a_task

from knowledge.answers.answer import Context, answer
from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading, Target, Task
from knowledge.reply import line_text, plain


def test_rows_of_several_plans_are_shown_each_with_its_plan() -> None:
    heading = Heading(issuer="Sở Y tế tỉnh Bến Tre", title="Kế hoạch Số hóa bệnh án", years=(2027,))
    both = make_snapshot(
        [a_loaded_plan([a_task()]), a_loaded_plan([a_task(lead=("Phòng Tổ chức",))], stem="b", heading=heading)]
    )
    said = ask(both, "ai chủ trì số hóa hồ sơ thủ tục hành chính")

    assert {citation.stem for citation in said.cited} == {"ke-hoach-2027", "b"}
    assert "Kế hoạch Số hóa bệnh án" in plain(said)


@pytest.mark.parametrize(
    ("turns", "stems"),
    [
        (("tỷ lệ đồng hồ số bao nhiêu",), {"ke-hoach-2027", "b"}),
        (("tỷ lệ đồng hồ số cấp xã bao nhiêu",), {"ke-hoach-2027"}),
        (("tỷ lệ đồng hồ số bao nhiêu", "còn cấp xã"), {"ke-hoach-2027"}),
        (("ty le dong ho so bao nhieu", "the cap huyen thi sao"), {"ke-hoach-2027"}),
        (("tỷ lệ đồng hồ số cấp sở bao nhiêu", "huyện thì sao", "xã nữa"), {"ke-hoach-2027"}),
    ],
    ids=["of none", "of a level", "of a level once more", "of another level without accents", "by its name alone"],
)
def test_a_figure_of_a_level_is_of_the_plans_that_tell_it(turns: tuple[str, ...], stems: set[str]) -> None:
    levels = "Tỷ lệ đồng hồ số đạt 80% tại cấp sở, 40% tại cấp huyện, 30% tại cấp xã"
    task = "Lắp đồng hồ số tại cấp huyện, cấp xã"
    heading = Heading(issuer="Sở Thủy lợi tỉnh Hà Vân", title="Kế hoạch Cấp nước", years=(2027,))
    rows = [a_task(task=task, objective=levels)], [a_task(task=task, objective="Tỷ lệ đồng hồ số đạt 60%")]
    both = make_snapshot([a_loaded_plan(rows[0]), a_loaded_plan(rows[1], stem="b", heading=heading)])

    assert {citation.stem for citation in ask(both, *turns).cited} == stems


def test_of_two_plans_of_one_office_the_one_in_force_answers() -> None:
    old = Heading(issuer="Sở Nội vụ tỉnh An Bình", place="An Bình", title="Kế hoạch 2026", years=(2026,))
    both = make_snapshot([a_loaded_plan([a_task()]), a_loaded_plan([a_task()], stem="old", heading=old)])

    assert {c.stem for c in ask(both, "ai chủ trì số hóa hồ sơ").cited} == {"ke-hoach-2027"}
    assert {c.stem for c in ask(both, "ai chủ trì số hóa hồ sơ", today=date(2026, 5, 1)).cited} == {"old"}


def test_plans_that_are_compared_stand_side_by_side_in_the_first_line() -> None:
    one = Heading(issuer="Sở Y tế", place="An Bình", years=(2027,))
    other = Heading(issuer="Sở Y tế", place="Xuân An", years=(2027,))
    row = a_task(task="Số hóa bệnh án điện tử", lead=("Phòng Nghiệp vụ Y",))
    snapshot = make_snapshot(
        [
            a_loaded_plan([row], stem="a", heading=one),
            a_loaded_plan([replace(row, lead=("Văn phòng Sở",))], stem="b", heading=other),
        ]
    )
    said = ask(snapshot, "so sánh đơn vị chủ trì số hóa bệnh án điện tử trong các kế hoạch")

    assert {citation.stem for citation in said.cited} == {"a", "b"}
    assert line_text(said.head[0]) == (
        "Chủ trì: Sở Y tế An Bình năm 2027: Phòng Nghiệp vụ Y; Sở Y tế Xuân An năm 2027: Văn phòng Sở"
    )


def of_two_years(*rows: Task) -> Snapshot:
    """The plans of one office for 2026 and 2027, each with one of the rows."""
    heads = [Heading(issuer="Sở Y tế", place="An Bình", years=(year,)) for year in (2026, 2027)]
    plans = zip(rows, heads, strict=True)
    return make_snapshot([a_loaded_plan([row], stem=f"p{head.years[0]}", heading=head) for row, head in plans])


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ dùng nước máy của Vườn Cò cao hơn hay thấp hơn Bãi Nai",
        "nước máy của Vườn Cò có thấp hơn Bãi Nai không",
        "nước máy của Bãi Nai cao hơn Vườn Cò hay thấp hơn ạ",
    ],
)
def test_a_figure_of_a_plan_is_held_against_that_of_the_one_behind_more_than(text: str) -> None:
    heads = [Heading(issuer=f"UBND xã {name}", place=name, years=(2027,)) for name in ("Vườn Cò", "Bãi Nai")]
    targets = [[Target(f"Tỷ lệ hộ dùng nước máy đạt {share}%", ("1. Chỉ tiêu",))] for share in (71, 64)]
    plans = [a_loaded_plan([a_task()], stem=f"p{at}", heading=head, targets=aims)
             for at, (head, aims) in enumerate(zip(heads, targets, strict=True))]  # fmt: skip
    said = line_text(ask(make_snapshot(plans), text).head[0])
    assert said.startswith("UBND xã Vườn Cò năm 2027 cao hơn: 71% so với 64%, hơn 7 điểm phần trăm")


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        pytest.param((85, 90), "Sở Y tế An Bình năm 2027 cao hơn: 90% so với 85%, hơn 5 điểm phần trăm", id="higher"),
        pytest.param((90, 90), "Bằng nhau, cùng 90%", id="equal"),
    ],
)
def test_of_shares_that_are_compared_the_first_line_says_which_is_higher(shares: tuple[int, int], said: str) -> None:
    rows = [a_task(task="Khảo sát người bệnh", objective=f"{share}% người bệnh hài lòng lần {number}")
            for number, share in enumerate(shares)]  # fmt: skip
    answered = ask(of_two_years(*rows), "so sánh tỷ lệ người bệnh hài lòng năm 2026 và 2027 của Sở Y tế An Bình")
    assert line_text(answered.head[0]).startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ người bệnh hài lòng của Sở Y tế An Bình năm 2026 so với năm 2027 cái nào cao hơn",
        "tỷ lệ người bệnh hài lòng của Sở Y tế An Bình năm 2026 so với chỉ tiêu của năm 2027 bên nào cao hơn",
        "tỷ lệ người bệnh hài lòng Sở Y tế An Bình 2026 so với chỉ tiêu 2027 cái nào cao hơn, mỗi bên bao nhiêu",
        "ty le nguoi benh hai long cua so y te an binh nam 2026 so voi chi tieu nam 2027 cai nao cao hon",
        "tỷ lệ người bệnh hài lòng của Sở Y tế An Bình năm 2026 và năm 2027 mỗi bên bao nhiêu, lệch xa không",
    ],
)
def test_a_side_that_names_the_other_plan_alone_is_of_the_same_matter(text: str) -> None:
    rows = [a_task(task="Khảo sát người bệnh", objective=f"{share}% người bệnh hài lòng") for share in (85, 90)]
    said = ask(of_two_years(*rows), text)
    assert line_text(said.head[0]).startswith("Sở Y tế An Bình năm 2027 cao hơn: 90% so với 85%")


@pytest.mark.parametrize(
    "turn",
    [
        "so với kế hoạch năm 2026 thì cao hơn không",
        "so với Sở Y tế An Bình năm 2026 thì sao",
        "so voi so y te an binh nam 2026 thi sao",
        "so với năm 2026 thì sao",
        "tăng so với 2026 không",
        "có cao hơn năm 2026 không",
    ],
    ids=["its year as its name", "its year as a time", "without accents", "its year", "more than in it", "higher"],
)
def test_a_turn_that_sets_another_plan_beside_the_one_talked_of_compares_both(turn: str) -> None:
    rows = [a_task(task="Khảo sát người bệnh", objective=f"{share}% người bệnh hài lòng") for share in (85, 90)]
    snapshot, context = of_two_years(*rows), Context(today=date(2027, 3, 1))
    _, talked = answer("tỷ lệ người bệnh hài lòng năm 2027 của Sở Y tế An Bình?", snapshot, context=context)
    said, _ = answer(turn, snapshot, conversation=talked, context=context)

    assert line_text(said.head[0]).startswith("Sở Y tế An Bình năm 2027 cao hơn: 90% so với 85%")
    assert {citation.stem for citation in said.cited} == {"p2026", "p2027"}


@pytest.mark.parametrize(("stated", "kinds"), [(90, [Task, Task]), (91, [Task, Target])], ids=["the same", "another"])
def test_beside_a_row_the_row_that_states_what_the_text_says_is_cited(stated: int, kinds: list[type]) -> None:
    heads = [Heading(issuer="Sở Y tế", place="An Bình", years=(year,)) for year in (2026, 2027)]
    rows = [a_task(task="Khảo sát người bệnh", objective=f"{share}% người bệnh nội trú hài lòng")
            for share in (85, stated)]  # fmt: skip
    text = (Target("Người bệnh nội trú hài lòng đạt 90%", ("90%",)),)
    plans = [a_loaded_plan([rows[0]], stem="a", heading=heads[0]),
             a_loaded_plan([rows[1]], stem="b", heading=heads[1], targets=text)]  # fmt: skip
    asked = "người bệnh nội trú hài lòng của Sở Y tế An Bình 2026 so với 2027 cái nào đặt cao hơn, mỗi bên mấy %"
    assert [type(citation.item) for citation in ask(make_snapshot(plans), asked).cited] == kinds


def test_fields_named_beside_each_other_are_each_answered() -> None:
    early = a_task(task="Mở kho dữ liệu bệnh án", lead=("Văn phòng Sở",),
                   deadline=a_deadline(date(2027, 2, 1), text="01/02/2027"))  # fmt: skip
    late = replace(early, lead=("Thanh tra Sở",), deadline=a_deadline(date(2027, 3, 3), text="03/3/2027"))
    said = ask(of_two_years(early, late), "mở kho dữ liệu bệnh án: năm 2026 và 2027 khác nhau thế nào về chủ trì, hạn")

    assert [line_text(head).split(":")[0] for head in said.head] == [
        "Chủ trì",
        "Sở Y tế An Bình năm 2026 đến hạn trước, sớm hơn 30 ngày. Thời hạn",
    ]


def test_a_short_turn_is_understood_with_the_topic_before() -> None:
    rows = [
        a_task(stt="1", task="Rà soát trang thiết bị khám bệnh"),
        a_task(
            stt="2", task="Báo cáo kết quả tiêm chủng", deadline=a_deadline(date(2027, 5, 1), text="Trước 01/5/2027")
        ),
        a_task(stt="3", task="Báo cáo kết quả rà soát trang thiết bị khám bệnh"),
    ]
    snapshot, context = make_snapshot([a_loaded_plan(rows)]), Context(today=date(2027, 3, 1))
    _, conversation = answer("ai rà soát trang thiết bị khám bệnh", snapshot, context=context)
    said, _ = answer("báo cáo kết quả thì nộp khi nào", snapshot, conversation=conversation, context=context)

    assert [c.item for c in said.cited] == [rows[2]]


@pytest.mark.parametrize("said", ["so với kế hoạch tỉnh 2027 thì chênh sao", "còn so với tỉnh An Bình thì sao"])
def test_the_row_that_was_told_is_set_beside_that_of_a_plan_named_behind_so_voi(said: str) -> None:
    health = Heading(issuer="Sở Y tế tỉnh An Bình", place="An Bình", title="Kế hoạch Y tế", years=(2026,))
    province = Heading(issuer="UBND tỉnh An Bình", place="An Bình", title="Kế hoạch Chuyển đổi số", years=(2027,))
    row = a_task(task="Số hóa bệnh án điện tử", lead=("Sở Kế hoạch và Đầu tư",), objective="50% bệnh án được số hóa")
    higher = replace(row, objective="70% bệnh án được số hóa")
    snapshot = make_snapshot(
        [a_loaded_plan([row], heading=health), a_loaded_plan([higher], stem="tinh", heading=province)]
    )
    answer_ = ask(snapshot, "tỷ lệ bệnh án được số hóa của Sở Y tế An Bình 2026 là nhiêu", said)
    assert "70% so với 50%" in line_text(answer_.head[0])


@pytest.mark.parametrize(
    "asked",
    [
        "Tỷ lệ bệnh án được số hóa: Sở Y tế Đồng Xuân 2026 với Sở Y tế Đồng Xuân 2027 chênh nhau thế nào",
        "ty le benh an duoc so hoa cua so y te dong xuan 2026 va 2027 chenh nhau bao nhieu",
    ],
)
def test_rates_that_are_apart_are_no_money(asked: str) -> None:
    heads = [Heading(issuer="Sở Y tế", place="Đồng Xuân", title="Kế hoạch Y tế", years=(y,)) for y in (2026, 2027)]
    texts = [(Target(f"Tỷ lệ bệnh án được số hóa đạt {share}%", (f"{share}%",)),) for share in (50, 70)]
    plans = [a_loaded_plan([a_task(task="Mua máy")], stem=f"k{i}", heading=heads[i], targets=texts[i]) for i in (0, 1)]
    said = ask(make_snapshot(plans), asked)
    assert "70% so với 50%" in line_text(said.head[0])
    assert "Kinh phí" not in plain(said)


@pytest.mark.parametrize("said", ["Chỉ tiêu cấp xã năm 2027 là mấy phần trăm", "cấp xã phải đạt bao nhiêu %"])
def test_a_figure_of_a_level_is_of_what_was_talked_of(said: str) -> None:
    rows = [
        a_task(task="Số hóa kết quả xét trợ cấp", lead=("Phòng Bảo trợ",),
               objective="70% kết quả xét trợ cấp ở cấp huyện, 35% ở cấp xã được số hóa"),
        a_task(stt="2", task="Tập huấn cộng tác viên cấp xã năm 2027", objective="90% cộng tác viên cấp xã"),
    ]  # fmt: skip
    answer_ = ask(make_snapshot([a_loaded_plan(rows)]), "Số hóa kết quả xét trợ cấp ai làm", said)
    assert "35% ở cấp xã" in line_text(answer_.head[0])

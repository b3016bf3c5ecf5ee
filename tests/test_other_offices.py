"""A unit of an office that no plan has is none of the plans', however their own is called."""

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.model import Heading
from knowledge.reply import plain


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [
        a_task(task="Biên soạn giáo trình nghề gốm", stt="1", lead=("Phòng Đào tạo",), coordinate=()),
        a_task(task="Sửa lò nung ở xưởng trường", stt="2", lead=("Xưởng Gốm",), coordinate=("Phòng Đào tạo",)),
    ]
    heading = Heading(
        issuer="Trường Trung cấp Nghề gốm Bến Lò", place="Bến Lò", years=(2027,), title="Kế hoạch năm 2027"
    )
    return make_snapshot([a_loaded_plan(rows, heading=heading)])


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Phòng Đào tạo Trường Đại học Bàu Sim được giao việc gì", "phòng đào tạo trường đại học bàu sim",
                     id="right behind it"),
        pytest.param("phong dao tao truong dai hoc bau sim chu tri viec gi", "phong dao tao truong dai hoc bau sim",
                     id="without accents"),
        pytest.param("Phòng Đào tạo của Bệnh viện Hồ Núi chủ trì việc gì", "phòng đào tạo của bệnh viện hồ núi",
                     id="said to be of it"),
        pytest.param("bên Vinaphone có bị giao chuyện gì trong kế hoạch này không", "vinaphone",
                     id="nobody that plans know, and no kind of unit"),
        pytest.param("bên điện lực được giao việc gì", "điện lực", id="words of no unit"),
        pytest.param("p.xsnt ctrì vc j", "p xsnt", id="letters behind the letter of a kind of unit"),
        pytest.param("p.xsnt ctrì bn vc", "p xsnt", id="the same, counted"),
    ],
)  # fmt: skip
def test_a_unit_of_another_office_has_no_rows(snapshot: Snapshot, text: str, unit: str) -> None:
    said = ask(snapshot, text)
    assert said.cited == ()
    assert plain(said).startswith(f"Các kế hoạch được hỏi không giao nhiệm vụ nào cho “{unit}”.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("lò nung được giao việc gì", id="words that stand in a row"),
        pytest.param("anh Nam được giao việc gì", id="a person"),
        pytest.param("giáo trình nghề gốm giao việc gì cho ai", id="who is charged is asked"),
    ],
)
def test_what_is_no_unit_is_not_said_to_be_charged_with_nothing(snapshot: Snapshot, text: str) -> None:
    assert "không giao nhiệm vụ nào cho" not in plain(ask(snapshot, text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Phòng Đào tạo trường mình chủ trì việc gì", id="the own office"),
        pytest.param("Phòng Đào tạo Trường Trung cấp Nghề gốm Bến Lò chủ trì việc gì", id="by its name"),
        pytest.param("Phòng Đào tạo, Hội Vườn Nung có việc gì", id="another beside it"),
        pytest.param("phòng đào tạo xưởng gốm chủ trì việc gì", id="two units of the plan"),
    ],
)
def test_a_unit_of_the_office_of_the_plan_has_its_own(snapshot: Snapshot, text: str) -> None:
    assert "Biên soạn giáo trình nghề gốm" in plain(ask(snapshot, text))


@pytest.fixture(scope="module")
def stations() -> Snapshot:
    rows = [
        a_task(task="Tuần đê mùa lũ", stt="1", lead=("Các Hạt Quản lý đê",), coordinate=()),
        a_task(task="Cắm biển báo sạt lở ở Cồn Dơi", stt="2", lead=("Hạt Quản lý đê Bến Lở",), coordinate=()),
        a_task(task="Kè lại mom sông", stt="3", lead=("Ban Dự án",), coordinate=("Hạt Quản lý đê Cửa Cạn",)),
    ]
    return make_snapshot([a_loaded_plan(rows)])


@pytest.mark.parametrize(
    "text", ["Hạt Quản lý đê Đèo Mây chủ trì việc gì", "hạt quản lý đê Phiêng Sả được giao chủ trì những gì"]
)
def test_a_member_that_no_plan_names_is_not_the_group_whose_members_it_names(stations: Snapshot, text: str) -> None:
    said = ask(stations, text)
    assert said.abstained
    assert plain(said).startswith("Các kế hoạch được hỏi không giao nhiệm vụ nào cho “hạt quản lý đê ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("các hạt quản lý đê chủ trì việc gì", "Tuần đê mùa lũ", id="the group"),
        pytest.param("Hạt Quản lý đê Bến Lở chủ trì việc gì", "Cắm biển báo", id="a member of it"),
        pytest.param("Hạt Quản lý đê Cồn Dơi chủ trì việc gì", "Tuần đê mùa lũ", id="a place of the plan"),
    ],
)
def test_a_member_that_plans_name_and_the_group_have_theirs(stations: Snapshot, text: str, told: str) -> None:
    assert told in plain(ask(stations, text))


def test_who_is_given_something_in_another_plan_alone_is_named_without_the_verb() -> None:
    firing = a_task(task="Giao Thanh tra Sở kiểm tra lò nung", stt="1", lead=("Thanh tra Sở",), coordinate=())
    weaving = a_task(task="Dệt chiếu cói", stt="2", lead=("Phòng Dệt",), coordinate=())
    headings = [Heading(issuer=f"Sở Thủ công tỉnh {name}", place=name, years=(2027,)) for name in ("Bến Lò", "Bến Cói")]
    plans = [
        a_loaded_plan([row], stem=row.stt, heading=one) for row, one in zip((firing, weaving), headings, strict=True)
    ]
    for text in ("kế hoạch Bến Cói giao Thanh tra Sở làm gì", "ke hoach ben coi giao thanh tra so lam gi"):
        assert plain(ask(make_snapshot(plans), text)).startswith(
            "Các kế hoạch được hỏi không giao nhiệm vụ nào cho “th"
        )

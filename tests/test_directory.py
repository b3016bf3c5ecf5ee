import pytest
from builders import OFFICE, a_directory, a_link

from knowledge.errors import NotFoundError, RefusedError
from scheduler.directory import Alias, Chat, Directory, Link, Role, choose_office

PROVINCE = "UBND tỉnh An Bình"
OTHER = "Sở Nội vụ tỉnh Bình Yên"


def chats(directory: Directory, unit: str, issuer: str = OFFICE) -> list[int]:
    return [chat.id for _, chat in directory.reach(unit, issuer).chats]


def test_a_unit_is_that_of_its_own_office() -> None:
    directory = a_directory(a_link(chat=-1), Link("Văn phòng Sở", OTHER, Chat(-2)))
    assert chats(directory, "Văn phòng Sở") == [-1]
    assert chats(directory, "văn phòng sở", OTHER) == [-2]


@pytest.mark.parametrize(
    ("group", "reached"),
    [
        pytest.param("Các phòng chuyên môn", [-1, -2], id="rooms"),
        pytest.param("Các phòng chuyên môn, đơn vị thuộc Sở", [-1, -2, -3], id="rooms and units"),
        pytest.param("Các trung tâm thuộc Sở", [-3], id="centres"),
        pytest.param("Các bệnh viện", [], id="none of its kind"),
    ],
)
def test_a_collective_name_reaches_its_members(group: str, reached: list[int]) -> None:
    directory = a_directory(a_link(chat=-1), a_link("Phòng Tổ chức", -2), a_link("Trung tâm Lưu trữ lịch sử", -3))
    assert chats(directory, group) == reached


def test_a_collective_name_with_a_chat_of_its_own_goes_there() -> None:
    directory = a_directory(a_link(chat=-1), a_link("Các phòng chuyên môn", -9))
    assert chats(directory, "Các phòng chuyên môn") == [-9]


@pytest.mark.parametrize(
    ("unit", "issuer", "reached"),
    [
        pytest.param("Sở Nội vụ", PROVINCE, [-1], id="by its own name"),
        pytest.param("Các sở, ban, ngành", PROVINCE, [-1], id="by a group that holds it"),
        pytest.param("Các sở, ban, ngành", "UBND tỉnh Bình Yên", [], id="another province"),
        pytest.param("Sở Tài chính", PROVINCE, [], id="another office"),
        pytest.param("UBND các huyện", PROVINCE, [], id="a group that does not hold it"),
        pytest.param("Các sở, ban, ngành", "Bộ Nội vụ", [-1], id="a ministry"),
    ],
)
def test_a_superiors_plan_reaches_the_unit_set_for_it(unit: str, issuer: str, reached: list[int]) -> None:
    directory = a_directory(a_link(chat=-1), a_link("Phòng Tổ chức", -2), office=OFFICE, superior_unit="Văn phòng Sở")
    assert chats(directory, unit, issuer) == reached


def test_other_offices_units_without_a_chat_are_not_our_concern() -> None:
    directory = a_directory(office=OFFICE, superior_unit="Văn phòng Sở")
    assert not directory.reach("Sở Tài chính", PROVINCE).concerns
    assert directory.reach("Phòng Tổ chức", OFFICE).concerns
    assert a_directory().reach("Sở Tài chính", PROVINCE).concerns  # no office is set: every unit counts


def test_an_alias_is_the_unit_it_stands_for() -> None:
    directory = a_directory(aliases=(Alias("Bộ phận Một cửa", "Văn phòng Sở", OFFICE),))
    assert chats(directory, "Bộ phận một cửa") == [-1001]
    assert chats(directory, "Bộ phận một cửa", OTHER) == []


@pytest.mark.parametrize(
    ("post", "reached"),
    [
        pytest.param("Chánh Văn phòng Sở", [-1], id="the head of a unit"),
        pytest.param("Trưởng các phòng chuyên môn", [-1, -2], id="the heads of several"),
        pytest.param("Giám đốc Sở", [], id="the head of the office is no unit"),
    ],
)
def test_a_post_stands_for_its_unit(post: str, reached: list[int]) -> None:
    assert chats(a_directory(a_link(chat=-1), a_link("Phòng Tổ chức", -2)), post) == reached


def test_a_parked_chat_is_no_chat() -> None:
    assert chats(a_directory(parked=frozenset({-1001})), "Văn phòng Sở") == []


def test_the_office_in_charge_is_the_linked_one_else_the_admins() -> None:
    assert a_directory().in_charge(OFFICE) == (Chat(1),)
    assert a_directory(a_link(), a_link(chat=-7, role=Role.OFFICE)).in_charge(OFFICE) == (Chat(-7),)


ISSUERS = {OFFICE: ["Văn phòng Sở", "Phòng Tổ chức"], OTHER: ["Văn phòng Sở"]}


def test_a_unit_that_one_office_has_belongs_to_it() -> None:
    assert choose_office("phòng tổ chức", None, "", ISSUERS) == OFFICE


def test_a_unit_that_several_offices_have_is_refused_with_the_choices() -> None:
    with pytest.raises(RefusedError, match=f"choose with --office: {OFFICE}; {OTHER}"):
        choose_office("Văn phòng Sở", None, "", ISSUERS)


def test_the_configurations_own_office_and_the_named_one_go_first() -> None:
    assert choose_office("Văn phòng Sở", None, OTHER, ISSUERS) == OTHER
    assert choose_office("Văn phòng Sở", "Sở Nội vụ An Bình", OTHER, ISSUERS) == OFFICE


def test_a_unit_that_no_plan_names_is_told() -> None:
    with pytest.raises(NotFoundError, match="no plan names this unit"):
        choose_office("Phòng Y", None, "", ISSUERS)

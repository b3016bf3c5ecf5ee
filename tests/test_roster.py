"""What somebody calls a unit, and which names of the plans are meant by it."""

import pytest

from knowledge.units.customs import Alias, Customs
from knowledge.units.roster import Roster

OURS, THEIRS, PROVINCE = "Sở Nội vụ tỉnh An Bình", "Sở Tài chính tỉnh An Bình", "UBND tỉnh An Bình"
PRINTED = [
    (0, "Văn phòng Sở"),
    (0, "Phòng Tổ chức"),
    (0, "Các phòng chuyên môn"),
    (0, "Các trung tâm thuộc Sở"),
    (0, "Bộ phận Một cửa"),
    (1, "Văn phòng"),
    (1, "Phòng Tổ chức - Biên chế"),
    (2, "Văn phòng Sở"),
    (2, "Phòng Ngân sách"),
    (3, "Sở Nội vụ"),
    (3, "Các sở, ban, ngành"),
    (3, "Sở Y tế"),
]
ISSUERS = [OURS, OURS, THEIRS, PROVINCE]
Found = dict[int, set[str]]


def a_roster(**customs: object) -> Roster:
    return Roster(PRINTED, ISSUERS, Customs(**customs))  # type: ignore[arg-type]


def own(roster: Roster, said: str, office: str = "") -> Found:
    return {plan: set(names) for plan, names in roster.resolve(said, office).own.items()}


def shared(roster: Roster, said: str, office: str = "") -> Found:
    return {plan: set(names) for plan, names in roster.resolve(said, office).shared.items()}


@pytest.mark.parametrize("said", ["Văn phòng Sở", "văn phòng", "van phong so", "VP Sở", "Chánh Văn phòng Sở"])
def test_a_unit_is_found_under_any_of_its_names_in_the_own_office(said: str) -> None:
    assert own(a_roster(office=OURS), said) == {0: {"Văn phòng Sở"}, 1: {"Văn phòng"}}


def test_another_offices_unit_of_the_same_name_is_another_unit() -> None:
    roster = a_roster(office=OURS)
    assert own(roster, "Văn phòng Sở", THEIRS) == {2: {"Văn phòng Sở"}}
    assert own(roster, "Phòng Ngân sách") == {2: {"Phòng Ngân sách"}}
    assert set(own(a_roster(), "Văn phòng Sở")) == {0, 1, 2}


def test_an_agency_is_the_same_one_in_the_plans_of_superiors_and_a_room_is_not() -> None:
    printed = [(0, "Sở Y tế"), (0, "Văn phòng Sở"), (1, "Sở Y tế"), (1, "Văn phòng UBND tỉnh"), (2, "Sở Y tế")]
    roster = Roster(printed, [OURS, PROVINCE, "UBND tỉnh Bình Yên"], Customs(OURS))
    assert set(own(roster, "Sở Y tế")) == {0, 1}
    assert set(own(roster, "văn phòng")) == {0}


def test_a_collective_name_holds_its_members_as_shared() -> None:
    roster = a_roster(office=OURS)
    assert shared(roster, "Phòng Tổ chức") == {0: {"Các phòng chuyên môn"}}
    assert shared(roster, "Các phòng chuyên môn") == {}
    assert own(roster, "các phòng chuyên môn") == {0: {"Các phòng chuyên môn"}}
    assert shared(roster, "Phòng Ngân sách") == {}


def test_a_collective_name_with_a_chat_of_its_own_is_a_unit_by_itself() -> None:
    roster = a_roster(office=OURS, linked=(("Các phòng chuyên môn", OURS),))
    assert shared(roster, "Phòng Tổ chức") == {}


def test_another_name_that_was_given_is_the_unit_itself() -> None:
    roster = a_roster(office=OURS, aliases=(Alias("Bộ phận Một cửa", "Văn phòng Sở", OURS),))
    assert own(roster, "một cửa") != own(roster, "Văn phòng Sở")
    assert own(roster, "bộ phận một cửa") == own(roster, "Văn phòng Sở")
    assert own(roster, "Văn phòng")[0] == {"Văn phòng Sở", "Bộ phận Một cửa"}


def test_what_a_superior_asks_of_the_office_is_the_work_of_the_unit_set_for_it() -> None:
    roster = a_roster(office=OURS, superior_unit="Văn phòng Sở")
    assert own(roster, "Văn phòng Sở")[3] == {"Sở Nội vụ"}
    assert shared(roster, "Văn phòng Sở")[3] == {"Các sở, ban, ngành"}
    assert 3 not in own(roster, "Phòng Tổ chức")


def test_a_unit_with_a_chat_is_known_though_no_plan_prints_it() -> None:
    roster = a_roster(office=OURS, linked=(("Trung tâm Lưu trữ", OURS),))
    assert roster.resolve("Trung tâm Lưu trữ").known
    assert shared(roster, "Trung tâm Lưu trữ") == {0: {"Các trung tâm thuộc Sở"}}


def test_an_unknown_unit_is_told_with_the_nearest_names() -> None:
    found = a_roster(office=OURS).resolve("Phòng Tổ chứk cán bộ")
    assert not found.known
    assert "Phòng Tổ chức" in found.nearest


def test_a_name_that_has_only_a_word_in_common_is_not_near() -> None:
    roster = Roster([(0, "Các phòng nghiệp vụ (được phân công)"), (0, "Công an tỉnh"), (0, "Phòng Kế toán")], [OURS])
    assert roster.nearest("Công an xã") == ("Công an tỉnh",)
    assert roster.nearest("Kế toán") == ("Phòng Kế toán",)


def test_names_of_one_unit_are_one_and_a_longer_name_is_another_where_both_are_printed() -> None:
    roster = a_roster(office=OURS)
    assert roster.identity("Văn phòng", OURS) == roster.identity("Văn phòng Sở", OURS)
    assert roster.identity("Phòng Tổ chức", OURS) != roster.identity("Phòng Tổ chức - Biên chế", OURS)

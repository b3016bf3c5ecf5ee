"""A unit and its office in one breath ("thanh tra sở xây dựng nam định"), where several offices have such a unit."""

from dataclasses import replace
from datetime import date

import pytest
from asking import ask
from builders import a_deadline, a_directory, a_loaded_plan, a_task
from generated import TODAY

from knowledge.answers.answer import Answer
from knowledge.library.snapshot import LoadedPlan, Snapshot, make_snapshot
from knowledge.model import Heading, Task
from knowledge.questions.query import Intent
from knowledge.reply import line_text, plain
from scheduler.account import Whose, account_of
from scheduler.command_rows import argument_of, selection
from scheduler.rule_context import RuleInputs
from scheduler.task_lists import command_tasks


def an_office(stem: str, issuer: str, place: str, **units: str) -> LoadedPlan:
    """The plan of an office: for each unit the one row that it chairs."""
    heading = Heading(number=f"{len(stem)}/KH", issuer=issuer, place=place, issued="2026-12-15", years=(2027,))
    named = ((unit.replace("_", " "), work) for unit, work in units.items())
    rows = [
        a_task(task=work, stt=str(at), lead=(unit,), lead_raw=unit, coordinate=(), coordinate_raw="")
        for at, (unit, work) in enumerate(named, 1)
    ]
    return a_loaded_plan(rows, stem=stem, heading=heading)


def a_department(stem: str, issuer: str, place: str) -> LoadedPlan:
    rows = {"Thanh_tra_Sở": f"Thanh tra {stem}", "Văn_phòng_Sở": f"Văn thư {stem}"}
    return an_office(stem, issuer, place, **rows, **{"Phòng_Kế_hoạch_-_Tài_chính": f"Dự toán {stem}"})


def a_commune(stem: str, name: str) -> LoadedPlan:
    rows = {"Văn_phòng_HĐND_và_UBND_xã": f"Văn thư {stem}", "Công_an_xã": f"Tuần tra {stem}"}
    return an_office(stem, f"UBND xã {name}", name, **rows, Phòng_Kinh_tế=f"Chợ {stem}")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return make_snapshot(
        [
            a_department("xd1", "Sở Xây dựng tỉnh An Bình", "An Bình"),
            a_department("xd2", "Sở Xây dựng tỉnh Nam Định", "Nam Định"),
            a_department("gd", "Sở Giáo dục và Đào tạo tỉnh Gia Lai", "Gia Lai"),
            an_office(
                "tinh", "UBND tỉnh Gia Lai", "Gia Lai", Văn_phòng_UBND_tỉnh="Văn thư tinh", Sở_Xây_dựng="Quy hoạch tinh"
            ),
            a_commune("xa1", "Đông Khê"),
            a_commune("xa2", "Tân Hội"),
        ]
    )


def work(said: Answer) -> list[str]:
    return [cited.item.task for cited in said.cited if isinstance(cited.item, Task)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thanh tra sở xây dựng nam định chủ trì gì", "Thanh tra xd2"),
        ("thanh tra so xay dung an binh chu tri gi", "Thanh tra xd1"),
        ("thanh tra của sở xây dựng nam định chủ trì gì", "Thanh tra xd2"),
        ("Thanh tra Sở XD Nam Định làm gì", "Thanh tra xd2"),
        ("thanh tra sxd nam định chủ trì việc gì", "Thanh tra xd2"),
        ("van phong so xd nam dinh giu may viec", "Văn thư xd2"),
        ("P. KHTC sở GD Gia Lai chủ trì việc gì", "Dự toán gd"),
        ("phòng kế hoạch tài chính sở giáo dục gia lai chủ trì gì", "Dự toán gd"),
        ("phòng KH-TC SGD Gia Lai phụ trách nhiệm vụ nào", "Dự toán gd"),
        ("văn phòng ubnd tỉnh gia lai chủ trì gì", "Văn thư tinh"),
        ("sở xây dựng gia lai chủ trì gì", "Quy hoạch tinh"),
        ("ubnd tỉnh gia lai giao sở xây dựng việc gì", "Quy hoạch tinh"),
        ("văn phòng ubnd xã đông khê chủ trì việc gì", "Văn thư xa1"),
        ("VP UBND xã Tân Hội chủ trì gì", "Văn thư xa2"),
        ("công an xã đông khê có việc gì", "Tuần tra xa1"),
        ("cong an xa tan hoi chu tri gi", "Tuần tra xa2"),
        ("CA xã Tân Hội chủ trì gì", "Tuần tra xa2"),
        ("phòng kinh tế xã tân hội có nhiệm vụ gì", "Chợ xa2"),
    ],
)
def test_a_unit_is_that_of_the_office_named_behind_it(snapshot: Snapshot, text: str, expected: str) -> None:
    said = ask(snapshot, text)
    assert work(said) == [expected]
    assert "về “" not in plain(said)


@pytest.mark.parametrize(
    "text",
    [
        "thanh tra sở y tế nam định chủ trì gì",
        "văn phòng của sở y tế nam định chủ trì gì",
        "thanh tra sở xây dựng hà nội chủ trì gì",
        "công an xã mường lay chủ trì gì",
        "phòng kinh tế xã mường lay có việc gì",
    ],
)
def test_the_unit_of_an_office_without_a_plan_is_not_that_of_another_office(snapshot: Snapshot, text: str) -> None:
    said = ask(snapshot, text)
    assert work(said) == []
    assert plain(said).startswith("Chưa có kế hoạch được hỏi")


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("thanh tra sở y tế chủ trì gì", "Chưa có kế hoạch được hỏi (sở Y Tế)."),
        ("van phong so noi vu co viec gi", "Các kế hoạch được hỏi không giao nhiệm vụ nào cho “van phong so noi vu”."),
        ("công an huyện chủ trì gì", "Các kế hoạch được hỏi không giao nhiệm vụ nào cho “công an huyện”."),
    ],
)
def test_a_unit_of_an_agency_of_another_field_or_level_is_unknown(snapshot: Snapshot, text: str, refused: str) -> None:
    said = ask(snapshot, text)
    assert work(said) == []
    assert plain(said).startswith(refused)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Phòng Đối ngoại Sở Xây dựng Nam Định được giao những gì", "phòng đối ngoại", id="a room"),
        pytest.param("phòng khảo thí của sở giáo dục gia lai được giao cái gì", "phòng khảo thí", id="a thing"),
        pytest.param("Sở Du lịch tỉnh Gia Lai được phân công việc gì", "sở du lịch", id="a word of time inside"),
        pytest.param("Sở Du lịch Gia Lai làm chủ trì việc gì trong kế hoạch", "sở du lịch", id="its role beside"),
        pytest.param("Trung tâm Kiểm định Sở Xây dựng Nam Định được giao vụ gì", "trung tâm kiểm định", id="a centre"),
        pytest.param("Thanh tra UBND tỉnh Gia Lai được giao việc gì", "thanh tra", id="a kind before the office"),
        pytest.param(
            "Phòng Kế hoạch Đầu tư Sở Xây dựng Nam Định được giao gì",
            "phòng kế hoạch đầu tư",
            id="a name goes on",
        ),
    ],
)
def test_what_a_unit_is_given_that_its_plan_does_not_name_is_refused(snapshot: Snapshot, text: str, unit: str) -> None:
    said = ask(snapshot, text)
    assert work(said) == []
    assert plain(said).startswith(f"Các kế hoạch được hỏi không giao nhiệm vụ nào cho “{unit}”.")


def test_a_unit_whose_name_stands_before_its_office_is_known(snapshot: Snapshot) -> None:
    assert work(ask(snapshot, "Thanh tra Sở Xây dựng Nam Định được giao việc gì")) == ["Thanh tra xd2"]


OWN = an_office("nv", "Sở Nội vụ tỉnh Gia Lai", "Gia Lai", Văn_phòng_Sở="Văn thư nv")
GIVEN = an_office("tinh", "UBND tỉnh Gia Lai", "Gia Lai", Sở_Nội_vụ="Tinh giản biên chế", Sở_Tài_chính="Dự toán")


def commanded(text: str, *plans: LoadedPlan) -> list[str]:
    """What /viec lists."""
    inputs = RuleInputs(plans, a_directory(), {})
    rows = selection(inputs, argument_of(inputs, text, Intent.TASKS, TODAY), TODAY)
    return [row.tracked.task.task for row in rows.own]


@pytest.mark.parametrize("plans", [(OWN, GIVEN), (GIVEN, OWN)], ids=["own first", "superior's first"])
@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ chủ trì việc gì",
        "so noi vu chu tri viec gi",
        "SNV chủ trì việc gì",
        "Sở Nội vụ sẽ chủ trì việc gì",
        "Sở Nội vụ tỉnh Gia Lai chủ trì việc gì",
        "những việc do Sở Nội vụ chủ trì",
        "nhiệm vụ Sở Nội vụ chủ trì năm 2027",
        "Sở Nội vụ có việc gì",
        "Sở Nội vụ làm gì",
        "việc của Sở Nội vụ",
        "Sở Nội vụ được giao việc gì",
        "Sở Nội vụ có bao nhiêu việc",
        "UBND tỉnh giao Sở Nội vụ việc gì",
    ],
)
def test_an_office_whose_work_is_asked_for_is_the_unit_of_its_superiors_plan(
    text: str, plans: tuple[LoadedPlan, ...]
) -> None:
    assert work(ask(make_snapshot(plans), text)) == commanded("Sở Nội vụ", *plans) == ["Tinh giản biên chế"]


@pytest.mark.parametrize("office", ["", "Sở Nội vụ tỉnh Gia Lai", "UBND tỉnh Gia Lai"])
@pytest.mark.parametrize("said", ["Sở Nội vụ", "SNV", "Sở Tài chính"])
def test_a_report_of_an_office_has_the_rows_of_its_list_in_a_line_of_its_own(said: str, office: str) -> None:
    inputs = RuleInputs((OWN, GIVEN), replace(a_directory(), office=office), {})
    argument = argument_of(inputs, said, Intent.OVERVIEW, TODAY)
    days = date(2026, 1, 1), date(2027, 12, 31)
    account = account_of(inputs, "năm 2027", days, TODAY, Whose(argument=argument))
    assert [entry.task.task for entry in account.entries] == commanded(said, OWN, GIVEN)
    called = "Sở Tài chính" if said == "Sở Tài chính" else "Sở Nội vụ"
    assert [(unit.name, unit.total) for unit in account.units] == [(called, 1)]


@pytest.mark.parametrize(
    "text", ["kế hoạch của Sở Nội vụ chủ trì việc gì", "trong kế hoạch của Sở Nội vụ có việc gì", "ai làm văn thư nv"]
)
def test_its_own_plan_is_meant_where_the_plan_is_named(text: str) -> None:
    assert work(ask(make_snapshot([OWN, GIVEN]), text)) == ["Văn thư nv"]
    assert commanded("kế hoạch của Sở Nội vụ", OWN, GIVEN) == ["Văn thư nv"]


@pytest.mark.parametrize("said", ["Sở Nội vụ", "SNV", "sở nội vụ gia lai"])
def test_an_office_that_no_plan_has_as_a_unit_has_the_rows_of_its_own_plan(said: str) -> None:
    assert work(ask(make_snapshot([OWN]), f"{said} có việc gì")) == commanded(said, OWN) == ["Văn thư nv"]


def test_an_office_that_has_a_plan_too_is_told_of_it_beside_the_rows_that_it_is_given() -> None:
    told = "Chưa kể các nhiệm vụ trong Kế hoạch số 2/KH của Sở Nội vụ tỉnh Gia Lai."
    assert told in plain(ask(make_snapshot([OWN, GIVEN]), "Sở Nội vụ có việc gì")).splitlines()
    inputs = RuleInputs((OWN, GIVEN), a_directory(), {})
    argument = argument_of(inputs, "Sở Nội vụ", Intent.TASKS, TODAY)
    said = command_tasks(argument, "", selection(inputs, argument, TODAY), TODAY)
    assert told in map(line_text, said.head)
    assert told not in plain(ask(make_snapshot([OWN, GIVEN]), "Sở Tài chính có việc gì"))


def test_offices_that_act_together_are_units_one_as_the_other() -> None:
    said = ask(make_snapshot([OWN, GIVEN]), "Sở Nội vụ và Sở Tài chính chủ trì việc gì")
    assert work(said) == ["Tinh giản biên chế", "Dự toán"]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ và Sở Tài chính chủ trì việc gì về biên chế",
        "UBND tỉnh giao cho Sở Nội vụ việc gì về biên chế",
        "Sở Nội vụ chủ trì việc gì về biên chế",
    ],
)
def test_an_office_that_acts_is_a_unit_beside_a_topic_as_well(text: str) -> None:
    assert work(ask(make_snapshot([OWN, GIVEN]), text)) == ["Tinh giản biên chế"]


@pytest.mark.parametrize(
    ("said", "expected", "called"),
    [
        ("thanh tra sở xây dựng nam định", "Thanh tra xd2", "Thanh tra Sở"),
        ("P. KHTC sở GD Gia Lai", "Dự toán gd", "Phòng Kế hoạch - Tài chính"),
        ("sở xây dựng gia lai", "Quy hoạch tinh", "Sở Xây dựng"),
        ("công an xã đông khê", "Tuần tra xa1", "Công an xã"),
        ("VP UBND xã Tân Hội", "Văn thư xa2", "Văn phòng HĐND và UBND xã"),
    ],
)
def test_a_command_takes_a_unit_and_its_office_in_one_breath_as_a_question_does(
    snapshot: Snapshot, said: str, expected: str, called: str
) -> None:
    assert commanded(said, *snapshot.plans) == [expected] == work(ask(snapshot, f"{said} chủ trì gì"))
    argument = argument_of(RuleInputs(tuple(snapshot.plans), a_directory(), {}), said, Intent.TASKS, TODAY)
    assert [unit.called for unit in argument.units] == [called]
    assert argument.left == ""


def test_a_unit_alone_is_that_of_every_office(snapshot: Snapshot) -> None:
    assert work(ask(snapshot, "công an xã chủ trì gì")) == ["Tuần tra xa1", "Tuần tra xa2"]
    assert work(ask(snapshot, "thanh tra sở chủ trì gì")) == ["Thanh tra xd1", "Thanh tra xd2", "Thanh tra gd"]


@pytest.mark.parametrize(
    "text",
    [
        "Thanh tra Sở làm những việc gì",
        "thanh tra so lam nhung viec gi",
        "Văn phòng Sở vừa chủ trì vừa phối hợp những việc nào",
        "Văn phòng Sở đang lo những việc nào",
    ],
)
def test_a_verb_behind_a_unit_is_no_name_of_an_office(text: str) -> None:
    snapshot = make_snapshot([a_department("xd1", "Sở Xây dựng tỉnh An Bình", "An Bình")])
    assert work(ask(snapshot, text)) == ["Thanh tra xd1" if "tra" in text else "Văn thư xd1"]


@pytest.mark.parametrize(
    "text", ["Đảng ủy Nậm Pạc có những việc nào", "dang uy xa nam pac co viec gi", "việc của đảng ủy nậm pạc"]
)
def test_a_party_committee_whose_plan_names_a_unit_alike_is_the_office(text: str) -> None:
    party = an_office(
        "du", "Đảng ủy xã Nậm Pạc", "Nậm Pạc", Ban_Xây_dựng_Đảng="Kết nạp", Đảng_ủy_UBND_xã="Chuyển đổi số"
    )
    snapshot = make_snapshot([party, a_commune("xa1", "Đông Khê")])
    assert work(ask(snapshot, text)) == ["Kết nạp", "Chuyển đổi số"]
    assert work(ask(snapshot, "Đảng ủy UBND xã chủ trì gì")) == ["Chuyển đổi số"]


def test_an_office_is_asked_for_its_own_plan_in_a_year_that_only_that_is_for() -> None:
    def plan(stem: str, issuer: str, year: int, unit: str) -> LoadedPlan:
        heading = Heading(issuer=issuer, place="Gia Lai", issued=f"{year - 1}-12-15", years=(year,))
        row = a_task(task=f"Việc {stem}", lead=(unit,), deadline=a_deadline(date(year, 11, 30)))
        return a_loaded_plan([row], stem=stem, heading=heading)

    held = make_snapshot(
        [
            plan("so", "Sở Xây dựng tỉnh Gia Lai", 2025, "Văn phòng Sở"),
            plan("tinh", "UBND tỉnh Gia Lai", 2027, "Sở Xây dựng"),
        ]
    )
    assert work(ask(held, "quý IV/2025 Sở Xây dựng Gia Lai có việc nào đến hạn")) == ["Việc so"]
    assert work(ask(held, "quý IV/2027 Sở Xây dựng Gia Lai có việc nào đến hạn")) == ["Việc tinh"]

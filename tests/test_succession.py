"""What a document replaces, as a table: what it says of itself against what is known."""

from dataclasses import replace

import pytest

from knowledge.library.succession import HandedIn, is_same, stem_for
from knowledge.model import Heading

HEAD = Heading(
    number="12/KH-SNV", symbol="KH-SNV", issuer="Sở Nội vụ tỉnh An Bình", issued="2026-12-15",
    title="Kế hoạch Cải cách hành chính năm 2027", years=(2027,),
)  # fmt: skip
BLANK = replace(HEAD, number=None, issued=None)
BARE = Heading(issuer=None)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(HEAD, True, id="the same"),
        pytest.param(replace(HEAD, number="012/kh-snv"), True, id="number in another spelling"),
        pytest.param(replace(HEAD, issuer="Sở Nội vụ"), True, id="office without its place"),
        pytest.param(replace(HEAD, title=None), True, id="number and office, no title"),
        pytest.param(replace(HEAD, title="Kế hoạch Cải cách hanh chính Sở năm 2027"), True, id="title mended"),
        pytest.param(BLANK, True, id="a draft without its number"),
        pytest.param(replace(HEAD, number="13/KH-SNV"), False, id="another number"),
        pytest.param(replace(HEAD, issuer="Sở Y tế tỉnh An Bình"), False, id="another office"),
        pytest.param(replace(HEAD, issued="2025-12-20", years=(2026,)), False, id="the same number a year before"),
        pytest.param(replace(HEAD, title="Danh mục chỉ tiêu"), False, id="another paper under the number"),
        pytest.param(
            replace(BLANK, title="Kế hoạch Cải cách hành chính năm 2028", years=(2028,)), False, id="next year"
        ),
        pytest.param(replace(BLANK, title="Kế hoạch Chuyển đổi số năm 2027"), False, id="another subject"),
        pytest.param(
            replace(BLANK, title="Kế hoạch cải cách hành chính năm 2028", years=()), False, id="figure in title"
        ),
        pytest.param(BARE, False, id="says nothing"),
    ],
)
def test_a_plan_is_known_by_number_office_and_title(other: Heading, same: bool) -> None:
    assert is_same(HEAD, other) is is_same(other, HEAD) is same


@pytest.mark.parametrize(
    ("heading", "name", "stem"),
    [
        pytest.param(HEAD, "ban-moi", "cchc", id="the plan keeps its name whatever the file is called"),
        pytest.param(
            replace(HEAD, number="40/KH-SNV", title="Kế hoạch B"), "cchc", "cchc-2", id="a name that is taken"
        ),
        pytest.param(BARE, "bang", "bang", id="a bare table goes by its name"),
        pytest.param(BARE, "moi", "moi", id="a bare table of a new name is a new plan"),
        pytest.param(replace(HEAD, number="7/KH-SNV", title="Cũ"), "x", "rut", id="a plan that was retired comes back"),
    ],
)
def test_a_plan_keeps_its_name(heading: Heading, name: str, stem: str) -> None:
    retired = replace(HEAD, number="7/KH-SNV", title="Cũ")
    assert (
        stem_for(
            heading, name, [HandedIn("cchc", HEAD), HandedIn("bang", BARE), HandedIn("rut", retired, in_force=False)]
        )
        == stem
    )


def test_of_two_that_fit_the_one_of_the_files_name_comes_first_then_the_one_in_force() -> None:
    known = [HandedIn("a", HEAD, in_force=False), HandedIn("b", HEAD), HandedIn("c", HEAD)]
    assert [stem_for(HEAD, name, known) for name in ("a", "c", "x")] == ["a", "c", "b"]

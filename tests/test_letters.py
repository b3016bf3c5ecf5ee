"""Letters that look like others are found by whoever types the usual ones."""

import pytest

from knowledge.language.letters import settled
from knowledge.language.text import folded, nfc
from knowledge.readers.lines import clean


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        pytest.param("Ðối chiếu quỹ lương", "Đối chiếu quỹ lương", id="eth"),
        pytest.param("Ɖoàn Thanh niên, cử ðoàn", "Đoàn Thanh niên, cử đoàn", id="African D, small eth"),
        pytest.param("Quý Ⅱ/2026", "Quý II/2026", id="Roman number"),
        pytest.param("Quý ⅳ⁄２０２６", "Quý iv/2026", id="small Roman number, fraction slash, broad digits"),
        pytest.param("báo\u00adcáo số\u00a012", "báocáo số 12", id="soft hyphen, fixed space"),
        pytest.param("Cоng an", "Cong an", id="Cyrillic o"),
        pytest.param("KH‑UBND", "KH-UBND", id="fixed hyphen"),
        pytest.param("20–25 % … “ý”", "20–25 % … “ý”", id="dashes and quotes stay"),
    ],
)
def test_documents_and_questions_have_the_usual_letters(typed: str, usual: str) -> None:
    assert nfc(typed) == usual
    assert clean(typed) == usual
    assert folded(typed) == folded(usual)


def test_line_breaks_and_spaces_are_left_to_others() -> None:
    assert settled("a  Ð\nb") == "a  Đ\nb"

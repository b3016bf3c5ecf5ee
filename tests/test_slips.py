"""Names that OCR has misread."""

import pytest

from knowledge.language.slips import mend, trusted

KNOWN = frozenset({"Các phòng chuyên môn, nghiệp vụ", "Phòng Tổ chức cán bộ", "UBND cấp huyện", "UBND các huyện"})


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("Các phòng chuyên môn, ngành vụ", "Các phòng chuyên môn, nghiệp vụ"),
        ("các phòng chuyên môn, nghiệp vụ", "các phòng chuyên môn, nghiệp vụ"),
        ("Phòng Tổ chức cản bộ", "Phòng Tổ chức cán bộ"),
        ("UBND cấp xã", "UBND cấp xã"),
        ("UBND các xã", "UBND các xã"),
        ("Phòng Tổ chức", "Phòng Tổ chức"),
        ("Phòng Tài chính cán bộ", "Phòng Tài chính cán bộ"),
    ],
)
def test_only_a_misread_word_is_mended(read: str, mended: str) -> None:
    assert mend(read, KNOWN) == mended


def test_a_slip_printed_three_times_is_not_trusted_beside_a_name_printed_ten_times() -> None:
    names = ["Các phòng chuyên môn, nghiệp vụ"] * 10 + ["Các phòng chuyên môn, ngành vụ"] * 3 + ["Thanh tra"]
    assert trusted(names) == {"Các phòng chuyên môn, nghiệp vụ"}

"""Percentage targets in sentences of invented plans."""

from knowledge.model import Passage
from knowledge.plan.targets import targets


def values(text: str) -> list[tuple[str, ...]]:
    return [target.values for target in targets([Passage(text)])]


def test_each_indicator_is_a_target_of_its_own() -> None:
    assert values("- Tỷ lệ hồ sơ đúng hạn đạt 97,5%, mức độ hài lòng của người dân đạt tối thiểu 92%.") == [
        ("97,5%",),
        ("92%",),
    ]


def test_text_without_a_percentage_sets_no_target() -> None:
    assert values("- Nâng cao chất lượng phục vụ người dân.") == []

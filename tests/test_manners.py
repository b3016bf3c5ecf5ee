"""How a question is to be answered is no word of it; what it asks for in front of that stays as it is."""

import pytest

from knowledge.questions.manners import without_manner


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("phối hợp gồm ai, ghi đủ nhé", "phối hợp gồm ai"),
        ("ai lo vậy? nói rõ giùm em.", "ai lo vậy?"),
        ("quy 2 co viec gi, liet ke het ra", "quy 2 co viec gi"),
        ("Hạn khi nào; trả lời ngắn gọn thôi nha", "Hạn khi nào; trả lời ngắn gọn thôi nha"),
        ("Tổ Sấy, kể hết ra", "Tổ Sấy, kể hết ra"),
        ("ai soạn bài, viết tin", "ai soạn bài, viết tin"),
        ("ghi đủ nhé", "ghi đủ nhé"),
        ("có cái nào trễ hạn chưa, nêu tên giùm", "có cái nào trễ hạn chưa, nêu tên giùm"),
        ("Ai chủ trì? Ghi đúng tên đơn vị.", "Ai chủ trì?"),
        ("bên nào hỗ trợ, anh nêu tên giúp", "bên nào hỗ trợ"),
        ("ai chiu trach nhiem, ghi day du ten co quan nhe", "ai chiu trach nhiem"),
        ("ai lo, em nói rõ nghe", "ai lo"),
        ("hạn khi nào, ghi tên đơn vị", "hạn khi nào, ghi tên đơn vị"),
        ("ai chủ trì, ghi tên người ký", "ai chủ trì, ghi tên người ký"),
        ("ai lập hồ sơ, viết tên đường", "ai lập hồ sơ, viết tên đường"),
        ("ai chưa nộp báo cáo, nêu tên đơn vị", "ai chưa nộp báo cáo, nêu tên đơn vị"),
        ("ai chua nop bao cao, neu ten don vi", "ai chua nop bao cao, neu ten don vi"),
    ],
    ids=["a comma", "a question mark", "without accents", "with more than the manner", "nothing is asked in front",
         "what is done", "alone", "a list is ordered", "the name of who", "who is told to", "without accents, in full",
         "who is told how", "names behind a time", "another name", "a name of a row", "who has not",
         "who has not, no accents"],
)  # fmt: skip
def test_the_manner_of_the_answer_goes(text: str, said: str) -> None:
    assert without_manner(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tháng 4 có việc nào tới hạn, kế hoạch nào cũng được ạ", "tháng 4 có việc nào tới hạn"),
        ("thang 4 viec nao phai xong, cua noi nao cung dc", "thang 4 viec nao phai xong"),
        ("quý 2 có gì? đơn vị nào cũng kể luôn", "quý 2 có gì"),
        ("kế hoạch nào cũng được giao Tổ Sấy à", "kế hoạch nào cũng được giao Tổ Sấy à"),
        ("việc nào có Tổ Sấy, đơn vị nào cũng được mời", "việc nào có Tổ Sấy, đơn vị nào cũng được mời"),
    ],
)
def test_whose_rows_they_are_may_be_all_the_same(text: str, said: str) -> None:
    assert without_manner(text) == said

"""Real-looking words, values and bytes, spoilt by chance: what the fuzzers hand in. Everything comes from a seed."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

QUESTIONS = (
    "ai chủ trì nhiệm vụ số hóa hồ sơ?",
    "Văn phòng Sở có bao nhiêu nhiệm vụ trong quý 2/2027?",
    "nhung viec qua han cua thanh tra so",
    "các nhiệm vụ phải xong trước ngày 30/6/2027, trừ của Phòng Tổ chức cán bộ",
    "so sánh kế hoạch cải cách hành chính với kế hoạch chuyển đổi số",
    "thế còn đơn vị phối hợp?",
    "đơn vị nào nhiều việc nhất trong tháng 3 và tháng 8",
    "sản phẩm của nhiệm vụ 1.2 mục II là gì",
    "không, ý tôi là năm 2026",
    "em chào anh, chiều thứ sáu em nghỉ, cho em hỏi hạn của việc đào tạo với ạ",
    "CCHC là gì",
    "kế hoạch số 12/KH-SNV do ai ký",
)
WORDINGS = (
    "Trước ngày 30/6/2027",
    "Chậm nhất trong tháng 5/2022",
    "Quý II-III/2024",
    "Ngày 20 hằng tháng, quý, 6 tháng",
    "Thường xuyên",
    "15 ngày kể từ ngày có Kế hoạch của UBND tỉnh",
    "trước ngày rằm tháng Giêng âm lịch",
    "Tháng 3, 6, 9, 12 và khi có yêu cầu",
    "nửa đầu tháng 8 năm 2025",
    "từ tháng 01 đến hết tháng 11",
)
SIGNS = "0123456789./-:;,()[]{}<>&\"'\\%?*+|~^$#@!_=\n\t \u00a0\u200b\u0301\u0000\x1b\u202e\ufeff\ud800😀ⅣăĐờớợẶ٣²①"
JUNK = ("9" * 40, "-1", "0", "31/02/2027", "29/2/2027", "13/13/9999", "năm 0", "quý 5", "tháng 99999999999999999999",
        "1e309", "ệ" * 70, "\n" * 50, "hết ", "từ ", "trừ ", "của ", "(" * 60, "/viec ", "/han@planbot_test_bot ",
        "10000000 ngày nữa", "năm 9999", "tuần 54", "mười hai nghìn tỷ năm tới", "khóa \u0111\u0300\u0301")  # fmt: skip
NUMBERS = (0, -1, 1, 2**31, 2**63 - 1, -(2**63), 10**12, 10**30, 0.5, -0.0, math.inf, math.nan, 1e308)
LONGEST, ASKED = 4096, 1000  # letters of a message, and of one that is taken for a question


@dataclass
class Chance:
    """Everything that is drawn from one seed."""

    seed: int
    of: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.of = random.Random(self.seed)  # noqa: S311 - a simulation

    def text(self, corpus: Sequence[str]) -> str:
        """A text of the corpus with a few changes; now and then empty, mere signs, or as long as a message can be."""
        kind = self.of.random()
        if kind < 0.01:
            return ""
        if kind < 0.03:
            return "".join(self.of.choices(SIGNS, k=self.of.randint(1, 200)))
        text = self.of.choice(corpus)
        for _ in range(self.of.randint(1, 6)):
            text = self._changed(text, corpus)
        if kind < 0.035:
            text = (text + " ") * (LONGEST // (len(text) + 1) + 1)
        return text[: LONGEST if self.of.random() < 0.5 else ASKED]

    def _changed(self, text: str, corpus: Sequence[str]) -> str:
        i, words = self.of.randint(0, len(text)), text.split(" ")
        n = self.of.randrange(len(words))
        other = self.of.choice(corpus).split(" ")
        cut = self.of.randint(0, len(other))
        return self.of.choice((
            lambda: text[:i] + self.of.choice(SIGNS) + text[i:],
            lambda: text[:i] + text[i + self.of.randint(1, 4) :],
            lambda: text[:i] + self.of.choice(JUNK) + text[i:],
            lambda: " ".join([*words[:n], *words[n + 1 :]]),
            lambda: " ".join([*words[:n], *other[cut:], *words[n:]]),
            lambda: " ".join([*words[:n], str(self.of.randint(-3, 40)), *words[n:]]),
            lambda: text.upper() if self.of.random() < 0.5 else text.lower(),
            lambda: " ".join(self.of.sample(words, len(words))),
        ))()  # fmt: skip

    def value(self) -> Any:
        """Any value that a configuration or a column may hold by mistake."""
        return self.of.choice((
            lambda: self.of.choice(NUMBERS),
            lambda: self.of.choice((True, False)),
            lambda: self.text((*QUESTIONS, *WORDINGS, "07:30", "2027-06-30", "[]", "{}", "null", "done")),
            lambda: self.of.randint(-400, 4000),
            lambda: [self.of.choice(NUMBERS) for _ in range(self.of.randint(0, 5))],
        ))()  # fmt: skip

    def spoilt(self, data: bytes) -> bytes:
        """Bytes with flips, cuts and insertions."""
        changed = bytearray(data)
        for _ in range(self.of.choice((1, 1, 2, 4, 16))):
            at = self.of.randint(0, len(changed))
            change = self.of.randrange(5)
            if change == 0 and at < len(changed):
                changed[at] ^= 1 << self.of.randrange(8)
            elif change == 1:
                del changed[at : at + self.of.choice((1, 10, 1000))]
            elif change == 2:
                changed[at:at] = self.of.choice((self.of.randbytes(self.of.randint(1, 30)), *_PIECES))
            elif change == 3:
                start = self.of.randint(0, len(changed))
                changed[at:at] = changed[start : start + self.of.choice((4, 200, 4000))]
            elif self.of.random() < 0.2:
                del changed[at:]
        return bytes(changed)


_PIECES = (b"<", b">",
           b"&a;", b"</w:tc>", b'w:val="99999999"', b' colspan="-1"', b' rowspan="99999"', b"\x00", b"\t" * 200,
           b"|", b"\n", b"\r", b'"', b"<table><tr><td>", "Chủ trì: ".encode(), b"1.1.1.1.1", b"\xff\xfe")  # fmt: skip

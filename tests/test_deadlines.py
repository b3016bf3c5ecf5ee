"""Wordings of deadlines as offices write them, with what they mean."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.deadlines import understand_deadline
from knowledge.language.text import folded
from knowledge.model import DeadlineKind

YEAR = 2027  # the plan's year in every case that names none

DATES = [
    # days
    ("Trước ngày 15/01/2027", "2027-01-15"),
    ("trước ngày 5/3", "2027-03-05"),
    ("Chậm nhất ngày 30.6.2027", "2027-06-30"),
    ("chậm nhất là ngày 30-6-2027", "2027-06-30"),
    ("Ngày 30 tháng 6 năm 2027", "2027-06-30"),
    ("ngày 30 tháng 6/2027", "2027-06-30"),
    ("Xong trước ngày 20 tháng 11", "2027-11-20"),
    ("Hoàn thành trước 17h00 ngày 12/4/2027", "2027-04-12"),
    ("trước 8 giờ 30 phút, ngày 12/4/2027", "2027-04-12"),
    ("Thứ Hai, ngày 12/4/2027", "2027-04-12"),
    ("không muộn hơn ngày 10/10/2027", "2027-10-10"),
    ("đến hết ngày 31/12/2028", "2028-12-31"),
    ("Gửi trước 25/5", "2027-05-25"),
    ("trước ngày 25 / 5 / 2027", "2027-05-25"),
    ("trướcngày25/5/2027", "2027-05-25"),
    ("TRƯỚC NGÀY 25/5/2027", "2027-05-25"),
    ("truoc ngay 25 thang 5", "2027-05-25"),
    ("25/O5/2027", "2027-05-25"),
    ("3l/12/2027", "2027-12-31"),
    ("30/6/27", "2027-06-30"),
    ("Trước ngày 15/3, 15/6 và 15/9/2027", "2027-03-15 2027-06-15 2027-09-15"),
    ("Ngày 10 và 20/6/2027", "2027-06-10 2027-06-20"),
    ("Từ ngày 01 đến ngày 15/7/2027", "2027-07-15"),
    ("Từ 15 đến 20/11", "2027-11-20"),
    ("từ ngày 20/12/2027 đến ngày 10/01/2028", "2028-01-10"),
    ("Từ ngày 20/12 đến ngày 10/01", "2028-01-10"),
    # months
    ("Tháng 5", "2027-05-31"),
    ("Trong tháng 02/2028", "2028-02-29"),
    ("Tháng 6 - 2027", "2027-06-30"),
    ("tháng 6.2027", "2027-06-30"),
    ("T9/2027", "2027-09-30"),
    ("T.9/2027", "2027-09-30"),
    ("Tháng sáu", "2027-06-30"),
    ("tháng mười một năm 2027", "2027-11-30"),
    ("tháng6/2027", "2027-06-30"),
    ("Tháng 3, 6, 9 và 12/2027", "2027-03-31 2027-06-30 2027-09-30 2027-12-31"),
    ("Trước tháng 3, 6 và 9", "2027-02-28 2027-05-31 2027-08-31"),
    ("Trước quý I và quý III", "2026-12-31 2027-06-30"),
    ("Chậm nhất tháng 3, 6, 9", "2027-03-31 2027-06-30 2027-09-30"),
    ("Đến hết quý II, IV", "2027-06-30 2027-12-31"),
    ("Cuối tháng 3,6,9,12/2027", "2027-03-31 2027-06-30 2027-09-30 2027-12-31"),
    ("Giữa tháng 3, 6", "2027-03-15 2027-06-15"),
    ("Thượng tuần tháng 3, 6", "2027-03-10 2027-06-10"),
    ("Tuần cuối tháng 3, 6", "2027-03-31 2027-06-30"),
    ("Trước ngày 15 tháng 3, 6, 9", "2027-03-15 2027-06-15 2027-09-15"),
    ("Ngày 20 các tháng 3, 6", "2027-03-20 2027-06-20"),
    ("Trước 15 tháng 6 và 15 tháng 12", "2027-06-15 2027-12-15"),
    ("Trước ngày 15-20/3", "2027-03-20"),
    ("Tháng 4; tháng 10", "2027-04-30 2027-10-31"),
    ("Tháng 1/2027 Tháng 2/2027", "2027-01-31 2027-02-28"),
    ("Từ tháng 3 đến tháng 5", "2027-05-31"),
    ("tháng 10-12/2027", "2027-12-31"),
    ("Từ tháng 10 đến tháng 4", "2028-04-30"),
    ("từ tháng 10/2027 đến hết tháng 3/2028", "2028-03-31"),
    ("Trước tháng 01/2027", "2026-12-31"),
    ("Trước tháng 6", "2027-05-31"),
    ("Trước cuối tháng 6", "2027-06-30"),
    ("Trong tháng 01 hoặc tháng 02/2027", "2027-01-31 2027-02-28"),
    ("Tuần 2 tháng 3", "2027-03-14"),
    ("Tuần thứ 3 của tháng 4/2027", "2027-04-21"),
    ("tuần cuối tháng 4", "2027-04-30"),
    ("nửa đầu tháng 8/2027", "2027-08-15"),
    ("Trung tuần tháng 8", "2027-08-20"),
    ("Cuối tháng 8/2027", "2027-08-31"),
    # quarters
    ("Quý I", "2027-03-31"),
    ("Quý II/2027", "2027-06-30"),
    ("quý 3 năm 2027", "2027-09-30"),
    ("Quí IV-2027", "2027-12-31"),
    ("Qúy IV/2027", "2027-12-31"),
    ("Q.IV/2027", "2027-12-31"),
    ("Q3/2027", "2027-09-30"),
    ("quyII/2027", "2027-06-30"),
    ("Quý l/2027", "2027-03-31"),
    ("Quý 11/2027", "2027-06-30"),
    ("QUÝ III NĂM 2027", "2027-09-30"),
    ("quy 2 nam 2027", "2027-06-30"),
    ("Quý I, II/2027", "2027-03-31 2027-06-30"),
    ("Quý I và quý III", "2027-03-31 2027-09-30"),
    ("Quý II-III/2027", "2027-09-30"),
    ("Quý II đến quý IV", "2027-12-31"),
    ("Từ quý II/2027 đến quý I/2028", "2028-03-31"),
    ("Trước quý II/2027", "2027-03-31"),
    ("Chậm nhất quý III", "2027-09-30"),
    ("Hết quý III/2027", "2027-09-30"),
    ("Hoàn thành trong Quý I năm 2027", "2027-03-31"),
    ("Năm 2027: Quý I, Quý III", "2027-03-31 2027-09-30"),
    # halves and years
    ("6 tháng đầu năm", "2027-06-30"),
    ("06 tháng đầu năm 2028", "2028-06-30"),
    ("sáu tháng cuối năm 2027", "2027-12-31"),
    ("9 tháng đầu năm", "2027-09-30"),
    ("Nửa đầu năm 2027", "2027-06-30"),
    ("Trong năm", "2027-12-31"),
    ("Cuối năm", "2027-12-31"),
    ("Trước cuối năm", "2027-12-31"),
    ("Trước năm học 2027-2028", "2027-08-31"),
    ("Đến Tết Nguyên đán", "2027-02-08"),
    ("Năm 2028", "2028-12-31"),
    ("trong năm 2027", "2027-12-31"),
    ("Trước năm 2028", "2027-12-31"),
    ("Trước giai đoạn 2028-2030", "2027-12-31"),
    ("5 năm (2026-2030)", "2030-12-31"),
    ("2026 - 2030", "2030-12-31"),
    ("Giai đoạn 2026-2030", "2030-12-31"),
    ("Từ năm 2026 đến năm 2030", "2030-12-31"),
    ("Năm 2027, 2028", "2027-12-31 2028-12-31"),
    ("Đến năm 2030", "2030-12-31"),
    ("Từ nay đến hết năm 2028", "2028-12-31"),
    ("Năm học 2027-2028", "2028-05-31"),
    # what stands around
    ("- Quý I/2027", "2027-03-31"),
    ("Báo cáo trước ngày 10/12/2027", "2027-12-10"),
    ("Trước ngày 15/12/2027 theo quy định", "2027-12-15"),
    ("Quý III/2027.", "2027-09-30"),
    ("(Quý III/2027)", "2027-09-30"),
    ("Ban hành Kế hoạch trước ngày 31/01/2027", "2027-01-31"),
    ("Kế hoạch số 12/KH-UBND ngày 05/01/2027, hoàn thành trước ngày 30/6/2027", "2027-06-30"),
    # spoken, relative and broken forms
    ("Quý I - II năm 2027", "2027-06-30"),
    ("Tháng 12/2027 - 3/2028", "2028-03-31"),
    ("11/2027-12/2027", "2027-12-31"),
    ("10/11/2027 - 15/12/2027", "2027-12-15"),
    ("Trước ngày 25/11/2027 (lần 1); trước ngày 10/12/2027 (lần 2)", "2027-11-25 2027-12-10"),
    ("Ngày 20, 21, 22/11/2027", "2027-11-20 2027-11-21 2027-11-22"),
    ("Ngày 20-22/11/2027", "2027-11-22"),
    ("Từ tháng 10 đến tháng 4 năm sau", "2028-04-30"),
    ("trước ngày 15/01 năm sau", "2028-01-15"),
    ("Tháng 01 năm sau", "2028-01-31"),
    ("trong quý I của năm tiếp theo", "2028-03-31"),
    ("Tuần 1,2 tháng 3/2027", "2027-03-14"),
    ("Tuần đầu tháng 12/2027", "2027-12-07"),
    ("Tuần 45/2027", "2027-11-14"),
    ("Giữa năm 2027", "2027-06-30"),
    ("Từ đầu năm đến hết tháng 6", "2027-06-30"),
    ("Từ khi ban hành Kế hoạch đến hết năm 2027", "2027-12-31"),
    ("Trước khi kết thúc năm 2027", "2027-12-31"),
    ("Giai đoạn 2026-2030, tầm nhìn 2045", "2030-12-31"),
    ("Giai đoạn 1: 2026-2027; giai đoạn 2: 2028-2030", "2027-12-31 2030-12-31"),
    ("Báo cáo Quý I: trước 15/3; Quý II: trước 15/6", "2027-03-15 2027-06-15"),
    ("- Kế hoạch: trước ngày 31/01/2027 - Báo cáo: trước ngày 15/12/2027", "2027-01-31 2027-12-15"),
    ("Quý: IV/2027", "2027-12-31"),
    ("Th12/2027", "2027-12-31"),
    ("ngày 15, tháng 12, năm 2027", "2027-12-15"),
    ("ngày15tháng12năm2027", "2027-12-15"),
    ("31/11/2027", "2027-11-30"),
    ("Trước ngày 30/02/2028", "2028-02-29"),
    ("Quý II/2027 (theo lộ trình)", "2027-06-30"),
    ("Từ\nTháng 3 đến\nTháng 5", "2027-05-31"),
    ("Chậm nhất\nTrong tháng 5/2027", "2027-05-31"),
    ("Trước ngày\n15/01/2027", "2027-01-15"),
    ("Tháng 1/2027\nTháng 2/2027", "2027-01-31 2027-02-28"),
    ("Quý\nIV/2027", "2027-12-31"),
]


@pytest.mark.parametrize(("text", "due"), DATES, ids=[text for text, _ in DATES])
def test_a_day_is_understood(text: str, due: str) -> None:
    found = understand_deadline(text, year=YEAR)
    assert (found.kind, " ".join(map(str, found.due))) == ("date", due)


OTHERS = [
    ("Thường xuyên", "ongoing", ""),
    ("thuong xuyen", "ongoing", ""),
    ("THƯỜNG XUYÊN", "ongoing", ""),
    ("Thường xuyên, liên tục", "ongoing", ""),
    ("Thường xuyên trong năm", "ongoing", ""),
    ("Thường xuyên trong năm 2027", "ongoing", ""),
    ("Thường xuyên theo Kế hoạch được duyệt", "ongoing", ""),
    ("Thường xuyên, hằng năm", "ongoing", ""),
    ("Từ ngày 01/7/2027", "ongoing", ""),
    ("Bắt đầu từ năm 2027", "ongoing", ""),
    ("Từ năm 2027 trở đi", "ongoing", ""),
    ("Hằng năm", "periodic", ""),
    ("Hàng quý", "periodic", ""),
    ("hang thang", "periodic", ""),
    ("Định kỳ 6 tháng", "periodic", ""),
    ("06 tháng/lần", "periodic", ""),
    ("2 lần/năm", "periodic", ""),
    ("Mỗi quý 01 lần", "periodic", ""),
    ("Định kỳ", "periodic", ""),
    ("6 tháng, năm", "periodic", ""),
    ("6 tháng và cả năm", "periodic", ""),
    ("Quý, 6 tháng, 9 tháng, năm", "periodic", ""),
    ("Hằng quý theo quy định", "periodic", ""),
    ("Trước ngày 20 hằng tháng", "periodic", ""),
    ("Ngày 25 tháng cuối quý", "periodic", ""),
    ("Trước ngày 15 của tháng cuối quý", "periodic", ""),
    ("Trước ngày 05 tháng sau", "periodic", ""),
    ("Ngày làm việc cuối cùng của tháng", "periodic", ""),
    ("Thứ Sáu hằng tuần", "periodic", ""),
    ("Hằng ngày", "periodic", ""),
    ("Trước ngày 15/12 hằng năm", "periodic", "2027-12-15"),
    ("trước ngày 01/6 và 15/11 hằng năm", "periodic", "2027-06-01 2027-11-15"),
    ("Tháng 12 hằng năm", "periodic", "2027-12-31"),
    ("Quý IV hằng năm", "periodic", "2027-12-31"),
    ("Hằng năm, trước ngày 31/10", "periodic", "2027-10-31"),
    ("Định kỳ 6 tháng, 9 tháng, cả năm hoặc đột xuất", "periodic", ""),
    ("Báo cáo định kỳ quý I, 6 tháng, quý III và hằng năm", "periodic", ""),
    ("Định kỳ: Quý I (trước ngày 10/3/2027); 6 tháng (trước ngày 10/6/2027)", "periodic", "2027-03-10 2027-06-10"),
    ("Theo quy định", "conditional", ""),
    ("Theo tiến độ phê duyệt", "conditional", ""),
    ("Theo Kế hoạch năm 2027", "conditional", ""),
    ("Theo Kế hoạch số 45/KH-UBND ngày 22/01/2027", "conditional", ""),
    ("Kế hoạch số 177-KH/TU ngày 16/4/2027", "conditional", ""),
    ("Khi có hướng dẫn của Bộ Nội vụ", "conditional", ""),
    ("Ngay sau khi được phê duyệt", "conditional", ""),
    ("Sau khi có Thông tư", "conditional", ""),
    ("Khi có yêu cầu", "conditional", ""),
    ("Đột xuất", "conditional", ""),
    ("Đầu năm", "conditional", ""),
    ("Đầu năm 2028", "conditional", ""),
    ("đầu quý II", "conditional", ""),
    ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "conditional", ""),
    ("Trong vòng 15 ngày kể từ ngày ban hành", "conditional", ""),
    ("Trong 3 tháng kể từ khi được giao", "conditional", ""),
    ("24 giờ", "conditional", ""),
    ("Trước kỳ họp cuối năm của HĐND tỉnh", "conditional", ""),
    ("Học kỳ I", "conditional", ""),
    ("Học kỳ I năm học 2027-2028", "conditional", ""),
    ("Đầu năm học 2027-2028", "conditional", ""),
    ("Từ năm học 2027-2028", "ongoing", ""),
    ("Trong nhiệm kỳ", "conditional", ""),
    ("Lồng ghép trong báo cáo quý", "conditional", ""),
    ("Từ tháng 3/2027 đến khi hoàn thành", "conditional", ""),
    ("Thường xuyên; riêng nạo vét kênh chính trong quý I/2027", "mixed", "2027-03-31"),
    ("Năm 2027 và các năm tiếp theo", "mixed", "2027-12-31"),
    ("Quý II/2027 và thường xuyên", "mixed", "2027-06-30"),
    ("Thường xuyên, định kỳ hằng quý báo cáo", "mixed", ""),
    ("Theo hướng dẫn của Bộ Nội vụ Quý IV/2027", "mixed", "2027-12-31"),
    ("Theo Kế hoạch\nNăm 2027", "mixed", "2027-12-31"),
    ("- Thường xuyên - Tại cấp huyện trong quý I/2027", "mixed", "2027-03-31"),
    ("Hằng quý và khi có yêu cầu", "mixed", ""),
    ("Hoàn thành trong tháng 3/2027. Định kỳ cập nhật hằng quý", "mixed", "2027-03-31"),
    ("Trước ngày 30/6/2027; rà soát, điều chỉnh (nếu có)", "mixed", "2027-06-30"),
    ("", "none", ""),
    ("-", "none", ""),
    ("…", "none", ""),
    ("x", "none", ""),
    ("Đã hoàn thành", "none", ""),
    ("Đang thực hiện", "none", ""),
    ("Trực 24/24h", "ongoing", ""),
    ("Thường xuyên; đột xuất khi có chỉ đạo", "ongoing", ""),
    ("Thường xuyên hoặc khi có yêu cầu", "ongoing", ""),
    ("Thường xuyên đến hết năm 2027", "ongoing", ""),
    ("Kể từ ngày 01/01/2027", "ongoing", ""),
    ("Sau năm 2027", "ongoing", ""),
    ("Hằng năm hoặc đột xuất", "periodic", ""),
    ("sáu tháng một lần", "periodic", ""),
    ("một năm hai lần", "periodic", ""),
    ("01 cuộc/năm", "periodic", ""),
    ("Mỗi tháng 1 số", "periodic", ""),
    ("Các quý trong năm", "periodic", ""),
    ("trước ngày 05 tháng liền kề", "periodic", ""),
    ("01 tháng", "conditional", ""),
    ("trước 16 giờ thứ Năm hằng tuần", "periodic", ""),
    ("Hằng năm đến năm 2030", "periodic", ""),
    ("Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12", "periodic", "2027-06-15 2027-12-15"),
    ("Từ 01/01 đến 31/12 hằng năm", "periodic", "2027-12-31"),
    ("02 tháng", "conditional", ""),
    ("Không quá 30 phút", "conditional", ""),
    ("Trước mùa mưa bão", "conditional", ""),
    ("Tuần 60/2027", "conditional", ""),
    ("Tháng 13/2027", "conditional", ""),
    ("Ngày 32/12/2027", "conditional", ""),
    ("Học kỳ 2 năm học 2027-2028", "conditional", ""),
    ("Kể từ ngày ký", "conditional", ""),
    ("Năm 2027 và hằng năm", "mixed", "2027-12-31"),
    ("Tháng 12/2027 và rà soát hằng năm", "mixed", "2027-12-31"),
    ("Lần đầu trước ngày 31/12/2027, sau đó định kỳ hằng năm", "mixed", "2027-12-31"),
    ("Trước ngày 15/6 hoặc khi có yêu cầu", "mixed", "2027-06-15"),
    ("Trong tháng 6/2027 sau khi có hướng dẫn của Bộ", "mixed", "2027-06-30"),
    ("Trước 30/11/2027, sau đó thực hiện thường xuyên", "mixed", "2027-11-30"),
    ("Đã hoàn thành tháng 3/2027", "none", ""),
    ("Như trên", "none", ""),
    ("Không", "none", ""),
]


@pytest.mark.parametrize(("text", "kind", "due"), OTHERS, ids=[text or "(empty)" for text, _, _ in OTHERS])
def test_what_is_no_plain_day_is_understood(text: str, kind: str, due: str) -> None:
    found = understand_deadline(text, year=YEAR)
    assert (found.kind, " ".join(map(str, found.due))) == (kind, due)


SAME = [
    ("accents left out", folded),
    ("in capitals", str.upper),
    ("in small letters", str.lower),
    ("decomposed accents", lambda text: unicodedata.normalize("NFD", text)),
    ("a full stop behind", lambda text: f"{text}."),
    ("in brackets", lambda text: f"({text})"),
    ("a bullet before", lambda text: f"- {text}"),
    ("doubled spaces", lambda text: text.replace(" ", "  ")),
]
# Numbers in words need their accents: "tháng sáu" is June, "tháng sau" the next month.
PLAIN = [
    (text, kind, due)
    for text, kind, due in [*OTHERS, *((text, "date", due) for text, due in DATES)]
    if kind not in ("mixed", "none") and not re.search(r"[\n(;-]|sáu|mười|một", text)
]


@pytest.mark.parametrize("same", [change for _, change in SAME], ids=[name for name, _ in SAME])
def test_the_way_of_writing_changes_nothing(same: Callable[[str], str]) -> None:
    changed = {}
    for text, kind, due in PLAIN:
        found = understand_deadline(same(text), year=YEAR)
        if (found.kind, " ".join(map(str, found.due))) != (kind, due):
            changed[same(text)] = f"{found.kind} {' '.join(map(str, found.due))}"
    assert changed == {}


RHYTHMS = [
    ("Hằng năm", "yearly"),
    ("Định kỳ 6 tháng", "half-yearly"),
    ("Hằng quý", "quarterly"),
    ("Trước ngày 20 hằng tháng", "monthly 20"),
    ("Ngày làm việc cuối cùng của tháng", "monthly last"),
    ("Ngày 25 tháng cuối quý", "quarterly 3-25"),
    ("Thứ Sáu hằng tuần", "weekly fri"),
    ("Chủ nhật hằng tuần", "weekly sun"),
    ("Hằng ngày", "daily"),
    ("Định kỳ 05 năm", "every 5 years"),
    ("Nửa năm một lần", "half-yearly"),
    ("Thường niên", "yearly"),
    ("Mỗi 3 tháng", "quarterly"),
    ("Quý/lần", "quarterly"),
    ("Trước ngày 20 tháng 6, 12 hằng năm", "yearly 06-20, yearly 12-20"),
    ("trước ngày 01/6 và 15/11 hằng năm", "yearly 06-01, yearly 11-15"),
    ("Quý I/2027", None),
]


@pytest.mark.parametrize(("text", "recur"), RHYTHMS, ids=[text for text, _ in RHYTHMS])
def test_the_rhythm_is_named(text: str, recur: str | None) -> None:
    assert understand_deadline(text, year=YEAR).recur == recur


FORMS = (
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{d}-{m}-{y}", "{d:02}-{m:02}-{y}", "ngày {d} tháng {m} năm {y}",
    "Trước ngày {d}/{m}/{y}", "chậm nhất là ngày {d:02} tháng {m:02} năm {y}", "đến hết ngày {d}/{m}/{y}",
    "ngày {d}/{m}/{y}",
    "TRƯỚC NGÀY {d}/{m}/{y}", "hoàn thành xong trước ngày {d}.{m}.{y}", "{d} / {m} / {y}",
    "truoc ngay {d} thang {m} nam {y}",
)  # fmt: skip


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_day_reads_as_itself_in_every_form(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year)
    found = understand_deadline(text, year=2027)
    assert (found.kind, found.due) == ("date", (day,))


@given(
    st.integers(1990, 2099),
    st.integers(1, 12),
    st.sampled_from(("Tháng {m}/{y}", "T{m}/{y}", "{m:02}/{y}", "tháng {m} năm {y}")),
)
def test_a_month_means_its_last_day(year: int, month: int, form: str) -> None:
    (due,) = understand_deadline(form.format(m=month, y=year), year=2027).due
    assert (due.year, due.month, (due + timedelta(days=1)).day) == (year, month, 1)


@given(st.text(max_size=60))
def test_any_text_is_understood_somehow(text: str) -> None:
    found = understand_deadline(text, year=None)
    assert found.due == tuple(sorted(set(found.due)))


_PIECES = (
    "trước",
    "ngày",
    "31/2",
    "tháng",
    "13",
    "quý",
    "IV",
    "năm",
    "2027",
    "từ",
    "đến",
    "-",
    ";",
    "hằng",
    "theo",
    "khi",
    "6",
    "cuối",
    "và",
    ",",
    "(",
    ")",
    "30/6",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_words_of_time_in_any_order_never_fail(pieces: list[str]) -> None:
    found = understand_deadline(" ".join(pieces), year=2027)
    assert all(date(1900, 1, 1) <= day <= date(2100, 12, 31) for day in found.due)


def test_without_a_year_the_plans_date_helps() -> None:
    assert understand_deadline("Quý I", year=None, issued="2026-12").due == (date(2026, 3, 31),)


def test_without_any_year_a_month_has_no_day() -> None:
    assert understand_deadline("Quý I", year=None).due == ()


def test_the_printed_words_are_kept() -> None:
    assert understand_deadline("  Trước\nngày 30/6 ", year=2027).text == "Trước ngày 30/6"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        pytest.param("Ngày 10/3 (âm lịch)", "2026-04-26", id="day and month"),
        pytest.param("Trước ngày 10 tháng 3 âm lịch", "2026-04-26", id="in words"),
        pytest.param("Mùng 5 tháng Giêng năm 2026", "2026-02-21", id="early in the month"),
        pytest.param("Rằm tháng Giêng năm 2026", "2026-03-03", id="full moon"),
        pytest.param("trước rằm tháng 7", "2026-08-27", id="full moon of a numbered month"),
        pytest.param("Tháng Giêng", "2026-03-18", id="a month ends on its last day"),
    ],
)
def test_a_lunar_date_is_its_solar_day(text: str, due: str) -> None:
    understood = understand_deadline(text, year=2026)

    assert ([f"{day}" for day in understood.due], understood.doubt) == ([due], "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tháng Chạp", id="may fall into the next year"),
        pytest.param("23 tháng Chạp", id="day that may fall into the next year"),
        pytest.param("Ngày 15 tháng 6 nhuận âm lịch", id="leap month that the year has not"),
        pytest.param("Ngày 30/2 âm lịch", id="day that the month has not"),
        pytest.param("Mùng 5", id="no month"),
    ],
)
def test_a_lunar_date_that_cannot_be_worked_out_is_doubtful_and_no_date(text: str) -> None:
    understood = understand_deadline(text, year=2026)

    assert (understood.kind, understood.due) == (DeadlineKind.CONDITIONAL, ())
    assert "âm lịch" in understood.doubt


def test_a_lunar_date_of_every_year_repeats_by_no_solar_day() -> None:
    understood = understand_deadline("Trước ngày 10/3 (âm lịch) hằng năm", year=2026)

    assert ([f"{day}" for day in understood.due], understood.recur) == (["2026-04-26"], None)
    assert understood.doubt


@pytest.mark.parametrize("text", ["lợi nhuận quý I/2026", "hệ thống âm thanh, tháng 3/2026", "Chấp hành trong tháng 3"])
def test_words_that_only_sound_lunar_change_nothing(text: str) -> None:
    assert understand_deadline(text, year=2026).doubt == ""


@pytest.mark.parametrize("text", ["Tháng 13/2026", "quý 5", "Tuần 7 tháng 3"])
def test_a_time_that_no_calendar_has_is_told_as_a_doubt(text: str) -> None:
    assert understand_deadline(text, year=2026).doubt


@pytest.mark.parametrize("text", ["Trước 15/3, 15/6, 15/9", "Chậm nhất ngày 15 tháng 3 và tháng 9", "Năm 2026, 2027"])
def test_several_times_that_are_understood_are_no_doubt(text: str) -> None:
    assert not understand_deadline(text, year=2026).doubt


@pytest.mark.parametrize(
    ("text", "due"),
    [
        pytest.param("Ngày mười lăm tháng ba", "2026-03-15", id="a day and a month"),
        pytest.param("trước ngày hai mươi tháng mười một", "2026-11-20", id="of several words"),
        pytest.param("tháng mười hai", "2026-12-31", id="a month"),
        pytest.param("quý bốn", "2026-12-31", id="a quarter"),
    ],
)
def test_numbers_may_be_written_in_words(text: str, due: str) -> None:
    assert [f"{day}" for day in understand_deadline(text, year=2026).due] == [due]


@pytest.mark.parametrize("wording", ["Từ tháng 11 đến tháng 4", "tháng 2 năm tới"])
def test_a_time_beyond_the_last_year_of_all_dates_is_no_error(wording: str) -> None:
    assert understand_deadline(wording, year=date.max.year).due[-1].year == date.max.year


@pytest.mark.parametrize(
    ("wording", "year", "issued"),
    [
        pytest.param("tháng Giêng âm lịch ngày âm trước ngày rằm tháng Giêng âm lịch", 9999, "2021-12", id="a year"),
        pytest.param("năm 9999tháng ngày âm giêng 21 trước lịch rằm", 9999, "2021-12", id="a year that is said"),
        pytest.param("rằm ?ngày âm lịch", None, "²", id="a day of issue that is no number"),
    ],
)
def test_what_no_lunar_calendar_reaches_is_no_date_and_no_error(wording: str, year: int | None, issued: str) -> None:
    assert understand_deadline(wording, year=year, issued=issued).due == ()

"""Kinds of documents as they stand in capitals above a title (Nghị định 30/2020/NĐ-CP article 7, Party documents)."""

_ISSUED = ("KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN")
_DECIDING = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
_OTHERS = (
    "THÔNG BÁO", "CÔNG ĐIỆN", "KẾT LUẬN", "BÁO CÁO", "HƯỚNG DẪN", "TỜ TRÌNH", "BIÊN BẢN", "QUY CHẾ", "QUY ĐỊNH",
    "THÔNG TRI", "LỊCH CÔNG TÁC", "LỊCH LÀM VIỆC", "THÔNG CÁO", "GIẤY MỜI", "PHIẾU CHUYỂN", "TUYÊN BỐ", "LỜI KÊU GỌI",
)  # fmt: skip

ISSUED = "|".join(_ISSUED)  # what a decision may issue
PLANS = f"{ISSUED}|CHỈ THỊ"  # what gives tasks by itself
DECIDING = "|".join(_DECIDING)
ALL = "|".join((PLANS, DECIDING, *_OTHERS))
# A sheet or a note has its title in small letters, with the time that it is for: "Kế hoạch thu gom rác năm 2026".
_WHEN = r"(?:năm|tháng|quý|giai đoạn)\s+\d[\d\s/–-]*"
SMALL_TITLE = rf"(?-i:(?=\w[a-zà-ỹđ]))(?i:(?P<kind>{ISSUED})\s+(?P<rest>[^.;:]{{3,140}}\b{_WHEN}))"

"""Kinds of documents as they stand in capitals above a title (Nghị định 30/2020/NĐ-CP article 7, Party documents)."""

_ISSUED = ("KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN")
_DECIDING = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
_OTHERS = (
    "THÔNG BÁO", "CÔNG ĐIỆN", "KẾT LUẬN", "BÁO CÁO", "HƯỚNG DẪN", "TỜ TRÌNH", "BIÊN BẢN", "QUY CHẾ", "QUY ĐỊNH",
    "THÔNG TRI", "LỊCH CÔNG TÁC", "LỊCH LÀM VIỆC",
)  # fmt: skip

ISSUED = "|".join(_ISSUED)  # what a decision may issue
PLANS = f"{ISSUED}|CHỈ THỊ"  # what gives tasks by itself
DECIDING = "|".join(_DECIDING)
ALL = "|".join((PLANS, DECIDING, *_OTHERS))

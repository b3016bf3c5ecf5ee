"""The words that rules of constraints are made of: how fields, groups, rows and exclusions are said."""

from knowledge.deadlines import grains

NOT = "(?:không|chưa|chẳng|chả)"
ALONE = ("một mình", "duy nhất", "độc lập", "riêng lẻ")  # that a unit has a row so
BARE_CELL = "(?:(?:(?:bỏ|để|bị|còn|đang) )*trống(?: trơn| hoác)?|(?:bị |đang )?(?:bỏ|để|còn) trắng)"
EMPTY = f"(?:{NOT}|{BARE_CELL}|thiếu|khuyết|(?:bị |để |bỏ )?sót|(?:bỏ )?quên)"
LET = (
    "(?: (?:có|còn|ở|trong|số|ghi|nêu|rõ|xác|định|ấn|quy|được|bị|phân|công|giao|cho|cột|ô|tên|phần|mục|điền|thấy|cần|"
    "phải|bất|kỳ|cùng|cả|dùng|tốn|mất|kể|bố|trí|cấp|chốt|hẹn|chỗ|thông|tin|nhập|viết|gán|kèm|của|đơn|vị|cơ|quan|bên|người|ai|nào|bộ|phận)){0,6}?"
)
FIELDS = {
    "lead": "<lead>|(?<=giao )ai|(?<=công )ai|(?<=cho )ai|(?<=giao cho )đơn vị nào",
    "coordinate": "<coordinate>",
    "deadline": (
        "thời hạn(?: hoàn thành)?|thời gian(?: hoàn thành)?|hạn(?: chót| cuối| nộp| hoàn thành)?|deadline|dl"
        "|mốc(?: thời gian)?|ngày(?: hoàn thành| tháng(?: năm)?| giờ)?"
    ),
    "result": "(?:sản phẩm|kết quả|sp) (?:đầu ra|cuối cùng|cuối)|sản phẩm|kết quả|đầu ra|sp",
    "objective": "mục tiêu|mục đích",
    "budget": "(?:nguồn|mức) kinh phí|kinh phí|kp|dự toán|ngân sách|(?:số |mức |bao nhiêu )?tiền",
}
FIELD = "|".join(f"(?P<{name}>{words})" for name, words in FIELDS.items())
LAST = (  # "hạn chưa ghi sản phẩm" is of the product, "đơn vị chủ trì, không ghi ai phối hợp" of the other role
    f"(?!(?: (?:ai|đơn vị|cơ quan|nào|người|rõ|tên|có))* (?:{'|'.join(FIELDS.values())}))"
)
SPELLS = "|".join(grains.SPELLS)
EXACT_DAY = "(?:cụ thể|rõ ràng|chính xác|đàng hoàng|hẳn hoi)"
EXACT = f"(?P<exact> (?:nào )?(?:{EXACT_DAY}|rõ))"
_NEGS = "(?:không|đừng|khỏi|chớ)"
_COUNTS = "(?:(?:kể|nói|nhắc) (?:tới|đến)|kể|tính|gồm|bao gồm|đếm|lấy|liệt kê|nêu)(?: (?:cả|luôn))*"
_NOT_YET = "chưa (?:kể|tính|gồm|bao gồm)(?: (?:cả|luôn|đến|tới))*"  # "chưa kể mấy việc …", no "chưa tính kinh phí"
_MUST = "(?: (?:được|cần|phải|có|nên)){1,2}"
_ROWS = "(?= (?:các|những|mấy|cái|loại|việc|phần|nhiệm vụ|của)(?!\\S))"
# "không tính cả", "đừng có lấy"; with "cần" and its like most only say how to answer ("không cần kể hết, …"): what is
# left out has to stand behind
NOT_COUNTED = (
    f"(?:{_NEGS} {_COUNTS}|{_NOT_YET}(?:{_ROWS}|(?= <))|{_NEGS}{_MUST} {_COUNTS}{_ROWS}"
    f"|(?<=\\S ){_NEGS}{_MUST} {_COUNTS}(?! (?:hết|ra|đủ|rõ|lại|nữa|đâu|chi tiết|dài|nhiều|lể|thêm|tên)(?!\\S)))"
)
_KIND = (
    *("những", "các", "mấy", "cái", "thuộc", "chỉ", "lấy", "xem", "theo", "riêng", "lọc", "gom", "tới", "vào", "là"),
    *("cả", "luôn"),  # "kể cả | loại chậm nhất"
)
_TURNS = ("còn", "thế", "vậy")  # behind these too, but for "thế loại … ra (đi)", "thế loại … còn mấy việc"
GONE = (  # what then stands behind the rows
    "(?: [^ ]+){0,12}? (?:ra|đi)(?: (?:thì|còn|sao|nhé|nha|nhá|giúp|giùm|dùm|hộ|em|anh|chị|ạ|hết|luôn)(?!\\S)|$)"
    "|(?: (?!thì )[^ ]+){0,12}? còn(?: lại)?(?: (?:mấy|bao|những|gì)(?!\\S)|$)"
)
TURNED = f"(?:{'|'.join(f'(?<={word} )' for word in _TURNS)})loại"
LEAVE_OUT = (
    f"(?:{''.join(f'(?<!{word} )' for word in _KIND)}"
    f"(?:loại (?:trừ|bỏ)|{''.join(f'(?<!{word} )' for word in _TURNS)}loại|loại(?={GONE})))"
)
EXCEPT = (
    f"(?:{NOT_COUNTED}|trừ|ngoại trừ|ngoài|{LEAVE_OUT}|không phải|không phải là|không do"
    "|không thuộc|không của|không phải do|không phải của|không giao|không giao cho|không có"
    "|không liên quan đến|không liên quan tới)"
)
GIVES = "(?:đưa|lấy|kể|tính|thêm|cho|để|ghi|liệt kê|gom|nêu|đếm|nhắc)"  # what is done with rows that are told
ROW_WORDS = frozenset({"viec", "nhiem", "vu", "cong", "dau", "muc"})  # of "việc", "nhiệm vụ", "đầu việc"
OF_WORK = ("nhiệm vụ", "việc", "công việc", "đầu việc", "hạng mục", "nv", "task", "đầu mục", "hoạt động")
WORK = f"(?:{'|'.join(OF_WORK)})"
IS_DONE = "(?:xong|làm|hoàn thành|thực hiện|triển khai|nộp|diễn ra|(?:đến|tới|hết) hạn)"
ENDS_IN_ORDER = ("đầu tiên", "trước tiên", "trước nhất", "cuối cùng", "sau cùng", "sau chót")  # behind what is done
IN_ORDER = f"(?:{'|'.join(ENDS_IN_ORDER)})"
DROP = f"(?:bỏ|bớt|bỏ bớt|{LEAVE_OUT}|gạt|lược|gạch|lọc bỏ)"
OUT = "(?: (?:ra|đi|thôi|nhé|giúp))"
OF_TIME = (
    "(?: (?:các|những|mấy|cái|luôn|cả|hết|có|đến|tới|hạn|mốc|rơi|nằm|trong|vào|của|kéo|dài|lấn|tràn|vắt|qua|sang|tận"
    f"|{WORK})){{0,5}}?"
)
BY = {
    "plan": "kế hoạch|kh|văn bản",
    "month": "tháng",
    "quarter": "quý",
    "section": "lĩnh vực|phần|mục|nhóm|mảng|nội dung",
    "unit": "đơn vị|cơ quan|phòng ban|phòng|sở ngành|sở|bên|ai|nơi|bộ phận|tổ",
}
UNIT = (  # what any unit may be called by
    "(?:đơn vị|cơ quan|phòng ban|phòng|ban|khu phố|bộ phận|sở ngành|sở|ngành|bên|khoa|tổ|đội|hội|đoàn thể|đoàn|trường"
    "|trạm|hạt|chi cục|trung tâm|lực lượng|công ty|doanh nghiệp|xã|phường|huyện|tỉnh)"
)
GROUP = "|".join(f"(?P<{name}>{words})" for name, words in BY.items())
LATE = "(?:chậm|trễ|muộn|quá hạn)(?: (?:trễ|hạn|tiến độ|deadline))?"
PART = "(?:phần|mục|chương|mảng|nhóm|lĩnh vực)"  # of a plan, one is called so
PARTS = frozenset({"phan", "muc", "chuong", "nhom", "mang"})  # of a plan, folded
JOINS = frozenset({"va", "voi", "vs", "hay", "hoac", "cung"})  # between two of a kind, folded
OR = ("hoặc", "hay")
GOES_ON = ("cũng", "mà")  # "không phải quyết định | cũng không phải báo cáo"
TO_DO_WITH = ("liên quan", "dính dáng", "dính", "tham gia")  # what rows have to do with a unit, or a matter
HOW_MUCH = frozenset({"nhieu", "bn", "nhiu", "bnhieu", "bnh"})  # folded, of "bao nhiêu" and how chats write it
HOW_MANY = HOW_MUCH | {"may"}
SUMS = frozenset({"tien", "dong", "trieu", "ngan", "nghin", "tram", "ty"})  # folded, behind "mấy", "bao nhiêu"
MUST = frozenset({"phai", "can"})  # folded, before what somebody has to do
VERBATIM = "dòng chữ|mấy chữ|chữ|cụm từ|cụm|câu|nguyên văn"  # before the words of a cell that are quoted
PAPERS = (  # documents that rows make
    "quyết định|kế hoạch|báo cáo|thông báo|tờ trình|văn bản|quy chế|đề án|phương án|chương trình|công văn|biên bản"
    "|hướng dẫn"
)
GROUNDS = (  # documents that a plan goes by
    "văn bản|quyết định|nghị quyết|kế hoạch|chỉ thị|nghị định|công văn|thông tư|luật|chương trình|đề án|quy định"
)
COUNT = r"(?P<count>\d{1,3}|hai|ba|bốn|năm|mười)"
COUNTS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "muoi": 10}
GIVEN = frozenset({"giao", "phan", "cong", "them"})  # how rows are given to somebody, folded

"""The grammar by which somebody's part in a row is asked: a word for somebody, and a verb of joining it.

Who joins coordinates: whoever comes along ("bên nào góp mặt", "ai vào phụ"), is called in ("mời sở nào", "kéo thêm ai
vào"), is from outside ("sở nào bên ngoài") or is there beside others ("ngoài mình ra còn ngành nào"). Of which rows
somebody has the most or which ones is asked by the same words ("đơn vị nào có tên nhiều nhất").
"""

import re

from knowledge.questions.rule_words import UNIT

_SOMEBODY = rf"(?:(?:những|các|mấy|thêm|được) )*(?:ai|(?:bên )?{UNIT} nào)(?: khác| nữa)*"
_SEVERAL = rf"(?:{_SOMEBODY}|mấy (?:bên|ngành|phòng|đơn vị|cơ quan|nơi|chỗ|sở)(?: nào)?(?: khác| nữa)*)"
_BEING = r"(?:(?:phải|đi|sẽ|cũng|cùng|được|cần|chịu|mà|có|là) )*"
_IN = r"(?:vào|vô)"
_ALONG = (
    rf"(?:góp (?:mặt|tay|sức|phần|công|chung|{_IN})|chung (?:tay|sức|vai)|{_IN} cuộc|kề vai|tiếp (?:tay|sức)|xắn tay"
    rf"|(?:đi |phụ |làm )?theo (?:cùng|đoàn|phụ)|đi (?:theo|kèm|cùng|chung)|(?:nhảy|xúm|ké|chen) {_IN}"
    rf"|đỡ (?:đần|một tay)|{_IN} (?:phụ|cùng|chung|giúp|làm|hỗ trợ|tham gia)"
    rf"|cùng (?:làm|lo|tham gia|thực hiện|chung tay)|phụ (?:theo|{_IN}|thêm|giúp)|tham gia (?:cùng|chung|phụ)"
    r"|có (?:mặt(?! bằng)|tên(?! miền| gọi)))"
    rf"(?: (?:{_IN}|cùng|nữa|thêm|chung)(?!\S))*"
)
_JOINS = rf"(?:{_ALONG}|tham gia|hỗ trợ|giúp|phụ|phối hợp|cùng|chung|{_IN})"
_CALLS = r"(?<!giấy )(?<!thư )(?:mời|kéo|rủ|lôi|huy động)(?: (?:có|cả|luôn|thêm|được|tới|đến))*"
_ASKS_IN = r"(?:gọi|kêu|nhờ|cần|mượn)(?: (?:cả|luôn|thêm|được|tới|đến))*"
_CLOSED = r"(?= (?:không|ko|vậy|ạ|hả|thế|nữa|nhỉ|em|anh|chị|rồi|,)(?!\S)|$)"
_OUT_THERE = r"(?:giờ|trời|đường|biển|khơi|đồng|ruộng|phố|chợ|bãi|hiện|thực|luồng|đảo|khu|nước|việc|nhiệm|vụ|ai)"
_OTHERS = r"(?: (?!(?:việc|nhiệm|vụ|ai|còn)(?!\S))\S+){1,6}?"
_BESIDES = (
    rf"(?:ngoài(?! {_OUT_THERE}(?!\S))|bên cạnh){_OTHERS}(?: ra)?(?: ,)?(?: thì)?"
    r" (?:còn(?: (?:có|thêm))*|có thêm|thêm|(?<= ra )có|(?<= thì )có)"
)
_OFFICE = r"(?:sở|cơ quan|mình|phòng|trường|viện|xã|phường|đơn vị|tỉnh|ngành)"
_OUTSIDE = rf"(?:ở )?(?:bên )?ngoài(?: {_OFFICE})?(?: {_JOINS})*"
_OF_ROWS = (  # what stands behind where several rows are asked about
    r"(?!(?: \S+){0,6} (?:nhiều|ít|nhất|nhiệm vụ|(?:những|các|mấy|bao nhiêu) (?:\S+ )?(?:việc|vụ)"
    r"|(?:có )?việc (?:gì|nào|về|hạn|trong)"
    r"|làm việc)(?!\S))"
)
_CHAIRS = r"(?! (?:\S+ )?(?:chủ trì|làm chính|lo chính|đứng đầu|đứng ra|chịu trách nhiệm|phụ trách)(?!\S))"

SOMEBODY = "coordinate who"  # of the cue: which role it is, and that somebody is asked for
ROWS_ASKED = re.compile(  # in front, without accents: "những việc nào Phòng A với sở nào cùng làm" asks for rows
    r"(?<!\S)(?:(?:nhung|cac|may|bao nhieu) (?:viec|vu|nhiem vu|dau viec|cho)|(?:viec|vu|nhiem vu) (?:nao|gi))(?!\S)"
)
ROLE_RULES: tuple[tuple[str, str], ...] = (
    (SOMEBODY, rf"{_BESIDES} {_SEVERAL}(?: {_BEING}{_JOINS})*{_CHAIRS}{_OF_ROWS}"),
    (SOMEBODY, rf"{_SOMEBODY} {_BEING}{_ALONG} ngoài(?: (?!ra(?!\S))\S+){{1,4}}(?: ra)?{_CLOSED}"),
    (SOMEBODY, rf"{_SOMEBODY} {_OUTSIDE}{_CLOSED}"),
    (SOMEBODY, rf"{_CALLS} {_SEVERAL}(?: {_JOINS})*{_CLOSED}"),
    (SOMEBODY, rf"{_ASKS_IN} {_SOMEBODY} {_JOINS}"),
    (SOMEBODY, rf"{_SOMEBODY} {_BEING}{_IN}(?: (?:cùng|chung|phụ|nữa|thêm))*{_CLOSED}"),
    (SOMEBODY, rf"{_SOMEBODY} {_BEING}{_ALONG}{_OF_ROWS}"),
)

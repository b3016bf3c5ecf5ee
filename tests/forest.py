"""The plan of an invented forest reserve, and the first line of an answer, for questions for yes or no."""

from datetime import date

from builders import a_deadline, a_task

from knowledge.answers.answer import Answer
from knowledge.reply import plain

EVERYBODY = "Các phòng, đơn vị thuộc Sở"
ROWS = [
    a_task(stt="1", task="Tuần tra bảo vệ rừng đặc dụng", lead=("Trạm Kiểm lâm",), coordinate=("Phòng Khoa học",),
           deadline=a_deadline(date(2027, 4, 30)), result="Báo cáo tuần tra"),
    a_task(stt="2", task="Cứu hộ động vật hoang dã", lead=("Phòng Khoa học",), coordinate=("Trạm Thú y",),
           deadline=a_deadline(date(2027, 8, 15)), result="Hồ sơ cứu hộ"),
    a_task(stt="3", task="Mở tuyến tham quan hang dơi", lead=("Phòng Du lịch",), coordinate=(EVERYBODY,),
           deadline=a_deadline(date(2027, 2, 20)), result="Quyết định"),
    a_task(stt="4", task="Gieo ươm cây bản địa", lead=(EVERYBODY,), deadline=a_deadline(date(2027, 10, 10))),
    a_task(stt="5", task="Tổng kết công tác bảo tồn", lead=("Phòng Khoa học", "Phòng Du lịch"),
           deadline=a_deadline(date(2027, 12, 5)), result="Báo cáo tổng kết"),
]  # fmt: skip


def first(said: Answer) -> str:
    """The line that has to be the answer."""
    return plain(said).splitlines()[0]

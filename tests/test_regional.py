"""Regional words and particles, read as an office would write them."""

import pytest

from knowledge.language.regional import plainly


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("ông mô ký kế hoạch ni", "ai ký kế hoạch này", id="central, who signs"),
        pytest.param("khi mô xong rứa", "khi nào xong vậy", id="central, when"),
        pytest.param("khi mo xong", "khi nào xong", id="typed without accents"),
        pytest.param("sang năm có việc gì", "năm sau có việc gì", id="next year"),
        pytest.param("nhg việc nèo cg xong", "những việc nào cũng xong", id="as chats write"),
        pytest.param("mấi việc hk có hạn", "mấy việc không có hạn", id="not, in short"),
        pytest.param("thi hk 2 khi nào", "thi hk 2 khi nào", id="half of a school year"),
        pytest.param("sở nào lead output nào", "sở nào chủ trì sản phẩm nào", id="English words of offices"),
        pytest.param("bị dậy thì sớm", "bị dậy thì sớm", id="no particle"),
        pytest.param("dì hai làm gì", "dì hai làm gì", id="an aunt"),
        pytest.param("sang thang co gi", "tháng sau co gi", id="next month, without accents"),
        pytest.param("sang tháng 5 có gì", "sang tháng 5 có gì", id="a month by its number"),
        pytest.param("sang tháng 5/2027 có gì", "sang tháng 5/2027 có gì", id="a month of a year"),
        pytest.param("sang quý III/2027 có gì", "sang quý III/2027 có gì", id="a quarter of a year"),
        pytest.param("sang tuần 2 tháng 5", "sang tuần 2 tháng 5", id="a week by its number"),
        pytest.param("sang năm 2041 có gì", "sang năm 2041 có gì", id="any year by its number"),
        pytest.param("mấy ông nào lo vụ đấu giá", "ai lo vụ đấu giá", id="southern, who"),
        pytest.param("trưởng mấy phòng nộp gì", "trưởng các phòng nộp gì", id="a plural behind who heads them"),
        pytest.param("sở y tế dính vô việc chi", "sở y tế tham gia việc gì", id="southern, what a unit has part in"),
        pytest.param("tháng 7 í có việc gì", "tháng 7 có việc gì", id="a particle inside"),
        pytest.param("phong quan ly nha o lo chi nha", "phong quan ly nha o lo gì", id="a particle only at the end"),
        pytest.param("xin quý danh giám đốc", "xin họ tên giám đốc", id="a name, politely"),
        pytest.param("quý danh mục nào", "quý danh mục nào", id="a quarter before a list"),
        pytest.param("việc chi trả trợ cấp", "việc chi trả trợ cấp", id="paying out is not what"),
        pytest.param("mục tiêu chi tiết là gì", "mục tiêu chi tiết là gì", id="details are not what"),
        pytest.param("mục tiêu chi ngân sách", "mục tiêu chi ngân sách", id="nor is spending"),
        pytest.param("mua để chi trả phụ cấp", "mua để chi trả phụ cấp", id="nor is a purpose of paying"),
        pytest.param("mục đích chi tiêu", "mục đích chi tiêu", id="nor an aim of it"),
        pytest.param("làm mục tiêu chi", "làm mục tiêu gì", id="what the aim is"),
        pytest.param("doan truong may viec", "doan truong may viec", id="no head before a count without accents"),
        pytest.param("nhân rộng mô hình mới", "nhân rộng mô hình mới", id="a model is not where"),
        pytest.param("phòng mô hình số", "phòng mô hình số", id="nor after a room"),
        pytest.param("mo so ho so", "mo so ho so", id="a single word without accents stays"),
        pytest.param("quyet dinh den han", "quyet dinh den han", id="a decision that falls due has part in nothing"),
        pytest.param("cải cách hành chánh ai lo chánh", "cải cách hành chính ai lo chính", id="southern spelling"),
        pytest.param("thu tuc hanh chanh", "thu tuc hành chính", id="the same without accents"),
        pytest.param("chánh văn phòng", "chánh văn phòng", id="a post that is so spelt"),
        pytest.param("từ chừ tới tết", "từ giờ tới tết", id="from now on"),
        pytest.param("phuong an tu chu tai chinh", "phuong an tu chu tai chinh", id="autonomy, without accents"),
        pytest.param("mà mần cái ni để được chi rứa", "mà làm cái này để được gì vậy", id="what, closing"),
        pytest.param("thế nâng chỉ số chi", "thế nâng chỉ số gì", id="what, behind a noun"),
        pytest.param("rứa phối hợp với trường mô", "vậy phối hợp với trường nào", id="which, behind any noun"),
        pytest.param("dựa vô mấy luật mô của tỉnh", "dựa vào mấy luật nào của tỉnh", id="which of several, inside"),
        pytest.param("mấy phòng mô hình số", "mấy phòng mô hình số", id="a model behind several"),
        pytest.param("những mảng quy mô lớn", "những mảng quy mô lớn", id="a size behind several"),
        pytest.param("gửi những mô", "gửi những đâu", id="to which places"),
        pytest.param("p nao soan", "phòng nào soan", id="a room by its letter"),
        pytest.param("phòng nào cấp cho p nào", "phòng nào cấp cho p nào", id="a letter behind a room"),
        pytest.param("p mô hình số", "p mô hình số", id="a letter before a model"),
        pytest.param("còn quy mô", "còn quy mô", id="a size"),
        pytest.param("sang quý i/2022 thì sao", "sang quý i/2022 thì sao", id="a quarter by its number and year"),
        pytest.param("còn khoản chi", "còn khoản chi", id="a sum spent"),
        pytest.param("phòng nào lo thu chi", "phòng nào lo thu chi", id="what is spent, where another word asks"),
        pytest.param("chớ hổng có ngày", "chứ không có ngày", id="but not"),
        pytest.param("chớ có quên", "chớ có quên", id="do not"),
        pytest.param("section iv", "phần iv", id="a part in English"),
        pytest.param("vay chi", "vay chi", id="no accents"),
        pytest.param("đổi mới chi đoàn", "đổi mới chi đoàn", id="inside"),
        pytest.param("bao nhiêu lâu họp một lần", "bao lâu họp một lần", id="how often"),
        pytest.param("được mấy phần chăm", "được mấy phần trăm", id="a share as it sounds"),
        pytest.param("may phan cham roi", "may phan cham roi", id="parts that are late"),
        pytest.param("mấy phần chăm sóc cây", "mấy phần chăm sóc cây", id="parts of care"),
        pytest.param("trc ng nào xong", "trước ngày nào xong", id="a day in short"),
        pytest.param("ng nào ký", "ng nào ký", id="people in short"),
        pytest.param("hạn chót là mùng mấy", "hạn chót là ngày mấy", id="a day of any calendar"),
    ],
)
def test_a_wording_of_the_region_is_read_as_offices_write(typed: str, meant: str) -> None:
    assert plainly(typed.split()) == meant.split()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("đèn hẻm bao giờ gắn", "đèn hẻm bao giờ gắn", id="an alley inside"),
        pytest.param("đợt khám răng", "đợt khám răng", id="teeth at the end, beside their like"),
        pytest.param("bộ kpi của khoa", "bộ kpi của khoa", id="an English word that the plans print"),
        pytest.param("đúng hẻm", "đúng không", id="a particle at the end"),
        pytest.param("nộp răng nhỉ", "nộp sao", id="how, before a particle"),
        pytest.param("nộp vô quý mấy", "nộp vào quý mấy", id="a word that stands inside"),
        pytest.param("máy vô tuyến", "máy vô tuyến", id="the same word beside its like"),
    ],
)
def test_a_word_that_plans_print_may_be_a_thing(typed: str, meant: str) -> None:
    pairs = {("khám", "răng"), ("ngõ", "hẻm"), ("vô", "tuyến"), ("bộ", "kpi")}
    printed = {word for pair in pairs for word in pair}
    read = plainly(typed.split(), printed.__contains__, lambda left, right: (left, right) in pairs)
    assert read == meant.split()

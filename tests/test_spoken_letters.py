"""Short forms that are dictated letter by letter."""

import pytest

from knowledge.language.spoken_letters import with_letters
from knowledge.language.text import folded

SHORT = {"sms", "iso", "cchc", "ubnd", "tthc", "qr", "thpt", "ocop", "im", "bhyt", "cc", "pccc"}


@pytest.mark.parametrize(
    ("said", "written"),
    [
        pytest.param("tin nhắn ét em ét cho dân", "tin nhắn sms cho dân", id="three letters"),
        pytest.param("vụ ai ét ô phòng nào", "vụ iso phòng nào", id="English names"),
        pytest.param("vu ai et o phong nao", "vu iso phong nao", id="without accents"),
        pytest.param("báo cáo xê xê hát xê quý ba", "báo cáo cchc quý ba", id="four letters"),
        pytest.param("bao cao xe xe hat xe quy ba", "bao cao cchc quy ba", id="a long run of other words"),
        pytest.param("u bê en dê xã", "ubnd xã", id="an office"),
        pytest.param("em hỏi mã quy rờ", "em hỏi mã qr", id="as the south says it"),
        pytest.param("ba em hỏi ca ô tê a", "ba em hỏi ca ô tê a", id="names that are other words"),
        pytest.param("quét mã kiu a ở đâu", "quét mã qr ở đâu", id="one of them is nothing else"),
        pytest.param("trường tê hát pê tê", "trường thpt", id="a school"),
        pytest.param("sản phẩm ô cê ô pê của xã", "sản phẩm ocop của xã", id="a programme"),
        pytest.param("ai em hỏi ca trực", "ai em hỏi ca trực", id="people"),
        pytest.param("ét em xê ét", "ét em xê ét", id="what nobody knows"),
        pytest.param("em o xê cê làm chi", "em o xê cê làm chi", id="two of more letters"),
        pytest.param("đội pê xê xê xê rờ", "đội pê xê xê xê rờ", id="all but one of the letters"),
        pytest.param("đội pê xê xê xê", "đội pccc", id="all of the letters"),
        pytest.param("sửa đê bê tông ai lo", "sửa đê bê tông ai lo", id="things"),
        pytest.param("thẻ bê hát y tê của dân", "thẻ bhyt của dân", id="a long run"),
    ],
)
def test_letters_that_are_said_are_put_together(said: str, written: str) -> None:
    assert " ".join(with_letters(said.split(), lambda form: folded(form) in SHORT)) == written

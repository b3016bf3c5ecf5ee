"""Text in every encoding that Vietnamese offices have written comes out in NFC Unicode, or the file is refused."""

import unicodedata

import pytest

from knowledge.errors import RefusedError
from knowledge.readers.encodings import decode, likeness, mend_legacy
from knowledge.readers.legacy_fonts import _VNI, FROM_TCVN3, from_font, from_vni

TEXT = "Kế hoạch cải cách hành chính: Sở Nội vụ chủ trì, Văn phòng phối hợp; đường bộ, ưu tiên, quỹ, mỹ thuật, ý kiến"


def tcvn3(text: str) -> bytes:
    back = {letter: bytes([byte]) for byte, letter in FROM_TCVN3.items()}
    return b"".join(back.get(letter) or letter.encode("ascii") for letter in text)


def vni(text: str) -> str:
    back = {letter: pair for pair, letter in _VNI.items()}
    return "".join(back.get(letter, letter) for letter in text)


def cp1258(text: str) -> bytes:
    """As Windows writes it: letters with their hats, tone marks after them."""
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", apart.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), id="NFD"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="UTF-16 big endian"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without mark"),
    ],
)
def test_unicode_is_read_without_a_doubt(data: bytes) -> None:
    assert decode(data, "x") == (TEXT, ())


@pytest.mark.parametrize(
    ("data", "label"),
    [
        pytest.param(cp1258(TEXT), "Windows-1258", id="windows-1258"),
        pytest.param(tcvn3(TEXT), "TCVN3", id="TCVN3"),
        pytest.param(vni(TEXT).encode("latin-1"), "VNI", id="VNI"),
        pytest.param("Céng hßa X· héi chñ nghÜa ViÖt Nam".encode(), "TCVN3", id="TCVN3 pasted as Unicode"),
        pytest.param("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode(), "VNI", id="VNI pasted as Unicode"),
    ],
)
def test_older_encodings_are_converted_with_a_doubt(data: bytes, label: str) -> None:
    text, doubts = decode(data, "x")
    assert text in {TEXT, "Cộng hòa Xã hội chủ nghĩa Việt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"}
    assert label in doubts[0].message


@pytest.mark.parametrize("letter", sorted(set(FROM_TCVN3.values())))
def test_every_letter_survives_tcvn3(letter: str) -> None:
    assert tcvn3(letter).decode("latin-1").translate(FROM_TCVN3) == letter


@pytest.mark.parametrize("letter", sorted({x for x in _VNI.values() if len(x) == 1}))
def test_every_letter_survives_vni(letter: str) -> None:
    assert from_vni(vni(letter)) == letter


def test_vni_has_all_letters_of_both_cases() -> None:
    vowels = "aăâeêioôơuưy"
    wanted = {unicodedata.normalize("NFC", v + t) for v in vowels for t in ("", *"\u0300\u0301\u0303\u0309\u0323")}
    wanted = {letter for letter in wanted | {"đ"} if not letter.isascii()}
    assert wanted | {letter.upper() for letter in wanted} <= set(_VNI.values())


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("Së Néi vô", ".VnTime", "Sở Nội vụ"),
        ("céng hßa", ".VnTimeH", "CỘNG HÒA"),
        ("Sôû Noäi vuï", "VNI-Times", "Sở Nội vụ"),
        ("Sở Nội vụ", ".VnTime", "Sở Nội vụ"),
        ("Céng", "Times New Roman", "Céng"),
        ("h¹n", "ABCDEF+.VnArial", "hạn"),
    ],
)
def test_the_font_tells_the_encoding(text: str, font: str, expected: str) -> None:
    assert from_font(text, font) == expected


def test_text_in_another_language_is_left_as_it_is() -> None:
    assert mend_legacy("naïve café") == ("naïve café", ())
    assert likeness("plain ascii") == 1.0


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 4, id="all bytes"),
        pytest.param(b"abc\0def", id="a zero byte"),
        pytest.param(b"\xff\xfe\0", id="half a UTF-16 letter"),
        pytest.param(bytes(range(128, 256)) * 10, id="high bytes"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(RefusedError, match=r"x.dat: không nhận ra định dạng hoặc bảng mã"):
        decode(data, "x.dat")


def test_text_that_was_encoded_twice_is_mended_with_a_doubt() -> None:
    text = "Nhiệm vụ của Ủy ban nhân dân tỉnh Lạc Sơn năm 2027"
    shown = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())
    mended, doubts = decode(shown.encode(), "x.csv")
    assert mended == text
    assert [doubt.message for doubt in doubts] == [
        "Chữ bị chuyển mã hai lần, đã khôi phục: đề nghị đối chiếu với bản gốc"
    ]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_text_whose_letters_were_lost_when_it_was_saved_is_refused_with_what_to_do(encoding: str) -> None:
    text = "STT,Nhiệm vụ,Chủ trì\n1,Họp tổng kết,Đội nghiệp vụ\n2,Tập huấn,Tổ chuyên trách\n" * 3
    with pytest.raises(RefusedError, match=r"a.csv: chữ tiếng Việt đã mất .* Đề nghị lưu lại từ tệp gốc"):
        decode(text.encode(encoding, "replace"), "a.csv")


def test_questions_and_addresses_have_lost_no_letters() -> None:
    text = "Hỏi: khi nào xong? Xem https://a.vn/?id=1&b=2 và https://a.vn/x?y=z?" * 5
    assert decode(text.encode(), "a.txt") == (text, ())

"""Words with slips, glued or parted ones, put right by what plans and questions have beside each other."""

from functools import cache

import pytest
from asking import ask
from builders import a_loaded_plan, a_task

from knowledge.library.snapshot import Snapshot, make_snapshot
from knowledge.questions.boundaries import Mended
from knowledge.questions.lookup import Lookup, lookup
from knowledge.questions.utterance import read
from knowledge.reply import plain

ROWS = (
    ("1", "Nạo vét kênh mương xã Đồng Nương", "Phòng Kinh tế", ("Khoa Điện - Cơ",)),
    ("2", "Trồng rừng phòng hộ đồi Bình Sậy", "Khoa Điện - Cơ", ("Phòng Kinh tế",)),
    ("3", "Rút kinh nghiệm công tác thu phí cầu phao", "Văn phòng", ("Phòng Kinh tế",)),
)


@cache
def snapshot() -> Snapshot:
    return make_snapshot([a_loaded_plan([a_task(stt=n, task=t, lead=(u,), coordinate=c) for n, t, u, c in ROWS])])


def known() -> Lookup:
    return lookup(snapshot())


def said(text: str) -> str:
    guide = known()
    mending = Mended(guide.meant_words, guide.is_known)
    return " ".join(read(text, guide.knows, guide.prints, guide.adjoin, guide.short_words, mending).words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        # glued
        pytest.param("kếhoạch này ai ký", "kế hoạch này ai ký", id="two words with tones"),
        pytest.param("quý 3 co mayviec", "quý 3 co may viec", id="without accents"),
        pytest.param("nạo vét kênhmương", "nạo vét kênh mương", id="of the plan"),
        pytest.param("trồng rừng đến khinaof", "trồng rừng đến khi nào", id="with keys of a keyboard that was off"),
        pytest.param("ai ký kếhoạch", "ai ký kế hoạch", id="at the end"),
        # parted
        pytest.param("kế ho ạch này", "kế hoạch này", id="parted"),
        pytest.param("xã đ ồng nương", "xã đồng nương", id="a first letter alone"),
        pytest.param("kinh t ế", "kinh tế", id="a last one"),
        # at the wrong place
        pytest.param("kên hmương", "kênh mương", id="the letter before goes on"),
        pytest.param("trồngr ừng", "trồng rừng", id="the letter behind came before"),
        # a slip in a word
        pytest.param("có myấ ciá", "có mấy cái", id="swapped at the end and inside"),
        pytest.param("hnững việx nào", "những việc nào", id="at the beginning, and a neighbouring key"),
        pytest.param("đơn vị nnào", "đơn vị nào", id="doubled at the beginning"),
        pytest.param("xã đồng nưowng", "xã đồng nương", id="of the plan, with a key too many"),
        pytest.param("kênh mươgn", "kênh mương", id="of the plan, swapped"),
        pytest.param("giu rug", "giu rung", id="what rules of spelling tell goes first"),
    ],
)
def test_what_fingers_spoilt_is_put_right(typed: str, words: str) -> None:
    assert said(typed) == words


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("kênh sương", id="another name that could be a syllable"),
        pytest.param("trước tết", id="a syllable that is near to a word of questions"),
        pytest.param("nộp lui", id="a word of the regions"),
        pytest.param("phòng stc lo", id="letters of a unit"),
        pytest.param("mấy cuốn sách", id="a word that has one letter too many for another"),
        pytest.param("kênh mương nào", id="right"),
        pytest.param("kinh tế xã", id="short words"),
        pytest.param("camera viettel", id="foreign words"),
    ],
)
def test_what_may_be_meant_as_it_is_stays(typed: str) -> None:
    assert said(typed) == typed


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param("nạo vét kênhmương ai chủtrì", "Chủ trì: Phòng Kinh tế", id="glued"),
        pytest.param("Văn ph òng chủ trì những việx gì", "Có 1 nhiệm vụ Văn phòng chủ trì", id="parted in a unit"),
        pytest.param("Phòng Kinh tế phố hợp việc gì", "Có 2 nhiệm vụ Phòng Kinh tế phối hợp", id="in a role"),
    ],
)
def test_questions_with_slips_are_answered(text: str, head: str) -> None:
    assert plain(ask(snapshot(), text)).startswith(head)


def test_another_unit_is_no_slip_of_one() -> None:
    assert ask(snapshot(), "Khoa Điểm - Cát chủ trì việc gì").abstained

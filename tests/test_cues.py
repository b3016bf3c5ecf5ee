"""What is asked, found by its words."""

import pytest

from knowledge.errors import RefusedError
from knowledge.language.text import folded, tokens
from knowledge.questions.cues import compile_cues, cues, find, parse


def kinds(text: str) -> list[str]:
    return [" ".join(sorted(cue.kinds)) for cue in find(cues(), tokens(text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ai", "who"),
        ("don vi nao", "who"),
        ("chủ trì", "lead"),
        ("làm chung với", "coordinate"),
        ("bao giờ", "when"),
        ("sản phẩm là gì", "result"),
        ("những nhiệm vụ nào", "list"),
        ("mấy việc", "count"),
        ("ai ký", "signer"),
        ("nói gì về", "about"),
        ("viết tắt của từ gì", "meaning"),
    ],
)
def test_a_cue_is_found_with_and_without_accents(text: str, kind: str) -> None:
    assert kind in kinds(text)[0]
    assert kind in kinds(folded(text))[0]


def test_of_cues_that_overlap_the_long_one_wins() -> None:
    trie = compile_cues({"who": ["ai"], "signer": ["ai ký"], "share": ["là bao nhiêu"], "sum": ["bao nhiêu tiền"],
                         "filler": ["là"]})  # fmt: skip

    assert [sorted(cue.kinds) for cue in find(trie, tokens("ai ký"))] == [["signer"]]
    assert [sorted(cue.kinds) for cue in find(trie, tokens("là bao nhiêu tiền"))] == [["filler"], ["sum"]]


def test_accents_that_were_typed_have_to_fit() -> None:
    trie = compile_cues({"filler": ["cho"]})

    assert find(trie, ["chợ"]) == ()
    assert find(trie, ["cho"])[0].kinds == {"filler"}


def test_a_macro_stands_for_its_phrases() -> None:
    parsed = parse("@unit\tphòng\n@unit\tban\nwho\t@unit nào\n", "cues.tsv")

    assert parsed == {"who": ("phòng nào", "ban nào")}


def test_a_wrong_line_is_named() -> None:
    with pytest.raises(RefusedError, match=r"cues\.tsv: line 2"):
        parse("# cues\nwho ai\n", "cues.tsv")
    with pytest.raises(RefusedError, match="one phrase"):
        parse("who\tai; người nào\n", "cues.tsv")
    with pytest.raises(RefusedError, match="@unit"):
        parse("who\t@unit nào\n", "cues.tsv")

"""What is asked, found by its words."""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from knowledge.errors import RefusedError
from knowledge.language.text import folded, tokens
from knowledge.questions.cue_phrases import Phrases, parse
from knowledge.questions.cues import Node, Trie, cues, find


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
        ("con nít", "keep"),
        ("trực tiếp phụ trách", "lead"),
        ("soạn chính", "lead"),
        ("soạn chính sách", "keep"),
        ("tham mưu chính quyền", "keep"),
    ],
)
def test_a_cue_is_found_with_and_without_accents(text: str, kind: str) -> None:
    assert kind in kinds(text)[0]
    assert kind in kinds(folded(text))[0]


def test_of_cues_that_overlap_the_long_one_wins() -> None:
    trie = Trie(parse("who\tai\nsigner\tai ký\nshare\tlà bao nhiêu\nsum\tbao nhiêu tiền\nfiller\tlà\n", "cues.tsv"))

    assert [sorted(cue.kinds) for cue in find(trie, tokens("ai ký"))] == [["signer"]]
    assert [sorted(cue.kinds) for cue in find(trie, tokens("là bao nhiêu tiền"))] == [["filler"], ["sum"]]


def test_accents_that_were_typed_have_to_fit() -> None:
    trie = Trie(parse("filler\tcho\n", "cues.tsv"))

    assert find(trie, ["chợ"]) == ()
    assert find(trie, ["cho"])[0].kinds == {"filler"}


def test_a_macro_stands_for_its_phrases() -> None:
    parsed = parse("@unit\tphòng\n@unit\tban\n@which\t@unit nào\nwho\t@which chủ trì\nwhen\tkhi @unit\n", "cues.tsv")

    assert list(parsed.of("who", "when")) == [
        ("phòng", "nào", "chủ", "trì"), ("ban", "nào", "chủ", "trì"), ("khi", "phòng"), ("khi", "ban"),
    ]  # fmt: skip
    assert parsed.words() == {"phòng", "ban", "nào", "chủ", "trì", "khi"}


def test_what_begins_with_a_word_is_all_that_the_phrases_say() -> None:
    phrases = parse((files("knowledge.data") / "cues.tsv").read_text(encoding="utf-8"), "cues.tsv")
    written = {(kind, words) for kind in phrases.kinds for words in phrases.of(kind)}

    trie = Trie(phrases)
    begun = {end for bare in phrases.by_beginning() for end in _ends(trie.begun(bare))}

    assert begun == written


def test_what_is_written_out_beforehand_is_not_when_it_is_met(monkeypatch: pytest.MonkeyPatch) -> None:
    trie = Trie(parse("@unit\tphòng\n@unit\tban\nwho\t@unit nào\n", "cues.tsv"))
    trie.write_out()
    monkeypatch.setattr(Phrases, "written_out", None)

    assert [cue.kinds for cue in find(trie, ["ban", "nào"])] == [{"who"}]


def _ends(node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from node.ends
    for following in node.then.values():
        yield from _ends(following)


def test_a_wrong_line_is_named() -> None:
    with pytest.raises(RefusedError, match=r"cues\.tsv: line 2"):
        parse("# cues\nwho ai\n", "cues.tsv")
    with pytest.raises(RefusedError, match="one phrase"):
        parse("who\tai; người nào\n", "cues.tsv")
    with pytest.raises(RefusedError, match="@unit"):
        parse("who\t@unit nào\n", "cues.tsv")

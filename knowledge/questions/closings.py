"""How a question closes: with a particle that asks whether what was said is so, or with "chưa": how it stands.

The particles of the regions ("hỉ", "nhể", "rứa hè") ask no more than "à" or "nhỉ" do. Behind an interrogative they ask
nothing by themselves ("ai làm vậy hả").
"""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import plain_phrases, plain_words


def wonders(words: Sequence[str]) -> bool:
    """Whether typed words close with a particle that makes a question of a statement."""
    left = list(words)
    bare = all(word == folded(word) for word in left)
    while left:
        if (bare and left[-1] in plain_words("doubt")) or (left[-1],) in plain_phrases("doubt"):
            return len(left) > 1
        if not _is_small(left[-1]):
            return False
        left.pop()
    return False


def closes_with_not_yet(words: Sequence[str]) -> bool:
    """Whether the last word but those of talk is "chưa" ("nộp chưa anh", "xong chưa vậy em")."""
    left = list(words)
    while left and (_is_small(left[-1]) or folded(left[-1]) in plain_words("doubt")):
        left.pop()
    return bool(left) and left[-1] in _NOT_YET


def closes_with_no(words: Sequence[str]) -> bool:
    """Whether the last word but those of talk is the "không" of "có … không"."""
    left = list(words)
    while left and (_is_small(left[-1]) or folded(left[-1]) in plain_words("doubt")):
        left.pop()
    return bool(left) and left[-1] in _NO


def _is_small(word: str) -> bool:
    return folded(word) in plain_words("speaker") | plain_words("closing")


_NO = frozenset({"không", "khong", "ko", "k", "kg", "khum"})
_NOT_YET = frozenset({"chưa", "chua"})

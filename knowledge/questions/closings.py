"""How a question closes: with a particle that asks whether what was said is so, or with "chưa": how it stands.

The particles of the regions ("hỉ", "nhể", "rứa hè") ask no more than "à" or "nhỉ" do. Behind an interrogative they ask
nothing by themselves ("ai làm vậy hả").
"""

from collections.abc import Sequence

from knowledge.language.text import folded
from knowledge.questions.cues import plain_phrases, plain_words
from knowledge.questions.negations import NO, NOT_YET


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
    return _last_said(words) in NOT_YET


def closes_with_no(words: Sequence[str]) -> bool:
    """Whether the last word but those of talk is the "không" of "có … không"."""
    return _last_said(words) in NO


def without_talk(words: Sequence[str]) -> int:
    """How many words there are up to the last that is no talk."""
    return next((at + 1 for at in reversed(range(len(words))) if not _is_talk(words[at])), 0)


def _last_said(words: Sequence[str]) -> str:
    end = without_talk(words)
    return words[end - 1] if end else ""


def _is_talk(word: str) -> bool:
    return _is_small(word) or folded(word) in plain_words("doubt")


def _is_small(word: str) -> bool:
    return folded(word) in plain_words("speaker") | plain_words("closing")

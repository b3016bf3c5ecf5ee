"""What is said to the bot beside questions ("thôi không cần nữa", "trích nguồn đâu", "1+1 bằng mấy"), by kinds.

The phrases stand in `knowledge/data/talk.tsv`. A kind is only seen where its phrases and small words are all that was
typed: "hủy" is a wish to stop, "hủy tài liệu hết giá trị" is a topic.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib.resources import files

from knowledge.language.text import folded
from knowledge.questions.cue_phrases import parse
from knowledge.questions.cues import Trie, find

UNCLEAR = "unclear"
_OF_PLANS = {"units", "papers", "source"}  # kinds that may be said of a plan
_SUM = re.compile(r"[\d\s.,()]+[+*x×÷:=][\d\s.,()+*x×÷:=?-]*", re.IGNORECASE)


def talk_kind(text: str, words: Sequence[str], named: Collection[int] = ()) -> str:
    """Which kind of talk a text is; empty where it is none.

    Args:
        words: the text's canonical words.
        named: positions of words that name a plan.
    """
    if not words:
        return UNCLEAR
    if _SUM.fullmatch(text.strip()):
        return "sum"
    if 0 not in named and folded(words[0]) not in _phrases().beginnings and not words[0][0].isdigit():
        return ""  # its first word is none of talk
    found = find(_phrases(), words)
    kinds = [cue.kinds for cue in found]
    covered = {i for cue in found for i in range(cue.start, cue.end)} | set(named)
    said = next((kind for each in kinds for kind in sorted(each) if kind not in {"pad", "plan"}), "")
    if said not in _OF_PLANS and any("plan" in each for each in kinds):
        return ""
    if said not in _OF_PLANS and named:
        return ""  # "của phường Bến Trúc thôi" goes on with a question
    rest = [word for i, word in enumerate(words) if i not in covered]
    return said if said and all(word[0].isdigit() and said == "sum" for word in rest) else ""


@lru_cache(maxsize=1)
def _phrases() -> Trie:
    source = "talk.tsv"
    return Trie(parse((files("knowledge.data") / source).read_text(encoding="utf-8"), source))

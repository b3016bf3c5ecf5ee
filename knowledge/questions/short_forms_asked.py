"""Whether it is asked what a short form stands for: "HCC là gì", "PH nghĩa là sao"."""

from knowledge.language.abbreviations import meanings
from knowledge.language.syllables import has_no_vowel
from knowledge.language.text import folded
from knowledge.questions.spans import Spans


def asks_what_it_means(spans: Spans) -> bool:
    """Whether one short form is all that "là gì" asks about; "PH" is a cue as well."""
    asked = [c for c in spans.cues if c.kinds & {"lead", "coordinate"}]
    if not spans.rest and len(asked) == 1 and asked[0].end - asked[0].start == 1 and not spans.has("who"):
        return bool(meanings(spans.words[asked[0].start]))
    said = spans.rest or [
        i for unit in spans.units for i in range(unit.start, unit.end)
    ]  # "BQLDA" may be a unit as well
    if not said or spans.has("when", "lead", "share", "result", "objective"):
        return False
    words = tuple(folded(spans.words[i]) for i in said)
    explained = any(short[: len(words)] == words for short in spans.lookup.short_forms)
    return explained or (len(words) == 1 and (bool(meanings(words[0])) or _is_short(words[0])))


def _is_short(word: str) -> bool:
    """Whether a word has no vowel, as only initials have none."""
    return 1 < len(word) <= _LONGEST_SHORT and word.isalpha() and has_no_vowel(word)


_LONGEST_SHORT = 8

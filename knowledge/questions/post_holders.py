"""Who holds a post ("hiệu trưởng là ai"): a plan says so only of whoever signed it, and no row answers it."""

import re

from knowledge.language.text import folded
from knowledge.questions.spans import Spans
from knowledge.units.name_words import words as unit_words

_ASKED = re.compile(r"(?:(?P<post>.+?) (?:la ai|ten gi|ten la gi)|ai la (?P<behind>.+?))(?: (?:vay|the|a|nhi|v|ha))*")


def asks_post_holder(spans: Spans) -> bool:
    """Whether it is asked who holds a post."""
    return bool(post_of(spans))


def post_of(spans: Spans) -> str:
    """The post, folded, whose holder is all that is asked for; empty where something else is."""
    left = (folded(word) for i, word in enumerate(spans.words) if i not in spans.scope.taken)
    found = _ASKED.fullmatch(" ".join(left))
    said = (found["post"] or found["behind"]) if found else ""
    return said if said.removeprefix("pho ") in unit_words("post") else ""

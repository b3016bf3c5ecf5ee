"""The other way that a question puts behind its own: "… có chủ trì gì không, hay là đứng ngoài cuộc".

It says no more than the "không" before it: no row is looked for by its words. One that asks or tells a figure is kept.
"""

import re

from knowledge.language.text import first_token, folded, nfc

_OR_ELSE = re.compile(
    r"(?<!\S)(?:gi|nao|chi) (?:khong|ko|k|hong)(?P<other> hay(?: la)?(?: (?!(?:ai|nao|gi|may|bao)\b)[^\d\s]+){1,6})$"
)


def without_other_way(text: str) -> str:
    """The text up to the other way that it may be."""
    typed = nfc(text).split()
    bare = " ".join(folded(first_token(word)) or "|" for word in typed)
    found = _OR_ELSE.search(bare)
    return " ".join(typed[: len(typed) - found["other"].count(" ")]) if found else text

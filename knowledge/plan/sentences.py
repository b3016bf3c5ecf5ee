"""Paragraphs cut into sentences and clauses, with care for the full stops of abbreviations and codes."""

import re

from knowledge.language.text import UPPER

# A full stop ends a sentence where a capital follows and the word before is no abbreviation or initial.
_STOP = re.compile(
    rf"(?<!\bTP)(?<!\bTp)(?<!\bKT)(?<!\bTM)(?<!\bTS)(?<!\bThS)(?<!\bQ)(?<!\b[A-Z])(?<=[\w)%”\"…/])\s*[.!?](?:\.\.)?\s+(?=[\"“(]?[{UPPER}])"
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, without their closing marks."""
    pieces = _STOP.split(text.strip())
    return [piece.strip().rstrip("./;: ").strip() for piece in pieces if piece.strip(" ./;:")]


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence between semicolons that stand in no brackets."""
    pieces, depth, start = [], 0, 0
    for index, char in enumerate(sentence):
        depth += (char == "(") - (char == ")")
        if char == ";" and depth <= 0:
            pieces.append(sentence[start:index])
            start = index + 1
    pieces.append(sentence[start:])
    return [piece.strip() for piece in pieces if piece.strip()]

"""A part of the plan that is pointed at: "phần ấy có tất cả bao nhiêu dòng", "trừ mấy việc đó thì trong mục còn gì".

Its words are those of the part that was talked of: as the turn before called it, else the heading of all the rows that
were shown. The part is then read as if it had been said again.
"""

import re

from knowledge.language.text import folded, nfc
from knowledge.model import Task, TaskKind
from knowledge.questions.constraint_patterns import either_way
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.conversation import Conversation
from knowledge.questions.lookup import Lookup
from knowledge.questions.query import LISTS, Query
from knowledge.questions.rule_words import PART, WORK

_POINTS = "(?:đó|ấy|này|nớ|nầy|đấy|kia|vừa (?:rồi|hỏi|nêu|nói)|nói trên)"
_GOES_ON = "(?:còn|có|thì)"
_POINTED = either_way(rf"(?<!\S)(?:{PART} {_POINTS}|(?<=\btrong ){PART}(?= {_GOES_ON}(?!\S)))(?=[\s,.?!]|$)")
_LEFT_OUT = either_way(r"(?<!\S)(?:ngoài|trừ|khác|không phải)(?: \S+){0,2}? $")
_OF_ROWS = either_way(
    rf"(?<!\S)(?:{WORK}|dòng|(?:bao nhiêu|mấy) cái|(?:nhiều|ít) nhất"
    r"|(?:có|gồm|còn|chủ trì|phối hợp|làm|lo)(?: (?:những|các))? gì)(?!\S)"
)
_HOW_MUCH = either_way(r"(?<!\S)bao nhiêu(?!\S)")
_MARK = re.compile(r"^(?:(?:[IVX]+|\d+(?:\.\d+)*)[.)]?|[A-ZĐ][.)])\s+")  # "I Cải cách", and no "Y tế"


def with_the_part_before(text: str, before: Conversation, lookup: Lookup) -> str:
    """A text with the part that it points at by its name; as it is where none was talked of.

    Who asks what stands outside of it ("ngoài phần đó ra") means the rows that were shown, and so does who asks no rows
    of it ("phần đó hạn khi nào", "phần này của công an thì sao").
    """
    typed = nfc(text)
    accented = typed.lower() != folded(typed)
    found = _POINTED[accented].search(typed.lower()) if before.query else None
    if found is None or _LEFT_OUT[accented].search(typed.lower()[: found.start()]):
        return text
    behind = typed.lower()[found.end() :]
    rows = _OF_ROWS[accented].search(behind)
    part = _called(before.query) if before.query and (rows or _HOW_MUCH[accented].search(behind)) else ""
    part = part or (_heading_of_all(before, lookup) if rows else "")
    return f"{typed[: found.start()]}{part}{typed[found.end() :]}" if part else text


def _called(query: Query) -> str:
    """The one part that a query is of, as it was called; "" where there is none, or several."""
    kept = [one for one in query.where if one.kind is Kind.SECTION and one.include]
    said = [span for span in query.spans if span.kind == Kind.SECTION.value]
    if len(kept) > 1 or (not kept and len(said) != 1):
        return ""
    if kept and not _was_said(kept[0], query):
        return f"phần {kept[0].said or ' '.join(kept[0].words)}"
    return " ".join(query.words[said[0].start : said[0].end]) if said else ""


def _was_said(part: Constraint, query: Query) -> bool:
    """Whether it was said in the turn of the query, and not in one before that."""
    return any(span.kind == Kind.SECTION.value and span.start == part.start for span in query.spans)


def _heading_of_all(before: Conversation, lookup: Lookup) -> str:
    """The heading above all the rows of the list that was shown, where they have one in common."""
    if before.intent not in LISTS:
        return ""
    shown = [row for ref in before.shown if (row := lookup.snapshot.find(ref))]
    tasks = [(row.stem, row.item) for row in shown if isinstance(row.item, Task) and row.item.section]
    tabled = [each for each in tasks if each[1].kind is not TaskKind.PROSE]
    parts = {(stem, task.section[0]) for stem, task in tabled or tasks}
    heading = next(iter(parts))[1] if len(parts) == 1 else ""
    return f"phần {_MARK.sub('', heading)}" if heading else ""

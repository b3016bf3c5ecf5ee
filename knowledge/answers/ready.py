"""What the first questions of a process would wait for, worked out beforehand.

One question asked from the command line meets a few words and works out what these need; a bot that stays is asked
about everything, and the first who ask are not to wait for what all need.
"""

from knowledge.library.snapshot import Snapshot
from knowledge.questions.constraint_spans import compile_rules
from knowledge.questions.cues import cues
from knowledge.questions.lookup import lookup


def get_ready(snapshot: Snapshot) -> None:
    """Writes the cues out, compiles the rules, and walks over the words, headings and refs of the plans' rows."""
    cues().write_out()
    compile_rules()
    known = lookup(snapshot)
    _ = known.accents, known.tasks.section_words, known.tasks.rows_by_ref

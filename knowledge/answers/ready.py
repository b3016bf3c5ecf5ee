"""What the first questions of a process would wait for, worked out beforehand.

One question asked from the command line meets a few words and works out what these need; a bot that stays is asked
about everything, and the first who ask are not to wait for what all need.
"""

import numpy as np

from knowledge.library.breathing import set_aside
from knowledge.library.snapshot import Snapshot
from knowledge.questions.constraint_spans import compile_rules
from knowledge.questions.cues import cues
from knowledge.questions.lookup import lookup
from knowledge.search.embedding import lacking


def get_ready(snapshot: Snapshot) -> None:
    """Writes the cues out, compiles the rules, and walks over the words, headings and refs of the plans' rows."""
    cues().write_out()
    compile_rules()
    known = lookup(snapshot)
    _ = known.accents, known.tasks.section_words, known.tasks.rows_by_ref
    _ = np.ma  # numpy reads that part of itself when it is first needed, as np.unique does
    lacking()  # asked once of the machine and of what is installed
    set_aside(snapshot)  # with what was made here: the collector would go over it while somebody waits

"""The words without which a pattern of a rule cannot match, read from the pattern: most rules are passed over by them.

Such a word stands outside of every group and choice, and nothing makes it optional. What cannot be told so is not
needed, which only costs time.
"""

import re

_PART = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\{[\d,]*\}[?+]?|[*+?][?+]?|.", re.DOTALL)
_SIGNS = frozenset("()|.^$")
_LEAST = 2  # letters of a run that tells anything


def words_needed(pattern: str) -> tuple[str, ...]:
    """Runs of characters that every text has which the pattern matches."""
    depth, runs = 0, [""]
    for part in _PART.findall(pattern):
        if part == "|" and not depth:
            return ()
        depth += (part == "(") - (part == ")")
        if depth or part in _SIGNS or len(part) > 1 or part in "*+?":
            repeated = not depth and (part[0] in "*?" or part.startswith("{"))
            runs[-1] = runs[-1][:-1] if repeated else runs[-1]
            runs.append("")
        else:
            runs[-1] += part
    return tuple(dict.fromkeys(run.strip() for run in runs if len(run.strip()) >= _LEAST))

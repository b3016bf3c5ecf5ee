"""What speaks for and against a row by its meaning, in figures.

Likeness of any two texts is high and differs little, .80 to .95, and on which level depends on the question: so a row
is measured by how near rows are on average, and by the nearest other one.
"""

from collections.abc import Mapping

from knowledge.search.nearness import Neighbours, Place

_SCALE = 20.0  # likeness in steps of .05: near and far rows are that much apart
_TYPICAL = 0.85  # of the nearest row to a question that no row answers


def meaning_reasons(meant: Neighbours, place: Place | None) -> Mapping[str, float]:
    """The figures of one row; of what has no vector (a passage) only that it has none."""
    likeness = None if place is None else meant.likeness(place)
    if likeness is None:
        return {"near": 0.0, "near_typically": 0.0, "near_lead": 0.0, "nearest": 0.0, "unread": 1.0}
    lead = _SCALE * (likeness - meant.next_to(likeness))
    return {
        "near": _SCALE * (likeness - meant.usual),
        "near_typically": _SCALE * (likeness - _TYPICAL),
        "near_lead": max(-1.0, min(lead, 1.0)),
        "nearest": float(likeness >= meant.best),
        "unread": 0.0,
    }

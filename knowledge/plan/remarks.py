"""What a cell of units says besides: a note below the units, what they are to do, when; none of it is a unit."""

import re

from knowledge.language.text import canonical
from knowledge.plan.columns import Role
from knowledge.plan.labels import label_role
from knowledge.plan.time_words import time_words
from knowledge.units.name_words import addresses, starts_with_head
from knowledge.units.phrase import duty_words

_LABEL = re.compile(r"(?P<name>[^\W\d_][^:;.()]{1,40}):\s")
_NOTES = frozenset(map(canonical, ("lưu ý", "chú ý", "ghi chú")))


def is_remark(part: str) -> bool:
    """Whether a part of a cell of units names none: it does something, in small letters or with a time, or is labelled.

    "Tổ chức, Kế toán" are short names of rooms, although they begin as verbs do.
    """
    if starts_with_head(part) or addresses(part):
        return False
    if (label := _LABEL.match(part)) and (canonical(label["name"]) in _NOTES or _says_other(label["name"])):
        return True
    does = canonical(part).startswith(tuple(f"{verb} " for verb in duty_words("verb")))
    return does and (part[:1].islower() or bool(time_words(part)))


def _says_other(name: str) -> bool:
    return label_role(name) not in {None, Role.LEAD, Role.COORDINATE}

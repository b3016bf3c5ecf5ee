"""A plan that somebody has yet to draw up: "các sở phải có kế hoạch cải cách hành chính 2024 của riêng mình".

Such a plan is called as one is called that was handed in, and is what is asked about. It tells itself by whose it is
("riêng", "của mình", "của đơn vị"), by what somebody has to do with it ("phải lập"), or by how many are counted.
"""

from knowledge.language.text import folded
from knowledge.questions.rule_words import HOW_MANY, MUST
from knowledge.questions.spans import Spans

_PLAN = (["ke", "hoach"], ["kh"])
_OWNERS = frozenset({"minh", "don", "dia", "tung"})  # "của đơn vị", "của địa phương"; "của Sở Y tế" names a plan
_OURS = frozenset({"minh", "em", "anh", "chi", "tui", "phai"})  # behind a level: "của xã mình", "của huyện phải …"
_MAKES = frozenset({"lam", "ra", "co", "lap", "dung", "hanh", "soan", "gui", "nop", "trinh", "xong"})
_NEAR = 4  # words from "phải" to the plan that somebody has to draw up


def own_plans(spans: Spans) -> frozenset[int]:
    """The positions of the words that were taken for the name of a plan and are of one yet to be drawn up."""
    bare = [folded(word) for word in spans.words]
    found: set[int] = set()
    for at in sorted(spans.scope.taken):
        begins = bare[at : at + 2] == _PLAN[0] or bare[at : at + 1] == _PLAN[1]
        if begins and at - 1 not in spans.scope.taken:
            end = next((i for i in range(at, len(bare) + 1) if i not in spans.scope.taken), len(bare))
            if _is_own(bare, end) or _has_to_be_made(bare, at):
                found.update(range(at, end))
            elif spans.has("count") and not HOW_MANY.isdisjoint(bare[at - 1 : at]):
                found.update(range(at, at + len(_PLAN[0] if bare[at] == "ke" else _PLAN[1])))
    return frozenset(found)


def _is_own(bare: list[str], end: int) -> bool:
    """Whether the words behind say that it is somebody's own."""
    behind = bare[end : end + 3]
    if behind[:1] == ["rieng"] or behind[:2] == ["cua", "rieng"]:
        return True
    owned = not _OWNERS.isdisjoint(behind[1:2]) or not _OURS.isdisjoint(behind[2:3])
    return behind[:1] == ["cua"] and owned


def _has_to_be_made(bare: list[str], start: int) -> bool:
    """Whether somebody has to do something with it ("phải lập | kế hoạch …")."""
    before = bare[max(start - _NEAR, 0) : start]
    return bool(before) and before[-1] in _MAKES and not MUST.isdisjoint(before)

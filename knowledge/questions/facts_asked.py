"""Whether a question is about a plan itself: who signed it and when, to whom it goes, its parts, which plans there are.

A fact is asked where nothing is said beside the words for it and the plan: "ai ký thay chủ tịch kế hoạch xã" is no
question for a row, "ký thỏa thuận nhận thực tập" is one. What people say around facts has no complete list ("chạy tới
năm nào, ông nào ký"): where two are asked, or no row was found for sure, it is enough that no two words that are left
stand together in the plans.
"""

import re
from collections.abc import Iterable

from knowledge.language.text import folded
from knowledge.questions.closings import closes_with_no
from knowledge.questions.cues import Cue, plain_words, small_words
from knowledge.questions.grounds_asked import documents_asked
from knowledge.questions.heading_facts import heading_asked, offices
from knowledge.questions.levels_asked import level_asked
from knowledge.questions.list_meant import stand_together
from knowledge.questions.plan_counts import asks_what_about, compares_plans
from knowledge.questions.post_holders import asks_post_holder
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.rule_words import HOW_MANY, PARTS
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import are_of_titles

_SENDING = frozenset({"gui", "nhan"})  # whom it is sent to, who gets it
_PURPOSE = frozenset(
    {"de", "bao", "cao", "biet", "theo", "doi", "di", "toi", "den", "cho", "tham", "muu", "sao", "duoc", "noi"}
)
_DIVIDES = frozenset({"gom", "chia", "co", "ra", "lam", "thanh", "phu", "luc", "lon", "bang", "toan", "bo", "tong"})


def asks_of_plans(spans: Spans) -> Intent | None:
    """Whether facts of plans are asked, or which plans there are; None for what rows tell."""
    if asks_parts(spans) or asks_size(spans):
        return Intent.FACTS
    if compares_plans(spans) or asks_what_about(spans):
        return Intent.OVERVIEW
    if _asks_grounds(spans) or _points_at_recipients(spans) or (asks_recipients(spans) and _is_sent_itself(spans)):
        return Intent.FACTS
    if _asks_several(spans):
        return Intent.FACTS
    fact = spans.has(*FACTS) or asks_recipients(spans)
    fact = (fact and not _asks_of_rows(spans)) or asks_post_holder(spans)
    other = ("due", "overdue", "soon", "objective", "share", "when", "lead", "coordinate", "back")
    of_row = spans.has("result") and spans.at("result", "plans") == spans.at("result")  # "đầu ra gồm tài liệu nào"
    listed = spans.has("plans") and not (spans.has(*other) or of_row)
    if (fact or listed) and _names_plans_only(spans):
        return Intent.FACTS if fact else Intent.PLANS
    goes_on = spans.earlier.of_plan and facts_meant(spans) is Intent.FACTS  # whatever is said beside another fact
    return Intent.FACTS if goes_on else None


def facts_meant(spans: Spans) -> Intent:
    """FACTS where facts of a plan may be meant, GENERAL where none can be: for whoever found no row for sure."""
    asked = spans.has(*_PLAIN) or asks_recipients(spans)
    if not asked or spans.has(*_OF_ROWS) or not _means_a_plan(spans):
        return Intent.GENERAL
    facts = {i for cue in spans.cues if cue.kinds & set(FACTS) for i in range(cue.start, cue.end)}
    grounds = max((cue.end for cue in spans.cues if "basis" in cue.kinds), default=len(spans.words))
    facts.update(range(grounds, len(spans.words)))  # behind "căn cứ quyết định nào" is whose it is
    left = [i for i in spans.rest if i not in facts]
    other = any(facts.isdisjoint(range(unit.start, unit.end)) for unit in spans.units) or _another_office(spans, left)
    return Intent.GENERAL if other or len(left) > _MANY or stand_together(spans, left) else Intent.FACTS


_MANY = 5  # words that may be left: more tell of another thing
_OF_ROWS = ("lead", "coordinate", "result", "objective", "due", "overdue", "budget", "list")
_PLAIN = (
    "number",
    "signer",
    "recipients",
    "basis",
    "replaces",
    "years",
    "issued",
)  # "tên gì", "của đâu" may be of a row


def _another_office(spans: Spans, left: Iterable[int]) -> bool:
    """Whether a kind of office is left over, whose plan may be meant and is not there ("kế hoạch của | Sở Y tế")."""
    kinds = {folded(spans.words[i]) for i in left} & offices()
    return bool(kinds - {level_asked(spans.words)})


def asks_facts(spans: Spans) -> bool:
    """Whether facts of a plan are asked, whatever clause says so."""
    return heading_asked(spans) is not None or _asks_several(spans)


def _asks_several(spans: Spans) -> bool:
    """Whether more than one fact is asked, each in words of its own, and no row can be meant."""
    said = sum(bool(cue.kinds.intersection(_PLAIN)) for cue in spans.cues)
    return said > 1 and facts_meant(spans) is Intent.FACTS


def _means_a_plan(spans: Spans) -> bool:
    """Whether a plan is named or spoken of, or who gets it is asked, which rows do not tell."""
    said = spans.scope.named or spans.has("this_plan", "recipients") or spans.earlier.of_plan
    return said or "hoach" in map(folded, spans.words)


def _asks_grounds(spans: Spans) -> bool:
    """Whether it is asked which documents the plan goes by that is named right before, and nothing of a row."""
    asked = documents_asked(spans.cues, spans.words, spans.utterance.breaks)
    behind = [i for i in spans.rest if i > max(asked, default=0)]
    return bool(asked) and _is_of_the_plan(spans, min(asked)) and not stand_together(spans, behind)


def _points_at_recipients(spans: Spans) -> bool:
    """Whether the list at the foot of a plan is spoken of, and no place that takes something ("nơi nhận | hồ sơ")."""
    bare = list(map(folded, spans.words))
    listed = [i for i in range(1, len(bare)) if bare[i - 1 : i + 1] == ["noi", "nhan"]]
    own = {i + 1 for i in listed} - spans.utterance.breaks
    thing = {at for at in own if at in spans.rest and bare[at] not in _BEHIND_RECIPIENTS}
    plan = spans.scope.named or spans.earlier.of_plan or _A_PLAN.search(" ".join(bare))
    return bool(listed and plan) and not thing and not spans.has("share", "lead", "coordinate")


_A_PLAN = re.compile(r"\b(?:hoach|kh|van ban)\b")
_BEHIND_RECIPIENTS = frozenset({"cua", "o", "co", "gom", "la", "cuoi", "trong", "ghi", "thay", "thi"})


def _is_sent_itself(spans: Spans) -> bool:
    """Whether the plan that is named right before is what is sent ("kế hoạch của trường | có gửi trạm y tế không").

    Behind "nơi nhận" it stands right behind as well ("nơi nhận | kế hoạch của trường có trạm y tế không").
    """
    bare = list(map(folded, spans.words))
    if any("recipients" in cue.kinds and _names_the_plan(spans, cue) for cue in spans.cues):
        return True
    places = {cue.start for cue in spans.cues if "recipients" in cue.kinds}
    units = {unit.start for unit in spans.units}
    places |= {
        at
        for at, word in enumerate(bare)
        if word == "gui" and (at + 1 in units or bare[at - 1 : at] == ["co"] or _TO & set(bare[at + 1 : at + 2]))
    }
    paper = spans.has("this_plan") or spans.earlier.of_plan or not _PAPER.isdisjoint(bare)  # an office sends much else
    return paper and any(_is_of_the_plan(spans, at) for at in places)


def _names_the_plan(spans: Spans, cue: Cue) -> bool:
    """Whether the name of a plan stands in a phrase or right behind it, perhaps with "của" before it."""
    said = {i for other in spans.cues if "this_plan" in other.kinds for i in range(other.start, other.end)}
    return not (spans.scope.taken | said).isdisjoint(range(cue.start, cue.end + 2))


_PAPER = frozenset({"hoach", "kh", "ban"})
_TO = frozenset({"cho", "den", "toi", "ve", "di", "ai", "dau", "nhung", "cac"}) | offices()


def _is_of_the_plan(spans: Spans, at: int) -> bool:
    """Whether the name of a plan, or words for the one that is talked of, stand right before a place."""
    small = {i for cue in spans.cues if cue.kinds <= _SMALL for i in range(cue.start, cue.end)}
    small |= {i for i, word in enumerate(map(folded, spans.words)) if word in _DOES}
    said = spans.scope.taken | {i for cue in spans.cues if "this_plan" in cue.kinds for i in range(cue.start, cue.end)}
    before = next((i for i in range(at - 1, -1, -1) if i not in small or i in said), -1)
    return before in said or (before < 0 and spans.earlier.of_plan)


_SMALL = frozenset({"filler", "tail", "light", "opening"})
_DOES = frozenset({"co", "duoc", "da", "se", "phai", "thi", "la", "nay", "ban", "hanh", "xay", "dung", "lap"})


def facts_of(spans: Spans, intent: Intent) -> tuple[str, ...]:
    """The facts of a plan that are asked, in the order in which they are told."""
    if intent is not Intent.FACTS:
        return ()
    dated = spans.has("number", "signer") and spans.has("when")
    signed = spans.has("issued") and spans.has("who") and not spans.has("issuer")  # "do ai ký, ngày nào"
    signed = signed or asks_post_holder(spans)
    heading = heading_asked(spans)
    sent, parted, sized = asks_recipients(spans), asks_parts(spans), asks_size(spans)
    pairs = (("issued", dated), ("signer", signed), ("recipients", sent), ("parts", parted), ("size", sized))
    asked = {kind for kind, said in pairs if said} | set(heading.facts if heading else ())
    grounds = documents_asked(spans.cues, spans.words, spans.utterance.breaks)  # "số mấy" is of these
    said = {kind for cue in spans.cues if "basis" in cue.kinds or cue.start not in grounds for kind in cue.kinds}
    return tuple(kind for kind in FACTS if kind in said | asked)


def _asks_of_rows(spans: Spans) -> bool:
    """Whether a part in a row is asked for; who gets a plan ("ai nhận") has none."""
    roles = [cue for cue in spans.cues if cue.kinds & {"lead", "coordinate"}]
    given = all(_SENDING & set(map(folded, spans.words[cue.start : cue.end])) for cue in roles)
    return bool(roles) and not (given and asks_recipients(spans))


def asks_parts(spans: Spans) -> bool:
    """Whether it is asked how many parts a plan has ("phụ lục chia làm mấy phần")."""
    bare = [folded(word) for word in spans.words]
    ends = {i + 1 for i, word in enumerate(bare) if word in HOW_MANY}
    counted = any(
        bare[at : at + 1] and bare[at] in PARTS and not _OTHERS.intersection(bare[at + 1 : at + 2]) for at in ends
    )
    of_rows = spans.has("lead", "coordinate", "due")  # "bao nhiêu mục trong phụ lục ghi Thanh tra Sở chủ trì"
    return counted and not of_rows and _nothing_but(spans, _DIVIDES | PARTS | {"bao", "nhieu", "may", "nhung", "nao"})


_OTHERS = frozenset({"tram", "tieu", "dich"})  # "phần trăm", "mục tiêu", "mục đích"


def asks_size(spans: Spans) -> bool:
    """Whether it is asked how much a plan holds of more than one kind ("có mấy nhiệm vụ, mấy mục tiêu")."""
    bare = [folded(word) for word in spans.words]
    ends = {i + 1 for i, word in enumerate(bare) if word in HOW_MANY}
    said = {kind for at in ends for kind, names in _HELD.items() if tuple(bare[at : at + 2]) in names}
    held = frozenset(word for names in _HELD.values() for pair in names for word in pair)
    return len(said) > 1 and _nothing_but(spans, held | {"bao", "nhieu", "may", "co", "gom", "tong", "cong"})


_HELD = {
    "rows": {("nhiem", "vu"), ("dau", "viec"), ("cong", "viec")},
    "targets": {("muc", "tieu"), ("chi", "tieu")},
}


def _nothing_but(spans: Spans, words: frozenset[str]) -> bool:
    """Whether a plan is meant, and all else that is said are these words, small ones and those of titles."""
    if not (spans.scope.named or spans.has("this_plan") or {"hoach", "kh"} & set(map(folded, spans.words))):
        return False
    own = {i for unit in spans.units for i in range(unit.start, unit.end)}
    rest = {folded(spans.words[i]) for i in (*spans.rest, *own) if i not in spans.scope.taken}
    return are_of_titles(rest - words - plain_words("plan") - small_words(), spans)


def _names_plans_only(spans: Spans) -> bool:
    """Whether all that is left of the question are words of titles; looked up last, as there may be many plans."""
    if asks_post_holder(spans):
        return True
    if spans.units:
        return False
    sent = _SENDING | _PURPOSE if asks_recipients(spans) else _SENDING
    rest = {folded(spans.words[i]) for i in spans.rest} - plain_words("plan") - sent - {level_asked(spans.words)}
    return are_of_titles(rest - small_words(), spans)


def asks_recipients(spans: Spans) -> bool:
    """Whether it is asked whom the plan itself is sent to ("kế hoạch của tỉnh gửi những đâu")."""
    bare = set(map(folded, spans.words))
    whom = spans.has("who", "whom") or "ai" in bare or bool(level_asked(spans.words)) or closes_with_no(spans.words)
    whom = whom or bool(_HOW_MANY_PLACES.search(" ".join(map(folded, spans.words))))
    sent = bool(_SENDING & bare) and whom
    goes_on = spans.earlier.of_plan and not {"bao", "cao"} <= bare  # "vậy báo cáo gửi cho ai" is of a row
    meant = spans.scope.named or spans.has("this_plan") or goes_on or _points_at_a_plan(spans)
    if _SENDS_REPORTS.search(" ".join(map(folded, spans.words))):
        return False
    dated = spans.has("number", "signer")  # "số mấy, ngày nào, gửi những ai": the day is that of the plan
    return sent and meant and (dated or not spans.has("when", "share"))


def _points_at_a_plan(spans: Spans) -> bool:
    """Whether "kế hoạch đó" is a plan that was talked of, and not what a row has to bring about."""
    pointing = (cue for cue in spans.cues if "back" in cue.kinds and not spans.earlier.of_row)
    return any("hoach" in map(folded, spans.words[cue.start : cue.end]) for cue in pointing)


_HOW_MANY_PLACES = re.compile(r"\bgui (?:cho |toi |den |di )?(?:may|bao nhieu|bn) (?:cho|noi|ben|don vi|co quan)\b")
_SENDS_REPORTS = re.compile(r"\b(?:gui|nop)(?: \w+)? bao cao\b(?! \))|\bbao cao\b.*\b(?:gui|nop)\b")

"""How much an item can be what a question is about, beside its words: a row without a date is no answer to when."""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import DRAWN_UP, said_by, topic_of
from knowledge.answers.purpose_told import has_objective, heads_aims
from knowledge.language.text import folded
from knowledge.model import DeadlineKind, Passage, Target, Task, TaskKind
from knowledge.plan.block import split_marker
from knowledge.plan.duty_sentences import only_frames
from knowledge.questions.concept import Concept
from knowledge.questions.coverage import share_covered, word_set
from knowledge.questions.once import once
from knowledge.questions.query import Intent
from knowledge.questions.statements import amount_in, counted_in, figures, names_amount
from knowledge.reply import Citation
from knowledge.tasks.cost import names_sum
from knowledge.units.phrase import begins_unit

_BY_YEAR = re.compile(r"năm (?:19|20)\d\d")
_CHARGES = re.compile(r"\b(?:chu tri|phu trach|(?<!tu )chiu trach nhiem|co trach nhiem|lam dau moi)\b")
_CARRIED_OUT = re.compile(r"\b(?:trien khai|thuc hien|tien hanh)\b")
_TIMES = "(?:giay|phut|gio|tieng|ngay|bua|hom|tuan|thang|nam)"
_HOW_LONG = re.compile(rf"\bbao lau|\b(?:may|bao nhieu) {_TIMES}\b")
_COUNTED = "(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi(?: [a-z]+)?)"
_SO_LONG = re.compile(rf"\b(?:\d+|{_COUNTED}) {_TIMES}\b(?! \d)")
_TELLS_WHEN = re.compile(
    r"\b(?:ngay|thang) \d|\bquy (?:[ivx]+|\d)\b|\bhang (?:ngay|tuan|thang|quy|nam)\b"
    r"|\b(?:truoc|sau|cham nhat)\b.*\bngay\b"
)
_AN_AMOUNT = 0.9  # how well a row answers how many, whose product is told in other things
_TEXTS = 2048  # texts of rows and passages of which is remembered what they can tell
_ONLY_THE_DOCUMENT = 0.7
_THE_DOCUMENT = 1.25


_OF_TEXT = (Intent.PASSAGE, Intent.GENERAL, Intent.BUDGET)  # what running text tells as well as a row


def preference(ask: Ask, citation: Citation) -> float:
    """How much an item is what the question can be about, beside its words."""
    item = citation.item
    if isinstance(item, Passage) and _tells_nothing(item.text):
        return 0.0
    objective = ask.query.intent is Intent.TARGET and not ask.asks_figure
    thing = ask.counted
    counted = bool(thing and counted_in(item, thing))
    amount = _AN_AMOUNT if thing and amount_in(item) else 0.0
    fits = 1.0 if counted or _lasts(ask, item) else max(amount, _FITS.get(ask.query.intent, _anything)(item))
    factor = has_objective(item, for_what=ask.asks_purpose) if objective else fits
    if objective and isinstance(item, Passage | Target) and len(item.section) > 1 and heads_aims(item.section[-1]):
        factor *= _UNDER_AIMS if _names_topic(item.section[-2], topic_of(ask.query.topic, ask.lookup)) else 1.0
    if ask.query.intent in _OF_TEXT and isinstance(item, Passage) and item.section:
        factor *= _UNDER_HEADING if _names_topic(item.section[-1], topic_of(ask.query.topic, ask.lookup)) else 1.0
    if ask.query.intent in _OF_TEXT and _SOURCE_ASKED.search(_said(ask)):
        factor *= _OF_SOURCE if _SOURCE.search(folded(_said_of(item))) else _OF_NO_SOURCE
    if ask.query.units and isinstance(item, Task):
        position = ask.lookup.position(citation.stem)
        names = {name for unit in ask.query.units for name in unit.names.get(position or 0, ())}
        wanted = item.lead if ask.query.intent is Intent.COORDINATE else (*item.lead, *item.coordinate)
        factor *= 1.15 if names & set(wanted) else 1.0
    factor *= _in_its_plan(ask, citation) * _as_rejected(ask, item)
    if isinstance(item, Task) and ask.query.asks:
        factor *= _as_document(item, _said(ask)) * _as_afterthought(item, _said(ask))
    return factor


@lru_cache(maxsize=_TEXTS)
def _tells_nothing(text: str) -> bool:
    """Whether a passage only opens or closes a plan, which answers nothing whatever words it shares."""
    return only_frames(text)


def _as_rejected(ask: Ask, item: Task | Target | Passage) -> float:
    """What it counts that an item holds what was said not to be meant ("không phải | lập kế hoạch")."""
    if not ask.query.rejected:
        return 1.0
    words = word_set(said_by(item)) | word_set(item.result or "" if isinstance(item, Task) else "")
    held = share_covered(topic_of(ask.query.rejected, ask.lookup), (words,))
    return _NOT_MEANT if held >= _NAMED else 1.0


_NOT_MEANT = 0.4


@once
def _said(ask: Ask) -> str:
    return folded(" ".join(ask.query.words))


def _in_its_plan(ask: Ask, citation: Citation) -> float:
    """What it counts that no row of an item's plan is any of the units that are named, or claimed to have it."""
    claimed = [said.unit for said in ask.query.claim.units] if ask.query.claim else []
    units = [*ask.query.units, *claimed]
    if not units or len(ask.plans) == 1:
        return 1.0
    position = ask.lookup.position(citation.stem)
    return 1.0 if any(unit.names.get(position or 0) for unit in units) else _ELSEWHERE


_ELSEWHERE = 0.7


def _said_of(item: Task | Target | Passage) -> str:
    """What a row is about, or what a passage says."""
    return item.task if isinstance(item, Task) else item.text


_SOURCE_ASKED = re.compile(
    r"\b(?:kinh phi|tien|von|chi phi|ngan sach)\b.*\b(?:nguon|o dau|tu dau|dau ra|quy nao)\b"
    r"|\bnguon (?:von|tien|kinh phi)\b"
)
_SOURCE = re.compile(r"\b(?:tu|bang|trong) (?:cac )?(?:nguon|ngan sach|quy)\b|\bnguon (?:ngan sach|kinh phi|von|thu)\b")
_OF_NO_SOURCE = 0.7
_OF_SOURCE = 1.3  # what a sentence gains that tells where money comes from, where that is asked


def _lasts(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether it is asked how long something may take, and a passage says so ("trong vòng 30 phút")."""
    if ask.query.intent is not Intent.DEADLINE or not isinstance(item, Passage):
        return False
    asked = _HOW_LONG.search(_said(ask))
    return bool(asked and _SO_LONG.search(folded(item.text)))


def _as_document(task: Task, said: str) -> float:
    """What it counts that a row draws up a document ("Xây dựng kế hoạch kiểm tra …").

    It is more likely meant where the document is asked about and not its carrying out, less where the thing itself is.
    """
    document = _drawn_up(task.task)
    if not document:
        return 1.0
    named = document in said or "".join(word[0] for word in document.split()) in said.split()
    if not named:
        return _ONLY_THE_DOCUMENT
    return 1.0 if _CARRIED_OUT.search(said) else _THE_DOCUMENT


@lru_cache(maxsize=_TEXTS)
def _drawn_up(text: str) -> str:
    """The document that a row draws up, folded; empty where it draws up none."""
    drawn = DRAWN_UP.match(folded(text))
    return drawn["document"] if drawn else ""


def _as_afterthought(task: Task, asked: str) -> float:
    """What it counts that a row looks back at what another does ("Đánh giá kết quả tiêm phòng …").

    Where that is not asked about, the row that does the thing itself is more likely meant.
    """
    looks_back = _looks_back(task.task)
    if not looks_back:
        return 1.0
    said = f" {asked} "
    return 1.0 if any(f" {act} " in said for act in _SAID_FOR.get(looks_back, (looks_back,))) else _LATER


@lru_cache(maxsize=_TEXTS)
def _looks_back(text: str) -> str:
    """By which act a row looks back at what another does, folded; empty where it does not."""
    looks_back = _LOOKS_BACK.match(folded(text))
    return looks_back["act"] if looks_back else ""


_LOOKS_BACK = re.compile(
    r"^(?:(?:to chuc|tien hanh|thuc hien|trien khai|hop|hoi nghi|cuoc hop|va) )*"
    r"(?P<act>danh gia|so ket|tong ket|rut kinh nghiem|kiem diem|nghiem thu|quyet toan|theo doi|don doc)\b"
)
_SAID_FOR = {  # what is said for an act beside its own words
    "danh gia": ("danh gia", "dg", "cham", "cham diem", "xem lai", "ra sao", "hieu qua"),
    "so ket": ("so ket", "nhin lai", "giua ky"),
    "tong ket": ("tong ket", "nhin lai", "be mac", "khen thuong"),
    "nghiem thu": ("nghiem thu", "ban giao"),
}
_LATER = 0.8


def _names_topic(heading: str, topic: Sequence[Concept]) -> bool:
    """Whether a heading is what is asked about."""
    hard = tuple(concept for concept in topic if not concept.soft)
    return share_covered(hard, (word_set(heading),) * 3) >= _NAMED


_UNDER_AIMS = 4.0  # where the aims of just that are asked: the sentences below need not name it again
_UNDER_HEADING = 2.0  # what a passage gains whose own heading is what is asked about
_NAMED = 0.85


def _anything(_item: Task | Target | Passage) -> float:
    return 1.0


def _has_lead(item: Task | Target | Passage) -> float:
    if isinstance(item, Passage):
        return 0.5 if _charges(item.text) else 0.0
    if not isinstance(item, Task) or not (item.lead or item.kind is TaskKind.TABLE):
        return 0.0
    if not item.lead:
        return 0.5  # a row that nobody has been given
    return 1.0 if item.kind is TaskKind.TABLE else 0.95


@lru_cache(maxsize=_TEXTS)
def _charges(text: str) -> bool:
    """Whether running text gives somebody work."""
    return bool(_CHARGES.search(folded(text)) or begins_unit(split_marker(text)[1]))


def _has_coordinate(item: Task | Target | Passage) -> float:
    if isinstance(item, Passage):
        return 0.6 if "phoi hop" in folded(item.text) else 0.0
    if not isinstance(item, Task):
        return 0.0
    return 1.0 if item.coordinate else 0.5


def _has_deadline(item: Task | Target | Passage) -> float:
    if isinstance(item, Target):
        return 0.8 if _BY_YEAR.search(" ".join((item.text, *item.section)).lower()) else 0.0
    if isinstance(item, Passage):
        return 0.5 if _tells_when(item.text) else 0.0
    if item.deadline.kind is DeadlineKind.NONE:
        return 0.5
    return 1.0 if item.deadline.due or item.kind is TaskKind.TABLE else 0.8


@lru_cache(maxsize=_TEXTS)
def _tells_when(text: str) -> bool:
    return bool(_TELLS_WHEN.search(folded(text)))


def _has_result(item: Task | Target | Passage) -> float:
    if not isinstance(item, Task):
        return 0.0
    return 1.0 if item.result else 0.5


def has_figure(item: Task | Target | Passage) -> float:
    """How well an item answers a question for a figure: running text that names no amount does not."""
    if isinstance(item, Passage):
        return 0.8 if names_amount(item.text) else _NO_FIGURE
    if any(figures(item)):
        return 1.0
    return 0.8 if isinstance(item, Target) and names_amount(item.text) else _NO_FIGURE


_NO_FIGURE = 0.2


def has_sum(item: Task | Target | Passage) -> float:
    """How well an item answers a question for an amount of money."""
    text = item.budget or "" if isinstance(item, Task) else item.text
    if isinstance(item, Task) and names_sum(f"{item.task} . {item.result or ''}"):
        return 1.0
    return 1.0 if names_sum(text) or (isinstance(item, Task) and any(c.isdigit() for c in text)) else 0.0


def _is_text(item: Task | Target | Passage) -> float:
    if isinstance(item, Passage):
        return 1.0
    if isinstance(item, Task) and item.kind is TaskKind.PROSE:
        return 1.0
    return 0.8


_FITS = {
    Intent.LEAD: _has_lead,
    Intent.COORDINATE: _has_coordinate,
    Intent.DEADLINE: _has_deadline,
    Intent.RESULT: _has_result,
    Intent.TARGET: has_figure,
    Intent.BUDGET: lambda item: 0.5 + has_sum(item),
    Intent.PASSAGE: _is_text,
}

"""The topic of a question: what is left when the words that the intent uses are taken away.

A cue that the intent does not use goes back to the topic: in "ai chủ trì phối hợp công khai …" the coordinating belongs
to the task. What says nothing is no topic.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from knowledge.deadlines.periods import Period
from knowledge.language.text import folded
from knowledge.questions.choices import choice_of_units, half_choice, said_again
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.cue_uses import ALWAYS, LISTING, USES
from knowledge.questions.cues import Cue, plain_phrases, says_nothing, written_plainly
from knowledge.questions.fields_asked import beside_a_unit, handed_over
from knowledge.questions.idle_words import is_its_own
from knowledge.questions.in_common import said_in_common
from knowledge.questions.of_the_row import asked_of_the_row
from knowledge.questions.own_plans import own_plans
from knowledge.questions.papers_counted import paper_of
from knowledge.questions.query import Claim, Intent
from knowledge.questions.sentences_asked import sentence_asked
from knowledge.questions.spans import Spans
from knowledge.questions.title_words import says_its_title
from knowledge.questions.unknown_units import acts


def topic_left(spans: Spans, intent: Intent, asks: Iterable[Intent], claim: Claim | None, *, listed: bool) -> list[int]:
    """The positions of the topic; none where what is left says nothing."""
    if intent is Intent.OVERVIEW or intent is asked_of_the_row(spans):
        return []
    topic = _topic(spans, intent, asks, claim, listed=listed)
    if intent is Intent.PASSAGE and (sentence := sentence_asked(spans)):
        return [i for i in topic if i in sentence]
    paper, verb = paper_of(spans.cues, spans.words) if listed else (range(0), range(0))
    if set(paper).intersection(topic):  # "kế hoạch" tells little elsewhere, and here which rows are counted
        return [i for i in topic if i not in verb]
    if spans.begins_with_work() and spans.words[0].isdigit():
        topic = [i for i in topic if i]  # "3 | việc gấp nhất"
    topic = topic[1:] if listed and _is_a_branch(spans, topic) else topic
    if listed and (_says_nothing(spans, topic) or says_its_title(spans)):
        return []
    firm = listed and firm_words(spans, topic) == len(topic)  # "việc nào về người dân": whoever says so means it
    return topic if firm or not says_nothing([spans.words[i] for i in topic]) else []


def _is_a_branch(spans: Spans, topic: Sequence[int]) -> bool:
    """Whether "ngành" only says what kind of thing the matter is which rows have ("ngành | kiểm lâm có việc gì")."""
    first, *rest = [folded(spans.words[i]) for i in topic] or [""]
    alone = first == _BRANCH and len(rest) > 1 and topic[-1] - topic[0] == len(rest)
    return alone and not spans.lookup.adjoin(first, rest[0]) and bool(spans.lookup.plans_saying(rest))


_BRANCH = "nganh"


def _topic(spans: Spans, intent: Intent, asks: Iterable[Intent], claim: Claim | None, *, listed: bool) -> list[int]:
    uses = set(ALWAYS) | (LISTING | {"what"} if listed else set())
    for asked in (intent, *asks):
        uses |= USES.get(asked, set())
    uses |= {"lead", "coordinate", "part", "list"} if claim and claim.units else set()
    used = {i for cue in spans.cues if cue.kinds & uses or _only_asks(spans, cue) for i in range(cue.start, cue.end)}
    # a time is that of one of its dates ("chấm công tháng 1 nộp chưa"), or what is claimed
    claimed = intent is Intent.STATE or claim is not None or spans.narrowing.has(Kind.PLACE)
    claimed |= beside_a_unit(spans)
    used |= set(_charges(spans)) if listed else set()
    used |= spans.narrowing.taken if listed or claimed else set()  # "hạn tháng 9" is no topic where it is the claim
    used |= {i for c in spans.narrowing.where if _says_where(spans, c) for i in range(c.start, c.end)}
    used |= claim.taken if claim else set()
    used |= set(handed_over(spans)) if intent is Intent.RESULT else set()
    used |= (
        set(said_in_common(spans.words)) if spans.scope.several else set()
    )  # "ở A và B có | cùng một đầu mối | không"
    half = half_choice(spans)
    told = tuple(c.unit for c in claim.units) if claim else choice_of_units(spans) or (spans.units if half else ())
    units = (*spans.units, *spans.own_units) if listed else told
    used |= set(half or said_again(spans)) if told and not claim else set()
    named = spans.scope.taken - own_plans(spans)
    idle = spans.periods if listed or claimed else [one for one in spans.periods if _is_end_of_year(spans, one)]
    return spans.without(used | named, units, idle)


def _is_end_of_year(spans: Spans, period: Period) -> bool:
    """Whether a time is the end of a year without its figure ("cuối năm nay"), which is when all of a plan is done."""
    said = {folded(word) for word in spans.words[period.start : period.end]}
    return "nam" in said and not said.isdisjoint({"cuoi", "het"}) and said <= _OF_THE_END


_OF_THE_END = frozenset({"den", "toi", "cuoi", "het", "nam", "nay"})


def _charges(spans: Spans) -> Iterator[int]:
    """The words that only say that a part of the text gives work to units, or what these are called together.

    As in "phần tổ chức thực hiện | đòi | các phòng làm gì", "… giao gì cho | khối ngành dọc: | Cục Thuế, Công an tỉnh".
    """
    ends = [c.end for c in spans.narrowing.where if c.kind is Kind.SECTION and c.include]
    starts = [unit.start for unit in spans.units]
    near = ((end, start) for end in ends for start in starts if 0 < start - end <= _VERB)
    yield from (at for end, start in near for at in range(end, start) if at in spans.rest)
    for at in (start - 1 for start in starts if len(starts) > 1 and spans.words[start - 1] == ":"):
        yield from takewhile(lambda i: i in spans.rest, range(at - 1, -1, -1))


_VERB = 2  # words between a heading and the unit that it charges


def _says_where(spans: Spans, constraint: Constraint) -> bool:
    """Whether the table is only where a row stands, whatever is asked of it ("trong phụ lục 2024 ai chủ trì …")."""
    leads = constraint.kind is Kind.TABLE and folded(spans.words[constraint.start]) in _WITHIN
    return leads or (constraint.kind is Kind.TABLE and spans.is_taken(constraint.end, constraint.end + 1))


_WITHIN = frozenset({"trong", "o", "theo"})


def firm_words(spans: Spans, topic: Sequence[int]) -> int:
    """How many words of the topic stand behind a word that says what follows is the topic."""
    marks = [c.end for c in spans.cues if c.kinds & {"part", "about"} and not _names_a_place(spans, c.end)]
    marks += [i + 1 for i, word in enumerate(spans.words) if word in {"về", "ve"}]
    marks += _of_paper(spans, topic)
    first = min((mark for mark in marks if mark in topic), default=len(spans.words))
    return sum(i >= first for i in topic)


def _names_a_place(spans: Spans, end: int) -> bool:
    """Whether what stands behind a cue is where names stand ("có tên trong | ô phối hợp"), and no matter."""
    first, second, *_ = (*map(folded, spans.words[end : end + 2]), "", "")
    return first in _PLACES or (first, second) == ("danh", "sach")


_PLACES = frozenset({"o", "cot"})


def _of_paper(spans: Spans, topic: Sequence[int]) -> range:
    """Where the documents begin that are counted, if all behind says which ones ("mấy quyết định phải | khen thưởng").

    Where other words stand between, what follows may be talk, unless the document alone would say nothing.
    """
    paper, verb = paper_of(spans.cues, spans.words)
    small = written_plainly("list").issuperset(spans.words[at] for at in paper)
    run = {*topic, *verb}.issuperset(range(paper.start, max(topic, default=0) + 1))
    return paper[:1] if small or run else range(0)


def _says_nothing(spans: Spans, topic: Sequence[int]) -> bool:
    """Whether what is left of a question for a list is no topic: small words, or a crumb that no plan knows."""
    left = [spans.utterance.topical[i] for i in topic]
    if written_plainly("list").issuperset(left) and not _names_a_thing(spans, topic):
        return True
    crumb = len(left) == 1 and len(left[0]) <= _CRUMB and not spans.lookup.weight(folded(left[0]))
    crumb = crumb and not is_its_own(spans, topic[0])
    told = bool(spans.units or spans.periods)
    return crumb and told and not acts(spans, topic[0]) and spans.words[max(topic[0] - 1, 0)] not in {"về", "ve"}


def _names_a_thing(spans: Spans, topic: Sequence[int]) -> bool:
    """Whether small words are what rows are about ("việc về | danh mục"), or are words without accents ("thu")."""
    about = topic and spans.words[max(topic[0] - 1, 0)] in {"về", "ve"}
    return bool(about) or any(is_its_own(spans, i) for i in topic)


def _only_asks(spans: Spans, cue: Cue) -> bool:
    """Whether a cue is no more than an interrogative ("ntn", "ra sao"), which is of no topic whatever is asked."""
    return spans.words[cue.start : cue.end] in plain_phrases("asking")


_CRUMB = 4  # letters up to which a lone unknown word is a slip or a particle rather than a topic

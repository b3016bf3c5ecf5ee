"""The row that was told last, where a turn goes on about it.

A turn may say over what was said, name who has the row, or point at a thing of it ("lớp này", "phong trào đó", "họ").
What it says beside that has to stand in the row; else another row may be meant, and its words decide.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate, is_slight, item_words, printed_words, topic_of
from knowledge.answers.told_before import first_told
from knowledge.language.text import canonical, folded, folded_tokens, is_accented, tokens
from knowledge.model import Passage, Target, Task
from knowledge.questions.concept import Concept
from knowledge.questions.coverage import WHOLE, coverage, part_covered, share_covered
from knowledge.questions.lookup import Lookup
from knowledge.questions.of_the_row import asks_aim, asks_where_written
from knowledge.questions.place_asked import place_said
from knowledge.questions.plan_costs import speaks_of_all
from knowledge.questions.pointing import POINTING
from knowledge.questions.query import OF_PLANS, Intent, Query
from knowledge.questions.rule_words import PAPERS
from knowledge.questions.two_sides import compared_fields
from knowledge.reply import Citation

FIELD_CUES = frozenset({"who", "lead", "coordinate", "part", "when", "result", "share", "objective", "budget"})
_SAME = 0.95  # share of the topic of a turn that only may be about the row
_FEW = 3  # words of such a topic
_HELD = 0.55  # part of a concept from which the row has it
_SMALL = frozenset({"thì", "thi", "đó", "do", "ấy", "ay", "này", "nay"})  # with their accents: "bản đồ" has none
_COUNTS = frozenset({"may", "nhieu"})
_PRODUCT = frozenset({"giay", "to", "van", "ban", "bao", "cao", "tai", "lieu", "giao", "nop", "trinh"})


def talked_of(ask: Ask) -> tuple[Citation, int] | None:
    """The row cited last with the position of its plan, where that is asked and the last turn was answered."""
    query, before = ask.query, ask.before
    if before.abstained or not before.shown or before.intent in OF_PLANS:
        return None
    citation = first_told(before, ask.lookup, query.asks)
    position = ask.lookup.position(citation.stem) if citation else None
    elsewhere = position not in ask.plans and bool(query.scope.named or ask.context.plan)
    return None if citation is None or position is None or elsewhere else (citation, position)


def stayed(ask: Ask) -> Candidate | None:
    """The row cited last, where the question goes on about it."""
    query = ask.query
    last = talked_of(ask) if query.stay or query.asks or query.again else None
    other = speaks_of_all(query.words) or (last and _is_other({*query.topic} & {*query.words}, last[0].item))
    if last is None or other:
        return None
    citation, position = last
    if any(stays(ask, citation.item) for stays in _STAYS):
        return Candidate(citation, position, 1.0, WHOLE)
    if not query.stay:  # "rồi ai giúp xí nghiệp" goes on as well, where nothing else is named
        again = query.again and 0 < len(query.topic) <= _FEW
        again = again and (_are_its_units(query.topic, citation.item) or _names_no_matter(ask))
        return Candidate(citation, position, 1.0, WHOLE) if again else None
    topic = topic_of(query.topic, ask.lookup)
    half = _SMALL.intersection(query.topic) - _small_of(ask)  # of a thing: "ban do"
    soft = query.asks and all(concept.soft for concept in topic) and not half
    if query.topic == ask.before.topic or soft or _names_no_matter(ask):
        return Candidate(citation, position, 1.0, WHOLE)  # nothing is named that could be another row
    covered = coverage(topic, item_words(citation.item))
    same = covered.share >= _SAME or _are_its_units(query.topic, citation.item)
    return Candidate(citation, position, 1.0, covered) if same and len(query.topic) <= _FEW else None


def _names_no_matter(ask: Ask) -> bool:
    """Whether a field is asked in words that stand on very many rows and are no thing ("vậy còn ai phụ vô").

    What stands right behind "còn" leads to another matter, however common it is ("còn văn bản thì ai soạn"), and words
    that are each common are a thing where plans have them side by side ("rồi | bản đồ | khi nào").
    """
    query = ask.query
    if any(ask.lookup.adjoin(*pair) for pair in pairwise(query.topic)):
        return False
    bare = list(map(folded, query.words))
    led = {after for word, after in pairwise(bare) if word == "con"}
    things = {*led, *_pointed_things(query.words), *_PAPERS_BARE}
    named = query.units or query.scope.named or query.year or not things.isdisjoint(map(folded, query.topic))
    of_one = len(ask.before.listed) <= 1
    return bool(query.asks) and of_one and not named and is_slight(topic_of(query.topic, ask.lookup), ask.lookup)


def pointed_among(ask: Ask) -> tuple[Citation, int] | None:
    """The one row of the list that was shown which has the thing that is pointed at ("ứng dụng đó"), and its plan."""
    pointed = [word for word in _pointed(ask.query.words) if word not in _ANY_ROW]
    things = set(map(folded, pointed))
    refs = ask.before.listed if things and not ask.before.abstained else ()
    shown = (citation for ref in refs if ref and (citation := ask.lookup.snapshot.find(ref)))
    having = [found for found in shown if things <= item_words(found.item)[0] and not _is_other(pointed, found.item)]
    position = ask.lookup.position(having[0].stem) if len(having) == 1 else None
    return None if position is None else (having[0], position)


_ANY = ("việc", "cái", "vụ", "mục", "dòng", "chuyện", "thứ", "lần", "nơi", "chỗ", "bên",
        "ngày", "tuần", "tháng", "quý", "năm", "hôm", "lúc", "khi", "người", "ai")  # fmt: skip
_ANY_ROW = frozenset({*_ANY, *map(folded, _ANY)})


def _is_other(words: Iterable[str], item: Task | Target | Passage) -> bool:
    """Whether an item has one of the words with other accents alone ("chợ" is no "cho", "quỹ" no "quý")."""
    printed = printed_words(item)
    bare = set(map(folded, printed))
    return any(folded(word) in bare and word not in printed for word in words if word != folded(word))


def points_back(query: Query) -> bool:
    """Whether a turn points at what was told ("cuộc họp đó", "phụ họ")."""
    return query.back or not (POINTING.isdisjoint(query.words[1:]) or speaks_of_all(query.words))


def points_at_all_of_it(query: Query) -> bool:
    """Whether a turn points at what was told as a whole ("vụ đó", "việc ấy"), and at no thing of it ("báo cáo đó")."""
    things = {word for cue in query.cues if "back" in cue.kinds for word in query.words[cue.start : cue.end - 1]}
    return query.back and (things | set(_pointed(query.words))) <= _ANY_ROW


def leads_on(query: Query) -> bool:
    """Whether a turn opens as going on ("vậy …", "rồi …"); "còn …" leads to another matter."""
    return query.again and "con" not in map(folded, query.words[:2])


def asks_now(query: Query) -> bool:
    """Whether a turn asks a field of a row itself or its aim, and does not only go on with the question before."""
    asks = bool(query.asks) and any(not FIELD_CUES.isdisjoint(cue.kinds) for cue in query.cues)
    return asks or (query.intent is Intent.PASSAGE and asks_aim(query.words))


def said_topic(query: Query, lookup: Lookup, but: Collection[str] = ()) -> list[Concept]:
    """What a turn is about, but for what it counts ("mấy | đợt") and what it calls a product ("giấy tờ gì, phải giao").

    Args:
        but: folded words that are left out as well.
    """
    bare = list(map(folded, query.words))
    left_out = {*but, *(after for word, after in pairwise(bare) if word in _COUNTS)}
    if Intent.RESULT in query.asks:
        left_out |= _PRODUCT
    return list(lookup.topic([word for word in query.topic if folded(word) not in left_out]))


def not_of_the_row(ask: Ask, item: Task) -> list[Concept]:
    """What a turn says that neither stands in a row nor was said before."""
    said, held = _said_before(ask), item_words(item)
    things = set(_pointed_things(ask.query.words)) & {*said, *held[-1]}
    topic = said_topic(ask.query, ask.lookup, {*_its_units(ask.query, item), *_small_of(ask)})
    left = (c for c in topic if not c.soft and folded(c.typed[-1]) not in things)
    left = (c for c in left if not said.issuperset(map(folded, c.typed)))
    return [c for c in left if part_covered(c, held) < _HELD or not all(map(ask.lookup.knows, c.typed))]


def _goes_on_about(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether a field is asked of what is pointed at, or went on about, and all that is said of it is of the row."""
    query = ask.query
    several = query.compare or compared_fields(query)  # "cái đó với việc số 9" is of two
    if not asks_now(query) or several or query.scope.named or not isinstance(item, Task):
        return False
    if query.back or {*_said_before(ask), *item_words(item)[-1]}.intersection(_pointed_things(query.words)):
        return not not_of_the_row(ask, item)
    if folded(query.words[0]) == "rieng" and query.topic:  # "riêng phần …" is of the row that has all of it
        return item_words(item)[-1].issuperset(map(folded, query.topic))
    few = leads_on(query) and len(query.topic) <= _FEW
    topic = [c for c in said_topic(query, ask.lookup, _small_of(ask)) if not c.soft] if few else []
    held = item_words(item)
    said = " ".join(folded(word) for one in topic for word in one.typed)
    brought = not query.year and f" {said} " in f" {folded(item.result or '')} "  # "… xong | danh sách"
    return bool(topic) and not _names_a_thing_but(ask, held[-1]) and (brought or share_covered(topic, held) >= _SAME)


def _names_a_thing_but(ask: Ask, held: Collection[str]) -> bool:
    """Whether words that stand side by side in the plans do not in a row ("thế | bản ghi | ai làm")."""
    small = _small_of(ask)
    pairs = pairwise([word for word in ask.query.topic if folded(word) not in small])
    return any(ask.lookup.adjoin(*pair) and " ".join(map(folded, pair)) not in held for pair in pairs)


def _small_of(ask: Ask) -> set[str]:
    """The folded small words of a turn, but for half of what stands side by side in the plans ("ban | do")."""
    pairs = pairwise(("", *ask.query.topic))
    return {folded(word) for before, word in pairs if word in _SMALL and not ask.lookup.adjoin(before, word)}


def _said_before(ask: Ask) -> set[str]:
    return set(map(folded, ask.before.query.words)) if ask.before.query else set()


def _pointed_things(words: Sequence[str]) -> Iterator[str]:
    """The folded words right before one that points."""
    yield from map(folded, _pointed(words))


def _pointed(words: Sequence[str]) -> Iterator[str]:
    """The words right before one that points ("cuộc họp | đó")."""
    yield from (word for word, after in pairwise(words) if after in POINTING)


def _its_units(query: Query, item: Task) -> set[str]:
    """The folded words by which a turn names units of the row."""
    own = (*item.lead, *item.coordinate)
    its = (unit for unit in query.units if any(not names.isdisjoint(own) for names in unit.names.values()))
    return {word for unit in its for word in map(folded, query.words[unit.start : unit.end])}


def _asks_whether_its_units(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether it is only asked if somebody has a part who has one ("rồi mấy chi cục có dính vào không")."""
    query = ask.query
    closes = folded(query.words[-1]) in _CLOSES if query.words else False
    if not closes or query.scope.named or query.compare or not isinstance(item, Task):
        return False
    own = set(folded_tokens(" ".join((*item.lead, *item.coordinate))))
    topic = [c for c in said_topic(query, ask.lookup) if not c.soft]
    other = [c for c in topic if not own.issuperset(map(folded, c.typed))]
    slight = [c for c in other if len(c.typed) == 1 or _PART.issuperset(map(folded, c.typed))]
    return len(topic) > len(other) and len(other) <= 1 and other == slight


def _asks_its_place(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether it is asked where the row is done ("mở ở hồ bơi nào"), and no other one is named with that."""
    query = ask.query
    if query.intent is Intent.PASSAGE and asks_where_written(query.words):
        return True
    place = place_said(query.words) if query.intent is Intent.PASSAGE and isinstance(item, Task) else frozenset[str]()
    if not place or query.scope.named or query.units or folded(query.words[0]) == "con":
        return False
    other = [c for c in said_topic(query, ask.lookup) if not c.soft and not place.issuperset(map(folded, c.typed))]
    held = item_words(item)
    lost = [c for c in other if part_covered(c, held) < _HELD]
    thing = any(ask.lookup.adjoin(left.typed[-1], right.typed[0]) for left, right in pairwise(lost))
    return len(other) <= _FEW and all(len(c.typed) == 1 for c in lost) and not thing


def _asks_what_is_done(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether beside who has it only what anybody does with a row is said ("ai tham mưu, chủ trì", "ai lập báo cáo").

    A paper is the row's own where it has one of the kind.
    """
    query = ask.query
    who = {Intent.LEAD, Intent.COORDINATE}.issuperset(query.asks) if query.asks else _asks_who_makes(query)
    papers = {word for word in query.topic if word in (_PAPERS if is_accented(query.words) else _PAPERS_BARE)}
    said = {folded(word) for word in query.topic if word not in papers} - {"ai"}
    if not (who and (said or papers) and isinstance(item, Task)) or query.units or query.scope.named:
        return False
    return said <= _DONE_WITH and item_words(item)[1].issuperset(map(folded, papers))


def _asks_who_makes(query: Query) -> bool:
    """Whether "ai lập …" asks who makes a paper, which of a plan is its office."""
    return query.intent is Intent.GENERAL and any("issuer" in cue.kinds for cue in query.cues)


def _asks_its_change(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether it is asked how much a figure that was told grows, which its sentence says ("rồi mỗi năm tăng mấy")."""
    query = ask.query
    if Intent.TARGET not in query.asks or isinstance(item, Task) or query.scope.named or query.units:
        return False
    printed = tokens(canonical(item.text))
    accented = is_accented(query.words)
    changes = (word for word in _CHANGES if word in printed and (word if accented else folded(word)) in query.words)
    said = {folded(word) for word in query.topic} - _TIMES
    return any(changes) and said <= set(map(folded, printed))


_STAYS = (_goes_on_about, _asks_whether_its_units, _asks_its_place, _asks_what_is_done, _asks_its_change)
_DONE_WITH = frozenset(
    {"tham", "muu", "soan", "thao", "thuc", "hien", "trien", "khai", "xay", "dung", "ra", "lap", "trinh"}
)
_PAPERS = frozenset(word for kind in PAPERS.split("|") for word in kind.split())
_PAPERS_BARE = frozenset(map(folded, _PAPERS))
_CHANGES = frozenset({"tăng", "giảm", "thêm", "bớt"})
_TIMES = frozenset({"nam", "thang", "quy", "cac", "moi", "sau", "truoc", "ngoai", "tiep", "theo", "ke", "do", "them"})
_CLOSES = frozenset({"khong", "ko", "k", "hong", "hem", "a", "ha"})
_PART = frozenset({"tham", "gia", "phoi", "hop", "ho", "tro", "lien", "quan"})


def _are_its_units(topic: Collection[str], item: Task | Target | Passage) -> bool:
    """Whether words only say again who has the row ("ai giúp xí nghiệp")."""
    units = (*item.lead, *item.coordinate) if isinstance(item, Task) else frozenset[str]()
    return set(map(folded, topic)) <= set(folded_tokens(" ".join(units)))

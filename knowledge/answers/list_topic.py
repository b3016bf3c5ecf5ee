"""What is left over of a question for a list, and whether it is a topic, talk, or something that was not understood."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import topic_of
from knowledge.answers.numbered_things import with_its_number
from knowledge.answers.told_beside import told_around, told_beside
from knowledge.language.syllables import has_no_vowel
from knowledge.language.text import folded
from knowledge.model import Task
from knowledge.number_sets import common, meet, union, without
from knowledge.questions.concept import Concept, Form
from knowledge.questions.constraints import Constraint, Kind
from knowledge.questions.coverage import share_covered, word_set
from knowledge.questions.cue_uses import only_talks_on
from knowledge.questions.cues import (
    accented_cue_words,
    everyday_phrases,
    is_half_of_a_turn,
    says_nothing,
    words_of_talk,
    written_plainly,
)
from knowledge.questions.idle_words import verbs_asked
from knowledge.questions.query import Intent
from knowledge.search.corpus import CELLS
from knowledge.search.holding import with_all, with_any, with_pair, with_pairs, with_word, word_patterns
from knowledge.search.postings import Ints
from knowledge.tasks.task_index import Rows

_WHOLE = 0.85  # share of a list's topic that a row has to hold


def with_topic(ask: Ask, rows: Rows) -> Ask:
    """The question with the topic that counts.

    What was said to be the topic ("về …") always does. Of other words that are left over only those do that stand side
    by side in a row that may be meant, or a code: the rest is talk, and filters nothing. Of a list that nothing else
    narrows no crumb does ("giá đất đền bù làm sân bay … được | quy định | ở mục nào"): most of what it is of has to be.
    """
    loose = _loose(ask)
    if _alone(ask):
        kept = _standing(ask, loose, rows) if len(loose) > 1 else ()
        left = [word for word in loose if word not in kept]
        apart = not any(ask.lookup.beside(*pair) is not None for pair in pairwise(left))
        stray = kept and apart and sum(word not in words_of_talk() for word in left) <= len(kept)
        return replace(ask, query=replace(ask.query, topic=kept)) if stray else ask
    firm = ask.query.topic[len(ask.query.topic) - ask.query.firm :]
    return replace(ask, query=replace(ask.query, topic=(*_standing(ask, loose, rows), *firm)))


def without_noun(ask: Ask) -> Ask:
    """The question without the noun that only counts its rows ("đợt" of "những đợt kiểm tra nào")."""
    topic = tuple(word for word in ask.query.topic if word != ask.query.noun)
    return replace(ask, query=replace(ask.query, topic=topic, firm=min(ask.query.firm, len(topic)))) if topic else ask


def about(ask: Ask, rows: Rows) -> Rows:
    """The rows that are about the topic, where there is one."""
    topic = topic_of(ask.query.topic, ask.lookup)
    if not topic:
        return rows
    index = ask.lookup.snapshot.index
    rows = common(rows, ask.lookup.rows_of(_holding_enough(ask, topic)))
    forms = [form for concept in topic for form in concept.forms]
    words, pairs = {word for form in forms for word in form.reach}, {pair for form in forms for pair in form.pairs}
    seen = word_patterns(index, ask.lookup.documents_of(rows), words, pairs)
    enough = [share_covered(topic, (held,)) >= _WHOLE for held in seen.sets]
    rows = _by_own_words(ask, topic, rows[np.flatnonzero(np.array(enough)[seen.of])])
    if not any(word[0].isdigit() for word in ask.query.words):
        return rows
    task = ask.register.index.task
    fitting = [with_its_number(ask.query.words, ask.query.topic, task(int(row))) for row in rows]
    return rows[np.flatnonzero(np.array(fitting, bool))]


def about_counted(ask: Ask, rows: Rows) -> tuple[Ask, Rows]:
    """The question with the rows that are about its topic, without the noun that only counts them.

    That is one which no row has, or which counts occasions ("cuộc diễn tập"), however many rows print it.
    """
    every, topic, noun = about(ask, rows), ask.query.topic, ask.query.noun
    counts = folded(noun) in _OCCASIONS and topic[2:]  # "cuộc | thi" is one word
    if noun not in topic or (len(every) and not counts):
        return ask, every
    less = without_noun(ask)
    fewer = about(less, rows)
    return (less, fewer) if len(fewer) > len(every) else (ask, every)


_OCCASIONS = frozenset({"cuoc", "dot", "buoi", "lan", "luot", "phien", "chuyen"})


def _by_own_words(ask: Ask, topic: Sequence[Concept], rows: Rows) -> Rows:
    """The rows whose own text is about the topic, where there are such: the names of units are not what rows are of."""
    if len(rows) > _LOOKED_THROUGH:
        return rows
    texts = (_own_text(ask.register.index.task(int(row))) for row in rows)
    own = [share_covered(topic, (word_set(text),)) >= _WHOLE for text in texts]
    # a plan is made, and no unit is one ("Phòng Kế hoạch")
    of_names = not _PLAN.issuperset(map(folded, ask.query.topic))
    return rows[np.flatnonzero(np.array(own, bool))] if any(own) or not of_names else rows


def _own_text(task: Task) -> str:
    parts = (task.task, task.activity, task.result, task.objective, task.budget, task.deadline.text, *task.section)
    return " . ".join(filter(None, parts))


def on_the_matter(ask: Ask, rows: Rows) -> Rows:
    """The rows that are on the matter which is asked about ("trách nhiệm gì về dự toán"); all where none is.

    Beside one that is told already ("ngoài báo cáo, … còn trách nhiệm gì") it is the others.
    """
    query = ask.query
    if not query.topic:
        return rows
    first, words = " ".join(map(folded, query.topic[:2])), " ".join(map(folded, query.words))
    if first.startswith(_BESIDE) and first in words:
        beside = replace(ask, query=replace(query, topic=query.topic[1:], firm=0))
        others = without(rows, _nearest_about(beside, rows, _HALF))
        return others if len(others) else rows
    told = about(with_topic(ask, rows), rows)
    told = told if len(told) else _nearest_about(ask, rows, _MOST)
    return told if len(told) else rows


_BESIDE = "ngoai "
_HALF, _MOST = 0.5, 0.6  # share of a matter that a duty has to hold which is on it, where none says all of it


def _nearest_about(ask: Ask, rows: Rows, least: float) -> Rows:
    """The rows that hold most of a topic which none holds whole, and so much of it at least; none of very many."""
    topic = [concept for concept in topic_of(ask.query.topic, ask.lookup) if concept.known]
    if len(rows) > _LOOKED_THROUGH or not topic:
        return rows[:0]
    shares = [share_covered(topic, (word_set(_own_text(ask.register.index.task(int(row)))),)) for row in rows]
    most = max((*shares, least))
    return rows[np.flatnonzero([share >= most for share in shares])]


_PLAN = frozenset({"ke", "hoach"})
_LOOKED_THROUGH = 200  # rows whose own text is read


def not_understood(ask: Ask, rows: Rows) -> str:
    """A negation that was not understood, else words left over that are no talk and in no row of the list.

    Such words stand side by side in the plans, or in no plan.
    """
    if ask.query.unread:
        return " ".join(ask.query.unread)
    loose = _loose(ask)
    if not loose or _alone(ask):
        return ""
    kept = _standing(ask, loose, rows)
    left = [word for word in loose if word not in kept]
    printed = lambda word: word == folded(word) or ask.lookup.prints(word)  # noqa: E731 - "kể lại" is no "kế lại"
    near = [all(map(printed, pair)) and ask.lookup.beside(*pair) is not None for pair in pairwise(left)]
    strange = [
        (word not in (folded(word), *accented_cue_words()) or _is_initials(word)) and not ask.lookup.prints(word)
        for word in left
    ]
    verbs = {folded(ask.query.words[at]) for at in verbs_asked(ask.query.words)}
    words = ask.query.words
    turns = {folded(word) for at, word in enumerate(words) if is_half_of_a_turn(words, at)}
    said = [folded(word) in verbs or (word,) in everyday_phrases() for word in left]
    turns |= told_around(ask, left)
    talk = [
        folded(word) in turns or (idle and not ask.lookup.prints(word)) for idle, word in zip(said, left, strict=True)
    ]
    strange_words = (
        word for at, word in enumerate(left) if not talk[at] and (any(near[max(at - 1, 0) : at + 1]) or strange[at])
    )
    return " ".join(strange_words) or (ask.query.noun if _counts_another_thing(ask, left, rows) else "")


def not_left_out(ask: Ask, rows: Rows) -> str:
    """What a list is said to be without, where no row has it and no plan its words ("khỏi kể mấy việc | tào lao").

    Words that only talk are no matter, either ("bỏ mấy việc | chỉ …").

    What plans could speak of ("không phải | đấu thầu") is no less left out where none does, unless a row of it may
    be called so ("trừ vụ thay bóng đèn" where one is "Thay đèn cao áp").
    """
    return next((c.said for c in ask.query.where if _is_unheard_of(ask, c, rows)), "")


def _is_unheard_of(ask: Ask, constraint: Constraint, rows: Rows) -> bool:
    if constraint.kind is not Kind.TOPIC or constraint.include or ask.selector.any_fits(constraint):
        return False
    words = constraint.said.split()
    known = all(map(ask.lookup.is_known, words)) and not only_talks_on(words)
    return not known or _has_most_of_it(ask, constraint.words, rows)


def _has_most_of_it(ask: Ask, words: Sequence[str], rows: Rows) -> bool:
    """Whether a row of a list has more than half of some words."""
    having = [common(rows, ask.selector.holding((word,), CELLS["any"])) for word in words]
    _, counts = np.unique(np.concatenate(having), return_counts=True)
    return bool((2 * counts > len(words)).any())


def _counts_another_thing(ask: Ask, left: Sequence[str], rows: Rows) -> bool:
    """Whether what is counted is a thing of the plans that none of the rows has ("có bao nhiêu | người")."""
    noun, index = ask.query.noun, ask.lookup.snapshot.index
    known = noun in left and not says_nothing((noun,)) and ask.lookup.prints(noun)
    of_names = any(folded(noun) in unit.words for unit in ask.query.units)  # "đoàn viên" of a "Đoàn"
    return known and ask.query.intent is Intent.COUNT and (of_names or not _meet(ask, with_word(index, noun), rows))


def _is_initials(word: str) -> bool:
    """Whether a word can only be initials, as it has no vowel ("ptc hành chính"): somebody, and no talk."""
    return len(word) > _SHORT and word.isalpha() and has_no_vowel(folded(word))


_SHORT = 2  # letters of what may be a short form of talk ("dc", "vs")


def _loose(ask: Ask) -> tuple[str, ...]:
    """What is left over of a question and was not said to be its topic."""
    loose = ask.query.topic[: len(ask.query.topic) - ask.query.firm]
    if _alone(ask):
        return loose
    small = written_plainly("list") | written_plainly("speaker")
    rows = {
        i
        for at in range(len(loose))
        for size in (1, 2)
        if _names_rows(loose[at : at + size])
        for i in range(at, at + size)
    }
    rows |= told_beside(ask, loose)
    return tuple(word for at, word in enumerate(loose) if word not in small and at not in rows)


def _names_rows(words: Sequence[str]) -> bool:
    """Whether words only name the rows that are asked for ("danh sách đầy đủ | nhiệm vụ | của phòng A")."""
    return " ".join(words) in _ROWS or " ".join(words) in map(folded, _ROWS)


_ROWS = ("việc", "nhiệm vụ", "công việc", "đầu việc", "hạng mục", "hoạt động")


def _alone(ask: Ask) -> bool:
    """Whether a list is narrowed by its topic alone, which then has to be in the rows."""
    query = ask.query
    return not (query.units or query.period or query.where or query.table_only or query.firm or query.soon_or_open)


def _standing(ask: Ask, words: Sequence[str], rows: Rows) -> tuple[str, ...]:
    """The words that stand side by side in some row, and codes."""
    index, said = ask.lookup.snapshot.index, {*pairwise(map(folded, ask.query.words))}
    whole = {word for pair in said for word in pair}.issuperset
    near = [
        (pair in said or not whole(pair)) and _meet(ask, with_pair(index, *pair), rows)
        for pair in pairwise(map(folded, words))
    ]
    coded = [any(c.isdigit() for c in word) and _meet(ask, with_word(index, word), rows) for word in words]
    return tuple(w for at, w in enumerate(words) if any(near[max(at - 1, 0) : at + 1]) or coded[at])


def _meet(ask: Ask, documents: Ints, rows: Rows) -> bool:
    """Whether any of some documents is one of the rows."""
    return meet(ask.lookup.rows_of(documents), rows)


def _holding_enough(ask: Ask, topic: Sequence[Concept]) -> Ints:
    """The documents that may hold enough of a topic: of each concept as much as the others cannot make up for."""
    index = ask.lookup.snapshot.index
    total = sum(concept.weight for concept in topic)
    needed = [(concept, 1 - (1 - _WHOLE) * total / concept.weight) for concept in topic if concept.weight]
    found = [_with_concept(ask, concept, share) for concept, share in needed if share > 0]
    if not found:
        return with_any(index, {word for concept in topic for word in concept.reach})
    kept = found[0]
    for other in found[1:]:
        kept = common(kept, other)
    return kept


def _with_concept(ask: Ask, concept: Concept, share: float) -> Ints:
    return union([_with_form(ask, form, share) for form in concept.forms])


def _with_form(ask: Ask, form: Form, share: float) -> Ints:
    """The documents that may hold so much of a form (`Form.share_in`).

    Of n words one that is missing leaves (2n - 3) / 2n at most, a pair of neighbours that is apart (2n - 3) / (2n - 2).
    """
    index, size = ask.lookup.snapshot.index, len(form.bare)
    most = 2 * size - 3
    if size > 1 and share > most / (2 * size - 2):
        return with_pairs(index, form.bare)
    return with_all(index, form.bare) if share > most / (2 * size) else with_any(index, form.bare)

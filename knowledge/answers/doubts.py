"""What leaves it open whether the first row is meant, however much of what was said it has: then it is asked back.

A word guessed at, one that points at nothing told, one that nearly every row has: none tells one row from others.
"""

import re
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import candidates, is_slight, item_words, printed_words, text_of, topic_of
from knowledge.answers.finding import Found, search_of
from knowledge.answers.near_misses import words_of_places
from knowledge.answers.row_talked_of import FIELD_CUES
from knowledge.language.syllables import is_syllable
from knowledge.language.text import folded, is_accented
from knowledge.model import Task
from knowledge.questions.coverage import part_covered, share_covered
from knowledge.questions.cues import small_words
from knowledge.questions.pointing import POINTING
from knowledge.questions.post_holders import leads_for, part_untold
from knowledge.questions.query import Intent
from knowledge.search.words import terms


def is_doubtful(ask: Ask, found: Found) -> bool:
    """Whether anything leaves it open that the first row is meant."""
    return any(doubt(ask, found) for doubt in _DOUBTS)


def _is_guessed(ask: Ask, found: Found) -> bool:
    """Whether only what a short form is guessed to mean sets the first row apart ("ctc ai lo", "clượng đào tạo")."""
    guesses = ask.query.guessed
    guessed = [c for c in found.topic if c.guessed or not guesses.isdisjoint(map(folded, c.typed))]
    rows = [row.words or item_words(row.citation.item) for row in found.rows] if guessed else []
    held = share_covered(guessed, rows[0]) if rows else 0.0
    if not held:
        return False
    rest = [c for c in found.topic if c not in guessed]
    others = [words for words in rows[1:] if share_covered(guessed, words) < held]  # the rest lives by the same guess
    first = share_covered(rest, rows[0])
    return not first or any(share_covered(rest, words) >= first for words in others)


def _points_at_untold(ask: Ask, found: Found) -> bool:
    """Whether a question points at a thing of which nothing was told ("hồ sơ đó thì ai giữ").

    Any row that has the word would do. Another thing of it tells which is meant ("hội thi tay nghề đó").
    """
    hard = [concept.typed for concept in found.topic if not concept.soft]
    told = ask.before.shown or ask.query.context_words or ask.query.told
    if told or not 0 < len(hard) <= _POINTED:
        return False
    words, pointed = ask.query.words, hard[0]
    starts = range(len(words) - len(pointed))
    return any(words[at : at + len(pointed)] == pointed and words[at + len(pointed)] in _DEICTIC for at in starts)


_POINTED = 2  # concepts that leave open which row is meant: a thing and what is done with it
_DEICTIC = POINTING - {"nó", "họ"}


def _may_be_another_word(ask: Ask, found: Found) -> bool:
    """Whether all that tells the row is one syllable without accents that may be another than the row prints.

    Which one is meant the words around it tell, unless the one behind it is taken for talk and may be its other half
    ("le | hoi kinh phi bao nhieu", where no plan has a festival and a row the road "Lê Lợi").
    """
    said = [word for concept in found.topic if not concept.soft for word in concept.typed]
    words, accents = ask.query.words, ask.lookup.accents
    if len(said) != 1 or said[0] not in words or is_accented(words):
        return False
    at = words.index(said[0])
    if " ".join(words[at : at + 2]) in folded(text_of(found.rows[0])):
        return False  # "tram | do mua" stands so in a row
    halved = len(accents.forms(said[0])) > 1 and not small_words().isdisjoint(words[at + 1 : at + 2])
    return halved or accents.restored(words)[at] not in printed_words(found.rows[0].citation.item)


def _leaves_before(ask: Ask, found: Found) -> bool:
    """Whether a turn puts one thing for its like ("dạy bơi khối 4", "còn khối 5?") and the row is on another matter.

    It opens with a word from the midst of the turn before, and leaves out what stood ahead of that.
    """
    query, first = ask.query, found.rows[0]
    said = query.context_words or (ask.before.topic if query.again and ask.before.shown else ())
    if not query.topic or query.topic[0] not in said or sum(not concept.soft for concept in found.topic) > _FEW:
        return False
    left = ask.lookup.topic([word for word in said[: said.index(query.topic[0])] if word not in query.topic])
    return bool(left) and share_covered(left, first.words or item_words(first.citation.item)) < _OF_BEFORE


_FEW = 3  # concepts that may be of what was talked of
_OF_BEFORE = 0.35  # share of it from which a row goes on about it


def _tells_little(ask: Ask, found: Found) -> bool:
    """Whether words that stand on very many rows are all that finds one row ("ai làm | chính", "việc | ban hành").

    A figure that is asked, or another thing set beside it, makes more of a word ("ngân sách | xã bao nhiêu").
    """
    words = found.rows[0].words or item_words(found.rows[0].citation.item)
    held = [concept for concept in found.topic if part_covered(concept, words)]
    query = ask.query
    more = query.compare or Intent.BUDGET in query.asks or ask.asks_figure
    return not more and found.answered is None and is_slight(held, ask.lookup)


def _has_only_its_place(_: Ask, found: Found) -> bool:
    """Whether a row has nothing of a question but the name of a place, where another thing is asked about.

    As in "cầu bê tông bắc qua rạch Cái Sơn Bé" beside a row that shores up a bank of it.
    """
    first, hard = found.rows[0], [concept for concept in found.topic if not concept.soft]
    words = first.words or item_words(first.citation.item)
    held = [concept for concept in hard if part_covered(concept, words)]
    if not held or len(held) == len(hard):
        return False
    place = words_of_places(text_of(first))
    return all(place.issuperset(map(folded, concept.typed)) for concept in held)


def _asks_what_to_hand_in(ask: Ask, _: Found) -> bool:
    """Whether it is asked what somebody has to bring who applies for a thing ("xin giấy phép cần giấy tờ gì").

    Rows tell what comes out of them, of which may be asked so, too ("làm ISO cần có giấy tờ gì").
    """
    said = folded(" ".join(ask.query.words)) if Intent.RESULT in ask.query.asks else ""
    needed = _NEEDED.search(said)
    return needed is not None and bool(needed[0].startswith("mang") or _APPLIES.search(folded(ask.said)))


_NEEDED = re.compile(
    r"(?<!\S)(?:can|mang(?: theo)?|chuan bi|kem theo)(?: co| them| nop| mang| theo| nhung| cac| cai| loai)*"
    r" (?:giay to|giay|ho so|thu tuc|don)(?: to| ma| so)? (?:gi|nao|chi|j)(?!\S)"
)


def _ends_in_another(ask: Ask, found: Found) -> bool:
    """Whether right before what asks stands a thing that no plan has, where the row goes on otherwise.

    As in "hội thảo về bảo tồn | rùa | khi nào" beside a row on "bảo tồn voọc xám".
    """
    first, hard = found.rows[0], [concept for concept in found.topic if not concept.soft]
    if len(hard) < _PAIR or hard[-1].known or not is_syllable(thing := folded(hard[-1].typed[0])):
        return False
    bare, before = list(map(folded, ask.query.words)), folded(hard[-2].typed[-1])
    starts = {cue.start for cue in ask.query.cues if not cue.kinds.isdisjoint(FIELD_CUES)}
    said = any(pair == (before, thing) and at in starts for at, pair in enumerate(pairwise(bare), _PAIR))
    own = terms(folded(text_of(first)))
    return said and len(thing) > _PAIR and any(w == before and then not in bare for w, then in pairwise(own))


def _told_of_another(ask: Ask, found: Found) -> bool:
    """Whether another row has more of what was told and asked together, where the words alone leave it open.

    A target or a sentence is short, and a row has more of any story.
    """
    if found.answered is None or not (ask.query.told and isinstance(found.rows[0].citation.item, Task)):
        return False
    told, first = topic_of(ask.query.told, ask.lookup), found.rows[0]
    both = (*told, *topic_of(ask.query.topic, ask.lookup))
    alone = replace(ask, query=replace(ask.query, told=()))
    best = next(iter(candidates(both, ask.lookup, search_of(alone, ask.plans))), first)
    own, other = (row.words or item_words(row.citation.item) for row in (first, best))
    return all(share_covered(topic, own) < share_covered(topic, other) for topic in (told, both))


_PAIR = 2
_APPLIES = re.compile(  # for what an office gives; who only wants to do something asks what it yields
    r"(?<!\S)(?:muon (?:huong|vay|dang k(?:y|iem)) |duoc (?:cap|huong|vay) |xin (?!hoi|phep |chao|cho |cam|loi)\w)"
)


def _asks_who_leads_or_builds(ask: Ask, found: Found) -> bool:
    """Whether it is asked who leads a group for a matter, or who builds, who need not be whoever has the row of it."""
    part = part_untold(ask.query.words)
    return leads_for(ask.query.words) or (bool(part) and part not in folded(text_of(found.rows[0])))


def _names_who_alone(ask: Ask, found: Found) -> bool:
    """Whether a unit is all that is said, and it is asked whom it calls in, in no row ("Phòng A mời ai")."""
    query = ask.query
    of_before = query.stay or query.context_words or query.row or query.told
    if query.intent is not Intent.COORDINATE or not query.units or of_before:
        return False
    printed = (*query.units[0].words, *(name for unit in query.units for name in unit.printed))
    names = {word for name in printed for word in terms(folded(name))}
    return all(concept.soft or names.issuperset(map(folded, concept.typed)) for concept in found.topic)


_DOUBTS = (_names_who_alone, _is_guessed, _points_at_untold, _may_be_another_word, _leaves_before, _tells_little,
           _has_only_its_place, _asks_what_to_hand_in, _ends_in_another, _told_of_another,
           _asks_who_leads_or_builds)  # fmt: skip

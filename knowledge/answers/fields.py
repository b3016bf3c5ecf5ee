"""Questions about one row: who chairs and coordinates, when, what comes out, which target, what is said.

The row is found first (`finding`), then it is decided whether it is the one that is meant (`gate`). If it is, its cell
is the answer; if it may be, row and cell are shown as a question back; else one short sentence says that there is none.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from knowledge.answers.aims_told import aims_of
from knowledge.answers.ask import Ask
from knowledge.answers.asked_values import asks_attribute
from knowledge.answers.asking_back import asked_back, offered_in_place
from knowledge.answers.blanks import amount_told, is_blank
from knowledge.answers.cells import at_level, card, cell_value, title_of
from knowledge.answers.certainty import Outcome, decide
from knowledge.answers.checking import claim_holds, have_parts, parts_first
from knowledge.answers.claimed_figures import figure_holds, without_figure
from knowledge.answers.contradictions import contradicted, untold_words
from knowledge.answers.evidence import Candidate, item_words
from knowledge.answers.finding import Found, find_rows
from knowledge.answers.going_on import going_on
from knowledge.answers.instances import answer_instances
from knowledge.answers.lacking import missed
from knowledge.answers.lost_beside import with_the_lost
from knowledge.answers.not_there import CLOSE, with_things_asked
from knowledge.answers.parts_beside import answer_several_rows
from knowledge.answers.plans_compared import as_rows, compared_by, said_beside, statement_of, without_strays
from knowledge.answers.purpose_told import aims_at_what_is_asked, asks_what_for, tells_its_purpose
from knowledge.answers.row_talked_of import talked_of
from knowledge.answers.settling import settle
from knowledge.answers.told_rows import with_what_was_told
from knowledge.language.text import folded
from knowledge.model import Passage, Target, Task
from knowledge.questions.coverage import share_covered
from knowledge.questions.query import Intent
from knowledge.questions.statements import level_of
from knowledge.reply import Answer, Citation, Entry, Line, line_text
from knowledge.wording import plan_facts, values
from knowledge.wording.rows import line, plan_name, shortened, task_title


def answer_field(ask: Ask, *, beside: bool = True) -> Answer:
    """The answer to a question about one row or passage.

    Args:
        beside: whether rows may be named beside each other.
    """
    ask, found = without_strays(ask, find_rows(ask))
    ask, found = with_what_was_told(ask, found)
    if ask.query.row == "":
        return ask.abstain(values.no_such_row(len(ask.before.listed)))
    if found.named and len(found.rows) > 1:
        of_rows = _of_each if ask.query.stay else _of_number
        return (of_rows if isinstance(found.rows[0].citation.item, Task) else _aims)(ask, found.rows)
    if each := answer_instances(ask, found):
        return each
    found, not_there = with_things_asked(ask, found)
    if not_there:
        return not_there
    if beside and (several := answer_several_rows(ask, found)):
        return several
    said = _of_one(ask, *going_on(ask, *settle(ask, found)))
    return with_the_lost(ask, found, said, _alone) if beside else said


def _alone(ask: Ask) -> Answer:
    """What is asked of one thing that was named beside another."""
    found = find_rows(ask)
    return _of_one(ask, *settle(ask, found)) if found.rows else ask.abstain()


def _of_one(ask: Ask, found: Found, outcome: Outcome) -> Answer:
    """What the likeliest row says, where it is the one that is meant."""
    if outcome is Outcome.NOTHING or _lacks_post(ask, found.rows[0].citation):
        return _nothing(ask, found)
    if is_blank(ask, found.rows[0].citation):
        if amount := amount_told(ask, found):
            return _said(ask, amount) if outcome is Outcome.SURE else _perhaps(ask, amount)
        if ask.claimed_figure is None and not ask.asks_purpose:
            return _blank(ask, found.rows[0].citation, outcome)
        return _itself(ask, found, outcome)
    if aims_at_what_is_asked(ask, found.rows[0].citation.item):
        return _itself(ask, found, outcome)
    return _said(ask, found) if outcome is Outcome.SURE else _perhaps(ask, found)


def _itself(ask: Ask, found: Found, outcome: Outcome) -> Answer:
    """The row as it stands, where its own words answer; if they say not what for, that the plan names no purpose."""
    whole, alone = without_figure(ask), replace(found, rows=found.rows[:1])
    if outcome is not Outcome.SURE:
        return _perhaps(whole, alone)
    said = _said(whole, alone)
    silent = ask.asks_purpose and not tells_its_purpose(ask, found.rows[0].citation.item)
    return replace(said, head=(values.field_head("purpose", ""), *said.head)) if silent else said


def _said(ask: Ask, found: Found) -> Answer:
    chosen = _proving(ask, _by_plan(ask, found))
    aims = aims_of(ask, found, chosen)
    entries = tuple(Entry(card(ask, c.citation), c.citation) for c in (*aims, *chosen))
    if len(chosen) == 1:
        lacks = _not_said(ask, found)  # of another thing than the row has nothing is said to be so
        head = (*_head(ask, chosen[0].citation, () if lacks else chosen), *lacks)
        entries = tuple(_without_the_said(entry, head) for entry in entries)
    elif ask.query.compare:
        head = tuple(said_beside(ask, name, chosen) for name in compared_by(ask))
    else:
        head = (*_head(ask, chosen[0].citation, chosen), values.several_plans())
    return Answer(ask.query.intent.value, head, entries, _silent(ask, chosen))


def _not_said(ask: Ask, found: Found) -> tuple[Line, ...]:
    """That the row does not name a thing that is asked about, sure as it is that it is meant; one syllable is none."""
    return (values.not_said(lacks),) if " " in (lacks := missed(ask, found)) else ()


def _proving(ask: Ask, chosen: list[Candidate]) -> list[Candidate]:
    """Of the rows of several plans those in which the units have the part that is claimed; all where none has."""
    if ask.query.claim is None or not ask.query.claim.units:
        return chosen
    items = ((candidate, candidate.citation.item) for candidate in chosen)
    return [c for c, item in items if isinstance(item, Task) and have_parts(ask, c.citation, item)] or chosen


def _perhaps(ask: Ask, found: Found) -> Answer:
    """The likeliest rows as a question back; of plans that are compared each one's."""
    if ask.query.compare and len(_by_plan(ask, found)) > 1:
        said = _said(ask, found)
        return replace(said, head=(values.perhaps(), *said.head), tentative=True)
    back = asked_back(ask, found, partial(_head, ask))
    return replace(back, entries=tuple(_without_the_said(entry, back.head) for entry in back.entries))


def _silent(ask: Ask, chosen: Sequence[Candidate]) -> tuple[Line, ...]:
    """Of the plans that were named together those that do not say it."""
    if not ask.query.scope.several:
        return ()
    said = {candidate.plan for candidate in chosen}
    names = [plan_name(p.plan.heading, p.plan.source) for at, p in zip(ask.plans, ask.loaded, strict=True)
             if at not in said]  # fmt: skip
    return (values.silent_plans(names),) if names else ()


def _lacks_post(ask: Ask, citation: Citation) -> bool:
    """Whether the holder of a post is asked for who is not named: "phó giám đốc nào" is no question for a unit."""
    item = citation.item
    named = (*item.lead, *item.coordinate) if isinstance(item, Task) else (item.text,)
    return ask.query.post not in folded(" ".join(named))


def _blank(ask: Ask, citation: Citation, outcome: Outcome) -> Answer:
    """The row is there and says so by its blank cell; a sum or a figure that no row has is not there."""
    item = citation.item
    title = task_title(item) if isinstance(item, Task) else item.text
    asked = Intent.PASSAGE if ask.query.intent is Intent.GENERAL else ask.query.intent  # where it is done
    name = "purpose" if asked is Intent.TARGET and asks_what_for(ask) else asked.value
    said = values.left_open(name, shortened(title), row=isinstance(item, Task))
    if asked in (Intent.TARGET, Intent.BUDGET, Intent.PASSAGE) or not isinstance(item, Task):
        return replace(ask.abstain(said), about=citation if outcome is Outcome.SURE else None)
    sure = outcome is Outcome.SURE
    said = values.judged(said, holds=claim_holds(ask, citation, item)) if sure else said
    entry = Entry(card(ask, citation), citation)
    return Answer(ask.query.intent.value, (said,) if sure else (values.perhaps(), said), (entry,), tentative=not sure)


def _of_number(ask: Ask, found: Sequence[Candidate]) -> Answer:
    """Rows that have one number in several sections or plans: all of them, each with where it stands."""
    entries = tuple(Entry(card(ask, c.citation), c.citation) for c in found)
    stt = found[0].citation.item.stt.strip(".") if isinstance(found[0].citation.item, Task) else ""
    return Answer(ask.query.intent.value, (values.same_number(len(entries), stt),), entries)


def _aims(ask: Ask, found: Sequence[Candidate]) -> Answer:
    """All that stands under the heading of the aims, where nothing else is said of them."""
    entries = tuple(
        Entry((line(c.citation.item.text),), c.citation) for c in found if not isinstance(c.citation.item, Task)
    )
    return Answer(ask.query.intent.value, (values.aims(len(entries)),), entries)


def _of_each(ask: Ask, found: Sequence[Candidate]) -> Answer:
    """What is asked of each row of a list that was shown; of rows that were asked back about none is meant for sure."""
    entries = tuple(Entry(card(ask, c.citation), c.citation) for c in found)
    head, doubted = (values.of_each([name.value for name in ask.query.asks], len(entries)),), ask.before.doubted
    return Answer(ask.query.intent.value, head, entries, tentative=doubted)


def _by_plan(ask: Ask, found: Found) -> list[Candidate]:
    """The best row, and that of each other plan that fits about as well; of plans that are compared each one's."""
    best = found.rows[0]
    if len(ask.plans) == 1 or found.named:
        return [best]
    chosen = [best]
    for plan in dict.fromkeys(c.plan for c in found.rows if c.plan != best.plan):
        own = [c for c in found.rows if c.plan == plan]
        close = ask.query.compare or own[0].score >= best.score * CLOSE
        if close and decide(ask, Found(own, found.topic, meant=found.meant)) is not Outcome.NOTHING:
            chosen.append(own[0])
    chosen = as_rows(ask, found, _of_the_level(ask, chosen))
    return sorted(chosen, key=lambda c: ask.plans.index(c.plan)) if ask.query.compare else chosen


def _of_the_level(ask: Ask, chosen: list[Candidate]) -> list[Candidate]:
    """The rows whose figure is of the level that is asked for, where the best one's is; else all of them."""
    level = " ".join(map(folded, level_of(ask.query.topic))) if ask.query.intent is Intent.TARGET else ""
    told = [c for c in chosen if level in folded(statement_of(ask, c.citation))] if level else []
    return told if chosen[0] in told and not ask.query.compare else chosen


def _without_the_said(entry: Entry, head: Sequence[Line]) -> Entry:
    """A row without what the first lines say already: its name, or the field that was asked for."""
    said = {line_text(one) for one in (*head, *(one[1:] for one in head[:1]))}  # the first may stand behind a verdict
    lines = tuple(one for one in entry.lines if line_text(one) not in said)
    return replace(entry, lines=lines) if lines else entry


def _head(ask: Ask, citation: Citation, sure: Sequence[Candidate] = ()) -> tuple[Line, ...]:
    """What a row says first.

    Args:
        sure: the rows that are meant for certain; only of these it is told whether a claim holds.
    """
    item = citation.item
    if isinstance(item, Task) and ask.query.asks:
        said = ((name, cell_value(ask, name, citation, item)) for name in parts_first(ask, citation, item))
        first, *others = (values.field_head(name.value, value) for name, value in said)
        openly = ask.query.claim is not None and ask.query.claim.openly
        return values.judged(first, holds=_hold(ask, sure), openly=openly), *others
    text = item.text if isinstance(item, Target | Passage) else task_title(item)
    first = line(at_level(ask, text) if ask.query.intent is Intent.TARGET else text)
    return (values.judged(first, holds=_hold(ask, sure)),)


def _hold(ask: Ask, sure: Sequence[Candidate]) -> bool | None:
    """Whether a claim holds of all rows that are meant, or of none; None where they differ or it cannot be told."""
    held = {_holds(ask, candidate.citation) for candidate in sure}
    return held.pop() if len(held) == 1 else None


def _holds(ask: Ask, citation: Citation) -> bool | None:
    if ask.claimed_figure:
        return figure_holds(ask, citation)
    return claim_holds(ask, citation, citation.item) if isinstance(citation.item, Task) else None


def _nothing(ask: Ask, found: Found) -> Answer:
    year = ask.query.year if str(ask.query.year) in " ".join(ask.query.words) else None  # "năm sau" may be of the row
    if year and year not in ask.lookup.years_of(ask.plans):
        return ask.abstain(plan_facts.no_plan_of(str(year)))
    if asks_attribute(ask):
        near = _still_about(ask, found) or _nearest_but_for(untold_words(ask), found)
        lines = values.nothing_found(shortened(title_of(near)) if near else None, ask.loaded)
        return replace(ask.abstain(*lines), about=near)
    if found.rows and contradicted(ask, found.rows[0]):
        return replace(ask.abstain(*values.nothing_found(None, ask.loaded)), about=_still_about(ask, found))
    offered = offered_in_place(ask, found)
    held = found.rows[0] if found.rows and found.rows[0].coverage.share >= _NEAR else None
    nearest = offered[0].label if offered else shortened(title_of(held.citation)) if held else None
    said = ask.abstain(*values.nothing_found(nearest, ask.loaded))
    return replace(said, choices=offered, about=_still_about(ask, found))


def _nearest_but_for(untold: frozenset[str], found: Found) -> Citation | None:
    """The row that holds most of what else is said, and enough to be named; one word names none ("trúng thầu")."""
    rest = [concept for concept in found.topic if not untold.issuperset(map(folded, concept.typed))]
    if sum(not concept.soft for concept in rest) < _SOME:
        return None
    held = [(share_covered(rest, row.words or item_words(row.citation.item)), row.citation) for row in found.rows]
    share, nearest = max(held, key=lambda each: each[0], default=(0.0, None))
    return nearest if share >= _NEAR else None


def _still_about(ask: Ask, found: Found) -> Citation | None:
    """The row that was talked of, where only what it does not tell is asked of it ("hãng gì", "ai làm trưởng đoàn")."""
    untold = untold_words(ask)
    if not untold or ask.query.scope.named or ask.query.units:
        return None
    if found.named and found.rows:
        return found.rows[0].citation
    talked = talked_of(ask)
    hard = (word for concept in ask.lookup.topic(ask.query.topic) if not concept.soft for word in concept.typed)
    own = item_words(talked[0].item)[0] if talked else frozenset[str]()
    return talked[0] if talked and (untold | own).issuperset(map(folded, hard)) else None


_SOME = 2  # things that name a row
_NEAR = 0.6  # share of the topic that the nearest row has to hold to be named

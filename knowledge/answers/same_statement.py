"""Another figure of the statement that was told: that of another level, or of what else it names ("còn cấp xã?")."""

from knowledge.answers.ask import Ask
from knowledge.answers.evidence import Candidate, topic_of
from knowledge.answers.row_talked_of import talked_of
from knowledge.language.text import folded
from knowledge.model import Passage, Target, Task
from knowledge.questions.coverage import WHOLE
from knowledge.questions.query import Intent
from knowledge.questions.statements import at_level, best_statement, figure_at, level_of, tells_several
from knowledge.search.words import terms


def of_another_level(ask: Ask) -> Candidate | None:
    """What told the figure of one level, where another is all that is asked for of which it tells one as well.

    So is what else its statement names ("75% ở | các khoa còn lại").
    """
    query, before = ask.query, ask.before
    level = level_of(query.topic)
    last = talked_of(ask) if len(before.shown) == 1 and query.intent is Intent.TARGET else None
    if last is None:
        return None
    if not level:
        return Candidate(*last, 1.0, WHOLE) if _is_told_beside(ask, last[0].item) else None
    if at_level(before.topic, level) != query.topic:
        return None
    statement = best_statement(topic_of(query.topic, ask.lookup), last[0].item, ask.lookup.weight)
    told = statement is not None and figure_at(level, statement.text) is not None
    return Candidate(*last, 1.0, WHOLE) if told else None


def _is_told_beside(ask: Ask, item: Task | Target | Passage) -> bool:
    """Whether a turn that goes on names only what the statement that was told has, which tells several figures."""
    query, before = ask.query, ask.before
    goes_on = query.again and before.intent is Intent.TARGET and query.topic and query.topic != before.topic
    if not goes_on or query.scope.named or query.year:
        return False
    told = best_statement(topic_of(before.topic, ask.lookup), item, ask.lookup.weight)
    said = set(map(folded, query.topic))
    return told is not None and tells_several(told.text) and said <= set(terms(folded(told.text)))

"""Words of a question that only say what the plan is about, as its title does."""

from collections.abc import Collection

from knowledge.language.abbreviations import meanings
from knowledge.language.text import folded
from knowledge.questions.spans import Spans


def are_of_titles(rest: Collection[str], spans: Spans) -> bool:
    """Whether folded words stand in the titles of the plans that are named; looked up last: there may be many."""
    titles = {folded(w) for i in spans.scope.plans for w in spans.lookup.title_words(i)} if rest else set()
    return all(len(word) == 1 or word in titles or _shortens(word, titles) for word in rest)


def says_its_title(spans: Spans) -> bool:
    """Whether what is left of a list's question only says what the plan that is named is about ("cchc tỉnh X")."""
    said = {folded(spans.words[i]) for i in spans.rest}
    return spans.scope.named and bool(said) and not {"ve", "về"} & set(spans.words) and are_of_titles(said, spans)


def _shortens(word: str, titles: Collection[str]) -> bool:
    """Whether a short form stands for words of a title ("cchc")."""
    return any(set(folded(long).split()) <= set(titles) for long in meanings(word))

"""What the abbreviations of administrative Vietnamese stand for, to compare names; printed words are never replaced."""

from collections.abc import Collection
from functools import cache

from knowledge.data import records
from knowledge.language.text import canonical, folded


def expansions(short: str) -> tuple[str, ...]:
    """What an abbreviation may stand for, the likeliest first, accents or not; empty for other words."""
    return _table().get(folded(short), ())


def meanings(short: str) -> tuple[str, ...]:
    """What an abbreviation may stand for, also one that people only type; each once, whatever its capitals."""
    typed = (long for form, long in records("shorthand.tsv") if folded(form) == folded(short))
    return tuple({folded(long): long for long in (*typed, *reversed(expansions(short)))}.values())[::-1]


def shortened(long: str) -> tuple[str, ...]:
    """The abbreviations of these very words, accents or not, in small letters."""
    return _shortened().get(folded(long), ())


def standing_for(words: Collection[str]) -> frozenset[str]:
    """The abbreviations, without accents, that may stand for something with all of these folded words in it."""
    shorts = [_by_word().get(word, frozenset()) for word in words]
    found = frozenset.intersection(*shorts) if shorts else frozenset()
    return frozenset(s for s in found if any(set(words) <= set(folded(long).split()) for long in expansions(s)))


def parted_by_sign(word: str) -> tuple[str, ...]:
    """The two words that a sign shortens ("p/hợp", "p.hợp"), if the tables have one such pair; else the word."""
    letters, _, rest = folded(word).replace("/", ".").partition(".")
    found = _pairs().get(rest, ()) if letters and rest else ()
    fit = {pair for pair in found if pair[0] != letters and folded(pair[0]).startswith(letters)}
    return next(iter(fit)) if len(fit) == 1 else (word,)


@cache
def _pairs() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What stands for two words, by the second one without accents."""
    pairs: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in ("shorthand.tsv", "abbreviations.tsv"):
        for _, long in records(name):
            words = tuple(canonical(long).split())
            if len(words) == _PAIR:
                pairs[folded(words[1])] = (*pairs.get(folded(words[1]), ()), words)
    return pairs


_PAIR = 2


@cache
def short_forms() -> frozenset[str]:
    """Every abbreviation known, without accents, in small letters."""
    return frozenset(_table())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for short, long in records("abbreviations.tsv"):
        table[folded(short)] = (*table.get(folded(short), ()), long)
    return table


@cache
def _by_word() -> dict[str, frozenset[str]]:
    """The abbreviations by each folded word of what they may stand for."""
    table: dict[str, set[str]] = {}
    for short, long in records("abbreviations.tsv"):
        for word in folded(long).split():
            table.setdefault(word, set()).add(folded(short))
    return {word: frozenset(shorts) for word, shorts in table.items()}


@cache
def _shortened() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for short, long in records("abbreviations.tsv"):
        table[folded(long)] = (*table.get(folded(long), ()), canonical(short))
    return table

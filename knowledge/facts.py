"""Questions about the plans themselves: number, issuer, date, signer, years; what is loaded; abbreviations."""

from collections.abc import Callable, Mapping

from knowledge import phrases
from knowledge.abbreviations import meanings
from knowledge.ask import Ask
from knowledge.identity import LoadedPlan
from knowledge.model import Heading, Task
from knowledge.reply import Answer, Citation, Entry, Line
from knowledge.text import canonical, folded
from knowledge.wording import bold, line, plan_name, source_line

_FACTS: Mapping[str, Callable[[Heading], str]] = {
    "signer": phrases.signer_line,
    "post": phrases.signer_line,
    "number": phrases.number_line,
    "issued": phrases.issued_line,
    "issuer": phrases.issuer_line,
    "years": phrases.years_line,
    "title": phrases.title_line,
}
_PRINTED: Mapping[str, Callable[[Heading], str | None]] = {
    "number": lambda heading: heading.number or heading.symbol,
    "issuer": lambda heading: (heading.issuer or "").split(" tỉnh ")[0].split(" thành phố ")[0],
    "signer": lambda heading: heading.signer.name,
    "post": lambda heading: heading.signer.name,
    "issued": lambda heading: f"năm {heading.issued[:4]}" if heading.issued else None,
    "title": lambda heading: heading.title,
}


def answer_facts(ask: Ask) -> Answer:
    """Facts of each plan asked about; unanswered where none of them is printed."""
    entries = []
    for loaded in ask.loaded:
        said = [text for text in dict.fromkeys(_FACTS[fact](loaded.plan.heading) for fact in ask.query.facts) if text]
        if said:
            entries.append(_entry(ask, loaded, said))
    if not entries:
        return ask.abstain(line("Kế hoạch không ghi thông tin này."))
    head = entries[0].lines[:-1] if len(entries) == 1 else (line(bold(f"{len(entries)} kế hoạch:")),)
    return Answer(ask.query.intent.value, head, tuple(entries))


def _entry(ask: Ask, loaded: LoadedPlan, said: list[str]) -> Entry:
    citation = next((c for fact in ask.query.facts for c in (_printed(loaded, fact),) if c), None)
    name = line(plan_name(loaded.plan.heading, loaded.plan.source))
    lines: tuple[Line, ...] = tuple(line(bold(text)) for text in said)
    return Entry((*lines, source_line(citation, loaded) if citation else name), citation)


def _printed(loaded: LoadedPlan, fact: str) -> Citation | None:
    """The first passage that prints a fact."""
    value = _PRINTED[fact](loaded.plan.heading) if fact in _PRINTED else None
    if not value:
        return None
    close = canonical(value).replace(" ", "")
    printed = [
        Citation(ref, loaded.stem, passage)
        for ref, passage in zip(loaded.passage_refs, loaded.plan.passages, strict=True)
        if close in canonical(passage.text).replace(" ", "")
    ]
    opening = (citation for citation in printed if _opens(citation, close))
    return next(opening, printed[0] if printed else None)


def _opens(citation: Citation, close: str) -> bool:
    """Whether a passage begins with the words ("Sở … ban hành Kế hoạch …"), so that it is about them."""
    item = citation.item
    return not isinstance(item, Task) and canonical(item.text).replace(" ", "").startswith(close)


def answer_plans(ask: Ask) -> Answer:
    """Which plans are loaded."""
    loaded = ask.loaded
    return Answer(ask.query.intent.value, (line(bold(f"Đang có {len(loaded)} kế hoạch:")), *phrases.plan_list(loaded)))


def answer_meaning(ask: Ask) -> Answer:
    """What an abbreviation stands for, by the plans' own words first."""
    for word in ask.query.topic:
        own = [long for loaded in ask.loaded for short, long in loaded.plan.glossary if folded(short) == folded(word)]
        known = tuple({folded(long): long for long in (*reversed(meanings(word)), *reversed(own))}.values())[::-1]
        if known:
            return Answer(ask.query.intent.value, (phrases.meaning_head(word.upper(), known),))
    return ask.abstain(phrases.unknown_meaning())


def answer_talk(ask: Ask) -> Answer:
    """A greeting, thanks, or what one may ask."""
    return Answer(ask.query.intent.value, phrases.talk(ask.query.talk))

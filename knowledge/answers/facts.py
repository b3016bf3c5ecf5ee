"""Questions about the plans themselves: number, issuer, date, signer, years; what is loaded; abbreviations."""

import re
from collections.abc import Callable, Mapping, Sequence

from knowledge.answers.ask import Ask
from knowledge.answers.heading_claims import heading_holds, issued_so, signed_so
from knowledge.identity import LoadedPlan
from knowledge.language.abbreviations import meanings
from knowledge.language.text import canonical, folded, is_accented
from knowledge.model import Heading, Task, TaskKind
from knowledge.questions.grounds_asked import documents_asked, kinds_asked
from knowledge.questions.negations import denies
from knowledge.questions.plans_in_order import put_in_order
from knowledge.reply import Answer, Citation, Entry, Line, line_text
from knowledge.wording import courtesy, plan_facts, unit_names, values
from knowledge.wording.rows import bold, line, plan_name, source_line

_FACTS: Mapping[str, Callable[[Heading], str]] = {
    "signer": plan_facts.signer_line,
    "post": plan_facts.signer_line,
    "number": plan_facts.number_line,
    "issued": plan_facts.issued_line,
    "issuer": plan_facts.issuer_line,
    "years": plan_facts.years_line,
    "title": plan_facts.title_line,
    "recipients": plan_facts.recipients_line,
}
_CARD = ("title", "number", "issued", "issuer", "years")  # what stands below a fact
_OVERVIEW = (*_CARD[:-1], "signer", "years", "recipients")  # what a plan's name alone asks for
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
    year = _of_no_plan(ask)
    if year:
        return ask.abstain(plan_facts.no_plan_of(year))
    meant = signed_so(ask)
    said = {loaded.stem: _said(ask, loaded) for loaded in meant}
    saying = [loaded for loaded in meant if said.get(loaded.stem)]
    if not saying:
        if (signer := ask.query.signer) is not None and not meant:
            if signer.number:
                return ask.abstain(line("Không có kế hoạch nào đã nạp mang số này."))
            named = bool(signer.name) and not signer.times
            return ask.abstain(*plan_facts.not_signed_so([p.plan.heading for p in ask.loaded], named=named))
        return ask.abstain(plan_facts.no_submitter() if _SUBMITTER in ask.query.facts else _NOT_PRINTED)
    if len(saying) > 1:
        entries = tuple(Entry((*said[p.stem], _source(ask, p)), _citation(ask, p)) for p in saying)
        head = _in_order(ask, saying) or f"{len(entries)} kế hoạch:"
        return Answer(ask.query.intent.value, (line(bold(head)),), entries)
    (loaded,) = saying
    told = {line_text(fact) for fact in said[loaded.stem]}
    card = [line(text) for text in _lines(loaded.plan.heading, _CARD) if text not in told]
    entry = Entry((*card, _source(ask, loaded)), _citation(ask, loaded))
    first, *others = said[loaded.stem]
    judged = values.judged(first, holds=heading_holds(ask, loaded.plan.heading))
    return Answer(ask.query.intent.value, (judged, *others), (entry,))


def _in_order(ask: Ask, loaded: Sequence[LoadedPlan]) -> str:
    """Which of several plans was issued first, where that is asked and their days tell it."""
    days = [plan.plan.heading.issued or "" for plan in loaded]
    least = min(map(len, days))
    told = {day[:least] for day in days}
    if not put_in_order(ask.query.words, several=ask.query.scope.several) or not least or len(told) < len(days):
        return ""
    first, *_, last = sorted(loaded, key=lambda plan: plan.plan.heading.issued or "")
    return plan_facts.issued_in_order(first, last, several=len(days) > _TWO)


_TWO = 2


def _of_no_plan(ask: Ask) -> str:
    """The year that is said and is none of the plans that are asked; nothing where none is."""
    said = {year for word in ask.query.words for year in _YEAR.findall(word)}
    known = {str(year) for loaded in ask.loaded for year in loaded.plan.heading.years}
    known.update((loaded.plan.heading.issued or "")[:4] for loaded in ask.loaded)
    return "" if not said or said & known else min(said)


_YEAR = re.compile(r"(?:19|20)\d\d")


def _said(ask: Ask, loaded: LoadedPlan) -> tuple[Line, ...]:
    """The facts that are asked for, as far as the plan prints them."""
    said = _lines(loaded.plan.heading, ask.query.facts)
    grounds = _of_year(ask, _grounds(loaded)) if _BASIS in ask.query.facts else ()
    parts = _parts(loaded) if "parts" in ask.query.facts else ()
    size = [line_text(plan_facts.plan_size(loaded.plan))] if "size" in ask.query.facts else []
    replaced = map(plan_facts.replaced_line, _replaced(loaded)) if _REPLACES in ask.query.facts else ()
    told = (*said, *map(plan_facts.basis_line, grounds), *replaced, *parts, *size)
    if told and _SUBMITTER in ask.query.facts:
        told = (*told, line_text(plan_facts.no_submitter()))
    return tuple(line(bold(text)) for text in dict.fromkeys(told))


def _parts(loaded: LoadedPlan) -> list[str]:
    """The parts of the table, and those of the text, by their headings."""
    rows = [task.section for task in loaded.plan.tasks if task.kind is TaskKind.TABLE]
    texts = [item.section for item in loaded.plan.passages] + [item.section for item in loaded.plan.targets]
    tops = (dict.fromkeys(section[0] for section in sections if section) for sections in (rows, texts))
    table, text = (list(headings) for headings in tops)
    said = [plan_facts.parts_line("Bảng phân công", table), plan_facts.parts_line("Phần lời văn", text)]
    return [line_ for line_, headings in zip(said, (table, text), strict=True) if headings]


def _grounds(loaded: LoadedPlan) -> list[str]:
    """What a plan goes by: the texts above its first heading that begin so and name a document."""
    texts = (passage.text for passage in loaded.plan.passages if not passage.section)
    return [text for text in texts if _GOES_BY.match(folded(text)) and _DOCUMENT.search(text)]


def _replaced(loaded: LoadedPlan) -> list[str]:
    """The sentences that say which plan a plan replaces, or which is out of force by it."""
    texts = (passage.text for passage in loaded.plan.passages)
    sentences = (part for text in texts if _REPLACED.search(text) for part in _SENTENCE.split(text))
    return [sentence.strip() for sentence in sentences if _REPLACED.search(sentence)]


def _of_year(ask: Ask, grounds: list[str]) -> list[str]:
    """Those of what a plan goes by that are of the year and the kind that are said ("quyết định nào … năm 2022")."""
    words = ask.query.words
    asked = [cue for cue in ask.query.cues if _BASIS in cue.kinds]
    years = [word for word in words[max((cue.end for cue in asked), default=len(words)) :] if _YEAR.fullmatch(word)]
    grounds = [text for text in grounds if any(f"năm {year}" in text for year in years)] or grounds
    papers = documents_asked(ask.query.cues, words, ())  # "mấy căn cứ trong kế hoạch này" asks for no other plan
    kinds = [*kinds_asked([words[at] for at in sorted(papers)])]
    return [text for text in grounds if any(_names_one(kind, text) for kind in kinds)] or grounds


def _names_one(kind: str, text: str) -> bool:
    """Whether a text names a document of a kind; a law has a name and hardly a number."""
    said = folded(text)
    return f"{kind} so" in said or (kind == "luat" and "can cu luat" in said)


_BASIS = "basis"
_REPLACES = "replaces"
_SUBMITTER = "submitter"
_NOT_PRINTED = line("Kế hoạch không ghi thông tin này.")
_GOES_BY = re.compile(r"\W*(?:can cu|thuc hien|theo|trien khai|de thuc hien|de trien khai)\b")
_REPLACED = re.compile(r"(?i)\b(?:thay thế|thay cho|bãi bỏ) (?:cho )?kế hoạch\b|\bkế hoạch số .{1,80}hết hiệu lực")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=\W*[^\W\da-z])")
_DOCUMENT = re.compile(r"\d+\s*/|\bsố\s+\d|\b(?:Luật|Hiến pháp)\b")


def _lines(heading: Heading, facts: Sequence[str]) -> list[str]:
    return [text for text in (_FACTS[fact](heading) for fact in facts if fact in _FACTS) if text]


def _citation(ask: Ask, loaded: LoadedPlan) -> Citation | None:
    return next((c for fact in ask.query.facts for c in (_printed(loaded, fact),) if c), None)


def _source(ask: Ask, loaded: LoadedPlan) -> Line:
    citation = _citation(ask, loaded)
    return source_line(citation, loaded) if citation else line(plan_name(loaded.plan.heading, loaded.plan.source))


def _printed(loaded: LoadedPlan, fact: str) -> Citation | None:
    """The first passage that prints a fact."""
    value = _PRINTED[fact](loaded.plan.heading) if fact in _PRINTED else None
    if fact in (_BASIS, _REPLACES):
        value = next(iter(_grounds(loaded) if fact == _BASIS else _replaced(loaded)), None)
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
    """Which plans are loaded; only those named, or issued at the time that is said."""
    query, denied = ask.query, False
    loaded = [p for position, p in enumerate(ask.lookup.snapshot.plans)
              if position in ask.plans and position in (query.scope.plans or ask.plans)]  # fmt: skip
    if query.period and _ISSUING & set(map(folded, query.words)):
        denied = _denied(query.words)
        dated = [(plan, plan.plan.heading.issued) for plan in loaded]
        loaded = [plan for plan, day in dated if day and (issued_so(day, query.period) is False) is denied]
    elif query.period and query.period.whole_year:
        loaded = [p for p in loaded if query.period.last.year in p.plan.heading.years]
    if not loaded:
        return ask.abstain(plan_facts.none_issued(query.period, denied=denied))
    head = line(bold(f"Đang có {len(loaded)} kế hoạch:"))
    lines, choices = plan_facts.plans_offered(loaded)
    return Answer(query.intent.value, (head, *lines), choices=choices)


_ISSUING = frozenset({"hanh", "ky", "ki"})  # "ban hành", "ký"


def _denied(words: Sequence[str]) -> bool:
    """Whether plans are asked for that were not issued at a time ("kế hoạch nào | không ban hành | trong tháng 2")."""
    last = next(at for at in range(len(words) - 1, -1, -1) if folded(words[at]) in _ISSUING)
    near = range(max(last - _NEAR, 0), last)
    return any(denies(words, at, accented=is_accented(words)) for at in near)


_NEAR = 3  # words from a negation to what it denies ("không được | ban hành")


def answer_overview(ask: Ask) -> Answer:
    """What the plans that were only named are: title, issuer, day, counts, and what one may ask of them."""
    entries = [plan_card(loaded) for loaded in ask.loaded]
    head = (line(bold(plan_name(ask.loaded[0].plan.heading, ask.loaded[0].plan.source))),)
    if len(entries) > 1:
        head = (line(bold(f"{len(entries)} kế hoạch:")),)
    return Answer(ask.query.intent.value, head, tuple(entries), foot=(line(courtesy.TRY),))


def plan_card(loaded: LoadedPlan) -> Entry:
    """What a plan is: title, number, day, office, who signed, to whom it goes, how much it holds."""
    said = [line(text) for text in _lines(loaded.plan.heading, _OVERVIEW)]
    return Entry((*said, plan_facts.plan_size(loaded.plan)), _printed(loaded, "number"))


def answer_units(ask: Ask) -> Answer:
    """The units that the plans name, with how many tasks each chairs and coordinates."""
    entries = []
    for position, loaded in zip(ask.plans, ask.loaded, strict=True):
        units = [(name, len(r.lead), len(r.coordinate)) for name, r in ask.lookup.roles(position).items()]
        name = (line(bold(plan_name(loaded.plan.heading, loaded.plan.source))),) if len(ask.plans) > 1 else ()
        for unit in sorted(units, key=lambda u: (-u[1], -u[2], u[0])):
            entries.append(Entry((unit_names.unit_line(*unit),), heading=name))
            name = ()
    if not entries:
        return ask.abstain(line("Kế hoạch không nêu đơn vị thực hiện."))
    head = line(bold(f"Có {len(entries)} đơn vị được giao nhiệm vụ:"))
    return Answer(ask.query.intent.value, (head,), tuple(entries))


def answer_meaning(ask: Ask) -> Answer:
    """What an abbreviation stands for, by the plans' own words first."""
    topic = " ".join(ask.query.topic)
    for word in dict.fromkeys((topic, *ask.query.topic)):
        own = [long for loaded in ask.loaded for short, long in loaded.plan.glossary if folded(short) == folded(word)]
        known = tuple({folded(long): long for long in (*reversed(meanings(word)), *reversed(own))}.values())[::-1]
        longer = [long for _, long in _begun(ask, word) if any(folded(long).startswith(folded(one)) for one in known)]
        if known and not longer:  # the plan's own "BQLDA CĐS" says more than "ban quản lý dự án"
            return Answer(ask.query.intent.value, (courtesy.meaning_head(word.upper(), known),))
    return _guessed(ask, topic)


def _begun(ask: Ask, word: str) -> list[tuple[str, str]]:
    """The short forms that plans explain and that begin with a word, each with what it stands for."""
    pairs = (pair for loaded in ask.loaded for pair in loaded.plan.glossary)
    return [(short, long) for short, long in pairs if folded(short).startswith(f"{folded(word)} ")]


def _guessed(ask: Ask, word: str) -> Answer:
    """What a short form may stand for that nobody explains: the beginning of one, or the initials of a phrase."""
    if begun := _begun(ask, word):
        return Answer(ask.query.intent.value, (courtesy.meaning_head(*begun[0][:1], begun[0][1:]),), tentative=True)
    spelled = ask.lookup.snapshot.index.spelled_by(word)[:_GUESSES]
    if spelled:
        return Answer(ask.query.intent.value, (courtesy.perhaps_means(word.upper(), spelled),), tentative=True)
    return ask.abstain(courtesy.unknown_meaning())


_GUESSES = 2


def answer_talk(ask: Ask) -> Answer:
    """A greeting, thanks, or what one may ask."""
    listed = ask.query.talk == "more" and ask.before.intent is not None and not ask.before.abstained
    return Answer(ask.query.intent.value, courtesy.talk("all said" if listed else ask.query.talk))

"""Whether what somebody claims of a row is so: "hạn 15/4 phải không", "là Phòng X chủ trì đúng không"."""

from knowledge.answers.ask import Ask
from knowledge.model import Task
from knowledge.questions.query import Intent
from knowledge.reply import Citation


def claim_holds(ask: Ask, name: Intent, citation: Citation, task: Task) -> bool | None:
    """Whether a field of a row is as it was claimed to be; None where nothing was claimed that can be told."""
    if ask.query.claims is None:
        return None
    if name is Intent.DEADLINE:
        return _falls_due_so(ask, citation)
    own = {Intent.LEAD: task.lead, Intent.COORDINATE: task.coordinate}.get(name)
    return _is_done_by(ask, citation, own) if own else None


def _falls_due_so(ask: Ask, citation: Citation) -> bool | None:
    entry = ask.register.find(citation.ref)
    days = [occurrence.due for occurrence in entry.occurrences] if entry else []
    claims = ask.query.claims
    if not days or not claims:
        return None
    return any(claim.first <= day <= claim.last for claim in claims for day in days)


def _is_done_by(ask: Ask, citation: Citation, own: tuple[str, ...]) -> bool | None:
    plan = ask.lookup.position(citation.stem)
    claimed = [unit.names.get(plan, frozenset()) for unit in ask.query.units] if plan is not None else []
    return all(names & set(own) for names in claimed) if claimed else None

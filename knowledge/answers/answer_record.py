"""An answer as the object that `ask --jsonl` and `ask --json` print, one field a name of the interchange format."""

from typing import Any

from knowledge.library.snapshot import Snapshot
from knowledge.model import Deadline, Passage, Place, Target, Task
from knowledge.reply import Answer, Citation, plain


def answer_json(answer: Answer, snapshot: Snapshot, question_id: str | None = None) -> dict[str, Any]:
    """The answer with its cited rows, the one that answers first."""
    sources = {loaded.stem: loaded.plan.source for loaded in snapshot.plans}
    said: dict[str, Any] = {} if question_id is None else {"id": question_id}
    return said | {
        "intent": answer.intent,
        "answer": plain(answer),
        "abstained": answer.abstained,
        "tentative": answer.tentative,
        "rows": [_row(citation, sources[citation.stem]) for citation in answer.counted],
    }


def _row(citation: Citation, source: str) -> dict[str, Any]:
    item = citation.item
    body = _task(item) if isinstance(item, Task) else _text(item)
    return {"source": source, "ref": citation.ref, **_place(item.place), **body, "score": citation.score}


def _task(task: Task) -> dict[str, Any]:
    return {
        "kind": task.kind.value,
        "stt": task.stt,
        "section": list(task.section),
        "objective": task.objective,
        "task": task.task,
        "activity": task.activity,
        "result": task.result,
        "lead": list(task.lead),
        "coordinate": list(task.coordinate),
        "deadline": _deadline(task.deadline),
        "budget": task.budget,
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "text": deadline.text,
        "kind": deadline.kind.value,
        "due": [day.isoformat() for day in deadline.due],
        "recur": deadline.recur,
    }


def _text(item: Target | Passage) -> dict[str, Any]:
    values = {"values": list(item.values)} if isinstance(item, Target) else {}
    return {"section": list(item.section), "task": item.text, "text": item.text, **values}


def _place(place: Place) -> dict[str, Any]:
    return {"lines": list(place.lines) if place.lines else None, "page": place.page, "place": place.at}

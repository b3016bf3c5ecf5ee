"""A plan in the shape that `extract --json` prints and other programs rely on (design, section 6)."""

from typing import Any

from knowledge.model import Doubt, Place, Plan, Target, Task


def plan_json(plan: Plan) -> dict[str, Any]:
    """The whole plan as plain values."""
    heading = plan.heading
    return {
        "source": plan.source,
        "plan": {
            "number": heading.number,
            "symbol": heading.symbol,
            "issuer": heading.issuer,
            "place": heading.place,
            "issued": heading.issued,
            "title": heading.title,
            "years": list(heading.years),
            "signer": {"name": heading.signer.name, "post": heading.signer.post},
        },
        "tasks": [task_json(task) for task in plan.tasks],
        "targets": [_target_json(target) for target in plan.targets],
        "warnings": [_warning_json(doubt) for doubt in plan.doubts],
    }


def task_json(task: Task) -> dict[str, Any]:
    """One row as plain values."""
    deadline = task.deadline
    return {
        "kind": task.kind.value,
        "section": list(task.section),
        "stt": task.stt,
        "stt_inherited": task.stt_inherited,
        "objective": task.objective,
        "task": task.task,
        "activity": task.activity,
        "result": task.result,
        "lead": list(task.lead),
        "lead_raw": task.lead_raw,
        "coordinate": list(task.coordinate),
        "coordinate_raw": task.coordinate_raw,
        "deadline": {"text": deadline.text, "kind": deadline.kind.value, "due": [d.isoformat() for d in deadline.due]},
        "budget": task.budget,
        "status": task.status,
        "person": task.person,
        "note": task.note,
        **({"extra": dict(task.extra)} if task.extra else {}),
        **place_json(task.place),
    }


def place_json(place: Place) -> dict[str, Any]:
    """Lines of a text, page of a PDF, row of a table in words; `place` only where there is such a row."""
    where: dict[str, Any] = {"lines": list(place.lines) if place.lines else None, "page": place.page}
    return {**where, "place": place.at} if place.at else where


def _target_json(target: Target) -> dict[str, Any]:
    return {
        "text": target.text,
        "values": list(target.values),
        "section": list(target.section),
        **place_json(target.place),
    }


def _warning_json(doubt: Doubt) -> dict[str, Any]:
    where = place_json(doubt.place)
    line = doubt.place.lines[0] if doubt.place.lines else None
    return {
        "line": line,
        "message": doubt.message,
        **{k: v for k, v in where.items() if k != "lines" and v is not None},
    }

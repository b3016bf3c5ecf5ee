"""The values of a plan as JSON records, for the store. What equals its default is left out."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from knowledge.model import (
    Deadline,
    DeadlineKind,
    Doubt,
    Heading,
    Passage,
    Place,
    Signer,
    Target,
    Task,
    TaskKind,
)

Record = dict[str, Any]


def record(value: Task | Target | Passage | Heading | Doubt) -> Record:
    """A value as a JSON object; the reverse is the function named after its kind below."""
    return cast("Record", _plain(value))


def task(data: Mapping[str, Any]) -> Task:
    """A task from its record."""
    fields = dict(data)
    return Task(
        task=fields.pop("task"),
        kind=TaskKind(fields.pop("kind", TaskKind.TABLE)),
        section=tuple(fields.pop("section", ())),
        lead=tuple(fields.pop("lead", ())),
        coordinate=tuple(fields.pop("coordinate", ())),
        deadline=_deadline(fields.pop("deadline", {})),
        extra=tuple((name, text) for name, text in fields.pop("extra", ())),
        place=_place(fields.pop("place", {})),
        **fields,
    )


def target(data: Mapping[str, Any]) -> Target:
    """A target from its record."""
    return Target(data["text"], tuple(data.get("values", ())), tuple(data.get("section", ())), _place_of(data))


def passage(data: Mapping[str, Any]) -> Passage:
    """A passage from its record."""
    return Passage(data["text"], tuple(data.get("section", ())), _place_of(data))


def doubt(data: Mapping[str, Any]) -> Doubt:
    """A doubt from its record."""
    return Doubt(data["message"], _place_of(data))


def heading(data: Mapping[str, Any]) -> Heading:
    """A plan's heading from its record."""
    fields = dict(data)
    return Heading(
        years=tuple(fields.pop("years", ())),
        signer=Signer(**fields.pop("signer", {})),
        recipients=tuple(fields.pop("recipients", ())),
        **fields,
    )


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value) if not _is_default(value, f)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _is_default(value: object, field: "dataclasses.Field[Any]") -> bool:
    held = getattr(value, field.name)
    if field.default_factory is not dataclasses.MISSING:
        return bool(held == field.default_factory())
    return bool(held == field.default)


def _deadline(data: Mapping[str, Any]) -> Deadline:
    return Deadline(
        text=data.get("text", ""),
        kind=DeadlineKind(data.get("kind", DeadlineKind.NONE)),
        due=tuple(date.fromisoformat(day) for day in data.get("due", ())),
        recur=data.get("recur"),
    )


def _place_of(data: Mapping[str, Any]) -> Place:
    return _place(data.get("place", {}))


def _place(data: Mapping[str, Any]) -> Place:
    lines = data.get("lines")
    return Place(lines=(lines[0], lines[1]) if lines else None, page=data.get("page"), at=data.get("at"))

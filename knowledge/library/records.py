"""The values of a plan as JSON records, for the store. What equals its default is left out."""

import dataclasses
import json
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

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
Fits = Callable[[object], bool]
T = TypeVar("T")


def record(value: Task | Target | Passage | Heading | Doubt) -> Record:
    """A value as a JSON object; the reverse is the function named after its kind below."""
    return cast("Record", _plain(value))


def task(data: Mapping[str, Any]) -> Task:
    """A task from its record."""
    fields = dict(data)
    made = Task(
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
    return checked(made)


def target(data: Mapping[str, Any]) -> Target:
    """A target from its record."""
    made = Target(data["text"], tuple(data.get("values", ())), tuple(data.get("section", ())), _place_of(data))
    return checked(made)


def passage(data: Mapping[str, Any]) -> Passage:
    """A passage from its record."""
    return checked(Passage(data["text"], tuple(data.get("section", ())), _place_of(data)))


def doubt(data: Mapping[str, Any]) -> Doubt:
    """A doubt from its record."""
    return checked(Doubt(data["message"], _place_of(data)))


def heading(data: Mapping[str, Any]) -> Heading:
    """A plan's heading from its record."""
    fields = {
        **data,
        "years": tuple(data.get("years", ())),
        "signer": checked(Signer(**data.get("signer", {}))),
        "recipients": tuple(data.get("recipients", ())),
    }
    made = checked(Heading(**fields))
    for year in made.years:
        date(year, 1, 1)
    return made


def from_json(text: str) -> Any:  # noqa: ANN401 - whatever a record holds
    """The value of a stored text.

    Raises:
        ValueError: it is no JSON, or holds half a character, which no text may.
    """
    value = json.loads(text)
    if "\\u" in text:  # the store writes none itself
        json.dumps(value, ensure_ascii=False).encode()
    return value


def checked(value: T) -> T:
    """A value whose fields are of the kinds that its class says.

    Raises:
        ValueError: one is not; it is named.
    """
    for name, fits in _checks(type(value)):  # type: ignore[arg-type]
        if not fits(getattr(value, name)):
            raise ValueError(f"{type(value).__name__}.{name} = {getattr(value, name)!r}")
    return value


@cache
def _checks(kind: type) -> tuple[tuple[str, Fits], ...]:
    return tuple((name, _fitting(hint)) for name, hint in typing.get_type_hints(kind).items())


def _each(of: Sequence[Fits], values: Sequence[object]) -> Iterator[bool]:
    return (fits(value) for fits, value in zip(of, values, strict=True))


def _fitting(hint: Any) -> Fits:  # noqa: ANN401 - any type that a value may declare
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        of = [_fitting(argument) for argument in arguments if argument is not ...]
        if ... in arguments:
            return lambda value: isinstance(value, tuple) and all(map(of[0], value))
        return lambda value: isinstance(value, tuple) and len(value) == len(of) and all(_each(of, value))
    if arguments:
        any_of = [_fitting(argument) for argument in arguments]
        return lambda value: any(fits(value) for fits in any_of)
    return lambda value: isinstance(value, hint)


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
    made = Deadline(
        text=data.get("text", ""),
        kind=DeadlineKind(data.get("kind", DeadlineKind.NONE)),
        due=tuple(date.fromisoformat(day) for day in data.get("due", ())),
        recur=data.get("recur"),
    )
    return checked(made)


def _place_of(data: Mapping[str, Any]) -> Place:
    return _place(data.get("place", {}))


def _place(data: Mapping[str, Any]) -> Place:
    lines = data.get("lines")
    return checked(Place(lines=(lines[0], lines[1]) if lines else None, page=data.get("page"), at=data.get("at")))

"""The configuration: one frozen value, read once from `config.toml` and the environment.

Every section is a dataclass that the part which uses it defines. Unknown keys are refused, and all problems are
reported at once, each with its dotted name, the value that was read, and what was expected. The token comes only from
the environment, or from a file that the environment names, and is in no `repr`.
"""

import dataclasses
import ipaddress
import os
import re
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

from bot.logs import Log
from knowledge.errors import RefusedError
from knowledge.regular import only_regular
from knowledge.wrong_values import Expected, WrongSettingsError, WrongValue, WrongValuesError
from scheduler.access import Access
from scheduler.settings import Questions, Reminders

T = TypeVar("T")

TOKEN_VARIABLE = "PLANBOT_TOKEN"  # noqa: S105 - the name of the variable, not the secret
PORT_VARIABLE = "PLANBOT_METRICS_PORT"
TOKEN_FILE_VARIABLE = "PLANBOT_TOKEN_FILE"  # noqa: S105 - as above; the file holds the token and nothing else
NO_TOKEN = f"neither {TOKEN_VARIABLE} nor {TOKEN_FILE_VARIABLE} is set in the environment"
DATABASE_VARIABLE = "PLANBOT_DATABASE"
CREDENTIALS_VARIABLE = "CREDENTIALS_DIRECTORY"  # where systemd puts LoadCredential=planbot_token:… and the like


@dataclass(frozen=True, slots=True)
class Office:
    """The office that runs this bot."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Telegram:
    """How the bot reaches Telegram."""

    base_url: str = "https://api.telegram.org/bot"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_listen: str = "127.0.0.1"
    webhook_port: int = 8443

    def __post_init__(self) -> None:
        """Checks what the types do not say; the message names the key."""
        if not self.base_url.endswith("/bot"):
            raise WrongValuesError(WrongValue("base_url", repr(self.base_url), Expected.BOT_ADDRESS))
        if self.mode == "webhook" and not self.webhook_url.startswith("https://"):
            raise WrongValuesError(WrongValue("webhook_url", repr(self.webhook_url), Expected.HTTPS))


@dataclass(frozen=True, slots=True)
class Metrics:
    """Where the health of the bot is served to machines; nowhere unless a port is set."""

    port: int = 0
    listen: str = "127.0.0.1"

    def __post_init__(self) -> None:
        """Checks what the types do not say: nothing of the bot is served to other machines."""
        wrong = []
        if not 0 <= self.port <= 65535:
            wrong.append(WrongValue("port", str(self.port), Expected.PORT))
        if not _is_loopback(self.listen):
            wrong.append(WrongValue("listen", repr(self.listen), Expected.LOOPBACK))
        if wrong:
            raise WrongValuesError(*wrong)


@dataclass(frozen=True, slots=True)
class Search:
    """Where the rows that may answer are found, when the plans are on a PostgreSQL server; they are the same rows."""

    candidates: Literal["here", "server"] = "here"


@dataclass(frozen=True, slots=True)
class Config:
    """All that an administrator may change, and the secrets.

    Args:
        token: of the bot.
        database: address of a PostgreSQL server, with its password; None where the data folder has a file of its own.
    """

    office: Office = field(default_factory=Office)
    telegram: Telegram = field(default_factory=Telegram)
    access: Access = field(default_factory=Access)
    reminders: Reminders = field(default_factory=Reminders)
    questions: Questions = field(default_factory=Questions)
    metrics: Metrics = field(default_factory=Metrics)
    search: Search = field(default_factory=Search)
    log: Log = field(default_factory=Log)
    token: str | None = field(default=None, repr=False)
    database: str | None = field(default=None, repr=False)


def load_config(path: Path | None, environment: Mapping[str, str] | None = None) -> Config:
    """The configuration of a TOML file and the environment; defaults where `path` is None.

    Raises:
        WrongSettingsError: the file cannot be read, or any of its keys is wrong; all problems are named.
        RefusedError: a secret or the environment is wrong.
    """
    environment = os.environ if environment is None else environment
    table = _read(path) if path else {}
    wrong: list[WrongValue] = []
    config = _section(Config, table, "", wrong)
    if wrong and path:
        raise WrongSettingsError(path, *wrong)
    return dataclasses.replace(
        config,
        token=token_of(environment),
        database=secret_of(environment, DATABASE_VARIABLE),
        metrics=_served(config.metrics, environment),
    )


def _served(metrics: Metrics, environment: Mapping[str, str]) -> Metrics:
    """Where the health is served: the environment's port, which an image sets, where the file names none.

    Raises:
        RefusedError: it is no port.
    """
    port = environment.get(PORT_VARIABLE, "")
    if metrics.port or not port:
        return metrics
    try:
        return dataclasses.replace(metrics, port=int(port))
    except ValueError:
        raise RefusedError(f"{PORT_VARIABLE} = {port!r}: expected a port from 0 (off) to 65535") from None


def token_of(environment: Mapping[str, str]) -> str | None:
    """The token of the bot. See `secret_of`."""
    return secret_of(environment, TOKEN_VARIABLE)


def secret_of(environment: Mapping[str, str], variable: str) -> str | None:
    """A secret: the variable itself, the file that VARIABLE_FILE names, or the service manager's credential.

    Raises:
        RefusedError: the file cannot be read.
    """
    if secret := environment.get(variable, "").strip():
        return secret
    file = Path(named) if (named := environment.get(f"{variable}_FILE")) else None
    given = Path(folder, variable.lower()) if (folder := environment.get(CREDENTIALS_VARIABLE)) else None
    if file is None and given and given.is_file():
        file = given
    if file is None:
        return None
    try:
        return only_regular(file).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise RefusedError(f"{file}: {variable} cannot be read ({variable}_FILE): {reason}") from error


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(only_regular(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSettingsError(path, whole=f"cannot be read: {error}") from error
    except RefusedError as error:
        raise WrongSettingsError(path, whole=str(error).removeprefix(f"{path}: ")) from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+), column (\d+)", str(error))
        place = (int(at[1]), int(at[2])) if at else None
        raise WrongSettingsError(path, whole=f"is not valid TOML: {error}", place=place) from error


def _section(kind: type[T], table: Mapping[str, Any], prefix: str, wrong: list[WrongValue]) -> T:
    """A dataclass from a table; what is wrong is added to `wrong`."""
    hints = typing.get_type_hints(kind)
    known = {f.name for f in dataclasses.fields(kind) if f.repr}  # type: ignore[arg-type]
    names = ", ".join(sorted(known))
    wrong.extend(WrongValue(f"{prefix}{name}", "", Expected.KNOWN, (names,)) for name in table if name not in known)
    values = {}
    for name in sorted(known & table.keys()):
        value = _value(hints[name], table[name], prefix + name, wrong)
        if value is not None:
            values[name] = value
    try:
        return kind(**values)
    except WrongValuesError as error:  # a section may check its own values together
        wrong.extend(one.below(prefix) for one in error.wrong)
        return kind()


def _value(hint: Any, value: Any, name: str, wrong: list[WrongValue]) -> Any:  # noqa: ANN401 - any type a TOML file may hold
    """A value of the kind that `hint` says, or None with its problem added."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if dataclasses.is_dataclass(hint) and isinstance(value, dict):
        return _section(typing.cast("type[Any]", hint), value, f"{name}.", wrong)
    if origin is Literal and value in arguments:
        return value
    if origin is Mapping and isinstance(value, dict):
        entries = {key: _value(arguments[1], item, f"{name}.{key}", wrong) for key, item in value.items()}
        return {key: item for key, item in entries.items() if item is not None}
    if origin in (tuple, frozenset) and isinstance(value, list) and all(_is(item, arguments[0]) for item in value):
        return origin(value)
    if isinstance(hint, type) and _is(value, hint):
        return float(value) if hint is float else value
    wrong.append(WrongValue(name, repr(value), *_expected(hint)))
    return None


def _expected(hint: Any) -> tuple[Expected, tuple[object, ...]]:  # noqa: ANN401 - any type a section may declare
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return Expected.ONE_OF, (", ".join(arguments),)
    if origin in (tuple, frozenset):
        return _LISTS[arguments[0]], ()
    return Expected.TABLE if origin is Mapping or dataclasses.is_dataclass(hint) else _TYPES[hint], ()


_TYPES = {int: Expected.WHOLE, float: Expected.NUMBER, str: Expected.TEXT, bool: Expected.TRUTH}
_LISTS = {int: Expected.WHOLES, str: Expected.TEXTS}


def _is(value: object, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))

"""The real bot as a process over the strict Bot API of ../shared: a crowd, floods, kills, a bad line, a long life.

`CHAT="crowd floods" make bench ARGS=chat` runs the named parts; `CHAT_SHARE=0.05` so much of each. Each prints a line
of figures and gives what was not held; one that breaks off does not stop the others. The limits of Telegram are on
everywhere but in the part that asks 20,000 questions, which would wait for them.
"""

import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import httpx
from local_telegram import LocalTelegram, local_telegram
from mutation import QUESTIONS
from running import Running, sent, spread, waits

from scheduler.clock import system_clock

from .kills import killed_while_adding, killed_while_reporting, killed_while_sending

SHARED = Path(__file__).resolve().parents[3] / "shared"
ADMIN, STRANGER, FLOODER, CROWD, FLOODED = 9, 66, 70, 1000, -5000
STEADY = 1.15  # times the memory after a quarter of the questions
MEMBERS, OTHERS = range(CROWD + 6, CROWD + 12), 6
ASKED, MARK = "ai chủ trì số hóa kết quả giải quyết thủ tục hành chính", "Chủ trì"
APPLIED = "applied_reset"  # Telegram took the message and the line broke: the only way in which one may come twice
KINDS = ("502", "429", "reset", APPLIED, "half", "junk", "slow")
NOW = system_clock()
Part = Callable[[float], Iterable[str]]


def main() -> list[str]:
    """Runs the parts, each in an office of its own; what was not held."""
    broken: list[str] = []
    if not SHARED.is_dir():
        print("skipped: ../shared is not here")
        return broken
    share, chosen = float(os.environ.get("CHAT_SHARE", "1")), os.environ.get("CHAT", "").split() or list(PARTS)
    for name in chosen:
        began = time.perf_counter()
        try:
            broken += [f"{name}: {what}" for what in PARTS[name](share)]
        except Exception as error:  # noqa: BLE001 - whatever it is, the other parts are run
            traceback.print_exc(file=sys.stdout)
            broken.append(f"{name} broke off: {type(error).__name__}")
        print(f"{'':10}({name}: {time.perf_counter() - began:.0f} s)", flush=True)
    return broken


@contextmanager
def _office(people: int, *, limits: str = "real", groups: int = 0, rows: int = 0) -> Iterator[Running]:
    """A running bot with an admin, somebody who floods, a crowd and a stranger."""
    users = [ADMIN, FLOODER, *range(CROWD, CROWD + people)]
    with (
        tempfile.TemporaryDirectory() as folder,
        local_telegram(SHARED, "--limits", limits) as server,
        Running(server, Path(folder), users, groups, rows) as running,
    ):
        server.sim("user", id=STRANGER, first_name="Lạ")
        running.prepare()
        running.start()
        yield running


def _crowd(share: float) -> Iterator[str]:
    """500 people ask at once while reminders go out."""
    people, groups = max(5, round(500 * share)), max(3, round(100 * share))
    with _office(people, groups=groups, rows=3 * groups) as running:
        server = running.server
        _until(lambda: any(m["chat"] < 0 for m in sent(server)), 60)
        asked = _ask(server, range(CROWD, CROWD + people))
        found = _until_answered(server, asked, 120)
        messages, first = sent(server), min(asked.values())
        end = max((m["at"] for m in messages if m["chat"] in asked), default=first + 1)
        during = [m for m in messages if first <= m["at"] <= end]
        print(
            f"crowd     {people} asked within {max(asked.values()) - first:.1f} s: {len(found)} answered, "
            f"{spread(found.values())}; {sum(m['chat'] < 0 for m in during)} reminders went out meanwhile, "
            f"{len(during) / (end - first):.1f} messages/s of 30, {_too_many(server)} times 429; {running.troubles()}",
            flush=True,
        )
        if len(found) < people:
            yield f"{people - len(found)} were not answered"


def _floods(share: float) -> Iterator[str]:
    """1,000 messages by a stranger, by a person, by a group, while others ask."""
    count = max(40, round(1000 * share))
    yield from _flooded("stranger", STRANGER, [STRANGER], ASKED, count)
    yield from _flooded("person", FLOODER, [FLOODER], ASKED, count)
    yield from _flooded("group", FLOODED, list(MEMBERS), f"/hoi {ASKED}", count)


def _flooded(name: str, chat: int, users: list[int], text: str, count: int) -> Iterator[str]:
    with _office(12 + OTHERS) as running:
        server = running.server
        running.planbot("people", "add", "--", str(FLOODED), "viewer")
        server.sim("group", id=FLOODED, title="Nhóm", members=list(MEMBERS))
        server.say(ADMIN, ADMIN, "/help")
        alone = [_alone(server, person) for person in range(CROWD + 12, CROWD + 12 + OTHERS)]
        asked, began = dict[int, float](), NOW().timestamp()
        for others, part in enumerate(range(OTHERS), start=CROWD):
            _say(server, [(chat, users[n % len(users)], text) for n in range(part, count, OTHERS)])
            asked |= _ask(server, [others], ASKED)
        took, found = NOW().timestamp() - began, _until_answered(server, asked, 60, MARK)
        calm = _calm(server)
        back = [m["text"] for m in sent(server) if m["chat"] == chat]
        print(
            f"flood     {count} messages by a {name} in {took:.1f} s: {len(back)} messages back, "
            f"{sum(MARK in text for text in back)} of them answers, the last {calm:.0f} s later; "
            f"{len(found)} of {len(asked)} others who asked meanwhile were answered: {spread(found.values())} "
            f"(before: {spread(alone)}); "
            f"{running.troubles()}",
            flush=True,
        )
        if len(found) < len(asked):
            yield f"{len(asked) - len(found)} others were not answered beside the {name}"


def _alone(server: LocalTelegram, person: int) -> float:
    """The wait of somebody whom nothing disturbs."""
    asked = _ask(server, [person], ASKED)
    return _until_answered(server, asked, 30, MARK)[person]


def _line(share: float) -> Iterator[str]:
    """Half of all calls fail in each way that a line can; an hour of it is shortened to a minute each."""
    people, seconds = max(4, round(60 * share)), max(5.0, 60 * share)
    for kind in KINDS:
        yield from _bad_line(kind, people, seconds / people)


def _bad_line(kind: str, people: int, pause: float) -> Iterator[str]:
    chance, asked = random.Random(1), dict[int, float]()  # noqa: S311 - a simulation
    with _office(people) as running:
        server = running.server
        server.say(ADMIN, ADMIN, "/help")
        server.sim("line", kind=kind, share=0.5)
        for person in range(CROWD, CROWD + people):
            asked |= _ask(server, [person], ASKED)
            time.sleep(2 * chance.random() * pause)
        server.sim("line")
        found = _until_answered(server, asked, 45, MARK)
        _calm(server)
        counts = Counter(m["chat"] for m in sent(server) if MARK in m["text"])
        lost, doubled = people - len(found), sum(count > 1 for count in counts.values())
        print(
            f"line      half of all calls {kind}, {people} asked in {people * pause:.0f} s: {len(found)} answered, "
            f"{lost} lost, {doubled} doubled, "
            f"{running.log.count(': perhaps, ')} perhaps sent; {spread(found.values())}; {running.troubles()}",
            flush=True,
        )
        if lost:
            yield f"{lost} answers lost where half of all calls were {kind}"
        if doubled and kind != APPLIED:
            yield f"{doubled} answers doubled where half of all calls were {kind}"


def _memory(share: float) -> Iterator[str]:
    """20,000 questions, without the limits of the server; the bot keeps its own."""
    count, people = max(200, round(20_000 * share)), 100
    chance, took = random.Random(2), time.perf_counter()  # noqa: S311 - a simulation
    with _office(people, limits="off") as running:
        server = running.server
        for person in range(CROWD, CROWD + 20):
            server.say(person, person, ASKED)
        before, marks = running.memory(), []
        for n in range(0, count, people):
            _ask(server, range(CROWD, CROWD + people), chance)
            _until(lambda: _finished(server, 20 + n + people), 120, 1.0)  # noqa: B023 - called at once
            if n * 4 // count != (n + people) * 4 // count:
                marks.append(running.memory())
                print(f"{'':10}({n + people:,} questions: {marks[-1]:.0f} MB)", flush=True)
        rate = count / (time.perf_counter() - took)
        print(
            f"memory    {count:,} questions ({rate:.0f} a second): {before:.0f} MB at the start, "
            f"{', '.join(f'{mb:.0f}' for mb in marks)} MB after each quarter; {running.troubles()}",
            flush=True,
        )
        if marks[-1] > STEADY * marks[0]:
            yield f"memory grew from {marks[0]:.0f} MB after a quarter to {marks[-1]:.0f}"


def _finished(server: LocalTelegram, messages: int) -> bool:
    return len(server.sim("sent", letters=0)) >= messages


def _ask(server: LocalTelegram, people: Iterable[int], text: str | random.Random = "") -> dict[int, float]:
    """Each asks in private, one after the other as fast as that goes: when, by person."""
    asked = {}
    for person in people:
        said = text.choice(QUESTIONS) if isinstance(text, random.Random) else text or QUESTIONS[person % 12]
        asked[person] = NOW().timestamp()
        _say(server, [(person, person, said)])
    return asked


def _say(server: LocalTelegram, said: Sequence[tuple[int, int, str]]) -> None:
    """What is said where by whom; over one connection, so that a flood is one."""
    for chat, user, text in said:
        _client(server.port).post("/sim/say", json={"chat": chat, "from": user, "text": text}).raise_for_status()


@cache
def _client(port: int) -> httpx.Client:
    return httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60)


def _until_answered(server: LocalTelegram, asked: dict[int, float], seconds: float, mark: str = "") -> dict[int, float]:
    """The waits of those who asked, when all have their answer or so many seconds are over."""
    _until(lambda: len(waits(sent(server), asked, mark)) == len(asked), seconds)
    return waits(sent(server), asked, mark)


def _until(done: Callable[[], bool], seconds: float, pause: float = 0.25) -> None:
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        time.sleep(pause)


def _calm(server: LocalTelegram) -> float:
    """Seconds until the bot has said nothing for ten, at most two minutes."""
    began = last = time.monotonic()
    count = -1
    while time.monotonic() < min(last + 10, began + 120):
        if (now := len(sent(server))) != count:
            count, last = now, time.monotonic()
        time.sleep(0.5)
    return last - began


def _too_many(server: LocalTelegram) -> int:
    return sum(call.get("code") == 429 for call in server.sim("log"))


PARTS: dict[str, Part] = {
    "crowd": _crowd,
    "floods": _floods,
    "sending": killed_while_sending,
    "adding": killed_while_adding,
    "reporting": killed_while_reporting,
    "line": _line,
    "memory": _memory,
}

"""The bot and its commands killed (SIGKILL) at random moments: what was confirmed and is lost, what was done twice."""

import random
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

from killing import Office
from local_telegram import ROOT, LocalTelegram, local_telegram
from running import BOT, Running, a_plan_text

from knowledge.database import DATABASE_NAME
from knowledge.library.store import Store

SHARED = Path(__file__).resolve().parents[3] / "shared"
SENDING, ADDING, REPORTING = 66, 67, 67  # kills: 200 together
AFTER_THE_FIRST_WRITE = 0.4  # seconds within which a command is killed
PRESSES = 6  # at once, before each kill
LEFT_OVER = 600.0  # seconds in which the last life does what those before it left
ADMIN, PEOPLE, GROUPS, ROWS = 9, range(100, 112), 12, 60
STEM, ORIGINALS = "thay-doi", "documents"


def killed_while_sending(share: float) -> list[str]:
    """The running bot, while it sends reminders at the pace of Telegram."""
    with tempfile.TemporaryDirectory() as folder, local_telegram(SHARED, "--limits", "real") as server:
        office = Office(server, Path(folder))
        office.prepare()
        toll = office.suffer(max(2, round(SENDING * share)), seed=1)
        refused = len(server.sim("refusals"))
    print(
        f"kills     {toll.kills} while sending: {toll.lost} reminders lost, {toll.repeated} messages repeated; "
        f"{refused} calls refused by the Bot API",
        flush=True,
    )
    return [f"{toll.lost} reminders lost"] if toll.lost else []


def killed_while_adding(share: float) -> list[str]:
    """`plans add`, with another version of a plan each time; afterwards the old or the new one stands, whole."""
    chance, kills, found = random.Random(3), max(3, round(ADDING * share)), Counter[str]()  # noqa: S311 - a simulation
    with tempfile.TemporaryDirectory() as folder, local_telegram(SHARED) as server:
        running = Running(server, Path(folder), [ADMIN])
        running.prepare()
        stood = tried = 0
        _add(running, 0, None)
        while found["killed"] < kills:
            tried += 1
            watched = chance.choice(("", ORIGINALS, ORIGINALS))  # the original is kept just before its rows
            confirmed = _add(running, tried, chance.random() * AFTER_THE_FIRST_WRITE, watched)
            now = _standing(running)
            found["confirmed" if confirmed else "killed"] += 1
            found["lost"] += confirmed and now != tried
            found["half"] += now not in {stood, tried}
            found["stored"] += not confirmed and now == tried
            stood = now
        doubled = sum(count - 1 for count in _versions(running).values())
    print(
        f"kills     {kills} while adding plans ({found['confirmed']} were confirmed before): {found['lost']} confirmed "
        f"and lost, {doubled} stored twice, {found['half']} half stored; {found['stored']} of the killed were whole",
        flush=True,
    )
    bad = {"lost": found["lost"], "stored twice": doubled, "half stored": found["half"]}
    return [f"{count} plans {what}" for what, count in bad.items() if count]


def _add(running: Running, number: int, seconds: float | None, watched: str = "") -> bool:
    """Adds that version, killed so long after it has begun to write there; whether it was confirmed."""
    file = running.folder / f"{STEM}.txt"
    file.write_text(a_plan_text(GROUPS, ROWS, f"Nhiệm vụ lần {number} số"), encoding="utf-8")
    command, before = [*BOT, *running.options(), "plans", "add", str(file), "--as", STEM], _touched(running, watched)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        if seconds is not None:
            while child.poll() is None and _touched(running, watched) == before:
                time.sleep(0.001)
        try:
            code = child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            return False
    if code:
        raise RuntimeError(f"plans add: exit {code}")
    return True


def _touched(running: Running, where: str) -> set[tuple[str, int]]:
    """What would be another once something is written there."""
    with suppress(FileNotFoundError):  # it was there a moment ago
        files = (running.data / where).rglob("*")
        return {(path.name, path.stat().st_size) for path in files if path.suffix != ".lock"}
    return set()


def _standing(running: Running) -> int:
    """Which version stands, by the words of its rows; -1 where they are not all there or not of one version."""
    with closing(Store(running.data / DATABASE_NAME)) as store:
        plan = store.version(STEM, store.numbers()[STEM])
    words = Counter(task.task.split()[3] for task in plan.plan.tasks) if plan else Counter[str]()
    return int(next(iter(words))) if len(words) == 1 and words.total() == ROWS else -1


def _versions(running: Running) -> Counter[str]:
    """How often each version is kept."""
    with closing(Store(running.data / DATABASE_NAME)) as store:
        plans = [store.version(STEM, version.number) for version in store.versions(STEM)]
    return Counter(plan.plan.tasks[0].task for plan in plans if plan)


def killed_while_reporting(share: float) -> list[str]:
    """The running bot, while people press "Đã xong"; what the small window confirmed has to stand, and once."""
    chance, kills = random.Random(4), max(2, round(REPORTING * share))  # noqa: S311 - a simulation
    with (
        tempfile.TemporaryDirectory() as folder,
        local_telegram(SHARED, "--limits", "real") as server,
        Running(server, Path(folder), [ADMIN, *PEOPLE], groups=GROUPS, rows=PRESSES * kills) as running,
    ):
        running.prepare()
        refs = _refs(running)
        running.start()
        under = {chat: _reminder(server, chat) for chat in (-1001 - n for n in range(GROUPS))}
        confirmed: set[str] = set()
        for kill in range(kills):
            now = list(enumerate(refs))[PRESSES * kill : PRESSES * (kill + 1)]
            presses = [(-1001 - (n + 1) % GROUPS, ref) for n, ref in now]
            confirmed |= _pressed_and_killed(running, under, presses, chance.random())
            running.start()
        began = time.monotonic()
        reported = _reported_at_last(running)
        took = time.monotonic() - began
        troubles, given_up = running.troubles(), running.log.count("and is given up")
    lost, twice = len(set(refs) - set(reported)), sum(count > 1 for count in reported.values())
    print(
        f"kills     {kills} while {len(refs)} reports were pressed: {len(confirmed)} confirmed at once, "
        f"{len(confirmed - set(reported))} of them lost, {lost} of all lost, {given_up} given up, "
        f"all was done {took:.0f} s after the last kill, "
        f"{twice} recorded twice; {troubles}",
        flush=True,
    )
    return [f"{count} presses {what}" for what, count in {"lost": lost, "recorded twice": twice}.items() if count]


def _refs(running: Running) -> list[str]:
    """The rows of the plan, in their order."""
    with closing(Store(running.data / DATABASE_NAME)) as store:
        plan = store.version("ke-hoach", store.numbers()["ke-hoach"])
    return list(plan.task_refs) if plan else []


def _reminder(server: LocalTelegram, chat: int) -> int:
    """The number of the reminder in a group."""
    end = time.monotonic() + 90
    while time.monotonic() < end:
        for message in server.sim("wait", chat=chat, seconds=1):
            if "1d:" in str(message.get("reply_markup")):
                return int(message["message_id"])
    raise TimeoutError(f"no reminder in {chat}")


def _pressed_and_killed(
    running: Running, under: dict[int, int], presses: list[tuple[int, str]], seconds: float
) -> set[str]:
    """People press at once and the bot is killed after so long: what was confirmed."""

    def press(one: tuple[int, str]) -> str:
        chat, ref = one
        person = PEOPLE[-chat % len(PEOPLE)]  # of one person only thirty updates wait, and all of these may
        data = f"1d:done:{ref}:2027-06-30"
        said = running.server.sim(
            "press_raw", chat=chat, message=under[chat], data=data, seconds=seconds + 1, **{"from": person}
        )
        return ref if "Đã ghi nhận" in str(said["toast"]) else ""

    with ThreadPoolExecutor(PRESSES) as people:
        pressing = [people.submit(press, one) for one in presses]
        time.sleep(seconds)
        running.kill()
        return {ref for one in pressing if (ref := one.result())}


def _reported_at_last(running: Running) -> Counter[str]:
    """How often each row was reported, when nothing that was taken is left to be done or after some minutes.

    Each press under a reminder is followed by a change of the message, of which a group takes twenty a minute.
    """
    end = time.monotonic() + LEFT_OVER
    while True:
        with closing(sqlite3.connect(running.data / DATABASE_NAME)) as connection:
            ((left,),) = connection.execute("select count(*) from updates where finished = 0")
            if not left or time.monotonic() > end:
                return Counter(ref for (ref,) in connection.execute("select ref from progress where act = 'report'"))
        time.sleep(0.5)

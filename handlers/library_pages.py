"""The pages of /kehoach: the list, a plan with its versions, its rows, two versions compared, what is asked twice."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace

from handlers import words_plans as words
from handlers.buttons import On, pack
from handlers.render import Button, Page, in_rows, lines_html, sheets
from handlers.show import turns
from knowledge.identity import LoadedPlan
from knowledge.library.diff import Difference, compare
from knowledge.library.library import Library
from knowledge.reply import Answer
from knowledge.wording.rows import bold, line, plan_name
from knowledge.wording.versions import comparison, difference_head, plan_card, plan_rows

MOST_ENTRIES = 200
MOST_VERSIONS = 8  # earlier versions that have buttons; the others are on the command line
PLANS_A_PAGE = 20


def key_of(stem: str) -> str:
    """A plan's name as a button can hold it."""
    return base64.b32encode(hashlib.sha256(stem.encode()).digest()).decode()[:10]


def in_use(library: Library, key: str) -> LoadedPlan | None:
    """The plan of a key that is in use."""
    return next((plan for plan in library.snapshot.plans if key_of(plan.stem) == key), None)


def list_page(library: Library, number: int = 0) -> Page:
    """The plans with a number to press each."""
    plans, retired = library.snapshot.plans, [known.stem for known in library.known() if not known.in_force]
    if not plans and not retired:
        return Page(words.NO_PLANS)
    lines = [words.plan_line(plan_name(plan.plan.heading, plan.stem), len(plan.plan.tasks),
                             library.current_number(plan.stem) or 0) for plan in plans]  # fmt: skip
    stems = [*(plan.stem for plan in plans), *retired]
    count = -(-len(stems) // PLANS_A_PAGE)
    first = min(number, count - 1) * PLANS_A_PAGE
    shown = range(first, min(first + PLANS_A_PAGE, len(stems)))
    buttons = in_rows((Button(str(n + 1), pack(On.PLANS, "plan", key_of(stems[n]))) for n in shown), 5)
    leaf = turns(min(number, count - 1), count, lambda n: pack(On.PLANS, "list", n))
    return Page(words.plans(lines, retired, first, PLANS_A_PAGE), (*buttons, *leaf))


def plan_page(library: Library, loaded: LoadedPlan) -> Page:
    """A plan, its versions, and what can be done with it."""
    key, current = key_of(loaded.stem), library.current_number(loaded.stem) or 0
    versions = library.versions(loaded.stem)
    others = [v.number for v in reversed(versions) if v.number != current][:MOST_VERSIONS]
    pairs = tuple(
        (Button(words.compare_with(n), pack(On.PLANS, "diff", key, n, 0)),
         Button(words.go_back_to(n), pack(On.PLANS, "back", key, n)))
        for n in others
    )  # fmt: skip
    rows = Button(words.ROWS, pack(On.PLANS, "rows", key, 0))
    retire = Button(words.RETIRE, pack(On.PLANS, "retire", key))
    card = sheets(Answer("preview", plan_card(loaded, versions, current)))[0]
    return Page(card.html, ((rows, retire), *pairs, _home()))


def rows_page(loaded: LoadedPlan, number: int) -> Page:
    """A page of a plan's rows."""
    key = key_of(loaded.stem)
    return _leaves(plan_rows(loaded), number, lambda n: pack(On.PLANS, "rows", key, n), key)


def difference_page(library: Library, loaded: LoadedPlan, other: LoadedPlan, number: int, leaf: int) -> Page:
    """The version in use beside another: what the one in use has changed."""
    key, current = key_of(loaded.stem), library.current_number(loaded.stem) or 0
    difference = compare(other, loaded.stem, loaded.plan)
    head = line(bold(f"{loaded.stem}: bản {current} (đang dùng) so với bản {number}"))
    answer = comparison(difference, len(other.plan.tasks), head, f"bản {number}")
    return _leaves(answer, leaf, lambda n: pack(On.PLANS, "diff", key, number, n), key)


def back_page(library: Library, loaded: LoadedPlan, earlier: LoadedPlan, number: int) -> Page:
    """Before an earlier version is brought back: what that changes."""
    key, current = key_of(loaded.stem), library.current_number(loaded.stem) or 0
    difference = going_back(loaded, earlier)
    said = lines_html(difference_head(difference, len(loaded.plan.tasks)))
    sure = Button(words.SURE_BACK, pack(On.PLANS, "goback", key, number, current))
    text = words.sure_back(loaded.stem, number, len(earlier.plan.tasks), said)
    return Page(text, ((sure, _to_plan(key, words.CANCEL)),))


def retire_page(library: Library, loaded: LoadedPlan) -> Page:
    """Before a plan is retired."""
    key, current = key_of(loaded.stem), library.current_number(loaded.stem) or 0
    sure = Button(words.SURE_RETIRED, pack(On.PLANS, "gone", key, current))
    name = plan_name(loaded.plan.heading, loaded.stem)
    return Page(words.sure_retired(name, len(loaded.plan.tasks)), ((sure, _to_plan(key, words.CANCEL)),))


def retired_page(stem: str, text: str | None = None) -> Page:
    """A retired plan, which can be used again."""
    again = Button(words.BRING_BACK, pack(On.PLANS, "again", key_of(stem)))
    return Page(text or words.retired_plan(stem), ((again,), _home()))


def done_page(text: str) -> Page:
    """After something was done."""
    return Page(text, (_home(),))


def going_back(loaded: LoadedPlan, earlier: LoadedPlan) -> Difference:
    """What an earlier version changes against the one in use; its rows keep their own names."""
    return compare(loaded, loaded.stem, earlier.plan)


def _leaves(answer: Answer, number: int, data: Callable[[int], str], key: str) -> Page:
    every = sheets(replace(answer, entries=tuple(answer.entries[:MOST_ENTRIES])))
    number = min(number, len(every) - 1)
    return Page(every[number].html, (*turns(number, len(every), data), (_to_plan(key),)))


def _to_plan(key: str, label: str = words.KEEP) -> Button:
    return Button(label, pack(On.PLANS, "plan", key))


def _home() -> tuple[Button, ...]:
    return (Button(words.LIST, pack(On.PLANS, "list", 0)),)

"""The pages of /donvi: all units, one of them, and the rows that lack a chair or a date."""

from handlers import words_units
from handlers.admin_pages import A_PAGE, first_of_page
from handlers.buttons import On, pack
from handlers.duty import Work, headline
from handlers.render import Button, Page, in_rows
from handlers.show import turns
from knowledge.tasks.entry import Blank
from knowledge.units.keys import unit_key
from scheduler.access import Role as Access
from scheduler.chairing import chairing
from scheduler.directory import Link, Role
from scheduler.overview import Row, everything, row_of, unit_of
from scheduler.rule_context import tracked_task

LACKING = {"chair": (Blank.LEAD, words_units.NO_CHAIR), "date": (Blank.DEADLINE, words_units.NO_DATE)}


def units(work: Work) -> tuple[str, ...]:
    """The units that chair rows of the plans, those with most first; each once under all its names."""
    counts: dict[str, int] = {}
    roster = work.inputs.directory.roster
    for row in everything(work.inputs, work.today):
        for name in row.tracked.task.lead:
            identity = roster.identity(name, row.tracked.issuer or "")
            counts[identity] = counts.get(identity, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def listing(work: Work, number: int) -> Page:
    """The units, those with most rows first, with what they chair and where they are heard."""
    names = units(work)
    if not names:
        return Page(words_units.NOTHING)
    first = first_of_page(number, len(names))
    shown = names[first : first + A_PAGE]
    lines = [_line(work, name) for name in shown]
    numbers = in_rows(Button(str(n + 1), pack(On.UNITS, "unit", n)) for n in range(first, first + len(shown)))
    leaf = turns(first // A_PAGE, -(-len(names) // A_PAGE), lambda n: pack(On.UNITS, "page", n))
    register = work.inputs.register(work.today)
    open_ = tuple(
        Button(f"{label} ({count})", pack(On.UNITS, what, 0))
        for what, (blank, label) in LACKING.items()
        if (count := len(register.blank(blank)))
    )
    page = words_units.listing(lines, first + 1, len(names))
    return Page(page, (*numbers, *leaf, *((open_,) if open_ else ())))


def _line(work: Work, name: str) -> str:
    titles = [title for title, _ in _chats(work, _keys(work, name))]
    return words_units.line(name, _count(work, name), titles)


def _count(work: Work, name: str) -> int:
    """How many tasks a unit chairs, as /viec counts them."""
    return len(chairing(work.inputs, work.today)([unit_of(work.inputs, name)]).own)


def unit(work: Work, name: str) -> Page:
    """One unit: its rows, chats, focal points and other names."""
    aliases, keys = work.stores.units.aliases(), _keys(work, name)
    others = {n: a.alias for n, a in enumerate(aliases) if unit_key(a.unit) in keys}
    groups = {n: m for n, m in enumerate(work.stores.units.members()) if unit_key(m.group) in keys}
    members = [unit for group in groups.values() for unit in group.units]
    rows = _count(work, name)
    drop = [Button(f"{words_units.DROP} “{alias}”", pack(On.UNITS, "alias", n)) for n, alias in others.items()]
    drop += [Button(words_units.UNDO, pack(On.UNITS, "group", n)) for n in groups]
    told = words_units.UnitContacts(_chats(work, keys), _focal_points(work, keys))
    page = words_units.unit(name, rows, told, list(others.values()), members)
    return Page(page, (*in_rows(drop, 2), back()))


def _keys(work: Work, name: str) -> set[str]:
    """The comparable forms of all the names that the plans print for a unit."""
    own = unit_of(work.inputs, name).own
    return {unit_key(name), *(unit_key(printed) for names in own.values() for printed in names)}


def _chats(work: Work, keys: set[str]) -> list[tuple[str, str]]:
    """The chats of a unit by what they call themselves, each with what is to be known of it."""
    names, roll, parked = work.stores.people.names(), work.stores.people.roll(), work.inputs.directory.parked

    def told(link: Link) -> tuple[str, str]:
        chat = link.chat.id
        unheard = words_units.OUT if not roll.lets_in(chat) else words_units.PARKED if chat in parked else ""
        notes = [words_units.LEADERS if link.role is Role.LEADER else "", words_units.TOPIC if link.chat.thread else ""]
        return names.get(chat, "") or words_units.untitled(chat), ", ".join(filter(None, (*notes, unheard)))

    return [told(link) for link in _links(work, keys)]


def _links(work: Work, keys: set[str]) -> list[Link]:
    """The links of a unit; those of its members for a collective name without one, as its reminders go."""
    links, roster = work.stores.units.links(), work.inputs.directory.roster
    own = [link for link in links if unit_key(link.unit) in keys]

    def holds(link: Link) -> bool:
        held = roster.resolve(link.unit, link.office).shared.values()
        return any(unit_key(name) in keys for names in held for name in names)

    return own or [link for link in links if holds(link)]


def _focal_points(work: Work, keys: set[str]) -> list[str]:
    """Those who speak for a unit."""
    names, people = work.stores.people.names(), work.stores.people.roll().people.values()
    speaking = [one for one in people if one.let_in and one.unit and unit_key(one.unit) in keys]
    return [names.get(one.id, "") or words_units.untitled(one.id) for one in speaking if one.role is Access.FOCAL]


def lacking(work: Work, what: str, number: int) -> Page:
    """The rows without a chair, or without a date."""
    blank, title = LACKING[what]
    register = work.inputs.register(work.today)
    rows = [row_of(tracked_task(entry)) for entry in register.entries(register.blank(blank))]
    if not rows:
        return Page(words_units.NONE_LEFT, (back(),))
    first = first_of_page(number, len(rows))
    shown = rows[first : first + A_PAGE]
    numbers = in_rows(
        Button(str(n), pack(On.UNITS, "ask", what, r.tracked.ref)) for n, r in enumerate(shown, first + 1)
    )
    leaf = turns(first // A_PAGE, -(-len(rows) // A_PAGE), lambda n: pack(On.UNITS, what, n))
    page = words_units.rows(title, [headline(row) for row in shown], first + 1, len(rows))
    return Page(page, (*numbers, *leaf, back()))


def asking(what: str, row: Row) -> Page:
    """What a reply sets of a row: its chair or its date."""
    question = words_units.WHICH_UNIT if what == "chair" else words_units.WHICH_DAY
    back = Button(words_units.BACK, pack(On.UNITS, what, 0, row.tracked.ref))
    return Page(words_units.asks(headline(row), row.tracked.plan, question), ((back,),))


def back() -> tuple[Button, ...]:
    """The way back to all units."""
    return (Button(words_units.BACK, pack(On.UNITS, "page", 0)),)

"""Chats that cannot be reached, that move or are taken out, and when they get their reminders again."""

from datetime import datetime

import pytest
from chat import ADMIN, AN, GROUP
from reminded_unit import a_unit
from updates import buttons

from scheduler.access import Access
from scheduler.clock import VIETNAM


async def test_a_chat_that_can_be_reached_again_gets_its_reminders_again() -> None:
    async with a_unit() as unit:
        assert unit.stores
        unit.telegram.blocked.add(GROUP)
        assert (await unit.remind()).parked == 1
        unit.telegram.blocked.clear()
        me = {"id": 1, "is_bot": True, "first_name": "Planbot"}
        await unit.hears(
            {
                "update_id": 1,
                "my_chat_member": {
                    "chat": unit.telegram.chats[GROUP],
                    "from": {"id": AN, "is_bot": False, "first_name": "An"},
                    "date": 1,
                    "old_chat_member": {"status": "kicked", "user": me, "until_date": 0},
                    "new_chat_member": {"status": "member", "user": me},
                },
            }
        )
        assert unit.stores.ledger.parked() == ()
        assert (await unit.remind()).sent >= 1


async def test_a_chat_from_which_somebody_writes_gets_its_reminders_again() -> None:
    async with a_unit() as unit:
        assert unit.stores
        for chat, update in ((AN, unit.says(AN, "/start")), (GROUP, unit.says(AN, "/viec@planbot_test_bot", GROUP))):
            unit.stores.ledger.park(chat, "Chat not found", unit.now)
            await unit.hears(update)
            assert unit.stores.ledger.parked() == ()


async def test_a_press_in_a_parked_chat_brings_its_reminders_back() -> None:
    async with a_unit() as unit:
        assert unit.stores
        assert (await unit.remind()).sent >= 1
        unit.stores.ledger.park(GROUP, "Forbidden", unit.now)
        [message, *_] = unit.telegram.sent(GROUP)
        await unit.hears(unit.presses(AN, message, buttons(message)["1"]))
        assert unit.stores.ledger.parked() == ()


async def test_a_group_that_moves_keeps_its_unit() -> None:
    async with a_unit() as unit:
        unit.group(-100777)
        unit.telegram.moved[GROUP] = -100777
        await unit.remind()
        assert unit.stores
        assert [link.chat.id for link in unit.stores.units.links()] == [-100777]
        assert unit.app.bot_data.people.roll().lets_in(-100777)
        assert not unit.app.bot_data.people.roll().lets_in(GROUP)


@pytest.mark.parametrize("when", ["before the first pass", "after it", "over the file"])
async def test_a_chat_that_was_removed_is_reminded_of_nothing_though_it_is_still_linked(when: str) -> None:
    async with a_unit() as unit:
        assert unit.stores is not None
        if when == "after it":
            await unit.remind()
            unit.now = datetime(2027, 6, 29, 8, tzinfo=VIETNAM)
        before = len(unit.telegram.sent(GROUP))
        unit.stores.people.remove(GROUP, by="VP", now=unit.now)
        if when == "over the file":
            unit.stores.people.take_over(Access(groups=frozenset({GROUP})), unit.now, frozenset({GROUP}))
        await unit.remind()
        assert len(unit.telegram.sent(GROUP)) == before
        [told, *_] = unit.telegram.texts(ADMIN)  # the office hears of it instead
        assert "CHƯA CÓ NHÓM NHẬN TIN" in told

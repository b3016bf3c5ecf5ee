"""An office whose passes are written into a ledger, day by day."""

from dataclasses import replace
from datetime import date
from typing import Any

from builders import (
    HEARD,
    a_loaded_plan,
    at,
    introduced,
    the_inputs,
)

from scheduler.items import Item
from scheduler.ledger import Ledger
from scheduler.rule_context import RuleInputs
from scheduler.rules import due_now
from scheduler.settings import Reminders

DUE = date(2027, 6, 30)
REF = a_loaded_plan().task_refs[0]
QUIET = Reminders(week_ahead=False, month_overview=False, ongoing="never")


class Office:
    """Inputs whose passes are written into a ledger, day by day."""

    def __init__(self, **changes: Any) -> None:
        self.inputs = the_inputs(**changes)
        self.ledger = introduced(Ledger(None))

    def change(self, **changes: Any) -> None:
        self.inputs = replace(self.inputs, **changes)

    def says(self, when: str) -> list[Item]:
        now = at(when)
        items = due_now(self.inputs, self.ledger.delivered(), now)
        if items:
            claim = self.ledger.claim(items, now)
            assert claim is not None
            self.ledger.record(claim, items, now)
        return list(items)

    def close(self) -> None:
        self.ledger.close()


def brief(items: list[Item]) -> list[tuple[str, int, str]]:
    return [(item.kind.value, item.chat.id, item.key.stage) for item in items]


def first(inputs: RuleInputs, when: str) -> list[tuple[str, int, str]]:
    return brief(list(due_now(inputs, HEARD, at(when))))

"""Whether what is said of a plan's heading is so, and which plans are told by who signed them.

Who has signed tells a plan only where none is named: "ông Khải ký kế hoạch nào"; of the plan that is talked of a claim
is judged instead. Where it is denied the others are meant ("kế hoạch nào ông Khải không ký").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers.ask import Ask
from knowledge.deadlines.periods import Period
from knowledge.identity import LoadedPlan
from knowledge.language.text import folded
from knowledge.model import Heading
from knowledge.questions.signers_said import is_signer


def signed_so(ask: Ask) -> list[LoadedPlan]:
    """The plans that are asked, of several those that were signed as the question says, or were not."""
    signer, loaded = ask.query.signer, [plan for plan in ask.loaded if _has_holder(ask, plan)]
    if signer is None:
        return loaded
    if len(loaded) < _SEVERAL:  # the plan that is talked of, where one of another number is asked for
        asked = signer.number if ask.query.claim is None else ""
        return [p for p in loaded if not asked or not (own := p.plan.heading).number or _numbered(own, asked)]
    so = [p for p in loaded if not signer.name or is_signer(signer.name, p.plan.heading.signer.name)]
    if len(so) > 1 and signer.post and ask.query.claim is None:
        so = [p for p in so if folded(p.plan.heading.signer.post or "") == signer.post]
    if signer.number:
        numbered = [p for p in so if _numbered(p.plan.heading, signer.number)]
        so = numbered or [p for p in so if int(signer.number) <= len(loaded)]
    so = [p for p in so if _may_be_issued(p.plan.heading.issued, signer.times)]
    return [p for p in loaded if p not in so] if signer.denied else so


_SEVERAL = 2


def _may_be_issued(issued: str | None, times: Sequence[Period]) -> bool:
    """Whether a plan was not issued at another time than is said."""
    return not issued or all(issued_so(issued, time) is not False for time in times)


def _has_holder(ask: Ask, loaded: LoadedPlan) -> bool:
    """Whether the post whose holder is asked for, if any is, is that of who signed."""
    return not ask.query.holder or ask.query.holder == folded(loaded.plan.heading.signer.post or "")


def heading_holds(ask: Ask, heading: Heading) -> bool | None:
    """Whether what was claimed of the plan is so, as far as it prints that; None where nothing was claimed."""
    claim = ask.query.claim.heading if ask.query.claim else None
    if claim is None:
        return None
    said: list[bool | None] = []
    if claim.name and heading.signer.name:
        said.append(is_signer(claim.name, heading.signer.name))
    if claim.post and heading.signer.post:
        said.append(_holds_post(claim.post, folded(heading.signer.post)))
    if claim.number and heading.number:
        said.append(_numbered(heading, claim.number))
    if claim.times and heading.issued:
        said += [issued_so(heading.issued, time) for time in claim.times]
    return False if False in said else None if None in said or not said else True


def _numbered(heading: Heading, number: str) -> bool:
    return number == re.split(r"\W", heading.number or "")[0]


def issued_in(issued: str, period: Period) -> bool:
    """Whether a day of issue, as far as it is printed, lies in a period."""
    size = len(issued)
    return bool(size) and period.first.isoformat()[:size] <= issued <= period.last.isoformat()[:size]


def _holds_post(said: str, printed: str) -> bool | None:
    """Whether a post is the one that is printed; None where that one says more ("chánh | văn phòng")."""
    return None if printed.startswith(f"{said} ") else said == printed


def issued_so(issued: str, period: Period) -> bool | None:
    """Whether a plan was issued in a period; None where it prints too little of the day to tell."""
    if not period.dated:  # "ký ngày 22/12" is of the year in which it was
        period = _in_year(period, int(issued[:4]))
    if not issued_in(issued, period):
        return False
    finer = (period.last - period.first).days + 1 < _PRINTED_DAYS.get(len(issued), 1)
    return None if finer else True


def _in_year(period: Period, year: int) -> Period:
    """The same days of another year."""
    turned = year - period.last.year
    first, last = (_turned(day, turned) for day in (period.first, period.last))
    return replace(period, first=first, last=last)


def _turned(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)


_PRINTED_DAYS = {len("2027"): 365, len("2027-01"): 28}  # days at least that a day of issue printed so leaves open

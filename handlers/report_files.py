"""The picture and the sheet of a report, as /baocao and the report of the month hand them over."""

import logging

from handlers import words
from handlers.render import Attachment
from knowledge.errors import PlanbotError
from knowledge.exports.picture import picture
from knowledge.exports.tables import workbook
from scheduler.account import Report

log = logging.getLogger(__name__)


def files_of(report: Report) -> tuple[Attachment, ...]:
    """The picture, where it can be drawn here, and the sheet; takes some seconds."""
    drawn = _picture(report)
    return (*([drawn] if drawn else []), _sheet(report))


def _picture(report: Report) -> Attachment | None:
    account = report.account
    title = f"Tình hình thực hiện nhiệm vụ {account.period}"
    try:
        drawn = picture(title, account.units, report.months, account.first.year)
    except PlanbotError as error:
        log.warning("the figures come without a picture: %(error)s", {"error": error})
        return None
    return Attachment("bao-cao.png", drawn, words.figures_caption(account.period), picture=True)


def _sheet(report: Report) -> Attachment:
    account = report.account
    content = workbook(account.entries, account.units)
    return Attachment(f"bao-cao-{account.today:%Y%m%d}.xlsx", content, words.sheet_caption(len(account.entries)))

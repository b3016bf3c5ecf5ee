"""Pages, offers and short words as the values that python-telegram-bot sends. Pure."""

import telegram
from telegram.constants import ParseMode

from handlers.render import Offer, Page

NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)


def markup(page: Page) -> telegram.InlineKeyboardMarkup | None:
    """The buttons under a page."""
    if not page.keyboard:
        return None
    rows = [[telegram.InlineKeyboardButton(b.label, callback_data=b.data) for b in row] for row in page.keyboard]
    return telegram.InlineKeyboardMarkup(rows)


def article(number: int, offer: Offer) -> telegram.InlineQueryResultArticle:
    """One of what may be sent into any chat."""
    content = telegram.InputTextMessageContent(offer.html, ParseMode.HTML, link_preview_options=NO_PREVIEW)
    return telegram.InlineQueryResultArticle(str(number), offer.title, content, description=offer.description)


def toast_text(text: str) -> str | None:
    """The words as they fit under a pressed button (200 characters)."""
    return (text if len(text) <= 200 else f"{text[:199]}…") or None

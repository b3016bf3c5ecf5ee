"""What Telegram checks in the words and buttons of a message, and what it says no with."""

from collections.abc import Iterable
from html import unescape
from html.parser import HTMLParser
from typing import Any

_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote"}


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error of the test
    """What Telegram says no with."""

    def __init__(self, code: int, words: str, **parameters: int) -> None:
        super().__init__(words)
        self.code, self.words, self.parameters = code, words, parameters


def parsed(html: str) -> str:
    """The words of Telegram's HTML, or a Refusal."""
    markup = _Markup(convert_charrefs=False)
    markup.feed(html)
    markup.close()
    if markup.open or markup.rawdata:
        raise Refusal(400, "Bad Request: can't parse entities: unfinished tag")
    return "".join(markup.words)


class _Markup(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise Refusal(400, f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Refusal(400, f'Bad Request: can\'t parse entities: Unmatched end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        if "<" in data or "&" in data:
            raise Refusal(400, "Bad Request: can't parse entities: unescaped character")
        self.words.append(data)

    def handle_entityref(self, name: str) -> None:
        if name not in {"lt", "gt", "amp", "quot"}:
            raise Refusal(400, f'Bad Request: can\'t parse entities: Unsupported entity "{name}"')
        self.words.append(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.words.append(unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        raise Refusal(400, "Bad Request: can't parse entities: comment")

    def handle_decl(self, decl: str) -> None:
        raise Refusal(400, "Bad Request: can't parse entities: declaration")

    def handle_pi(self, data: str) -> None:
        raise Refusal(400, "Bad Request: can't parse entities: instruction")


def shown(parameters: dict[str, Any]) -> dict[str, Any]:
    """What a message shows, checked as Telegram checks it."""
    text = parsed(parameters["text"]) if parameters.get("parse_mode") == "HTML" else parameters["text"]
    if not text.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise Refusal(400, "Bad Request: message is too long")
    markup = parameters.get("reply_markup")
    for button in (b for row in (markup or {}).get("inline_keyboard", []) for b in row):
        if not button["text"].strip() or not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    return {"text": text, "raw": parameters["text"], **({"reply_markup": markup} if markup else {})}


def planned(no: Refusal) -> Refusal:
    """A refusal that is the test's own situation (a blocked chat), not a fault of the bot."""
    no.planned = True  # type: ignore[attr-defined]
    return no

"""The conversation of the chat in a terminal: the same answerer, the same answers, rows opened by their number.

Works as well with input from a pipe: then each line is a question, and the end of the input ends it.
"""

import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from rich.console import Console
from rich.text import Text

from bot.screen import Screen
from handlers import words
from handlers.context import Answerer
from knowledge.reply import Answer, Choice, Emphasis, numbered

STYLES = {Emphasis.PLAIN: "", Emphasis.BOLD: "bold", Emphasis.ITALIC: "italic"}
log = logging.getLogger(__name__)

PROMPT = "Hỏi: "
QUIT = ("/quit", "/exit", "/thoat")


@dataclass(slots=True)
class Talk:
    """One conversation in the terminal."""

    answerer: Answerer
    out: Console
    conversation: object | None = None
    refs: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = field(default=())


def chat(
    answerer: Answerer,
    *,
    office: str = "",
    examples: Sequence[str] = words.EXAMPLES,
    source: TextIO | None = None,
    target: TextIO | None = None,
) -> None:
    """Talk until the input ends or /quit is typed; colours only where the output is a terminal.

    Args:
        answerer: answers the questions.
        office: whose assistant this is.
        examples: the three things to try that it opens with.
        source: standard input unless given.
        target: standard output unless given.
    """
    source, target = source or sys.stdin, target or sys.stdout
    talk = Talk(answerer, Screen(file=target, highlight=False, soft_wrap=True))
    _print(talk, words.console_welcome(office, examples))
    for line in _lines(source, talk):
        text = " ".join(line.split())
        if text.lower() in QUIT:
            break
        if text:
            _respond(talk, text)


def _lines(source: TextIO, talk: Talk) -> Iterator[str]:
    """What is typed; at a terminal with line editing, from a pipe echoed so that the transcript can be read."""
    if source is sys.stdin and source.isatty():
        while True:
            try:
                yield talk.out.input(PROMPT)
            except (EOFError, KeyboardInterrupt):
                _print(talk, "")
                return
    for line in source:
        _print(talk, f"{PROMPT}{line.rstrip()}")
        yield line


def _respond(talk: Talk, text: str) -> None:
    if text.lower() in ("/help", "/start"):
        _print(talk, words.CONSOLE_KEYS)
    elif text.isdecimal() and (talk.refs or talk.choices):
        _open(talk, int(text))
    elif text.startswith("/") and not text.lower().startswith("/hoi "):
        _print(talk, f"{words.UNKNOWN_COMMAND}\n{words.CONSOLE_KEYS}")
    else:
        _ask(talk, text.removeprefix("/hoi "))


def _ask(talk: Talk, text: str) -> None:
    try:
        answer, talk.conversation = talk.answerer.ask(text, talk.conversation)
    except Exception as error:  # noqa: BLE001 - the conversation goes on
        log.warning(
            "a question could not be answered: %(kind)s: %(error)s", {"kind": type(error).__name__, "error": error}
        )
        _print(talk, words.FAILED)
    else:
        _show(talk, answer)


def _open(talk: Talk, number: int) -> None:
    """The row, or the offered question, of a number."""
    count = len(talk.refs) + len(talk.choices)
    if not 1 <= number <= count:
        _print(talk, words.no_such_number(count))
    elif number > len(talk.refs):
        _respond(talk, talk.choices[number - len(talk.refs) - 1].question)
    elif card := talk.refs[number - 1] and talk.answerer.open(talk.refs[number - 1]):
        _write(talk, card)
    else:
        _print(talk, words.NO_ROW)


def _show(talk: Talk, answer: Answer) -> None:
    """The answer, then the offered questions, numbered on."""
    talk.refs = tuple(entry.citation.ref if entry.citation else "" for entry in answer.entries)
    talk.choices = answer.choices
    _write(talk, answer)
    for number, choice in enumerate(answer.choices, start=len(talk.refs) + 1):
        _print(talk, f"{number}. {choice.label}")
    if any(talk.refs):
        _print(talk, words.TYPE_NUMBER)


def _write(talk: Talk, answer: Answer) -> None:
    for block in (answer.head, *numbered(answer), answer.foot):
        for line in block:
            talk.out.print(Text.assemble(*((span.text, STYLES[span.emphasis]) for span in line)))
        if block:
            _print(talk, "")


def _print(talk: Talk, text: str) -> None:
    talk.out.print(Text(text))

"""`planbot ask`: one question, or many, answered as the chat would answer them."""

import sys
from collections.abc import Sequence

import click

from bot.commands.json_lines import json_lines
from bot.terminal import say, say_json
from bot.wiring import Wiring
from knowledge.answers.answer import answer, explain
from knowledge.answers.answer_record import answer_json
from knowledge.errors import RefusedError
from knowledge.library.snapshot import Snapshot
from knowledge.questions.conversation import Conversation
from knowledge.reply import Answer, line_text, plain


@click.command()
@click.argument("question", required=False)
@click.option("--plan", metavar="STEM", help="Ask this plan only.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
@click.option("--jsonl", is_flag=True, help='Many: {"id", "turns", "plan"} a line on standard input.')
@click.option("--explain", "explained", is_flag=True, help="How the question was understood and why these rows.")
@click.pass_obj
def ask(wiring: Wiring, question: str | None, plan: str | None, *, as_json: bool, jsonl: bool, explained: bool) -> int:
    """Answers a question from the plans in the library."""
    if jsonl == bool(question):
        raise click.UsageError("give one question, or --jsonl with questions on standard input")
    if jsonl:
        _many(wiring)
        return 0
    return _one(wiring, str(question), plan, as_json=as_json, explained=explained)


def _one(wiring: Wiring, question: str, plan: str | None, *, as_json: bool, explained: bool) -> int:
    snapshot = wiring.library.snapshot
    if plan is not None:
        wiring.library.get(plan)
    said = _converse([question], snapshot, wiring, plan)
    if as_json:
        say_json(answer_json(said, snapshot, question_id=None))
    else:
        say(plain(said))
    if explained:
        lines = explain(question, snapshot, conversation=Conversation(), context=wiring.context(plan))
        say("\n" + "\n".join(line_text(line) for line in lines))
    return 1 if said.abstained else 0


def _many(wiring: Wiring) -> None:
    snapshot = wiring.library.snapshot
    for asked in json_lines(sys.stdin):
        turns, plan = asked.get("turns"), asked.get("plan")
        if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
            raise RefusedError(f'question {asked.get("id")!r}: "turns" has to be a list of one or more texts')
        if plan is not None:
            wiring.library.get(str(plan))
        said = _converse(turns, snapshot, wiring, plan)
        say_json(answer_json(said, snapshot, question_id=asked.get("id")))


def _converse(turns: Sequence[str], snapshot: Snapshot, wiring: Wiring, plan: str | None) -> Answer:
    """The answer to the last turn; the earlier ones are the conversation."""
    conversation, context = Conversation(), wiring.context(plan)
    for turn in turns[:-1]:
        _, conversation = answer(turn, snapshot, conversation=conversation, context=context)
    said, _ = answer(turns[-1], snapshot, conversation=conversation, context=context)
    return said

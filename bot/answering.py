"""Where the chat and the console have their questions answered: the library, the clock and the words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from knowledge.answers.answer import Context, answer
from knowledge.library.library import Library
from knowledge.questions.conversation import Conversation, about
from knowledge.reply import Answer, Entry
from knowledge.wording.rows import row_card


@dataclass(frozen=True, slots=True)
class PlanAnswerer:
    """Answers from the snapshot that is current when a question comes."""

    library: Library
    context: Callable[[], Context]

    def ask(self, text: str, conversation: object | None) -> tuple[Answer, object]:
        """The answer, and the conversation with it; None begins one."""
        begun = Conversation() if conversation is None else cast("Conversation", conversation)
        return answer(text, self.library.snapshot, conversation=begun, context=self.context())

    def recall(self, refs: tuple[str, ...]) -> object:
        """The conversation that begins with a message which shows these rows."""
        return about(refs)

    def open(self, ref: str) -> Answer | None:
        """The whole row, target or passage of a ref as a card; None where no plan has it any more."""
        citation = self.library.snapshot.find(ref)
        if citation is None:
            return None
        context = self.context()
        plan = self.library.get(citation.stem)
        lines = row_card(citation, plan, today=context.today, progress=context.progress.get(ref))
        return Answer(intent="card", head=(), entries=(Entry(lines, citation),))

"""A sentence that reports how a row stands ("việc 5 xong rồi, kèm công văn 123"), told from one that asks for it. Pure.

A report is a statement: it says that something is so ("đã", "rồi", "đang", "chưa", a verb in front), and it says of
which row: by a number, by answering a message that shows rows, or by the words of the row. A sentence that has an
interrogative, gives an order, ends as a question does or speaks of several rows ("việc đã xong") asks, whatever states
it names. What leads to a date in time ("phải xong", "hạn hoàn thành") is neither. The words are data
(`knowledge/data/report_words.tsv`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from knowledge.deadlines.more_time import MoreTime, more_time
from knowledge.language.text import canonical, folded, nfc
from knowledge.questions.cue_phrases import parse
from knowledge.questions.cues import Trie, find, plain_phrases

_WORD = re.compile(r"\d+(?:[.,]\d+)*%|\w+(?:[/.\-–]\w+)*")
_NUMBER = re.compile(r"(?:\d{1,3}[a-z]?|(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3}))(?:\.\d{1,3}[a-z]?)*")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_PART = re.compile(r"\d+(?:[.,]\d+)*%")
_CODE = re.compile(r"\d+/[\w-]*[a-zđ]", re.IGNORECASE)
_BORDER = re.compile(r"[,;.!?:()\n]|\s[-–]\s")
_LONGEST = 60  # words: more is a text


class Act(StrEnum):
    """What is reported."""

    DONE = "done"
    DOING = "doing"
    NOT_YET = "not_yet"
    MORE_TIME = "more_time"
    SOMETHING = "something"  # a statement about the row that says none of these


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody reports.

    Args:
        numbers: of the rows, as typed.
        topic: folded words that name the row where no number does.
        until: the day or the length that is asked for with more time.
        proof: the document that shows it, as typed.
        note: the rest that was said of it, as typed.
    """

    act: Act
    numbers: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    until: MoreTime | None = None
    proof: str | None = None
    note: str | None = None


def reported(text: str, *, today: date, pointed: bool = False) -> Reported | None:
    """The report of a text, None where it is none: it asks, or says nothing of a row.

    Args:
        pointed: whether it answers a message that shows rows.
    """
    said = _Said(nfc(text))
    if not said.words or len(said.words) > _LONGEST or said.asks():
        return None
    act, at = said.act()
    numbers = said.numbers()
    if act is None:
        act, at = (Act.SOMETHING, 0) if pointed and said.is_statement() else (None, 0)
    topic = () if numbers or act is None else said.topic(at)
    if act is None or not (numbers or pointed or said.has("this") or (topic and said.is_firm(act))):
        return None
    if act is Act.MORE_TIME:
        until, note = said.until(today)
        return Reported(act, numbers, topic, until, said.proof(), note)
    return Reported(act, numbers, topic, None, said.proof(), said.note(at))


class _Said:
    """The words of a text, the cues in them, and the clauses that they stand in."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.spans = [match.span() for match in found]
        self.words = [canonical(match[0]) for match in found]
        self.cues = find(_phrases(), self.words)
        self.kinds: list[frozenset[str]] = [frozenset()] * len(self.words)
        for cue in self.cues:
            self.kinds[cue.start : cue.end] = [cue.kinds] * (cue.end - cue.start)
        self.clauses = list(self._clauses())

    def has(self, *kinds: str) -> bool:
        """Whether a cue of these kinds is there."""
        return any(cue.kinds & set(kinds) for cue in self.cues)

    def asks(self) -> bool:
        """Whether it is a question, an order to tell something, or about several rows."""
        if "?" in self.text or self.has("asks", "many") or self._has_an_interrogative():
            return True
        first = next((kinds for kinds in self.kinds if "small" not in kinds), frozenset())
        return "order" in first or self._ends_as_a_question()

    def _has_an_interrogative(self) -> bool:
        bare = self.words == [folded(word) for word in self.words]
        for phrase in plain_phrases("asking"):
            wanted = [folded(word) for word in phrase] if bare else list(phrase)
            if any(self.words[i : i + len(wanted)] == wanted for i in range(len(self.words))):
                return True
        return False

    def _ends_as_a_question(self) -> bool:
        left = [i for i, kinds in enumerate(self.kinds) if kinds != {"small"}]
        if not left or "yes_no" not in self.kinds[left[-1]]:
            return False
        return len(left) == 1 or "still" not in self.kinds[left[-1] - 1]

    def act(self) -> tuple[Act | None, int]:
        """What is reported, and where the word for it stands."""
        for kind in ("more", "not_yet", "done", "doing"):
            for at, kinds in enumerate(self.kinds):
                if kind in kinds and (act := getattr(self, f"_{kind}")(at)):
                    return act, at
        return next(((Act.DOING, i) for i, word in enumerate(self.words) if _PART.fullmatch(word)), (None, 0))

    def _more(self, _at: int) -> Act:
        return Act.MORE_TIME

    def _not_yet(self, at: int) -> Act | None:
        """It is not done ("chưa xong", "sắp xong"): the verb stands right behind."""
        behind = self.kinds[at + 1 : at + 4]
        return Act.NOT_YET if any(kinds & {"done", "doing"} for kinds in behind) or self.words[at + 1 :] == [] else None

    def _done(self, at: int) -> Act | None:
        """Work that is said to have come to its end: with "đã" or "rồi", or with the verb in front or at the end."""
        first, last = self._clause(at)
        before = self.kinds[first:at]
        if any(kinds & {"unreal", "not_yet"} for kinds in before):
            return None
        ahead = all(kinds & {"small", "report", "real"} for kinds in before)
        behind = self.kinds[at + 1 : last]
        real = any("real" in kinds for kinds in (*before, *behind))
        ends = all(kinds & {"small", "real"} for kinds in behind)
        return Act.DONE if real or ahead or ends else None

    def _doing(self, at: int) -> Act | None:
        first, last = self._clause(at)
        if any("unreal" in kinds for kinds in self.kinds[first:at]):
            return None
        return Act.DOING if at + 1 < last or len(self.words) > 1 else None

    def is_statement(self) -> bool:
        """Whether it says that something is so, of whatever kind ("đã gửi công văn cho Sở Y tế")."""
        said = any("real" in kinds and folded(word) == "da" for word, kinds in zip(self.words, self.kinds, strict=True))
        return (said or self._proof() is not None) and not self.has("unreal")

    def is_firm(self, act: Act) -> bool:
        """Whether a row that is only named by its words is meant: the speaker says it is done, or reports."""
        return self.has("report") or (act is Act.DONE and self.has("real"))

    def numbers(self) -> tuple[str, ...]:
        """The numbers of rows: behind a word for rows, behind the verb, at the beginning, or with inner dots."""
        found: list[str] = []
        for at, word in enumerate(self.words):
            if not _NUMBER.fullmatch(word) or self._is_of_a_document(at):
                continue
            before = self.kinds[at - 1] if at else frozenset({"row"})
            goes_on = found and at > 1 and self._goes_on(at)
            verb = "done" in before and word[0].isdigit()
            if before & {"row", "number"} or verb or _DOTTED.fullmatch(word) or goes_on:
                found.append(word)
        return tuple(dict.fromkeys(found))

    def _goes_on(self, at: int) -> bool:
        """Whether a number stands beside another one ("việc 2 và 3", "2, 3")."""
        last = at - 1 - ("joined" in self.kinds[at - 1])
        between = self.text[self.spans[last][1] : self.spans[at][0]]
        return bool(_NUMBER.fullmatch(self.words[last])) and not re.search(r"[;.!?]", between)

    def _is_of_a_document(self, at: int) -> bool:
        proof = self._proof()
        return proof is not None and proof[0] <= at < proof[1]

    def topic(self, at: int) -> tuple[str, ...]:
        """The words beside the state, in its clause."""
        first, last = self._clause(at)
        keep = (i for i in range(first, last) if not self.kinds[i] - {"joined", "number"})
        return tuple(folded(self.words[i]) for i in keep if not self._is_of_a_document(i))

    def proof(self) -> str | None:
        """The document that is named, as typed, to the end of its clause."""
        found = self._proof()
        return self._typed(*found) if found else None

    def _proof(self) -> tuple[int, int] | None:
        """From the document's name on; without a name or a code behind it a document is none ("hồ sơ")."""
        for at, kinds in enumerate(self.kinds):
            _, last = self._clause(at)
            named = "proof" in kinds and (
                self._led_up_to(at) or any(w[0].isdigit() for w in self.words[at + 1 : at + 3])
            )
            if named or _CODE.match(self.words[at]):
                return at, last
        return None

    def _led_up_to(self, at: int) -> bool:
        return at > 0 and "with" in self.kinds[at - 1]

    def until(self, today: date) -> tuple[MoreTime | None, str | None]:
        """The day or the length that is asked for, and the reason."""
        at = next(i for i, kinds in enumerate(self.kinds) if "more" in kinds)
        behind = self.text[self.spans[at][0] :]
        until, rest = more_time(behind, today=today)
        return until, _remark(_Said(rest)) or self._reason(at)

    def note(self, at: int) -> str | None:
        """What else is said: the clauses beside that of the state and the document; talk is none."""
        own, proof = self._clause(at), self._proof()
        other = [c for c in self.clauses if c != own and not (proof and c[0] <= proof[0] < c[1])]
        said = [
            self._typed(*c) for c in other if any(not k & {"small", "real", "with"} for k in self.kinds[c[0] : c[1]])
        ]
        return "; ".join(text for text in said if text) or None

    def _reason(self, at: int) -> str | None:
        """What stands in the clauses that begin with a word for a reason."""
        own = self._clause(at)
        said = [self._typed(*c) for c in self.clauses if c != own and "why" in self.kinds[c[0]]]
        return "; ".join(said) or None

    def _clause(self, at: int) -> tuple[int, int]:
        return next(clause for clause in self.clauses if clause[0] <= at < clause[1])

    def _clauses(self) -> Iterator[tuple[int, int]]:
        """Stretches of words: between marks, and from a word that opens a reason or a document."""
        first = 0
        for at in range(1, len(self.words)):
            between = self.text[self.spans[at - 1][1] : self.spans[at][0]]
            opens = self.kinds[at] & {"why", "with"} and not self.kinds[at - 1] & {"why", "with"}
            listed = _NUMBER.fullmatch(self.words[at - 1]) and _NUMBER.fullmatch(self.words[at])
            if (_BORDER.search(between) and not listed) or opens:
                yield first, at
                first = at
        if self.words:
            yield first, len(self.words)

    def _typed(self, first: int, last: int) -> str:
        """Words as they were typed."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]


def _remark(said: _Said) -> str | None:
    """A remark without the words that lead up to it ("xin lùi việc 2 … vì chờ kinh phí")."""
    at = next((i for i, kinds in enumerate(said.kinds) if not kinds & _LEADING and not _leads(said.words[i])), None)
    return said.text[said.spans[at][0] :].rstrip(" .") if at is not None else None


def _leads(word: str) -> bool:
    return folded(word) in {"den", "toi", "sang", "han"} or bool(_NUMBER.fullmatch(word))


_LEADING = frozenset({"small", "why", "with", "row", "number", "joined", "done", "not_yet", "more", "this"})


@lru_cache(maxsize=1)
def _phrases() -> Trie:
    source = "report_words.tsv"
    return Trie(parse((files("knowledge.data") / source).read_text(encoding="utf-8"), source))

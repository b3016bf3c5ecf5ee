"""Which cues each intent makes use of; a cue that it does not use goes back to the topic."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from knowledge.language.text import folded
from knowledge.questions.cues import Cue, accented_cue_words, cues_in, plain_phrases, says_nothing
from knowledge.questions.pointing import POINTING
from knowledge.questions.query import FACTS, Intent
from knowledge.questions.rule_words import ENDS_IN_ORDER, HOW_MANY, ROW_WORDS

OF_ROWS = frozenset({"list", "count", "due", "overdue", "soon", "open", "table"})  # ask for rows, not of one
COURTESIES = ("greeting", "thanks", "bye")
TALK = (*COURTESIES, "help")
OF_A_ROW = frozenset({"result", "when", "who", "lead", "coordinate"})  # ask for what one row tells
LITTLE = frozenset({"filler", "tail", "light", "soft"})  # say little by themselves
OF_TOPICS = frozenset({"keep", "soft", "light"})  # may be part of a topic
ALWAYS = {
    "who",
    "what",
    "filler",
    "tail",
    "light",
    "this_plan",
    "back",
    "again",
    "opening",
    "check",
    "compare",
    "all_plans",
    *TALK,
}
LISTING = {
    "list",
    "count",
    "due",
    "soon",
    "overdue",
    "open",
    "done",
    "doing",
    "lead",
    "coordinate",
    "duty",
    "until",
    "table",
    "when",
    "part",
    "about",
}
USES: dict[Intent, set[str]] = {
    Intent.LEAD: {"lead", "whom"},
    Intent.COORDINATE: {"coordinate", "lead", "whom"},
    Intent.DEADLINE: {"when", "due", "soon", "issued", "years", "whom"},
    Intent.RESULT: {"result", "what", "plans"},  # "đầu ra gồm | những tài liệu nào"
    Intent.TARGET: {"share", "objective", "what"},
    Intent.BUDGET: {"budget", "share", "what"},
    Intent.STATE: {"overdue", "open", "doing", "done", "in_time", "due", "soon", "when"},
    Intent.TASKS: {"whom"},
    Intent.COUNT: {"share", "whom"},
    Intent.DUE: {"result"},
    Intent.DUTY: {"duty", "list", "lead", "what"},
    Intent.PASSAGE: {"about", "whom", "what", "list", "title"},
    Intent.GENERAL: {"what", "list", "plans"},  # "cái đó ở | kế hoạch nào"
    Intent.FACTS: {*FACTS, "plans", "what"},
    Intent.PLANS: {"plans", "list", "what", "count"},
    Intent.MEANING: {"meaning", "what", "list"},
    Intent.SMALLTALK: {"list", "what", "about"},
}


def settled(found: Sequence[Cue], words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues, particles only where they open or close the question ("thế …", "… đi", "… nha")."""
    found = _with_ends(found, words)
    kept = []
    end, talked = len(words), _talked(found)
    for cue in reversed(found):
        opens = ("opening" in cue.kinds and (cue.start == 0 or _leads_on(cue, found, words))) or cue.end <= talked
        if not cue.kinds <= {"tail", "opening"} or opens or ("tail" in cue.kinds and cue.end == end):
            kept.append(cue)
        end = cue.start if cue.end == end else end
    return tuple(reversed(kept))


def _leads_on(cue: Cue, found: Sequence[Cue], words: Sequence[str]) -> bool:
    """Whether a cue leads to another thing right behind what opens a turn ("thế | sang | quý ba")."""
    first = any(one.start == 0 and one.end == cue.start and one.kinds & {"opening", "again"} for one in found)
    return first and folded(words[cue.end - 1]) in _TO


def _with_ends(found: Sequence[Cue], words: Sequence[str]) -> list[Cue]:
    """The cues, an end that is only asked for by its day as one with that ("làm xong | vào | khoảng nào")."""
    made: list[Cue] = []
    for cue in found:
        small = next((n for n, one in enumerate(reversed(made)) if not one.kinds <= _BETWEEN), len(made))
        run = made[-1 - small :] if small < len(made) else []
        if run and "when" in cue.kinds and _is_an_end(run[0], words) and _adjoin((*run, cue)):
            made[-len(run) :] = [replace(cue, start=run[0].start)]
        else:
            made.append(cue)
    return made


def _is_an_end(cue: Cue, words: Sequence[str]) -> bool:
    """Whether a cue says that something ends, and not that it has ended ("đã xong", "xong rồi")."""
    said = set(map(folded, words[cue.start : cue.end]))
    return "done" in cue.kinds and said <= _ENDING


def _adjoin(run: Sequence[Cue]) -> bool:
    return all(left.end == right.start for left, right in pairwise(run))


_BETWEEN = frozenset({"filler", "tail", "light"})
_ENDING = frozenset({"lam", "xong", "hoan", "tat", "thanh"})


def spoken_of(found: Sequence[Cue], words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues without those of a field behind "nói gì về": that is what is spoken of ("… về | thời gian chờ khám")."""
    ends = (cue.end for cue in found if "about" in cue.kinds and _says_about(words[cue.start : cue.end]))
    first = next(ends, len(words))
    left = (cue for cue in found if cue.start < first or not cue.kinds & _OF_FIELDS)
    aims = {cue.end for cue in found if "objective" in cue.kinds}
    return tuple(cue for cue in left if not (cue.start in aims and _is_bare_time(words[cue.start : cue.end])))


def _is_bare_time(said: Sequence[str]) -> bool:
    """Whether a time is only named, and asked by no word ("thời gian chờ khám", not "thời gian nào")."""
    return list(map(folded, said)) == ["thoi", "gian"]


def standing_meant(found: Sequence[Cue], words: Sequence[str]) -> tuple[Cue, ...]:
    """The cues with an end that rows have yet to reach as due ("phải | xong mấy việc").

    One that is only told in front of what is asked is talk, with all that is told there ("nghỉ Tết xong rồi thì …").
    """
    bare = list(map(folded, words))
    then = next((at for at, word in enumerate(bare) if word == "thi"), 0)
    asked = min((cue.start for cue in found if cue.kinds & _ASKS), default=len(bare))
    ends = [cue for cue in found if "done" in cue.kinds and cue.end <= then <= asked]
    of_rows = ends and not ROW_WORDS.isdisjoint(bare[max(ends[0].start - 1, 0) : ends[0].end])
    if ends and not of_rows and _names_the_row(found, words, bare, then):
        found = [replace(cue, kinds=frozenset({"filler"})) if cue in ends else cue for cue in found]
    elif ends and not of_rows:  # "trừ việc đã xong thì …" is of rows
        told = Cue(frozenset({"filler"}), 0, then + 1)
        return (told, *(cue for cue in found if cue.start > then))
    return tuple(_to_be_done(cue, bare) if "done" in cue.kinds else cue for cue in found)


def _names_the_row(found: Sequence[Cue], words: Sequence[str], bare: Sequence[str], then: int) -> bool:
    """Whether a field is asked of a row that is told in front: only there ("sửa sang website, làm xong thì nộp gì").

    Or what is pointed at behind is named there ("kiểm toán kiến nghị xong thì ai đôn đốc làm theo kiến nghị ấy").
    """
    if any(after in POINTING and folded(word) in bare[:then] for word, after in pairwise(words[then + 1 :])):
        return True
    behind = [cue for cue in found if cue.start >= then and cue.end > then + 1]  # "thì nộp gì" asks with its "thì"
    fields = any(cue.kinds & OF_A_ROW for cue in behind) and not any(cue.kinds & OF_ROWS for cue in behind)
    covered = {at for cue in behind for at in range(cue.start, cue.end)}
    return fields and covered.issuperset(range(then + 1, len(bare)))


def _to_be_done(cue: Cue, bare: Sequence[str]) -> Cue:
    """A cue, an end as due where rows have yet to reach it, or come in its order ("việc nào làm xong cuối cùng")."""
    in_order = bare[cue.start] != "da" and tuple(bare[cue.end : cue.end + 2]) in _IN_ORDER
    if not in_order and bare[cue.start - 1 : cue.start] not in _MUST:
        return cue
    counted = not HOW_MANY.isdisjoint(bare[cue.start : cue.end])
    return replace(cue, kinds=frozenset({"due", "count"} if counted else {"due"}))


_ASKS = frozenset({"list", "count", "when", "who", "result"})
_MUST = (["phai"], ["can"])
_IN_ORDER = frozenset(tuple(folded(said).split()) for said in ENDS_IN_ORDER)


def _says_about(said: Sequence[str]) -> bool:
    bare = list(map(folded, said))
    return bare[-1] == "ve" and not _WHICH.isdisjoint(bare)


_WHICH = frozenset({"gi", "sao", "nao"})
_OF_FIELDS = frozenset({"when", "result", "share", "objective", "budget", "due"})


def with_closing(
    cues: Sequence[Cue], found: Sequence[Cue], words: Sequence[str], taken: AbstractSet[int]
) -> tuple[Cue, ...]:
    """The cues, with the particles that close what stands before a plan's name ("việc nào quá hạn | rồi | của trường").

    Args:
        found: all cues, the particles among them; taken: positions of the words of the plan's name.
    """
    end = next((at for at in range(len(words), 0, -1) if at - 1 not in taken), 0)
    ahead = [cue for cue in found if cue.end <= end] if end < len(words) else []
    closed = [cue for cue in settled(ahead, words[:end]) if cue.kinds <= {"tail", "opening"} and cue not in cues]
    return tuple(sorted((*cues, *closed), key=lambda cue: cue.start))


def switched(cues: Sequence[Cue], words: Sequence[str], known: AbstractSet[int]) -> tuple[Cue, ...]:
    """The cues without a switch to something that is no unit, time, plan or field: then it is what rows are about.

    "Chuyển sang | quý 3" goes on with the list before; "chuyển sang hóa đơn điện tử" is work of its own.

    Args:
        known: positions of words that are units, times or plans.
    """
    small = {i for cue in cues if cue.kinds <= LITTLE for i in range(cue.start, cue.end)}
    named = known | {cue.start for cue in cues if cue.kinds & _SWITCHED}
    kept = []
    for cue in cues:
        leads = bool(cue.kinds & {"again", "opening"}) and folded(words[cue.end - 1]) in _TO
        goal = next((i for i in range(cue.end, len(words)) if i in named or i not in small), None)
        if not leads or goal in named:
            kept.append(cue)
    return tuple(kept)


_TO = frozenset({"sang", "qua"})
_SWITCHED = frozenset({"who", "lead", "coordinate", "when", "result", "budget", "list", "count"})


def only_gives(cue: Cue, words: Sequence[str]) -> bool:
    """Whether a cue only says that something is given to somebody, in whatever role."""
    said = {folded(word) for word in words[cue.start : cue.end]}
    return bool(_GIVEN & said) and not _CHAIRED & said


_GIVEN = frozenset({"giao", "cong", "ten"})  # of "được giao", "phân công", "đứng tên"
_CHAIRED = frozenset({"tri", "chinh"})


def _talked(found: Sequence[Cue]) -> int:
    """Where the run of small words ends that opens a question ("dạ cho em hỏi giúp …")."""
    end = 0
    for cue in found:
        if cue.start != end or not cue.kinds & _OPENING:
            break
        end = cue.end
    return end


_OPENING = frozenset({"filler", "tail", *COURTESIES})


def gap(cues_: Iterable[Cue], anchors: Iterable[Cue]) -> int:
    """The fewest words between one of the cues and one of the anchors."""
    pairs = [(a, b) for a in cues_ for b in anchors]
    return min(max(a.start - b.end, b.start - a.end, 0) for a, b in pairs)


def only_talks_on(words: Sequence[str]) -> bool:
    """Whether words say nothing of rows: small ones, turns of speech, and what asks or tells how to answer.

    One word by itself does with its accents only: "tai chinh" is no "tại".
    """
    found = [cue for cue in cues_in(tuple(words)) if not cue.kinds & OF_TOPICS]
    whole = [cue for cue in found if cue.end - cue.start > 1 or words[cue.start] in accented_cue_words()]
    covered = {at for cue in whole for at in range(cue.start, cue.end)}
    small = {word for kind in _SMALL for phrase in plain_phrases(kind) for word in phrase}
    return says_nothing([word for at, word in enumerate(words) if at not in covered and word not in small])


_SMALL = ("list", "speaker", "closing")

"""From what a person typed to a query: what is asked, about which topic, unit, time and plan.

Cues (data) say what is asked. What is left when the cues, the plan's name, and for lists the unit and the time are
taken away is the topic, which finds the row. A cue that the intent does not use goes back to the topic: in "ai chủ trì
phối hợp công khai …" the coordinating belongs to the task. Nothing here looks at a row.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.deadlines.periods import Period, find_periods
from knowledge.language.abbreviations import meanings
from knowledge.language.text import folded, tokens
from knowledge.questions.clauses import asking
from knowledge.questions.constraint_spans import narrowing
from knowledge.questions.constraints import Constraint, Kind, Narrowing, Operator
from knowledge.questions.cue_uses import ALWAYS, LISTING, TALK, USES, gap, settled
from knowledge.questions.cues import Cue, cues, find, plain_words, says_nothing, soft_words, written_plainly
from knowledge.questions.guide import Guide
from knowledge.questions.plan_names import Talk
from knowledge.questions.query import FACTS, FIELDS, LISTS, Intent, Query
from knowledge.questions.talk import talk_kind
from knowledge.questions.utterance import Utterance, read
from knowledge.units.mentions import UnitMention, unit_like


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was talked of before, as far as it changes what words mean.

    Args:
        year: for times without one.
        plans: positions of the plans that were named.
        listed: whether the last answer was a list.
    """

    year: int | None = None
    plans: tuple[int, ...] = ()
    listed: bool = False


def understand(
    text: str, guide: Guide, *, today: date, plans: Collection[int], earlier: Earlier | None = None
) -> Query:
    """The query of a text.

    Args:
        plans: positions of the plans that may be asked.
        earlier: what was talked of before.
    """
    text = asking(text, guide.beside)
    query = _Reader(read(text, guide.knows, guide.prints), guide, today, plans, earlier or Earlier()).query()
    typed = talk_kind(text, query.words, query.scope.taken) or talk_kind(text, tokens(text))
    kind = "" if query.intent in (Intent.SMALLTALK, Intent.MEANING) else typed
    if kind == "units":
        return replace(query, intent=Intent.UNITS, topic=())
    return replace(query, intent=Intent.SMALLTALK, talk=kind, topic=(), asks=()) if kind else query


class _Reader:
    """One question being read."""

    def __init__(
        self, utterance: Utterance, guide: Guide, today: date, plans: Collection[int], earlier: Earlier
    ) -> None:
        self._earlier = earlier
        self._guide = guide
        self.utterance = utterance
        self.words = utterance.words
        self.cues = settled([cue for cue in find(cues(), self.words) if not self._bonded(cue)], len(self.words))
        units = [u for u in guide.units.find(self.words, None) if u.end - u.start > 1]  # "cà" of "Cà Mau" is none
        self.scope = guide.plans.find(self.words, plans, _positions(units), self._talked())
        shown = set(self.scope.plans or plans)
        self.units = tuple(u for u in guide.units.find(self.words, shown) if not self._is_no_unit(u))
        self.periods = find_periods(self.utterance.topical, today=today, year=self._year(today))
        self.periods = tuple(p for p in self.periods if not self._taken(p.start, p.end))
        self.narrowing = self._narrowing(shown)
        taken = self.narrowing.taken
        self.cues = tuple(cue for cue in self.cues if not self._claimed(cue))
        paired = self._paired()
        self.narrowing = replace(self.narrowing, where=(*self.narrowing.where, *paired))
        own = {unit.start for constraint in paired for unit in constraint.units} | self.narrowing.units
        self._own_units = tuple(unit for unit in self.units if unit.start in own)
        self.units = tuple(unit for unit in self.units if unit.start not in own)
        self.cues = self._unambiguous()
        covered = {i for cue in self.cues for i in range(cue.start, cue.end) if not cue.kinds & {"keep", "soft"}}
        self._named = covered | self.scope.taken | taken
        self.rest = self._without(self._named, (*self.units, *self._own_units), self.periods)

    def _talked(self) -> Talk:
        plans = self._earlier.plans
        units = self._guide.units.find(self.words, set(plans)) if plans else ()
        return Talk(plans, frozenset(_positions(units)), self.has("again", "opening"))

    def _narrowing(self, plans: Collection[int]) -> Narrowing:
        signs = [(unit.start, unit.end, f"<u{at}>") for at, unit in enumerate(self.units)]
        signs += [(period.start, period.end, "<p>") for period in self.periods]
        for cue in self.cues:
            sign = next((f"<{kind}>" for kind in ("lead", "coordinate") if kind in cue.kinds), "")
            first = cue.start + (self.words[cue.start] in {"cùng", "cung"} and cue.end - cue.start > 1)
            if sign and not any(start < cue.end and first < end for start, end, _ in signs):
                signs.append((first, cue.end, sign))
        return narrowing(
            self.utterance.topical,
            signs,
            self.units,
            listed=self.has("list", "count", "table") or self._works(),
            headings=lambda said: self._guide.heading_size(said, plans),
        )

    def _paired(self) -> tuple[Constraint, ...]:
        """Units with a role each ("Sở A chủ trì, Sở B phối hợp"): the one named right behind the unit."""
        if len(self.units) < _PAIR or self.has("who"):
            return ()
        found = []
        for unit, after in zip(self.units, [*(u.start for u in self.units[1:]), len(self.words)], strict=True):
            said = [k for c in self.cues for k in c.kinds if k in _ROLES and unit.end <= c.start < after]
            if len(said) != 1 or unit.start in self.narrowing.units:
                return ()
            found.append(Constraint(Kind.UNIT, units=(unit,), role=said[0], start=unit.start, end=unit.end))
        return tuple(found) if len({constraint.role for constraint in found}) == _PAIR else ()

    def _works(self) -> bool:
        """Whether the question begins with the rows themselves ("nhiệm vụ thường xuyên", "những việc chưa có hạn")."""
        return bool(_WORKS.match(" ".join(map(folded, self.words))))

    def _operator(self) -> Operator:
        """What is done with the rows; two counts beside each other ("bao nhiêu …, bao nhiêu …") are two sides."""
        counts = sum("count" in cue.kinds for cue in self.cues)
        beside = counts > 1 and len(self.narrowing.where) > 1 and self.narrowing.operator is Operator.ROWS
        return Operator.SIDES if beside else self.narrowing.operator

    def _claimed(self, cue: Cue) -> bool:
        """Whether a cue is only a part of a constraint; the role beside "nhiều nhất" stays the role that is asked."""
        words = set(range(cue.start, cue.end))
        if cue.kinds & {"lead", "coordinate"}:
            return any(c.start <= cue.start and cue.end <= c.end for c in self.narrowing.where)
        return words <= self.narrowing.taken

    def query(self) -> Query:
        """The query."""
        intent = self._intent()
        listed = intent in LISTS or intent in (Intent.DUTY, Intent.PLANS)
        asks = (self._asks() or (intent,)) if intent in FIELDS else ()
        topic = self._topic(intent, asks, listed=listed)
        if says_nothing([self.words[i] for i in topic]) or (listed and self._says_nothing(topic)):
            topic = []
        return Query(
            intent=intent,
            scope=self.scope,
            topic=tuple(self.utterance.topical[i] for i in topic),
            asks=asks,
            facts=self._facts() if intent is Intent.FACTS else (),
            units=self.units,
            role=self._role(),
            period=self.periods[0] if self.periods and listed else None,
            count=self.has("count"),
            table_only=self.has("table"),
            where=self.narrowing.where if listed else (),
            operator=self._operator(),
            by=self.narrowing.by,
            together=self.narrowing.together,
            firm=self._firm(topic),
            strange_unit=self._strange(topic) if listed and not self.units else None,
            again=self.has("again", "opening"),
            back=self.has("back"),
            compare=self._compares(intent),
            talk=next((kind for kind in TALK if self.has(kind)), ""),
            words=self.words,
            mended=self.utterance.mended,
            cues=self.cues,
        )

    def _firm(self, topic: Sequence[int]) -> int:
        """How many words of the topic stand behind a word that says what follows is the topic."""
        marks = [cue.end for cue in self.cues if cue.kinds & {"part"}]
        marks += [i + 1 for i, word in enumerate(self.words) if word in {"về", "ve"}]
        first = min((mark for mark in marks if mark in topic), default=len(self.words))
        return sum(i >= first for i in topic)

    def _says_nothing(self, topic: Sequence[int]) -> bool:
        """Whether what is left of a question for a list is no topic: small words, or a crumb that no plan knows."""
        left = [self.utterance.topical[i] for i in topic]
        if written_plainly("list").issuperset(left):
            return True
        crumb = len(left) == 1 and len(left[0]) <= _CRUMB and not self._guide.weight(folded(left[0]))
        told = bool(self.units or self.periods)
        return crumb and told and self.words[max(topic[0] - 1, 0)] not in {"về", "ve"}

    def _compares(self, intent: Intent) -> bool:
        listed = self.has("plans") and intent is not Intent.PLANS
        return self.has("compare", "all_plans") or self.scope.several or listed

    def _facts(self) -> tuple[str, ...]:
        dated = self._asks_issue() or (self.has("number", "signer") and self.has("when"))
        signed = self.has("issued") and self.has("who") and not self.has("issuer")  # "do ai ký, ngày nào"
        asked = {kind for kind, said in (("issued", dated), ("signer", signed)) if said}
        return tuple(kind for kind in FACTS if self.has(kind) or kind in asked)

    def has(self, *kinds: str) -> bool:
        """Whether any cue of these kinds is there."""
        return any(cue.kinds & set(kinds) for cue in self.cues)

    def _intent(self) -> Intent:
        for rule in (self._talk, self._counted, self._about_plans, self._narrowed, self._list, self._field):
            intent = rule()
            if intent:
                return intent
        return Intent.GENERAL

    def _talk(self) -> Intent | None:
        if self.has("meaning") or (self.has("what") and self._is_abbreviation()):
            return Intent.MEANING
        bare = not self.rest and not self.units and not self.periods
        asked = self.has("lead", "coordinate", "when", "result", "share", "signer", "count", "due", "plans")
        if bare and self.has("help"):
            return Intent.SMALLTALK
        return Intent.SMALLTALK if bare and self.has(*TALK) and not asked else None

    def _counted(self) -> Intent | None:
        """A question that only a whole list answers: the most, each, what is left out or empty."""
        if self.narrowing.operator in (Operator.EARLIEST, Operator.LATEST):
            return Intent.TASKS
        if self.narrowing.operator is not Operator.ROWS:
            return Intent.COUNT
        if self._asks() and not self.has("list", "count"):
            return None
        narrowed = any(c.kind is Kind.UNIT and c.include for c in self.narrowing.where)
        narrowed = narrowed or self.narrowing.has(Kind.BLANK, Kind.DATED, Kind.WORDS, Kind.SECTION, Kind.RHYTHM)
        return (Intent.COUNT if self.has("count") else Intent.TASKS) if narrowed or self.narrowing.excludes else None

    def _is_abbreviation(self) -> bool:
        """Whether one short form is all that "là gì" asks about; "PH" is a cue as well."""
        asked = [c for c in self.cues if c.kinds & {"lead", "coordinate"}]
        if not self.rest and len(asked) == 1 and asked[0].end - asked[0].start == 1 and not self.has("who"):
            return bool(meanings(self.words[asked[0].start]))
        if not self.rest or self.has("when", "lead", "share", "result", "objective"):
            return False
        words = tuple(folded(self.words[i]) for i in self.rest)
        explained = any(short[: len(words)] == words for short in self._guide.short_forms)
        return explained or (len(words) == 1 and (bool(meanings(words[0])) or _is_short(words[0])))

    def _about_plans(self) -> Intent | None:
        fact = (self.has(*FACTS) or self._asks_issue()) and not self.has("lead", "coordinate", "result")
        fact = fact and (not self.has("share") or self._how_much_number())
        other = ("due", "overdue", "soon", "objective", "share", "when", "lead", "coordinate")
        listed = self.has("plans") and not self.has(*other)
        if (fact or listed) and self._names_plans_only():
            return Intent.FACTS if fact else Intent.PLANS
        return Intent.BUDGET if self.has("budget") else None

    def _is_no_unit(self, unit: UnitMention) -> bool:
        """Whether a unit is only seen in the name of a plan, or in its number ("so ke hoach" is no "Sở Kế hoạch")."""
        words = set(range(unit.start, unit.end))
        around = [cue for cue in self.cues if words <= set(range(cue.start, cue.end))]
        return (
            self._taken(unit.start, unit.end)
            or any(cue.kinds & {"number", "all_plans", "compare"} for cue in around)
            or (len(words) == 1 and self._is_no_short_form(unit))  # "cả" is no "CA"
        )

    def _is_no_short_form(self, unit: UnitMention) -> bool:
        """Whether a lone word was typed with accents that are not the unit's: short forms have none but "đ"."""
        typed, word = self.utterance.topical[unit.start], self.words[unit.start]
        return typed != word or (unit.words != (folded(word),) and word.replace("đ", "d") != folded(word))

    def _how_much_number(self) -> bool:
        """Whether "bao nhiêu" asks for the number of the plan ("số kế hoạch là bao nhiêu")."""
        ends = {cue.end for cue in self.cues if "number" in cue.kinds}
        return all(cue.start in ends for cue in self.cues if "share" in cue.kinds)

    def _names_plans_only(self) -> bool:
        """Whether all that is left of the question are words of titles; looked up last, as there may be many plans."""
        if self.units:
            return False
        rest = {folded(self.words[i]) for i in self.rest} - plain_words("plan")
        titles = {folded(w) for i in self.scope.plans for w in self._guide.title_words(i)} if rest else set()
        return all(len(word) == 1 or word in titles or _shortens(word, titles) for word in rest)

    def _asks_issue(self) -> bool:
        """Whether it is asked when the plan itself was issued ("kế hoạch này ban hành tháng mấy")."""
        bare = {folded(word) for word in self.words}
        named = {"ke", "hoach"} <= bare and bool(bare & {"ky", "hanh"}) and len(bare & {"hoach", "cac", "nhung"}) == 1
        return named and self.has("when") and not self._asks_result()

    def _asks_result(self) -> bool:
        return self.has("result", "share", "lead", "coordinate", "list", "count")

    def _list(self) -> Intent | None:
        return self._by_state() or self._by_time() or self._by_unit()

    def _narrowed(self) -> Intent | None:
        """A list that was given before, of another unit, role or time, or of fewer ("riêng Sở X chủ trì")."""
        if not self._earlier.listed or not self.has("again", "opening"):
            return None
        asked = self.has("who", "when", "result", "share", "objective", "about", "overdue", "soon", "done", "doing")
        if asked or any(folded(self.words[i]) not in soft_words() for i in self.rest):
            return None
        if self.periods:
            return Intent.DUE
        return Intent.TASKS if self.units or self.has("lead", "coordinate") else None

    def _by_state(self) -> Intent | None:
        if self.rest or self.has("about"):
            return None
        if self.has("overdue", "done", "doing"):
            return Intent.OVERDUE if self.has("overdue") and not self.has("done") else Intent.PROGRESS
        return Intent.DUE if self.has("soon") else None

    def _by_time(self) -> Intent | None:
        if self.has("count"):
            return Intent.COUNT
        timed = bool(self.periods) and not (self.rest and not self.narrowing.dated) and not self._asks_when()
        other = self.has("share", "result", "about", *FACTS)
        return Intent.DUE if timed and not other and self._wants_list() else None

    def _by_unit(self) -> Intent | None:
        if self.has("duty") and self.units and not self.has("who") and "ai" not in self.words:
            return Intent.DUTY
        if self.has("list") and not self._asks() and not self.has("whom"):
            return self._listed(free=not self.rest)
        return Intent.TASKS if self.units and not self.rest and self._only_names() else None

    def _only_names(self) -> bool:
        """Whether units are named and nothing is asked of them."""
        named = {i for unit in self.units for i in range(unit.start, unit.end)}
        return all(cue.kinds <= _SMALL or set(range(cue.start, cue.end)) <= named for cue in self.cues)

    def _wants_list(self) -> bool:
        return self.has("list", "due", "until", "table") or not self.has("who", "lead", "coordinate", "when")

    def _listed(self, *, free: bool) -> Intent | None:
        if self.units and (free or not self.has("about")):
            return Intent.TASKS
        if free or unit_like([self.words[i] for i in self.rest]) or not self.has("about"):
            return Intent.TASKS
        return None

    def _field(self) -> Intent | None:
        if self.has("whom") and not self.has("lead", "coordinate", "when", "share", "result"):
            return Intent.PASSAGE
        asks = self._asks()
        if asks:
            return asks[0]
        if self.has("about", "list"):
            return Intent.PASSAGE
        measured = self.has("compare") or self.scope.several
        return Intent.TARGET if self._is_rate() or (measured and self._is_measure()) else None

    def _is_rate(self) -> bool:
        """Whether the topic begins as a figure does ("tỷ lệ …", "mức độ hài lòng …")."""
        bare = [folded(self.words[i]) for i in self.rest[:2]]
        return " ".join(bare) in {"ty le", "muc do", "chi tieu", "ti le"} and not self.has("again", "back")

    def _is_measure(self) -> bool:
        """Whether the topic begins with a word of measure ("mức hài lòng …")."""
        return folded(self.words[self.rest[0]]) in {"muc", "ty", "ti", "chi"} if self.rest else False

    def _asks(self) -> tuple[Intent, ...]:
        """The fields of a row that are asked, in the order of the question."""
        asks: dict[Intent, int] = {}
        for intent, kinds in (
            (Intent.DEADLINE, ("when",)),
            (Intent.RESULT, ("result",)),
            (Intent.TARGET, ("share",)),
        ):
            if self.has(*kinds):
                asks[intent] = self._at(*kinds)
        if self.has("issued") and self.rest:
            asks[Intent.DEADLINE] = self._at("issued")
        role = self._role()
        if self.has("who") or (role and not asks and not self.has("list")):
            asks[Intent.COORDINATE if role == "coordinate" else Intent.LEAD] = self._at("who", "lead", "coordinate")
            if self._asks_both_roles():
                asks |= {Intent.LEAD: self._at("lead"), Intent.COORDINATE: self._at("coordinate")}
        if self.has("objective") and Intent.TARGET not in asks and (not asks or self.has("what")):
            asks[Intent.TARGET] = self._at("objective")
        return tuple(sorted(asks, key=lambda intent: asks[intent]))

    def _asks_both_roles(self) -> bool:
        """Whether both roles are asked: each beside a "who", or joined ("ai chủ trì, ai phối hợp", "chủ trì và …")."""
        cues_ = {kind: [c for c in self.cues if kind in c.kinds] for kind in ("who", "lead", "coordinate")}
        pairs = [(a, b) for a in cues_["lead"] for b in cues_["coordinate"]]
        if any(self.words[a.end : b.start] == ("và",) for a, b in pairs):
            return True
        beside = [{w.start for w in cues_["who"] if gap([c], [w]) <= 1} for pair in pairs for c in pair]
        return len(pairs) == 1 and all(beside) and len(set.union(*beside)) > 1

    def _asks_when(self) -> bool:
        return self.has("when") and not self.has("list", "due", "count", "table")

    def _at(self, *kinds: str) -> int:
        return min(cue.start for cue in self.cues if cue.kinds & set(kinds))

    def _role(self) -> str | None:
        """Which role is meant where both are named: the one nearer to who, or to the list."""
        lead = [cue for cue in self.cues if "lead" in cue.kinds]
        coordinate = [cue for cue in self.cues if "coordinate" in cue.kinds]
        if not (lead and coordinate):
            return "lead" if lead else "coordinate" if coordinate else None
        if any(a.end == b.start and _GIVEN & set(self.words[a.start : a.end]) for a in lead for b in coordinate):
            return "coordinate"  # "được giao phối hợp"
        anchors = [cue for cue in self.cues if cue.kinds & {"who", "list", "count"}]
        if not anchors:
            return None
        return "coordinate" if gap(coordinate, anchors) < gap(lead, anchors) else "lead"

    def _topic(self, intent: Intent, asks: Iterable[Intent], *, listed: bool) -> list[int]:
        uses = set(ALWAYS) | (LISTING | {"what"} if listed else set())
        for asked in (intent, *asks):
            uses |= USES.get(asked, set())
        used = {i for cue in self.cues if cue.kinds & uses for i in range(cue.start, cue.end)}
        used |= self.narrowing.taken if listed else set()
        return self._without(
            used | self.scope.taken, (*self.units, *self._own_units) if listed else (), self.periods if listed else ()
        )

    def _without(self, taken: Collection[int], units: Iterable[UnitMention], periods: Iterable[Period]) -> list[int]:
        gone = set(taken)
        gone.update(i for unit in units for i in range(unit.start, unit.end))
        gone.update(i for period in periods for i in range(period.start, period.end))
        return [i for i, word in enumerate(self.words) if i not in gone and word not in {":", "%"}]

    def _strange(self, topic: Iterable[int]) -> str | None:
        """The topic of a list, where it can only be a unit that is not known."""
        words = [self.utterance.topical[i] for i in topic]
        size = unit_like(words)
        if not size or self._guide.bond(*words[size - 1 : size + 1]) >= _BONDED:
            return None  # "so hoa" is "số hóa", no "Sở …"
        return " ".join(words)

    def _taken(self, start: int, end: int) -> bool:
        return bool(self.scope.taken & set(range(start, end)))

    def _unambiguous(self) -> tuple[Cue, ...]:
        """The cues without those fillers that, typed without accents, stand inside the topic ("thu hoi dat")."""
        if self.utterance.accented:
            return self.cues
        gone = self.scope.taken | {i for unit in self.units for i in range(unit.start, unit.end)}
        gone |= {i for period in self.periods for i in range(period.start, period.end)}
        gone |= {i for cue in self.cues for i in range(cue.start, cue.end) if not cue.kinds & {"keep", "soft"}}
        content = [i not in gone for i in range(len(self.words))]
        inside = {i for i in range(1, len(content) - 1) if content[i - 1] and content[i + 1]}
        return tuple(
            cue for cue in self.cues if not (cue.kinds <= _WEAK and cue.end - cue.start == 1 and cue.start in inside)
        )

    def _bonded(self, cue: Cue) -> bool:
        """Whether a single word is rather half of a word of the plans ("làm" in "việc làm", "ra" in "rà soát")."""
        if cue.end - cue.start == 2 and cue.kinds <= _WEAK:
            first, last = self.words[cue.start : cue.end]
            ahead = self.words[max(cue.start - 1, 0) : cue.start] if "back" in cue.kinds else ()
            return max([self._guide.bond(first, last), *(self._guide.bond(a, first) for a in ahead)]) >= _BONDED
        if cue.end - cue.start > 1 or "keep" in cue.kinds:
            return not self.utterance.accented and cue.kinds <= _LISTED and self._inside(cue.start)
        if self.utterance.topical[cue.start] != self.words[cue.start]:
            return True  # other accents were typed: "trồng" is not "trong"
        before, after = self.words[max(cue.start - 1, 0) : cue.start], self.words[cue.end : cue.end + 1]
        word = self.words[cue.start]
        bonds = [self._guide.bond(b, word) for b in before] + [self._guide.bond(word, a) for a in after]
        return max(bonds, default=0.0) >= _BONDED

    def _inside(self, at: int) -> bool:
        """Whether a word goes with the one before it ("sơ" in "hồ sơ nhiệm vụ"), rather than to begin a phrase."""
        return at > 0 and self._guide.bond(self.words[at - 1], self.words[at]) >= _BONDED

    def _year(self, today: date) -> int:
        """The year of a time without one: the one talked of before, unless another plan is named."""
        if self._earlier.year and not self.scope.named:
            return self._earlier.year
        years = {year for plan in self.scope.plans for year in self._guide.years(plan)}
        if not years or today.year in years:
            return today.year
        return max(years) if today.year > max(years) else min(years)


def _shortens(word: str, titles: Collection[str]) -> bool:
    """Whether a short form stands for words of a title ("cchc")."""
    return any(set(folded(long).split()) <= set(titles) for long in meanings(word))


def _is_short(word: str) -> bool:
    """Whether a word has no vowel, as only initials have none."""
    return 1 < len(word) <= _LONGEST_SHORT and word.isalpha() and not set(word) & set("aeiouy")


_LONGEST_SHORT = 8


def _positions(units: Iterable[UnitMention]) -> list[int]:
    return [i for unit in units for i in range(unit.start, unit.end)]


_WORKS = re.compile(
    r"(?:co |cho |liet ke |danh sach )*(?:cac |nhung |moi |so )*(?:nhiem vu|viec|dau viec|cong viec|hang muc|nv) "
)
_ROLES = ("lead", "coordinate")
_PAIR = 2
_GIVEN = frozenset({"giao", "công", "cong"})  # of "được giao", "phân công"
_WEAK = frozenset({"back", "filler", "again", "who", "tail", "thanks", "light"})
_CRUMB = 4  # letters up to which a lone unknown word is a slip or a particle rather than a topic
_SMALL = frozenset({"filler", "tail", "this_plan"})  # a unit's name with nothing but these asks for its tasks
_LISTED = frozenset({"count", "list"})
_BONDED = 0.6  # how often pyvi writes two syllables as one word before a cue is not seen in one of them

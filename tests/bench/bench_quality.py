"""How good the search is on public sets, beside rank_bm25 over words and over folded pairs, and bm25s over pairs.

Public sets are not shipped: drop them into the folder `sets/` of the checkout (or PLANBOT_SETS), in one of the forms
that `tests/retrieval.py` describes. The annotated rows of real plans beside the checkout are one more set, the invented
one of the tests shows the form where nothing else is there. Every engine gets the same texts and the questions as they
were typed, without accents, and with a slip in 15 % of the words. PLANBOT_BENCH_QUESTIONS (200) says how many of each
set; times are CPU time of one question.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from retrieval import Quality, Question, QuestionSet, misspelt, quality, sets_in

from knowledge.identity import LoadedPlan
from knowledge.language.text import folded, folded_tokens
from knowledge.model import Heading, Passage, Plan

from .recombined import SHARED, annotated, questions

Search = Callable[[str], Sequence[int]]  # a question to the positions of the ten best documents

ROOT = Path(__file__).resolve().parents[2]
MANNERS: dict[str, Callable[[str, int], str]] = {
    "typed": lambda text, _: text,
    "no accents": lambda text, _: folded(text),
    "misspelt": misspelt,
}
HEADER = f"{'P@1 / R@10 / MRR@10':38}" + "".join(f"{manner:>19}" for manner in MANNERS) + f"{'build s':>9}{'p50 ms':>8}"


def main() -> None:
    """Print a table for each set."""
    folder = Path(os.environ.get("PLANBOT_SETS", ROOT / "sets"))
    public = sets_in(folder)
    if not public:
        print(f"skipped: no public set in {folder} (the form stands in tests/retrieval.py); what is at hand instead:")
    for found in [*public, *([] if public else sets_in(ROOT / "tests" / "data" / "retrieval")), *_plans()]:
        asked = found.questions[: int(os.environ.get("PLANBOT_BENCH_QUESTIONS", "200"))]
        print(f"\n{found.name}: {len(found.documents):,} documents, {len(asked)} questions\n{HEADER}")
        for name, engine in ENGINES.items():
            print(f"{name:38}{_line(engine, found, asked)}", flush=True)


def _plans() -> list[QuestionSet]:
    """The annotated rows of the real plans, whole, with the questions about one row each."""
    if not (SHARED / "eval" / "questions").is_dir():
        return []
    tasks = annotated()
    texts = tuple(" ".join(filter(None, (*t.section, t.task, t.activity, t.objective, t.result))) for t in tasks)
    asked = (
        Question(q.text, frozenset(position for position, task in enumerate(tasks) if task.task in q.tasks))
        for q in questions()
    )
    return [QuestionSet("rows of real plans (read before)", texts, tuple(q for q in asked if q.answers))]


def _line(engine: Callable[[Sequence[str]], Search], found: QuestionSet, asked: Sequence[Question]) -> str:
    began = time.process_time()
    search = engine(found.documents)
    built = time.process_time() - began
    times: list[float] = []
    cells = [_cell(_asked(search, asked, change, times)) for change in MANNERS.values()]
    return "".join(f"{cell:>19}" for cell in cells) + f"{built:>9.2f}{1000 * sorted(times)[len(times) // 2]:>8.2f}"


def _asked(search: Search, asked: Sequence[Question], change: Callable[[str, int], str], times: list[float]) -> Quality:
    found = []
    for number, question in enumerate(asked):
        text = change(question.text, number)
        began = time.process_time()
        found.append(search(text))
        times.append(time.process_time() - began)
    return quality(found, asked)


def _cell(found: Quality) -> str:
    return f"{found.precision_at_1:.3f} {found.recall_at_10:.3f} {found.reciprocal_rank_at_10:.3f}"


def _planbot(documents: Sequence[str]) -> Search:
    from knowledge.search.index import Index, Part  # noqa: PLC0415 - the peers do without

    plan = Plan("set.txt", Heading(), (), passages=tuple(Passage(text) for text in documents))
    index = Index.build([LoadedPlan("set", plan, (), (), ())])
    return lambda text: [hit.item for hit in index.search(text, parts=[Part.PASSAGE], limit=10)]


def _okapi(cut: Callable[[str], list[str]]) -> Callable[[Sequence[str]], Search]:
    def engine(documents: Sequence[str]) -> Search:
        from rank_bm25 import BM25Okapi  # noqa: PLC0415 - only this peer

        ranks = BM25Okapi([cut(text) for text in documents])

        def search(text: str) -> Sequence[int]:
            scores = ranks.get_scores(cut(text))
            return sorted(range(len(scores)), key=lambda position: (-scores[position], position))[:10]

        return search

    return engine


def _bm25s(documents: Sequence[str]) -> Search:
    import bm25s  # noqa: PLC0415 - only this peer

    retriever = bm25s.BM25()
    retriever.index([_paired(text) for text in documents], show_progress=False)
    count = min(10, len(documents))

    def search(text: str) -> Sequence[int]:
        found, _ = retriever.retrieve([_paired(text)], k=count, show_progress=False)
        return [int(position) for position in found[0]]

    return search


def _words(text: str) -> list[str]:
    from pyvi import ViTokenizer  # noqa: PLC0415 - its import costs a second and 130 MB

    return str(ViTokenizer.tokenize(text.lower())).split()


def _paired(text: str) -> list[str]:
    words = folded_tokens(text)
    return [*words, *(f"{left} {right}" for left, right in pairwise(words))]


ENGINES: dict[str, Callable[[Sequence[str]], Search]] = {
    "planbot": _planbot,
    "rank_bm25, words of pyvi": _okapi(_words),
    "rank_bm25, folded syllables and pairs": _okapi(_paired),
    "bm25s, folded syllables and pairs": _bm25s,
}

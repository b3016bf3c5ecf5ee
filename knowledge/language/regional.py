"""Words of the regions and of courtesy, read as an office would write them: "ông mô ký" is "ai ký".

The wordings stand in `knowledge/data/regional.tsv`. They are replaced before anything else is looked for, so that cues,
names and the topic only know one way to say a thing.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from knowledge.data import records
from knowledge.language.text import canonical, folded

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    said: Words
    means: Words
    not_before: frozenset[str]
    accented: bool
    foreign: bool


def plainly(
    words: Sequence[str],
    prints: Callable[[str], bool] = lambda _: False,
    adjoin: Callable[[str, str], bool] = lambda _, __: False,
) -> list[str]:
    """The words of a question without its particles, regional wordings put into those of offices.

    Args:
        prints: whether the plans print a word with these accents: then it may be a thing ("ngõ hẻm", "khám răng").
        adjoin: whether the plans have two words side by side.
    """
    bare, known = [*map(folded, words)], _wordings()
    found: list[str] = []
    at = 0
    while at < len(words):
        wording = next((w for w in known[bare[at]] if _fits(words, at, w)), None) if bare[at] in known else None
        if wording and len(wording.said) == 1 and prints(words[at]):
            stays = wording.foreign or _is_a_thing(words, at, wording, adjoin)
            wording = None if stays else wording
        asks = wording is None and words[at] in _ASKED and _asks(words, at, adjoin)
        found.extend(wording.means if wording else (_ASKED[words[at]] if asks else words[at],))
        at += len(wording.said) if wording else 1
    return found


def is_read_as_another(word: str) -> bool:
    """Whether a word alone stands for one that offices write ("trc")."""
    return any(wording.means and wording.said == (word,) for wording in _wordings().get(folded(word), ()))


def _fits(words: Sequence[str], at: int, wording: _Wording) -> bool:
    end = at + len(wording.said)
    typed = tuple(words[at:end])
    bare = len(typed) > 1 and not wording.accented and typed == tuple(map(folded, wording.said))
    if not bare and typed != wording.said:
        return False
    short = len(wording.said) > 1 and wording.means[-1:] == ("nào",) and len(typed[0]) <= _SHORT
    if short and not _WHICH.isdisjoint(map(folded, words[:at])):
        return False  # "phòng nào phát học bổng cho p nào" asks once
    behind, _, _ = folded(" ".join(words[end : end + 1])).partition("/")  # "iii/2027"
    if behind in wording.not_before or ("#" in wording.not_before and behind[:1].isdigit()):
        return False
    return bool(wording.means) or len(typed) > 1 or not typed[0].isascii() or _at_edge(words, at)


_SHORT = 2  # letters of a word that is shortened: "p nào", "đv nào"
_WHICH = frozenset({"ai", "nao", "mo"})


def _is_a_thing(words: Sequence[str], at: int, wording: _Wording, adjoin: Callable[[str, str], bool]) -> bool:
    """Whether a word that plans print is a thing here: beside its like, or where its other sense never stands."""
    if words[at].isascii():
        return False
    beside = any(adjoin(*pair) for pair in pairwise(words[max(at - 1, 0) : at + 2]))
    return beside or (wording.means in _CLOSING and not _at_edge(words, at))


_CLOSING = {("không",), ("sao",)}  # what is said to close a question ("được hẻm", "làm răng")


def _asks(words: Sequence[str], at: int, adjoin: Callable[[str, str], bool]) -> bool:
    """Whether "chi" or "mô" closes a question in which nothing else asks, behind whatever word.

    As in "làm vậy được | chi | rứa", "phối hợp với trường | mô"; "khoản chi" is spending, and "quy mô" a size. Behind
    what is said to be several it asks wherever it stands ("dựa vô | mấy quyết định | mô của tỉnh").
    """
    ahead, behind = words[:at], words[at + 1 :]
    accented = any(word != folded(word) for word in words)
    several = _SEVERAL.intersection(ahead[-_NEAR:-1])
    alone = _ASKING.isdisjoint({*ahead} - several) and (_ENDS.issuperset(behind) or _asks_inside(words, at, several))
    if not (accented and ahead and alone):
        return False
    return ahead[-1] not in _NOUNS[words[at]] and not adjoin(ahead[-1], words[at])


def _asks_inside(words: Sequence[str], at: int, several: Collection[str]) -> bool:
    """Whether "mô" asks which of several things are meant, and is no half of a word ("những cách làm | mô hình")."""
    return words[at] == "mô" and bool(several) and words[at + 1] not in _HALVES


_ASKED = {"chi": "gì", "mô": "nào"}
_ASKING = frozenset({"ai", "gì", "nào", "mấy", "bao", "đâu", "sao", "răng", "nhiêu", "khi", "không", "chưa"})
_SEVERAL = frozenset({"mấy", "những", "các"})
_NEAR = 6  # words from there to "mô" ("mấy | luật với nghị định | mô")
_HALVES = frozenset({"hình", "phỏng", "tả", "tơ", "men"})  # "mô hình", "mô phỏng"
_ENDS = frozenset({"rứa", "hè", "hỉ", "hể", "vậy", "thế", "ri", "ni", "nớ", "đó", "ạ", "em", "anh", "chị"})
_NOUNS = {
    "chi": frozenset({"khoản", "mức", "thu", "toán", "phí", "nguồn", "mục", "tiền", "định", "phần", "quy"}),
    "mô": frozenset({"quy", "vi", "vĩ"}),
}


def _at_edge(words: Sequence[str], at: int) -> bool:
    """Whether a word opens or closes the question: inside, "nha" without accents is rather the State's "nhà"."""
    return at == 0 or all(any(not w.means for w in _wordings().get(folded(word), ())) for word in words[at + 1 :])


@cache
def _wordings() -> dict[str, tuple[_Wording, ...]]:
    """The wordings by their first word without accents, longest first."""
    found: dict[str, list[_Wording]] = {}
    for said, *means in records("regional.tsv"):
        words, _, before = said.lstrip("=+").partition("|")
        wording = _Wording(
            tuple(canonical(words).split()),
            tuple(canonical(" ".join(means)).split()),
            frozenset(folded(before).split()),
            said.startswith("="),
            said.startswith("+"),
        )
        found.setdefault(folded(wording.said[0]), []).append(wording)
    return {word: tuple(sorted(each, key=lambda w: -len(w.said))) for word, each in found.items()}

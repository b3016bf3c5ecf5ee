"""What columns are called, word by word: where a name begins, and where a line cuts one."""

from functools import cache

from knowledge.data import records
from knowledge.language.text import folded, folded_tokens

# Nouns that a label may list before a comma: "Cơ quan, đơn vị phối hợp".
GENERAL = frozenset({
    "co quan", "don vi", "cac co quan", "cac don vi", "to chuc", "ca nhan", "so", "nganh", "thoi gian", "tien do",
    "san pham", "ket qua", "kinh phi", "nguon luc", "dia phuong", "nguoi", "chu tri",
    "co quan chu tri", "don vi chu tri",
})  # fmt: skip


def opens_a_name(label: str) -> bool:
    """Whether words begin as names of columns do: "Thời gian hoàn thành" does, "Sở Thời gian" does not."""
    bare = _bare(label).removeprefix("cac ")
    return any(bare.startswith(name) for name in _names())


def names_a_column(words: str) -> bool:
    """Whether words are the whole name of a column, also with "thực hiện" behind it ("Phân công thực hiện")."""
    bare = _bare(words)
    return bare in _names() or bare.removesuffix(" thuc hien") in _names()


def is_cut_name(end: str, rest: str) -> bool:
    """Whether words at the end of one line and the beginning of the next are one name ("Cơ | quan chủ trì")."""
    begun, whole = f"{_bare(end)} ", f"{_bare(end)} {_bare(rest)}"
    known = any(name.startswith(begun) and whole.startswith(name) for name in _names())
    return bool(end) and (known or folded(end) in GENERAL)


def _bare(text: str) -> str:
    return " ".join(folded_tokens(text))


@cache
def _names() -> frozenset[str]:
    return frozenset(_bare(name) for _, _, name in records("headers.tsv"))

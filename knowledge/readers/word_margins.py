"""What a Word file prints beside its running text: headers, footers, text boxes, and the watermarks behind the text."""

from collections.abc import Iterator

from knowledge.readers.word_package import WordPackage
from knowledge.readers.word_styles import Styles
from knowledge.readers.word_text import Noticed, runs
from knowledge.readers.word_xml import Element, W

_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"


def margin_texts(body: Element, package: WordPackage, styles: Styles) -> tuple[str, ...]:
    """The texts, each once.

    Args:
        body: of the document; its text boxes float.
        package: that it is the text of.
        styles: of the document.
    """
    pages = (package.root(tie.part) for tie in package.relations if tie.kind in _MARGINS)
    parts = [*pages, *body.iter(f"{W}txbxContent")]
    return tuple(dict.fromkeys(text for part in parts for text in _texts(part, styles) if text))


_MARGINS = frozenset(("header", "footer"))


def _texts(part: Element, styles: Styles) -> Iterator[str]:
    for paragraph in part.iter(f"{W}p"):
        yield "".join(run.text for run in runs(paragraph, styles, Noticed()))
    yield from (mark.get("string", "") for mark in part.iter(_WATERMARK))

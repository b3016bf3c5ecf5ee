"""The parts of a Word file: the text, what it is tied to, and each part's XML, read only where somebody asks for it.

python-docx opens every part there is and gives each element a class of its own; the text is walked as plain XML here,
so that reading takes what the walk takes. Entities are off, and what lies outside of the package is never followed.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from knowledge.readers.word_xml import Element

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "officeDocument"
_NEEDED = frozenset((_MAIN, "header", "footer", "styles", "numbering"))  # a picture that is not there is told instead


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part is tied to: the name of the tie in the text, its kind ("styles", "image") and the other part."""

    id: str
    kind: str
    part: str


class WordPackage:
    """A Word file, open."""

    def __init__(self, data: bytes) -> None:
        """Raises one of `PACKED_FAULTS` or a syntax error of XML where it is broken or has no text."""
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.casefold(): name for name in self._zip.namelist()}  # the format cares for no case
        main = next(relation.part for relation in self._relations("") if relation.kind == _MAIN)
        self.relations = tuple(self._relations(main))
        self.text = self.root(main)

    def of_kind(self, kind: str) -> Element | None:
        """The XML of the part of a kind that the text is tied to, None where there is none."""
        part = next((relation.part for relation in self.relations if relation.kind == kind), None)
        return None if part is None else self.root(part)

    def root(self, part: str) -> Element:
        """The XML of a part."""
        return etree.fromstring(self.content(part), etree.XMLParser(resolve_entities=False, no_network=True))

    def content(self, part: str) -> bytes:
        """The bytes of a part."""
        return self._zip.read(part)

    def _relations(self, part: str) -> Iterator[Relation]:
        """What a part is tied to inside the package.

        Raises:
            LookupError: what is printed beside the text is not there: a mark of secrecy may have stood in it.
        """
        folder, name = posixpath.split(part)
        listed = self._names.get(posixpath.join(folder, "_rels", f"{name}.rels").casefold())
        for tie in () if listed is None else self.root(listed).iter(_RELATIONS):
            target = posixpath.normpath(posixpath.join("/", folder, tie.get("Target", ""))).lstrip("/")
            kind, found = tie.get("Type", "").rpartition("/")[2], self._names.get(target.casefold())
            if tie.get("TargetMode") == "External":
                continue
            if found is not None:
                yield Relation(tie.get("Id", ""), kind, found)
            elif kind in _NEEDED:
                raise LookupError(target)

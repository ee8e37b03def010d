"""The structure tree: what a reader hears, in which order, whatever was painted first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ilead_studio.handouts.document import Document, array, dictionary, words

LIST: Final = b"<</O/List/ListNumbering/None>>"
"""Attributes of a list whose items have no label of their own."""
LABELLED: Final = b"<</O/List/ListNumbering/Decimal>>"
"""Attributes of a list whose items begin with their reference."""


class Marked(NamedTuple):
    """A marked piece of a page's content, by the page's name and the number on it."""

    page: str
    number: int


class Annotated(NamedTuple):
    """An annotation (a link) on a page, by the names of both."""

    page: str
    annotation: str


@dataclass(eq=False, slots=True)
class Element:
    """One structure element; what it holds comes in reading order.

    ``actual`` replaces the words that are painted (they were shortened, broken, or a sign stands
    for them); ``alternative`` says what a picture shows. ``attributes`` is a PDF dictionary.
    ``language`` is that of its words, if it is another one than the document's.
    """

    tag: str
    parent: "Element | None" = None
    actual: str | None = None
    alternative: str | None = None
    attributes: bytes = b""
    language: str = ""
    holds: "list[Element | Marked | Annotated]" = field(default_factory=list)

    def add(
        self,
        tag: str,
        *,
        actual: str | None = None,
        alternative: str | None = None,
        attributes: bytes = b"",
        language: str = "",
    ) -> "Element":
        """Add an element at the end and return it."""
        child = Element(tag, self, actual, alternative, attributes, language)
        self.holds.append(child)
        return child


Held = Element | Marked | Annotated
"""What an element can hold."""
Names = dict[Element, bytes]
"""The reference to each element."""


class Structure:
    """The tree, and for each page and each annotation the elements to which it belongs."""

    def __init__(self) -> None:
        self.top = Element("Document")
        self._pages: dict[int, list[Element]] = {}
        self._annotations: dict[int, Element] = {}

    def page_key(self) -> int:
        """Return the key of a new page in the parent tree."""
        key = len(self._pages) + len(self._annotations)
        self._pages[key] = []
        return key

    def mark(self, element: Element, page: str, key: int) -> int:
        """Let the next marked content of a page belong to an element; returns its number there."""
        owners = self._pages[key]
        owners.append(element)
        element.holds.append(Marked(page, len(owners) - 1))
        return len(owners) - 1

    def annotate(self, element: Element, page: str, annotation: str) -> int:
        """Let an annotation belong to an element; returns its key in the parent tree."""
        key = len(self._pages) + len(self._annotations)
        self._annotations[key] = element
        element.holds.append(Annotated(page, annotation))
        return key

    def put(self, document: Document) -> bytes:
        """Put the tree into a document and return the reference to its root."""
        elements = [*self._elements()]
        root = document.reference("Structure")
        first = document.nameless(len(elements))
        names = {it: b"%d 0 R" % number for number, it in enumerate(elements, first)}
        for number, element in enumerate(elements, first):
            above = names[element.parent] if element.parent else root
            document.put_at(number, _written(element, above, names, document))
        return document.put(
            "Structure",
            dictionary(
                Type=b"/StructTreeRoot",
                K=names[self.top],
                ParentTree=dictionary(Nums=array(self._owners(names))),
                ParentTreeNextKey=len(self._pages) + len(self._annotations),
            ),
        )

    def _elements(self) -> Iterator[Element]:
        """Walk over all elements in reading order."""
        waiting = [self.top]
        while waiting:
            here = waiting.pop()
            yield here
            waiting.extend(it for it in reversed(here.holds) if isinstance(it, Element))

    def _owners(self, names: Names) -> Iterator[object]:
        """Return the parent tree as keys and values in turn, by rising keys."""
        for key in range(len(self._pages) + len(self._annotations)):
            yield key
            if key in self._annotations:
                yield names[self._annotations[key]]
            else:
                yield b"[%s]" % b" ".join([names[owner] for owner in self._pages[key]])


def _written(element: Element, parent: bytes, names: Names, document: Document) -> bytes:
    """Return an element's dictionary; written here because there are thousands of them."""
    page, kids = None, []
    for it in element.holds:
        if isinstance(it, Element):
            kids.append(names[it])
            continue
        page = page or it.page
        kids.append(_kid(it, page, document))
    parts = [b"<</S/%s/P %s" % (element.tag.encode("ascii"), parent)]
    if page is not None:
        parts.append(b"/Pg " + document.reference(page))
    if element.actual is not None:
        parts.append(b"/ActualText" + words(element.actual))
    if element.alternative is not None:
        parts.append(b"/Alt" + words(element.alternative))
    if element.language:
        parts.append(b"/Lang" + words(element.language))
    parts.append(b"%s/K[%s]>>" % (_attributes(element), b" ".join(kids)))
    return b"".join(parts)


def _attributes(element: Element) -> bytes:
    return b"/A" + element.attributes if element.attributes else b""


def _kid(held: Marked | Annotated, page: str, document: Document) -> bytes:
    if isinstance(held, Annotated):
        places = document.reference(held.page), document.reference(held.annotation)
        return b"<</Type/OBJR/Pg %s/Obj %s>>" % places
    if held.page == page:
        return b"%d" % held.number
    return b"<</Type/MCR/Pg %s/MCID %d>>" % (document.reference(held.page), held.number)


def summarised(summary: str) -> bytes:
    """Return the attributes of a table with a summary."""
    return b"<</O/Table/Summary%s>>" % words(summary)

"""The canvas: sheets whose content is tagged, and the file that PDF/UA-1 asks for around them.

ISO 14289-1 asks for: a tagged structure, a title that is shown, a language, embedded fonts with a
map to characters, and a mark in the metadata that says so.
"""

from collections.abc import Callable, Collection
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.paper import ACROSS, SHARED, Paper
from ilead_studio.handouts.bookmarks import Bookmark, put_bookmarks
from ilead_studio.handouts.document import Document, array, dictionary, length, stream, words
from ilead_studio.handouts.fields import Fields
from ilead_studio.handouts.shared import Shared
from ilead_studio.handouts.sheet import Sheet, Side
from ilead_studio.handouts.structure import Element, Structure
from ilead_studio.packet.tongue import NONE_OWN, OwnWords
from ilead_studio.wanted import still_wanted

MADE_BY: Final = "iLEAD Studio"
_METADATA: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{maker}</pdf:Producer><xmp:CreatorTool>{maker}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Place(NamedTuple):
    """Where a bookmark or a link leads: a sheet, and points from its top."""

    sheet: Sheet
    y: float


class TaggedCanvas:
    """A document while it is written. ``top`` is the element that holds everything.

    Pages whose paper says so share a side; in a ``gray`` document every colour is as dark as it is
    light to the eye. ``own`` are words that are not in its language. Only sides that are ``seen``
    are painted, by their numbers from 0; all, if none are named. ``watch`` is told the number of
    each further side.
    """

    def __init__(
        self, title: str, language: str, *, gray: bool = False, own: OwnWords = NONE_OWN,
        seen: Collection[int] | None = None, watch: Callable[[int], None] | None = None,
    ) -> None:  # fmt: skip
        self.sheets: list[Sheet] = []
        self._sides: list[Side] = []
        self._gray, self._seen, self._watch = gray, seen, watch
        self._title = title
        self._language = language
        self.own = own
        self._document = Document()
        self._structure = Structure()
        self._shared = Shared()
        self.fields = Fields(self._document, self._shared)
        """What can be filled in."""
        self._bookmarks: list[tuple[str, int, Place]] = []

    @property
    def top(self) -> Element:
        """The element of the whole document."""
        return self._structure.top

    def sheet(self, paper: Paper) -> Sheet:
        """Add a page as the last one, on a side of its own unless it shares one."""
        across, down = ACROSS[paper.up]
        here = sum(it.side is self._sides[-1] for it in self.sheets[-paper.up :])
        last = self.sheets[-1] if self.sheets else None
        if last is None or last.paper.up != paper.up or here >= paper.up:
            here = 0
            self._sides.append(self._side(paper, across, down))
        margin = SHARED if paper.up > 1 else 0.0
        corner = (margin + here % across * paper.width, margin + here // across * paper.height)
        made = Sheet(self._sides[-1], paper, corner, self._structure, self._shared, gray=self._gray)
        self.sheets.append(made)
        return made

    def _side(self, paper: Paper, across: int, down: int) -> Side:
        number = len(self._sides)
        self._rest(number + 1)
        margin = 2 * SHARED if paper.up > 1 else 0.0
        size = (paper.width * across + margin, paper.height * down + margin)
        blank = self._seen is not None and number not in self._seen
        return Side(f"Page {number + 1}", *size, self._structure.page_key(), blank)

    @property
    def sides(self) -> int:
        """How many sides of paper there are."""
        return len(self._sides)

    def bookmark(self, text: str, level: int, place: Place) -> None:
        """Add a bookmark, after the others of its sheet; levels count from 0."""
        self._bookmarks.append((text, level, place))

    def link(self, element: Element, sheet: Sheet, box: Box, to: Place, text: str) -> None:
        """Let a box on a sheet lead to a place; ``text`` says where to."""
        sheet.link(element, box, self._goal(to), words(text), self._document)

    def _goal(self, place: Place) -> bytes:
        page = self._document.reference(place.sheet.side.name)
        top = length(place.sheet.place((0.0, place.y))[1]).encode("ascii")
        return b"[%s /XYZ null %s null]" % (page, top)

    def pdf(self) -> bytes:
        """Return the file. The canvas cannot be used afterwards."""
        put, pages = self._document.put, self._put_pages()
        self._rest(len(self._sides))
        structure = self._structure.put(self._document)
        self._rest(len(self._sides))
        put(
            "Catalog",
            dictionary(
                Type=b"/Catalog", Lang=words(self._language), MarkInfo=b"<</Marked true>>",
                ViewerPreferences=b"<</DisplayDocTitle true>>", PageMode=b"/UseOutlines",
                PageLabels=self._labels(), Pages=pages, StructTreeRoot=structure,
                Outlines=self._put_bookmarks(),
                Metadata=put("Metadata", self._metadata()), **self.fields.put(),
            ),
        )  # fmt: skip
        maker = words(MADE_BY)
        put("Info", dictionary(Title=words(self._title), Creator=maker, Producer=maker))
        return self._document.packed("Catalog", "Info")

    def _rest(self, number: int) -> None:
        """Let whoever watches have a turn."""
        still_wanted()
        if self._watch:
            self._watch(number)

    def picture_pdf(self) -> bytes:
        """Return a file to be looked at only: without structure, and nothing leads anywhere.

        Its pages are not compressed: they are read once, and at once.
        """
        pages, fields = self._put_pages(compressed=False), self.fields.put()
        self._document.put("Catalog", dictionary(Type=b"/Catalog", Pages=pages, **fields))
        self._document.put("Info", dictionary(Producer=words(MADE_BY)))
        return self._document.packed("Catalog", "Info")

    def _labels(self) -> object:
        """Name the sides by the numbers of the pages on them."""
        if all(sheet.paper.up == 1 for sheet in self.sheets):
            return b"<</Nums[0<</S/D>>]>>"
        numbers: dict[str, list[int]] = {}
        for number, sheet in enumerate(self.sheets, 1):
            numbers.setdefault(sheet.side.name, []).append(number)
        named = (f"{its[0]}–{its[-1]}" if its[1:] else f"{its[0]}" for its in numbers.values())
        labels = [dictionary(P=words(it)) for it in named]
        return dictionary(Nums=array(it for pair in enumerate(labels) for it in pair))

    def _put_pages(self, *, compressed: bool = True) -> bytes:
        above = self._document.reference("Pages")
        resources = self._document.reference("Resources")
        kids = [
            side.put(self._document, above, resources, compressed=compressed)
            for side in self._sides
        ]
        self._shared.put(self._document)
        pages = dictionary(Type=b"/Pages", Kids=array(kids), Count=len(kids))
        return self._document.put("Pages", pages)

    def _put_bookmarks(self) -> bytes:
        order = {sheet: at for at, sheet in enumerate(self.sheets)}
        found = sorted(self._bookmarks, key=lambda bookmark: order[bookmark[2].sheet])
        marks = [Bookmark(text, level, self._goal(place)) for text, level, place in found]
        return put_bookmarks(self._document, marks)

    def _metadata(self) -> object:
        text = _METADATA.format(
            title=escape(self._title), language=escape(self._language), maker=MADE_BY
        )
        content = text.encode("utf-8")
        return stream(content, compressed=False, Type=b"/Metadata", Subtype=b"/XML")

"""Reads a PDF back as a screen reader would: the structure tree with its words, in order.

Independent of the code under test: everything comes from the bytes, through pikepdf.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
from page import validate_pdf_bytes

Key = tuple[int, int]
"""A marked piece of content: the page's index and the number on it."""

HIDDEN = 2
"""Flag of an annotation that nobody sees."""
ELEMENT_OF = {"/Link": "/Link", "/Widget": "/Form"}
"""To which kind of element each kind of annotation belongs."""


class Heard(NamedTuple):
    """One structure element: how deep it stands, what it is, its own words, and their language.

    ``language`` is empty where it is that of the document.
    """

    depth: int
    tag: str
    text: str
    language: str = ""


@dataclass
class Reading:
    """What is in a PDF; ``faults`` is empty when structure and content fit together."""

    pages: int
    title: str
    language: str
    heard: list[Heard] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    bookmarks: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def of(self, *tags: str) -> list[str]:
        """Return the words of all elements of some kinds, in reading order."""
        return [it.text for it in self.heard if it.tag in tags]

    @property
    def all_words(self) -> str:
        """Everything that is heard, in one string."""
        return " ".join(it.text for it in self.heard if it.text)


def ua_faults(pdf: bytes) -> list[str]:
    """Return what keeps a file from being PDF/UA-1, by page-validation."""
    return [f"{it.rule_id} {it.message}" for it in validate_pdf_bytes(pdf, profile="ua1").failures]


def read(pdf: bytes) -> Reading:
    """Read a file back."""
    with pikepdf.open(BytesIO(pdf)) as file:
        language = str(file.Root.Lang)
        reading = Reading(len(file.pages), str(file.docinfo["/Title"]), language)
        reading.faults += file.check_pdf_syntax()
        words = dict(_content(file, reading))
        owners: dict[Key, tuple[int, int]] = {}
        numbers = {page.objgen: at for at, page in enumerate(file.pages)}
        _walk(file.Root.StructTreeRoot.K, 0, None, words, owners, numbers, reading)
        reading.faults += [f"{key} is in no element" for key in words.keys() - owners.keys()]
        _check_parents(file, owners, reading)
        _fonts(file, reading)
        _links(file, reading, numbers)
        with file.open_outline() as outline:
            reading.bookmarks += _bookmarks(outline.root, 0)
        with file.open_metadata() as metadata:
            if str(metadata.get("dc:title")) != reading.title:
                reading.faults.append("the metadata has another title")
    return reading


def _content(file: pikepdf.Pdf, reading: Reading) -> Iterator[tuple[Key, str]]:
    maps: dict[tuple[int, int], dict[int, str]] = {}
    for at, page in enumerate(file.pages):
        fonts = page.Resources.get("/Font", {})
        for font in fonts.values():
            maps.setdefault(font.objgen, _characters(font))
        named = {name: maps[font.objgen] for name, font in fonts.items()}
        yield from _marked(page, at, named, reading)


def _marked(
    page: pikepdf.Page, at: int, fonts: dict[str, dict[int, str]], reading: Reading
) -> Iterator[tuple[Key, str]]:
    """Yield what is shown inside each marked piece; what is painted outside is a fault."""
    inside: list[Key | None] = []
    found: dict[Key, str] = {}
    for operands, name, font in _in_fonts(page, fonts):
        if name == "BDC":
            inside.append(_opened(operands[1], at, found, reading))
        elif name == "EMC":
            inside.pop()
        elif name in ("Tj", "TJ", "m", "re", "Do"):
            text = "".join(_decoded(codes, font) for codes in _codes(name, operands[0]))
            if not inside:
                reading.faults.append(f"page {at} paints outside marked content: {name} {text}")
            elif (key := inside[-1]) is not None:
                found[key] += text
            elif text:
                reading.artifacts[-1] += text + "\n"
    yield from found.items()


def _in_fonts(
    page: pikepdf.Page, fonts: dict[str, dict[int, str]]
) -> Iterator[tuple[Any, str, dict[int, str]]]:
    """Yield each operator, with the characters of the font that holds there."""
    font: dict[int, str] = {}
    kept: list[dict[int, str]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            kept.append(font)
        elif name == "Q":
            font = kept.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        yield operands, name, font


def _codes(name: str, shown: pikepdf.Object) -> list[bytes]:
    """Return the strings that an operator shows; between those of a TJ are numbers."""
    if name == "TJ":
        return [bytes(part) for part in shown if isinstance(part, pikepdf.String)]
    return [bytes(shown)] if name == "Tj" else []


def _opened(
    properties: pikepdf.Object, at: int, found: dict[Key, str], reading: Reading
) -> Key | None:
    """Open a marked piece, or an artifact (None)."""
    if "/MCID" not in properties:
        reading.artifacts.append("")
        return None
    key = at, int(properties.MCID)
    if key in found:
        reading.faults.append(f"{key} is there twice")
    found[key] = ""
    return key


def _decoded(codes: bytes, font: dict[int, str]) -> str:
    """Return the characters of two-byte codes."""
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(font.get(high * 256 + low, "\ufffd") for high, low in pairs)


def _characters(font: pikepdf.Object) -> dict[int, str]:
    """Return the ToUnicode map of a font."""
    text = font.ToUnicode.read_bytes()
    blocks = re.findall(rb"beginbfchar(.*?)endbfchar", text, re.DOTALL)
    pairs = (it for block in blocks for it in re.findall(rb"<([0-9a-f]+)>\s*<([0-9a-f]+)>", block))
    return {int(code, 16): bytes.fromhex(c.decode()).decode("utf-16-be") for code, c in pairs}


def _walk(
    element: pikepdf.Object,
    depth: int,
    above: pikepdf.Object | None,
    words: dict[Key, str],
    owners: dict[Key, tuple[int, int]],
    numbers: dict[tuple[int, int], int],
    reading: Reading,
) -> None:
    """Walk down the tree; an element's own words are those that no element below it has."""
    if above is not None and element.P.objgen != above.objgen:
        reading.faults.append("an element has another parent than the one that holds it")
    place = len(reading.heard)
    reading.heard.append(Heard(depth, str(element.S)[1:], "", str(element.get("/Lang", ""))))
    said = ""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            _walk(kid, depth + 1, element, words, owners, numbers, reading)
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            said += str(kid.Obj.get("/TU", ""))
        else:
            is_number = not isinstance(kid, pikepdf.Dictionary)
            page, number = (element.Pg, int(kid)) if is_number else (kid.Pg, int(kid.MCID))
            key = numbers[page.objgen], number
            if key in owners or key not in words:
                reading.faults.append(f"{key} is in two elements or on no page")
            owners[key] = element.objgen
            said += words.get(key, "")
    actual = element.get("/ActualText", element.get("/Alt"))
    text = said.strip() if actual is None else str(actual)
    reading.heard[place] = reading.heard[place]._replace(text=text)


def _check_parents(file: pikepdf.Pdf, owners: dict[Key, tuple[int, int]], reading: Reading) -> None:
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for at, page in enumerate(file.pages):
        listed = [it.objgen for it in tree[int(page.StructParents)]]
        mine = {number: owner for (sheet, number), owner in owners.items() if sheet == at}
        if listed != [mine[number] for number in sorted(mine)]:
            reading.faults.append(f"the parent tree of page {at} is not what its elements say")
        for it in page.get("/Annots", []):
            if "/StructParent" not in it:
                if not int(it.F) & HIDDEN:
                    reading.faults.append("an annotation that is seen belongs to no element")
            elif str(tree[int(it.StructParent)].S) != ELEMENT_OF[str(it.Subtype)]:
                reading.faults.append("an annotation belongs to an element of another kind")


def _fonts(file: pikepdf.Pdf, reading: Reading) -> None:
    for page in file.pages:
        for font in page.Resources.Font.values():
            below = font.DescendantFonts[0]
            reading.fonts.add(str(font.BaseFont)[1:])
            if "/FontFile2" not in below.FontDescriptor:
                reading.faults.append(f"{font.BaseFont} is not embedded")


def _links(file: pikepdf.Pdf, reading: Reading, numbers: dict[tuple[int, int], int]) -> None:
    for page in file.pages:
        for link in (it for it in page.get("/Annots", []) if it.Subtype == "/Link"):
            reading.links.append((str(link.Contents), numbers[link.Dest[0].objgen] + 1))


def _bookmarks(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _bookmarks(item.children, level + 1)

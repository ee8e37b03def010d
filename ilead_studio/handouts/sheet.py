"""One page as a content stream. Places are points from the top left corner, as in a drawing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from unicodedata import combining

from ilead_studio.drawing.fonts import face
from ilead_studio.drawing.ops import Box, Point, TextLine
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.document import Document, array, dictionary, length, stream
from ilead_studio.handouts.shared import Shared
from ilead_studio.handouts.structure import Element, Structure

BLACK: Final = "#000000"
Arc = tuple[Point, Point, Point]
"""A cubic curve from where the pen is: two controls and the end."""

_CORNER: Final = 0.4477
"""How far from a round corner its controls lie, in radii (a circle within 0.03 %)."""
_CLOSED: Final = "\nh"
_PAINTED: Final = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""How a path is painted that is filled, that is drawn."""
_ROUNDED: Final = 1 << 12
"""Sizes of boxes kept as paths."""
_COLOURS: Final = 256
"""Colours kept as operators; a handout has about twenty."""
_LIGHT: Final = (0.2126, 0.7152, 0.0722)
"""How light red, green and blue are to the eye (ITU-R BT.709)."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line as it is printed: width and dashes in points, colour as #rrggbb.

    ``dots`` have round ends; other ends are cut straight.
    """

    width: float
    dash: tuple[float, ...] = ()
    colour: str = BLACK
    dots: bool = False


@dataclass(eq=False, slots=True)
class Side:
    """One side of paper while it is written, with all that the pages on it have in common.

    Of a ``blank`` one only is known what takes how much room: nothing is painted.
    """

    name: str
    width: float
    height: float
    key: int
    blank: bool = False
    code: list[str] = field(default_factory=lambda: ["1 j"])
    current: dict[str, str] = field(default_factory=dict)
    annotations: list[bytes] = field(default_factory=list)

    def put(self, document: Document, above: bytes, resources: bytes) -> bytes:
        """Put it under the tree of pages and return the reference to it."""
        content = stream(("" if self.blank else "\n".join(self.code)).encode("ascii"))
        entries = {"Annots": array(self.annotations)} if self.annotations else {}
        page = dictionary(
            Type=b"/Page", Parent=above, MediaBox=array([0, 0, self.width, self.height]),
            Resources=resources, Contents=document.put(f"{self.name} content", content),
            StructParents=self.key, Tabs=b"/S", **entries,
        )  # fmt: skip
        return document.put(self.name, page)


class _Inside:
    """What is painted between the begin and the end of marked content; it does not nest."""

    __slots__ = ("_sheet", "_start")

    def __init__(self, sheet: "Sheet", start: str) -> None:
        self._sheet, self._start = sheet, start

    def __enter__(self) -> None:
        self._sheet.begin(self._start)

    def __exit__(self, *_error: object) -> None:
        self._sheet.end()


class Sheet:
    """One page while it is written, which may share a side of paper with others.

    ``paper`` is its own size and margins, ``corner`` where it stands on the side. Whatever is
    painted lies inside ``marked`` (it belongs to an element of the structure) or inside
    ``artifact`` (it says nothing that is not said elsewhere); nothing is on a ``blank`` one.
    ``drawn`` are the sizes of the smallest words in drawings among its blocks.
    """

    def __init__(
        self, side: Side, paper: Paper, corner: Point, structure: Structure, shared: Shared,
        *, gray: bool = False,
    ) -> None:  # fmt: skip
        self.side, self.paper = side, paper
        self._x, self._y = corner[0], side.height - corner[1]
        self.width, self.height = paper.width, paper.height
        self.blank = side.blank
        self._structure = structure
        self._shared = shared
        self._gray = gray
        self._inside = False
        self.drawn: list[float] = []

    def marked(self, element: Element) -> _Inside:
        """Let what is painted inside belong to an element."""
        number = self._structure.mark(element, self.side.name, self.side.key)
        return _Inside(self, f"/{element.tag} <</MCID {number}>> BDC")

    def artifact(self, kind: str = "Layout") -> _Inside:
        """Let what is painted inside be decoration: ``Layout``, or ``Pagination`` for footers."""
        return _Inside(self, f"/Artifact <</Type /{kind}>> BDC")

    def begin(self, start: str) -> None:
        """Begin marked content."""
        if self._inside:
            raise RuntimeError("marked content does not nest")
        self.side.code.append(start)
        self._inside = True

    def end(self) -> None:
        """End marked content."""
        self._inside = False
        self.side.code.append("EMC")

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Let nothing that is painted inside show outside a box."""
        kept, self.side.current = self.side.current, self.side.current.copy()
        sizes = f"{length(box.w)} {length(box.h)}"
        self._paint("q", f"{self._at((box.x, box.bottom))} {sizes} re W n")
        yield
        self._paint("Q")
        self.side.current = kept

    def text(
        self,
        line: TextLine,
        at: Point,
        *,
        scale: float = 1.0,
        colour: str = BLACK,
        goes_on: bool = False,
    ) -> None:
        """Show a line whose pen starts at a place; its own ``x`` and ``y`` are not looked at.

        With ``goes_on`` it ends with a space, so that the next line's words are not glued to it.
        """
        if self.blank:
            return
        embedded = self._shared.face(line.face)
        codes = embedded.shown(line.text, line.glyphs)
        after = embedded.space() if goes_on else ""
        self._fill(colour)
        self._be("font", f"/{line.face} {length(line.size * scale)} Tf")
        self._paint(f"BT {self._at(at)} Td {run_of(line, codes, after)} ET")

    def rectangle(
        self, box: Box, radius: float = 0.0, fill: str | None = None, stroke: Stroke | None = None
    ) -> None:
        """Paint a rectangle, with round corners if it has a radius."""
        if self.blank:
            return
        corner, size = self._at((box.x, box.bottom)), (round(box.w, 2), round(box.h, 2))
        if radius > 0:
            path = _rounded(*size, round(min(radius, *(it / 2 for it in size)), 2))
            self._path(f"q 1 0 0 1 {corner} cm\n{path}", fill, stroke, "Q")
        else:
            self._path(f"{corner} {' '.join(map(length, size))} re", fill, stroke)

    def lines(
        self,
        points: Sequence[Point],
        *,
        closed: bool = False,
        fill: str | None = None,
        stroke: Stroke | None = None,
    ) -> None:
        """Paint straight lines through points."""
        if self.blank:
            return
        path = "\n".join((f"{self._at(points[0])} m", *(f"{self._at(it)} l" for it in points[1:])))
        self._path(f"{path}{_CLOSED if closed else ''}", fill, stroke)

    def curve(
        self,
        start: Point,
        arcs: Iterable[Arc],
        *,
        closed: bool = False,
        fill: str | None = None,
        stroke: Stroke | None = None,
    ) -> None:
        """Paint cubic curves, one after the other."""
        if self.blank:
            return
        path = "\n".join((f"{self._at(start)} m", *map(self._arc, arcs)))
        self._path(f"{path}{_CLOSED if closed else ''}", fill, stroke)

    def picture(self, png: bytes, box: Box) -> None:
        """Paint a picture into a box."""
        if self.blank:
            return
        name = self._shared.picture(png, gray=self._gray)
        sizes = f"{length(box.w)} 0 0 {length(box.h)}"
        self._paint(f"q {sizes} {self._at((box.x, box.bottom))} cm /{name} Do Q")

    def link(
        self, element: Element, box: Box, goal: bytes, words: bytes, document: Document
    ) -> None:
        """Let a box lead to a destination of the document; ``words`` say where."""
        self.annotate(element, box, document, Subtype=b"/Link", Border=b"[0 0 0]", Contents=words,
                      Dest=goal)  # fmt: skip

    def annotate(
        self, element: Element | None, box: Box, document: Document, **entries: object
    ) -> bytes:
        """Put an annotation over a box and return the reference to it.

        It belongs to an element of the structure; one without any is hidden.
        """
        side = self.side
        name = f"{side.name} annotation {len(side.annotations)}"
        if element is None:
            entries["F"] = 2
        else:
            key = self._structure.annotate(element, side.name, name)
            entries |= {"F": 4, "StructParent": key}
        annotation = dictionary(
            Type=b"/Annot", Rect=array(self.corners(box)), P=document.reference(side.name),
            **entries,
        )  # fmt: skip
        side.annotations.append(document.put(name, annotation))
        return side.annotations[-1]

    def place(self, point: Point) -> Point:
        """Return where a point of the page is on the side of paper, counted from the bottom."""
        return self._x + point[0], self._y - point[1]

    def corners(self, box: Box) -> tuple[float, float, float, float]:
        """Return the lower left and the upper right corner of a box, on the side of paper."""
        return (*self.place((box.x, box.bottom)), *self.place((box.right, box.y)))

    def _at(self, point: Point) -> str:
        return f"{length(self._x + point[0])} {length(self._y - point[1])}"

    def _arc(self, arc: Arc) -> str:
        return f"{' '.join(map(self._at, arc))} c"

    def _path(self, path: str, fill: str | None, stroke: Stroke | None, *after: str) -> None:
        if fill:
            self._fill(fill)
        if stroke:
            self._stroke(stroke)
        self._paint(path, _PAINTED[fill is not None, stroke is not None], *after)

    def _stroke(self, stroke: Stroke) -> None:
        for what, code in _pen(stroke, gray=self._gray):
            self._be(what, code)

    def _fill(self, colour: str) -> None:
        self._be("fill", _colour(colour, "g", "rg", gray=self._gray))

    def _be(self, what: str, code: str) -> None:
        """Change the graphics state if it is another."""
        if self.side.current.get(what) != code:
            self.side.current[what] = code
            self.side.code.append(code)

    def _paint(self, *code: str) -> None:
        if not self._inside:
            raise RuntimeError("painted outside marked content")
        self.side.code += code


@lru_cache(_ROUNDED)
def _rounded(w: float, h: float, radius: float) -> str:
    """Return the path of a rectangle with round corners, clockwise from the top.

    It begins at its lower left corner, so that all of one size are the same words: most of a
    diagram are boxes and signs, and what repeats takes next to no room in a file.
    """
    ins = (0.0, radius * _CORNER, radius)
    right, r1, r2 = (length(w - it) for it in ins)
    top, t1, t2 = (length(h - it) for it in ins)
    _, n, e = map(length, ins)
    return (
        f"{e} {top} m\n"
        f"{r2} {top} l\n{r1} {top} {right} {t1} {right} {t2} c\n"
        f"{right} {e} l\n{right} {n} {r1} 0 {r2} 0 c\n"
        f"{e} 0 l\n{n} 0 0 {n} 0 {e} c\n"
        f"0 {t2} l\n0 {t1} {n} {top} {e} {top} c{_CLOSED}"
    )


@lru_cache(_COLOURS)
def _pen(stroke: Stroke, *, gray: bool) -> tuple[tuple[str, str], ...]:
    """Return the parts of the graphics state of which a line is made, with their operators."""
    return (
        ("stroke", _colour(stroke.colour, "G", "RG", gray=gray)),
        ("width", f"{length(stroke.width)} w"),
        ("ends", f"{int(stroke.dots)} J"),
        ("dash", f"[{' '.join(map(length, stroke.dash))}] 0 d"),
    )


@lru_cache(_COLOURS)
def _colour(colour: str, one: str, three: str, *, gray: bool) -> str:
    """Return a colour as the operator for grey, ``one``, or for red, green and blue."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    if gray:
        parts = [sum(part * share for part, share in zip(parts, _LIGHT, strict=True))] * 3
    said = [f"{part:.3f}".rstrip("0").rstrip(".") for part in parts]
    return f"{said[0]} {one}" if len({*said}) == 1 else f"{' '.join(said)} {three}"


def run_of(line: TextLine, codes: str, after: str) -> str:
    """Show codes at the places of a line; only combining marks stand elsewhere than the pen."""
    if line.text.isascii() or not any(map(combining, line.text)):
        return f"<{codes}{after}> Tj"
    font = face(line.face)
    parts, pen = [], 0.0
    for at, (char, place) in enumerate(zip(line.text, line.places, strict=True)):
        back = (pen - place) * 1000 / line.size
        parts.append(f"{length(back)} <{codes[4 * at : 4 * at + 4]}>")
        pen = place + font.advances[char] * line.size / font.em
    return f"[{' '.join(parts)} {length((pen - line.width) * 1000 / line.size)} <{after}>] TJ"

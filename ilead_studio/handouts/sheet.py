"""One page as a content stream. Places are points from the top left corner, as in a drawing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from unicodedata import combining

from ilead_studio.drawing.fonts import face
from ilead_studio.drawing.ops import Box, Point, TextLine
from ilead_studio.handouts.document import Document, array, dictionary, length, stream
from ilead_studio.handouts.shared import Shared
from ilead_studio.handouts.structure import Element, Structure

BLACK: Final = "#000000"
Arc = tuple[Point, Point, Point]
"""A cubic curve from where the pen is: two controls and the end."""

_CORNER: Final = 0.4477
"""How far from a round corner its controls lie, in radii (a circle within 0.03 %)."""
_CORNERS: Final = (
    (1, 0, (1, 0), (0, 1)),
    (1, 1, (0, 1), (-1, 0)),
    (0, 1, (-1, 0), (0, -1)),
    (0, 0, (0, -1), (1, 0)),
)
"""Clockwise from the top right one: at the right, at the bottom, the ways in and out."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line as it is printed: width and dashes in points, colour as #rrggbb.

    ``dots`` have round ends; other ends are cut straight.
    """

    width: float
    dash: tuple[float, ...] = ()
    colour: str = BLACK
    dots: bool = False


class Sheet:
    """One page while it is written; ``width`` and ``height`` in points.

    Whatever is painted lies inside ``marked`` (it belongs to an element of the structure) or inside
    ``artifact`` (it says nothing that is not said elsewhere).
    """

    def __init__(
        self, name: str, size: tuple[float, float], structure: Structure, shared: Shared
    ) -> None:
        self.name = name
        self.width, self.height = size
        self._key = structure.page_key()
        self._structure = structure
        self._shared = shared
        self._code = ["1 j"]
        self._current: dict[str, str] = {}
        self._annotations: list[bytes] = []
        self._inside = False

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Let what is painted inside belong to an element."""
        number = self._structure.mark(element, self.name, self._key)
        with self._enclosed(f"/{element.tag} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Let what is painted inside be decoration: ``Layout``, or ``Pagination`` for footers."""
        with self._enclosed(f"/Artifact <</Type /{kind}>> BDC"):
            yield

    @contextmanager
    def _enclosed(self, start: str) -> Iterator[None]:
        if self._inside:
            raise RuntimeError("marked content does not nest")
        self._code.append(start)
        self._inside = True
        yield
        self._inside = False
        self._code.append("EMC")

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Let nothing that is painted inside show outside a box."""
        kept, self._current = self._current, self._current.copy()
        sizes = f"{length(box.w)} {length(box.h)}"
        self._paint("q", f"{self._at((box.x, box.bottom))} {sizes} re W n")
        yield
        self._paint("Q")
        self._current = kept

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
        if radius > 0:
            path = self._round(box, min(radius, box.w / 2, box.h / 2))
        else:
            sizes = f"{length(box.w)} {length(box.h)}"
            path = [f"{self._at((box.x, box.bottom))} {sizes} re"]
        self._path(path, fill, stroke)

    def lines(
        self,
        points: Sequence[Point],
        *,
        closed: bool = False,
        fill: str | None = None,
        stroke: Stroke | None = None,
    ) -> None:
        """Paint straight lines through points."""
        path = [f"{self._at(point)} {'l' if at else 'm'}" for at, point in enumerate(points)]
        self._path([*path, "h"] if closed else path, fill, stroke)

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
        path = [f"{self._at(start)} m", *map(self._arc, arcs)]
        self._path([*path, "h"] if closed else path, fill, stroke)

    def picture(self, png: bytes, box: Box) -> None:
        """Paint a picture into a box."""
        name = self._shared.picture(png)
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
        name = f"{self.name} annotation {len(self._annotations)}"
        left, bottom = box.x, self.height - box.bottom
        corners = array([left, bottom, left + box.w, bottom + box.h])
        if element is None:
            entries["F"] = 2
        else:
            key = self._structure.annotate(element, self.name, name)
            entries |= {"F": 4, "StructParent": key}
        annotation = dictionary(
            Type=b"/Annot", Rect=corners, P=document.reference(self.name), **entries
        )
        self._annotations.append(document.put(name, annotation))
        return self._annotations[-1]

    def put(self, document: Document, above: bytes, resources: bytes) -> bytes:
        """Put the page under the tree of pages and return the reference to it."""
        content = stream("\n".join(self._code).encode("ascii"))
        entries = {"Annots": array(self._annotations)} if self._annotations else {}
        page = dictionary(
            Type=b"/Page", Parent=above, MediaBox=array([0, 0, self.width, self.height]),
            Resources=resources, Contents=document.put(f"{self.name} content", content),
            StructParents=self._key, Tabs=b"/S", **entries,
        )  # fmt: skip
        return document.put(self.name, page)

    def _at(self, point: Point) -> str:
        return f"{length(point[0])} {length(self.height - point[1])}"

    def _arc(self, arc: Arc) -> str:
        return f"{' '.join(map(self._at, arc))} c"

    def _round(self, box: Box, radius: float) -> list[str]:
        """Return the path of a rectangle with round corners, clockwise from the top."""
        near = radius * _CORNER
        path = [f"{self._at((box.x + radius, box.y))} m"]
        for right, down, (in_x, in_y), (out_x, out_y) in _CORNERS:
            x, y = box.x + right * box.w, box.y + down * box.h
            path.append(f"{self._at((x - in_x * radius, y - in_y * radius))} l")
            first, second = (x - in_x * near, y - in_y * near), (x + out_x * near, y + out_y * near)
            path.append(self._arc((first, second, (x + out_x * radius, y + out_y * radius))))
        return [*path, "h"]

    def _path(self, path: list[str], fill: str | None, stroke: Stroke | None) -> None:
        if fill:
            self._fill(fill)
        if stroke:
            self._be("stroke", _colour(stroke.colour, "G", "RG"))
            self._be("width", f"{length(stroke.width)} w")
            self._be("ends", f"{int(stroke.dots)} J")
            self._be("dash", f"[{' '.join(map(length, stroke.dash))}] 0 d")
        operator = {(True, True): "B", (True, False): "f", (False, True): "S"}
        self._paint(*path, operator.get((fill is not None, stroke is not None), "n"))

    def _fill(self, colour: str) -> None:
        self._be("fill", _colour(colour, "g", "rg"))

    def _be(self, what: str, code: str) -> None:
        """Change the graphics state if it is another."""
        if self._current.get(what) != code:
            self._current[what] = code
            self._code.append(code)

    def _paint(self, *code: str) -> None:
        if not self._inside:
            raise RuntimeError("painted outside marked content")
        self._code += code


def _colour(colour: str, gray: str, three: str) -> str:
    """Return a colour as the operator for grey or for red, green and blue."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    if parts[0] == parts[1] == parts[2]:
        return f"{length(parts[0])} {gray}"
    return f"{' '.join(map(length, parts))} {three}"


def run_of(line: TextLine, codes: str, after: str) -> str:
    """Show codes at the places of a line; only combining marks stand elsewhere than the pen."""
    if not any(map(combining, line.text)):
        return f"<{codes}{after}> Tj"
    font = face(line.face)
    parts, pen = [], 0.0
    for at, (char, place) in enumerate(zip(line.text, line.places, strict=True)):
        back = (pen - place) * 1000 / line.size
        parts.append(f"{length(back)} <{codes[4 * at : 4 * at + 4]}>")
        pen = place + font.advances[char] * line.size / font.em
    return f"[{' '.join(parts)} {length((pen - line.width) * 1000 / line.size)} <{after}>] TJ"

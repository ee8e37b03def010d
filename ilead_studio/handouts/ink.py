"""What is painted, as the operators of a content stream; where it goes is for who inherits ``Ink``.

Places are points from the top left corner, as in a drawing. A ``Stamp`` is painted once, at no
place and in the units of its drawing, and put on sheets as often as it is there.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import md5
from typing import Final
from unicodedata import combining

from ilead_studio.drawing.fonts import face
from ilead_studio.drawing.ops import Box, Point, TextLine
from ilead_studio.handouts.document import length
from ilead_studio.handouts.faces import SPACE, Shape, codes

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


class Ink(ABC):
    """Paints at points from a corner; on a ``blank`` ground nothing.

    In ``gray`` every colour is as dark as it is light to the eye.
    """

    blank = False

    def __init__(self, corner: Point, *, gray: bool) -> None:
        self._x, self._y = corner
        self.gray = gray

    @abstractmethod
    def _be(self, what: str, code: str) -> None:
        """Change a part of the graphics state if it is another."""

    @abstractmethod
    def _paint(self, *code: str) -> None:
        """Paint with the state as it is."""

    @abstractmethod
    def _show(self, face: str, shapes: Collection[Shape]) -> None:
        """Take care that a face has the shapes that are shown."""

    @abstractmethod
    def _embed(self, png: bytes) -> str:
        """Take care that a picture is there, and return its name."""

    def text(
        self, line: TextLine, at: Point, *, colour: str = BLACK, goes_on: bool = False
    ) -> None:
        """Show a line whose pen starts at a place; its own ``x`` and ``y`` are not looked at.

        With ``goes_on`` it ends with a space, so that the next line's words are not glued to it.
        """
        if self.blank:
            return
        shapes = {*zip(line.glyphs, line.text, strict=True)}
        if goes_on:
            shapes.add((face(line.face).numbers[SPACE], SPACE))
        self._show(line.face, shapes)
        self._fill(colour)
        self._be("font", f"/{line.face} {length(line.size)} Tf")
        self._paint(f"BT {self._at(at)} Td {run_of(line, SPACE if goes_on else '')} ET")

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
        sizes = f"{length(box.w)} 0 0 {length(box.h)}"
        self._paint(f"q {sizes} {self._at((box.x, box.bottom))} cm /{self._embed(png)} Do Q")

    def _at(self, point: Point) -> str:
        return f"{length(self._x + point[0])} {length(self._y - point[1])}"

    def _arc(self, arc: Arc) -> str:
        return f"{' '.join(map(self._at, arc))} c"

    def _path(self, path: str, fill: str | None, stroke: Stroke | None, *after: str) -> None:
        if fill:
            self._fill(fill)
        if stroke:
            for what, code in _pen(stroke, gray=self.gray):
                self._be(what, code)
        self._paint(path, _PAINTED[fill is not None, stroke is not None], *after)

    def _fill(self, colour: str) -> None:
        self._be("fill", _colour(colour, "g", "rg", gray=self.gray))


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """What is painted at no place: its ``code``, and what must hold where it is put.

    ``state`` are the operators of the parts of the graphics state, ``shapes`` those of each face,
    ``pictures`` what it shows. What is of one kind needs one state, which is set once for all.
    Told apart by identity.
    """

    code: str
    state: tuple[tuple[str, str], ...]
    shapes: tuple[tuple[str, frozenset[Shape]], ...]
    pictures: tuple[bytes, ...]


class Cutter(Ink):
    """Cuts a stamp: what is painted here is in it."""

    def __init__(self, *, gray: bool) -> None:
        super().__init__((0.0, 0.0), gray=gray)
        self._state: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._code: list[str] = []
        self._shapes: dict[str, set[Shape]] = {}
        self._pictures: list[bytes] = []

    def stamp(self) -> Stamp:
        """Return what was painted."""
        shapes = ((face, frozenset(some)) for face, some in self._shapes.items())
        code, state = "\n".join(self._code), tuple(self._state.items())
        return Stamp(code, state, tuple(shapes), tuple(self._pictures))

    def _be(self, what: str, code: str) -> None:
        if what not in self._state:
            self._state[what] = code
        elif self._now[what] != code:
            self._code.append(code)
        self._now[what] = code

    def _paint(self, *code: str) -> None:
        self._code += code

    def _show(self, face: str, shapes: Collection[Shape]) -> None:
        self._shapes.setdefault(face, set()).update(shapes)

    def _embed(self, png: bytes) -> str:
        self._pictures.append(png)
        return picture_name(png)


def picture_name(png: bytes) -> str:
    """Return the name by which a page paints a picture."""
    return f"Picture{md5(png, usedforsecurity=False).hexdigest()}"


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


def run_of(line: TextLine, after: str = "") -> str:
    """Show a line, and what comes ``after`` it; only marks stand elsewhere than the pen."""
    shown, behind = codes(line.face, line.text, line.glyphs), after.encode("utf-16-be").hex()
    if line.text.isascii() or not any(map(combining, line.text)):
        return f"<{shown}{behind}> Tj"
    font = face(line.face)
    parts, pen = [], 0.0
    for at, (char, place) in enumerate(zip(line.text, line.places, strict=True)):
        back = (pen - place) * 1000 / line.size
        parts.append(f"{length(back)} <{shown[4 * at : 4 * at + 4]}>")
        pen = place + font.advances[char] * line.size / font.em
    return f"[{' '.join(parts)} {length((pen - line.width) * 1000 / line.size)} <{behind}>] TJ"

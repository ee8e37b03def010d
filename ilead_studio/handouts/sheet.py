"""One page as a content stream. Places are points from the top left corner, as in a drawing."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from ilead_studio.drawing.ops import Box, Point
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.document import Document, array, dictionary, length, stream
from ilead_studio.handouts.faces import Shape
from ilead_studio.handouts.ink import Ink, Stamp
from ilead_studio.handouts.shared import Shared
from ilead_studio.handouts.structure import Element, Structure

_SCALES: Final = 256
"""Scales kept as words; a drawing has one."""


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

    def put(self, document: Document, above: bytes, resources: bytes, *, compressed: bool) -> bytes:
        """Put it under the tree of pages and return the reference to it."""
        code = ("" if self.blank else "\n".join(self.code)).encode("ascii")
        content = stream(code, compressed=compressed)
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


class Sheet(Ink):
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
        super().__init__((corner[0], side.height - corner[1]), gray=gray)
        self.side, self.paper = side, paper
        self.width, self.height = paper.width, paper.height
        self.blank = side.blank
        self._structure = structure
        self._shared = shared
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

    def stamp(self, it: Stamp, at: Point, scale: float) -> None:
        """Put what was painted before at a place, larger or smaller."""
        if self.blank or not it.code:
            return
        for what, code in it.state:
            self._be(what, code)
        self._shared.stamp(it, gray=self.gray)
        size = _factor(scale)
        self._paint(f"q {size} 0 0 {size} {self._at(at)} cm", it.code, "Q")

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

    def _be(self, what: str, code: str) -> None:
        if self.side.current.get(what) != code:
            self.side.current[what] = code
            self.side.code.append(code)

    def _paint(self, *code: str) -> None:
        if not self._inside:
            raise RuntimeError("painted outside marked content")
        self.side.code += code

    def _show(self, face: str, shapes: Collection[Shape]) -> None:
        self._shared.face(face).show(shapes)

    def _embed(self, png: bytes) -> str:
        return self._shared.picture(png, gray=self.gray)


@lru_cache(_SCALES)
def _factor(scale: float) -> str:
    """Return a scale as a content stream says it: exact within a page."""
    return f"{scale:.6f}".rstrip("0").rstrip(".")

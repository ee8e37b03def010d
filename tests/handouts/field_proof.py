"""Where the fields of a form stand beside what is drawn and printed: from the bytes alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Final, NamedTuple

import pikepdf
from pdf_reading import HIDDEN, read
from sheet_proof import Word, pages_of

CLOSE: Final = 1.0
"""How far apart, in points, a field and its frame may stand."""
_UNDER: Final = 2.0
"""Points between a line and the small letters under it; capitals are higher."""
_IDENTITY: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Area(NamedTuple):
    """A rectangle on a side of paper, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    def is_close_to(self, other: "Area") -> bool:
        """Tell whether no edge of both is far apart."""
        return max(abs(mine - its) for mine, its in zip(self, other, strict=True)) <= CLOSE

    def covers(self, other: "Area | Word") -> bool:
        """Tell whether both lie on each other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 0 and high > 0

    def holds(self, other: "Area") -> bool:
        """Tell whether another lies in it."""
        return (self.left <= other.left and self.top <= other.top
                and other.right <= self.right and other.bottom <= self.bottom)  # fmt: skip


class Field(NamedTuple):
    """One field, or one box of a choice: its names, what a tick in it means, and where it is.

    ``label`` is what is heard at it.
    """

    name: str
    value: str
    label: str
    page: int
    area: Area


def fields_of(pdf: bytes) -> list[Field]:
    """Return the fields that are seen, in the order in which Tab goes to them."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            _field(widget, number, float(page.MediaBox[3]))
            for number, page in enumerate(file.pages)
            for widget in page.get("/Annots", [])
            if widget.Subtype == "/Widget" and not int(widget.F) & HIDDEN
        ]


def _field(widget: pikepdf.Object, page: int, height: float) -> Field:
    left, bottom, right, top = map(float, widget.Rect)
    parts, held = [], widget
    while held is not None:
        parts += [str(held["/T"])] if "/T" in held else []
        held = held.get("/Parent")
    kind = str(widget.get("/FT", widget.get("/Parent", widget).get("/FT", "")))
    looks = widget.AP.N if kind == "/Btn" else {}
    value = next((it for it in looks if it != "/Off"), "")
    area = Area(left, height - top, right, height - bottom)
    name = ".".join(reversed(parts))
    return Field(name, value, str(widget.get("/TU", "")), page, area)


def frames_of(pdf: bytes) -> list[list[Area]]:
    """Return the rectangles that are drawn with a line around them, for each side of paper."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [[*_frames(page)] for page in file.pages]


def _frames(page: pikepdf.Page) -> Iterator[Area]:
    height, place, kept = float(page.MediaBox[3]), _IDENTITY, []
    drawn: list[Area] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                kept.append(place)
            case "Q":
                place = kept.pop()
            case "cm":
                place = _within(tuple(map(float, operands)), place)
            case "re":
                drawn.append(_area(tuple(map(float, operands)), place, height))
            case "S" | "s" | "B" | "b":
                yield from drawn
                drawn = []
            case "f" | "n" | "f*":
                drawn = []


def crossed(pdf: bytes) -> Iterator[str]:
    """Give the words through which a line to write on is drawn, or that touch one above them."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for page, side in zip(file.pages, pages_of(_without_fields(pdf)), strict=True):
            for line in _lines(page):
                yield from (f"“{it.text}”" for it in side.words if line.covers(it))


def _lines(page: pikepdf.Page) -> Iterator[Area]:
    """Give the level lines of a side, with the air that is under them."""
    height, start = float(page.MediaBox[3]), (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "m":
            start = float(operands[0]), float(operands[1])
        elif str(operator) == "l" and abs(float(operands[1]) - start[1]) < CLOSE:
            left, right = sorted((start[0], float(operands[0])))
            yield Area(left, height - start[1], right, height - start[1] + _UNDER)


def _within(inner: Sequence[float], outer: Sequence[float]) -> tuple[float, ...]:
    """Return a place within another: their matrices, multiplied."""
    a, b, c, d, e, f = inner
    k, l, m, n, o, p = outer  # noqa: E741 - the letters after those of the first
    return (a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n,
            e * k + f * m + o, e * l + f * n + p)  # fmt: skip


def _area(box: Sequence[float], place: Sequence[float], height: float) -> Area:
    x, y, wide, high = box
    a, b, c, d, e, f = place
    across = [a * px + c * py + e for px, py in ((x, y), (x + wide, y + high))]
    up = [b * px + d * py + f for px, py in ((x, y), (x + wide, y + high))]
    return Area(min(across), height - max(up), max(across), height - min(up))


def misplaced_fields(pdf: bytes, margin: float) -> Iterator[str]:
    """Give the fields that stand beside their frame, off the paper, on words or on each other."""
    fields, frames, sides = fields_of(pdf), frames_of(pdf), pages_of(_without_fields(pdf))
    for at, it in enumerate(fields):
        side = sides[it.page]
        if sum(it.area.is_close_to(frame) for frame in frames[it.page]) != 1:
            yield f"{it.name} {it.value} has not one frame"
        if not Area(margin, margin, side.width - margin, side.height - margin).holds(it.area):
            yield f"{it.name} {it.value} is off the paper"
        yield from (
            f"{it.name} lies on “{word.text}”" for word in side.words if it.area.covers(word)
        )
        yield from (
            f"{it.name} lies on {other.name}"
            for other in fields[at + 1 :]
            if other.page == it.page and it.area.covers(other.area)
        )


def _without_fields(pdf: bytes) -> bytes:
    """Return a file without its fields: what is typed in them is no word of the page."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            if "/Annots" in page:
                del page.Annots
        file.save(out)
    return out.getvalue()


def unordered_fields(pdf: bytes) -> Iterator[str]:
    """Give the fields to which Tab goes in another order than they are read in, or than they stand.

    The next one stands lower, or further to the right, or on another page.
    """
    fields = fields_of(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        if any(page.get("/Tabs") != "/S" for page in file.pages if "/Annots" in page):
            yield "Tab does not follow the order in which a page is read"
    if [it.label for it in fields] != [it.text for it in read(pdf).heard if it.tag == "Form"]:
        yield "fields are kept in another order than they are heard"
    for one, other in pairwise(fields):
        is_on = other.page > one.page or other.area.top >= one.area.bottom - CLOSE
        if not (is_on or other.area.left >= one.area.right - CLOSE):
            yield f"{other.name} is read after {one.name}"


def unsaid_fields(pdf: bytes) -> Iterator[str]:
    """Give the fields that are called nothing, no sentence, or like others."""
    fields = fields_of(pdf)
    yield from (f"{it.name}: “{it.label}” is no sentence" for it in fields
                if not it.label.endswith((".", "?")) or not it.label[:1].isupper())  # fmt: skip
    labels = Counter(it.label for it in fields)
    yield from (f"“{it}” is heard at {many} fields" for it, many in labels.items() if many > 1)
    values = Counter((it.name, it.value) for it in fields)
    yield from (f"{it} is there {many} times" for it, many in values.items() if many > 1)

"""Paints small drawings for the tests, and looks at single points of them."""

from io import BytesIO

from PIL import Image as Picture

from ilead_studio.drawing.extent import NOWHERE
from ilead_studio.drawing.ops import Box, Drawing, Group, Op, TextLine
from ilead_studio.drawing.text import text_line
from ilead_studio.drawing.theme import PRINT
from ilead_studio.ui.canvas.picture import MARGIN, png_bytes

PAPER = (255, 255, 255)


def group(name: str, *ops: Op, x: float = 0.0, y: float = 0.0) -> Group:
    return Group(name, "why", x, y, Box(0, 0, 10, 10), NOWHERE, ops)


def drawing(*groups: Group, bounds: Box = Box(0, 0, 100, 100)) -> Drawing:  # noqa: B008
    return Drawing(bounds, groups)


def words(text: str, x: float = 0.0, y: float = 12.0, size: float = 10.0) -> TextLine:
    return text_line(x, y, text, "Regular", size, "ink")


def red_square() -> bytes:
    """Return a PNG."""
    data = BytesIO()
    Picture.new("RGB", (2, 2), "red").save(data, "PNG")
    return data.getvalue()


class Painted:
    """A drawing as pixels, four to a point; looked at in the drawing's own points."""

    def __init__(self, it: Drawing, *, white: bool = True) -> None:
        self._left, self._top = it.bounds.x - MARGIN, it.bounds.y - MARGIN
        png = png_bytes(it, PRINT, 288.0, white=white)
        self.image = Picture.open(BytesIO(png)).convert("RGBA")

    def at(self, x: float, y: float) -> tuple[int, int, int]:
        """Return the colour at a point."""
        red, green, blue, _ = self._pixel(x, y)
        return red, green, blue

    def alpha(self, x: float, y: float) -> int:
        """Return how much is painted at a point, 0 to 255."""
        return self._pixel(x, y)[3]

    def _pixel(self, x: float, y: float) -> tuple[int, int, int, int]:
        place = (round((x - self._left) * 4), round((y - self._top) * 4))
        found = self.image.getpixel(place)
        assert isinstance(found, tuple)
        red, green, blue, alpha = found
        return red, green, blue, alpha

    def dark_box(self) -> tuple[float, float, float, float]:
        """Return the left, top, right and bottom of all that is dark."""
        dark = self.image.convert("L").point(lambda grey: 255 if grey < 128 else 0)
        box = dark.getbbox()
        assert box is not None
        left, top, right, bottom = (side / 4 for side in box)
        return left + self._left, top + self._top, right + self._left, bottom + self._top

    def runs(self, y: float, start: float, end: float) -> int:
        """Return how many pieces of ink lie between two points of a level line."""
        steps = [start + at / 4 for at in range(round((end - start) * 4))]
        inked = [self.at(x, y) != PAPER for x in steps]
        return sum(
            here and not before for before, here in zip([False, *inked], inked, strict=False)
        )


def rgb(colour: str) -> tuple[int, int, int]:
    """Return #rrggbb as numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

"""A fishbone that is too large for one page continues on further ones.

All pages have one size of text. Each shows the effect at the end of the spine and whole bones with
their numbers, as far as one goes on a page, and at its foot which bones stand on which page.
"""

from collections import Counter
from math import inf
from typing import Final

from ilead_studio.drawing.continued import on_page
from ilead_studio.drawing.driver_map import map_height, map_of, standing
from ilead_studio.drawing.driver_pages import LINE, Members, pages
from ilead_studio.drawing.fishbone import draw_fishbone
from ilead_studio.drawing.fishbone_plan import find_plan
from ilead_studio.drawing.marks import AS_IT_IS, View
from ilead_studio.drawing.measured import Measured, measured
from ilead_studio.drawing.ops import Box, Drawing, smallest_words
from ilead_studio.drawing.room import LARGEST, Room, scale_to
from ilead_studio.drawing.sign_shapes import Sign
from ilead_studio.rules.outline import Row

_AREA: Final = 62.0
"""What a line of a cause takes of a page, in squares of its size, about."""
_SMALL: Final = 8.0
"""Size from which on words are read without effort, in points."""


def continued_fishbone(
    rows: tuple[Row, ...],
    room: Room,
    mirrored: bool = False,
    view: View = AS_IT_IS,
    least: float = _SMALL,
    most: float = inf,
) -> tuple[Measured, ...]:
    """Measure a fishbone on as many pages as it needs for words of ``least`` points.

    One drawing comes back when it fits, and when the map at the foot would take more than half of
    a page. The pages of more are as wide and high as the room at their common scale. Nothing comes
    back if that takes more than ``most`` pages.
    """
    whole = draw_fishbone(rows, find_plan(rows, room, view), mirrored, view)
    bones = sum(row.depth == 1 for row in rows)
    if not bones or smallest_words(whole) * scale_to(whole.bounds, room) >= least:
        return (measured(whole),)
    over_pages = _Continued(rows, room, mirrored, view, least)
    if over_pages.high <= room[1] / 2:
        return (measured(whole),)
    return tuple(map(measured, over_pages.drawings(most)))


class _Continued:
    """One fishbone on several pages."""

    def __init__(
        self, rows: tuple[Row, ...], room: Room, mirrored: bool, view: View, least: float
    ) -> None:
        self.rows, self.mirrored, self.view, self.least = rows, mirrored, view, least
        self.room = room
        bones = [row.ref for row in rows if row.depth == 1]
        self.foot = map_height(bones, room[0] / LARGEST)
        self.high = room[1] - self.foot * least / 10
        self.places = {row.id: at for at, row in enumerate(it for it in rows if it.depth == 1)}
        self.known: dict[Members, Drawing] = {}

    def drawings(self, most: float) -> tuple[Drawing, ...]:
        """Return the pages at one scale; none, if they have to be more than ``most``."""
        lines = self.room[0] * self.room[1] / self.least**2 / _AREA
        members = pages(self.rows, lines * LINE, self._fits, self._sizes, most)
        sheets = [*map(self._drawn, members)]
        scale = min(map(self._scale, sheets), default=1.0)
        entries, seen = standing(self.rows, members), Counter[str]()
        feet = (map_of(entries, at, len(sheets), self.room[0] / scale) for at in range(len(sheets)))
        return tuple(
            self._page(it, foot, scale, seen) for it, foot in zip(sheets, feet, strict=True)
        )

    def _page(self, sheet: Drawing, foot: Sign, scale: float, seen: Counter[str]) -> Drawing:
        """Put a sheet in the middle of its page; the head stands at the same edge on all."""
        around, size = sheet.bounds, (self.room[0] / scale, self.room[1] / scale)
        left = around.x if self.mirrored else around.right - size[0]
        top = around.y - (size[1] - self.foot - around.h) / 2
        bounds = Box(left, top, *size)
        return on_page(sheet, bounds, foot, (left, bounds.bottom - self.foot), seen)

    def _fits(self, members: Members) -> bool:
        return self._size(members) >= 1.0

    def _sizes(self, members: tuple[Members, ...]) -> list[float]:
        """Return how large words can be on each page; 1 is just large enough."""
        return [*map(self._size, members)]

    def _size(self, members: Members) -> float:
        sheet = self._drawn(members)
        return smallest_words(sheet) * self._scale(sheet) / self.least

    def _scale(self, sheet: Drawing) -> float:
        """Return the scale at which a picture fits the room with the map."""
        return scale_to(sheet.bounds._replace(h=sheet.bounds.h + self.foot), self.room)

    def _drawn(self, members: Members) -> Drawing:
        """Draw the rows of a page; pages are tried in several ways, and most come again."""
        if members not in self.known:
            rows = tuple(self.rows[at] for at in members)
            room = (self.room[0], self.high)
            earlier = next((self.places[row.id] for row in rows if row.depth == 1), 0)
            plan = find_plan(rows, room, self.view)
            self.known[members] = draw_fishbone(rows, plan, self.mirrored, self.view, earlier)
        return self.known[members]

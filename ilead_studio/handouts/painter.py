"""Paints a drawing on a sheet, at the place and scale it is told; never wraps, never measures.

All geometry is painted first and is an artifact. Then come the words in outline order, each item's
in its own place in the structure, so that what is heard, what is copied and what is extracted have
one order.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ilead_studio.drawing.marks import PLAIN, Marks
from ilead_studio.drawing.ops import Box, Drawing, Image, Placed, Point, placed_groups
from ilead_studio.drawing.signs import spoken_marks
from ilead_studio.handouts.document import length
from ilead_studio.handouts.ink import Stamp
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.stamps import Stamps, stamps_of
from ilead_studio.handouts.structure import LIST, Element
from ilead_studio.packet.tongue import NONE_OWN, OwnWords
from ilead_studio.rules.outline import Row
from ilead_studio.rules.serving import serving
from ilead_studio.wanted import still_wanted


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a drawing stands on a sheet: its top left corner in points, and its scale.

    Items that are ``faded`` are painted pale.
    """

    drawing: Drawing
    corner: Point
    scale: float
    faded: frozenset[str] = frozenset()

    def point(self, placed: Placed, point: Point) -> Point:
        """Return where a point of a group comes to stand on the sheet."""
        bounds = self.drawing.bounds
        x = self.corner[0] + (placed.x + point[0] - bounds.x) * self.scale
        y = self.corner[1] + (placed.y + point[1] - bounds.y) * self.scale
        return x, y

    def box(self, placed: Placed, box: Box) -> Box:
        """Return where a box of a group comes to stand on the sheet."""
        return Box(*self.point(placed, (box.x, box.y)), box.w * self.scale, box.h * self.scale)


def paint(
    shown: Sequence[tuple[Setting, Sheet]],
    rows: tuple[Row, ...],
    under: Element,
    marks: Mapping[str, Marks],
    own: OwnWords = NONE_OWN,
) -> None:
    """Paint the drawings of a page's rows, each on its sheet; usually there is one.

    The words go under an element as nested lists, over all sheets. Of an item that is drawn more
    than once only the first occurrence is spoken. Signs are heard as words. The rows' words may be
    ``own`` ones, in another language.
    """
    if all(sheet.blank for _, sheet in shown):
        return
    serves, spoken = serving(rows), _put_all(shown, {row.id for row in rows})
    for row, paragraph in zip(rows, paragraphs(rows, under), strict=True):
        still_wanted()
        here = spoken.get(row.id)
        if here and not here.sheet.blank:
            parts = (_known(row, marks.get(row.id, PLAIN)), serves.get(row.id, ""))
            words = _say(row, " ".join(filter(None, parts)), here, paragraph)
            words.language = own.language if own and own.has(row.text) else ""


def _put_all(shown: Sequence[tuple[Setting, Sheet]], ids: Container[str]) -> "dict[str, _Standing]":
    """Paint all but the words that are spoken; returns where each item stands first."""
    first: dict[str, _Standing] = {}
    for setting, sheet in shown:
        with sheet.artifact():
            for placed in placed_groups(setting.drawing):
                still_wanted()
                it, name = _Standing.of(placed, setting, sheet), placed.group.node_id
                is_spoken = first.setdefault(name, it) is it and name in ids
                it.put(it.stamps.unspoken if is_spoken else it.stamps.all)
    return first


def paint_figure(setting: Setting, sheet: Sheet, figure: Element) -> None:
    """Paint a drawing that is read as one figure, whose words the element has."""
    bounds = setting.drawing.bounds
    size = (bounds.w * setting.scale, bounds.h * setting.scale)
    figure.attributes = frame_of(Box(*setting.corner, *size), sheet)
    with sheet.marked(figure):
        for placed in placed_groups(setting.drawing):
            decorate(placed, setting, sheet)


def _known(row: Row, marks: Marks) -> str:
    """Say what the signs of an item say: "C32, root cause, supported, 9 votes."."""
    said = spoken_marks(marks)
    ref = "" if marks.ref else row.ref
    return f"{', '.join(filter(None, (ref, said)))}." if said else ""


def paragraphs(rows: Sequence[Row], under: Element) -> Iterator[Element]:
    """Make nested lists for rows in outline order; yields the paragraph of each item."""
    lists: list[Element] = []
    holder = under
    for row in rows:
        del lists[row.depth + 1 :]
        if len(lists) == row.depth:
            lists.append(holder.add("L", attributes=LIST))
        holder = lists[-1].add("LI").add("LBody")
        yield holder.add("P")


def _say(row: Row, more: str, it: "_Standing", paragraph: Element) -> Element:
    """Set an item's words; what is known of it and what else it serves is heard after them.

    Returns the element that holds the words.
    """
    own, stamps = paragraph.add("Span") if more else paragraph, it.stamps
    if row.text and row.text != stamps.words:
        own.actual = row.text
    with it.sheet.marked(own):
        it.put(stamps.going_on if more else stamps.spoken)
    if more and stamps.words:
        with it.sheet.marked(paragraph.add("Span", actual=more)):
            it.put(stamps.behind)
    for op in it.placed.group.ops:
        if isinstance(op, Image):
            _show(op, it, paragraph)
    return own


def _show(op: Image, it: "_Standing", paragraph: Element) -> None:
    box = it.setting.box(it.placed, op.box)
    figure = paragraph.add("Figure", alternative=op.words, attributes=frame_of(box, it.sheet))
    with it.sheet.marked(figure):
        it.sheet.picture(op.png, box)


def frame_of(box: Box, sheet: Sheet) -> bytes:
    """Return the attributes of a figure that fills a box on a sheet."""
    corners = " ".join(map(length, sheet.corners(box)))
    return f"<</O/Layout/BBox[{corners}]>>".encode("ascii")


def decorate(placed: Placed, setting: Setting, sheet: Sheet) -> None:
    """Paint all of a group: geometry, signs and words."""
    it = _Standing.of(placed, setting, sheet)
    it.put(it.stamps.all)


class _Standing(NamedTuple):
    """What is drawn of an item, and where it stands."""

    placed: Placed
    setting: Setting
    sheet: Sheet
    stamps: Stamps

    @classmethod
    def of(cls, placed: Placed, setting: Setting, sheet: Sheet) -> "_Standing":
        """Return a group where it stands."""
        group = placed.group
        is_faded = group.node_id in setting.faded
        return cls(placed, setting, sheet, stamps_of(group.ops, is_faded, sheet.gray))

    def put(self, it: Stamp) -> None:
        """Put one of its stamps there."""
        self.sheet.stamp(it, self.setting.point(self.placed, (0.0, 0.0)), self.setting.scale)

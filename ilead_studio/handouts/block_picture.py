"""Drawings in the running text of a page: a square, a ramp, a calendar, a sheet to write on."""

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import fit
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_words import AFTER
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.painter import Setting, paint, paint_figure
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Picture, Sketch


class SetPicture:
    """A drawing as wide as the room, if it is not too high for a sheet then."""

    def __init__(self, block: Picture, manner: Manner) -> None:
        self._block, self._manner = block, manner

    def height(self, room: float) -> float:
        """Return how high it is when it is as wide as the room; of a sketch, how high at least."""
        drawing = self._block.drawing
        if isinstance(drawing, Sketch):
            return self._block.least + AFTER
        return self._scale(drawing, room, 1e6, self._block.most) * drawing.bounds.h + AFTER

    def _scale(self, drawing: Drawing, room: float, high: float, most: float) -> float:
        scale = fit(drawing, (room, high))
        return min(scale, most) if most else scale

    def paint(self, flow: Flow, element: Element) -> None:
        """Paint it in the middle of the room; it is never cut."""
        flow.need(min(self.height(flow.room), flow.bottom - flow.paper.top))
        block, high = self._block, flow.bottom - flow.y
        drawing, most = block.drawing, block.most
        if isinstance(drawing, Sketch):
            drawing, most = drawing.made_for((flow.room, high - AFTER)), 1.0
        scale, bounds = self._scale(drawing, flow.room, high, most), drawing.bounds
        corner = (flow.left + (flow.room - bounds.w * scale) / 2, flow.y)
        setting = Setting(drawing, corner, scale)
        if block.rows:
            paint([(setting, flow.sheet)], block.rows, element, {})
        else:
            paint_figure(setting, flow.sheet, element.add("Figure", alternative=block.words))
        flow.y += bounds.h * scale
        flow.gap(AFTER)

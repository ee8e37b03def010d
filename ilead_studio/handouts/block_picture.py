"""Drawings in the running text of a page: a square, a ramp, a calendar, a sheet to write on."""

from typing import Final

from ilead_studio.drawing.ops import smallest_words
from ilead_studio.drawing.page import fit
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_words import AFTER
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.painter import Setting, paint, paint_figure
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Picture, Sketch

_LEAST: Final = 0.7
"""A picture goes on the next sheet rather than be made smaller than this part of one."""


class SetPicture:
    """A drawing as wide as the room, if it is not too high for a sheet then."""

    def __init__(self, block: Picture, manner: Manner) -> None:
        self._block, self._manner = block, manner

    def height(self, room: float) -> float:
        """Return how high it is when it is as wide as the room."""
        return self._scale(room, 1e6) * self._block.drawing.bounds.h + AFTER

    def _scale(self, room: float, high: float) -> float:
        scale = fit(self._block.drawing, (room, high))
        return min(scale, self._block.most) if self._block.most else scale

    def paint(self, flow: Flow, element: Element) -> None:
        """Paint it in the middle of the room; it is never cut."""
        flow.need(min(self.height(flow.room), _LEAST * (flow.bottom - flow.paper.top)))
        block, bounds = self._block, self._block.drawing.bounds
        scale = self._scale(flow.room, flow.bottom - flow.y)
        corner = (flow.left + (flow.room - bounds.w * scale) / 2, flow.y)
        setting = Setting(block.drawing, corner, scale)
        flow.sheet.drawn.append(smallest_words(block.drawing) * scale)
        if block.rows:
            paint([(setting, flow.sheet)], block.rows, element, block.marks, flow.canvas.own)
        else:
            paint_figure(setting, flow.sheet, element.add("Figure", alternative=block.words))
        flow.y += bounds.h * scale
        flow.gap(AFTER)


class SetSketch:
    """A drawing that is made for what is left of the sheet."""

    def __init__(self, block: Sketch) -> None:
        self._block = block

    def height(self, room: float) -> float:
        """Return how high it is at least."""
        return self._block.least + AFTER

    def paint(self, flow: Flow, element: Element) -> None:
        """Let it be made, and paint it; one that is too high is scaled down and never cut."""
        flow.need(min(self.height(flow.room), _LEAST * (flow.bottom - flow.paper.top)))
        room = (flow.room, flow.bottom - flow.y - AFTER)
        drawing = self._block.made_for(room)
        scale = min(fit(drawing, room), 1.0)
        corner = (flow.left + (flow.room - drawing.bounds.w * scale) / 2, flow.y)
        setting = Setting(drawing, corner, scale)
        flow.sheet.drawn.append(smallest_words(drawing) * scale)
        if self._block.rows:
            paint([(setting, flow.sheet)], self._block.rows, element, {}, flow.canvas.own)
        else:
            figure = element.add("Figure", alternative=self._block.words)
            paint_figure(setting, flow.sheet, figure)
        flow.y += drawing.bounds.h * scale
        flow.gap(AFTER)

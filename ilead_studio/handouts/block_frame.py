"""Frames with a title, halves beside each other, and short facts under their labels."""

from collections.abc import Sequence
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.block import Manner, Setter, heights, paint_all, share
from ilead_studio.handouts.block_ask import SetAsk
from ilead_studio.handouts.block_words import AFTER
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.runs import broken, in_hand
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.packet.blocks import Cell, Facts, Frame

_FRAME: Final = Stroke(0.9)
_PAD: Final = 8.0
GUTTER: Final = 12.0
"""Between two halves."""
_UNDER_TITLE: Final = 5.0
_AFTER_TITLE: Final = 10.0
"""Between a title and what it is about, where both stand on one line."""
_BEFORE_CORNER: Final = 8.0
_NEAR: Final = 0.01
_APART: Final = 8.0
"""Between two facts."""
_LEAST_HALF: Final = 80.0
_PUT_OFF: Final = 0.75
"""Most of a sheet that is left empty so that a frame stands whole on the next one."""


class SetFrame:
    """A frame that stays on one sheet; one that fits on none is a heading with its blocks.

    So is one for which a sheet would be left nearly empty.

    ``least`` is how high its neighbour is; ``more`` is what it takes of what is left of the sheet.
    """

    def __init__(self, block: Frame, manner: Manner, inside: tuple[Setter, ...]) -> None:
        self._block, self._type, self._inside = block, manner.type, inside
        self.least = self.more = 0.0

    @property
    def pull(self) -> float:
        """Whether it takes its part of what is left of the sheet."""
        return float(self._block.fills)

    def height(self, room: float) -> float:
        """Return how high the frame is, with the air below."""
        return max(self._own(room) + self.more, self.least)

    def _own(self, room: float) -> float:
        inner = heights(self._inside, room - 2 * _PAD)
        least = self._block.least * self._type.writing
        return self._head_height(room - 2 * _PAD) + max(inner, least) + 2 * _PAD + GUTTER

    def _head_height(self, room: float) -> float:
        kind, about = self._type, self._block.about
        under = 0.0 if self._is_beside(room) else kind.small.height(about, room)
        return kind.section.lead + under + _UNDER_TITLE

    def _is_beside(self, room: float) -> bool:
        """Whether what the title is about has room behind it, or needs none."""
        block, kind = self._block, self._type
        left = room - self._after_title - kind.head.width(block.corner) - _BEFORE_CORNER
        return not block.about or (kind.columns and kind.small.width(block.about) <= left)

    @property
    def _after_title(self) -> float:
        return self._type.section.width(self._block.title) + _AFTER_TITLE

    def paint(self, flow: Flow, element: Element) -> None:
        """Draw the frame and write what is in it."""
        high, section = self.height(flow.room), element.add("Sect")
        flow.need(min(high - GUTTER, flow.part_of_sheet(_PUT_OFF)))
        whole = flow.y + high - GUTTER <= flow.bottom + _NEAR
        top = flow.y
        if whole:
            box = Box(flow.left, top, flow.room, high - GUTTER)
            with flow.sheet.artifact():
                flow.sheet.rectangle(box, stroke=_FRAME)
        pad = _PAD if whole else 0.0
        flow.y += pad
        with flow.within(pad, flow.room - 2 * pad):
            self._head(flow, section)
            inner = heights(self._inside, flow.room)
            head = self._head_height(flow.room)
            share(self._inside, high - GUTTER - 2 * pad - head - inner)
            paint_all(self._inside, flow, section)
        flow.y = top + high if whole else flow.y + GUTTER

    def _head(self, flow: Flow, section: Element) -> None:
        block, kind = self._block, self._type
        heading = section.add("H2")
        flow.beside(heading, block.title, kind.section, 0.0, kind.section)
        is_beside = self._is_beside(flow.room)
        if block.about and is_beside:
            flow.beside(section.add("P"), block.about, kind.small, self._after_title, kind.section)
        if block.corner:
            at = flow.room - kind.head.width(block.corner)
            flow.beside(section.add("P"), block.corner, kind.head, at, kind.section)
        flow.y += kind.section.lead
        if not is_beside:
            flow.write(section.add("P"), block.about, kind.small)
        flow.y += _UNDER_TITLE


class SetBeside:
    """Two halves; in large print, in a narrow room, and too high for a sheet, one column."""

    def __init__(self, manner: Manner, left: tuple[Setter, ...], right: tuple[Setter, ...]) -> None:
        self._type, self._halves = manner.type, (left, right)
        self.more = 0.0

    @property
    def pull(self) -> float:
        """Whether frames in it take their part of what is left of the sheet."""
        frames = (it for half in self._halves for it in half if isinstance(it, SetFrame))
        return max((it.pull for it in frames), default=0.0) if self._type.columns else 0.0

    def height(self, room: float) -> float:
        """Return the height of the higher half, or of both in one column."""
        if not self._goes_in(room):
            return sum(heights(half, room) for half in self._halves)
        return max(heights(it, (room - GUTTER) / 2) for it in self._halves) + self.more

    def _goes_in(self, room: float) -> bool:
        """Tell whether both halves are wide enough to be written in."""
        return self._type.columns and (room - GUTTER) / 2 >= _LEAST_HALF

    def paint(self, flow: Flow, element: Element) -> None:
        """Write both halves from the same height, or one after the other."""
        high, half = self.height(flow.room), (flow.room - GUTTER) / 2
        is_beside = self._goes_in(flow.room)
        if is_beside:
            flow.need(min(high - GUTTER, flow.part_of_sheet(_PUT_OFF)))
        if not is_beside or flow.y + high - GUTTER > flow.bottom + _NEAR:
            for setters in self._halves:
                paint_all(setters, flow, element.add("Sect"))
            return
        top = flow.y
        for at, setters in enumerate(self._halves):
            if len(setters) == 1 and isinstance(setters[0], SetFrame):
                setters[0].least = high
            flow.y = top
            with flow.within(at * (half + GUTTER), half):
                paint_all(setters, flow, element.add("Sect"))
        flow.y = top + high


_Fact = tuple[str, float, Cell]
_FactRow = list[tuple[_Fact, float]]
"""Facts beside each other, each with its room."""


def _rooms(facts: Sequence[_Fact], room: float) -> list[float]:
    """Share a room among facts."""
    whole = sum(share for _, share, _ in facts)
    return [room * share / whole for _, share, _ in facts]


class SetFacts:
    """Short facts beside each other, each under its label; in large print one under the other."""

    def __init__(self, block: Facts, manner: Manner) -> None:
        self._block, self._manner = block, manner

    @property
    def _label(self) -> Style:
        """The style of labels: strong where each stands on a line of its own."""
        kind = self._manner.type
        return kind.small if kind.columns else kind.head

    def _rows(self, room: float) -> list[_FactRow]:
        """Return the facts, in as few rows as leave every word of them whole."""
        facts = self._block.facts
        for many in range(len(facts) if self._manner.type.columns else 1, 1, -1):
            rows = [facts[at : at + many] for at in range(0, len(facts), many)]
            shared = [list(zip(it, _rooms(it, room), strict=True)) for it in rows]
            if all(self._is_whole(fact, wide) for row in shared for fact, wide in row):
                return shared
        return [[(it, room)] for it in facts]

    def _is_whole(self, fact: _Fact, room: float) -> bool:
        label, _, cell = fact
        kind = self._manner.type
        words = [self._label.width(it) for it in label.split()]
        for run in (run for said in cell.paragraphs for run in said):
            style = in_hand(run, kind.body, kind.least_ref)
            words += map(style.width, run.text.split())
        return max(words, default=0.0) <= room - _APART

    def height(self, room: float) -> float:
        """Return the height of all rows."""
        return sum(map(self._row_height, self._rows(room))) + self._air

    @property
    def _air(self) -> float:
        """What stands below them: under writing lines nothing."""
        asked = (it.ask for _, _, it in self._block.facts if it.ask)
        styles = self._manner, self._manner.type.table
        return 0.0 if any(SetAsk(it, *styles).is_lined for it in asked) else AFTER

    def _row_height(self, row: _FactRow) -> float:
        return max(self._fact_height(label, cell, room - _APART) for (label, _, cell), room in row)

    def _fact_height(self, label: str, cell: Cell, room: float) -> float:
        kind = self._manner.type
        high = self._label.height(label, room) + 4 + (0.0 if kind.columns else AFTER)
        for words in cell.paragraphs:
            high += len(broken(words, kind.body, room, kind.least_ref)) * kind.body.lead
        if cell.ask:
            high += SetAsk(cell.ask, self._manner, kind.table).height(room)
        return high

    def paint(self, flow: Flow, element: Element) -> None:
        """Write label and fact, column by column."""
        flow.need(self.height(flow.room))
        for row in self._rows(flow.room):
            flow.need(self._row_height(row))
            top, x, lowest = flow.y, 0.0, flow.y
            for (label, _, cell), room in row:
                flow.y = top
                with flow.within(x, room - _APART):
                    self._fact(flow, element.add("P"), label, cell)
                x += room
                lowest = max(lowest, flow.y)
            flow.y = lowest
        flow.gap(self._air)

    def _fact(self, flow: Flow, element: Element, label: str, cell: Cell) -> None:
        kind = self._manner.type
        flow.write(element.add("Span"), label, self._label, goes_on=True)
        flow.y += 4
        for words in cell.paragraphs:
            flow.words(element.add("Span"), words, kind.body)
        if cell.ask:
            SetAsk(cell.ask, self._manner, kind.table).paint(flow, element)
        flow.gap(0.0 if kind.columns else AFTER)

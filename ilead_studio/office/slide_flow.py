"""Puts paragraphs and tables one under the other on slides; nothing ever stands outside of one."""

from collections.abc import Iterator, Sequence
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.office.flat import Grid, Paragraph, Part, Role, Room, Shown
from ilead_studio.office.shapes import Type, body, paragraph, text_box
from ilead_studio.office.slide_deck import Deck
from ilead_studio.office.slide_table import PAD, SIZE, Row, grid_rows, grid_xml
from ilead_studio.office.words_set import LEAD, lines, pieces, widths
from ilead_studio.packet.blocks import Words
from ilead_studio.words import say

_SIZES: Final[dict[Role, float]] = {
    "body": 16, "lead": 18, "small": 12, "label": 12, "note": 14, "detail": 14, "statement": 20,
    "section": 20, "part": 17, "item": 16,
}  # fmt: skip
_ABOVE: Final[dict[Role, float]] = {"section": 14, "part": 10, "label": 8, "detail": 1, "note": 1}
_USUALLY: Final = 5.0
"""Air above a paragraph."""
_STEP: Final = 22.0
_DEEPEST: Final = 8
"""Levels of a list that are indented; deeper ones stand below each other."""
_SIGNS: Final = {"": "", "dot": "•", "box": "☐"}
_KEPT: Final = 84.0
"""Least height that stays with a heading."""
_ASKED: Final = 46.0
"""Least height that stays with a question."""
_WRITING: Final = 30.0
_FILLED: Final = _KEPT + 2 * _WRITING
"""Least height for lines that only fill what is left, with their heading."""
_LEAST_DRAWING: Final = 220.0


class SlideFlow:
    """Writes one page of a packet on as many slides as it needs."""

    def __init__(self, deck: Deck, room: Box) -> None:
        self._deck, self._room, self._y = deck, room, room.y
        self._waiting: list[str] = []
        self._top = room.y

    def write(self, parts: Iterator[Part]) -> None:
        """Write parts one under the other."""
        for part in parts:
            match part:
                case Paragraph():
                    self._paragraph(part)
                case Grid():
                    self._grid(part)
                case Room():
                    self._room_to_write(part)
                case Shown():
                    self._shown(part)
        self._flush()

    def _left(self) -> float:
        return self._room.bottom - self._y

    def _flush(self) -> None:
        """Put the paragraphs that wait into one box of text."""
        if self._waiting:
            box = Box(self._room.x, self._top, self._room.w, self._y - self._top + 2)
            self._deck.put(text_box(self._deck.named(say("Text")), box, body(self._waiting)))
        self._waiting, self._top = [], self._y

    def _next(self) -> None:
        self._flush()
        self._deck.go_on()
        self._y = self._top = self._room.y

    def _paragraph(self, it: Paragraph) -> None:
        size = _SIZES[it.role]
        depth = min(it.depth, _DEEPEST)
        indent = depth * _STEP
        room = self._room.w - indent - size * 1.2
        strong = it.role in ("section", "part", "statement")
        most = int(self._room.h / (size * LEAD)) - 1
        above = _ABOVE.get(it.role, _USUALLY)
        for at, words in enumerate(pieces(it.words, size, room, most)):
            sign = _SIGNS[it.sign] if not at else ""
            high = lines(words, size, room, strong=strong) * size * LEAD
            kept = high + (_KEPT if strong else _ASKED * it.asks)
            if self._y > self._room.y and above + kept > self._left():
                self._next()
            self._words(words, it, size, indent, sign, above if self._waiting else 0.0, high)

    def _words(
        self, words: Words, it: Paragraph, size: float, indent: float, sign: str, above: float,
        high: float,
    ) -> None:  # fmt: skip
        if it.role == "item" and not sign:
            indent += size * 1.1
        kind = Type(
            size,
            size * LEAD,
            self._deck.language,
            bold=it.role in ("section", "part", "statement"),
            italic=it.role == "note",
            before=above,
            indent=indent,
            sign=sign,
        )
        self._waiting.append(paragraph(words, kind))
        self._y += above + high

    def _grid(self, it: Grid) -> None:
        """Write a table; its heads stand again on every slide on which it goes on."""
        self._flush()
        wide = widths(it, SIZE, PAD, self._room.w)
        head, rows = grid_rows(it, wide, self._room.h)
        self._y += 8 if self._y > self._room.y else 0
        shown: list[Row] = []
        used = head.height
        if self._y > self._room.y and used + (rows[0].height if rows else 0) > self._left():
            self._next()
        for row in rows:
            if shown and used + row.height > self._left():
                if row.is_empty and shown[-1].is_empty:
                    break
                self._table(it, wide, [head, *shown], used)
                self._next()
                shown, used = [], head.height
            shown.append(row)
            used += row.height
        self._table(it, wide, [head, *shown], used)

    def _table(self, it: Grid, wide: Sequence[float], rows: Sequence[Row], high: float) -> None:
        box = Box(self._room.x, self._y, self._room.w, high)
        named = self._deck.named(it.summary or say("Table"), it.summary)
        self._deck.put(grid_xml(named, box, wide, rows, it.ends, self._deck.language))
        self._y += high + 8
        self._top = self._y

    def _room_to_write(self, it: Room) -> None:
        """Leave room to type in; where it only fills what is left, it begins no slide."""
        if it.over is not None and self._y > self._room.y and self._left() < _FILLED:
            return
        for words in it.over or ():
            self._paragraph(words)
        self._lines(it.lines)

    def _lines(self, number: int) -> None:
        """Leave an empty box to type in, with lines' room."""
        self._flush()
        high = min(number * _WRITING, self._room.h)
        if self._y > self._room.y and min(high, 2 * _WRITING) + 6 > self._left():
            self._next()
        box = Box(self._room.x, self._y + 6, self._room.w, min(high, self._left() - 6))
        edge = (
            '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
            '<a:prstDash val="sysDot"/></a:ln>'
        )
        empty = paragraph((), Type(14, 14 * LEAD, self._deck.language))
        self._deck.put(
            text_box(self._deck.named(say("Room to write")), box, body([empty], (6,) * 4), edge)
        )
        self._y += box.h + 12
        self._top = self._y

    def _shown(self, it: Shown) -> None:
        """Show a drawing in what is left of a slide, or on the next one."""
        self._flush()
        bounds = it.drawing.bounds
        if self._y > self._room.y and self._left() < min(_LEAST_DRAWING, bounds.h):
            self._next()
        self._y += 10 if self._y > self._room.y else 0
        high = min(self._left(), bounds.h * min(1.3, self._room.w / bounds.w))
        scale = min(self._room.w / bounds.w, high / bounds.h, 1.3)
        box = Box(self._room.x, self._y, self._room.w, high)
        self._deck.figure(it.drawing, box, scale, it.words)
        self._y += high + 8
        self._top = self._y

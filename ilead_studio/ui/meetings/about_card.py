"""A card that asks what a decision or a next step is about: words or a reference find it."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.find import spans
from ilead_studio.rules.meeting_about import topic_of, topics
from ilead_studio.ui.links.rows import Line
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.lines_card import LinesCard
from ilead_studio.ui.widgets.parts import label
from ilead_studio.words import say

_SIZE: Final = (380, 360)
_MOST: Final = 40
"""Rows; typing finds the others."""
_GO, _NONE = "go", "none"


class _Offer(NamedTuple):
    """A row: what it is about, ``_NONE``, or ``_GO`` there."""

    key: str
    words: str
    small: str = ""


class AboutCard(LinesCard):
    """``chosen`` brings the line and what it is about, if anything; ``gone_to`` goes there."""

    chosen = Signal(str, str)
    gone_to = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        asks = say("What is it about?")
        super().__init__(look, over, label(asks, "label"))
        self._workbook, self._line_id, self._now = Workbook(), "", ""
        self._offers: tuple[_Offer, ...] = ()
        self.setFixedSize(look.px(_SIZE[0]), look.px(_SIZE[1]))
        self.name(asks)
        self.field.setPlaceholderText(say("Words, or a reference such as C14"))

    def ask(self, workbook: Workbook, line_id: str, now: str, near: QWidget) -> None:
        """Ask about a line, beside what was pressed; ``now`` is what it is about already."""
        self._workbook, self._line_id, self._now = workbook, line_id, now
        below = near.mapTo(self._over, near.rect().bottomRight())
        below.setX(below.x() - self.width())
        self.open_with(self.field, below)
        self.field.clear()
        self._fill("")

    def _fill(self, typed: str) -> None:
        self._offers = tuple(self._offered(typed))
        self.show_lines(
            Line(it.words, spans(it.words, typed.strip()), it.small) for it in self._offers
        )

    def _offered(self, typed: str) -> Iterator[_Offer]:
        now = topic_of(self._workbook, self._now) if not typed and self._now else None
        if now is not None:
            yield _Offer(_GO, say("Go to “{words}”", words=now.words), now.small)
            yield _Offer(_NONE, say("About nothing in particular"))
        for it in islice(topics(self._workbook, typed), _MOST):
            yield _Offer(it.id, it.words, it.small)

    def _take(self, _shift: bool) -> None:
        if self.at < 0:
            self.said.emit(self.nothing_words())
            return
        key = self._offers[self.at].key
        self.go()
        if key == _GO:
            self.gone_to.emit(self._now)
        else:
            self.chosen.emit(self._line_id, "" if key == _NONE else key)

"""What the mouse does on the page while a button is held: one class for each gesture.

A gesture only previews; the document changes once, on release, and Escape leaves nothing behind.
Here are what a gesture is, what it needs of the view under it, and the rubber band.
"""

from collections.abc import Iterable
from typing import Final, Literal, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ilead_studio.ui.canvas.over_page import Over
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say

HANDLE: Final = 5.0
"""Radius of the ring at an item's free end, from which a link is drawn."""
Way = Literal["down", "right", "left"]
Shape = Qt.CursorShape


class Ground(Protocol):
    """What a gesture needs of the view under it: the page, or the outline."""

    def within(self, area: QRectF) -> Iterable[str]:
        """Every item that is seen in a part of the viewport."""

    def box_of(self, item_id: str) -> QRectF:
        """Where an item is seen in the viewport; empty when it is not."""

    def words_box_of(self, item_id: str) -> QRectF:
        """Where the words of an item are seen."""

    def item_at(self, point: QPointF) -> str:
        """The item under a point of the viewport; empty when there is none."""

    def runs(self, item_id: str) -> Way:
        """Which way the siblings of an item follow each other."""

    def corner(self) -> QPointF:
        """Where the content begins in the viewport; it goes along when the view is scrolled."""

    def scroll_on(self, by: QPointF) -> None:
        """Scroll, as far as there is anything."""

    def ring(self) -> QPointF | None:
        """The middle of the ring from which a link is drawn; None when there is none."""

    def viewport(self) -> QWidget:
        """What is painted on."""


class Gesture(Over, Protocol):
    """One thing that is being done with the mouse."""

    @property
    def shape(self) -> Shape:
        """The pointer: a closed hand, a cross, or the sign that it cannot be let go there."""

    def move(self, at: QPointF, *, shift: bool) -> None:
        """Follow the mouse."""

    def release(self) -> None:
        """Do it."""

    def give_up(self) -> str:
        """Leave everything as it was before, and say so."""

    def words(self) -> str:
        """Say what would happen, for the status line and a screen reader."""

    def keys(self) -> tuple[str, ...]:
        """Name what helps now: letting go, and how to give up."""


def handle_of(box: QRectF, radius: float, *, mirrored: bool) -> QPointF:
    """Return the middle of the ring at the free end of an item that is seen in a box."""
    return QPointF(box.right() + radius if mirrored else box.left() - radius, box.center().y())


class RubberBand:
    """Selects what lies in a rectangle; with Shift or Ctrl, besides what is selected."""

    faint: frozenset[str] = frozenset()
    faded: frozenset[str] | None = None
    shape = Shape.CrossCursor

    def __init__(self, ground: Ground, work: Work, start: QPointF, *, adding: bool) -> None:
        self._ground, self._work, self._start = ground, work, start - ground.corner()
        self._was, self._adding = work.ids_selected, adding
        self._band = QRectF(start, start)

    def move(self, at: QPointF, *, shift: bool) -> None:
        """Select what is inside now."""
        self._band = QRectF(self._start + self._ground.corner(), at).normalized()
        seen = self._ground.within(self._band)
        inside = [it for it in seen if self._band.intersects(self._ground.words_box_of(it))]
        ids = tuple(dict.fromkeys((*(self._was if self._adding else ()), *inside))) or self._was
        if ids != self._work.ids_selected:
            self._work.select(*ids)

    def release(self) -> None:
        """The selection stays as it is."""

    def give_up(self) -> str:
        """Select again what was selected before."""
        self._work.select(*self._was)
        return ""

    def words(self) -> str:
        """Say how many are selected."""
        number = len(self._work.ids_selected)
        return count(number, "{number} item is selected.", "{number} items are selected.")

    def keys(self) -> tuple[str, ...]:
        """Name what helps now."""
        return say("Shift or Ctrl  add to what is selected"), say("Esc  select as before")

    def paint(self, painter: QPainter, look: Look) -> None:
        """Show the rectangle."""
        theme = look.theme
        ground = QColor(theme.accent_soft)
        ground.setAlphaF(0.25)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.drawRect(self._band)

"""The page of a measure: its numbers in a table, and beside them what it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.model import MeasureKind
from ilead_studio.rules.measures import ENOUGH, about_words, points
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.frame.areas import hear_focus, holds
from ilead_studio.ui.frame.page_head import PageHead
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.measures.form import MeasureForm
from ilead_studio.ui.measures.in_view import MeasureInView
from ilead_studio.ui.measures.new import NewMeasure
from ilead_studio.ui.measures.table import MeasureTable
from ilead_studio.ui.widgets.parts import Wrapped, button, panel
from ilead_studio.words import count, say

WIDEST, _FORM = 1200, 440
"""Pixels at which the page stops growing, and of the form where the table stands beside it."""


class MeasurePage(QWidget):
    """One measure, or the question for a new one; ``paste_asked`` wants numbers pasted.

    ``moved`` tells that the keyboard is elsewhere, ``given_up`` of Escape.
    """

    paste_asked = Signal()
    moved = Signal()
    given_up = Signal()

    def __init__(self, shown: MeasureInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look, self._asks_new = shown, look, False
        self._asked: object = None
        self._made: object = None
        self._kind: MeasureKind | None = None
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table, self.form = MeasureTable(shown, look), MeasureForm(shown, look)
        self.table.sized.connect(self._place)
        self.new = NewMeasure(shown, look)
        self.new.done.connect(self._end_new)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._make_head())
        stack.addLayout(self._body(), 1)
        hear_focus(self._bring)

    def _make_head(self) -> QWidget:
        self._head = PageHead(self._look, side=16)
        self.paste = button(say("Paste numbers"), "plain", self._look, sign="clipboard",
                            does=self.paste_asked.emit)  # fmt: skip
        self._head.offer(self.paste)
        return self._head

    def _body(self) -> QVBoxLayout:
        px = self._look.px
        around, line = QVBoxLayout(), QHBoxLayout()
        around.setContentsMargins(px(16), px(8), px(16), px(12))
        inner = QWidget()
        inner.setMaximumWidth(px(WIDEST))
        line.addWidget(inner, 1)
        line.addStretch(0)
        around.addLayout(line, 1)
        self._known = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._known)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(px(16))
        self._both.addWidget(self._numbers())
        self._area, self._asks = self._scrolled(self.form), self._scrolled(self.new)
        self._both.addWidget(self._area, 1)
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._asks, 1)
        stack.addWidget(self._known, 1)
        return around

    def _numbers(self) -> QWidget:
        self._beside = QWidget()
        stack = QVBoxLayout(self._beside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self._look.px(4))
        self._told = Wrapped("", "small")
        stack.addWidget(self.table, 1)
        stack.addWidget(self._told)
        return self._beside

    def _scrolled(self, part: QWidget) -> QScrollArea:
        made, inside = QScrollArea(), panel("panel")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, self._look.px(8), 0)
        stack.addWidget(part)
        stack.addStretch(1)
        made.setWidgetResizable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setWidget(inside)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table beside the form where there is room for both, else above it."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px, ways = self._look.px, QBoxLayout.Direction
        room = min(self.width() - px(32), px(WIDEST))
        fits = self.table.wanted + px(16 + _FORM) <= room
        way = ways.LeftToRight if fits else ways.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)
        self._both.setStretch(0, 0 if fits else 1)
        self._both.setStretch(1, 1)
        self._beside.setFixedWidth(self.table.wanted) if fits else self._beside.setMaximumWidth(
            room
        )
        if not fits:
            self._beside.setMinimumWidth(0)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the measure in view, without disturbing somebody who types."""
        measure = self._shown.measure
        asks = self._asks_new or measure is None
        self._asks.setVisible(asks)
        self._known.setVisible(not asks)
        self.paste.setVisible(not asks)
        self.setFocusProxy(self.new.field if asks else self.table)
        if measure is None or asks:
            self._ask()
            return
        self._asked = None
        self._head.name_it(measure.name, about_words(measure))
        self.table.refresh()
        self.form.refresh()
        if self._made != self.form.made:  # Tab goes as it is read, not as it was made
            self._made = self.form.made
            tab_through((self,))
        words = enough_words(len({it.day for it in points(measure)}))
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _ask(self) -> None:
        """Ask for a measure; words that are being typed stay."""
        loose = self._shown.loose
        about = say("a name, no measure yet") if loose else ""
        self._head.name_it(loose or say("A new measure"), about)
        if self._asked != (self._asks_new, loose):
            self._asked = (self._asks_new, loose)
            self.new.ask(self._kind)

    def _bring(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight."""
        if now is None or not self.isVisible():
            return
        self.moved.emit()
        if holds(self.form, now):
            self._area.ensureWidgetVisible(now, 0, self._look.px(24))

    # --- where the keyboard goes -----------------------------------------------------------------
    def ask_new(self, kind: MeasureKind | None = None) -> None:
        """Ask for one more measure, perhaps of a kind."""
        if not self._shown.work.refuses():
            self._shown.loose, self._asks_new, self._kind = "", True, kind
            self.refresh()
            self.new.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Show the measure in view again."""
        self._asks_new = False
        self.refresh()

    def _end_new(self, added: bool) -> None:
        self._shown.loose = ""
        self.stop_asking()
        if self._shown.measure is None:
            self.given_up.emit()
        elif added:
            self.form.texts["definition"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back to the list with Escape."""
        if is_escape(event):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def enough_words(number: int) -> str:
    """Say under the table whether there are enough points to judge; no verdict ever."""
    if not number:
        return say("Type the first date and number, or paste a column.")
    if number < ENOUGH:
        return count(number, "{number} point so far: too few to judge.",
                     "{number} points so far: too few to judge.")  # fmt: skip
    return ""

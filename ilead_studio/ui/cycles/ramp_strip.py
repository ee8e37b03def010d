"""The ramp of a cycle as steps that grow: one Tab stop, arrows go from cycle to cycle."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.cycle_page import Stair
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.words import say

HIGH, LOW, LEAST_WIDE, GAP = 56, 42, 132, 8
"""Pixels of the highest and the lowest step, of the narrowest one, and between two."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class RampStrip(QWidget):
    """The cycles of a ramp; ``chosen`` brings the one that somebody goes to.

    Where there is no room for all, those around the shown one are there.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, lit: Lit) -> None:
        super().__init__()
        self._look, self.lit = look, lit
        self._stairs: tuple[Stair, ...] = ()
        self._here = 0
        self._buttons: list[_Step] = []
        self.setFixedHeight(look.px(HIGH))
        self.setAccessibleName(say("Ramp"))

    def show_stairs(self, stairs: tuple[Stair, ...], cycle_id: str) -> None:
        """Show a ramp, with one of its cycles as the one in view."""
        here = next((at for at, it in enumerate(stairs) if it.cycle_id == cycle_id), 0)
        if (stairs, here) != (self._stairs, self._here):
            self._stairs, self._here = stairs, here
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = self._look.px
        fits = max(1, (self.width() + px(GAP)) // (px(LEAST_WIDE) + px(GAP)))
        first = max(0, min(self._here - fits // 2, len(self._stairs) - fits))
        shown = self._stairs[first : first + fits]
        while len(self._buttons) < len(shown):
            self._buttons.append(_Step(self, self._look))
        wide = (self.width() - (len(shown) - 1) * px(GAP)) / max(1, len(shown))
        for at, made in enumerate(self._buttons):
            made.setVisible(at < len(shown))
            if at >= len(shown):
                continue
            number, left = first + at, round(at * (wide + px(GAP)))
            high = self._height_of(number)
            made.setGeometry(QRect(left, px(HIGH) - high, round(wide), high))
            made.tell(shown[at], number, len(self._stairs), is_here=number == self._here)

    def _height_of(self, number: int) -> int:
        """Return how high a step is: the ramp grows in scale from cycle to cycle."""
        last = max(1, len(self._stairs) - 1)
        share = number / last if len(self._stairs) > 1 else 1.0
        return self._look.px(LOW + (HIGH - LOW) * share)

    def go(self, step: int) -> None:
        """Go to the cycle before or after the one in view."""
        at = self._here + step
        if 0 <= at < len(self._stairs):
            self.chosen.emit(self._stairs[at].cycle_id)
            here = next((it for it in self._buttons if it.is_here and not it.isHidden()), None)
            if here:
                here.setFocus(Qt.FocusReason.TabFocusReason)


class _Step(QAbstractButton):
    """One cycle as a step: its name, its scale, and below when it was and how it ended."""

    def __init__(self, strip: RampStrip, look: Look) -> None:
        super().__init__(strip)
        self._strip, self._look = strip, look
        self.stair = Stair("", "", "", "")
        self.is_here = False
        strip.lit.changed.connect(self.update)
        self.clicked.connect(lambda: strip.chosen.emit(self.stair.cycle_id))

    def tell(self, stair: Stair, number: int, every: int, *, is_here: bool) -> None:
        """Show a cycle."""
        self.stair, self.is_here = stair, is_here
        policy = Qt.FocusPolicy.TabFocus if is_here else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        words = ", ".join(filter(None, (stair.name, stair.scale, stair.words)))
        self.setText(stair.name)
        self.setAccessibleName(words)
        self.setAccessibleDescription(say("{at} of {every}", at=number + 1, every=every))
        self.setToolTip(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the cycle before or after."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self._strip.go(step)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the pointer over it."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the step."""
        px, pointed = self._look.px, self.is_here or self.underMouse()
        theme = self._strip.lit.theme(self._look.theme, self.stair.cycle_id, pointed=pointed)
        line = theme.ring if self.is_here or self.hasFocus() else theme.line
        colour = theme.focus if self.hasFocus() else theme.accent if self.is_here else theme.edge
        ground = theme.accent_soft if self.is_here else theme.paper
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), line))
            painter.setBrush(QColor(theme.hover if self.underMouse() else ground))
            inset = line / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4
            )
            room = self.rect().adjusted(px(8), px(3), -px(8), -px(3))
            self._paint_words(painter, room, theme)

    def _paint_words(self, painter: QPainter, room: QRect, theme: Theme) -> None:
        small = self._look.type("small")
        half = room.height() // 2
        top, below = QRect(room), QRect(room)
        top.setHeight(half)
        below.setTop(room.top() + half)
        left = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
        painter.setPen(QColor(theme.ink))
        painter.setFont(widget_font(self._look.type("outline"), strong=True))
        painter.drawText(top, left, self.stair.name)
        after = painter.fontMetrics().horizontalAdvance(self.stair.name) + self._look.px(8)
        painter.setFont(widget_font(small))
        metrics, right = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        scale = metrics.elidedText(self.stair.scale, right, top.width() - after)
        painter.drawText(top.adjusted(after, 0, 0, 0), left, scale)
        painter.drawText(below, left, metrics.elidedText(self.stair.words, right, below.width()))

"""A card that stands over the window for one question; nothing is modal."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ilead_studio.ui.meanwhile.once import Once, beside

_AIR = 8
"""Pixels between a card and the sides of what it stands over."""
_VEIL = 0.6


class Overlay(QFrame):
    """Opens over another widget and gives the keyboard back to where it came from.

    ``closed`` tells that the card has gone, whether something was chosen or not. With the colour of
    a ``veil`` all the rest goes pale, and a click on it takes the card away.
    """

    closed = Signal()

    def __init__(self, over: QWidget, veil: str = "") -> None:
        super().__init__(over)
        self._over, self._from, self._corner = over, over, QPoint()
        self._veil = _Veil(over, veil) if veil else None
        if self._veil:
            self._veil.pressed.connect(self.go)
        self._paling = Once(self._let_pale, self, beside)
        self.setProperty("kind", "popup")
        self.hide()
        over.installEventFilter(self)

    def open_with(self, first: QWidget, corner: QPoint) -> None:
        """Show the card with its upper left corner near a point of what is below, wholly inside.

        ``first`` gets the keyboard.
        """
        self.show_at(corner)
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if not self._from.isVisible():  # it stood in a card that closes when it is left
            card = _card_of(self._from)
            self._from = card.came_from if card else self._over

    def show_at(self, corner: QPoint) -> None:
        """Show the card there, with the keyboard where it is."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._from = focus
        self._corner = corner
        self._stand()
        self.show()
        self.raise_()
        self._paling.ask()

    def _let_pale(self) -> None:
        """Let all the rest go pale, in a turn of its own: a whole window is painted for it."""
        if self._veil and self.isVisible():
            self._veil.cover()
            self.raise_()

    @property
    def came_from(self) -> QWidget:
        """Where the keyboard was before."""
        return self._from

    @property
    def hides_rest(self) -> bool:
        """Whether it is shown, and all the rest is pale under its veil."""
        return self._veil is not None and self.isVisible()

    def _stand(self) -> None:
        room, corner = self._over.size() - self.size(), self._corner
        left = max(_AIR, min(corner.x(), room.width() - _AIR))
        self.move(left, max(_AIR, min(corner.y(), room.height() - _AIR)))

    def go(self) -> None:
        """Take the card away; the keyboard is given back first, so that nobody has it between."""
        if self.isVisible() and self._has_keyboard():
            self._way_back().setFocus(Qt.FocusReason.PopupFocusReason)
        if self.isVisible():
            self.hide()
            if self._veil:
                self._veil.hide()
            self.closed.emit()

    def _way_back(self) -> QWidget:
        """Return where the keyboard came from, or what there is when that has gone."""
        if self._from.isVisible():
            return self._from
        return next((it for it in stops(self._over) if not self.isAncestorOf(it)), self._over)

    def _has_keyboard(self) -> bool:
        """Tell whether it has the keyboard, or will have it once a dialog over it has gone."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the card away."""
        if event.key() == Qt.Key.Key_Escape:
            self.go()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab in the card."""
        return tab_within(self, forward=forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay inside what is below when its size changes."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
            self._let_pale()
        return False


def _card_of(widget: QWidget) -> Overlay | None:
    """Return the card in which a widget stands."""
    there: QWidget | None = widget
    while there is not None and not isinstance(there, Overlay):
        there = there.parentWidget()
    return there


class _Veil(QWidget):
    """Lets everything under a card go pale."""

    pressed = Signal()

    def __init__(self, over: QWidget, colour: str) -> None:
        super().__init__(over)
        self._over, self._colour = over, QColor(colour)
        self._colour.setAlphaF(_VEIL)
        self.hide()

    def cover(self) -> None:
        """Stand over everything."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that nothing below gets it."""
        event.accept()
        self.pressed.emit()


def tab_within(area: QWidget, *, forward: bool) -> bool:
    """Move the keyboard to the next widget of an area that Tab reaches, round and round."""
    reasons = Qt.FocusReason
    for there in _others(QApplication.focusWidget() or area, forward=forward):
        if area.isAncestorOf(there) and takes_tab(there):
            there.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
            break
    return True


def _others(here: QWidget, *, forward: bool) -> Iterator[QWidget]:
    """Walk round the widgets of a window, in the order of Tab."""
    there: QWidget | None = here
    while there and (
        there := there.nextInFocusChain() if forward else there.previousInFocusChain()
    ):
        if there is here:
            return
        yield there


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab reaches a widget now."""
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled()


def stops(area: QWidget) -> list[QWidget]:
    """Return the widgets of an area that Tab reaches now."""
    return [it for it in area.findChildren(QWidget) if takes_tab(it)]

"""A side of the page: a panel beside the canvas, or a rail that opens it over the canvas."""

from typing import Final, Literal

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from ilead_studio.ui.canvas.motion import lasting
from ilead_studio.ui.frame.areas import first_in, holds
from ilead_studio.ui.frame.rail import RailButton
from ilead_studio.ui.frame.room import RAIL
from ilead_studio.ui.looks.look import Look

End = Literal["left", "right"]
_MARGIN: Final = 6


class SidePlace(QWidget):
    """Holds the parts of one side; the first one is what usually stands there.

    The panel floats over a space that is kept for it, so it is the same widget, with the same
    keyboard in it, whether it stands beside the canvas or over it. ``folded`` tells that somebody
    folded the panel, or let it stand again, ``turned`` that another part stands here; ``rest`` gets
    the keyboard that nobody else wants.
    """

    folded = Signal(bool)
    turned = Signal()

    def __init__(self, usual: QWidget, name: str, end: End, look: Look) -> None:
        super().__init__()
        self._name, self._usual, self._end, self._look, self._rail = (
            name,
            usual,
            end,
            look,
            look.px(RAIL),
        )
        self._width, self._stays, self._is_folded, self._is_open = self._rail, True, False, False
        self._seen, self._inset, self._has_none = 0, 0, False
        self.rest: QWidget = self
        self._task: QWidget | None = None
        self._came_from: QWidget | None = None
        self.setProperty("kind", end)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = RailButton(name, f"layout-sidebar-{end}", look)
        column, margin = QVBoxLayout(self), look.px(_MARGIN)
        column.setContentsMargins(margin, margin, margin, 0)
        column.addWidget(self.rail)
        column.addStretch(1)
        self.panel = _Panel(usual, end)
        self.panel.setAccessibleName(name)
        self.panel.given_up.connect(self.close_over)
        self.panel.parts.currentChanged.connect(lambda _at: self._on_turned())
        self.rail.clicked.connect(self.toggle)
        self._clock = QVariantAnimation(self, duration=lasting(look))
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self._settle)

    # --- what stands here ------------------------------------------------------------------------
    def put(self, part: QWidget) -> None:
        """Show a part, over the canvas where there is only a rail; it is taken in if it is new."""
        self.take_in(part)
        self._task = None if part is self._usual and not self._has_none else part
        self.panel.parts.setCurrentWidget(part)
        if self._has_none:
            self._settle()
        self._open_unless_seen()

    def take_in(self, part: QWidget) -> None:
        """Let a part stand here too, unseen until it is shown."""
        if self.panel.parts.indexOf(part) < 0:
            self.panel.parts.addWidget(part)

    def change_usual(self, part: QWidget | None, name: str) -> None:
        """Let something else usually stand here; with None there is no such side at all.

        A panel that was opened for a task stays.
        """
        self._has_none = part is None
        self._name = name
        if part is not None:
            self._usual = part
            self._task = None if self._task is part else self._task
            self.take_in(part)
            if self.has_usual:
                self.panel.parts.setCurrentWidget(part)
        self._is_open = self._is_open and not self.has_usual
        self._rename()
        self._settle()

    def _on_turned(self) -> None:
        self._rename()
        self.turned.emit()

    def _rename(self) -> None:
        """Be called as what stands here; a task that has no name is called as what usually does."""
        part = self.panel.parts.currentWidget()
        task = part.accessibleName() if part and not self.has_usual else ""
        name = task or self._name
        self.rail.rename(name)
        self.panel.setAccessibleName(name)

    def put_usual(self) -> None:
        """Show what usually stands here; a panel that was opened for a task closes."""
        if not self.has_usual:
            self._task = None
            self.panel.parts.setCurrentWidget(self._usual)
            if self.is_away:
                self._is_open = False
                self._settle()
            self.close_over()

    def show_usual(self) -> None:
        """Let what usually stands here be seen, over the canvas where there is only a rail."""
        self._task = None
        self.panel.parts.setCurrentWidget(self._usual)
        self._open_unless_seen()

    def bring(self, first: QWidget) -> None:
        """Show what usually stands here, with the keyboard in one of its widgets."""
        self.show_usual()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_usual(self) -> bool:
        """Whether that stands here now."""
        return self._task is None

    @property
    def is_away(self) -> bool:
        """Whether nothing stands here, and there is no such side."""
        return self._has_none and self.has_usual

    @property
    def stands(self) -> bool:
        """Whether the panel stands beside the canvas; else there is a rail."""
        return self._stays and not self._is_folded

    @property
    def is_open(self) -> bool:
        """Whether the panel is open over the canvas."""
        return self._is_open

    # --- folding and opening ---------------------------------------------------------------------
    def give_room(self, width: int, *, stays: bool) -> None:
        """Let the panel be so many pixels wide, beside the canvas or over it."""
        if (width, stays) != (self._width, self._stays):
            self._width, self._stays, self._is_open = width, stays, False
            self._settle()

    def fold(self, folded: bool) -> None:
        """Keep the panel folded to its rail, or let it stand where there is room."""
        self._is_folded = folded
        self._settle()

    def toggle(self) -> None:
        """Fold the panel or let it stand; where there is no room for it, open or close it."""
        if self._is_open:
            self.close_over()
        elif self._stays:
            self._is_folded = not self._is_folded
            self.folded.emit(self._is_folded)
            self._move(inset=0)
        else:
            self.open_over()
            self.take_keyboard()

    def open_over(self) -> None:
        """Open the panel over the canvas; the keyboard will come back to where it is now."""
        focus = QApplication.focusWidget()
        self._came_from = None if focus is None or holds(self.panel, focus) else focus
        self._is_open = True
        self._move(inset=self._rail)

    def close_over(self) -> None:
        """Take a panel that is open over the canvas away."""
        if self._is_open:
            self._is_open = False
            self._move(inset=self._rail)

    def _open_unless_seen(self) -> None:
        if not (self.stands or self._is_open):
            self.open_over()

    @property
    def motion(self) -> int:
        """For how many milliseconds the panel comes and goes; 0 for at once."""
        return self._clock.duration()

    @motion.setter
    def motion(self, lasts: int) -> None:
        self._clock.setDuration(lasts)

    # --- the keyboard ----------------------------------------------------------------------------
    def has(self, widget: QWidget) -> bool:
        """Tell whether a widget is the rail or stands in the panel."""
        return holds(self.panel, widget) or holds(self, widget)

    def take_keyboard(self) -> None:
        """Put the keyboard into the panel, where it was or where its part wants it."""
        part = self.panel.parts.currentWidget()
        first = part and (part.focusWidget() or part.focusProxy() or first_in(part))
        if first:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_keyboard_back(self) -> None:
        """Leave no keyboard in a panel that goes."""
        focus, came_from = QApplication.focusWidget(), self._came_from
        if focus and holds(self.panel, focus) and not (self.stands or self._is_open):
            back = came_from if came_from and came_from.isVisible() else self.rest
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    # --- where the panel is ----------------------------------------------------------------------
    def _move(self, *, inset: int) -> None:
        """Let the panel come or go, beside the rail that is so wide or from the window's end."""
        self._clock.stop()
        self._inset = inset
        self._give_keyboard_back()
        if not (self._clock.duration() and self.isVisible()):
            self._settle()
            return
        least = self._rail - inset
        self._clock.setStartValue(least if self.panel.isHidden() else self._seen)
        self._clock.setEndValue(self._width if self.stands or self._is_open else least)
        self._show_parts(rail=bool(inset), panel=True)
        self._clock.start()

    def _step(self, seen: int) -> None:
        if not self._inset:
            self.setFixedWidth(seen)
        self._stand(seen)

    def _settle(self) -> None:
        """Be where everything belongs."""
        self._clock.stop()
        self._give_keyboard_back()
        self._inset = 0 if self.stands else self._rail
        self.setFixedWidth(0 if self.is_away else self._width if self.stands else self._rail)
        here = not self.is_away
        self._show_parts(
            rail=here and not self.stands, panel=here and (self.stands or self._is_open)
        )
        self._stand(self._width)

    def _show_parts(self, *, rail: bool, panel: bool) -> None:
        """Show the rail, the panel, or both: then the panel comes from under the rail."""
        self.rail.setVisible(rail)
        self.rail.setChecked(self._is_open)
        self.panel.setVisible(panel)
        lower, upper = (self.panel, self) if rail else (self, self.panel)
        lower.stackUnder(upper)

    def _stand(self, seen: int) -> None:
        """Stand so that so many pixels of the panel are seen."""
        self._seen, space = seen, self.geometry()
        at_left = space.left() + self._inset + seen - self._width
        at_right = space.right() + 1 - self._inset - seen
        left = at_left if self._end == "left" else at_right
        self.panel.setGeometry(left, space.top(), self._width, space.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel at its place."""
        super().resizeEvent(event)
        self._stand(self._seen)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the panel at its place."""
        super().moveEvent(event)
        self._stand(self._seen)


class _Panel(QFrame):
    """The parts of a side, one of them shown; Escape that nobody needs gives the panel up."""

    given_up = Signal()

    def __init__(self, usual: QWidget, end: End) -> None:
        super().__init__()
        self.setProperty("kind", end)
        self.parts = QStackedWidget()
        self.parts.addWidget(usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the panel up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

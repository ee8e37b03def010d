"""A choice of two to four as segments: one Tab stop, arrows move inside, Space chooses."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ilead_studio.ui.looks.look import Look

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_BETWEEN_ROWS = 4


class Choice(NamedTuple):
    """One of the choices: its value, its words, and a sign before them."""

    value: object
    words: str
    icon: QIcon | None = None


class Segments(QWidget):
    """Segments side by side, ``columns`` in a row; ``chosen`` brings the value that is wanted.

    The same one again brings ``none``, if there is such a value. What is shown is only what
    ``show_value`` says.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        name: str,
        choices: Sequence[Choice],
        *,
        columns: int = 0,
        none: object = None,
    ) -> None:
        super().__init__()
        self._look, self._name, self._none = look, name, none
        self._columns = columns or len(choices)
        self._values = [choice.value for choice in choices]
        self._buttons = [self._segment(choice) for choice in choices]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.sizeHint().height())
        self.show_value(None)

    def _segment(self, choice: Choice) -> "_Segment":
        made = _Segment(f" {choice.words}" if choice.icon else choice.words, self)
        made.setAccessibleName(f"{self._name}: {choice.words}")
        if choice.icon:
            made.setIcon(choice.icon)
            made.setIconSize(QSize(self._look.px(16), self._look.px(16)))
        made.clicked.connect(lambda: self._choose(choice.value))
        return made

    def name_choice(self, name: str) -> None:
        """Say otherwise what is chosen here."""
        if name != self._name:
            for button in self._buttons:
                words = button.accessibleName().removeprefix(self._name)
                button.setAccessibleName(f"{name}{words}")
            self._name = name
            self.setAccessibleName(name)

    def name_value(self, value: object, words: str) -> None:
        """Give one of the choices other words."""
        button = self._buttons[self._values.index(value)]
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(f"{self._name}: {words}")
        self.updateGeometry()

    def show_value(self, value: object) -> None:
        """Show which one is chosen; none of them for a value that is not among them."""
        checked = [it == value for it in self._values]
        rest = checked.index(True) if True in checked else 0
        for at, button in enumerate(self._buttons):
            button.setChecked(checked[at])
            policy = Qt.FocusPolicy.TabFocus if at == rest else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)
            if checked[at]:
                button.raise_()

    @property
    def value(self) -> object:
        """The value that is shown as chosen; None when there is none."""
        shown = (it for it, button in zip(self._values, self._buttons, strict=True)
                 if button.isChecked())  # fmt: skip
        return next(shown, None)

    @property
    def stop(self) -> QPushButton:
        """The segment at which Tab stops."""
        stops = (it for it in self._buttons if it.focusPolicy() != Qt.FocusPolicy.NoFocus)
        return next(stops, self._buttons[0])

    def _choose(self, value: object) -> None:
        now = next(b for it, b in zip(self._values, self._buttons, strict=True) if it == value)
        again = not now.isChecked()  # Qt has turned it already
        now.setChecked(again)
        if not again:
            self.chosen.emit(value)
        elif self._none is not None:
            self.chosen.emit(self._none)

    def go(self, button: "_Segment", step: int) -> None:
        """Let the keyboard go to another segment."""
        at = self._buttons.index(button) + step
        self._buttons[at % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Return the room that all words need; the width is taken as it comes, unless asked for."""
        rows = -(-len(self._values) // self._columns)
        gaps = (rows - 1) * self._look.px(_BETWEEN_ROWS)
        wide = max(button.sizeHint().width() for button in self._buttons) + self._look.px(16)
        return QSize(self._columns * wide, rows * self._look.hit("control") + gaps)

    def minimumSizeHint(self) -> QSize:
        """Take any width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width; neighbours have one border between them."""
        super().resizeEvent(event)
        high, columns = self._look.hit("control"), self._columns
        edges = [round(at * (self.width() - 1) / columns) for at in range(columns + 1)]
        for at, button in enumerate(self._buttons):
            row, column = divmod(at, columns)
            left, right = edges[column], edges[column + 1]
            top = row * (high + self._look.px(_BETWEEN_ROWS))
            button.setGeometry(QRect(left, top, right - left + 1, high))


class _Segment(QPushButton):
    """One segment; it passes arrows on to the row it is in."""

    def __init__(self, words: str, row: Segments) -> None:
        super().__init__(words, row)
        self._row = row
        self.setProperty("kind", "segment")
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to a neighbour, Enter chooses as Space does."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._row.go(self, _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

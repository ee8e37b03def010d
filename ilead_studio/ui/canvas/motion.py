"""The clock behind moving items; it stands still where motion is not wanted."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from ilead_studio.drawing.theme import HIGH_CONTRAST, Theme
from ilead_studio.ui.canvas.moves import MOVING_MS, Moves
from ilead_studio.ui.looks.look import Look

_UNSEEN = ("offscreen", "minimal")
"""Platforms without a screen."""


def lasting(look: Look) -> int:
    """Return for how many milliseconds things may move in a look: 0 in one that is still."""
    return 0 if look.still else wanted_motion(look.theme)


def wanted_motion(theme: Theme) -> int:
    """Return for how many milliseconds things may move: 0 when the system asks for no motion.

    Whoever needs high contrast is served best by what stands still.
    Qt tells a wish for less motion only from 6.12 on (QAccessibilityHints.motionPreference); until
    then the style's own animations are asked.
    """
    if theme is HIGH_CONTRAST or QGuiApplication.platformName() in _UNSEEN:
        return 0
    lasts = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return min(lasts, MOVING_MS)


class Motion(QObject):
    """Brings items to their places in ``lasts`` milliseconds; ``stepped`` asks for a repaint."""

    stepped = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lasts = wanted_motion(theme)
        self.moves: Moves | None = None
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(1.0)
        self._clock.setEndValue(0.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self.end)

    def begin(self, moves: Moves | None) -> None:
        """Begin to move; what was on its way is forgotten."""
        self._clock.stop()
        self.moves = moves if self.lasts else None
        if self.moves:
            self._clock.setDuration(self.lasts)
            self._clock.start()

    def end(self) -> None:
        """Let everything be at its place."""
        self._clock.stop()
        if self.moves:
            self.moves = None
            self.stepped.emit()

    def _step(self, left: float) -> None:
        if self.moves:
            self.moves = self.moves.with_left(left)
            self.stepped.emit()

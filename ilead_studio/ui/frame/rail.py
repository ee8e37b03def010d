"""The button of a panel that is folded: an icon, and its name written downwards."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Button


class RailButton(Button):
    """Opens a panel that has no room, or is folded; checked while the panel is open."""

    def __init__(self, name: str, sign: str, look: Look) -> None:
        super().__init__(name)
        self._look, self._sign, self._side = look, sign, look.px(20)
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def rename(self, name: str) -> None:
        """Have another name: the panel holds something else."""
        self.setText(name)
        self.setAccessibleName(name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the icon and, below it, the name."""
        self.ensurePolished()
        long = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._look.hit("control"), self._words_from() + long + self._look.px(12))

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed: all of it."""
        return self.sizeHint()

    def _words_from(self) -> int:
        return self._look.px(12) + self._side

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the icon at the top and the name downwards."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        sign = f"{self._sign}-{'collapse' if self.isChecked() else 'expand'}"
        drawn = pixmap(sign, self._look.theme.ink, self._side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - self._side) // 2, self._look.px(6), drawn)
        painter.translate(self.width(), self._words_from())
        painter.rotate(90)
        room = QRect(0, 0, self.height() - self._words_from(), self.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value, self.text())
        painter.end()

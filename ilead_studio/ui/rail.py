"""The button of a panel that is folded: an icon, and its name written downwards."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from ilead_studio.ui.icons import icon
from ilead_studio.ui.look import Look


class RailButton(QPushButton):
    """Opens a panel that has no room, or is folded; checked while the panel is open."""

    def __init__(self, name: str, sign: str, look: Look) -> None:
        super().__init__(name)
        self._look, side = look, look.px(20)
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._closed, self._open = (
            icon(f"{sign}-{way}", look.theme, side) for way in ("expand", "collapse")
        )
        self.setIconSize(QSize(side, side))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Return the room for the icon and, below it, the name."""
        self.ensurePolished()
        long = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._look.hit("control"), self._words_from() + long + self._look.px(12))

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed: all of it."""
        return self.sizeHint()

    def _words_from(self) -> int:
        return self._look.px(12) + self.iconSize().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the icon at the top and the name downwards."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        side = self.iconSize().height()
        spot = QRect((self.width() - side) // 2, self._look.px(6), side, side)
        (self._open if self.isChecked() else self._closed).paint(painter, spot)
        painter.translate(self.width(), self._words_from())
        painter.rotate(90)
        room = QRect(0, 0, self.height() - self._words_from(), self.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value, self.text())
        painter.end()

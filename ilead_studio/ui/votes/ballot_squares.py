"""The squares of one voter: as many as there are votes each, ticked as far as they are given."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look

_SIDE, _STEP = 18, 24


class BallotSquares(QWidget):
    """Painted only: the words below say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._each, self._given = look, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_given(self, given: int, each: int) -> None:
        """Tick so many of so many squares."""
        self._each, self._given = each, given
        self._fit()
        self.update()

    @property
    def _columns(self) -> int:
        return max(1, self.width() // self._look.px(_STEP))

    def _fit(self) -> None:
        self.setFixedHeight(-(-self._each // self._columns) * self._look.px(_STEP))

    def sizeHint(self) -> QSize:
        """Return the room for one line of squares."""
        return QSize(self._look.px(_STEP) * self._each, self._look.px(_STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more lines where there is less width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the squares."""
        theme, px = self._look.theme, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(self._each):
            line, column = divmod(at, self._columns)
            box = QRectF(px(_STEP) * column + 1, px(_STEP) * line + 1, px(_SIDE), px(_SIDE))
            given = at < self._given
            painter.setPen(QPen(QColor(theme.ink if given else theme.edge), max(1.4, theme.line)))
            painter.drawRoundedRect(box, 3, 3)
            if given:
                inner, ratio = box.adjusted(2, 2, -2, -2), painter.device().devicePixelRatio()
                sign = pixmap("check", theme.ink, round(inner.width()), ratio)
                painter.drawPixmap(inner.topLeft(), sign)
        painter.end()

"""A mouse for the window: presses, moves and lets go for real, over the page and the outline."""

from hands import Desk
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from ilead_studio.ui.canvas.canvas import Canvas
from ilead_studio.ui.outline.view import OutlineView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
View = Canvas | OutlineView


class Mouse:
    """Presses, moves and lets go over a view of the example."""

    def __init__(self, desk: Desk, view: View) -> None:
        self.desk, self.view, self.work = desk, view, desk.window.work
        self.at = QPoint()

    def id(self, text: str) -> str:
        return next(row.id for row in self.work.rows if row.text.startswith(text))

    def place(self, text: str, down: float = 0.5, across: float = 0.5) -> QPoint:
        box = self.view.box_of(self.id(text))
        return QPointF(box.left() + box.width() * across, box.top() + box.height() * down).toPoint()

    def seen(self, at: QPoint) -> QPoint:
        """Nobody points at what is scrolled away, and beyond its edges a view scrolls."""
        assert self.view.viewport().rect().contains(at), "scrolled away"
        return at

    def press(self, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        self.at = self.seen(at)
        QTest.mousePress(self.view.viewport(), LEFT, held, at)
        self.desk.settle()

    def move(self, to: QPoint) -> None:
        self.at = self.seen(to)
        QTest.mouseMove(self.view.viewport(), to)
        self.desk.settle()

    def release(self, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, held, self.at)
        self.desk.settle()

    def drag(self, start: QPoint, *ways: QPoint) -> None:
        self.press(start)
        for way in ways:
            self.move(way)
        self.release()

    def click(self, text: str, held: Qt.KeyboardModifier = NONE) -> None:
        self.press(self.place(text), held)
        self.release(held)

    def tap(self, text: str) -> None:
        """Touch it with a finger: Qt sends what a mouse would send, and says who pressed."""
        at = QPointF(self.place(text))
        finger = QPointingDevice(
            "finger", 1, QInputDevice.DeviceType.TouchScreen, QPointingDevice.PointerType.Finger,
            QInputDevice.Capability.Position, 1, 0,
        )  # fmt: skip
        kinds, left, none = QEvent.Type, LEFT, Qt.MouseButton.NoButton
        for kind, held in ((kinds.MouseButtonPress, left), (kinds.MouseButtonRelease, none)):
            tapped = QMouseEvent(kind, at, at, left, held, NONE, finger)
            QApplication.sendEvent(self.view.viewport(), tapped)
        self.desk.settle()

    def parent(self, text: str) -> str:
        up = next(row.parent_id for row in self.work.rows if row.text.startswith(text))
        return next(row.text for row in self.work.rows if row.id == up)

    @property
    def chosen(self) -> list[str]:
        texts = {row.id: row.text for row in self.work.rows}
        return [texts[it] for it in self.work.ids_selected]


def fall(rows: QListWidget, on: int) -> QDropEvent:
    """Let go of the current row of a list at the upper edge of another row."""
    at = rows.visualItemRect(rows.item(on)).topLeft()
    event = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, QMimeData(), LEFT, NONE)
    rows.dropEvent(event)
    return event

"""What views have in common whose rows are painted on as many lines as their words need."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from ilead_studio.drawing.theme import Theme


def let_paint(view: QAbstractItemView, rows: QStyledItemDelegate, kind: str = "found") -> None:
    """Let the rows of a view be painted: words wrap, so that nobody has to scroll aside."""
    view.setItemDelegate(rows)
    view.setProperty("kind", kind)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.viewport().setMouseTracking(True)  # for the row under the pointer


def let_come(view: QAbstractItemView, *, has_rows: bool) -> None:
    """Let the keyboard come to a list that has rows: in an empty one nobody would see it."""
    policy = Qt.FocusPolicy
    view.setFocusPolicy(policy.WheelFocus if has_rows else policy.NoFocus)


def place_of_drop(view: QAbstractItemView, event: QDropEvent, many: int) -> int:
    """Return before which of so many rows a row was let go; rows follow the document.

    Where only moving is possible Qt takes any other action for moving, and would take the row away
    itself; that nothing was done it believes.
    """
    event.setDropAction(Qt.DropAction.IgnoreAction)
    event.accept()
    there = view.indexAt(event.position().toPoint())
    below = view.dropIndicatorPosition() == view.DropIndicatorPosition.BelowItem
    return there.row() + below if there.isValid() else many


def paint_ground(
    painter: QPainter, theme: Theme, row: QRect, *, is_here: bool, is_chosen: bool, edge: str = ""
) -> None:
    """Paint the ground of a row that is chosen or under the pointer.

    With a ring if the keyboard ``is_here``, else with a line around it in the colour ``edge``.
    """
    half = theme.ring / 2
    line = QPen(QColor(edge), theme.line) if edge else QPen(Qt.PenStyle.NoPen)
    painter.setPen(QPen(QColor(theme.focus), theme.ring) if is_here else line)
    painter.setBrush(QColor(theme.accent_soft if is_chosen else theme.hover))
    painter.drawRoundedRect(QRectF(row).adjusted(half, half, -half, -half), 4, 4)

"""A menu of what can be done with one thing; it is let go when it closes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget


def show_menu(
    over: QWidget, at: QPoint, offers: Iterable[tuple[str, Callable[[], object]]]
) -> None:
    """Show words, and what each does, at a point of the screen."""
    menu = QMenu(over)
    for words, does in offers:
        menu.addAction(words).triggered.connect(lambda _=False, does=does: does())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def menu_point(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Return where on the screen it opens: at the pointer, or below the current row by key."""
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return event.globalPos()
    return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())


def ask_menu(over: QWidget | None) -> bool:
    """Ask a widget for its menu by key, or what is around it; tells whether there was one."""
    if over is None:
        return False
    at = over.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, over.mapToGlobal(at))
    QApplication.sendEvent(over, event)
    return event.isAccepted()

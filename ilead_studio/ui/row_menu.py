"""A menu of what can be done with one thing; it is let go when it closes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget


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

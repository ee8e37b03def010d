"""The areas of the window, how F6 goes from one to the next, and where each was left."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class Areas:
    """Remembers for each area which widget had the keyboard last."""

    def __init__(self) -> None:
        self._last: dict[QWidget, QWidget] = {}

    def remember(self, areas: Sequence[QWidget], focus: QWidget | None) -> None:
        """Keep the widget that has the keyboard as the last place of the area it is in."""
        area = innermost(areas, focus)
        if area is not None and focus is not None:
            self._last[area] = focus

    def go(self, areas: Sequence[QWidget], focus: QWidget | None, rest: QWidget, step: int) -> None:
        """Move the keyboard on to the next area that can take it, to its last place there.

        From outside all areas the way begins at ``rest``, which is one of them.
        """
        at = areas.index(innermost(areas, focus) or rest)
        for further in range(1, len(areas)):
            area = areas[(at + further * step) % len(areas)]
            place = self._place_in(area, areas)
            if place is not None:
                place.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _place_in(self, area: QWidget, areas: Sequence[QWidget]) -> QWidget | None:
        """Return where the keyboard goes in an area; None when it cannot go there."""
        last = self._last.get(area)
        proxy = area.focusProxy()
        every = [*([proxy] if proxy else []), area, *area.findChildren(QWidget)]
        if last in every and last is not None and _takes_keyboard(last):
            return last
        own = (it for it in every if innermost(areas, it) is area)
        return next((it for it in own if _takes_keyboard(it)), None)


def innermost(areas: Iterable[QWidget], widget: QWidget | None) -> QWidget | None:
    """Return the area in which a widget is; of areas inside one another the inner one."""
    around = [area for area in areas if widget is not None and holds(area, widget)]
    return next((it for it in around if not any(holds(it, o) for o in around if o is not it)), None)


def holds(area: QWidget, widget: QWidget) -> bool:
    """Tell whether a widget is an area or in it."""
    return widget is area or area.isAncestorOf(widget)


def running() -> QApplication:
    """Return the application that runs."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def hear_focus(heard: Callable[[QWidget | None, QWidget | None], None]) -> None:
    """Tell a method of every way of the keyboard, from one widget to another."""
    running().focusChanged.connect(heard)


def first_in(area: QWidget) -> QWidget | None:
    """Return the first widget of an area that takes the keyboard by Tab."""
    return next((it for it in area.findChildren(QWidget) if _takes_keyboard(it)), None)


def _takes_keyboard(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled()

"""The menus of the page: of what is selected, of the empty paper, and of a column's heading."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QMenu

from ilead_studio.drawing.driver import column_names
from ilead_studio.ui.commands.groups import (
    ON_EVIDENCE,
    ON_FISHBONES,
    ON_GROUND,
    ON_ITEM,
    ON_MOVES,
    ON_ONE,
    ON_PAGES,
    ON_THEORIES,
)
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.canvas.canvas import Canvas
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.outline.view import OutlineView
    from ilead_studio.ui.window import MainWindow


class Menus:
    """Opens the menu of what is under the pointer, or at the selected item by key."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work
        self._views = (window.canvas, window.outline)
        for view in self._views:
            view.asked.connect(self._on_asked)
        window.canvas.menu_asked.connect(lambda at: self._open_under(window.canvas, at))
        window.outline.menu_asked.connect(lambda at: self._open_under(window.outline, at))
        window.canvas.heading_asked.connect(self._name_column)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {"item menu": self._open_at_item}

    def why_not(self, name: str) -> str:
        """Say that a menu of the selected item needs one."""
        nothing = name == "item menu" and not self._work.ids_selected
        return say("Nothing is selected.") if nothing else ""

    # --- which menu ------------------------------------------------------------------------------
    def item_menu(self) -> QMenu:
        """Return the menu of what is selected: for several, what works for several."""
        window, several = self._window, len(self._work.ids_selected) > 1
        left_out = (*self._unfit, *(ON_ONE if several else ()))
        menu = self._menu(ON_ITEM, left_out)
        window.actions_by_name.fill(menu.addMenu(say("Move")), ON_MOVES)
        if self._work.is_fishbone:
            window.actions_by_name.fill(menu.addMenu(say("Evidence")), ON_EVIDENCE)
        return menu

    def ground_menu(self) -> QMenu:
        """Return the menu of the empty paper: what is done with the page."""
        menu = self._menu(ON_GROUND, self._unfit)
        self._window.actions_by_name.fill(menu.addMenu(say("Pages")), ON_PAGES)
        return menu

    def heading_menu(self, column: int) -> QMenu:
        """Return the menu of a column's heading."""
        menu = QMenu(self._window)
        usual = column_names(self._work.rows)[column]
        named = menu.addAction(say("Rename the column “{usual}”…", usual=usual))
        named.triggered.connect(partial(self._name_column, column))
        self._window.actions_by_name.fill(menu, ("name columns", "untangle"))
        return menu

    @property
    def _unfit(self) -> tuple[str, ...]:
        return ON_THEORIES if self._work.is_fishbone else ON_FISHBONES

    def _menu(self, names: tuple[str, ...], left_out: tuple[str, ...]) -> QMenu:
        menu = QMenu(self._window)
        fit = tuple(name for name in names if name not in left_out)
        self._window.actions_by_name.fill(menu, fit)
        return menu

    # --- opening it ------------------------------------------------------------------------------
    def _open_under(self, view: "Canvas | OutlineView", at: QPointF) -> None:
        """Open the menu of what is under a point of a view."""
        self._open(self._menu_at(view, at), view.viewport().mapToGlobal(at.toPoint()))

    def _menu_at(self, view: "Canvas | OutlineView", at: QPointF) -> QMenu:
        if view.item_at(at):
            return self.item_menu()
        canvas = self._window.canvas
        column = canvas.heading_at(at) if view is canvas else -1
        return self.heading_menu(column) if column >= 0 else self.ground_menu()

    def _on_asked(self, asked: str) -> None:
        if asked == "item menu":
            self._window.do(asked)

    def _open_at_item(self) -> None:
        """Open at the selected item of the view that has the keyboard."""
        canvas, outline = self._views
        view = outline if outline.hasFocus() else canvas
        view.show_item(self._work.item_id)
        box = view.box_of(self._work.item_id).toAlignedRect()
        corner = box.intersected(view.viewport().rect()).bottomLeft()
        self._open(self.item_menu(), view.viewport().mapToGlobal(corner))

    def _open(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _name_column(self, column: int) -> None:
        """Let a column be named at its heading."""
        canvas, window = self._window.canvas, self._window
        heading = canvas.headings()[column].toAlignedRect()
        corner = canvas.viewport().mapTo(window.whole, heading.bottomLeft())
        window.cards.headings.open_at(corner, column)

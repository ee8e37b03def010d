"""The page for assistive technology: a list with one item for each box, as it is seen.

Nothing is made before somebody asks for it; Qt asks only while a screen reader or its like runs.
Qt keeps its interfaces by number and knows nothing of Python, so each is kept here until its item
goes, and is taken out of Qt's list before it is let go.
"""

from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QApplication

from ilead_studio.drawing.signs import spoken_item
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import Row, named
from ilead_studio.ui.frame.status_words import invitation
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.ui.work import SLOT_ID, Work
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.canvas.canvas import Canvas

_NOBODY: Final = ("", "", "")


class Seen(NamedTuple):
    """What is on the drawing: the ids in reading order, and each row by its id."""

    rows: tuple[Row, ...]
    folded: frozenset[str]
    ids: tuple[str, ...]
    by_id: dict[str, Row]


class PageReader(QObject):
    """Tells assistive technology what is on the canvas, and which item has the keyboard."""

    def __init__(self, canvas: "Canvas", work: Work) -> None:
        super().__init__(canvas)
        self.canvas, self.work = canvas, work
        self._seen = Seen((), frozenset(), (), {})
        self._told = _NOBODY
        self._telling = Once(self._tell, self)
        for signal in (work.changed, work.selected, work.renewed):
            signal.connect(self.ask)

    def ask(self) -> None:
        """Let what differs be told before the next frame."""
        if QAccessible.isActive():
            self._telling.ask()

    def ask_anew(self) -> None:
        """Let the selected item be told again, because the canvas has got the keyboard."""
        self._told = _NOBODY
        self.ask()

    @cached_property
    def interface(self) -> "PageInterface":
        """The page, made when it is first asked for."""
        return PageInterface(self)

    def seen(self) -> Seen:
        """Return what is on the drawing; looked at again only when it is another one."""
        rows, folded = self.work.rows, self.work.folded
        if self._seen.rows is not rows or self._seen.folded is not folded:
            shown = {row.id: row for row in rows if not self.canvas.box_of(row.id).isEmpty()}
            shown.pop(SLOT_ID, None)
            self._seen = Seen(rows, folded, tuple(shown), shown)
        return self._seen

    def _tell(self) -> None:
        """Tell which items came and went; then the selected one, when it or its words differ."""
        self.interface.renew()
        item = self.interface.item(self.work.item_id) if self.canvas.hasFocus() else None
        texts, before = QAccessible.Text, self._told
        self._told = _NOBODY
        if item is None:
            return
        self._told = (item.item_id, item.text(texts.Name), item.text(texts.Description))
        if self._told[0] != before[0]:
            _tell_of(item, QAccessible.Event.Focus)
            return
        if self._told[1] != before[1]:
            _tell_of(item, QAccessible.Event.NameChanged)
        if self._told[2] != before[2]:
            _tell_of(item, QAccessible.Event.DescriptionChanged)


class PageInterface(QAccessibleWidget):
    """The page: a list of its items, and behind them the place where words are typed."""

    def __init__(self, reader: PageReader) -> None:
        super().__init__(reader.canvas, QAccessible.Role.List)
        self._reader = reader
        self._items: dict[str, ItemInterface] = {}
        self._known: frozenset[str] = frozenset()
        reader.canvas.destroyed.connect(partial(_let_go, self._items))

    def item(self, item_id: str) -> "ItemInterface | None":
        """Return an item of the page; None when it is not on the drawing."""
        if item_id not in self._reader.seen().by_id:
            return None
        if item_id not in self._items:
            self._items[item_id] = ItemInterface(self._reader, item_id)
        return self._items[item_id]

    def renew(self) -> None:
        """Tell which items came and which went since this was last asked."""
        before, self._known = self._known, frozenset(self._reader.seen().ids)
        for item_id in self._items.keys() - self._known:
            _tell_of(self._items[item_id], QAccessible.Event.ObjectDestroyed)
            _let_go({item_id: self._items.pop(item_id)})
        for item_id in self._known - before if before else ():
            if item := self.item(item_id):
                _tell_of(item, QAccessible.Event.ObjectCreated)

    # --- what Qt asks ----------------------------------------------------------------------------
    def text(self, asked: QAccessible.Text) -> str:
        """Say which page it is, and what to do on an empty one."""
        page = self._reader.work.page
        if asked == QAccessible.Text.Name and page and page_name(page):
            return say("Page {name}", name=page_name(page))
        if asked == QAccessible.Text.Description:
            return invitation(self._reader.work)
        return super().text(asked)

    def childCount(self) -> int:
        """Return how many items there are, and one more for the place where words are typed."""
        return len(self._reader.seen().ids) + 1

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # or none
        """Return an item in reading order."""
        ids = self._reader.seen().ids
        if index == len(ids):
            return QAccessible.queryAccessibleInterface(self._reader.canvas.viewport())
        return self.item(ids[index]) if 0 <= index < len(ids) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return where an item stands; -1 for what is none."""
        ids = self._reader.seen().ids
        if isinstance(child, ItemInterface):
            return ids.index(child.item_id) if child.item_id in ids else -1
        return len(ids) if child.object() is self._reader.canvas.viewport() else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # or none
        """Return the item at a point of the screen; None where there is none."""
        canvas = self._reader.canvas
        at = canvas.viewport().mapFromGlobal(QPoint(x, y))
        return self.item(canvas.item_at(QPointF(at)))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # or none
        """Return what has the keyboard: the selected item, or the field with what is typed."""
        canvas, focus = self._reader.canvas, QApplication.focusWidget()
        if focus is canvas:
            return self.item(self._reader.work.item_id)
        if focus is None or not canvas.isAncestorOf(focus):
            return None
        return QAccessible.queryAccessibleInterface(focus)


class ItemInterface(QAccessibleInterface):
    """One item of the page; it is known to Qt by its number."""

    def __init__(self, reader: PageReader, item_id: str) -> None:
        super().__init__()
        self._reader, self.item_id = reader, item_id
        self.number = QAccessible.registerAccessibleInterface(self)

    @property
    def _row(self) -> Row | None:
        return self._reader.seen().by_id.get(self.item_id)

    def isValid(self) -> bool:
        """Tell whether the item is still on the page."""
        return shiboken6.isValid(self._reader) and self._row is not None

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt allows none
        """Return nothing: an item is no object of Qt's."""
        return None

    def window(self) -> QWindow:
        """Return the window that the page is in."""
        return self._reader.canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return QAccessible.queryAccessibleInterface(self._reader.canvas)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # or none
        """Return nothing: what stands below an item stands after it in the list."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # or none
        """Return nothing."""
        return None

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return -1: nothing is inside."""
        return -1

    def text(self, asked: QAccessible.Text) -> str:
        """Say the words; and as description role, position and marks."""
        row, work = self._row, self._reader.work
        if row and asked == QAccessible.Text.Name:
            return named(row)
        if row and asked == QAccessible.Text.Description:
            return spoken_item(row, work.rows, work.view.of(row.id))
        return ""

    def setText(self, _asked: QAccessible.Text, _text: str) -> None:
        """Change nothing: words are changed with F2."""

    def rect(self) -> QRect:
        """Return where the item is on the screen."""
        canvas = self._reader.canvas
        box = canvas.box_of(self.item_id).toAlignedRect()
        return QRect(canvas.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """Return what it is for Qt; what it is for the team stands in the description."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return what can be done with it and what is so now."""
        canvas, work, made = self._reader.canvas, self._reader.work, QAccessible.State()
        flags: dict[str, Any] = {
            "focusable": True,
            "selectable": True,
            "multiSelectable": True,
            "selected": self.item_id in work.ids_selected,
            "focused": canvas.hasFocus() and self.item_id == work.item_id,
            "active": self.item_id == work.item_id,
            "expandable": self.item_id in work.folded,
            "collapsed": self.item_id in work.folded,
            "offscreen": not self._is_in_sight(),
        }
        for name, is_so in flags.items():
            setattr(made, name, is_so)
        return made

    def _is_in_sight(self) -> bool:
        view = self._reader.canvas.viewport().rect()
        return self._reader.canvas.box_of(self.item_id).intersects(view.toRectF())


def _tell_of(item: ItemInterface, kind: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(item, kind))


def _let_go(items: dict[str, ItemInterface], _canvas: QObject | None = None) -> None:
    """Take items out of Qt's list, which deletes its part of them while Python's still lives."""
    while items:
        _id, item = items.popitem()
        QAccessible.deleteAccessibleInterface(item.number)


def _made_for(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface of a canvas; Qt asks for every class of every object."""
    reader = getattr(thing, "reader", None) if kind == "Canvas" else None
    return reader.interface if isinstance(reader, PageReader) else None


@cache
def install() -> None:
    """Let Qt ask here for the canvas, from now on."""
    QAccessible.installFactory(_made_for)

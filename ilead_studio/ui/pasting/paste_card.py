"""The card that shows pasted lines before they are taken: a tick for each, and where they go.

The keyboard stays where it was, on the page or in the editor: Enter takes the lines, Escape leaves
them out, and typing goes on as if nothing had been pasted.
"""

from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.edits import NewLine
from ilead_studio.exchange.pasted import Pasted, levelled
from ilead_studio.session.capture import Slot
from ilead_studio.session.pasting import already, made_of, place_words
from ilead_studio.ui.canvas.canvas import Canvas
from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.commands.keys import KEYPAD, NONE, letter_of
from ilead_studio.ui.frame.areas import running
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.outline.view import OutlineView
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.work import SLOT_ID, Work
from ilead_studio.words import count, say

HERE, TRAY = 0, 1
_COLUMN: Final = 220
"""Least width of a column of lines."""
_INDENT: Final = 16
_DEPTH: Final = Qt.ItemDataRole.UserRole
_MARGIN: Final = 8
_SLACK: Final = 4
"""Pixels without which Qt begins the next column one row too early."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPING: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class PasteCard(Overlay):
    """Stands at the bottom over the page.

    ``added`` brings the ticked lines for the page and the slot they go to, ``caught`` those for the
    tray with where they come from; ``keys_changed`` tells that other keys help now.
    """

    added = Signal(object, object)
    caught = Signal(object, str)
    keys_changed = Signal()

    def __init__(
        self, work: Work, look: Look, over: QWidget, page: Canvas, slot: Callable[[], Slot | None]
    ) -> None:
        super().__init__(over)
        self._work, self._look, self._page, self._slot = work, look, page, slot
        self._pasted = Pasted("lines", ())
        self._ticked = 0
        self._place: tuple[str, Slot | None] = ("", None)
        self.setAccessibleName(say("Lines to paste"))
        self._title, self._sorts, self._told = label("", "lead"), label("", "small"), label("")
        self._told.setProperty("kind", "small")
        self._list = _Lines(look)
        self._list.itemChanged.connect(self._count)
        self._whole = QPlainTextEdit()
        self._whole.setReadOnly(True)
        self._whole.setTabChangesFocus(True)
        self._whole.setAccessibleName(say("The whole text that was pasted"))
        self._either = QStackedWidget()
        choices = (Choice(HERE, say("Here")), Choice(TRAY, say("In the tray")))
        self._where = Segments(look, say("Where the lines go"), choices)
        self._where.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._where.chosen.connect(self._go_to)
        self._see = button(say("See the whole text"), "plain", look, does=self._turn)
        self._take = button(say("Add"), "main", look, does=self.take)
        self._compose()
        work.selected.connect(self._count)
        work.renewed.connect(self.go)

    def _compose(self) -> None:
        px = self._look.px
        head, foot, stack = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        stack.setContentsMargins(px(16), px(8), px(12), px(12))
        stack.setSpacing(px(8))
        close = button("", "", self._look, sign="x", does=self.go)
        close.setAccessibleName(say("Leave the lines out"))
        close.setToolTip(say("Leave the lines out (Esc)"))
        head.addWidget(self._title)
        head.addWidget(self._sorts, 1)
        head.addWidget(close)
        for each in (self._list, self._whole):
            self._either.addWidget(each)
        for part in (self._where, self._see, self._take):
            foot.addWidget(part)
        foot.insertStretch(1, 1)
        foot.setSpacing(px(8))
        for line in (head, foot):
            line.setContentsMargins(0, 0, 0, 0)
        stack.addLayout(head)
        stack.addWidget(self._either)
        stack.addWidget(self._told)
        stack.addLayout(foot)

    # --- showing ---------------------------------------------------------------------------------
    def open_for(self, pasted: Pasted, whole: str, *, in_tray: bool) -> None:
        """Show lines that were pasted; what the page says already is not ticked."""
        self._pasted = Pasted(pasted.kind, levelled(pasted.lines))
        self._whole.setPlainText(whole)
        self._either.setCurrentWidget(self._list)
        self._where.show_value(TRAY if in_tray else HERE)
        page, lines = self._work.page, self._pasted.lines
        known = already(self._work.workbook, page, lines) if page else {}
        self._list.show_lines(lines, known)
        self._title.setText(_title(self._pasted))
        self._told.setText(_told(known))
        self._told.setVisible(bool(known))
        self._place = (self._work.item_id, self._slot())
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._from = focus
        self.show()
        self.raise_()
        self._count()
        self._dock()
        running().installEventFilter(self)
        self._page.show_item(SLOT_ID if self._work.slot else self._work.item_id)
        self._whole.moveCursor(self._whole.textCursor().MoveOperation.Start)
        self.keys_changed.emit()

    def _dock(self) -> None:
        """Stand at the bottom over the page, which can be scrolled up from under the card."""
        room = self._page.rect()
        corner = self._page.mapTo(self._over, room.topLeft())
        self.setFixedWidth(room.width() - 2 * _MARGIN)
        rows = self._list.give_room(self.width() - self._look.px(32), room.height() // 3)
        self._either.setFixedHeight(rows)
        self.setFixedHeight(self.sizeHint().height())
        below = corner.y() + room.height() - _MARGIN
        self.move(corner.x() + _MARGIN, below - self.height())
        self._page.cover(self.height() + _MARGIN)

    def _go_to(self, where: object) -> None:
        self._where.show_value(where)
        self._count()

    def _count(self) -> None:
        """Say how many lines go where; the selected item may have changed."""
        if not self.isVisible():
            return
        self._ticked = len(self._chosen())
        page, slot = self._work.page, self._there()
        if page is None or slot is None:
            return
        book = self._work.workbook
        place = place_words(book, page, slot)
        self._where.name_value(HERE, say("Here, {place}", place=place))
        sorts = [made_of(book, page, slot, self._pasted.lines)]
        if self._pasted.kind == "chat":
            sorts.append(say("names and times left out"))
        self._sorts.setText(" · ".join(sorts))
        self._take.setText(self._offer())
        self._take.setAccessibleName(self._offer())
        self._take.setEnabled(bool(self._ticked))
        self.keys_changed.emit()

    def _there(self) -> Slot | None:
        """Return where the lines go: while the same item is selected, where they went at first.

        An open slot closes when the keyboard comes into the card.
        """
        if self._place[0] != self._work.item_id:
            self._place = (self._work.item_id, self._slot())
        return self._place[1]

    def _offer(self) -> str:
        if self._where.value == TRAY:
            return say("Put {number} in the tray", number=self._ticked)
        return say("Add {number} here", number=self._ticked)

    def _turn(self) -> None:
        """Show the whole text instead of the lines, or the lines again."""
        lines = self._either.currentWidget() is self._list
        self._either.setCurrentWidget(self._whole if lines else self._list)
        self._see.setText(say("See the lines") if lines else say("See the whole text"))

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help while the card is open; none when it is not."""
        if not self.isVisible():
            return ()
        lines = len(self._pasted.lines)
        return (
            count(lines, "{number} line is waiting", "{number} lines are waiting"),
            say("Enter  {offer}", offer=self._offer()[:1].lower() + self._offer()[1:]),
            say("F6  go to the card"),
            say("Esc  leave them out"),
        )

    # --- taking ----------------------------------------------------------------------------------
    def _chosen(self) -> tuple[NewLine, ...]:
        return levelled(self._pasted.lines, self._list.without())

    def take(self) -> None:
        """Take the ticked lines."""
        lines, where, there = self._chosen(), self._where.value, self._there()
        if lines:
            self.go()
            if where == TRAY:
                self.caught.emit(lines, _source(self._pasted))
            else:
                self.added.emit(lines, there)

    def go(self) -> None:
        """Take the card away; the page comes back to where it was."""
        if not self.isVisible():
            return
        if not self._from.isVisible():  # an editor that closed meanwhile
            self._from = self._page
        running().removeEventFilter(self)
        self._page.cover(0)
        super().go()
        self.keys_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys wherever the keyboard is, and stay at the bottom of the page."""
        if watched is self._page and event.type() == QEvent.Type.Resize and self.isVisible():
            self._dock()
        if watched is not QApplication.focusWidget() or not self._hears(watched):
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.InputMethod and not self._has_keyboard():
            self.go()
        return False

    def _hears(self, focus: QObject) -> bool:
        """Whether keys are meant for the card: on the page and here, but in no other field."""
        on_page = isinstance(focus, Editor | Canvas | OutlineView) or focus is self._from
        return on_page or self._has_keyboard()

    def _on_key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~KEYPAD == NONE
        if plain and event.key() in _ENTER:
            self.take()
            return True
        if plain and event.key() == Qt.Key.Key_Escape:
            self.go()
            return True
        if not self._has_keyboard() and (letter_of(event) or event.key() in _TYPING):
            self.go()
        return False


class _Lines(QListWidget):
    """The lines with their ticks, in columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(say("Lines to add; Space ticks"))
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Indented(look.px(_INDENT), self))

    def show_lines(self, lines: tuple[NewLine, ...], known: dict[int, str]) -> None:
        """Show lines, all ticked but those that are known."""
        self.clear()
        checks = Qt.CheckState
        for at, line in enumerate(lines):
            made = QListWidgetItem(line.text)
            made.setData(_DEPTH, line.depth)
            made.setToolTip(line.text)
            made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
            made.setCheckState(checks.Unchecked if at in known else checks.Checked)
            self.addItem(made)
        self.setCurrentRow(0)
        self.clearSelection()

    def give_room(self, width: int, most: int) -> int:
        """Share the width among columns; returns the height that the rows need."""
        row, columns = self._look.hit("row"), max(1, width // self._look.px(_COLUMN))
        fit = max(3, most // row)
        rows = min(fit, ceil(self.count() / columns))
        scrolls = self.count() > rows * columns
        self.setGridSize(QSize(width // columns, row))
        bar = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if scrolls else bar.ScrollBarAlwaysOff
        )
        return (
            rows * row + _SLACK + (self.horizontalScrollBar().sizeHint().height() if scrolls else 0)
        )

    def without(self) -> frozenset[int]:
        """Return the numbers of the lines that are not ticked."""
        off = Qt.CheckState.Unchecked
        return frozenset(at for at in range(self.count()) if self.item(at).checkState() == off)


class _Indented(QStyledItemDelegate):
    """Shows a line further right the deeper it stands, its tick too."""

    def __init__(self, indent: int, view: QListWidget) -> None:
        super().__init__(view)
        self._indent = indent

    def _moved(self, option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
        option.rect = option.rect.adjusted(self._indent * int(index.data(_DEPTH) or 0), 0, 0, 0)
        return option

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        super().paint(painter, self._moved(option, index), index)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Find the tick where it is painted."""
        return super().editorEvent(event, model, self._moved(option, index), index)


def _title(pasted: Pasted) -> str:
    number = len(pasted.lines)
    match pasted.kind:
        case "chat":
            return count(number, "{number} line from a chat", "{number} lines from a chat")
        case "table":
            return count(number, "{number} line from a table", "{number} lines from a table")
        case "outline":
            return count(number, "{number} line of an outline", "{number} lines of an outline")
        case "lines":
            return count(number, "{number} line", "{number} lines")


def _source(pasted: Pasted) -> str:
    return {"chat": say("from the chat"), "table": say("from a table")}.get(pasted.kind, "")


def _told(known: dict[int, str]) -> str:
    """Say which lines are not ticked, by the references of what says the same."""
    refs = ", ".join(list(dict.fromkeys(known.values()))[:5])
    lines = count(
        len(known), "{number} line is on the page already", "{number} lines are on the page already"
    )
    return say("{lines} ({refs}), so not ticked.", lines=lines, refs=refs)

"""Every command in one list: type some letters of its name, Enter does it.

A command that cannot be done now stands there with the reason.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.find import fold
from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.look import Look
from ilead_studio.ui.overlay import Overlay
from ilead_studio.ui.parts import KeyLine, label
from ilead_studio.ui.typeface import widget_font
from ilead_studio.words import count, say

WIDTH, HEIGHT = 680, 304
_ENTRY: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """One line: the command's name in the table, its words, its place, keys, icon, why not."""

    name: str
    words: str
    group: str
    keys: str
    icon: str
    why_not: str


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries that hold every word typed: those that begin with it come first."""
    wanted = fold(typed).split()
    found = [it for it in entries if all(word in fold(f"{it.words} {it.group}") for word in wanted)]
    start = " ".join(wanted)
    return sorted(found, key=lambda it: (bool(it.why_not), not fold(it.words).startswith(start)))


class CommandList(Overlay):
    """A field and the commands that fit what is typed in it."""

    def __init__(self, look: Look, over: QWidget, does: Callable[[str], None]) -> None:
        super().__init__(over)
        self._look, self._does = look, does
        self._entries: tuple[Entry, ...] = ()
        self.setFixedSize(look.px(WIDTH), look.px(HEIGHT))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(8, 8, 8, 8)
        stack.setSpacing(4)
        self._field, self._number = QLineEdit(), label("", "small")
        self._field.setProperty("kind", "command")
        self._field.setPlaceholderText(say("What do you want to do?"))
        self._field.setAccessibleName(say("Find a command"))
        self._field.installEventFilter(self)
        line = QHBoxLayout()
        line.addWidget(self._field, 1)
        line.addWidget(self._number)
        self._list, self._rows = QListView(), QStandardItemModel(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_EntryPainter(look, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(say("Commands"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda _index: self._do())
        keys = KeyLine("small")
        keys.show_parts((say("Enter  do it"), say("Up, Down  choose"), say("Esc  back")))
        stack.addLayout(line)
        stack.addWidget(self._list, 1)
        stack.addWidget(keys)
        self._field.textChanged.connect(self._fill)

    def open_for(self, entries: Sequence[Entry]) -> None:
        """Offer the commands as they are available now."""
        self._entries = tuple(entries)
        self._field.clear()
        self._fill("")
        left = (self._over.width() - self.width()) // 2
        self.open_with(self._field, QPoint(left, self._look.px(88)))

    def _fill(self, typed: str) -> None:
        found = matching(self._entries, typed)
        self._rows.clear()
        for entry in found:
            row = QStandardItem(entry.words)
            row.setEditable(False)
            row.setData(entry, _ENTRY)
            said = (entry.words, entry.keys, entry.why_not and say("not now"), entry.why_not)
            row.setData(", ".join(part for part in said if part), _SPOKEN)
            self._rows.appendRow(row)
        self._list.setCurrentIndex(self._rows.index(0, 0))
        every = count(len(self._entries), "{number} command", "{number} commands")
        self._number.setText(say("{found} of {every}", found=len(found), every=every))

    def _do(self) -> None:
        entry: Entry | None = self._list.currentIndex().data(_ENTRY)
        if entry is None:
            return
        self.go()
        self._does(entry.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose while the field keeps the keyboard; leaving it closes the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
            self.closed.emit()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6,
                 Qt.Key.Key_PageDown: 6}  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            last = self._rows.rowCount() - 1
            at = max(0, min(last, self._list.currentIndex().row() + step))
            self._list.setCurrentIndex(self._rows.index(at, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        elif event.key() == Qt.Key.Key_Escape:
            self.go()
        else:
            return False
        return True


_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole


class _EntryPainter(QStyledItemDelegate):
    """Paints a command: its icon, its words, its group or why it cannot be done, its keys."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._font = widget_font(look.type("body"))
        self._small = widget_font(look.type("small"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry: Entry = index.data(_ENTRY)
        theme, px = self._look.theme, self._look.px
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(theme.focus))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        possible = not entry.why_not
        ink, soft = QColor(theme.ink if possible else theme.ink_soft), QColor(theme.ink_soft)
        if entry.icon:
            ratio = painter.device().devicePixelRatio()
            side = px(18)
            sign = pixmap(entry.icon, theme.ink if possible else theme.ink_soft, side, ratio)
            painter.drawPixmap(rect.left() + px(12), rect.center().y() - side // 2, sign)
        inner = rect.adjusted(px(42), 0, -px(12), 0)
        middle = Qt.AlignmentFlag.AlignVCenter.value
        painter.setFont(self._font)
        painter.setPen(ink)
        used = painter.boundingRect(inner, middle, entry.words).width()
        painter.drawText(inner, middle, entry.words)
        painter.setPen(soft)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight.value, entry.keys)
        keys = painter.boundingRect(inner, middle, entry.keys).width()
        painter.setFont(self._small)
        beside = inner.adjusted(used + px(10), 0, -keys - px(10), 0)
        words = painter.fontMetrics().elidedText(
            entry.why_not or entry.group, Qt.TextElideMode.ElideRight, beside.width()
        )
        painter.drawText(beside, middle, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        size = super().sizeHint(option, index)
        size.setHeight(self._look.px(36))
        return size

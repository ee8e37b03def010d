"""Every command in one list: type some letters of its name, Enter does it.

A command that cannot be done now stands there with the reason.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.find import fold
from ilead_studio.ui.lists.choosing import ChoosingCard
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.widgets.parts import KeyLine, label, rule
from ilead_studio.words import count, say, short

WIDTH, HEIGHT, TOP = 680, 424, 88
BACK: Final = 32
"""Letters of the item to which Escape goes back."""
_SEEKING: Final = ""
"""The name of what is no command of the table: to find what is typed in the workbook."""
_ENTRY: Final = Qt.ItemDataRole.UserRole
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter.value
_RIGHT: Final = _LEFT | Qt.AlignmentFlag.AlignRight.value


class Entry(NamedTuple):
    """One line: the command's name in the table, its words, its place, keys, icon, why not."""

    name: str
    words: str
    group: str
    keys: str
    icon: str
    why_not: str
    also: str = ""
    """Other words with which people look for it."""


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries that hold every word typed, or the key that is typed.

    Those that begin with what is typed come first, then those of which a word begins with it; what
    can be done comes before what cannot.
    """
    wanted = fold(typed).split()
    found = [it for it in entries if all(word in _hay(it) for word in wanted)]
    return sorted(found, key=lambda it: _rank(it, wanted)) if wanted else found


def _hay(entry: Entry) -> str:
    """Return what an entry is found by; its name in the table is a shorter word for it."""
    return fold(f"{entry.words} {entry.group} {entry.keys} {entry.name} {entry.also}")


def _rank(entry: Entry, wanted: Sequence[str]) -> tuple[bool, bool, bool]:
    words = fold(entry.words)
    begins = any(word.startswith(wanted[0]) for word in words.split())
    return not words.startswith(" ".join(wanted)), not begins, bool(entry.why_not)


class CommandList(ChoosingCard):
    """A field and the commands that fit what is typed in it; ``does`` does one by its name.

    Where none fits, ``seeks`` is offered: it finds what is typed in the workbook.
    """

    def __init__(
        self,
        look: Look,
        over: QWidget,
        does: Callable[[str], None],
        seeks: Callable[[str], None],
    ) -> None:
        super().__init__(over, look.theme.desk)
        self._look, self._does, self._seeks = look, does, seeks
        self._entries: tuple[Entry, ...] = ()
        self._number = label("", "status")
        self._rows = QStandardItemModel(self)
        self._keys, self._back = KeyLine("status"), label("", "status")
        self._dress_field()
        self._dress_list()
        self._compose()
        self.field.textChanged.connect(self._fill)
        self.taken.connect(self._take)

    def _dress_field(self) -> None:
        field = self.field
        field.setProperty("kind", "command")
        field.setPlaceholderText(say("What do you want to do?"))
        field.setAccessibleName(say("Find a command"))

    def _dress_list(self) -> None:
        view = self.list
        view.setModel(self._rows)
        view.setItemDelegate(_EntryPainter(self._look, view))
        view.setAccessibleName(say("Commands"))
        view.setUniformItemSizes(True)
        view.selectionModel().currentChanged.connect(self._speak)

    def _compose(self) -> None:
        px = self._look.px
        stack, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        stack.setContentsMargins(px(8), px(6), px(8), px(6))
        stack.setSpacing(px(6))
        sign = QLabel()
        sign.setPixmap(pixmap("search", self._look.theme.ink_soft, px(20), 2.0))
        head.setContentsMargins(px(12), 0, px(10), 0)
        head.addWidget(sign)
        head.addWidget(self.field, 1)
        head.addWidget(self._number)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._keys.show_parts((say("Enter  do it"), say("Up, Down  choose")))
        foot.setContentsMargins(px(12), 0, px(10), 0)
        foot.addWidget(self._keys, 1)
        foot.addWidget(self._back)
        stack.addLayout(head)
        stack.addWidget(rule())
        stack.addWidget(self.list, 1)
        stack.addWidget(rule())
        stack.addLayout(foot)

    def open_for(self, entries: Sequence[Entry], back: str) -> None:
        """Offer the commands as they are available now; ``back`` is where Escape goes back to."""
        self._entries = tuple(entries)
        item = short(back, BACK)
        self._back.setText(say("Esc  back to “{item}”", item=item) if back else say("Esc  back"))
        self.field.clear()
        self._fill("")
        px, room = self._look.px, self._over.size()
        top = min(px(TOP), room.height() // 8)
        self.setFixedSize(
            min(px(WIDTH), room.width() - 16), min(px(HEIGHT), room.height() - top - 16)
        )
        self.open_with(self.field, QPoint((room.width() - self.width()) // 2, top))

    def _fill(self, typed: str) -> None:
        found = matching(self._entries, typed)
        self._rows.clear()
        for entry in found or (_seeking(typed),):
            row = QStandardItem(entry.words)
            row.setEditable(False)
            row.setData(entry, _ENTRY)
            row.setData(_spoken(entry), _SPOKEN)
            row.setToolTip(entry.why_not)
            self._rows.appendRow(row)
        self.list.setCurrentIndex(self._rows.index(0, 0))
        every = count(len(self._entries), "{number} command", "{number} commands")
        self._number.setText(say("{found} of {every}", found=len(found), every=every))

    def _speak(self, index: QModelIndex) -> None:
        """Let a screen reader, which is at the field, hear what Enter would do."""
        self.field.setAccessibleDescription(index.data(_SPOKEN))

    def _take(self) -> None:
        """Do what is chosen; what cannot be done now only says why."""
        entry: Entry | None = self.list.currentIndex().data(_ENTRY)
        if entry is not None:
            if not entry.why_not:
                self.go()
            if entry.name == _SEEKING:
                self._seeks(self.field.text().strip())
            else:
                self._does(entry.name)


def _seeking(typed: str) -> Entry:
    """Return the line that stands there when no command fits."""
    typed = short(typed.strip(), BACK)
    words = say("No command is called so. Enter finds “{words}” in the workbook.", words=typed)
    return Entry(_SEEKING, words, "", "", "search", "")


def _spoken(entry: Entry) -> str:
    said = (entry.words, entry.keys, entry.why_not and say("not now"), entry.why_not)
    return ", ".join(part for part in said if part)


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
        theme, px, rect = self._look.theme, self._look.px, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme.focus), theme.ring))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        self._paint_icon(painter, rect, entry)
        self._paint_words(painter, rect.adjusted(px(44), 0, -px(12), 0), entry)
        painter.restore()

    def _paint_icon(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        if entry.icon:
            side, ratio = self._look.px(18), painter.device().devicePixelRatio()
            sign = pixmap(entry.icon, self._ink(entry).name(), side, ratio)
            left, top = rect.left() + self._look.px(13), rect.center().y() - side // 2
            painter.drawPixmap(left, top, sign)

    def _ink(self, entry: Entry) -> QColor:
        return QColor(self._look.theme.ink_soft if entry.why_not else self._look.theme.ink)

    def _paint_words(self, painter: QPainter, room: QRect, entry: Entry) -> None:
        """Paint the keys at the right, the words at the left, and between them what else is."""
        gap = self._look.px(10)
        painter.setPen(QColor(self._look.theme.ink_soft))
        painter.setFont(self._font)
        painter.drawText(room, _RIGHT, entry.keys)
        room.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(entry.keys) - gap, 0)
        painter.setPen(self._ink(entry))
        room.adjust(_draw_short(painter, room, entry.words) + gap, 0, 0, 0)
        painter.setPen(QColor(self._look.theme.ink_soft))
        painter.setFont(self._small)
        _draw_short(painter, room, entry.why_not or entry.group)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        size = super().sizeHint(option, index)
        size.setHeight(self._look.px(40))
        return size


def _draw_short(painter: QPainter, room: QRect, words: str) -> int:
    """Draw as much of some words as there is room for; returns how wide that is."""
    metrics = painter.fontMetrics()
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, _LEFT, short)
    return metrics.horizontalAdvance(short)

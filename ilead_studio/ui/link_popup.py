"""One question at an item: which further driver does it serve? Type to filter, Enter links."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ilead_studio.rules.outline import role_words
from ilead_studio.session.linking import targets
from ilead_studio.ui.link_drag import make_link
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_TARGET = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT = 300, 340
MOST = 40
"""Items in the list; typing finds the others."""


class LinkPopup(QFrame):
    """A field and a list; impossible targets stand below with the reason.

    ``closed`` tells that the keyboard should go back to the item.
    """

    closed = Signal()

    def __init__(self, work: Work, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._work, self._source = work, ""
        self._size = QSize(look.px(WIDTH), look.px(HEIGHT))
        self.setProperty("kind", "popup")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        self._asks = label("", "label")
        stack.addWidget(self._asks)
        self._field = QLineEdit()
        self._field.setAccessibleName(say("Find the item to link to"))
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(lambda _item: self._link())
        stack.addWidget(self._field)
        stack.addWidget(self._list, 1)
        stack.addWidget(label(say("Enter link · Shift+Enter weak link · Esc give up"), "small"))
        self.hide()

    def open_for(self, source: str, near: QPoint) -> None:
        """Ask for the item at a point of the parent; stays inside the parent."""
        self._source = source
        self.setFixedSize(self._size.boundedTo(self._over.size() - QSize(16, 16)))
        copies = self._work.is_fishbone
        also = (
            say("Linked copy under (type to find)") if copies else say("Also serves (type to find)")
        )
        self._asks.setText(also)
        room = self._over.size() - self.size()
        left = max(8, min(near.x(), room.width() - 8))
        self.move(left, max(8, min(near.y(), room.height() - 8)))
        self._field.clear()
        self._fill("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, typed: str) -> None:
        self._list.clear()
        page = self._work.page
        if page is None or not self._source:
            return
        for row, why in targets(self._work.workbook, page, self._source, typed, MOST):
            text = row.text or say("The aim")
            made = QListWidgetItem(f"✗ {text}\n{why}" if why else f"{text}\n{role_words(row)}")
            if not why:
                made.setData(_TARGET, row.id)
            self._list.addItem(made)
        self._list.setCurrentRow(0)

    def _link(self, *, weak: bool = False) -> None:
        chosen = self._list.currentItem()
        target = chosen.data(_TARGET) if chosen else None
        if target is None:
            if chosen:
                self._work.said.emit(chosen.text().partition("\n")[2])
            return
        source, page = self._source, self._work.page
        self._end()
        if page is not None:
            make_link(self._work, page, source, target, weak=weak)

    def _end(self) -> None:
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose, Enter links, Escape or leaving closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            last = self._list.count() - 1
            self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + step)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._link(weak=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self._end()
        else:
            return False
        return True

"""The steps that can be undone, newest first: choosing one takes everything back to before it."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import KeyLine, label
from ilead_studio.ui.work import Work
from ilead_studio.words import capital, count, say

WIDTH, MOST_ROWS = 360, 10


class UndoList(Overlay):
    """A list of steps; the steps above the chosen one go with it."""

    def __init__(self, work: Work, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._work, self._look = work, look
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(8)] * 4)
        stack.setSpacing(look.px(4))
        self._says = label("", "label")
        self._says.setContentsMargins(look.px(4), 0, 0, 0)
        self._list = QListWidget()
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.installEventFilter(self)
        self._list.setAccessibleName(say("Steps that can be undone, newest first"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setMouseTracking(True)
        self._list.currentRowChanged.connect(self._say)
        self._list.itemEntered.connect(self._list.setCurrentItem)
        self._list.itemActivated.connect(lambda _item: self._undo())
        self._list.itemClicked.connect(lambda _item: self._undo())
        keys = KeyLine("small")
        keys.show_parts((say("Enter  undo"), say("Up, Down  choose"), say("Esc  back")))
        for part in (self._says, self._list, keys):
            stack.addWidget(part)
        work.changed.connect(self.go)
        work.renewed.connect(self.go)

    def open_at(self, corner: QPoint) -> None:
        """Show the steps with the card's upper left corner at a point of what is below."""
        labels = self._work.session.undo_labels
        if not labels:
            self._work.said.emit(say("There is nothing to undo."))
            return
        self._list.clear()
        for words in labels:
            item = QListWidgetItem(capital(words))
            item.setToolTip(item.text())
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        row, frame = self._list.sizeHintForRow(0), 2 * self._list.frameWidth()
        most = (self._over.height() - corner.y() - self._look.px(88)) // row
        self._list.setFixedHeight(row * min(len(labels), MOST_ROWS, max(1, most)) + frame)
        self.setFixedWidth(min(self._look.px(WIDTH), self._over.width() - 16))
        self.adjustSize()
        self.open_with(self._list, corner)

    def _say(self, row: int) -> None:
        """Say how many steps go, and mark them."""
        words = count(row + 1, "Undo {number} step", "Undo {number} steps")
        self._says.setText(words)
        self._list.setAccessibleDescription(words)
        steps, mark = self._list.model(), QItemSelectionModel.SelectionFlag.ClearAndSelect
        gone = QItemSelection(steps.index(0, 0), steps.index(max(0, row), 0))
        self._list.selectionModel().select(gone, mark)

    def _undo(self) -> None:
        """Take back every step down to the chosen one."""
        if self.isVisible():
            self.go()
            self._work.undo(self._list.currentRow() + 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the list closes it."""
        if event.type() == QEvent.Type.FocusOut:
            self.go()
        return super().eventFilter(watched, event)

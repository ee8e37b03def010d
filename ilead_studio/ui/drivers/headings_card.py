"""One card to name the columns of a driver diagram; an empty name is the usual one."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.drawing.driver import column_names
from ilead_studio.model import Theory
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import label
from ilead_studio.ui.work import Work
from ilead_studio.words import say

WIDTH = 260


class HeadingsCard(Overlay):
    """A field for each column; Enter goes on to the next one, Escape closes."""

    def __init__(self, work: Work, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._work = work
        self._fields: list[QLineEdit] = []
        self.setFixedWidth(look.px(WIDTH))
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(*[look.px(12)] * 4)
        self._stack.setSpacing(look.px(8))
        self._stack.addWidget(label(say("Names of the columns"), "label"))

    def open_at(self, corner: QPoint, column: int = 0) -> None:
        """Ask near a point of what is below, for one of the columns first."""
        page = self._work.page
        if not isinstance(page, Theory):
            return
        for field in self._fields:
            field.hide()
            field.deleteLater()
        names = page.headings
        self._fields = [
            self._field(column, usual, names[column] if column < len(names) else "")
            for column, usual in enumerate(column_names(self._work.rows))
        ]
        self.adjustSize()
        self.open_with(self._fields[column], corner)
        self._fields[column].selectAll()

    def _field(self, column: int, usual: str, own: str) -> QLineEdit:
        made = late(QLineEdit(own))
        made.setPlaceholderText(usual)
        made.setAccessibleName(say("Name of the column “{usual}”", usual=usual))
        made.editingFinished.connect(lambda: self._rename(column, made.text()))
        self._stack.addWidget(made)
        return made

    def _rename(self, column: int, words: str) -> None:
        page = self._work.page
        self._fields[column].setModified(False)
        if page is not None:
            self._work.step(
                say("name a column"),
                lambda book: edits.rename_heading(book, page.id, column, words),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps a name and goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = next((at for at, it in enumerate(self._fields) if it.hasFocus()), -1)
            self._fields[(at + 1) % len(self._fields)].setFocus()
        else:
            super().keyPressEvent(event)

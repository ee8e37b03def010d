"""The panel of Find at the left: a field, what was found, and what is to take its place."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.find import Place
from ilead_studio.ui.commands.keys import leaves_undo
from ilead_studio.ui.finding.found_list import FoundList
from ilead_studio.ui.finding.found_words import Found
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import button, label, panel
from ilead_studio.words import count, say


class FindPanel(QWidget):
    """Shows what is found and hears the keys; it decides nothing.

    Signals: ``typed`` one of the fields has other words; ``stepped`` by how many places to go on;
    ``chosen`` a place was clicked; ``gone_to`` Enter on the current one; ``ticked`` a place is to
    be replaced or not; ``switched`` the second field is wanted, or no more; ``replacing_asked``;
    ``closed`` by Escape or the cross.
    """

    typed = Signal()
    stepped = Signal(int)
    chosen = Signal(object)
    gone_to = Signal()
    ticked = Signal(object)
    switched = Signal()
    replacing_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = self._made_field(say("Find in the whole workbook"), say("Words or C5"))
        self.instead = self._made_field(say("Replace with"), say("New words"))
        self.list = FoundList(look)
        self.list.setAccessibleName(say("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.itemClicked.connect(self._on_clicked)
        self.list.installEventFilter(self)
        self._told = label("", "small")
        self._compose()
        self.show_replacing(on=False)

    def _made_field(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.textChanged.connect(lambda _text: self.typed.emit())
        made.installEventFilter(self)
        return made

    def _compose(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(8, 8, 8, 8)
        stack.setSpacing(4)
        close = self._icon_button("x", say("Close (Esc)"), self.closed.emit)
        switch = self._icon_button("replace", say("Replace (Ctrl+H)"), self.switched.emit)
        self._do = button(say("Replace"), "plain", self._look, does=self.replacing_asked.emit)
        self._second = _line(self.instead, self._do)
        self._told.setContentsMargins(8, 0, 8, 4)
        stack.addWidget(_line(label(say("Find in the whole workbook"), "label"), close))
        stack.addWidget(_line(self.field, switch))
        stack.addWidget(self._second)
        stack.addWidget(self._told)
        stack.addWidget(self.list, 1)
        keys = label(
            say("Up, Down  next place · Enter  go there · Esc  clear, then close"), "small"
        )
        keys.setContentsMargins(8, 4, 8, 0)
        stack.addWidget(keys)
        for one, other in pairwise((self.field, self.instead, self._do, switch)):
            self.setTabOrder(one, other)  # words first: nobody types into a button

    def _icon_button(self, sign: str, name: str, does: Callable[[], object]) -> QPushButton:
        made = button("", "", self._look, sign=sign, does=does)
        made.setToolTip(name)
        made.setAccessibleName(name)
        return made

    # --- showing ---------------------------------------------------------------------------------
    @property
    def replaces(self) -> bool:
        """Whether there is a field for new words."""
        return not self._second.isHidden()

    def show_replacing(self, *, on: bool) -> None:
        """Show the second field, or take it away."""
        self._second.setVisible(on)

    def show_found(self, rows: list[Found], words: str) -> None:
        """Show rows and a sentence about them."""
        self.list.show_rows(rows)
        self._told.setText(words)
        self._told.setVisible(bool(words))
        number = sum(bool(row.ticked) for row in rows)
        self._do.setEnabled(number > 0)
        self._do.setToolTip(
            count(number, "Replace in {number} place", "Replace in {number} places")
        )

    @property
    def told(self) -> str:
        """The sentence about what was found."""
        return self._told.text()

    # --- keys ------------------------------------------------------------------------------------
    def _on_clicked(self, item: QListWidgetItem) -> None:
        found = self.list.found(item)
        if found.place is not None:
            self.chosen.emit(found.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys of the fields and of the list; undo is the window's, also of a Replace."""
        if leaves_undo(event):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event, watched)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, watched: QObject) -> bool:
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.replacing_asked if watched is self.instead else self.gone_to).emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Space and watched is self.list and self.replaces:
            self.ticked.emit(self.current())
        else:
            return False
        return True

    def _escape(self) -> None:
        """Clear the words first, then close."""
        if self.field.text():
            self.instead.clear()
            self.field.clear()
            self.field.setFocus()
        else:
            self.closed.emit()

    def current(self) -> Place | None:
        """Return the place that is chosen in the list."""
        item = self.list.currentItem()
        return self.list.found(item).place if item else None


def _line(wide: QWidget, press: QWidget) -> QWidget:
    """Put something beside what is pressed for it."""
    made = panel("panel")
    line = QHBoxLayout(made)
    line.setContentsMargins(8, 0, 0, 0)
    line.setSpacing(4)
    line.addWidget(wide, 1)
    line.addWidget(press)
    return made


_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}

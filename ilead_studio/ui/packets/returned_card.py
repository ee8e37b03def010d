"""The card that shows what returned forms bring before it is taken: a tick for each field."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.rules.returned import Looked
from ilead_studio.rules.returned_words import entry_words
from ilead_studio.ui.lists.row_list import ListRow, RowList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.words import count, say

Taken = list[tuple[Looked, frozenset[str]]]
_WIDTH: Final = 640
_MOST: Final = 0.6
"""Of the height of the window, that the rows take."""
_BETWEEN: Final = "."
"""In the key of a row: between the number of the form and the name of its field."""


class ReturnedCard(Overlay):
    """Enter takes what is ticked, Space ticks, Escape leaves everything as it is."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over, look.theme.desk)
        self._look = look
        self._looked: Sequence[Looked] = ()
        self._ticked: set[str] = set()
        self._take_it: Callable[[Taken], bool] = lambda _taken: True
        self.setFixedWidth(look.px(_WIDTH))
        self._title, self._says = label("", "lead"), Wrapped("", "small")
        self.rows = RowList(look, say("What the forms say; Space ticks, Enter takes"))
        self.rows.ticked.connect(self._tick)
        self.rows.asked.connect(self._on_asked)
        self._compose()

    def _compose(self) -> None:
        stack, line, px = QVBoxLayout(self), QHBoxLayout(), self._look.px
        stack.setContentsMargins(*[px(16)] * 4)
        stack.setSpacing(px(8))
        self._done = button("", "main", self._look, does=self._take)
        line.addStretch(1)
        line.addWidget(button(say("Leave it"), "plain", self._look, does=self.go))
        line.addWidget(self._done)
        for part in (self._title, self._says, self.rows):
            stack.addWidget(part)
        stack.addLayout(line)

    def open_for(
        self, looked: Sequence[Looked], refusals: Sequence[str], take: Callable[[Taken], bool]
    ) -> None:
        """Show forms that were looked at; ``refusals`` say which files could not be read."""
        self._looked, self._take_it = looked, take
        self._ticked = {
            f"{at}{_BETWEEN}{name}" for at, it in enumerate(looked) for name in it.ticked
        }
        self._title.setText(_title(looked))
        self.setAccessibleName(self._title.text())
        self._says.setText(" ".join(refusals))
        self._says.setVisible(bool(refusals))
        self._show()
        self._fit()
        self.rows.choose(next((it.key for it in self.rows.rows if it.ticked is not None), ""))
        room = self._over.size() - self.size()
        self.open_with(self.rows, QPoint(room.width() // 2, room.height() // 3))

    def _fit(self) -> None:
        """Let the rows have the height that they need, as far as there is room."""
        for it in self.findChildren(QWidget):
            it.ensurePolished()
        self.adjustSize()
        need = sum(self.rows.sizeHintForRow(at) for at in range(self.rows.count()))
        self.rows.setFixedHeight(min(need + 2 * self.rows.frameWidth(),
                                     round(self._over.height() * _MOST)))  # fmt: skip
        self.adjustSize()

    def _show(self) -> None:
        """Show the rows, and how many are ticked."""
        self.rows.show_rows([row for at, it in enumerate(self._looked) for row in self._of(at, it)])
        number = len(self._ticked)
        offer = count(number, "Take {number} field", "Take {number} fields")
        self._done.setText(offer if number else say("Nothing to take"))
        self._done.setAccessibleName(self._done.text())
        self._done.setEnabled(bool(number))

    def _of(self, at: int, it: Looked) -> list[ListRow]:
        told = [
            ListRow(f"{at}{_BETWEEN}told {number}", words, sign="info-circle")
            for number, words in enumerate(it.told)
        ]
        named = say("{title} ({file})", title=it.title, file=it.form.file)
        rows = [self._row(f"{at}{_BETWEEN}{entry.name}", entry_words(entry), entry.kind == "left")
                for entry in it.entries]  # fmt: skip
        return [ListRow("", named), *told, *rows]

    def _row(self, key: str, words: str, is_left: bool) -> ListRow:
        if is_left:
            return ListRow(key, say("Left out: {words}", words=words), sign="x")
        return ListRow(key, words, ticked=key in self._ticked)

    # --- taking ----------------------------------------------------------------------------------
    def _tick(self, key: str, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(key)
        self._show()

    def _on_asked(self, asked: str) -> None:
        if asked == "open":
            self._take()
        elif asked == "leave":
            self.go()

    def _take(self) -> None:
        """Take what is ticked; with nothing ticked there is nothing to wait for."""
        chosen: Taken = []
        for at, it in enumerate(self._looked):
            named = (name.partition(_BETWEEN) for name in self._ticked)
            names = frozenset(name for number, _, name in named if number == str(at))
            if names:
                chosen.append((it, names))
        if not chosen or self._take_it(chosen):
            self.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is ticked, or presses the button that has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take() if self.rows.hasFocus() or self._done.hasFocus() else self.go()
        else:
            super().keyPressEvent(event)


def _title(looked: Sequence[Looked]) -> str:
    return count(len(looked), "{number} form came back", "{number} forms came back")

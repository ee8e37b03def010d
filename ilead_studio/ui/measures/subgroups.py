"""The subgroups of a measure: named, added, put in order, and taken away while they are empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.measures.in_view import MeasureInView
from ilead_studio.ui.widgets.cells import Cell
from ilead_studio.ui.widgets.late import late
from ilead_studio.words import count, say


class Subgroups(QWidget):
    """A line for each, and an empty one at the end.

    Enter goes to the next line, Alt+Up and Alt+Down move one, Alt+Del takes it away. A name counts
    when its line is left, as every number of the subgroup bears it.
    """

    def __init__(self, shown: MeasureInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look = shown, look
        self._known: tuple[str, ...] = ()
        self.lines: list[Cell] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)

    def refresh(self) -> None:
        """Show the subgroups, without disturbing somebody who types."""
        measure = self._shown.measure
        if measure is None:
            return
        self._known = measure.subgroups
        while len(self.lines) <= len(self._known):
            self.lines.append(self._made(len(self.lines)))
        for at, line in enumerate(self.lines):
            line.setVisible(at <= len(self._known))
            line.be_read_only(self._shown.work.read_only)
            if not line.hasFocus():
                line.show_text(self._known[at] if at < len(self._known) else "")

    def _made(self, at: int) -> Cell:
        name = say("Subgroup {number}", number=at + 1)
        made = late(Cell(self._look, name, say("Add a subgroup")))
        made.done.connect(lambda: self._keep(at))
        made.entered.connect(lambda: self._go(at + 1))
        made.left.connect(lambda step: self._go(at + step))
        made.asked.connect(lambda asked: self._change(at, asked))
        self._stack.addWidget(made)
        made.show()
        return made

    def _go(self, at: int) -> None:
        """Go to another line; what was typed counts then, and so there may be one more."""
        here = next((it for it in self.lines if it.hasFocus()), None)
        if here is not None:
            self._keep(self.lines.index(here))
        self.refresh()
        if 0 <= at <= len(self._known):
            self.lines[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self, at: int) -> None:
        """Let what was typed in a line count."""
        words = " ".join(self.lines[at].toPlainText().split())[:LABEL_MAX].strip()
        if at >= len(self._known):
            if words:
                self._shown.put("subgroups", (*self._known, words))
        elif words and words != self._known[at]:
            old, label = self._known[at], say("rename a subgroup")
            self._shown.step(label, lambda book, it: edits.rename_subgroup(book, it, old, words))
        measure = self._shown.measure
        self._known = measure.subgroups if measure else ()
        self.lines[at].show_text(self._known[at] if at < len(self._known) else "")

    def _change(self, at: int, asked: str) -> None:
        """Move a subgroup or take it away; the keyboard goes with it."""
        if at >= len(self._known):
            return
        now, to = [*self._known], at + {"up": -1, "down": 1}.get(asked, 0)
        if asked == "delete":
            self._take_away(at)
        elif 0 <= to < len(now):
            now.insert(to, now.pop(at))
            if self._shown.put("subgroups", tuple(now)):
                self._go(to)

    def _take_away(self, at: int) -> None:
        name, measure = self._known[at], self._shown.measure
        number = sum(it.subgroup == name for it in measure.readings) if measure else 0
        if number:
            has = count(number, "has {number} number", "has {number} numbers")
            words = say("“{name}” {has}. Take them out of the table first.", name=name, has=has)
            self._shown.work.said.emit(words)
        elif self._shown.put("subgroups", tuple(it for it in self._known if it != name)):
            self.lines[at].show_text("")
            self._go(at)
            self.lines[at].show_text(self._known[at] if at < len(self._known) else "")

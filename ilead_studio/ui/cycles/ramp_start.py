"""A change idea in the section PDSA: how it stands, and how to test it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.model import Cycle, Idea, Workbook
from ilead_studio.rules.cycle_page import idea_about
from ilead_studio.rules.cycles import number_name
from ilead_studio.rules.ramps import cycles_of, last_open, planned_one
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import say


class IdeaPage(QWidget):
    """A change idea whose ramp has not begun, or that is chosen as a whole.

    ``asked`` brings a command, ``opened`` the cycle that is planned already.
    """

    asked = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(it) for it in (16, 12, 16, 16)])
        stack.setSpacing(look.px(8))
        self.title, self.about = Wrapped("", "title"), Wrapped("", "status")
        self.says = Wrapped("")
        self._does, self._there = "new cycle", ""
        self.press = button("", "main", look, does=self._go)
        for part in (self.title, self.about, self.says):
            stack.addWidget(part)
        stack.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addStretch(1)

    def _go(self) -> None:
        if self._there:
            self.opened.emit(self._there)
        else:
            self.asked.emit(self._does)

    def tell(self, workbook: Workbook, idea: Idea | None, why_not: str) -> None:
        """Show an idea, and how to test it; without ideas, where they come from."""
        there = planned_one(workbook, idea.id) if idea else None
        self._there = there.id if there else ""
        self.title.setText(idea.text if idea else say("Nothing to test yet"))
        self.about.setText(idea_about(workbook, idea) if idea else "")
        self._does = "new cycle" if idea else "theory"
        self.press.setText(_does_words(idea, there))
        self.press.setAccessibleName(self.press.text())
        self.press.setToolTip(why_not)
        self.press.setAccessibleDescription(why_not)
        self.says.setText(why_not or _asks(workbook, idea))


def _does_words(idea: Idea | None, there: Cycle | None) -> str:
    if there is not None:
        return say("Go to {cycle}", cycle=number_name(there))
    return say("Plan a cycle") if idea else say("Go to the theory")


def _asks(workbook: Workbook, idea: Idea | None) -> str:
    if idea is None:
        return say("Change ideas stand below the drivers of a theory: Ctrl+I adds one there.")
    if last_open(workbook, idea.id):
        return say("The next cycle goes on from what the last one taught.")
    if cycles_of(workbook, idea.id):
        return say("Its ramp is closed. A new cycle begins another ramp.")
    return say("Choose a change idea and test it with one person.")

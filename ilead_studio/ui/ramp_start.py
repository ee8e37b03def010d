"""A change idea in the section PDSA: how it stands, and how to test it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.model import Idea, Workbook
from ilead_studio.rules.cycle_page import idea_about
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import Wrapped, button
from ilead_studio.words import say


class IdeaPage(QWidget):
    """A change idea whose ramp has not begun, or that is chosen as a whole."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(it) for it in (16, 12, 16, 16)])
        stack.setSpacing(look.px(8))
        self.title, self.about = Wrapped("", "title"), Wrapped("", "status")
        self.says = Wrapped("")
        self._does = "new cycle"
        self.press = button("", "main", look, does=lambda: self.asked.emit(self._does))
        for part in (self.title, self.about, self.says):
            stack.addWidget(part)
        stack.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addStretch(1)

    def tell(self, workbook: Workbook, idea: Idea | None, why_not: str) -> None:
        """Show an idea, and how to test it; without ideas, where they come from."""
        self.title.setText(idea.text if idea else say("Nothing to test yet"))
        self.about.setText(idea_about(workbook, idea) if idea else "")
        self._does = "new cycle" if idea else "theory"
        self.press.setText(say("Plan a cycle") if idea else say("Go to the theory"))
        self.press.setAccessibleName(self.press.text())
        self.press.setToolTip(why_not)
        self.press.setAccessibleDescription(why_not)
        self.says.setText(why_not or _asks(idea))


def _asks(idea: Idea | None) -> str:
    if idea is None:
        return say("Change ideas stand below the drivers of a theory: Ctrl+I adds one there.")
    return say("Choose a change idea and test it with one person.")

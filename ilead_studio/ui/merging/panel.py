"""The panel at the left of a merge: what is to be chosen, and what joins by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.ui.lists.walk_list import WalkList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import label
from ilead_studio.words import say


class MergePanel(QWidget):
    """``walked`` brings the key of the row to be shown, ``pressed`` keys before the list."""

    pressed = Signal(object)
    walked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("What is merged"))
        self.title = label("", "lead")
        self.list = WalkList(look, say("What is merged"))
        self.list.pressed.connect(self.pressed)
        self.list.walked.connect(self.walked)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(look.px(8), look.px(8), look.px(8) + look.theme.line, look.px(8))
        stack.setSpacing(look.px(8))
        self.title.setContentsMargins(look.px(8), 0, 0, 0)
        stack.addWidget(self.title)
        stack.addWidget(self.list, 1)

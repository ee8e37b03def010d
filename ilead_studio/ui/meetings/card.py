"""The frame of a card on the page of a meeting: a heading, smaller words, and what it holds."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import OneLine, label


class MeetingCard(QFrame):
    """What it holds goes into ``stack``, what stands beside its heading into ``head``."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        px = look.px
        self.look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.stack = QVBoxLayout(self)
        self.stack.setContentsMargins(px(12), px(8), px(12), px(12))
        self.stack.setSpacing(px(4))
        self.head = QHBoxLayout()
        self.head.setSpacing(px(8))
        self.title = label(title, "lead")
        self.note = OneLine("status")
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self.stack.addLayout(self.head)

    def name(self, title: str) -> None:
        """Give it another heading."""
        self.title.setText(title)
        self.setAccessibleName(title)

"""What this computer remembers of workbooks: each can be switched off, and is forgotten then."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.files.recents import Recents

_CARD: Final = 640


class PrivacySettings(QFrame):
    """Whether recent workbooks are listed on the start page, and their first pages shown."""

    def __init__(self, look: Look, recents: "Recents") -> None:
        super().__init__()
        self._recents = recents
        self.setProperty("kind", "card")
        self.setMaximumWidth(look.px(_CARD))
        self.listed = QCheckBox(say("List recent workbooks on the start page"))
        self.pictured = QCheckBox(say("Show a picture of their first page"))
        self.listed.clicked.connect(recents.keep)
        self.pictured.clicked.connect(recents.show_pictures)
        recents.changed.connect(self.show_wishes)
        self._compose(look)
        self.show_wishes()

    def _compose(self, look: Look) -> None:
        px, stack = look.px, QVBoxLayout(self)
        stack.setContentsMargins(px(16), px(12), px(16), px(16))
        stack.setSpacing(px(8))
        stack.addWidget(label(say("What this computer remembers"), "lead"))
        listed = say("When it is off, nothing is listed, and what was listed is forgotten.")
        pictured = say("When it is off, no pictures are made, and older ones are thrown away.")
        for box, words in ((self.listed, listed), (self.pictured, pictured)):
            told = Wrapped(words, "small")
            told.setContentsMargins(px(28), 0, 0, px(4))
            box.setAccessibleName(box.text())
            box.setAccessibleDescription(words)
            stack.addWidget(box)
            stack.addWidget(told)
        stack.addWidget(Wrapped(
            say(
                "Whatever is chosen here, this computer keeps what you type until it is saved, and"
                " earlier versions of your files. Nothing is sent anywhere."
            ),
            "small",
        ))  # fmt: skip

    def show_wishes(self) -> None:
        """Show what is chosen now; without a list there is nothing to picture."""
        is_kept = self._recents.is_kept
        self.listed.setChecked(is_kept)
        self.pictured.setChecked(self._recents.is_pictured)
        self.pictured.setEnabled(is_kept)

    def back(self) -> None:
        """Let everything be as it came."""
        self._recents.keep(True)
        self._recents.show_pictures(True)

"""A card that shows the page that would be made, drawn as it will be, before it is made."""

from typing import Final, Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ilead_studio.model import Page, Workbook, find, pages
from ilead_studio.ui.canvas.thumbnail import PagePicture
from ilead_studio.ui.looks.dress import dress_as
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import KeyLine, button, label
from ilead_studio.words import say

Goal = Literal["new", "here", "bones"]
"""What is made: a new workbook, a page of the open one, or only bones on the page in view."""
WIDTH, HEIGHT, SIDE, AWAY = 960, 560, 300, 24
LINES: Final = 2
"""Lines that are kept free under the picture, so that it does not change its size."""
MOST_DRAWN: Final = 400
"""A page with more items than this is not drawn before it is made: that would take too long."""


class PreviewCard(Overlay):
    """What is chosen at the left, its picture at the right, and what can be made of it below.

    ``made`` tells for what it was chosen; the card has gone then.
    """

    made = Signal(str)

    def __init__(self, look: Look, over: QWidget, title: str) -> None:
        super().__init__(over)
        self._look, self._main = look, ""
        self.setAccessibleName(title)
        self.picture = PagePicture(look.theme)
        self.picture.setAccessibleName(say("Preview"))
        self.said = label("", "small")
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(LINES * look.type("small") * 3 // 2)
        self.side = QVBoxLayout()
        self.side.setSpacing(look.px(8))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(look.px(16),) * 4)
        stack.setSpacing(look.px(12))
        self.title = label(title, "lead")
        stack.addWidget(self.title)
        middle, right = QHBoxLayout(), QVBoxLayout()
        middle.setSpacing(look.px(16))
        right.setSpacing(look.px(8))
        right.addWidget(self.picture, 1)
        right.addWidget(self.said)
        middle.addLayout(self.side)
        middle.addLayout(right, 1)
        stack.addLayout(middle, 1)
        stack.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot, look = QHBoxLayout(), self._look
        foot.setSpacing(look.px(8))
        self._keys = KeyLine("small")
        self._keys.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._keys, 1)
        words: dict[Goal, str] = {
            "new": say("New workbook"),
            "here": say("Add to this workbook"),
            "bones": say("Add these bones"),
        }
        self._buttons: dict[Goal, QPushButton] = {}
        for goal, text in words.items():
            made = button(text, "plain", look)
            made.clicked.connect(lambda _on, goal=goal: self._make(goal))
            made.setAutoDefault(False)
            foot.addWidget(made)
            self._buttons[goal] = made
        return foot

    def offer(self, first: QWidget, goals: tuple[Goal, ...], keys: tuple[str, ...]) -> None:
        """Open in the middle for some goals; Enter is for the first of them."""
        self._main = goals[0]
        for goal, made in self._buttons.items():
            made.setVisible(goal in goals)
            dress_as(made, "main" if goal == goals[0] else "plain")
        enter = say("Enter  {deed}", deed=self._buttons[goals[0]].accessibleName())
        self._keys.show_parts((enter, *keys, say("Esc  back")))
        room, px = self._over.size(), self._look.px
        wide, high = min(px(WIDTH), room.width() - AWAY), min(px(HEIGHT), room.height() - AWAY)
        self.setFixedSize(wide, high)
        self.open_with(first, QPoint((room.width() - wide) // 2, (room.height() - high) // 2))

    def show_made(self, workbook: Workbook, page_id: str) -> None:
        """Draw a page; a very large one is only told."""
        page = find(workbook, page_id)
        self.set_possible(True)
        if not isinstance(page, Page) or _size(workbook) > MOST_DRAWN:
            self.picture.clear()
        else:
            self.picture.show_page(workbook, page)

    def refuse(self, sentence: str) -> None:
        """Show nothing but why not."""
        self.picture.clear()
        self.tell(sentence, "strong")
        self.set_possible(False)

    def tell(self, sentence: str, kind: str = "small") -> None:
        """Say something about the picture, for a screen reader too."""
        self.said.setText(sentence)
        dress_as(self.said, kind)
        self.picture.setAccessibleDescription(sentence)

    def set_possible(self, on: bool) -> None:
        """Let it be made, or not."""
        for made in self._buttons.values():
            made.setEnabled(on)

    def _make(self, goal: str) -> None:
        if self._buttons["new"].isEnabled():
            self.go()
            self.made.emit(goal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes what the main button says, or presses the button that has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            goals = (goal for goal, made in self._buttons.items() if made is focus)
            self._make(next(goals, self._main))
        else:
            super().keyPressEvent(event)


def _size(workbook: Workbook) -> int:
    """Count the items of a workbook."""
    causes = sum(len(page.causes) for page in workbook.fishbones)
    drivers = sum(len(page.drivers) for page in workbook.theories)
    return causes + drivers + len(workbook.ideas) + len(pages(workbook))

"""The panel at the right of earlier versions: what is different now, and what can be taken back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.earlier import WayBack
from ilead_studio.rules.looking_back import WalkRow
from ilead_studio.ui.lists.walk_list import WalkList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Choices, Wrapped, button, label, panel, rule
from ilead_studio.words import say

_LEAST: Final = 96
"""The least height of the list: three rows."""


class EarlierSide(QWidget):
    """Shows what differs and hears what is wanted; it decides nothing.

    ``until_chosen`` brings the key of another version to compare with, empty for now; ``restored``
    and ``taken`` tell of the buttons.
    """

    until_chosen = Signal(str)
    restored = Signal()
    taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("What is different now"))
        self.list = WalkList(look, say("What is different now"))
        self.list.setMinimumHeight(look.px(_LEAST))
        self.until = Choices(say("Compare with"))
        self.until.setMinimumContentsLength(6)
        self.until.activated.connect(lambda at: self.until_chosen.emit(self.until.itemData(at)))
        self._title, self._since = label(say("What is different now"), "lead"), Wrapped("", "small")
        self._tells = Wrapped("", "small")
        self.restore = button(
            say("Restore as a copy"), "main", look, sign="copy", role="on_accent",
            does=self.restored.emit,
        )  # fmt: skip
        self.take = button("", "plain", look, sign="arrow-back-up", does=self.taken.emit)
        self._compose()
        self.setFocusProxy(self.list)

    def _compose(self) -> None:
        px = self._look.px
        around, area, inside = QVBoxLayout(self), QScrollArea(), panel("panel")
        around.setContentsMargins(self._look.theme.line, 0, 0, 0)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        around.addWidget(area)
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(px(12), px(12), px(12), px(12))
        stack.setSpacing(px(8))
        compare = label(say("Compare with"), "label")
        compare.setBuddy(self.until)
        for part in (
            self._title, self._since, self.list, compare, self.until, rule(),
            self._tells, self.restore, self.take,
        ):  # fmt: skip
            stack.addWidget(part, int(part is self.list))

    def show_until(self, named: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show with what the version can be compared, and with what it is."""
        self.until.clear()
        for key, words in (("", say("now")), *named):
            self.until.addItem(words, key)
        self.until.setCurrentIndex(max(0, self.until.findData(chosen)))
        title = say("What is different there") if chosen else say("What is different now")
        self._title.setText(title)
        self.list.setAccessibleName(title)

    def show_changes(self, rows: Sequence[WalkRow], since: str, line: Line | None = None) -> None:
        """Show what differs, one line of it as the current one, and a sentence about it."""
        self.list.show_rows(rows, line)
        self._since.setText(since)

    def show_restoring(self, words: str) -> None:
        """Say what restoring makes; empty when there is nothing to restore."""
        self._tells.setText(words)
        self._tells.setVisible(bool(words))
        self.restore.setEnabled(bool(words))

    def offer(self, way: WayBack) -> None:
        """Offer what can be taken back of the current change; the keyboard stays in the panel."""
        had_keyboard = self.take.hasFocus()
        words = say("Take the old words back") if way == "words" else say("Bring this item back")
        self.take.setText(f" {words}")
        self.take.setAccessibleName(words)
        self.take.setEnabled(bool(way))
        if had_keyboard and not way:
            self.list.setFocus()  # which may choose another change, and offer again

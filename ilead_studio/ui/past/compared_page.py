"""The page in the middle while somebody looks back: its head, a line of words, and the sheet."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ilead_studio.rules.looking_back import Sight
from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.past.compared_sheet import ComparedSheet
from ilead_studio.ui.widgets.parts import Choices, OneLine, label, panel
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

_PAGES: Final = 520
_SIGHTS: Final = 240


class ComparedPage(QWidget):
    """Shows a page as it is looked at.

    ``sight_chosen`` brings how it is to be seen, ``page_chosen`` the id of another page.
    """

    sight_chosen = Signal(object)
    page_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._change = look, ""
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sheet = ComparedSheet(look)
        self.says = OneLine("small")
        self.says.setContentsMargins(look.px(16), 0, look.px(12), look.px(8))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._head())
        stack.addWidget(self.says)
        stack.addWidget(self.sheet, 1)
        self.setFocusProxy(self.sheet)

    def _head(self) -> QWidget:
        px = self._look.px
        head = panel("panel")
        head.setFixedHeight(px(HEAD))
        line = QHBoxLayout(head)
        line.setContentsMargins(px(16), px(4), px(12), px(4))
        line.setSpacing(px(12))
        self._title, self._moment = OneLine("title"), label("", "small")
        self._moment.setWordWrap(False)
        line.addWidget(self._title, 4)
        line.addWidget(self._moment)
        self.show_title("", "")
        self.pages = Choices(say("Page"))
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pages.setMinimumContentsLength(8)
        self.pages.setMaximumWidth(px(_PAGES))
        self.pages.activated.connect(lambda at: self.page_chosen.emit(self.pages.itemData(at)))
        line.addWidget(self.pages, 5)
        sights = (
            Choice("marked", say("Marked")), Choice("then", say("Then")), Choice("now", say("Now")),
        )  # fmt: skip
        self.sights = Segments(self._look, say("What is seen"), sights)
        self.sights.chosen.connect(self.sight_chosen)
        self.sights.setFixedWidth(px(_SIGHTS))
        self.sights.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.addWidget(self.sights)
        return head

    def show_title(self, words: str, small: str) -> None:
        """Show a name above the page, with small words after it; without one it has none."""
        for part, text in ((self._title, words), (self._moment, small)):
            part.setText(text)
            part.setVisible(bool(text))

    def show_pages(self, named: Sequence[tuple[str, str]], page_id: str) -> None:
        """Show which pages there are, and which one is seen; without any there is no choice."""
        for choice in (self.pages, self.sights):
            choice.setVisible(bool(named))
        self.pages.clear()
        for item_id, words in named:
            self.pages.addItem(words, item_id)
        self.pages.setCurrentIndex(self.pages.findData(page_id))

    def show_sight(self, sight: Sight, words: str, *, is_now: bool) -> None:
        """Show how the page is seen; without the present the last one is what came later."""
        self.sights.name_value("then", say("Then") if is_now else say("Before"))
        self.sights.name_value("now", say("Now") if is_now else say("After"))
        self.sights.show_value(sight)
        self.says.setText(words)
        self._name_sheet()

    def show_change(self, sentence: str) -> None:
        """Let a change be told where the keyboard is on the page; empty for none."""
        self._change = sentence
        self._name_sheet()

    def _name_sheet(self) -> None:
        what = say("Page, to be looked at. {words}", words=self.says.text())
        told = say("{change}. {what}", change=self._change, what=what)
        self.sheet.setAccessibleName(told if self._change else what)

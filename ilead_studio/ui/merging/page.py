"""The page of a merge: what happened, the ways out, and one thing after the other to be chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.merging.question import MergeQuestion
from ilead_studio.ui.widgets.choice_card import ChoiceCard
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button, label, panel
from ilead_studio.words import say

Way = tuple[str, str, str]
"""A way out: its name, its words, and small words."""
_KEYS: Final = {
    Qt.Key.Key_1: "mine", Qt.Key.Key_2: "theirs", Qt.Key.Key_3: "own", Qt.Key.Key_B: "both",
    Qt.Key.Key_Return: "next", Qt.Key.Key_Enter: "next", Qt.Key.Key_Escape: "later",
}  # fmt: skip


def asked_of(event: QKeyEvent) -> str:
    """Return what a key asks for in a merge; empty for nothing."""
    is_held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return "" if is_held else _KEYS.get(Qt.Key(event.key()), "")


class MergePage(QWidget):
    """Shows a merge and hears what is wanted; it decides nothing.

    ``asked`` brings "mine", "theirs", "both", "own", "next", "back" or "later"; ``way_chosen`` the
    name of a way out; ``typed`` that own words were typed.
    """

    asked = Signal(str)
    way_chosen = Signal(str)
    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.ways: dict[str, ChoiceCard] = {}
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = OneLine("title")
        self._warn, self._says, self._small = QFrame(), Wrapped("", "strong"), Wrapped("")
        self.question = MergeQuestion(look)
        self.question.asked.connect(self.asked)
        self.question.typed.connect(self.typed)
        self.comes = QPlainTextEdit()
        self.comes.setReadOnly(True)
        self.comes.setTabChangesFocus(True)
        self.comes.setAccessibleName(say("What joins by itself"))
        self.comes.installEventFilter(self)
        self._compose()

    # --- putting together ------------------------------------------------------------------------
    def _compose(self) -> None:
        px, stack, inside = self._look.px, QVBoxLayout(self), panel("panel")
        stack.setContentsMargins(px(16), px(8), px(16), px(8))
        stack.setSpacing(px(8))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(px(8))
        around.addWidget(self._made_warning())
        self._line = QHBoxLayout()
        self._line.setSpacing(px(8))
        around.addLayout(self._line)
        around.addWidget(self._made_card(), 1)
        self._area.setWidget(inside)
        stack.addWidget(self._title)
        stack.addWidget(self._area, 1)
        stack.addLayout(self._made_foot())

    def _made_warning(self) -> QFrame:
        look, line, words = self._look, QHBoxLayout(self._warn), QVBoxLayout()
        self._warn.setProperty("kind", "warn")
        line.setContentsMargins(*[look.px(12)] * 4)
        line.setSpacing(look.px(12))
        sign = QLabel()
        sign.setPixmap(pixmap("alert-triangle", look.theme.warn, look.px(20), 2.0))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(look.px(2))
        words.addWidget(self._says)
        words.addWidget(self._small)
        line.addLayout(words, 1)
        later = button(say("Later"), "", look, does=lambda: self.asked.emit("later"))
        line.addWidget(later, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._warn

    def _made_card(self) -> QFrame:
        look, card = self._look, QFrame()
        card.setProperty("kind", "card")
        stack = QVBoxLayout(card)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        self._shown, asked = QStackedWidget(), QWidget()
        above = QVBoxLayout(asked)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.question)
        above.addStretch(1)
        self._shown.addWidget(asked)
        self._shown.addWidget(self.comes)
        stack.addWidget(self._shown)
        return card

    def _made_foot(self) -> QHBoxLayout:
        look, line = self._look, QHBoxLayout()
        line.setSpacing(look.px(8))
        self.back = button(say("Back"), "plain", look, sign="arrow-left",
                           does=lambda: self.asked.emit("back"))  # fmt: skip
        self.both = button("", "plain", look, does=lambda: self.asked.emit("both"))
        self.next = button("", "main", look, does=lambda: self.asked.emit("next"))
        self._left = label("", "small")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.back)
        line.addWidget(self.both)
        line.addWidget(self._left, 1)
        line.addWidget(self.next)
        return line

    # --- showing ---------------------------------------------------------------------------------
    def show_what(self, title: str, says: str, small: str, ways: Sequence[Way]) -> None:
        """Show what is merged; ``says`` is empty where nothing happened that is to be told."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._says.setText(says)
        self._small.setText(small)
        self._warn.setVisible(bool(says))
        self._warn.setAccessibleName(f"{says} {small}")
        for old in self.ways.values():
            old.hide()
            old.deleteLater()
        self.ways = {name: self._made_way(name, words) for name, words, _ in ways}
        for name, _, told in ways:
            self.ways[name].tell(told)

    def _made_way(self, name: str, words: str) -> ChoiceCard:
        made = ChoiceCard(self._look, words)
        made.clicked.connect(lambda: self.way_chosen.emit(name))
        self._line.addWidget(made, 1)
        return made

    def show_way(self, name: str, small: str) -> None:
        """Show which way is chosen, and small words on it."""
        for each, card in self.ways.items():
            card.choose(on=each == name)
        if small and name in self.ways:
            self.ways[name].tell(small)

    def show_text(self, text: str) -> None:
        """Show sentences instead of a question."""
        self.comes.setPlainText(text)
        self._shown.setCurrentIndex(1)

    def show_question(self) -> None:
        """Show the question that stands on the card."""
        self._shown.setCurrentIndex(0)

    def show_foot(self, back: bool, both: str, left: str, following: str) -> None:
        """Show the buttons: ``following`` are the words of the main one."""
        self.back.setVisible(back)
        self.both.setVisible(bool(both))
        self.both.setText(both)
        self.both.setAccessibleName(both)
        self._left.setText(left)
        self.next.setText(following)
        self.next.setAccessibleName(following)
        self.next.setAccessibleDescription(left)

    def take_keyboard(self) -> None:
        """Put the keyboard where the next choice is made."""
        if self._shown.currentIndex():
            (self.next if self.next.isEnabled() else self.comes).setFocus()
        else:
            self.question.take_keyboard()
        if (focus := self.focusWidget()) is not None:
            self._area.ensureWidgetVisible(focus)

    # --- keys ------------------------------------------------------------------------------------
    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Pass the keyboard on."""
        self.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the keys of a merge; Enter on another button presses that."""
        asked, focus = asked_of(event), self.focusWidget()
        if asked == "next" and focus in (self.back, self.both, *self.ways.values()):
            focus.click()
        elif asked:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear them in the sentences too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            asked = asked_of(event)
            if asked:
                self.asked.emit(asked)
                return True
        return super().eventFilter(watched, event)

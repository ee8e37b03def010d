"""What can be done with the chosen thing in the list of advice: buttons on its card."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ilead_studio.ui.advice.rows import AdviceRow, go_words, holds_all
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import button
from ilead_studio.words import say

AIR: Final = 12
"""Padding of a card."""
_WALKING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_DOES: Final = ("restore", "go", "dismiss")


class AdviceButtons(QWidget):
    """Lie over the chosen card; ``asked`` brings what is to be done, ``why_asked`` the reason.

    ``entered`` tells which of them got the keyboard.
    """

    asked = Signal(str)
    why_asked = Signal()
    entered = Signal(QWidget)

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._is_whole = False
        px = look.px
        self._back, self._go, self._dismiss = (self._made(look, it) for it in _DOES)
        self._why = button("", "icon", look, sign="help-circle", does=self.why_asked.emit)
        self._why.setFixedSize(QSize(look.hit("row"), look.hit("row")))
        head, line, stack = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addStretch(1)
        head.addWidget(self._why)
        for part in (self._back, self._go, self._dismiss):
            line.addWidget(part)
        line.setSpacing(px(8))
        line.addStretch(1)
        stack.setContentsMargins(px(AIR), px(8), px(8), px(AIR))
        stack.setSpacing(0)
        stack.addLayout(head)
        stack.addStretch(1)
        stack.addLayout(line)
        self.setTabOrder(self._dismiss, self._why)
        for made in (self._back, self._go, self._dismiss, self._why):
            made.installEventFilter(self)
        self.hide()

    def _made(self, look: Look, asks: str) -> QPushButton:
        return button("", "plain", look, does=lambda: self.asked.emit(self._asks(asks)))

    def _asks(self, asks: str) -> str:
        return "restore all" if asks == "restore" and self._is_whole else asks

    def show_for(self, row: AdviceRow | None, *, why: bool) -> None:
        """Offer what can be done with a row; with most folds nothing can."""
        told = row.told if row else None
        self._is_whole = bool(row and holds_all(row))
        is_away = bool(row and row.kind == "dismissed")
        back = say("Bring back all") if self._is_whole else say("Bring back")
        _offer(self._back, back if self._is_whole or is_away else "")
        _offer(self._go, go_words(told) if told else "")
        _offer(self._dismiss, say("Dismiss") if told and not is_away else "")
        words = say("Hide why (F1)") if why else say("Why look? (F1)")
        self._why.setVisible(told is not None)
        self._why.setToolTip(words)
        self._why.setAccessibleName(words)
        self.setVisible(told is not None or self._is_whole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which button got the keyboard; leave the keys that walk to the list."""
        if isinstance(event, QKeyEvent) and event.key() in _WALKING:
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.entered.emit(watched)
        return super().eventFilter(watched, event)

    def press(self) -> bool:
        """Press the button that has the keyboard, if one of them has."""
        focus = QApplication.focusWidget()
        has = isinstance(focus, QPushButton) and self.isAncestorOf(focus)
        if has and isinstance(focus, QPushButton):
            focus.click()
        return has


def _offer(made: QPushButton, words: str) -> None:
    """Show a button with some words; without words it goes."""
    made.setVisible(bool(words))
    made.setText(words)
    made.setAccessibleName(words)

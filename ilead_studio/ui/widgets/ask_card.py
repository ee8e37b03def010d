"""A card that asks for words at a place: Enter keeps them, Escape takes everything back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.ui.inspector.fields import TextField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import say

_WIDTH = 320
Answer = Callable[[str], bool]


class AskCard(Overlay):
    """Asks one question; what is done with the words tells whether they were taken."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._does: Answer | None = None
        self._about, self._asks = Wrapped("", "small"), Wrapped("", "lead")
        self.field = late(TextField(look, "", 2))
        self.field.installEventFilter(self)
        self._below = Wrapped(say("Enter keeps it, Esc takes it back."), "small")
        self.take = button(say("Keep it"), "plain", look, does=self._take)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        for part in (self._about, self._asks, self.field, self._below, self.take):
            stack.addWidget(part)
        self.field.document().documentLayout().documentSizeChanged.connect(self._fit)

    def ask(self, about: str, question: str, does: Answer, at: QPoint, start: str = "") -> None:
        """Ask at a point of what is below; ``start`` are the words that are to be changed."""
        self._does = does
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._asks.setText(question)
        self.field.setAccessibleName(question)
        self.field.show_text(start)
        self.field.selectAll()
        self.setFixedWidth(self._look.px(_WIDTH))
        self._fit()
        self.open_with(self.field, at)

    def go_on(self, typed: str) -> None:
        """Go on after what was typed to open the card."""
        self.field.insertPlainText(typed)

    def _fit(self) -> None:
        """Be as tall as the words need."""
        wide, margins = self.width(), self.contentsMargins()
        inner = self.layout()
        if inner is not None:
            tall = inner.totalHeightForWidth(wide - margins.left() - margins.right())
            self.setFixedHeight(tall + margins.top() + margins.bottom())

    def _take(self) -> None:
        """Give the words on; the card stays open with them when they are refused."""
        words = self.field.toPlainText().strip()
        if self._does is not None and self._does(words):
            self.go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter in the field; with Shift it begins another line."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.field and pressed and isinstance(event, QKeyEvent):
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enters and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._take()
                return True
        return super().eventFilter(watched, event)


class OfferCard(Overlay):
    """Says why something cannot be done here, and offers to go where it can."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._does: Callable[[], object] | None = None
        self._why = Wrapped("")
        self.go_there = button("", "plain", look, sign="arrow-right", does=self._go)
        self.stay = button(say("Stay here"), "quiet", look, role="accent", does=self.go)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        for part in (self._why, self.go_there, self.stay):
            stack.addWidget(part)

    def offer(self, why: str, words: str, does: Callable[[], object], at: QPoint) -> None:
        """Say why, with a button that goes there."""
        self._does = does
        self._why.setText(why)
        self.go_there.setText(f" {words}")
        self.go_there.setAccessibleName(words)
        self.setAccessibleName(why)
        self.setFixedWidth(self._look.px(_WIDTH))
        inner = self.layout()
        if inner is not None:
            self.setFixedHeight(inner.totalHeightForWidth(self.width()) + 2)
        self.open_with(self.go_there, at)

    def _go(self) -> None:
        self.go()
        if self._does is not None:
            self._does()

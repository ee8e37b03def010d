"""One thing that both sides changed: before both, yours, theirs, and a field for other words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.rules.merge_words import Choice
from ilead_studio.ui.commands.keys import is_enter, is_escape
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.choice_card import ChoiceCard, Pieces
from ilead_studio.ui.widgets.parts import GrowingField, OneLine, Wrapped, label
from ilead_studio.words import say


class MergeQuestion(QWidget):
    """Shows a conflict and hears what is chosen.

    ``asked`` brings "mine", "theirs", "own", "next" or "later", ``typed`` own words.
    """

    asked = Signal(str)
    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._has_lines = look, False
        self.head, self._number = OneLine("lead"), label("", "small")
        self._keys = label("", "small")
        self.before = ChoiceCard(look, say("Before both"))
        self.before.setEnabled(False)
        self.mine = ChoiceCard(look, say("Yours"), "1")
        self.theirs = ChoiceCard(look, say("Theirs"), "2")
        self.mine.clicked.connect(lambda: self.asked.emit("mine"))
        self.theirs.clicked.connect(lambda: self.asked.emit("theirs"))
        self.own = GrowingField(look, 1)
        self.own.setAccessibleName(say("Your own words instead"))
        self.own.textChanged.connect(self._on_typed)
        self.own.installEventFilter(self)
        self._says, self._rest = Wrapped("", "small"), Wrapped("")
        self._rest_name = label(say("The rest of it joins by itself"), "label")
        self._compose()

    def _compose(self) -> None:
        px, stack = self._look.px, QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(8))
        head, sides, own = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line in (head, sides, own):
            line.setSpacing(px(8))
        for part in (self._number, self._keys):
            part.setWordWrap(False)
        head.addWidget(self.head, 1)
        head.addWidget(self._number)
        head.addWidget(self._keys)
        for card in (self.before, self.mine, self.theirs):  # beside a long one it stays in sight
            sides.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        self._own_name = label(say("3  Or your own words"), "label")
        own.addWidget(self._own_name)
        own.addWidget(self.own, 1)
        stack.addLayout(head)
        stack.addLayout(sides)
        stack.addLayout(own)
        for part in (self._says, self._rest_name, self._rest):
            stack.addWidget(part)

    # --- showing ---------------------------------------------------------------------------------
    def show_head(self, words: str, number: str, keys: str) -> None:
        """Say what it is about, which one of how many, and the keys."""
        self.head.setText(words)
        self._number.setText(number)
        self._keys.setText(keys)
        self.setAccessibleName(f"{words}, {number}")
        for card in (self.mine, self.theirs):
            card.setAccessibleDescription(f"{words}, {number}")

    def show_sides(self, before: Pieces, mine: Pieces, theirs: Pieces, when: Sequence[str]) -> None:
        """Show what was, and what either side made of it; ``when`` says since when each is."""
        sides = zip(
            (self.before, self.mine, self.theirs), (before, mine, theirs), when, strict=True
        )
        for card, pieces, small in sides:
            card.tell(small, pieces)
        self.before.setVisible(bool(before))

    def show_own(self, words: str | None, *, lines: bool) -> None:
        """Offer other words; None where it is not about words."""
        for part in (self._own_name, self.own):
            part.setVisible(words is not None)
        self._has_lines = lines
        self.own.blockSignals(True)
        self.own.setPlainText(words or "")
        self.own.blockSignals(False)

    def show_choice(self, choice: Choice, *, is_open: bool) -> None:
        """Show what is chosen, and whether it can be otherwise."""
        self.mine.choose(on=choice.what in ("mine", "both"))
        self.theirs.choose(on=choice.what in ("theirs", "both"))
        for card in (self.mine, self.theirs):
            card.setEnabled(is_open or card is self.mine)

    def show_rest(self, sentences: Sequence[str]) -> None:
        """Say what else was done to the same."""
        self._rest.setText("\n".join(sentences))
        for part in (self._rest_name, self._rest):
            part.setVisible(bool(sentences))

    def tell(self, words: str) -> None:
        """Say why something cannot be chosen; empty for nothing."""
        self._says.setText(words)
        self._says.setVisible(bool(words))

    def take_keyboard(self) -> None:
        """Put the keyboard on what is chosen."""
        card = self.theirs if self.theirs.isChecked() and not self.mine.isChecked() else self.mine
        if not self.own.hasFocus():
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        self.typed.emit(self.own.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field goes on, unless its words have several lines; Escape leaves it."""
        if watched is not self.own:
            return super().eventFilter(watched, event)
        if is_enter(event) and not self._has_lines:
            self.asked.emit("next")
        elif is_escape(event):
            self.mine.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return super().eventFilter(watched, event)
        return True

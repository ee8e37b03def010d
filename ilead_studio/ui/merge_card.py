"""A card for a merge: what comes, and what both changed, to be chosen one by one."""

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.changed import count_words, sections
from ilead_studio.rules.merge_words import THEIRS
from ilead_studio.rules.merging import Merging
from ilead_studio.ui.look import Look
from ilead_studio.ui.overlay import Overlay
from ilead_studio.ui.parts import Wrapped, button, label
from ilead_studio.ui.segments import Choice, Segments
from ilead_studio.words import count, say

_WIDTH: Final = 640
_LINES: Final = 7
_KEYS: Final = {Qt.Key.Key_1: False, Qt.Key.Key_2: True}
"""The keys that take mine or theirs."""


class MergeCard(Overlay):
    """Shows a merge; 1 and 2 choose mine or theirs and go on, Enter brings it in.

    ``taken`` brings the choices once they are made.
    """

    taken = Signal(object)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over, look.theme.desk)
        self._look, self._at = look, 0
        self._merging: Merging | None = None
        self._mine = Workbook()
        self.chosen: set[int] = set()
        self.setFixedWidth(look.px(_WIDTH))
        self._title, self._says = Wrapped("", "lead"), Wrapped("")
        self.comes = QPlainTextEdit()
        self.comes.setReadOnly(True)
        self.comes.setTabChangesFocus(True)
        self.comes.setAccessibleName(say("What comes"))
        self.comes.setFixedHeight(look.px(22 * _LINES))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(16)] * 4)
        stack.setSpacing(look.px(8))
        for part in (self._title, self._says, label(say("What comes"), "label"), self.comes):
            stack.addWidget(part)
        stack.addWidget(self._made_choice(look))
        stack.addLayout(self._buttons(look))

    def _made_choice(self, look: Look) -> QWidget:
        """Make the part that shows one conflict."""
        self._choice = QWidget()
        stack = QVBoxLayout(self._choice)
        stack.setContentsMargins(0, look.px(8), 0, 0)
        stack.setSpacing(look.px(8))
        self._which, self._here, self._there = Wrapped("", "strong"), Wrapped(""), Wrapped("")
        self._why = Wrapped("", "small")
        name = say("Which one stays")
        both = (Choice(False, say("1 Mine")), Choice(True, say("2 Theirs")))
        self.which = Segments(look, name, both)
        self.which.chosen.connect(lambda value: self._choose(bool(value)))
        for part in (self._which, self._here, self._there, self._why, self.which):
            stack.addWidget(part)
        return self._choice

    def _buttons(self, look: Look) -> QHBoxLayout:
        line = QHBoxLayout()
        self.before = button(say("Back"), "plain", look, does=lambda: self._go_to(self._at - 1))
        self.next = button(say("Next"), "plain", look, does=lambda: self._go_to(self._at + 1))
        self.done = button(say("Bring it in"), "main", look, does=self._take)
        line.addWidget(self.before)
        line.addWidget(self.next)
        line.addStretch(1)
        line.addWidget(button(say("Cancel"), "plain", look, does=self.go))
        line.addWidget(self.done)
        return line

    # --- what is shown ---------------------------------------------------------------------------
    def ask(self, title: str, mine: Workbook, merging: Merging) -> None:
        """Show a merge of which nothing is chosen yet: mine stays."""
        self._mine, self._merging, self.chosen = mine, merging, set()
        self.setAccessibleName(title)
        self._title.setText(title)
        many = len(merging.conflicts)
        for part in (self._choice, self.before, self.next):
            part.setVisible(bool(many))
        self._at = 0
        self._show_what_comes()
        self._show_conflict()
        self._fit()
        room = self._over.width() - self.width()
        first = self.which.stop if many and self.which.isEnabled() else self.done
        self.open_with(first, QPoint(room // 2, self._look.px(64)))

    def _show_what_comes(self) -> None:
        """Say what comes by itself, and what comes with the choices so far."""
        if self._merging is None:
            return
        whole = sections(
            self._mine, self._merging.merged(dict.fromkeys(self.chosen, THEIRS)).workbook
        )
        told = tuple(it for it in whole if it.lines[0].sort != "behind")
        lines = [it for section in told for it in (section.name, *_lines(section.lines))]
        self.comes.setPlainText("\n".join(lines) or say("Nothing that is not here already."))
        many = len(self._merging.conflicts)
        choices = count(many, "{number} needs your choice", "{number} need your choice")
        words = {"changes": count_words(told), "choices": choices}
        self._says.setText(
            say("{changes} come. {choices}; nothing is done before you bring it in.", **words)
            if many
            else say("{changes} come, and nothing has to be chosen.", **words)
        )

    def _show_conflict(self) -> None:
        if self._merging is None or not self._merging.conflicts:
            return
        one, many = self._merging.conflicts[self._at], len(self._merging.conflicts)
        which = say("{number} of {many}: both changed it", number=self._at + 1, many=many)
        self._which.setText(which)
        here = say("Mine: {what}", what="\n".join(one.mine) or say("It stays as it is."))
        there = say("Theirs: {what}", what="\n".join(one.theirs))
        self._here.setText(here)
        self._there.setText(there)
        self.which.name_choice(f"{which}. {here}. {there}")
        why = say("Mine stays: it is frozen, or theirs cannot stand beside the rest.")
        self._why.setText("" if one.is_open else why)
        self._why.setVisible(not one.is_open)
        self.which.setEnabled(one.is_open)
        self.which.show_value(self._at in self.chosen)
        self.before.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < many)

    def _fit(self) -> None:
        for it in self.findChildren(QWidget):
            it.ensurePolished()
        inner = self.layout()
        if inner is not None:
            inner.activate()
            self.setFixedHeight(inner.totalHeightForWidth(self.width()) + 2)

    # --- what is done ----------------------------------------------------------------------------
    def _go_to(self, at: int) -> None:
        many = len(self._merging.conflicts) if self._merging else 0
        self._at = max(0, min(many - 1, at))
        self._show_conflict()
        self._fit()
        if self.which.isEnabled():
            self.which.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Go to the next conflict; after the last to what brings all of it in."""
        many = len(self._merging.conflicts) if self._merging else 0
        if self._at + 1 < many:
            self._go_to(self._at + 1)
        else:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, theirs: bool) -> None:
        """Take mine or theirs, and show what comes now."""
        self.chosen = self.chosen | {self._at} if theirs else self.chosen - {self._at}
        self.which.show_value(theirs)
        self._show_what_comes()
        self.which.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self._merging is not None:
            self.go()
            self.taken.emit(frozenset(self.chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 choose and go on; Enter brings it in."""
        key = Qt.Key(event.key())
        if key in _KEYS and self.which.isVisible():
            if self.which.isEnabled():
                self._choose(_KEYS[key])
            self._go_on()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QPushButton):
                focus.click()
            else:
                self._take()
        else:
            super().keyPressEvent(event)


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    return (f"  {it.sentence}" for it in lines)

"""The settings of the keys: a row for each command, found by its words or by its key."""

from collections.abc import Callable
from functools import cached_property
from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.find import fold
from ilead_studio.ui.commands.keymap import FIXED, KeyMap, Keys
from ilead_studio.ui.commands.keys import ALT, CTRL, HOLDING, key_of, key_words, refusal
from ilead_studio.ui.commands.table import Command, commands
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.words import count, say

CARD, KEY = 720, 168


class KeySettings(QWidget):
    """Every command with its key; a key that is taken is told at the row and stays where it is."""

    def __init__(self, look: Look, keys: KeyMap) -> None:
        super().__init__()
        self._keys = keys
        px = look.px
        across, card = QHBoxLayout(self), QFrame()
        across.setContentsMargins(px(16), px(4), px(16), px(16))
        across.addWidget(card, 10)
        across.addStretch(1)
        card.setProperty("kind", "card")
        card.setMaximumWidth(px(CARD))
        stack, head = QVBoxLayout(card), QHBoxLayout()
        stack.setContentsMargins(px(16), px(12), px(4), px(4))
        stack.setSpacing(px(8))
        self._number = label("", "status")
        head.addWidget(label(say("Keys"), "lead"))
        head.addWidget(self._number, 1)
        self.search = KeySearch(keys)
        self.search.textChanged.connect(self._find)
        self._nothing = label(say("No command fits."), "status")
        self._groups: list[tuple[QLabel, list[KeyRow]]] = []
        stack.addLayout(head)
        field = QHBoxLayout()
        field.setContentsMargins(0, 0, px(12), 0)
        field.addWidget(self.search)
        stack.addLayout(field)
        stack.addWidget(self._nothing)
        stack.addWidget(self._listed(look), 1)
        keys.changed.connect(self._show)
        self._show()
        self._find("")

    def _listed(self, look: Look) -> QScrollArea:
        made, inside = QScrollArea(), QWidget()
        made.setWidgetResizable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, look.px(12), look.px(8))
        stack.setSpacing(look.px(6))
        for name, group in groupby(commands(), key=lambda it: it.group):
            heading = label(name, "label")
            heading.setContentsMargins(0, look.px(8), 0, 0)
            rows = [KeyRow(look, self._keys, command) for command in group]
            self._groups.append((heading, rows))
            for part in (heading, *rows):
                stack.addWidget(part)
        stack.addStretch(1)
        made.setWidget(inside)
        inside.setAutoFillBackground(False)
        return made

    def _show(self) -> None:
        """Show the keys as they are now."""
        changed = len(self._keys.changes)
        every = count(len(commands()), "{number} command", "{number} commands")
        self._number.setText(
            say("{every}, {changed} changed", every=every, changed=changed) if changed else every
        )
        for _heading, rows in self._groups:
            for row in rows:
                row.show_keys()

    def _find(self, typed: str) -> None:
        """Show the rows that hold every word typed, or the key."""
        wanted, found = fold(typed).split(), False
        for heading, rows in self._groups:
            fits = [all(word in row.hay for word in wanted) for row in rows]
            heading.setVisible(any(fits))
            found = found or any(fits)
            for row, is_fit in zip(rows, fits, strict=True):
                row.setVisible(is_fit)
        self._nothing.setVisible(not found)


class KeyRow(QWidget):
    """A command, its key, and what to do when the key that is wanted has another command."""

    def __init__(self, look: Look, keys: KeyMap, command: Command) -> None:
        super().__init__()
        self._look, self._keys, self.name = look, keys, command.name
        self._words, self._wanted = command.words.rstrip("…"), Keys()
        self._stack = stack = QVBoxLayout(self)
        line = QHBoxLayout()
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(2))
        words = label(self._words)
        words.setWordWrap(True)
        line.addWidget(words, 1)
        self._field = KeyField(look, self._words)
        self._field.typed.connect(lambda key: self._want((key,) if key else ()))
        self._field.refused.connect(self._tell)
        self._back = button("", "", look, sign="arrow-back-up", does=self._go_back)
        self._back.setAccessibleName(say("{command}: back to how it came", command=self._words))
        line.addWidget(self._field)
        line.addWidget(self._back)
        stack.addLayout(line)
        if command.name in FIXED:
            self._field.setEnabled(False)
            line.insertWidget(1, label(say("stays as it is"), "status"))

    @cached_property
    def _clash(self) -> QWidget:
        """What tells that a key is taken; made when one is."""
        made, px = QWidget(), self._look.px
        line = QHBoxLayout(made)
        line.setContentsMargins(0, px(2), px(42), px(6))
        line.setSpacing(px(8))
        sign = QLabel()
        sign.setPixmap(pixmap("alert-triangle", self._look.theme.warn, px(18), 2.0))
        self._why = label("", "small")
        self._swap = button(say("Swap keys"), "plain", self._look, does=self._do_swap)
        self._take = button(say("Take it"), "plain", self._look, does=self._do_take)
        line.addWidget(sign)
        line.addWidget(self._why, 1)
        line.addWidget(self._swap)
        line.addWidget(self._take)
        self._stack.addWidget(made)
        for before, after in ((self._back, self._swap), (self._swap, self._take)):
            self.setTabOrder(before, after)
        return made

    @property
    def hay(self) -> str:
        """What the row is found by."""
        keys = " ".join(key_words(key) for key in self._keys.keys(self.name))
        return fold(f"{self._words} {keys}")

    @property
    def told(self) -> str:
        """What is said about the key that is wanted; empty when all is well."""
        return self._why.text() if self._has_clash and self._clash.isVisible() else ""

    @property
    def _has_clash(self) -> bool:
        return "_clash" in vars(self)

    def show_keys(self) -> None:
        """Show the keys as they are now."""
        keys = self._keys.keys(self.name)
        self._field.show_key(say(" or ").join(key_words(key) for key in keys))
        changed = self.name in self._keys.changes
        came = say(" or ").join(key_words(key) for key in self._keys.first(self.name))
        came = came or say("no key")
        self._back.setEnabled(changed)
        self._back.setToolTip(
            say("Back to {keys}", keys=came) if changed else say("This is how it came.")
        )
        if self._has_clash:
            self._clash.hide()

    def _tell(self, words: str, *, swap: bool = False, take: bool = False) -> None:
        """Say something about the key that is wanted, and offer what can be done."""
        clash = self._clash
        self._why.setText(words)
        self._field.setAccessibleDescription(words)
        self._swap.setVisible(swap)
        self._take.setVisible(take)
        clash.show()

    def _want(self, keys: Keys) -> None:
        """Give the command keys, unless another command has one of them: then ask."""
        owners = {key: owner for key in keys if (owner := self._keys.owner(key)) != self.name}
        key, owner = next(((key, it) for key, it in owners.items() if it), ("", ""))
        self._wanted = keys
        if not owner:
            self._settle(lambda: self._keys.take(self.name, keys))
            return
        words = next(it.words for it in commands() if it.name == owner).rstrip("…")
        told = say("{key} is “{command}” already.", key=key_words(key), command=words)
        self._tell(told, swap=bool(self._keys.keys(self.name)), take=True)

    def _do_swap(self) -> None:
        self._settle(lambda: self._keys.swap(self.name, self._wanted))

    def _do_take(self) -> None:
        self._settle(lambda: self._keys.take(self.name, self._wanted))

    def _go_back(self) -> None:
        self._want(self._keys.first(self.name))

    def _settle(self, change: Callable[[], None]) -> None:
        """Change the map; the keyboard stays at the row."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        change()


class KeyField(QPushButton):
    """Shows a key; pressed, it takes the next key: ``typed``, empty for none, or ``refused``."""

    typed = Signal(str)
    refused = Signal(str)

    def __init__(self, look: Look, command: str) -> None:
        super().__init__()
        self._command, self._key, self._listens = command, "", False
        self.setProperty("kind", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(look.px(KEY))
        self.clicked.connect(self._listen)

    def show_key(self, key: str) -> None:
        """Show the key of the command."""
        self._key, self._listens = key, False
        self.setText(key or "–")
        self.setToolTip(say("Press to change the key"))
        self.setAccessibleName(
            say("{command}: {key}. Press to change it.",
                command=self._command, key=key or say("no key"))
        )  # fmt: skip

    def _listen(self) -> None:
        self._listens = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(say("Press the keys…"))
        told = say("Press the new key. Esc gives up, Backspace leaves the command without one.")
        self.setAccessibleName(told)
        self.setToolTip(told)

    def event(self, event: QEvent) -> bool:
        """While it listens, no key is a shortcut or goes elsewhere."""
        if self._listens and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in HOLDING:
            return
        self.show_key(self._key)
        if key == Qt.Key.Key_Backspace and not event.modifiers():
            self.typed.emit("")
        elif key == Qt.Key.Key_Escape:
            return
        elif why := refusal(event):
            self.refused.emit(why)
        else:
            self.typed.emit(key_of(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins to listen, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._listen()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving gives up."""
        super().focusOutEvent(event)
        if self._listens:
            self.show_key(self._key)


class KeySearch(QLineEdit):
    """A field for words, or for a key that is pressed in it."""

    def __init__(self, keys: KeyMap) -> None:
        super().__init__()
        self._keys = keys
        self.setPlaceholderText(say("Find a command or press a key"))
        self.setAccessibleName(say("Find a command or press a key"))

    def _is_key(self, event: QKeyEvent) -> bool:
        """Tell whether a key is looked for; those that lead on to another area do so."""
        function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        command = bool(event.modifiers() & (CTRL | ALT)) or function
        leads_on = self._keys.owner(key_of(event)) in ("next area", "area before")
        return command and event.key() not in HOLDING and not refusal(event) and not leads_on

    def event(self, event: QEvent) -> bool:
        """Keep a key that is looked for from being a shortcut."""
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._is_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the key that is pressed; Escape clears the field first."""
        if self._is_key(event):
            self.setText(key_words(key_of(event)))
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

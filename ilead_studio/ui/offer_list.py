"""The cards of the start page that offer what was typed and never saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.changed import compared, lines_of, sections
from ilead_studio.rules.names import workbook_name
from ilead_studio.storage.recovery import Found
from ilead_studio.storage.refusals import LARGEST
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import Wrapped
from ilead_studio.ui.recents import when_words
from ilead_studio.ui.tiles import Pressed
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.offering import Offers

MOST_CARDS: Final = 2
"""Cards that stand there at once; the others come when these are chosen about."""
FEW, MANY = 3, 12
"""Lines of what changed that are shown at first, and when somebody compares."""


class OfferList(QWidget):
    """One card for each thing that was found, the newest first."""

    def __init__(self, offers: "Offers", look: Look, around: Surroundings) -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, look.px(8))
        stack.setSpacing(look.px(8))
        self.cards = [OfferCard(offers, it, look, around) for it in offers.found[:MOST_CARDS]]
        for card in self.cards:
            stack.addWidget(card)
        more = len(offers.found) - len(self.cards)
        if more:
            stack.addWidget(Wrapped(count(more, "{number} more waits below this.",
                                          "{number} more wait below this."), "small"))  # fmt: skip
        first = [card.main for card in self.cards]
        if offers.unread:
            unread = UnreadCard(offers, look)
            stack.addWidget(unread)
            first.append(unread.put_away)
        self.setFocusProxy(first[0])


class UnreadCard(QFrame):
    """Names what could not be read; it is never deleted."""

    def __init__(self, offers: "Offers", look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        many = len(offers.unread)
        said = count(many, "{number} recovery file could not be read.",
                     "{number} recovery files could not be read.")  # fmt: skip
        names = ", ".join(it.name for it in offers.unread[:3])
        words = _words(said, (say("Kept as it is, as {names}.", names=names),), self)
        self.put_away = _button(say("I have read it"), "plain", offers.forget_unread)
        buttons = (_button(say("Show in folder"), "plain", offers.show_unread), self.put_away)
        _lay_out(self, look, "alert-triangle", words, buttons)
        self.put_away.setAccessibleDescription(self.accessibleName())


class OfferCard(QFrame):
    """What was typed beside what is saved, what differs in words, and what can be done."""

    def __init__(self, offers: "Offers", found: Found, look: Look, around: Surroundings) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self._found, self._lines = found, _differences(found)
        self.differs = Wrapped("")
        self._show(FEW)
        words = _words(_title(found), _details(found, around), self)
        if self._lines:
            words.addWidget(self.differs)
        _lay_out(self, look, "history", words, self._buttons(offers))
        self.main.setAccessibleDescription(self.accessibleName())

    def _buttons(self, offers: "Offers") -> tuple[QPushButton, ...]:
        found, deeds = self._found, offers.deeds()

        def does(words: str, kind: str, deed: str) -> QPushButton:
            return _button(words, kind, lambda: deeds[deed](found))

        is_first = found is offers.found[0]  # a page has one main button
        kind = "main" if is_first else "plain"
        self.main = does(say("Open what was typed"), kind, "typed")
        leave = say("Keep the saved file") if found.path else say("Leave it out")
        many = len(self._lines) > FEW
        self.compare = _button(say("Compare"), "plain", lambda: self._show(MANY))
        return (
            self.main,
            *((does(say("Open both"), "plain", "both"),) if found.path else ()),
            *((self.compare,) if many else ()),
            does(leave, "plain", "saved"),
            does(say("Later"), "plain", "later"),
        )

    def _show(self, most: int) -> None:
        lines = self._lines[:most]
        rest = len(self._lines) - len(lines)
        more = (count(rest, "and {number} more", "and {number} more"),) if rest else ()
        self.differs.setText("\n".join((*lines, *more)))
        self.differs.setAccessibleName(self.differs.text())


def _title(found: Found) -> str:
    name = workbook_name(found.workbook)
    if found.path is None:
        return say("The program stopped before “{name}” was ever saved.", name=name)
    return say("The program stopped before “{name}” was saved.", name=found.path.stem or name)


def _details(found: Found, around: Surroundings) -> tuple[str, ...]:
    """Say when, how much, and what became of the file."""
    many = len(_differences(found))
    changes = count(many, "{number} change", "{number} changes")
    when = when_words(found.when, around.clock())
    first = say("{when} · {changes}. Every word typed until then is kept.",
                when=when, changes=changes)  # fmt: skip
    end = say("Its very end could not be read.") if found.is_cut else ""
    return tuple(it for it in (f"{first} {_of_the_file(found, around)}".strip(), end) if it)


def _of_the_file(found: Found, around: Surroundings) -> str:
    if found.path is None:
        return ""
    try:
        is_same = around.disk.read(found.path, LARGEST) == found.data
    except (OSError, ValueError):
        return say("The saved file is not where it was.")
    if is_same:
        return say("The saved file is untouched.")
    return say("The saved file was changed since, so save this under another name.")


def _differences(found: Found) -> list[str]:
    """Say in words what was typed since the last save."""
    told = sections(compared(found.saved), compared(found.workbook))
    return [line.sentence for line in lines_of(told)]


def _words(title: str, details: tuple[str, ...], card: QFrame) -> QVBoxLayout:
    stack = QVBoxLayout()
    stack.addWidget(Wrapped(title, "strong"))
    for sentence in details:
        stack.addWidget(Wrapped(sentence))
    card.setAccessibleName(" ".join((title, *details)))
    return stack


def _button(words: str, kind: str, does: Callable[[], object]) -> QPushButton:
    made = Pressed(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setProperty("kind", kind)
    made.setAccessibleName(words)
    made.clicked.connect(lambda: does())
    return made


def _lay_out(
    card: QFrame, look: Look, sign: str, words: QVBoxLayout, buttons: tuple[QPushButton, ...]
) -> None:
    """Put a sign beside the words, and the buttons below them."""
    px = look.px
    shown = QLabel()
    shown.setPixmap(pixmap(sign, look.theme.warn, px(22), 2.0))
    line = QHBoxLayout(card)
    line.setContentsMargins(px(16), px(12), px(12), px(12))
    line.setSpacing(px(16))
    line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    words.setSpacing(px(4))
    words.addWidget(_Ways(look, buttons))
    line.addLayout(words, 1)


class _Ways(QWidget):
    """Buttons in one row, or in two where there is no room for one."""

    def __init__(self, look: Look, buttons: tuple[QPushButton, ...]) -> None:
        super().__init__()
        self._buttons, self._gap, self._columns = buttons, look.px(8), 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._gap)
        self._place(len(buttons))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        for at, each in enumerate(self._buttons):
            self._grid.addWidget(each, at // columns, at % columns)
        self._grid.setColumnStretch(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin a second row where the first is full."""
        super().resizeEvent(event)
        used = sum(it.sizeHint().width() + self._gap for it in self._buttons)
        many = len(self._buttons)
        self._place(many if used <= self.width() + self._gap else (many + 1) // 2)

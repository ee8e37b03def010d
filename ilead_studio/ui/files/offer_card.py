"""The card of the start page for what was typed and never saved: it stands beside what was."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.changed import compared, count_words, sections
from ilead_studio.rules.earlier import size_words
from ilead_studio.rules.names import workbook_name
from ilead_studio.rules.recovered import (
    Told,
    amounts,
    older_words,
    still_words,
    stopped_words,
    typed_words,
)
from ilead_studio.storage.moments import moment_of
from ilead_studio.storage.recovery import Found
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.files.recents import when_words, where_words
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.start.tiles import pressed_button
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.files.offering import Offers

_BESIDE: Final = 620
"""Pixels from which the two stand beside each other."""


class OfferCard(QWidget):
    """What was typed beside what is saved, what differs in words, and what can be done."""

    def __init__(self, offers: "Offers", found: Found, look: Look, around: Surroundings) -> None:
        super().__init__()
        self._look, self._found, self._is_whole = look, found, False
        self._told = sections(compared(found.saved, "file"), compared(found.workbook, "file"))
        self._file = _FileWords(found, around)
        stack = self._stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(8))
        title, detail = _title(found, around), _detail(found, self._file)
        stack.addWidget(_warning(look, title, detail))
        self.typed = _Side(look, say("What was typed"), _typed_small(found, around, self._changes))
        self.saved = _Side(look, say("The saved file"), self._file.small)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(look.px(8))
        self._beside.addWidget(self.typed, 3)
        self._beside.addWidget(self.saved, 2)
        stack.addLayout(self._beside)
        self.saved.setVisible(found.path is not None)
        self._ways = _Ways(look, self._buttons(offers))
        stack.addWidget(self._ways)
        self.setAccessibleName(f"{title} {self._changes}. {detail}")
        self.main.setAccessibleDescription(self.accessibleName())
        self._show()

    @property
    def _changes(self) -> str:
        return count_words(self._told)

    def _buttons(self, offers: "Offers") -> tuple[QPushButton, ...]:
        found, deeds = self._found, offers.deeds()

        def does(words: str, kind: str, deed: str) -> QPushButton:
            return pressed_button(words, kind, lambda: deeds[deed](found))

        self.main = does(say("Open what was typed"), "main", "typed")
        leave = say("Keep the saved file") if found.path else say("Leave it out")
        self.compare = pressed_button(say("Compare"), "plain", self._compare)
        return (
            self.main,
            *((does(say("Open both"), "plain", "both"),) if found.path else ()),
            self.compare,
            does(leave, "plain", "saved"),
            does(say("Later"), "", "later"),
        )

    def _compare(self) -> None:
        """Show every change, or what they are together again."""
        self._is_whole = not self._is_whole
        words = say("Show less") if self._is_whole else say("Compare")
        self.compare.setText(words)
        self.compare.setAccessibleName(words)
        self._show()

    def _show(self) -> None:
        typed = typed_words(self._told, every=self._is_whole)
        self.typed.tell(typed or (Told("dots", say("Nothing is different from the saved file.")),))
        self.saved.tell((*self._file.told, *still_words(self._told, every=self._is_whole)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the two stand below each other where there is no room beside, the buttons first."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if self.width() >= self._look.px(_BESIDE) else ways.TopToBottom
        if way != self._beside.direction():
            self._beside.setDirection(way)
            self._stack.removeWidget(self._ways)
            self._stack.insertWidget(2 if way == ways.LeftToRight else 1, self._ways)


class _FileWords:
    """What is said of the saved file."""

    def __init__(self, found: Found, around: Surroundings) -> None:
        self.small, self.safe, self.told = "", "", tuple[Told, ...]()
        if found.path is None:
            return
        if found.beside is None:
            self.safe = say("The saved file is not where it was.")
            self.told = (Told("alert-triangle", self.safe),)
            return
        is_same, changed, bytes_ = found.beside
        when = moment_of(changed)
        parts = (when_words(when, around.clock()), amounts(found.saved) if is_same else "")
        self.small = " · ".join(filter(None, parts))
        size = size_words(bytes_)
        where = say("{folder} · {size}", folder=where_words(found.path), size=size)
        self.safe = say("The saved file is untouched.")
        if not is_same:
            self.safe = say("The saved file was changed since, so save this under another name.")
        opens = say("Opens without a fault") if is_same else say("Was changed since by somebody")
        sign = "circle-check" if is_same else "alert-triangle"
        older = older_words(found.when - when if is_same else timedelta())
        self.told = (
            Told(sign, opens), Told("folder-open", where),
            *((Told("history", older),) if older else ()),
        )  # fmt: skip


class _Side(QFrame):
    """One of the two: its name, when and how much, and lines with a sign each."""

    def __init__(self, look: Look, name: str, small: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "card")
        self._name, self._small = name, small
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(4))
        stack.addWidget(label(name, "lead"))
        stack.addWidget(Wrapped(small, "small"))
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(look.px(8))
        self._lines.setVerticalSpacing(look.px(4))
        self._lines.setColumnStretch(1, 1)
        stack.addLayout(self._lines)
        stack.addStretch(1)
        self.lines: tuple[Told, ...] = ()

    def tell(self, lines: Sequence[Told]) -> None:
        """Show other lines."""
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.lines = tuple(lines)
        for at, it in enumerate(lines):
            sign = QLabel()
            sign.setPixmap(pixmap(it.sign, self._look.theme.ink, self._look.px(18), 2.0))
            self._lines.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(Wrapped(it.words), at, 1)
        said = (self._name, self._small, *(it.words for it in lines))
        self.setAccessibleName(". ".join(filter(None, said)))


def _title(found: Found, around: Surroundings) -> str:
    when = stopped_words(found.when, around.clock())
    if found.path is None:
        name = workbook_name(found.workbook)
        return say("The program stopped {when}, before “{name}” was ever saved.", when=when,
                   name=name)  # fmt: skip
    name = found.path.stem or workbook_name(found.workbook)
    return say("The program stopped {when}, before “{name}” was saved.", when=when, name=name)


def _detail(found: Found, file: _FileWords) -> str:
    """Say what is kept, and what became of the file."""
    end = say("Its very end could not be read: the whole part is here.") if found.is_cut else ""
    kept = "" if found.is_cut else say("Every word typed until then is kept.")
    return " ".join(filter(None, (kept, end, file.safe)))


def _typed_small(found: Found, around: Surroundings, changes: str) -> str:
    until = say("until {when}", when=f"{found.when.astimezone(around.clock().tzinfo):%H:%M:%S}")
    return " · ".join(filter(None, (until, amounts(found.workbook), changes)))


def _warning(look: Look, title: str, detail: str) -> QFrame:
    made, px = QFrame(), look.px
    made.setProperty("kind", "warn")
    line, words, sign = QHBoxLayout(made), QVBoxLayout(), QLabel()
    line.setContentsMargins(px(16), px(12), px(12), px(12))
    line.setSpacing(px(12))
    sign.setPixmap(pixmap("history", look.theme.warn, px(22), 2.0))
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words.setSpacing(px(2))
    words.addWidget(Wrapped(title, "strong"))
    words.addWidget(Wrapped(detail))
    line.addLayout(words, 1)
    return made


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

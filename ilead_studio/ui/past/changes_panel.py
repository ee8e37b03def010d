"""The panel at the left of somebody who looks back: what changed, and the snapshots."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.looking_back import WalkRow
from ilead_studio.ui.lists.walk_list import WalkList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Choices, Wrapped, button, label, panel, rule
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

CHANGES: Final = "changes"
SNAPSHOTS: Final = "snapshots"
_LEAST: Final = 84
"""The least height of a list: two or three rows."""
Named = Sequence[tuple[str, str]]
"""Ids with their words."""


class ChangesPanel(QWidget):
    """Shows two lists, one at a time, and hears what is chosen; it decides nothing.

    Signals: ``turned`` the other list is wanted; ``since_chosen`` and ``until_chosen`` bring the
    ids of snapshots to compare (an empty one is now); ``asked`` what a button asks for; ``closed``.
    """

    turned = Signal(object)
    since_chosen = Signal(str)
    until_chosen = Signal(str)
    asked = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.changes = WalkList(look, say("What changed"))
        self.snapshots = WalkList(look, say("Snapshots"))
        for part in (self.changes, self.snapshots):
            part.setMinimumHeight(look.px(_LEAST))
        self._lists = QStackedWidget()
        stack = QVBoxLayout(self._scrolled())
        stack.setContentsMargins(*[look.px(8)] * 4)
        stack.setSpacing(look.px(8))
        stack.addLayout(self._head())
        choices = (Choice(CHANGES, say("Changes")), Choice(SNAPSHOTS, say("Snapshots")))
        self.which = Segments(look, say("What the panel shows"), choices)
        self.which.chosen.connect(self.turned)
        stack.addWidget(self.which)
        self._lists.addWidget(self._of_changes())
        self._lists.addWidget(self._of_snapshots())
        stack.addWidget(self._lists, 1)
        stack.addLayout(self._restoring())

    def _scrolled(self) -> QWidget:
        """Return what is scrolled where large type leaves too little room for a list."""
        around, area, inside = QVBoxLayout(self), QScrollArea(), panel("panel")
        around.setContentsMargins(0, 0, self._look.theme.line, 0)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        around.addWidget(area)
        return inside

    def _restoring(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        one = self._button("restore page", say("Restore page"), "copy")
        every = self._button("restore pages", say("All"), "files")
        for press, words in (
            (one, say("Restore this page as a copy")),
            (every, say("Restore all pages as copies")),
        ):
            press.setToolTip(words)
            press.setAccessibleName(words)
        line.addWidget(one, 1)
        line.addWidget(every)
        return line

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(self._look.px(8), 0, 0, 0)
        head.addWidget(label(say("What changed"), "lead"), 1)
        close = self._sign("", say("Close (Esc)"), "x")
        close.clicked.connect(self.closed)
        head.addWidget(close)
        return head

    def _sign(self, asks: str, name: str, sign: str) -> QPushButton:
        """Return a button that is only a sign; with nothing to ask for, it is connected later."""
        made = button("", "", self._look, sign=sign)
        made.setToolTip(name)
        made.setAccessibleName(name)
        if asks:
            made.clicked.connect(lambda: self.asked.emit(asks))
        return made

    def _of_changes(self) -> QWidget:
        page, stack = self._page()
        self.since = self._choices(say("Changes since"), self.since_chosen.emit)
        self.until = self._choices(say("Changes until"), self.until_chosen.emit)
        form = QFormLayout()
        form.setContentsMargins(self._look.px(8), 0, 0, 0)
        form.setHorizontalSpacing(self._look.px(8))
        form.setVerticalSpacing(self._look.px(4))
        form.addRow(label(say("Since"), "label"), self.since)
        form.addRow(label(say("Until"), "label"), self.until)
        stack.addLayout(form)
        self._told = self._small()
        stack.addWidget(self._told)
        stack.addWidget(rule())
        stack.addWidget(self.changes, 1)
        self.back = self._button("bring back", say("Bring back"), "arrow-back-up")
        stack.addWidget(self.back)
        return page

    def _of_snapshots(self) -> QWidget:
        page, stack = self._page()
        self._kept = self._small()
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._kept, 1)
        self._about_one = [
            self._sign("rename", say("Rename the snapshot (F2)"), "cursor-text"),
            self._sign("delete", say("Delete the snapshot (Del)"), "trash"),
        ]
        for press in (self._sign("keep", say("Keep a snapshot"), "plus"), *self._about_one):
            line.addWidget(press)
        stack.addLayout(line)
        stack.addWidget(rule())
        stack.addWidget(self.snapshots, 1)
        return page

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        stack = QVBoxLayout(page)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self._look.px(8))
        return page, stack

    def _small(self) -> Wrapped:
        made = Wrapped("", "small")
        made.setContentsMargins(self._look.px(8), 0, self._look.px(8), 0)
        return made

    def _button(self, asks: str, words: str, sign: str) -> QPushButton:
        return button(words, "plain", self._look, sign=sign, does=lambda: self.asked.emit(asks))

    def _choices(self, name: str, chosen: Callable[[str], object]) -> Choices:
        made = Choices(name)
        made.setMinimumContentsLength(6)
        made.activated.connect(lambda at: chosen(made.itemData(at)))
        return made

    # --- showing ---------------------------------------------------------------------------------
    def show_list(self, which: str) -> None:
        """Show one of the lists."""
        self.which.show_value(which)
        self._lists.setCurrentIndex(0 if which == CHANGES else 1)

    @property
    def list(self) -> WalkList:
        """The list that is shown."""
        return self.changes if self.which.value == CHANGES else self.snapshots

    def show_compared(self, snapshots: Named, since: str, until: str) -> None:
        """Show what can be compared, and what is."""
        _fill(self.since, snapshots, since)
        _fill(self.until, (("", say("now")), *snapshots), until)

    def show_changes(self, rows: Sequence[WalkRow], told: str, line: Line | None = None) -> None:
        """Show what changed, one line of it as the current one, and a sentence about it."""
        self.changes.show_rows(rows, line)
        self._told.setText(told)

    def show_snapshots(self, rows: Sequence[WalkRow], told: str, chosen: str) -> None:
        """Show the snapshots, one as the current one, and a sentence about them."""
        self.snapshots.show_rows(rows, chosen)
        self._kept.setText(told)
        for press in self._about_one:
            press.setEnabled(bool(rows))

    def offer_back(self, *, on: bool) -> None:
        """Offer to bring the current item back, or no more; the keyboard stays in the panel."""
        if not on and self.back.hasFocus():
            self.changes.setFocus()
        self.back.setVisible(on)


def _fill(field: Choices, named: Named, chosen: str) -> None:
    field.clear()
    for item_id, words in named:
        field.addItem(words, item_id)
    field.setCurrentIndex(max(0, field.findData(chosen)))

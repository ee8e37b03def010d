"""The card that takes names of people out of a copy: who is named where, a tick for each place."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ilead_studio.model import Workbook
from ilead_studio.rules.approving import Approval, approval
from ilead_studio.rules.name_hits import Hit, look_through
from ilead_studio.ui.commands.keys import is_enter, is_escape
from ilead_studio.ui.handing.names_rows import Rows, rows_of
from ilead_studio.ui.inspector.fields import LineField, ListField
from ilead_studio.ui.lists.row_list import RowList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.words import count, say

_WIDTH: Final = 720
_ROWS: Final = 0.45
"""Of the height of the window, that the rows take."""
_LEAST: Final = 80
"""Pixels of the rows, however large the type is."""
_AIR: Final = 8
_STEPS: Final = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10,
}  # fmt: skip


Find = Callable[[Workbook, tuple[str, ...], Callable[[tuple[Hit, ...]], None]], object]
"""Finds out who is named in a workbook, and who is told besides; tells it later."""


class NamesCard(Overlay):
    """Space ticks, F2 types what stands there instead, N another name to look for, Enter goes on.

    What ``find`` finds is told in a later turn; the card stands there meanwhile.
    ``approved`` tells that the copy is wanted: of ``workbook``, as ``approval`` says.
    """

    approved = Signal()

    def __init__(self, look: Look, over: QWidget, find: Find) -> None:
        super().__init__(over, look.theme.desk)
        self._look, self._find, self._is_looking = look, find, False
        self.workbook, self.approval = Workbook(), Approval()
        self._also: tuple[str, ...] = ()
        self._known = Rows()
        self.setAccessibleName(say("Remove names"))
        self._says = Wrapped("")
        self.rows = RowList(look, say("Who is named; Space ticks, F2 types what stands there"))
        self.rows.ticked.connect(self._tick)
        self.rows.chosen.connect(lambda _key: self._show_instead())
        self.rows.asked.connect(self._on_asked)
        self.instead = LineField(say("In its place"), say("Such as a role"))
        self._offered = ListField(self.instead)
        self.also = LineField(say("Another name to look for"), say("A name that you know"))
        for field in (self.rows, self._offered, self.also):
            field.installEventFilter(self)
        self.instead.typed.connect(self._put)
        self._compose()

    def _compose(self) -> None:
        px, look = self._look.px, self._look
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[px(16)] * 4)
        stack.setSpacing(px(8))
        for part in (label(say("Remove names"), "lead"), self._says, self.rows):
            stack.addWidget(part)
        find = button(say("Look for it"), "plain", look, sign="search", does=self._look_for)
        place = label(say("In its place"), "label")
        stack.addLayout(_line(look, place, self._offered))
        stack.addLayout(_line(look, label(say("Another name"), "label"), self.also, find))
        keys = Wrapped(say("Space  ticks · F2  in its place · N  another name · Enter  writes the"
                           " copy"), "small")  # fmt: skip
        stack.addWidget(keys)
        stack.addLayout(self._buttons(look))
        self._for_names = (self.rows, place, self._offered, keys, *self._every)

    def _buttons(self, look: Look) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        every = button(say("Tick all"), "plain", look, does=lambda: self._tick_all(on=True))
        none = button(say("Tick none"), "plain", look, does=lambda: self._tick_all(on=False))
        self.done = button(say("Write the copy…"), "main", look, does=self._take)
        self._every = every, none
        for part in self._every:
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(button(say("Cancel"), "plain", look, does=self.go))
        line.addWidget(self.done)
        return line

    # --- showing ---------------------------------------------------------------------------------
    def ask(self, workbook: Workbook) -> None:
        """Show who is named in a workbook."""
        self.workbook, self._also, self.approval = workbook, (), Approval()
        self.also.clear()
        self._offered.offer([it.name for it in workbook.roles])
        self._look_through((), self._on_names)
        self._fit()
        self.open_with(self.rows, self._place())

    def _look_through(self, also: tuple[str, ...], then: Callable[[], None]) -> None:
        """Find out who is named, and go on if the card is still about that."""
        workbook = self.workbook

        def on_found(hits: tuple[Hit, ...]) -> None:
            if self.isVisible() and workbook is self.workbook:
                self._is_looking = False
                self.approval = self.approval.with_hits(hits) if also else approval(hits)
                self._show()
                then()

        self._is_looking = True
        self._show()
        self._find(workbook, also, on_found)

    def _on_names(self) -> None:
        """Go to the first row, in a card as large as what was found."""
        self.rows.choose(next(iter(self._known), ""))
        self._show_instead()
        self._fit()
        self.show_at(self._place())

    def _place(self) -> QPoint:
        room = self._over.size() - self.size()
        return QPoint(room.width() // 2, room.height() // 3)

    def _show(self) -> None:
        """Show what was found; where nothing was, there is nothing to be decided."""
        rows, self._known = rows_of(self.approval)
        self.rows.show_rows(rows)
        self._says.setText(self._words())
        has_rows = bool(self._known) or (self._is_looking and not self._also)
        if not has_rows and self.rows.hasFocus():
            self.also.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in self._for_names:
            part.setVisible(has_rows)
        self.done.setEnabled(bool(self.approval.ticked))

    def _fit(self) -> None:
        """Be no larger than the window, and give the rows what is left of a part of it."""
        for it in self.findChildren(QWidget):
            it.ensurePolished()
        self.setFixedWidth(min(self._look.px(_WIDTH), self._over.width() - 2 * _AIR))
        self.rows.setFixedHeight(_LEAST)
        spare = self._over.height() - 2 * _AIR - self._high()
        wished = round(self._over.height() * _ROWS)
        self.rows.setFixedHeight(max(_LEAST, min(wished, _LEAST + spare)))
        self.setFixedHeight(self._high())

    def _high(self) -> int:
        inner = self.layout()
        assert inner is not None
        inner.activate()
        return inner.totalHeightForWidth(self.width()) + 2

    def _words(self) -> str:
        if self._is_looking:
            return say("Looking for names …")
        replaced, left = self.approval.replaced, self.approval.left
        if not self.approval.hits:
            return say("No name was found. {look}", look=look_through())
        found = count(replaced + left, "{number} place names somebody",
                      "{number} places name somebody")  # fmt: skip
        return say("{found}, {ticked} of them ticked. The copy is a new file without history; this"
                   " workbook stays as it is. {look}",
                   found=found, ticked=replaced, look=look_through())  # fmt: skip

    def _here(self) -> tuple[Hit, ...]:
        return self._known.get(self.rows.key, ())

    def _show_instead(self) -> None:
        words = {self.approval.instead(it) for it in self._here()}
        self._offered.setEnabled(bool(words))
        self.instead.show_text(next(iter(words)) if len(words) == 1 else "",
                               is_mixed=len(words) > 1)  # fmt: skip

    # --- deciding --------------------------------------------------------------------------------
    def _tick(self, key: str, on: bool) -> None:
        self.approval = self.approval.tick(self._known[key], on=on)
        self._show()

    def _tick_all(self, *, on: bool) -> None:
        self.approval = self.approval.tick(self.approval.hits, on=on)
        self._show()

    def _put(self, words: str) -> None:
        """Let other words stand in the place of what is chosen."""
        if self._here():
            self.approval = self.approval.put(self._here(), words)
            self._show()

    def _look_for(self) -> None:
        """Look for a name that somebody typed, and go to the first place where it stands."""
        name = " ".join(self.also.text().split())
        if not name:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        before = len(self.approval.hits)
        self._also = (*self._also, name)
        self._look_through(self._also, lambda: self._on_other(name, before))

    def _on_other(self, name: str, before: int) -> None:
        if len(self.approval.hits) == before:
            self._says.setText(say("“{name}” stands nowhere else.", name=name))
            self.also.selectAll()
            return
        self.also.clear()
        self.rows.choose(next(iter(self._known)))
        self._show_instead()
        self._fit()
        self.show_at(self._place())
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self.approval.ticked and not self._is_looking:
            self.approved.emit()

    # --- keys ------------------------------------------------------------------------------------
    def _on_asked(self, asked: str) -> None:
        ways = {"open": self._edit, "edit": self._edit, "leave": self.go,
                "new": self.also.setFocus}  # fmt: skip
        if asked in ways:
            ways[asked]()

    def _edit(self) -> None:
        if self._here():
            self._offered.setFocus(Qt.FocusReason.OtherFocusReason)
            self.instead.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear Enter, in the fields Escape and the arrows too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event, watched)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, watched: QObject) -> bool:
        key = Qt.Key(event.key())
        if watched is self.also and key in _STEPS:
            last = self.rows.count() - 1
            self.rows.setCurrentRow(max(0, min(last, self.rows.currentRow() + _STEPS[key])))
        elif is_enter(event) and watched is not self._offered:
            self._look_for() if watched is self.also else self._take()
        elif watched is self._offered and (is_enter(event) or is_escape(event)):
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_instead()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        focus = self.focusWidget()
        if is_enter(event) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)


def _line(look: Look, *parts: QWidget) -> QHBoxLayout:
    """Return a name, a field, and what is pressed for it, beside each other."""
    line = QHBoxLayout()
    line.setSpacing(look.px(8))
    for at, part in enumerate(parts):
        if not at:
            part.setFixedWidth(look.px(120))
        line.addWidget(part, int(at == 1))
    return line

"""The lines of a draft: which causes become drivers, in which words, and as what."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.rules.names import page_name
from ilead_studio.session.drafting import Choice, Draft, DraftRow, told
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.drivers.line import DriverLine, Heads
from ilead_studio.ui.frame.areas import hear_focus, holds
from ilead_studio.ui.inspector.fields import PickField, Tick
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button, label, panel
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say

MOST: Final = 30
"""Lines that are shown: more come when they are asked for."""
_AT_ONCE: Final = 8
"""Lines that are made at once: the others come when the first are seen."""
_WIDEST: Final = 1200


class DraftForm(QWidget):
    """``turned`` brings the theory, the fishbone, and whether all causes are shown.

    ``at_cause`` brings where the keyboard came to, ``asked`` a cause that is to be noted as an open
    question.
    """

    ticked = Signal(str, bool)
    changed = Signal(str, object)
    turned = Signal(str, str, bool)
    made = Signal()
    given_up = Signal()
    at_cause = Signal(str)
    asked = Signal(str)

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work, self._look = work, look
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines: dict[str, DriverLine] = {}
        self._most, self._made_most, self._looks_at = MOST, _AT_ONCE, ("", False)
        self._growing = QTimer(self, singleShot=True)  # when all else is done
        self._growing.timeout.connect(self._grow)
        self._every: tuple[DraftRow, ...] = ()
        self._drivers = QStandardItemModel(self)
        self._listed: object = None
        inner = QWidget()
        inner.setMaximumWidth(look.px(_WIDEST))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner)
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(*[look.px(it) for it in (16, 8, 16, 12)])
        stack.setSpacing(look.px(12))
        stack.addLayout(self._head())
        stack.addWidget(self._middle(), 1)
        stack.addLayout(self._foot())
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.made.emit,
                      context=Qt.ShortcutContext.WidgetWithChildrenShortcut)  # fmt: skip
        hear_focus(self._on_focus)

    # --- putting together ------------------------------------------------------------------------
    def _head(self) -> QHBoxLayout:
        line, px = QHBoxLayout(), self._look.px
        line.setSpacing(px(8))
        line.addWidget(label(say("Make drivers"), "title"))
        self.theory = PickField(say("For the driver diagram"))
        self.theory.activated.connect(self._turn)
        self.fishbone = PickField(say("From the fishbone"))
        self.fishbone.activated.connect(self._turn)
        for words, choice in ((say("for"), self.theory), (say("from"), self.fishbone)):
            line.addWidget(label(words, "status"))
            choice.setMinimumWidth(px(80))
            line.addWidget(choice, 1)
        return line

    def _middle(self) -> QWidget:
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = QFrame()
        card.setProperty("kind", "card")
        px, inside = self._look.px, panel("panel")
        self._rows = QVBoxLayout(card)
        self._rows.setContentsMargins(px(12), px(8), px(12), px(8))
        self._rows.setSpacing(0)
        self._nothing = Wrapped("", "")
        self._rows.addWidget(Heads(self._look))
        self._rows.addWidget(self._nothing)
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(px(8))
        around.addWidget(card)
        self._more = button(
            "", "quiet", self._look, sign="plus", role="accent", does=self._show_more
        )
        around.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        around.addStretch(1)
        scroll.setWidget(inside)
        return scroll

    def _foot(self) -> QHBoxLayout:
        line, px = QHBoxLayout(), self._look.px
        line.setSpacing(px(8))
        self.all = Tick(say("Show all causes"))
        self.all.clicked.connect(self._turn)
        line.addWidget(self.all)
        line.addWidget(Wrapped(say("One step to undo. Each driver keeps the cause that it answers,"
                                   " and the cause its driver."), "small"), 1)  # fmt: skip
        line.addWidget(button(say("Cancel"), "plain", self._look, does=self.given_up.emit))
        self.main = button(
            say("Make drivers"), "main", self._look, sign="arrow-right", role="on_accent",
            does=self.made.emit,
        )  # fmt: skip
        line.addWidget(self.main)
        return line

    def _turn(self, _how: object = None) -> None:
        """Tell what the fields say."""
        theory_id, fishbone_id = self.theory.currentData(), self.fishbone.currentData()
        self.turned.emit(theory_id, fishbone_id, self.all.isChecked())

    # --- showing ---------------------------------------------------------------------------------
    def show_draft(self, draft: Draft, rows: tuple[DraftRow, ...]) -> None:
        """Show the lines of a draft; those that stay are kept, with the keyboard in them."""
        self._offer(draft)
        self.all.setChecked(draft.shows_all)
        if (draft.fishbone_id, draft.shows_all) != self._looks_at:
            self._most, self._looks_at = MOST, (draft.fishbone_id, draft.shows_all)
            self._made_most = _AT_ONCE
        self._every = rows
        shown = tuple(told(self._work.workbook, row) for row in rows[: self._made_most])
        if [row.cause.id for row in shown] != list(self.lines):
            self._make_lines(shown)
        for row in shown:
            self.lines[row.cause.id].tell(row)
        left = len(rows) - self._most
        if len(shown) < min(self._most, len(rows)):
            self._growing.start()
        self._more.setText(count(left, " {number} more cause", " {number} more causes"))
        self._more.setVisible(left > 0)
        self._nothing.setText(say("No root cause is marked on this fishbone yet. “Show all causes”"
                                  " lists every cause."))  # fmt: skip
        self._nothing.setVisible(not rows)

    def show_choice(self, cause_id: str, choice: Choice) -> None:
        """Show another choice for one cause."""
        line = self.lines[cause_id]
        line.tell(line.row._replace(choice=choice))

    def _make_lines(self, rows: tuple[DraftRow, ...]) -> None:
        """Make the lines that are new, let go of those that went, and put them in order."""
        ids = {row.cause.id for row in rows}
        focus = QApplication.focusWidget()
        for gone in [it for it in self.lines if it not in ids]:
            line = self.lines.pop(gone)
            if focus is not None and holds(line, focus):
                self.setFocus()
            line.hide()
            line.deleteLater()
        known, self.lines = self.lines, {}
        for row in rows:
            line = known.get(row.cause.id) or self._line(row)
            self.lines[row.cause.id] = line
            self._rows.addWidget(line)

    def _grow(self) -> None:
        """Make some more of the lines that are to be there."""
        self._made_most = min(self._made_most + _AT_ONCE, self._most)
        self._turn()

    def _line(self, row: DraftRow) -> DriverLine:
        made = DriverLine(self._look, row, self._drivers)
        made.ticked.connect(self.ticked)
        made.changed.connect(self.changed)
        made.entered.connect(lambda: self._next(made))
        made.asked.connect(self.asked)
        made.setParent(self)
        made.show()
        return made

    def _show_more(self) -> None:
        first = self._every[self._most].cause.id
        self._most += MOST
        self.go_to(first)

    def _offer(self, draft: Draft) -> None:
        """List the pages and the drivers that there are."""
        book = self._work.workbook
        listed = (book.fishbones, book.theories, draft.theory_id)
        if listed == self._listed:
            return
        self._listed = listed
        self.fishbone.clear()
        for page in book.fishbones:
            self.fishbone.addItem(page_name(page), page.id)
        self.theory.clear()
        for theory in book.theories:
            self.theory.addItem(page_name(theory), theory.id)
        if self.theory.findData(draft.theory_id) < 0:
            self.theory.addItem(say("A new driver diagram"), draft.theory_id)
        self._drivers.clear()
        for driver in (it for page in book.theories if page.id == draft.theory_id
                       for it in page.drivers):  # fmt: skip
            item = QStandardItem(f"{driver.ref} · {driver.text}")
            item.setData(driver.id, Qt.ItemDataRole.UserRole)
            self._drivers.appendRow(item)

    def say_what(self, words: str) -> None:
        """Say on the button what it will do."""
        self.main.setText(f" {words}")
        self.main.setAccessibleName(words)

    # --- the keyboard ----------------------------------------------------------------------------
    def go_to(self, cause_id: str) -> None:
        """Put the keyboard into the line of a cause, or into the first one of a new driver."""
        ids = [row.cause.id for row in self._every]
        if cause_id in ids and cause_id not in self.lines:
            self._made_most = ids.index(cause_id) + 1
            self._most = max(self._most, self._made_most)
            self._turn()
        new = (it for it in self.lines.values() if it.row.choice.is_new)
        line = self.lines.get(cause_id) or next(new, next(iter(self.lines.values()), None))
        first = line.first if line else self.all
        self.setFocusProxy(first)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self, line: DriverLine) -> None:
        """Go on to the next field after a line, and from the last one to the button."""
        every = list(self.lines.values())
        after = every[every.index(line) + 1 :]
        fields = (it.first for it in after if it.row.choice.is_new)
        next(fields, self.main).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keep the line in sight that has the keyboard, and tell which cause it is."""
        for cause_id, line in self.lines.items():
            if now is not None and line.isAncestorOf(now):
                self.setFocusProxy(now)
                self._scroll.ensureWidgetVisible(line, 0, self._look.px(24))
                self.at_cause.emit(cause_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if is_escape(event):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

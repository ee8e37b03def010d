"""The people of a party as roles, each with how many have it; never a name of a person."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.ui.commands.keys import is_enter, is_escape
from ilead_studio.ui.inspector.fields import LineField, NumberField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.partnership.sentences import Crew, crews
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import button
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_MOST = 999


class RoleName(LineField):
    """A name that counts when it is left, or with Enter; Escape brings back what it was.

    A role is named wherever it raised or owns something, so not every letter changes all of those.
    ``kept`` brings other words, ``entered`` tells of Enter.
    """

    kept = Signal(str)
    entered = Signal()

    def __init__(self, name: str, asks: str = "") -> None:
        super().__init__(name, asks)
        late(self)
        self._was = ""
        self.done.connect(self._keep)
        self.installEventFilter(self)

    def show_name(self, words: str) -> None:
        """Show a name, unless somebody types another one."""
        self._was = words
        self.show_text(words)

    def _keep(self) -> None:
        words = " ".join(self.text().split())
        if words and words != self._was:
            self.kept.emit(words)
        else:
            self.setText(self._was)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear two keys."""
        if is_escape(event) and self.text() != self._was:
            self.setText(self._was)
            return True
        if is_enter(event):
            self._keep()
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)


class RoleLines(QWidget):
    """A line for each role of one party, and an empty one at the end for the next."""

    def __init__(self, work: Work, look: Look, party_id: str | None) -> None:
        super().__init__()
        self._work, self._look, self._party_id = work, look, party_id
        self._known: tuple[Crew, ...] = ()
        self._told: object = None
        self._lines: list[tuple[RoleName, NumberField, QWidget]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(4))
        self._grid.setColumnStretch(0, 1)
        self.next = RoleName(say("Add a role"), say("Add a role, never a name"))
        self.next.kept.connect(self._add)
        self._grid.addWidget(self.next, _MOST, 0, 1, 3)

    def refresh(self) -> None:
        """Show the roles, without disturbing somebody who types."""
        now, of = crews(self._work.workbook, self._party_id), self._of()
        if (now, of) == self._told:
            return
        self._known, self._told = now, (now, of)
        self.next.setAccessibleName(say("Add a role of {party}", party=of))
        while len(self._lines) > len(now):
            self._take_line_off()
        while len(self._lines) < len(now):
            self._add_line()
        for (name, number, away), it in zip(self._lines, now, strict=True):
            name.show_name(it.name)
            name.setAccessibleName(say("Role {name} of {party}", name=it.name, party=of))
            number.show_text(str(len(it.ids)))
            number.setAccessibleName(
                say("People who are {name} of {party}", name=it.name, party=of)
            )
            words = say("Take “{name}” of {party} off", name=it.name, party=of)
            away.setToolTip(words)
            away.setAccessibleName(words)

    def _of(self) -> str:
        """Name the party whose people these are."""
        parties = self._work.workbook.parties
        found = (it.name for it in parties if it.id == self._party_id)
        return next(found, say("no party"))

    def _add_line(self) -> None:
        at = len(self._lines)
        name, number = RoleName(say("Role")), NumberField(say("People"), _MOST)
        away = button("", "icon", self._look, sign="x", role="ink_soft",
                      does=partial(self._take_off, at))  # fmt: skip
        away.setFixedWidth(self._look.hit("row"))
        number.setFixedWidth(self._look.px(56))
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        name.kept.connect(partial(self._rename, at))
        name.entered.connect(self.next.setFocus)
        number.counted.connect(partial(self._count, at))
        number.done.connect(partial(self._show_number, at))
        line = (name, number, away)
        for column, part in enumerate(line):
            self._grid.addWidget(part, at, column)
            part.show()
        self._lines.append(line)
        QWidget.setTabOrder(away, self.next)

    def _take_line_off(self) -> None:
        for part in self._lines.pop():
            if part.hasFocus():
                self.next.setFocus(Qt.FocusReason.OtherFocusReason)
            part.hide()
            part.deleteLater()

    def _step(self, words: str, edit: Callable[[Workbook], Workbook], key: object = None) -> None:
        self._work.step(words, edit, merge_key=key)
        self._told = None
        self.refresh()

    def _add(self, words: str) -> None:
        new_id, party_id = self._work.ids(), self._party_id
        self.next.setText("")
        self._step(say("add a role"), lambda book: edits.add_role(book, new_id, words, party_id))

    def _rename(self, at: int, words: str) -> None:
        ids = self._known[at].ids

        def edit(book: Workbook) -> Workbook:
            for role_id in ids:
                book = edits.rename_role(book, role_id, words)
            return book

        self._step(say("rename a role"), edit)

    def _count(self, at: int, number: int) -> None:
        """Let so many people have a role; none is no number but a role that is taken off."""
        it = self._known[at]
        if not number:
            return
        new = tuple(self._work.ids() for _ in range(number - len(it.ids)))

        def edit(book: Workbook) -> Workbook:
            for role_id in it.ids[number:]:
                book = edits.delete_role(book, role_id)
            for role_id in new:
                book = edits.add_role(book, role_id, it.name, self._party_id)
            return book

        self._step(say("change how many have a role"), edit, ("role", self._party_id, it.name))

    def _show_number(self, at: int) -> None:
        self._work.session.break_merge()
        if at < len(self._known):
            self._lines[at][1].setText(str(len(self._known[at].ids)))

    def _take_off(self, at: int) -> None:
        ids = self._known[at].ids

        def edit(book: Workbook) -> Workbook:
            for role_id in ids:
                book = edits.delete_role(book, role_id)
            return book

        self._step(say("take the role “{name}” off", name=self._known[at].name), edit)

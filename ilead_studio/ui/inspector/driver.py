"""What is known of drivers: what is meant, how sure one is, what they serve and answer."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.model import Cause, Driver, Strength, find
from ilead_studio.rules.driver_words import driver_states
from ilead_studio.rules.find import fold
from ilead_studio.rules.outline import Role, Row
from ilead_studio.rules.trace import answering
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.inspector.fields import LineField, PickField, SentenceField, TextField
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.inspector.served import Served
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_MOST_OFFERED: Final = 12
_LINES: Final = 5
"""Lines of the list of what fits that are seen at once."""


class DefinitionGroup(Group):
    """What the team means by a driver: the hypothesis in full."""

    name = "definition"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("What we mean by it"))
        asks = say("What it looks like when this is so, and why we think it matters")
        self.field = TextField(look, say("What we mean by it"), 3, asks)
        self.field.typed.connect(self._write)
        self.field.done.connect(self.end_burst)
        self.stack.addWidget(self.field)

    def _write(self, words: str) -> None:
        self.put(say("change a definition"), burst="definition", definition=words)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Only drivers are defined."""
        return bool(it.having("definition"))

    def tell(self, it: Seen) -> None:
        """Show the definition that all have."""
        value, differ = it.common("definition")
        self.field.show_text(value or "", is_mixed=differ)


class DriverStateGroup(Group):
    """What the team believes of a driver, with the reason."""

    name = "driver state"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("State"))
        self.state = PickField(say("State"))
        for state, words in driver_states().items():
            self.state.addItem(words, state)
        self.state.activated.connect(self._choose)
        self.reason = SentenceField(look, say("Reason"), say("Why we think so"))
        self.reason.typed.connect(self._write)
        self.reason.done.connect(self.end_burst)
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.reason)

    def _choose(self, _at: int) -> None:
        self.put(say("change a state"), state=self.state.currentData())

    def _write(self, reason: str) -> None:
        self.put(say("change a reason"), burst="reason", state_reason=reason)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Only drivers have it; the state of an idea belongs to its cycles."""
        return bool(it.items) and all(isinstance(item, Driver) for item in it.items)

    def tell(self, it: Seen) -> None:
        """Show the state that all have."""
        state, differ = it.common("state")
        self.say_mixed(is_mixed=differ)
        self.state.setCurrentIndex(-1 if differ else self.state.findData(state))
        reason, reasons_differ = it.common("state_reason")
        self.reason.show_text(reason or "", is_mixed=reasons_differ)
        self.reason.setVisible(bool(reason) or reasons_differ or state != "hypothesis")


class ServesGroup(Group):
    """What a driver or an idea serves, how strongly, and a way to end that."""

    name = "serves"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Serves"))
        self._list = QVBoxLayout()
        self._lines: list[Served] = []
        """Lines are made when more are needed than ever before: Qt needs long to dress one."""
        add = button(
            say("Link to another driver"), "quiet", look, sign="plus", role="accent",
            does=self.link_asked.emit,
        )  # fmt: skip
        self.stack.addLayout(self._list)
        self.stack.addWidget(add)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for one driver or idea."""
        return len(it.rows) == 1 and it.rows[0].role in (Role.DRIVER, Role.IDEA)

    def tell(self, it: Seen) -> None:
        """Show a line for each thing that is served."""
        row, rows = it.rows[0], self.rows_of(it)
        served = (row.parent_id, *row.also)
        by_id = {above.id: above for above in rows if above.id in served}
        targets = [by_id[up] for up in served if up]
        while len(self._lines) < len(targets):
            self._lines.append(self._made())
        for line, target in zip(self._lines, targets, strict=False):
            line.tell(row, target)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(targets))

    def rows_of(self, _it: Seen) -> tuple[Row, ...]:
        """Return the rows among which those stand that are served."""
        return self._work.rows

    def _made(self) -> Served:
        made = Served(self._look)
        made.chosen.connect(self._set_strength)
        made.ended.connect(self._unlink)
        self._list.addWidget(made)
        made.show()
        tab_through((self,))
        return made

    def _set_strength(self, source: str, target: str, at: int) -> None:
        strength: Strength = "weak" if at else "strong"
        self._work.step(
            say("change a link"), lambda book: edits.set_strength(book, source, target, strength)
        )

    def _unlink(self, source: str, target: str) -> None:
        self._work.step(say("unlink"), lambda book: edits.unlink(book, source, target))


class TraceGroup(Group):
    """The trace between causes and the drivers that answer them, shown on both sides."""

    def __init__(self, work: Work, look: Look, title: str) -> None:
        super().__init__(work, look, title)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lines: list[QWidget] = []
        self._shown: object = None
        self.stack.addLayout(self._list)

    def show_lines(self, found: tuple[tuple[str, str, str], ...]) -> None:
        """Show (id, reference, words) of the other side, each with a way to go there."""
        if found == self._shown:
            return
        self._shown = found
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(*it) for it in found]
        for line in self._lines:
            self._list.addWidget(line)
            line.show()
        tab_through((self,))

    def _line(self, item_id: str, ref: str, words: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(4))
        go = button("", "icon", self._look, sign=self.sign, role="ink_soft",
                    does=lambda: self.gone_to.emit(item_id))  # fmt: skip
        tip = say("Go to {ref}, “{text}”", ref=ref, text=words)
        go.setToolTip(tip)
        go.setAccessibleName(tip)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Wrapped(f"{ref} · {words}"), 1)
        self.end_line(line, item_id, words)
        return made

    sign = "fish-bone"

    def end_line(self, line: QHBoxLayout, item_id: str, words: str) -> None:
        """Put something more at the end of a line."""


class AnsweredByGroup(TraceGroup):
    """Which drivers answer a cause."""

    name = "answered by"
    sign = "sitemap"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Answered by"))

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for a cause that a driver answers."""
        return isinstance(it.one, Cause) and bool(answering(it.workbook, it.one))

    def tell(self, it: Seen) -> None:
        """Show a line for each driver."""
        if isinstance(it.one, Cause):
            drivers = answering(self._work.workbook, it.one)
            self.show_lines(tuple((driver.id, driver.ref, driver.text) for driver in drivers))


class CausesGroup(TraceGroup):
    """Which causes something answers; more are found by typing."""

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Answers these causes"))
        self.cause_field = CauseField(work, look)
        self.cause_field.found.connect(self._add)
        self.cause_field.grown.connect(lambda: self.grown.emit(self.cause_field))
        self.stack.addWidget(self.cause_field)

    def causes(self) -> tuple[str, ...]:
        """Return the ids of the causes that what is selected answers."""
        raise NotImplementedError

    def keep(self, label: str, cause_ids: tuple[str, ...]) -> None:
        """Let it answer these causes, as one step."""
        raise NotImplementedError

    def tell(self, it: Seen) -> None:
        """Show a line for each cause."""
        causes = [find(self._work.workbook, cause_id) for cause_id in self.causes()]
        self.show_lines(tuple((c.id, c.ref, c.text) for c in causes if isinstance(c, Cause)))

    def end_line(self, line: QHBoxLayout, item_id: str, words: str) -> None:
        """Let it be answered no longer."""
        take = button("", "icon", self._look, sign="x", role="ink_soft",
                      does=lambda: self._take(item_id))  # fmt: skip
        tip = say("It does not answer “{text}”", text=words)
        take.setToolTip(tip)
        take.setAccessibleName(tip)
        line.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)

    def _add(self, cause_id: str) -> None:
        known = self.causes()
        if cause_id not in known:
            self.keep(say("answer a cause"), (*known, cause_id))

    def _take(self, cause_id: str) -> None:
        left = tuple(it for it in self.causes() if it != cause_id)
        self.keep(say("no longer answer a cause"), left)


class AnswersGroup(CausesGroup):
    """Which causes a driver answers."""

    name = "answers"

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for one driver, when there are causes."""
        return isinstance(it.one, Driver) and any(it.workbook.fishbones)

    def causes(self) -> tuple[str, ...]:
        """Return the causes that the driver answers."""
        driver = self._seen.one
        return driver.answers if isinstance(driver, Driver) else ()

    def keep(self, label: str, cause_ids: tuple[str, ...]) -> None:
        """Let the driver answer these."""
        self.put(label, answers=cause_ids)


class CauseField(QWidget):
    """Finds a cause by its words or its reference: a list opens under what is typed.

    Up and Down choose, Enter takes, Escape empties the field first.
    """

    found = Signal(str)
    grown = Signal()

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work = work
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(4))
        self.line = LineField(say("Find a cause"), say("Type to find a cause"))
        self.line.typed.connect(self._offer)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(say("Causes that fit"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.list.hide()
        stack.addWidget(self.line)
        stack.addWidget(self.list)

    def _offer(self, words: str) -> None:
        """List the causes that fit."""
        needle = fold(words.strip())
        self.list.clear()
        for cause in self._causes() if needle else ():
            text = f"{cause.ref} · {cause.text}"
            if needle in fold(text) and self.list.count() < _MOST_OFFERED:
                item = QListWidgetItem(text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, cause.id)
                item.setToolTip(text)
        self.list.setCurrentRow(0)
        lines = min(self.list.count(), _LINES)
        self.list.setFixedHeight(lines * max(1, self.list.sizeHintForRow(0)))
        self.list.setVisible(lines > 0)
        if lines:
            self.grown.emit()

    def _causes(self) -> Iterator[Cause]:
        """Return the causes; bones are headings, and copies say the same as their originals."""
        for page in self._work.workbook.fishbones:
            for cause in page.causes:
                if cause.same_as is None and cause.parent_id != page.id:
                    yield cause

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose in the list with what the field does not need itself."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + steps[key]) % self.list.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.count():
            self._take()
        elif key == Qt.Key.Key_Escape and self.line.text():
            self._empty()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        cause_id = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        self._empty()
        self.found.emit(cause_id)

    def _empty(self) -> None:
        self.line.clear()
        self.list.clear()
        self.list.hide()

"""One line of the page that makes drivers: a cause, what it becomes, and as what."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QStandardItemModel,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.signs import lead, meaning
from ilead_studio.rules.open_questions import is_asked
from ilead_studio.session.drafting import Choice, DraftRow, Way
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.inspector.fields import PickField, Tick
from ilead_studio.ui.lists.number_disc import number_disc
from ilead_studio.ui.lists.sign_paint import sign_icon
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button
from ilead_studio.words import say

_WIDTHS: Final = {0: 12, 2: 10, 3: 0}
"""How cause, words and kind share the width, by their columns."""
_KIND: Final = 180
"""Pixels for the kind of a driver: its longest name has to fit."""
_IN: Final = 16
"""Pixels by which a cause stands further in than its bone."""


class WordsField(QLineEdit):
    """The words of a driver to be: they are selected when the keyboard comes.

    Escape takes back what was typed since; once more is for the page.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._before = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing begins anew."""
        super().focusInEvent(event)
        self._before = self.text()
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._select()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives back the words that were there."""
        if is_escape(event) and self.text() != self._before:
            self.setText(self._before)
            self.textEdited.emit(self._before)
            self._select()
        elif is_escape(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _select(self) -> None:
        """Select all, with the first words in sight."""
        self.setSelection(len(self.text()), -len(self.text()))


class DriverLine(QWidget):
    """``changed`` brings the id of the cause and another choice, ``ticked`` whether it is chosen.

    ``entered`` tells that Enter was pressed in the field, ``asked`` brings a cause of which nobody
    is sure and about which a question is to be noted.
    """

    changed = Signal(str, object)
    ticked = Signal(str, bool)
    entered = Signal()
    asked = Signal(str)

    def __init__(self, look: Look, row: DraftRow, drivers: QStandardItemModel) -> None:
        super().__init__()
        self._look, self._drivers, self.row = look, drivers, row
        self._becomes: Becomes | None = None
        self._grid = _columns(self, look)
        self.tick = Tick("")
        self.tick.setAccessibleName(say("{text}: becomes a driver", text=row.cause.text))
        self.tick.clicked.connect(
            lambda: self.ticked.emit(self.row.cause.id, self.tick.isChecked())
        )
        self._known = Wrapped("", "small")
        self._grid.addLayout(self._cause(), 0, 0)
        self._asks = self._asking() if not row.is_bone and is_asked(row.cause) else None
        self.tell(row)

    def _cause(self) -> QHBoxLayout:
        """Put the cause together: tick, sign, its words, and what is known of it."""
        line, stack, row = QHBoxLayout(), QVBoxLayout(), self.row
        line.setSpacing(self._look.px(8))
        line.addSpacing(0 if row.is_bone else self._look.px(_IN))
        line.addWidget(self.tick)
        line.addWidget(self._sign())
        line.addLayout(stack, 1)
        stack.setSpacing(self._look.px(2))
        stack.addWidget(Wrapped(row.cause.text, "strong" if row.is_bone or row.cause.root else ""))
        stack.addWidget(self._known)
        return line

    def _sign(self) -> QLabel:
        """Return the number of a bone, or how sure the team is of a cause."""
        made, row, side = QLabel(), self.row, self._look.px(18)
        if row.is_bone:
            made.setPixmap(number_disc(row.number, self._look.theme, side))
            made.setAccessibleName(say("bone {number}", number=row.number))
        else:
            sign = lead(Marks(evidence=row.cause.evidence))
            made.setPixmap(sign_icon(sign, self._look.theme, side).pixmap(side, side))
            made.setAccessibleName(meaning(row.cause.evidence))
        return made

    def _asking(self) -> QWidget:
        words = say("Note a question about it")
        made = button(words, "quiet", self._look, sign="plus", role="accent",
                      does=lambda: self.asked.emit(self.row.cause.id))  # fmt: skip
        made.setAccessibleName(say("{words}: {text}", words=words, text=self.row.cause.text))
        self._grid.addWidget(made, 0, 2, 1, 2, Qt.AlignmentFlag.AlignLeft)
        return made

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes: what the cause becomes, or its tick."""
        return self._becomes.first if self._becomes and self._is_chosen else self.tick

    @property
    def becomes(self) -> "Becomes":
        """What it becomes; made when the cause is first chosen: Qt needs long to dress fields."""
        if self._becomes is None:
            self._becomes = Becomes(self._look, self.row, self._drivers, self._grid)
            self._becomes.changed.connect(self._change)
            self._becomes.entered.connect(self.entered)
            self._becomes.tab_after(self.tick)
        return self._becomes

    @property
    def _is_chosen(self) -> bool:
        return self.row.choice.way != "none"

    def tell(self, row: DraftRow) -> None:
        """Show what is chosen now."""
        self.row = row
        self.tick.setChecked(self._is_chosen)
        self._known.setText(row.known)
        self.tick.setAccessibleDescription(row.known)
        _see(self._known, visible=bool(row.known))
        if self._asks:
            _see(self._asks, visible=not self._is_chosen)
        if self._is_chosen:
            self.becomes.tell(row.choice)
        elif self._becomes is not None:
            self._becomes.hide()

    def _change(self, choice: Choice) -> None:
        if choice != self.row.choice:
            self.changed.emit(self.row.cause.id, choice)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line that parts it from the one before."""
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, QColor(self._look.theme.rule))


class Becomes(QObject):
    """What a cause becomes: words of a new driver or one that is there, and as what.

    ``changed`` brings another choice. Its parts stand in the columns of their line.
    """

    changed = Signal(object)
    entered = Signal()

    def __init__(
        self, look: Look, row: DraftRow, drivers: QStandardItemModel, grid: QGridLayout
    ) -> None:
        super().__init__(grid)
        self._look, self._text, self._drivers, self._grid = look, row.cause.text, drivers, grid
        self._choice = row.choice
        arrow = QLabel()
        arrow.setPixmap(pixmap("arrow-right", look.theme.ink_soft, look.px(18), 2.0))
        self.words = WordsField(say("Words of the driver that answers “{text}”", text=self._text))
        self.words.setPlaceholderText(self._text)
        self.words.textEdited.connect(lambda words: self._put(words=words))
        self.words.returnPressed.connect(self.entered)
        self.way = PickField(say("What “{text}” becomes", text=self._text))
        for way, words in ways(is_bone=row.is_bone, has_drivers=drivers.rowCount() > 0):
            self.way.addItem(words, way)
        self.way.activated.connect(lambda _at: self.turn(self.way.currentData()))
        self._onto: PickField | None = None
        self._offer = self._offered(row.offered) if row.offered else None
        self._parts: list[QWidget] = [arrow, self.words, self.way]
        for part, column in zip(self._parts, (1, 2, 3), strict=True):
            grid.addWidget(part, 0, column)
        if self._offer:
            grid.addWidget(self._offer, 1, 2, 1, 2)

    @property
    def onto(self) -> PickField:
        """The list of drivers that are there; the slowest part, and seldom needed."""
        if self._onto is None:
            self._onto = PickField(say("Driver that answers “{text}”", text=self._text))
            narrow = PickField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            self._onto.setSizeAdjustPolicy(narrow)
            self._onto.setModel(self._drivers)
            self._onto.activated.connect(lambda _at: self._put(onto=str(self.onto.currentData())))
            self._grid.addWidget(self._onto, 0, 2)
            QWidget.setTabOrder(self.words, self._onto)
        return self._onto

    def _offered(self, turned: str) -> QWidget:
        made = button(say("Or: {words}", words=turned), "quiet", self._look, role="accent",
                      does=lambda: self.take(turned))  # fmt: skip
        made.setAccessibleName(say("Use the words “{words}”", words=turned))
        return made

    def tab_after(self, tick: QWidget) -> None:
        """Let Tab come from the tick to the words, to what is offered, and to the kind."""
        order = (tick, self.words, *((self._offer,) if self._offer else ()), self.way)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    @property
    def first(self) -> QWidget:
        """What is to be typed or chosen first."""
        return self.words if self._choice.is_new else self.onto

    def hide(self) -> None:
        """Show nothing: the cause becomes nothing."""
        for part in (*self._parts, self._onto, self._offer):
            if part:
                part.hide()

    def tell(self, choice: Choice) -> None:
        """Show a choice; a field that is typed into is left alone."""
        self._choice = choice
        for part in self._parts:
            _see(part, visible=choice.is_new or part is not self.words)
        if self.words.text().strip() != choice.words.strip():
            self.words.setText(choice.words)
            self.words.setCursorPosition(0)
        if not choice.is_new:
            self.onto.setCurrentIndex(self.onto.findData(choice.onto))
        if self._onto:
            _see(self._onto, visible=not choice.is_new)
        self.way.setCurrentIndex(self.way.findData(choice.way))
        if self._offer:
            _see(self._offer, visible=choice.is_new)

    def take(self, words: str) -> None:
        """Take the words that are offered, and let them be typed over."""
        self._put(words=words)
        self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn(self, way: Way) -> None:
        """Let it become something else; the first driver is proposed when one that is there is."""
        onto = ""
        if way == "existing":
            first = self._drivers.item(0).data(Qt.ItemDataRole.UserRole)
            onto = self._choice.onto or str(first)
        self.changed.emit(replace(self._choice, way=way, onto=onto))

    def _put(self, words: str | None = None, onto: str | None = None) -> None:
        now = self._choice
        self.changed.emit(
            replace(now, words=now.words if words is None else words, onto=onto or now.onto)
        )


def _see(part: QWidget, *, visible: bool) -> None:
    """Show or hide a part; what nobody hid comes with its line, which is much faster."""
    hidden = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and part.isHidden()
    if hidden == visible:
        part.setVisible(visible)


class Heads(QWidget):
    """What stands over the columns of the lines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        grid = _columns(self, look)
        grid.addWidget(OneLine("label", say("On the fishbone")), 0, 0)
        grid.addWidget(Wrapped(say("Becomes, in your words"), "label"), 0, 2)
        grid.addWidget(OneLine("label", say("As")), 0, 3)


def _columns(part: QWidget, look: Look) -> QGridLayout:
    """Lay a line out: cause, arrow, words, kind."""
    grid, air = QGridLayout(part), look.px(8)
    grid.setContentsMargins(0, air, 0, air)
    grid.setHorizontalSpacing(look.px(8))
    grid.setVerticalSpacing(look.px(2))
    for column, stretch in _WIDTHS.items():
        grid.setColumnStretch(column, stretch)
    grid.setColumnMinimumWidth(1, look.px(20))
    grid.setColumnMinimumWidth(3, look.px(_KIND))
    return grid


def ways(*, is_bone: bool, has_drivers: bool) -> tuple[tuple[Way, str], ...]:
    """Return what a bone or a cause can become, in words."""
    new: tuple[tuple[Way, str], ...] = (("primary", say("New primary driver")),)
    if not is_bone:
        new = (*new, ("secondary", say("Secondary, below it")))
    if has_drivers:
        new = (*new, ("existing", say("Existing driver")))
    return (*new, ("none", say("No driver of its own")))

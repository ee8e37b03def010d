"""One line of the page that makes drivers: a cause, what it becomes, and as what."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
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
from ilead_studio.drawing.signs import lead
from ilead_studio.rules.turned import turned_around
from ilead_studio.session.drafting import Choice, DraftRow, Way
from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.inspector_fields import PickField, Tick
from ilead_studio.ui.keys import is_escape
from ilead_studio.ui.look import Look
from ilead_studio.ui.number_disc import number_disc
from ilead_studio.ui.parts import OneLine, Wrapped, button
from ilead_studio.ui.sign_paint import sign_icon
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

    ``entered`` tells that Enter was pressed in the field.
    """

    changed = Signal(str, object)
    ticked = Signal(str, bool)
    entered = Signal()

    def __init__(self, look: Look, row: DraftRow, drivers: QStandardItemModel) -> None:
        super().__init__()
        self._look, self._drivers, self.row = look, drivers, row
        self._field: WordsField | None = None
        self._onto: PickField | None = None
        self._way: PickField | None = None
        self._arrow: QLabel | None = None
        self._offer: QWidget | None = None
        self._grid = _columns(self, look)
        self.tick = Tick("")
        self.tick.setAccessibleName(say("{text}: becomes a driver", text=row.cause.text))
        self.tick.clicked.connect(
            lambda: self.ticked.emit(self.row.cause.id, self.tick.isChecked())
        )
        self._known = Wrapped("", "small")
        self._grid.addLayout(self._cause(), 0, 0)
        self.tell(row)

    def _sign(self) -> QLabel:
        """Return the number of a bone, or how sure the team is of a cause."""
        made, row, side = QLabel(), self.row, self._look.px(18)
        if row.is_bone:
            made.setPixmap(number_disc(row.number, self._look.theme, side))
        else:
            sign = lead(Marks(evidence=row.cause.evidence))
            made.setPixmap(sign_icon(sign, self._look.theme, side).pixmap(side, side))
        return made

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

    # --- showing ---------------------------------------------------------------------------------
    def tell(self, row: DraftRow) -> None:
        """Show what is chosen now; a field that is typed into is left alone."""
        self.row, choice = row, row.choice
        self.tick.setChecked(choice.way != "none")
        self._known.setText(row.known)
        self._known.setVisible(bool(row.known))
        if choice.way == "none":
            self._hide()
            return
        self._make()
        assert self._field
        assert self._onto
        assert self._way
        self._field.setVisible(choice.is_new)
        if self._field.text().strip() != choice.words.strip():
            self._field.setText(choice.words)
            self._field.setCursorPosition(0)
        self._onto.setVisible(not choice.is_new)
        self._onto.setCurrentIndex(self._onto.findData(choice.onto))
        self._way.setCurrentIndex(self._way.findData(choice.way))
        if self._offer:
            self._offer.setVisible(choice.is_new)

    def _hide(self) -> None:
        for part in (self._arrow, self._field, self._onto, self._way, self._offer):
            if part:
                part.hide()

    def _make(self) -> None:
        """Make the fields when the cause is first chosen: Qt needs long to dress them."""
        if self._field is None:
            self._make_fields(self.row.cause.text)
        for part in (self._arrow, self._way):
            if part:
                part.show()

    def _make_fields(self, text: str) -> None:
        side = self._look.px(18)
        self._arrow = QLabel()
        self._arrow.setPixmap(pixmap("arrow-right", self._look.theme.ink_soft, side, 2.0))
        self._field = WordsField(say("Words of the driver that answers “{text}”", text=text))
        self._field.setPlaceholderText(text)
        self._field.textEdited.connect(
            lambda words: self._emit(replace(self.row.choice, words=words))
        )
        self._field.returnPressed.connect(self.entered.emit)
        self._onto = PickField(say("Driver that answers “{text}”", text=text))
        self._onto.setSizeAdjustPolicy(
            PickField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._onto.setModel(self._drivers)
        self._onto.activated.connect(
            lambda _at: self._emit(replace(self.row.choice, onto=self._onto_id))
        )
        self._way = PickField(say("What “{text}” becomes", text=text))
        for way, words in ways(
            is_bone=self.row.is_bone, has_drivers=bool(self._drivers.rowCount())
        ):
            self._way.addItem(words, way)
        self._way.activated.connect(lambda _at: self._turn(self._way_chosen))
        for part, column in ((self._arrow, 1), (self._field, 2), (self._onto, 2), (self._way, 3)):
            self._grid.addWidget(part, 0, column)
        if turned := turned_around(text):
            self._offer = self._offered(turned)
            self._grid.addWidget(self._offer, 1, 2, 1, 2)
        order = (self.tick, self._field, self._onto, *((self._offer,) if self._offer else ()))
        for one, other in zip(order, (*order[1:], self._way), strict=True):
            QWidget.setTabOrder(one, other)

    def _offered(self, turned: str) -> QWidget:
        made = button(say("Or: {words}", words=turned), "quiet", self._look, role="accent",
                      does=lambda: self._take(turned))  # fmt: skip
        made.setAccessibleName(say("Use the words “{words}”", words=turned))
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line that parts it from the one before."""
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, QColor(self._look.theme.rule))

    # --- choosing --------------------------------------------------------------------------------
    @property
    def first(self) -> QWidget:
        """Where the keyboard goes: what the cause becomes, or its tick."""
        if self._field and self.row.choice.is_new:
            return self._field
        return self._onto if self._onto and self.row.choice.way == "existing" else self.tick

    @property
    def _onto_id(self) -> str:
        return str(self._onto.currentData()) if self._onto else ""

    @property
    def _way_chosen(self) -> Way:
        way: Way = self._way.currentData() if self._way else "none"
        return way

    def _take(self, words: str) -> None:
        """Take the words that are offered, and let them be typed over."""
        self._emit(replace(self.row.choice, words=words))
        if self._field:
            self._field.setText(words)
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn(self, way: Way) -> None:
        onto = self.row.choice.onto or self._first_driver if way == "existing" else ""
        self._emit(replace(self.row.choice, way=way, onto=onto))

    @property
    def _first_driver(self) -> str:
        return str(self._drivers.item(0).data(Qt.ItemDataRole.UserRole))

    def _emit(self, choice: Choice) -> None:
        if choice != self.row.choice:
            self.changed.emit(self.row.cause.id, choice)


class Heads(QWidget):
    """What stands over the columns of the lines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        grid = _columns(self, look)
        grid.addWidget(OneLine("label", say("On the fishbone")), 0, 0)
        grid.addWidget(OneLine("label", say("Becomes, in your words")), 0, 2)
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

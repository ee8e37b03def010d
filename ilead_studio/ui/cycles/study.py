"""The quarter Study: results beside predictions, what was learned, and what it says further up."""

from typing import Final, Literal, NamedTuple, get_args

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ilead_studio.model import Cycle, Question, Speaks
from ilead_studio.model.cycle import Changed, Value
from ilead_studio.rules.cycle_page import About, asked_about
from ilead_studio.rules.cycle_steps import why_not_write
from ilead_studio.rules.cycles import match_words
from ilead_studio.rules.evidence_words import speaks
from ilead_studio.rules.learning import changed_words, value_words
from ilead_studio.ui.cycles.quarter import Choose, Entry, Quarter
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.ui.inspector.fields import PickField, Tick
from ilead_studio.ui.looks.icons import icon, pixmap
from ilead_studio.ui.widgets.cells import Cell
from ilead_studio.ui.widgets.parts import Wrapped, label, rule
from ilead_studio.words import say

_FIXED: Final = QSizePolicy.Policy.Fixed
_SIGNS: Final = {
    "matched": ("circle-check", "good"), "partly": ("circle-half-vertical", "warn"),
    "not": ("circle-x", "bad"),
}  # fmt: skip
_VALUES: Final[tuple[Value, ...]] = get_args(Value)
_CHANGES: Final[tuple[Changed, ...]] = get_args(Changed)


class _Result(NamedTuple):
    question: Wrapped
    predicted: Wrapped
    cell: Cell
    match: PickField


class Results(QWidget):
    """Each prediction with what happened beside it, and whether they met."""

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._asked: tuple[Question, ...] = ()
        self.rows: list[_Result] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(sheet.look.px(8))
        self._grid.setVerticalSpacing(sheet.look.px(2))
        heads = (say("Question"), say("We predicted"), say("What happened"), say("Met"))
        for at, words in enumerate(heads):
            self._grid.addWidget(label(words, "small"), 0, at)
            self._grid.setColumnStretch(at, (4, 3, 4, 0)[at])

    def tell(self, cycle: Cycle, *, off: bool) -> None:
        """Show the results of a cycle."""
        self._asked = cycle.questions
        while len(self.rows) < len(self._asked):
            self.rows.append(self._make(len(self.rows)))
        for at, row in enumerate(self.rows):
            asked = self._asked[at] if at < len(self._asked) else None
            for part in row:
                part.setVisible(asked is not None)
            if asked is None:
                continue
            row.question.setText(asked.text)
            row.predicted.setText(asked.prediction or say("no prediction"))
            row.cell.show_text(asked.result)
            row.cell.setReadOnly(off)
            row.match.setCurrentIndex(max(0, row.match.findData(asked.match)))
            row.match.setEnabled(not off)
            name = say("What happened: {question}, we predicted {prediction}",
                       question=asked.text, prediction=asked.prediction)  # fmt: skip
            row.cell.setAccessibleName(name)

    def _make(self, at: int) -> _Result:
        look = self._sheet.look
        cell = Cell(look, say("What happened"), say("What happened?"))
        cell.typed.connect(lambda text: self._put(at, "result", text))
        cell.done.connect(self._sheet.end_burst)
        cell.entered.connect(lambda: self.go(at + 1))
        cell.left.connect(lambda step: self.go(at + step))
        match = PickField(say("Prediction {number} met the result", number=at + 1))
        match.addItem(say("not judged"), "")
        for value, (sign, role) in _SIGNS.items():
            match.addItem(icon(sign, look.theme, look.px(16), role), match_words(value), value)
        match.setSizePolicy(_FIXED, _FIXED)
        match.activated.connect(lambda _at: self._put(at, "match", match.currentData()))
        row = _Result(Wrapped(""), Wrapped(""), cell, match)
        for place, part in enumerate(row):
            if place < 2:
                part.setContentsMargins(0, look.px(6), 0, 0)
            self._grid.addWidget(part, at + 1, place, Qt.AlignmentFlag.AlignTop)
        return row

    def _put(self, at: int, field: str, value: object) -> None:
        self._sheet.change_line(self._asked[at].id, field, value, burst=field == "result")

    def go(self, at: int) -> None:
        """Give the keyboard to a row; beyond the last one to what comes after."""
        shown = self.rows[: len(self._asked)]
        if 0 <= at < len(shown):
            shown[at].cell.setFocus(Qt.FocusReason.TabFocusReason)
        elif shown and at > 0:
            shown[-1].match.focusNextChild()
        elif shown:
            shown[0].cell.focusPreviousChild()


class _Finding(NamedTuple):
    sign: QLabel
    words: Wrapped
    pick: PickField
    note: Cell


class Findings(QWidget):
    """What a cycle says about drivers and causes; it is kept there as evidence."""

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._about: tuple[About, ...] = ()
        self.rows: list[_Finding] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(sheet.look.px(4))
        none = say(
            "The change idea serves no driver yet: link it in the theory, and what was learned"
            " here can be kept there."
        )
        self._none = Wrapped(none, "status")
        self._grid.addWidget(self._none, 0, 0, 1, 3)

    def tell(self, about: tuple[About, ...], *, off: bool) -> None:
        """Show about what the cycle speaks."""
        self._about = about
        self._none.setVisible(not about)
        while len(self.rows) < len(about):
            self.rows.append(self._make(len(self.rows)))
        for at, row in enumerate(self.rows):
            it = about[at] if at < len(about) else None
            for part in row:
                part.setVisible(it is not None and (part is not row.note or bool(it.speaks)))
            if it is not None:
                self._fill(row, it, off=off)

    def _fill(self, row: _Finding, it: About, *, off: bool) -> None:
        look = self._sheet.look
        sign = "hierarchy-2" if it.is_driver else "fish-bone"
        row.sign.setPixmap(pixmap(sign, look.theme.ink_soft, look.px(18), 2.0))
        row.words.setText(say("{ref}  {text}", ref=it.ref, text=it.text))
        name = say("What this cycle says about {ref}, {text}", ref=it.ref, text=it.text)
        row.pick.setAccessibleName(name)
        row.pick.setAccessibleDescription(name)
        row.pick.setCurrentIndex(max(0, row.pick.findData(it.speaks)))
        row.pick.setEnabled(not off)
        row.note.setAccessibleName(say("Why it says so about {ref}, {text}", ref=it.ref,
                                       text=it.text))  # fmt: skip
        row.note.show_text(it.note)
        row.note.setReadOnly(off)

    def _make(self, at: int) -> _Finding:
        look = self._sheet.look
        pick = PickField("")
        pick.addItem(say("says nothing"), "")
        for value in ("for", "mixed", "against"):
            pick.addItem(speaks()[value], value)
        pick.setSizePolicy(_FIXED, _FIXED)
        pick.activated.connect(lambda _at: self._put(at, pick.currentData()))
        note = Cell(look, "", say("Why does it say so? A note, if it helps"))
        note.typed.connect(lambda text: self._write(at, text))
        note.done.connect(self._sheet.end_burst)
        note.entered.connect(note.focusNextChild)
        note.left.connect(lambda step: note.focusNextPrevChild(step > 0))
        row = _Finding(QLabel(), Wrapped(""), pick, note)
        row.sign.setFixedSize(QSize(look.px(18), look.px(18)))
        for place, part in enumerate((row.sign, row.words, row.pick)):
            self._grid.addWidget(part, 2 * at + 1, place)
        self._grid.addWidget(note, 2 * at + 2, 1, 1, 2)
        return row

    def _put(self, at: int, value: Speaks | Literal[""]) -> None:
        it = self._about[at]
        if value != it.speaks:
            self._sheet.say_about(it.item_id, value, it.note)

    def _write(self, at: int, note: str) -> None:
        """Keep why the cycle says so; a burst of typing is one step."""
        it, words = self._about[at], note.strip()
        if it.speaks and words != it.note:
            self._sheet.say_about(it.item_id, it.speaks, words, burst=True)


class StudyQuarter(Quarter):
    """Results, comparison, learning, and what it says about which driver and cause."""

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__(sheet, say("Study"))
        self.results, self.findings = Results(sheet), Findings(sheet)
        self.lists = (self.results, self.findings)
        self.values: dict[Value, Tick] = {}

    def fill(self) -> None:
        """Make the fields."""
        self.add_wide(self.results)
        self.add_cell(Entry("comparison", words=say("Compared")))
        self.add_pick(Choose("improved", say("Improved"), (
            ("", say("Not said yet")), ("yes", say("Yes")), ("partly", say("Partly")),
            ("no", say("No")),
        )))  # fmt: skip
        self.add_cell(Entry("improved_why", words=say("Why")))
        self.add_cell(Entry("learned", say("What do we know now?"), words=say("Learned")))
        self.add_wide(rule())
        self.add_wide(label(say("What this says about the driver and the cause:"
                                " kept there as evidence"), "label"))  # fmt: skip
        self.add_wide(self.findings)
        self._add_tags()

    def _add_tags(self) -> None:
        self.values = {it: Tick(value_words(it).partition(":")[0]) for it in _VALUES}
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, (value, tick) in enumerate(self.values.items()):
            tick.setToolTip(value_words(value))
            tick.setAccessibleName(say("Value: {words}", words=value_words(value)))
            tick.clicked.connect(self._put_values)
            grid.addWidget(tick, at // 3, at % 3)
        self.add_wide(rule())
        self.add_row(say("Its value"), held)
        self.add_pick(Choose("changed", say("It changed"), tuple(
            (it, changed_words(it)) for it in _CHANGES)))  # fmt: skip

    def _put_values(self) -> None:
        self.sheet.put("values", tuple(it for it, tick in self.values.items() if tick.isChecked()))

    def tell(self, cycle: Cycle) -> None:
        """Show what was learned, or that Do comes first."""
        waits = bool(why_not_write(cycle))
        self.note.setText("" if waits else say("predictions beside results"))
        self.wait_for(say("Results come beside the predictions once Do began.") if waits else "")
        if waits:
            return
        super().tell(cycle)
        off = self.sheet.work.read_only
        self.results.tell(cycle, off=off)
        self.findings.tell(asked_about(self.sheet.work.workbook, cycle), off=off)
        for value, tick in self.values.items():
            tick.show_ticks([value in cycle.values])
            tick.setEnabled(not off)

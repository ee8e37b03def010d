"""What is known about one learning: its words, what it changed, its worth, its line of sight."""

from collections.abc import Callable
from typing import Final, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Cycle, Workbook
from ilead_studio.model.cycle import Changed, Value
from ilead_studio.rules.cycles import cycle_name, cycle_with_id, parties_of
from ilead_studio.rules.learning import value_words
from ilead_studio.rules.sight_outline import SightRow, sight_rows
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.inspector.fields import TextField, Tick
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import ShortButton, Wrapped, label, panel
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_MOST: Final = 12
"""Lines of a line of sight that are shown."""
Goes = Callable[[SightRow], None]


class LearningSide(QScrollArea):
    """Writes while one types; what is changed here is changed in the cycle.

    ``left`` tells that Escape was pressed; ``goes`` shows one thing of the line of sight.
    """

    left = Signal()

    def __init__(self, work: Work, look: Look, goes: Goes) -> None:
        super().__init__()
        self._work, self._look, self.goes = work, look, goes
        self._cycle_id = ""
        self.chain: tuple[SightRow, ...] = ()
        self.parties: dict[str, Tick] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = panel("right")
        self._stack = QVBoxLayout(inside)
        self._stack.setContentsMargins(look.px(12), look.px(12), look.px(8), look.px(12))
        self._stack.setSpacing(look.px(4))
        self._name = Wrapped("", "strong")
        self._nothing = Wrapped(say("Choose a learning to see and change what is known about it."))
        self._all = QWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._all)
        self._stack.addStretch(1)
        self._compose(QVBoxLayout(self._all))
        self.setWidget(inside)
        self.setFocusProxy(self.words)

    def _compose(self, stack: QVBoxLayout) -> None:
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self._look.px(4))
        self.words = TextField(self._look, say("What we learned"), 3)
        self.words.typed.connect(self._write)
        self.words.done.connect(self._end_burst)
        kinds: tuple[tuple[Changed, str], ...] = (
            ("action", say("Action")), ("assumption", say("Assumption")), ("value", say("Value")),
        )  # fmt: skip
        choices = [Choice(kind, words) for kind, words in kinds]
        self.changed = Segments(self._look, say("What changed"), choices, none="")
        self.changed.chosen.connect(lambda kind: self._put(say("say what changed"), changed=kind))
        self.values: dict[Value, Tick] = {}
        stack.addWidget(self._name)
        self._add(stack, say("What we learned"), self.words)
        self._add(stack, say("What changed"), self.changed)
        self._add(stack, say("Kind of value"))
        for value in get_args(Value):
            tick = self.values[value] = Tick(value_words(value))
            tick.clicked.connect(self._put_values)
            stack.addWidget(tick)
        self._add(stack, say("Line of sight"))
        self._sight = QVBoxLayout()
        stack.addLayout(self._sight)
        self._who = self._add(stack, say("Learned by"))
        self._whose = QVBoxLayout()
        stack.addLayout(self._whose)

    def _add(self, stack: QVBoxLayout, title: str, part: QWidget | None = None) -> QWidget:
        """Add a heading and what stands under it."""
        made = label(title, "label")
        stack.addSpacing(self._look.px(8))
        stack.addWidget(made)
        if part is not None:
            stack.addWidget(part)
        return made

    # --- showing ---------------------------------------------------------------------------------
    def tell(self, cycle_id: str) -> None:
        """Show what a cycle taught; nothing for an unknown one."""
        if cycle_id != self._cycle_id:
            self._work.session.break_merge()
        self._cycle_id = cycle_id
        cycle = self._cycle
        self._nothing.setVisible(cycle is None)
        self._all.setVisible(cycle is not None)
        if cycle is None:
            return
        self._all.setEnabled(not self._work.read_only)
        book = self._work.workbook
        self._name.setText(f"{cycle.ref}  {cycle_name(book, cycle)}")
        self.words.show_text(cycle.learned)
        self.changed.show_value(cycle.changed)
        for value, tick in self.values.items():
            tick.show_ticks([value in cycle.values])
        self._show_sight(book, cycle)
        self._show_parties(book, cycle)

    @property
    def _cycle(self) -> Cycle | None:
        return cycle_with_id(self._work.workbook, self._cycle_id)

    def _show_sight(self, book: Workbook, cycle: Cycle) -> None:
        chain = tuple(_chain(book, cycle))
        if chain == self.chain:
            return
        self.chain = chain
        _emptied(self._sight)
        for row in chain[:_MOST]:
            self._sight.addWidget(self._link(row))
        if len(chain) > _MOST:
            words = say("and {number} more", number=len(chain) - _MOST)
            self._sight.addWidget(label(words, "small"))

    def _link(self, row: SightRow) -> QWidget:
        words = "  ".join(filter(None, (row.ref, row.text)))
        made = ShortButton("quiet", self._look)
        made.clicked.connect(lambda: self.goes(row))
        made.show_words(words)
        made.setAccessibleName(say("{kind}: {words}", kind=row.kind, words=words))
        made.setToolTip(f"{words}\n{row.kind}")
        return made

    def _show_parties(self, book: Workbook, cycle: Cycle) -> None:
        if [*self.parties] != [it.id for it in book.parties]:
            _emptied(self._whose)
            self.parties = {}
            for party in book.parties:
                tick = self.parties[party.id] = Tick(party.name.replace("&", "&&"))
                tick.clicked.connect(self._put_parties)
                self._whose.addWidget(tick)
        self._who.setVisible(bool(book.parties))
        whose = parties_of(book, cycle)
        for party in book.parties:
            self.parties[party.id].setText(party.name.replace("&", "&&"))
            self.parties[party.id].show_ticks([party.id in whose])

    # --- changing --------------------------------------------------------------------------------
    def _write(self, words: str) -> None:
        cycle = self._cycle
        if cycle and words.strip() != cycle.learned:
            self._put(say("write what was learned"), burst="learned", learned=words)

    def _put_values(self) -> None:
        values = tuple(value for value, tick in self.values.items() if tick.isChecked())
        self._put(say("say what a learning is worth"), values=values)

    def _put_parties(self) -> None:
        parties = tuple(party_id for party_id, tick in self.parties.items() if tick.isChecked())
        self._put(say("say who learned it"), parties=parties)

    def _put(self, step: str, *, burst: str = "", **fields: object) -> None:
        cycle_id = self._cycle_id
        self._work.step(
            step,
            lambda book: edits.put_cycle(book, cycle_id, **fields),
            merge_key=(burst, cycle_id) if burst else None,
        )
        self.tell(cycle_id)

    def _end_burst(self) -> None:
        self._work.session.break_merge()
        self.tell(self._cycle_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if is_escape(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _chain(book: Workbook, cycle: Cycle) -> list[SightRow]:
    """Return the way up from a cycle: idea, drivers, aim, then causes, head and problem.

    Other cycles, other ideas and evidence are left out.
    """
    kept = {cycle.id: 0, cycle.idea_id: 1}
    others = {it.id for its in (book.evidence, book.cycles, book.ideas) for it in its}
    theories = {page.id for page in book.theories}

    def place(row: SightRow) -> tuple[int, int]:
        if row.id in kept:
            return kept[row.id], 0
        return (2 if row.page_id in theories else 3 if row.page_id else 4), -row.depth

    rows = (row for row in sight_rows(book, cycle.id) if row.id in kept or row.id not in others)
    return sorted(rows, key=place)


def _emptied(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if part := item.widget():
            part.hide()
            part.deleteLater()

"""What is known about the selected items: their words first, then group by group what is decided.

One item or many: a change applies to all of them as one step, and where they differ that is said.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import page_of
from ilead_studio.rules.measures import measure_with_id
from ilead_studio.rules.outline import Role, Row, role_words
from ilead_studio.storage.settings import Settings
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.inspector.aim import AimGroup, GainsGroup
from ilead_studio.ui.inspector.driver import (
    AnsweredByGroup,
    AnswersGroup,
    DefinitionGroup,
    DriverStateGroup,
    ServesGroup,
)
from ilead_studio.ui.inspector.evidence import EvidenceItemsGroup
from ilead_studio.ui.inspector.fields import TextField
from ilead_studio.ui.inspector.group import Group, Kind, Seen, seen
from ilead_studio.ui.inspector.judged import (
    EffortGroup,
    EvidenceGroup,
    LensesGroup,
    ReachGroup,
    RootGroup,
    VotesGroup,
)
from ilead_studio.ui.inspector.measures import AimMeasureGroup, MeasuresGroup
from ilead_studio.ui.inspector.problem import ProblemGroup
from ilead_studio.ui.inspector.who import OwnerGroup, PartiesGroup, RaisedGroup
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.measures.in_view import go_to_measure
from ilead_studio.ui.widgets.parts import OneLine, label, panel
from ilead_studio.ui.work import Work
from ilead_studio.words import capital, count, say


class Inspector(QScrollArea):
    """The panel at the right; it writes while one types, and a burst of typing is one undo step.

    ``left`` tells that the keyboard goes back to the page. ``memory`` keeps which groups are
    closed. ``kinds`` are the groups that there can be, in order; ``reads`` tells what is selected.
    """

    link_asked = Signal()
    aim_asked = Signal()
    left = Signal()

    def __init__(
        self,
        work: Work,
        look: Look,
        memory: Settings | None = None,
        kinds: tuple[Kind, ...] = (),
        reads: Callable[[Work], Seen] = seen,
    ) -> None:
        super().__init__()
        self._work, self._kinds, self._reads = work, kinds or _GROUPS, reads
        self._seen = Seen()
        self._look, self._memory = look, memory
        self._be_a_panel()
        inside = panel("panel")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(*[look.px(it) for it in (12, 12, 12, 16)])
        stack.setSpacing(0)
        self._stack = stack
        self.setWidget(inside)
        self._empty = label(_nothing(), "small")
        self._head = _Head(work, look, reads)
        self._groups: dict[Kind, Group] = {}
        self._untied = False
        """Whether a group has come since Tab knew its way."""
        for part in (self._empty, self._head):
            stack.addWidget(part)
        stack.addStretch(1)
        self._refreshing = Once(self._catch_up, self, beside)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    def _be_a_panel(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "right")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def title(self) -> str:
        """What it says is selected."""
        return self._head.title

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that were needed so far, in their order."""
        return tuple(self._groups[kind] for kind in self._kinds if kind in self._groups)

    def renew(self) -> None:
        """Show soon what is known: something else is chosen."""
        self._refreshing.ask()

    def _catch_up(self) -> None:
        """Show what is known, once all groups are there; each is made in a turn of its own."""
        new = self._missing(self._reads(self._work)) if self.isVisible() else []
        if len(new) > 1:
            self._make(new[0])
            self._refreshing.ask()
        else:
            self.refresh()

    def _missing(self, it: Seen) -> list[Kind]:
        """Return the kinds of group that are needed for the first time."""
        return [kind for kind in self._kinds if kind not in self._groups and kind.fits(it)]

    def refresh(self) -> None:
        """Show what is known, without disturbing somebody who types; nobody sees: no work."""
        if not self.isVisible():
            return
        before, it = self._seen, self._reads(self._work)
        self._seen = it
        self._empty.setVisible(not it.items)
        self._head.see(it)
        for kind in self._missing(it):
            self._make(kind)
        for group in self.groups:
            group.see(it)
        if self._untied:
            self._untied = False
            tab_through((self._head, *self.groups))
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # in place at once
        if [row.id for row in before.rows] != [row.id for row in it.rows]:
            self.verticalScrollBar().setValue(0)

    def made_ahead(self) -> Iterator[None]:
        """Make the groups for what is selected before anybody sees them, one after the other."""
        it = self._reads(self._work)
        for kind in self._missing(it):
            self._make(kind)
            yield
        tab_through((self._head, *self.groups))

    def _make(self, kind: Kind) -> None:
        """Make a group that has something to show for the first time."""
        made = self._groups[kind] = kind(self._work, self._look)
        made.reads = self._reads
        made.hide()  # until it shows what is selected
        self._untied = True
        first = self._stack.indexOf(self._head) + 1
        self._stack.insertWidget(first + self.groups.index(made), made)
        made.gone_to.connect(self._go_to)
        made.grown.connect(self._bring)
        made.link_asked.connect(self.link_asked)
        made.aim_asked.connect(self.aim_asked)
        if self._memory is not None:
            made.remember(self._memory)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was to be shown meanwhile."""
        super().showEvent(event)
        self._refreshing.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back to the page with Escape."""
        if is_escape(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def go_to_notes(self) -> None:
        """Put the keyboard into the notes."""
        self.refresh()
        notes = self._groups.get(NotesGroup)
        if isinstance(notes, NotesGroup) and notes.isVisible():
            notes.open()
            notes.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            notes.field.moveCursor(QTextCursor.MoveOperation.End)

    def _bring(self, part: QWidget) -> None:
        """Bring a part that opened into sight, once it has its place."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(part, 0, 8))

    def _go_to(self, item_id: str) -> None:
        """Show an item on the page where it stands, or a measure; the keyboard follows."""
        page = page_of(self._work.workbook, item_id)
        if measure_with_id(self._work.workbook, item_id):
            go_to_measure(self._work, item_id)
            self.left.emit()
        elif page is not None:
            self._work.open_page(page.id)
            self._work.select(item_id)
            self.left.emit()


class _Head(QWidget):
    """What is selected, and the words of one item."""

    def __init__(self, work: Work, look: Look, reads: Callable[[Work], Seen]) -> None:
        super().__init__()
        self._work, self._look, self._reads = work, look, reads
        self._item_id = ""
        stack = QVBoxLayout(self)
        stack.setContentsMargins(look.px(4), 0, look.px(4), look.px(12))
        stack.setSpacing(look.px(4))
        self._role = OneLine("label")
        self._words = TextField(look, say("Words"), 2)
        self._words.typed.connect(self._write)
        self._words.done.connect(self._end_burst)
        self._ref = label("", "small")
        for part in (self._role, self._words, self._ref):
            stack.addWidget(part)

    @property
    def title(self) -> str:
        """What is selected, in words."""
        return self._role.text()

    def see(self, it: Seen) -> None:
        """Show one item with its words, or say how many there are."""
        self.setVisible(bool(it.items))
        one = it.rows[0] if len(it.rows) == 1 else None
        self._words.setVisible(one is not None)
        self._ref.setVisible(one is not None)
        self._item_id = one.id if one else ""
        if one is None:
            self._role.setText(_several(it.rows))
            return
        self._role.setText(_title(self._work, one))
        self._words.ask_for(_asks(one))
        self._words.show_text(one.text)
        self._words.setReadOnly(self._work.read_only)
        self._ref.setText(say("Reference {ref}, on paper too", ref=one.ref))

    def _write(self, words: str) -> None:
        item_id, page = self._item_id, self._work.page
        may_be_empty = page is not None and item_id == page.id
        chosen = [it.id for it in self._reads(self._work).items]
        if chosen == [item_id] and (words.strip() or may_be_empty):
            self._work.step(
                say("change words"),
                lambda book: edits.rename(book, item_id, words),
                merge_key=("words", item_id),
            )

    def _end_burst(self) -> None:
        self._work.session.break_merge()
        self.see(self._reads(self._work))


class NotesGroup(Group):
    """Free text about one item."""

    name = "notes"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Notes"))
        self.field = TextField(look, say("Notes"), 4)
        self.field.setObjectName("notes")
        self.field.typed.connect(self._write)
        self.field.done.connect(self.end_burst)
        self.stack.addWidget(self.field)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show them for one item."""
        return it.one is not None

    def tell(self, it: Seen) -> None:
        """Show the notes."""
        if it.one is not None:
            self.field.show_text(it.one.notes)

    def _write(self, notes: str) -> None:
        if self._seen.one is not None:
            item_id = self._seen.one.id
            self._work.step(
                say("change a note"),
                lambda book: edits.note(book, item_id, notes),
                merge_key=("notes", item_id),
            )


_GROUPS: Final[tuple[Kind, ...]] = (
    AimGroup, AimMeasureGroup, GainsGroup, RootGroup, EvidenceGroup, DefinitionGroup, ServesGroup,
    EvidenceItemsGroup, ReachGroup, ProblemGroup, PartiesGroup, RaisedGroup, OwnerGroup,
    DriverStateGroup, MeasuresGroup, AnswersGroup, AnsweredByGroup, VotesGroup, NotesGroup,
    EffortGroup, LensesGroup,
)  # fmt: skip


def _title(work: Work, row: Row) -> str:
    """Name one item: "Why of “Mentors are matched in October”", "Cause on bone 6, Home"."""
    above = next((it for it in work.rows if it.id == row.parent_id), None)
    if row.role is Role.WHY and above:
        return say("Why of “{text}”", text=above.text)
    if row.role is Role.CAUSE and above:
        return say("Cause on bone {number}, {text}", number=above.position, text=above.text)
    return capital(role_words(row))


def _several(rows: tuple[Row, ...]) -> str:
    """Say how many of what are selected: "5 causes"."""
    roles = {Role.CAUSE if row.role is Role.WHY else row.role for row in rows}
    number = len(rows)
    if roles == {Role.CAUSE}:
        return count(number, "{number} cause", "{number} causes")
    if roles == {Role.BONE}:
        return count(number, "{number} bone", "{number} bones")
    if roles == {Role.DRIVER}:
        return count(number, "{number} driver", "{number} drivers")
    if roles == {Role.IDEA}:
        return count(number, "{number} change idea", "{number} change ideas")
    return count(number, "{number} item", "{number} items")


def _asks(row: Row) -> str:
    if row.role is Role.HEAD:
        return say("What happens, in one sentence")
    return say("How much, by when, for whom?") if row.role is Role.AIM else ""


def _nothing() -> str:
    return say("Select something on the page to see and change what is known about it.")

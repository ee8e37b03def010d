"""The learning log: what all cycles taught, by driver, party, outcome or what changed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from ilead_studio.model import pages
from ilead_studio.rules.cycles import decision_words
from ilead_studio.rules.find import Place
from ilead_studio.rules.learning import Group
from ilead_studio.rules.learning_log import (
    UNDECIDED,
    GroupedBy,
    LogRow,
    log_counts,
    log_groups,
    log_rows,
    log_text,
)
from ilead_studio.rules.sight_outline import SightRow
from ilead_studio.ui.finding.found_list import FoundList
from ilead_studio.ui.finding.found_words import Found
from ilead_studio.ui.frame.section_page import SectionPage
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.learning.list_view import LearningList
from ilead_studio.ui.learning.side import LearningSide
from ilead_studio.ui.sight.lit import lit_of
from ilead_studio.ui.sight.state import Things
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

_ALL: Final = "all"


class LearningPage:
    """The page and what stands beside it; ``sections.View`` says how the window uses it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work, self._look = window, window.work, window.look
        self._by: GroupedBy = "driver"
        self._outcome, self._only = "", _ALL
        self._page = SectionPage(self._work, self._look, say("Learning log"), self.refresh)
        self.page: QWidget = self._page
        self.list = LearningList(self._look, lit_of(self._work))
        self.list.setAccessibleName(say("Learnings"))
        self.side = LearningSide(self._work, self._look, self._go)
        self.right: QWidget | None = self.side
        self.left: QWidget = self._made_left()
        self._add_controls()
        self.nothing = Wrapped("")
        self._page.below.addWidget(self.nothing)
        self._page.below.addWidget(self.list, 1)
        self._page.setFocusProxy(self.list)
        self.list.chosen.connect(self.side.tell)
        self.list.opened.connect(self._open)
        self.list.edited.connect(self._edit)
        self.side.left.connect(self.list.setFocus)

    def _add_controls(self) -> None:
        head, look = self._page.head, self._look
        ways: tuple[tuple[GroupedBy, str], ...] = (
            ("driver", say("Driver")), ("party", say("Party")), ("outcome", say("Outcome")),
            ("change", say("Change")),
        )  # fmt: skip
        self.by = Segments(look, say("Grouped by"), [Choice(*way) for way in ways])
        self.by.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.by.setMaximumWidth(self.by.sizeHint().width())
        self.by.setMinimumWidth(look.px(200))
        self.by.chosen.connect(self._group)
        self.outcomes = PickField(say("Outcome"))
        self.outcomes.addItem(say("All outcomes"), "")
        for it in ("adapt", "expand", "adopt", "abandon"):
            self.outcomes.addItem(decision_words(it), it)
        self.outcomes.addItem(say("not decided yet"), UNDECIDED)
        self.outcomes.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.outcomes.setMinimumWidth(look.px(80))
        self.outcomes.activated.connect(lambda at: self._filter(self.outcomes.itemData(at)))
        self.copies = button("", "plain", look, sign="copy", does=self._copy_all)
        self.copies.setToolTip(say("Copy all that is shown, as plain text"))
        self.copies.setAccessibleName(say("Copy all that is shown, as plain text"))
        for part in (self.by, self.outcomes, self.copies):
            head.addWidget(part)

    def _made_left(self) -> QWidget:
        made, px = QWidget(), self._look.px
        stack = QVBoxLayout(made)
        stack.setContentsMargins(0, 0, 0, 0)
        self._title = label("", "label")
        self._title.setContentsMargins(px(8), px(4), 0, 0)
        self.groups = FoundList(self._look)
        self.groups.setAccessibleName(say("Groups"))
        self.groups.currentItemChanged.connect(self._pick)
        stack.addWidget(self._title)
        stack.addWidget(self.groups, 1)
        made.setFocusProxy(self.groups)
        return made

    # --- what a view is asked --------------------------------------------------------------------
    def counts(self) -> str:
        """Say how much was learned."""
        return log_counts(self._work.workbook)

    def thing(self) -> str:
        """Return the cycle that taught what is chosen."""
        return self.list.cycle_id

    def shown(self) -> Things:
        """Return the cycles that taught what is listed."""
        return Things({row.cycle_id for row in self.list.rows} - {""}, _of_learnings)

    def keys(self) -> tuple[str, ...]:
        """Name the keys of the list."""
        return (
            say("Arrows  next learning"), say("Enter  open its cycle"), say("F2  its words"),
            say("Ctrl+C  copy"),
        )  # fmt: skip

    def deeds(self) -> "Deeds":
        """Return what the commands do here."""
        return {"copy": self._copy, "edit": self._edit}

    def why_not(self, name: str) -> str:
        """Say why nothing can be copied or edited."""
        if name in ("copy", "edit") and not self.list.cycle_id:
            return say("Choose a learning first.")
        return ""

    def show_item(self, item_id: str) -> None:
        """Choose what a cycle taught."""
        self._only = _ALL
        self.refresh()
        self.list.choose(item_id)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the log as it is now."""
        groups = log_groups(self._work.workbook, self._by, self._outcome)
        if self._only not in {_ALL, *(it.key for it in groups)}:
            self._only = _ALL
        shown = [it for it in groups if self._only in (_ALL, it.key)]
        self.by.show_value(self._by)
        self._show_groups(groups)
        self.list.show_rows(log_rows(self._work.workbook, shown, self._by))
        self.nothing.setText(self._why_empty())
        self.nothing.setVisible(not shown)
        self.side.tell(self.list.cycle_id)

    def _why_empty(self) -> str:
        if self._outcome:
            return say("No cycle with this outcome has taught anything yet.")
        return say("Nothing is learned yet. What a cycle teaches is written in its Study.")

    def _show_groups(self, groups: tuple[Group, ...]) -> None:
        entries = {it.cycle.id for group in groups for it in group.entries}
        self._title.setText(_of_learnings(len(entries)))
        rows = [_group_row(_ALL, say("All"), len(entries))] if groups else []
        rows += [_group_row(it.key, it.heading, len(it.entries)) for it in groups]
        if rows != self.groups.rows():
            self.groups.blockSignals(True)
            self.groups.show_rows(rows)
            self.groups.blockSignals(False)
        chosen = next((row.place for row in rows if _key(row) == self._only), None)
        self.groups.blockSignals(True)
        self.groups.choose(chosen)
        self.groups.blockSignals(False)

    # --- doing -----------------------------------------------------------------------------------
    def _group(self, by: GroupedBy) -> None:
        self._by, self._only = by, _ALL
        self.refresh()

    def _filter(self, outcome: str) -> None:
        self._outcome = outcome
        self.refresh()

    def _pick(self, item: QListWidgetItem | None) -> None:
        """Show one group only, or all."""
        if item is not None:
            self._only = _key(FoundList.found(item))
            self.refresh()

    def _open(self, cycle_id: str) -> None:
        self._window.sections.go("pdsa", cycle_id)

    def _go(self, row: SightRow) -> None:
        """Show something of the line of sight where it stands."""
        if row.page_id and any(page.id == row.page_id for page in pages(self._work.workbook)):
            self._work.open_page(row.page_id)
            self._work.select(row.id)
            self._window.arranged.back_to_page()
        else:
            self._open(self.list.cycle_id)

    def _edit(self) -> None:
        """Let the words be typed, in the panel that is there or opens."""
        if self.list.cycle_id:
            self._window.arranged.right.show_usual()
            self.side.words.setFocus(Qt.FocusReason.TabFocusReason)

    def _copy(self) -> None:
        row = self.list.current
        if row is not None:
            self._copied([row])

    def _copy_all(self) -> None:
        self._copied(self.list.rows)

    def _copied(self, rows: list[LogRow]) -> None:
        QApplication.clipboard().setText(log_text(rows))
        many = _of_learnings(len({row.cycle_id for row in rows} - {""}))
        self._work.said.emit(say("Copied {learnings} as plain text.", learnings=many))


def _of_learnings(number: int) -> str:
    return count(number, "{number} learning", "{number} learnings")


def _group_row(key: str, heading: str, many: int) -> Found:
    place = Place(key, "", "", "", heading, "group")
    spoken = say("{heading}, {many}", heading=heading, many=many)
    words = heading[:1].upper() + heading[1:]
    return Found(words, place=place, after=str(many), spoken=spoken)


def _key(row: Found) -> str:
    return row.place.item_id if row.place else ""

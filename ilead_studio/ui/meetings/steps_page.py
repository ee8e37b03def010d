"""The page "Promised steps": everything that somebody promised at a meeting, with its tick."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.rules.meeting_steps import open_steps_words
from ilead_studio.ui.finding.going import go_to
from ilead_studio.ui.frame.section_page import SectionPage
from ilead_studio.ui.lists.row_list import RowList
from ilead_studio.ui.meetings.page import WIDEST
from ilead_studio.ui.meetings.sentences import ALL, owner_rows, step_rows
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.ui.widgets.empty_page import EmptyPage, PageStack
from ilead_studio.ui.widgets.parts import label, panel
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow


class StepsPage:
    """The list, and at the left whose steps are shown."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work, look = window, window.work, window.look
        self._sheet = MeetingSheet(window.work, look, window.around.clock)
        self._sheet.setParent(window.whole)
        self._page = SectionPage(window.work, look, say("Promised steps"), self.refresh)
        self.page: QWidget = self._page
        self.list = RowList(look, say("Promised steps"))
        self.list.setProperty("kind", "lines")
        self.list.setMaximumWidth(look.px(WIDEST))
        self.empty = EmptyPage(
            look, say("Nothing is promised yet. Next steps come from meetings."),
            say("Go to the meetings"), lambda: window.do("meetings"), sign="calendar-event",
        )  # fmt: skip
        self._stack = PageStack(self.list, self.empty)
        self._page.below.addWidget(self._stack, 1)
        self._page.setFocusProxy(self.list)
        self.owners = RowList(look, say("Whose steps"))
        self.left: QWidget = self._made_left()
        self.right: QWidget | None = None
        self.list.ticked.connect(lambda step, on: self._sheet.tick("steps", step, on=on))
        self.list.asked.connect(self._do)
        self.owners.chosen.connect(lambda _key: self._fill())
        self.owners.asked.connect(lambda _asked: self._page.setFocus())

    def _made_left(self) -> QWidget:
        made, px = panel("panel"), self._window.look.px
        stack = QVBoxLayout(made)
        stack.setContentsMargins(0, 0, 0, 0)
        title = label(say("Whose steps"), "label")
        title.setContentsMargins(px(8), px(4), 0, 0)
        stack.addWidget(title)
        stack.addWidget(self.owners, 1)
        made.setFocusProxy(self.owners)
        return made

    # --- what a view is asked --------------------------------------------------------------------
    def counts(self) -> str:
        """Say how many steps are open."""
        return open_steps_words(self._work.workbook)

    def keys(self) -> tuple[str, ...]:
        """Name the keys of the list, or of the button where there is none."""
        if not self.list.rows:
            return (say("Enter  go to the meetings"),)
        return (say("Space  tick"), say("Enter  go to what it is about"), say("Arrows  walk"))

    def deeds(self) -> "Deeds":
        """Return what the commands do here: steps are written at their meeting."""
        return {"edit": lambda: self._window.sections.go("meetings", self.list.key)}

    def why_not(self, name: str) -> str:
        """Say why no step can be changed."""
        return "" if self.list.key else say("Choose a next step first.")

    def show_item(self, item_id: str) -> None:
        """Let a next step be the current one."""
        self.list.choose(item_id)

    # --- what is done ----------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show who promised what."""
        self.owners.show_rows(owner_rows(self._work.workbook), self.owners.key or ALL)
        self._fill()

    def _fill(self) -> None:
        rows = step_rows(self._work.workbook, self._sheet.today(), self.owners.key or ALL)
        self.list.show_rows(rows)
        self._stack.turn(self.list if rows else self.empty)
        self._page.setFocusProxy(self.list if rows else self.empty.press)

    def _do(self, asked: str) -> None:
        """Go to what a step is about, else to its meeting; Escape goes to the owners."""
        step = next((it for it in self._work.workbook.next_steps if it.id == self.list.key), None)
        if asked == "leave":
            self._window.left.bring(self.owners)
        elif asked == "edit":
            self._window.do("edit")
        elif asked == "open" and step is not None:
            if step.item_id:
                go_to(self._window, step.item_id)
            else:
                self._window.sections.go("meetings", step.id)

"""The commands of the change ideas: what they do to what is chosen, and why they cannot now."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QMenu

from ilead_studio import edits
from ilead_studio.model import Idea, Workbook, page_of
from ilead_studio.rules.cycle_steps import why_not_plan_for
from ilead_studio.rules.idea_moves import why_not_move
from ilead_studio.rules.ideas import IdeaRow
from ilead_studio.session.linking import Matches, linking, matches, refusal
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.ideas.choice import IdeaChoice
from ilead_studio.ui.inspector.panel import Inspector
from ilead_studio.words import count, say, short

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.ideas.page import IdeasPage
    from ilead_studio.ui.links.card import LinkCard
    from ilead_studio.ui.window import MainWindow

_MOVES = ("move up", "move down", "move out", "move in")
_MENU = (
    "edit", "next", "note", "-", "copy", "paste", "-", "link", "park", "-",
    "line of sight", "sight in words", "-",
    "move up", "move down", "move out", "move in", "-", "vote", "-", "delete",
)  # fmt: skip


class IdeaView(Protocol):
    """One of the views of the ideas: table, board or square."""

    def begin_next(self) -> None:
        """Let the next idea be typed."""

    def edit_words(self) -> None:
        """Let the words of the chosen idea be typed."""

    def show_chosen(self) -> None:
        """Show which idea is chosen now."""

    def beside(self, _idea: Idea) -> tuple[IdeaRow, ...]:
        """Return the ideas among which one can be moved."""

    def shift(self, name: str) -> None:
        """Do one of the commands that move the chosen idea."""

    def why_not_shift(self, name: str) -> str:
        """Say why it cannot be moved so; empty when it can."""

    def box(self) -> QRect:
        """Return where the chosen idea is on the screen."""


class IdeaDeeds(QObject):
    """Does the commands in whichever view is shown."""

    def __init__(
        self, window: "MainWindow", choice: IdeaChoice, page: "IdeasPage", inspector: Inspector
    ) -> None:
        super().__init__(page)
        self._window, self._work = window, window.work
        self._choice, self._page = choice, page
        self._inspector = inspector
        self._card: LinkCard | None = None

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        moves: Deeds = {name: partial(self._shift, name) for name in _MOVES}
        return moves | {
            "next": lambda: self._page.current.begin_next(),
            "edit": lambda: self._page.current.edit_words(),
            "delete": self._delete,
            "link": self._link,
            "park": self._park,
            "note": self._note,
            "copy": self._copy,
            "new cycle": self._plan,
            "paste": self._paste,
            "item menu": lambda: self.open_menu(self._page.box_of_chosen().bottomLeft()),
        }

    def _plan(self) -> None:
        """Plan a cycle of the chosen idea, on the page of its ramp."""
        self._window.sections.go("pdsa", self._choice.last)
        self._window.do("new cycle")

    def _shift(self, name: str) -> None:
        self._page.current.shift(name)

    def why_not(self, name: str) -> str:
        """Say what a command needs."""
        if self._work.read_only and name not in ("note", "copy", "item menu"):
            return why_only_read(self._work)
        if name == "paste" and not _pasted_lines():
            return say("There are no words to paste.")
        if name in ("next", "paste"):
            return ""
        if not self._choice.ids:
            return say("Choose an idea first.")
        several = len(self._choice.ids) > 1
        if several and name in ("edit", "note", "new cycle", *_MOVES):
            return say("Choose one idea: that is done one by one.")
        if name == "new cycle":
            return why_not_plan_for(self._work.workbook, self._choice.last)
        if name in _MOVES:
            return self._page.current.why_not_shift(name)
        if name == "link" and not self._work.workbook.theories:
            return say("There is no driver diagram to link it to. Ctrl+3 goes there.")
        return self._why_not_park() if name == "park" else ""

    def _why_not_park(self) -> str:
        book = self._work.workbook
        whys = (why_not_move(book, it, "parked") for it in self._choice.ideas)
        return next((why for why in whys if why), "")

    # --- what is typed ---------------------------------------------------------------------------
    def keep_words(self, idea_id: str, words: str) -> bool:
        """Keep the words of an idea, or make the next one; no words make none."""
        if not (words or idea_id):
            return True
        if idea_id:
            return self._work.step(
                say("change words"), lambda book: edits.rename(book, idea_id, words)
            )
        new, label = self._work.ids(), say("add “{idea}”", idea=short(words))
        return self._work.step(label, lambda book: self._with_next(book, new, words))

    def _with_next(self, book: Workbook, new_id: str, words: str) -> Workbook:
        """Return the workbook with one more idea, which fits the filter."""
        wanted = self._choice.wanted
        if wanted.driver:
            book = edits.add_idea(book, new_id, words, wanted.driver)
        else:
            book = edits.propose_idea(book, new_id, words)
        return edits.belong(book, [new_id], [wanted.party]) if wanted.party else book

    # --- what is chosen --------------------------------------------------------------------------
    def _delete(self) -> None:
        ids = self._choice.ids
        lost = edits.doomed_cycles(self._work.workbook, ids)
        what = self._named(self._choice.ideas)
        label = say("delete {what}", what=what)
        if lost:
            cycles = count(lost, "{number} cycle", "{number} cycles")
            label = say("delete {what} and {cycles}", what=what, cycles=cycles)
        if self._work.step(label, lambda book: edits.delete(book, ids)):
            self._work.said.emit(say("Deleted {what}. Undo brings it back.", what=what))

    def _park(self) -> None:
        """Send the chosen ideas to the parking lot; bring them back when all are there."""
        ideas, ids = self._choice.ideas, self._choice.ids
        what = self._named(ideas)
        if all(it.state == "parked" for it in ideas):
            self.bring_back(ids)
            return
        label = say("park {what}", what=what)
        if self._work.step(label, lambda book: edits.park(book, ids, self._work.ids)):
            told = say("Parked {what}: the parking lot keeps it, with who raised it.", what=what)
            self._work.said.emit(told)

    def bring_back(self, ids: tuple[str, ...]) -> None:
        """Bring ideas back from the parking lot, with the credit for who raised them."""

        def back(book: Workbook) -> Workbook:
            for idea_id in ids:
                book = edits.unpark(book, idea_id)
            return book

        ideas = [it for it in self._work.workbook.ideas if it.id in ids]
        what = self._named(ideas)
        if self._work.step(say("bring {what} back", what=what), back):
            raised = next((it.raised_by for it in ideas if it.raised_by), "")
            credit = say(", raised by {role}", role=raised) if raised else ""
            told = say("{what} is back{credit}. Link it to what it serves.", what=what,
                       credit=credit)  # fmt: skip
            self._work.said.emit(told)

    def _note(self) -> None:
        """Put the keyboard into the notes of the idea."""
        self._window.right.show_usual()
        self._inspector.go_to_notes()

    @staticmethod
    def _named(ideas: tuple[Idea, ...] | list[Idea]) -> str:
        if len(ideas) == 1:
            return say("“{idea}”", idea=short(ideas[0].text))
        return count(len(ideas), "{number} idea", "{number} ideas")

    def _copy(self) -> None:
        """Copy the words of the chosen ideas, a line for each."""
        ideas = self._choice.ideas
        QApplication.clipboard().setText("\n".join(it.text for it in ideas))
        self._work.said.emit(say("Copied {what}.", what=self._named(ideas)))

    def _paste(self) -> None:
        """Let each line of what was copied be an idea, all in one step."""
        lines = _pasted_lines()
        label = count(len(lines), "paste {number} idea", "paste {number} ideas")

        def add(book: Workbook) -> Workbook:
            for line in lines:
                book = self._with_next(book, self._work.ids(), line)
            return book

        self._work.step(label, add)

    # --- links and menus -------------------------------------------------------------------------
    def _link(self) -> None:
        """Ask for one more driver, on any theory."""
        from ilead_studio.ui.links.card import LinkCard, Question

        ids, ideas = self._choice.ids, self._choice.ideas
        if self._card is None:
            self._card = LinkCard(self._window.look, self._window.whole)
            self._card.said.connect(self._work.said)
        asked = Question(
            ids,
            count(len(ids), "Also serves", "{number} ideas also serve"),
            say("Linking {items}", items=self._named(ideas)),
            say("Enter links it"),
            lambda typed: self._matching(ids, typed),
            lambda target: self._refusal(ids, target),
            lambda target, weak: self._make(ids, target, weak=weak),
            (say("Type to find"), say("Up, Down  choose"), say("Enter  link"),
             say("Shift+Enter  weak link"), say("Esc  give up")),
        )  # fmt: skip
        self._card.ask(asked, self._page.box_of_chosen(), [])

    def _matching(self, ids: tuple[str, ...], typed: str) -> Matches:
        book = self._work.workbook
        found = [matches(book, page, ids, typed) for page in book.theories]
        fit = tuple(row for it in found for row in it.fit)
        return Matches(fit, tuple(row for it in found for row in it.unfit))

    def _refusal(self, ids: tuple[str, ...], target: str) -> str:
        page = page_of(self._work.workbook, target)
        return refusal(self._work.workbook, page, ids, target) if page else ""

    def _make(self, ids: tuple[str, ...], target: str, *, weak: bool) -> None:
        page = page_of(self._work.workbook, target)
        if page is not None:
            self._work.step(say("link"), linking(page, ids, target, (), weak=weak))

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of what is chosen at a point of the window."""
        window = self._window
        menu = QMenu(window)
        window.actions_by_name.fill(menu, _MENU)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(window.whole.mapToGlobal(at))


def _pasted_lines() -> list[str]:
    """Return the lines of the clipboard that have words, without what lists put before them."""
    lines = QApplication.clipboard().text().splitlines()
    return [words for line in lines if (words := line.strip().lstrip("-*•–").strip())]

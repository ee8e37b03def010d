"""The section Problem: the problems of practice, one of them in view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from ilead_studio import edits
from ilead_studio.model import ProblemTie
from ilead_studio.rules.days import number_words
from ilead_studio.rules.interviews import story_questions, with_interview
from ilead_studio.rules.problem_words import counts_words, field_of
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.pasting.clipboard import on_clipboard
from ilead_studio.ui.pasting.named_files import file_names
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.ui.problem.left import ProblemLeft
from ilead_studio.ui.problem.link_card import ProblemLinkCard, tie_names
from ilead_studio.ui.problem.page import ProblemPage
from ilead_studio.ui.problem.side import ProblemSide
from ilead_studio.ui.sight.state import Things
from ilead_studio.ui.widgets.ask_card import AskCard
from ilead_studio.words import capital, count, say, short

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow


class ProblemView(QObject):
    """What the window shows of the section; it goes with its page when another look comes."""

    name = "problem"

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._work = window, window.work
        look = window.look
        self._shown = shown = ProblemInView(window.work, self)
        self.page: QWidget = (page := ProblemPage(shown, look))
        self._page = page
        self.setParent(page)
        self.left: QWidget = (left := ProblemLeft(shown, look, window))
        self.right: QWidget | None = (right := ProblemSide(shown, look))
        self._left, self._right = left, right
        self._card = ProblemLinkCard(look, window.whole)
        self._card.said.connect(window.work.said)
        self._card.chosen.connect(self._link)
        self._asks = AskCard(look, window.whole)
        right.interview_asked.connect(self._ask_whom)
        left.list.new_asked.connect(self._page.ask_new)
        left.list.asked.connect(window.do)
        right.gone_to.connect(self._go_to)
        self._page.link_asked.connect(lambda: window.do("link"))
        self._page.strip.opened.connect(self._open)
        self._page.strip.untied.connect(self._untie)
        self._listen()

    def _listen(self) -> None:
        work = self._work
        self._page.moved.connect(self._window.show_state)
        self._first = Once(self._refresh_page, self._page)
        self._then = Once(self._refresh_sides, self.page, beside)
        for signal in (work.renewed, work.changed, work.opened, self._shown.moved):
            signal.connect(self._first.ask)
            signal.connect(self._then.ask)
        self._shown.moved.connect(self._page.stop_asking)
        work.turned.connect(self._on_turned)
        self._on_turned()

    def _on_turned(self) -> None:
        if self._work.section == self.name:
            self._shown.begin()
            self._refresh()

    def _refresh(self) -> None:
        self._page.refresh()
        self._left.refresh()
        self._right.refresh()

    def _refresh_page(self) -> None:
        if self._work.section == self.name:
            self._page.refresh()

    def _refresh_sides(self) -> None:
        if self._work.section == self.name:
            self._left.refresh()
            self._right.refresh()
            self._window.show_state()

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say how much there is."""
        return counts_words(self._work.workbook)

    def thing(self) -> str:
        """Return the problem in view."""
        return self._shown.problem.id if self._shown.problem else ""

    def shown(self) -> Things:
        """Return the problems."""
        return Things([it.id for it in self._work.workbook.problems], _of_problems)

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help where the keyboard is."""
        key = self._window.actions_by_name.key
        if has_keyboard(self._page.table):
            return (say("Enter  change"), say("Type: next evidence"), say("Del  delete"))
        if has_keyboard(self._left.list):
            return (say("Enter  new problem"), say("F2  rename"), say("Alt+Up, Down  move"),
                    say("Del  delete"))  # fmt: skip
        if has_keyboard(self._page.strip):
            return (say("Arrows  walk"), say("Enter  open"), say("Del  unlink"))
        return (say("Tab, Enter  next field"), say("{key}  link to a problem", key=key("link")),
                say("{key}  problems, page, readiness", key=key("next area")))  # fmt: skip

    def deeds(self) -> "Deeds":
        """Return what the commands do here."""
        problems = self._left.list
        return {
            "link": self._ask_link,
            "edit": self._rename,
            "delete": self._delete,
            "move up": lambda: problems.move_by(-1),
            "move down": lambda: problems.move_by(1),
            "next": self._page.ask_new,
            "paste": lambda: self._page.table.name_files(file_names(on_clipboard())),
        }

    def why_not(self, name: str) -> str:
        """Say what is lacking for a command."""
        every = self._work.workbook.problems
        if name != "next" and not every:
            return say("There is no problem of practice yet.")
        if name == "link" and len(every) < 2:
            return say("There is no other problem to link it to.")
        if name == "paste" and not file_names(on_clipboard()):
            return say("There is no file to paste. Words are pasted into a field or a row.")
        return ""

    def show_item(self, item_id: str) -> None:
        """Show a problem, or the row of a piece of evidence in a problem that cites it."""
        for problem in self._work.workbook.problems:
            cited = any(it.evidence_id == item_id for it in problem.cites)
            if item_id == problem.id or cited:
                self._shown.show(problem.id)
                self._refresh()
                if cited:
                    self._page.table.show_evidence(item_id)
                return

    # --- what is done ----------------------------------------------------------------------------
    def _open(self, problem_id: str) -> None:
        """Show a linked problem, and stay in the strip."""
        self._shown.show(problem_id)
        self._page.refresh()
        if not has_keyboard(self._page):
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, point: str) -> None:
        problem = self._shown.problem
        if problem is not None:
            self._page.go_to(field_of(problem, point))

    def _rename(self) -> None:
        """Type another text for the problem, in the list at the left."""
        self._window.left.bring(self._left.list)
        self._left.list.rename()

    def _delete(self) -> None:
        """Delete the evidence in whose row the keyboard is, or else the problem."""
        if has_keyboard(self._page.table) and self._page.table.chosen:
            self._page.table.delete()
        else:
            self._left.list.delete()

    def _ask_link(self) -> None:
        problem, link = self._shown.problem, self._page.link
        if problem is not None and not self._work.refuses():
            below = link.mapTo(self._window.whole, link.rect().bottomLeft())
            self._card.ask(self._work.workbook, problem, below + QPoint(0, 4))

    def _ask_whom(self) -> None:
        """Ask whose stories are to be heard, at the button that was pressed."""
        problem, press = self._shown.problem, self._right.interview
        if problem is not None and not self._work.refuses():
            at = press.mapTo(self._window.whole, press.rect().bottomLeft())
            about = say("A role, never a name: those who live with it and are seldom heard.")
            self._asks.ask(about, say("Whose stories most need hearing?"), self._plan, at)

    def _plan(self, whom: str) -> bool:
        """Write the plan of an interview into the notes, and go there to change its questions."""
        problem = self._shown.problem
        if problem is None or not whom:
            return False
        notes = with_interview(problem.notes, whom)
        made = self._work.step(
            say("plan an empathy interview"),
            lambda book: edits.put_problem(book, problem.id, notes=notes),
        )
        if made:
            self._page.refresh()
            self._page.begin_notes()
            many = capital(number_words(len(story_questions())))
            told = say("{number} story questions stand in the notes; change them. Four to eight are"
                       " enough.", number=many)  # fmt: skip
            self._work.said.emit(told)
        return made

    def _link(self, tie: ProblemTie, other_id: str) -> None:
        problem = self._shown.problem
        if problem is not None:
            words = say("link two problems")
            names = tie_names()
            if self._work.step(
                words,
                lambda book: edits.tie_problems(book, tie, problem.id, other_id),
            ):
                self._work.said.emit(f"{names[tie]}.")

    def _untie(self, tie: ProblemTie, other_id: str) -> None:
        problem = self._shown.problem
        if problem is not None:
            words = say("unlink “{text}”", text=short(problem.text))
            self._work.step(
                words,
                lambda book: edits.untie_problems(book, tie, problem.id, other_id),
            )


def _of_problems(number: int) -> str:
    return count(number, "{number} problem", "{number} problems")

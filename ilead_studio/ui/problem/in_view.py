"""Which problem of practice the section shows, and how its fields are written."""

from PySide6.QtCore import QObject, Signal

from ilead_studio import edits
from ilead_studio.model import Problem
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class ProblemInView(QObject):
    """The problem that all parts of the section show; ``moved`` tells that it is another one.

    Who comes for the first time finds the one on which the page in view works: ``begin``.
    """

    moved = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._id, self._begun = "", False

    def begin(self) -> None:
        """Show what somebody comes for, unless somebody was here before."""
        if not self._begun:
            self._begun = True
            page = self.work.page
            self._id = self._id or (page.problem_id if page else None) or ""

    @property
    def problem(self) -> Problem | None:
        """The problem; None when the workbook has none."""
        every = self.work.workbook.problems
        return next((it for it in every if it.id == self._id), next(iter(every), None))

    def show(self, problem_id: str) -> None:
        """Show another problem."""
        if problem_id != self._id:
            self._id = problem_id
            self.moved.emit()

    def write(self, field: str, words: str) -> None:
        """Write one field; typing in it is one step, and the sentence itself is never empty."""
        problem = self.problem
        if problem is None or (field == "text" and not words.strip()):
            return
        self.work.step(
            say("change the problem of practice"),
            lambda book: edits.put_problem(book, problem.id, **{field: words}),
            merge_key=("problem", problem.id, field),
        )

    def add(self, words: str) -> bool:
        """Add a problem and show it; tells whether that was possible."""
        new_id = self.work.ids()
        label = say("add a problem")
        if not self.work.step(label, lambda book: edits.add_problem(book, new_id, words)):
            return False
        self.show(new_id)
        return True

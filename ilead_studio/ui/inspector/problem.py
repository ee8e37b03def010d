"""The problem of practice that a fishbone explains: who, where, when, how much, and the gap."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Fishbone, Problem
from ilead_studio.ui.inspector.fields import PickField, SentenceField, TextField
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.ui.work import Work
from ilead_studio.words import say


def problem_fields() -> dict[str, tuple[str, str]]:
    """Return the name of each field of a problem, and what belongs there."""
    return {
        "population": (say("Population"), say("Who is affected")),
        "setting": (say("Setting"), say("Where")),
        "period": (say("Period"), say("When")),
        "baseline": (say("Baseline"), say("How much it is today")),
        "baseline_source": (say("Source of the baseline"), say("Where the number comes from")),
        "desired": (say("Desired"), say("How much it should be")),
        "gap": (say("Gap"), say("How groups differ")),
    }


class ProblemGroup(Group):
    """The problem that the head of a fishbone explains; it can be linked, or a new one made."""

    name = "problem"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("Problem of practice"))
        self.which = PickField(say("Problem of practice"))
        self.which.activated.connect(self._link)
        self.new = button(
            say("New problem"), "quiet", look, sign="plus", role="accent", does=self._add
        )
        self.text = TextField(look, say("Problem of practice"), 3)
        self.text.typed.connect(lambda words: self._write("text", words))
        self.text.done.connect(self.end_burst)
        self._fields = QWidget()
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(4))
        inner.addWidget(self.text)
        self.lines: dict[str, SentenceField] = {}
        for field, (name, asks) in problem_fields().items():
            line = self.lines[field] = SentenceField(look, name, asks)
            line.typed.connect(lambda words, field=field: self._write(field, words))
            line.done.connect(self.end_burst)
            inner.addWidget(label(name, "small"))
            inner.addWidget(line)
        for part in (self.which, self._fields, self.new):
            self.stack.addWidget(part)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for the head of a fishbone."""
        return isinstance(it.one, Fishbone)

    def tell(self, it: Seen) -> None:
        """Show which problem it is, and what is known of that."""
        page, problems = it.one, self._work.workbook.problems
        if not isinstance(page, Fishbone):
            return
        self._offer(problems, page.problem_id)
        problem = edits.explained(self._work.workbook, page)
        self._fields.setVisible(problem is not None)
        if problem is not None:
            self.text.show_text(problem.text)
            for field, line in self.lines.items():
                line.show_text(getattr(problem, field))

    def _offer(self, problems: tuple[Problem, ...], chosen: str | None) -> None:
        """List the problems; with none, there is nothing to link."""
        self.which.setVisible(bool(problems))
        none = say("Link a problem") if chosen is None else say("No problem")
        listed = [("", none), *((it.id, it.text) for it in problems)]
        known = [(self.which.itemData(at), self.which.itemText(at))
                 for at in range(self.which.count())]  # fmt: skip
        if known != listed:
            self.which.clear()
            for problem_id, text in listed:
                self.which.addItem(text, problem_id)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen or "")))

    def _link(self, _at: int) -> None:
        page, problem_id = self._seen.one, self.which.currentData() or None
        if isinstance(page, Fishbone):
            self._work.step(
                say("link a problem"),
                lambda book: edits.link_problem(book, page.id, problem_id),
            )
            self.see_again()

    def _add(self) -> None:
        """Make a new problem from the head's words, and let it be typed."""
        page, new_id = self._seen.one, self._work.ids()
        if not isinstance(page, Fishbone):
            return
        words = page.head or say("Problem of practice")
        if self._work.step(
            say("add a problem"), lambda book: edits.add_problem(book, new_id, words, page.id)
        ):
            self.see_again()
            self.text.setFocus()
            self.text.selectAll()

    def _write(self, field: str, words: str) -> None:
        page = self._seen.one
        problem_id = page.problem_id if isinstance(page, Fishbone) else None
        if problem_id is None or (field == "text" and not words.strip()):
            return
        self._work.step(
            say("change the problem of practice"),
            lambda book: edits.put_problem(book, problem_id, **{field: words}),
            merge_key=("problem", problem_id, field),
        )

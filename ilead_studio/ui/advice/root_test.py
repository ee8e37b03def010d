"""The root test of one cause: two questions, what the answers speak for, and the mark itself."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Cause, find
from ilead_studio.rules.root_test import answers, questions, root_advice
from ilead_studio.ui.inspector.fields import Tick
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_NOT_ASKED: Final = ""


class RootTest(QWidget):
    """Each answer and the mark is a step of its own."""

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work, self._cause_id = work, ""
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(6))
        self._name = Wrapped("", "strong")
        stack.addWidget(self._name)
        choices = [Choice(value, words) for value, words in answers().items()]
        self.asked = {
            name: Segments(look, question, choices, none=_NOT_ASKED)
            for name, question in questions().items()
        }
        self._test = QWidget()
        stack.addWidget(self._test)
        stack = QVBoxLayout(self._test)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(6))
        for name, question in questions().items():
            stack.addWidget(Wrapped(question))
            stack.addWidget(self.asked[name])
            self.asked[name].chosen.connect(partial(self._answer, name))
        self._advice = Wrapped("", "small")
        stack.addWidget(self._advice)
        self.tick = Tick(say("Root cause"))
        self.tick.clicked.connect(lambda: self._put(say("mark a root cause"), "root",
                                                    self.tick.isChecked()))  # fmt: skip
        stack.addWidget(self.tick)

    def show_cause(self, cause_id: str) -> None:
        """Ask about another cause; a bone is only a heading and is not asked about."""
        self._cause_id = cause_id
        self.refresh()

    @property
    def words(self) -> str:
        """What is said about the answers."""
        return self._advice.text()

    def refresh(self) -> None:
        """Show what is answered."""
        cause = self._cause()
        if cause is None:
            self._name.setText(say("A bone is a heading. Go to a cause to test it."))
        else:
            self._name.setText(f"{cause.ref}  {cause.text}")
            for name, segments in self.asked.items():
                segments.show_value(getattr(cause, name))
            self._advice.setText(root_advice(cause))
            self.tick.setChecked(cause.root)
        self._test.setVisible(cause is not None)
        self._test.setEnabled(not self._work.read_only)

    def _cause(self) -> Cause | None:
        """Return the cause that is asked about; bones are headings, and are not tested."""
        book = self._work.workbook
        found = find(book, self._cause_id)
        heads = {page.id for page in book.fishbones}
        return found if isinstance(found, Cause) and found.parent_id not in heads else None

    def _answer(self, name: str, answer: object) -> None:
        self._put(say("answer the root test"), name, answer)

    def _put(self, label: str, name: str, value: object) -> None:
        cause_id = self._cause_id
        self._work.step(label, lambda book: edits.put(book, [cause_id], **{name: value}))
        self.refresh()

"""The page of a problem: what it hangs together with, its fields, and what was found out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ilead_studio.rules.problem_words import needs_words
from ilead_studio.ui.frame.areas import hear_focus
from ilead_studio.ui.inspector.fields import LineField, TextField
from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.problem.evidence_table import EvidenceTable
from ilead_studio.ui.problem.form import ProblemForm
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.ui.problem.strip import ProblemStrip
from ilead_studio.ui.widgets.ask_new import AskNew
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, button, label, panel
from ilead_studio.ui.widgets.typing_step import TypingStep
from ilead_studio.words import say

_WIDEST = 1200


class ProblemPage(QWidget):
    """One problem, or the question for a new one; ``link_asked`` wants it linked.

    ``moved`` tells that the keyboard is elsewhere.
    """

    link_asked = Signal()
    moved = Signal()

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look, self._asks_new = shown, look, False
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.strip = ProblemStrip(shown, look)
        self.form = ProblemForm(shown, look)
        self.table = EvidenceTable(shown, look)
        self.notes = TextField(look, say("Notes"), 2, say("What else should be remembered"))
        TypingStep(shown.work, self.notes, self._write_notes, self.refresh, paragraphs=True)
        self.new = NewProblem(shown, look)
        self.new.done.connect(self._end_new)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._head())
        stack.addWidget(self._scrolled(), 1)
        hear_focus(self._bring)

    def _head(self) -> QWidget:
        made, px = panel("panel"), self._look.px
        made.setFixedHeight(px(HEAD))
        line = QHBoxLayout(made)
        line.setContentsMargins(px(16), px(4), px(16), px(4))
        line.setSpacing(px(12))
        self._title, self._needs = OneLine("title"), label("", "status")
        self.link = button(say("Link to a problem"), "plain", self._look, sign="link",
                           does=self.link_asked.emit)  # fmt: skip
        line.addWidget(self._title, 1)
        line.addWidget(self._needs)
        line.addWidget(self.link)
        return made

    def _scrolled(self) -> QWidget:
        px = self._look.px
        inside = panel("panel")
        line = QHBoxLayout(inside)
        line.setContentsMargins(px(16), px(4), px(16), px(16))
        self._all = QWidget()
        self._all.setMaximumWidth(px(_WIDEST))
        line.addWidget(self._all, 1)
        line.addStretch(0)
        self._known = QWidget()
        stack = QVBoxLayout(self._known)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(8))
        evidence, notes = label(say("What we found out"), "label"), label(say("Notes"), "label")
        for part in (self.strip, self.form, evidence, self.table, notes, self.notes):
            stack.addWidget(part)
        both = QVBoxLayout(self._all)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.new)
        both.addWidget(self._known)
        both.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.verticalScrollBar().rangeChanged.connect(self._bring_notes)
        return self._area

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the problem in view, without disturbing somebody who types."""
        problem = self._shown.problem
        asks = self._asks_new or problem is None
        self.new.setVisible(asks)
        self._known.setVisible(not asks)
        self.link.setVisible(not asks)
        self.setFocusProxy(self.new.field if asks else self.form.fields["text"])
        if problem is None or asks:
            self._title.setText(say("A new problem of practice"))
            self._needs.setText("")
            return
        self._title.setText(problem.text)
        self._needs.setText(needs_words(self._shown.work.workbook, problem))
        self.strip.refresh()
        self.form.refresh()
        self.table.refresh()
        self.notes.show_text(problem.notes)
        self.notes.be_read_only(self._shown.work.read_only)

    def _write_notes(self, words: str) -> None:
        self._shown.write("notes", words)

    def _bring(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight."""
        if self._area.isVisible():
            self.moved.emit()
        if now is not None and self._area.isVisible() and self._all.isAncestorOf(now):
            part = self.table if self.table.isAncestorOf(now) else now
            if part is not self.table or part.height() < self._area.height():
                self._area.ensureWidgetVisible(part, 0, self._look.px(24))

    def _bring_notes(self) -> None:
        """Keep notes in sight while they grow."""
        if self.notes.hasFocus():
            self._area.ensureWidgetVisible(self.notes, 0, self._look.px(24))

    # --- where the keyboard goes -----------------------------------------------------------------
    def go_to(self, name: str) -> None:
        """Take the keyboard to a field, or to the table of evidence."""
        if name == "evidence":
            self.table.begin()
        else:
            self.form.go_to(name)

    def begin_notes(self) -> None:
        """Take the keyboard to the end of the notes."""
        self.notes.moveCursor(QTextCursor.MoveOperation.End)
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_new(self) -> None:
        """Ask for one more problem."""
        if not self._shown.work.refuses():
            self._asks_new = True
            self.new.field.clear()
            self.refresh()
            self.new.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Show the problem in view again."""
        if self._asks_new:
            self._asks_new = False
            self.refresh()

    def _end_new(self, added: bool) -> None:
        self._asks_new = False
        self.refresh()
        if self._shown.problem is not None:
            self.go_to("population" if added else "text")


class NewProblem(AskNew):
    """Asks for a problem in its own words; ``done`` tells whether one was added."""

    done = Signal(bool)

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown = shown
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, look.px(24), 0, 0)
        stack.setSpacing(look.px(12))
        asks = say("What goes on that should not, where and for whom? Say it in one or two"
                   " sentences, without a cause and without a solution.")  # fmt: skip
        self.field = late(
            LineField(say("The problem, in one or two sentences"), say("Our problem is"))
        )
        add = button(say("Add the problem"), "main", look, does=self._add)
        line = QHBoxLayout()
        line.addWidget(add)
        line.addStretch(1)
        for part in (Wrapped(asks), self.field):
            stack.addWidget(part)
        stack.addLayout(line)

    def _add(self) -> None:
        if self._shown.add(self.field.text()):
            self.done.emit(True)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self.done.emit(False)

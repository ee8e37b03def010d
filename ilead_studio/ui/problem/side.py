"""What stands at the right of a problem: is it ready, who is needed, who may see it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import FACILITATOR, Problem
from ilead_studio.rules.problem_words import (
    answer_words,
    point_words,
    readiness_words,
    tie_words,
)
from ilead_studio.rules.problems import Readiness, Tied, readiness, ties_of
from ilead_studio.ui.inspector.fields import PickField, Tick
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.problem.in_view import ProblemInView
from ilead_studio.ui.start.tiles import Pressed
from ilead_studio.ui.widgets.parts import Wrapped, button, label, panel, rule
from ilead_studio.words import say

_SIGNS = {"yes": ("circle-check", "good"), "no": ("alert-triangle", "warn"),
          "ask": ("help-circle", "accent")}  # fmt: skip
_PEOPLES = ("no-cause", "no-solution", "voices")
"""The points to which only people can say yes."""
_HEARD = ("voices", "yes")


class ProblemSide(QScrollArea):
    """``gone_to`` brings the point of the readiness check whose field is wanted.

    ``interview_asked`` wants to plan an empathy interview.
    """

    gone_to = Signal(str)
    interview_asked = Signal()

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._work, self._look = shown, shown.work, look
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "right")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside = panel("panel")
        self._stack = QVBoxLayout(inside)
        self._stack.setContentsMargins(*[look.px(it) for it in (12, 12, 12, 16)])
        self._stack.setSpacing(look.px(4))
        self.setWidget(inside)
        self._known: object = None
        self._told = Wrapped("", "small")
        self._checks = {point: CheckLine(look, words) for point, words in point_words().items()}
        self._tied = _Linked(shown, look)
        self.needed = NeededPeople(shown, look)
        self.seen_by = PickField(say("Who may see it"))
        self.seen_by.activated.connect(self._show_only)
        self.interview = button(
            say("Plan an empathy interview"), "quiet", look, sign="plus", role="accent",
            does=self.interview_asked.emit,
        )  # fmt: skip
        self._compose()

    def _compose(self) -> None:
        px = self._look.px
        self._stack.addWidget(label(say("Ready to ask why?"), "lead"))
        self._stack.addWidget(self._told)
        self._stack.addSpacing(px(8))
        for point, line in self._checks.items():
            self._stack.addWidget(line)
            line.clicked.connect(lambda _=False, it=point: self.gone_to.emit(it))
            line.confirmed.connect(lambda it=point: self._confirm(it))
        self._stack.addWidget(self.interview, 0, Qt.AlignmentFlag.AlignLeft)
        parts = (rule(), self._tied, label(say("People needed from"), "label"), self.needed,
                 label(say("Who may see it"), "label"), self.seen_by)  # fmt: skip
        for part in parts:
            if part is not self._tied:
                self._stack.addSpacing(px(4))
            self._stack.addWidget(part)
        self._stack.addStretch(1)

    def refresh(self) -> None:
        """Show what is known of the problem in view."""
        problem = self._shown.problem
        self._inside.setVisible(problem is not None)
        bar = Qt.ScrollBarPolicy  # a part that is hidden would leave its own there
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if problem else bar.ScrollBarAlwaysOff
        )
        if problem is None:
            return
        found = readiness(self._work.workbook, problem)
        if (found, problem.confirmed) != self._known:
            self._known = (found, problem.confirmed)
            self._told.setText(readiness_words(found))
            for it in found:
                self._checks[it.point].show_check(it, confirmed=it.point in problem.confirmed)
            heard = any((it.point, it.answer) == _HEARD for it in found)
            self.interview.setVisible(not heard)
        self._tied.refresh(problem)
        self.needed.refresh(problem)
        self._offer(problem)

    def _confirm(self, point: str) -> None:
        """Say that the team looked at a point and says yes, or take that back."""
        problem = self._shown.problem
        if problem is not None:
            had = problem.confirmed
            left = tuple(it for it in had if it != point)
            new = left if point in had else (*had, point)
            self._work.step(
                say("answer the readiness check"),
                lambda book: edits.put_problem(book, problem.id, confirmed=new),
            )

    def _offer(self, problem: Problem) -> None:
        """List who may see the problem."""
        parties = self._work.workbook.parties
        listed = [("", say("Everybody")),
                  *((it.id, say("{party} only", party=it.name)) for it in parties),
                  (FACILITATOR, say("The facilitator only"))]  # fmt: skip
        pick = self.seen_by
        if listed != [(pick.itemData(at), pick.itemText(at)) for at in range(pick.count())]:
            pick.clear()
            for value, words in listed:
                pick.addItem(words, value)
        pick.setCurrentIndex(max(0, pick.findData(problem.only_for or "")))

    def _show_only(self, _at: int) -> None:
        problem, only_for = self._shown.problem, self.seen_by.currentData() or None
        if problem is not None:
            self._work.step(
                say("change who may see it"),
                lambda book: edits.show_only(book, [problem.id], only_for),
            )


class _Line(Pressed):
    """A button as wide as there is room, and as high as the words in it need."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "check")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class CheckLine(_Line):
    """A point of the readiness check; pressed it goes to its field, Space says yes to it."""

    confirmed = Signal()

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look, self._words, self._can_confirm = look, words, False
        line = QHBoxLayout(self)
        line.setContentsMargins(*[look.px(4)] * 4)
        line.setSpacing(look.px(8))
        self._sign, self._name, self._why = QLabel(), Wrapped(words), Wrapped("", "small")
        self.yes = button(say("We looked: yes"), "quiet", look, does=self.confirmed.emit)
        told = QVBoxLayout()
        told.setSpacing(0)
        for part in (self._name, self._why, self.yes):
            told.addWidget(part)
        for mute in (self._sign, self._name, self._why):
            mute.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(told, 1)

    def show_check(self, it: Readiness, *, confirmed: bool) -> None:
        """Show what is said to the point, and why unless all is well."""
        name, role = _SIGNS[it.answer]
        side = self._look.px(18)
        self._sign.setPixmap(pixmap(name, self._look.theme.colour(role), side, 2.0))
        self._sign.setFixedSize(QSize(side, side))
        self._why.setText(it.words)
        self._why.setVisible(it.answer != "yes" or confirmed)
        self._can_confirm = it.point in _PEOPLES and (it.answer != "yes" or confirmed)
        self.yes.setVisible(self._can_confirm)
        self.yes.setText(say("Look again") if confirmed else say("We looked: yes"))
        self.yes.setAccessibleName(f"{self._words}: {self.yes.text()}")
        self.setAccessibleName(f"{self._words}: {answer_words()[it.answer]}")
        space = say("Space: we looked at it") if self._can_confirm else ""
        self.setAccessibleDescription(" ".join(filter(None, (it.words, space))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say yes with Space where that is possible; Enter goes to the field."""
        if event.key() == Qt.Key.Key_Space and self._can_confirm:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)


class _Linked(QWidget):
    """Every problem that hangs together with the one in view, in words; pressed, it opens."""

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._look, self._known = shown, look, tuple[tuple[Tied, Problem], ...]()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, look.px(4), 0, 0)
        self._stack.setSpacing(0)
        self._lines: list[QWidget] = []
        self._stack.addWidget(label(say("Linked problems"), "label"))

    def refresh(self, problem: Problem) -> None:
        """Show them anew where they are others."""
        tied = ties_of(self._shown.work.workbook, problem)
        self.setVisible(bool(tied))
        if tied == self._known:
            return
        self._known = tied
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(tie, other) for tie, other in tied]
        for line in self._lines:
            self._stack.addWidget(line)
            line.show()

    def _line(self, tie: Tied, other: Problem) -> QWidget:
        made = _Line()
        words = tie_words(tie, other)
        made.setAccessibleName(words)
        made.setToolTip(other.text)
        line = QHBoxLayout(made)
        line.setContentsMargins(*[self._look.px(4)] * 4)
        line.setSpacing(self._look.px(8))
        sign, shown, side = QLabel(), Wrapped(words), self._look.px(18)
        sign.setPixmap(pixmap("arrow-right", self._look.theme.ink_soft, side, 2.0))
        sign.setFixedSize(QSize(side, side))
        for mute in (sign, shown):
            mute.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(shown, 1)
        made.clicked.connect(lambda: self._shown.show(other.id))
        return made


class NeededPeople(QWidget):
    """A tick for each party whose people are needed for the problem."""

    def __init__(self, shown: ProblemInView, look: Look) -> None:
        super().__init__()
        self._shown, self._known = shown, tuple[object, ...]()
        self.ticks: dict[str, Tick] = {}
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(look.px(4), 0, 0, 0)
        self._stack.setSpacing(0)
        self._rows: list[QWidget] = []

    def refresh(self, problem: Problem) -> None:
        """Show for whom it is ticked."""
        parties = self._shown.work.workbook.parties
        if parties != self._known:
            self._known = parties
            self._make()
        for party_id, tick in self.ticks.items():
            tick.show_ticks([party_id in problem.parties])

    def _make(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self.ticks, self._rows = {}, []
        for party in self._shown.work.workbook.parties:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            tick = self.ticks[party.id] = Tick(party.name.replace("&", "&&"))
            tick.clicked.connect(self._tell)
            line.addWidget(tick, 1)
            line.addWidget(label("" if party.kind == "other" else party.kind, "small"))
            self._stack.addWidget(row)
            row.show()
            self._rows.append(row)
        if not self._rows:
            none = label(say("No party is in this workbook yet. Ctrl+8 goes to them."), "small")
            self._stack.addWidget(none)
            self._rows.append(none)

    def _tell(self) -> None:
        problem = self._shown.problem
        ticked = [party_id for party_id, tick in self.ticks.items() if tick.isChecked()]
        if problem is not None:
            self._shown.work.step(
                say("change whose people are needed"),
                lambda book: edits.belong(book, [problem.id], ticked),
            )

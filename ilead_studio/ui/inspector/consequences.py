"""What a change idea may also cause, each with the balancing measure that would show it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ilead_studio.model import Consequence, Idea
from ilead_studio.rules.measures import measure_with_id
from ilead_studio.ui.inspector.fields import SentenceField
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.inspector.measures import measure_line, measure_names
from ilead_studio.ui.links.links_list import LinksList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.offers import TextOffers
from ilead_studio.ui.widgets.parts import button
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class ConsequencesGroup(Group):
    """A line for each consequence; the button opens an empty one, which counts once it has words.

    A line whose words are taken away goes when the keyboard leaves it.
    """

    name = "consequences"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("May also cause"))
        self.lines: list[ConsequenceLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(4))
        self._opened = False
        self.add = button(
            say("Add a consequence"), "quiet", look, sign="plus", role="accent", does=self._open
        )
        self.links = LinksList(look, "")
        self.links.chosen.connect(self.gone_to)
        self.stack.addLayout(self._list)
        self.stack.addWidget(self.add)
        self.stack.addWidget(self.links)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for one idea."""
        return isinstance(it.one, Idea)

    def tell(self, it: Seen) -> None:
        """Show a line for each, and the empty one that was opened."""
        known = self._known
        wanted = len(known) + self._opened
        while len(self.lines) < wanted:
            self.lines.append(self._made(len(self.lines)))
        for at, line in enumerate(self.lines):
            line.setVisible(at < wanted)
            line.show_words(known[at] if at < len(known) else None)
        ids = dict.fromkeys(one.measure_id for one in known)
        found = [measure_with_id(it.workbook, each) for each in ids if each]
        self.links.show_lines([measure_line(each) for each in found if each])
        self.links.setVisible(bool(found))

    def see(self, it: Seen) -> None:
        """Close the empty line when another idea is shown."""
        if it.one is None or self._seen.one is None or it.one.id != self._seen.one.id:
            self._opened = False
        super().see(it)

    @property
    def _known(self) -> tuple[Consequence, ...]:
        idea = self._seen.one
        return idea.consequences if isinstance(idea, Idea) else ()

    def _made(self, at: int) -> "ConsequenceLine":
        made = ConsequenceLine(self._look, at + 1)
        TextOffers(made.measure, lambda: measure_names(self._work))
        made.typed.connect(lambda: self._write(at))
        made.left.connect(lambda: self._leave(at))
        made.dropped.connect(lambda: self._drop(at))
        self._list.addWidget(made)
        return made

    def _open(self) -> None:
        """Open the empty line, with the keyboard in it."""
        self._opened = True
        self.see_again()
        self.lines[len(self._known)].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit(self.add)

    def _write(self, at: int) -> None:
        """Keep what is typed in a line, as long as it says what may happen."""
        text, measure = self.lines[at].words
        if not text:
            return
        known = list(self._known)
        known[at : at + 1] = [Consequence(text=text, measure=measure)]
        self._opened = self._opened and at < len(self._known)
        self._keep(tuple(known), burst=f"consequence {at}")

    def _leave(self, at: int) -> None:
        if at < len(self._known) and not self.lines[at].words[0]:
            self._drop(at)
        else:
            self.end_burst()

    def _drop(self, at: int) -> None:
        known = self._known
        self._opened = self._opened and at < len(known)
        self._keep((*known[:at], *known[at + 1 :]))
        self.see_again()
        if not self.lines[at].isVisible():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, known: tuple[Consequence, ...], burst: str = "") -> None:
        self.put(say("change what it may also cause"), burst=burst, consequences=known)


class ConsequenceLine(QWidget):
    """What may happen besides, and a measure for it.

    ``typed`` tells of other words, ``left`` that the keyboard went, ``dropped`` that it is to go.
    """

    typed = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, look.px(4))
        grid.setSpacing(look.px(4))
        self.text = SentenceField(
            look, say("Consequence {number}", number=number), say("What may happen besides")
        )
        self.measure = SentenceField(
            look,
            say("Balancing measure of consequence {number}", number=number),
            say("A balancing measure for it"),
        )
        for row, field in enumerate((self.text, self.measure)):
            field.typed.connect(self.typed)
            field.done.connect(self.left)
            grid.addWidget(field, row, 0)
        drop = button("", "icon", look, sign="x", role="ink_soft", does=self.dropped.emit)
        tip = say("Take consequence {number} away", number=number)
        drop.setToolTip(tip)
        drop.setAccessibleName(tip)
        grid.addWidget(drop, 0, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> tuple[str, str]:
        """What is typed: the consequence, and its measure."""
        return self.text.toPlainText().strip(), self.measure.toPlainText().strip()

    def show_words(self, known: Consequence | None) -> None:
        """Show a consequence, or an empty line; one that is emptied is left alone."""
        if known is None or self.text.toPlainText() or not self.text.hasFocus():
            self.text.show_text(known.text if known else "")
        self.measure.show_text(known.measure if known else "")

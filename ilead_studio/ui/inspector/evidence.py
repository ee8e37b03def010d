"""What was found out about one cause or driver, and a small form to add or change it."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Cause, Driver, Workbook, find
from ilead_studio.model.evidence import Citation, Evidence
from ilead_studio.rules.evidence_words import kinds, speaks
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.inspector.fields import LineField, PickField, SentenceField
from ilead_studio.ui.inspector.group import Group, Seen
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.pasting.named_files import FileDrop, name_files
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.ui.work import Work
from ilead_studio.words import say

ICONS: Final = {
    "data": "database", "interview": "message-2", "observation": "eye", "research": "book",
    "cycle": "refresh",
}  # fmt: skip


class EvidenceItemsGroup(Group):
    """The evidence that one cause or driver cites."""

    name = "evidence items"

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__(work, look, say("What we found out"))
        self._lines: list[QWidget] = []
        self._shown: object = None
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(4))
        self.add = button(
            say("Add evidence"), "quiet", look, sign="plus", role="accent", does=self._begin
        )
        self.form = EvidenceForm(work, look)
        self.form.closed.connect(self._end)
        self.form.hide()
        self.stack.addLayout(self._list)
        self.stack.addWidget(self.add)
        self.stack.addWidget(self.form)
        self._drop = FileDrop(self, look, lambda: work.read_only)
        self._drop.dropped.connect(self._name_files)

    @classmethod
    def fits(cls, it: Seen) -> bool:
        """Show it for one cause or driver."""
        return isinstance(it.one, Cause | Driver) and bool(it.having("cites"))

    def tell(self, it: Seen) -> None:
        """Show the lines anew where they say something else."""
        cause = it.one
        if not isinstance(cause, Cause | Driver):
            return
        if self.form.isVisible() and self.form.cause_id != cause.id:
            self._end()
        shows = (cause.id, cause.cites, self._work.workbook.evidence)
        if shows == self._shown:
            return
        self._shown = shows
        for line in self._lines:
            line.hide()
            line.deleteLater()
        known = {it.id: it for it in self._work.workbook.evidence}
        self._lines = [self._line(cause.id, known[it.evidence_id], it) for it in cause.cites]
        for line in self._lines:
            self._list.addWidget(line)
            line.show()
        tab_through((self,))

    def _line(self, cause_id: str, found: Evidence, cited: Citation) -> QWidget:
        """One line: the kind as an icon, the words, and how it speaks; it can be changed."""
        made, side = QWidget(), self._look.px(18)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(self._look.px(4))
        sign = QLabel()
        sign.setPixmap(pixmap(ICONS[found.kind], self._look.theme.ink_soft, side, 2.0))
        sign.setFixedSize(QSize(side, side))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Wrapped(found.text))
        words.addWidget(Wrapped(about(found, cited), "small"))
        line.addLayout(words, 1)
        change = say("Change “{text}”", text=found.text)
        take = say("Take “{text}” away from here", text=found.text)
        does = {
            "pencil": (change, lambda: self._change(cause_id, found, cited)),
            "x": (take, lambda: self._take_away(cause_id, found.id)),
        }
        for icon, (name, deed) in does.items():
            press = button("", "icon", self._look, sign=icon, role="ink_soft", does=deed)
            press.setToolTip(name)
            press.setAccessibleName(name)
            press.setFixedWidth(self._look.hit("row"))
            line.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _name_files(self, names: tuple[str, ...]) -> None:
        if self._seen.one is not None and name_files(self._work, self._seen.one.id, names):
            self.open()

    def _begin(self) -> None:
        if isinstance(self._seen.one, Cause | Driver):
            self.form.open_new(self._seen.one)
            self._opened()

    def _change(self, cause_id: str, found: Evidence, cited: Citation) -> None:
        self.form.open_for(cause_id, found, cited)
        self._opened()

    def _opened(self) -> None:
        self.add.hide()
        self.grown.emit(self.form)

    def _take_away(self, cause_id: str, evidence_id: str) -> None:
        self._work.step(
            say("take evidence away"), lambda book: edits.uncite(book, [cause_id], evidence_id)
        )
        self.see_again()

    def _end(self) -> None:
        self.add.show()
        had_it = self.form.isAncestorOf(self.focusWidget() or self)
        self.form.hide()
        if had_it:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.see_again()


def about(found: Evidence, cited: Citation) -> str:
    """Say what kind of evidence it is, and how it speaks: "Data · speaks for, March 2026"."""
    where = ", ".join(filter(None, (speaks()[cited.speaks], found.source, found.date)))
    return " · ".join(filter(None, (kinds()[found.kind], where, cited.note)))


class EvidenceForm(QWidget):
    """Asks for one piece of evidence; Enter keeps it, Escape gives it up.

    One that is there already can be cited again, or deleted when nobody cites it.
    """

    closed = Signal()

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work, self.cause_id, self._evidence_id = work, "", ""
        self.known = PickField(say("Which evidence"))
        self.known.activated.connect(self._pick)
        self.kind = PickField(say("Kind of evidence"))
        for kind, words in kinds().items():
            self.kind.addItem(words, kind)
        self.text = SentenceField(look, say("What was found out"), say("What was found out"))
        choices = (
            Choice("for", say("For")), Choice("against", say("Against")),
            Choice("mixed", say("Mixed")),
        )  # fmt: skip
        self.speaks = Segments(look, say("Speaks"), choices)
        self.speaks.chosen.connect(self.speaks.show_value)
        self.source = LineField(say("Source"), say("Source, never a student’s name"))
        self.date = LineField(say("Date"), say("Date, as you write it"))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 4, 0, 0)
        stack.setSpacing(look.px(4))
        fields = (self.known, self.text, self.kind, self.speaks, self.source, self.date)
        for field in fields:
            stack.addWidget(field)
        stack.addLayout(self._buttons(look))

    def _buttons(self, look: Look) -> QHBoxLayout:
        line = QHBoxLayout()
        self.keep = button(say("Keep"), "plain", look, does=self._keep)
        self.delete = button(say("Delete"), "", look, does=self._delete)
        cancel = button(say("Cancel"), "", look, does=self.closed.emit)
        for press in (self.keep, cancel, self.delete):
            line.addWidget(press)
        line.addStretch(1)
        return line

    def open_new(self, cause: Cause | Driver) -> None:
        """Ask for something new, or something known that the cause does not cite yet."""
        self._open(cause.id)
        cited = {it.evidence_id for it in cause.cites}
        free = [it for it in self._work.workbook.evidence if it.id not in cited]
        self.known.clear()
        self.known.addItem(say("New evidence"), "")
        for found in free:
            self.known.addItem(found.text, found.id)
        self.known.setVisible(bool(free))
        self.speaks.show_value("for")
        self._fill(None)

    def open_for(self, cause_id: str, found: Evidence, cited: Citation) -> None:
        """Change something that the cause cites."""
        self._open(cause_id)
        self.known.hide()
        self.speaks.show_value(cited.speaks)
        self._fill(found)

    def _open(self, cause_id: str) -> None:
        self.cause_id = cause_id
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, _at: int) -> None:
        picked = self.known.currentData()
        self._fill(next((it for it in self._work.workbook.evidence if it.id == picked), None))

    def _fill(self, found: Evidence | None) -> None:
        self._evidence_id = found.id if found else ""
        self.text.setPlainText(found.text if found else "")
        self.kind.setCurrentIndex(max(0, self.kind.findData(found.kind if found else "data")))
        self.source.setText(found.source if found else "")
        self.date.setText(found.date if found else "")
        free = found is not None and not edits.citing(self._work.workbook, found.id)
        self.delete.setVisible(free)

    def _keep(self) -> None:
        """Keep what is typed; what is refused stays open."""
        cause_id, known = self.cause_id, self._evidence_id
        evidence_id = known or self._work.ids()
        fields = {
            "text": self.text.toPlainText(),
            "kind": self.kind.currentData(),
            "source": self.source.text(),
            "date": self.date.text(),
        }
        how = next(it for it in speaks() if it == self.speaks.value)

        def edit(book: Workbook) -> Workbook:
            write = edits.change_evidence if known else edits.add_evidence
            book = write(book, evidence_id, **fields)
            cause = find(book, cause_id)
            cites = cause.cites if isinstance(cause, Cause | Driver) else ()
            note = next((it.note for it in cites if it.evidence_id == evidence_id), "")
            return edits.cite(book, [cause_id], evidence_id, how, note)

        words = say("change evidence") if known else say("add evidence")
        if self._work.step(words, edit):
            self.closed.emit()
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self) -> None:
        gone = self._evidence_id
        if self._work.step(say("delete evidence"), lambda book: edits.delete_evidence(book, gone)):
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, give up with Escape."""
        if is_escape(event):
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

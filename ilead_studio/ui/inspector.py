"""What is known about the selected item: its words, its note, and what it serves."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ilead_studio import edits
from ilead_studio.model import Strength, Theory
from ilead_studio.rules.outline import Role, Row, role_words
from ilead_studio.ui.keys import is_escape
from ilead_studio.ui.look import Look
from ilead_studio.ui.once import Once
from ilead_studio.ui.parts import GrowingField, OneLine, button, label, panel
from ilead_studio.ui.work import SLOT_ID, Work
from ilead_studio.words import count, say


class Inspector(QScrollArea):
    """The panel at the right; it writes while one types, and a burst of typing is one undo step.

    ``left`` tells that Escape was pressed: the keyboard goes back to the page.
    """

    link_asked = Signal()
    left = Signal()

    def __init__(self, work: Work, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._look = work, look
        self._shown = ""
        self._filling = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "right")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = panel("panel")
        self._stack = QVBoxLayout(inside)
        self._stack.setContentsMargins(16, 12, 16, 16)
        self._stack.setSpacing(look.px(4))
        self.setWidget(inside)
        self._empty = label(_nothing(), "small")
        self._role = OneLine("label")
        self._words = self._field(say("Words"), lines=2)
        self._ref = label("", "small")
        self._note_head = label(say("Notes"), "label")
        self._notes = self._field(say("Notes"), lines=5)
        self._notes.setObjectName("notes")
        self._serves_head = label(say("Serves"), "label")
        self._serves = QVBoxLayout()
        self._lines: list[QWidget] = []
        self._linked: tuple[str, frozenset[str], list[tuple[str, str]]] | None = None
        """What the lines show: they are made anew only when that differs."""
        self._add_link = button(
            say("Link to another driver"), "quiet", look, sign="plus", role="accent",
            does=self.link_asked.emit,
        )  # fmt: skip
        self._compose()
        self._words.textChanged.connect(self._write_words)
        self._notes.textChanged.connect(self._write_notes)
        self._refreshing = Once(self.refresh, self)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    def _field(self, name: str, lines: int) -> GrowingField:
        made = GrowingField(self._look, lines)
        made.setAccessibleName(name)
        made.installEventFilter(self)
        return made

    def _compose(self) -> None:
        gap = self._look.px(12)
        for part in (self._empty, self._role, self._words, self._ref):
            self._stack.addWidget(part)
        self._stack.addSpacing(gap)
        self._stack.addWidget(self._serves_head)
        self._stack.addLayout(self._serves)
        self._stack.addWidget(self._add_link)
        self._stack.addSpacing(gap)
        self._stack.addWidget(self._note_head)
        self._stack.addWidget(self._notes)
        self._stack.addStretch(1)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show what is known of the selected item, without disturbing somebody who types here."""
        rows = {row.id: row for row in self._work.rows}
        row = rows.get(self._work.item_id)
        several = len(self._work.ids_selected)
        one = row is not None and row.id != SLOT_ID and several == 1
        self._filling = True
        for part in (self._role, self._words, self._ref, self._note_head, self._notes):
            part.setVisible(one)
        self._empty.setVisible(not one)
        self._empty.setText(_several(several) if several > 1 else _nothing())
        self._show_links(row if one else None, rows)
        if row and one:
            self._role.setText(_title(row, rows))
            _put(self._words, row.text)
            self._words.setPlaceholderText(_asks(row))
            self._ref.setText(say("Reference {ref}, on paper too", ref=row.ref))
            _put(self._notes, row.notes)
            self._shown = row.id
        for field in (self._words, self._notes):
            field.setReadOnly(self._work.read_only)
        self._filling = False

    def _show_links(self, row: Row | None, rows: dict[str, Row]) -> None:
        linked = row is not None and row.role in (Role.DRIVER, Role.IDEA)
        self._serves_head.setVisible(linked)
        self._add_link.setVisible(linked)
        served = (row.parent_id, *row.also) if row and linked and row.parent_id else ()
        targets = [rows[target] for target in served]
        shows = (row.id, row.weak, [(it.id, it.text) for it in targets]) if row else None
        if shows == self._linked:
            return
        self._linked = shows
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._link_line(row, target) for target in targets if row]
        for line in self._lines:
            self._serves.addWidget(line)

    def _link_line(self, row: Row, target: Row) -> QWidget:
        """One line: what is served, how strongly, and a button that ends it."""
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(self._look.px(4))
        words = target.text or say("The aim")
        name = label(words)
        name.setWordWrap(True)
        policy = name.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a very long word is cut instead
        name.setSizePolicy(policy)
        line.addWidget(name, 1)
        strength = QComboBox()
        strength.addItems([say("Strong"), say("Weak")])
        strength.setCurrentIndex(1 if target.id in row.weak else 0)
        strength.setFixedWidth(self._look.px(88))
        strength.setAccessibleName(say("Strength of the link to “{text}”", text=words))
        strength.activated.connect(lambda at: self._set_strength(row.id, target.id, at))
        line.addWidget(strength)
        end = button("", "", self._look, sign="unlink", role="ink_soft",
                     does=lambda: self._unlink(row.id, target.id))  # fmt: skip
        end.setEnabled(bool(row.also))
        tip = (
            say("Unlink from “{text}”", text=words)
            if row.also
            else say("Its only link: link it elsewhere first")
        )
        end.setToolTip(tip)
        end.setAccessibleName(tip)
        line.addWidget(end)
        return made

    # --- writing ---------------------------------------------------------------------------------
    def _write_words(self) -> None:
        item_id, words = self._shown, self._words.toPlainText()
        if self._filling or item_id != self._work.item_id:
            return
        root = self._work.page is not None and item_id == self._work.page.id
        if words.strip() or root:
            self._work.step(
                say("change words"),
                lambda book: edits.rename(book, item_id, words),
                merge_key=("words", item_id),
            )

    def _write_notes(self) -> None:
        item_id, notes = self._shown, self._notes.toPlainText()
        if not self._filling and item_id == self._work.item_id:
            self._work.step(
                say("change a note"),
                lambda book: edits.note(book, item_id, notes),
                merge_key=("notes", item_id),
            )

    def _set_strength(self, source: str, target: str, at: int) -> None:
        strength: Strength = "weak" if at else "strong"
        if isinstance(self._work.page, Theory):
            self._work.step(
                say("change a link"),
                lambda book: edits.set_strength(book, source, target, strength),
            )

    def _unlink(self, source: str, target: str) -> None:
        self._work.step(say("unlink"), lambda book: edits.unlink(book, source, target))

    def go_to_notes(self) -> None:
        """Put the keyboard into the notes."""
        self._refreshing.now()
        if self._notes.isVisible():
            self._notes.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._notes.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a field ends its burst of typing, and shows its words as they are kept."""
        if is_escape(event):
            self.left.emit()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undoes):
                event.ignore()
                return True
        if event.type() == QEvent.Type.FocusOut:
            self._work.session.break_merge()
            self.refresh()
        return super().eventFilter(watched, event)


def _put(field: QPlainTextEdit, text: str) -> None:
    """Show a text, unless somebody is typing it and it differs only by white space."""
    typed = " ".join(field.toPlainText().split())
    if field.toPlainText() != text and not (field.hasFocus() and typed == " ".join(text.split())):
        cursor = field.textCursor()
        at = cursor.position()
        field.setPlainText(text)
        cursor.setPosition(min(at, len(text)))
        field.setTextCursor(cursor)


def _title(row: Row, rows: dict[str, Row]) -> str:
    if row.role is Role.WHY and row.parent_id:
        return say("Why of “{text}”", text=rows[row.parent_id].text)
    words = role_words(row)
    return words[:1].upper() + words[1:]


def _asks(row: Row) -> str:
    if row.role is Role.HEAD:
        return say("What happens, in one sentence")
    return say("How much, by when, for whom?") if row.role is Role.AIM else ""


def _several(number: int) -> str:
    return count(number, "{number} item is selected.", "{number} items are selected.")


def _nothing() -> str:
    return say("Select something on the page to see and change what is known about it.")

"""The capture tray and the parking lot: words that have no home yet, and early solutions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout

from ilead_studio import edits
from ilead_studio.model import Idea, Workbook
from ilead_studio.ui.capture.tray_rows import Waiting, WaitingList
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.parts import label, panel, rule
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say


class Tray(QScrollArea):
    """Both lists, one under the other; nothing is done for them while they are hidden.

    ``left`` tells that Escape was pressed: the keyboard goes back to the page.
    """

    left = Signal()

    def __init__(self, work: Work, look: Look, keys: KeyMap) -> None:
        super().__init__()
        self._work, self._look, self._keys = work, look, keys
        self._shown: Workbook | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say("Tray and parking lot"))
        self.loose = WaitingList(look, "grip-vertical", roles=None)
        self.loose.setAccessibleName(say("Capture tray"))
        self.parked = WaitingList(look, "bulb", roles=lambda: roles(work.workbook))
        self.parked.setAccessibleName(say("Parking lot"))
        self._have, self._wait = label("", "small"), label("", "small")
        self._no_words = label(say("Words that have no place yet wait here."), "small")
        self._below = label("", "small")
        self.field = late(QLineEdit(), unseen=True)
        self.field.setPlaceholderText(say("Catch words here"))
        self.field.setAccessibleName(say("Catch words here"))
        self.field.returnPressed.connect(self._catch)
        self.field.installEventFilter(self)
        self._compose()
        self._connect()
        self._refreshing = Once(self._catch_up, self, beside)
        for signal in (work.changed, work.renewed):
            signal.connect(self._refreshing.ask)

    def _compose(self) -> None:
        px = self._look.px
        inside = panel("panel")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(px(16), px(12), px(16), px(16))
        stack.setSpacing(px(8))
        stack.addLayout(_headed(say("Capture tray"), self._have))
        for part in (self._no_words, self.loose, self.field):
            stack.addWidget(part)
        stack.addSpacing(px(4))
        stack.addWidget(rule())
        stack.addSpacing(px(4))
        stack.addLayout(_headed(say("Parking lot"), self._wait))
        stack.addWidget(self.parked)
        stack.addWidget(self._below)
        stack.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        step = self._work.step
        self.loose.reworded.connect(
            lambda it, words: step(say("change words"), lambda book: edits.reword(book, it, words))
        )
        self.parked.reworded.connect(
            lambda it, words: step(say("change words"), lambda book: edits.rename(book, it, words))
        )
        self.parked.raised.connect(
            lambda it, role: step(
                say("say who raised it"), lambda book: edits.put(book, (it,), raised_by=role)
            )
        )
        self.loose.dropped.connect(lambda: self._drop(self.loose, edits.drop))
        self.parked.dropped.connect(lambda: self._drop(self.parked, edits.delete))
        for rows in (self.loose, self.parked):
            rows.left.connect(self.left)

    # --- showing ---------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._refreshing.ask()
        self._refreshing.now()

    def _catch_up(self) -> None:
        book, last = self._work.workbook, self._shown
        same = last is not None and last.tray is book.tray and last.ideas is book.ideas
        if same or not self.isVisible():
            return
        self._shown = book
        lot, focus = edits.parked(book), self.focused
        self.loose.show_rows([Waiting(it.id, it.text, it.source) for it in book.tray])
        self.parked.show_rows([_waiting(it) for it in lot])
        have, wait = len(book.tray), len(lot)
        self._have.setText(say("{number} with no home yet", number=have) if have else "")
        self._wait.setText(count(wait, "{number} early solution", "{number} early solutions")
                           if wait else "")  # fmt: skip
        self._below.setText(_under_the_lot(wait, self._keys.words("park")))
        self._no_words.setVisible(not have)
        for rows, there in ((self.loose, have), (self.parked, wait)):
            rows.setVisible(bool(there))
        if focus is not None and focus.isHidden():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- doing -----------------------------------------------------------------------------------
    @property
    def focused(self) -> WaitingList | None:
        """The list that has the keyboard."""
        return next((rows for rows in (self.loose, self.parked) if rows.hasFocus()), None)

    def take_keyboard(self) -> None:
        """Put the keyboard on the first row, or into the field when there is none."""
        self._refreshing.now()
        lists = (rows for rows in (self.loose, self.parked) if rows.count())
        next(lists, self.field).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _catch(self) -> None:
        """Keep the words of the field; the field waits for the next."""
        work, words = self._work, self.field.text()
        new = work.ids()
        label = say("catch words")
        if words.strip() and work.step(label, lambda book: edits.catch(book, new, words)):
            self.field.clear()

    def _drop(
        self, rows: WaitingList, take_out: Callable[[Workbook, Sequence[str]], Workbook]
    ) -> None:
        ids = rows.chosen
        label = count(len(ids), "drop {number} row", "drop {number} rows")
        if ids:
            self._work.step(label, lambda book: take_out(book, ids))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the field goes back to the page; undo in an empty one is the session's."""
        if is_escape(event):
            self.left.emit()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and not self.field.text():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _headed(words: str, more: QLabel) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(label(words, "lead"))
    line.addWidget(more, 1)
    return line


def _waiting(idea: Idea) -> Waiting:
    raised = say("raised by {role}", role=idea.raised_by) if idea.raised_by else ""
    small = " · ".join(filter(None, (idea.ref, raised or say("raised by: Enter to say"))))
    return Waiting(idea.id, idea.text, small, idea.raised_by)


def _under_the_lot(wait: int, key: str) -> str:
    if wait:
        return say("They come back as change ideas, with the role that raised them.")
    if not key:
        return say("Early solutions wait here: park a cause or a change idea.")
    return say("Early solutions wait here: {key} on a cause or a change idea brings them.", key=key)


def roles(workbook: Workbook) -> list[str]:
    """Return the roles that raised something in a workbook, in the order of the alphabet."""
    raised = [cause.raised_by for page in workbook.fishbones for cause in page.causes]
    return sorted({*raised, *(idea.raised_by for idea in workbook.ideas)} - {""})

"""Typing in a field of a form: it writes at every letter, as one step, and Escape takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from ilead_studio.ui.commands.keys import is_enter, is_escape
from ilead_studio.ui.inspector.fields import LineField, TextField
from ilead_studio.ui.widgets.overlay import takes_tab
from ilead_studio.ui.work import Work

Field = LineField | TextField


class TypingStep(QObject):
    """Passes what is typed on to ``write``; ``shows`` shows again what is kept, when it is left.

    Escape writes what stood there when the keyboard came, and so leaves no step. Enter goes on to
    the next field, unless there may be several paragraphs.
    """

    def __init__(
        self,
        work: Work,
        field: Field,
        write: Callable[[str], None],
        shows: Callable[[], None],
        *,
        paragraphs: bool = False,
    ) -> None:
        super().__init__(field)
        self._work, self._field, self._write, self._shows = work, field, write, shows
        self._was, self._goes_on = "", not paragraphs
        field.typed.connect(write)
        field.done.connect(self._end)
        field.installEventFilter(self)

    def _end(self) -> None:
        self._work.session.break_merge()
        self._shows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the keyboard comes, and two of its keys."""
        if event.type() == QEvent.Type.FocusIn:
            self._was = _words(self._field)
        if is_escape(event) and _words(self._field) != self._was:
            self._give_up()
            return True
        if is_enter(event) and self._goes_on:
            self._go_on()
            return True
        return super().eventFilter(watched, event)

    def _give_up(self) -> None:
        self._write(self._was)
        self._field.show_text(self._was)
        self._field.selectAll()

    def _go_on(self) -> None:
        there: QWidget | None = self._field
        while there and (there := there.nextInFocusChain()):
            if takes_tab(there) or there is self._field:
                there.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _words(field: Field) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()

"""Words in fields that count only when they are left: cells of tables, and cards that ask.

The document does not know them yet, so recovery keeps them in the tray, with where they were typed.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import Shiboken

from ilead_studio import edits
from ilead_studio.errors import StudioError
from ilead_studio.model import Ids, Workbook
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.ui.widgets.late import is_late
from ilead_studio.words import say

_LINES = 200
"""Most lines that are kept of one field."""


class TypedLate:
    """Knows the field that the keyboard is in; ``words`` are its own, if it is such a one."""

    def __init__(self) -> None:
        self._field: QWidget | None = None
        self._began = ""

    def follow(self, now: QWidget | None) -> None:
        """Remember what a field began with; a window that is left for another keeps its field."""
        if now is not None and now is not self._field:
            self._field = now if is_late(now) else None
            self._began = _text(now)

    @property
    def is_open(self) -> bool:
        """Whether the keyboard is in such a field."""
        field = self._field
        if field is not None and not (Shiboken.isValid(field) and field.isVisible()):
            self._field = field = None
        return field is not None

    @property
    def words(self) -> str:
        """What was typed there; nothing while it is as it was."""
        text = _text(self._field) if self.is_open else ""
        return "" if text == self._began else text.strip()

    @property
    def whence(self) -> str:
        """Where they are being typed, as the tray says it."""
        name = self._field.accessibleName() if self._field and self.is_open else ""
        return say("was being typed: {field}", field=name)

    def leave(self) -> None:
        """Leave the field: a cell keeps its words then."""
        if self._field and self.is_open:
            self._field.clearFocus()

    def forget(self) -> None:
        """Count the words as known from now on."""
        self._began = _text(self._field) if self.is_open else ""


def caught(workbook: Workbook, words: str, whence: str, fresh: Ids) -> Workbook:
    """Return a workbook with words in its tray; as it is where there are none, or none fit."""
    lines = [*_lines(words)][:_LINES]
    try:
        return edits.catch_all(workbook, lines, whence, fresh) if lines else workbook
    except StudioError:
        return workbook


def _text(field: QWidget | None) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _lines(words: str) -> Iterator[str]:
    """Give lines that fit a row of the tray."""
    for line in filter(str.strip, words.splitlines()):
        yield from (line[at : at + LABEL_MAX] for at in range(0, len(line), LABEL_MAX))

"""Words in fields that count only when they are left, or taken: cells of tables, cards that ask.

The document does not know them yet, so recovery keeps them in the tray, with where they were typed.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import Shiboken

from ilead_studio import edits
from ilead_studio.model import Ids, Workbook
from ilead_studio.model.text import LABEL_MAX, tidy
from ilead_studio.rules.changed import compared
from ilead_studio.ui.widgets.composing import composed_in, shown_in
from ilead_studio.ui.widgets.late import is_late, waits_unseen
from ilead_studio.words import say

_LINES = 1_000
"""Most lines that are kept of one field."""


class Waiting(NamedTuple):
    """Words that no document has yet, and whence they are, as the tray says it."""

    words: str
    whence: str


class TypedLate:
    """Knows the field that the keyboard is in, if it is such a one, and others whose words wait.

    They wait where the document is as before when a field is left, as long as they can be seen.
    """

    def __init__(self, book: Callable[[], Workbook]) -> None:
        self._book = book
        self._came = book()
        self._field: QWidget | None = None
        self._began: dict[QWidget, str] = {}
        self._over: dict[QWidget, Waiting] = {}

    def follow(self, now: QWidget | None) -> None:
        """Remember what a field began with; a window that is left for another keeps its field."""
        if now is not None and now is not self._field:
            began = {it: text for it, text in self._began.items() if _waits(it, text)}
            if self._field in began and self._has_counted:
                del began[self._field]
            self._began = began
            self._field, self._came = (now if is_late(now) else None), self._book()
            if self._field:
                self._began.setdefault(self._field, _text(self._field))

    @property
    def _has_counted(self) -> bool:
        """Whether the document has changed since the keyboard came to the field."""
        came, now = self._came, self._book()
        return came is not now and compared(came, "file") != compared(now, "file")

    @property
    def _open(self) -> dict[QWidget, str]:
        """The fields that are still there, and what each began with."""
        valid = {it: text for it, text in self._began.items() if Shiboken.isValid(it)}
        return {it: text for it, text in valid.items() if it.isVisible() or waits_unseen(it)}

    @property
    def is_open(self) -> bool:
        """Whether the keyboard is in such a field, or words wait in one."""
        return bool(self._open or self._over)

    @property
    def _changed(self) -> tuple[QWidget, ...]:
        return tuple(it for it, text in self._open.items() if _waits(it, text))

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What was typed in any of them; nothing while they are as they were."""
        return (*map(_waiting, self._changed), *self._over.values())

    @property
    def here(self) -> tuple[Waiting, ...]:
        """What was typed in the field that has the keyboard."""
        return tuple(_waiting(it) for it in self._changed if it is self._field)

    @property
    def elsewhere(self) -> tuple[Waiting, ...]:
        """What was typed in other fields that wait with it."""
        others = (_waiting(it) for it in self._changed if it is not self._field)
        return (*others, *self._over.values())

    # --- words that are too many -----------------------------------------------------------------
    @property
    def is_over(self) -> bool:
        """Whether words were refused that are not forgotten."""
        return bool(self._over)

    def overflow(self, field: QWidget | None) -> None:
        """Remember words that the document refused: who leaves their field sees them no more."""
        if field is not None and _text(field):
            self._over[field] = _waiting(field)

    def fits(self, field: QWidget | None) -> None:
        """Forget those of a field whose words are others now, and were taken."""
        if field in self._over and self._over[field].words != _text(field):
            del self._over[field]

    def left_over(self, now: QWidget | None) -> tuple[Waiting, ...]:
        """Return refused words whose field was left, and forget them."""
        left = [it for it in self._over if it is not now]
        return tuple(self._over.pop(it) for it in left)

    # --- the end of it ---------------------------------------------------------------------------
    def leave(self) -> None:
        """Leave the field: a cell keeps its words then."""
        if self._field in self._open:
            self._field.clearFocus()

    def drop(self) -> None:
        """Know no field any more: they were for another workbook."""
        self._field, self._began, self._over = None, {}, {}

    def forget(self) -> None:
        """Count the words as known from now on."""
        self._began, self._over = {it: _text(it) for it in self._open}, {}


def caught(workbook: Workbook, waiting: Iterable[Waiting], fresh: Ids) -> Workbook:
    """Return a workbook with words in its tray; as it is where there are none.

    Words that are there already are not caught again: who closes and then stays goes on typing.
    """
    there = {it.text for it in workbook.tray}
    for it in waiting:
        lines = [*islice((line for line in _lines(it.words) if line not in there), _LINES)]
        if lines:
            there.update(lines)
            workbook = edits.catch_all(workbook, lines, tidy(it.whence)[:LABEL_MAX], fresh)
    return workbook


def being_typed(words: str, field: str) -> Waiting:
    """Return words as the tray takes them from a field."""
    return Waiting(words, say("was being typed: {field}", field=field))


def typed_in(fields: Iterable[QWidget]) -> tuple[Waiting, ...]:
    """Return the words of fields that began empty and wait."""
    return tuple(_waiting(it) for it in fields if _waits(it, ""))


def _waiting(field: QWidget) -> Waiting:
    return being_typed(_text(field), field.accessibleName())


def _text(field: QWidget | None) -> str:
    if line := _line(field):
        return line.text()
    return shown_in(field) if isinstance(field, QPlainTextEdit) else ""


def _waits(field: QWidget, began: str) -> bool:
    """Tell whether a field has other words than it began with, which no document has."""
    is_there = Shiboken.isValid(field) and is_late(field)
    return is_there and _is_typed(field) and _text(field) != began


def _is_typed(field: QWidget) -> bool:
    """Tell whether a key changed a field; what undo shows in it again is known to the document."""
    if line := _line(field):
        return line.isModified()
    if not isinstance(field, QPlainTextEdit):
        return False
    return field.document().isModified() or bool(composed_in(field))


def _line(field: QWidget | None) -> QLineEdit | None:
    """Return the line of a field; one with a list to choose from has the keyboard for it."""
    if isinstance(field, QComboBox):
        return field.lineEdit()
    return field if isinstance(field, QLineEdit) else None


def _lines(words: str) -> Iterator[str]:
    """Give lines that fit a row of the tray, without those in which nothing can be seen."""
    for line in filter(None, map(tidy, words.splitlines())):
        yield from filter(None, (tidy(it) for it in _parts(line)))


def _parts(line: str) -> Iterator[str]:
    return (line[at : at + LABEL_MAX] for at in range(0, len(line), LABEL_MAX))

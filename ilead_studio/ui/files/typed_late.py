"""Words in fields that count only when they are left: cells of tables, and cards that ask.

The document does not know them yet, so recovery keeps them in the tray, with where they were typed.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import Shiboken

from ilead_studio import edits
from ilead_studio.model import Ids, Workbook
from ilead_studio.model.text import LABEL_MAX, tidy
from ilead_studio.ui.widgets.late import is_late, waits_for_card, waits_unseen
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.session.drafting import Draft

_LINES = 1_000
"""Most lines that are kept of one field."""


class Waiting(NamedTuple):
    """Words that no document has yet, and whence they are, as the tray says it."""

    words: str
    whence: str


class TypedLate:
    """Knows the field that the keyboard is in, if it is such a one, and others of its card."""

    def __init__(self) -> None:
        self._field: QWidget | None = None
        self._began: dict[QWidget, str] = {}
        self._over: dict[QWidget, Waiting] = {}

    def follow(self, now: QWidget | None) -> None:
        """Remember what a field began with; a window that is left for another keeps its field."""
        if now is not None and now is not self._field:
            self._began = {it: text for it, text in self._open.items() if waits_for_card(it)}
            self._field = now if is_late(now) else None
            if self._field:
                self._began.setdefault(self._field, _text(self._field))

    @property
    def _open(self) -> dict[QWidget, str]:
        """The fields that are still there, and what each began with."""
        valid = {it: text for it, text in self._began.items() if Shiboken.isValid(it)}
        return {it: text for it, text in valid.items() if it.isVisible() or waits_unseen(it)}

    @property
    def is_open(self) -> bool:
        """Whether the keyboard is in such a field, or in a card that has one."""
        return bool(self._open or self._over)

    @property
    def _changed(self) -> tuple[QWidget, ...]:
        return tuple(
            it for it, text in self._open.items()
            if is_late(it) and _is_typed(it) and _text(it) != text
        )  # fmt: skip

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What was typed in any of them; nothing while they are as they were."""
        changed = self._changed
        over = (words for it, words in self._over.items() if it not in changed)
        return (*map(_waiting, changed), *over)

    @property
    def here(self) -> tuple[Waiting, ...]:
        """What was typed in the field that has the keyboard."""
        return tuple(_waiting(it) for it in self._changed if it is self._field)

    @property
    def elsewhere(self) -> tuple[Waiting, ...]:
        """What was typed in other fields that wait with it."""
        others = (_waiting(it) for it in self._changed if it is not self._field)
        return (*others, *self._over.values())

    @property
    def is_over(self) -> bool:
        """Whether words were refused that are not forgotten."""
        return bool(self._over)

    # --- words that are too many -----------------------------------------------------------------
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
    """Return a workbook with words in its tray; as it is where there are none."""
    for it in waiting:
        lines = [*islice(_lines(it.words), _LINES)]
        if lines:
            workbook = edits.catch_all(workbook, lines, _source(it), fresh)
    return workbook


def is_caught(workbook: Workbook, waiting: Waiting) -> bool:
    """Tell whether words are in the tray already; undo can take them out again."""
    source = _source(waiting)
    there = {it.text for it in workbook.tray if it.source == source}
    return there.issuperset(_lines(waiting.words))


def _source(waiting: Waiting) -> str:
    return tidy(waiting.whence)[:LABEL_MAX]


def being_typed(words: str, field: str) -> Waiting:
    """Return words as the tray takes them from a field."""
    return Waiting(words, say("was being typed: {field}", field=field))


def drafted(workbook: Workbook, draft: "Draft") -> tuple[Waiting, ...]:
    """Return the words of drivers to be that somebody typed, with what they answer."""
    from ilead_studio.session.drafting import own_words  # loaded by whoever made the draft

    return tuple(
        Waiting(words, say("was to be a driver, for the cause “{text}”", text=cause.text))
        for cause, words in own_words(workbook, draft)
    )


def in_merge(words: Iterable[str]) -> Iterator[Waiting]:
    """Give the words of one's own that were chosen in a merge."""
    return (Waiting(it, say("was to stand there after a merge")) for it in words)


def _waiting(field: QWidget) -> Waiting:
    return being_typed(_text(field), field.accessibleName())


def _text(field: QWidget | None) -> str:
    if line := _line(field):
        return line.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _is_typed(field: QWidget) -> bool:
    """Tell whether a key changed a field; what undo shows in it again is known to the document."""
    line = _line(field)
    return line is None or line.isModified()


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

"""Taking filled forms back: dropped on the window, or chosen from a folder."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent

from ilead_studio.rules.ramps import planned_one
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import read_bytes
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.finding.going import go_to
from ilead_studio.ui.meanwhile.apart import Get
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.rules.returned import Form, Looked
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.packets.returned_card import ReturnedCard, Taken
    from ilead_studio.ui.window import MainWindow

_NAME = "take back form"


class Returning(QObject):
    """Reads forms, shows what they say on a card, and fills their cycles in one step."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._card: ReturnedCard | None = None
        window.whole.setAcceptDrops(True)
        window.whole.installEventFilter(self)

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {_NAME: self._ask}

    def why_not(self, name: str) -> str:
        """Say that nothing can be filled in a workbook that is only read."""
        return why_only_read(self._work) if name == _NAME and self._work.read_only else ""

    def _ask(self) -> None:
        path = self._work.path
        self._window.dialogs.form_paths(path.parent if path else Path.home(), self.take)

    # --- dropping --------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of PDF files that no part of the window wants."""
        kinds = QEvent.Type
        if event.type() in (kinds.DragEnter, kinds.DragMove, kinds.Drop):
            assert isinstance(event, QDropEvent)
            return self._drag(event)
        return super().eventFilter(watched, event)

    def _drag(self, event: QDropEvent) -> bool:
        paths = pdf_paths(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is moved from where it is
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._drop(paths)
        return True

    def _drop(self, paths: Sequence[Path]) -> None:
        why = self._window.why_not(_NAME)
        self._window.editing.finish()
        if why:
            self._work.said.emit(why)
        else:
            self.take(paths)

    # --- taking ----------------------------------------------------------------------------------
    def take(self, paths: Sequence[Path]) -> None:
        """Read forms and show what they bring; a file that holds none is told."""
        from ilead_studio.exchange.returned import LARGEST, read_all

        disk = self._window.around.disk
        files = [(shown(it), partial(read_bytes, it, LARGEST, disk)) for it in paths]
        words = say("Opening “{name}” …", name=shown(paths[0])) if paths else ""
        self._window.filing.reading.ask(lambda: lambda _: read_all(files), self._on_read, words)

    def _on_read(self, get: Get[tuple[list["Form"], list[str]]]) -> None:
        from ilead_studio.rules.returned import looked_at

        forms, refusals = get()
        if forms:
            today = self._window.around.clock().date()
            self._open(looked_at(self._work.workbook, forms, today), refusals)
        else:
            self._work.warned.emit(" ".join(refusals))

    def _open(self, looked: Sequence["Looked"], refusals: Sequence[str]) -> None:
        from ilead_studio.ui.packets.returned_card import ReturnedCard

        self._card = self._card or ReturnedCard(self._window.look, self._window.whole)
        self._card.open_for(looked, refusals, self._take)

    def _take(self, taken: "Taken") -> bool:
        """Fill the cycles in one step, and show the first one of them."""
        from ilead_studio.edits.returned import take_back
        from ilead_studio.rules.returned_words import taken_words

        now, words = self._window.around.clock(), taken_words(taken)
        made = self._work.step(
            say("take back {fields}", fields=words),
            lambda book: take_back(book, taken, now, self._work.ids),
        )
        if made:
            self._show(taken)
            self._work.said.emit(say("{fields} taken. Undo takes them back.", fields=words))
        return made

    def _show(self, taken: "Taken") -> None:
        first = taken[0][0]
        planned = planned_one(self._work.workbook, first.idea_id)
        cycle_id = first.cycle_id or (planned.id if planned else "")
        if cycle_id:
            go_to(self._window, cycle_id)


def pdf_paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the PDF files that are dragged."""
    local = (Path(it.toLocalFile()) for it in data.urls() if it.isLocalFile())
    return tuple(it for it in local if it.suffix.lower() == ".pdf")

"""What the next key will probably ask for, made while nobody waits: the key finds it ready.

While words are typed that is Enter, and Del on what is selected. All that is made are answers of
pure functions about immutable documents, so nothing has to be taken back when another key comes.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject

from ilead_studio.drawing.page import draw_page
from ilead_studio.errors import StudioError
from ilead_studio.model import Page, Workbook, pages
from ilead_studio.planning import ROOM
from ilead_studio.rules.outline import outline
from ilead_studio.session.capture import asks, filled, slot_after
from ilead_studio.session.likely import deleted, renamed
from ilead_studio.ui.canvas.page_view import PageView
from ilead_studio.ui.capture.editing import Editing
from ilead_studio.ui.meanwhile.turns import Turns
from ilead_studio.ui.work import SLOT_ID, Work

MANY: Final = 300
"""Pages with fewer rows are drawn within a frame, whatever is asked for."""


class Ahead(QObject):
    """Makes what comes next, turn by turn; a key that is pressed meanwhile waits for one turn."""

    def __init__(self, work: Work, editing: Editing, canvas: PageView) -> None:
        super().__init__(editing)
        self._work, self._editing, self._canvas = work, editing, canvas
        self._turns = Turns(self)
        editing.typed.connect(self.begin)
        work.selected.connect(self.begin)

    def begin(self) -> None:
        """Begin anew: what is typed or selected now is another thing than before."""
        self._turns.begin(self._coming())

    def _coming(self) -> Iterator[object]:
        with suppress(StudioError):  # the key itself will say why it cannot be done
            yield from self._made()

    def _made(self) -> Iterator[object]:
        """Make one thing after the other that the next key will ask for."""
        work = self._work
        if work.page is None or work.section or work.read_only or len(work.rows) < MANY:
            return
        yield "what stands beside the page comes first"
        book = self._next(work.session.for_file)
        page = _page_in(book, work.page)
        if book is None or page is None:
            return
        yield book
        here = self._editing.coming_id if work.slot else self._editing.item
        if here and here != page.id:
            beside = slot_after(book, page, here)
            book = filled(book, beside, SLOT_ID, asks(beside, page, book))
            page = _page_in(book, page)
            yield book
        if page:
            yield outline(book, page)
            yield draw_page(book, page, ROOM, work.view_of(book))
            yield from self._canvas.foresee(book, page)

    def _next(self, book: Workbook) -> Workbook | None:
        """Return the document after Enter, or Del; None when they do nothing."""
        editing, slot = self._editing, self._work.slot
        words = editing.words
        if slot:
            return filled(book, slot, editing.coming_id, words) if words else None
        if editing.is_open:
            return renamed(book, editing.item, words) if words and editing.item else None
        return deleted(book, self._work.ids_selected)


def _page_in(book: Workbook | None, page: Page | None) -> Page | None:
    return next((it for it in pages(book) if page and it.id == page.id), None) if book else None

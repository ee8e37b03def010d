"""What goes to the tray and the parking lot, and what comes back from there to the page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from ilead_studio import edits
from ilead_studio.model import Cause, Idea, Loose, Workbook, find
from ilead_studio.rules.outline import left_beside
from ilead_studio.session.capture import Slot, slot_after, slot_below
from ilead_studio.ui.canvas.canvas import Canvas
from ilead_studio.ui.canvas.surface import WAITING_MIME
from ilead_studio.ui.frame.right_panel import SELECTED, TRAY
from ilead_studio.ui.outline.view import OutlineView
from ilead_studio.words import count, say, short

if TYPE_CHECKING:
    from ilead_studio.ui.capture.tray import Tray
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

_REMEMBERED = "window/right"


class Parking:
    """Parks what is selected or typed, and places what waits."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work, self._editing = window, window.work, window.editing
        self._tray: Tray | None = None
        self._drops = tuple(_Drops(surface, self) for surface in (window.canvas, window.outline))
        window.editing.note_asked.connect(lambda: window.about.turn(SELECTED))
        window.about.turned.connect(self._show)
        if window.settings.value(_REMEMBERED) == "tray":
            window.about.turn(TRAY)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {"park": self.park, "tray": self.turn}

    def why_not(self, name: str) -> str:
        """Say what can be parked."""
        rows = self._tray.focused if self._tray else None
        if name != "park" or rows is not None or self._editing.is_open:
            return ""
        chosen = (find(self._work.workbook, it) for it in self._work.ids_selected)
        fits = all(isinstance(it, Cause | Idea) for it in chosen)
        return "" if fits else say("Only causes and change ideas can be parked.")

    # --- the panel -------------------------------------------------------------------------------
    def turn(self) -> None:
        """Show the tray and the lot with the keyboard in them; or what is selected again."""
        window = self._window
        if window.about.at == TRAY and window.about.isAncestorOf(window.focusWidget()):
            window.about.turn(SELECTED)
            window.arranged.back_to_page()
            return
        window.about.turn(TRAY)
        window.right.put(window.about)
        self._made().take_keyboard()

    def _show(self, at: int) -> None:
        """Show one of the two; beside a section nothing of a diagram is selected."""
        window = self._window
        if at == SELECTED and self._work.section:
            window.right.put_usual()
        window.about.show_part(self._made() if at == TRAY else window.inspector)
        window.settings.keep({_REMEMBERED: "tray" if at == TRAY else "selected"})

    def _made(self) -> "Tray":
        """Return the panel, which is made when it is first asked for."""
        if self._tray is None:
            from ilead_studio.ui.capture.tray import Tray

            self._tray = Tray(self._work, self._window.look, self._window.keys)
            self._tray.left.connect(self._window.arranged.back_to_page)
        return self._tray

    # --- parking ---------------------------------------------------------------------------------
    def park(self) -> None:
        """From the lists: place what is chosen. In the editor: park its words. Else what is chosen.

        The keyboard stays where it is.
        """
        rows = self._tray.focused if self._tray else None
        if rows is not None:
            self.place(rows.chosen)
        elif self._editing.is_open and self._work.slot:
            self._park_typed()
        elif not self._editing.is_open or self._editing.finish():
            self._park_selected()

    def _park_typed(self) -> None:
        """Park the words that are being typed; the editor stays open for the next."""
        work, words = self._work, self._editing.words
        if not words:
            work.said.emit(say("Type the words first, then park them."))
            return
        new = work.ids()
        what = _named((words,))
        label = say("park {what}", what=what)
        if work.step(label, lambda book: edits.park_words(book, new, words)):
            self._editing.type_anew()
            self._tell(what, 1)

    def _park_selected(self) -> None:
        work = self._work
        if refused := self.why_not("park"):
            work.said.emit(refused)
        if refused or work.refuses():
            return
        chosen = [row for row in work.rows if row.id in work.ids_selected]
        ids, what = [row.id for row in chosen], _named([row.text for row in chosen])
        beside = left_beside(work.rows, edits.doomed(work.workbook, ids))
        label = say("park {what}", what=what)
        parks = work.step(
            label, lambda book: edits.park(book, ids, work.ids), select=beside, moves=True
        )
        if parks:
            self._tell(what, len(ids))

    def _tell(self, what: str, number: int) -> None:
        """Say that something is parked, and how to see it there."""
        key = self._window.keys.words("tray")
        where = say("the parking lot ({key})", key=key) if key else say("the parking lot")
        one = say("Parked {what}: it waits in {where}.", what=what, where=where)
        many = say("Parked {what}: they wait in {where}.", what=what, where=where)
        self._work.said.emit(one if number == 1 else many)

    # --- placing ---------------------------------------------------------------------------------
    def place(self, ids: tuple[str, ...]) -> None:
        """Give what waits a place below the selected item, in one step."""
        work, slot = self._work, self._slot()
        if slot is None or not ids:
            return
        what = _named([it.text for it in _waiting(work.workbook) if it.id in ids])
        label = say("place {what}", what=what)

        def edit(book: Workbook) -> Workbook:
            for item_id in ids:
                book = _placed(book, item_id, work.ids(), slot)
            return book

        if work.step(label, edit):
            parent = self._text_of(slot.parent_id) or say("the head")
            work.said.emit(say("Placed {what} under “{parent}”.", what=what, parent=short(parent)))

    def _slot(self) -> Slot | None:
        page, book = self._work.page, self._work.workbook
        if page is None:
            return None
        here = self._work.item_id
        return slot_below(book, page, here) or slot_after(book, page, here)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is selected on the page."""
        return self._work.ids_selected

    def choose(self, ids: tuple[str, ...]) -> None:
        """Select other items on the page."""
        self._work.select(*ids)

    def _text_of(self, item_id: str) -> str:
        return next((row.text for row in self._work.rows if row.id == item_id), "")


def _waiting(workbook: Workbook) -> tuple[Idea | Loose, ...]:
    return (*workbook.tray, *edits.parked(workbook))


def _placed(workbook: Workbook, item_id: str, new_id: str, slot: Slot) -> Workbook:
    """Place one thing that waits, in the tray or in the lot."""
    if any(it.id == item_id for it in workbook.tray):
        return edits.settle(workbook, item_id, slot.kind, new_id, slot.parent_id, slot.before)
    return edits.place_parked(workbook, item_id, new_id, slot.parent_id, slot.before)


def _named(texts: Sequence[str]) -> str:
    """Name one thing by its words, several by their number."""
    if len(texts) == 1:
        return say("“{text}”", text=short(texts[0]))
    return count(len(texts), "{number} item", "{number} items")


class _Drops(QObject):
    """Lets what is dragged from the lists be dropped on an item of a surface.

    The item under the pointer is selected, so that everybody sees where the words would go.
    """

    def __init__(self, surface: Canvas | OutlineView, parking: Parking) -> None:
        super().__init__(surface)
        self._surface, self._parking = surface, parking
        self._before: tuple[str, ...] = ()
        surface.viewport().setAcceptDrops(True)
        surface.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow a drag, and take what is dropped."""
        kind = event.type()
        if isinstance(event, QDropEvent) and not event.mimeData().hasFormat(WAITING_MIME):
            return False
        if kind == QEvent.Type.DragEnter and isinstance(event, QDropEvent):
            self._before = self._parking.chosen
            event.acceptProposedAction()
        elif kind == QEvent.Type.DragMove and isinstance(event, QDragMoveEvent):
            self._follow(event)
            event.acceptProposedAction()
        elif kind == QEvent.Type.DragLeave:
            self._parking.choose(self._before)
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._follow(event)
            self._parking.place(_ids(event.mimeData()))
            event.acceptProposedAction()
        else:
            return False
        return True

    def _follow(self, event: QDropEvent) -> None:
        there = self._item_at(event)
        if there:
            self._parking.choose((there,))

    def _item_at(self, event: QDropEvent) -> str:
        if isinstance(self._surface, Canvas):
            return self._surface.item_at(event.position())
        row = self._surface.row_at(self._surface.indexAt(event.position().toPoint()))
        return row.id if row else ""


def _ids(data: QMimeData) -> tuple[str, ...]:
    return tuple(bytes(data.data(WAITING_MIME).data()).decode(errors="replace").split())

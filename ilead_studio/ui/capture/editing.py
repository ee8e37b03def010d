"""Typing on a page: one editor that follows the words, wherever they are shown.

Enter finishes and opens the next item, Tab the one below, Shift+Tab the one above. Leaving the
editor keeps its words; an empty new item was never there.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from ilead_studio import edits
from ilead_studio.model import Page, find
from ilead_studio.rules.outline import left_beside
from ilead_studio.rules.places import next_place
from ilead_studio.session.capture import (
    Slot,
    added_label,
    asks,
    asks_of_root,
    filled,
    slot_after,
    slot_below,
    slot_in,
    slot_out,
    slot_turned,
)
from ilead_studio.session.landing import move_label
from ilead_studio.session.likely import deleted, deletion, renamed
from ilead_studio.ui.canvas.canvas import Canvas
from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.commands.reasons import WAYS, foremost, why_not_on_item
from ilead_studio.ui.outline.view import OutlineView
from ilead_studio.ui.work import SLOT_ID, Work
from ilead_studio.words import say, short


class Editing(QObject):
    """Turns the keys of capture into slots, edits and selections.

    ``state_changed`` tells that an editor opened or closed; ``note_asked`` that a note is wanted;
    ``typed`` tells that other words stand in it; ``pasted`` brings several lines that were pasted
    into it.
    """

    state_changed = Signal()
    note_asked = Signal()
    pasted = Signal(object)
    typed = Signal()

    def __init__(self, work: Work, canvas: Canvas, tree: OutlineView) -> None:
        super().__init__(canvas)
        self._work, self._canvas = work, canvas
        self._on: Canvas | OutlineView = canvas
        self._editor: Editor | None = None
        self._editors: dict[QWidget, Editor] = {}
        self._item = self._coming_id = ""
        for surface in (canvas, tree):
            surface.asked.connect(self._on_asked)
            surface.typed.connect(self.begin_with)
            surface.composed.connect(self._compose)
        for moved in (
            canvas.zoomed,
            canvas.horizontalScrollBar().valueChanged,
            canvas.verticalScrollBar().valueChanged,
        ):
            moved.connect(self._follow)
        work.renewed.connect(self.drop)

    # --- beginning -------------------------------------------------------------------------------
    @property
    def is_open(self) -> bool:
        """Whether words are being typed in place."""
        return self._editor is not None

    def _surface(self) -> Canvas | OutlineView:
        sender = self.sender()
        return sender if isinstance(sender, OutlineView) else self._canvas

    def begin_with(self, text: str) -> None:
        """Begin a new item after the selected one; an empty head or aim is filled instead."""
        page, item_id = self._work.page, self._work.item_id
        if page is None or self._work.refuses():
            return
        self._on = self._surface()
        empty = not self._work.rows[0].text
        if empty and item_id == page.id:
            self._edit(page.id, text)
        else:
            self._open_slot(slot_after(self._work.workbook, page, item_id), text)

    def _compose(self, event: QInputMethodEvent) -> None:
        """Hand the first event of an input method on to a new editor."""
        self.begin_with("")
        if self._editor:
            QApplication.sendEvent(self._editor, event)

    def _edit(self, item_id: str, text: str | None) -> None:
        row = next((row for row in self._work.rows if row.id == item_id), None)
        if row is None:
            return
        self._item = item_id
        hint = asks_of_root(row.role) or row.text
        self._open(item_id, row.text if text is None else text, hint)
        if text and self._editor:
            self._caret_to_end()

    def _open_slot(self, slot: Slot | None, text: str = "") -> bool:
        """Type a new item in a slot; tells whether it can be there."""
        page = self._work.page
        if slot is None or page is None:
            self._work.said.emit(say("Nothing can stand under a change idea."))
            return False
        if not self._work.set_slot(slot):
            return False
        self._item = ""
        self._on.show_item(SLOT_ID)
        self._open(SLOT_ID, text, asks(slot, page, self._work.workbook))
        if text:
            self._caret_to_end()
        return True

    def _open(self, shown_id: str, text: str, hint: str) -> None:
        place = self._on.place_of(shown_id)
        if place is None:
            return
        editor = self._editor
        if editor is None or editor.over is not place.over:
            self._forget_editor()
            editor = self._editor = self._editor_over(place.over)
            editor.left.connect(self.finish)
        self._canvas.set_edited(shown_id)
        editor.open_at(place, text=text, hint=hint)
        self.state_changed.emit()

    def _editor_over(self, surface: QWidget) -> Editor:
        """Return the editor of a surface: made once, for Qt needs milliseconds to dress it."""
        if surface not in self._editors:
            made = self._editors[surface] = Editor(surface, self._canvas.keys)
            made.asked.connect(self.ask_typing)
            made.pasted.connect(self.pasted)
            made.textChanged.connect(self.typed)
        return self._editors[surface]

    def _follow(self) -> None:
        """Keep the editor over its words when the page is zoomed or scrolled under it."""
        place = self._on.place_of(SLOT_ID if self._work.slot else self._item)
        if self._editor and place and place.over is self._editor.over:
            self._editor.stand_at(place)

    @property
    def item(self) -> str:
        """The item whose words are being changed; empty in a slot for a new one."""
        return self._item

    @property
    def coming_id(self) -> str:
        """The id that the next new item will have."""
        self._coming_id = self._coming_id or self._work.ids()
        return self._coming_id

    @property
    def words(self) -> str:
        """What has been typed so far; empty when no editor is open."""
        return self._editor.words() if self._editor else ""

    @property
    def shown_words(self) -> str:
        """The same with what an input method composes, which may yet become something else."""
        return self._editor.shown_words() if self._editor else ""

    def type_words(self, words: str) -> None:
        """Put words where the caret is."""
        if self._editor:
            self._editor.insertPlainText(words)

    def type_anew(self) -> None:
        """Empty the open editor, which stays where it is."""
        if self._editor:
            self._editor.clear()

    def _caret_to_end(self) -> None:
        if self._editor:
            cursor = self._editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self._editor.setTextCursor(cursor)

    # --- ending ----------------------------------------------------------------------------------
    def finish(self) -> str:
        """Keep what was typed and close the editor; returns the item that was typed.

        When the words are refused, the editor stays open with them: no word is lost.
        """
        kept = self._keep()
        if kept is None:
            return ""
        self._close()
        return kept

    def _keep(self) -> str | None:
        """Keep what was typed; returns the item, None when it is refused or nothing is typed in."""
        if self._editor is None:
            return None
        slot, words = self._work.slot, self._editor.words()
        return self._fill(slot, words) if slot else self._rename(words)

    def _rename(self, words: str) -> str | None:
        """Change the words of the item; None when they are refused."""
        item_id, page = self._item, self._work.page
        if not words and (page is None or item_id != page.id):
            return item_id
        label = say("rename “{text}”", text=short(words))
        made = self._work.step(label, lambda book: renamed(book, item_id, words))
        return item_id if made else None

    def _fill(self, slot: Slot, words: str) -> str | None:
        """Fill the slot; empty when nothing was typed, None when the words are refused."""
        if not words:
            return ""
        new_id, self._coming_id, self._work.slot = self.coming_id, "", None
        label = added_label(slot, short(words))
        if self._work.step(label, lambda book: filled(book, slot, new_id, words), select=new_id):
            return new_id
        self._coming_id, self._work.slot = new_id, slot
        return None

    def _close(self) -> None:
        """Put the editor away and give the keyboard back to where it came from."""
        had_focus = self._editor is not None and self._editor.hasFocus()
        self._forget_editor()
        self._item = ""
        self._canvas.set_edited("")
        self._work.set_slot(None)
        if had_focus:
            self._on.setFocus()
        self.state_changed.emit()

    def _forget_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.left.disconnect(self.finish)
            editor.hide()

    def cancel(self) -> None:
        """Give up the edit; nothing has changed."""
        if self._editor is not None:
            self._close()

    def drop(self) -> None:
        """Put the editor away because another page is in view.

        Words that were refused and are still in it go to the clipboard: none is lost.
        """
        if self._editor is not None:
            words = self._editor.words()
            if words:
                QApplication.clipboard().setText(words)
                self._work.said.emit(say("The words that did not fit are on the clipboard."))
            self._forget_editor()
            self._item = ""
            self._canvas.set_edited("")
            self.state_changed.emit()

    # --- keys in the editor ----------------------------------------------------------------------
    def ask_typing(self, asked: str) -> None:
        """Do what a key asks for inside the text being typed."""
        if asked == "cancel":
            self.cancel()
        elif asked == "note":
            self.finish()
            self.note_asked.emit()
        elif asked == "turn":
            self._turn()
        elif asked.startswith("move "):
            self._move_after_typing(asked)
        elif self._editor and self._work.slot and not self._editor.words():
            self._empty_slot(asked)
        else:
            self._go_on(asked)

    def _empty_slot(self, asked: str) -> None:
        """Enter stops; Tab and Shift+Tab move the empty slot in and out."""
        page, slot = self._work.page, self._work.slot
        if asked == "next" or page is None or slot is None:
            self.cancel()
            return
        move = slot_in if asked == "in" else slot_out
        there = move(self._work.workbook, page, slot)
        if there:
            self._open_slot(there)

    def _go_on(self, asked: str) -> None:
        """Keep the words, then let the editor go on to the next slot: beside, below, or one up.

        The keyboard stays in it, so that nothing is read out in between.
        """
        item_id, page = self._keep(), self._work.page
        if item_id is None or page is None:
            return
        if not (item_id and self._open_next(asked, page, item_id)):
            self._close()

    def _open_next(self, asked: str, page: Page, item_id: str) -> bool:
        """Open the slot that a key asks for after an item; tells whether there is one."""
        book = self._work.workbook
        if asked == "in":
            return self._open_slot(slot_below(book, page, item_id))
        if item_id == page.id:
            return False
        beside = slot_after(book, page, item_id)
        out = slot_out(book, page, beside) if asked == "out" else None
        return self._open_slot(out or beside)

    def _turn(self) -> None:
        """Let the slot be for an idea instead of a driver, or the other way round."""
        page, slot = self._work.page, self._work.slot
        if self._editor and page and slot:
            words = self._editor.words()
            self._open_slot(slot_turned(self._work.workbook, page, slot), words)

    def _move_after_typing(self, asked: str) -> None:
        if self.finish():
            self.ask(asked)

    # --- keys on a selected item -----------------------------------------------------------------
    def _on_asked(self, asked: str) -> None:
        self.ask(asked, self._surface())

    def ask(self, asked: str, on: Canvas | OutlineView | None = None) -> None:
        """Do what a key or a menu asks for with the selected item."""
        self._on = on or self._on
        page, item_id, book = self._work.page, self._work.item_id, self._work.workbook
        if why := why_not_on_item(self._work, asked):
            self._work.said.emit(why)
            return
        if page is None:
            return
        if asked.startswith("move "):
            self._move(asked)
        elif asked == "next":
            self._open_slot(slot_after(book, page, item_id))
        elif asked == "in":
            self._open_slot(slot_below(book, page, item_id))
        elif asked == "idea":
            below = slot_below(book, page, item_id)
            turned = below and (below if below.kind == "idea" else slot_turned(book, page, below))
            self._open_slot(turned)
        elif asked == "out":
            beside = slot_after(book, page, item_id)
            self._open_slot(slot_out(book, page, beside) or beside)
        else:
            self._ask_simply(asked, page.id)

    def _ask_simply(self, asked: str, root: str) -> None:
        if asked == "edit":
            self._edit(self._work.item_id, None)
        elif asked == "delete":
            self._delete()
        elif asked == "home":
            self._work.select(root)
        elif asked == "clear":
            self._work.select(self._work.item_id or root)
        elif asked == "note":
            self.note_asked.emit()

    def _move(self, asked: str) -> None:
        """Move what is selected by one place; several go where the foremost of them would go."""
        page, item_id, book = self._work.page, self._work.item_id, self._work.workbook
        if page is None or item_id == page.id or find(book, item_id) is None:
            return
        ids = tuple(row.id for row in self._work.rows if row.id in self._work.ids_selected)
        place = next_place(book, page, foremost(self._work, page, asked), WAYS[asked])
        if place is None:
            return
        self._work.step(
            move_label(_words_of(self._work, item_id), len(ids)),
            lambda book: edits.move_all(book, ids, place.parent_id, place.before),
            moves=True,
        )

    def _delete(self) -> None:
        """Delete what is selected; what is beside it is selected then."""
        page, ids = self._work.page, self._work.ids_selected
        if page is None:
            return
        lost = edits.doomed(self._work.workbook, ids)
        if not lost:
            return
        words = short(_words_of(self._work, ids[-1]))
        label = deletion(words, len(lost) - 1, edits.doomed_cycles(self._work.workbook, ids))
        beside = left_beside(self._work.rows, lost)
        self._work.step(label, lambda book: deleted(book, ids), select=beside, moves=True)


def _words_of(work: Work, item_id: str) -> str:
    return next((row.text for row in work.rows if row.id == item_id), "")

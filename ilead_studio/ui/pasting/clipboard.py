"""Copy, cut and paste: what leaves the page in every form at once, and what comes to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from ilead_studio import edits
from ilead_studio.edits import NewLine
from ilead_studio.model import Cause, Driver, Link, Workbook, find
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.rules.outline import left_beside
from ilead_studio.session.capture import Slot
from ilead_studio.session.pasting import fitted, paste_slot
from ilead_studio.ui.frame.right_panel import TRAY
from ilead_studio.ui.pasting.named_files import file_names, name_files
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.pasting.paste_card import PasteCard
    from ilead_studio.ui.window import MainWindow

WITHOUT_ASKING = 2
"""Most lines that are pasted at once; from one more on the card shows them first."""


def on_clipboard() -> QMimeData:
    """Return what is on the clipboard; empty when nothing is, for Qt has None then."""
    return QApplication.clipboard().mimeData() or QMimeData()


class Clipboard:
    """Copies what is selected, and pastes after it or into the slot that is open."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work
        self._editing = window.editing
        self._editing.pasted.connect(self._take)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {"copy": self.copy, "cut": self.cut, "paste": self.paste}

    def why_not(self, name: str) -> str:
        """Say that the head and the aim cannot be cut."""
        page = self._work.page
        if name == "cut" and page is not None and page.id in self._work.ids_selected:
            return say("The head and the aim stay; copy them instead.")
        return ""

    # --- out -------------------------------------------------------------------------------------
    def copy(self) -> int:
        """Put what is selected on the clipboard; returns how many items that are."""
        from ilead_studio.ui.pasting.copied_items import CopiedItems  # and other people's formats

        work, page = self._work, self._work.page
        if page is None:
            return 0
        ids, marks = work.ids_selected or (page.id,), work.view.marks
        copied = CopiedItems(work.workbook, page, ids, marks)
        many = len(copied.rows)
        QApplication.clipboard().setMimeData(copied)
        items = count(many, "{number} item", "{number} items")
        work.said.emit(say("Copied {items}: as words, list and picture.", items=items))
        return many

    def cut(self) -> None:
        """Copy what is selected, then delete it in one step; what is beside it is selected then."""
        work = self._work
        if work.refuses():
            return
        ids, copied = work.ids_selected, self.copy()
        label = count(copied, "cut {number} item", "cut {number} items")
        beside = left_beside(work.rows, edits.doomed(work.workbook, ids))
        work.step(label, lambda book: edits.delete(book, ids), select=beside, moves=True)

    # --- in --------------------------------------------------------------------------------------
    def paste(self) -> None:
        """Paste what is on the clipboard, where the selected item is."""
        if not self._work.refuses():
            self._take(on_clipboard())

    def _take(self, data: QMimeData) -> None:
        """Take what was pasted, from the page or from the editor."""
        from ilead_studio.exchange.copied import BRANCH_MIME, read_branch  # at the first paste
        from ilead_studio.exchange.pasted import MOST_LINES, is_too_much, levelled, read_pasted

        if names := file_names(data):
            self._name_files(names)
            return
        branch = read_branch(bytes(data.data(BRANCH_MIME).data()))
        if branch and not self._is_in_tray():
            self.add(branch.lines, self.slot(heads=branch.heads), branch.links)
            return
        if is_too_much(data.text(), data.html()):
            words = say("That is too much to paste at once. Copy at most {most} lines of it.",
                        most=f"{MOST_LINES:,}")  # fmt: skip
            self._work.said.emit(words)
            return
        pasted = read_pasted(data.text(), data.html())
        if not pasted.lines:
            self._work.said.emit(say("There are no words on the clipboard."))
        elif len(pasted.lines) > WITHOUT_ASKING:
            self._card().open_for(pasted, data.text(), in_tray=self._is_in_tray())
        elif self._is_in_tray():
            self._catch(pasted.lines, "")
        elif len(pasted.lines) == 1 and self._editing.is_open:
            self._editing.type_words(pasted.lines[0].text)
        else:
            self.add(levelled(pasted.lines), self.slot())

    def _name_files(self, names: tuple[str, ...]) -> None:
        """Let files be evidence of the selected cause or driver; while one types, be words."""
        work = self._work
        if self._editing.is_open:
            self._editing.type_words(", ".join(names))
        elif isinstance(find(work.workbook, work.item_id), Cause | Driver):
            name_files(work, work.item_id, names)
        else:
            work.said.emit(say("Select a cause or a driver: a file becomes evidence there."))

    def _is_in_tray(self) -> bool:
        """Whether the keyboard is in the tray, so that words are caught there."""
        about, focus = self._window.about, self._window.focusWidget()
        return about.at == TRAY and focus is not None and about.isAncestorOf(focus)

    def _card(self) -> "PasteCard":
        """Return the card, which is made when it is first asked for."""
        window = self._window
        if window.docked is None:
            from ilead_studio.ui.pasting.paste_card import PasteCard

            card = PasteCard(self._work, window.look, window.whole, window.canvas, self.slot)
            card.keys_changed.connect(window.show_state)
            card.added.connect(lambda lines, slot: self.add(lines, slot))
            card.caught.connect(self._catch)
            window.docked = card
        return window.docked

    def slot(self, *, heads: bool = False) -> Slot | None:
        """Return where lines would go now: the open slot, or a place at the selected item."""
        page, open_slot = self._work.page, self._work.slot
        if page is None:
            return None
        if open_slot is not None and not self._editing.words:
            return open_slot
        return paste_slot(self._work.workbook, page, self._work.item_id, heads=heads)

    def add(self, lines: Sequence[NewLine], slot: Slot | None, links: Sequence[Link] = ()) -> None:
        """Add lines at a slot as one step; an editor that was open goes on after them."""
        typing = self._editing.is_open
        if self._work.slot and not self._editing.words:
            self._editing.cancel()
        elif typing:
            if not self._editing.finish():
                return  # its words were refused, and stay in the editor
            slot = self.slot()
        if slot is not None and self._add_at(slot, lines, links) and typing:
            self._editing.ask("next")

    def _add_at(self, slot: Slot, lines: Sequence[NewLine], links: Sequence[Link]) -> bool:
        work, page = self._work, self._work.page
        if page is None:
            return False
        if len(lines) == 1 and slot.parent_id == page.id and self._is_empty_head():
            words = lines[0].text
            label = count(1, "paste {number} item", "paste {number} items")
            return work.step(label, lambda book: edits.rename(book, page.id, words))
        taken = fitted(work.workbook, page, slot, lines)
        new = [work.ids() for _ in taken]
        last = max(at for at, line in enumerate(taken) if line.depth == 0)

        def edit(book: Workbook) -> Workbook:
            fresh = iter(new).__next__
            return edits.add_lines(book, taken, slot.parent_id, slot.before, fresh, links)[0]

        label = count(len(taken), "paste {number} item", "paste {number} items")
        return work.step(label, edit, select=new[last])

    def _is_empty_head(self) -> bool:
        """Whether the head or the aim is selected and has no words yet: those come first."""
        page = self._work.page
        return page is not None and self._work.item_id == page.id and not self._work.rows[0].text

    def _catch(self, lines: Sequence[NewLine], source: str) -> None:
        """Put lines into the tray, with what else is known of them behind their words."""
        work, texts = self._work, [_with_notes(line) for line in lines]
        label = count(len(texts), "catch {number} line", "catch {number} lines")
        if work.step(label, lambda book: edits.catch_all(book, texts, source, work.ids)):
            words = count(len(texts), "{number} line is", "{number} lines are")
            work.said.emit(say("{lines} in the tray now.", lines=words))


def _with_notes(line: NewLine) -> str:
    notes = " · ".join(str(line.fields.get("notes", "")).splitlines())
    return f"{line.text} ({notes})"[:LABEL_MAX] if notes else line.text

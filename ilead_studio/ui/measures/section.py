"""The section Measures: what is counted, by what it is for, and the numbers of one of them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ilead_studio import edits
from ilead_studio.rules.measure_table import Pasted, read_table
from ilead_studio.rules.measure_ties import Tie, loose, loose_words
from ilead_studio.rules.measures import status_words
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.measures.in_view import SECTION, MeasureInView
from ilead_studio.ui.measures.left import MeasureLeft
from ilead_studio.ui.measures.page import MeasurePage
from ilead_studio.ui.measures.paste import MeasurePaste
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

_OTHER: Final = Qt.FocusReason.OtherFocusReason
_PLACES: Final = {"consequence": "ideas", "cycle": "pdsa"}
"""The sections of what a measure belongs to; the rest stands on driver diagrams."""


class MeasuresView(QObject):
    """What the window shows of the section; it goes with its page when another look comes."""

    name = SECTION

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._work = window, window.work
        look = window.look
        self._shown = shown = MeasureInView(window.work, window.around.clock, self)
        self._page = MeasurePage(shown, look)
        self.page: QWidget = self._page
        self.setParent(self._page)
        self._left = MeasureLeft(shown, look)
        self.left: QWidget = self._left
        self.right: QWidget | None = None
        self._card = MeasurePaste(look, window.whole)
        self._card.taken.connect(self._take)
        self._card.closed.connect(window.show_state)
        self._connect()

    def _connect(self) -> None:
        work, page, tree = self._work, self._page, self._left.tree
        page.paste_asked.connect(lambda: self._window.do("paste"))
        page.given_up.connect(lambda: self._window.left.bring(tree))
        page.moved.connect(self._window.show_state)
        page.form.links.gone_to.connect(self._go_to)
        tree.asked.connect(self._ask)
        tree.looked.connect(self._window.show_state)
        self._first = Once(self._refresh_page, page)
        self._then = Once(self._refresh_left, page, beside)
        for signal in (work.renewed, work.changed, work.opened, self._shown.moved):
            signal.connect(self._first.ask)
            signal.connect(self._then.ask)
        self._shown.moved.connect(page.stop_asking)
        work.turned.connect(self._on_turned)
        self._page.refresh()
        self._left.refresh()

    def _on_turned(self) -> None:
        if self._work.section == self.name:
            self._shown.loose = ""
            self._page.refresh()
            self._refresh_left()

    def _refresh_page(self) -> None:
        if self._work.section == self.name:
            self._forget_loose()
            self._page.refresh()

    def _refresh_left(self) -> None:
        if self._work.section == self.name:
            self._left.refresh()
            self._window.show_state()

    def _forget_loose(self) -> None:
        """Show measures again when the name in view is a measure now, or used no longer."""
        names = {it.name for it in loose(self._work.workbook)}
        if self._shown.loose and self._shown.loose not in names:
            self._shown.loose = ""

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say what is known of the measure in view, or how many there are."""
        measure, book = self._shown.measure, self._work.workbook
        if measure is not None:
            return status_words(measure)
        many = len(book.measures)
        words = count(many, "{number} measure", "{number} measures") if many else ""
        told = " · ".join(filter(None, (words, loose_words(len(loose(book))))))
        return told or say("No measure yet")

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help where the keyboard is."""
        if self._card.isVisible():
            return (say("Enter  take what was read"), say("Esc  leave it out"))
        if has_keyboard(self._page.table):
            return (say("Type: a number"), say("Enter  next day"), say("Tab  next number"),
                    say("Ctrl+V  paste a table"), say("Del  take out"))  # fmt: skip
        if has_keyboard(self._left):
            make = say("Enter  make it a measure") if self._shown.loose else say("Enter  numbers")
            return (make, say("Insert  new measure"), say("F2  rename"),
                    say("Alt+Up, Down  move"), say("Del  delete"))  # fmt: skip
        if has_keyboard(self._page.new):
            return (say("Enter  add it"), say("Esc  not now"))
        return (say("Tab, Enter  next field"), say("Esc  list of measures"))

    def deeds(self) -> "Deeds":
        """Return what the commands do here."""
        return {
            "next": self._ask_new,
            "edit": self._page.form.go_to_name,
            "delete": self._delete,
            "move up": lambda: self._shown.move(-1),
            "move down": lambda: self._shown.move(1),
            "paste": self._paste,
        }

    def why_not(self, name: str) -> str:
        """Say what is lacking for a command."""
        if name != "next" and self._shown.measure is None:
            return say("There is no measure yet. Insert adds one.")
        return ""

    def show_item(self, item_id: str) -> None:
        """Show a measure."""
        if any(it.id == item_id for it in self._work.workbook.measures):
            self._shown.show(item_id)
            self._page.stop_asking()
            self._left.refresh()

    # --- what is done ----------------------------------------------------------------------------
    def _ask_new(self) -> None:
        """Ask for a new measure, of the kind under whose heading the keyboard is."""
        entry = self._left.tree.current if has_keyboard(self._left) else None
        measure = self._shown.measure if entry and entry.measure_id else None
        self._page.ask_new(measure.kind if measure else entry.kind if entry else None)

    def _ask(self, asked: str) -> None:
        """Do what a key in the list asks for."""
        if asked != "open":
            self._window.do(asked)
        elif self._shown.loose or self._shown.measure is None:
            self._page.refresh()
            self._page.new.field.setFocus(_OTHER)
        else:
            self._page.table.begin()

    def _delete(self) -> None:
        if has_keyboard(self._page.table):
            self._page.table.delete()
        else:
            self._shown.delete()

    def _paste(self) -> None:
        """Show what was read of the table on the clipboard."""
        measure, text = self._shown.measure, QApplication.clipboard().text()
        if measure is None or self._work.refuses():
            return
        if not text.strip():
            self._work.said.emit(say("Copy days and numbers in a spreadsheet first."))
            return
        last = measure.readings[-1].day if measure.readings else self._shown.today()
        pasted = read_table(self._work.workbook, text, last, measure.id)
        table = self._page.table
        at = table.mapTo(self._window.whole, QPoint(table.width() // 2, self._window.look.px(48)))
        self._card.show_table(self._work.workbook, pasted, at)

    def _take(self, pasted: Pasted) -> None:
        number = len(pasted.found)
        words = count(number, "paste {number} number", "paste {number} numbers")
        self._work.step(words, lambda book: edits.paste_readings(book, pasted))
        self._page.table.begin()

    def _go_to(self, tie: Tie) -> None:
        """Show what the measure belongs to, where it stands."""
        section = _PLACES.get(tie.kind)
        if section:
            self._window.sections.go(section, tie.item_id)
            return
        page = next((it for it in self._work.workbook.theories
                     if tie.item_id == it.id or any(d.id == tie.item_id for d in it.drivers)),
                    None)  # fmt: skip
        if page is not None:
            self._work.open_page(page.id)
            self._work.select(tie.item_id)
            self._window.arranged.back_to_page()

"""How one page of a packet is printed: of what, how its form is answered, over how many sheets."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.drawing.levels import fewer
from ilead_studio.model import Page, PrintedPage, pages
from ilead_studio.packet.kinds import Kind
from ilead_studio.rules.templates import templates
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.packets.in_view import PacketInView
from ilead_studio.ui.packets.sentences import all_words, kind_named, things
from ilead_studio.ui.widgets.parts import OneLine
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import count, say

_GRIDS: Final = ((0, 0), (2, 1), (2, 2), (3, 2), (4, 2), (4, 3), (5, 2), (5, 3), (6, 3))
"""Sheets across and down that are offered for a poster."""


class PageOptions(QWidget):
    """The options of the chosen page; those that it does not have are not there."""

    def __init__(self, shown: PacketInView, look: Look) -> None:
        super().__init__()
        self._shown = shown
        self._title = OneLine("label")
        self.of = PickField(say("Of what"))
        self.form = Segments(look, say("Form"), (
            Choice("pen", say("By pen")), Choice("fillable", say("On a screen")),
        ))  # fmt: skip
        self.bones = PickField(say("Names of the bones"))
        self.spread = PickField(say("Size"))
        self.levels = PickField(say("How many levels"))
        self.grid = PickField(say("Sheets of the poster"))
        self.of.activated.connect(lambda: shown.put_page(of=self.of.currentData()))
        self.form.chosen.connect(lambda form: shown.put_page(form=form))
        self.bones.activated.connect(lambda: shown.put_page(bones=self.bones.currentData()))
        self.spread.activated.connect(lambda: self._put_spread(self.spread.currentData()))
        self.levels.activated.connect(lambda: shown.put_page(levels=self.levels.currentData()))
        self.grid.activated.connect(self._put_grid)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(look.px(4), look.px(4), look.px(4), 0)
        stack.setSpacing(look.px(4))
        self._parts = (self.of, self.form, self.bones, self.spread, self.levels, self.grid)
        for part in (self._title, *self._parts):
            stack.addWidget(part)

    def _put_spread(self, size: str) -> None:
        self._shown.put_page(is_poster=size == "poster", continued=size == "pages")

    def _put_grid(self) -> None:
        across, down = self.grid.currentData()
        self._shown.put_page(across=across, down=down)

    def begin(self) -> None:
        """Give the keyboard to the first option there is."""
        there = (it for it in self._parts if it.isVisible())
        first = next(there, None)
        if first is None:
            self._shown.work.said.emit(say("There is nothing to choose about this page."))
        else:
            goal = first.stop if isinstance(first, Segments) else first
            goal.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def there_are(self) -> bool:
        """Whether there is something to choose."""
        return not self.isHidden()

    def refresh(self) -> None:
        """Show the options of the chosen page."""
        page = self._shown.page
        kind = kind_named(page.kind) if page else None
        is_diagram = kind is not None and kind.is_diagram
        self._show_of(page, kind)
        self.form.setVisible(kind is not None and kind.is_form)
        is_poster = is_diagram and bool(page and page.is_poster)
        self.spread.setVisible(is_diagram)
        self.grid.setVisible(is_poster)
        self._show_levels(page, kind if is_diagram else None)
        self._show_bones(page, kind)
        self._title.setText(kind.words if kind else "")
        has_some = any(not it.isHidden() for it in self._parts)
        self.setVisible(has_some)
        if page is not None:
            self.form.show_value("fillable" if page.form == "fillable" else "pen")
            self._show_spread(_size(page))
            self._show_grid((page.across, page.down))

    def _show_of(self, page: PrintedPage | None, kind: Kind | None) -> None:
        every = things(self._shown.work.workbook, kind.of) if kind else ()
        self.of.setVisible(bool(every))
        if not page or not kind:
            return
        self.of.clear()
        self.of.addItem(all_words(kind), None)
        for item_id, words in every:
            self.of.addItem(words, item_id)
        self.of.setCurrentIndex(max(0, self.of.findData(page.of)))

    def _show_bones(self, page: PrintedPage | None, kind: Kind | None) -> None:
        """Offer the sets of bones by whose names an empty fishbone can be printed."""
        self.bones.setVisible(kind is not None and kind.has_bones)
        self.bones.clear()
        self.bones.addItem(say("No names, to be written"), "")
        for it in templates():
            self.bones.addItem(it.words, it.name)
        self.bones.setCurrentIndex(max(0, self.bones.findData(page.bones if page else "")))

    def _show_spread(self, now: str) -> None:
        self.spread.clear()
        for size, words in (
            ("sheet", say("On one sheet")), ("pages", say("Over as many pages as it takes")),
            ("poster", say("As a poster")),
        ):  # fmt: skip
            self.spread.addItem(words, size)
        self.spread.setCurrentIndex(self.spread.findData(now))

    def _show_levels(self, page: PrintedPage | None, kind: Kind | None) -> None:
        """Offer fewer levels than its diagrams have; the field is not there for one level only."""
        now, some = page.levels if page else 0, self._diagrams(page, kind)
        offered = sorted({*fewer(self._shown.work.workbook, some), now} - {0})
        self.levels.setVisible(bool(some and offered))
        self.levels.clear()
        self.levels.addItem(say("All levels"), 0)
        for levels in offered:
            words = count(levels, "{number} level, the rest folded",
                          "{number} levels, the rest folded")  # fmt: skip
            self.levels.addItem(words, levels)
        self.levels.setCurrentIndex(self.levels.findData(now))

    def _diagrams(self, page: PrintedPage | None, kind: Kind | None) -> list[Page]:
        """Return what a page of a kind draws; large print says it in words, but for posters."""
        packet, workbook = self._shown.packet, self._shown.work.workbook
        if not page or not kind or not packet or (packet.large and not page.is_poster):
            return []
        drawn = {page.of} if page.of else {item_id for item_id, _ in things(workbook, kind.of)}
        return [it for it in pages(workbook) if it.id in drawn]

    def _show_grid(self, now: tuple[int, int]) -> None:
        self.grid.clear()
        every = _GRIDS if now in _GRIDS else (*_GRIDS, now)
        for across, down in every:
            few = say("As few sheets as can be read")
            words = say("{across} × {down} sheets", across=across, down=down) if across else few
            self.grid.addItem(words, (across, down))
        self.grid.setCurrentIndex(every.index(now))


def _size(page: PrintedPage) -> str:
    """Return which of its sizes a diagram has."""
    if page.is_poster:
        return "poster"
    return "pages" if page.continued else "sheet"

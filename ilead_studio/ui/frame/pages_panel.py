"""The pages of the workbook at the left, and under them the outline of the page in view."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ilead_studio.model import Fishbone, Page, pages
from ilead_studio.rules.names import kind_name, page_name
from ilead_studio.ui.frame.page_button import PageButton
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.outline.view import OutlineView
from ilead_studio.ui.widgets.parts import button, label, panel, rule
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class PagesPanel(QWidget):
    """The pages of the section in view, or of the whole workbook, and the outline of the page.

    ``asked`` carries a command and the page it is for, ``menu_asked`` a page and a point of the
    screen, ``dropped`` a page and the page of its kind that it was put before (empty: the last).
    """

    asked = Signal(str, str)
    menu_asked = Signal(str, QPoint)
    dropped = Signal(str, str)

    def __init__(self, work: Work, look: Look, outline: OutlineView) -> None:
        super().__init__()
        self._work, self._look = work, look
        self.shows_all = False
        self._buttons: dict[str, PageButton] = {}
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(8)] * 4)
        stack.setSpacing(look.px(4))
        stack.addLayout(self._head())
        stack.addWidget(self._scrolled())
        stack.addSpacing(look.px(4))
        stack.addWidget(rule())
        self._below = label(say("Outline"), "label")
        self._below.setContentsMargins(look.px(8), look.px(4), 0, 0)
        stack.addWidget(self._below)
        outline.setAccessibleName(say("Outline of the page"))
        stack.addWidget(outline, 1)
        self._refreshing = Once(self.refresh, self, beside)
        for signal in (work.renewed, work.changed, work.selected):
            signal.connect(self._refreshing.ask)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(self._look.px(8), 0, 0, 0)
        self._title = label("", "label")
        head.addWidget(self._title, 1)
        self._add = button(
            "", "", self._look, sign="plus", does=lambda: self.asked.emit("add page", "")
        )
        head.addWidget(self._add)
        return head

    def _scrolled(self) -> QScrollArea:
        self._list, self._inside = QScrollArea(), panel("panel")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWidgetResizable(True)
        self._list.setWidget(self._inside)
        self._list.verticalScrollBar().rangeChanged.connect(self._show_chosen)
        self._pages = QVBoxLayout(self._inside)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.setSpacing(2)
        self._bar = panel("drop")
        self._bar.setParent(self._inside)
        self._bar.hide()
        return self._list

    # --- showing ---------------------------------------------------------------------------------
    def show_all(self, on: bool) -> None:
        """List the pages of the whole workbook, or those of the section in view."""
        self.shows_all = on
        self.refresh()

    def focus_page(self) -> None:
        """Give the keyboard to the page in view."""
        self._refreshing.now()
        chosen = self._chosen()
        (chosen or self._add).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Whether a page of the list has the keyboard."""
        return any(it.hasFocus() for it in self._buttons.values())

    def refresh(self) -> None:
        """Show the pages; a page without a name shows its head or aim."""
        here = self._listed()
        if list(self._buttons) != [it.id for it in here]:
            self._arrange(here)
        for at, page in enumerate(here, 1):
            self._fill(page, at, len(here))
        blind = self._work.sight.is_blind(self._work.workbook, self._work.page)
        self._below.setText(say("Ballot") if blind else say("Outline"))
        self._title.setText(say("All pages") if self.shows_all else say("Pages in this section"))
        diagram = self._work.page is not None and not self._work.is_fishbone
        what = say("Add a driver diagram") if diagram else say("Add a fishbone")
        self._add.setToolTip(what)
        self._add.setAccessibleName(what)
        self._give_room()

    def _listed(self) -> tuple[Page, ...]:
        book = self._work.workbook
        if self.shows_all:
            return pages(book)
        return book.fishbones if self._work.is_fishbone else book.theories

    def _fill(self, page: Page, at: int, every: int) -> None:
        made, name = self._buttons[page.id], page_name(page)
        free = self.width() - self._look.px(82)
        short = made.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, free)
        made.setText(f" {short}".replace("&", "&&"))
        made.setAccessibleName(name)
        made.setAccessibleDescription(
            say("{kind}, page {at} of {every}", kind=kind_name(page), at=at, every=every)
        )
        made.setToolTip(name)
        made.setChecked(self._work.page is not None and page.id == self._work.page.id)

    def _give_room(self) -> None:
        """Let the pages take what they need, but no more than a third; the outline has the rest."""
        need = len(self._buttons) * (self._look.hit("control") + self._pages.spacing())
        self._list.setFixedHeight(min(need, self.height() // (2 if self.shows_all else 3)))
        self._show_chosen()

    def _chosen(self) -> PageButton | None:
        return next((made for made in self._buttons.values() if made.isChecked()), None)

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._list.ensureWidgetVisible(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew, and shorten the names anew."""
        super().resizeEvent(event)
        self._refreshing.ask()
        self._give_room()

    def _arrange(self, here: tuple[Page, ...]) -> None:
        """Let there be a button for each page, in order; one that stays keeps the keyboard."""
        known, self._buttons = self._buttons, {}
        before = [*known]
        for at, page in enumerate(here):
            made = known.pop(page.id, None) or self._button(page)
            self._pages.insertWidget(at, made)
            self._buttons[page.id] = made
        for old in known.values():
            old.hide()
            old.deleteLater()
        if [*self._buttons] != before:
            tab_through((self,))

    def _button(self, page: Page) -> PageButton:
        page_id = page.id
        sign = "fish-bone" if isinstance(page, Fishbone) else "hierarchy-2"
        made = PageButton(page_id, sign, self._look)
        made.clicked.connect(lambda: self._work.open_page(page_id))
        made.asked.connect(lambda name: self._on_asked(name, page_id))
        made.menu_asked.connect(lambda at: self.menu_asked.emit(page_id, at))
        made.dragged.connect(lambda y: self._show_bar(made, y))
        made.let_go.connect(lambda y: self._drop(made, y))
        return made

    # --- going from page to page -----------------------------------------------------------------
    def _on_asked(self, name: str, page_id: str) -> None:
        every = list(self._buttons.values())
        steps = {"up": -1, "down": 1, "first": -len(every), "last": len(every)}
        if name in steps:
            at = every.index(self._buttons[page_id]) + steps[name]
            every[max(0, min(len(every) - 1, at))].setFocus(Qt.FocusReason.TabFocusReason)
            self._list.ensureWidgetVisible(self.focusWidget())
        else:
            self.asked.emit(name, page_id)

    # --- dragging --------------------------------------------------------------------------------
    def _after(self, made: PageButton, y: int) -> PageButton | None:
        """Return the page of the same kind that a page would stand before."""
        kin = [it for it in self._buttons.values() if it.sign == made.sign and it is not made]
        return next((it for it in kin if it.geometry().center().y() > y), None)

    def _show_bar(self, made: PageButton, y: int) -> None:
        after = self._after(made, y)
        kin = [it for it in self._buttons.values() if it.sign == made.sign]
        top = after.y() - 2 if after else kin[-1].geometry().bottom()
        self._bar.setGeometry(4, max(0, top), self._inside.width() - 8, 3)
        self._bar.show()
        self._bar.raise_()

    def _drop(self, made: PageButton, y: int) -> None:
        """Put a page where the bar is; a drag that was given up has no place."""
        self._bar.hide()
        if y >= 0:
            after = self._after(made, y)
            self.dropped.emit(made.page_id, after.page_id if after else "")

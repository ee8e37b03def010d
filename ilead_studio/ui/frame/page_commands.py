"""The commands about pages: adding, ordering and deleting them, going from one to the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ilead_studio.model import Fishbone, Page, pages
from ilead_studio.ui.commands.groups import ON_PAGES
from ilead_studio.ui.frame import page_steps as steps
from ilead_studio.ui.frame.fixed import sections
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.frame.no_page import NoPage
    from ilead_studio.ui.window import MainWindow

_NEED_A_PAGE = (
    "rename page", "duplicate page", "page up", "page down", "delete page", "page before",
    "next page", "copy picture", "fold", "mirror", "untangle", "name columns", "build aim",
)  # fmt: skip


class PageCommands:
    """Does what is asked with the page in view, or with the pages of the workbook."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work
        window.pages.asked.connect(self._ask)
        window.pages.menu_asked.connect(self._show_menu)
        window.pages.dropped.connect(self._drop)
        self._none: NoPage | None = None
        self._inviting = Once(self._invite, window.pages)
        window.work.renewed.connect(self._inviting.ask)

    def _invite(self) -> None:
        """Where there is no page, let the canvas say how to begin one."""
        if self._work.page is None:
            from ilead_studio.ui.frame.no_page import NoPage

            self._none = self._none or NoPage(
                self._window.look, self._window.canvas, self._window.do
            )
            self._none.invite()
        elif self._none is not None:
            self._none.go()

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        work = self._work
        deeds: Deeds = {name: self._on_page(name, "") for name in self._page_deeds()}
        return deeds | {
            "add page": lambda: self._add(self._section),
            "add fishbone": lambda: self._add("fishbone"),
            "add theory": lambda: self._add("theory"),
            "fishbone": lambda: self._go_to_section("fishbone"),
            "theory": lambda: self._go_to_section("theory"),
            "all pages": self._show_all,
            "page before": lambda: self._open_beside(-1),
            "next page": lambda: self._open_beside(1),
            "mirror": lambda: steps.mirror(work),
            "fold": work.fold,
            "untangle": lambda: steps.untangle(work),
            "copy picture": lambda: steps.copy_page(work),
        }

    def _page_deeds(self) -> dict[str, Callable[[Page], object]]:
        """Return what is done with one page, in view or not."""
        work = self._work
        return {
            "open page": self._open,
            "rename page": self._rename,
            "duplicate page": self._duplicate,
            "page up": lambda page: steps.move_page(work, page, -1),
            "page down": lambda page: steps.move_page(work, page, 1),
            "delete page": self._delete,
        }

    def why_not(self, name: str) -> str:
        """Say which commands are for another kind of page, or for a page at all."""
        page = self._work.page
        if name in _NEED_A_PAGE and page is None:
            return say("There is no page.")
        if name == "sight in words" and page is None:
            return say("There is no page.")
        if name == "make drivers" and not any(it.causes for it in self._work.workbook.fishbones):
            return say("There are no causes yet. Ask why on a fishbone first.")
        if name == "mirror" and not self._work.is_fishbone:
            return say("Only a fishbone has a head that can change sides.")
        if name in ("untangle", "name columns", "build aim") and self._work.is_fishbone:
            return say("That is for driver diagrams.")
        if name in ("page up", "page down") and page and len(steps.kind_of(self._work, page)) < 2:
            return say("There is only one page of its kind.")
        return ""

    @property
    def _section(self) -> str:
        page = self._work.page
        return "fishbone" if page is None or isinstance(page, Fishbone) else "theory"

    # --- asked for in the list of pages ----------------------------------------------------------
    def _ask(self, name: str, page_id: str) -> None:
        """Do what a key or a button in the list of pages asks for; words being typed are kept."""
        if name in self._page_deeds():
            self._window.editing.finish()
            self._on_page(name, page_id)()
        elif name == "leave pages":
            self._window.arranged.back_to_page()
        else:
            self._window.do(name)

    def _on_page(self, name: str, page_id: str) -> Callable[[], None]:
        def do() -> None:
            page = steps.page_with(self._work, page_id)
            if page is None:
                self._work.said.emit(say("There is no page."))
            else:
                self._page_deeds()[name](page)

        return do

    def _drop(self, page_id: str, before: str) -> None:
        page = steps.page_with(self._work, page_id)
        if page is not None:
            self._window.editing.finish()
            steps.put_page(self._work, page, before)

    def _show_menu(self, page_id: str, at: QPoint) -> None:
        self.page_menu(page_id).popup(at)

    def page_menu(self, page_id: str) -> QMenu:
        """Show a page and return the menu of what can be done with it."""
        window = self._window
        window.editing.finish()
        if self._work.page is None or self._work.page.id != page_id:
            self._work.open_page(page_id)
        menu = QMenu(window)
        window.actions_by_name.fill(menu, ON_PAGES)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # --- one by one ------------------------------------------------------------------------------
    def _add(self, section: str) -> None:
        if steps.add_page(self._work, section):
            self._window.canvas.setFocus()

    def _duplicate(self, page: Page) -> None:
        if steps.duplicate_page(self._work, page):
            self._window.canvas.setFocus()

    def _open(self, page: Page) -> None:
        self._work.open_page(page.id)
        self._window.canvas.setFocus()

    def _rename(self, page: Page) -> None:
        if self._work.page is None or self._work.page.id != page.id:
            self._work.open_page(page.id)
        self._window.head.edit()

    def _delete(self, page: Page) -> None:
        """Delete a page; the keyboard stays in the list if it was there."""
        from_list = self._window.pages.has_keyboard
        if steps.delete_page(self._work, page) and from_list and pages(self._work.workbook):
            self._window.pages.focus_page()
        else:
            self._window.canvas.setFocus()

    def _open_beside(self, step: int) -> None:
        if steps.open_beside(self._work, step):
            self._window.canvas.setFocus()

    def _show_all(self) -> None:
        """Let the left panel list every page, with the keyboard on the one in view; or no more."""
        panel = self._window.pages
        panel.show_all(not panel.shows_all)
        if panel.shows_all:
            self._window.left.show_usual()
            panel.focus_page()
        else:
            self._window.arranged.back_to_page()

    def _go_to_section(self, section: str) -> None:
        first = sections(self._work).get(section)
        if first is None:
            self._add(section)
        elif section != self._section or self._work.page is None:
            self._work.open_page(self._work.last_in(section) or first)
        self._window.bar.refresh()
        self._window.canvas.setFocus()

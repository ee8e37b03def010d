"""A section of several pages: their names at the left, and below them what the page in view has."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ilead_studio.ui.frame.page_button import PageButton
from ilead_studio.ui.frame.sections import InParts
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.widgets.parts import label, panel, rule
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.frame.sections import View
    from ilead_studio.ui.window import MainWindow

V = TypeVar("V", bound="View")


class Part(NamedTuple, Generic[V]):
    """A page of a section: its name, its words, its sign, and how its view is made."""

    name: str
    words: str
    sign: str
    make: "Callable[[MainWindow], V]"


class SectionParts(QObject, Generic[V]):
    """Shows one of the pages of a section; each is made when somebody first goes there.

    It goes with its widgets, and hears of nothing after that. ``kept_as`` is what remembers the
    page in view while the window gets another look.
    """

    def __init__(self, window: "MainWindow", kept_as: str, parts: tuple[Part[V], ...]) -> None:
        self._window, self._kept_as = window, kept_as
        self._parts = {it.name: it for it in parts}
        self._views: dict[str, V] = {}
        self._pages = QStackedWidget()
        super().__init__(self._pages)
        self.page: QWidget = self._pages
        self.right: QWidget | None = None
        self.left = panel("left")
        self._sides = QStackedWidget(self.left)  # first, so that F6 comes to it
        self._buttons = {it.name: self._button(it) for it in self._parts.values()}
        self._compose()
        self._name = window.work.in_section.get(kept_as, next(iter(self._parts)))
        self.turn(self._name)
        window.work.opened.connect(self.turn_to_first)

    def _compose(self) -> None:
        px = self._window.look.px
        stack = QVBoxLayout(self.left)
        stack.setContentsMargins(*[px(8)] * 4)
        stack.setSpacing(px(4))
        title = label(say("Pages in this section"), "label")
        title.setContentsMargins(px(8), px(4), 0, px(4))
        stack.addWidget(title)
        for made in self._buttons.values():
            stack.addWidget(made)
        stack.addSpacing(px(4))
        stack.addWidget(rule())
        stack.addWidget(self._sides, 1)

    def _button(self, part: Part[V]) -> PageButton:
        made = PageButton(part.name, part.sign, self._window.look)
        made.clicked.connect(lambda: self.turn(part.name))
        made.asked.connect(lambda asked: self._on_asked(asked, part.name))
        _name(made, part.words)
        return made

    def name_part(self, name: str, words: str) -> None:
        """Give a page other words, such as how much is on it."""
        _name(self._buttons[name], words)

    def _on_asked(self, asked: str, name: str) -> None:
        """Let arrows walk through the pages, and Enter open one."""
        every = list(self._buttons)
        at = every.index(name)
        steps = {"up": at - 1, "down": at + 1, "first": 0, "last": len(every) - 1}
        if asked in steps:
            there = every[max(0, min(len(every) - 1, steps[asked]))]
            self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        elif asked == "open page":
            self.turn(name)
        elif asked == "leave pages":
            self._window.arranged.back_to_page()

    @property
    def _view(self) -> V:
        return self._views[self._name]

    def turn(self, name: str) -> None:
        """Show a page of the section."""
        self._name = self._window.work.in_section[self._kept_as] = name
        self._take_in(name)
        self.right = self._view.right
        self._pages.setCurrentWidget(self._view.page)
        self._sides.setCurrentWidget(self._view.left)
        self.page.setFocusProxy(self._view.page)
        for each, made in self._buttons.items():
            made.setChecked(each == name)
        if self.page.isVisible():
            self._window.arranged.show_section(self)
            self._window.show_state()

    def turn_to_first(self) -> None:
        """Show the first page of the section."""
        self.turn(next(iter(self._parts)))

    def _take_in(self, name: str) -> None:
        """Make a page of the section, if it is not there yet."""
        if name not in self._views:
            made = self._views[name] = self._parts[name].make(self._window)
            self._pages.addWidget(made.page)
            self._sides.addWidget(made.left)
            tab_through((*self._buttons.values(), *(it.left for it in self._views.values())))

    def made_ahead(self) -> Iterator[None]:
        """Make the pages to which nobody has gone yet, out of sight."""
        for name in self._parts:
            self._take_in(name)
            yield
            made: object = self._views[name]
            if isinstance(made, InParts):
                yield from made.made_ahead()

    # --- what a section tells --------------------------------------------------------------------
    def counts(self) -> str:
        """Say what the page in view says."""
        return self._view.counts()

    def keys(self) -> tuple[str, ...]:
        """Name the keys of the page in view."""
        return self._view.keys()

    def deeds(self) -> "Deeds":
        """Return what commands do on the page in view; Ctrl+Page goes from page to page."""
        turns: Deeds = {
            "page before": lambda: self._beside(-1),
            "next page": lambda: self._beside(1),
        }
        return self._view.deeds() | (turns if len(self._parts) > 1 else {})

    def _beside(self, step: int) -> None:
        every = list(self._parts)
        self.turn(every[(every.index(self._name) + step) % len(every)])
        self._window.arranged.back_to_page()

    def why_not(self, name: str) -> str:
        """Say why a command cannot be done on the page in view."""
        return "" if name in ("page before", "next page") else self._view.why_not(name)

    def show_item(self, item_id: str) -> None:
        """Show one of the pages by its name, or something on the first page."""
        first = next(iter(self._parts))
        self.turn(item_id if item_id in self._parts else first)
        if item_id not in self._parts:
            self._view.show_item(item_id)


def _name(press: PageButton, words: str) -> None:
    press.setText(f" {words}")
    press.setAccessibleName(words)

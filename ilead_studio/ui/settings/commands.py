"""The settings: each change counts at once and is kept; there is nothing to confirm."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from ilead_studio.ui.canvas.motion import lasting
from ilead_studio.ui.commands.feature import feature
from ilead_studio.ui.frame.areas import Areas, hear_focus
from ilead_studio.ui.settings.remembered import SYSTEM, Wishes, remember, remembered
from ilead_studio.ui.widgets.overlay import stops
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.files.recents import Recents
    from ilead_studio.ui.settings.page import SettingsPage
    from ilead_studio.ui.window import MainWindow

THEMES: Final = ("system", "light", "dark", "contrast", "projector")
_BESIDE: Final = ("settings", "settings keys", "command list", "key sheet", "next area",
                  "area before", *(f"theme {name}" for name in THEMES))  # fmt: skip
"""Commands that leave the settings open."""


class Settings(QObject):
    """Opens the page of settings in the place of the page in view, and does what it asks for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._areas = window, Areas()
        self._from: QWidget = window.canvas
        self.wishes = remembered(window.settings)
        window.canvas.motion = lasting(window.look)
        self._dusk = False
        """Whether the system became dark or light meanwhile."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_dusk)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        hear_focus(self._on_focus)
        window.about_to_do.connect(self._make_room)
        window.work.renewed.connect(self.leave)
        window.work.warned.connect(self.leave)
        window.work.helped.connect(self.leave)
        window.whole.installEventFilter(self)

    def deeds(self) -> "Deeds":
        """Return what the commands do; while the page is open F6 goes round its parts."""
        looks = {f"theme {name}": partial(self._wish_theme, name) for name in THEMES}
        rounds = {"next area": lambda: self._go_round(1), "area before": lambda: self._go_round(-1)}
        return {
            "settings": lambda: self.open("general"),
            "settings keys": lambda: self.open("keys"),
            **looks,
            **(rounds if self.is_open else {}),
        }

    def why_not(self, name: str) -> str:
        """Say that settings are no steps of the workbook."""
        if name in ("undo", "redo") and self.is_open:
            return say("Settings are no steps of the workbook: use “Back to how it came”.")
        return ""

    # --- the page --------------------------------------------------------------------------------
    @cached_property
    def page(self) -> "SettingsPage":
        """The page; made when it is first asked for."""
        from ilead_studio.ui.settings.page import SettingsPage

        made = SettingsPage(self._window.look, self._window.keys, self)
        made.setParent(self._window.whole)
        made.done.connect(self.leave)
        return made

    def made_ahead(self) -> Iterator[None]:
        """Make the page before somebody asks for it."""
        if "page" not in self.__dict__:
            self.page.hide()
            yield

    @property
    def is_open(self) -> bool:
        """Whether the page is shown."""
        return "page" in self.__dict__ and self.page.isVisible()

    def open(self, section: str) -> None:
        """Show a section of the settings: ``general`` or ``keys``."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.is_open:
            self._from = focus
        self._stand()
        self.page.show()
        self.page.raise_()
        self.page.open(section)
        self.recents.hear()

    def leave(self) -> None:
        """Show the page of the workbook again, with the keyboard where it was."""
        if self.is_open:
            self._back_to().setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.hide()

    def _back_to(self) -> QWidget:
        """Return where the keyboard was; what was listed there may have gone meanwhile."""
        for there in (self._from, self._window.canvas):
            if Shiboken.isValid(there) and there.isVisible():
                return there
        return next(it for it in stops(self._window.whole) if not self.page.isAncestorOf(it))

    @property
    def recents(self) -> "Recents":
        """The list of recent workbooks, about which there are wishes too."""
        return self._window.recents

    def _make_room(self, name: str) -> None:
        if name not in _BESIDE:
            self.leave()

    def _stand(self) -> None:
        """Stand between the bar and the status line."""
        whole, bar, status = self._window.whole, self._window.bar, self._window.status
        top = bar.geometry().bottom() + 1
        self.page.setGeometry(QRect(0, top, whole.width(), status.y() - top))

    def _go_round(self, step: int) -> None:
        areas = (self._window.bar, *self._window.arranged.told, *self.page.areas())
        self._areas.go(areas, QApplication.focusWidget(), areas[-1], step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the page between bar and status line when the window changes its size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self.is_open:
            self._stand()
        return super().eventFilter(watched, event)

    # --- wishes ----------------------------------------------------------------------------------
    def wish(self, wishes: Wishes) -> None:
        """Wish for something else; it counts at once and is kept."""
        self.wishes = wishes
        remember(self._window.settings, self.wishes)
        window, look = self._window, self.wishes.look()
        if replace(look, still=window.look.still) != window.look:
            self._wear_soon()
            return
        window.look, window.canvas.motion = look, lasting(look)
        if self.is_open:
            self.page.show_wishes()

    def _wish_theme(self, name: str) -> None:
        self.wish(replace(self.wishes, theme=name))

    def back(self) -> None:
        """Let everything general be as it came."""
        self.wish(Wishes())

    def _on_dusk(self) -> None:
        """Become dark or light with the system as soon as the keyboard is on the page.

        Nobody asked for that now, and what is half decided in a card or a vote goes with its look.
        """
        self._dusk = True
        self._on_focus(None, None)

    def _on_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        if self._dusk and self._is_at_rest:
            self._dusk = False
            self._follow_system()

    @property
    def _is_at_rest(self) -> bool:
        window = self._window
        on_page = window.focusWidget() in (window.canvas, window.outline) and not window.docked
        return window.at_start or (on_page and not window.editing.is_open)

    def _follow_system(self) -> None:
        if self.wishes.theme == SYSTEM and self.wishes.look() != self._window.look:
            self._wear_soon()

    def _wear_soon(self) -> None:
        """Wear it in a turn of its own: the button that asked for it goes with the old look."""
        QTimer.singleShot(0, self._window, self._wear)

    def _wear(self) -> None:
        """Wear the look that is wished for; the settings are where they were afterwards."""
        window, focus = self._window, QApplication.focusWidget()
        if self.wishes.look() == window.look:
            return
        section = self.page.section if self.is_open else ""
        name = focus.accessibleName() if focus else ""
        in_outline = (self._from if self.is_open else focus) is window.outline
        window.wear(self.wishes.look())
        if window.look != self.wishes.look():
            return  # words that are refused are to be mended first
        seen = window.outline.isVisible()  # not in a panel that was open over the page
        back = window.outline if in_outline and seen else window.canvas
        if not window.at_start:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        if section:
            now = feature(window, Settings)
            now.open(section)
            now.page.go_to(name)

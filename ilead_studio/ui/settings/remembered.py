"""What somebody likes of the window, kept on this computer and never in a workbook."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ilead_studio.drawing.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from ilead_studio.places import Places
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.settings import NO, YES, Beside, Settings, at_once
from ilead_studio.ui.looks.look import Look, theme_named

SYSTEM: Final = "system"
SCALES: Final = (1.0, 1.25, 1.5, 2.0)
"""The text scales that are offered."""
HANDOUTS: Final = "handouts/folder"
"""The setting that tells where handouts were written last."""
VIEWED: Final = "handouts"
"""The folder in the cache for handouts that a viewer shows."""
_THEME, _SCALE, _STILL = "window/theme", "window/scale", "window/still"
_SAVES: Final = "files/saves"


@dataclass(frozen=True, slots=True)
class Wishes:
    """A theme by its name, or ``SYSTEM``; a text scale; ``still`` lets nothing move by itself.

    ``saves`` lets a workbook that has a file be saved by itself.
    """

    theme: str = SYSTEM
    scale: float = 1.0
    still: bool = False
    saves: bool = False

    def look(self) -> Look:
        """Return the look that is wished for; the system is asked now."""
        follows = self.theme == SYSTEM
        theme = system_theme() if follows else theme_named(self.theme)
        return Look(theme, self.scale, self.still)


def system_theme() -> Theme:
    """Return the theme that the system asks for."""
    hints = QGuiApplication.styleHints()
    return theme_for(hints.colorScheme(), hints.accessibility().contrastPreference())


def theme_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Theme:
    """Return the theme for what a system says; the light one when it says nothing."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def remembered(settings: Settings) -> Wishes:
    """Return what was last chosen; a scale that is not offered is the usual one."""
    usual = Wishes()
    kept = settings.value(_SCALE)
    scale = next((it for it in SCALES if str(it) == kept), usual.scale)
    still, saves = settings.is_on(_STILL), settings.is_on(_SAVES)
    return Wishes(settings.value(_THEME, usual.theme), scale, still, saves)


def remember(settings: Settings, wishes: Wishes) -> None:
    """Keep what was chosen, now: a program that is stopped has it all the same."""
    still, saves = (YES if it else NO for it in (wishes.still, wishes.saves))
    kept = {_THEME: wishes.theme, _SCALE: str(wishes.scale), _STILL: still, _SAVES: saves}
    settings.keep(kept)


def settings_of(places: Places, disk: Disk | None = None, beside: Beside = at_once) -> Settings:
    """Return the program's settings; on the real disk when none is named."""
    return Settings(places.settings, disk or Disk(), beside)


def remembered_look(places: Places) -> Look:
    """Return the look that was last chosen; the system's at first."""
    return remembered(settings_of(places)).look()

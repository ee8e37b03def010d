"""Sizes and palette of the window. Colours come from ``drawing.theme``.

Every length is in logical pixels at 100 % text scale and is multiplied by the scale in force.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPalette

from ilead_studio.drawing.theme import LIGHT, THEMES, Theme

FAMILY: Final = "Workbook Sans"
TYPE: Final = {"small": 13, "outline": 14, "body": 15, "lead": 17, "title": 22, "display": 32}
HIT: Final = {"row": 28, "control": 32, "main": 36, "tab": 50, "tile": 44, "recent": 114}
BAR, HEAD, STATUS, HINTS = 52, 48, 32, 36
TAB_SIDE: Final = 11
"""Padding of a tab at each side, with its border."""


def theme_named(name: str) -> Theme:
    """Return a theme by its name; the light one for a name that is not known."""
    return next((theme for theme in THEMES if theme.name == name), LIGHT)


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a text scale (1.0 to 2.0); in a ``still`` one nothing moves by itself."""

    theme: Theme
    scale: float = 1.0
    still: bool = False

    def px(self, length: float) -> int:
        """Return a length in pixels at this text scale."""
        return round(length * self.scale)

    def type(self, step: str) -> int:
        """Return the pixel size of a step of type."""
        return self.px(TYPE[step])

    def hit(self, kind: str) -> int:
        """Return the height of something that can be pressed."""
        return self.px(HIT[kind])


def palette(theme: Theme) -> QPalette:
    """Return the Fusion palette for what the style sheet does not touch."""
    made, role = QPalette(), QPalette.ColorRole
    for each, colour in _colours(theme).items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.off))
    return made


def _colours(theme: Theme) -> dict[QPalette.ColorRole, str]:
    """Return the colour of each of Qt's roles."""
    role = QPalette.ColorRole
    return {
        role.Window: theme.panel,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.panel,
        role.Text: theme.ink,
        role.Button: theme.panel,
        role.ButtonText: theme.ink,
        role.BrightText: theme.bad,
        role.ToolTipBase: theme.paper,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.accent_soft,
        role.HighlightedText: theme.ink,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.PlaceholderText: theme.ink_soft,
        role.Accent: theme.accent,
        role.Light: theme.paper,
        role.Midlight: theme.hover,
        role.Mid: theme.rule,
        role.Dark: theme.edge,
        role.Shadow: theme.desk,
    }

"""Colours by role. Contrast is computed here, so that no colour changes without being measured.

Bones follow the Okabe-Ito hues, deepened until they are 4.5 : 1 on paper.
"""

import re
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Final

BONES: Final = 6
"""Bones with a colour of their own; the seventh begins again with a dashed spine."""
_PALE: Final = 0.4
"""How much of a line's colour is left when it is out of the line of sight."""
_FADED_WORDS: Final = 5.2
"""Contrast that words keep there, a little over what they need."""
_WORDS: Final = ("ink", "ink_soft", "accent", "root", "good", "warn", "bad")
_LINE: Final = "_line"
_LINES: Final = ("edge", "rule", "focus")
_GROUNDS: Final = ("accent_soft", "good_soft", "warn_soft", "bad_soft")
_BY_BONE: Final = re.compile(r"(bone|tint)([1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme as #rrggbb; ratios are those of WCAG 2.2."""

    name: str
    desk: str  # behind the sheet
    panel: str  # bars, navigator, inspector
    paper: str  # the sheet, fields, lists
    ink: str  # text
    ink_soft: str  # labels and hints, still 4.5 : 1
    rule: str  # decorative lines only
    edge: str  # borders that identify a control, 3 : 1
    hover: str
    accent: str  # "you can act" and "you are here"
    on_accent: str
    accent_soft: str  # selection behind text
    focus: str  # the ring, 3 : 1 on every ground
    root: str  # root causes and today, nothing else
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    off: str  # disabled
    bones: tuple[str, ...]
    on_bone: str  # a number on a disc in a bone's colour
    line: int = 1  # border of a control in pixels
    ring: int = 2  # focus ring in pixels
    has_tints: bool = True  # whether boxes have a ground of their own
    is_faded: bool = False

    def faded(self) -> "Theme":
        """Return the theme for what is out of the line of sight.

        Words can still be read (4.5 : 1); only lines and boxes go pale.
        """
        return _faded(self)

    def colour(self, role: str) -> str:
        """Return the colour of a role: a field's name, ``bone1`` and up, or ``tint0`` and up.

        ``tint1`` is bone 1 on paper, ``tint0`` a breath of ink, ``quiet`` the ink of words that are
        refuted. ``ink_line`` is ink as a line: the same, but pale where words only fade; so with
        every role. Raises AttributeError for others.
        """
        return _colour(self, role)


@cache
def _colour(theme: Theme, role: str) -> str:
    if role == "quiet":
        return theme.ink_soft
    if role.endswith(_LINE):
        hue = theme.colour(role.removesuffix(_LINE))
        return mixed(hue, theme.paper, _PALE) if theme.is_faded else hue
    if role == "tint0":
        return _tint(theme, theme.ink, 0.05)
    if found := _BY_BONE.fullmatch(role):
        hue = theme.bones[(int(found[2]) - 1) % BONES]
        return hue if found[1] == "bone" else _tint(theme, hue, 0.09)
    value = getattr(theme, role, None)
    if not isinstance(value, str) or not value.startswith("#"):
        raise AttributeError(role)
    return value


def _tint(theme: Theme, hue: str, share: float) -> str:
    return mixed(hue, theme.paper, share) if theme.has_tints else theme.paper


@cache
def _faded(theme: Theme) -> Theme:
    changes: dict[str, Any] = {name: _paler(getattr(theme, name), theme) for name in _WORDS}
    changes |= {name: mixed(getattr(theme, name), theme.paper, _PALE) for name in _LINES}
    changes |= dict.fromkeys(_GROUNDS, theme.paper)
    bones = tuple(mixed(bone, theme.paper, _PALE) for bone in theme.bones)
    named = replace(theme, name=f"{theme.name}, faded", has_tints=False, is_faded=True)
    return replace(named, bones=bones, on_bone=theme.ink, on_accent=theme.paper, **changes)


def _paler(colour: str, theme: Theme) -> str:
    """Return a colour of words as pale as it may be and still be read on paper."""
    steps = (mixed(colour, theme.paper, share / 20) for share in range(8, 20))
    return next((it for it in steps if contrast(it, theme.paper) >= _FADED_WORDS), colour)


LIGHT: Final = Theme(
    name="light",
    desk="#e8e4da", panel="#f6f3ec", paper="#fffdf8", ink="#22262a", ink_soft="#565b60",
    rule="#ddd7ca", edge="#857f73", hover="#ebe6da", accent="#00598c", on_accent="#ffffff",
    accent_soft="#d7e7f2", focus="#0072b2", root="#a84200", good="#0a6246", good_soft="#dcefe5",
    warn="#744700", warn_soft="#faeac8", bad="#9b2a1f", bad_soft="#f8e0da", off="#a39d92",
    bones=("#0072b2", "#c04d00", "#007a58", "#a4477b", "#8a6100", "#56626c"), on_bone="#fffdf8",
)  # fmt: skip
DARK: Final = Theme(
    name="dark",
    desk="#121518", panel="#1b1f23", paper="#23282d", ink="#eceae4", ink_soft="#b4b7b8",
    rule="#383e44", edge="#858d94", hover="#2c3238", accent="#7cc0ec", on_accent="#0d1a24",
    accent_soft="#203f55", focus="#7cc0ec", root="#f59a5f", good="#6fd3ad", good_soft="#173a2e",
    warn="#f2c463", warn_soft="#43350f", bad="#f5a093", bad_soft="#4a221c", off="#6a7178",
    bones=("#56b4e9", "#f0803c", "#2cc295", "#e08db8", "#e8b22c", "#b3bec6"), on_bone="#23282d",
)  # fmt: skip
HIGH_CONTRAST: Final = Theme(
    name="contrast",
    desk="#000000", panel="#000000", paper="#000000", ink="#ffffff", ink_soft="#ffffff",
    rule="#8a8a8a", edge="#ffffff", hover="#2b2b2b", accent="#6fd0ff", on_accent="#000000",
    accent_soft="#00354f", focus="#ffdd00", root="#ffb27a", good="#7df0c4", good_soft="#00261a",
    warn="#ffdd66", warn_soft="#2b2200", bad="#ffb3a7", bad_soft="#330b05", off="#8a8a8a",
    bones=("#6fc3ff", "#ffa263", "#5be6b8", "#f7b0d3", "#ffd84d", "#ffffff"),
    on_bone="#000000", line=2, ring=3,
)  # fmt: skip
PROJECTOR: Final = replace(
    LIGHT, name="projector", paper="#ffffff", ink="#000000", on_bone="#ffffff"
)
"""Light, with all the contrast that a projector in a bright room needs."""
_BLACK: Final = "#000000"
_WHITE: Final = "#ffffff"
PRINT: Final = Theme(
    name="print",
    desk=_WHITE, panel=_WHITE, paper=_WHITE, ink=_BLACK, ink_soft=_BLACK, rule=_BLACK, edge=_BLACK,
    hover=_WHITE, accent=_BLACK, on_accent=_WHITE, accent_soft=_WHITE, focus=_BLACK, root=_BLACK,
    good=_BLACK, good_soft=_WHITE, warn=_BLACK, warn_soft=_WHITE, bad=_BLACK, bad_soft=_WHITE,
    off=_BLACK, bones=LIGHT.bones, on_bone=_WHITE, has_tints=False,
)  # fmt: skip
"""Grounds are white and all but the bones is black: a laser printer screens tints into dots."""
GRAY: Final = replace(PRINT, name="gray", bones=("#555555",) * BONES)
"""Print without colour: the six bones would all come out the same grey, so they are one."""
THEMES: Final = (LIGHT, DARK, HIGH_CONTRAST, PROJECTOR, PRINT, GRAY)


def mixed(one: str, other: str, share: float) -> str:
    """Mix ``share`` (0 to 1) of one colour into another."""
    parts = (
        round(int(one[at : at + 2], 16) * share + int(other[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def faults(theme: Theme) -> list[str]:
    """Name every pair of colours in use that misses its ratio; empty when all is well.

    Words need 4.5, lines and signs 3.0 (WCAG 2.2, 1.4.3 and 1.4.11); the lines of a faded theme
    may be as pale as they like.
    """
    asked = [(*pair, 4.5) for pair in (*_words_on_paper(), *_words_elsewhere(theme))]
    if not theme.is_faded:
        asked += [(*pair, 3.0) for pair in _lines()]
    return [
        f"{theme.name}: {front} on {ground} has contrast {ratio:.2f}, not {least}"
        for front, ground, least in asked
        if (ratio := contrast(theme.colour(front), theme.colour(ground))) < least
    ]


_Pair = tuple[str, str]


def _words_on_paper() -> list[_Pair]:
    """Return what words and signs of a drawing are set in, with their grounds."""
    fronts = ("ink", "ink_soft", "quiet", "accent", "root", "good", "warn", "bad")
    numbers = range(1, BONES + 1)
    return [
        *((front, "paper") for front in fronts),
        *((front, "tint0") for front in ("ink", "ink_soft", "quiet")),
        *(("ink", f"tint{number}") for number in numbers),
        *(("on_bone", f"bone{number}") for number in numbers),
    ]


def _words_elsewhere(theme: Theme) -> list[_Pair]:
    """Return the words of the window, and of what is selected; a faded theme has none."""
    if theme.is_faded:
        return []
    fronts, grounds = ("ink", "ink_soft", "accent", "root", "bad"), ("panel", "desk", "hover")
    states = ("good", "warn", "bad")
    selected = ("ink", "ink_soft", "quiet", "accent", "root", "warn")
    return [
        *((front, ground) for front in fronts for ground in grounds),
        *((front, "accent_soft") for front in selected),
        ("on_accent", "accent"),
        *((front, f"{front}_soft") for front in states),
        *(("ink", f"{state}_soft") for state in states),
    ]


def _lines() -> list[_Pair]:
    numbers = range(1, BONES + 1)
    return [
        *((front, ground) for front in ("edge", "focus") for ground in ("paper", "panel", "desk")),
        *((f"bone{number}", ground) for number in numbers for ground in ("paper", f"tint{number}")),
        *((front, "accent_soft") for front in ("good", "bad")),
    ]


def tokens(theme: Theme) -> dict[str, str]:
    """Return every colour of a theme by its name."""
    return {
        field.name: value
        for field in fields(theme)
        if isinstance(value := getattr(theme, field.name), str) and value.startswith("#")
    }

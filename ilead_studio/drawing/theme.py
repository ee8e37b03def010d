"""Colours by role. Contrast is computed here, so that no colour changes without being measured.

Bones follow the Okabe-Ito hues, deepened until they are 4.5 : 1 on paper.
"""

import re
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final

BONES: Final = 6
"""Bones with a colour of their own; the seventh begins again with a dashed spine."""
_BY_BONE = re.compile(r"(bone|tint)([1-9][0-9]*)")


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
    line: int = 1  # border of a control in pixels
    ring: int = 2  # focus ring in pixels

    def colour(self, role: str) -> str:
        """Return the colour of a role: a field's name, ``bone1`` and up, or ``tint0`` and up.

        ``tint1`` is bone 1 on paper, ``tint0`` a breath of ink, ``quiet`` the ink of words that are
        refuted. Raises AttributeError for others.
        """
        return _colour(self, role)


@cache
def _colour(theme: Theme, role: str) -> str:
    if role == "quiet":
        return theme.ink_soft
    if role == "tint0":
        return mixed(theme.ink, theme.paper, 0.05)
    if found := _BY_BONE.fullmatch(role):
        hue = theme.bones[(int(found[2]) - 1) % BONES]
        return hue if found[1] == "bone" else mixed(hue, theme.paper, 0.09)
    value = getattr(theme, role, None)
    if not isinstance(value, str) or not value.startswith("#"):
        raise AttributeError(role)
    return value


LIGHT: Final = Theme(
    name="light",
    desk="#e8e4da", panel="#f6f3ec", paper="#fffdf8", ink="#22262a", ink_soft="#565b60",
    rule="#ddd7ca", edge="#857f73", hover="#ebe6da", accent="#00598c", on_accent="#ffffff",
    accent_soft="#d7e7f2", focus="#0072b2", root="#a84200", good="#0a6246", good_soft="#dcefe5",
    warn="#744700", warn_soft="#faeac8", bad="#9b2a1f", bad_soft="#f8e0da", off="#a39d92",
    bones=("#0072b2", "#c04d00", "#007a58", "#a4477b", "#8a6100", "#56626c"),
)  # fmt: skip
PRINT: Final = replace(
    LIGHT, name="print", paper="#ffffff", ink="#000000", ink_soft="#000000", edge="#000000"
)
"""Paper is white and words are black: a laser printer screens greys and tints into dots."""
THEMES: Final = (LIGHT, PRINT)


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
    """Name every pair of colours in use that misses its ratio; empty when all is well."""
    grounds = ("paper", "panel", "desk", "hover")
    text = [
        (front, ground)
        for front in ("ink", "ink_soft", "accent", "root", "bad")
        for ground in grounds
    ]
    text += [(front, "accent_soft") for front in ("ink", "ink_soft", "accent")]
    text += [("on_accent", "accent")]
    text += [(front, f"{front}_soft") for front in ("good", "warn", "bad")]
    text += [("ink", f"{state}_soft") for state in ("good", "warn", "bad")]
    text += [("ink", f"tint{number}") for number in range(BONES + 1)]
    lines = [(front, ground) for front in ("edge", "focus") for ground in grounds[:3]]
    lines += [(f"bone{number}", "paper") for number in range(1, BONES + 1)]
    asked = [(*pair, 4.5) for pair in text] + [(*pair, 3.0) for pair in lines]
    return [
        f"{theme.name}: {front} on {ground} has contrast {ratio:.2f}, not {least}"
        for front, ground, least in asked
        if (ratio := contrast(theme.colour(front), theme.colour(ground))) < least
    ]


def tokens(theme: Theme) -> dict[str, str]:
    """Return every colour of a theme by its name."""
    return {
        field.name: value
        for field in fields(theme)
        if isinstance(value := getattr(theme, field.name), str) and value.startswith("#")
    }

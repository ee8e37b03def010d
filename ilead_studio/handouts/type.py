"""The type of a whole handout: which style every kind of words has, as usual or in large print."""

from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.fonts import ITALIC, REGULAR, SEMIBOLD
from ilead_studio.handouts import style as usual
from ilead_studio.handouts.style import Style
from ilead_studio.packet.blocks import Size

FOOTER: Final = 24.0
"""What a footer takes from the room of a sheet."""
LEAST_LARGE: Final = 18.0
"""Smallest words of large print, in points."""
WRITING: Final = 22.68
"""From one line for handwriting to the next: 8 mm."""
_WIDE_WRITING: Final = 34.02
"""The same in large print, where words stand on the lines: 12 mm."""


@dataclass(frozen=True, slots=True)
class Type:
    """The styles of one handout."""

    title: Style = usual.TITLE
    long_title: Style = usual.LONG_TITLE
    about: Style = usual.SUBTITLE
    section: Style = usual.SECTION
    bone: Style = usual.BONE
    lead: Style = usual.LEAD
    statement: Style = usual.STATEMENT
    body: Style = usual.BODY
    note: Style = usual.NOTES
    small: Style = usual.SMALL
    table: Style = usual.TABLE
    head: Style = usual.SMALL_HEAD
    mark: Style = usual.MARK
    page_ref: Style = usual.PAGE_REFERENCE
    least_ref: float = 7.5
    columns: bool = True
    footer: float = FOOTER
    writing: float = WRITING

    def of(self, size: Size) -> Style:
        """Return the style of a paragraph."""
        styles = {
            "body": self.body, "lead": self.lead, "small": self.small, "label": self.small,
            "note": self.note, "detail": self.table, "statement": self.statement,
        }  # fmt: skip
        return styles[size]


USUAL: Final = Type()
LARGE: Final = Type(
    title=Style(SEMIBOLD, 30, 36, even=True), long_title=Style(SEMIBOLD, 22, 27),
    about=Style(REGULAR, 18, 24), section=Style(SEMIBOLD, 24, 30), bone=Style(SEMIBOLD, 20, 26),
    lead=Style(REGULAR, 20, 28), statement=Style(SEMIBOLD, 20, 28), body=Style(REGULAR, 18, 25),
    note=Style(ITALIC, 18, 25), small=Style(REGULAR, 18, 24), table=Style(REGULAR, 18, 24),
    head=Style(SEMIBOLD, 18, 23), page_ref=Style(SEMIBOLD, 18, 23), least_ref=LEAST_LARGE,
    columns=False, footer=36.0, writing=_WIDE_WRITING,
)  # fmt: skip
"""Every word is at least 18 points, and nothing stands beside anything else."""

"""What is said of a workbook that can only be read."""

from typing import TYPE_CHECKING

from ilead_studio.storage.format import first_line
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.work import Work


def is_newer(work: "Work") -> bool:
    """Tell whether a newer program made the file that is open."""
    header = first_line(work.stamp.data) if work.stamp else None
    return header is not None and header.is_newer


def why_only_read(work: "Work") -> str:
    """Say why a workbook that can only be read is not changed, and what to do."""
    if is_newer(work):
        return say("A newer iLEAD Studio made this workbook, so it can only be read here. Install"
                   " that one to change it.")  # fmt: skip
    return say("This workbook can only be read here. Save it under another name.")


def shown_as_only_read(work: "Work") -> str:
    """Say in the status line that a workbook can only be read."""
    if is_newer(work):
        return say("Can only be read here: a newer iLEAD Studio made it")
    return say("Can only be read here")

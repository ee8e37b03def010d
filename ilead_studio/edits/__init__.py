"""HOW a workbook changes: plain functions from one sound workbook to the next.

Each raises ``EditError`` with a sentence instead of making something that does not hold. Imports
model and rules.
"""

from ilead_studio.edits.driver import (
    add_driver,
    link,
    move_driver,
    set_strength,
    unlink,
    untangle,
)
from ilead_studio.edits.fishbone import add_cause, move_branch
from ilead_studio.edits.idea import add_idea, move_idea
from ilead_studio.edits.item import Kind, add, delete, doomed, move, note, rename
from ilead_studio.edits.page import (
    add_fishbone,
    add_theory,
    empty_workbook,
    mirror,
    rename_heading,
    rename_page,
    rename_workbook,
    with_counters,
    with_plan,
)

__all__ = [
    "Kind",
    "add",
    "add_cause",
    "add_driver",
    "add_fishbone",
    "add_idea",
    "add_theory",
    "delete",
    "doomed",
    "empty_workbook",
    "link",
    "mirror",
    "move",
    "move_branch",
    "move_driver",
    "move_idea",
    "note",
    "rename",
    "rename_heading",
    "rename_page",
    "rename_workbook",
    "set_strength",
    "unlink",
    "untangle",
    "with_counters",
    "with_plan",
]

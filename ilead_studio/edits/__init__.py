"""HOW a workbook changes: plain functions from one sound workbook to the next.

Each raises ``EditError`` with a sentence instead of making something that does not hold. Imports
model and rules.
"""

from ilead_studio.edits.calendar import add_break, change_break, delete_break, put_calendar
from ilead_studio.edits.copies import copy_linked, part_copy, same_causes
from ilead_studio.edits.cycle import delete_cycles, plan_cycle, put_cycle, reschedule
from ilead_studio.edits.cycle_lines import add_line, change_line, delete_line, move_line
from ilead_studio.edits.cycle_steps import (
    amend,
    begin_do,
    cancel_cycle,
    decide,
    next_cycle,
    to_study,
)
from ilead_studio.edits.driver import (
    add_driver,
    link,
    move_driver,
    set_strength,
    unlink,
    untangle,
)
from ilead_studio.edits.evidence import (
    add_evidence,
    change_evidence,
    cite,
    citing,
    delete_evidence,
    uncite,
)
from ilead_studio.edits.fields import put
from ilead_studio.edits.findings import say_about, say_nothing_about
from ilead_studio.edits.fishbone import add_cause, move_branch
from ilead_studio.edits.idea import add_idea, move_idea
from ilead_studio.edits.idea_state import mark_idea, trace, unpark
from ilead_studio.edits.item import (
    Kind,
    add,
    delete,
    doomed,
    doomed_cycles,
    move,
    move_all,
    note,
    rename,
)
from ilead_studio.edits.lines import NewLine, add_lines
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
from ilead_studio.edits.pages import add_bones, delete_page, duplicate_page, move_page
from ilead_studio.edits.parking import (
    catch,
    catch_all,
    drop,
    park,
    park_words,
    parked,
    place_parked,
    reword,
    settle,
)
from ilead_studio.edits.problem import add_problem, explained, link_problem, put_problem
from ilead_studio.edits.wording import refusal, replace_words, reworded

__all__ = [
    "Kind",
    "NewLine",
    "add",
    "add_bones",
    "add_break",
    "add_cause",
    "add_driver",
    "add_evidence",
    "add_fishbone",
    "add_idea",
    "add_line",
    "add_lines",
    "add_problem",
    "add_theory",
    "amend",
    "begin_do",
    "cancel_cycle",
    "catch",
    "catch_all",
    "change_break",
    "change_evidence",
    "change_line",
    "cite",
    "citing",
    "copy_linked",
    "decide",
    "delete",
    "delete_break",
    "delete_cycles",
    "delete_evidence",
    "delete_line",
    "delete_page",
    "doomed",
    "doomed_cycles",
    "drop",
    "duplicate_page",
    "empty_workbook",
    "explained",
    "link",
    "link_problem",
    "mark_idea",
    "mirror",
    "move",
    "move_all",
    "move_branch",
    "move_driver",
    "move_idea",
    "move_line",
    "move_page",
    "next_cycle",
    "note",
    "park",
    "park_words",
    "parked",
    "part_copy",
    "place_parked",
    "plan_cycle",
    "put",
    "put_calendar",
    "put_cycle",
    "put_problem",
    "refusal",
    "rename",
    "rename_heading",
    "rename_page",
    "rename_workbook",
    "replace_words",
    "reschedule",
    "reword",
    "reworded",
    "same_causes",
    "say_about",
    "say_nothing_about",
    "set_strength",
    "settle",
    "to_study",
    "trace",
    "uncite",
    "unlink",
    "unpark",
    "untangle",
    "with_counters",
    "with_plan",
]

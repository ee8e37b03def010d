"""HOW a workbook changes: plain functions from one sound workbook to the next.

Each raises ``EditError`` with a sentence instead of making something that does not hold. Imports
model and rules.
"""

from ilead_studio.edits.aim import build_aim, gain_of, put_aim, put_gain
from ilead_studio.edits.belonging import belong, show_only
from ilead_studio.edits.brought_back import bring_back
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
    withdraw_evidence,
)
from ilead_studio.edits.fields import put
from ilead_studio.edits.findings import say_about, say_nothing_about
from ilead_studio.edits.fishbone import add_cause, move_branch
from ilead_studio.edits.idea import add_idea, move_idea, order_idea, propose_idea
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
from ilead_studio.edits.party import (
    add_party,
    add_role,
    assign_role,
    change_party,
    delete_party,
    delete_role,
    move_party,
    move_role,
    put_logo,
    rename_role,
)
from ilead_studio.edits.party_view import seen_by
from ilead_studio.edits.problem import (
    add_problem,
    delete_problem,
    explained,
    link_problem,
    move_problem,
    put_problem,
    tie_problems,
    untie_problems,
)
from ilead_studio.edits.promote import Promotion, answer, promote
from ilead_studio.edits.restored import restore_pages
from ilead_studio.edits.snapshots import delete_snapshot, rename_snapshot, take_snapshot
from ilead_studio.edits.wording import refusal, replace_words, reworded

__all__ = [
    "Kind",
    "NewLine",
    "Promotion",
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
    "add_party",
    "add_problem",
    "add_role",
    "add_theory",
    "amend",
    "answer",
    "assign_role",
    "begin_do",
    "belong",
    "bring_back",
    "build_aim",
    "cancel_cycle",
    "catch",
    "catch_all",
    "change_break",
    "change_evidence",
    "change_line",
    "change_party",
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
    "delete_party",
    "delete_problem",
    "delete_role",
    "delete_snapshot",
    "doomed",
    "doomed_cycles",
    "drop",
    "duplicate_page",
    "empty_workbook",
    "explained",
    "gain_of",
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
    "move_party",
    "move_problem",
    "move_role",
    "next_cycle",
    "note",
    "order_idea",
    "park",
    "park_words",
    "parked",
    "part_copy",
    "place_parked",
    "plan_cycle",
    "promote",
    "propose_idea",
    "put",
    "put_aim",
    "put_calendar",
    "put_cycle",
    "put_gain",
    "put_logo",
    "put_problem",
    "refusal",
    "rename",
    "rename_heading",
    "rename_page",
    "rename_role",
    "rename_snapshot",
    "rename_workbook",
    "replace_words",
    "reschedule",
    "restore_pages",
    "reword",
    "reworded",
    "same_causes",
    "say_about",
    "say_nothing_about",
    "seen_by",
    "set_strength",
    "settle",
    "show_only",
    "take_snapshot",
    "tie_problems",
    "to_study",
    "trace",
    "uncite",
    "unlink",
    "unpark",
    "untangle",
    "untie_problems",
    "with_counters",
    "with_plan",
    "withdraw_evidence",
]

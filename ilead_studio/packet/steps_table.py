"""Next steps as rows of a table: what was promised, about what, whose it is and by when."""

from ilead_studio.model import NextStep, Workbook
from ilead_studio.packet.blocks import Words
from ilead_studio.packet.cells import with_ref
from ilead_studio.rules.meeting_about import topic_of
from ilead_studio.words import say


def step_ref(workbook: Workbook, step: NextStep) -> str:
    """Return the reference of what a next step is about; empty for nothing that has one."""
    topic = topic_of(workbook, step.item_id or "")
    return topic.ref if topic else ""


def step_words(workbook: Workbook, step: NextStep) -> Words:
    """Return a next step with the reference of what it is about."""
    return with_ref(step.text, step_ref(workbook, step))


def owner_words(step: NextStep) -> str:
    """Say whose a next step is."""
    return step.owner or say("nobody yet")


def step_with_id(workbook: Workbook, step_id: str) -> NextStep:
    """Return a next step."""
    return next(it for it in workbook.next_steps if it.id == step_id)

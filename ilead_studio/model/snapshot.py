"""What a snapshot keeps of a workbook: all that is needed to read its pages on a later day."""

from typing import Final

from ilead_studio.model.record import replace
from ilead_studio.model.workbook import Workbook

LEFT_OUT: Final = (
    "calendar", "meetings", "decided", "next_steps", "votes", "questions", "tray", "dismissed",
    "snapshots", "packets",
)  # fmt: skip
"""What is of today only, or is history itself. All else is kept whole, so that it stays sound."""


def kept_of(workbook: Workbook) -> Workbook:
    """Return what a snapshot of a workbook keeps: everything but ``LEFT_OUT`` and the logos."""
    usual = Workbook()
    parties = tuple(replace(it, logo="") if it.logo else it for it in workbook.parties)
    left: dict[str, object] = {name: getattr(usual, name) for name in LEFT_OUT}
    return workbook.model_copy(update=left | {"parties": parties})

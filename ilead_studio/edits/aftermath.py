"""What is done after every deletion: whatever is kept beside the pages and named what is gone."""

from ilead_studio.edits.dismissing import still_dismissed
from ilead_studio.edits.meeting_ties import loosened
from ilead_studio.model import Workbook


def tidied(workbook: Workbook) -> Workbook:
    """Let decisions, next steps and dismissed advice name nothing that is gone."""
    return still_dismissed(loosened(workbook))

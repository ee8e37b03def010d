"""Waiting, as a test, for what recovery keeps beside the window."""

from time import monotonic
from typing import Final

from hands import Desk

from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.recovery import Found, find
from ilead_studio.ui.files.keeping import Keeping, journal_folder

_PATIENCE_S: Final = 20.0


def until_kept(desk: Desk, keeping: Keeping) -> None:
    """Wait until the disk holds what was handed over, and the window tells so."""
    limit = monotonic() + _PATIENCE_S
    while not keeping.keeper.is_done or keeping._look.isActive():
        assert monotonic() < limit
        desk.settle()
    desk.settle()  # what stands beside the page tells it a turn later


def recovered(desk: Desk, keeping: Keeping) -> Workbook:
    """Look at what is typed, wait until the disk holds it, and return what the next start finds."""
    assert keeping._typing.isActive()
    keeping._look_at_typing()
    until_kept(desk, keeping)
    (found,) = after_a_crash(desk, keeping)
    return found.workbook


def after_a_crash(desk: Desk, keeping: Keeping) -> tuple[Found, ...]:
    """Return what the next start finds if the program ends now."""
    keeping.end()
    found = find(journal_folder(desk.window.around), Disk()).found
    for it in found:
        it.release()
    return found

"""Waiting, as a test, for what recovery keeps beside the window."""

from time import monotonic
from typing import Final

from hands import Desk

from ilead_studio.ui.files.keeping import Keeping

_PATIENCE_S: Final = 20.0


def until_kept(desk: Desk, keeping: Keeping) -> None:
    """Wait until the disk holds what was handed over, and the window tells so."""
    limit = monotonic() + _PATIENCE_S
    while not keeping.keeper.is_done or keeping._look.isActive():
        assert monotonic() < limit
        desk.settle()
    desk.settle()  # what stands beside the page tells it a turn later

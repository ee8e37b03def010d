"""Keeps what was typed and is given up: it stays among the earlier versions of its file."""

from pathlib import Path

from ilead_studio.model import Workbook
from ilead_studio.storage.backups import keep_typed
from ilead_studio.storage.format import encode
from ilead_studio.surroundings import Surroundings


def keep_typed_of(workbook: Workbook, path: Path, around: Surroundings) -> bool:
    """Keep a workbook that no file holds as it is; tells whether that worked. Waits for the disk.

    Undo brings it back only as long as its window is open.
    """
    return keep_typed(around.places.state, path, encode(workbook), around.clock(), around.disk)

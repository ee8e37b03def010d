"""What the program needs from the world around it, made once and handed down.

A test hands in a fixed clock, counted ids, a failing disk and a folder of its own.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ilead_studio.model import Ids, new_ids
from ilead_studio.places import Places, find_places
from ilead_studio.storage.disk import Disk


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The clock (with time zone), the source of new ids, the disk, and the program's places."""

    clock: Callable[[], datetime]
    ids: Ids
    disk: Disk
    places: Places


def real_surroundings() -> Surroundings:
    """Return this computer's own clock, chance, disk and places."""
    return Surroundings(
        clock=lambda: datetime.now().astimezone(),
        ids=new_ids(),
        disk=Disk(),
        places=find_places(os.environ),
    )

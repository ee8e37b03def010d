"""Names that are proposed for new files."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from ilead_studio.storage.disk import Disk
from ilead_studio.words import say

_LONGEST: Final = 60
"""Letters of a file name that is proposed."""
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)", re.IGNORECASE)
"""Windows takes such a name for a device, whatever it ends in."""


def proposed_name(title: str, otherwise: str = "") -> str:
    """Return a file name made from a title: none that a system refuses, and not too long.

    ``otherwise`` is the name where the title has no letter that can stand in one.
    """
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
    words = " ".join(kept.split())
    whole = words if len(words) <= _LONGEST else words[: words[: _LONGEST + 1].rfind(" ")]
    if _DEVICE.fullmatch(whole):
        return say("{name} {number}", name=whole, number=1)
    return whole[:_LONGEST] or otherwise or say("Workbook")


def free_path(folder: Path, name: str, *suffixes: str, disk: Disk) -> Path:
    """Return a path with the first suffix, such that no file has its name with any of them.

    A folder that cannot be looked into has none.
    """
    taken = frozenset[str]()
    with suppress(OSError, ValueError):
        taken = frozenset(map(str.casefold, disk.names(folder)))
    number, tried = 1, name
    while any(f"{tried}{it}".casefold() in taken for it in suffixes):
        number += 1
        tried = say("{name} {number}", name=name, number=number)
    return folder / f"{tried}{suffixes[0]}"

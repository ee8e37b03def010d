"""Who may do what with a file: a saved one belongs to the same people as before.

A save puts a new file in the place of the old one, so all of this would be lost with the old one.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

_LIST: Final = "system.posix_acl_access"
"""Under this name Linux keeps the list of further people who may read or write a file."""

_UNKNOWN: Final = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
"""What drives say that know nobody: folders of a network on a Mac, and those of other programs."""


class Access(NamedTuple):
    """Permissions, whose it is (numbers of the system; -1 leaves that to it), further people."""

    mode: int
    owner: int = -1
    group: int = -1
    further: bytes = b""


def access_of(path: Path, known: os.stat_result) -> Access:
    """Return who may do what with a file about which the system said ``known``."""
    further = b""
    if sys.platform == "linux":
        with suppress(OSError):
            further = os.getxattr(path, _LIST)
    return Access(stat.S_IMODE(known.st_mode), known.st_uid, known.st_gid, further)


def give(descriptor: int, access: Access) -> None:
    """Give an open file the same access, as far as the system lets; never to anybody more.

    Raises:
        OSError: if the disk fails.
    """
    if sys.platform == "win32":
        return  # a file there has the access of its folder
    is_groups = _has_group(descriptor, access)
    if is_groups and _has_further(descriptor, access.further):
        return  # the list holds the permissions too
    is_whole = is_groups and not access.further
    _can(os.fchmod, descriptor, access.mode if is_whole else _without_group(access.mode))


def _has_group(descriptor: int, access: Access) -> bool:
    """Give a file to its owner and group, at least to its group; tells whether it has that."""
    owners = (access.owner, -1)
    is_given = any(_can(os.fchown, descriptor, it, access.group) for it in owners)
    return is_given or access.group == -1


def _can(give: Callable[..., object], *words: int) -> bool:
    """Tell whether somebody may be given a file here: some drives know nobody, or no permissions.

    Raises:
        OSError: if the disk fails.
    """
    try:
        give(*words)
    except OSError as error:
        if not isinstance(error, PermissionError) and error.errno not in _UNKNOWN:
            raise
        return False
    return True


def _has_further(descriptor: int, further: bytes) -> bool:
    """Let further people have the file, and nobody whom only its folder names."""
    if sys.platform == "linux":
        with suppress(OSError):
            if further:
                os.setxattr(descriptor, _LIST, further)
                return True
            os.removexattr(descriptor, _LIST)
    return False


def _without_group(mode: int) -> int:
    """Let a group that is not the one that was meant do no more than anybody."""
    return mode & ~0o070 | (mode & 0o007) << 3

"""What an error of the system means to a person: which file, what is safe, what to do."""

import errno
from pathlib import Path
from typing import Final

from ilead_studio.errors import FileError
from ilead_studio.model.text import tidy
from ilead_studio.words import say

LARGEST: Final = 64 << 20
"""Most bytes of a workbook file; anything larger is something else."""
_ALIKE: Final = {
    errno.EPERM: errno.EACCES,
    errno.ENOTDIR: errno.ENOENT,
    errno.EDQUOT: errno.ENOSPC,
}
_WINDOWS: Final = {
    **dict.fromkeys((32, 33), errno.EBUSY),
    **dict.fromkeys((23, 29, 30, 31, 1117), errno.EIO),
    **dict.fromkeys((21, 1167), errno.ENOENT),
    19: errno.EROFS,
}
"""Windows' own numbers where its usual ones say too little: held by others, a fault of the disk, a
stick that was pulled out, a disk that can only be read."""


def shown(path: Path) -> str:
    """Return a file's name as it can be shown: no control characters, no broken letters."""
    name = path.name or str(path)
    return tidy(name.encode("utf-8", "replace").decode("utf-8")) or "?"


def unreadable(error: Exception, path: Path) -> FileError:
    """Return the refusal for a file that could not be read."""
    name = shown(path)
    return FileError(_not_read(_code(error), name))


def _not_read(code: int, name: str) -> str:
    safe = say("It was not changed.")
    named = {"name": name, "safe": safe}
    sentences = {
        errno.ENOENT: say("There is no file “{name}”. Check its name and its folder.", **named),
        errno.EISDIR: say("“{name}” is a folder, not a file. {safe} Choose a file in it.", **named),
        errno.EINVAL: say("“{name}” is not an ordinary file. {safe} Choose another one.", **named),
        errno.EACCES: say("You may not read “{name}”. {safe} Ask the one whose it is.", **named),
        errno.EBUSY: say("Another program uses “{name}”. {safe} Close it there first.", **named),
        errno.EFBIG: say("“{name}” is too large. {safe} Is it the right file?", **named),
        errno.EIO: say("The disk could not read “{name}”. {safe} Try a copy of it.", **named),
    }
    other = say("“{name}” could not be read. {safe} Try a copy in another folder.", **named)
    return sentences.get(code, other)


def unwritten(error: Exception, path: Path) -> FileError:
    """Return the refusal for a file that could not be written."""
    return _unwritten(path, _not_written(_code(error)))


def _not_written(code: int) -> str:
    reasons = {
        errno.ENOSPC: say("The disk is full. Make room on it, or choose another folder."),
        errno.EACCES: say("You may not write there. Choose another folder."),
        errno.EROFS: say("That disk can only be read. Choose another folder."),
        errno.ENOENT: say("Its folder is not there. Choose another folder."),
        errno.EISDIR: say("A folder has that name. Choose another name."),
        errno.EINVAL: say("That is not an ordinary file. Choose another name."),
        errno.EEXIST: say("There is a file of that name already. Choose another name."),
        errno.ENAMETOOLONG: say("The name is too long. Choose a shorter one."),
        errno.EFBIG: say("It is too large for that disk. Choose another folder."),
        errno.EBUSY: say("Another program is using it. Close it there, then try again."),
        errno.EIO: say("The disk reports a fault. Choose a folder on another disk."),
    }
    other = say("The system refused it. Try again, or choose another folder.")
    return reasons.get(code, other)


def _code(error: Exception) -> int:
    """Return the number of a system error, alike ones as one; 0 for what has none."""
    code = getattr(error, "errno", None) or 0
    own = _WINDOWS.get(getattr(error, "winerror", None) or 0, 0)
    return own or _ALIKE.get(code, code)


def _unwritten(path: Path, reason: str) -> FileError:
    return FileError(
        say(
            "“{name}” was not written, and what was there before is unchanged. {reason}",
            name=shown(path),
            reason=reason,
        )
    )


def protected(path: Path) -> FileError:
    """Return the refusal for a file into which nobody may write."""
    return _unwritten(
        path,
        say("It is protected against changes. Choose another name, or take its protection off."),
    )


def misread(path: Path) -> FileError:
    """Return the refusal for bytes that did not read back as they were written."""
    return _unwritten(path, say("It did not read back the same. Choose a folder on another disk."))


def unconfirmed(path: Path) -> str:
    """Return the warning that the new file is there, but may not outlast a power failure yet."""
    return say(
        "“{name}” was written, but the disk did not confirm it. Save it once more, elsewhere.",
        name=shown(path),
    )

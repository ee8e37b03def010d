"""Everything that can go wrong in a way that a person can do something about.

Each error carries one sentence for the user: what happened, to what, what is safe, what to do.
Layers turn other people's exceptions (OSError, pydantic's) into these; nothing else crosses them.
"""

from pathlib import Path

from ilead_studio.words import say


class StudioError(Exception):
    """Something was refused; ``str(error)`` is the sentence to show."""


class EditError(StudioError):
    """The document would not stay sound, so the edit was not made."""


class TooLong(EditError):
    """Words are too many for where they were typed; they stand nowhere else."""


class FileError(StudioError):
    """A workbook file could not be read or written.

    ``instead`` is an earlier version of it that is whole; None where none is known. ``sentence``
    leaves out where that lies, for whoever can offer it.
    """

    def __init__(self, sentence: str, instead: Path | None = None) -> None:
        self.sentence, self.instead = sentence, instead
        where = say("{sentence} Open {file}", sentence=sentence, file=instead)
        super().__init__(where if instead else sentence)


class NotOurs(FileError):
    """The file is not an iLEAD Studio workbook."""


class Damaged(FileError):
    """The file was a workbook once, and something in it is broken."""


class TooNew(FileError):
    """The file needs a newer program."""


class ChangedOutside(FileError):
    """Another program changed the file since it was opened here."""


class ExchangeError(StudioError):
    """Somebody else's format could not be understood."""


class ExportError(StudioError):
    """A page could not be made."""

"""What was chosen of a merge that is not done yet: it waits while somebody looks elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ilead_studio.rules.merge_words import BOTH, MINE, Choice, proposed
from ilead_studio.rules.merging import Conflict, Merging
from ilead_studio.ui.files.typed_late import Waiting
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.files.beside import Beside

_USE: Final = "merge"
_About = tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]


class Chosen:
    """Knows a conflict again by what it is about and by what either side did.

    Words that somebody wrote in place of both wait ``beside`` the workbook, where there is one.
    """

    def __init__(self, beside: "Beside | None" = None) -> None:
        self._beside = beside
        self._kept: dict[_About, Choice] = {}
        self._own: dict[_About, str] = {}

    def keep(self, conflict: Conflict, choice: Choice | None) -> None:
        """Remember what is chosen, or that nothing is."""
        about = _about(conflict)
        self._kept.pop(about, None)
        self._own.pop(about, None)
        if choice is not None:
            self._kept[about] = choice
            if _is_written(conflict, choice):
                self._own[about] = choice.own
        self._put()

    def of(self, merging: Merging) -> dict[int, Choice]:
        """Return what was chosen of the conflicts of a merge and can still be, by their places."""
        return dict(self._found(merging))

    def _found(self, merging: Merging) -> Iterator[tuple[int, Choice]]:
        for at, conflict in enumerate(merging.conflicts):
            choice = self._kept.get(_about(conflict))
            if choice is not None and _can_be(merging, at, choice):
                yield at, choice

    def forget(self) -> None:
        """Let it all go: the merge is done."""
        self._kept.clear()
        self._own.clear()
        self._put()

    def leave(self) -> None:
        """Let it all go undone; words that were not merged are caught in the tray."""
        if self._beside is not None:
            self._beside.catch(_USE)
        self.forget()

    def _put(self) -> None:
        if self._beside is not None:
            whence = say("was to stand there after a merge")
            self._beside.put(_USE, (Waiting(it, whence) for it in self._own.values()))


def _about(conflict: Conflict) -> _About:
    return conflict.about, conflict.mine, conflict.theirs


def _is_written(conflict: Conflict, choice: Choice) -> bool:
    """Tell whether somebody wrote words that neither side says, and that were not offered."""
    words, own = conflict.words, choice.own
    if words is None or not own:
        return False
    return own not in (words.mine, words.theirs, proposed(words))


def _can_be(merging: Merging, at: int, choice: Choice) -> bool:
    conflict = merging.conflicts[at]
    if choice.what == "own":
        return merging.can_say(at, choice.own)
    if choice == BOTH:
        return conflict.words is not None and conflict.words.can_be_both
    return choice == MINE or conflict.is_open

"""What was chosen of a merge that is not done yet: it waits while somebody looks elsewhere."""

from collections.abc import Callable, Iterator

from ilead_studio.rules.merge_words import BOTH, MINE, Choice, proposed
from ilead_studio.rules.merging import Conflict, Merging

_About = tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]


class Chosen:
    """Knows a conflict again by what it is about and by what either side did.

    ``told`` hears of the words that somebody wrote in place of both.
    """

    def __init__(self, told: Callable[[tuple[str, ...]], object] = bool) -> None:
        self._told = told
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
        self._told(tuple(self._own.values()))

    def of(self, merging: Merging) -> dict[int, Choice]:
        """Return what was chosen of the conflicts of a merge and can still be, by their places."""
        return dict(self._found(merging))

    def _found(self, merging: Merging) -> Iterator[tuple[int, Choice]]:
        for at, conflict in enumerate(merging.conflicts):
            choice = self._kept.get(_about(conflict))
            if choice is not None and _can_be(merging, at, choice):
                yield at, choice

    def forget(self) -> None:
        """Let it all go: the merge is done, or there is none any more."""
        self._kept.clear()
        self._own.clear()
        self._told(())


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

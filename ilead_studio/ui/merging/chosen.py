"""What was chosen of a merge that is not done yet: it waits while somebody looks elsewhere."""

from collections.abc import Iterator

from ilead_studio.rules.merge_words import BOTH, MINE, Choice
from ilead_studio.rules.merging import Conflict, Merging

_About = tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]


class Chosen:
    """Knows a conflict again by what it is about and by what either side did."""

    def __init__(self) -> None:
        self._kept: dict[_About, Choice] = {}

    def keep(self, conflict: Conflict, choice: Choice | None) -> None:
        """Remember what is chosen, or that nothing is."""
        self._kept.pop(_about(conflict), None)
        if choice is not None:
            self._kept[_about(conflict)] = choice

    def of(self, merging: Merging) -> dict[int, Choice]:
        """Return what was chosen of the conflicts of a merge and can still be, by their places."""
        return dict(self._found(merging))

    def _found(self, merging: Merging) -> Iterator[tuple[int, Choice]]:
        for at, conflict in enumerate(merging.conflicts):
            choice = self._kept.get(_about(conflict))
            if choice is not None and _can_be(merging, at, choice):
                yield at, choice

    @property
    def own(self) -> tuple[str, ...]:
        """Words of one's own that are to stand there instead."""
        return tuple(it.own for it in self._kept.values() if it.what == "own")

    def forget(self) -> None:
        """Let it all go: the merge is done, or there is none any more."""
        self._kept.clear()


def _about(conflict: Conflict) -> _About:
    return conflict.about, conflict.mine, conflict.theirs


def _can_be(merging: Merging, at: int, choice: Choice) -> bool:
    conflict = merging.conflicts[at]
    if choice.what == "own":
        return merging.can_say(at, choice.own)
    if choice == BOTH:
        return conflict.words is not None and conflict.words.can_be_both
    return choice == MINE or conflict.is_open

"""The commands that judge causes from the page: root or not, and how sure the team is."""

from functools import partial
from typing import TYPE_CHECKING, Final

from ilead_studio import edits
from ilead_studio.drawing.signs import meaning
from ilead_studio.model import Cause
from ilead_studio.ui.inspector.group import seen
from ilead_studio.ui.inspector.judged import has_whys
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

STATES: Final = ("hunch", "supported", "disputed", "refuted")


class Judging:
    """Marks the selected causes, several at once."""

    def __init__(self, window: "MainWindow") -> None:
        self._work = window.work

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {"root": self._root, **{state: partial(self._judge, state) for state in STATES}}

    def why_not(self, name: str) -> str:
        """Say that only causes are judged."""
        if name not in ("root", *STATES):
            return ""
        if not self._work.is_fishbone:
            return say("That is for the causes of a fishbone.")
        return "" if self._causes() else say("Select a cause first: a bone is only a heading.")

    def _causes(self) -> tuple[Cause, ...]:
        found = seen(self._work).having("evidence")
        return tuple(it for it in found if isinstance(it, Cause))

    def _root(self) -> None:
        """Mark all as root causes, or none of them if all are; advice is only said."""
        causes = self._causes()
        on = not all(cause.root for cause in causes)
        label = say("mark a root cause") if on else say("take a root mark away")
        if not self._put(label, root=on):
            return
        if on and any(has_whys(self._work, cause.id) for cause in causes):
            words = say("Marked. It has a why below it: the root, if there is one, lies deeper.")
        elif on:
            words = count(len(causes), "Marked as a root cause.", "{number} marked as root causes.")
        else:
            words = count(len(causes), "No root cause any longer.",
                          "{number} are no root causes any longer.")  # fmt: skip
        self._work.said.emit(words)

    def _judge(self, state: str) -> None:
        if self._put(say("change the evidence"), evidence=state):
            number = len(self._causes())
            words = meaning(state)
            self._work.said.emit(
                say("Marked: {state}.", state=words)
                if number == 1
                else say("{number} causes marked: {state}.", number=number, state=words)
            )

    def _put(self, label: str, **fields: object) -> bool:
        ids = [cause.id for cause in self._causes()]
        return self._work.step(label, lambda book: edits.put(book, ids, **fields))

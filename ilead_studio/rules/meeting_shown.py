"""What of a meeting may leave the room: nothing that is only for the facilitator, or one party."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from ilead_studio.model import FACILITATOR, Meeting, Workbook
from ilead_studio.model.workbook import AnyRecord
from ilead_studio.rules.visibility import EVERYBODY, hidden

T = TypeVar("T", bound=AnyRecord)


class Shown(NamedTuple):
    """Sorts out what not everybody at a meeting may read; ``hidden`` are the ids of that.

    The meeting of one party may speak of what only that party sees.
    """

    hidden: frozenset[str]

    def of(self, records: Iterable[T]) -> tuple[T, ...]:
        """Return those of some records that may be read."""
        return tuple(it for it in records if it.id not in self.hidden)


def shown_at(workbook: Workbook, meeting: Meeting) -> Shown:
    """Return what everybody at a meeting may read; a facilitator's own meeting is read by none."""
    whose = meeting.only_for
    viewer = EVERYBODY if whose is None or whose == FACILITATOR else whose
    return Shown(hidden(workbook, viewer))

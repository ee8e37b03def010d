"""What to look at first when a meeting is opened: cards of rows, each of which leads somewhere.

They are made from the workbook whenever they are asked for, so they are links, not copies. Who
shows them to a party gives the workbook as that party sees it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Cause, Meeting, Workbook
from ilead_studio.rules.cycles import cycle_name, cycle_with_id
from ilead_studio.rules.days import day_words
from ilead_studio.rules.meeting_missed import to_confirm
from ilead_studio.rules.meeting_steps import StepRow, promised, promised_words
from ilead_studio.rules.meetings import ago_words, last_meeting, meeting_with_id
from ilead_studio.rules.overdue import overdue
from ilead_studio.rules.timeline import cycle_days
from ilead_studio.rules.votes import blind_on
from ilead_studio.words import count, say

CardName = Literal["since", "overdue", "hunches", "missed", "promised"]
MOST_HUNCHES: Final = 5
"""Most hunches on the card; its small words tell of all."""


class Changed(NamedTuple):
    """A sentence of the difference since the last meeting, and what it is about."""

    words: str
    item_id: str = ""
    sign: str = "pencil"


class Row(NamedTuple):
    """A row of a card: its words, smaller ones, an icon's name, and what to go to.

    ``item_id`` is an item, a cycle or a page, empty for none. A promised step has its own
    ``step_id``, and is ticked or not; all other rows have nothing to tick.
    """

    words: str
    small: str = ""
    sign: str = ""
    item_id: str = ""
    step_id: str = ""
    is_done: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one sentence, to be read aloud."""
        parts = (self.words.removesuffix("."), *self.small.split(" · "))
        return ", ".join(filter(None, parts))


class Card(NamedTuple):
    """A card: its heading, smaller words beside it, its rows, and what stands there without any."""

    name: CardName
    heading: str
    small: str
    rows: tuple[Row, ...]
    empty: str


def opening(
    workbook: Workbook, meeting_id: str, today: date, changes: Sequence[Changed] | None = None
) -> tuple[Card, ...]:
    """Return the cards of a meeting, also those without rows; none without the meeting.

    ``changes`` is what differs in the diagrams since the snapshot of the last meeting; None: no
    snapshot was kept then.
    """
    meeting = meeting_with_id(workbook, meeting_id)
    if meeting is None:
        return ()
    return (
        _since(workbook, meeting, changes),
        _overdue(workbook, today),
        _hunches(workbook),
        _missed(workbook, meeting, changes or ()),
        _promised(workbook, meeting, today),
    )


def _since(workbook: Workbook, meeting: Meeting, changes: Sequence[Changed] | None) -> Card:
    last = last_meeting(workbook, meeting)
    rows = [Row(it.words, "", it.sign, it.item_id) for it in changes or ()]
    rows += _moved(workbook, last.day, meeting.day) if last else ()
    if last is None:
        empty = say("This is the first meeting.")
    elif changes is None:
        empty = say("No snapshot was kept then, so the diagrams cannot be compared.")
    else:
        empty = say("Nothing has changed since then.")
    heading = say("Since last time")
    return Card("since", heading, ago_words(workbook, meeting), tuple(rows), empty)


def _moved(workbook: Workbook, since: date, until: date) -> Iterator[Row]:
    """Give the last step that each cycle took between two meetings."""
    for cycle in workbook.cycles:
        for day, step in cycle_days(cycle):
            if since < day <= until:
                sentence = say("{cycle}: {step}", cycle=cycle_name(workbook, cycle), step=step)
                yield Row(sentence, day_words(day), "refresh", cycle.id)
                break


def _overdue(workbook: Workbook, today: date) -> Card:
    late = overdue(workbook, today)
    rows = []
    for it in late:
        cycle = cycle_with_id(workbook, it.cycle_id)
        owner = say("owner: {owner}", owner=cycle.owner) if cycle and cycle.owner else ""
        due = say("was due {day}", day=day_words(it.due))
        small = " · ".join(filter(None, (owner, due)))
        rows.append(Row(it.sentence, small, "alert-triangle", it.cycle_id))
    small = say("counted in school weeks")
    return Card("overdue", say("Overdue"), small, tuple(rows), say("No cycle is late."))


def hunches(workbook: Workbook) -> tuple[Cause, ...]:
    """Return the causes to check: still a hunch, and a root or voted for; roots first, then votes.

    Linked copies are their original. Of a page with a blind vote nothing is told.
    """
    blind = blind_on(workbook)
    causes = (it for page in workbook.fishbones if page.id not in blind for it in page.causes)
    wanted = (
        it
        for it in causes
        if it.evidence == "hunch" and it.same_as is None and (it.root or it.votes)
    )
    return tuple(sorted(wanted, key=lambda it: (not it.root, -it.votes)))


def _hunches(workbook: Workbook) -> Card:
    found = hunches(workbook)
    rows = tuple(
        Row(it.text, _hunch_words(workbook, it), "circle-dashed", it.id)
        for it in found[:MOST_HUNCHES]
    )
    small = say("{number}, roots first", number=len(found)) if found else ""
    empty = say("No root and nothing that was voted for is still a hunch.")
    return Card("hunches", say("Hunches to check"), small, rows, empty)


def _hunch_words(workbook: Workbook, cause: Cause) -> str:
    """Say why a hunch is looked at, and who could find out."""
    parties = ", ".join(it.short or it.name for it in workbook.parties if it.id in cause.parties)
    who = cause.raised_by or parties
    votes = count(cause.votes, "{number} vote", "{number} votes") if cause.votes else ""
    asked = say("could find out: {who}", who=who) if who else ""
    return " · ".join(filter(None, (say("root") if cause.root else "", votes, asked)))


def _missed(workbook: Workbook, meeting: Meeting, changes: Sequence[Changed]) -> Card:
    about = tuple(it.item_id for it in changes if it.item_id)
    found = to_confirm(workbook, meeting, about)
    rows = tuple(
        Row(say("{who}: {what}", who=it.who, what=it.words), "", "users", it.item_id)
        for it in found
    )
    many = len({it.who for it in found})
    small = count(many, "{number} was away", "{number} were away") if many else ""
    empty = say("Nobody who was away has anything to confirm.")
    return Card("missed", say("For those who were not there"), small, rows, empty)


def _promised(workbook: Workbook, meeting: Meeting, today: date) -> Card:
    steps = promised(workbook, meeting, today)
    rows = tuple(map(_step, steps))
    empty = say("Nothing is promised from earlier meetings.")
    return Card("promised", say("Promised steps"), promised_words(steps), rows, empty)


def _step(it: StepRow) -> Row:
    sign = "alert-triangle" if it.is_late else ""
    return Row(it.words, it.small, sign, it.item_id, it.id, it.is_done)

"""The rows of the calendar of cycles: ideas, one by one or under drivers or parties."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from ilead_studio.model import Idea, Workbook
from ilead_studio.rules.cycle_calendar import Bar
from ilead_studio.rules.learning import served
from ilead_studio.words import say

RowsBy = Literal["idea", "driver", "party"]


class CalendarRow(NamedTuple):
    """A row: an idea with the bars of its cycles, or a heading without an idea.

    ``small`` is what stands below the words; ``parties`` are those whose breaks count.
    """

    words: str
    small: str = ""
    idea_id: str = ""
    parties: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()


def calendar_rows(
    workbook: Workbook, bars: Iterable[Bar], by: RowsBy = "idea"
) -> tuple[CalendarRow, ...]:
    """Return the rows in the order of the workbook; an idea without bars has none.

    Each idea stands once: under the first driver that it serves, or under all its parties together.
    """
    of_idea: dict[str, list[Bar]] = {}
    for bar in bars:
        of_idea.setdefault(bar.idea_id, []).append(bar)
    rows = [_row(workbook, idea, of_idea[idea.id]) for idea in workbook.ideas if idea.id in of_idea]
    if by == "idea":
        return tuple(rows)
    headings = _drivers(workbook, rows) if by == "driver" else _parties(workbook, rows)
    return tuple(_under(headings, rows))


def _row(workbook: Workbook, idea: Idea, bars: list[Bar]) -> CalendarRow:
    ordered = tuple(sorted(bars, key=lambda it: (it.first, it.number)))
    whose = " · ".join(filter(None, (idea.ref, party_words(workbook, idea.parties))))
    return CalendarRow(idea.text, whose, idea.id, idea.parties, ordered)


def _under(headings: Mapping[str, str], rows: list[CalendarRow]) -> Iterable[CalendarRow]:
    """Put each row under its heading, in the order in which headings first come."""
    groups: dict[str, list[CalendarRow]] = {}
    for row in rows:
        groups.setdefault(headings[row.idea_id], []).append(row)
    for heading, its in groups.items():
        yield CalendarRow(heading)
        yield from its


def _drivers(workbook: Workbook, rows: list[CalendarRow]) -> dict[str, str]:
    texts = {it.id: it.text for page in workbook.theories for it in page.drivers}
    serves = served(workbook)
    none = say("Serves no driver yet")
    return {
        row.idea_id: next((texts[it] for it in serves.get(row.idea_id, ())), none) for row in rows
    }


def _parties(workbook: Workbook, rows: list[CalendarRow]) -> dict[str, str]:
    none = say("Belongs to nobody yet")
    return {row.idea_id: party_words(workbook, row.parties) or none for row in rows}


def party_words(workbook: Workbook, parties: tuple[str, ...]) -> str:
    """Say to whom something belongs, in short: "River", "River and Hills", "all"."""
    names = [it.short or it.name for it in workbook.parties if it.id in parties]
    if len(names) > 1 and len(names) == len(workbook.parties):
        return say("all")
    if len(names) < 2:
        return "".join(names)
    return say("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])

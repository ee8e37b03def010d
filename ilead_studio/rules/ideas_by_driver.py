"""The ideas under the drivers that they serve, as a tree; then those that serve none yet."""

from typing import NamedTuple

from ilead_studio.model import Idea, Theory, Workbook
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import Role, outline
from ilead_studio.words import say


class DriverRow(NamedTuple):
    """One row of the tree: ``is_idea`` for an idea, else a driver or a heading (without an id)."""

    id: str
    text: str
    depth: int
    is_idea: bool = False


def ideas_by_driver(workbook: Workbook) -> tuple[DriverRow, ...]:
    """Return the rows; with several theories each has a heading. An idea has one row."""
    return _rows(workbook.theories, workbook.ideas, workbook)


@kept_by_identity
def _rows(
    theories: tuple[Theory, ...], ideas: tuple[Idea, ...], workbook: Workbook
) -> tuple[DriverRow, ...]:
    rows: list[DriverRow] = []
    known: set[str] = set()
    several = len(theories) > 1
    for page in theories:
        rows += [DriverRow("", page_name(page), 0)] if several else []
        for row in outline(workbook, page)[1:]:
            is_idea = row.role is Role.IDEA
            if not (is_idea and row.id in known):
                rows.append(DriverRow(row.id, row.text, row.depth - (not several), is_idea))
                known.add(row.id)
    loose = [it for it in ideas if it.id not in known and it.state != "parked"]
    if loose:
        rows.append(DriverRow("", say("Serve no driver yet"), 0))
        rows += [DriverRow(it.id, it.text, 1, True) for it in loose]
    return tuple(rows)

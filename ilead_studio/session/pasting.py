"""Where pasted lines go, and what they become there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ilead_studio.edits import NewLine
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.rules.family import family
from ilead_studio.rules.find import fold
from ilead_studio.rules.outline import Role, Row, outline
from ilead_studio.session.capture import Slot, slot_after, slot_below
from ilead_studio.words import count, say, short


def paste_slot(workbook: Workbook, page: Page, item_id: str, *, heads: bool = False) -> Slot:
    """Return the place for lines: below a bone or a primary driver, after any other item.

    What is said by many people at once is causes, not bones. ``heads`` are bones or primary drivers
    that were copied: those go after the selected one.
    """
    kin = family(workbook, page)
    is_head = page.id in kin.parents.get(item_id, ())
    below = slot_below(workbook, page, item_id) if is_head and not heads else None
    return below or slot_after(workbook, page, item_id)


def fitted(
    workbook: Workbook, page: Page, slot: Slot, lines: Sequence[NewLine]
) -> tuple[NewLine, ...]:
    """Return lines as they are taken in at a slot; their depths must leave nothing out.

    On a theory, words below a secondary driver that have nothing below them are change ideas.
    """
    if isinstance(page, Fishbone):
        return tuple(lines)
    above = _depths(workbook, page)[slot.parent_id]
    last = NewLine(0, "")
    return tuple(
        line
        if line.copied in ("driver", "idea")
        else replace(line, is_idea=_is_idea(line, following, slot, above))
        for line, following in pairwise((*lines, last))
    )


def _is_idea(line: NewLine, following: NewLine, slot: Slot, above: int) -> bool:
    if following.depth > line.depth:
        return False
    return slot.kind == "idea" if line.depth == 0 else above + line.depth + 1 > 2


def _depths(workbook: Workbook, page: Page) -> dict[str, int]:
    return {row.id: row.depth for row in outline(workbook, page)}


def already(workbook: Workbook, page: Page, lines: Sequence[NewLine]) -> dict[int, str]:
    """Return the reference of what says the same on the page, by the number of the line from 0."""
    there = {fold(row.text): row.ref for row in outline(workbook, page)}
    found = ((at, there.get(fold(line.text), "")) for at, line in enumerate(lines))
    return {at: ref for at, ref in found if ref}


def place_words(workbook: Workbook, page: Page, slot: Slot) -> str:
    """Say where lines would go: "on bone 1", "under Teaching", "as bones"."""
    rows = {row.id: row for row in outline(workbook, page)}
    if slot.parent_id == page.id:
        return say("as bones") if isinstance(page, Fishbone) else say("as primary drivers")
    if not isinstance(page, Fishbone):
        return say("under {parent}", parent=short(rows[slot.parent_id].text, 24))
    return say("on bone {number}", number=_bone(rows, slot.parent_id).position)


def _bone(rows: dict[str, Row], item_id: str) -> Row:
    row = rows[item_id]
    while row.role is not Role.BONE and row.parent_id:
        row = rows[row.parent_id]
    return row


def made_of(workbook: Workbook, page: Page, slot: Slot, lines: Sequence[NewLine]) -> str:
    """Say what lines become at a slot: "8 causes and 4 whys"."""
    names = {
        "bone": ("{number} bone", "{number} bones"),
        "cause": ("{number} cause", "{number} causes"),
        "why": ("{number} why", "{number} whys"),
        "driver": ("{number} driver", "{number} drivers"),
        "idea": ("{number} change idea", "{number} change ideas"),
    }
    have = Counter(_kinds(workbook, page, slot, lines))
    parts = [count(have[kind], *names[kind]) for kind in names if have[kind]]
    if len(parts) < 2:
        return "".join(parts)
    return say("{some} and {more}", some=", ".join(parts[:-1]), more=parts[-1])


def _kinds(workbook: Workbook, page: Page, slot: Slot, lines: Sequence[NewLine]) -> Iterator[str]:
    above = _depths(workbook, page)[slot.parent_id]
    for line in fitted(workbook, page, slot, lines):
        if isinstance(page, Fishbone):
            yield ("bone", "cause", "why")[min(2, above + line.depth)]
        else:
            yield "idea" if line.is_idea else "driver"

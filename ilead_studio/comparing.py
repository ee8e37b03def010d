"""The command ``diff``: what changed from one workbook to another, in words or as JSON."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from ilead_studio.commands import STANDARD, Answer, opened_source
from ilead_studio.errors import FileError
from ilead_studio.model import Record
from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.changed import Section, lines_of, sections
from ilead_studio.rules.difference import Change, Place
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import say

EQUAL, DIFFERENT = 0, 1
"""Exit codes, as those of ``diff``; what is refused has 2."""


def compare(old: str, new: str, as_json: bool, world: Surroundings) -> Answer:
    """Say what is done to one workbook to get the other.

    Raises:
        FileError: if one of them cannot be opened.
    """
    if old == new == STANDARD:
        raise FileError(say("Standard input can be only one of the two workbooks."))
    was, now = opened_source(old, world)[0], opened_source(new, world)[0]
    told = sections(was, now)
    code = DIFFERENT if told else EQUAL
    if as_json:
        return Answer(_json(told), code)
    return Answer("\n\n".join(map(block, told)) or say("Nothing changed."), code)


def block(section: Section) -> str:
    """Return what changed on a page, a line each."""
    return "\n".join([section.name, *(f"  {_numbered(line)}" for line in section.lines)])


def _numbered(line: Line) -> str:
    return f"{line.sentence} ({line.ref})" if line.ref else line.sentence


def _json(told: tuple[Section, ...]) -> str:
    changes = [_line(line) for line in lines_of(told)]
    return json.dumps({"changes": changes}, indent=1, default=_plain)


def _line(line: Line) -> dict[str, Any]:
    return {
        "sort": line.sort,
        "kind": line.kind.lower(),
        "item": line.item_id,
        "ref": line.ref,
        "page": line.page_id,
        "message": line.sentence,
        "parts": [dict(_part(change)) for change in line.changes],
    }


def _part(change: Change) -> Iterator[tuple[str, Any]]:
    """Give what one change is made of, without what it has not."""
    yield "what", change.what
    yield "kind", change.key.kind.lower()
    yield "id", change.key.name
    if change.field:
        yield from (("field", change.field), ("was", change.was), ("now", change.now))
    elif change.what in _RECORD:
        yield "record", getattr(change, _RECORD[change.what])
    yield from ((name, _place(it)) for name in ("old", "new") if (it := getattr(change, name)))


_RECORD: Final = {"added": "now", "removed": "was"}


def _place(place: Place) -> dict[str, str]:
    after = place.after.name if place.after else ""
    return {"holder": place.held.holder.name, "field": place.held.field, "after": after}


def _plain(value: object) -> object:
    """Return a form that JSON has: a record as a file has it, a day or a moment as its words."""
    if isinstance(value, Record):
        return value.model_dump(mode="json", exclude_defaults=True)
    return value.isoformat() if isinstance(value, date) else str(value)

"""Changes to every record of a workbook, wherever it is kept.

What goes (a party, a problem) is let go with this, so that no kind of record can be forgotten.
"""

from collections.abc import Callable, Set
from typing import Any, Final, TypeVar

from ilead_studio.edits.dismissing import still_dismissed
from ilead_studio.model import (
    AnyRecord,
    Candidate,
    Consequence,
    DataLine,
    SchoolCalendar,
    Theory,
    Workbook,
    groups,
    replace,
)

_WITHIN: Final = {"fishbones": "causes", "theories": "drivers"}
"""The pages, and where each keeps its items."""
_FLAT: Final = (
    "parties", "roles", "problems", "evidence", "ideas", "cycles", "meetings", "decided",
    "next_steps", "measures", "votes", "questions", "tray", "packets",
)  # fmt: skip
_LISTS: Final[dict[str, Callable[[Any], str]]] = {
    "parties": str,
    "answers": str,
    "traces": str,
    "part_of": str,
    "depends_on": str,
    "cites": lambda cited: cited.evidence_id,
    "gains": lambda gain: gain.party_id,
    "measures": lambda named: named.measure_id,
    "pages": lambda printed: printed.of,
}
"""The fields in which records name several others, and how each entry names one."""
_ONES: Final = (
    "problem_id", "party_id", "cycle_id", "measure_id", "page_id", "item_id", "after_id",
    "snapshot", "viewer",
)  # fmt: skip
"""The fields in which records may name one other."""
_LINES: Final = ("consequences", "data", "candidates")
"""The lists whose lines may name one other, and stay without it."""
_BESIDE: Final = ("votes", "questions", "decided", "next_steps", "packets")
"""What stands beside the pages and names their items."""
_Records = tuple[AnyRecord, ...]
Line = Consequence | DataLine | Candidate
A = TypeVar("A", bound=AnyRecord)
T = TypeVar("T", bound=AnyRecord | Workbook | SchoolCalendar)


def everywhere(workbook: Workbook, change: Callable[[AnyRecord], AnyRecord]) -> Workbook:
    """Return the workbook with every record changed; what stays as it was stays the same object.

    ``change`` returns the very same record if there is nothing to change.
    """
    new: dict[str, Any] = {name: _all(getattr(workbook, name), change) for name in _FLAT}
    for name, within in _WITHIN.items():
        new[name] = _all(_inside(workbook, name, within, lambda it: _all(it, change)), change)
    year = workbook.calendar
    new["calendar"] = _put(year, {"breaks": _all(year.breaks, change)})
    return _put(workbook, new)


def without(workbook: Workbook, lost: Set[str]) -> Workbook:
    """Return the workbook without some records; whatever named one of them does so no longer.

    What cannot be without them (whys, links, cycles) has to be among them.
    """
    left: dict[str, Any] = {name: _left(getattr(workbook, name), lost) for name in _FLAT}
    for name, within in _WITHIN.items():
        left[name] = _left(_inside(workbook, name, within, lambda it: _left(it, lost)), lost)
    workbook = everywhere(_put(workbook, left), lambda record: _let_go(record, lost))
    return still_dismissed(workbook)


def _inside(
    workbook: Workbook, name: str, within: str, change: Callable[[_Records], _Records]
) -> _Records:
    """Return the pages of a kind with the items that each keeps changed."""
    pages: _Records = getattr(workbook, name)
    made = (_put(page, {within: change(getattr(page, within))}) for page in pages)
    return _same(tuple(made), pages)


def _let_go(record: A, lost: Set[str]) -> A:
    fields: dict[str, Any] = {}
    for name, named in _LISTS.items():
        held = vars(record).get(name)
        if held and any(named(it) in lost for it in held):
            fields[name] = tuple(it for it in held if named(it) not in lost)
    for name in _ONES:
        if vars(record).get(name) in lost:
            fields[name] = None
    for name in _LINES:
        if lines := vars(record).get(name):
            fields[name] = _same(tuple(_line_without(it, lost) for it in lines), lines)
    if isinstance(record, Theory):
        links = (it for it in record.links if it.source not in lost and it.target not in lost)
        fields["links"] = _same(tuple(links), record.links)
    return _put(record, fields)


def _line_without(line: Line, lost: Set[str]) -> Line:
    """Return a line that names nothing that is lost; what it called by its name goes as well."""
    if isinstance(line, Candidate):
        return replace(line, item_id=None) if line.item_id in lost else line
    if line.measure_id not in lost:
        return line
    called = {"measure": ""} if isinstance(line, Consequence) else {}
    return replace(line, measure_id=None, **called)


def left_behind(was: Workbook, now: Workbook) -> Workbook:
    """Return a workbook in which nothing beside the pages names what has gone since.

    Decisions, next steps and questions keep their words; the votes on the causes of a fishbone go
    with it, and so does what was dismissed of an item.
    """
    if not any(getattr(now, name) for name in (*_BESIDE, "dismissed")):
        return now
    lost = _ids(was) - _ids(now)
    lost |= {it.id for it in now.votes if it.page_id in lost}
    new: dict[str, Any] = {
        name: _all(_left(getattr(now, name), lost), lambda it: _let_go(it, lost))
        for name in _BESIDE
    }
    return still_dismissed(_put(now, new))


def _ids(workbook: Workbook) -> set[str]:
    return {record.id for group in groups(workbook) for record in group}


def _left(records: _Records, lost: Set[str]) -> _Records:
    return _same(tuple(it for it in records if it.id not in lost), records)


def _all(records: _Records, change: Callable[[AnyRecord], AnyRecord]) -> _Records:
    return _same(tuple(map(change, records)), records)


S = TypeVar("S")


def _same(new: tuple[S, ...], old: tuple[S, ...]) -> tuple[S, ...]:
    """Return the old records if the new ones are the very same."""
    same = len(new) == len(old) and all(one is it for one, it in zip(new, old, strict=True))
    return old if same else new


def _put(record: T, fields: dict[str, Any]) -> T:
    """Return a record with those fields exchanged that are other objects; itself if none is."""
    other = {name: value for name, value in fields.items() if value is not getattr(record, name)}
    return replace(record, **other) if other else record

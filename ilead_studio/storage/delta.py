"""What a step changed, as JSON: small, whatever the size of the workbook.

A step leaves most records the very same objects, so what it changed is found by identity. It is
applied to the document as JSON has it, and only the end of all steps is read as a workbook.
"""

from typing import Any

from ilead_studio.model import Record
from ilead_studio.model.stretch import stretch

Json = dict[str, Any]


def delta(old: Record, new: Record) -> Json:
    """Return what makes one record into another of its kind, field by field."""
    return {
        name: _change(name, old, new)
        for name in type(new).model_fields
        if getattr(old, name) is not getattr(new, name)
    }


def _change(name: str, old: Record, new: Record) -> list[Any]:
    """Say what became of a field: set, usual again, a stretch of it anew, or a change within."""
    was, now = getattr(old, name), getattr(new, name)
    if _are_records(was) and _are_records(now) and was:
        at = stretch(was, now)
        here, there = was[at.start : at.old], now[at.start : at.new]
        if len(here) == len(there) == 1 and type(here[0]) is type(there[0]):
            return ["in", at.start, delta(here[0], there[0])]
        return ["splice", at.start, at.old, [_json(it) for it in there]]
    whole = new.model_dump(mode="json", exclude_defaults=True, include={name})
    return ["set", whole[name]] if name in whole else ["usual"]


def _are_records(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(it, Record) for it in value)


def _json(record: Record) -> Json:
    return record.model_dump(mode="json", exclude_defaults=True)


def apply(document: Json, changes: Json) -> None:
    """Change a document, as ``model_dump`` gives it without usual values, in its place.

    Raises:
        ValueError: if the changes do not fit the document, or are none.
    """
    for name, change in changes.items():
        match change:
            case ["set", value]:
                document[name] = value
            case ["usual"]:
                document.pop(name, None)
            case ["in", int(at), dict(within)]:
                apply(_within(document, name, at), within)
            case ["splice", int(start), int(end), list(items)]:
                _splice(document, name, slice(start, end), items)
            case _:
                raise ValueError(name)


def _within(document: Json, name: str, at: int) -> Json:
    here = _listed(document, name)
    if not 0 <= at < len(here) or not isinstance(here[at], dict):
        raise ValueError(name)
    found: Json = here[at]
    return found


def _splice(document: Json, name: str, at: slice, items: list[Any]) -> None:
    here = _listed(document, name)
    if not 0 <= at.start <= at.stop <= len(here):
        raise ValueError(name)
    here[at] = items
    if here:
        document[name] = here
    else:
        document.pop(name, None)


def _listed(document: Json, name: str) -> list[Any]:
    here = document.get(name, [])
    if not isinstance(here, list):
        raise ValueError(name)
    return here

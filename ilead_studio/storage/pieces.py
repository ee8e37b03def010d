"""The bytes of a document, made and read back record by record.

One call for the whole of it would keep the interpreter, and with it the window, for as long as it
takes: 60 ms for 10,000 items. A record is written and read back once as long as it is known, so
that a save costs what was changed since the last one.
"""

from collections.abc import Iterator
from typing import Final

from ilead_studio.model import Fishbone, Record, Snapshot, Theory, Workbook
from ilead_studio.model.remembered import Remembered
from ilead_studio.storage import snapshot_lines

_LISTS: Final[dict[type[Record], tuple[str, ...]]] = {
    Workbook: (
        "problems", "evidence", "fishbones", "theories", "ideas", "cycles", "measures", "votes",
        "questions", "meetings", "decided", "next_steps", "tray", "dismissed", "packets",
    ),
    Fishbone: ("causes",),
    Theory: ("drivers", "links"),
}  # fmt: skip
"""The lists that are written record by record; all else of a record is written in one piece."""


def read_back(workbook: Workbook) -> bytes:
    """Return the document's bytes, of which every record was read again and says the same.

    They are those of ``snapshot_lines.written``. What must hold between records is not looked at.

    Raises:
        ValueError: if something could not be opened again.
    """
    rest = workbook.model_copy(update={"snapshots": ()})
    made = iter(_pieces.answers([*_leaves(rest)]))
    _are_readable.answers(workbook.snapshots)
    return snapshot_lines.with_snapshots(_whole(rest, made), workbook.snapshots)


def _leaves(record: Record) -> Iterator[Record]:
    """Go through the records that are one piece each, in the order in which they are written."""
    for each in (it for name in _LISTS[type(record)] for it in getattr(record, name)):
        if type(each) in _LISTS:
            yield from _leaves(each)
        else:
            yield each


def _whole(record: Record, made: Iterator[bytes]) -> bytes:
    """Return a record with its lists in; what it says beside them is read back."""
    fields, frame = list[bytes](), list[bytes]()
    for name in type(record).model_fields:
        if name in _LISTS[type(record)]:
            fields += _list(name, getattr(record, name), made)
        elif said := _dumped(record, {name})[len(b"{\n ") : -len(b"\n}")]:
            fields.append(said)
            frame.append(said)
    _refuse_other(record.model_copy(update=dict.fromkeys(_LISTS[type(record)], ())), _in(frame))
    return _in(fields)


def _in(fields: list[bytes]) -> bytes:
    return b"".join((b"{\n ", b",\n ".join(fields), b"\n}")) if fields else b"{}"


def _list(name: str, records: tuple[Record, ...], made: Iterator[bytes]) -> Iterator[bytes]:
    """Give a list as a field; nothing for an empty one."""
    if records:
        each = (_whole(it, made) if type(it) in _LISTS else next(made) for it in records)
        lines = b"".join((b"\n", b",\n".join(each))).replace(b"\n", b"\n  ")
        yield b"".join((b'"', name.encode(), b'": [', lines, b"\n ]"))


def _dumped(record: Record, fields: set[str] | None = None) -> bytes:
    return record.model_dump_json(indent=1, exclude_defaults=True, include=fields).encode()


def _refuse_other(record: Record, data: bytes) -> None:
    if type(record).model_validate_json(data) != record:
        raise ValueError


def _piece(record: Record) -> bytes:
    data = _dumped(record)
    _refuse_other(record, data)
    return data


def _is_readable(snapshot: Snapshot) -> bool:
    _refuse_other(snapshot, snapshot_lines.line_of(snapshot))
    return True


_pieces: Final = Remembered(_piece)
_are_readable: Final = Remembered(_is_readable)

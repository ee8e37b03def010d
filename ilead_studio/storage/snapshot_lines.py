"""Snapshots in the bytes of a file: one line each, at the end of the document.

A snapshot never changes, so its line is written and read once as long as the program knows it:
saving a workbook with ten of them costs little more than saving it with none. To any other reader
the document is the same JSON as if it had been written in one piece.
"""

from typing import Final

from ilead_studio.model import Snapshot, Workbook
from ilead_studio.model.remembered import Remembered

_BEGIN: Final = b'\n "snapshots": [\n'
_NEXT: Final = b",\n"
_END: Final = b"\n ]\n}"


def line_of(snapshot: Snapshot) -> bytes:
    """Return the line of a snapshot."""
    return snapshot.model_dump_json(exclude_defaults=True).encode()


_lines: Final = Remembered(line_of)


def written(workbook: Workbook) -> bytes:
    """Return the document's bytes."""
    rest = workbook.model_dump_json(indent=1, exclude_defaults=True, exclude={"snapshots"})
    return with_snapshots(rest.encode(), workbook.snapshots)


def with_snapshots(rest: bytes, snapshots: tuple[Snapshot, ...]) -> bytes:
    """Return the document's bytes, where it is written already but for its snapshots."""
    if not snapshots:
        return rest
    rest = rest.removesuffix(b"}").removesuffix(b"\n")
    comma = b"" if rest == b"{" else b","
    lines = _NEXT.join(_lines.answers(snapshots))
    return b"".join((rest, comma, _BEGIN, lines, _END))


def read(body: bytes) -> Workbook:
    """Return the workbook in a document as this program writes it.

    No line break stands inside of words in JSON, so lines can be told apart without reading them.

    Raises:
        pydantic.ValidationError: if something in it does not fit, or was written otherwise.
    """
    rest, begin, lines = body.partition(_BEGIN)
    if not begin or not lines.endswith(_END):
        return Workbook.model_validate_json(body)
    workbook = Workbook.model_validate_json(rest.removesuffix(b",") + b"\n}")
    known = {line: snapshot for snapshot, line in _lines.known}
    snapshots = tuple(
        known.get(line) or Snapshot.model_validate_json(line)
        for line in lines.removesuffix(_END).split(_NEXT)
    )
    return workbook.model_copy(update={"snapshots": snapshots})

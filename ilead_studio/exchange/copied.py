"""What is copied from a page: as words, as a list, and in a format of our own that keeps all.

Our own format comes back from the clipboard, where any program may have put anything: it is
believed only as far as the model believes it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from ilead_studio.edits import NewLine
from ilead_studio.model import Cause, Driver, Idea, Link, Page, Theory, Workbook
from ilead_studio.model.record import Record
from ilead_studio.model.soundness import DEEPEST
from ilead_studio.rules.family import Below, family
from ilead_studio.rules.outline import Row, outline

BRANCH_MIME: Final = "application/x-ilead-studio-branch+json"
_LARGEST: Final = 16 << 20
_PLACE: Final = ("id", "ref", "text", "parent_id")
"""What a copy has of its own, and the words, which every line has."""
_Depth = Annotated[int, Field(ge=0, le=DEEPEST)]


class _CauseLine(Record):
    kind: Literal["cause"]
    depth: _Depth
    item: Cause


class _DriverLine(Record):
    kind: Literal["driver"]
    depth: _Depth
    item: Driver


class _IdeaLine(Record):
    kind: Literal["idea"]
    depth: _Depth
    item: Idea


_Line = Annotated[_CauseLine | _DriverLine | _IdeaLine, Field(discriminator="kind")]


class _Copied(Record):
    """The format: items in reading order with their depth, and the links between them."""

    format: Literal["ilead-studio-branch"]
    version: Literal[1]
    heads: bool
    lines: tuple[_Line, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """Items that were copied, as lines to add; ``heads`` tells that they were bones or the like."""

    lines: tuple[NewLine, ...]
    links: tuple[Link, ...]
    heads: bool


def copied_rows(workbook: Workbook, page: Page, ids: Collection[str]) -> tuple[Row, ...]:
    """Return the rows of items and of all that stands below them, once each, in reading order.

    Their depth counts from the item that was asked for.
    """
    return tuple(_below(outline(workbook, page), frozenset(ids)))


def _below(rows: Sequence[Row], ids: frozenset[str]) -> Iterator[Row]:
    top: int | None = None
    for row in rows:
        if top is not None and row.depth <= top:
            top = None
        if top is None and row.id in ids:
            top = row.depth
        if top is not None:
            yield row._replace(depth=row.depth - top)


def to_text(rows: Sequence[Row]) -> str:
    """Return rows as indented lines."""
    return "".join(f"{'  ' * row.depth}{row.text}\n" for row in rows if row.text)


def to_html(rows: Sequence[Row]) -> str:
    """Return rows as lists within lists."""
    parts, depth = [], -1
    for row in rows:
        if row.depth > depth:
            parts.append("<ul>")
        else:
            parts.append("</li></ul>" * (depth - row.depth) + "</li>")
        parts.append(f"<li>{escape(row.text)}")
        depth = row.depth
    return "".join((*parts, "</li></ul>" * (depth + 1)))


def to_branch(workbook: Workbook, page: Page, rows: Sequence[Row]) -> bytes:
    """Return rows with everything that is known about their items; the head or the aim stays."""
    kin = family(workbook, page)
    down = int(any(row.id == page.id for row in rows))
    items = [(row.depth - down, kin.items[row.id]) for row in rows if row.id != page.id]
    ids = {item.id for _, item in items}
    links = page.links if isinstance(page, Theory) else ()
    copied = _Copied(
        format="ilead-studio-branch",
        version=1,
        heads=all(page.id in kin.parents[item.id] for depth, item in items if not depth),
        lines=tuple(_line(depth, item) for depth, item in items),
        links=tuple(link for link in links if link.source in ids and link.target in ids),
    )
    return copied.model_dump_json(exclude_defaults=True).encode()


def _line(depth: int, item: Below) -> _CauseLine | _DriverLine | _IdeaLine:
    match item:
        case Cause():
            return _CauseLine(kind="cause", depth=depth, item=item)
        case Driver():
            return _DriverLine(kind="driver", depth=depth, item=item)
        case Idea():
            return _IdeaLine(kind="idea", depth=depth, item=item)


def read_branch(data: bytes) -> Branch | None:
    """Return what was copied; None if the data are not that, whatever else they may be."""
    if not data or len(data) > _LARGEST:
        return None
    try:
        copied = _Copied.model_validate_json(data)
    except ValidationError:
        return None
    lines = tuple(_new_line(line.kind, line.depth, line.item) for line in copied.lines)
    if not lines or lines[0].depth:
        return None
    return Branch(lines, copied.links, copied.heads)


def _new_line(kind: str, depth: int, item: Below) -> NewLine:
    fields = {name: value for name, value in item if name not in _PLACE}
    return NewLine(depth, item.text, kind == "idea", fields, copied=kind, was=item.id)

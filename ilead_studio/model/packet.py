"""Packets: which pages are printed together, in which order, for whom and on which paper."""

from typing import Annotated, Literal

from pydantic import Field

from ilead_studio.model.ids import Id
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Label, Language

PaperName = Literal["letter", "legal", "tabloid", "a4", "a3", "own"]
Turned = Literal["fits", "tall", "wide"]
FormKind = Literal["filled", "pen", "fillable"]
LEAST_SIDE, MOST_SIDE = 200.0, 4000.0
"""How short and how long a side of a sheet of one's own size may be, in points."""
Points = Annotated[float, Field(ge=LEAST_SIDE, le=MOST_SIDE)]
"""A side of a sheet of one's own size."""
Levels = Annotated[int, Field(ge=0, le=12)]
Sheets = Annotated[int, Field(ge=0, le=9)]


class PrintedPage(Record):
    """One page of a packet. ``kind`` is its name in ``packet/kinds``.

    A page that is not ``printed`` keeps its place and its options.

    ``of`` is the id of the one thing it is of (a diagram, an idea, a cycle, a meeting, a snapshot);
    empty is all there are, or the usual one. ``form`` says how a form is answered. ``across`` and
    ``down`` are the sheets of a poster; with 0 and ``is_poster`` as few as can be read from afar.
    A diagram that is ``continued`` goes over as many pages as can be read; with ``levels`` only so
    many of it are drawn, and what is below them is folded. ``bones`` is the set of
    ``rules/templates`` by whose names an empty fishbone is printed.
    """

    kind: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=40)]
    printed: bool = True
    of: Id | None = None
    form: FormKind = "pen"
    is_poster: bool = False
    across: Sheets = 0
    down: Sheets = 0
    continued: bool = False
    levels: Levels = 0
    bones: Annotated[str, Field(pattern=r"^[A-Za-z0-9]*$", max_length=20)] = ""


class Packet(Record):
    """A named packet.

    ``viewer`` is the party for whom it is, or the facilitator; none is all parties together.
    ``language`` is that of its sentences; with none they are in the workbook's.
    """

    id: Id
    name: Label
    pages: tuple[PrintedPage, ...] = ()
    viewer: OnlyFor = None
    paper: PaperName = "letter"
    width: Points = 612.0
    height: Points = 792.0
    language: Language | None = None
    turned: Turned = "fits"
    up: Literal[1, 2, 4] = 1
    large: bool = False
    gray: bool = False
    redact: bool = False
    without_hunches: bool = False
    only_for: OnlyFor = None

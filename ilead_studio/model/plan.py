"""What is kept of a layout with its page, so that a picture is a function of the file.

A plan is found by a search for a room of paper and replaced only when another one gives clearly
larger text. Lengths in points.
"""

from typing import Annotated

from pydantic import Field

from ilead_studio.model.record import Record

Length = Annotated[float, Field(ge=0.0, le=100_000.0)]
Side = Annotated[float, Field(gt=0.0, le=100_000.0)]
Room = tuple[Side, Side]
"""Width and height that a picture may use."""


class FishbonePlan(Record):
    """The choices for a fishbone; ``slope`` is dx for each dy of a bone.

    ``wrap`` is the width of a cause with its whys, ``row_gap`` the space between causes, ``spread``
    the space added between bones. ``ribs`` says into how many ribs each bone is split, in outline
    order; a bone that came later has one. ``wraps`` are the widths of those bones that have one of
    their own.
    """

    room: Room
    wrap: Length
    row_gap: Length
    spread: Length
    slope: Length
    ribs: tuple[Annotated[int, Field(ge=1, le=1_000)], ...] = ()
    wraps: tuple[Length, ...] = ()

    def ribs_of(self, number: int) -> int:
        """Return the ribs of a bone; ``number`` counts from 1."""
        return self.ribs[number - 1] if number <= len(self.ribs) else 1

    def wrap_of(self, number: int) -> float:
        """Return the width of a bone's causes; ``number`` counts from 1."""
        return self.wraps[number - 1] if number <= len(self.wraps) else self.wrap


class TheoryPlan(Record):
    """The choices for a driver diagram: the width of each column, and ``air``.

    ``air`` multiplies all distances between boxes; 1 is comfortable.
    """

    room: Room
    widths: Annotated[tuple[Length, ...], Field(min_length=1)]
    air: Length

    def width(self, column: int) -> float:
        """Return the width of a column, which the theory may have got since it was planned."""
        return self.widths[min(column, len(self.widths) - 1)]

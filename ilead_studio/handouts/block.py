"""How a block of a page is set: each kind knows how high it will be, and how it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.type import Type
from ilead_studio.packet.leaf import Form


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for a whole page: its type, and how what is asked is answered.

    A ``is_narrow`` one shares its sheet, or its sheet is a small one. ``framed`` is what stands in
    a frame, where lines to write on follow each other closely. ``high`` is the height of its
    sheets, in points.
    """

    type: Type
    form: Form = "pen"
    is_narrow: bool = False
    framed: bool = False
    high: float = float("inf")


class Setter(Protocol):
    """Sets one block."""

    def height(self, room: float) -> float:
        """Return how high it is in a column so wide, in points."""

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it at the flow's place, under an element, and move down."""


@runtime_checkable
class Stretching(Protocol):
    """Sets a block that can take room that is left over: ``more`` points of it.

    ``pull`` is how much it takes beside others; 0 for none.
    """

    more: float

    @property
    def pull(self) -> float:
        """Return how much it takes of what is left over, beside others."""


def share(setters: Sequence[Setter], free: float) -> None:
    """Give what is left over to those who can take it."""
    takers = [it for it in setters if isinstance(it, Stretching) and it.pull]
    whole = sum(it.pull for it in takers)
    for it in takers:
        it.more = max(free, 0.0) * it.pull / whole


@runtime_checkable
class Begins(Setter, Protocol):
    """Sets a block of which the beginning stays with what is before it."""

    def beginning(self, room: float) -> float:
        """Return how much of it that is, in a column so wide."""


def beginning(setter: Setter, room: float) -> float:
    """Return how much of a block stays with what is before it, as far as it tells."""
    return setter.beginning(room) if isinstance(setter, Begins) else 0.0


def heights(setters: Sequence[Setter], room: float) -> float:
    """Return how high blocks are one under the other."""
    return sum(it.height(room) for it in setters)


def paint_all(setters: Sequence[Setter], flow: Flow, element: Element) -> None:
    """Write blocks one under the other."""
    for it in setters:
        it.paint(flow, element)

"""How a block of a page is set: each kind knows how high it will be, and how it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.type import Type
from ilead_studio.packet.leaf import Form


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for a whole page: its type, and how what is asked is answered.

    Of a ``is_narrow`` one several share a sheet.
    """

    type: Type
    form: Form = "pen"
    is_narrow: bool = False


class Setter(Protocol):
    """Sets one block."""

    def height(self, room: float) -> float:
        """Return how high it is in a column so wide, in points."""

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it at the flow's place, under an element, and move down."""


def heights(setters: Sequence[Setter], room: float) -> float:
    """Return how high blocks are one under the other."""
    return sum(it.height(room) for it in setters)


def paint_all(setters: Sequence[Setter], flow: Flow, element: Element) -> None:
    """Write blocks one under the other."""
    for it in setters:
        it.paint(flow, element)

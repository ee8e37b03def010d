"""What a page is made from: the workbook as it may be seen, and what the packet says about it."""

from dataclasses import dataclass, field
from datetime import date

from ilead_studio.model import Workbook
from ilead_studio.packet.blind import Blind
from ilead_studio.packet.leaf import Form


@dataclass(frozen=True, slots=True)
class Given:
    """``workbook`` holds only what the readers may see (``packet/seen``).

    ``of`` is the id of the one thing a page is about (a diagram, a cycle, a meeting, a snapshot);
    empty for all there are, or the usual one. A form is ``filled`` with what is known, or empty to
    be answered. ``audience`` says for whom it is, in words; ``said`` is what readers should
    know about the whole packet, ``faded`` are items of other parties, ``blind`` open votes. A
    diagram may be ``continued`` over pages, or drawn to so many ``levels``. ``bones`` is the set
    of ``rules/templates`` of an empty fishbone.
    """

    workbook: Workbook
    today: date
    of: str = ""
    form: Form = "pen"
    filled: bool = False
    poster: tuple[int, int] | None = None
    audience: str = ""
    large: bool = False
    said: tuple[str, ...] = ()
    faded: frozenset[str] = frozenset()
    blind: Blind = field(default_factory=dict)
    continued: bool = False
    levels: int = 0
    bones: str = ""

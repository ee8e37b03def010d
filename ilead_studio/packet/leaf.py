"""One page of a handout, or several that belong together: its title, and what stands under it."""

from dataclasses import dataclass
from typing import Literal

from ilead_studio.model import Page, Workbook
from ilead_studio.packet.blocks import Block, Words

Form = Literal["pen", "fillable"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page in words.

    ``name`` stands in the contents, ``title`` over it, ``ref`` in a frame at its right; of a form,
    ``mark`` is what stands in a large frame instead: its reference, and a line under that. ``form``
    says how what is asked is answered; ``hidden`` are the names and values of fields that nobody
    sees and that come back with a fillable one. A ``wide`` leaf lies on its long side; of one that
    is given out in halves, several ``copies`` stand beside each other, to be cut apart.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    about: tuple[Words, ...] = ()
    ref: str = ""
    mark: tuple[str, str] | None = None
    form: Form = "pen"
    hidden: tuple[tuple[str, str], ...] = ()
    wide: bool = False
    level: int = 0
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Diagram:
    """A page of the workbook as a diagram, on a sheet of its own or as a poster over several.

    ``poster`` is sheets across and down, (0, 0) for as few as can be read from afar; the outline of
    the page has to follow it. One that is ``continued`` goes over as many pages as it takes to be
    read; with ``levels`` only so many of it are drawn, 0 for all. ``faded`` are items that are
    drawn pale. ``more`` is said about it.
    """

    workbook: Workbook
    page: Page
    poster: tuple[int, int] | None = None
    faded: frozenset[str] = frozenset()
    more: tuple[str, ...] = ()
    continued: bool = False
    levels: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page, with the contents of the whole packet.

    ``when`` says for which meeting it is, or of which day; ``more`` what the readers should know.
    """

    workbook: Workbook
    when: str = ""
    audience: str = ""
    more: tuple[str, ...] = ()


AnyLeaf = Leaf | Diagram | Cover

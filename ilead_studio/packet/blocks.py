"""The parts of a printed page: words in runs, lists, tables, frames, and what is asked of a reader.

Nothing here knows paper or type. Lengths are numbers of writing lines, or shares of a width.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ilead_studio.drawing.marks import PLAIN, Marks
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.room import Room
from ilead_studio.rules.outline import Row

Hand = Literal["plain", "strong", "italic", "struck", "ref"]
"""How a run is set; a ``ref`` is a short reference, small and strong."""
Size = Literal["body", "lead", "small", "label", "note", "detail", "statement"]
"""A ``label`` stands close over what it names, a ``note`` is in italics, a ``detail`` is not."""


class Run(NamedTuple):
    """Some words in one hand."""

    text: str
    hand: Hand = "plain"


Words = tuple[Run, ...]
"""One paragraph."""


def plain(text: str) -> Words:
    """Return a paragraph in the plain hand; nothing for no text."""
    return (Run(text),) if text else ()


def strong(text: str) -> Words:
    """Return a paragraph in the strong hand; nothing for no text."""
    return (Run(text, "strong"),) if text else ()


def refs(names: Iterable[str]) -> Words:
    """Return references divided by commas, each of which stays with its comma."""
    every = list(names)
    parts = [
        (Run(it, "ref"), Run(", " if at < len(every) else "")) for at, it in enumerate(every, 1)
    ]
    return tuple(run for pair in parts for run in pair if run.text)


def text_of(words: Words) -> str:
    """Return the text of a paragraph."""
    return "".join(run.text for run in words)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: Words
    size: Size = "body"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page: level 2 of a section, level 3 of a part of it.

    One that ``runs`` (of a bone, of a driver) has its reference in the margin, and is repeated
    where what follows goes on; ``below`` it and at its right (``aside``) stands more about it.
    """

    words: Words
    ref: str = ""
    level: Literal[2, 3] = 2
    runs: bool = False
    below: "tuple[Text, ...]" = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, what stands under its words, and a word about it at the right.

    The sign of its ``marks`` stands before the words, which say the same somewhere.
    """

    words: Words
    ref: str = ""
    below: tuple[Text, ...] = ()
    items: "tuple[Item, ...]" = ()
    aside: str = ""
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, nested as deep as it is; before its entries stands a reference, a dot or a box.

    References stand in one column, however deep their entry is.
    """

    items: tuple[Item, ...]
    sign: Literal["ref", "dot", "box"] = "dot"


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a reader fills in: by pen, in a fillable file, or it is filled already.

    ``name`` is that of its form field ("P8.plan.who"), ``label`` a whole sentence for those who
    hear it. ``lines`` is how many writing lines it has. With ``options`` (value, words) one of them
    is ticked, or each by itself when ``several``; one without words is heard as the label.
    ``boxes`` are so many to cross, beside each other.
    ``value`` is what is known already.
    """

    name: str
    label: str
    lines: int = 1
    options: tuple[tuple[str, str], ...] = ()
    several: bool = False
    value: str = ""
    boxes: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: paragraphs, a small drawing, what is asked, or nothing: room to write."""

    paragraphs: tuple[Words, ...] = ()
    ask: Ask | None = None
    picture: "Picture | None" = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, whether it stands at the end side, its rule."""

    head: str
    share: float
    end: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``summary`` says what it holds, for those who hear it; ``head`` names its row heads.

    ``rows`` are as long as ``columns``. ``write`` rows follow to write in, with the numbers from 1
    in the first column if ``numbered``, and with ``fill`` as many more as the sheet has room for.
    One that is not ``closed`` ends without a rule, because what comes next begins with one.
    """

    summary: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    write: int = 0
    numbered: bool = False
    head: int = 0
    closed: bool = True
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts beside each other, each under its label; shares of the width."""

    facts: tuple[tuple[str, float, "Cell"], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write: so many lines, or with 0 what is left of the sheet.

    With 0 they, and their ``heading``, are only there if enough is left of the sheet.
    """

    number: int = 0
    label: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked in running order: its words, then room or boxes for the answer.

    With ``beside`` its words are short, and stand on the first line of the answer.
    """

    words: Words
    ask: Ask
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame with a title, a word about it, and at its right what a photo of it needs to be filed.

    It is at least so many writing lines high. One that ``fills`` takes its part of what is left of
    the sheet, and gives it to what is asked in it.
    """

    title: str
    about: str
    corner: str
    blocks: "tuple[Block, ...]"
    least: int = 0
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Two halves beside each other, frames in them equally high. Large print sets one column."""

    left: "tuple[Block, ...]"
    right: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with its reference in the margin, a rule above it, and what is said beside that."""

    words: Words
    ref: str
    blocks: "tuple[Block, ...]"
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to be cut apart along dotted lines, two beside each other and all equally high.

    Large print has one under the other.
    """

    cards: "tuple[tuple[Block, ...], ...]"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, scaled to the room; ``words`` say what it shows.

    With ``rows`` its words are read as their nested list, each with its ``marks`` in words; else
    the picture is one figure.
    """

    drawing: Drawing
    words: str
    rows: tuple[Row, ...] = ()
    most: float = 0.0
    marks: Mapping[str, Marks] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing that is made for what is left of the sheet, as large as that or less high.

    ``draw`` gets what is ``shown``, and the room last, so two sketches of the same are equal.
    ``words`` and ``rows`` are those of a picture. It goes on the next sheet when fewer points are
    left than ``least``.
    """

    draw: Callable[..., Drawing]
    shown: tuple[object, ...]
    words: str
    rows: tuple[Row, ...] = ()
    least: float = 0.0

    def made_for(self, room: Room) -> Drawing:
        """Return the drawing for a room of points."""
        return self.draw(*self.shown, room)


Block = (
    Text | Heading | Listing | Table | Facts | Lines | Question | Frame | Beside | Picture | Sketch
    | Entry | Cards
)  # fmt: skip

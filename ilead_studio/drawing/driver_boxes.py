"""What is in the boxes of a driver diagram: words, signs, and references to other pages.

A box is set once for its words and width and then only moved: the same content is the very same
object. Lengths in points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.drawing.change_signs import edges
from ilead_studio.drawing.driver_columns import Tree
from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.marks import PLAIN, Marks
from ilead_studio.drawing.ops import Box, Op, Pen, words_in
from ilead_studio.drawing.room import snap
from ilead_studio.drawing.sign_shapes import Sign
from ilead_studio.drawing.signs import GUTTER, is_struck, lead, strike, text_role, trail
from ilead_studio.drawing.text import Label, label, text_line
from ilead_studio.model.stretch import stretch
from ilead_studio.rules.kept import Newest, keeping
from ilead_studio.rules.outline import Role, Row
from ilead_studio.words import said_once

ASIDE: Final = 9.0
"""Size of a reference to another page: over 7 points where the words have 8."""
ASIDE_LEAD: Final = 11.0
_PORT: Final = 5.0
"""Height that each further link asks of a box."""
_RADIUS: Final = 4.0
_EDGE: Final = Pen("edge", 0.9)
_PAGES_KEPT: Final = 64
"""Pages of which the room for signs is kept: whoever arranges one asks for it several times."""


class Style(NamedTuple):
    """What the boxes of a column are, how their words are set, and their frame."""

    role: str
    face: str
    size: float
    lead: float
    frame: Pen


LARGEST_WORDS: Final = 11.5
"""Size of the words of the aim."""
LEAST_LEAD: Final = 12.5
"""Height of a line in any other box."""
_AIM: Final = Style(Role.AIM.value, SEMIBOLD, LARGEST_WORDS, 14.5, Pen("ink_line", 1.8))
_PRIMARY: Final = Style(Role.DRIVER.value, SEMIBOLD, 10.0, LEAST_LEAD, _EDGE)
_OTHER: Final = Style(Role.DRIVER.value, REGULAR, 10.0, LEAST_LEAD, _EDGE)
_IDEA: Final = _OTHER._replace(role=Role.IDEA.value)


def style(tree: Tree, column: int) -> Style:
    """Return how words are set in a column: the aim larger, the primary drivers stronger."""
    if column == 0:
        return _AIM
    if tree.is_of_ideas(column):
        return _IDEA
    return _PRIMARY if column == 1 else _OTHER


class Air(NamedTuple):
    """The distances of a density: inside a box, and between neighbours of each kind."""

    pad_x: float
    pad_y: float
    sibling: float
    idea: float
    branch: float
    primary: float


_STEPS: Final = (
    (0.2, Air(4.0, 0.75, 4.0, 0.75, 3.0, 5.0)),
    (0.4, Air(5.0, 2.0, 6.0, 1.75, 6.0, 8.0)),
    (0.7, Air(6.0, 3.25, 7.0, 3.5, 9.0, 12.0)),
    (1.0, Air(7.0, 4.5, 8.0, 5.0, 12.0, 16.0)),
)
"""From a list through compact and normal to airy."""


@lru_cache(256)
def air_of(amount: float) -> Air:
    """Return the distances for an amount of air; 1 is comfortable, more only spreads the boxes."""
    least, most = _STEPS[0], _STEPS[-1]
    if amount >= most[0]:
        spread = (snap(it * amount) for it in most[1][2:])
        return Air(most[1].pad_x, most[1].pad_y, *spread)
    for more in _STEPS:
        if amount <= more[0]:
            share = (amount - least[0]) / (more[0] - least[0]) if more is not least else 0.0
            pairs = zip(least[1], more[1], strict=True)
            return Air(*(snap(a + (b - a) * max(share, 0.0)) for a, b in pairs))
        least = more
    raise AssertionError(amount)


@dataclass(frozen=True, eq=False, slots=True)
class Content:
    """A box that is set: its height, where its words stand, and its operations.

    ``smallest`` is the size of its smallest words, 0 when it has none. Compared by identity,
    because each one is made once.
    """

    width: float
    height: float
    text_box: Box
    ops: tuple[Op, ...]
    smallest: float


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """A row as it is drawn: ``column`` is its own, and a weak one serves its first parent weakly.

    Compared by identity, because each one is made once.
    """

    id: str
    role: str
    column: int
    is_weak: bool
    content: Content


@dataclass(frozen=True, eq=False, slots=True)
class Setting:
    """How the boxes of a column are set; ``gutter`` is room before their words.

    Compared by identity, because each one is made once.
    """

    look: Style
    width: float
    air: Air
    gutter: float


_setting: Final = lru_cache(1024)(Setting)


@dataclass(frozen=True)
class Extras:
    """What stands in boxes besides words, by item: marks, and references to other pages."""

    marks: Mapping[str, Marks] = field(default_factory=dict)
    asides: Mapping[str, str] = field(default_factory=dict)

    def aside(self, item_id: str) -> str:
        """Return what stands small below the words: a reference, else the words of before."""
        changed = self.marks.get(item_id, PLAIN).changed
        return self.asides.get(item_id) or (changed.was if changed else "")

    def gutters(self, tree: Tree) -> tuple[float, ...]:
        """Return the room before the words of each column: some, where any has a sign there."""
        return _gutters(self, tree)

    def least_widths(self, tree: Tree) -> tuple[float, ...]:
        """Return how wide each column must be for its widest signs, which are never broken."""
        return _least_widths(self, tree)


@keeping(_PAGES_KEPT)
def _gutters(extras: Extras, tree: Tree) -> tuple[float, ...]:
    gutters = [0.0] * tree.count
    if extras.marks:
        for row, column in zip(tree.rows, tree.columns, strict=False):
            if (marks := extras.marks.get(row.id)) and lead(marks).ops:
                gutters[column] = GUTTER
    return tuple(gutters)


@keeping(_PAGES_KEPT)
def _least_widths(extras: Extras, tree: Tree) -> tuple[float, ...]:
    least, gutters = [0.0] * tree.count, extras.gutters(tree)
    if extras.marks:
        for row, column in zip(tree.rows, tree.columns, strict=False):
            if marks := extras.marks.get(row.id):
                wide = gutters[column] + trail(marks).width + 2 * _STEPS[-1][1].pad_x + 1.0
                least[column] = max(least[column], snap(wide))
    return tuple(least)


NO_EXTRAS: Final = Extras()
"""Words only."""


def items_of(tree: Tree, widths: Sequence[float], air: Air, extras: Extras) -> tuple[Item, ...]:
    """Set the boxes of all rows, each for the width of its column.

    Rows that were set in the same way before keep their boxes.
    """
    settings = tuple(
        _setting(style(tree, column), width, air, gutter)
        for column, (width, gutter) in enumerate(zip(widths, extras.gutters(tree), strict=True))
    )
    last = _newest.about(tree.rows[0].id)
    if last is None or last.settings != settings or last.extras != extras:
        last = _Set(settings, extras, (), ())
    at = stretch(last.rows, tree.rows)
    new = zip(tree.rows[at.start : at.new], tree.columns[at.start : at.new], strict=True)
    come = [_item_of(row, settings[column], extras) for row, column in new]
    items = (*last.items[: at.start], *come, *last.items[at.old :])
    return _newest.keep(tree.rows[0].id, _Set(settings, extras, tree.rows, items)).items


class _Set(NamedTuple):
    """The boxes of rows, and how they were set."""

    settings: tuple[Setting, ...]
    extras: Extras
    rows: tuple[Row, ...]
    items: tuple[Item, ...]


_newest: Final = Newest[_Set]()


def _item_of(row: Row, setting: Setting, extras: Extras) -> Item:
    is_weak = row.parent_id in row.weak
    marks, aside = extras.marks.get(row.id), extras.aside(row.id)
    return _item(row.id, row.text, len(row.also), row.column, is_weak, setting, marks, aside)


@said_once(12288)
def _item(
    item_id: str,
    text: str,
    further: int,
    column: int,
    is_weak: bool,
    setting: Setting,
    marks: Marks | None,
    aside: str,
) -> Item:
    content = _content(text, further, setting, marks, aside)
    return Item(item_id, setting.look.role, column, is_weak, content)


@said_once(16384)
def _content(text: str, further: int, setting: Setting, marks: Marks | None, aside: str) -> Content:
    look, wide, air = setting.look, setting.width, setting.air
    face = SEMIBOLD if marks and marks.root else look.face
    inset = air.pad_x + setting.gutter
    signs = trail(marks) if marks else Sign()
    room = wide - inset - air.pad_x
    words = label(text, face, look.size, room, True, signs.width)
    below = label(aside, REGULAR, ASIDE, room) if aside else Label((), 0.0)
    high = len(words.lines) * look.lead
    whole = high + len(below.lines) * ASIDE_LEAD
    height = height_of(whole, air, further)
    top = (height - whole) / 2
    text_box = Box(inset, top, max(words.width, 1.0), high)
    frame = Box(0.0, 0.0, wide, height)
    ops: list[Op] = [*edges(frame, _RADIUS, marks or PLAIN, look.frame)]
    ops += _words(words, text_box, face, look, marks or PLAIN)
    last = top + high - look.lead + _baseline(look)
    ops += signs.at(wide - air.pad_x - signs.width, last)
    ops += (
        text_line(inset, top + whole - (left * ASIDE_LEAD) + 8.5, it, REGULAR, ASIDE, "ink_soft")
        for left, it in zip(range(len(below.lines), 0, -1), below.lines, strict=True)
    )
    smallest = min((line.size for line in words_in(tuple(ops))), default=0.0)
    return Content(wide, height, text_box, tuple(ops), smallest)


@lru_cache(4096)  # columns that are kept share the numbers
def height_of(inside: float, air: Air, further: int) -> float:
    """Return the height of a box around what is inside; every further link asks for some."""
    height = inside + 2 * air.pad_y
    return max(height, _PORT * (2 + 2 * further)) if further else height


def _baseline(look: Style) -> float:
    """Return how far the baseline is below the top of its line."""
    return look.lead * 0.5 + look.size * 0.33


def _words(words: Label, box: Box, face: str, look: Style, marks: Marks) -> list[Op]:
    """Set the words, struck through when they are refuted, and the sign before them."""
    role, ops = text_role(marks), list[Op]()
    first = box.y + _baseline(look)
    for at, text in enumerate(words.lines):
        if at and not text:  # the signs stand alone
            continue
        line = text_line(box.x, first + at * look.lead, text, face, look.size, role)
        ops += (line, strike(line)) if is_struck(marks) else (line,)
    return [*lead(marks).at(box.x - GUTTER, first), *ops]

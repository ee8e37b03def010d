"""A theory that is too large for one page continues on further ones.

All pages have one size of text and the same columns. Each repeats the aim, shows at its foot which
primary drivers stand on which page, and names in the boxes what links lead to other pages.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from math import inf
from operator import is_
from typing import Final, NamedTuple

from ilead_studio.drawing.driver import bounds_of, drawn
from ilead_studio.drawing.driver_asides import Asides
from ilead_studio.drawing.driver_boxes import LARGEST_WORDS, Extras
from ilead_studio.drawing.driver_columns import tree_of
from ilead_studio.drawing.driver_fold import shown
from ilead_studio.drawing.driver_map import Entry, map_height, map_of, standing
from ilead_studio.drawing.driver_pages import Members, pages
from ilead_studio.drawing.driver_plan import HEADING, Arranged, Search, arranged, is_too_high
from ilead_studio.drawing.marks import AS_IT_IS, Marks, View
from ilead_studio.drawing.measured import Measured, measured
from ilead_studio.drawing.ops import Box, Drawing, Group
from ilead_studio.drawing.room import LARGEST, Room, scale_to
from ilead_studio.drawing.sign_shapes import Sign
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Row
from ilead_studio.words import said_once

_KEPT: Final = 1_024
"""Pages kept: of a theory of 2,000 items in one language, all that are tried."""
_PLANS: Final = 16
"""Plans of which a kept page remembers how large it is by them."""
_TRIED: Final = 3
_NEARLY: Final = 0.97
"""What counted lines say may be wrong by so much."""
_Marks = tuple[tuple[str, Marks], ...]
_Asides = tuple[tuple[str, str], ...]
"""What a page shows besides words, by the items that have it."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a page shows in a room; ``last`` is the least number of the ideas' column."""

    rows: tuple[Row, ...]
    last: int
    marks: _Marks
    asides: _Asides
    room: Room

    def __hash__(self) -> int:
        """Return what tells most pages apart.

        To hash all rows takes longer than to compare them, for most are the very same ones.
        """
        some = self.rows[len(self.rows) // 2].id, self.rows[-1].id
        return hash((some, len(self.rows), len(self.marks), self.asides, self.room))


class _Page:
    """What stands on one page: its rows, what its boxes hold besides words, and its plans."""

    def __init__(self, it: _Shown) -> None:
        self.tree = tree_of(it.rows, it.last)
        self._extras = Extras(dict(it.marks), dict(it.asides))
        self._search = Search(self.tree, it.room, self._extras)
        self._scales: dict[TheoryPlan, float] = {}
        self._arranged: tuple[TheoryPlan, Arranged] | None = None

    @cached_property
    def plan(self) -> TheoryPlan:
        """The plan that gives its words the largest size."""
        found = self._search.plan()
        self._search.forget()
        return found

    def scale(self, plan: TheoryPlan) -> float:
        """Return about the largest scale at which it fits by a plan."""
        found = self._scales.get(plan)
        if found is None:
            if len(self._scales) >= _PLANS:
                self._scales.clear()
            found = self._scales[plan] = self._search.scale(plan)
        return found

    def arranged(self, plan: TheoryPlan) -> Arranged:
        """Arrange it by a plan; how it was arranged last is kept."""
        if self._arranged is None or self._arranged[0] != plan:
            self._arranged = plan, arranged(self.tree, plan, self._extras)
        return self._arranged[1]

    def smallest(self, plan: TheoryPlan) -> float:
        """Return the size of its smallest words, 0 when there are none."""
        sizes = (it.content.smallest for it in self.arranged(plan).stack.items)
        return min(filter(None, sizes), default=0.0)


@said_once(_KEPT)
def _page(it: _Shown) -> _Page:
    """Return a page; most are the same at every try, and after an edit as well."""
    return _Page(it)


def continued(
    rows: tuple[Row, ...],
    room: Room,
    headings: Sequence[str] = (),
    view: View = AS_IT_IS,
    least: float = 8.0,
    most: float = inf,
) -> tuple[Measured, ...]:
    """Measure a theory on as many pages as it needs for words of ``least`` points.

    One drawing comes back when it fits. The pages of more are as wide and high as the room at their
    common scale. A group's ``occurrence`` counts the repeats of the aim and of drivers above.
    Nothing comes back if that takes more than ``most`` pages.
    """
    visible, extras = shown(rows, view)
    search = Search(tree_of(visible), room, extras)
    whole = _on_one(search, extras, headings, least)
    return (whole,) if whole else _Continued(search, extras, tuple(headings), least).pages(most)


def _on_one(
    search: Search, extras: Extras, headings: Sequence[str], least: float
) -> Measured | None:
    """Measure a theory on one page; nothing comes back if its words are too small there."""
    tree, has_few = search.tree, len(search.tree.rows) < 3
    if is_too_high(tree.rows, search.room, least / LARGEST_WORDS) and not has_few:
        return None
    plan = search.plan()
    if has_few or search.scale(plan) * 10 >= least * _NEARLY:
        whole = drawn(arranged(tree, plan, extras), headings)
        if has_few or scale_to(whole.bounds, search.room) * 10 >= least:
            return measured(whole)
    return None


class _Continued:
    """One theory on several pages."""

    _tried: tuple[Sequence[_Page], TheoryPlan]
    """The pages that were tried last, and their plan."""

    def __init__(
        self, whole: Search, extras: Extras, headings: tuple[str, ...], least: float
    ) -> None:
        self.rows = whole.tree.rows
        self.last = whole.tree.count - 1 if whole.tree.has_ideas else 0
        self.least_widths = whole.least
        self.extras = extras
        self.asides = Asides(self.rows)
        self.headings = headings
        self.room = whole.room
        self.least = least / 10
        primaries = (row.ref for row in self.rows if row.depth == 1)
        self.foot = map_height(primaries, self.room[0] / LARGEST)
        self.search_room = self.room[0], self.room[1] - self.foot * self.least

    def pages(self, most: float) -> tuple[Measured, ...]:
        """Return the pages at one scale; none, if they have to be more than ``most``."""
        height = self.search_room[1] / self.least - HEADING
        members = pages(self.rows, height, self._fits, self._sizes, most)
        if not members:
            return ()
        made, plan = self._tried
        sizes = self._bounds(made, plan)
        scale, top = min(map(self._scale, sizes)), min(it.y for it in sizes)
        bounds = Box(-2.0, top, self.room[0] / scale, self.room[1] / scale)
        entries, wide = standing(self.rows, members), self.room[0] / LARGEST
        whole = _Pages(made, plan, self.headings, bounds, (wide, self.foot), entries)
        return tuple(
            Measured(bounds, page.smallest(plan), partial(whole.drawn, number))
            for number, page in enumerate(made)
        )

    def _fits(self, members: Members) -> bool:
        """Tell whether rows fit a page; references to others do not count."""
        page = self._page(members, {})
        return page.scale(page.plan) >= self.least

    def _sizes(self, members: tuple[Members, ...]) -> Sequence[float]:
        """Return how large words can be on each page; 1 is just large enough.

        They are only set when counted lines say that they may be large enough.
        """
        made = self._made(members)
        plan = self._common(made)
        self._tried = made, plan
        sizes = [it.scale(plan) / self.least for it in made]
        if min(sizes) < _NEARLY:
            return sizes
        return [self._scale(it) / self.least for it in self._bounds(made, plan)]

    def _bounds(self, made: Sequence[_Page], plan: TheoryPlan) -> list[Box]:
        return [bounds_of(it.arranged(plan), self.headings) for it in made]

    def _scale(self, bounds: Box) -> float:
        """Return the scale at which a picture fits the room with the map."""
        return scale_to(bounds._replace(h=bounds.h + self.foot), self.room)

    def _common(self, made: Sequence[_Page]) -> TheoryPlan:
        """Return a plan under which the smallest page is large.

        First that of the fullest page is tried, then those of the pages that it makes small.
        """
        tries: list[tuple[float, TheoryPlan]] = []
        page = max(made, key=lambda it: len(it.tree.rows))
        for _ in range(_TRIED):
            plan = self._plan(page)
            scales = [it.scale(plan) for it in made]
            tries.append((min(scales), plan))
            page = made[scales.index(min(scales))]
        return max(tries, key=lambda it: it[0])[1]

    def _plan(self, page: _Page) -> TheoryPlan:
        """Search the plan for a page; no column is too narrow for the words on another one."""
        plan = page.plan
        pairs = zip(self.least_widths, plan.widths, strict=False)
        return plan.model_copy(update={"widths": tuple(map(max, pairs))})

    def _made(self, members: Sequence[Members]) -> list[_Page]:
        """Return all pages, with references to what stands on the others."""
        said = self.asides.of_pages(members)
        return [self._page(it, asides) for it, asides in zip(members, said, strict=True)]

    def _page(self, members: Members, asides: Mapping[str, str]) -> _Page:
        here = {self.rows[at].id for at in members}
        rows = tuple([_only(self.rows[at], here) for at in members])
        marks = tuple([(row.id, it) for row in rows if (it := self.extras.marks.get(row.id))])
        return _page(_Shown(rows, self.last, marks, tuple(asides.items()), self.search_room))


def _only(row: Row, here: set[str]) -> Row:
    """Let a row serve only what stands on its page."""
    if here.issuperset(row.also):
        return row
    return row._replace(also=tuple(it for it in row.also if it in here), weak=row.weak & here)


class _Pages(NamedTuple):
    """The pages of one theory, by one plan and of one size; ``map`` is the size of their maps."""

    pages: Sequence[_Page]
    plan: TheoryPlan
    headings: tuple[str, ...]
    bounds: Box
    map: Room
    entries: Sequence[Entry]

    def drawn(self, number: int) -> Drawing:
        """Draw one of them."""
        sheet = drawn(self.pages[number].arranged(self.plan), self.headings)
        foot = map_of(self.entries, number, len(self.pages), self.map[0])
        seen = Counter(row.id for page in self.pages[:number] for row in page.tree.rows)
        return on_page(sheet, self.bounds, foot, (0.0, self.bounds.bottom - self.map[1]), seen)


def on_page(
    sheet: Drawing, bounds: Box, foot: Sign, at: tuple[float, float], seen: Counter[str]
) -> Drawing:
    """Give a page its size, and its aim or head the map; count what was on earlier pages."""
    root = sheet.groups[0]
    ops = (*root.ops, *foot.at(at[0] - root.x, at[1] - root.y))
    groups = (root._replace(ops=ops), *sheet.groups[1:])
    return Drawing(bounds, tuple(_counted(it, seen) for it in groups))


def _counted(group: Group, seen: Counter[str]) -> Group:
    """Count the repeats of each item from page to page; the first of each is the very same."""
    occurrence = seen[group.node_id]
    seen[group.node_id] += 1
    ops = tuple([_counted(it, seen) if isinstance(it, Group) else it for it in group.ops])
    is_new = not all(map(is_, ops, group.ops))
    if is_new or occurrence:
        return group._replace(occurrence=occurrence, ops=ops if is_new else group.ops)
    return group

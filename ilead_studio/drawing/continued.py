"""A theory that is too large for one page continues on further ones.

All pages have one size of text and the same columns. Each repeats the aim, shows at its foot which
primary drivers stand on which page, and names in the boxes what links lead to other pages.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from ilead_studio.drawing.driver import drawn
from ilead_studio.drawing.driver_boxes import Extras
from ilead_studio.drawing.driver_columns import Tree, tree_of
from ilead_studio.drawing.driver_fold import shown
from ilead_studio.drawing.driver_pages import Members, pages
from ilead_studio.drawing.driver_plan import HEADING, arranged, least_widths, plan_of
from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.marks import AS_IT_IS, View
from ilead_studio.drawing.ops import Box, Drawing, Group, Op, Pen, Rect
from ilead_studio.drawing.room import LARGEST, Room, scale_to
from ilead_studio.drawing.text import text_line, width
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Role, Row
from ilead_studio.words import say

_MAP_ABOVE: Final = 12.0
"""Air over the map at the foot of a page."""
_MAP_LINE: Final = 16.0
_MAP_SIZE: Final = 9.0
_MAP_BOX: Final = 13.0
_MAP_AIR: Final = 4.0
_MAP_GAP: Final = 14.0
_TRIED: Final = 3
_HERE: Final = Pen("ink", 1.2)
_ELSEWHERE: Final = Pen("edge", 0.7)


class _Page(NamedTuple):
    """What stands on one page: its rows, and what its boxes hold besides words."""

    tree: Tree
    extras: Extras


def continued(
    rows: tuple[Row, ...],
    room: Room,
    headings: Sequence[str] = (),
    view: View = AS_IT_IS,
    least: float = 8.0,
) -> tuple[Drawing, ...]:
    """Draw a theory on as many pages as it needs for words of ``least`` points.

    One drawing comes back when it fits. The pages of more are as wide and high as the room at their
    common scale. A group's ``occurrence`` counts the repeats of the aim and of drivers above.
    """
    visible, extras = shown(rows, view)
    tree = tree_of(visible)
    whole = drawn(arranged(tree, plan_of(tree, room, extras), extras), headings)
    if scale_to(whole.bounds, room) * 10 >= least or len(visible) < 3:
        return (whole,)
    return _Continued(tree, extras, room, least).drawings(headings)


class _Continued:
    """One theory on several pages."""

    def __init__(self, tree: Tree, extras: Extras, room: Room, least: float) -> None:
        self.rows = tree.rows
        self.last = tree.count - 1 if tree.has_ideas else 0
        self.extras = extras
        self.room = room
        self.least = least / 10
        self.least_widths = least_widths(tree, extras)
        self.foot = _Foot((), 0.0)
        self.search_room = self._above(self.foot)

    def _above(self, foot: "_Foot") -> Room:
        """Return the room for a picture over the map."""
        return self.room[0], self.room[1] - foot.height * self.least

    def drawings(self, headings: Sequence[str]) -> tuple[Drawing, ...]:
        """Return the pages at one scale."""
        height = self.search_room[1] / self.least - HEADING
        members = pages(self.rows, height, self._fits, self._size)
        made = self._made(members)
        scale, plan = self._common(made)
        sheets = [drawn(arranged(it.tree, plan, it.extras), headings) for it in made]
        top = min(it.bounds.y for it in sheets)
        bounds = Box(-2.0, top, self.room[0] / scale, self.room[1] / scale)
        seen = Counter[str]()
        return tuple(_on_page(it, bounds, self.foot, at, seen) for at, it in enumerate(sheets))

    def _made(self, members: tuple[Members, ...]) -> list[_Page]:
        """Return all pages, and make room for their map."""
        made = [self._page(members, at) for at in range(len(members))]
        refs = [[row.ref for row in it.tree.rows if row.depth == 1] for it in made]
        self.foot = _Foot(refs, self.room[0] / LARGEST)
        self.search_room = self._above(self.foot)
        return made

    def _fits(self, members: Members) -> bool:
        page = self._page((members,), 0)
        plan = plan_of(page.tree, self.search_room, page.extras)
        return self._scale(page, plan) >= self.least

    def _size(self, members: tuple[Members, ...]) -> float:
        """Return how large words are on these pages; 1 is just large enough."""
        return self._common(self._made(members))[0] / self.least

    def _scale(self, page: _Page, plan: TheoryPlan) -> float:
        """Return the scale at which a page and its map fit the room."""
        it = arranged(page.tree, plan, page.extras)
        high = it.bottom + HEADING + 4.0 + self.foot.height
        return min(self.room[0] / (it.frame.right + 4.0), self.room[1] / high, LARGEST)

    def _common(self, made: Sequence[_Page]) -> tuple[float, TheoryPlan]:
        """Return the plan under which the smallest page is largest, and its scale.

        Only the plans of the fullest pages are tried.
        """
        hardest = sorted(made, key=lambda it: -len(it.tree.rows))[:_TRIED]
        plans = [self._plan(it) for it in hardest]
        tries = [(min(self._scale(it, plan) for it in made), plan) for plan in plans]
        return max(tries, key=lambda it: it[0])

    def _plan(self, page: _Page) -> TheoryPlan:
        """Search the plan for a page; no column is too narrow for the words on another one."""
        plan = plan_of(page.tree, self.search_room, page.extras)
        pairs = zip(self.least_widths, plan.widths, strict=False)
        return TheoryPlan(room=plan.room, widths=tuple(map(max, pairs)), air=plan.air)

    def _page(self, members: Sequence[Members], number: int) -> _Page:
        """Return a page of several, with references to what stands on the others."""
        here = {self.rows[at].id for at in members[number]}
        rows = tuple(_only(self.rows[at], here) for at in members[number])
        if len(members) == 1:
            return _Page(tree_of(rows, self.last), self.extras)
        asides = _Asides(self.rows, members, number).of_page()
        return _Page(tree_of(rows, self.last), replace(self.extras, asides=asides))


def _only(row: Row, here: set[str]) -> Row:
    """Let a row serve only what stands on its page."""
    also = tuple(it for it in row.also if it in here)
    return row if len(also) == len(row.also) else row._replace(also=also)


class _Asides:
    """The references in the boxes of a page to other pages."""

    def __init__(self, rows: Sequence[Row], members: Sequence[Members], number: int) -> None:
        self.rows = {row.id: row for row in rows}
        self.number = number
        self.stands = [{rows[at].id for at in page} for page in members]
        self.here = self.stands[number]
        self.serving: dict[str, list[str]] = {}
        for row in rows:
            for up in row.also:
                self.serving.setdefault(up, []).append(row.id)

    def of_page(self) -> dict[str, str]:
        """Return what is said in each box of the page that has to say something."""
        found: dict[str, str] = {}
        for item_id in self.here:
            row = self.rows[item_id]
            if row.role is not Role.AIM:
                parts = [*self._goes_on(row), *self._out(row), *self._in(row)]
                if parts or row.depth == 1:
                    found[item_id] = " · ".join((row.ref, *parts))
        return found

    def _goes_on(self, row: Row) -> Iterator[str]:
        """Say on which other pages a driver has more below it."""
        others = [at + 1 for at, it in enumerate(self.stands) if row.id in it]
        others.remove(self.number + 1)
        if others:
            yield say("also on page {pages}", pages=", ".join(map(str, others)))

    def _out(self, row: Row) -> Iterator[str]:
        away = ((up, self._page_of(up)) for up in row.also if up not in self.here)
        for page, names in self._by_page(away):
            yield say("also serves {names}, page {page}", names=names, page=page)

    def _in(self, row: Row) -> Iterator[str]:
        below = self.serving.get(row.id, ())
        away = ((it, self._page_of(it)) for it in below if not self._meet(it, row.id))
        for page, names in self._by_page(away):
            yield say("from {names}, page {page}", names=names, page=page)

    def _meet(self, one: str, other: str) -> bool:
        """Tell whether two items stand together on some page, where their link is drawn."""
        return any(one in it and other in it for it in self.stands)

    def _page_of(self, item_id: str) -> int:
        """Return the first page on which an item stands, counted from 0."""
        return next(at for at, it in enumerate(self.stands) if item_id in it)

    def _by_page(self, away: Iterable[tuple[str, int]]) -> Iterator[tuple[int, str]]:
        ordered = sorted(away, key=lambda it: it[1])
        for page, items in groupby(ordered, key=lambda it: it[1]):
            yield page + 1, ", ".join(self.rows[it].ref for it, _ in items)


def _on_page(
    sheet: Drawing, bounds: Box, foot: "_Foot", number: int, seen: Counter[str]
) -> Drawing:
    """Give a page its size and its aim the map at the foot; count what was on earlier pages."""
    aim = sheet.groups[0]
    ops = foot.ops(number, -aim.x, bounds.bottom - foot.height - aim.y)
    groups = (replace(aim, ops=(*aim.ops, *ops)), *sheet.groups[1:])
    return Drawing(bounds, tuple(_counted(it, seen) for it in groups))


def _counted(group: Group, seen: Counter[str]) -> Group:
    """Count the repeats of each item from page to page."""
    occurrence = seen[group.node_id]
    seen[group.node_id] += 1
    ops = tuple(_counted(it, seen) if isinstance(it, Group) else it for it in group.ops)
    return replace(group, occurrence=occurrence, ops=ops)


class _Foot:
    """The map at the foot of all pages: which primary drivers stand on which.

    ``refs`` are those of each page, ``room`` the width of a page.
    """

    def __init__(self, refs: Sequence[Sequence[str]], room: float) -> None:
        self.refs = refs
        self.places: list[tuple[float, int]] = []
        x, line = 0.0, 0
        for at, page in enumerate(refs):
            wide = _page_width(at, page)
            if x and x + wide > room:
                x, line = 0.0, line + 1
            self.places.append((x, line))
            x += wide + _MAP_GAP
        self.height = _MAP_ABOVE + (line + 1) * _MAP_LINE

    def ops(self, number: int, x: float, y: float) -> Iterator[Op]:
        """Draw the map for a page; its part is stronger."""
        for at, (left, line) in enumerate(self.places):
            top = y + _MAP_ABOVE + line * _MAP_LINE
            yield from _page_ops(at, self.refs[at], x + left, top, at == number)


def _page_width(number: int, refs: Sequence[str]) -> float:
    words = width(_page_name(number), SEMIBOLD, _MAP_SIZE)
    return words + sum(_MAP_AIR + _ref_width(ref) for ref in refs)


def _page_name(number: int) -> str:
    return say("Page {number}", number=number + 1)


def _ref_width(ref: str) -> float:
    return width(ref, SEMIBOLD, _MAP_SIZE) + 2 * _MAP_AIR


def _page_ops(
    number: int, refs: Sequence[str], x: float, top: float, is_here: bool
) -> Iterator[Op]:
    """Draw one page of the map: its name, and a small box for each primary driver on it."""
    face, pen = (SEMIBOLD, _HERE) if is_here else (REGULAR, _ELSEWHERE)
    base = top + _MAP_BOX / 2 + _MAP_SIZE * 0.33
    yield text_line(x, base, _page_name(number), face, _MAP_SIZE, "ink_soft")
    x += width(_page_name(number), SEMIBOLD, _MAP_SIZE)
    for ref in refs:
        x += _MAP_AIR
        wide = _ref_width(ref)
        ground = "tint0" if is_here else "paper"
        yield Rect(Box(x, top, wide, _MAP_BOX), 3.0, ground, pen)
        shift = (wide - width(ref, face, _MAP_SIZE)) / 2
        yield text_line(x + shift, base, ref, face, _MAP_SIZE, "ink_soft")
        x += wide

"""References in the boxes of a theory on several pages to what stands on the others."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ilead_studio.drawing.driver_pages import Members
from ilead_studio.rules.outline import Row
from ilead_studio.words import say


def numbers(pages: Sequence[int]) -> str:
    """Write page numbers, counted from 0, as people do: "2", "2, 4–6"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    ends = ((run[0] + 1, run[-1] + 1) for run in runs)
    return ", ".join(f"{first}–{last}" if first < last else str(first) for first, last in ends)


class Asides:
    """The references in the boxes of pages to other pages."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = {row.id: row for row in rows}
        self.ids = [*self.rows]
        self.serving: dict[str, list[str]] = {}
        for row in rows:
            for up in row.also:
                self.serving.setdefault(up, []).append(row.id)
        self.named = {*self.serving, *(row.id for row in rows if row.depth == 1 or row.also)}
        self.stands: dict[str, list[int]] = {}

    def of_pages(self, members: Sequence[Members]) -> Iterator[dict[str, str]]:
        """Return for each page what is said in each box that has to say something."""
        self.stands = {}
        for number, page in enumerate(members):
            for at in page:
                self.stands.setdefault(self.ids[at], []).append(number)
        aim = {self.ids[0]}
        repeated = (it for it, pages in self.stands.items() if len(pages) > 1)
        may_say = {*self.named, *repeated} - aim
        for number, page in enumerate(members):
            rows = (self.rows[it] for at in page if (it := self.ids[at]) in may_say)
            yield {row.id: said for row in rows if (said := self._said(row, number))}

    def _said(self, row: Row, here: int) -> str:
        parts = (*self._goes_on(row, here), *self._out(row, here), *self._in(row))
        return " · ".join((row.ref, *parts)) if parts or row.depth == 1 else ""

    def _goes_on(self, row: Row, here: int) -> Iterator[str]:
        """Say on which other pages a driver has more below it."""
        others = [at for at in self.stands[row.id] if at != here]
        if len(others) == 1:
            yield say("also on page {page}", page=numbers(others))
        elif others:
            yield say("also on pages {pages}", pages=numbers(others))

    def _out(self, row: Row, here: int) -> Iterator[str]:
        away = (up for up in row.also if here not in self.stands[up])
        for page, names in self._by_page(away):
            yield say("also serves {names}, page {page}", names=names, page=page)

    def _in(self, row: Row) -> Iterator[str]:
        away = (it for it in self.serving.get(row.id, ()) if not self._meet(it, row.id))
        for page, names in self._by_page(away):
            yield say("from {names}, page {page}", names=names, page=page)

    def _meet(self, one: str, other: str) -> bool:
        """Tell whether two items stand together on some page, where their link is drawn."""
        return not set(self.stands[one]).isdisjoint(self.stands[other])

    def _by_page(self, away: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Name items, together if the first page on which they stand is the same."""
        ordered = sorted(away, key=self._page_of)
        for page, items in groupby(ordered, key=self._page_of):
            yield page + 1, ", ".join(self.rows[it].ref for it in items)

    def _page_of(self, item_id: str) -> int:
        return self.stands[item_id][0]

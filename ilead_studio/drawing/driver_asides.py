"""References in the boxes of a theory on several pages to what stands on the others."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ilead_studio.drawing.driver_pages import Members
from ilead_studio.rules.outline import Role, Row
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

    def __init__(self, rows: Sequence[Row], members: Sequence[Members]) -> None:
        self.rows = {row.id: row for row in rows}
        self.members = [[rows[at] for at in page] for page in members]
        self.stands: dict[str, list[int]] = {}
        for number, page in enumerate(self.members):
            for row in page:
                self.stands.setdefault(row.id, []).append(number)
        self.serving: dict[str, list[str]] = {}
        for row in rows:
            for up in row.also:
                self.serving.setdefault(up, []).append(row.id)

    def of_page(self, number: int) -> dict[str, str]:
        """Return what is said in each box of the page that has to say something."""
        found: dict[str, str] = {}
        for row in self.members[number]:
            if row.role is not Role.AIM:
                parts = [*self._goes_on(row, number)]
                if row.also or row.id in self.serving:  # few rows serve further ones
                    parts += (*self._out(row, number), *self._in(row))
                if parts or row.depth == 1:
                    found[row.id] = " · ".join((row.ref, *parts))
        return found

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

"""The outline as a Qt model: the rows of the page in view, nothing else.

The rows stand in Qt's own items, because Qt asks for each of them after every step; another row is
written there only where it differs. Those at the left edge go into the model itself: what is put
under its invisible root stays in memory when the model is cleared.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from time import perf_counter
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from ilead_studio.drawing.marks import PLAIN, Marks
from ilead_studio.drawing.signs import spoken_item
from ilead_studio.model.stretch import Stretch, stretch
from ilead_studio.rules.outline import Row, named
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.meanwhile.turns import SLICE_S
from ilead_studio.words import say

ID: Final = Qt.ItemDataRole.UserRole
"""The role under which an index tells the item's id."""
_NOWHERE: Final = QModelIndex()
_MANY: Final = 100
"""When more rows than this came, went or say something else, all are made anew."""
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OutlineModel(QStandardItemModel):
    """The head or aim and its first level stand at the left edge; the rest is indented below.

    ``size_of`` tells how large a row with its marks is painted; ``resize`` asks it again.
    """

    def __init__(
        self, size_of: Callable[[Row, Marks], QSize], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._size_of = size_of
        self._rows: tuple[Row, ...] = ()
        self._by_id: dict[str, Row] = {}
        self._marks: Mapping[str, Marks] = {}
        self._items: dict[str, QStandardItem] = {}
        self.is_partial = False
        """Whether some of the rows are still to be made."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    def show(self, rows: tuple[Row, ...], marks: Mapping[str, Marks]) -> tuple[str, ...]:
        """Show other rows with their marks; returns the items that came, in order."""
        return tuple(item_id for part in self.parts(rows, marks) for item_id in part)

    def parts(self, rows: tuple[Row, ...], marks: Mapping[str, Marks]) -> Iterator[tuple[str, ...]]:
        """Show other rows with their marks, in several steps if there are many; gives what came."""
        known, self._marks = self._marks, marks
        many = 0
        for come in self._show(rows):
            many += len(come)
            yield come
        if known is not marks and many < len(rows):
            self._mark(known)

    def _mark(self, known: Mapping[str, Marks]) -> None:
        """Write the rows of which something else is known now."""
        now = self._marks
        for row in self._rows:
            one, other = known.get(row.id, PLAIN), now.get(row.id, PLAIN)
            if one is not other and one != other:
                self.setItemData(self.index_of(row.id), self._told(row))

    def _show(self, rows: tuple[Row, ...]) -> Iterator[tuple[str, ...]]:
        before, self._rows = self._rows, rows
        differ = stretch(before, rows)
        if differ.is_empty and not self.is_partial:
            return
        old, new = before[differ.start : differ.old], rows[differ.start : differ.new]
        moved = stretch(old, new, _stand_alike)
        gone, come = old[moved.start : moved.old], new[moved.start : moved.new]
        changed = _changed(old, new, moved)
        after = rows[differ.start + moved.new :]
        if len(changed) > _MANY or self._is_too_much(gone, come, after):
            yield from self._build()
            return
        self._replace(gone, come)
        self._write(changed, new, moved)
        yield tuple(row.id for row in come)

    def _is_too_much(
        self, gone: tuple[Row, ...], come: tuple[Row, ...], after: tuple[Row, ...]
    ) -> bool:
        """Tell whether it is better to make all rows anew; what stays needs its parent."""
        if len(gone) + len(come) > _MANY or not self._items or self.is_partial:
            return True
        parents = {row.id for row in gone}
        return bool(parents) and any(row.parent_id in parents for row in after)

    def _replace(self, gone: tuple[Row, ...], come: tuple[Row, ...]) -> None:
        for row in reversed(gone):
            item = self._items.pop(row.id)
            del self._by_id[row.id]
            (item.parent() or self).removeRow(item.row())
        for row in come:
            # one row as a list: PySide forgets whom a row alone belongs to, and frees it twice
            self._above(row).insertRow(self._place(row), [self._made(row)])

    def _place(self, row: Row) -> int:
        """Return which child a row becomes; the head or the aim stands before its first level."""
        if row.parent_id is None:
            return 0
        return row.position if row.parent_id == self._rows[0].id else row.position - 1

    def _write(self, changed: Mapping[str, Row], new: tuple[Row, ...], moved: Stretch) -> None:
        """Write the rows that stayed where something else about them differs."""
        for row in changed.values():
            self._by_id[row.id] = row
            self.setItemData(self.index_of(row.id), self._told(row))
        named = {*changed}.union(row.id for row in new[moved.start : moved.new])
        for row in self._rows:
            if row.also and row.id not in changed and not named.isdisjoint(row.also):
                self.setItemData(self.index_of(row.id), self._told(row))

    def _build(self) -> Iterator[tuple[str, ...]]:
        """Make all items; those of each turn are put into the model together."""
        self.clear()
        self.setHorizontalHeaderItem(0, QStandardItem(say("Outline")))  # read out, though not shown
        gone = self._items  # let go of part by part too: it takes as long as to make them
        self._items, self._by_id, self.is_partial = {}, {}, True
        yield ()  # to take the rows of another page away has taken a turn
        made, begun = dict[str, QStandardItem](), perf_counter()
        tops = list[tuple[OutlineModel | QStandardItem, QStandardItem]]()
        for row in self._rows:
            above, item = self._above(row), self._made(row)
            if row.parent_id in made and above is not self:
                above.appendRow(item)
            else:
                tops.append((above, item))
            made[row.id] = item
            if perf_counter() - begun > SLICE_S:
                _put(tops)
                for item_id in tuple(islice(gone, 2 * len(made))):
                    del gone[item_id]
                yield tuple(made)
                made, tops, begun = {}, [], perf_counter()
        _put(tops)
        self.is_partial = False
        yield tuple(made)

    def _above(self, row: Row) -> "QStandardItem | OutlineModel":
        if row.parent_id is None or row.parent_id == self._rows[0].id:
            return self
        return self._items[row.parent_id]

    def _made(self, row: Row) -> QStandardItem:
        item = self._items[row.id] = QStandardItem()
        self._by_id[row.id] = row
        item.setFlags(_FLAGS)
        item.setData(row.id, ID)
        for role, value in self._told(row).items():
            item.setData(value, role)
        return item

    def _told(self, row: Row) -> dict[int, object]:
        """Return the words of a row, what a screen reader says of it, and its size."""
        said = spoken_item(row, self._rows, self.marks_of(row))
        return {
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: named(row),
            Qt.ItemDataRole.AccessibleDescriptionRole: said,
            Qt.ItemDataRole.ToolTipRole: f"{row.ref} · {said}",
            Qt.ItemDataRole.SizeHintRole: self._size_of(row, self.marks_of(row)),
        }

    def resize(self) -> None:
        """Ask for the size of every row anew; the view is told by whoever asks for this."""
        self.blockSignals(True)
        for row in self._rows:
            size = self._size_of(row, self.marks_of(row))
            if item := self._items.get(row.id):  # or it is still to be made
                item.setData(size, Qt.ItemDataRole.SizeHintRole)
        self.blockSignals(False)

    def index_of(self, item_id: str) -> QModelIndex:
        """Return the index of an item; an invalid one when it is not there."""
        item = self._items.get(item_id)
        return _NOWHERE if item is None else item.index()

    def marks_of(self, row: Row) -> Marks:
        """Return what is marked on a row."""
        return self._marks.get(row.id, PLAIN)

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self._by_id.get(index.data(ID)) if index.isValid() else None


def _put(tops: "Iterable[tuple[OutlineModel | QStandardItem, QStandardItem]]") -> None:
    """Put items, with all below them, under what is in the model already."""
    for above, item in tops:
        above.appendRow(item)


def _changed(old: tuple[Row, ...], new: tuple[Row, ...], moved: Stretch) -> dict[str, Row]:
    """Return the rows that stayed and say something else, by their ids."""
    pairs = (
        *zip(old[: moved.start], new[: moved.start], strict=True),
        *zip(old[moved.old :], new[moved.new :], strict=True),
    )
    return {two.id: two for one, two in pairs if one != two}


def _stand_alike(one: Row, other: Row) -> bool:
    return one.id == other.id and one.parent_id == other.parent_id

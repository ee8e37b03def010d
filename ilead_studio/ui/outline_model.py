"""The outline as a Qt model: the rows of the page in view, nothing else.

An index carries the row's number as an integer; a Python object there came back as another one.
"""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ilead_studio.rules.outline import Row, spoken

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """The head or aim and its first level stand at the left edge; the rest is indented below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._below: dict[int, list[int]] = {}
        self._above: list[int] = []
        self._number: dict[str, int] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> bool:
        """Show other rows; tells whether the tree was built anew.

        Where only words differ it is not: that would cost a large page more than the picture does.
        """
        if _shape(rows) == _shape(self._rows):
            self._change(rows)
            return False
        self._build(rows)
        return True

    def _change(self, rows: tuple[Row, ...]) -> None:
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self._index(at), self._index(at))

    def _build(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._number = {row.id: at for at, row in enumerate(rows)}
        root = rows[0].id if rows else ""
        self._above = [
            self._number[row.parent_id] if row.parent_id not in (None, root) else -1 for row in rows
        ]
        self._below = {}
        for at, above in enumerate(self._above):
            self._below.setdefault(above, []).append(at)
        self.endResetModel()

    def index_of(self, item_id: str) -> QModelIndex:
        """Return the index of an item; an invalid one when it is not there."""
        at = self._number.get(item_id)
        return _NOWHERE if at is None else self._index(at)

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self._rows[index.internalId()] if index.isValid() else None

    def _index(self, at: int) -> QModelIndex:
        return self.createIndex(self._below[self._above[at]].index(at), 0, at)

    # --- what Qt asks ----------------------------------------------------------------------------
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        below = self._below.get(parent.internalId() if parent.isValid() else -1, [])
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two
        """Return the index above; QObject.parent() without an argument is not used here."""
        above = self._above[index.internalId()] if index.isValid() else -1
        return QModelIndex() if above < 0 else self._index(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows stand below."""
        return len(self._below.get(parent.internalId() if parent.isValid() else -1, ()))

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, what a screen reader says of it, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {spoken(row, self._rows)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.ref} · {spoken(row, self._rows)}"
        return row if role == ROW else None


def _shape(rows: tuple[Row, ...]) -> list[tuple[str, str | None]]:
    """Return who stands where, without any words."""
    return [(row.id, row.parent_id) for row in rows]

"""What tables have in common in whose cells one types."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def let_type(table: QTableView, name: str, *, wraps: bool) -> None:
    """Let cells be typed in, one after the other; headings can only be read."""
    triggers = QAbstractItemView.EditTrigger
    table.setProperty("kind", "evidence")
    table.setAccessibleName(name)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(wraps)
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
    table.verticalHeader().hide()
    heads = table.horizontalHeader()
    heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heads.setHighlightSections(False)
    heads.setSectionsClickable(False)

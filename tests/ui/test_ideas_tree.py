"""The tree of drivers and ideas: what is shown no more is held nowhere."""

import gc

from PySide6.QtGui import QStandardItem
from pytestqt.qtbot import QtBot

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import Workbook, new_ids
from ilead_studio.rules.ideas_by_driver import DriverRow
from ilead_studio.ui.ideas.tree import IdeaTree
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.ui.work import Work

ROWS = (DriverRow("d", "Driver", 0), DriverRow("i", "Idea", 1, True), DriverRow("o", "Other", 0))


def items() -> int:
    """Return how many rows are held anywhere."""
    gc.collect()
    return sum(type(it) is QStandardItem for it in gc.get_objects())


def test_rows_that_are_gone_are_held_nowhere(qtbot: QtBot) -> None:
    tree = IdeaTree(Look(LIGHT), Lit(Work(Workbook(), new_ids(1))))
    qtbot.addWidget(tree)
    tree.show_rows(ROWS)
    before = items()
    for _ in range(3):
        tree.show_rows(ROWS[:1])
        tree.show_rows(ROWS)
    assert items() == before
    model = tree.model()
    assert [model.index(at, 0).data() for at in range(model.rowCount())] == ["Driver", "Other"]

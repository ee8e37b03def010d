"""Words on one line with a list of those that were used before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ilead_studio.ui.inspector.fields import LineField, ListField


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A field, and another one below it."""
    made = QWidget()
    qtbot.addWidget(made)
    stack, field = QVBoxLayout(made), ListField(LineField("Who could say"))
    field.offer(["Family liaison", "High school principal"])
    stack.addWidget(field)
    stack.addWidget(QLineEdit())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    field.setFocus()
    return made


@pytest.fixture
def field(form: QWidget) -> ListField:
    return form.findChild(ListField)


@pytest.fixture
def line(field: ListField) -> LineField:
    made = field.lineEdit()
    assert isinstance(made, LineField)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_what_stands_in_the_field_when_one_leaves_is_what_was_told(
    line: LineField, qtbot: QtBot, key: Qt.Key
) -> None:
    told: list[str] = []
    line.typed.connect(told.append)
    qtbot.keyClicks(line, "Fam")
    qtbot.keyClick(line, key)
    assert told[-1] == line.text() == "Fam"


def test_words_that_were_used_are_offered_below_and_enter_takes_one(
    field: ListField, line: LineField, qtbot: QtBot
) -> None:
    told: list[str] = []
    line.typed.connect(told.append)
    qtbot.keyClicks(line, "lia")
    finder = field.completer()
    assert finder is not None
    offered = finder.popup()
    assert offered is not None
    assert offered.isVisible()
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    assert told[-1] == line.text() == "Family liaison"

"""The small parts that every panel is made of."""

from hands import Desk
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Choices, GrowingField


class Paints(QObject):
    """Counts how often something is painted."""

    number = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Paint
        return False


def test_a_field_that_asks_for_something_else_shows_it(qtbot: QtBot, qapp: QApplication) -> None:
    field, paints = GrowingField(Look(LIGHT), 3), Paints()
    qtbot.addWidget(field)
    field.setPlaceholderText("What happens, in one sentence")
    with qtbot.waitExposed(field):
        field.show()
    qapp.processEvents()
    field.viewport().installEventFilter(paints)
    field.setPlaceholderText("How much, by when, for whom?")
    qapp.processEvents()
    assert paints.number == 1


def test_a_choice_that_is_too_long_ends_in_an_ellipsis_and_is_told_whole(qtbot: QtBot) -> None:
    sentence = "One new teacher in three leaves us within three years of the first day"
    choices = Choices("Problem of practice")
    qtbot.addWidget(choices)
    choices.addItems(["Short", sentence])
    choices.resize(200, 32)
    with qtbot.waitExposed(choices):
        choices.show()
    assert choices.toolTip() == ""
    choices.setCurrentIndex(1)
    qtbot.waitUntil(lambda: choices.toolTip() == sentence)
    assert choices.currentText() == sentence
    choices.showPopup()
    assert choices.itemData(1, Qt.ItemDataRole.ToolTipRole) == sentence
    choices.hidePopup()
    choices.resize(900, 32)
    qtbot.waitUntil(lambda: choices.toolTip() == "")


def test_a_field_is_as_tall_as_what_it_asks_for(qtbot: QtBot) -> None:
    field = GrowingField(Look(LIGHT), 1)
    qtbot.addWidget(field)
    field.setFixedWidth(140)
    field.show()
    empty = field.height()
    field.setPlaceholderText("118 new teachers and their students")
    assert field.height() >= empty + field.fontMetrics().lineSpacing()
    field.setPlainText("Short")
    assert field.height() == empty
    field.setPlainText("")
    assert field.height() > empty
    field.setFixedWidth(600)
    QApplication.processEvents()
    assert field.height() == empty


def test_a_hint_of_one_line_asks_for_one_line_in_the_typeface_of_the_window(desk: Desk) -> None:
    desk.press("Ctrl+1")
    desk.type("Absence")
    desk.press("Return")
    fields = [it for it in desk.window.findChildren(GrowingField) if it.isVisible()]
    hints = [it for it in fields if it.placeholderText() == "Each year since 2022"]
    assert (
        [it.height() for it in hints]
        == [it.fontMetrics().lineSpacing() + desk.window.look.px(14) for it in hints]
        != []
    )

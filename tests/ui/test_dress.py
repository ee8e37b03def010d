"""The look of the application: what is dressed alike already is left in peace."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ilead_studio.drawing.theme import DARK, LIGHT
from ilead_studio.ui.looks.dress import dress
from ilead_studio.ui.looks.look import Look


class Watched(QWidget):
    """Counts how often it got another style."""

    def __init__(self) -> None:
        super().__init__()
        self.styled = 0

    def event(self, event: QEvent) -> bool:
        self.styled += event.type() == QEvent.Type.StyleChange
        return super().event(event)


def test_the_same_look_again_polishes_nothing(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    dress(qapp, tmp_path, Look(DARK))
    watched = Watched()
    qtbot.addWidget(watched)
    watched.show()
    before = watched.styled
    dress(qapp, tmp_path, Look(DARK))
    assert watched.styled == before
    dress(qapp, tmp_path, Look(LIGHT))
    assert watched.styled > before

"""Forms come back: dropped on the window or chosen, looked at on a card, taken in one step."""

from pathlib import Path

import pytest
from forms import came_back
from hands import Desk
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from workbooks import both, key

from ilead_studio.model import Cycle
from ilead_studio.ui.packets.returned_card import ReturnedCard

P1 = key("cycle")


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form of P1 on which somebody wrote who tests it, and what the class learned."""
    path = tmp_path / "P1 back.pdf"
    path.write_bytes(came_back(both(), P1, owner="Grade team", learned="Ten minutes are enough"))
    return path


@pytest.fixture
def there(desk: Desk, form: Path) -> Desk:
    """The workbook of the form, and a dialog that will choose the form."""
    desk.window.work.begin(both())
    desk.answers.path = form
    return desk


def card(desk: Desk) -> ReturnedCard:
    return desk.window.findChild(ReturnedCard)


def cycle(desk: Desk) -> Cycle:
    return desk.window.work.workbook.cycles[0]


def test_the_card_shows_what_is_on_the_form_before_anything_is_taken(there: Desk) -> None:
    there.window.do("take back form")
    there.settle()
    assert there.answers.asked == ["forms"]
    shown = card(there)
    assert shown.isVisible()
    assert there.focus is shown.rows
    heading, begins, *fields = shown.rows.rows
    assert heading.words == "P1: “Talk about books”, cycle 1 (P1 back.pdf)"
    assert begins.words.startswith("What happened is on it, so Do begins")
    assert [(it.words, it.ticked) for it in fields] == [
        ("Who tests (role): “Grade team”", True),
        ("Study, learned: “Ten minutes are enough”", True),
    ]
    assert cycle(there).owner == ""


def test_enter_takes_what_is_ticked_in_one_step_and_shows_the_cycle(there: Desk) -> None:
    there.window.do("take back form")
    there.press("Return")
    assert not card(there).isVisible()
    assert (cycle(there).owner, cycle(there).learned) == ("Grade team", "Ten minutes are enough")
    assert there.window.work.section == "pdsa"
    assert there.focus.isVisible()
    there.window.do("undo")
    assert cycle(there) == both().cycles[0]


def test_space_leaves_a_field_out(there: Desk) -> None:
    there.window.do("take back form")
    there.press("End", "Space", "Return")
    assert (cycle(there).owner, cycle(there).learned) == ("Grade team", "")
    assert cycle(there).began is None


def test_escape_leaves_everything_and_gives_the_keyboard_back(there: Desk) -> None:
    before = there.focus
    there.window.do("take back form")
    there.press("Escape")
    assert there.focus is before
    assert cycle(there) == both().cycles[0]


def test_a_pdf_that_is_dropped_on_the_window_opens_the_card(there: Desk, form: Path) -> None:
    drop(there, form)
    assert card(there).isVisible()


def test_a_file_that_is_no_form_is_told_and_nothing_opens(there: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 and no more")
    told: list[str] = []
    there.window.work.warned.connect(told.append)
    drop(there, scan)
    assert "“scan.pdf” is damaged or locked" in told[0]
    assert card(there) is None


def drop(desk: Desk, path: Path) -> None:
    """Drag a file over the page, and let it fall."""
    data, onto = QMimeData(), desk.window.canvas.viewport()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    QApplication.sendEvent(onto, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(onto, QDropEvent(QPointF(9, 9), copy, data, left, none))
    desk.settle()

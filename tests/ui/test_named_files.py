"""Files dropped or pasted as evidence: by pointer and by keyboard, never with their folder."""

from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from test_problem_section import problem, view
from workbooks import both, chained, key

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import Cause, find
from ilead_studio.ui.inspector.evidence import EvidenceItemsGroup
from ilead_studio.ui.inspector.fields import LineField, TextField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.pasting.named_files import file_names
from ilead_studio.ui.problem.evidence_table import EvidenceTable

HOME = Path("/home/somebody/Survey results.xlsx")


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(it)) for it in paths])
    return data


def drop(onto: QWidget, data: QMimeData) -> bool:
    """Drag data over a part of the window, and let it fall."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(onto, enter)
    if enter.isAccepted():
        fall = QDropEvent(QPointF(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(onto, fall)
    return enter.isAccepted()


def test_only_names_are_read() -> None:
    assert file_names(files(HOME, HOME, Path("/tmp/Map.png"))) == ("Survey results.xlsx", "Map.png")
    words = QMimeData()
    words.setText("/home/somebody")
    words.setUrls([QUrl("https://example.org/a.pdf")])
    assert file_names(words) == ()


@pytest.fixture
def there(desk: Desk) -> Desk:
    """The problem page."""
    desk.window.work.begin(chained())
    desk.press("Ctrl+1")
    return desk


def table(desk: Desk) -> EvidenceTable:
    return view(desk)._page.table


def test_a_file_dropped_on_the_table_is_a_row_where_one_says_what_it_shows(there: Desk) -> None:
    before = problem(there).cites
    assert drop(table(there).viewport(), files(HOME))
    there.settle()
    row = table(there).chosen
    assert row is not None
    assert (row.text, row.source) == ("Survey results", "Survey results.xlsx")
    assert there.focus is table(there)
    assert "“Survey results.xlsx” is named as evidence" in there.window.status.words
    assert not drop(table(there).viewport(), QMimeData())
    there.press("Ctrl+Z")
    assert problem(there).cites == before


def test_a_file_is_pasted_on_the_problem_page(there: Desk) -> None:
    QApplication.clipboard().setText("words")
    table(there).setFocus()
    there.press("Ctrl+V")
    assert "There is no file to paste" in there.window.status.words
    QApplication.clipboard().setMimeData(files(HOME, Path("/tmp/Map.png")))
    there.press("Ctrl+V")
    assert [it.source for it in table(there).rows.rows][-2:] == ["Survey results.xlsx", "Map.png"]
    there.press("F2", "Ctrl+A", "Ctrl+V", "Return")
    assert table(there).rows.rows[-1].text == "Survey results.xlsx, Map.png"


def test_a_field_takes_the_names_of_files_by_key_and_by_drop(qapp: QApplication) -> None:
    line, words = LineField("Source"), TextField(Look(LIGHT), "Notes", 2)
    words.insertFromMimeData(files(HOME, Path("/tmp/Map.png")))
    assert words.toPlainText() == "Survey results.xlsx, Map.png"
    dragged = files(HOME)
    dragged.setText("/home/somebody/Survey results.xlsx")  # as file managers give it
    assert drop(line, dragged)
    assert line.text() == "Survey results.xlsx"
    words.clear()
    assert drop(words.viewport(), dragged)
    assert words.toPlainText() == "Survey results.xlsx"


def test_a_cause_takes_files_by_drop_and_by_key(desk: Desk) -> None:
    work = desk.window.work
    work.begin(both())
    work.select(key("late"))
    desk.settle()
    groups = desk.window.inspector.groups
    group = next(it for it in groups if isinstance(it, EvidenceItemsGroup))
    assert drop(group, files(HOME))
    QApplication.clipboard().setMimeData(files(Path("/tmp/Map.png")))
    desk.press("Ctrl+V")
    cause = find(work.workbook, key("late"))
    assert isinstance(cause, Cause)
    cited = [it.evidence_id for it in cause.cites]
    sources = {it.id: it.source for it in work.workbook.evidence}
    assert [sources[it] for it in cited][-2:] == ["Survey results.xlsx", "Map.png"]
    page = work.page
    assert page is not None
    work.select(page.id)
    desk.press("Ctrl+V")
    assert "Select a cause or a driver" in desk.window.status.words

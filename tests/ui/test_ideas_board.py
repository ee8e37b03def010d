"""The change ideas as a board: moving a card is a command, and asks what the command needs."""

import pytest
from hands import Desk
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from test_ideas_table import choice, chosen, page_of
from workbooks import key, reading

from ilead_studio import edits
from ilead_studio.model import IdeaState, replace
from ilead_studio.ui.frame import sections
from ilead_studio.ui.ideas.column import IDEA_MIME

TALK, HOUR = key("talk"), key("hour")


@pytest.fixture
def board(desk: Desk) -> Desk:
    """The window at the board of three ideas, the last of which is parked."""
    book = edits.park_words(reading(), key("prize"), "Prizes", "teacher")
    desk.window.work.begin(book)
    desk.press("Ctrl+4")
    page_of(desk).turn("board")
    desk.press("Ctrl+4")
    return desk


def state(desk: Desk, idea_id: str = TALK) -> tuple[str, str]:
    idea = next(it for it in desk.window.work.workbook.ideas if it.id == idea_id)
    return idea.state, idea.state_reason


def drop(desk: Desk, idea_id: str, to: IdeaState) -> None:
    data, column = QMimeData(), page_of(desk).board.columns[to]
    data.setData(IDEA_MIME, idea_id.encode())
    left, there, none = Qt.MouseButton.LeftButton, QPoint(5, 5), Qt.KeyboardModifier(0)
    action = Qt.DropAction.MoveAction
    QApplication.sendEvent(column.viewport(), QDragEnterEvent(there, action, data, left, none))
    event = QDropEvent(QPointF(there), action, data, left, none)
    QApplication.sendEvent(column.viewport(), event)
    desk.settle()


def test_the_cards_stand_in_the_columns_of_their_states(board: Desk) -> None:
    columns = page_of(board).board.columns
    assert [len(it.cards.rows) for it in columns.values()] == [2, 0, 0, 0, 0, 1]
    assert board.focus is columns["proposed"]
    assert columns["proposed"].accessibleName() == "Proposed: 2"
    board.press("Down", "Right")
    assert chosen(board) == "Prizes"
    assert board.focus is columns["parked"]
    board.press("Left")
    assert chosen(board) == "Talk about books"


def test_alt_right_asks_what_changes_and_the_card_goes(board: Desk) -> None:
    board.press("Alt+Right")
    assert board.focus is page_of(board).mover.card.field
    assert board.focus.accessibleName() == "What changes?"
    board.press("Return")
    assert state(board)[0] == "proposed"
    assert "What changes?" in board.window.status.words
    board.type("Two classes")
    board.press("Return")
    assert state(board) == ("adapting", "Two classes")
    assert board.focus is page_of(board).board.columns["adapting"]
    assert chosen(board) == "Talk about books"
    board.press("Ctrl+Z")
    assert state(board) == ("proposed", "")
    assert board.focus is page_of(board).board.columns["proposed"]


def test_escape_takes_the_card_back(board: Desk) -> None:
    drop(board, TALK, "abandoned")
    assert board.focus.accessibleName() == "What did you learn?"
    board.type("It was")
    board.press("Escape")
    assert state(board) == ("proposed", "")
    assert board.focus is page_of(board).board.columns["proposed"]
    assert not board.window.work.session.undo_label


def test_a_card_goes_before_another_command(board: Desk) -> None:
    board.press("Alt+Right")
    card = page_of(board).mover.card
    assert card.isVisible()
    board.press("Ctrl+2")
    assert not card.isVisible()
    assert board.focus is board.window.canvas
    board.press("Ctrl+4")
    assert board.focus is page_of(board).board.columns["proposed"]


def test_a_drop_into_the_lot_and_out_of_it_asks_nothing(board: Desk) -> None:
    drop(board, HOUR, "parked")
    assert state(board, HOUR)[0] == "parked"
    board.press("Alt+Left")
    assert state(board, HOUR)[0] == "proposed"
    drop(board, key("prize"), "adopted")
    assert "Bring it back first" in board.window.status.words
    drop(board, HOUR, "testing")
    assert "Do begins" in board.window.status.words


def test_with_a_cycle_under_way_its_act_decides(
    board: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = board.window.work
    doing = replace(work.workbook.cycles[0], state="doing")
    book = replace(work.workbook, cycles=(doing,))
    work.begin(book)
    board.press("Ctrl+4")
    went: list[tuple[str, str]] = []
    some = sections.Section(5, "pdsa", "PDSA", board.window.sections._every["ideas"].make)
    monkeypatch.setattr(sections, "sections", lambda: (some,))
    monkeypatch.setattr(board.window.sections, "go", lambda *it: went.append(it))
    drop(board, TALK, "adopted")
    offer = page_of(board).mover.offer
    assert "is under way" in board.window.status.words
    assert board.focus is offer.go_there
    board.press("Space")
    assert went == [("pdsa", doing.id)]


def test_ideas_are_typed_and_edited_on_the_board_too(board: Desk) -> None:
    board.type("Book")
    board.type(" bags")
    board.press("Return")
    assert chosen(board) == "Book bags"
    board.press("Alt+Up", "F2")
    assert [row.idea.text for row in choice(board).rows][1] == "Book bags"
    board.type("Bags of books")
    board.press("Return")
    assert chosen(board) == "Bags of books"


def test_the_panel_at_the_right_makes_room_for_the_board(board: Desk) -> None:
    right = board.window.right
    assert not right.stands
    board.press("Ctrl+2")
    assert right.stands
    board.press("Ctrl+4")
    assert not right.stands
    page_of(board).turn("table")
    assert right.stands


def test_the_state_is_changed_in_the_inspector_too(board: Desk) -> None:
    page_of(board).turn("table")
    choice(board).move_asked.emit("adopted")
    board.type("In the timetable")
    board.press("Return")
    assert state(board) == ("adopted", "In the timetable")

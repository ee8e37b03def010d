"""What the next key will probably ask for is ready, and the document is as it was."""

import pytest
from hands import Desk
from PySide6.QtWidgets import QApplication
from workbooks import wide_fishbone

from ilead_studio.drawing import page as drawing_page
from ilead_studio.model import Workbook
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.ui.meanwhile import ahead

LARGE = 20
"""So many items are a large page here; the real number takes time."""


class Drawn:
    """Counts how often a fishbone is laid out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.often, draw = 0, drawing_page.draw_fishbone

        def counted(*given: object, **named: object) -> object:
            self.often += 1
            return draw(*given, **named)

        monkeypatch.setattr(drawing_page, "draw_fishbone", counted)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    return Drawn(monkeypatch)


def begin(desk: Desk, book: Workbook) -> None:
    work = desk.window.work
    work.begin(book)
    work.select(work.rows[-1].id)
    rest(desk)
    desk.window.canvas.setFocus()


def rest(desk: Desk) -> None:
    """Let the window do all that waits."""
    for _ in range(12):
        desk.settle()


@pytest.fixture
def large(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(ahead, "MANY", LARGE)
    begin(desk, wide_fishbone(LARGE + 4))
    return desk


def pressed(desk: Desk, drawn: Drawn, key: str) -> int:
    """Press a key after a rest; returns how often the page was laid out for its frame."""
    rest(desk)
    drawn.often = 0
    desk.strike(key)
    QApplication.sendPostedEvents()
    return drawn.often


def test_enter_finds_the_next_slot_drawn(large: Desk, drawn: Drawn) -> None:
    large.press("Return")
    large.type("No time")
    assert pressed(large, drawn, "Return") == 0
    large.type("Far apart")
    assert pressed(large, drawn, "Return") == 0
    assert [text for _, text in large.tree][-3:-1] == [
        "No time",
        "Far apart",
    ]


def test_so_does_enter_in_other_words(large: Desk, drawn: Drawn) -> None:
    large.press("F2")
    large.type("Said so")
    assert pressed(large, drawn, "Return") == 0


def test_del_and_its_undo_find_the_page_drawn(large: Desk, drawn: Drawn) -> None:
    before = large.tree
    assert pressed(large, drawn, "Delete") == 0
    assert len(large.tree) < len(before)
    assert pressed(large, drawn, "Ctrl+Z") == 0
    assert large.tree == before


def test_what_is_made_ahead_is_not_in_the_document(large: Desk) -> None:
    session = large.window.work.session
    book, label = session.workbook, session.undo_label
    large.press("Return")
    large.type("Typed")
    rest(large)
    assert (session.workbook, session.undo_label) == (book, label)
    large.press("Escape")
    assert session.workbook is book


def test_words_that_will_be_refused_are_refused_by_the_key_alone(large: Desk) -> None:
    said: list[str] = []
    large.window.work.said.connect(said.append)
    large.press("Return")
    large.window.editing.type_words("x" * (LABEL_MAX + 1))
    rest(large)
    assert said == []
    large.press("Return")
    assert "fit" in said[0]


def test_a_small_page_is_drawn_when_it_is_asked_for(desk: Desk, drawn: Drawn) -> None:
    begin(desk, wide_fishbone(LARGE))
    assert pressed(desk, drawn, "Delete") == 1

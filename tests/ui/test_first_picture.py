"""How another workbook looks is found out beside the window, which then draws nothing anew."""

import pytest
from hands import Desk
from workbooks import both

from ilead_studio import edits
from ilead_studio.drawing import page as drawing_page
from ilead_studio.drawing.page import plan_page
from ilead_studio.model import Workbook, pages
from ilead_studio.planning import ROOM
from ilead_studio.ui.canvas.first_picture import with_picture


@pytest.mark.parametrize("first", ["fishbone", "theory"])
def test_the_window_finds_the_picture_that_was_made_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    book = both() if first == "fishbone" else both().model_copy(update={"fishbones": ()})
    page = pages(book)[0]
    book = edits.with_plan(book, page.id, plan_page(book, page, ROOM))
    assert with_picture(book) is book
    drawn = list[str]()
    for name in ("draw_fishbone", "draw_theory"):
        monkeypatch.setattr(drawing_page, name, lambda *_: drawn.append("anew"))
    desk.window.work.begin(book)
    assert page.id in desk.window.canvas._items
    assert drawn == []


def test_a_workbook_without_pages_has_no_picture() -> None:
    assert with_picture(Workbook()) == Workbook()

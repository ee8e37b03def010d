"""Rows of the outline: as tall as their words, with a scroll bar and without."""

from hands import Desk
from workbooks import attendance

from ilead_studio import edits
from ilead_studio.ui.outline.row_painter import RowPainter


def test_words_fill_their_row_whether_there_is_a_scroll_bar_or_not(desk: Desk) -> None:
    work, outline = desk.window.work, desk.window.outline
    book = attendance()
    head = "New-teacher turnover is high and new teachers do not become effective fast enough"
    work.begin(edits.rename(book, book.fishbones[0].id, head))
    desk.window.resize(1280, 1000)
    desk.settle()
    assert not outline.verticalScrollBar().isVisible()
    painter = outline.itemDelegate()
    assert isinstance(painter, RowPainter)
    for row in work.rows:
        marks, box = outline.marks_of(row), outline.visualRect(outline.model().index_of(row.id))
        words = painter.words_rect(box, row, marks)
        needed = painter._setting(row, marks, words.width()).height
        assert words.height() - needed < painter.pixels, row.text

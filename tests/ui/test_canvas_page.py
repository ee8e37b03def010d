"""The canvas as a picture that follows the work: one layout, small repaints, moves, places."""

import gc
from collections.abc import Iterator

import pytest
from hands import Desk
from PIL import Image as Picture
from PIL.ImageChops import difference
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ilead_studio import edits
from ilead_studio.drawing.theme import HIGH_CONTRAST, LIGHT
from ilead_studio.resources import resource
from ilead_studio.ui.canvas import motion, page_view
from ilead_studio.ui.canvas.canvas import Canvas
from ilead_studio.ui.canvas.far import LETTERS, UNREAD

ROUNDING = 3
"""Levels of 255 by which a slanting edge may differ where painting was cut."""
LONG_MS = 600_000
"""A move that is under way until its clock is set, however busy the machine is."""
EXAMPLE = resource("examples", "new-teachers.ilead")


@pytest.fixture
def canvas(desk: Desk) -> Canvas:
    """The canvas of the window, on the example, painted once."""
    desk.window.filing.open_file(EXAMPLE)
    desk.settle()
    desk.settle()  # what another page leaves to do: a panel took another size
    return desk.window.canvas


class Layouts:
    """Counts how often a page is laid out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        draw_page = page_view.draw_page

        def counted(*words: object, **more: object) -> object:
            self.count += 1
            return draw_page(*words, **more)

        monkeypatch.setattr(page_view, "draw_page", counted)


class Repaints(QObject):
    """Remembers which part of the canvas was repainted."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.rects: list[QRect] = []
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects += list(event.region())
        return super().eventFilter(watched, event)


@pytest.fixture
def layouts(canvas: Canvas, monkeypatch: pytest.MonkeyPatch) -> Layouts:
    return Layouts(monkeypatch)


@pytest.fixture
def repaints(canvas: Canvas) -> Iterator[Repaints]:
    filtering = Repaints(canvas)
    yield filtering
    canvas.viewport().removeEventFilter(filtering)


def pixels(desk: Desk) -> Picture.Image:
    """Return what stands on the canvas now, without asking it to paint."""
    image, canvas = desk.window.backingStore().paintDevice(), desk.window.canvas
    assert isinstance(image, QImage)
    size = (image.width(), image.height())
    place = QRect(canvas.mapTo(desk.window, QPoint()), canvas.size())
    whole = Picture.frombytes("RGBA", size, bytes(image.constBits())).convert("RGB")
    return whole.crop((place.left(), place.top(), place.right() + 1, place.bottom() + 1))


def area(rects: list[QRect]) -> int:
    return sum(rect.width() * rect.height() for rect in rects)


def test_a_key_that_finishes_and_opens_is_one_layout(desk: Desk, layouts: Layouts) -> None:
    desk.window.work.select(desk.window.work.rows[2].id)
    desk.press("Return")
    desk.type("A new cause")
    layouts.count = 0
    desk.press("Return")  # adds the cause, selects it, and opens a slot after it
    QApplication.processEvents()
    assert layouts.count == 1


def test_many_changes_in_one_event_are_one_layout(desk: Desk, layouts: Layouts) -> None:
    work, item_id = desk.window.work, desk.window.work.rows[2].id
    for words in ("one", "two", "three"):
        work.step("rename", lambda book, words=words: edits.rename(book, item_id, words))
    assert layouts.count == 0
    QApplication.processEvents()
    assert layouts.count == 1
    QApplication.processEvents()
    assert layouts.count == 1


@pytest.mark.usefixtures("layouts")
def test_whoever_asks_for_a_place_gets_that_of_the_newest_words(desk: Desk) -> None:
    work, canvas = desk.window.work, desk.window.canvas
    item_id = work.rows[2].id
    before = canvas.place_of(item_id)
    work.step("rename", lambda book: edits.rename(book, item_id, "A"))
    after = canvas.place_of(item_id)
    assert before is not None
    assert after is not None
    assert after.rect != before.rect


def test_a_selection_repaints_only_the_rings(
    desk: Desk, canvas: Canvas, repaints: Repaints
) -> None:
    desk.window.work.select(desk.window.work.rows[3].id)
    QApplication.processEvents()
    assert repaints.rects
    assert area(repaints.rects) < area([canvas.viewport().rect()]) / 4


def test_words_of_the_same_length_repaint_only_their_block(
    desk: Desk, canvas: Canvas, repaints: Repaints
) -> None:
    work = desk.window.work
    row = next(row for row in work.rows if row.text == "Processes not timely")
    place = canvas.place_of(row.id)
    canvas.viewport().repaint()
    repaints.rects.clear()
    work.step("rename", lambda book: edits.rename(book, row.id, "Processes not timelz"))
    QApplication.processEvents()
    assert place is not None
    assert any(rect.contains(place.rect.center()) for rect in repaints.rects)
    assert area(repaints.rects) < area([canvas.viewport().rect()]) / 4


def test_what_is_repainted_in_parts_is_what_is_painted_as_a_whole(
    desk: Desk, canvas: Canvas
) -> None:
    work = desk.window.work
    for at, words in ((2, "Relational practice neglected at once"), (5, "X"), (9, "Y" * 30)):
        item_id = work.rows[at].id
        work.step("rename", lambda book, it=item_id, to=words: edits.rename(book, it, to))
        work.select(item_id)
        QApplication.processEvents()
        parts = pixels(desk)
        canvas.viewport().repaint()
        assert max(most for _, most in difference(parts, pixels(desk)).getextrema()) <= ROUNDING


def test_scrolling_takes_along_what_stands_on_the_sheet(desk: Desk, canvas: Canvas) -> None:
    for _ in range(6):
        canvas.zoom_in()
    desk.press("F2")
    editor = desk.focus
    before, bar = editor.pos(), canvas.verticalScrollBar()
    value = bar.value()
    bar.setValue(value + (20 if value + 20 <= bar.maximum() else -20))
    assert editor.pos() - before == QPoint(0, value - bar.value())


def test_a_page_of_any_size_fits(desk: Desk, canvas: Canvas) -> None:
    work, page = desk.window.work, desk.window.work.page
    assert page is not None

    def grow(book: object) -> object:
        for number in range(40):
            book = edits.add_cause(book, work.ids(), page.causes[0].id, f"cause {number}")
        return book

    work.step("grow", grow)
    canvas.zoom_to_fit()
    sheet = canvas.viewport().rect()
    bounds = canvas.bounds
    assert bounds.w * canvas.zoom <= sheet.width()
    assert bounds.h * canvas.zoom <= sheet.height()


def test_far_away_words_become_bars_and_come_back(desk: Desk, canvas: Canvas) -> None:
    far = QWheelEvent(
        QPointF(300, 200), canvas.mapToGlobal(QPointF(300, 200)), QPoint(), QPoint(0, -120 * 9),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), far)
    assert canvas.zoom * LETTERS < UNREAD
    canvas.viewport().repaint()
    place = canvas.place_of(desk.window.work.rows[3].id)
    assert place is not None
    assert (
        canvas.item_at(QPointF(place.rect.topLeft()) + QPointF(2, 2)) == desk.window.work.rows[3].id
    )


# --- moves ---------------------------------------------------------------------------------------
def test_nothing_moves_where_motion_is_not_wanted(desk: Desk, canvas: Canvas) -> None:
    assert canvas.motion == 0  # there is no screen
    desk.window.work.select(canvas_ids(desk)[1])
    desk.press("Delete")
    QApplication.processEvents()
    assert not canvas.is_moving


def canvas_ids(desk: Desk) -> list[str]:
    return [row.id for row in desk.window.work.rows]


def test_items_move_to_their_places_and_arrive(desk: Desk, canvas: Canvas, qtbot: QtBot) -> None:
    canvas.motion = LONG_MS
    ids = canvas_ids(desk)
    desk.window.work.select(ids[1])
    desk.press("Delete")
    place = canvas.place_of(ids[-1])
    assert canvas.is_moving
    assert place is not None
    assert (
        canvas.item_at(QPointF(place.rect.topLeft()) + QPointF(2, 2)) == ids[-1]
    )  # the final place at once
    canvas._motion._clock.setCurrentTime(LONG_MS)
    qtbot.waitUntil(lambda: not canvas.is_moving)
    assert canvas.place_of(ids[-1]) == place


def test_another_page_is_there_at_once(desk: Desk, canvas: Canvas) -> None:
    canvas.motion = 40
    desk.press("Ctrl+3")
    QApplication.processEvents()
    assert not canvas.is_moving


def test_nothing_moves_while_somebody_types(desk: Desk, canvas: Canvas) -> None:
    canvas.motion = LONG_MS
    desk.window.work.select(desk.window.work.rows[2].id)
    desk.press("Return")
    desk.type("Another cause in a long sentence")
    desk.press("Return")
    assert not canvas.is_moving
    desk.press("Escape")
    desk.window.work.select(desk.window.work.rows[5].id)
    assert not canvas.is_moving


def test_undo_puts_everything_to_its_place_at_once(desk: Desk, canvas: Canvas) -> None:
    canvas.motion = LONG_MS
    desk.window.work.select(canvas_ids(desk)[1])
    desk.press("Delete")
    assert canvas.is_moving
    desk.press("Ctrl+Z")
    assert not canvas.is_moving
    desk.press("Ctrl+Shift+Z")
    assert not canvas.is_moving


def test_words_that_are_moved_while_they_are_typed_do_not_leave_the_eye(
    desk: Desk, canvas: Canvas
) -> None:
    canvas.motion = LONG_MS
    desk.window.work.select(desk.window.work.rows[3].id)
    desk.press("F2", "Alt+Up")
    moves = canvas._motion.moves
    assert moves is not None
    assert moves.step(desk.window.work.item_id) == (0, 0)
    assert moves.opacity(desk.window.work.item_id) == 1


class Still:
    """A style of a system that asks for less motion."""

    def styleHint(self, hint: object) -> int:
        return 0


@pytest.mark.usefixtures("desk")
def test_motion_is_what_the_system_and_the_look_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    assert motion.wanted_motion(LIGHT) == 0, "there is no screen"
    monkeypatch.setattr(motion, "_UNSEEN", ())
    assert 0 < motion.wanted_motion(LIGHT) <= 150
    assert motion.wanted_motion(HIGH_CONTRAST) == 0
    monkeypatch.setattr(motion.QApplication, "style", Still)
    assert motion.wanted_motion(LIGHT) == 0


# --- memory --------------------------------------------------------------------------------------
def test_an_edit_that_was_painted_leaves_no_garbage(desk: Desk, canvas: Canvas) -> None:
    work, item_id = desk.window.work, desk.window.work.rows[3].id

    def edit(words: str) -> None:
        work.session.apply("rename", lambda book: edits.rename(book, item_id, words))
        canvas.refresh()
        canvas.viewport().repaint()

    gc.collect()
    gc.disable()
    try:
        for words in ("one", "two", "three"):
            edit(words)
        gc.collect()
        for words in ("four", "some five words in a row", "six"):
            edit(words)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_capture_with_all_its_views_leaves_no_garbage(desk: Desk, canvas: Canvas) -> None:
    desk.window.work.select(desk.window.work.rows[3].id)

    def capture() -> None:
        desk.press("Return")
        desk.type("why")
        desk.press("Return", "Escape", "Delete", "Ctrl+Z", "Ctrl+Shift+Z")
        canvas.viewport().repaint()

    for _ in range(2):
        capture()
    gc.collect()
    gc.disable()
    try:
        capture()
        assert gc.collect() == 0
    finally:
        gc.enable()

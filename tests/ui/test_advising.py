"""Advice beside the page: counted in the status line, walked through, mended, dismissed."""

from collections.abc import Callable

import pytest
from hands import Desk, Listener, Open
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from workbooks import both, key, wide_theory

from ilead_studio import edits
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import Idea, Workbook, replace
from ilead_studio.rules.advice import advice
from ilead_studio.ui.advice import looking
from ilead_studio.ui.advice.advising import Advising
from ilead_studio.ui.looks.look import Look

Looked = Callable[[], None]


def advised() -> Workbook:
    """Return a workbook with a root that is a hunch, words that sound like a solution, and gaps."""
    workbook = edits.put(both(), [key("roads")], root=True)
    return edits.rename(workbook, key("full"), "No tutoring program")


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be looked at once."""
    monkeypatch.setattr(looking, "REST_MS", 0)


@pytest.fixture
def looked(desk: Desk, qtbot: QtBot) -> Looked:
    """Wait until all was looked at, and is shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: desk.window.looking.is_done)
        desk.settle()

    return wait


@pytest.fixture
def advised_desk(desk: Desk, looked: Looked) -> Desk:
    desk.window.work.begin(advised())
    looked()
    desk.window.canvas.setFocus()
    return desk


def feature(desk: Desk) -> Advising:
    return next(it for it in desk.window.features if isinstance(it, Advising))


def listed(desk: Desk) -> list[str]:
    return [f"{it.words} {it.told.ref}" if it.told else f"[{it.words}]"
            for it in feature(desk).side.list.rows]  # fmt: skip


def open_list(desk: Desk) -> None:
    """Find the command, as there is no key for it."""
    desk.press("Ctrl+K")
    desk.type("things to look")
    desk.press("Return")


ALL = [
    "A root that is a hunch C4", "Perhaps a solution C3", "A root that nothing answers C4",
    "A bone with few causes C5", "A driver without a measure D1",
    "[A driver without a measure: 2]", "[A driver that answers no cause: 3]",
]  # fmt: skip


def test_advice_is_seen_gone_to_understood_mended_dismissed_and_undone(
    advised_desk: Desk, looked: Looked
) -> None:
    desk, window, work = advised_desk, advised_desk.window, advised_desk.window.work
    button = window.status.advice
    assert button.text().strip() == button.accessibleName() == "Ten things to look at"
    while desk.focus is not button:  # by F6 to the status line, and Tab within it
        desk.press("F6" if not window.status.isAncestorOf(desk.focus) else "Tab")
    desk.press("Space")
    side = feature(desk).side
    assert desk.focus is side.list
    assert (side.title.text(), listed(desk)) == ("Ten things to look at", ALL)
    assert desk.words == "Roads are mended", "the first that stands on the page in view"
    assert window.hints.text().split("      ")[:3] == [
        "Up, Down  next", "Enter  go there", "Del  dismiss",
    ]  # fmt: skip

    desk.press("Down")
    assert desk.words == "No tutoring program"
    assert work.sight.listed == {key(it) for it in ("roads", "full", "home", "teach")}
    desk.press("F1")
    assert side.list.tells_why
    desk.press("Return")
    assert desk.focus is window.canvas

    desk.press("F2")
    desk.type("Nobody asks twice")
    desk.press("Return", "Escape")
    looked()
    assert listed(desk)[:2] == [ALL[0], ALL[2]]
    assert button.accessibleName() == "Nine things to look at"

    window.do("advice")
    assert desk.focus is side.list
    desk.press("Home", "Delete")
    assert listed(desk)[0] == ALL[2], "at once"
    assert window.status.words == "Dismissed: A root that is a hunch, C4"
    assert desk.words == "Roads are mended", "what comes next in the list is shown"
    assert listed(desk)[-1] == "[Dismissed: 1]"
    assert button.accessibleName() == "Eight things to look at"
    assert work.session.undo_label == "dismiss “A root that is a hunch”"
    desk.press("Ctrl+Z")
    assert listed(desk)[:2] == [ALL[0], ALL[2]]
    assert desk.focus is side.list
    looked()
    assert listed(desk)[:2] == [ALL[0], ALL[2]]
    desk.press("Escape")
    assert not side.isVisible()
    assert (desk.focus, work.sight.listed) == (window.canvas, None)
    assert window.inspector.isVisible()


def test_what_check_tells_stands_in_the_list(advised_desk: Desk) -> None:
    """``ilead-studio check`` tells ``advice``."""
    open_list(advised_desk)
    rows = feature(advised_desk).side.list
    for fold in ("driver-without-measure", "driver-answers-no-cause"):
        rows.asked.emit("fold", fold, None)
    told = {(it.told.rule, it.told.item, it.told.message) for it in rows.rows if it.told}
    assert told == {(it.rule, it.item, it.message) for it in advice(advised())}


def test_walking_turns_pages_and_what_is_folded_opens_in_its_place(advised_desk: Desk) -> None:
    desk = advised_desk
    open_list(desk)
    desk.press("End", "Up")
    assert feature(desk).side.list.current.words == "A driver without a measure: 2"
    desk.press("Up")
    assert (desk.window.work.is_fishbone, desk.words) == (False, "Teaching")
    assert desk.focus is feature(desk).side.list
    desk.press("Down", "Right", "Down")
    assert listed(desk)[5:8] == [
        "[A driver without a measure: 2]", "A driver without a measure D3",
        "A driver without a measure D2",
    ]  # fmt: skip
    assert desk.words == "Daily reading"
    desk.press("Up", "Left")
    assert listed(desk) == ALL


def test_what_was_dismissed_comes_back_one_by_one_or_all(advised_desk: Desk) -> None:
    desk, work = advised_desk, advised_desk.window.work
    open_list(desk)
    desk.press("Delete", "Delete", "End", "Return")
    assert listed(desk)[-3:] == [
        "[Dismissed: 2]", "A root that is a hunch C4", "Perhaps a solution C3",
    ]  # fmt: skip
    desk.press("Down", "Tab", "Space")  # the first button of a dismissed card
    assert (listed(desk)[0], listed(desk)[-1]) == (ALL[0], "Perhaps a solution C3")
    assert work.session.undo_label == "bring back “A root that is a hunch”"
    feature(desk).side.list.setFocus()
    desk.press("End", "Up", "Tab", "Return")
    assert (listed(desk), work.workbook.dismissed) == (ALL, ())
    assert work.session.undo_label == "bring back 1 dismissed thing"
    assert desk.focus is feature(desk).side.list, "the button that had the keyboard is gone"


def test_a_thing_of_another_section_is_shown_there_and_the_list_stays(
    advised_desk: Desk, looked: Looked
) -> None:
    desk, work = advised_desk, advised_desk.window.work
    lonely = Idea(id=key("lonely"), ref="I3", text="Read on the bus")
    work.step("idea", lambda book: replace(book, ideas=(*book.ideas, lonely)))
    looked()
    open_list(desk)
    desk.press("End", "Right")
    rows = [it.told.item if it.told else "" for it in feature(desk).side.list.rows]
    feature(desk).side.list.setCurrentRow(rows.index(lonely.id))
    desk.settle()
    assert work.section == "ideas"
    assert feature(desk).side.isVisible()
    desk.press("Return")
    assert desk.window.sections.view.page.isAncestorOf(desk.focus)


def test_the_list_stands_beside_a_page_that_has_nothing_at_its_right(
    advised_desk: Desk,
) -> None:
    desk, window = advised_desk, advised_desk.window
    window.do("pdsa")
    desk.settle()
    assert window.why_not("right panel") == "This page has no panel at the right."
    open_list(desk)
    side = feature(desk).side
    assert (window.work.section, side.isVisible()) == ("pdsa", True), "opening turns no page"
    assert window.hints.text().startswith("Up, Down  next")
    assert window.why_not("right panel") == ""
    desk.press("Escape")
    assert not side.isVisible()
    assert window.right.width() == 0
    assert window.sections.view.page.isAncestorOf(desk.focus)


def test_nobody_hears_advice_come_and_go_but_the_reason_when_it_is_asked(
    advised_desk: Desk, looked: Looked, listener: Listener
) -> None:
    desk, work = advised_desk, advised_desk.window.work
    work.step("rename", lambda book: edits.rename(book, key("late"), "Lazy students"))
    looked()
    listener.heard()
    work.session.undo()
    looked()
    assert not [it for it in listener.heard() if "look at" in it or "blame" in it]
    open_list(desk)
    listener.heard()
    desk.press("F1")
    (why,) = listener.heard()
    assert why.startswith("Everything later in the chain stands on the roots.")
    item = feature(desk).side.list.currentItem()
    assert item.text() == (
        "A root that is a hunch: The root cause “Roads are mended” is still a hunch., C4, 1 of 10"
    )


def test_the_status_line_names_nothing_where_there_is_nothing(desk: Desk, looked: Looked) -> None:
    work = desk.window.work
    work.begin(wide_theory(3, 0))
    looked()
    button = desk.window.status.advice
    assert button.isVisible()
    button.setFocus()
    work.begin(Workbook())
    looked()
    assert not button.isVisible()
    assert desk.focus.isVisible()
    desk.window.do("advice")
    assert feature(desk).side.title.text() == "Nothing to look at"
    assert desk.focus.accessibleName() == "Close (Esc)", "there is no row that shows the keyboard"
    desk.press("Delete", "Return", "F1", "Escape")
    assert not feature(desk).side.isVisible()


def test_the_mouse_opens_chooses_and_dismisses(advised_desk: Desk, qtbot: QtBot) -> None:
    desk, window = advised_desk, advised_desk.window
    qtbot.mouseClick(window.status.advice, Qt.MouseButton.LeftButton)
    side = feature(desk).side
    rows = side.list

    def click(at: int) -> None:
        place = rows.visualItemRect(rows.item(at)).topLeft() + QPoint(40, 14)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        desk.settle()

    click(1)
    assert desk.words == "No tutoring program"
    rows._buttons._dismiss.click()
    assert listed(desk)[1] == ALL[2]
    at = listed(desk).index("[Dismissed: 1]")
    rows.scrollToBottom()
    click(at)
    assert listed(desk)[at + 1] == ALL[1]


def test_another_look_keeps_the_list_open(advised_desk: Desk) -> None:
    open_list(advised_desk)
    advised_desk.window.do("theme dark")
    assert feature(advised_desk).is_open
    assert listed(advised_desk) == ALL


def test_at_a_large_text_scale_it_opens_over_the_page_and_its_buttons_come_in_sight(
    open_at: Open, qtbot: QtBot
) -> None:
    desk = open_at(Look(LIGHT, 2.0), 1024, 640)
    window = desk.window
    window.work.begin(advised())
    qtbot.waitUntil(lambda: window.looking.is_done)
    open_list(desk)
    rows = feature(desk).side.list
    assert (window.right.is_open, window.right.rail.text()) == (True, "Things to look at")
    desk.press("F1", "Tab", "Tab")
    assert desk.focus.accessibleName() == "Dismiss"
    place = desk.focus.mapTo(rows.viewport(), desk.focus.rect().bottomLeft())
    assert rows.viewport().rect().contains(place)
    desk.press("Down")
    assert (rows.current.words, desk.focus.accessibleName()) == ("Perhaps a solution", "Dismiss")
    desk.press("Shift+Tab", "Shift+Tab", "Return")
    assert (desk.focus, window.right.is_open) == (window.canvas, False)
    assert desk.words == "No tutoring program"
    window.do("advice")
    assert rows.current.words == "Perhaps a solution", "where it was left"


def test_advice_is_silent_while_people_vote_blind(advised_desk: Desk, looked: Looked) -> None:
    desk, work = advised_desk, advised_desk.window.work
    open_list(desk)
    work.step("vote", lambda book: edits.open_vote(book, key("vote"), key("head"), 3, "Where?"))
    looked()
    assert not feature(desk).side.isVisible()
    assert not desk.window.status.advice.isVisible()
    assert desk.window.why_not("advice") == "Advice waits until the votes are revealed."
    assert desk.focus is desk.window.canvas
    work.undo()
    looked()
    assert desk.window.status.advice.accessibleName() == "Ten things to look at"

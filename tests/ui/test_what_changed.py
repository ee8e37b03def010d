"""Keeping a snapshot, walking through what changed, bringing back and restoring: by keyboard."""

from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.model import Workbook, find, pages
from ilead_studio.ui.past.looking_back import NAME, LookingBack


def keep(desk: Desk, *keys: str, why: str = "") -> None:
    """Keep a snapshot by its card."""
    desk.window.do("keep snapshot")
    desk.press("Tab")
    desk.type(why)
    desk.press(*keys)


def changed(workbook: Workbook) -> Workbook:
    """Change five things of different kinds."""
    workbook = edits.rename(workbook, key("late"), "Buses wait at the bridge")
    workbook = edits.put(workbook, [key("late")], evidence="supported")
    workbook = edits.delete(workbook, [key("work")])
    workbook = edits.add(workbook, "driver", key("new"), "One list", key("teach"), None)
    return edits.link(workbook, key("hour"), key("families"))


@pytest.fixture
def there(desk: Desk) -> Desk:
    """The window with a snapshot and five changes since."""
    desk.window.work.begin(both())
    desk.settle()
    keep(desk, "Tab", "Tab", "Return", why="Before the bus talk")
    desk.window.work.step("change five things", changed)
    desk.settle()
    return desk


def view(desk: Desk) -> LookingBack:
    here = desk.window.sections.view
    assert isinstance(here, LookingBack)
    return here


def look_back(desk: Desk, command: str = "what changed") -> LookingBack:
    desk.window.do(command)
    desk.settle()
    return view(desk)


def words(desk: Desk) -> list[str]:
    lines = (view(desk).panel.list.current(), view(desk).line)
    return [line.sentence for line in lines[1:] if line]


def test_a_snapshot_is_kept_by_its_card_as_one_step(desk: Desk) -> None:
    desk.window.work.begin(both())
    desk.settle()
    came_from = desk.focus
    desk.window.do("keep snapshot")
    assert desk.focus.accessibleName() == "Name of the snapshot"
    desk.press("Return")
    (snapshot,) = desk.window.work.workbook.snapshots
    assert (snapshot.name, snapshot.why) == ("24 November", "")
    assert "Kept: “24 November”." in desk.window.status.words
    assert desk.focus is came_from
    desk.press("Ctrl+Z")
    assert not desk.window.work.workbook.snapshots
    assert "keep the snapshot “24 November”" in desk.window.status.words


def test_without_a_snapshot_there_is_a_sentence(desk: Desk) -> None:
    desk.window.do("what changed")
    assert "No snapshot is kept yet." in desk.window.status.words
    assert desk.window.work.section != NAME


def test_a_name_that_is_empty_is_refused_and_the_card_stays(desk: Desk) -> None:
    desk.window.work.begin(both())
    desk.window.do("keep snapshot")
    desk.press("Delete", "Return")
    assert desk.focus.accessibleName() == "Name of the snapshot"
    desk.press("Escape")
    assert not desk.window.work.workbook.snapshots
    assert desk.focus is desk.window.canvas


def test_the_whole_walk_by_keyboard(there: Desk, tmp_path: Path) -> None:
    window, before = there.window, there.window.work.workbook
    here = look_back(there)
    assert there.focus is here.panel.changes
    assert window.work.workbook.snapshots[0].why == "Before the bus talk"
    assert here.counts() == "24 November to now: 5 changes"
    assert words(there) == ["Removed: Parents work early, under “Home”"]
    told = []
    for _ in range(5):
        told += words(there)
        there.press("Down")
    assert [it.split(":")[0] for it in told] == [
        "Removed", "Reworded", "Evidence", "Added", "Linked anew",
    ]  # fmt: skip
    assert here.looking.page_id == key("aim"), "the page follows"
    there.press("Up", "Up", "Up", "Up", "Up")
    assert here.looking.page_id == key("head")

    there.press("Return")
    assert there.focus is here.panel.back
    there.press("Space")
    assert find(window.work.workbook, key("work")) is not None
    assert "Parents work early” is back" in window.status.words
    assert there.focus is here.panel.changes
    assert "4 changes" in here.counts()

    there.press("Right")
    assert here.looking.sight == "then"
    there.press("Delete")
    assert "This is 24 November. Restore it as a copy to work in it." in window.status.words
    here.panel.asked.emit("restore page")
    there.settle()
    assert len(pages(window.work.workbook)) == 3
    assert window.work.page is pages(window.work.workbook)[1]
    assert there.focus is window.canvas
    kept = window.work.workbook

    there.answers.path = tmp_path / "kept.ilead"
    window.do("save as")
    there.settle()
    there.press("Ctrl+Z", "Ctrl+Z")
    assert window.work.workbook == before
    window.work.session.mark_saved(before)
    window.filing.open_file(tmp_path / "kept.ilead")
    there.settle()
    assert window.work.workbook == kept
    assert look_back(there).counts() == "24 November to now: 11 changes"


def test_escape_gives_the_keyboard_back_to_where_it_came_from(there: Desk) -> None:
    look_back(there)
    there.press("Escape")
    assert there.focus is there.window.canvas
    there.window.do("pdsa")
    there.settle()
    look_back(there)
    there.press("Escape")
    assert there.window.work.section == "pdsa"


def test_coming_from_a_page_begins_at_what_changed_there(there: Desk) -> None:
    look_back(there)
    there.press("End", "Escape", "Ctrl+2")
    look_back(there)
    assert words(there)[0].startswith("Removed: Parents work early")
    there.press("Ctrl+3")
    look_back(there)
    assert words(there)[0].startswith("Added: One list")


def test_enter_goes_to_what_is_there(there: Desk) -> None:
    look_back(there)
    there.press("Down", "Return")
    assert there.window.work.item_id == key("late")
    assert not there.window.work.section
    assert there.focus is there.window.canvas


def test_then_and_now_switch_without_moving_the_view(there: Desk) -> None:
    sheet = look_back(there).page.focusProxy()
    assert sheet is not None
    zoom, origin = sheet.zoom, sheet._origin()  # type: ignore[attr-defined]
    for _ in range(2):
        there.press("Right")
        assert (sheet.zoom, sheet._origin()) == (zoom, origin)  # type: ignore[attr-defined]


def test_the_page_can_be_walked_by_mouse_and_keys_and_nothing_is_typed_on_it(there: Desk) -> None:
    here = look_back(there)
    there.press("F6")
    while there.focus is not here.page.focusProxy():
        there.press("F6")
    before = there.window.work.workbook
    there.type("x")
    assert "This shows what changed." in there.window.status.words
    there.press("Down")
    assert words(there)[0].startswith("Reworded")
    sheet = here.page.focusProxy()
    spot = sheet.box_of(key("work")).center().toPoint()  # type: ignore[union-attr]  # a ComparedSheet
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=spot)  # type: ignore[union-attr]
    assert words(there)[0].startswith("Removed")
    assert not here.panel.back.isHidden()
    there.window.do("root")
    assert there.window.work.workbook is before


def test_snapshots_are_looked_at_renamed_deleted_and_compared(there: Desk) -> None:
    there.window.do("keep snapshot")
    there.type("Later")
    there.press("Return")
    here = look_back(there, "snapshots")
    assert there.focus is here.panel.snapshots
    assert here.looking.sight == "then"
    there.press("Down")
    assert here.counts() == "24 November to now: 5 changes"
    assert "5 changes since" in here.panel.snapshots.currentItem().text()
    there.press("F2")
    there.type("First talk")
    there.press("Return")
    assert [it.name for it in there.window.work.workbook.snapshots] == ["First talk", "Later"]
    assert there.focus is here.panel.snapshots
    there.press("Return")
    assert there.focus is here.panel.changes
    here.panel.until_chosen.emit(there.window.work.workbook.snapshots[1].id)
    there.settle()
    assert here.counts() == "First talk to Later: 5 changes"
    look_back(there, "snapshots")
    there.press("Delete")
    assert [it.name for it in there.window.work.workbook.snapshots] == ["Later"]
    assert here.counts() == "Later to now: no changes"
    there.press("Ctrl+Z")
    assert len(there.window.work.workbook.snapshots) == 2
    assert there.focus is here.panel.snapshots


def test_without_its_last_snapshot_the_view_is_left(there: Desk) -> None:
    look_back(there, "snapshots")
    there.press("Delete")
    assert not there.window.work.section
    assert "No snapshot is kept any more." in there.window.status.words
    there.press("Ctrl+Z")
    assert there.window.work.workbook.snapshots


def test_all_pages_come_back_as_copies_in_one_step(there: Desk) -> None:
    here = look_back(there, "snapshots")
    here.panel.asked.emit("restore pages")
    there.settle()
    assert len(pages(there.window.work.workbook)) == 4
    there.press("Ctrl+Z")
    assert len(pages(there.window.work.workbook)) == 2


def test_the_page_as_it_is_seen_can_be_copied_as_a_picture(there: Desk) -> None:
    look_back(there)
    there.press("Ctrl+Shift+C")
    data = QApplication.clipboard().mimeData()
    assert {"image/png", "image/svg+xml"} <= {*data.formats()}
    assert "Parents work early" in data.text()
    there.press("Right", "Right", "Ctrl+Shift+C")
    assert "Parents work early" not in QApplication.clipboard().text()


def test_another_look_keeps_what_is_looked_at(there: Desk) -> None:
    look_back(there)
    there.window.do("theme dark")
    there.settle()
    assert view(there).counts() == "24 November to now: 5 changes"
    assert view(there).page.isVisible()
    there.press("Escape")
    assert not there.window.work.section


def test_a_section_or_a_meeting_can_lead_to_a_snapshot(there: Desk) -> None:
    there.window.sections.go(NAME, there.window.work.workbook.snapshots[0].id)
    there.settle()
    assert view(there).counts() == "24 November to now: 5 changes"
    assert there.focus is view(there).page.focusProxy()


def test_of_a_large_page_the_list_is_there_before_its_picture(desk: Desk) -> None:
    window = desk.window
    window.work.begin(wide_fishbone(330))
    desk.settle()
    keep(desk, "Tab", "Tab", "Return")
    window.work.step("rename", lambda it: edits.rename(it, key("head"), "Another head"))
    window.do("what changed")
    here, waited = view(desk), 0
    while not here.panel.changes.count():
        QApplication.processEvents()
        waited += 1
    assert waited > 3, "in several turns"
    sheet = here.page.focusProxy()
    assert sheet.box_of(key("head")).isEmpty()  # type: ignore[union-attr]  # a ComparedSheet
    for _ in range(60):
        QApplication.processEvents()
    assert not sheet.box_of(key("head")).isEmpty()  # type: ignore[union-attr]  # a ComparedSheet
    desk.press("Right")
    assert here.looking.sight == "then"
    here.turn("snapshots")
    for _ in range(20):
        QApplication.processEvents()
    assert "1 change since" in here.panel.snapshots.currentItem().text()

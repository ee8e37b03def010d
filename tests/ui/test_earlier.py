"""Earlier versions: kept at each save, told in words, restored as a copy."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import WHEN, Desk
from pytestqt.qtbot import QtBot
from workbooks import attendance, both, key

from ilead_studio import edits
from ilead_studio.storage.backups import Version, backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.files.backing import Backing
from ilead_studio.ui.past.earlier_view import EarlierView

Known = Callable[[], tuple[Version, ...]]


@pytest.fixture
def backing(desk: Desk) -> Iterator[Backing]:
    made = Backing(desk.window)
    yield made
    made.end()


@pytest.fixture
def saved(desk: Desk, backing: Backing, plan: Path) -> Known:
    """Open the file, save it with another title, and wait for its versions."""
    desk.window.filing.open_file(plan)
    desk.window.work.step("rename", lambda book: edits.rename_workbook(book, "Later"))
    desk.press("Ctrl+S")
    backing.end()
    return lambda: versions(backup_folder(desk.window.around.places.state, plan), Disk())


@pytest.fixture
def look(desk: Desk, saved: Known, qtbot: QtBot) -> EarlierView:
    """Look at the earlier versions, once all were read."""
    desk.window.do("earlier versions")
    view = desk.window.sections.view
    assert isinstance(view, EarlierView)
    desk.settle()
    qtbot.waitUntil(lambda: len(view._shelf.known) == len(view._shelf.kept))
    desk.settle()
    assert view._page.sights.isVisible()
    return view


def rows(view: EarlierView) -> list[str]:
    """Return what the list says, without the numbers of the rows."""
    said = (view.panel.list.item(at).text() for at in range(view.panel.list.count()))
    return [it.rpartition(", ")[0] for it in said]


def older(desk: Desk, saved: Known, view: EarlierView, qtbot: QtBot) -> None:
    """Look at the version that says otherwise than now."""
    keys = view.panel.list.keys()
    there = next(key for key in keys if view._shelf.known[str(key)].changes == "1 change")
    view.panel.list.choose(there)
    qtbot.waitUntil(lambda: view._both is not None and view._both.snapshot.id == there)
    desk.settle()


def test_a_save_keeps_what_was_opened_and_what_was_saved(saved: Known) -> None:
    titles = {open_workbook(it.file, Disk()).workbook.title for it in saved()}
    assert titles == {"Attendance", "Later"}


def test_what_is_saved_over_another_workbook_keeps_that_one(
    desk: Desk, saved: Known, plan: Path
) -> None:
    before = {it.file for it in saved()}
    other = plan.with_name("other.ilead")
    other.write_bytes(encode(attendance()))
    desk.answers.path = other
    desk.press("Ctrl+Shift+S")
    desk.settle()
    folder = backup_folder(desk.window.around.places.state, other)
    assert encode(attendance()) in {it.file.read_bytes() for it in versions(folder, Disk())}
    assert {it.file for it in saved()} == before


def test_however_its_path_is_written_a_file_has_one_list(desk: Desk, plan: Path) -> None:
    desk.window.filing.open_file(plan.parent / "none" / ".." / plan.name)
    assert desk.window.work.path == plan


def test_where_none_can_be_kept_it_is_told_once(desk: Desk, backing: Backing, plan: Path) -> None:
    state = desk.window.around.places.state
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_bytes(b"")
    desk.window.filing.open_file(plan)
    for title in ("Later", "Latest"):
        desk.window.work.step("rename", lambda it, words=title: edits.rename_workbook(it, words))
        desk.press("Ctrl+S")
        backing.end()
        desk.settle()
        assert ("no earlier version" in desk.window.banner.words) is (title == "Later")
        desk.window.banner.read.click()
    assert open_workbook(plan, Disk()).workbook.title == "Latest"


def test_the_list_tells_how_much_is_different_now(look: EarlierView) -> None:
    told = sorted(it for it in rows(look) if "saved" in it)
    assert [it.rpartition(" ")[2] for it in told] in (["change", "changes"], ["changes", "change"])


def test_looking_shows_the_page_and_what_is_different(
    desk: Desk, saved: Known, look: EarlierView, qtbot: QtBot
) -> None:
    before = desk.window.work.workbook
    assert desk.focus is look.panel.list
    older(desk, saved, look, qtbot)
    assert look.side._since.text().endswith(": 1 change")
    assert "The workbook of now is untouched" in look._page.says.text()
    assert not look._page.sheet.box_of(key("late")).isEmpty()
    desk.press("Left")
    desk.settle()
    assert look.looking.sight == "marked"
    assert desk.window.work.workbook is before
    desk.press("Escape")
    assert desk.focus is desk.window.canvas


def test_where_there_is_no_version_there_is_nothing_to_choose(desk: Desk, plan: Path) -> None:
    desk.window.filing.open_file(plan)
    desk.window.do("earlier versions")
    desk.settle()
    view = desk.window.sections.view
    assert isinstance(view, EarlierView)
    assert view._page.says.text() == "No earlier version yet: each save from here keeps one."
    assert not view._page.pages.isVisible()
    assert not view._page.sights.isVisible()


def test_editing_keys_say_why_nothing_happens(desk: Desk, look: EarlierView) -> None:
    before = desk.window.work.workbook
    desk.press("Delete", "F2", "X")
    assert "Restore it as a copy to work in it." in desk.window.status.words
    assert desk.window.work.workbook is before


def test_the_keys_that_help_are_those_of_the_list_with_the_keyboard(
    desk: Desk, look: EarlierView
) -> None:
    look.panel.list.setFocus()
    desk.settle()
    assert "Enter  restore as a copy" in desk.window.hints.text()
    look.side.list.setFocus()
    desk.settle()
    assert "Enter  take it back" in desk.window.hints.text()


def test_versions_are_sought_by_their_words(desk: Desk, look: EarlierView, qtbot: QtBot) -> None:
    desk.press("Ctrl+F")
    desk.type("Attendance")
    assert len(look.panel.list.keys()) == 1
    assert "1 version holds that." in look.panel._found.text()
    desk.press("Return")
    assert desk.focus is look.panel.list
    look.panel.field.setFocus()
    desk.press("Escape")
    assert len(look.panel.list.keys()) == 2
    desk.press("Escape")
    assert desk.window.work.section == ""


def test_words_that_are_found_have_the_ring(desk: Desk, look: EarlierView, qtbot: QtBot) -> None:
    desk.press("Ctrl+F")
    desk.type("come late")
    qtbot.waitUntil(lambda: look._page.sheet._item == key("late"))


def test_a_version_is_restored_as_a_copy_and_the_file_is_untouched(
    desk: Desk, saved: Known, look: EarlierView, plan: Path, qtbot: QtBot
) -> None:
    before = plan.read_bytes()
    older(desk, saved, look, qtbot)
    desk.press("Return")
    assert desk.window.work.path is None
    assert desk.window.work.workbook.title.startswith("Later, ")
    assert "earlier version, as a copy" in desk.window.status.words
    assert plan.read_bytes() == before


def test_one_item_and_old_words_are_taken_back_as_a_step_each(
    desk: Desk, backing: Backing, plan: Path, qtbot: QtBot
) -> None:
    window = desk.window
    window.filing.open_file(plan)
    for at, edit in enumerate((
        lambda book: edits.rename(book, key("late"), "Buses wait"),
        lambda book: edits.delete(book, [key("work")]),
    )):  # fmt: skip
        window.work.step(f"{at}", edit)
    desk.press("Ctrl+S")
    backing.end()
    window.do("earlier versions")
    view = window.sections.view
    assert isinstance(view, EarlierView)
    qtbot.waitUntil(lambda: "2 changes" in str(rows(view)))
    known = view._shelf.known
    view.panel.list.choose(next(it for it in known if known[it].changes == "2 changes"))
    for left, words in ((2, "back"), (1, "again")):
        qtbot.waitUntil(lambda many=left: len(view.side.list.keys()) == many)
        view.side.list.setFocus()
        view.side.list.step(0)
        desk.press("Return", "Space")
        assert words in window.status.words
    causes = {it.id: it.text for it in window.work.workbook.fishbones[0].causes}
    assert causes[key("late")] == "Buses come late"
    assert key("work") in causes
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert key("work") not in {it.id for it in window.work.workbook.fishbones[0].causes}


def test_two_versions_are_compared(
    desk: Desk, saved: Known, look: EarlierView, qtbot: QtBot
) -> None:
    older(desk, saved, look, qtbot)
    look.side.until.setCurrentIndex(1)
    look.side.until.activated.emit(1)
    qtbot.waitUntil(lambda: look._both is not None and bool(look.looking.new_id))
    desk.settle()
    assert not look.side.take.isEnabled()


def test_a_version_that_cannot_be_read_is_told(desk: Desk, saved: Known, qtbot: QtBot) -> None:
    for it in saved():
        it.file.write_bytes(it.file.read_bytes()[:100])
    desk.window.do("earlier versions")
    view = desk.window.sections.view
    assert isinstance(view, EarlierView)
    qtbot.waitUntil(lambda: "is damaged" in view._page.says.text())
    desk.press("Return")
    assert desk.window.work.path is not None
    assert not view.side.restore.isEnabled()


def test_where_there_is_none_it_is_told_why(desk: Desk, backing: Backing, plan: Path) -> None:
    desk.window.do("earlier versions")
    assert desk.window.status.words.startswith("This workbook has no file yet.")
    desk.window.filing.open_file(plan)
    desk.window.do("earlier versions")
    desk.settle()
    view = desk.window.sections.view
    assert isinstance(view, EarlierView)
    assert view._page.says.text().startswith("No earlier version yet")
    desk.press("Escape")
    assert desk.focus is desk.window.canvas


def test_snapshots_are_among_them(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    window.work.begin(both())
    window.work.step(
        "keep", lambda it: edits.take_snapshot(it, key("one"), "Convening", WHEN.date())
    )
    window.do("earlier versions")
    view = window.sections.view
    assert isinstance(view, EarlierView)
    qtbot.waitUntil(lambda: view._both is not None)
    assert view.panel.list.keys() == [key("one")]

"""A file that got another name while it was open, and is followed."""

from pathlib import Path

from hands import Desk
from workbooks import both

from ilead_studio import edits
from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.recovery import find
from ilead_studio.storage.store import open_workbook, save_workbook
from ilead_studio.ui.files.backing import Backing
from ilead_studio.ui.files.keeping import Keeping, journal_folder


def test_what_is_changed_in_it_is_kept_under_its_new_name(desk: Desk, tmp_path: Path) -> None:
    plan, keeping = tmp_path / "plan.ilead", Keeping(desk.window)
    save_workbook(both(), plan, Disk(), None)
    desk.window.filing.open_file(plan)
    desk.type("Snow")
    desk.press("Return", "Escape")
    new, stamp = plan.rename(plan.with_name("renamed.ilead")), desk.window.work.stamp
    assert stamp is not None
    desk.window.work.saved_to(new, stamp)
    keeping.end()
    (found,) = find(journal_folder(desk.window.around), Disk()).found
    found.release()
    assert found.path == new


def renamed_outside(desk: Desk, plan: Path, name: str) -> Path:
    """Rename the open file, as a file manager does, and go on with it."""
    new, stamp = plan.rename(plan.with_name(name)), desk.window.work.stamp
    assert stamp is not None
    desk.window.work.saved_to(new, stamp)
    desk.settle()
    return new


def titles(desk: Desk, path: Path) -> list[str]:
    folder = backup_folder(desk.window.around.places.state, path)
    return [open_workbook(it.file, Disk()).workbook.title for it in versions(folder, Disk())]


def retitled(desk: Desk, title: str) -> None:
    desk.window.work.step("title", lambda book: edits.rename_workbook(book, title))
    desk.press("Ctrl+S")
    desk.settle()


def test_its_earlier_versions_go_with_it(desk: Desk, tmp_path: Path) -> None:
    plan, backing = tmp_path / "plan.ilead", Backing(desk.window)
    plan.write_bytes(encode(edits.rename_workbook(both(), "Opened")))
    desk.window.filing.open_file(plan)
    for title in ("First", "Second"):
        retitled(desk, title)
    new = renamed_outside(desk, plan, "renamed.ilead")
    retitled(desk, "Third")
    backing.end()
    assert {*titles(desk, new)} == {"Opened", "First", "Second", "Third"}
    assert titles(desk, plan) == []


def test_what_was_opened_is_kept_before_it_is_saved_over(desk: Desk, tmp_path: Path) -> None:
    plan, backing = tmp_path / "plan.ilead", Backing(desk.window)
    plan.write_bytes(encode(edits.rename_workbook(both(), "Opened")))
    desk.window.filing.open_file(plan)
    new = renamed_outside(desk, plan, "renamed.ilead")
    retitled(desk, "First")
    backing.end()
    assert {*titles(desk, new)} == {"Opened", "First"}

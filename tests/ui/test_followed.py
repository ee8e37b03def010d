"""A file that got another name while it was open, and is followed."""

from pathlib import Path

from hands import Desk
from workbooks import both

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.recovery import find
from ilead_studio.storage.store import save_workbook
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

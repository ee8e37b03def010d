"""The button beside the right one costs nothing: what was not saved is among the versions."""

from pathlib import Path

import pytest
from hands import Desk
from other_programs import in_file, reword, text
from workbooks import both

from ilead_studio.storage.backups import Version, backup_folder, versions
from ilead_studio.storage.disk import Disk


def kept(desk: Desk, path: Path) -> list[Version]:
    desk.window.filing.wait()
    found = versions(backup_folder(desk.window.around.places.state, path), Disk())
    return [it for it in found if it.was_typed]


@pytest.mark.parametrize("way", ["new", "close"])
def test_what_is_not_to_be_saved_stays_among_the_earlier_versions(
    desk: Desk, plan: Path, way: str
) -> None:
    desk.window.filing.open_file(plan)
    reword(desk, "Mine")
    desk.answers.unsaved_answer = "leave"
    desk.window.do(way)
    desk.settle()
    (mine,) = kept(desk, plan)
    assert (in_file(mine.file), in_file(plan)) == ("Mine", text(both()))


def test_nothing_is_kept_where_nothing_was_typed(desk: Desk, plan: Path) -> None:
    desk.window.filing.open_file(plan)
    desk.window.do("new")
    desk.settle()
    assert kept(desk, plan) == []

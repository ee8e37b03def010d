"""What the card tells that offers what was typed and never saved: all of it, whatever the drive."""

import os
from pathlib import Path

import pytest
from hands import Desk
from journals import state
from PySide6.QtWidgets import QLabel
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.journal import Base, Journal
from ilead_studio.storage.recovery import MOST
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.offer_card import OfferCard
from ilead_studio.ui.files.offering import offer_found


def left(journals: Path, plan: Path, book: Workbook) -> None:
    """Leave what a program leaves that stopped."""
    journal = Journal(journals, Disk())
    journal.keep(state(book, Base(both(), plan.read_bytes(), plan)))
    journal.let_go()


def far_off(_disk: Disk, path: Path) -> os.stat_result:
    """Say what the system does, but for a time: some drives keep any number."""
    known = path.stat()
    return os.stat_result((*known[:8], 10**12, known[9]), {"st_mtime": 1e12, "st_mtime_ns": 10**21})


def test_what_stands_on_no_page_is_told_too(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    left(journals, plan, edits.catch(both(), key("caught"), "Nobody asked the drivers"))
    offer_found(desk.window, keeping)
    desk.settle()
    (card,) = desk.window.findChildren(OfferCard)
    assert [it.words for it in card.typed.lines] == ["Added: Nobody asked the drivers"]


def test_of_very_many_those_that_wait_for_a_later_start_are_counted(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path
) -> None:
    for _ in range(MOST + 2):
        left(journals, plan, edits.rename_workbook(both(), "Later"))
    offer_found(desk.window, keeping)
    desk.settle()
    told = [it.text() for it in desk.window.findChildren(QLabel) if it.isVisible()]
    assert f"{MOST - 5} more come when you have chosen about these." in told
    assert "2 more are offered at later starts." in told
    assert len([*journals.glob("*.journal")]) == MOST + 2


def test_a_file_of_a_time_that_no_calendar_knows_is_no_hindrance(
    desk: Desk, keeping: Keeping, plan: Path, journals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Disk, "stat", far_off)
    left(journals, plan, edits.rename_workbook(both(), "Later"))
    offer_found(desk.window, keeping)
    desk.settle()
    (card,) = desk.window.findChildren(OfferCard)
    assert "Opens without a fault" in [it.words for it in card.saved.lines]

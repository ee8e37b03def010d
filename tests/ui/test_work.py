"""What is open, without a window: pages that come and go, and workbooks after one another."""

import pytest
from workbooks import attendance, both, key

from ilead_studio.model import new_ids
from ilead_studio.rules.sieve import Sieve
from ilead_studio.session.capture import Slot
from ilead_studio.ui.work import Work


@pytest.fixture
def work() -> Work:
    return Work(both(), new_ids(7))


def test_a_slot_goes_with_its_page(work: Work) -> None:
    work.set_slot(Slot(work.workbook.fishbones[0].id, "cause", key("buses")))
    assert work.shown is not work.workbook
    work.open_page(work.workbook.theories[0].id)
    assert work.slot is None
    assert work.shown is work.workbook


def test_a_new_workbook_begins_unfolded_and_unfiltered(work: Work) -> None:
    work.select(key("buses"))
    work.fold()
    work.look(sieve=Sieve("supported"), holding="bus", pinned=key("late"), colour_by="evidence")
    assert work.faded
    work.begin(attendance())
    assert not work.folded
    assert not work.faded
    assert (work.sight.sieve, work.sight.holding, work.sight.pinned) == (None, "", "")
    assert work.sight.colour_by == "evidence"

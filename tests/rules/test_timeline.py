"""The timeline of meetings, cycles and snapshots."""

from datetime import date

from gatherings import NOVEMBER, gathered
from trials import decided
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.rules.timeline import timeline

SNAP = key("snap")


def test_days_stand_by_month_the_newest_first() -> None:
    months = timeline(gathered(), [(SNAP, "24 November", NOVEMBER), (key("old"), "", NOVEMBER)])
    assert [it.heading for it in months] == ["January 2027", "November 2026", "October 2026"]
    assert [it.words for it in months[1].rows] == [
        "24 Nov · snapshot “24 November”",
        "24 Nov · snapshot",
        "24 Nov · convening, halfway, open now",
        "2 Nov · weekly huddle, planned",
    ]
    assert next((it.kind, it.id) for it in months[1].rows) == ("snapshot", SNAP)
    assert months[2].rows[0].spoken == "12 Oct, convening"


def test_what_a_cycle_did_stands_on_its_days() -> None:
    (month,) = timeline(decided())
    assert [(it.words, it.sign) for it in month.rows] == [
        ("24 Nov · cycle 1 decided: adapt", "refresh"),
        ("20 Nov · cycle 1 in Study", "refresh"),
        ("2 Nov · cycle 1 in Do", "refresh"),
    ]
    assert [it.about for it in month.rows] == ["Talk about books"] * 3
    assert month.rows[1].spoken == "20 Nov, “Talk about books”, cycle 1, in Study"


def test_months_of_different_years_are_different_months() -> None:
    workbook = edits.add_meeting(both(), key("one"), date(2026, 11, 1))
    workbook = edits.add_meeting(workbook, key("two"), date(2027, 11, 1))
    assert [len(it.rows) for it in timeline(workbook)] == [1, 1]
    assert timeline(both()) == ()

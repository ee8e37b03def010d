"""What is worth a second look in measures."""

from measures import CALLS, counting
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Fault, Workbook
from ilead_studio.rules.advice import advice, looked_at
from ilead_studio.rules.advice_panel import advice_panel


def orphans(workbook: Workbook) -> list[Fault]:
    return [it for it in advice(workbook) if it.rule == "orphan-measure"]


def test_a_measure_that_nothing_names_is_asked_what_it_is_for() -> None:
    assert orphans(counting()) == []
    (orphan,) = orphans(edits.add_measure(counting(), key("books"), "Books"))
    assert orphan.item == key("books")
    assert orphan.message == "No aim, driver, idea or cycle names the measure “Books”."
    assert orphans(edits.measure_driver(
        edits.add_measure(counting(), key("books"), "Books"), key("teach"), key("books")
    )) == []  # fmt: skip


def test_a_measure_is_orphaned_only_when_the_last_one_that_names_it_goes() -> None:
    workbook = edits.put(counting(), [key("aim")], measure_id=None)
    workbook = edits.put(workbook, [key("daily")], measures=())
    workbook = edits.put(workbook, [key("talk")], consequences=())
    assert orphans(workbook) == []
    left = edits.change_line(workbook, key("cycle"), key("line"), measure_id=None)
    assert [it.item for it in orphans(left)] == [CALLS]


def test_it_can_be_dismissed_and_that_goes_with_the_measure() -> None:
    workbook = edits.add_measure(both(), key("books"), "Books")
    away = edits.dismiss(workbook, "orphan-measure", key("books"))
    assert orphans(away) == []
    panel = advice_panel(away, looked_at(away))
    assert [(it.heading, it.ref) for it in panel.dismissed] == [
        ("A measure that nothing names", "")
    ]
    assert edits.delete_measure(away, key("books")).dismissed == ()

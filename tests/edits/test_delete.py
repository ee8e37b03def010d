"""Deleting: what goes along, and what stays."""

import pytest
from workbooks import both, key, reading

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Idea, Workbook, faults, find, replace


def there(workbook: Workbook, *names: str) -> list[str]:
    return [name for name in names if find(workbook, key(name)) is not None]


def test_a_cause_goes_with_its_whys() -> None:
    workbook = edits.delete(both(), [key("late")])
    assert there(workbook, "buses", "late", "roads", "full") == ["buses", "full"]
    assert faults(workbook) == ()


def test_what_goes_is_told_before() -> None:
    assert edits.doomed(both(), [key("buses")]) == {
        key(name) for name in ("buses", "late", "roads", "full")
    }
    assert edits.doomed(both(), [key("teach")]) == {key("teach"), key("daily"), key("hour")}
    assert edits.doomed(both(), [key("nobody")]) == set()


def test_a_shared_idea_survives_the_deletion_of_one_driver() -> None:
    workbook = edits.delete(reading(), [key("daily")])
    assert there(workbook, "daily", "talk", "hour") == ["talk", "hour"]
    (link,) = (it for it in workbook.theories[0].links if it.source == key("talk"))
    assert link.target == key("families")
    assert faults(workbook) == ()


def test_a_shared_idea_goes_when_all_its_drivers_go_and_its_cycles_go_along() -> None:
    workbook = edits.delete(reading(), [key("teach"), key("families")])
    assert workbook.theories[0].links == ()
    assert (workbook.ideas, workbook.cycles) == ((), ())
    assert faults(workbook) == ()


def test_a_shared_driver_survives_the_deletion_of_one_parent() -> None:
    workbook = edits.link(reading(), key("daily"), key("families"))
    workbook = edits.delete(workbook, [key("teach")])
    assert there(workbook, "teach", "daily", "talk", "hour") == ["daily", "talk"]
    assert faults(workbook) == ()


def test_an_idea_of_two_theories_survives_the_deletion_of_a_driver_on_one() -> None:
    workbook = edits.add_theory(reading(), key("other"))
    workbook = edits.link(workbook, key("hour"), key("other"))
    workbook = edits.delete(workbook, [key("teach")])
    assert there(workbook, "hour", "daily") == ["hour"]
    assert [link.target for link in workbook.theories[1].links] == [key("other")]


def test_a_deleted_idea_goes_from_every_theory_with_its_cycles() -> None:
    workbook = edits.add_theory(reading(), key("other"))
    workbook = edits.link(workbook, key("talk"), key("other"))
    workbook = edits.delete(workbook, [key("talk")])
    assert there(workbook, "talk", "hour") == ["hour"]
    assert workbook.cycles == ()
    assert all(link.source != key("talk") for page in workbook.theories for link in page.links)


def test_an_idea_on_no_page_can_be_deleted() -> None:
    workbook = reading()
    idea = Idea(id=key("lonely"), ref="I2", text="Read on the bus")
    workbook = replace(workbook, ideas=(*workbook.ideas, idea))
    assert edits.doomed(workbook, [key("lonely")]) == {key("lonely")}
    assert edits.delete(workbook, [key("lonely")]) == reading()


def test_items_of_several_pages_are_deleted_together() -> None:
    workbook = edits.delete(both(), [key("home"), key("work"), key("daily"), key("hour")])
    assert there(workbook, "home", "work", "daily", "hour", "talk") == ["talk"]
    assert faults(workbook) == ()


@pytest.mark.parametrize("root", ["head", "aim"])
def test_the_head_and_the_aim_stay_and_so_does_all_else_that_was_selected(root: str) -> None:
    with pytest.raises(EditError, match="The head and the aim stay: change their words instead"):
        edits.delete(both(), [key("late"), key(root)])


def test_what_is_gone_already_is_not_missed() -> None:
    workbook = both()
    assert edits.delete(workbook, [key("nobody")]) is workbook

"""The parking lot, the tray, many lines at once, and whole pages."""

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Idea, Workbook, faults, find, new_ids
from ilead_studio.rules.outline import outline


def outline_of(workbook: Workbook, page: int = 0) -> list[tuple[int, str]]:
    from ilead_studio.model import pages

    return [(row.depth, row.text) for row in outline(workbook, pages(workbook)[page])]


def test_a_parked_cause_is_an_early_solution_with_its_role_and_its_whys() -> None:
    workbook = edits.put(both(), [key("late")], raised_by="bus driver")
    workbook = edits.park(workbook, [key("late"), key("roads")], new_ids(1))
    (idea,) = edits.parked(workbook)
    assert (idea.text, idea.raised_by, idea.notes) == (
        "Buses come late", "bus driver", "– Roads are mended",
    )  # fmt: skip
    assert idea.ref == "I3"
    assert find(workbook, key("late")) is None
    assert faults(workbook) == ()


def test_only_causes_and_ideas_are_parked() -> None:
    with pytest.raises(EditError, match="Only causes and change ideas can be parked"):
        edits.park(both(), [key("teach")], new_ids(1))


def test_words_go_straight_to_the_parking_lot() -> None:
    workbook = edits.park_words(both(), key("new"), " Give mentors  a free period ", "mentor")
    assert [(it.text, it.raised_by) for it in edits.parked(workbook)] == [
        ("Give mentors  a free period", "mentor")
    ]


def test_what_was_parked_comes_back_under_a_driver_with_its_reference() -> None:
    workbook = edits.park(both(), [key("talk")], new_ids(1))
    workbook = edits.place_parked(workbook, key("talk"), key("new"), key("families"))
    talk = find(workbook, key("talk"))
    assert isinstance(talk, Idea)
    assert (talk.state, talk.ref) == ("proposed", "I1")
    assert workbook.counters == both().counters
    assert faults(workbook) == ()


def test_what_was_parked_by_mistake_becomes_a_cause_again() -> None:
    workbook = edits.put(both(), [key("late")], raised_by="bus driver")
    workbook = edits.park(workbook, [key("late")], new_ids(1))
    (idea,) = edits.parked(workbook)
    workbook = edits.place_parked(workbook, idea.id, key("back"), key("buses"), key("full"))
    back = find(workbook, key("back"))
    assert isinstance(back, Cause)
    assert (back.text, back.raised_by) == ("Buses come late", "bus driver")
    assert edits.parked(workbook) == ()


def test_words_wait_in_the_tray_until_they_find_their_place() -> None:
    workbook = edits.catch(both(), key("loose"), "Parking at the school", "from the chat")
    workbook = edits.reword(workbook, key("loose"), "No parking at the school")
    workbook = edits.settle(workbook, key("loose"), "cause", key("new"), key("home"))
    new = find(workbook, key("new"))
    assert isinstance(new, Cause)
    assert (new.text, new.parent_id) == ("No parking at the school", key("home"))
    assert workbook.tray == ()
    with pytest.raises(EditError, match="no longer in the workbook"):
        edits.settle(workbook, key("loose"), "cause", key("other"), key("home"))


LINES = [
    edits.NewLine(0, "First"),
    edits.NewLine(1, "Below", fields={"votes": 3, "owner": "nobody"}),
    edits.NewLine(4, "Deep"),
    edits.NewLine(0, "Second", is_idea=True),
]


def test_lines_become_causes_before_a_sibling_in_one_step() -> None:
    workbook, new = edits.add_lines(both(), LINES, key("buses"), key("full"), new_ids(1))
    assert outline_of(workbook)[2:8] == [
        (2, "Buses come late"), (3, "Roads are mended"),
        (2, "First"), (3, "Below"), (4, "Deep"), (2, "Second"),
    ]  # fmt: skip
    below = find(workbook, new[1])
    assert isinstance(below, Cause)
    assert below.votes == 3
    assert faults(workbook) == ()


def test_lines_become_drivers_and_ideas() -> None:
    workbook, _ = edits.add_lines(both(), LINES, key("families"), None, new_ids(1))
    rows = [(row.text, row.role.value) for row in outline(workbook, workbook.theories[0])]
    assert rows[-4:] == [
        ("First", "driver"), ("Below", "driver"), ("Deep", "driver"), ("Second", "idea"),
    ]  # fmt: skip
    assert faults(workbook) == ()


def test_too_many_lines_or_too_deep_ones_change_nothing() -> None:
    with pytest.raises(EditError, match="At most 2,000 lines"):
        edits.add_lines(both(), LINES * 501, key("head"), None, new_ids(1))
    steps = [edits.NewLine(depth, "x") for depth in range(41)]
    for parent in ("buses", "families"):
        with pytest.raises(EditError, match="not deeper"):
            edits.add_lines(both(), steps, key(parent), None, new_ids(1))


def test_no_lines_are_no_change() -> None:
    for parent in ("buses", "families"):
        assert edits.add_lines(both(), [], key(parent), None, new_ids(1)) == (both(), ())


@pytest.mark.parametrize("number", [0, 1])
def test_a_copy_of_a_page_reads_like_it_and_has_ids_of_its_own(number: int) -> None:
    from ilead_studio.model import pages

    workbook = edits.copy_linked(both(), key("late"), key("again"), key("home"))
    page = pages(workbook)[number]
    copied = edits.duplicate_page(workbook, page.id, "Another view", new_ids(1))
    one, two = (it for it in pages(copied) if type(it) is type(page))
    assert two.title == "Another view"
    assert [row.text for row in outline(copied, one)] == [row.text for row in outline(copied, two)]
    assert faults(copied) == ()


def test_pages_change_their_order_and_go() -> None:
    workbook = edits.add_fishbone(both(), key("second"), "Second")
    workbook = edits.move_page(workbook, key("second"), key("head"))
    assert [page.id for page in workbook.fishbones] == [key("second"), key("head")]
    workbook = edits.put(workbook, [key("teach")], answers=(key("roads"),))
    workbook = edits.delete_page(edits.delete_page(workbook, key("head")), key("aim"))
    assert [page.id for page in workbook.fishbones] == [key("second")]
    assert workbook.theories == ()
    assert len(workbook.ideas) == 2
    assert faults(workbook) == ()

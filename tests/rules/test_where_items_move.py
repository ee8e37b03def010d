"""Where Alt and an arrow take an item."""

import pytest
from workbooks import attendance, both, key, reading

from ilead_studio import edits
from ilead_studio.model import Link, Workbook, page_of, replace
from ilead_studio.rules.places import Direction, Place, next_place, place_of


def place(parent: str, before: str | None = None) -> Place:
    return Place(key(parent), before and key(before))


def moved(workbook: Workbook, name: str, direction: Direction) -> Place | None:
    page = page_of(workbook, key(name))
    assert page is not None
    return next_place(workbook, page, key(name), direction)


@pytest.mark.parametrize(
    ("name", "direction", "there"),
    [
        ("full", "up", place("buses", "late")),
        ("late", "down", place("buses")),
        ("home", "up", place("head", "buses")),
        ("buses", "down", place("head")),
    ],
)
def test_up_and_down_change_the_order(name: str, direction: Direction, there: Place) -> None:
    assert moved(attendance(), name, direction) == there


@pytest.mark.parametrize(
    ("name", "direction", "there"),
    [
        ("full", "down", place("home", "work")),
        ("work", "up", place("buses")),
        ("roads", "down", place("full")),
        ("late", "up", None),
        ("work", "down", None),
        ("buses", "up", None),
        ("home", "down", None),
    ],
)
def test_at_the_end_up_and_down_lead_on_to_the_next_parent_of_the_same_level(
    name: str, direction: Direction, there: Place | None
) -> None:
    assert moved(attendance(), name, direction) == there


@pytest.mark.parametrize(
    ("name", "there"),
    [("roads", place("buses", "full")), ("work", place("head")), ("buses", None)],
)
def test_out_makes_an_item_the_sibling_after_its_parent(name: str, there: Place | None) -> None:
    assert moved(attendance(), name, "out") == there


@pytest.mark.parametrize(
    ("name", "there"),
    [("full", place("late")), ("home", place("buses")), ("late", None), ("buses", None)],
)
def test_in_puts_an_item_under_the_sibling_above(name: str, there: Place | None) -> None:
    assert moved(attendance(), name, "in") == there


@pytest.mark.parametrize(
    ("name", "direction", "there"),
    [
        ("hour", "in", place("daily")),
        ("hour", "out", place("aim")),
        ("hour", "down", place("families")),
        ("talk", "in", None),
        ("talk", "out", place("teach")),
        ("daily", "out", place("aim", "families")),
        ("daily", "down", place("families")),
        ("families", "in", place("teach")),
    ],
)
def test_ideas_and_drivers_move_among_their_own_kind(
    name: str, direction: Direction, there: Place | None
) -> None:
    assert moved(reading(), name, direction) == there


def test_a_driver_passes_over_a_parent_that_serves_it() -> None:
    """Daily reading is served by Families, so it goes on to Weekends."""
    workbook = edits.add_driver(reading(), key("weekend"), "Weekends", key("aim"))
    theory = workbook.theories[0]
    extra = Link(source=key("families"), target=key("daily"))
    workbook = replace(workbook, theories=(replace(theory, links=(*theory.links, extra)),))
    assert moved(workbook, "daily", "down") == place("weekend")


@pytest.mark.parametrize("direction", ["up", "down", "out", "in"])
@pytest.mark.parametrize("root", ["head", "aim"])
def test_the_head_and_the_aim_go_nowhere(root: str, direction: Direction) -> None:
    assert moved(both(), root, direction) is None


def test_down_passes_over_one_sibling() -> None:
    workbook = edits.add_cause(attendance(), key("third"), "Third", key("buses"))
    assert moved(workbook, "late", "down") == place("buses", "third")
    assert moved(workbook, "third", "up") == place("buses", "full")


def test_up_undoes_down() -> None:
    workbook = attendance()
    down = edits.move(workbook, key("full"), key("home"), key("work"))
    back = moved(down, "full", "up")
    assert back == place_of(workbook, workbook.fishbones[0], key("full"))

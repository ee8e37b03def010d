"""Where the next item goes, and what it is."""

import pytest
from workbooks import attendance, both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Page, Workbook, find, page_of, pages
from ilead_studio.rules.outline import Role
from ilead_studio.session.capture import (
    Slot,
    added_label,
    asks,
    asks_of_root,
    filled,
    slot_after,
    slot_below,
    slot_in,
    slot_out,
    slot_turned,
)


def slot(kind: edits.Kind, parent: str, before: str | None = None) -> Slot:
    page_id = key("head" if kind == "cause" else "aim")
    return Slot(page_id, kind, key(parent), before and key(before))


def page(workbook: Workbook, name: str) -> Page:
    found = page_of(workbook, key(name))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("late", slot("cause", "buses", "full")),
        ("full", slot("cause", "buses")),
        ("buses", slot("cause", "head", "home")),
        ("head", slot("cause", "head")),
        ("daily", slot("driver", "teach")),
        ("teach", slot("driver", "aim", "families")),
        ("hour", slot("idea", "teach")),
        ("aim", slot("driver", "aim")),
    ],
)
def test_the_next_item_goes_after_the_selected_one(name: str, there: Slot) -> None:
    assert slot_after(both(), page(both(), name), key(name)) == there


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("full", slot("cause", "full")),
        ("buses", slot("cause", "buses")),
        ("families", slot("driver", "families")),
        ("daily", slot("idea", "daily")),
        ("teach", slot("idea", "teach")),
        ("talk", None),
    ],
)
def test_a_why_goes_below_the_selected_item(name: str, there: Slot | None) -> None:
    assert slot_below(both(), page(both(), name), key(name)) == there


def test_below_a_driver_comes_a_driver_or_an_idea_by_its_level() -> None:
    """A primary driver without anything below gets drivers, a secondary one change ideas."""
    workbook = edits.delete(both(), [key("talk"), key("hour")])
    theory = workbook.theories[0]
    assert slot_below(workbook, theory, key("teach")) == slot("driver", "teach")
    assert slot_below(workbook, theory, key("families")) == slot("driver", "families")
    assert slot_below(workbook, theory, key("daily")) == slot("idea", "daily")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (slot("cause", "buses", "full"), slot("cause", "late")),
        (slot("cause", "buses"), slot("cause", "full")),
        (slot("cause", "buses", "late"), None),
        (slot("cause", "head"), slot("cause", "home")),
        (slot("driver", "aim", "families"), slot("idea", "teach")),
        (slot("idea", "teach"), slot("idea", "daily")),
        (slot("idea", "teach", "hour"), slot("idea", "daily")),
        (slot("idea", "families"), None),
    ],
)
def test_tab_moves_an_empty_slot_in(here: Slot, there: Slot | None) -> None:
    workbook = both()
    place = next(it for it in pages(workbook) if it.id == here.page_id)
    assert slot_in(workbook, place, here) == there


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (slot("cause", "late"), slot("cause", "buses", "full")),
        (slot("cause", "home"), slot("cause", "head")),
        (slot("cause", "head"), None),
        (slot("idea", "daily"), slot("driver", "teach")),
        (slot("driver", "aim"), None),
    ],
)
def test_shift_tab_moves_a_slot_out(here: Slot, there: Slot | None) -> None:
    workbook = both()
    place = next(it for it in pages(workbook) if it.id == here.page_id)
    assert slot_out(workbook, place, here) == there


def test_a_driver_is_turned_into_an_idea_and_back() -> None:
    workbook, theory = both(), both().theories[0]
    here = slot("driver", "aim", "families")
    assert slot_turned(workbook, theory, here) == slot("idea", "aim")
    assert slot_turned(workbook, theory, slot("idea", "aim", "families")) == here
    why = slot("cause", "late")
    assert slot_turned(workbook, workbook.fishbones[0], why) == why


def test_a_filled_slot_is_an_item_where_it_was_shown() -> None:
    here = slot("cause", "buses", "full")
    workbook = filled(attendance(), here, key("new"), "Buses break down")
    made = find(workbook, key("new"))
    assert made is not None
    assert slot_after(workbook, workbook.fishbones[0], key("late")).before == key("new")
    with pytest.raises(EditError):
        filled(attendance(), here, key("new"), " ")


@pytest.mark.parametrize(
    ("here", "words", "label"),
    [
        (slot("cause", "head"), "Next bone", "add the cause “Late”"),
        (slot("cause", "buses"), "Next cause", "add the cause “Late”"),
        (slot("cause", "late"), "Why?", "add the cause “Late”"),
        (slot("cause", "roads"), "Why?", "add the cause “Late”"),
        (slot("driver", "aim"), "Primary driver", "add the driver “Late”"),
        (slot("driver", "teach"), "Next driver", "add the driver “Late”"),
        (slot("idea", "teach"), "Change idea", "add the change idea “Late”"),
    ],
)
def test_an_empty_slot_says_what_it_asks_for(here: Slot, words: str, label: str) -> None:
    workbook = both()
    place = next(it for it in pages(workbook) if it.id == here.page_id)
    assert asks(here, place, workbook) == words
    assert added_label(here, "Late") == label


def test_an_empty_head_or_aim_asks_for_its_words_and_nothing_else_does() -> None:
    assert asks_of_root(Role.HEAD) == "What happens, in one sentence"
    assert asks_of_root(Role.AIM) == "How much, by when, for whom?"
    assert asks_of_root(Role.CAUSE) == ""

"""What a step did, in one sentence."""

from collections.abc import Callable

import pytest
from workbooks import attendance, both, key, reading

from ilead_studio import edits
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.model import Workbook, pages
from ilead_studio.rules.outline import outline
from ilead_studio.ui.frame.happened import NOTHING, Heard, happened

Edit = Callable[[Workbook], Workbook]


def heard(book: Workbook, chosen: str = "") -> Heard:
    page = pages(book)[0]
    view = View(marks=marks_of(book))
    return Heard(page.id, outline(book, page), view, key(chosen) if chosen else page.id)


def told(edit: Edit, chosen: str, book: Workbook) -> str:
    return happened(heard(book, chosen), heard(edit(book), chosen))


@pytest.mark.parametrize(
    ("edit", "chosen", "sentence"),
    [
        (
            lambda it: edits.add_cause(it, key("new"), "Snow", key("late")),
            "new",
            "Added “Snow”, why, 2 of 2, under “Buses come late”.",
        ),
        (
            lambda it: edits.move_all(it, (key("full"),), key("home"), None),
            "full",
            "Moved “Buses are full”, cause, 2 of 2, under “Home”.",
        ),
        (lambda it: edits.rename(it, key("full"), "Buses"), "full", "Renamed: “Buses”."),
        (lambda it: edits.delete(it, (key("full"),)), "late", "Deleted “Buses are full”."),
        (
            lambda it: edits.delete(it, (key("buses"),)),
            "head",
            "Deleted “Buses” and 3 items below it.",
        ),
        (
            lambda it: edits.delete(it, (key("full"), key("work"))),
            "head",
            "2 items deleted.",
        ),
        (
            lambda it: edits.put(it, (key("full"),), votes=3, evidence="supported"),
            "full",
            "“Buses are full”: supported, 3 votes.",
        ),
        (lambda it: edits.put(it, (key("full"),), votes=3), "late", ""),
        (lambda it: edits.rename_page(it, key("head"), "Another title"), "head", ""),
    ],
)
def test_a_step_on_a_fishbone_is_told_with_its_place(
    edit: Edit, chosen: str, sentence: str
) -> None:
    assert told(edit, chosen, attendance()) == sentence


def test_a_mark_that_is_taken_away_is_told() -> None:
    noted = edits.note(reading(), key("daily"), "Ask the staff")
    words = told(lambda it: edits.note(it, key("daily"), ""), "daily", noted)
    assert words == "“Daily reading”: nothing is marked."


def test_a_link_tells_what_else_is_served_now() -> None:
    words = told(lambda it: edits.link(it, key("hour"), key("families")), "hour", reading())
    assert words == "“Quiet hour”: change idea, 2 of 2, also serves “Families”."


def test_many_items_at_once_are_counted() -> None:
    def both_of_them(book: Workbook) -> Workbook:
        one = edits.add_cause(book, key("new"), "Snow", key("late"))
        return edits.add_cause(one, key("newer"), "Winter", key("new"))

    assert told(both_of_them, "newer", attendance()) == "2 items added."


def test_long_words_are_shortened() -> None:
    words = told(lambda it: edits.rename(it, key("full"), "long " * 20), "full", attendance())
    assert words.endswith("…”.")
    assert len(words) < 60


def test_another_page_is_no_step() -> None:
    one, two = pages(both())[:2]
    here = Heard(one.id, outline(both(), one), View(), one.id)
    there = Heard(two.id, outline(both(), two), View(), two.id)
    assert happened(here, there) == happened(NOTHING, there) == ""

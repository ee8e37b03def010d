"""The list of open questions as it is shown."""

from datetime import date

from measures import CALLS, counting
from trials import studying
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.open_list import about_long, about_words, asked, kind_words, sorts

NOTE, DONE, DAY = key("askings"), key("donezz"), date(2026, 11, 20)


def noted() -> Workbook:
    book = edits.note_question(chained(), NOTE, "Who rides the bus?", key("late"), "Planner")
    book = edits.note_question(book, DONE, "Who has a key?")
    return edits.put_question(book, DONE, answered=DAY)


def test_every_sort_says_how_many_it_has() -> None:
    many = dict(sorts(noted()))
    assert many["question"] == many["answered"] == 1
    assert many["every"] == sum(
        it for sort, it in many.items() if sort not in ("every", "answered")
    )
    assert many["hunch"] == len(asked(noted(), "hunch")) > 1


def test_what_was_noted_comes_last_and_can_be_changed() -> None:
    *rest, last = asked(noted(), "every")
    assert (last.text, last.who, last.about, last.question_id) == (
        "Who rides the bus?", "Planner", "C2", NOTE,
    )  # fmt: skip
    assert not any(it.question_id for it in rest)
    assert asked(noted(), "question") == (last,)
    assert kind_words(last.kind) == "Noted"
    assert asked(noted(), "hunch")[0].who == ""


def test_answered_ones_keep_their_day() -> None:
    (done,) = asked(noted(), "answered")
    assert (done.text, done.answered, done.about) == ("Who has a key?", DAY, "")


def test_what_a_question_is_about_is_named_shortly_and_at_length() -> None:
    book = edits.add_measure(studying(), key("calls"), "Calls")
    assert about_words(book, key("calls")) == "Calls"
    assert about_long(book, key("late")) == "C2 · Buses come late"
    assert about_long(book, key("cycle")).startswith("P1 · “")
    assert about_long(book, key("head")) == "F1 · Pupils miss school"
    assert about_words(book, "") == about_long(book, "") == ""
    assert about_words(counting(), CALLS) == "Calls"
    assert about_words(book, key("problem")).startswith("One pupil in five")

"""The whole way by edits alone: from a solution that came too early to a change that lasts."""

from datetime import date, timedelta

from trials import NOW
from workbooks import attendance, key

from ilead_studio import edits
from ilead_studio.model import faults, find, new_ids
from ilead_studio.rules.cycles import cycle_with_id, frozen_words, state_words
from ilead_studio.rules.learning import by_driver, findings
from ilead_studio.rules.overdue import overdue_words
from ilead_studio.rules.ramps import ramps
from ilead_studio.storage.format import decode, encode

IDEA, ONE, TWO, ASKED = key("idea"), key("one"), key("two"), key("asked")


def test_an_early_solution_is_parked_tested_twice_and_adopted() -> None:
    book = edits.park_words(attendance(), IDEA, "Text each Monday", "family liaison")
    book = edits.add_theory(book, key("aim"), "Attendance", "90 % come daily by June 2027")
    book = edits.add_driver(book, key("told"), "Families know the next step", key("aim"))
    book = edits.put(book, [key("told")], answers=(key("late"),))
    book = edits.place_parked(book, IDEA, key("x"), key("told"))
    book = edits.trace(book, IDEA, [key("late")])

    book = edits.plan_cycle(book, IDEA, ONE, "Does a text on Monday get done by Friday?")
    book = edits.add_line(book, ONE, "questions", ASKED, "How many of five do it?")
    book = edits.change_line(book, ONE, ASKED, prediction="Three", reason="The day is near")
    book = edits.put_cycle(book, ONE, scale="5 families", planned_end=date(2026, 11, 6))
    book = edits.begin_do(book, ONE, NOW, on_paper=date(2026, 10, 30))
    assert frozen_words(book.cycles[0]) == "Written on paper 30 Oct, typed 2 Nov"
    assert overdue_words(book, date(2026, 11, 20)) == (
        "“Text each Monday”, cycle 1, is two school weeks late."
    )
    book = edits.to_study(book, ONE, date(2026, 11, 20))
    book = edits.change_line(book, ONE, ASKED, result="Four", match="matched")
    book = edits.put_cycle(book, ONE, learned="The hour matters", changed="assumption")
    book = edits.say_about(book, ONE, key("told"), key("says"), "for")
    book = edits.say_about(book, ONE, key("late"), key("y"), "against")
    book = edits.decide(book, ONE, "adapt", date(2026, 11, 20), changes="Send at noon")

    book = edits.next_cycle(book, ONE, TWO, new_ids(8))
    (again,) = cycle_with_id(book, TWO).questions
    book = edits.change_line(book, TWO, again.id, prediction="Four", reason="As last time")
    book = edits.begin_do(book, TWO, NOW + timedelta(weeks=3))
    book = edits.to_study(book, TWO, date(2026, 12, 4))
    book = edits.decide(
        book, TWO, "adopt", date(2026, 12, 4),
        learned="It works for all", kept_up="It stands in the calendar of the office",
    )  # fmt: skip

    idea = find(book, IDEA)
    assert (idea.state, idea.raised_by, idea.origin) == (
        "adopted", "family liaison", "parking lot",
    )  # fmt: skip
    (ramp,) = ramps(book, IDEA)
    assert [state_words(it) for it in ramp.cycles] == ["decided: adapt", "decided: adopt"]
    assert ramp.closed == "adopt"
    assert [(it.ref, it.speaks) for it in findings(book, ONE)] == [("D1", "for"), ("C2", "against")]
    assert [(it.heading, it.speaks) for it in by_driver(book)] == [
        ("Families know the next step", (1, 0, 0))
    ]
    assert faults(book) == ()
    assert decode(encode(book), "plan.ilead").workbook == book

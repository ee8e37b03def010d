"""Small workbooks in which an idea is tested, one for each state of a cycle."""

from datetime import date, datetime, timedelta, timezone

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Cycle, Decision, Idea, Workbook, find, new_ids
from ilead_studio.rules.cycles import cycle_with_id

NOW = datetime(2026, 11, 2, 8, 5, 7, 123456, timezone(timedelta(hours=-5)))
"""The moment at which Do begins: a Monday."""
BEGAN = NOW.date()
ENDED = date(2026, 11, 20)
DECIDED = date(2026, 11, 24)
CYCLE, REPLY, CALLS, CARDS, LOG = (
    key(word) for word in ("cycle", "reply", "calls", "cards", "logfile")
)


def planned() -> Workbook:
    """Return a workbook with a planned cycle: two questions, a task, a line of data.

    The cycle tests the idea "talk", which serves "daily" and "families".
    """
    workbook = edits.add_line(both(), CYCLE, "questions", REPLY, "Families who reply?")
    workbook = edits.add_line(workbook, CYCLE, "questions", CALLS, "Calls to the office?")
    workbook = edits.add_line(workbook, CYCLE, "tasks", CARDS, "Print the cards")
    workbook = edits.add_line(workbook, CYCLE, "data", LOG, "Replies each Friday")
    workbook = edits.change_line(
        workbook, CYCLE, REPLY, prediction="3 in 4", reason="Texting is familiar"
    )
    workbook = edits.change_line(
        workbook, CYCLE, CALLS, prediction="Under 10", reason="It is clear"
    )
    return edits.put_cycle(
        workbook, CYCLE, planned_start=BEGAN, planned_end=ENDED, scale="1 class", owner="teacher"
    )


def doing() -> Workbook:
    """Return the workbook after Begin Do."""
    return edits.begin_do(planned(), CYCLE, NOW)


def studying() -> Workbook:
    """Return the workbook in Study, with results, and words about a driver and a cause."""
    workbook = edits.to_study(doing(), CYCLE, ENDED)
    workbook = edits.change_line(workbook, CYCLE, REPLY, result="61 of 88", match="partly")
    workbook = edits.change_line(workbook, CYCLE, CALLS, result="23", match="not")
    workbook = edits.put_cycle(workbook, CYCLE, learned="The hour matters more than the words")
    workbook = edits.say_about(workbook, CYCLE, key("daily"), key("says"), "for")
    return edits.say_about(workbook, CYCLE, key("late"), key("unused"), "mixed", "Only by bus")


WORDS = {
    "adapt": {"changes": "Send at noon"},
    "expand": {},
    "adopt": {"kept_up": "It is in the calendar"},
    "abandon": {},
}


def decided(decision: Decision = "adapt") -> Workbook:
    """Return the workbook with the cycle decided."""
    return edits.decide(studying(), CYCLE, decision, DECIDED, **WORDS[decision])


def followed() -> Workbook:
    """Return the workbook with the next cycle planned, whose id is ``key("second")``."""
    return edits.next_cycle(decided(), CYCLE, key("second"), new_ids(4))


def cycle_in(workbook: Workbook, name: str = "cycle") -> Cycle:
    """Return a cycle by the word of its id."""
    found = cycle_with_id(workbook, key(name))
    assert found is not None
    return found


def idea_in(workbook: Workbook, name: str = "talk") -> Idea:
    """Return an idea by the word of its id."""
    found = find(workbook, key(name))
    assert isinstance(found, Idea)
    return found

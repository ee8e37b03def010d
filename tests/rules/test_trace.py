"""Which causes are answered, which drivers answer something, and words turned around."""

import pytest
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import replace
from ilead_studio.rules.advice import advice
from ilead_studio.rules.trace import answering, drivers_without_cause, unanswered_roots
from ilead_studio.rules.turned import offered_words, turned_around


def test_a_root_cause_waits_for_a_driver() -> None:
    workbook = edits.put(chained(), [key("late"), key("full"), key("work")], root=True)
    assert [it.id for it in unanswered_roots(workbook)] == [key("full")]
    (found,) = (it for it in advice(workbook) if it.rule == "root-cause-unanswered")
    assert found.message == "No driver answers the root cause “Buses are full” yet."


def test_a_root_cause_is_answered_in_any_of_its_places() -> None:
    workbook = edits.put(chained(), [key("full")], root=True)
    workbook = edits.copy_linked(workbook, key("full"), key("copy"), key("home"))
    assert [it.id for it in unanswered_roots(workbook)] == [key("full")]
    workbook = edits.put(workbook, [key("teach")], answers=(key("copy"),))
    assert unanswered_roots(workbook) == ()


def test_whoever_answers_a_cause_answers_it_once_in_all_its_places() -> None:
    workbook = edits.copy_linked(chained(), key("full"), key("copy"), key("home"))
    workbook = edits.put(workbook, [key("teach")], answers=(key("copy"), key("full")))
    causes = {it.id: it for it in workbook.fishbones[0].causes}
    for place in ("copy", "full"):
        assert [it.id for it in answering(workbook, causes[key(place)])] == [key("teach")]


def test_a_driver_answers_what_those_below_and_above_it_answer() -> None:
    workbook = edits.put(chained(), [key("families")], answers=())
    without = drivers_without_cause(workbook, workbook.theories[0])
    assert [it.id for it in without] == [key("families")], "not Teaching: Daily reading is below it"
    workbook = edits.put(workbook, [key("daily")], answers=())
    workbook = edits.put(workbook, [key("teach")], answers=(key("full"),))
    without = drivers_without_cause(workbook, workbook.theories[0])
    assert [it.id for it in without] == [key("families")], "not Daily reading: Teaching is above it"
    assert len(drivers_without_cause(both(), both().theories[0])) == 3


def test_a_deleted_cause_leaves_its_trace_to_the_copy_that_is_left() -> None:
    workbook = edits.copy_linked(chained(), key("work"), key("copy"), key("late"))
    left = edits.delete(workbook, [key("home")])
    families = next(it for it in left.theories[0].drivers if it.id == key("families"))
    assert families.answers == (key("copy"),)
    gone = edits.delete(left, [key("copy")])
    assert gone.theories[0].drivers[1].answers == ()


@pytest.mark.parametrize(
    ("cause", "driver"),
    [
        ("Feedback not tied to resources", "Feedback tied to resources"),
        ("Lack of professional community", "Professional community"),
        ("No common language about good teaching", "Common language about good teaching"),
        ("Inadequate feedback", "Adequate feedback"),
        ("Too little information to match school and teacher",
         "Information to match school and teacher"),
        ("Preparation programs and districts do not communicate",
         "Preparation programs and districts communicate"),
        ("Nobody’s school doesn’t carry over", "Nobody’s school carries over"),
        ("Homework is not checked", "Homework is checked"),
        ("Families cannot reach the office", "Families can reach the office"),
        ("The roof leaks", ""),
        ("No one asks why", ""),
        ("No adult is asked to notice", ""),
    ],
)  # fmt: skip
def test_the_words_of_a_cause_are_turned_around_where_that_is_plain(
    cause: str, driver: str
) -> None:
    assert turned_around(cause) == driver


def test_words_are_offered_in_english_only() -> None:
    workbook = both()
    assert offered_words(workbook, "No breaks") == "Breaks"
    assert offered_words(workbook, "The roof leaks") == "The roof leaks"
    assert offered_words(replace(workbook, language="es"), "No hay") == "No hay"

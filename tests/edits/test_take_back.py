"""Returned forms fill their cycles: one edit from the plan to what was decided."""

from datetime import UTC, date, datetime

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.edits.returned import take_back
from ilead_studio.errors import EditError
from ilead_studio.model import Cycle, Workbook, faults, new_ids
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.rules.form_fields import said_in_form
from ilead_studio.rules.learning import findings
from ilead_studio.rules.returned import Filled, Form, looked_at

P1, NOW = key("cycle"), datetime(2026, 3, 2, 12, tzinfo=UTC)
PRINTED = date(2026, 3, 1)


def taken(book: Workbook, *also: str, of: str = P1, **now: str) -> Workbook:
    """Take what is ticked on a form, and some fields that are not."""
    cycle = cycle_with_id(book, of)
    said = said_in_form(book, cycle) if cycle else {}
    fields = {name: Filled(said.get(name, ""), words) for name, words in now.items()}
    idea = None if cycle else of
    form = Form("x.pdf", "P1", fields, of if cycle else "", idea, "", PRINTED)
    looked = looked_at(book, [form], NOW.date())
    made = take_back(book, [(it, {*it.ticked, *also}) for it in looked], NOW, new_ids(5))
    assert faults(made) == ()
    return made


def cycle(book: Workbook) -> Cycle:
    return book.cycles[-1]


def test_the_plan_is_filled_without_beginning_do() -> None:
    made = cycle(taken(
        both(), owner="Grade team", site="One school", scale="3", begin="9 Mar", end="13 Mar 2026",
        question1="How long?", prediction1="Ten minutes, because it is short",
        tasks="Print cards\nAsk parents", data="Minutes", conditions="a\nb", how_known="A log",
    ))  # fmt: skip
    assert (made.owner, made.site, made.scale, made.conditions) == (
        "Grade team", "One school", "3", "a\nb",
    )  # fmt: skip
    assert (made.planned_start, made.planned_end) == (date(2026, 3, 9), date(2026, 3, 13))
    (asked,) = made.questions
    assert (asked.text, asked.prediction, asked.reason) == (
        "How long?", "Ten minutes", "it is short",
    )  # fmt: skip
    assert [it.text for it in made.tasks] == ["Print cards", "Ask parents"]
    assert [it.text for it in made.data] == ["Minutes"]
    assert made.began is None


def test_a_form_that_was_filled_in_to_its_end_decides_the_cycle() -> None:
    made = taken(
        both(), begin="23 Feb 2026", end="27 Feb 2026", question1="How long?", prediction1="Ten",
        result1="Twelve", match1="partly", as_planned="no", as_planned_why="Snow",
        observations="Talked", learned="Short is enough", improved="yes", changes="A new card",
        decision="adapt", **{"for": "D3, D1", "against": "D1, C2"},
    )  # fmt: skip
    one = cycle(made)
    assert one.began is not None
    assert (one.began.at, one.began.on_paper) == (NOW, date(2026, 2, 23))
    assert (one.started, one.ended) == (date(2026, 2, 23), date(2026, 2, 27))
    assert (one.questions[0].result, one.questions[0].match) == ("Twelve", "partly")
    assert (one.as_planned, one.as_planned_why, one.learned) == ("no", "Snow", "Short is enough")
    assert (one.state, one.decision, one.decided) == ("decided", "adapt", NOW.date())
    assert {it.ref: it.speaks for it in findings(made, P1)} == {
        "D1": "mixed", "D3": "for", "C2": "against",
    }  # fmt: skip


def test_a_decision_whose_words_are_left_out_is_refused_whole() -> None:
    fields = {"decision": Filled("", "abandon"), "learned": Filled("", "It rains")}
    (looked,) = looked_at(both(), [Form("x.pdf", "P1", fields, P1)], NOW.date())
    with pytest.raises(EditError, match="What did you learn"):
        take_back(both(), [(looked, {"decision"})], NOW, new_ids(5))
    made = take_back(both(), [(looked, looked.ticked)], NOW, new_ids(5))
    assert cycle(made).decision == "abandon"


def test_rows_that_were_left_empty_leave_no_gap() -> None:
    made = cycle(taken(both(), question3="How far?", prediction3="A mile", result3="Two"))
    (asked,) = made.questions
    assert (asked.text, asked.prediction, asked.result) == ("How far?", "A mile", "Two")


def test_a_result_without_a_question_gets_one() -> None:
    (asked,) = cycle(taken(both(), result1="Two")).questions
    assert (asked.text, asked.result) == ("Question 1", "Two")


def test_frozen_words_stay_and_a_ticked_prediction_is_an_amendment() -> None:
    book = edits.add_line(both(), P1, "questions", key("asked"), "How long?")
    book = edits.change_line(book, P1, key("asked"), prediction="Ten")
    book = edits.begin_do(book, P1, NOW)
    assert taken(book, prediction1="Five", question1="How far?") == book
    made = cycle(taken(book, "prediction1", "question1", prediction1="Five", question1="How far?"))
    assert (made.questions[0].text, made.questions[0].prediction) == ("How long?", "Ten")
    assert [(it.prediction, it.at) for it in made.amendments] == [("Five", NOW)]


def test_a_clash_is_taken_only_when_it_is_ticked() -> None:
    book = edits.put_cycle(both(), P1, owner="Office")
    form = Form("x.pdf", "P1", {"owner": Filled("", "Team")}, P1)
    looked = looked_at(book, [form], NOW.date())
    assert take_back(book, [(looked[0], looked[0].ticked)], NOW, new_ids(5)) is book
    assert cycle(take_back(book, [(looked[0], {"owner"})], NOW, new_ids(5))).owner == "Team"


def test_a_blank_form_of_an_idea_becomes_its_next_cycle() -> None:
    made = taken(both(), of=key("hour"), objective="Try one hour", learned="It is quiet")
    one = cycle(made)
    assert (one.ref, one.idea_id, one.number) == ("P2", key("hour"), 1)
    assert (one.objective, one.learned) == ("Try one hour", "It is quiet")
    assert one.began is not None
    assert one.began.on_paper == PRINTED

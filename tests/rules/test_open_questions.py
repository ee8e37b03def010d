"""What the team does not know yet."""

from datetime import date

import pytest
from gatherings import NOW
from trials import decided, doing, studying
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, faults
from ilead_studio.rules.open_questions import answered, open_questions, open_words
from ilead_studio.storage.format import decode, encode

NOTE, DAY = key("askings"), date(2026, 11, 20)


def noted() -> Workbook:
    return edits.note_question(chained(), NOTE, "Who rides the bus?", key("late"), "Planner")


def told(workbook: Workbook) -> list[tuple[str, str]]:
    return [(it.words, it.who) for it in open_questions(workbook)]


def test_hunches_stand_in_reading_order_with_who_could_find_out() -> None:
    workbook = edits.put(chained(), [key("late")], raised_by="Driver of bus 4")
    workbook = edits.belong(workbook, [key("full")], [key("uni"), key("party")])
    workbook = edits.put(workbook, [key("work")], evidence="disputed")
    workbook = edits.put(workbook, [key("roads")], evidence="supported")
    assert told(workbook) == [
        ("Is it so: “Buses come late”?", "Driver of bus 4"),
        ("Is it so: “Buses are full”?", "Northfield Schools, Lakeside"),
        ("Evidence differs: is it so that “Parents work early”?", "nobody yet"),
    ]
    first = open_questions(workbook)[0]
    assert (first.item_id, first.page_id, first.ref) == (key("late"), key("head"), "C2")


def test_a_linked_copy_asks_nothing_new() -> None:
    workbook = edits.copy_linked(chained(), key("late"), key("copy"), key("home"))
    assert told(workbook) == told(chained())


def test_what_the_root_test_left_unsure_is_asked() -> None:
    fields = {"evidence": "supported", "exists_without": "no", "comes_back": "unsure"}
    workbook = edits.put(chained(), [key("late")], raised_by="Planner", **fields)
    first = open_questions(workbook)[0]
    assert (first.kind, first.words, first.who) == (
        "root", "“Buses come late”: Once mended, would it come back?", "Planner",
    )  # fmt: skip


def test_doubtful_drivers_ask_too() -> None:
    workbook = edits.put(chained(), [key("daily")], state="doubtful", owner="Reading lead",
                         state_reason="Nobody read more")  # fmt: skip
    found = next(it for it in open_questions(workbook) if it.kind == "doubtful")
    assert found.words == (
        "Does “Daily reading” still lead to the aim? It was doubted: Nobody read more"
    )
    assert (found.who, found.page_id) == ("Reading lead", key("aim"))


def test_cycles_ask_until_something_is_decided() -> None:
    words = [[it.words for it in open_questions(workbook) if it.kind == "cycle"]
             for workbook in (doing(), studying(), decided())]  # fmt: skip
    assert words == [
        ["“Talk about books”, cycle 1, is under way: what will it show?"],
        ["“Talk about books”, cycle 1, is in Study: what is decided?"],
        [],
    ]


def test_questions_are_noted_about_anything_or_nothing() -> None:
    workbook = edits.note_question(noted(), key("other"), "When do we meet?")
    found = [it for it in open_questions(workbook) if it.kind == "question"]
    assert [(it.words, it.who, it.item_id, it.page_id, it.question_id) for it in found] == [
        ("Who rides the bus?", "Planner", key("late"), key("head"), NOTE),
        ("When do we meet?", "nobody yet", "", "", key("other")),
    ]
    assert open_words(workbook) == "6 open questions"
    moved = edits.move_question(workbook, key("other"), NOTE)
    assert [it.id for it in moved.questions] == [key("other"), NOTE]
    assert decode(encode(workbook), "x").workbook == workbook


def test_a_question_about_an_idea_goes_to_its_theory() -> None:
    workbook = edits.note_question(noted(), key("other"), "Which books?", key("hour"))
    assert open_questions(workbook)[-1].page_id == key("aim")


def test_an_answer_closes_a_question_and_it_opens_again() -> None:
    workbook = edits.put_question(noted(), NOTE, answered=DAY, text=" Who rides? ")
    assert all(it.kind != "question" for it in open_questions(workbook))
    assert [it.text for it in answered(workbook)] == ["Who rides?"]
    workbook = edits.put_question(workbook, NOTE, answered=None)
    assert open_questions(workbook)[-1].words == "Who rides?"
    assert edits.delete_question(workbook, NOTE).questions == ()


@pytest.mark.parametrize("lost", ["late", "buses"])
def test_a_question_outlives_what_it_is_about(lost: str) -> None:
    workbook = edits.delete(noted(), [key(lost)])
    assert workbook.questions[0].item_id is None
    assert faults(workbook) == ()


def test_questions_outlive_pages_cycles_and_measures() -> None:
    workbook = edits.add_measure(noted(), key("calls"), "Calls")
    for about in ("cycle", "aim", "calls", "problem"):
        workbook = edits.put_question(workbook, NOTE, item_id=key(about))
        assert workbook.questions[0].item_id == key(about)
    lost = [
        edits.delete_problem(workbook, key("problem")),
        edits.delete_cycles(
            edits.put_question(workbook, NOTE, item_id=key("cycle")), [key("cycle")]
        ),
        edits.delete_page(edits.put_question(workbook, NOTE, item_id=key("aim")), key("aim")),
        edits.delete_measure(
            edits.put_question(workbook, NOTE, item_id=key("calls")), key("calls")
        ),
    ]
    assert [(it.questions[0].item_id, faults(it)) for it in lost] == [(None, ())] * 4


def test_a_question_about_what_is_hidden_is_not_told() -> None:
    workbook = edits.show_only(noted(), [key("buses")], "facilitator")
    seen = edits.seen_by(workbook, key("uni"))
    assert seen.questions == ()
    assert told(seen) == [("Is it so: “Parents work early”?", "nobody yet")]
    alone = edits.show_only(noted(), [NOTE], "facilitator")
    assert edits.seen_by(alone, key("uni")).questions == ()


def test_a_question_has_words_and_asks_about_what_is_there() -> None:
    with pytest.raises(EditError, match="needs words"):
        edits.note_question(chained(), NOTE, " ")
    with pytest.raises(EditError, match="no longer"):
        edits.note_question(chained(), NOTE, "Who?", key("nobody"))
    with pytest.raises(EditError, match="no longer"):
        edits.put_question(noted(), NOTE, item_id=key("seen"))
    with pytest.raises(EditError, match="no longer"):
        edits.delete_question(noted(), key("nobody"))


def test_causes_ask_nothing_while_a_vote_on_them_is_blind() -> None:
    workbook = edits.note_question(chained(), NOTE, "Who rides the bus?", key("late"), "Planner")
    workbook = edits.open_vote(workbook, key("vote"), key("head"), 3)
    assert told(workbook) == [("Who rides the bus?", "Planner")]
    workbook = edits.reveal(edits.cast(workbook, key("vote"), "1"), key("vote"), NOW)
    assert len(told(workbook)) > 1

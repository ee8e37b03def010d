"""Words are replaced in problems, in ideas on no page and in cycles; what is frozen stays."""

import pytest
from trials import CYCLE, NOW, REPLY, cycle_in, planned, studying
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook
from ilead_studio.rules.find import Place, search


def found(workbook: Workbook, words: str) -> tuple[Place, ...]:
    return search(workbook, words).places


def test_a_problem_is_reworded_in_all_its_fields() -> None:
    book = chained()
    problem = book.problems[0]
    book = edits.put_problem(book, problem.id, text="Pupils miss buses", gap="Buses by school")
    places = [it for it in found(book, "buses") if it.section == "problem"]
    assert [edits.refusal(book, it, "buses", "trains") for it in places] == ["", ""]
    book = edits.replace_words(book, places, "buses", "trains")
    assert (book.problems[0].text, book.problems[0].gap) == (
        "Pupils miss trains",
        "trains by school",
    )
    assert edits.refusal(book, found(book, "Pupils miss trains")[0], "Pupils miss trains", "")


def test_an_idea_that_serves_nothing_is_reworded() -> None:
    book = edits.propose_idea(planned(), key("alone"), "Ring each family")
    (place,) = found(book, "ring each")
    assert not place.page_id
    book = edits.replace_words(book, [place], "ring", "Visit")
    assert book.ideas[-1].text == "Visit each family"


def test_before_do_all_of_a_plan_is_reworded() -> None:
    book = planned()
    for words, new in (("reply", "answer"), ("office", "desk"), ("familiar", "known")):
        places = [it for it in found(book, words) if it.section == "cycle"]
        book = edits.replace_words(book, places, words, new)
    cycle = cycle_in(book)
    assert [it.text for it in cycle.questions] == ["Families who answer?", "Calls to the desk?"]
    assert cycle.questions[0].reason == "Texting is known"


@pytest.mark.parametrize("words", ["reply", "office", "familiar", "3 in 4"])
def test_frozen_predictions_are_never_reworded(words: str) -> None:
    book = studying()
    places = [it for it in found(book, words) if it.section == "cycle"]
    assert places
    for place in places:
        assert edits.refusal(book, place, words, "x")
        with pytest.raises(EditError):
            edits.replace_words(book, [place], words, "x")


def test_what_was_learned_is_reworded_with_its_evidence_and_results_too() -> None:
    book = studying()
    for words in ("hour", "61 of"):
        places = [it for it in found(book, words) if it.section == "cycle"]
        book = edits.replace_words(book, places, words, "week")
    cycle = cycle_in(book)
    assert cycle.learned == "The week matters more than the words"
    assert cycle.questions[0].result == "week 88"
    assert next(it.text for it in book.evidence if it.cycle_id == CYCLE) == cycle.learned


def test_an_amendment_stays() -> None:
    book = edits.amend(studying(), CYCLE, REPLY, NOW, "Grandparents reply")
    (place,) = found(book, "grandparents")
    assert edits.refusal(book, place, "grandparents", "aunts") == (
        "An amendment stays as it was written."
    )

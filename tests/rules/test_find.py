"""Finding words anywhere in a workbook."""

import pytest
from gatherings import HOUR, LISTS, SECOND, gathered
from hypothesis import given
from hypothesis import strategies as st
from trials import CYCLE, NOW, REPLY, studying
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import Consequence
from ilead_studio.rules.find import Place, fold, search, spans


def found(words: str) -> list[tuple[str, str]]:
    return [(it.item_id.rstrip("z"), it.field) for it in search(both(), words).places]


def test_words_are_found_in_every_section() -> None:
    workbook = edits.note(both(), key("talk"), "Read at home, too")
    workbook = edits.catch(workbook, key("loose"), "No home internet")
    places = search(workbook, "home").places
    assert {it.item_id for it in places} == {key("home"), key("talk"), key("loose")}
    assert {it.field for it in places} == {"text", "notes"}


def test_a_reference_finds_its_item_first() -> None:
    workbook = edits.rename(both(), key("home"), "See c2 for this")
    places = search(workbook, "c2").places
    assert [it.item_id for it in places] == [key("late"), key("home")]
    assert search(workbook, "C2").total == 2


@pytest.mark.parametrize("words", ["BUSES", " buses ", "Búses", "buses come", "Buses  come"])
def test_case_accents_and_spaces_do_not_matter(words: str) -> None:
    assert ("late", "text") in found(words)


@pytest.mark.parametrize("words", ["", "   ", "bussing"])
def test_nothing_is_found_for_nothing(words: str) -> None:
    assert found(words) == []


def test_vietnamese_and_german_are_found_without_their_marks() -> None:
    assert fold("Đường") == "duong"
    assert spans("Học sinh ở đường Große Straße", "duong") == ((11, 16),)
    assert spans("Große Straße", "strasse") == ((6, 12),)


@given(st.text(max_size=20), st.text(max_size=3))
def test_spans_are_where_the_folded_words_stand(text: str, words: str) -> None:
    needle = fold(" ".join(words.split()))
    for start, end in spans(text, words):
        assert 0 <= start < end <= len(text)
        assert needle in fold(text[start:end])


def test_many_places_are_counted_and_the_first_are_listed() -> None:
    lines = [edits.NewLine(0, f"Cause {number}") for number in range(300)]
    workbook, _ = edits.add_lines(both(), lines, key("home"), None, iter_ids())
    finds = search(workbook, "cause")
    assert (len(finds.places), finds.total) == (200, 300)


def iter_ids():
    from ilead_studio.model import new_ids

    return new_ids(3)


def test_parties_roles_gains_and_sources_are_found() -> None:
    workbook = edits.add_role(chained(), key("role"), "Placement lead", key("uni"))
    workbook = edits.put_gain(workbook, key("aim"), key("uni"), "A placement near home")
    workbook = edits.change_evidence(workbook, key("seen"), source="Placement office")
    finds = search(workbook, "placement")
    assert [(it.section, it.field) for it in finds.places] == [
        ("page", "gain"), ("evidence", "source"), ("role", "text"),
    ]  # fmt: skip
    assert [it.field for it in search(workbook, "lakeside").places] == ["text", "short"]
    assert edits.refusal(workbook, finds.places[0], "placement", "x").endswith("where they stand.")


def test_what_was_tried_is_found_in_every_list_of_a_cycle() -> None:
    workbook = edits.amend(studying(), CYCLE, REPLY, NOW, "Grandparents reply")
    noise = Consequence(text="Noise", measure="Calls at noon")
    workbook = edits.put(
        workbook, [key("talk")], rationale="They read together at noon", consequences=(noise,)
    )
    places = {(it.item_id, it.field) for it in search(workbook, "noon").places}
    assert places == {(key("talk"), "rationale"), (key("talk"), "measure")}
    for words, field in (
        ("61 of", "result"), ("familiar", "reason"), ("office", "questions"), ("Friday", "data"),
        ("print", "tasks"), ("grandp", "prediction"), ("hour m", "learned"), ("1 class", "scale"),
    ):  # fmt: skip
        cycles = [it.field for it in search(workbook, words).places if it.section == "cycle"]
        assert cycles == [field]
    assert search(workbook, "P1").places[0].text == "Try one class"


def test_what_was_agreed_is_found_at_its_meeting() -> None:
    found = {
        words: [(it.item_id, it.section, it.field) for it in search(gathered(), words).places]
        for words in ("three drivers", "lists", "one list", "halfway", "attendance lead")
    }
    assert found["three drivers"] == [(HOUR, "decided", "text")]
    assert found["lists"] == [(SECOND, "meeting", "agenda")]
    assert found["one list"] == [(LISTS, "step", "text")]
    assert found["halfway"] == [(SECOND, "meeting", "title")]
    assert (LISTS, "step", "owner") in found["attendance lead"]
    place = search(gathered(), "one list").places[0]
    assert (
        edits.refusal(gathered(), place, "list", "sheet")
        == "Words in this section are not replaced from here."
    )


@pytest.mark.parametrize("field", ["consequences", "state_reason"])
def test_words_of_lists_and_of_commands_are_changed_where_they_stand(field: str) -> None:
    place = Place(key("talk"), "", "I1", field, "Half", "idea")
    assert edits.refusal(both(), place, "Half", "All").endswith(".")


def test_the_goal_of_an_idea_is_replaced_as_one_line() -> None:
    workbook = edits.put(both(), [key("talk")], goal="Half reply")
    (place,) = search(workbook, "half").places
    workbook = edits.replace_words(workbook, [place], "half", "all of them")
    assert workbook.ideas[0].goal == "all of them reply"
    assert edits.refusal(workbook, place, "half", "a" * 3000)

"""Finding words anywhere in a workbook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.rules.find import fold, search, spans


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
    assert edits.refusal(finds.places[0], "placement", "x").endswith("not replaced from here.")

"""Frozen values, and the one way to change them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from workbooks import attendance, both, key, reading

from ilead_studio.model import Cause, Workbook, find, new_ids, page_of, pages, replace
from ilead_studio.model.ids import ALPHABET, LENGTH


def test_replace_validates_what_it_changes() -> None:
    cause = attendance().fishbones[0].causes[0]
    assert replace(cause, text="  Roads\n").text == "Roads"
    for changes in ({"text": ""}, {"ref": "c1"}, {"parent_id": "short"}, {"colour": "red"}):
        with pytest.raises(ValidationError):
            replace(cause, **changes)


def test_replace_keeps_every_other_field_as_the_very_same_object() -> None:
    workbook = attendance()
    changed = replace(workbook, title="Autumn")
    for name in type(workbook).model_fields:
        if name != "title":
            assert getattr(changed, name) is getattr(workbook, name)
    page = replace(workbook.fishbones[0], head="Why?")
    assert page.causes is workbook.fishbones[0].causes


def test_a_record_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        attendance().title = "Other"  # that it is refused is the test


def test_records_of_a_kind_that_say_the_same_are_equal() -> None:
    one, other = attendance(), attendance()
    assert one == other
    assert hash(one.fishbones[0].causes[0]) == hash(other.fishbones[0].causes[0])
    assert one != replace(other, title="Autumn")
    cause = other.fishbones[0].causes[0]
    assert one != replace(other, fishbones=(replace(other.fishbones[0], causes=(cause,)),))
    assert cause != cause.__dict__


def test_a_new_id_is_ten_letters_and_a_seed_repeats_them() -> None:
    one, two, other = new_ids(5), new_ids(5), new_ids()
    first = [one() for _ in range(50)]
    assert first == [two() for _ in range(50)]
    assert len({*first, other(), other()}) == 52
    assert all(len(it) == LENGTH and set(it) <= set(ALPHABET) for it in first)


@given(st.text(max_size=12))
def test_only_ids_are_ids(text: str) -> None:
    good = len(text) == LENGTH and set(text) <= set(ALPHABET)
    if good:
        assert Cause(id=text, ref="C1", parent_id=key("head"), text="x").id == text
    else:
        with pytest.raises(ValidationError):
            Cause(id=text, ref="C1", parent_id=key("head"), text="x")


def test_items_are_found_by_id_with_the_page_on_which_they_stand() -> None:
    workbook = both()
    fishbone, theory = pages(workbook)
    for name in ("head", "late", "roads"):
        assert page_of(workbook, key(name)) is fishbone
    for name in ("aim", "daily", "talk"):
        assert page_of(workbook, key(name)) is theory
    assert find(workbook, key("talk")) is workbook.ideas[0]
    assert find(workbook, key("head")) is fishbone
    assert find(workbook, key("nobody")) is None
    assert page_of(workbook, key("nobody")) is None


def test_a_new_workbook_has_given_out_no_reference() -> None:
    assert {number for _, number in Workbook().counters} == {0}


def test_an_idea_without_a_link_is_found_but_stands_on_no_page() -> None:
    workbook = replace(reading(), theories=())
    assert find(workbook, key("hour")) is workbook.ideas[1]
    assert page_of(workbook, key("hour")) is None

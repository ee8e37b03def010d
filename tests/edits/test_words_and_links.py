"""Words, notes and links."""

import pytest
from workbooks import both, key, reading

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Link, Workbook, faults, find
from ilead_studio.model.text import NOTES_MAX


def links(workbook: Workbook, source: str) -> list[tuple[str, str]]:
    return [
        (link.target.rstrip("z"), link.strength)
        for link in workbook.theories[0].links
        if link.source == key(source)
    ]


@pytest.mark.parametrize("name", ["late", "daily", "talk"])
def test_an_item_is_renamed_and_nothing_else_about_it_changes(name: str) -> None:
    before = both()
    after = edits.rename(before, key(name), "  Other\twords ")
    old, new = find(before, key(name)), find(after, key(name))
    assert old is not None
    assert new == old.model_copy(update={"text": "Other words"})


def test_a_head_and_an_aim_may_be_empty() -> None:
    workbook = edits.rename(edits.rename(both(), key("head"), ""), key("aim"), " ")
    assert (workbook.fishbones[0].head, workbook.theories[0].aim) == ("", "")
    workbook = edits.rename(edits.rename(workbook, key("head"), "Why?"), key("aim"), "How?")
    assert (workbook.fishbones[0].head, workbook.theories[0].aim) == ("Why?", "How?")
    assert workbook.fishbones[0].title == "Why?"
    assert workbook.theories[0].title == "Reading"


@pytest.mark.parametrize("name", ["head", "late", "aim", "daily", "talk"])
def test_anything_can_have_a_note_in_several_lines(name: str) -> None:
    workbook = edits.note(both(), key(name), "one\r\ntwo\n\n")
    found = find(workbook, key(name))
    assert found is not None
    assert found.notes == "one\ntwo"
    assert edits.note(workbook, key(name), "") == both()


def test_a_note_has_its_limit() -> None:
    with pytest.raises(EditError, match="A note holds 20,000 characters; this one has more"):
        edits.note(both(), key("late"), "x" * (NOTES_MAX + 1))
    assert faults(edits.note(both(), key("late"), "x" * NOTES_MAX + "\n")) == ()


@pytest.mark.parametrize("name", ["late", "daily", "talk"])
def test_an_item_cannot_lose_its_words(name: str) -> None:
    with pytest.raises(EditError, match=r"An item needs words\. Delete it if it is not wanted"):
        edits.rename(both(), key(name), "  ")


def test_an_item_that_is_gone_is_not_edited() -> None:
    for edit in (
        lambda: edits.rename(both(), key("nobody"), "x"),
        lambda: edits.note(both(), key("nobody"), "x"),
        lambda: edits.rename_page(both(), key("late"), "x"),
        lambda: edits.link(both(), key("nobody"), key("aim")),
        lambda: edits.link(both(), key("talk"), key("nobody")),
    ):
        with pytest.raises(EditError, match="That item is no longer in the workbook"):
            edit()


def test_an_idea_serves_one_more_driver() -> None:
    workbook = edits.link(reading(), key("hour"), key("families"), "weak")
    assert links(workbook, "hour") == [("teach", "strong"), ("families", "weak")]
    assert faults(workbook) == ()


def test_a_link_may_skip_a_level() -> None:
    workbook = edits.link(reading(), key("daily"), key("aim"))
    assert links(workbook, "daily") == [("teach", "strong"), ("aim", "strong")]


def test_a_link_is_taken_away_and_the_next_one_holds_the_item() -> None:
    workbook = edits.unlink(reading(), key("talk"), key("daily"))
    assert links(workbook, "talk") == [("families", "weak")]
    assert faults(workbook) == ()


def test_a_link_is_made_strong_or_weak() -> None:
    workbook = edits.set_strength(reading(), key("talk"), key("families"), "strong")
    assert links(workbook, "talk") == [("daily", "strong"), ("families", "strong")]
    assert edits.set_strength(workbook, key("talk"), key("families"), "weak") == reading()


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        ("talk", "families", "These two are linked already."),
        ("teach", "daily", "This would close a circle: Teaching → Daily reading → Teaching."),
        ("teach", "teach", "This would close a circle: Teaching → Teaching."),
        ("hour", "talk", "A change idea cannot be above a driver or another idea."),
        ("teach", "late", "Drivers and change ideas serve an aim, or a driver."),
        ("late", "teach", "Only change ideas and the drivers of this theory can be linked here."),
        ("teach", "other", "Only change ideas and the drivers of this theory can be linked here."),
        ("aim", "teach", "Only change ideas and the drivers of this theory can be linked here."),
    ],
)
def test_an_impossible_link_is_refused_in_a_sentence(
    source: str, target: str, sentence: str
) -> None:
    workbook = edits.add_theory(both(), key("other"))
    with pytest.raises(EditError) as refusal:
        edits.link(workbook, key(source), key(target))
    assert str(refusal.value) == sentence


def test_the_only_link_of_an_item_stays() -> None:
    for source, target in (("hour", "teach"), ("daily", "teach")):
        with pytest.raises(EditError, match="This is its only link"):
            edits.unlink(reading(), key(source), key(target))


def test_an_idea_of_two_theories_can_leave_one_of_them() -> None:
    workbook = edits.add_theory(reading(), key("other"))
    workbook = edits.link(workbook, key("hour"), key("other"))
    workbook = edits.unlink(workbook, key("hour"), key("teach"))
    assert workbook.theories[1].links == (Link(source=key("hour"), target=key("other")),)
    assert links(workbook, "hour") == []
    assert faults(workbook) == ()


def test_what_is_not_linked_cannot_be_unlinked_or_made_weak() -> None:
    with pytest.raises(EditError, match="These two are not linked"):
        edits.unlink(reading(), key("hour"), key("families"))
    with pytest.raises(EditError, match="These two are not linked"):
        edits.set_strength(reading(), key("hour"), key("families"), "weak")

"""Adding, moving and reordering: where things go, and what is refused."""

import pytest
from workbooks import attendance, both, key, reading

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, faults, find, page_of, pages, replace
from ilead_studio.model.soundness import DEEPEST
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.rules.outline import outline
from ilead_studio.rules.places import place_of


def read(workbook: Workbook, page: int = 0) -> list[str]:
    """Return the page's outline as indented names."""
    rows = outline(workbook, pages(workbook)[page])
    return [" " * row.depth + row.id.rstrip("z") for row in rows]


def test_a_new_bone_is_the_last_one_and_gets_the_next_reference() -> None:
    workbook = edits.add_cause(attendance(), key("new"), " Weather\n", key("head"))
    assert read(workbook)[-1] == " new"
    made = workbook.fishbones[0].causes[-1]
    assert (made.ref, made.text, workbook.counters.causes) == ("C7", "Weather", 7)
    assert faults(workbook) == ()


def test_a_new_why_stands_before_the_sibling_that_is_named() -> None:
    workbook = edits.add(attendance(), "cause", key("new"), "Why?", key("buses"), key("full"))
    assert read(workbook)[1:6] == [" buses", "  late", "   roads", "  new", "  full"]


def test_a_new_driver_serves_its_parent_and_a_new_idea_its_driver() -> None:
    workbook = edits.add(reading(), "driver", key("new"), "Libraries", key("families"))
    workbook = edits.add(workbook, "idea", key("try"), "Book bags", key("new"))
    assert read(workbook)[-3:] == [" families", "  new", "   try"]
    assert find(workbook, key("new")) is workbook.theories[0].drivers[-1]
    assert workbook.theories[0].drivers[-1].ref == "D4"
    assert workbook.ideas[-1].ref == "I3"
    assert faults(workbook) == ()


def test_a_new_page_has_its_head_or_aim_and_nothing_else() -> None:
    workbook = edits.add_fishbone(Workbook(), key("why"), "Attendance", " Pupils miss school ")
    workbook = edits.add_theory(workbook, key("how"), "Reading", "Every child reads by June")
    assert (workbook.fishbones[0].ref, workbook.theories[0].ref) == ("F1", "T1")
    assert workbook.fishbones[0].head == "Pupils miss school"
    assert read(workbook, 0) == ["why"]
    assert read(workbook, 1) == ["how"]
    workbook = edits.rename_page(workbook, key("how"), "Literacy")
    workbook = edits.rename_workbook(workbook, " Autumn ")
    assert (workbook.title, workbook.theories[0].title) == ("Autumn", "Literacy")


def test_a_reference_is_never_given_twice_even_after_a_delete() -> None:
    workbook = edits.delete(attendance(), [key("work")])
    workbook = edits.add_cause(workbook, key("new"), "New", key("home"))
    assert workbook.fishbones[0].causes[-1].ref == "C7"


def test_a_branch_moves_with_all_its_whys() -> None:
    workbook = edits.move(attendance(), key("late"), key("home"), key("work"))
    assert read(workbook) == ["head", " buses", "  full", " home", "  late", "   roads", "  work"]
    assert faults(workbook) == ()


def test_a_cause_moved_to_the_head_becomes_a_bone() -> None:
    workbook = edits.move(attendance(), key("late"), key("head"), key("buses"))
    assert read(workbook)[:3] == ["head", " late", "  roads"]


def test_a_cause_is_reordered_among_its_siblings() -> None:
    workbook = edits.move(attendance(), key("full"), key("buses"), key("late"))
    assert read(workbook)[1:5] == [" buses", "  full", "  late", "   roads"]


def test_a_driver_moves_and_keeps_its_other_links() -> None:
    workbook = edits.link(reading(), key("daily"), key("aim"))
    workbook = edits.move(workbook, key("daily"), key("families"))
    assert read(workbook)[-3:] == [" families", "  daily", "   talk"]
    row = {row.id: row for row in outline(workbook, workbook.theories[0])}[key("daily")]
    assert row.also == (key("aim"),)


def test_an_item_moved_under_what_it_served_already_is_linked_there_once() -> None:
    workbook = edits.move(reading(), key("talk"), key("families"))
    links = [link for link in workbook.theories[0].links if link.source == key("talk")]
    assert [link.target for link in links] == [key("families")]
    assert faults(workbook) == ()


def test_ideas_are_reordered_under_their_driver() -> None:
    workbook = edits.move(reading(), key("talk"), key("teach"), key("hour"))
    assert read(workbook) == ["aim", " teach", "  daily", "  talk", "  hour", " families"]
    again = edits.move(workbook, key("hour"), key("teach"), key("talk"))
    assert read(again)[3:5] == ["  hour", "  talk"]


@pytest.mark.parametrize("name", ["buses", "late", "full", "work", "teach", "talk", "hour"])
def test_moving_an_item_to_where_it_stands_changes_nothing(name: str) -> None:
    workbook = both()
    page = page_of(workbook, key(name))
    assert page is not None
    here = place_of(workbook, page, key(name))
    assert edits.move(workbook, key(name), here.parent_id, here.before) is workbook
    assert edits.move(workbook, key(name), here.parent_id, key(name)) is workbook


@pytest.mark.parametrize(
    ("name", "parent", "sentence"),
    [
        ("buses", "roads", "A cause cannot hang below itself. It stays where it was."),
        ("late", "late", "A cause cannot hang below itself. It stays where it was."),
        ("late", "teach", "A cause hangs on the head of a fishbone, or on another cause."),
        ("late", "second", "A cause can only be moved within its own fishbone."),
        ("late", "nobody", "That item is no longer in the workbook. Nothing was changed."),
        ("nobody", "late", "That item is no longer in the workbook. Nothing was changed."),
        ("head", "late", "The head and the aim stay where they are."),
        ("aim", "teach", "The head and the aim stay where they are."),
        ("teach", "daily", "This would close a circle: Teaching → Daily reading → Teaching."),
        ("teach", "talk", "A change idea cannot be above a driver or another idea."),
        ("hour", "talk", "A change idea cannot be above a driver or another idea."),
        ("teach", "late", "Drivers and change ideas serve an aim, or a driver."),
        ("teach", "third", "A driver can only be moved within its own theory."),
        ("talk", "third", "A change idea can only be moved within its own theory."),
    ],
)
def test_an_impossible_place_is_refused_in_a_sentence(
    name: str, parent: str, sentence: str
) -> None:
    workbook = edits.add_fishbone(both(), key("second"))
    workbook = edits.add_theory(workbook, key("third"))
    with pytest.raises(EditError) as refusal:
        edits.move(workbook, key(name), key(parent))
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("kind", "parent", "sentence"),
    [
        ("cause", "nobody", "That item is no longer in the workbook. Nothing was changed."),
        ("cause", "aim", "A cause hangs on the head of a fishbone, or on another cause."),
        ("driver", "buses", "Drivers and change ideas serve an aim, or a driver."),
        ("driver", "talk", "A change idea cannot be above a driver or another idea."),
        ("idea", "talk", "A change idea cannot be above a driver or another idea."),
        ("idea", "nobody", "That item is no longer in the workbook. Nothing was changed."),
    ],
)
def test_an_item_is_added_only_where_it_can_stand(
    kind: edits.Kind, parent: str, sentence: str
) -> None:
    with pytest.raises(EditError) as refusal:
        edits.add(both(), kind, key("new"), "New", key(parent))
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("kind", ["cause", "driver", "idea"])
def test_an_item_needs_words_and_not_too_many(kind: edits.Kind) -> None:
    parent = key("head" if kind == "cause" else "aim")
    with pytest.raises(EditError, match="An item needs words"):
        edits.add(both(), kind, key("new"), " \u200b\t ", parent)
    with pytest.raises(EditError) as refusal:
        edits.add(both(), kind, key("new"), "x" * (LABEL_MAX + 1), parent)
    words = "These words have 2,001 characters; 2,000 fit. Put the rest into a note."
    assert str(refusal.value) == words
    longest = edits.add(both(), kind, key("new"), "x" * LABEL_MAX + "  ", parent)
    assert faults(longest) == ()


def deep(kind: edits.Kind, levels: int) -> tuple[Workbook, str]:
    """Return a workbook with one chain of causes or drivers, and the id of the lowest."""
    workbook = edits.add_theory(edits.add_fishbone(Workbook(), key("head")), key("aim"))
    parent = key("head" if kind == "cause" else "aim")
    for level in range(levels):
        new_id = key("l" + "a" * (level // 8) + "bcdefghi"[level % 8])
        workbook = edits.add(workbook, kind, new_id, "Level", parent)
        parent = new_id
    return workbook, parent


def test_whys_end_at_the_deepest_level() -> None:
    workbook, lowest = deep("cause", DEEPEST)
    assert faults(workbook) == ()
    with pytest.raises(EditError, match="Whys can be asked 40 levels deep, not deeper"):
        edits.add_cause(workbook, key("new"), "Why?", lowest)
    workbook = edits.add_cause(workbook, key("other"), "Bone", key("head"))
    workbook = edits.add_cause(workbook, key("under"), "Cause", key("other"))
    parent = workbook.fishbones[0].causes[DEEPEST - 2].id
    with pytest.raises(EditError, match="not deeper"):
        edits.move(workbook, key("other"), parent)
    assert faults(edits.move(workbook, key("under"), parent)) == ()


@pytest.mark.parametrize("kind", ["driver", "idea"])
def test_a_theory_ends_at_the_deepest_level(kind: edits.Kind) -> None:
    workbook, lowest = deep("driver", DEEPEST)
    with pytest.raises(EditError, match="A theory can be 40 levels deep, not deeper"):
        edits.add(workbook, kind, key("new"), "New", lowest)
    workbook = edits.add(workbook, kind, key("new"), "New", key("aim"))
    with pytest.raises(EditError, match="not deeper"):
        edits.move(workbook, key("new"), lowest)
    with pytest.raises(EditError, match="not deeper"):
        edits.link(workbook, key("new"), lowest)
    assert faults(workbook) == ()


def test_when_every_reference_is_given_out_that_is_said() -> None:
    workbook = attendance()
    last = replace(workbook, counters=replace(workbook.counters, causes=999_998))
    full = edits.add_cause(last, key("last"), "Last", key("head"))
    assert full.fishbones[0].causes[-1].ref == "C999999"
    with pytest.raises(EditError, match="All 999,999 references of this kind are given out"):
        edits.add_cause(full, key("new"), "New", key("head"))

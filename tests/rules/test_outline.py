"""The one outline, and how it sounds."""

import pytest
from workbooks import attendance, key, reading, wide_fishbone, wide_theory

from ilead_studio import edits
from ilead_studio.model import Workbook, pages, replace
from ilead_studio.rules import outline as outlines
from ilead_studio.rules.outline import Role, Row, columns, outline, role_words, spoken


def rows(workbook: Workbook) -> dict[str, Row]:
    return {row.id.rstrip("z"): row for row in outline(workbook, pages(workbook)[0])}


def told(workbook: Workbook) -> list[tuple[str, str, int]]:
    return [(name, row.role.value, row.depth) for name, row in rows(workbook).items()]


def test_a_fishbone_is_read_from_the_head_bone_by_bone_whys_below_their_causes() -> None:
    assert told(attendance()) == [
        ("head", "head", 0),
        ("buses", "bone", 1),
        ("late", "cause", 2),
        ("roads", "why", 3),
        ("full", "cause", 2),
        ("home", "bone", 1),
        ("work", "cause", 2),
    ]


def test_a_theory_is_read_from_the_aim_a_shared_idea_once_under_its_first_driver() -> None:
    assert told(reading()) == [
        ("aim", "aim", 0),
        ("teach", "driver", 1),
        ("daily", "driver", 2),
        ("talk", "idea", 3),
        ("hour", "idea", 2),
        ("families", "driver", 1),
    ]


def test_a_row_holds_what_is_shown() -> None:
    found = rows(edits.note(attendance(), key("late"), "Since May"))
    assert found["head"].text == "Pupils miss school"
    late = found["late"]
    assert (late.ref, late.text, late.notes) == ("C2", "Buses come late", "Since May")
    assert (late.parent_id, late.position, late.siblings) == (key("buses"), 1, 2)
    assert (found["full"].position, found["full"].siblings) == (2, 2)
    for root in (found["head"], rows(reading())["aim"]):
        assert (root.parent_id, root.position, root.siblings, root.column) == (None, 1, 1, 0)


def test_a_shared_item_names_its_further_parents_and_what_it_serves_weakly() -> None:
    talk = rows(reading())["talk"]
    assert talk.parent_id == key("daily")
    assert talk.also == (key("families"),)
    assert talk.weak == {key("families")}
    assert rows(reading())["hour"].also == ()


def test_a_column_is_the_longest_way_from_the_aim() -> None:
    workbook = edits.link(reading(), key("families"), key("daily"))
    theory = workbook.theories[0]
    assert columns(workbook, theory)[key("families")] == 3
    assert {name: row.column for name, row in rows(workbook).items()} == {
        "aim": 0, "teach": 1, "daily": 2, "talk": 4, "hour": 2, "families": 3,
    }  # fmt: skip
    assert rows(workbook)["families"].depth == 1


def test_every_item_of_a_page_has_one_row() -> None:
    workbook = wide_theory()
    ids = [row.id for row in outline(workbook, workbook.theories[0])]
    assert len(ids) == len(set(ids)) == 2_001


def test_a_row_of_an_unchanged_page_is_the_same_object() -> None:
    workbook = attendance()
    other = replace(workbook, title="Other")
    assert outline(other, other.fishbones[0]) is outline(workbook, workbook.fishbones[0])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("head", "problem to explain"),
        ("buses", "bone, 1 of 2"),
        ("late", "cause, 1 of 2"),
        ("roads", "why"),
    ],
)
def test_a_fishbone_is_spoken(name: str, words: str) -> None:
    found = rows(attendance())
    assert spoken(found[name], tuple(found.values())) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("aim", "aim"),
        ("families", "primary driver, 2 of 2"),
        ("daily", "secondary driver, 1 of 2"),
        ("talk", "change idea, also serves “Families” (weakly)"),
    ],
)
def test_a_theory_is_spoken(name: str, words: str) -> None:
    found = rows(reading())
    assert spoken(found[name], tuple(found.values())) == words


def test_a_dotted_link_is_spoken_and_an_aim_without_words_is_named() -> None:
    workbook = edits.rename(reading(), key("aim"), "")
    workbook = edits.link(workbook, key("hour"), key("aim"))
    workbook = edits.set_strength(workbook, key("hour"), key("teach"), "weak")
    found = rows(workbook)
    words = "change idea, 2 of 2, serves it weakly, also serves aim"
    assert spoken(found["hour"], tuple(found.values())) == words


def test_drivers_are_named_by_their_column() -> None:
    row = rows(reading())["daily"]
    names = [role_words(row._replace(column=column)) for column in (1, 2, 3, 4, 12)]
    assert names == [
        "primary driver",
        "secondary driver",
        "tertiary driver",
        "driver of level 4",
        "driver of level 12",
    ]
    assert {role for role in Role if not role_words(row._replace(role=role))} == set()


def test_a_step_that_changes_words_keeps_the_rows_of_all_other_items() -> None:
    workbook = wide_fishbone(50)
    page = workbook.fishbones[0]
    before = outline(workbook, page)
    changed = edits.rename(workbook, page.causes[7].id, "Other words")
    after = outline(changed, changed.fishbones[0])
    different = [row.id for row, old in zip(after, before, strict=True) if row is not old]
    assert different == [page.causes[7].id]
    assert "Other words" in {row.text for row in after}


def test_rows_do_not_depend_on_what_was_asked_before() -> None:
    """The same page under another id has no rows from before."""
    workbook = wide_theory(30, 10)
    page = workbook.theories[0]
    outline(workbook, page)
    changed = edits.set_strength(workbook, page.links[5].source, page.links[5].target, "weak")
    changed = edits.rename(changed, page.drivers[3].id, "Other words")
    asked = outline(changed, changed.theories[0])
    _forget(page.id)
    assert asked == outline(changed, changed.theories[0].model_copy())


def _forget(page_id: str) -> None:
    outlines._newest._answers.pop(page_id, None)

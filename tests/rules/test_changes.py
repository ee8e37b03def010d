"""What differs between two workbooks: all of it, nothing else, and each change told once."""

from collections import Counter

import pytest
from hypothesis import given
from random_workbooks import Edit, made, steps, workbooks
from trials import doing, planned
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.model import Record, Workbook, faults, replace
from ilead_studio.rules.changed import lines_of, sections, steps_to_sections, told
from ilead_studio.rules.difference import applied, changes_between
from ilead_studio.rules.records import shape_of

BALLOT = (key("late"), key("work"))


@given(workbooks, steps)
def test_applying_the_changes_to_the_old_gives_the_new(old: Workbook, done: list[Edit]) -> None:
    new = made(old, done)
    assert applied(old, changes_between(old, new)) == new
    assert applied(new, changes_between(new, old)) == old


@given(workbooks, workbooks)
def test_that_holds_of_any_two_workbooks(old: Workbook, new: Workbook) -> None:
    changes = changes_between(old, new)
    assert applied(old, changes) == new
    assert (changes == ()) == (old == new)


@given(workbooks)
def test_a_workbook_read_anew_differs_in_nothing(workbook: Workbook) -> None:
    again = Workbook.model_validate(workbook.model_dump())
    assert changes_between(workbook, again) == ()
    assert sections(workbook, again) == ()


@given(workbooks, workbooks)
def test_words_name_every_change_once(old: Workbook, new: Workbook) -> None:
    changes = changes_between(old, new)
    lines = [*lines_of(told(old, new, changes))]
    assert Counter(id(it) for line in lines for it in line.changes) == Counter(map(id, changes))
    for line in lines:
        assert line.words
        assert "  " not in line.sentence
        assert not line.sentence.endswith(", ")


@given(workbooks, workbooks)
def test_no_two_lines_of_an_item_are_of_one_sort(old: Workbook, new: Workbook) -> None:
    """But for its words and its name, which are both reworded, and for links on two pages."""
    lines = lines_of(sections(old, new))
    times = Counter(
        (it.sort, it.item_id, it.kind, it.page_id) for it in lines if it.sort != "reworded"
    )
    assert set(times.values()) <= {1}


def test_what_did_not_change_stays_the_same_object() -> None:
    old = both()
    new = edits.rename(old, key("late"), "Late")
    made_again = applied(old, changes_between(old, new))
    assert made_again.theories[0] is old.theories[0]
    assert made_again.fishbones[0].causes[0] is old.fishbones[0].causes[0]
    assert faults(made_again) == ()


def test_changes_of_another_workbook_are_refused() -> None:
    changes = changes_between(both(), edits.delete(both(), [key("late")]))
    with pytest.raises((ValueError, KeyError)):
        applied(Workbook(), changes)


def test_of_a_large_workbook_it_is_found_out_step_by_step_and_only_once() -> None:
    old = wide_fishbone(310)
    new = edits.rename(old, old.fishbones[0].causes[7].id, "Said otherwise")
    steps = [*steps_to_sections(old, new)]
    assert len(steps) > 4
    assert steps[-1] is sections(old, new)
    assert [it.detail for it in lines_of(sections(old, new))] == ["was “Cause 8”"]
    assert not [*steps_to_sections(old, new)]
    assert not [*steps_to_sections(both(), edits.rename(both(), key("late"), "Late"))]


def said(old: Workbook, new: Workbook) -> list[str]:
    return [line.sentence for line in lines_of(sections(old, new)) if line.sort != "behind"]


def test_a_cause_with_other_words() -> None:
    new = edits.rename(both(), key("late"), "Buses wait at the bridge")
    assert said(both(), new) == ["Reworded: Buses wait at the bridge, was “Buses come late”"]


def test_a_cause_on_another_bone() -> None:
    new = edits.move(both(), key("full"), key("home"), None)
    assert said(both(), new) == ["Moved: Buses are full, from “Buses” to “Home”"]


def test_a_cause_in_another_place_on_its_bone() -> None:
    new = edits.move(both(), key("full"), key("buses"), key("late"))
    assert said(both(), new) == ["Moved: Buses are full, now first"]
    assert said(new, both()) in (
        ["Moved: Buses are full, now after “Buses come late”"],
        ["Moved: Buses come late, now first"],
    )


def test_a_new_cause_and_one_that_went() -> None:
    new = edits.add(both(), "cause", key("new"), "Roads flood", key("late"), None)
    assert said(both(), new) == ["Added: Roads flood, under “Buses come late”"]
    assert said(new, both()) == ["Removed: Roads flood, under “Buses come late”"]


def test_an_idea_that_serves_another_driver_instead_has_moved() -> None:
    new = edits.unlink(edits.link(both(), key("hour"), key("families")), key("hour"), key("teach"))
    assert said(both(), new) == ["Moved: Quiet hour, from “Teaching” to “Families”"]


def test_an_idea_that_serves_another_driver_besides_is_linked_anew() -> None:
    new = edits.link(both(), key("hour"), key("families"), "weak")
    assert said(both(), new) == ["Linked anew: Quiet hour, also “Families”, weakly"]
    assert said(new, both()) == ["Linked anew: Quiet hour, no longer “Families”"]


def test_a_link_that_is_weaker() -> None:
    new = edits.set_strength(both(), key("talk"), key("daily"), "weak")
    assert said(both(), new) == ["Linked anew: Talk about books, now weakly “Daily reading”"]


def test_evidence_that_speaks_otherwise_says_how() -> None:
    base = edits.cite(edits.add_evidence(both(), key("ev"), "1 in 5"), [key("late")], key("ev"))
    new = edits.cite(base, [key("late")], key("ev"), "against", "Only on Mondays")
    assert said(base, new) == [
        "Evidence: Buses come late, “1 in 5” (speaks for → speaks against, “Only on Mondays”)"
    ]


def test_evidence_and_what_was_found_out() -> None:
    new = edits.put(both(), [key("late")], evidence="supported")
    new = edits.cite(edits.add_evidence(new, key("ev"), "1 in 5"), [key("late")], key("ev"))
    assert said(both(), new) == [
        "Evidence: Buses come late, hunch → supported; also “1 in 5”",
        "Added: 1 in 5",
    ]


def test_an_idea_in_another_state() -> None:
    assert "State: Talk about books, proposed → testing" in said(planned(), doing())


def test_a_new_question_is_told_with_its_cycle() -> None:
    new = edits.add_line(both(), key("cycle"), "questions", key("ask"), "Will they come?")
    assert said(both(), new) == ["Changed: Try one class, new question “Will they come?”"]


def test_judgements_are_told_by_the_names_of_their_fields() -> None:
    new = edits.put(both(), [key("late")], root=True, reach="control", notes="Since spring")
    assert said(both(), new) == [
        "Changed: Buses come late, note: “Since spring”; root cause: yes; reach: control"
    ]


def test_a_page_with_another_name() -> None:
    new = edits.rename_page(both(), key("head"), "Why so many?")
    assert said(both(), new) == [
        "Reworded: Pupils miss school, now named “Why so many?”, was “Why?”"
    ]


def test_pages_come_in_order_and_what_is_behind_them_last() -> None:
    new = edits.rename_workbook(edits.rename(both(), key("teach"), "Lessons"), "Two")
    new = edits.add(new, "cause", key("new"), "Roads flood", key("late"), None)
    assert [it.name for it in sections(both(), new)] == [
        "Workbook", "Why?", "Reading", "Behind the pages",
    ]  # fmt: skip


def kinds(kind: type[Record] = Record) -> list[type[Record]]:
    return [kind, *(it for below in kind.__subclasses__() for it in kinds(below))]


def test_a_link_is_known_by_its_ends_and_a_citation_is_a_value() -> None:
    shapes = {it.__name__: shape_of(it) for it in kinds()[1:]}
    assert shapes["Theory"].lists == ("drivers", "links")
    assert "cites" in shapes["Cause"].plain
    assert shapes["Workbook"].parts == ("calendar",)
    assert shapes["Snapshot"].lists == ()


def test_an_order_that_nobody_sees_is_told_too() -> None:
    old = both()
    new = replace(old, ideas=old.ideas[::-1])
    assert len(said(old, new)) == 1


def test_measures_votes_questions_and_dismissed_advice_have_words() -> None:
    old = edits.open_vote(both(), key("vote"), key("head"), 3, "Where do we look first?", BALLOT)
    old = edits.add_measure(old, key("days"), "Days missed")
    new = edits.cast(old, key("vote"), "1")
    new = edits.put_measure(new, key("days"), unit="days", target=4)
    new = edits.note_question(new, key("asked"), "Who drives them?", key("late"))
    new = edits.dismiss(new, "cause-blames", key("late"))
    told_now = sections(old, new)
    assert [(it.name, [line.sentence for line in it.lines]) for it in told_now] == [
        ("Workbook", ["Changed: Attendance, advice no longer shown for: also “Buses come late”"]),
        ("Measures", ["Changed: Days missed, unit: “days”; target: 4"]),
        ("Votes", ["Changed: Where do we look first?, ballots: 0 → 1"]),
        ("Open questions", ["Added: Who drives them?"]),
    ]

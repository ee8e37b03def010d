"""Two copies become one: nothing is lost without being named, and what comes of it is sound."""

import os
from contextlib import suppress
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from random_workbooks import FIELDS, Edit, made, steps, workbooks
from trials import BEGAN, CYCLE, NOW, REPLY, doing, planned
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, faults, groups
from ilead_studio.rules.difference import changes_between
from ilead_studio.rules.merge_base import common_base
from ilead_studio.rules.merge_lists import together
from ilead_studio.rules.merge_units import DERIVED
from ilead_studio.rules.merge_words import BOTH, MINE, THEIRS, Choice
from ilead_studio.rules.merging import Merging
from ilead_studio.rules.records import reading_of

Put = tuple[int, dict[str, Any]]
"""Which record gets which fields."""
puts = st.lists(st.tuples(st.integers(0, 99), st.sampled_from(FIELDS)), max_size=6)
NONE = st.just(dict[int, Choice]())
PAIRS = int(os.environ.get("ILEAD_STUDIO_MERGES", "60"))


def merge(base: Workbook, mine: Workbook, theirs: Workbook) -> Workbook:
    return Merging(base, mine, theirs).merged().workbook


@settings(max_examples=PAIRS)
@given(workbooks, steps)
def test_what_only_one_side_did_is_what_comes_of_it(base: Workbook, done: list[Edit]) -> None:
    one = made(base, done)
    assert merge(base, one, one) == one
    assert merge(base, one, base) == one
    assert merge(base, base, one) == one


@settings(max_examples=PAIRS, deadline=None)
@given(workbooks, steps, steps, st.data())
def test_what_comes_of_any_two_is_sound_and_names_what_it_lost(
    base: Workbook, here: list[Edit], there: list[Edit], data: st.DataObject
) -> None:
    mine, theirs = made(base, here), made(base, there)
    merging = Merging(base, mine, theirs)
    numbers = range(len(merging.conflicts))
    choices = st.sampled_from((MINE, THEIRS, BOTH, Choice("own", "Other words")))
    chosen = data.draw(st.dictionaries(st.sampled_from(numbers), choices) if numbers else NONE)
    done = merging.merged(chosen)
    assert faults(done.workbook) == ()
    named = {it for conflict in merging.conflicts for it in told(conflict.changes)}
    for side in (mine, theirs):
        assert missing(base, side, done.workbook) <= named
    if not chosen:
        assert missing(base, mine, done.workbook) == set()
    assert all(it.theirs for it in merging.conflicts)


def told(changes: object) -> set[tuple[str, str]]:
    return {(it.key.name, it.field) for it in changes}  # type: ignore[attr-defined]


def missing(base: Workbook, side: Workbook, end: Workbook) -> set[tuple[str, str]]:
    """Return what a side did that did not come about, by record and field."""
    now, found = reading_of(end), set[tuple[str, str]]()
    for it in changes_between(base, side):
        is_there = it.key in now.records
        if it.what in ("added", "removed"):
            if is_there != (it.what == "added"):
                found.add((it.key.name, ""))
        elif it.what == "changed" and it.field not in DERIVED:
            value = getattr(now.records[it.key], it.field) if is_there else None
            mixed = together(it.field, it.was, it.now, value) if is_there else None
            if value != it.now and mixed is None:
                found.add((it.key.name, it.field))
    return found


@settings(max_examples=PAIRS, deadline=None)
@given(workbooks, puts, puts)
def test_what_is_done_to_different_records_commutes(
    base: Workbook, here: list[Put], there: list[Put]
) -> None:
    every = sorted(ids(base))
    mine, theirs = put_on(base, every[::2], here), put_on(base, every[1::2], there)
    assume(touched(base, mine).isdisjoint(touched(base, theirs)))
    both_done = put_on(mine, every[1::2], there)
    merging = Merging(base, mine, theirs)
    assert merging.conflicts == ()
    assert merging.merged().workbook == merge(base, theirs, mine) == both_done


def put_on(workbook: Workbook, names: list[str], done: list[Put]) -> Workbook:
    """Give fields to some of these records, as far as they have them."""
    for number, fields in done if names else ():
        with suppress(EditError):
            workbook = edits.put(workbook, [names[number % len(names)]], **fields)
    return workbook


def touched(base: Workbook, side: Workbook) -> set[str]:
    return {it.key.name for it in changes_between(base, side)}


def test_what_is_done_to_different_records_can_be_merged_either_way() -> None:
    base = both()
    one = edits.put(base, [key("late"), key("full")], notes="Seen", root=True)
    other = edits.rename(edits.put(base, [key("hour")], notes="Heard"), key("teach"), "Lessons")
    assert merge(base, one, other) == merge(base, other, one)
    assert Merging(base, one, other).conflicts == ()


def ids(workbook: Workbook) -> set[str]:
    return {it.id for group in groups(workbook) for it in group}


def test_two_groups_add_to_the_same_page_and_references_are_given_once() -> None:
    mine = edits.add(both(), "cause", key("rain"), "Roads flood", key("late"), None)
    theirs = edits.add(both(), "cause", key("fog"), "Fog", key("late"), None)
    done = Merging(both(), mine, theirs).merged()
    causes = {it.text: it.ref for it in done.workbook.fishbones[0].causes}
    assert causes["Roads flood"] == "C7"
    assert causes["Fog"] == "C8"
    assert done.renumbered == ("C7 “Fog” is C8 here, as C7 was given twice.",)
    assert done.workbook.counters.causes == 8


def test_different_words_for_one_cause_are_a_conflict_in_words() -> None:
    mine = edits.rename(both(), key("late"), "Buses wait")
    theirs = edits.rename(both(), key("late"), "Buses queue")
    merging = Merging(both(), mine, theirs)
    (conflict,) = merging.conflicts
    assert conflict.theirs == ("Reworded: Buses queue, was “Buses come late”",)
    assert conflict.mine == ("Reworded: Buses wait, was “Buses come late”",)
    assert conflict.is_open
    assert merging.merged().workbook == mine
    assert merging.merged({0: THEIRS}).workbook == theirs


def test_what_they_removed_and_i_changed_stays_unless_chosen() -> None:
    mine = edits.rename(both(), key("late"), "Buses wait")
    theirs = edits.delete(both(), [key("buses")])
    merging = Merging(both(), mine, theirs)
    (conflict,) = merging.conflicts
    assert conflict.mine == ("Reworded: Buses wait, was “Buses come late”",)
    assert merging.merged().workbook == mine
    assert merging.merged({0: THEIRS}).workbook == theirs


def test_what_is_gone_goes_from_a_vote_with_it_and_only_the_going_is_told() -> None:
    ballot = (key("late"), key("work"))
    base = edits.open_vote(both(), key("vote"), key("head"), 3, "Where first?", ballot)
    theirs = edits.delete(base, [key("late")])
    mine = edits.add(base, "cause", key("fog"), "Fog", key("late"), None)
    for one, other in ((mine, theirs), (theirs, mine)):
        merging = Merging(base, one, other)
        (conflict,) = merging.conflicts
        assert conflict.is_open
        told = (*conflict.mine, *conflict.theirs)
        assert {it.partition(":")[0] for it in told} == {"Added", "Removed"}
        assert merging.merged().workbook.votes == one.votes
        chosen = merging.merged({0: THEIRS}).workbook
        assert (chosen.votes, chosen.fishbones[0].causes) == (
            other.votes, other.fishbones[0].causes
        )  # fmt: skip


def test_what_i_removed_takes_with_it_what_they_put_below() -> None:
    mine = edits.delete(both(), [key("buses")])
    theirs = edits.add(both(), "cause", key("fog"), "Fog", key("late"), None)
    merging = Merging(both(), mine, theirs)
    (conflict,) = merging.conflicts
    assert conflict.theirs == ("Added: Fog, under “Buses come late”",)
    assert any("Removed: Buses" in it for it in conflict.mine)
    assert merging.merged().workbook.fishbones == mine.fishbones
    assert merging.merged({0: THEIRS}).workbook.fishbones[0].causes == theirs.fishbones[0].causes


def parents(workbook: Workbook) -> dict[str, str]:
    return {it.id: it.parent_id for it in workbook.fishbones[0].causes}


def test_two_moves_that_would_go_round_are_a_conflict() -> None:
    mine = edits.move(both(), key("buses"), key("home"), None)
    theirs = edits.move(both(), key("home"), key("buses"), None)
    merging = Merging(both(), mine, theirs)
    (conflict,) = merging.conflicts
    assert conflict.theirs == ("Moved: Home, from “Pupils miss school” to “Buses”",)
    assert conflict.mine == ("Moved: Buses, from “Pupils miss school” to “Home”",)
    assert parents(merging.merged().workbook) == parents(mine)
    assert parents(merging.merged({0: THEIRS}).workbook) == parents(theirs)


def bones(workbook: Workbook) -> list[str]:
    page = workbook.fishbones[0]
    return [it.text for it in page.causes if it.parent_id == page.id]


def test_each_side_can_put_something_else_elsewhere() -> None:
    mine = edits.move(both(), key("full"), key("buses"), key("late"))
    theirs = edits.move(both(), key("home"), key("head"), key("buses"))
    merging = Merging(both(), mine, theirs)
    assert merging.conflicts == ()
    assert bones(merging.merged().workbook) == ["Home", "Buses"]


def test_two_places_for_the_same_are_a_conflict() -> None:
    base = both()
    for word in ("food", "sleep"):
        base = edits.add(base, "cause", key(word), word, key("head"), None)
    mine = edits.move(base, key("sleep"), key("head"), key("buses"))
    theirs = edits.move(base, key("sleep"), key("head"), key("home"))
    merging = Merging(base, mine, theirs)
    assert [it.theirs for it in merging.conflicts] == [("Moved: sleep, now after “Buses”",)]
    assert merging.merged().workbook == mine
    assert merging.merged({0: THEIRS}).workbook == theirs


def test_what_each_side_puts_into_a_list_is_taken_from_both() -> None:
    base = edits.add_evidence(edits.add_evidence(both(), key("one"), "1"), key("two"), "2")
    mine = edits.cite(base, [key("late")], key("one"))
    theirs = edits.cite(base, [key("late")], key("two"))
    merging = Merging(base, mine, theirs)
    assert merging.conflicts == ()
    late = next(it for it in merging.merged().workbook.fishbones[0].causes if it.id == key("late"))
    assert [it.evidence_id for it in late.cites] == [key("one"), key("two")]


def test_without_a_common_base_all_of_both_comes() -> None:
    theirs = edits.rename(edits.delete(both(), [key("home")]), key("late"), "Buses wait")
    merging = Merging(Workbook(), both(), theirs)
    assert ids(merging.merged().workbook) == ids(both())
    assert len(merging.conflicts) == 1


def test_a_frozen_prediction_of_mine_stays_as_it_is() -> None:
    theirs = edits.begin_do(
        edits.change_line(planned(), CYCLE, REPLY, prediction="All"), CYCLE, NOW
    )
    merging = Merging(planned(), doing(), theirs)
    (conflict,) = merging.conflicts
    assert not conflict.is_open
    done = merging.merged({0: THEIRS})
    assert done.refused == {0}
    assert done.workbook == doing()


def test_a_begun_cycle_and_another_prediction_are_never_mixed() -> None:
    mine = edits.change_line(planned(), CYCLE, REPLY, prediction="All")
    merging = Merging(planned(), mine, doing())
    assert merging.merged().workbook == mine
    assert merging.merged(dict.fromkeys(range(len(merging.conflicts)), THEIRS)).workbook == doing()


def test_votes_are_taken_whole() -> None:
    ballot = (key("late"), key("work"))
    base = edits.open_vote(both(), key("vote"), key("head"), 3, "Where first?", ballot)
    mine, theirs = edits.cast(base, key("vote"), "1"), edits.cast(base, key("vote"), "2")
    merging = Merging(base, mine, theirs)
    assert merging.merged().workbook.votes == mine.votes
    assert merging.merged({0: THEIRS}).workbook.votes == theirs.votes


def test_snapshots_of_both_are_kept_as_they_were() -> None:
    mine = edits.take_snapshot(both(), key("one"), "One", BEGAN)
    grown = edits.add(both(), "cause", key("fog"), "Fog", key("late"), None)
    theirs = edits.take_snapshot(grown, key("two"), "Two", BEGAN)
    done = merge(both(), mine, theirs)
    assert [it.was for it in done.snapshots] == [mine.snapshots[0].was, theirs.snapshots[0].was]


def test_linked_copies_and_names_of_measures_follow() -> None:
    base = edits.copy_linked(both(), key("late"), key("twin"), key("home"), None)
    mine = edits.rename(base, key("late"), "Buses wait")
    theirs = edits.put(base, [key("late")], notes="Since spring")
    merging = Merging(base, mine, theirs)
    assert merging.conflicts == ()
    said = {(it.text, it.notes) for it in merging.merged().workbook.fishbones[0].causes
            if it.id in (key("late"), key("twin"))}  # fmt: skip
    assert said == {("Buses wait", "Since spring")}


def test_the_newest_snapshot_of_both_is_what_they_began_with() -> None:
    base = edits.take_snapshot(both(), key("one"), "One", BEGAN)
    mine = edits.take_snapshot(edits.delete(base, [key("work")]), key("mine"), "Mine", BEGAN)
    theirs = edits.rename(base, key("late"), "Buses wait")
    known = common_base(mine, theirs)
    assert known == base.snapshots[0].was
    merging = Merging(known, mine, theirs)
    assert merging.conflicts == ()
    assert key("work") not in ids(merging.merged().workbook)
    assert common_base(both(), theirs) == Workbook()

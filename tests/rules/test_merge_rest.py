"""What is chosen of a merge, and what stays as it is, leaves all else as it joins by itself."""

import pytest
from trials import CYCLE, REPLY, planned
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, new_ids
from ilead_studio.rules import merging as rules
from ilead_studio.rules.merge_words import THEIRS
from ilead_studio.rules.merging import Merging


def merged_as_theirs(merging: Merging) -> Workbook:
    done = merging.merged(dict.fromkeys(range(len(merging.conflicts)), THEIRS))
    assert not done.refused
    return done.workbook


def causes(workbook: Workbook) -> dict[str, str]:
    return {it.id: it.text for page in workbook.fishbones for it in page.causes}


def with_party() -> Workbook:
    return edits.add_party(both(), key("party"), "Our school")


def test_a_merge_that_was_hard_to_find_out_still_brings_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = edits.rename(both(), key("late"), "Buses wait")
    theirs = edits.rename(edits.rename(both(), key("late"), "Buses queue"), key("work"), "Shifts")
    merging = Merging(both(), mine, theirs)
    monkeypatch.setattr(rules, "MOST_TRIED", merging._tried)
    assert causes(merging.merged().workbook)[key("work")] == "Shifts"
    assert causes(merging.merged({0: THEIRS}).workbook)[key("work")] == "Shifts"


def test_what_stands_on_a_page_that_is_to_be_chosen_is_told_with_it() -> None:
    theirs = edits.add_fishbone(with_party(), key("page"), "Another", "Few come")
    theirs = edits.belong(theirs, [key("page")], [key("party")])
    theirs = edits.add(theirs, "cause", key("fog"), "Fog", key("page"), None)
    mine = edits.delete_party(with_party(), key("party"))
    (conflict,) = Merging(with_party(), mine, theirs).conflicts
    assert any(it.startswith("Added: Fog") for it in conflict.theirs)
    (conflict,) = Merging(with_party(), theirs, mine).conflicts
    assert any(it.startswith("Added: Fog") for it in conflict.mine)


def test_a_line_that_asks_again_what_i_removed_comes_with_its_cycle() -> None:
    base = edits.cancel_cycle(planned(), CYCLE)
    theirs = edits.next_cycle(base, CYCLE, key("again"), new_ids(1))
    theirs = edits.note_question(theirs, key("open"), "Who asks?", key("again"))
    merging = Merging(base, edits.delete_line(base, CYCLE, REPLY), theirs)
    (conflict,) = merging.conflicts
    assert conflict.mine
    done = merged_as_theirs(merging)
    assert (done.cycles, done.questions) == (theirs.cycles, theirs.questions)


def test_a_list_that_both_filled_keeps_theirs_where_mine_had_to_go() -> None:
    base = edits.add_evidence(edits.add_evidence(both(), key("one"), "1"), key("two"), "2")
    mine = edits.cite(base, [key("late")], key("one"))
    theirs = edits.delete_evidence(edits.cite(base, [key("late")], key("two")), key("one"))
    merging = Merging(base, mine, theirs)
    assert merged_as_theirs(merging) == theirs


def test_other_words_for_a_copy_that_they_parted_go_with_the_parting() -> None:
    base = edits.copy_linked(both(), key("late"), key("twin"), key("home"), None)
    mine = edits.add(base, "cause", key("fog"), "Fog", key("late"), None)
    theirs = edits.delete(base, [key("late")])
    theirs = edits.rename(theirs, key("twin"), "Buses come at eight")
    merging = Merging(base, mine, theirs)
    assert merging.merged().workbook == mine
    assert any("Buses come at eight" in said for it in merging.conflicts for said in it.theirs)
    assert merged_as_theirs(merging).fishbones == theirs.fishbones

"""Where both sides wrote other words: both kept, or said anew, and nothing of mine is lost."""

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Cause, Workbook, faults, find
from ilead_studio.rules.merge_words import BOTH, Choice, Worded, marked, proposed
from ilead_studio.rules.merging import Merging
from ilead_studio.rules.records import Key


def two(name: str = "late") -> Merging:
    mine, theirs = (edits.rename(both(), key(name), it) for it in ("Buses wait", "Buses queue"))
    return Merging(both(), mine, theirs)


def noted(one: str, other: str) -> Merging:
    mine, theirs = (edits.put(both(), [key("late")], notes=it) for it in (one, other))
    return Merging(both(), mine, theirs)


def words(was: str, mine: str, theirs: str) -> Worded:
    return Worded(Key("Cause", "x"), "text", was, mine, theirs, lines=False)


def texts(workbook: Workbook) -> list[str]:
    return [it.text for it in workbook.fishbones[0].causes]


def test_own_words_stand_for_both() -> None:
    done = two().merged({0: Choice("own", " Buses wait and queue ")})
    assert "Buses wait and queue" in texts(done.workbook)
    assert done.refused == frozenset()
    assert find(done.workbook, key("late")).text == "Buses wait and queue"  # type: ignore[union-attr]  # it is a cause


@pytest.mark.parametrize("own", ["", " ", "x" * 3000])
def test_words_that_cannot_stand_there_are_refused_and_mine_stays(own: str) -> None:
    merging = two()
    assert not merging.can_say(0, own)
    done = merging.merged({0: Choice("own", own)})
    assert done.refused == {0}
    assert "Buses wait" in texts(done.workbook)


def test_both_causes_stand_beside_each_other_with_a_reference_each() -> None:
    done = two().merged({0: BOTH})
    found = [it for it in done.workbook.fishbones[0].causes if it.parent_id == key("buses")]
    assert [it.text for it in found] == ["Buses wait", "Buses queue", "Buses are full"]
    assert [it.ref for it in found] == ["C2", "C7", "C3"]
    assert faults(done.workbook) == ()
    assert two().merged({0: BOTH}).workbook == done.workbook


def test_both_drivers_drive_the_same() -> None:
    mine, theirs = (edits.rename(both(), key("teach"), it) for it in ("Lessons", "Classes"))
    done = Merging(both(), mine, theirs).merged({0: BOTH})
    theory = done.workbook.theories[0]
    twin = next(it for it in theory.drivers if it.text == "Classes")
    ups = {it.source: it.target for it in theory.links}
    assert ups[twin.id] == ups[key("teach")]


def test_both_notes_stand_below_each_other() -> None:
    done = noted("Seen in May", "Heard in June").merged({0: BOTH})
    cause = find(done.workbook, key("late"))
    assert isinstance(cause, Cause)
    assert cause.notes == "Seen in May\nHeard in June"


def test_notes_that_are_too_long_together_are_refused() -> None:
    merging = noted("a" * 12_000, "b" * 12_000)
    done = merging.merged({0: BOTH})
    assert done.refused == {0}


def test_what_is_about_no_words_is_only_theirs_or_mine() -> None:
    mine, theirs = edits.delete(both(), [key("late")]), edits.rename(both(), key("late"), "B")
    merging = Merging(both(), mine, theirs)
    assert merging.conflicts[0].words is None
    assert merging.merged({0: BOTH}).refused == {0}
    graded = [edits.put(both(), [key("late")], evidence=it) for it in ("supported", "refuted")]
    assert Merging(both(), *graded).conflicts[0].words is None


def test_what_else_was_done_to_the_same_is_told() -> None:
    mine = edits.put(edits.rename(both(), key("late"), "Buses wait"), [key("late")], root=True)
    theirs = edits.put(edits.rename(both(), key("late"), "Queue"), [key("late")], notes="Seen")
    (conflict,) = Merging(both(), mine, theirs).conflicts
    assert len(conflict.rest) == 2


def test_what_is_new_is_marked() -> None:
    pieces = marked("A visit is a rating", "A visit in May is a talk")
    assert pieces == (
        ("A visit", False), (" in May", True), (" is a", False), (" talk", True),
    )  # fmt: skip


def test_words_that_both_say_are_proposed() -> None:
    was = "First visit by a principal is a rating"
    mine = "First visit by a principal is a rating, not a talk"
    theirs = "First visit by a principal comes in November and is a rating"
    whole = "First visit by a principal comes in November and is a rating, not a talk"
    assert proposed(words(was, mine, theirs)) == whole
    assert proposed(words("Buses late", "Buses wait", "Buses queue")) == "Buses wait"
    assert proposed(words("late buses", "late buses", "All late buses")) == "All late buses"

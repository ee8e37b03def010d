"""What somebody ticks, and the words that stand there then."""

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.rules.approving import Approval, approval
from ilead_studio.rules.name_hits import name_hits


def proposed(*also: str) -> Approval:
    """Return a note with Mark twice, once doubtful, and an owner."""
    workbook = edits.note(both(), key("late"), "Mark says: mark it, Ms. Lee")
    workbook = edits.put(workbook, [key("hour")], owner="Mark")
    return approval(name_hits(workbook, also))


def test_what_is_likely_is_ticked_to_begin_with() -> None:
    at = proposed()
    assert [(it.found, it in at.ticked) for it in at.hits] == [
        ("Ms. Lee", True), ("Mark", True), ("mark", False), ("Mark", True),
    ]  # fmt: skip
    assert (at.replaced, at.left) == (3, 1)
    assert [*at.chosen.values()] == ["[person 1]", "[person 2]", "[person 2]"]


def test_hits_are_grouped_by_whom_they_name() -> None:
    assert [(called, len(hits)) for called, hits in proposed().by_person()] == [
        ("Ms. Lee", 1), ("Mark", 3),
    ]  # fmt: skip


def test_one_hit_or_all_are_ticked() -> None:
    at = proposed()
    assert at.tick(at.hits, on=True).left == 0
    assert at.tick(at.hits[:1], on=False).left == 2
    assert at.tick(at.hits, on=False).chosen == {}


def test_own_words_are_for_a_person_or_for_one_hit() -> None:
    at = proposed()
    _, first, doubtful, owner = at.hits
    at = at.put((first, doubtful, owner), "  Attendance\nlead ").put((owner,), "Dean")
    assert [at.instead(it) for it in at.hits[1:]] == ["Attendance lead", "Attendance lead", "Dean"]
    assert doubtful in at.ticked, "who types words means it"
    assert at.put((owner,), "").instead(owner) == "Attendance lead"
    assert at.put((first, doubtful, owner), "").instead(owner) == "[person 2]"


def test_the_only_hit_of_a_person_is_the_person() -> None:
    at = proposed()
    assert at.put(at.hits[:1], "Dean").for_person == {"Ms. Lee": "Dean"}


def test_what_was_decided_stays_when_more_names_are_looked_for() -> None:
    at = proposed()
    lee, first, doubtful, _ = at.hits
    at = at.tick((first,), on=False).put((lee,), "Dean")
    more = at.with_hits(proposed("mark", "Buses").hits)
    ticked = {(it.text, it.start) for it in more.ticked}
    assert (first.text, first.start) not in ticked
    assert (doubtful.text, doubtful.start) in ticked, "it was typed after all"
    assert ("Buses", 0) in ticked
    assert more.instead(next(it for it in more.hits if it.found == "Ms. Lee")) == "Dean"

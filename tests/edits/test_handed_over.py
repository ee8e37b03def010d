"""A copy that is handed over holds no private notes: not in the work, and not in its history."""

from datetime import date

import pytest
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.edits import handed_over, notes_in
from ilead_studio.model import FACILITATOR, Workbook, faults
from ilead_studio.rules.visibility import EVERYBODY, SUCCESSOR
from ilead_studio.storage.format import encode

UNI, PARTY = key("uni"), key("party")


def private() -> Workbook:
    """Return a workbook with something only the facilitator sees, something of one party, a tray.

    The private cause is private in a snapshot too, and stands on a blind ballot.
    """
    workbook = edits.rename(chained(), key("roads"), "Nobody dares to say it")
    workbook = edits.show_only(workbook, [key("roads")], FACILITATOR)
    workbook = edits.rename(workbook, key("full"), "Ours alone")
    workbook = edits.show_only(workbook, [key("full")], UNI)
    workbook = edits.note(workbook, key("work"), "Seen in May")
    workbook = edits.catch(workbook, key("loose"), "Waits in the tray")
    return edits.take_snapshot(workbook, key("snap"), "October", date(2026, 10, 12))


@pytest.mark.parametrize("viewer", [SUCCESSOR, EVERYBODY, UNI, PARTY])
def test_what_only_the_facilitator_sees_is_nowhere_in_the_file(viewer: str) -> None:
    made = handed_over(private(), viewer)
    assert "Nobody dares" in encode(private()).decode()
    assert "Nobody dares" not in encode(made).decode()
    assert faults(made) == ()


def test_who_facilitates_next_gets_what_parties_see_and_what_waits() -> None:
    words = encode(handed_over(private(), SUCCESSOR)).decode()
    assert [it in words for it in ("Ours alone", "Waits in the tray", "Seen in May")] == [True] * 3


@pytest.mark.parametrize(("viewer", "is_seen"), [(EVERYBODY, False), (PARTY, False), (UNI, True)])
def test_a_party_gets_what_it_sees(viewer: str, is_seen: bool) -> None:
    words = encode(handed_over(private(), viewer)).decode()
    assert ("Ours alone" in words) is is_seen
    assert "Waits in the tray" not in words


def test_notes_are_left_out_on_request_in_snapshots_too() -> None:
    workbook = edits.copy_linked(private(), key("work"), key("copy"), key("buses"))
    assert notes_in(workbook) == 1
    made = handed_over(workbook, SUCCESSOR, with_notes=False)
    assert "Seen in May" not in encode(made).decode()
    assert notes_in(made) == 0
    assert faults(made) == ()


def test_a_blind_vote_goes_on_unless_something_private_is_on_its_ballot() -> None:
    workbook = edits.open_vote(
        chained(), key("vote"), key("head"), 5, "Which?", (key("late"), key("roads"))
    )
    assert len(handed_over(workbook, SUCCESSOR).votes) == 1
    assert handed_over(workbook, EVERYBODY).votes == ()
    hidden = edits.show_only(workbook, [key("roads")], FACILITATOR)
    assert handed_over(hidden, SUCCESSOR).votes == ()


def test_a_workbook_without_anything_private_is_handed_over_as_it_is() -> None:
    workbook = chained()
    assert handed_over(workbook, SUCCESSOR) is workbook

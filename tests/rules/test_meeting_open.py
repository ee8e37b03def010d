"""Opening a meeting: cards of what to look at first, each row of which leads somewhere."""

from datetime import date

from gatherings import (
    DEAN,
    FIRST,
    HUDDLE,
    LETTER,
    LISTS,
    NOVEMBER,
    NOW,
    PARTY,
    SECOND,
    UNI,
    convened,
    gathered,
    meeting_in,
)
from trials import BEGAN
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.meeting_missed import to_confirm
from ilead_studio.rules.meeting_open import MOST_HUNCHES, Card, CardName, Changed, hunches, opening

CYCLE = key("cycle")


def card(workbook: Workbook, name: CardName, *changes: Changed) -> Card:
    return next(it for it in opening(workbook, SECOND, NOVEMBER, changes) if it.name == name)


def tried(workbook: Workbook) -> Workbook:
    """Return the workbook with its cycle begun since the last meeting, and late."""
    workbook = edits.put_cycle(
        workbook, CYCLE, owner="Teacher", planned_start=BEGAN, planned_end=date(2026, 11, 13)
    )
    workbook = edits.add_line(workbook, CYCLE, "questions", key("reply"), "Who replies?")
    workbook = edits.change_line(workbook, CYCLE, key("reply"), prediction="Half", reason="Short")
    return edits.begin_do(workbook, CYCLE, NOW.replace(day=2))


def test_there_is_a_card_for_everything_and_a_sentence_where_it_is_empty() -> None:
    cards = opening(gathered(), SECOND, NOVEMBER)
    names = ["since", "overdue", "hunches", "missed", "promised"]
    assert [it.name for it in cards] == names
    assert all(it.heading and it.empty.endswith(".") for it in cards)
    assert opening(gathered(), key("never"), NOVEMBER) == ()
    first = opening(convened(), FIRST, NOVEMBER)
    assert next(it.empty for it in first if not it.rows) == "This is the first meeting."


def test_it_is_said_whether_nothing_changed_or_nothing_was_kept() -> None:
    (since, *_) = opening(gathered(), SECOND, NOVEMBER, [])
    assert since.empty == "Nothing has changed since then."
    (since, *_) = opening(gathered(), SECOND, NOVEMBER)
    assert since.empty.startswith("No snapshot was kept then")


def test_since_last_time_the_diagrams_changed_and_cycles_went_on() -> None:
    since = card(tried(gathered()), "since", Changed("1 driver added", key("teach"), "plus"))
    assert since.small == "12 October, 6 weeks ago"
    assert [(it.words, it.sign, it.item_id) for it in since.rows] == [
        ("1 driver added", "plus", key("teach")),
        ("“Talk about books”, cycle 1: in Do", "refresh", CYCLE),
    ]
    assert since.rows[1].spoken == "“Talk about books”, cycle 1: in Do, 2 November"


def test_overdue_cycles_are_told_with_owner_and_day() -> None:
    (row,) = card(tried(gathered()), "overdue").rows
    assert row.words == "“Talk about books”, cycle 1, is one school week late."
    assert (row.small, row.item_id) == ("owner: Teacher · was due 13 November", CYCLE)


def test_hunches_are_roots_first_then_those_with_most_votes() -> None:
    workbook = edits.put(gathered(), [key("home")], votes=2)
    workbook = edits.put(workbook, [key("full")], votes=5, raised_by="Bus driver")
    workbook = edits.put(workbook, [key("late")], votes=9, evidence="supported")
    workbook = edits.put(workbook, [key("work")], root=True)
    shown = card(workbook, "hunches")
    assert shown.small == "3, roots first"
    assert [(it.words, it.small) for it in shown.rows] == [
        ("Parents work early", "root"),
        ("Buses are full", "5 votes · could find out: Bus driver"),
        ("Home", "2 votes"),
    ]
    assert card(gathered(), "hunches").rows == ()


def test_a_linked_copy_is_no_second_hunch_and_the_card_stays_short() -> None:
    workbook = edits.put(gathered(), [key("work")], root=True)
    workbook = edits.copy_linked(workbook, key("work"), key("copy"), key("buses"))
    assert [it.id for it in hunches(workbook)] == [key("work")]
    page = workbook.fishbones[0]
    workbook = edits.put(workbook, [it.id for it in page.causes], root=True)
    shown = card(workbook, "hunches")
    assert (len(shown.rows), shown.small) == (MOST_HUNCHES, "6, roots first")


def test_who_was_away_agrees_to_what_concerns_them() -> None:
    workbook = edits.belong(gathered(), [key("families"), key("cycle")], [UNI])
    shown = card(workbook, "missed", *(
        Changed("changed", key(it)) for it in ("families", "cycle", "teach", "late", "gone")
    ))  # fmt: skip
    assert shown.small == "1 was away"
    assert [(it.words, it.item_id) for it in shown.rows] == [
        ("Lakeside University: agree to “Ask three drivers”", key("late")),
        ("Lakeside University: confirm “Families”", key("families")),
        ("Lakeside University: confirm “Talk about books”, cycle 1", CYCLE),
    ]


def test_a_decision_may_concern_a_party_by_itself() -> None:
    workbook = edits.belong(gathered(), [key("noon")], [UNI])
    assert [it.words for it in to_confirm(workbook, meeting_in(workbook))] == [
        "agree to “Ask three drivers”",
        "agree to “We end at noon”",
    ]


def test_a_missed_role_agrees_to_what_it_owns() -> None:
    workbook = edits.put(gathered(), [key("late")], raised_by="Dean")
    workbook = edits.put_attendance(workbook, FIRST, 1, party_id=UNI)
    (row,) = card(workbook, "missed").rows
    assert row.words == "Dean: agree to “Ask three drivers”"
    workbook = edits.put_attendance(workbook, FIRST, 1, role_id=DEAN)
    assert card(workbook, "missed").rows == ()


def test_what_was_agreed_to_at_another_meeting_is_not_asked_again() -> None:
    workbook = edits.put_attendance(edits.open_meeting(gathered(), HUDDLE, NOW), HUDDLE, 2,
                                    party_id=PARTY)  # fmt: skip
    assert len(card(workbook, "missed").rows) == 1
    workbook = edits.put_attendance(workbook, HUDDLE, 2, party_id=UNI)
    assert card(workbook, "missed").rows == ()


def test_promised_steps_are_ticked_from_the_card() -> None:
    workbook = edits.tick_step(gathered(), LETTER, NOVEMBER)
    shown = card(workbook, "promised")
    assert shown.small == "1 of 2 done"
    assert [(it.step_id, it.is_done, it.sign) for it in shown.rows] == [
        (LISTS, False, "alert-triangle"),
        (LETTER, True, ""),
    ]


def test_a_party_sees_no_card_about_what_is_hidden_from_it() -> None:
    workbook = edits.put(gathered(), [key("late")], root=True)
    workbook = edits.show_only(workbook, [key("late")], PARTY)
    seen = edits.seen_by(workbook, UNI)
    told = str(opening(seen, SECOND, NOVEMBER))
    assert "Buses come late" not in told
    assert "three drivers" not in told
    assert opening(both(), SECOND, NOVEMBER) == ()


def test_hunches_wait_while_a_vote_on_them_is_blind() -> None:
    workbook = edits.put(gathered(), [key("work")], root=True)
    assert hunches(workbook)
    assert hunches(edits.open_vote(workbook, key("vote"), key("head"), 3)) == ()

"""Closing a meeting: what will be done, and an e-mail that tells nothing to the wrong people."""

import pytest
from gatherings import (
    DEAN,
    FIRST,
    HOUR,
    LISTS,
    NOON,
    NOVEMBER,
    NOW,
    PARTY,
    READ,
    SECOND,
    THIRD,
    UNI,
    gathered,
    meeting_in,
)
from hypothesis import given
from hypothesis import strategies as st
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import FACILITATOR, OnlyFor, Workbook, groups
from ilead_studio.rules.catch_up import MOST, catch_up
from ilead_studio.rules.meeting_close import Email, closed_words, closing, email
from ilead_studio.rules.visibility import EVERYBODY, hidden


def mail(workbook: Workbook, meeting_id: str = SECOND) -> Email:
    found = email(workbook, meeting_id)
    assert found is not None
    return found


def decided(workbook: Workbook) -> Workbook:
    workbook = edits.add_decided(workbook, key("monday"), SECOND, "Texts go out on Mondays")
    return edits.add_step(workbook, key("stay"), SECOND, "Stay interviews")


def test_closing_keeps_a_snapshot_writes_an_email_and_gets_the_packet_ready() -> None:
    shown = closing(decided(gathered()), SECOND)
    assert shown is not None
    assert [tuple(it) for it in shown.ticks] == [
        ("snapshot", "Keep a snapshot of both diagrams", "“24 November”"),
        ("email", "Put the e-mail text on the clipboard", "plain, 14 lines"),
        ("packet", "Get the joint packet ready", "2 diagrams"),
    ]
    assert shown.snapshot == "24 November"
    assert shown.packet == ((key("head"), "Why?"), (key("aim"), "Reading"))
    assert shown.steps == "2 next steps, 1 without an owner, 1 without a day"
    assert closing(gathered(), key("never")) is None


def test_closing_offers_only_what_there_is() -> None:
    workbook = edits.show_only(gathered(), [key("head")], PARTY)
    shown = closing(workbook, THIRD)
    assert shown is not None
    assert shown.packet == ((key("aim"), "Reading"),)
    assert shown.steps == "No next step yet: who does what by when?"
    alone = edits.show_only(edits.add_meeting(Workbook(), FIRST, NOVEMBER), [FIRST], FACILITATOR)
    nothing = closing(alone, FIRST)
    assert nothing is not None
    assert nothing.ticks == ()
    one = closing(edits.delete_page(workbook, key("head")), THIRD)
    assert one is not None
    assert one.ticks[0].words == "Keep a snapshot of the diagram"
    more = closing(edits.add_theory(workbook, key("other"), "Other", "Other"), THIRD)
    assert more is not None
    assert more.ticks[0].words == "Keep a snapshot of all 3 diagrams"


def test_a_closed_meeting_says_what_was_done() -> None:
    workbook = edits.close_meeting(gathered(), SECOND, NOW.replace(hour=15, minute=28))
    meeting = meeting_in(workbook)
    told = closed_words(meeting, 9, is_mailed=True)
    assert told == "Closed 15:28 · packet 9 pages · e-mail text is on the clipboard"
    assert closed_words(meeting) == "Closed 15:28"
    assert closed_words(meeting_in(workbook, THIRD)) == ""


def test_the_email_says_who_what_and_when() -> None:
    workbook = edits.put_attendance(decided(gathered()), SECOND, 0, role_id=DEAN)
    workbook = edits.tick_step(workbook, READ, NOVEMBER)
    assert (
        mail(workbook).whole
        == """Subject: 24 November: what we decided, and who does what

Dear all,

thank you for our meeting of 24 November (convening, halfway).
We were 9 people: Northfield Schools 6, Lakeside 3.
We missed Dean; this is for you above all.

What we decided
- Texts go out on Mondays

Next steps: Dean
- Read Article 14: done

Who takes this on?
- Stay interviews

Still open from before
- Share one list, by 9 November (Attendance lead)
- Draft a letter

Our next meeting: 12 January 2027 · College · 9:00–11:00

Something missing or wrong? Please say so. Thank you, all of you.
"""
    )


def test_without_a_next_meeting_none_is_promised() -> None:
    text = mail(edits.delete_meeting(gathered(), THIRD)).text
    assert "The day of our next meeting comes soon." in text
    assert email(gathered(), key("never")) is None


@pytest.mark.parametrize("only_for", [FACILITATOR, UNI])
def test_nothing_that_is_not_for_everybody_is_mailed(only_for: OnlyFor) -> None:
    ids = [key("monday"), READ, LISTS, THIRD, key("talk")]
    workbook = edits.show_only(decided(gathered()), ids, only_for)
    text = mail(workbook).text
    for secret in ("Mondays", "Article", "one list", "letter", "College"):
        assert secret not in text
    assert "Stay interviews" in text


def test_the_meeting_of_one_party_is_told_to_that_party() -> None:
    workbook = edits.show_only(decided(gathered()), [SECOND, READ], UNI)
    assert "Article 14" in mail(workbook).text
    hidden_too = edits.show_only(workbook, [READ], PARTY)
    assert "Article 14" not in mail(hidden_too).text
    mine = edits.show_only(workbook, [SECOND], FACILITATOR)
    assert (email(mine, SECOND), catch_up(mine, SECOND)) == (None, "")


def test_who_comes_late_reads_one_page() -> None:
    workbook = edits.change_agenda_item(decided(gathered()), key("look"), done=True)
    workbook = edits.tick_step(workbook, LISTS, NOVEMBER)
    assert (
        catch_up(workbook, SECOND)
        == """\
Good that you are here: 24 November, convening, halfway
14:00–15:30
Northfield Schools 6, Lakeside 3 here

What this meeting is still about
- Plan the winter

Decided so far
- Texts go out on Mondays

Done so far
- Look at the lists
- Share one list

Promised so far
- Read Article 14 (Dean)
- Stay interviews

Our theory: Reading
Aim: Every child reads by June (70 %)
Primary drivers: Teaching; Families
Being tested: nothing at the moment
"""
    )


def test_what_is_being_tested_is_named_unless_it_is_hidden() -> None:
    workbook = edits.put_cycle(gathered(), key("cycle"), purpose="information")
    workbook = edits.add_line(workbook, key("cycle"), "questions", key("reply"), "Who replies?")
    workbook = edits.change_line(workbook, key("cycle"), key("reply"), prediction="1", reason="2")
    workbook = edits.begin_do(workbook, key("cycle"), NOW)
    assert "Being tested: Talk about books" in catch_up(workbook, SECOND)
    workbook = edits.show_only(workbook, [key("talk"), key("families")], UNI)
    text = catch_up(workbook, SECOND)
    assert "Being tested: nothing at the moment" in text
    assert "Primary drivers: Teaching\n" in text


def test_it_stays_one_page() -> None:
    workbook = gathered()
    for number in range(MOST + 2):
        workbook = edits.add_agenda_item(workbook, SECOND, key(f"l{'abcdefghij'[number]}"), "Talk")
    assert "- and 4 more" in catch_up(workbook, SECOND)
    assert catch_up(workbook, key("never")) == ""


some = st.lists(st.sampled_from([HOUR, NOON, LISTS, READ, FIRST, SECOND, THIRD, key("late"),
                                 key("talk"), key("daily"), key("aim")]), max_size=5)  # fmt: skip


@given(facilitator=some, uni=some)
def test_no_text_ever_says_what_is_hidden(facilitator: list[str], uni: list[str]) -> None:
    workbook = gathered()
    for ids, whose in ((facilitator, FACILITATOR), (uni, UNI)):
        workbook = edits.show_only(workbook, ids, whose) if ids else workbook
    for meeting in workbook.meetings:
        viewer = UNI if meeting.only_for == UNI else EVERYBODY
        lost = hidden(workbook, viewer)
        texts = {
            getattr(it, "text", "") for group in groups(workbook) for it in group if it.id in lost
        }
        told = catch_up(workbook, meeting.id)
        made = email(workbook, meeting.id)
        whole = told + (made.whole if made else "")
        assert not any(text and text in whole for text in texts)

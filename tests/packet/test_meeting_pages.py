"""Agenda, catch-up, next steps and sign-up: what they say of a meeting, and what can be written."""

from datetime import date

from gatherings import LISTS, NOVEMBER, SECOND, THIRD, convened, gathered
from leaf_words import coming_to_school, rows, said, tables
from workbooks import attendance, chained, key

from ilead_studio import edits
from ilead_studio.model import Packet, Workbook
from ilead_studio.packet.agenda_page import agenda_page
from ilead_studio.packet.blocks import Lines, Listing
from ilead_studio.packet.catch_up_page import catch_up_page
from ilead_studio.packet.cells import TO_WRITE
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.next_steps_page import next_steps_page
from ilead_studio.packet.seen import seen_in
from ilead_studio.packet.sign_up_page import sign_up_page


def given(workbook: Workbook, of: str = SECOND) -> Given:
    return Given(workbook, NOVEMBER, of=of)


def agenda(workbook: Workbook) -> Leaf:
    (leaf,) = agenda_page(given(workbook))
    return leaf


def next_steps(workbook: Workbook, of: str = SECOND) -> Leaf:
    (leaf,) = next_steps_page(given(workbook, of))
    return leaf


def catch_up(workbook: Workbook, of: str = SECOND) -> Leaf:
    (leaf,) = catch_up_page(given(workbook, of))
    return leaf


def sign_up(workbook: Workbook) -> Leaf:
    (leaf,) = sign_up_page(given(workbook))
    return leaf


def test_an_agenda_says_when_how_long_and_leaves_room_for_who_leads() -> None:
    workbook = edits.change_agenda_item(gathered(), key("look"), minutes=20, done=True)
    leaf = agenda(workbook)
    assert leaf.ref == "24 Nov 2026"
    assert rows(leaf) == [
        ["14:00", "Look at the lists done", "20 min", ""],
        ["14:20", "Plan the winter", "open", ""],
    ]
    table = tables(leaf)[0]
    assert [it.head for it in table.columns] == ["Time", "What", "Minutes", "Led by (role)"]
    assert table.write == 2


def test_an_agenda_says_who_leads_and_the_ground_rules() -> None:
    workbook = edits.put_meeting(gathered(), SECOND, led_by="Attendance lead")
    workbook = edits.change_agenda_item(workbook, key("look"), led_by="Dean")
    words = said(agenda(workbook))
    assert "Led by: Attendance lead." in words
    assert [row[3] for row in rows(agenda(workbook))] == ["Dean", ""]
    usual = words[words.index("Ground rules") + 1 :]
    assert usual[1] == "Systems, not people."
    own = edits.put_meeting(workbook, SECOND, ground_rules="One laptop.\n\n Phones stay away. ")
    words = said(agenda(own))
    first = words.index("Ground rules") + 1
    assert words[first : first + 3] == ["One laptop.", "Phones stay away.", "My notes"]


def test_without_an_hour_the_agenda_has_no_column_for_it() -> None:
    leaf = agenda(edits.put_meeting(gathered(), SECOND, time="after lunch"))
    assert tables(leaf)[0].columns[0].head == "What"
    assert tables(leaf)[0].head == 0


def test_the_agenda_says_how_each_promised_step_stands() -> None:
    workbook = edits.tick_step(gathered(), LISTS, date(2026, 11, 20))
    leaf = agenda(workbook)
    assert rows(leaf, 1) == [
        ["Share one list", "Attendance lead", "9 Nov", "Done 20 Nov", "done"],
        ["Draft a letter (I1)", "nobody yet", "no day yet", "Open", ""],
    ]
    assert "We last met on 12 October, 6 weeks ago. Promised steps: 1 of 2 done." in said(leaf)


def test_a_late_step_says_how_late() -> None:
    assert rows(agenda(gathered()), 1)[0][3].startswith("Two school weeks late")


def test_a_first_meeting_has_nothing_since_last_time() -> None:
    workbook = edits.add_meeting(attendance(), key("one"), NOVEMBER)
    (leaf,) = agenda_page(given(workbook, key("one")))
    assert len(tables(leaf)) == 1
    assert "Since last time" not in said(leaf)


def test_without_meetings_there_is_no_agenda() -> None:
    assert agenda_page(given(attendance(), "")) == ()


def test_next_steps_say_owner_and_day_and_end_with_five_rows_to_write() -> None:
    leaf = next_steps(gathered())
    table = rows(leaf)
    assert table[0] == ["none", "Share one list", "Attendance lead", "9 Nov",
                        "Tick when done: Share one list"]  # fmt: skip
    assert table[2] == [
        "I1",
        "Draft a letter",
        "nobody yet",
        "no day yet",
        "Tick when done: Draft a letter",
    ]
    assert [row[:4] for row in table[3:]] == [["", "", "", ""]] * 5
    assert "Our next meeting: 12 January 2027 · College · 9:00–11:00." in said(leaf)
    assert "I commit to" in said(leaf)


def test_what_the_meeting_itself_promised_stays_with_a_tick_when_it_is_done() -> None:
    workbook = edits.tick_step(gathered(), key("reading"), NOVEMBER)
    cells = [row[4] for row in tables(next_steps(workbook))[0].rows]
    assert [it.ask.value for it in cells if it.ask] == ["", "done", "", "", "", "", "", ""]
    assert len(rows(next_steps(workbook, THIRD))) == 7


def test_who_comes_late_reads_five_answers_and_three_things_to_do() -> None:
    leaf = catch_up(coming_to_school(), "")
    words = said(leaf)
    questions = ["What we want", "Why we think it happens", "What we try", "What we learned",
                 "What is open"]  # fmt: skip
    assert [it for it in words if it in questions] == questions
    assert "Take a PDSA form, and plan this cycle with somebody from another side: P3." in words
    (boxes,) = (it for it in leaf.blocks if isinstance(it, Listing) and it.sign == "box")
    assert len(boxes.items) == 3
    assert isinstance(leaf.blocks[-1], Lines)


def test_an_empty_workbook_can_be_caught_up_with_too() -> None:
    words = said(catch_up(Workbook(), ""))
    assert "The problem and the aim are not written down yet." in words
    assert "There is no change idea yet." in words
    assert "No question is open." in words
    assert "Ask one question that nobody has asked yet." in words


def test_what_an_open_meeting_decided_is_told_to_those_who_come_late() -> None:
    workbook = edits.add_decided(gathered(), key("shared"), SECOND, "We share one list")
    words = said(catch_up(workbook))
    assert words[words.index("Decided so far") + 1] == "We share one list"
    assert "What was decided" in said(catch_up(convened(), ""))


def test_an_open_vote_is_the_first_thing_that_is_asked() -> None:
    workbook = edits.open_vote(chained(), key("vote"), key("head"), 6)
    seen = seen_in(workbook, Packet(id=key("packet"), name="Packet"))
    (leaf,) = catch_up_page(Given(seen.workbook, NOVEMBER, blind=seen.blind))
    words = said(leaf)
    asked = words.index("What we ask of you today")
    assert words[asked + 1] == "Vote blind: 3 things are on the ballot."


def test_people_sign_up_for_what_has_no_role_yet() -> None:
    leaf = sign_up(gathered())
    table = rows(leaf)
    assert ["I1", "Draft a letter", "", ""] in table
    assert tables(leaf)[0].write == 3
    assert tables(leaf)[0].rows[0][2] is TO_WRITE
    assert "My role, and where I work" in said(leaf)


def test_at_most_eight_things_are_asked_for() -> None:
    assert len(rows(sign_up(coming_to_school()))) <= 8

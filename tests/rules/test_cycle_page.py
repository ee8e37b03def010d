"""What the page of a cycle says besides its fields."""

from datetime import date, datetime, timedelta

from trials import CYCLE, NOW, cycle_in, decided, doing, followed, idea_in, planned, studying
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Party, Workbook, new_ids, replace
from ilead_studio.rules.cycle_page import (
    amended_words,
    as_its_idea,
    asked_about,
    idea_about,
    page_about,
    page_title,
    ramp_rows,
    stair,
    wanted,
)


def test_the_title_is_the_cycle_and_its_objective() -> None:
    workbook = planned()
    cycle = cycle_in(workbook)
    assert page_title(cycle).startswith("Cycle 1: ")
    assert page_title(replace(cycle, objective="")) == "Cycle 1"
    parts = page_about(replace(cycle, owner="Librarian", site="Room 4")).split(" · ")
    assert parts[1:] == [cycle.ref, "planned", "owner: Librarian", "Room 4"]


def test_a_step_of_the_ramp_says_when_it_was_and_how_it_ended() -> None:
    cycle = cycle_in(decided("abandon"))
    assert stair(cycle).words.endswith("abandon")
    open_one = replace(cycle_in(studying()), decide_by=date(2026, 11, 24))
    assert stair(open_one).words.endswith("decide by 24 Nov")


def test_an_amendment_stands_beside_the_frozen_words() -> None:
    workbook = doing()
    asked = cycle_in(workbook).questions[0]
    later: datetime = NOW + timedelta(days=1)
    workbook = edits.amend(workbook, CYCLE, asked.id, later, "Fewer", "rain")
    words = amended_words(cycle_in(workbook).amendments[0], asked)
    assert "Fewer, because rain" in words
    assert words.endswith(f"frozen words: {asked.prediction}")


def test_the_list_has_every_idea_that_can_be_tested() -> None:
    workbook = edits.add_idea(planned(), key("loose"), "Ask the librarian", key("daily"))
    rows = ramp_rows(workbook)
    assert [it.words for it in rows][-1] == "Ask the librarian"
    assert rows[0].cycles[0].words.endswith("Cycle 1 · planned")
    assert idea_about(workbook, workbook.ideas[-1]).endswith("proposed · no cycle yet")


def test_who_comes_wants_what_is_late_then_what_is_under_way() -> None:
    today = date(2026, 11, 24)
    assert wanted(Workbook(), today) == ""
    assert wanted(doing(), today) == CYCLE
    second = edits.next_cycle(decided("adapt"), CYCLE, key("second"), new_ids(3))
    assert wanted(second, today) == key("second")


def test_a_cycle_can_speak_about_what_its_idea_serves_and_about_what_that_answers() -> None:
    workbook = studying()
    about = asked_about(workbook, cycle_in(workbook))
    served = {link.target for page in workbook.theories for link in page.links
              if link.source == idea_in(workbook).id}  # fmt: skip
    assert {it.item_id for it in about if it.is_driver} == served
    assert {it.item_id: it.speaks for it in about} == {
        key("daily"): "for", key("families"): "", key("late"): "mixed",
    }  # fmt: skip
    assert [it.note for it in about if it.speaks == "mixed"] == ["Only by bus"]


def test_whatever_it_spoke_about_is_there_too() -> None:
    workbook = followed()
    cause = workbook.fishbones[0].causes[-1]
    workbook = edits.say_about(workbook, CYCLE, cause.id, key("said"), "mixed")
    about = asked_about(workbook, cycle_in(workbook))
    assert about[-1].item_id == cause.id
    assert about[-1].speaks == "mixed"


def test_a_cycle_without_parties_of_its_own_belongs_as_its_idea_does() -> None:
    workbook = replace(planned(), parties=())
    assert as_its_idea(workbook, cycle_in(workbook)) == ""
    north = Party(id=key("north"), name="Northfield Schools", short="Northfield", kind="LEA")
    college = Party(id=key("state"), name="State College", kind="IHE")
    workbook = replace(workbook, parties=(north, college))
    assert as_its_idea(workbook, cycle_in(workbook)) == "As its idea: nobody yet"
    workbook = edits.belong(workbook, [key("talk")], [north.id])
    assert as_its_idea(workbook, cycle_in(workbook)) == "As its idea: Northfield"
    workbook = edits.put_cycle(workbook, CYCLE, parties=(college.id,))
    assert as_its_idea(workbook, cycle_in(workbook)) == ""

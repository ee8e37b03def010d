"""A draft of drivers: what somebody chose to make of causes, before anything is changed."""

from dataclasses import replace

import pytest
from workbooks import both, chained, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Driver, Workbook, faults, find, new_ids
from ilead_studio.model import replace as with_fields
from ilead_studio.session.draft_preview import outcome
from ilead_studio.session.drafting import (
    Choice,
    Draft,
    begin,
    choose,
    current,
    draft_rows,
    links,
    made,
    put,
    told,
)

AIM, HEAD = key("aim"), key("head")
EMPTY = Draft(AIM, HEAD)


def rooted(workbook: Workbook, *names: str) -> Workbook:
    return edits.put(workbook, [key(it) for it in names], root=True)


def drivers(workbook: Workbook, draft: Draft) -> list[tuple[str, str]]:
    """The drivers that a draft makes or links, each with what it serves."""
    after, ids = made(workbook, draft, new_ids(1))
    assert faults(after) == ()
    theory = next(it for it in after.theories if it.id == draft.theory_id)
    served = {it.source: it.target for it in theory.links}
    words = {it.id: it.text for it in theory.drivers} | {theory.id: "aim"}
    return [(words[it], words[served[it]]) for it in ids]


def shown(workbook: Workbook, draft: Draft) -> list[tuple[int, str]]:
    return [(row.number, row.cause.text) for row in draft_rows(workbook, draft)]


def test_it_begins_with_the_roots_that_nobody_answers_and_their_bones() -> None:
    workbook = rooted(chained(), "late", "full")
    draft = begin(workbook, EMPTY)
    assert {it: draft.of(key(it)).way for it in ("buses", "late", "full", "work")} == {
        "buses": "primary", "late": "none", "full": "secondary", "work": "none",
    }  # fmt: skip
    assert drivers(workbook, draft) == [("Buses", "aim"), ("Buses are full", "Buses")]


def test_it_begins_with_what_is_selected_beside_the_roots_that_nobody_answers() -> None:
    draft = begin(both(), EMPTY, [key("work"), key("talk")])
    assert set(draft.choices) == {key("work"), key("home")}
    draft = begin(rooted(chained(), "late", "full"), EMPTY, [key("work")])
    ticked = {it for it in ("buses", "late", "full", "work") if draft.of(key(it)).way != "none"}
    assert ticked == {"buses", "full", "work"}


def test_bones_without_roots_are_hidden_until_all_causes_are_shown() -> None:
    workbook = rooted(both(), "full")
    assert shown(workbook, EMPTY) == [(1, "Buses"), (0, "Buses are full")]
    assert len(shown(workbook, replace(EMPTY, shows_all=True))) == 6
    chosen = choose(workbook, EMPTY, key("roads"))
    assert (0, "Roads are mended") in shown(workbook, chosen)


def test_a_line_says_what_is_known_and_does_not_stop_anybody() -> None:
    workbook = edits.put(rooted(chained(), "late"), [key("late")], evidence="disputed")
    rows = draft_rows(workbook, replace(EMPTY, shows_all=True))
    known = {row.cause.id: told(workbook, row).known for row in rows}
    assert (
        known[key("late")]
        == "C2 · disputed · test not answered · an open question · answered by D3"
    )
    assert known[key("full")] == "C3 · still a hunch · no root · an open question"
    assert known[key("buses")] == ""


def test_a_cause_that_is_answered_is_linked_and_not_made_again() -> None:
    draft = choose(chained(), EMPTY, key("late"))
    assert draft.of(key("late")) == Choice("existing", "Buses come late", key("daily"))
    assert (draft.new, links(chained(), draft)) == (0, 0)
    draft = put(chained(), draft, key("full"), Choice("existing", "", key("teach")))
    assert links(chained(), draft) == 1
    after, _ = made(chained(), draft, new_ids(1))
    teach = find(after, key("teach"))
    assert isinstance(teach, Driver)
    assert teach.answers == (key("full"),)


def test_a_cause_can_have_a_driver_of_its_own_though_one_answers_it() -> None:
    draft = put(chained(), EMPTY, key("late"), Choice("primary", "On time"))
    assert drivers(chained(), draft) == [("On time", "aim")]


def test_causes_of_a_bone_without_a_driver_become_primary_ones() -> None:
    draft = begin(both(), EMPTY, [key("late"), key("full")])
    draft = put(both(), draft, key("buses"), Choice())
    assert draft.of(key("late")).way == "primary"
    assert [up for _, up in drivers(both(), draft)] == ["aim", "aim"]
    draft = put(both(), draft, key("full"), Choice("secondary", "Room"))
    assert draft.of(key("buses")).way == "primary"


def test_words_turned_around_are_only_offered_and_in_english() -> None:
    draft = choose(both(), EMPTY, key("late"))
    late = {row.cause.id: told(both(), row) for row in draft_rows(both(), draft)}[key("late")]
    assert (late.choice.words, late.offered) == ("Buses come late", "Buses come early")
    german = with_fields(both(), language="de")
    assert not any(told(german, row).offered for row in draft_rows(german, draft))


def test_an_empty_field_means_the_causes_own_words() -> None:
    draft = put(both(), EMPTY, key("late"), Choice("primary", "  "))
    assert drivers(both(), draft) == [("Buses come late", "aim")]


def test_a_theory_that_is_not_there_is_made_too() -> None:
    workbook = edits.delete_page(both(), AIM)
    draft = choose(workbook, Draft(key("newpage"), HEAD), key("late"))
    assert drivers(workbook, draft) == [("Buses", "aim"), ("Buses come late", "Buses")]


def test_what_went_meanwhile_is_chosen_no_longer() -> None:
    draft = begin(both(), EMPTY, [key("late"), key("work")])
    draft = put(both(), draft, key("full"), Choice("existing", "", key("daily")))
    fewer = edits.delete(both(), [key("late"), key("daily")])
    assert set(current(fewer, draft).choices) == {key("buses"), key("work"), key("home")}
    assert current(both(), draft) is draft


def test_words_that_do_not_fit_make_nothing_and_the_preview_stays() -> None:
    draft = put(both(), EMPTY, key("late"), Choice("primary", "a" * 3000))
    with pytest.raises(EditError):
        made(both(), draft, new_ids(1))
    assert outcome(both(), draft).theory == replace_drivers(both())


def test_what_is_too_much_to_draw_is_not_drawn() -> None:
    wide = wide_fishbone(70)
    ids = [it.id for it in wide.fishbones[0].causes]
    draft = begin(wide, Draft(AIM, HEAD), ids)
    assert outcome(wide, draft).theory is None


def replace_drivers(workbook: Workbook) -> object:
    theory = workbook.theories[0]
    return type(theory).model_validate(dict(theory) | {"drivers": (), "links": (), "plan": None})


def test_the_preview_shows_what_is_made_what_it_serves_and_what_stays_open() -> None:
    workbook = rooted(chained(), "full", "roads")
    draft = put(workbook, EMPTY, key("full"), Choice("existing", "", key("daily")))
    it = outcome(workbook, draft)
    assert it.theory is not None
    assert {driver.id for driver in it.theory.drivers} == {key("daily"), key("teach")}
    assert it.there == {key("daily"), key("teach")}
    assert it.cause_of == {key("daily"): key("full")}
    assert [root.id for root in it.roots] == [key("roads")]
    assert it.drivers == ()

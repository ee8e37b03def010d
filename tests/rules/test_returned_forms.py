"""What a returned form brings: what is new, differs, amends, is left out; stale and doubled."""

from dataclasses import replace as with_
from datetime import UTC, date, datetime

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.rules.form_fields import digest, field_words, predicted_parts, said_in_form
from ilead_studio.rules.returned import Entry, Filled, Form, Looked, looked_at
from ilead_studio.rules.returned_words import entry_words

P1, NOW = key("cycle"), datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY, PRINTED = NOW.date(), date(2026, 3, 1)


def begun() -> Workbook:
    """Return a workbook whose cycle has begun, with a frozen prediction."""
    book = edits.add_line(both(), P1, "questions", key("asked"), "How long?")
    book = edits.change_line(book, P1, key("asked"), prediction="Ten minutes", reason="it is short")
    return edits.begin_do(book, P1, NOW)


def form(book: Workbook, **now: str) -> Form:
    """Print a form of P1 and write on it."""
    cycle = cycle_with_id(book, P1)
    assert cycle is not None
    said = said_in_form(book, cycle)
    fields = {name: Filled(said.get(name, ""), now.get(name, said.get(name, "")))
              for name in {**said, **now}}  # fmt: skip
    return Form("P1.pdf", "P1", fields, P1, None, book.title, PRINTED, digest(said))


def looked(book: Workbook, *forms: Form) -> tuple[Looked, ...]:
    return looked_at(book, forms, TODAY)


def only(book: Workbook, **now: str) -> Entry:
    (one,) = looked(book, form(book, **now))
    (entry,) = one.entries
    return entry


def test_words_where_nothing_is_there_are_new() -> None:
    entry = only(both(), owner="Grade team")
    assert (entry.kind, entry.is_ticked) == ("new", True)
    assert entry_words(entry) == "Who tests (role): “Grade team”"


def test_words_that_were_changed_on_the_form_alone_come_in_place_of_those_printed() -> None:
    entry = only(both(), objective="Try two classes")
    assert (entry.kind, entry.is_ticked) == ("instead", True)
    assert entry_words(entry) == (
        "What we want to find out: “Try two classes”, in place of “Try one class”"
    )


def test_words_that_were_changed_in_both_places_clash_and_are_not_ticked() -> None:
    back = form(both(), objective="Try two classes")
    (one,) = looked(edits.put_cycle(both(), P1, objective="Try all"), back)
    (entry,) = one.entries
    assert (entry.kind, entry.is_ticked) == ("clash", False)
    assert entry_words(entry) == (
        "What we want to find out: “Try two classes”, but there is “Try all” already"
    )
    assert one.told == (
        "P1 was changed since this form was printed on 1 Mar 2026. What differs from both is not"
        " ticked.",
    )


def test_words_that_were_erased_on_the_form_stay() -> None:
    (one,) = looked(both(), form(both(), objective=""))
    assert (one.entries, one.told) == ((), ("Nobody has written on it yet.",))


def test_what_is_there_already_is_not_brought_again() -> None:
    back = form(both(), owner="Grade team")
    (one,) = looked(edits.put_cycle(both(), P1, owner="Grade team"), back)
    assert (one.entries, one.told) == ((), ("All that it says is in the workbook already.",))


def test_of_tasks_only_further_lines_are_brought() -> None:
    book = edits.add_line(both(), P1, "tasks", key("one"), "Print cards")
    entry = only(book, tasks="Print cards\nAsk parents \n")
    assert (entry.now, entry.kind) == ("Ask parents", "new")


@pytest.mark.parametrize(
    ("name", "now", "why"),
    [
        ("begin", "soon", "That is no day. Write it as 2 Nov 2026."),
        ("for", "D99", "There is no driver or cause D99 in this workbook."),
        ("against", "nothing", "It names no driver (D6) and no cause (C34)."),
        ("decision", "maybe", "That is none of the choices of this field."),
        ("match1", "yes", "That is none of the choices of this field."),
        ("owner", "x" * 2_001, "It has 2,001 characters; 2,000 fit."),
    ],
)
def test_what_cannot_be_taken_is_left_out_with_its_reason(name: str, now: str, why: str) -> None:
    entry = only(both(), **{name: now})
    assert (entry.kind, entry.why, entry.is_ticked) == ("left", why, False)


def test_a_frozen_prediction_is_never_changed_but_can_get_an_amendment() -> None:
    entry = only(begun(), prediction1="Five minutes")
    assert (entry.kind, entry.is_ticked) == ("amend", False)
    assert entry.there == "Ten minutes, because it is short"
    assert "frozen when Do began and stays as it is" in entry_words(entry)


def test_frozen_questions_and_further_ones_are_left_out() -> None:
    assert only(begun(), question1="How far?").kind == "left"
    assert only(begun(), prediction2="All").kind == "left"
    assert only(begun(), result2="All").why == "The cycle has no question 2."


def test_results_on_the_form_of_a_planned_cycle_begin_do_and_say_so() -> None:
    (one,) = looked(both(), form(both(), learned="Yes", begin="27 Feb 2026"))
    assert one.told == (
        "What happened is on it, so Do begins: its predictions are frozen as written on paper"
        " 27 Feb 2026.",
    )


def test_results_of_a_cancelled_cycle_are_left_out() -> None:
    entry = only(edits.cancel_cycle(both(), P1), learned="Yes")
    assert (entry.kind, entry.why) == ("left", "This cycle was cancelled.")


def test_a_form_of_another_workbook_says_which() -> None:
    there = with_(form(both(), owner="A"), cycle_id=key("other"), workbook="Riverbend")
    (one,) = looked(both(), there)
    assert one.told == (
        "P1 of this form is not here: the form belongs to “Riverbend”. Open that workbook.",
    )


def test_a_form_of_a_deleted_cycle_says_so() -> None:
    (one,) = looked(edits.delete_cycles(both(), [P1]), form(both(), owner="A"))
    assert one.told == (
        "P1 is not in this workbook: it was deleted, or the form is from another one.",
    )
    assert one.title == "Form P1"


def test_a_form_that_lost_its_hidden_fields_is_known_by_its_reference() -> None:
    (one,) = looked(both(), Form("x.pdf", "P1", {"owner": Filled("", "A")}))
    assert (one.cycle_id, one.ticked) == (P1, {"owner"})


def test_a_second_form_of_a_cycle_brings_only_what_the_first_does_not() -> None:
    first, second = form(both(), owner="A", site="B"), form(both(), owner="A", site="C")
    one, two, three = looked(both(), first, with_(second, file="2.pdf"), with_(first, file="3.pdf"))
    assert one.ticked == {"owner", "site"}
    assert [(it.name, it.kind, it.there) for it in two.entries] == [("site", "clash", "B")]
    assert two.told[0] == "This is a second form of the same cycle, after “P1.pdf”."
    assert three.told[1] == "It says nothing that the first one does not say."


def test_a_blank_form_of_an_idea_plans_its_next_cycle() -> None:
    blank = Form("x.pdf", "I2", {"owner": Filled("", "A")}, idea_id=key("hour"))
    (one,) = looked(both(), blank)
    assert (one.title, one.cycle_id, one.idea_id) == ("Next cycle of “Quiet hour”", "", key("hour"))
    assert one.told == ("A next cycle of “Quiet hour” is planned for it.",)
    (planned,) = looked(both(), with_(blank, idea_id=key("talk")))
    assert planned.cycle_id == P1


def test_a_blank_form_without_idea_needs_the_reference_of_one() -> None:
    blank = Form("x.pdf", "Cycle", {"owner": Filled("", "A")}, idea_id="")
    (one,) = looked(both(), blank)
    assert "does not say which change idea is tested" in one.told[0]
    named = {**blank.fields, "idea-words": Filled("", "i2")}
    (one,) = looked(both(), with_(blank, fields=named))
    assert one.idea_id == key("hour")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ten", ("Ten", "")),
        ("Ten, because it is short", ("Ten", "it is short")),
        ("Ten because\nit is short", ("Ten", "it is short")),
        ("because it is short", ("", "it is short")),
        ("Ten, because: It is short", ("Ten", "It is short")),
        ("Unbecause", ("Unbecause", "")),
    ],
)
def test_a_prediction_and_its_reason_are_told_apart(text: str, parts: tuple[str, str]) -> None:
    assert predicted_parts(text) == parts


def test_every_field_has_words() -> None:
    said = said_in_form(begun(), begun().cycles[0])
    assert [name for name in said if field_words(name) == name] == []

"""How advice is told: in the status line, and as a list."""

import pytest
from workbooks import attendance, both, key, reading, wide_theory

from ilead_studio import edits
from ilead_studio.rules.advice import looked_at
from ilead_studio.rules.advice_panel import advice_panel, things_to_look_at


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, ""),
        (1, "One thing to look at"),
        (2, "Two things to look at"),
        (12, "Twelve things to look at"),
        (13, "13 things to look at"),
    ],
)
def test_the_status_line_says_how_many_things_there_are(number: int, words: str) -> None:
    assert things_to_look_at(number) == words


def test_a_row_says_everything_that_a_card_shows() -> None:
    panel = advice_panel(attendance(), looked_at(attendance()))
    assert panel.title == "One thing to look at"
    (row,) = panel.shown
    assert (row.ref, row.heading) == ("C5", "A bone with few causes")
    assert row.message == "The bone “Home” has only 1 cause so far."
    assert row.reason.startswith("One cause is no category yet.")
    assert "Carnegie" in row.source
    assert (panel.folded, panel.dismissed, panel.dismissed_words) == ((), (), "")


def test_the_first_five_are_shown_and_the_rest_fold_under_their_rule() -> None:
    workbook = edits.put(both(), [key("late"), key("full")], root=True)
    workbook = edits.rename(workbook, key("full"), "No tutoring program")
    panel = advice_panel(workbook, looked_at(workbook))
    assert [row.rule for row in panel.shown[:4]] == [
        "root-is-hunch", "root-has-whys-below", "root-is-hunch", "cause-is-solution",
    ]  # fmt: skip
    assert len(panel.shown) == 5
    assert [it.words for it in panel.folded] == [
        "A bone with few causes: 1",
        "A root that nothing answers: 1",
        "A driver without a measure: 3",
        "A driver that answers no cause: 3",
    ]
    assert len(panel.shown) + sum(len(it.told) for it in panel.folded) == len(
        looked_at(workbook).open
    )


def test_of_very_many_only_the_first_are_told_one_by_one() -> None:
    workbook = wide_theory(120, 0)
    panel = advice_panel(workbook, looked_at(workbook))
    most = next(it for it in panel.folded if it.rule == "driver-without-measure")
    assert most.words == "A driver without a measure: 118"
    assert (len(most.told), most.more) == (50, 68)
    assert panel.folded[-1].rule == "driver-answers-no-cause"


def test_what_was_dismissed_can_be_brought_back_from_the_list() -> None:
    workbook = edits.dismiss(attendance(), "bone-with-few-causes", key("home"))
    panel = advice_panel(workbook, looked_at(workbook))
    assert (panel.title, panel.shown) == ("Nothing to look at", ())
    assert panel.dismissed_words == "Dismissed: 1"
    (row,) = panel.dismissed
    assert looked_at(edits.restore(workbook, row.rule, row.item)).dismissed == ()


def test_what_would_not_be_said_any_more_is_not_counted_as_dismissed() -> None:
    workbook = edits.dismiss(reading(), "driver-without-idea", key("daily"))
    assert advice_panel(workbook, looked_at(workbook)).dismissed_words == ""

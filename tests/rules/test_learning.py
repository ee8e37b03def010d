"""The learning log: what cycles taught, by driver, party, outcome and what changed."""

from datetime import date

from trials import CYCLE, NOW, decided, followed, studying
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.learning import (
    by_change,
    by_driver,
    by_outcome,
    by_party,
    changed_words,
    learnings,
    value_words,
)


def log() -> Workbook:
    """Return two cycles that taught something; the second says nothing about a driver."""
    second = key("second")
    workbook = edits.put_cycle(followed(), second, purpose="information")
    workbook = edits.to_study(edits.begin_do(workbook, second, NOW), second, date(2026, 12, 1))
    workbook = edits.decide(
        workbook, second, "abandon", date(2026, 12, 4), learned="Nobody listens to the end"
    )
    return edits.put_cycle(
        workbook, CYCLE, changed="assumption", values=("applied", "realised"),
        parties=(key("party"),),
    )  # fmt: skip


def test_the_newest_learning_comes_first() -> None:
    newest, oldest = learnings(log())
    assert (newest.text, newest.cycle.ref, newest.day) == (
        "Nobody listens to the end", "P2", date(2026, 12, 4),
    )  # fmt: skip
    assert [(it.ref, it.speaks) for it in oldest.findings] == [("D3", "for"), ("C2", "mixed")]
    assert oldest.cycle.values == ("applied", "realised")
    assert learnings(both()) == ()
    assert learnings(studying())[0].day == date(2026, 11, 20)


def test_it_is_told_by_driver_with_what_speaks_for_and_against() -> None:
    groups = by_driver(log())
    assert [(it.heading, len(it.entries), it.speaks) for it in groups] == [
        ("Families", 1, (0, 0, 0)),
        ("Daily reading", 2, (1, 0, 0)),
    ]
    (alone,) = by_driver(edits.delete_page(log(), key("aim")))
    assert (alone.heading, len(alone.entries)) == ("About no driver yet", 2)


def test_it_is_told_by_party_outcome_and_what_changed() -> None:
    def told(groups: object) -> list[tuple[str, list[str]]]:
        assert isinstance(groups, tuple)
        return [(it.heading, [entry.cycle.ref for entry in it.entries]) for it in groups]

    assert told(by_party(log())) == [("Northfield Schools", ["P1"]), ("Nobody named", ["P2"])]
    owned = edits.put(log(), [key("talk")], parties=(key("party"),))
    assert told(by_party(owned)) == [("Northfield Schools", ["P2", "P1"])]
    assert told(by_outcome(log())) == [("adapt", ["P1"]), ("abandon", ["P2"])]
    assert told(by_outcome(studying())) == [("Not decided yet", ["P1"])]
    assert told(by_change(log())) == [("An assumption", ["P1"]), ("Not said yet", ["P2"])]
    assert (changed_words("value"), value_words("applied")[:7]) == ("A value", "Applied")


def test_deleting_the_cycle_withdraws_the_entry() -> None:
    assert learnings(edits.delete_cycles(decided(), [CYCLE])) == ()

"""Advice that a team does not want to see again for one item."""

import pytest
from trials import CYCLE, decided
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Dismissed, Workbook, faults, replace
from ilead_studio.rules.visibility import EVERYBODY
from ilead_studio.session import Session
from ilead_studio.storage.format import decode, encode

RULE = "cause-is-solution"


def dismissed(*names: str, workbook: Workbook | None = None) -> Workbook:
    workbook = workbook or both()
    for name in names:
        workbook = edits.dismiss(workbook, RULE, key(name))
    return workbook


def left(workbook: Workbook) -> list[str]:
    assert faults(workbook) == ()
    return [it.item_id.rstrip("z") for it in workbook.dismissed]


def test_what_is_dismissed_is_kept_in_order_and_once() -> None:
    workbook = dismissed("late", "aim", "late")
    assert left(workbook) == ["late", "aim"]
    assert edits.dismiss(workbook, RULE, key("late")) is workbook
    assert left(edits.restore(workbook, RULE, key("late"))) == ["aim"]
    assert edits.restore(workbook, "whalebone", key("late")) is workbook
    assert edits.restore_all(workbook) == both()
    assert edits.restore_all(both()) is not None


def test_it_is_written_into_the_file_and_only_then() -> None:
    data = encode(dismissed("late"))
    assert decode(data, "a.ilead").workbook == dismissed("late")
    assert b'"dismissed"' not in encode(both())


@pytest.mark.parametrize(("rule", "name"), [(RULE, "nobody"), ("No rule", "late"), ("", "late")])
def test_only_rules_and_items_that_can_be_are_dismissed(rule: str, name: str) -> None:
    with pytest.raises(EditError, match=r"\.$"):
        edits.dismiss(both(), rule, key(name))


def test_a_rule_of_a_newer_program_is_kept() -> None:
    workbook = replace(both(), dismissed=(Dismissed(rule="not-known-yet", item_id=key("late")),))
    assert decode(encode(workbook), "a.ilead").workbook == workbook


def test_it_goes_with_its_item_and_comes_back_with_undo() -> None:
    session = Session(dismissed("late", "roads", "full"))
    before = session.workbook
    session.apply("Delete", lambda it: edits.delete(it, [key("late")]))
    assert left(session.workbook) == ["full"]
    session.undo()
    assert session.workbook is before


def test_whatever_takes_items_away_takes_what_was_dismissed_of_them() -> None:
    names = ("late", "head", "aim", "daily", "talk", "cycle")
    workbook = dismissed(*names, workbook=decided())
    assert left(edits.delete_page(workbook, key("head"))) == ["aim", "daily", "talk", "cycle"]
    assert left(edits.delete_page(workbook, key("aim"))) == ["late", "head", "talk", "cycle"]
    assert left(edits.delete_cycles(workbook, [CYCLE])) == [*names][:-1]
    assert left(edits.delete(workbook, [key("talk")])) == ["late", "head", "aim", "daily"]
    secret = edits.show_only(workbook, [key("talk")], key("party"))
    assert left(edits.seen_by(secret, EVERYBODY)) == ["late", "head", "aim", "daily"]


def test_a_file_in_which_it_is_loose_or_doubled_is_not_sound() -> None:
    for entries in ((key("nobody"),), (key("late"), key("late"))):
        made = tuple(Dismissed(rule=RULE, item_id=it) for it in entries)
        (fault,) = faults(replace(both(), dismissed=made))
        assert fault.rule == "dismissal-misplaced"

"""To whom a cycle belongs is ticked in its plan."""

from hands import Desk
from test_pdsa import view
from trials import CYCLE, cycle_in, doing
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Party, replace

NORTH = Party(id=key("north"), name="Northfield Schools", short="Northfield", kind="LEA")
STATE = Party(id=key("state"), name="State College", kind="IHE")


def test_a_cycle_belongs_to_any_parties(desk: Desk) -> None:
    work = desk.window.work
    book = edits.belong(replace(doing(), parties=(NORTH, STATE)), [key("talk")], [NORTH.id])
    work.begin(book)
    desk.press("Ctrl+5")
    plan = view(desk).cycle_page.plan
    plan.cells["site"].setFocus()
    desk.press("Tab")
    assert desk.focus.accessibleName() == "Belongs to Northfield Schools"
    assert plan.parties.usual.text() == "As its idea: Northfield"
    desk.press("Space", "Tab", "Space")
    assert cycle_in(work.workbook).parties == (NORTH.id, STATE.id)
    assert work.session.undo_label == "change to whom it belongs"
    assert not plan.parties.usual.isVisible()
    desk.press("Ctrl+Z")
    assert cycle_in(work.workbook).parties == (NORTH.id,)
    assert desk.focus.accessibleName() == "Belongs to State College"


def test_a_party_that_is_removed_takes_its_tick_along(desk: Desk) -> None:
    work = desk.window.work
    book = edits.put_cycle(replace(doing(), parties=(NORTH, STATE)), CYCLE, parties=(STATE.id,))
    work.begin(book)
    desk.press("Ctrl+5")
    plan = view(desk).cycle_page.plan
    work.step("remove", lambda it: edits.delete_party(it, STATE.id))
    desk.settle()
    shown = [it.text() for it in plan.parties.rows if it.isVisible()]
    assert shown == ["Northfield"]
    work.step("remove", lambda it: edits.delete_party(it, NORTH.id))
    desk.settle()
    assert not plan.parties.isVisible()

"""Snapshots: taken, renamed, deleted; history that no later edit reaches; back as copies."""

from datetime import date

import pytest
from hypothesis import given
from random_workbooks import Edit, made, steps, workbooks
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.edits.pages import items_of
from ilead_studio.errors import EditError
from ilead_studio.model import (
    FACILITATOR,
    Cause,
    Counters,
    Fishbone,
    Idea,
    Meeting,
    Page,
    Snapshot,
    Workbook,
    faults,
    find,
    groups,
    kept_of,
    new_ids,
    page_of,
    pages,
    replace,
)
from ilead_studio.rules.changed import changed_since, lines_of
from ilead_studio.rules.visibility import EVERYBODY
from ilead_studio.session import Session
from ilead_studio.storage.format import decode, encode

DAY = date(2026, 10, 12)
SNAP = key("snap")


def snapped(workbook: Workbook | None = None) -> Workbook:
    start = both() if workbook is None else workbook
    return edits.take_snapshot(start, SNAP, "12 October, convening", DAY, "Before the winter")


def said(workbook: Workbook) -> list[str]:
    return [it.sentence for it in lines_of(changed_since(workbook, workbook.snapshots[0]))]


def test_a_snapshot_keeps_the_pages_as_they_are() -> None:
    workbook = snapped()
    (snapshot,) = workbook.snapshots
    assert (snapshot.name, snapshot.day, snapshot.why) == (
        "12 October, convening", DAY, "Before the winter",
    )  # fmt: skip
    assert snapshot.was.fishbones is workbook.fishbones
    assert faults(workbook) == ()
    assert said(workbook) == []


def test_it_keeps_neither_the_tray_nor_logos_nor_other_snapshots() -> None:
    workbook = snapped(edits.catch(snapped(), key("loose"), "Words"))
    assert workbook.snapshots[1].was.tray == ()
    assert workbook.snapshots[1].was.snapshots == ()
    assert said(workbook) == []


def test_every_collection_of_a_workbook_is_kept_or_left_out_on_purpose() -> None:
    kept = {name for name, value in kept_of(chained()) if value != getattr(Workbook(), name)}
    assert kept <= {
        "title", "counters", "parties", "roles", "problems", "evidence", "fishbones", "theories",
        "ideas", "cycles",
    }  # fmt: skip


def test_a_snapshot_has_a_name() -> None:
    with pytest.raises(EditError):
        edits.take_snapshot(both(), SNAP, " ", DAY)


def test_a_snapshot_is_renamed_and_deleted() -> None:
    workbook = edits.rename_snapshot(snapped(), SNAP, "Convening", "")
    assert (workbook.snapshots[0].name, workbook.snapshots[0].why) == ("Convening", "")
    assert workbook.snapshots[0].was is not None
    assert edits.delete_snapshot(workbook, SNAP) == both()
    for edit in (edits.delete_snapshot, lambda it, key: edits.rename_snapshot(it, key, "x", "")):
        with pytest.raises(EditError):
            edit(workbook, key("none"))


def test_a_session_never_alters_what_a_snapshot_says() -> None:
    session = Session(snapped())

    def lie(workbook: Workbook) -> Workbook:
        was = edits.rename(workbook.snapshots[0].was, key("late"), "Buses are on time")
        return replace(workbook, snapshots=(replace(workbook.snapshots[0], was=was),))

    with pytest.raises(EditError, match="stays as it was taken"):
        session.apply("Lie", lie)
    session.apply("Rename", lambda it: edits.rename_snapshot(it, SNAP, "Convening", "Why"))
    session.apply("Delete", lambda it: edits.delete_snapshot(it, SNAP))
    assert session.workbook.snapshots == ()
    session.undo()
    assert session.workbook.snapshots[0].name == "Convening"


def test_nothing_that_is_deleted_later_goes_out_of_a_snapshot() -> None:
    workbook = snapped(chained())
    was = workbook.snapshots[0].was
    for edit in (
        lambda it: edits.delete_party(it, key("party")),
        lambda it: edits.delete_page(it, key("head")),
        lambda it: edits.delete_problem(it, key("problem")),
    ):
        workbook = edit(workbook)
    assert workbook.snapshots[0].was is was
    assert faults(workbook) == ()


@given(workbooks, steps)
def test_a_workbook_with_snapshots_opens_as_it_was_saved(start: Workbook, done: list[Edit]) -> None:
    workbook = made(snapped(start), done)
    workbook = edits.take_snapshot(workbook, key("again"), "Again", DAY)
    data = encode(workbook)
    assert decode(data, "it.ilead").workbook == workbook
    assert encode(workbook) == data
    careful = data.replace(b'"snapshots": [', b'"snapshots":  [')
    assert decode(careful, "it.ilead").workbook == workbook


def test_a_damaged_snapshot_is_refused() -> None:
    for lie, why in ((b'"parent_id":"headzzzzzz"', b'"parent_id":"nobodyzzzz"'), (b"C2", b"C9")):
        data = encode(snapped())
        at = data.index(b'"snapshots"')
        with pytest.raises(Exception, match="In the snapshot"):
            decode(data[:at] + data[at:].replace(lie, why), "it.ilead")


def test_references_of_a_snapshot_are_never_given_out_again() -> None:
    workbook = replace(
        snapped(), counters=Counters(), fishbones=(), theories=(), ideas=(), cycles=()
    )
    assert [it.rule for it in faults(workbook)] == ["reference-unknown"]


def test_a_snapshot_within_a_snapshot_is_a_fault() -> None:
    inner = snapped()
    snapshot = Snapshot(id=key("outer"), name="Outer", day=DAY, was=inner)
    assert [it.rule for it in faults(replace(inner, snapshots=(snapshot,)))] == [
        "snapshot-overfull"
    ]


@pytest.mark.parametrize("viewer", [EVERYBODY, key("party")])
def test_a_party_sees_in_a_snapshot_neither_what_was_hidden_nor_what_is(viewer: str) -> None:
    before = edits.show_only(chained(), [key("full")], FACILITATOR)
    workbook = edits.show_only(snapped(before), [key("full")], None)
    workbook = edits.show_only(workbook, [key("late")], FACILITATOR)
    seen = edits.seen_by(workbook, viewer)
    inside = {it.id for group in groups(seen.snapshots[0].was) for it in group}
    assert {key("full"), key("late"), key("roads")}.isdisjoint(inside)
    assert faults(seen) == ()
    assert b"Buses come late" not in encode(seen)
    assert edits.seen_by(workbook, FACILITATOR) is workbook


@given(workbooks, steps, steps)
def test_pages_come_back_as_copies_beside_the_present_ones(
    start: Workbook, before: list[Edit], after: list[Edit]
) -> None:
    workbook = made(snapped(made(start, before)), after)
    was = workbook.snapshots[0].was
    names = [it.id for it in pages(was)]
    restored, ids = edits.restore_pages(workbook, SNAP, names, new_ids(3))
    assert faults(restored) == ()
    assert len(pages(restored)) == len(pages(workbook)) + len(names)
    for name, copy_id in zip(names, ids, strict=True):
        old = next(it for it in pages(was) if it.id == name)
        copy = next(it for it in pages(restored) if it.id == copy_id)
        assert copy.ref != old.ref
        assert shape(old) == shape(copy)
    for page in pages(workbook):
        assert any(it is page for it in pages(restored))


def shape(page: Page) -> list[str]:
    """Return the words of a page's items in order."""
    return [it.text for it in items_of(page)]


def test_a_restored_page_says_from_when_it_is() -> None:
    workbook, (copy_id,) = edits.restore_pages(snapped(), SNAP, [key("head")], new_ids(3))
    copy = find(workbook, copy_id)
    assert isinstance(copy, Fishbone)
    assert (copy.ref, copy.title) == ("F2", "Why? (12 October, convening)")
    assert [it.ref for it in copy.causes] == ["C7", "C8", "C9", "C10", "C11", "C12"]


def test_an_idea_that_is_gone_comes_back_as_a_new_proposal() -> None:
    workbook = edits.delete(snapped(), [key("talk")])
    workbook, _ = edits.restore_pages(workbook, SNAP, [key("aim")], new_ids(3))
    assert [(it.ref, it.text) for it in workbook.ideas] == [
        ("I2", "Quiet hour"), ("I3", "Talk about books"),
    ]  # fmt: skip
    with pytest.raises(EditError):
        edits.restore_pages(workbook, SNAP, [key("none")], new_ids(3))


@given(workbooks, steps, steps)
def test_each_removed_item_can_be_brought_back(
    start: Workbook, before: list[Edit], after: list[Edit]
) -> None:
    workbook = made(snapped(made(start, before)), after)
    removed = [it for it in lines_of(changed_since(workbook, workbook.snapshots[0]))
               if it.sort == "removed" and it.kind in ("Cause", "Driver", "Idea")
               and find(workbook, it.item_id) is None]  # fmt: skip  # or its id was given again
    for line in removed:
        if find(workbook, line.page_id) is None:
            continue
        workbook = edits.bring_back(workbook, SNAP, line.item_id)
        assert faults(workbook) == ()
        assert find(workbook, line.item_id) is not None
    left = lines_of(changed_since(workbook, workbook.snapshots[0]))
    assert not [it for it in left if it.sort == "removed" and it in removed
                and find(workbook, it.page_id)]  # fmt: skip


def test_a_cause_comes_back_where_it_was() -> None:
    workbook = edits.delete(snapped(), [key("late")])
    workbook = edits.bring_back(workbook, SNAP, key("roads"))
    roads = find(workbook, key("roads"))
    assert isinstance(roads, Cause)
    assert (roads.ref, roads.parent_id) == ("C4", key("buses"))
    workbook = edits.bring_back(workbook, SNAP, key("late"))
    causes = [it.id for it in workbook.fishbones[0].causes if it.parent_id == key("buses")]
    assert causes == [key("late"), key("full"), key("roads")]


def test_an_idea_comes_back_with_its_links() -> None:
    workbook = edits.bring_back(edits.delete(snapped(), [key("talk")]), SNAP, key("talk"))
    assert isinstance(find(workbook, key("talk")), Idea)
    page = page_of(workbook, key("talk"))
    assert page is not None
    assert {*workbook.theories[0].links} == {*both().theories[0].links}


def test_an_idea_that_stood_on_no_page_comes_back_to_the_ideas() -> None:
    workbook = edits.park(both(), [key("hour")], new_ids(2))
    parked = edits.parked(workbook)[0].id
    workbook = edits.delete(snapped(workbook), [parked])
    assert [it.id for it in edits.parked(edits.bring_back(workbook, SNAP, parked))] == [parked]


def test_what_is_there_or_has_no_page_does_not_come_back() -> None:
    with pytest.raises(EditError, match="there already"):
        edits.bring_back(snapped(), SNAP, key("late"))
    gone = edits.delete_page(snapped(), key("head"))
    with pytest.raises(EditError, match="page is gone"):
        edits.bring_back(gone, SNAP, key("late"))
    with pytest.raises(EditError, match="single items"):
        edits.bring_back(gone, SNAP, key("head"))
    with pytest.raises(EditError):
        edits.bring_back(snapped(), SNAP, key("nobody"))


def test_a_meeting_names_its_snapshot_as_long_as_that_is_there() -> None:
    meeting = Meeting(id=key("meet"), day=DAY, snapshot=SNAP)
    workbook = replace(snapped(), meetings=(meeting,))
    assert faults(workbook) == ()
    assert edits.take_snapshot(workbook, key("more"), "More", DAY).snapshots[1].was.meetings == ()
    left = edits.delete_snapshot(workbook, SNAP)
    assert left.meetings[0].snapshot is None
    lost = replace(workbook, snapshots=())
    assert [it.rule for it in faults(lost)] == ["snapshot-missing"]

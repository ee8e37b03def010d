"""Parties and roles, to whom items belong, and who may see them."""

import base64
import struct
from datetime import date

import pytest
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import FACILITATOR, Cause, Workbook, faults, find, groups
from ilead_studio.model.logo import LOGO_MAX, picture

UNI, PARTY = key("uni"), key("party")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 16, 16) + b"rest"


def belonging() -> Workbook:
    """Return a workbook in which the university has something of every kind."""
    ids = [key(it) for it in ("problem", "seen", "head", "late", "aim", "daily", "talk")]
    workbook = edits.belong(chained(), ids, [UNI, PARTY])
    workbook = edits.put_gain(workbook, key("aim"), UNI, "Better placements")
    return edits.add_role(workbook, key("role"), "Placement lead", UNI)


def named(workbook: Workbook, party_id: str) -> list[str]:
    """Return the ids of what names a party."""
    return [
        record.id.rstrip("z")
        for group in groups(workbook)
        for record in group
        if party_id in getattr(record, "parties", ())
        or party_id in (getattr(record, "only_for", None), getattr(record, "party_id", None))
    ]


def test_a_party_has_a_name_a_short_name_and_a_kind() -> None:
    workbook = edits.change_party(chained(), UNI, name=" Lakeside\nCollege ", short="LC")
    party = workbook.parties[-1]
    assert (party.name, party.short, party.kind) == ("Lakeside College", "LC", "IHE")
    for fields in ({"name": " "}, {"kind": "club"}, {"colour": "red"}):
        with pytest.raises(EditError):
            edits.change_party(chained(), UNI, **fields)


def test_the_place_of_a_party_gives_its_colour() -> None:
    workbook = edits.move_party(chained(), UNI, PARTY)
    assert [it.id for it in workbook.parties] == [UNI, PARTY]
    assert edits.move_party(workbook, UNI, None) == chained()


def test_items_of_every_kind_belong_to_any_of_the_parties() -> None:
    workbook = belonging()
    assert named(workbook, UNI) == [
        "role", "problem", "seen", "head", "late", "aim", "daily", "talk",
    ]  # fmt: skip
    cause = find(workbook, key("late"))
    assert isinstance(cause, Cause)
    assert cause.parties == (PARTY, UNI), "in the order of the list"


def test_a_linked_copy_belongs_to_whom_its_original_belongs() -> None:
    workbook = edits.copy_linked(chained(), key("late"), key("copy"), key("home"))
    workbook = edits.show_only(edits.belong(workbook, [key("copy")], [UNI]), [key("late")], UNI)
    assert faults(workbook) == ()
    assert {"late", "copy"} <= set(named(workbook, UNI))


@pytest.mark.parametrize(
    ("ids", "parties"), [(["nobody"], ["uni"]), (["late"], ["nobody"]), (["uni"], ["uni"])]
)
def test_nothing_belongs_to_nobody(ids: list[str], parties: list[str]) -> None:
    with pytest.raises(EditError):
        edits.belong(chained(), [*map(key, ids)], [*map(key, parties)])
    with pytest.raises(EditError):
        edits.show_only(chained(), [*map(key, ids)], key(parties[0]))


def test_what_belonged_to_a_deleted_party_is_let_go() -> None:
    workbook = edits.delete_party(belonging(), UNI)
    assert named(workbook, UNI) == []
    assert faults(workbook) == ()
    assert workbook.theories[0].gains == ()
    assert [(it.name, it.party_id) for it in workbook.roles] == [("Placement lead", None)]
    assert "late" in named(workbook, PARTY)


def test_what_belonged_to_a_deleted_party_goes_to_its_heir() -> None:
    workbook = edits.belong(belonging(), [key("late")], [UNI])
    had = set(named(workbook, UNI)) - {"role"}
    workbook = edits.delete_party(workbook, UNI, PARTY)
    assert had <= set(named(workbook, PARTY))
    assert faults(workbook) == ()
    with pytest.raises(EditError):
        edits.delete_party(chained(), UNI, key("nobody"))


def test_days_off_of_a_deleted_party_alone_are_no_days_off_for_the_others() -> None:
    first, last = date(2026, 12, 21), date(2027, 1, 1)
    workbook = chained()
    for name, whose in (("exams", (UNI,)), ("winter", ()), ("fair", (UNI, PARTY))):
        workbook = edits.add_break(workbook, key(name), name, first, last)
        workbook = edits.change_break(workbook, key(name), parties=whose)
    left = edits.delete_party(workbook, UNI).calendar.breaks
    assert [(it.name, it.parties) for it in left] == [("winter", ()), ("fair", (PARTY,))]
    workbook = edits.add_party(workbook, key("heir"), "Lakeside College")
    left = edits.delete_party(workbook, UNI, key("heir")).calendar.breaks
    assert [(it.name, it.parties) for it in left] == [("winter", ()), ("fair", (PARTY,))]


def test_what_only_a_deleted_party_could_see_is_seen_by_nobody_else() -> None:
    workbook = edits.show_only(chained(), [key("late"), key("seen")], UNI)
    workbook = edits.delete_party(workbook, UNI)
    hidden = [find(workbook, key("late")), workbook.evidence[0]]
    assert [getattr(it, "only_for", None) for it in hidden] == [FACILITATOR, FACILITATOR]


def test_a_role_is_renamed_wherever_it_is_named() -> None:
    workbook = edits.put(belonging(), [key("late")], raised_by="Placement lead")
    workbook = edits.put(workbook, [key("daily")], owner="Placement lead")
    workbook = edits.rename_role(workbook, key("role"), "Clinical lead")
    cause, driver = find(workbook, key("late")), find(workbook, key("daily"))
    assert workbook.roles[0].name == "Clinical lead"
    assert getattr(cause, "raised_by", "") == getattr(driver, "owner", "") == "Clinical lead"
    left = edits.delete_role(workbook, key("role"))
    assert left.roles == ()
    assert find(left, key("late")) is cause


def test_a_role_is_renamed_where_it_leads_and_in_the_lines_of_a_list() -> None:
    day, old = date(2026, 11, 24), "Placement lead"
    workbook = edits.add_meeting(belonging(), key("meeting"), day, led_by=old)
    workbook = edits.add_agenda_item(workbook, key("meeting"), key("look"), "Look")
    workbook = edits.change_agenda_item(workbook, key("look"), led_by=old)
    workbook = edits.add_line(workbook, key("cycle"), "tasks", key("task"), "Call")
    workbook = edits.change_line(workbook, key("cycle"), key("task"), who=old)
    workbook = edits.rename_role(workbook, key("role"), "Clinical lead")
    (meeting,), cycle = workbook.meetings, workbook.cycles[0]
    assert meeting.led_by == meeting.agenda[0].led_by == cycle.tasks[0].who == "Clinical lead"


def test_roles_speak_for_a_party_and_have_an_order() -> None:
    workbook = edits.add_role(belonging(), key("other"), "Principal")
    workbook = edits.assign_role(workbook, key("other"), PARTY)
    workbook = edits.move_role(workbook, key("other"), key("role"))
    assert [(it.name, it.party_id) for it in workbook.roles] == [
        ("Principal", PARTY), ("Placement lead", UNI),
    ]  # fmt: skip
    for edit in (edits.delete_role, edits.delete_party):
        with pytest.raises(EditError):
            edit(workbook, key("nobody"))
    with pytest.raises(EditError):
        edits.assign_role(workbook, key("role"), key("nobody"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [(PNG, "png"), (b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>', "svg")],
)
def test_a_logo_is_kept_in_the_file(data: bytes, kind: str) -> None:
    workbook = edits.put_logo(chained(), UNI, data)
    kept = picture(Workbook.model_validate_json(workbook.model_dump_json()).parties[1].logo)
    assert kept == (kind, data)
    assert picture(edits.put_logo(workbook, UNI, b"").parties[1].logo) is None


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a",
        PNG[:16] + struct.pack(">II", 90_000, 16),
        PNG + bytes(LOGO_MAX),
        b"<svg><script>alert(1)</script></svg>",
        b'<svg><image href="/etc/passwd"/></svg>',
        b'<svg onload="x()"></svg>',
        b'<svg style="fill:url(http://a.b)"/>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        b"\xff\xfe<svg/>",
    ],
)
def test_a_picture_that_loads_runs_or_is_too_much_is_refused(data: bytes) -> None:
    with pytest.raises(EditError, match="PNG or a plain SVG"):
        edits.put_logo(chained(), UNI, data)
    with pytest.raises(EditError, match="does not fit"):
        edits.change_party(chained(), UNI, logo=base64.b64encode(data).decode())


def test_cycles_and_breaks_let_a_deleted_party_go_too() -> None:
    day = date(2026, 12, 21)
    workbook = edits.add_break(chained(), key("winter"), "Winter", day, day)
    workbook = edits.belong(workbook, [key("winter"), key("cycle")], [UNI])
    assert named(workbook, UNI) == ["cycle", "winter"]
    workbook = edits.delete_party(workbook, UNI)
    assert named(workbook, UNI) == []
    assert faults(workbook) == ()

"""Edits of the parties of a workbook, and of the roles that people have in it (method, 9)."""

from typing import Final

from ilead_studio.edits.calendar import delete_break
from ilead_studio.edits.everywhere import everywhere, without
from ilead_studio.edits.meeting_ties import remembered
from ilead_studio.edits.parts import changed, exchanged, fitting, placed, there, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import (
    FACILITATOR,
    AnyRecord,
    Break,
    Party,
    PartyKind,
    Record,
    TeamRole,
    Workbook,
    replace,
)
from ilead_studio.model.logo import logo_of
from ilead_studio.model.record import R
from ilead_studio.words import say

_SAID: Final = Party.model_fields.keys() - {"id"}
_ROLES: Final = ("raised_by", "owner", "collects", "who", "led_by")
"""The fields that hold a role."""
_LINES: Final = ("agenda", "tasks", "data")
"""The lists whose lines hold roles too."""


def add_party(
    workbook: Workbook, new_id: str, name: str, kind: PartyKind = "other", short: str = ""
) -> Workbook:
    """Add an organisation as the last of the parties.

    Raises:
        EditError: if it has no name, or something does not fit.
    """
    made = changed(Party(id=new_id, name=words_for(name)), kind=kind, short=short)
    return replace(workbook, parties=(*workbook.parties, made))


def change_party(workbook: Workbook, party_id: str, **fields: object) -> Workbook:
    """Change the name, the short name or the kind of a party.

    Raises:
        EditError: if it is not there, would have no name, or something does not fit.
    """
    now = changed(_party(workbook, party_id), **fitting(fields, _SAID, name=words_for))
    return replace(workbook, parties=exchanged(workbook.parties, {party_id: now}))


def put_logo(workbook: Workbook, party_id: str, data: bytes) -> Workbook:
    """Give a party a logo, a PNG or an SVG of 1 MiB at most; without bytes it has none.

    Raises:
        EditError: if the party is not there, or the picture cannot be kept.
    """
    try:
        logo = logo_of(data) if data else ""
    except ValueError as error:
        raise EditError(
            say("This picture cannot be kept. A logo is a PNG or a plain SVG of at most 1 MiB,"
                " with sides of at most 4,096 pixels.")
        ) from error  # fmt: skip
    return change_party(workbook, party_id, logo=logo)


def move_party(workbook: Workbook, party_id: str, before: str | None) -> Workbook:
    """Put a party before another one, or last; its colour goes by its place.

    Raises:
        EditError: if it is not there.
    """
    party = _party(workbook, party_id)
    return replace(workbook, parties=placed(workbook.parties, party, before))


def delete_party(workbook: Workbook, party_id: str, heir_id: str | None = None) -> Workbook:
    """Delete a party; what belonged to it belongs to its heir then, or to it no longer.

    What only this party could see is for the facilitator only from now on, so that nobody sees what
    was not meant for them. Its roles stay, as roles of no party, and that it was at a meeting stays
    known; days on which only its schools
    were closed go, or they would be days off for everybody.

    Raises:
        EditError: if it or its heir is not there.
    """
    lost = _party(workbook, party_id)
    if heir_id is not None:
        _party(workbook, heir_id)
    order = [it.id for it in workbook.parties]

    def kept_back(record: AnyRecord) -> AnyRecord:
        held, fields = vars(record), dict[str, object]()
        if held.get("only_for") == party_id:
            fields["only_for"] = FACILITATOR
        if heir_id and not isinstance(record, Break) and party_id in held.get("parties", ()):
            fields["parties"] = tuple(sorted({*held["parties"], heir_id}, key=order.index))
        return replace(record, **fields) if fields else record

    for off in workbook.calendar.breaks:
        if off.parties == (party_id,):
            workbook = delete_break(workbook, off.id)
    workbook = remembered(everywhere(workbook, kept_back), party_id, lost.name)
    return without(workbook, {party_id})


def add_role(workbook: Workbook, new_id: str, name: str, party_id: str | None = None) -> Workbook:
    """Add somebody who takes part, as a role such as "Attendance lead"; never with a name.

    Raises:
        EditError: if it has no words, or the party is not there.
    """
    if party_id is not None:
        _party(workbook, party_id)
    made = TeamRole(id=new_id, name=words_for(name), party_id=party_id)
    return replace(workbook, roles=(*workbook.roles, made))


def rename_role(workbook: Workbook, role_id: str, name: str) -> Workbook:
    """Call a role otherwise, also where it raised, owns or leads something.

    Raises:
        EditError: if it is not there, or would have no words.
    """
    role, new = _role(workbook, role_id), words_for(name)
    changed = {role_id: replace(role, name=new)}
    workbook = everywhere(workbook, lambda record: _renamed(record, role.name, new))
    return replace(workbook, roles=exchanged(workbook.roles, changed))


def _renamed(record: R, old: str, new: str) -> R:
    """Call a role otherwise in a record, and in its lines."""
    held = vars(record)
    fields: dict[str, object] = {it: new for it in _ROLES if held.get(it) == old}
    for name in _LINES:
        lines: tuple[Record, ...] = held.get(name, ())
        now = tuple(_renamed(it, old, new) for it in lines)
        if any(one is not it for one, it in zip(now, lines, strict=True)):
            fields[name] = now
    return replace(record, **fields) if fields else record


def assign_role(workbook: Workbook, role_id: str, party_id: str | None) -> Workbook:
    """Let a role speak for a party; None for no party.

    Raises:
        EditError: if one of the two is not there.
    """
    if party_id is not None:
        _party(workbook, party_id)
    changed = {role_id: replace(_role(workbook, role_id), party_id=party_id)}
    return replace(workbook, roles=exchanged(workbook.roles, changed))


def move_role(workbook: Workbook, role_id: str, before: str | None) -> Workbook:
    """Put a role before another one, or last.

    Raises:
        EditError: if it is not there.
    """
    return replace(workbook, roles=placed(workbook.roles, _role(workbook, role_id), before))


def delete_role(workbook: Workbook, role_id: str) -> Workbook:
    """Take a role off the list; where it is named as words, the words stay.

    Raises:
        EditError: if it is not there.
    """
    lost = _role(workbook, role_id)
    workbook = remembered(workbook, role_id, lost.name)
    return replace(workbook, roles=tuple(it for it in workbook.roles if it is not lost))


def _party(workbook: Workbook, party_id: str) -> Party:
    return there(next((it for it in workbook.parties if it.id == party_id), None))


def _role(workbook: Workbook, role_id: str) -> TeamRole:
    return there(next((it for it in workbook.roles if it.id == role_id), None))

"""Who works together: the parties of a workbook, people as roles, and who may see what."""

from typing import Final, Literal

from ilead_studio.model.ids import Id
from ilead_studio.model.logo import Logo
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label

PartyKind = Literal["LEA", "IHE", "other"]
"""Local education agency (district), institution of higher education, or another."""
FACILITATOR: Final = "facilitator"
"""Stands where a party would: only the facilitator may see it."""
OnlyFor = Literal["facilitator"] | Id | None
"""Who may see an item: None for all (shared), the id of one party, or the facilitator only."""


class Party(Record):
    """One organisation of the partnership; its place in the workbook's list gives its colour."""

    id: Id
    name: Label
    kind: PartyKind = "other"
    short: Heading = ""
    logo: Logo = ""


class TeamRole(Record):
    """A person as the role that he or she has, such as "Attendance lead"; never a name.

    ``party_id`` is the party for which the role speaks, if it is one.
    """

    id: Id
    name: Label
    party_id: Id | None = None

"""Who works together: the parties of a workbook."""

from typing import Literal

from ilead_studio.model.ids import Id
from ilead_studio.model.record import Record
from ilead_studio.model.text import Label

PartyKind = Literal["LEA", "IHE", "other"]
"""Local education agency (district), institution of higher education, or another."""


class Party(Record):
    """One organisation of the partnership."""

    id: Id
    name: Label
    kind: PartyKind = "other"

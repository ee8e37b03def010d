"""Advice that a team has seen and does not want to see again for one item."""

from typing import Annotated

from pydantic import StringConstraints

from ilead_studio.model.ids import Id
from ilead_studio.model.record import Record

RuleName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]{0,60}[a-z]$")]
"""The stable name of a rule; a newer program may know more of them, so any name is kept."""


class Dismissed(Record):
    """A rule of which nothing more is said about an item; it goes when the item goes."""

    rule: RuleName
    item_id: Id

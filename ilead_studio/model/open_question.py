"""What nobody knows yet, noted in words of its own."""

from ilead_studio.model.days import Day
from ilead_studio.model.ids import Id
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label


class OpenQuestion(Record):
    """A question with who could find out, a role or a party; open until the day it is answered.

    ``item_id`` is the record about which it is asked, if it is about one.
    """

    id: Id
    text: Label
    item_id: Id | None = None
    who: Heading = ""
    answered: Day | None = None
    only_for: OnlyFor = None

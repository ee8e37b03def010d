"""The aim in parts, as its template asks for them, and what each party gains (method, 5 and 9)."""

from ilead_studio.model.ids import Id
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label


class AimParts(Record):
    """By ``date``, ``group`` will ``outcome``, as measured by ``indicator``, from ... to ...

    A part is empty until somebody types it. The sentence made of them is ``rules.aim``'s.
    """

    date: Heading = ""
    group: Heading = ""
    outcome: Heading = ""
    indicator: Heading = ""
    baseline: Heading = ""
    target: Heading = ""


class Gain(Record):
    """What one party gains when the aim is reached."""

    party_id: Id
    text: Label

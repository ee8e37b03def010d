"""The problem of practice that the fishbones explain."""

from ilead_studio.model.ids import Id
from ilead_studio.model.record import Record
from ilead_studio.model.text import Label


class Problem(Record):
    """A persistent problem in the work of professionals, stated without cause or solution."""

    id: Id
    text: Label

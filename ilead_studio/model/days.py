"""Real dates: days and moments that the rules compute with, and the calendar of the schools."""

from datetime import date
from typing import Annotated, Final

from pydantic import AwareDatetime, Field, Strict

from ilead_studio.model.ids import Id
from ilead_studio.model.record import Record
from ilead_studio.model.text import Label

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2999, 12, 31)

Day = Annotated[date, Strict(), Field(ge=FIRST_DAY, le=LAST_DAY)]
"""A day, written as 2026-11-02."""
Moment = Annotated[AwareDatetime, Strict()]
"""A day with its time and its distance from Greenwich, so that it can be told anywhere."""
Weeks = Annotated[int, Field(ge=1, le=52)]


class Break(Record):
    """Days without school, from the ``first`` to the ``last``; for some parties, or for all."""

    id: Id
    name: Label
    first: Day
    last: Day
    parties: tuple[Id, ...] = ()


class SchoolCalendar(Record):
    """When there is school, and how long a cycle is meant to take.

    ``first`` and ``last`` are the days of the school year, as far as they are known; outside of it
    there is no school. iLEAD partners run rapid cycles of six to eight weeks; 90 days (13 weeks) is
    another length (method, section 7): ``cycle_weeks`` is that of the bands, in school weeks.
    """

    first: Day | None = None
    last: Day | None = None
    cycle_weeks: Weeks = 8
    breaks: tuple[Break, ...] = ()

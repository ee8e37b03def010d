"""What is worth a second look on driver diagrams (method, section 5).

Of a driver that was dropped nothing is asked any more.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ilead_studio.model import Driver, Fault, Theory
from ilead_studio.rules.advice_ground import Check, Ground, checked
from ilead_studio.rules.aim import aim_checks
from ilead_studio.rules.family import Family, family
from ilead_studio.rules.outline import columns
from ilead_studio.rules.theory_words import is_activity
from ilead_studio.rules.trace import in_sight
from ilead_studio.words import count, say


class OnTheory(NamedTuple):
    """Where a driver stands; ``measured`` and ``answering`` are those that are it, or in sight."""

    ground: Ground
    page: Theory
    kin: Family
    primary: tuple[Driver, ...]
    measured: set[str]
    answering: set[str]


def theory_advice(ground: Ground) -> Iterator[Iterable[Fault]]:
    """Look at each theory, and at each of its drivers in outline order."""
    for page in ground.workbook.theories:
        here = _on(ground, page)
        yield checked(_OF_THEORIES, here, page)
        yield aim_checks(ground.workbook, page)
        for item_id in here.kin.branch(page.id)[1:]:
            driver = here.kin.items[item_id]
            if isinstance(driver, Driver) and driver.state != "dropped":
                yield checked(_OF_DRIVERS, here, driver)


def _on(ground: Ground, page: Theory) -> OnTheory:
    kin, far = family(ground.workbook, page), columns(ground.workbook, page)
    primary = (it for it in page.drivers if far.get(it.id) == 1 and it.state != "dropped")
    seen = in_sight(kin, (it.id for it in page.drivers if it.measures))
    answering = in_sight(kin, (it.id for it in page.drivers if it.answers))
    return OnTheory(ground, page, kin, tuple(primary), seen, answering)


def _aim_empty(_here: OnTheory, page: Theory) -> str:
    return "" if page.aim else say("The theory {ref} has no aim yet.", ref=page.ref)


def _primary_count(here: OnTheory, _page: Theory) -> str:
    if 2 <= len(here.primary) <= 5:
        return ""
    if not here.primary:
        return say("No primary driver yet: two to five are easy to hold in mind.")
    have = count(len(here.primary), "{number} primary driver", "{number} primary drivers")
    return say("{have}: two to five are easier to hold in mind.", have=have)


def _without_idea(here: OnTheory, driver: Driver) -> str:
    if here.kin.children.get(driver.id):
        return ""
    return say("No change idea serves “{text}” yet.", text=driver.text)


def _without_measure(here: OnTheory, driver: Driver) -> str:
    if driver.id in here.measured:
        return ""
    return say("Nothing measures yet whether “{text}” changes.", text=driver.text)


def _answers_nothing(here: OnTheory, driver: Driver) -> str:
    if driver.id in here.answering:
        return ""
    return say("The driver “{text}” answers no cause yet.", text=driver.text)


def _activity(here: OnTheory, driver: Driver) -> str:
    if not here.ground.english or not is_activity(driver.text):
        return ""
    return say("“{text}” sounds like something to do: what should be so?", text=driver.text)


_OF_THEORIES: Final[Mapping[str, Check[OnTheory, Theory]]] = {
    "aim-empty": _aim_empty,
    "primary-drivers-count": _primary_count,
}
_OF_DRIVERS: Final[Mapping[str, Check[OnTheory, Driver]]] = {
    "driver-is-activity": _activity,
    "driver-without-idea": _without_idea,
    "driver-without-measure": _without_measure,
    "driver-answers-no-cause": _answers_nothing,
}

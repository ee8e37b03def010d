"""What is worth a second look. Advice never stops anybody; rule names are stable.

Sources: Carnegie Foundation (three to five primary drivers), IHI (two to five); a bone with fewer
than two causes is no category yet.
"""

from collections.abc import Iterator

from ilead_studio.model import Fault, Fishbone, Theory, Workbook
from ilead_studio.rules.aim import aim_checks
from ilead_studio.rules.cycle_advice import cycle_advice
from ilead_studio.rules.family import family
from ilead_studio.rules.outline import Role, outline
from ilead_studio.rules.trace import trace_checks
from ilead_studio.words import count, say


def advice(workbook: Workbook) -> tuple[Fault, ...]:
    """Return what is worth a look, page by page in reading order."""
    found: list[Fault] = []
    for page in workbook.fishbones:
        found += _fishbone(workbook, page)
    for theory in workbook.theories:
        found += _theory(workbook, theory)
    return (*found, *cycle_advice(workbook), *trace_checks(workbook))


def _fishbone(workbook: Workbook, page: Fishbone) -> Iterator[Fault]:
    if not page.head:
        yield Fault("head-empty", page.id, say("The fishbone {ref} has no head yet.", ref=page.ref))
    kin = family(workbook, page)
    for row in outline(workbook, page):
        below = len(kin.stands.get(row.id, ()))
        if row.role is Role.BONE and below < 2:
            have = count(below, "{number} cause", "{number} causes")
            words = say("The bone “{text}” has only {have} so far.", text=row.text, have=have)
            yield Fault("bone-with-few-causes", row.id, words)


def _theory(workbook: Workbook, page: Theory) -> Iterator[Fault]:
    if not page.aim:
        yield Fault("aim-empty", page.id, say("The theory {ref} has no aim yet.", ref=page.ref))
    yield from aim_checks(page)
    kin = family(workbook, page)
    drivers = [row for row in outline(workbook, page) if row.role is Role.DRIVER]
    primary = [row for row in drivers if row.column == 1]
    if not 2 <= len(primary) <= 5:
        have = count(len(primary), "{number} primary driver", "{number} primary drivers")
        words = say("{have}: two to five are easier to hold in mind.", have=have)
        yield Fault("primary-drivers-count", page.id, words)
    for driver in drivers:
        if not kin.children.get(driver.id):
            words = say("No change idea serves “{text}” yet.", text=driver.text)
            yield Fault("driver-without-idea", driver.id, words)

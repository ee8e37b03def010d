"""What is worth a second look in measures (method, section 5)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from ilead_studio.model import Fault, Measure
from ilead_studio.rules.advice_ground import Check, Ground, checked
from ilead_studio.rules.measures import named_by
from ilead_studio.words import say

_Named = Collection[str]
"""The measures that an aim, a driver, a consequence or a cycle names, by their ids."""


def measure_advice(ground: Ground) -> Iterator[Iterable[Fault]]:
    """Look at each measure, in the order of the list."""
    named = named_by(ground.workbook)
    for measure in ground.workbook.measures:
        yield checked(_OF_MEASURES, named, measure)


def _orphan(named: _Named, measure: Measure) -> str:
    if measure.id in named:
        return ""
    return say("No aim, driver, idea or cycle names the measure “{name}”.", name=measure.name)


_OF_MEASURES: Final[Mapping[str, Check[_Named, Measure]]] = {"orphan-measure": _orphan}

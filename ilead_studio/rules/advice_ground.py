"""What the checks of advice look at, and how they are asked: record by record.

A check says one sentence about a record, or nothing; a table gives each check its rule name.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Protocol, TypeVar

from ilead_studio.model import Evidence, EvidenceKind, Fault, Theory, Workbook
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.language import is_english


class Ground(NamedTuple):
    """What checks ask of the whole workbook. ``linked``: what serves something on a theory."""

    workbook: Workbook
    english: bool
    kinds: Mapping[str, EvidenceKind]
    linked: frozenset[str]


def ground_of(workbook: Workbook) -> Ground:
    """Return what the checks of a workbook stand on."""
    kinds, linked = _kinds(workbook.evidence), _linked(workbook.theories)
    return Ground(workbook, is_english(workbook), kinds, linked)


@kept_by_identity
def _kinds(evidence: tuple[Evidence, ...]) -> dict[str, EvidenceKind]:
    return {it.id: it.kind for it in evidence}


@kept_by_identity
def _linked(theories: tuple[Theory, ...]) -> frozenset[str]:
    return frozenset(link.source for theory in theories for link in theory.links)


class _Named(Protocol):
    @property
    def id(self) -> str:
        """The id in the workbook."""


_Place = TypeVar("_Place")
_Record = TypeVar("_Record", bound=_Named)
Check = Callable[[_Place, _Record], str]


def checked(
    checks: Mapping[str, Check[_Place, _Record]], place: _Place, record: _Record
) -> Iterator[Fault]:
    """Ask every check of a table about a record."""
    for rule, check in checks.items():
        if words := check(place, record):
            yield Fault(rule, record.id, words)

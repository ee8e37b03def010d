"""The line of sight: from anything, its chain of problem, causes, drivers, aim, ideas and cycles.

The value of a workbook (method, section 1): from any cycle one can walk up to the aim and to the
cause that it answers, and from any cause down to what was tried and learned.

One thing stands *below* another one if a way leads up from it: a cycle to its change idea, an idea
or a driver to what it serves, and to the causes that it answers, a cause to its parent and a
bone to the head, a head or an aim to its problem, a problem to the one that it is part of and to
those that depend on it. A cause and its linked copies are the same, so each is below the others.

The chain of a thing is

1. the thing, all that is below it, and all that it is below;
2. if causes are below it on a fishbone, or it is one: the drivers and ideas that answer these, and
   all that those serve up to the aim and its problem;
3. if drivers or ideas are below it in a theory, or it is one: the causes that these answer, and all
   that is above those up to the head and its problem;
4. all evidence that something of these cites, or that a cycle among them gave. Evidence itself has
   the chains of what cites it, and of its cycle.

So b is in the chain of a if and only if a is in the chain of b: "above" and "below" are the same
ways read in both directions, and 2 and 3 meet in the same answer to the same cause.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ilead_studio.model import Cause, Cycle, Driver, Evidence, Idea, Problem, Workbook, pages
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import kept_by_identity

_Map = Mapping[str, Sequence[str]]
_Citing = Sequence[Problem | Cause | Driver]


class _Ways(NamedTuple):
    """Ways between things, each read in both directions."""

    up: tuple[_Map, ...] = ()
    down: tuple[_Map, ...] = ()


def line_of_sight(workbook: Workbook, item_id: str) -> frozenset[str]:
    """Return the ids of the whole chain of a thing, itself included (see the module's words).

    It may be a problem, a page (its head or aim), a cause, a driver, an idea, a cycle, or evidence.
    """
    return _line(workbook, item_id)


@kept_by_identity
def _line(workbook: Workbook, item_id: str) -> frozenset[str]:
    cited = _joined((*map(_cited, _citing(workbook)), _told(workbook.evidence)))
    found = _chain(workbook, _next({item_id}, cited.up) or {item_id}) | {item_id}
    return frozenset(found | _next(found, cited.down))


def _chain(workbook: Workbook, ids: set[str]) -> set[str]:
    """Return the chains of some things, but for evidence."""
    problems, causes, drivers = _problems(workbook), _causes(workbook), _drivers(workbook)
    answers = _joined(
        (*(_answers(it.drivers) for it in workbook.theories), _traces(workbook.ideas))
    )
    every = _joined((problems, causes, drivers, answers, _cycles(workbook.cycles)))
    below = _reached(ids, every.down)
    found = below | _reached(ids, every.up)
    found |= _reached(_next(below, answers.down), problems.up + drivers.up)
    answered = _next(_reached(ids, problems.down + drivers.down), answers.up)
    return found | _reached(answered, problems.up + causes.up)


def _reached(ids: set[str], maps: tuple[_Map, ...]) -> set[str]:
    """Return things and all to which ways lead from them."""
    found, newest = set(ids), ids
    while newest:
        newest = _next(newest, maps) - found
        found |= newest
    return found


def _next(ids: set[str], maps: tuple[_Map, ...]) -> set[str]:
    """Return the things to which one step leads."""
    found = set[str]()
    for ways in maps:
        found.update(chain.from_iterable(map(ways.__getitem__, ids & ways.keys())))
    return found


def _joined(ways: Iterable[_Ways]) -> _Ways:
    every = tuple(ways)
    up = chain.from_iterable(it.up for it in every)
    return _Ways(tuple(up), tuple(chain.from_iterable(it.down for it in every)))


def _ways(pairs: Iterable[tuple[str, Sequence[str]]]) -> _Ways:
    """Return the ways from things up to others; a thing may come several times."""
    up, down = dict[str, list[str]](), dict[str, list[str]]()
    for below, above in pairs:
        for it in above:
            up.setdefault(below, []).append(it)
            down.setdefault(it, []).append(below)
    return _Ways((up,), (down,))


def _problems(workbook: Workbook) -> _Ways:
    """Return the ways from heads and aims to problems, and between problems."""
    explaining = ((page.id, (page.problem_id,)) for page in pages(workbook) if page.problem_id)
    parts = ((part.id, part.part_of) for part in workbook.problems)
    needed = ((it, (other.id,)) for other in workbook.problems for it in other.depends_on)
    return _ways((*explaining, *parts, *needed))


def _causes(workbook: Workbook) -> _Ways:
    kin = [family(workbook, page) for page in workbook.fishbones]
    standing = _Ways(tuple(it.parents for it in kin), tuple(it.children for it in kin))
    return _joined((standing, *(_copies(page.causes) for page in workbook.fishbones)))


def _drivers(workbook: Workbook) -> _Ways:
    """Return the ways within the theories, from drivers and ideas up to the aim."""
    kin = [family(workbook, page) for page in workbook.theories]
    return _Ways(tuple(it.parents for it in kin), tuple(it.children for it in kin))


@kept_by_identity
def _copies(causes: tuple[Cause, ...]) -> _Ways:
    pairs = [(it.id, it.same_as) for it in causes if it.same_as]
    return _ways(way for one, other in pairs for way in ((one, (other,)), (other, (one,))))


@kept_by_identity
def _answers(drivers: tuple[Driver, ...]) -> _Ways:
    return _ways((it.id, it.answers) for it in drivers if it.answers)


@kept_by_identity
def _traces(ideas: tuple[Idea, ...]) -> _Ways:
    return _ways((it.id, it.traces) for it in ideas if it.traces)


@kept_by_identity
def _told(evidence: tuple[Evidence, ...]) -> _Ways:
    """Return the ways from evidence to the cycles that say it."""
    return _ways((it.id, (it.cycle_id,)) for it in evidence if it.cycle_id)


@kept_by_identity
def _cycles(cycles: tuple[Cycle, ...]) -> _Ways:
    return _ways((it.id, (it.idea_id,)) for it in cycles)


def _citing(workbook: Workbook) -> tuple[_Citing, ...]:
    """Return what can cite evidence, each kind and page as the very tuple that is kept."""
    causes = (page.causes for page in workbook.fishbones)
    return (workbook.problems, *causes, *(page.drivers for page in workbook.theories))


@kept_by_identity
def _cited(records: _Citing) -> _Ways:
    """Return the ways from evidence to what cites it."""
    return _ways((cited.evidence_id, (it.id,)) for it in records if it.cites for cited in it.cites)

"""The command ``merge``: one workbook of two copies, and in words what came of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from ilead_studio.commands import REFUSED, STANDARD, Answer, whole_source
from ilead_studio.comparing import block
from ilead_studio.errors import FileError
from ilead_studio.model import Workbook
from ilead_studio.rules.changed import sections
from ilead_studio.rules.merging import Conflict, Merging
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import refuse_existing, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import count, say

NO_BASE: Final = "none"
"""Stands for what both began with, where nobody has it any longer."""
Side = Literal["mine", "theirs"] | None


@dataclass(frozen=True, slots=True)
class Files:
    """What both copies began with, the two copies, and the workbook to write."""

    base: str
    mine: str
    theirs: str
    out: Path


def merge(files: Files, side: Side, world: Surroundings) -> Answer:
    """Make one workbook of two copies; where both changed the same, a side decides.

    Without a side nothing is written then, and it says what is to be decided.

    Raises:
        FileError: if one cannot be opened, or the new one cannot be written.
    """
    if [files.base, files.mine, files.theirs].count(STANDARD) > 1:
        raise FileError(say("Standard input can be only one of the workbooks."))
    refuse_existing(files.out, world.disk)
    base = _base(files.base, world)
    mine, theirs = (whole_source(it, world) for it in (files.mine, files.theirs))
    merging = Merging(base, mine, theirs)
    conflicts = [*_conflicts(merging.conflicts, files)]
    if conflicts and side is None:
        return Answer("\n".join(conflicts), REFUSED, _undecided(merging.conflicts))
    chosen = range(len(merging.conflicts)) if side == "theirs" else ()
    done = merging.merged(chosen)
    save_workbook(done.workbook, files.out, world.disk, None, replace_existing=False)
    came = [_came(files.mine, base, mine), _came(files.theirs, mine, done.workbook)]
    decided = [*_decided(merging.conflicts, side, done.refused)]
    written = say("“{name}” was written.", name=shown(files.out))
    told = (*came, "\n".join(done.renumbered), "\n".join((*decided, *conflicts)), written)
    return Answer("\n\n".join(filter(None, told)))


def _base(name: str, world: Surroundings) -> Workbook:
    if name == NO_BASE and not Path(name).exists():
        return Workbook()
    return whole_source(name, world)


def _came(name: str, was: Workbook, now: Workbook) -> str:
    """Say what came of one copy."""
    told = sections(was, now)
    if not told:
        return say("From “{name}”: nothing that was not there already.", name=_name(name))
    head = say("From “{name}”:", name=_name(name))
    return "\n\n".join((head, *map(block, told)))


def _conflicts(conflicts: tuple[Conflict, ...], files: Files) -> Iterator[str]:
    """Say each conflict: what was done in either copy."""
    for number, it in enumerate(conflicts, 1):
        one = say("{number}. In “{name}”: {what}", number=number, name=_name(files.mine),
                  what=_what(it.mine))  # fmt: skip
        other = say("In “{name}”: {what}", name=_name(files.theirs), what=_what(it.theirs))
        yield f"{one}\n   {other}"


def _what(sentences: tuple[str, ...]) -> str:
    return "; ".join(sentences) or say("it was there as it is")


def _decided(conflicts: tuple[Conflict, ...], side: Side, refused: frozenset[int]) -> Iterator[str]:
    if not conflicts:
        return
    which = say("B") if side == "theirs" else say("A")
    yield say("Where both changed the same, {which} was taken:", which=which)
    for number in sorted(refused):
        yield say("But {number} stays as in A: it cannot stand beside the rest.", number=number + 1)


def _undecided(conflicts: tuple[Conflict, ...]) -> str:
    many = count(len(conflicts), "{number} thing is", "{number} things are")
    return say("{many} to be decided, so nothing was written. --mine takes A, --theirs takes B, or"
               " merge in the window, one by one.", many=many)  # fmt: skip


def _name(file: str) -> str:
    return file if file == STANDARD else shown(Path(file))

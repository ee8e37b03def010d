"""The command ``merge``: one workbook of two copies, and in words what came of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from ilead_studio.commands import REFUSED, STANDARD, Answer, refuse_standard, whole_source
from ilead_studio.comparing import block
from ilead_studio.errors import FileError
from ilead_studio.model import Workbook
from ilead_studio.rules.changed import sections
from ilead_studio.rules.merge_words import BOTH, MINE, THEIRS, Choice
from ilead_studio.rules.merging import Conflict, Merging
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import refuse_existing, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import count, say

NO_BASE: Final = "none"
"""Stands for what both began with, where nobody has it any longer."""
Side = Literal["mine", "theirs"] | None
_CHOICES: Final = {"mine": MINE, "theirs": THEIRS, "both": BOTH}
_MOST_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Files:
    """What both copies began with, the two copies, and the workbook to write."""

    base: str
    mine: str
    theirs: str
    out: Path


@dataclass(frozen=True, slots=True)
class Wished:
    """What decides where both changed the same: a side, and by number a choice or other words."""

    side: Side = None
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def merge(files: Files, wished: Wished, world: Surroundings) -> Answer:
    """Make one workbook of two copies; where both changed the same, it is as was wished.

    While something is undecided nothing is written, and it says what is to be decided.

    Raises:
        FileError: if one cannot be opened, or the new one cannot be written.
    """
    if [files.base, files.mine, files.theirs].count(STANDARD) > 1:
        raise FileError(say("Standard input can be only one of the workbooks."))
    refuse_standard(files.out)
    refuse_existing(files.out, world.disk)
    base = _base(files.base, world)
    mine, theirs = (whole_source(it, world) for it in (files.mine, files.theirs))
    merging = Merging(base, mine, theirs)
    choices = _choices(wished, merging)
    conflicts = dict(enumerate(_conflicts(merging.conflicts, files)))
    open_ones = [it for it in conflicts if it not in choices]
    if open_ones:
        listed = "\n".join(conflicts[it] for it in open_ones)
        return Answer(listed, REFUSED, _undecided(len(open_ones)))
    done = merging.merged(choices)
    save_workbook(done.workbook, files.out, world.disk, None, replace_existing=False)
    came = [_came(files.mine, base, mine), _came(files.theirs, mine, done.workbook)]
    decided = [*_decided(choices, conflicts, done.refused)]
    written = say("“{name}” was written.", name=shown(files.out))
    told = (*came, "\n".join(done.renumbered), "\n".join(decided), written)
    return Answer("\n\n".join(filter(None, told)))


def _choices(wished: Wished, merging: Merging) -> dict[int, Choice]:
    """Return what was wished for each conflict, by its place.

    Raises:
        FileError: if something is wished that is not there, or cannot be.
    """
    many = len(merging.conflicts)
    side = _CHOICES[wished.side] if wished.side else None
    found = dict.fromkeys(range(many), side) if side else {}
    for entry in wished.choices:
        at, what = _numbered(entry, many)
        if what not in _CHOICES:
            raise FileError(say("“{entry}”: choose mine, theirs or both.", entry=entry))
        found[at] = _CHOICES[what]
    for entry in wished.words:
        at, own = _numbered(entry, many)
        if not merging.can_say(at, own):
            raise FileError(say("“{entry}”: these words cannot stand there.", entry=entry))
        found[at] = Choice("own", own)
    for at, choice in found.items():
        words = merging.conflicts[at].words
        if choice == BOTH and not (words and words.can_be_both):
            raise FileError(say("{number} cannot be both: choose one.", number=at + 1))
    return found


def _numbered(entry: str, many: int) -> tuple[int, str]:
    """Return the place of a conflict, and what is wished for it."""
    number, _, wish = entry.partition("=")
    is_number = number.isdecimal() and len(number) <= _MOST_DIGITS
    if not is_number or not 1 <= int(number) <= many:
        said = say("“{entry}”: there is no such number. {many} to be decided.", entry=entry,
                   many=count(many, "{number} thing is", "{number} things are"))  # fmt: skip
        raise FileError(said)
    return int(number) - 1, wish


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
    """Say each conflict: what was done in either copy, and if more can be chosen than one."""
    for number, it in enumerate(conflicts, 1):
        one = say("{number}. In “{name}”: {what}", number=number, name=_name(files.mine),
                  what=_what(it.mine))  # fmt: skip
        other = say("In “{name}”: {what}", name=_name(files.theirs), what=_what(it.theirs))
        also = _also(it)
        yield "\n   ".join((one, other, *((also,) if also else ())))


def _also(conflict: Conflict) -> str:
    if conflict.words is None:
        return "" if conflict.is_open else say("Only mine can stay.")
    if conflict.words.can_be_both:
        return say("Both can be kept, or other words.")
    return say("Other words can stand there.")


def _what(sentences: tuple[str, ...]) -> str:
    return "; ".join(sentences) or say("it was there as it is")


def _decided(
    choices: Mapping[int, Choice], conflicts: Mapping[int, str], refused: frozenset[int]
) -> Iterator[str]:
    """Say what was decided where both changed the same."""
    if not conflicts:
        return
    kinds = {it.what for it in choices.values()}
    yield {
        frozenset({"mine"}): say("Where both changed the same, A was taken:"),
        frozenset({"theirs"}): say("Where both changed the same, B was taken:"),
    }.get(frozenset(kinds), say("Where both changed the same, it is as you chose:"))
    for number in sorted(refused):
        yield say("But {number} stays as in A: it cannot stand beside the rest.", number=number + 1)
    yield from conflicts.values()


def _undecided(number: int) -> str:
    many = count(number, "{number} thing is", "{number} things are")
    return say("{many} to be decided, so nothing was written. --mine takes A, --theirs takes B,"
               " --choose 1=theirs (mine, both) decides one, --words 1=… says it anew.",
               many=many)  # fmt: skip


def _name(file: str) -> str:
    return file if file == STANDARD else shown(Path(file))

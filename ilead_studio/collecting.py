"""The command ``collect``: fills cycles with what forms say that came back."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from ilead_studio.commands import Answer
from ilead_studio.edits.returned import take_back
from ilead_studio.errors import StudioError, TooNew
from ilead_studio.exchange.returned import LARGEST, read_all
from ilead_studio.model import Workbook
from ilead_studio.rules.returned import Looked, looked_at
from ilead_studio.rules.returned_words import entry_words, taken_words
from ilead_studio.storage.backups import keep_replaced
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import open_workbook, read_bytes, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import say

DONE, SOMETHING_LEFT = 0, 1
"""Exit codes: all that was written is taken, or something was left out."""


def collect(file: Path, returned: Sequence[Path], dry_run: bool, world: Surroundings) -> Answer:
    """Read forms, fill their cycles and save; with ``dry_run`` only tell.

    What differs from words that are there already is never taken, only told.

    Raises:
        StudioError: if the workbook cannot be read or written, or no form can be read.
    """
    opened = open_workbook(file, world.disk, world.places.state)
    if opened.read_only and not dry_run:
        raise TooNew(opened.notice)
    forms, refusals = read_all(
        (shown(it), partial(read_bytes, it, LARGEST, world.disk)) for it in returned
    )
    if not forms:
        raise StudioError(" ".join(refusals))
    now = world.clock()
    looked = looked_at(opened.workbook, forms, now.date())
    made, taken, lines = _take(opened.workbook, looked, world)
    if taken and not dry_run:
        keep_replaced(world.places.state, file, world.disk)
        save_workbook(made, file, world.disk, opened.stamp, replace_existing=False)
    end = _end(taken, shown(file), dry_run=dry_run)
    left = any(len(it.ticked) < len(it.entries) or not it.entries for it in looked)
    is_whole = not (refusals or left or len(taken) < len(looked))
    told = "\n".join([*refusals, *lines, end])
    return Answer(told, DONE if is_whole else SOMETHING_LEFT)


def _take(
    workbook: Workbook, looked: Sequence[Looked], world: Surroundings
) -> tuple[Workbook, list[tuple[Looked, frozenset[str]]], list[str]]:
    """Take one form after the other; one that cannot be taken is told and left out."""
    taken: list[tuple[Looked, frozenset[str]]] = []
    lines: list[str] = []
    for it in looked:
        lines += _lines(it)
        if not it.ticked:
            continue
        try:
            workbook = take_back(workbook, [(it, it.ticked)], world.clock(), world.ids)
        except StudioError as error:
            lines.append(f"  {error}")
        else:
            taken.append((it, it.ticked))
    return workbook, taken, lines


def _lines(it: Looked) -> Iterator[str]:
    yield say("{title} ({file})", title=it.title, file=it.form.file)
    yield from (f"  {sentence}" for sentence in it.told)
    for entry in it.entries:
        words = entry_words(entry)
        yield f"  {words}" if entry.is_ticked else say("  Left out: {words}", words=words)


def _end(taken: Sequence[tuple[Looked, frozenset[str]]], name: str, *, dry_run: bool) -> str:
    if not taken:
        return say("Nothing is taken.")
    words = taken_words(taken)
    if dry_run:
        return say("{words} can be taken. Nothing was written.", words=words)
    return say("{words} are in “{name}” now.", words=words, name=name)

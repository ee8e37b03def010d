"""The command ``remove-names``: a copy of a workbook without names of people."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ilead_studio.commands import Answer, refuse_standard, whole_source
from ilead_studio.errors import StudioError
from ilead_studio.rules.name_hits import (
    Hit,
    look_through,
    name_hits,
    removed_words,
    times,
    without_names,
)
from ilead_studio.rules.people import folded_name
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import refuse_existing, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import say

_NUMBERS: Final = re.compile(r"(\d{1,6})(?:[-–](\d{1,6}))?")
_IS: Final = "="
"""Between a name and what is to stand in its place."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says about names: ``also`` these, ``instead`` "Maria Lopez=Attendance lead".

    ``leave`` and ``take`` are numbers of hits as they are listed: "3,5-7".
    """

    also: Sequence[str] = ()
    instead: Sequence[str] = ()
    leave: str = ""
    take: str = ""
    dry_run: bool = False


def remove_names(file: str, out: Path, wish: Wish, world: Surroundings) -> Answer:
    """Write a workbook without names into a new file; say what was taken out, and what stays.

    Raises:
        FileError: if it cannot be opened, or the new one cannot be written.
        StudioError: if what is wished for names nothing.
    """
    refuse_standard(out)
    refuse_existing(out, world.disk)
    workbook = whole_source(file, world)
    hits = name_hits(workbook, wish.also)
    chosen = _chosen(hits, wish)
    told = "\n".join((*_told(hits, chosen), *_nowhere(hits, wish.also)))
    if wish.dry_run:
        return Answer(told)
    made = without_names(workbook, chosen)
    save_workbook(made, out, world.disk, None, replace_existing=False)
    replaced = times(chosen)
    done = removed_words(replaced, times(hits) - replaced)
    written = say("“{name}” was written; the other file is as it was.", name=shown(out))
    return Answer(f"{told}\n{done} {written}")


def _chosen(hits: Sequence[Hit], wish: Wish) -> dict[Hit, str]:
    """Return what is replaced, and by what."""
    leave, take = _numbers(wish.leave, len(hits)), _numbers(wish.take, len(hits))
    instead = _instead(hits, wish.instead)
    return {
        it: instead.get(it.who.called, it.who.instead)
        for number, it in enumerate(hits, 1)
        if number not in leave and (it.is_likely or number in take)
    }


def _instead(hits: Sequence[Hit], asked: Sequence[str]) -> Mapping[str, str]:
    """Return the words for each person for whom somebody told some.

    Raises:
        StudioError: if one of them is nobody who was found.
    """
    known = {name: it.who.called for it in hits for name in it.who.names}
    found: dict[str, str] = {}
    for one in asked:
        name, _, words = one.partition(_IS)
        called = known.get(folded_name(name))
        if called is None or not words.strip():
            raise StudioError(say("“{asked}” names nobody who was found, or no words for it; write"
                                  " NAME=WORDS.", asked=one))  # fmt: skip
        found[called] = " ".join(words.split())
    return found


def _numbers(asked: str, most: int) -> Collection[int]:
    """Read "3,5-7".

    Raises:
        StudioError: if it is something else, or there are not that many hits.
    """
    found: set[int] = set()
    for one in filter(None, asked.replace(" ", "").split(",")):
        match = _NUMBERS.fullmatch(one)
        first = int(match[1]) if match else 0
        last = int(match[2] or first) if match else 0
        if not 1 <= first <= last <= most:
            raise StudioError(say("“{asked}” is no number of the list, which goes from 1 to {most}."
                                  " Write 3,5-7.", asked=one, most=most))  # fmt: skip
        found.update(range(first, last + 1))
    return found


def _told(hits: Sequence[Hit], chosen: Mapping[Hit, str]) -> Iterator[str]:
    if not hits:
        yield say("No name was found.")
    numbered = list(enumerate(hits, 1))
    if chosen:
        yield say("Taken out; --leave NUMBER leaves one:")
    for number, it in numbered:
        if it in chosen:
            yield say("  {number}: {words} → {instead} ({where})", instead=chosen[it],
                      **_words(number, it))  # fmt: skip
    if len(chosen) < len(hits):
        yield say("Left as they are; --take NUMBER takes one out:")
    for number, it in numbered:
        if it not in chosen:
            yield say("  {number}: {words} ({where})", **_words(number, it))
    yield look_through() + " " + say("--also NAME does.")


def _nowhere(hits: Sequence[Hit], also: Sequence[str]) -> Iterator[str]:
    """Say which names that somebody told stand nowhere."""
    known = {name for it in hits for name in (*it.who.names, *it.who.parts)}
    for name in also:
        if folded_name(name) not in known:
            yield say("“{name}” stands nowhere.", name=name)


def _words(number: int, it: Hit) -> dict[str, object]:
    words = f"{it.before}“{it.found}”{it.after}"
    return {"number": number, "words": words, "where": it.where}

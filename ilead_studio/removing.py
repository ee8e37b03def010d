"""The command ``remove-names``: a copy of a workbook without names of people."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ilead_studio.commands import Answer, whole_source
from ilead_studio.rules.redacted import Nameless, without_names
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import refuse_existing, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.words import count, say


def remove_names(
    file: str, out: Path, also: Sequence[str], dry_run: bool, world: Surroundings
) -> Answer:
    """Write a workbook without names into a new file; say what was taken out, and what to look at.

    Raises:
        FileError: if it cannot be opened, or the new one cannot be written.
    """
    refuse_existing(out, world.disk)
    made = without_names(whole_source(file, world), also)
    told = "\n".join(_told(made))
    if dry_run:
        return Answer(told)
    save_workbook(made.workbook, out, world.disk, None, replace_existing=False)
    written = say("“{name}” was written; the other file is as it was.", name=shown(out))
    return Answer(f"{told}\n{written}")


def _told(made: Nameless) -> Iterator[str]:
    yield say("Taken out:") if made.instead else say("No name was found.")
    for name, instead in made.instead.items():
        line = {"instead": instead, "name": name, "places": _places(made.times, name)}
        yield say("  {instead}: {name} ({places})", **line)
    if made.doubtful:
        yield say("Look at these: they are no parties and no roles of the workbook. --also NAME"
                  " takes a name out.")  # fmt: skip
    for name in made.doubtful:
        yield say("  {name} ({places})", name=name, places=_places(made.doubtful, name))
    yield say("A bare name in a text cannot be told from other words: look the copy through.")


def _places(times: Mapping[str, int], name: str) -> str:
    return count(times[name], "{number} place", "{number} places")

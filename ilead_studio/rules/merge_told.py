"""A merge as somebody reads it who decides it: what is to be chosen, and what joins by itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ilead_studio.model import Workbook
from ilead_studio.rules.change_lines import SORTS, Line, Sort
from ilead_studio.rules.changed import compared, lines_of, sections, sort_words
from ilead_studio.rules.looking_back import SIGNS, WalkRow
from ilead_studio.rules.merge_words import Choice
from ilead_studio.rules.merging import Conflict
from ilead_studio.words import count, say, short

JOINED: Final = "joined "
"""Before the sort of changes, in the key of a row of what joins by itself."""
_LONGEST: Final = 60


class Joined(NamedTuple):
    """What joins by itself: their lines, and mine."""

    theirs: tuple[Line, ...]
    mine: tuple[Line, ...]

    @property
    def number(self) -> int:
        """How many changes these are."""
        return len(self.theirs) + len(self.mine)


def joined(
    conflicts: Sequence[Conflict], base: Workbook, mine: Workbook, merged: Workbook
) -> Joined:
    """Return what joins by itself; where nobody knows what both began with, only what comes."""
    was, here, now = (compared(it, "file") for it in (base, mine, merged))
    own = () if base == Workbook() else lines_of(sections(was, here))
    clash = {(it.key, it.field) for conflict in conflicts for it in conflict.changes}
    free = (it for it in own if clash.isdisjoint((one.key, one.field) for one in it.changes))
    return Joined(_told(lines_of(sections(here, now))), _told(free))


def _told(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(it for it in lines if it.sort != "behind")


def title_words(many: int) -> str:
    """Say how much is to be chosen: "3 to choose"."""
    if not many:
        return say("Nothing to choose")
    return count(many, "{number} to choose", "{number} to choose")


def about_words(conflict: Conflict) -> str:
    """Say what a conflict is about: "C4 First visit by a principal…"."""
    ref, words = conflict.about
    if conflict.words is not None and conflict.words.is_item:
        words = conflict.words.was
    return " ".join(filter(None, (ref, short(words, _LONGEST))))


def head_words(conflict: Conflict) -> str:
    """Say over a conflict what it is."""
    about = about_words(conflict)
    if conflict.words is not None:
        return say("{about}: the words differ", about=about)
    return say("{about}: both changed it", about=about)


def choice_words(choice: Choice) -> str:
    """Say what was chosen."""
    return {
        "mine": say("kept yours"), "theirs": say("took theirs"), "both": say("kept both"),
        "own": say("own words"),
    }[choice.what]  # fmt: skip


def merge_rows(
    conflicts: Sequence[Conflict], choices: Mapping[int, Choice], known: Joined | None
) -> tuple[WalkRow, ...]:
    """Return the rows: what is to be chosen, then what joins by itself by what it is."""
    rows = [_conflict_row(at, it, choices.get(at)) for at, it in enumerate(conflicts)]
    if known is None:
        return tuple(rows)
    return (*rows, WalkRow(say("Joined by themselves"), number=known.number), *_joined_rows(known))


def _conflict_row(at: int, conflict: Conflict, choice: Choice | None) -> WalkRow:
    what = say("words: both changed") if conflict.words else say("both changed it")
    if not conflict.is_open:
        what = say("yours stays")
    detail = choice_words(choice) if choice else what
    sign = "circle-check" if choice else "circle-dashed"
    return WalkRow(about_words(conflict), detail, sign=sign, key=str(at))


def _joined_rows(known: Joined) -> Iterator[WalkRow]:
    for sort in SORTS:
        theirs, mine = (_of(it, sort) for it in known)
        if theirs or mine:
            words = say("{sort}: {number}", sort=sort_words(sort), number=len(theirs) + len(mine))
            yield WalkRow(words, _sides(len(theirs), len(mine)), sign=SIGNS[sort],
                          key=f"{JOINED}{sort}")  # fmt: skip


def _of(lines: Sequence[Line], sort: Sort) -> list[Line]:
    return [it for it in lines if it.sort == sort]


def _sides(theirs: int, mine: int) -> str:
    if not mine:
        return say("from the other side")
    if not theirs:
        return say("from you")
    return say("{theirs} theirs, {mine} yours", theirs=theirs, mine=mine)


def joined_words(known: Joined, key: str) -> str:
    """Say every change of a row of what joins by itself; with an empty key all that comes."""
    sort = key.removeprefix(JOINED)
    parts = ((say("From the other side"), known.theirs), (say("From you"), known.mine))
    told = list[str]()
    for name, lines in parts:
        here = [it.sentence for it in lines if not key or it.sort == sort]
        if here and (key or lines is known.theirs):
            told += [name, *(f"  {it}" for it in here)]
    return "\n".join(told) or say("Nothing comes that is not here already.")

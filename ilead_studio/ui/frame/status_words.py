"""The words of the status line and of the line of keys."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Cause, Fishbone, Idea
from ilead_studio.model.stretch import stretch
from ilead_studio.rules.cause_count import is_counted
from ilead_studio.rules.days import hour_words
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import Newest, kept_by_identity
from ilead_studio.rules.outline import Role
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.reasons import WAYS
from ilead_studio.ui.files.only_read import shown_as_only_read
from ilead_studio.ui.files.saving import Saving
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say

Kept = Literal["", "kept", "typed", "refused"]
"""Whether recovery holds what no file holds yet: nothing asked of it, yes (or only words that are
being typed), or the disk refuses."""


def safety(work: Work, saving: Saving, kept: Kept = "") -> tuple[str, str, str]:
    """Say what is safe: an icon, the role of its colour, and the words."""
    if saving.is_slow:
        return "alert-triangle", "warn", say("The drive does not answer yet: still kept here")
    if saving.is_under_way:
        return "device-floppy", "ink_soft", say("Saving…")
    if work.read_only:
        return "lock", "warn", shown_as_only_read(work)
    if not work.session.is_saved or kept in ("typed", "refused"):
        return _unsaved(work, kept, saving.was_refused)
    if saving.saved_at:
        time = hour_words(saving.saved_at)
        return "circle-check", "good", say("Saved {time}", time=time)
    if work.path:
        return "circle-check", "good", say("Saved")
    return "pencil", "ink_soft", say("New workbook")


def _unsaved(work: Work, kept: Kept, was_refused: bool) -> tuple[str, str, str]:
    """Say where the words are that no file holds yet."""
    if kept == "refused":
        return "alert-triangle", "warn", say("Kept nowhere but here: save it now")
    if kept and was_refused:
        return "history", "warn", say("Cannot write to the drive: still kept here")
    if kept and work.path:
        return "history", "ink_soft", say("Kept in recovery, not yet in the file")
    if kept:
        return "history", "ink_soft", say("Kept in recovery, not saved yet")
    if work.path:
        return "pencil", "ink_soft", say("Changed since it was saved")
    return "pencil", "ink_soft", say("Not saved yet")


@kept_by_identity
def _parked(ideas: tuple[Idea, ...]) -> int:
    return sum(idea.state == "parked" for idea in ideas)


def counts(work: Work) -> str:
    """Say how much is on the page and what waits: "25 causes, 8 still hunches · 1 parked"."""
    waits = _parked(work.workbook.ideas)
    parked = say("{number} parked", number=waits) if waits else ""
    return " · ".join(part for part in (_on_the_page(work), parked) if part)


def _on_the_page(work: Work) -> str:
    """Say how much is on the page, or how much of it is in full."""
    page = work.page
    if page is None:
        return ""
    if part := work.sight.words(work.workbook, page, work.faded):
        return part
    kin = family(work.workbook, page)
    if isinstance(page, Fishbone):
        return _causes(page)
    drivers = count(len(page.drivers), "{number} driver", "{number} drivers")
    others = len(kin.items) - len(page.drivers)
    ideas = count(others, "{number} change idea", "{number} change ideas")
    return say("{drivers}, {ideas}", drivers=drivers, ideas=ideas)


def _causes(page: Fishbone) -> str:
    """Count the causes, each with its linked copies once; bones are headings."""
    tally = _tally(page)
    words = count(tally["causes"], "{number} cause", "{number} causes")
    if tally["hunches"]:
        more = count(tally["hunches"], "{number} still a hunch", "{number} still hunches")
        words = say("{causes}, {hunches}", causes=words, hunches=more)
    if tally["roots"]:
        roots = count(tally["roots"], "{number} root cause", "{number} root causes")
        words = f"{words} · {roots}"
    return words


class _Tally(NamedTuple):
    """What was counted, and among which causes."""

    causes: tuple[Cause, ...]
    numbers: Counter[str]


_newest: Final = Newest[_Tally]()


def _tally(page: Fishbone) -> Counter[str]:
    """Count what is known of the causes; after a step only those that it touched are read."""
    last = _newest.about(page.id) or _Tally((), Counter())
    differ = stretch(last.causes, page.causes)
    numbers = last.numbers.copy()
    numbers.subtract(_kinds(last.causes[differ.start : differ.old], page.id))
    numbers.update(_kinds(page.causes[differ.start : differ.new], page.id))
    return _newest.keep(page.id, _Tally(page.causes, numbers)).numbers


def _kinds(causes: tuple[Cause, ...], page_id: str) -> Iterator[str]:
    for cause in causes:
        if is_counted(cause, page_id):
            yield "causes"
            if cause.evidence == "hunch":
                yield "hunches"
            if cause.root:
                yield "roots"


def invitation(work: Work) -> str:
    """Say what to do next on an empty page; empty when there is something on it."""
    if len(work.rows) != 1 or work.rows[0].text:
        return ""
    if work.is_fishbone:
        return say("Type what happens, in one sentence, then press Tab and ask why.")
    return say("Type the aim: how much, by when, for whom. Then press Tab for what drives it.")


def hints(work: Work, keys: KeyMap, *, typing: bool) -> tuple[str, ...]:
    """Name the keys that help now, the most helpful first."""
    if work.page is None:
        offers = (
            ("fishbone", say("fishbone")), ("theory", say("driver diagram")), ("undo", say("undo")),
        )  # fmt: skip
        return tuple(filter(None, (_hint(keys, name, words) for name, words in offers)))
    below = say("Tab  why?") if work.is_fishbone else say("Tab  next level")
    if typing:
        parts = [say("Enter  next"), below, say("Shift+Tab  one level up"), say("Esc  give up")]
        if work.slot and work.slot.kind != "cause":
            parts.insert(3, _hint(keys, "idea", say("driver or change idea")))
        return tuple(filter(None, parts))
    first = say("Type: next cause") if work.is_fishbone else say("Type: next driver or idea")
    rows = work.rows
    if rows and not rows[0].text and work.item_id == rows[0].id:
        first = say("Type what happens") if work.is_fishbone else say("Type the aim")
    moves = "" if keys.changes.intersection(WAYS) else say("Alt+arrows  move")
    parts = [first, say("Enter  next"), below, _hint(keys, "edit", say("edit")), moves]
    own = ("root", say("root")) if work.is_fishbone else ("link", say("link"))
    if not work.is_fishbone or _is_cause(work):
        parts.append(_hint(keys, *own))
    return tuple(filter(None, parts))


def _is_cause(work: Work) -> bool:
    """Tell whether a cause is selected, which can be judged; a bone is a heading."""
    row = next((row for row in work.rows if row.id == work.item_id), None)
    return row is not None and row.role in (Role.CAUSE, Role.WHY)


def _hint(keys: KeyMap, name: str, words: str) -> str:
    """Say which key does something; empty when somebody took its key away."""
    key = keys.words(name)
    return f"{key}  {words}" if key else ""

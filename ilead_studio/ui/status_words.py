"""The words of the status line and of the line of keys."""

from datetime import datetime

from ilead_studio.model import Fishbone
from ilead_studio.rules.family import family
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say


def safety(work: Work, saved_at: datetime | None) -> tuple[str, str, str]:
    """Say what is safe: an icon, the role of its colour, and the words."""
    if work.read_only:
        return "lock", "warn", say("Can only be read here")
    if not work.session.is_saved:
        if work.path:
            return "pencil", "ink_soft", say("Changed since it was saved")
        return "pencil", "ink_soft", say("Not saved yet")
    if saved_at:
        return "circle-check", "good", say("Saved {time}", time=f"{saved_at:%H:%M}")
    if work.path:
        return "circle-check", "good", say("Saved")
    return "pencil", "ink_soft", say("New workbook")


def counts(work: Work) -> str:
    """Say how much is on the page: "26 causes on 6 bones"."""
    page = work.page
    if page is None:
        return ""
    kin = family(work.workbook, page)
    if isinstance(page, Fishbone):
        first = len(kin.stands.get(page.id, ()))
        bones = count(first, "{number} bone", "{number} bones")
        causes = count(len(kin.items) - first, "{number} cause", "{number} causes")
        return say("{causes} on {bones}", causes=causes, bones=bones)
    drivers = count(len(page.drivers), "{number} driver", "{number} drivers")
    others = len(kin.items) - len(page.drivers)
    ideas = count(others, "{number} change idea", "{number} change ideas")
    return say("{drivers}, {ideas}", drivers=drivers, ideas=ideas)


def invitation(work: Work) -> str:
    """Say what to do next on an empty page; empty when there is something on it."""
    if len(work.rows) != 1 or work.rows[0].text:
        return ""
    if work.is_fishbone:
        return say("Type what happens, in one sentence, then press Tab and ask why.")
    return say("Type the aim: how much, by when, for whom. Then press Tab for what drives it.")


def hints(work: Work, *, typing: bool) -> tuple[str, ...]:
    """Name the keys that help now, the most helpful first."""
    if work.page is None:
        return (say("Ctrl+2  fishbone"), say("Ctrl+3  driver diagram"), say("Ctrl+Z  undo"))
    below = say("Tab  why?") if work.is_fishbone else say("Tab  next level")
    if typing:
        parts = [say("Enter  next"), below, say("Shift+Tab  one level up"), say("Esc  give up")]
        if work.slot and work.slot.kind != "cause":
            parts.insert(3, say("Ctrl+I  driver or change idea"))
        return tuple(parts)
    first = say("Type: next cause") if work.is_fishbone else say("Type: next driver or idea")
    rows = work.rows
    if rows and not rows[0].text and work.item_id == rows[0].id:
        first = say("Type what happens") if work.is_fishbone else say("Type the aim")
    parts = [first, say("Enter  next"), below, say("F2  edit"), say("Alt+arrows  move")]
    if not work.is_fishbone:
        parts.append(say("Ctrl+L  link"))
    return tuple(parts)

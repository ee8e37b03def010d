"""Predictions are frozen when Do begins: what may never change after that.

The words of the questions, the predictions with their reasons and the time stamp stay as they are;
amendments are only added (method, section 7). What people voted stays so once it is revealed, and a
snapshot is history from the beginning.
"""

from ilead_studio.model import Cycle, Snapshot, Vote, Workbook


def frozen(cycle: Cycle) -> tuple[object, ...] | None:
    """Return what is frozen of a cycle; None as long as Do has not begun."""
    if cycle.began is None:
        return None
    return (
        cycle.began,
        tuple((it.id, it.text, it.prediction, it.reason) for it in cycle.questions),
    )


def is_thawed(was: Cycle, now: Cycle) -> bool:
    """Tell whether a cycle says otherwise what had been frozen."""
    if was is now or was.began is None:
        return False
    kept = now.amendments[: len(was.amendments)] == was.amendments
    return frozen(was) != frozen(now) or not kept


def thawed(was: Workbook, now: Workbook) -> Cycle | None:
    """Return the first cycle whose frozen words differ in a later workbook; None if none do.

    A cycle that is no longer there has been deleted, and is no lie.
    """
    if was.cycles is now.cycles:
        return None
    later = {cycle.id: cycle for cycle in now.cycles}
    return next((it for it in was.cycles if is_thawed(it, later.get(it.id, it))), None)


def recounted(was: Workbook, now: Workbook) -> Vote | None:
    """Return the first revealed vote that differs in a later workbook; None if none does."""
    if was.votes is now.votes:
        return None
    later = {vote.id: vote for vote in now.votes}
    over = (it for it in was.votes if it.revealed)
    return next((it for it in over if _counts(it) != _counts(later.get(it.id, it))), None)


def _counts(vote: Vote) -> tuple[object, ...]:
    """Return what is kept of a vote: what was chosen from, in which words, and all ballots."""
    chosen = tuple((it.number, it.text) for it in vote.candidates)
    return vote.revealed, vote.ballots, chosen, vote.people, vote.each, vote.most


def altered(was: Workbook, now: Workbook) -> Snapshot | None:
    """Return the first snapshot that says something else of the past than before; None if none.

    Its name and why it was taken may be said better; one that is no longer there was deleted.
    """
    if was.snapshots is now.snapshots:
        return None
    later = {it.id: it for it in now.snapshots}
    return next((it for it in was.snapshots if _is_altered(it, later.get(it.id, it))), None)


def _is_altered(was: Snapshot, now: Snapshot) -> bool:
    return was is not now and (was.day != now.day or was.was != now.was)

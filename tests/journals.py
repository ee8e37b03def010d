"""A journal for tests: a workbook that grows step by step, kept, and found again."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import Base, Journal, State
from ilead_studio.storage.recovery import Findings, find

WHEN = datetime(2026, 11, 24, 16, 42, 7, tzinfo=UTC)
SAVED = both()
BASE = Base(SAVED, encode(SAVED), Path("/work shop/Ünit.ilead"))


def grown() -> tuple[Workbook, ...]:
    """Return the saved workbook and what it became, step by step."""
    first = edits.rename_workbook(SAVED, "Later")
    second = edits.add(first, "cause", key("snow"), "Snow falls", key("home"), None)
    third = edits.delete(second, [key("snow")])
    return SAVED, first, second, third, edits.rename_workbook(third, "")


def state(workbook: Workbook, base: Base = BASE) -> State:
    """Return a workbook as the window hands it over."""
    return State(base, workbook, WHEN)


def kept(folder: Path, disk: Disk | None = None) -> Journal:
    """Write a journal of all steps, let go as a crash would; returns it."""
    journal = Journal(folder, disk or Disk())
    for _, after in pairwise(grown()):
        journal.keep(state(after))
    journal.let_go()
    return journal


def looked(folder: Path) -> Findings:
    """Find what is there and let it go again."""
    findings = find(folder, Disk())
    for it in findings.found:
        it.release()
    return findings

"""Measurements against the gates of the plan for quality: ``pytest tests/benchmarks``.

They are no part of the ordinary tests. Machines differ and are busy, so a gate is a ratio to a
yardstick that is timed in the same run wherever there is one; the table is printed at the end.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "drawing"))  # the pages that people make

_ROWS = pytest.StashKey[list["Row"]]()


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, its gate, and what it was compared with."""

    what: str
    value: float
    gate: float
    unit: str
    beside: str

    @property
    def holds(self) -> bool:
        """Whether the gate was met."""
        return self.value <= self.gate


class Table:
    """Takes measurements; one that misses its gate fails the test."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def add(self, what: str, value: float, gate: float, unit: str, beside: str = "") -> None:
        """Write a measurement down; ``unit`` is "ms" or "×" a yardstick, named in ``beside``."""
        row = Row(what, value, gate, unit, beside)
        self._rows.append(row)
        assert row.holds, f"{what}: {value:.1f} {unit}, not {gate:g}"


def pytest_configure(config: pytest.Config) -> None:
    """Make room for the table."""
    config.stash[_ROWS] = []


@pytest.fixture
def table(pytestconfig: pytest.Config) -> Table:
    """Return the table of this run."""
    return Table(pytestconfig.stash[_ROWS])


@pytest.fixture
def quiet() -> Iterator[None]:
    """Collect garbage as the window does: not by itself."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def times(step: Callable[[], object], count: int) -> list[float]:
    """Return the processor's milliseconds of each of several runs, the quickest first."""
    taken = []
    for _ in range(count):
        begin = process_time()
        step()
        taken.append((process_time() - begin) * 1e3)
    return sorted(taken)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    rows = terminalreporter.config.stash.get(_ROWS, [])
    if not rows:
        return
    wide = max(len(row.what) for row in rows)
    terminalreporter.section("speed")
    for row in rows:
        sign = "ok" if row.holds else "MISSED"
        line = f"{row.what:{wide}}  {row.value:8.1f} {row.unit:2}  gate {row.gate:6g}  {sign:6}"
        terminalreporter.write_line(f"{line}  {row.beside}".rstrip())

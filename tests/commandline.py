"""The command line as a test types it."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilead_studio.cli import main
from ilead_studio.model import new_ids
from ilead_studio.places import find_places
from ilead_studio.storage.disk import Disk
from ilead_studio.surroundings import Surroundings


def still_world(home: Path, disk: Disk | None = None) -> Surroundings:
    """Return a world in which it is always noon and every run gives the same ids."""
    return Surroundings(
        clock=lambda: datetime(2026, 3, 2, 12, tzinfo=UTC),
        ids=new_ids(1),
        disk=disk or Disk(),
        places=find_places({"ILEAD_STUDIO_HOME": str(home)}),
    )


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code, and the two streams."""

    code: int
    out: str
    err: str

    def assert_refused(self, *words: str) -> None:
        """One line on standard error, nothing else, exit 2, no machinery."""
        self._assert_said(2, words)

    def assert_failed(self, *words: str) -> None:
        """The same for a fault of the program itself: exit 70."""
        self._assert_said(70, words)

    def _assert_said(self, code: int, words: tuple[str, ...]) -> None:
        assert self.code == code
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        for machinery in ("Traceback", "Error", "Errno", "pydantic", "usage:"):
            assert machinery not in self.err
        for word in words:
            assert word in self.err


class CommandLine:
    """Types commands in one folder."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._capsys = home, capsys

    def __call__(self, *words: object, disk: Disk | None = None) -> Said:
        self._capsys.readouterr()
        code = main([str(word) for word in words], still_world(self.home, disk))
        streams = self._capsys.readouterr()
        return Said(code, streams.out, streams.err)


class Input:
    """Standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

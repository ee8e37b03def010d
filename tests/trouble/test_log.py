"""The log: bounded, quiet, and no reason for anything else to fail."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilead_studio.trouble.log import MOST_BYTES, FaultLog, add

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> FaultLog:
    return FaultLog(tmp_path / "logs" / "studio.log", lambda: NOW)


def words(log: FaultLog) -> str:
    return log.file.read_text(encoding="utf-8")


def test_a_fault_is_noted_in_full_once_and_then_counted(log: FaultLog) -> None:
    assert [log.note(KeyError()) for _ in range(250)] == [True] + [False] * 249
    assert words(log).count("iLEAD Studio") == 3
    assert [it for it in words(log).splitlines() if "times" in it] == [
        "10 times: KeyError",
        "100 times: KeyError",
    ]


def test_where_it_happened_stands_over_it(log: FaultLog) -> None:
    log.note(KeyError(), "thread recovery")
    assert words(log).splitlines()[1:] == ["thread recovery", "KeyError", ""]


def test_faults_of_ever_new_kinds_fill_neither_the_memory_nor_the_disk(log: FaultLog) -> None:
    for number in range(5_000):
        log.note_words(f"Qt warning {number} " + "x" * 900)
    assert len(log._times) < 1_100
    files = [*log.file.parent.iterdir()]
    assert len(files) <= 3
    assert sum(file.stat().st_size for file in files) <= 3 * MOST_BYTES


def test_full_logs_go_beside_it_and_the_oldest_goes(tmp_path: Path) -> None:
    log = tmp_path / "studio.log"
    for number in range(6):
        add(log, (f"{number} " + "x" * (MOST_BYTES - 100),))
    kept = {file.name: file.read_text()[0] for file in tmp_path.iterdir()}
    assert kept == {"studio.log": "5", "studio.log.1": "4", "studio.log.2": "3"}


def test_a_log_that_cannot_be_written_is_no_accident(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert not add(tmp_path / "logs" / "studio.log", ("words",))
    assert not add(tmp_path, ("words",))
    assert FaultLog(tmp_path, lambda: NOW).note(KeyError())
    assert capsys.readouterr() == ("", "")


def test_letters_that_no_file_takes_are_no_accident(log: FaultLog) -> None:
    assert not log.add(("\ud800",))
    assert log.add(("ü",))

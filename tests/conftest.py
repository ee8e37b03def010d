"""What holds for every test: no screen, nobody's settings, examples that can be repeated."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything can load Qt

from pathlib import Path

import pytest
from commandline import CommandLine
from hypothesis import HealthCheck, settings

settings.register_profile(
    "studio",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("studio")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Redirect settings and data to a fresh folder; returns it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ILEAD_STUDIO_HOME", str(folder))
    return folder


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Type commands; see ``commandline.CommandLine``."""
    return CommandLine(home, capsys)

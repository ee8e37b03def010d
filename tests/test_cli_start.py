"""What a command loads, how its streams behave: seen from outside, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

ROOT = Path(__file__).parent.parent
SAY_LOADED = """
import sys
from ilead_studio.cli import main
code = main(sys.argv[1:])
sys.stderr.write(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
sys.exit(code)
"""


def python(*words: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environ,
        capture_output=True,
        check=False,
    )


def loaded(folder: Path, *words: str) -> set[str]:
    """Name the top-level modules that a command loads."""
    done = python("-c", SAY_LOADED, *words, folder=folder)
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.decode().split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_almost_nothing(tmp_path: Path, option: str) -> None:
    heavy = {"pydantic", "PySide6", "networkx", "reportlab", "platformdirs", "json"}
    assert loaded(tmp_path, option).isdisjoint(heavy)


def test_import_check_and_export_never_load_qt(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Absence\n  Buses\n")
    for words in (
        ("import", "notes.txt", "plan.ilead", "--as", "fishbone"),
        ("check", "plan.ilead"),
        ("export", "plan.ilead", "plan.svg"),
        ("export", "plan.ilead", "plan.pdf"),
    ):
        assert loaded(tmp_path, *words).isdisjoint({"PySide6", "shiboken6"})
    assert (tmp_path / "plan.pdf").exists()


def test_what_is_said_is_utf8_in_any_locale(tmp_path: Path) -> None:
    done = python("-m", "ilead_studio", "check", "é.ilead", folder=tmp_path, LC_ALL="C",
                  PYTHONIOENCODING="ascii")  # fmt: skip
    assert done.returncode == 2
    assert "“é.ilead”".encode() in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX systems")
@pytest.mark.parametrize("words", [["new", "plan.ilead"], ["--help"]], ids=["new", "help"])
def test_a_reader_that_has_gone_is_no_accident(tmp_path: Path, words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        done = said_to(nobody, *words, folder=tmp_path)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_answer_that_finds_no_room_is_one_sentence(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = said_to(full, "--help", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"could not be written" in done.stderr


def said_to(stream: BinaryIO, *words: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose standard output is a stream of ours, buffered as usual."""
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return subprocess.run(
        [sys.executable, "-m", "ilead_studio", *words],
        cwd=folder,
        env=environ | {"PYTHONPATH": str(ROOT)},
        stdout=stream,
        stderr=subprocess.PIPE,
        check=False,
    )


@pytest.mark.parametrize("display", [{"QT_QPA_PLATFORM": "nowhere"}, {"DISPLAY": ":9999"}])
def test_a_display_that_does_not_answer_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, display: dict[str, str]
) -> None:
    if "DISPLAY" in display and sys.platform != "linux":
        pytest.skip("X is for Linux")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    done = python("-m", "ilead_studio", folder=tmp_path, **display)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"display" in done.stderr


def test_a_png_needs_neither_a_display_nor_a_place_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    environ = {"ILEAD_STUDIO_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "nowhere"}
    python("-m", "ilead_studio", "new", "plan.ilead", folder=tmp_path)
    done = python("-m", "ilead_studio", "export", "plan.ilead", "plan.png", folder=tmp_path,
                  **environ)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "plan.png").exists()


def test_a_png_asks_no_desktop_how_it_looks_and_prints_no_words_of_qt(tmp_path: Path) -> None:
    environ = {"ILEAD_STUDIO_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORMTHEME": "gtk3",
               "DISPLAY": ":9999"}  # fmt: skip
    python("-m", "ilead_studio", "new", "plan.ilead", folder=tmp_path)
    done = python("-m", "ilead_studio", "export", "plan.ilead", "plan.png", folder=tmp_path,
                  **environ)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "plan.png").exists()

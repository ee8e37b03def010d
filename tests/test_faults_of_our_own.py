"""The real program fails, or is stopped from below: calm words, a log that quotes nobody.

Nothing of it reaches the terminal.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SECRETS = ("Maria", "Absences", "Buses", str(HERE), str(Path.home()))


def program(home: Path, what: str) -> "subprocess.CompletedProcess[str]":
    """Run the program until it ends, whatever happens in it."""
    words = [sys.executable, str(HERE / "failing.py"), what]
    world = os.environ | {"ILEAD_STUDIO_HOME": str(home), "PYTHONPATH": str(HERE.parent)}
    return subprocess.run(words, env=world, capture_output=True, text=True, timeout=60, check=False)


def logged(home: Path) -> str:
    """Return the log; it quotes nobody and names nobody's folders."""
    words = (home / "ilead-studio.log").read_text(encoding="utf-8")
    assert not [it for it in SECRETS if it in words]
    return words


def test_faults_everywhere_are_one_calm_card_and_the_words_are_kept(home: Path) -> None:
    done = program(home, "faults")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "typing Buses",
        "card Something went wrong inside the program",
        "card Your work is safe: it is kept in recovery, and in this window.",
        "card You can go on. Look at what you did last: it may not have been done.",
        "card Where it happened is in the log, and nothing of what you wrote.",
        "card Open the log folder",
        "card Save now",
        "card Go on working",
    ]
    log = logged(home)
    for place in (
        "Picture.paintEvent",
        "Failing._fail_everywhere.<locals>.<lambda>",
        "thread own",
        "10 times: ValueError",
        "Qt warning, default, QFile::open",
    ):
        assert place in log
    assert not [*(home / "state" / "running").iterdir()]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
def test_the_start_after_a_fault_from_below_says_so_beside_what_was_typed(home: Path) -> None:
    stopped = program(home, "segv")
    assert (stopped.returncode, stopped.stderr) == (-signal.SIGSEGV, "")
    looked = program(home, "looks")
    assert (looked.returncode, looked.stderr) == (0, "")
    _, banner, offer = looked.stdout.splitlines()
    assert banner == (
        "banner The last time, the program was stopped by a fault of its own. Where it happened is"
        " in the log, and nothing of what you wrote. What was typed then and not saved is offered"
        " here."
    )
    assert offer.startswith("offer The program stopped today")
    assert "before “Untitled workbook” was ever saved." in offer
    assert "Segmentation fault" in logged(home)
    assert "_look" in logged(home)
    assert "banner" not in program(home, "looks").stdout


COMMAND = """
import os, signal, sys, threading
from ilead_studio import asked, cli

def fail():
    raise ValueError("Absences of Maria")

class Thrown:
    def __del__(self):
        fail()

def run(_asked, _world):
    thread = threading.Thread(target=fail, name="own")
    thread.start()
    thread.join()
    Thrown()
    if sys.argv[1:] == ["segv"]:
        os.kill(os.getpid(), signal.SIGSEGV)
    fail()

def fill(parser):
    parser.set_defaults(run=run)
    return ""

asked.COMMANDS["preview"] = (str, fill)
sys.exit(cli.main(["preview"]))
"""


def command(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the command line, as the window does for what is made beside it."""
    world = os.environ | {"ILEAD_STUDIO_HOME": str(home), "PYTHONPATH": str(HERE.parent)}
    return subprocess.run([sys.executable, "-c", COMMAND, *words], env=world, capture_output=True,
                          text=True, timeout=60, check=False)  # fmt: skip


def test_a_command_that_fails_says_one_sentence_and_the_log_says_where(home: Path) -> None:
    done = command(home)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (70, "", 1)
    assert done.stderr.startswith("The program met a fault of its own")
    for place in ("thread own\nValueError", "thrown away\nValueError", "__main__:19 run"):
        assert place in logged(home)
    assert not [*(home / "state" / "running").iterdir()]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
def test_a_command_that_is_stopped_from_below_is_in_the_log_of_the_next_one(home: Path) -> None:
    stopped = command(home, "segv")
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (-signal.SIGSEGV, "", "")
    command(home)
    assert "Stopped: preview\nFatal Python error: Segmentation fault" in logged(home)
    assert not [*(home / "state" / "running").iterdir()]

"""The command line: open, new, import, export, check, diff, merge, collect and others.

This module only understands what was asked; it loads nothing but the standard library and the
sentences until it knows. Whatever is refused is said in one line on standard error, exit code 2.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO
from unicodedata import category

from ilead_studio import VERSION
from ilead_studio.asked import COMMANDS, PROGRAM, Parser, refuse_mistyped
from ilead_studio.errors import NotOurs, StudioError
from ilead_studio.places import find_places
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.commands import Answer
    from ilead_studio.surroundings import Surroundings

REFUSED: Final = 2
FAULT: Final = 70
"""A fault of the program itself (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED: Final = 130
"""What a shell reports for a program that Ctrl+C ended."""
UNHEARD: Final = 141
"""What a shell reports for a program whose reader has gone."""
_LOADED: Final = 200_000
"""Objects that may be made before garbage is looked for: loading makes them, but no garbage."""

Run = Callable[[argparse.Namespace, "Surroundings"], "Answer | int"]


def main(argv: Sequence[str] | None = None, surroundings: "Surroundings | None" = None) -> int:
    """Do what the command line asks and return the exit code.

    0 is done, 1 that there is advice or that workbooks differ, 2 that it was refused, 70 that the
    program itself failed.
    """
    try:
        return _run(sys.argv[1:] if argv is None else list(argv), surroundings)
    except NotOurs as error:
        also = say("“ilead-studio import” makes a workbook of an outline as text.")
        return _refuse(f"{error} {also}")
    except StudioError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
        return UNHEARD
    except Exception as error:  # the last resort: a log for us, a sentence for the user
        _refuse(_logged(error, surroundings))
        return FAULT


def _run(words: list[str], surroundings: "Surroundings | None") -> int:
    _speak_utf8()
    gc.set_threshold(_LOADED)
    try:
        asked = _parser_for(words).parse_args(words)
    except SystemExit:  # --help and --version have said what they had to say
        _tell("")
        return 0
    run: Run = asked.run
    with _world(surroundings, words) as world:
        answer = run(asked, world)
    if isinstance(answer, int):
        return answer
    if answer.words:
        _tell(answer.words + "\n")
    return _refuse(answer.refusal) if answer.refusal else answer.code


@contextmanager
def _world(handed: "Surroundings | None", words: list[str]) -> Iterator["Surroundings"]:
    """Give the world to work in; a command's run in the real one is watched, a window sees to it.

    Children of the window are commands.
    """
    from ilead_studio.surroundings import real_surroundings

    world = handed or real_surroundings()
    if handed or not words or words[0] not in COMMANDS:
        yield world
        return
    from ilead_studio.trouble.watching import watching

    with watching(words[0], world):
        yield world


def _speak_utf8() -> None:
    """Let the streams take every letter; what reads a pipe (the window does) expects UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a window program may have none
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _parser_for(words: list[str]) -> Parser:
    """Return the parser of the command that the first word names; it takes that word too."""
    name = words[0] if words else ""
    if name not in COMMANDS:
        refuse_mistyped(words)
        return _window_parser()
    help_words, fill = COMMANDS[name]
    parser = Parser(prog=f"{PROGRAM} {name}", description=help_words(), allow_abbrev=False)
    parser.add_argument("command", choices=[name], help=argparse.SUPPRESS)
    parser.usage = f"{PROGRAM} {name}{fill(parser)}"
    return parser


def _window_parser() -> Parser:
    named = {name: help_words() for name, (help_words, _) in COMMANDS.items()}
    lines = [f"  {PROGRAM} {name:14}{words}" for name, words in named.items() if words]
    parser = Parser(
        prog=PROGRAM,
        description=say("The workbook of a partnership, from the problem to what was learned."),
        epilog=say("Further commands:") + "\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help=say("the workbook to open in the window")
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {VERSION}")
    parser.set_defaults(run=_window)
    return parser


def _window(asked: argparse.Namespace, surroundings: "Surroundings") -> int:
    from ilead_studio import commands

    return commands.open_window(asked.file, surroundings, os.environ)


def _tell(words: str) -> None:
    """Say something on standard output, and make sure that it arrives."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence(sys.stdout)
        raise StudioError(say("The answer could not be written; is the disk full?")) from error


def _refuse(sentence: str) -> int:
    """Say one line on standard error; a reader that has gone is no reason to fail again.

    What was typed and is said again can hold no command for the terminal.
    """
    words = "".join(it for it in " ".join(sentence.split()) if category(it) != "Cc")
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{words}\n")
    return REFUSED


def _silence(stream: TextIO) -> None:
    """Let nothing more be written to a pipe that nobody reads, not even when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _logged(error: Exception, surroundings: "Surroundings | None") -> str:
    """Write down where something went wrong and return the sentence for the user."""
    from ilead_studio.trouble.account import account
    from ilead_studio.trouble.log import FaultLog

    log = (surroundings.places if surroundings else find_places(os.environ)).log
    safe = say("The program met a fault of its own and stopped. Your files are whole.")
    if not FaultLog(log, datetime.now).add(account(error)):
        return safe
    told = say("Please send the end of {log} to its makers: it quotes nothing of yours.", log=log)
    return f"{safe} {told}"

"""The command line: open, new, import, export, pages, check, diff, collect.

This module only understands what was asked; it loads nothing but the standard library and the
sentences until it knows. Whatever is refused is said in one line on standard error, exit code 2.
"""

import argparse
import gc
import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TextIO

from ilead_studio import VERSION
from ilead_studio.errors import StudioError
from ilead_studio.places import find_places
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.commands import Answer
    from ilead_studio.surroundings import Surroundings

PROGRAM: Final = "ilead-studio"
REFUSED: Final = 2
INTERRUPTED: Final = 130
"""What a shell reports for a program that Ctrl+C ended."""
UNHEARD: Final = 141
"""What a shell reports for a program whose reader has gone."""
PAPERS: Final = ("letter", "legal", "tabloid", "a4", "a3")
_LOG_MOST: Final = 1 << 20
_LOADED: Final = 200_000
"""Objects that may be made before garbage is looked for: loading makes them, but no garbage."""

Run = Callable[[argparse.Namespace, "Surroundings"], "Answer | int"]


class NotUnderstood(StudioError):
    """The words on the command line make no command."""


class _Parser(argparse.ArgumentParser):
    """Refuses with one sentence instead of printing how to use the program."""

    def error(self, message: str) -> NoReturn:
        raise NotUnderstood(
            say(
                "That was not understood ({why}); “{program} --help” tells what can be asked.",
                why=message,
                program=self.prog,
            )
        )


def main(argv: Sequence[str] | None = None, surroundings: "Surroundings | None" = None) -> int:
    """Do what the command line asks and return the exit code.

    0 is done, 1 that there is advice or that workbooks differ, 2 that it was refused.
    """
    try:
        return _run(sys.argv[1:] if argv is None else list(argv), surroundings)
    except StudioError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
        return UNHEARD
    except Exception:  # the last resort: a log for us, a sentence for the user
        return _refuse(_logged(traceback.format_exc(), surroundings))


def _run(words: list[str], surroundings: "Surroundings | None") -> int:
    _speak_utf8()
    gc.set_threshold(_LOADED)
    try:
        asked = _parser_for(words).parse_args(words)
    except SystemExit:  # --help and --version have said what they had to say
        _tell("")
        return 0
    from ilead_studio.surroundings import real_surroundings

    run: Run = asked.run
    answer = run(asked, surroundings or real_surroundings())
    if isinstance(answer, int):
        return answer
    if answer.words:
        _tell(answer.words + "\n")
    return _refuse(answer.refusal) if answer.refusal else answer.code


def _speak_utf8() -> None:
    """Let the streams take every letter; what reads a pipe (the window does) expects UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a window program may have none
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _parser_for(words: list[str]) -> _Parser:
    """Return the parser of the command that the first word names; it takes that word too."""
    name = words[0] if words else ""
    if name not in _COMMANDS:
        return _window_parser()
    help_words, fill = _COMMANDS[name]
    parser = _Parser(prog=f"{PROGRAM} {name}", description=help_words(), allow_abbrev=False)
    parser.add_argument("command", choices=[name], help=argparse.SUPPRESS)
    parser.usage = f"{PROGRAM} {name}{fill(parser)}"
    return parser


def _window_parser() -> _Parser:
    named = {name: help_words() for name, (help_words, _) in _COMMANDS.items()}
    lines = [f"  {PROGRAM} {name:8}{words}" for name, words in named.items() if words]
    parser = _Parser(
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


def _new_words(parser: _Parser) -> str:
    parser.add_argument("file", metavar="FILE", type=Path, help=say("the workbook to make"))
    parser.add_argument("--example", metavar="NAME", help=say("begin with an example"))
    parser.set_defaults(run=_new)
    return " FILE [--example NAME]"


def _import_words(parser: _Parser) -> str:
    parser.add_argument("source", metavar="SOURCE", help=say("indented text; - for standard input"))
    parser.add_argument("file", metavar="FILE", type=Path, help=say("the workbook to write"))
    parser.add_argument("--as", dest="kind", choices=("fishbone", "theory"), required=True)
    parser.add_argument("--add", action="store_true", help=say("add to a workbook that is there"))
    parser.set_defaults(run=_import)
    return " SOURCE FILE --as fishbone|theory [--add]"


def _export_words(parser: _Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        help=say("ends in .pdf, .pptx, .docx, .xlsx, .csv, .svg or .png"),
    )
    parser.add_argument("--paper", type=str.lower, choices=PAPERS)
    parser.add_argument("--page", metavar="ID", help=say("one page, by reference (F1) or id"))
    parser.add_argument(
        "--items", metavar="ID,ID", help=say("a picture of these branches only, by reference or id")
    )
    parser.add_argument("--dpi", type=int, default=144, help=say("dots per inch of a png"))
    parser.add_argument("--transparent", action="store_true", help=say("a picture on nothing"))
    parser.add_argument(
        "--poster", metavar="CxR", nargs="?", const="",
        help=say("diagrams over several sheets, as 4x2 or as many as it needs"),
    )  # fmt: skip
    _printed_words(parser)
    parser.add_argument("--dry-run", action="store_true", help=say("only tell what would be made"))
    parser.set_defaults(run=_export)
    fill = (
        "[--paper PAPER] [--page ID] [--items ID,ID] [--dpi DOTS] [--transparent]"
        " [--poster [CxR]] [--dry-run] [--packet NAME] [--pages A,B,C] [--for PARTY] [--up 2|4]"
        " [--large-print] [--grayscale] [--redact]"
    )
    return f" FILE OUT.(pdf|pptx|docx|xlsx|csv|svg|png) {fill}"


def _printed_words(parser: _Parser) -> None:
    """Add what only a handout has."""
    parser.add_argument("--packet", metavar="NAME", help=say("a packet: “pages FILE” lists them"))
    parser.add_argument(
        "--pages", metavar="A,B,C", help=say("these pages, in this order: “pages FILE” lists them")
    )
    parser.add_argument(
        "--for", dest="viewer", metavar="PARTY", help=say("a party, “facilitator” or “all”")
    )
    parser.add_argument("--up", type=int, choices=(1, 2, 4), help=say("pages on a sheet"))
    parser.add_argument("--large-print", action="store_true", help=say("18 points and more"))
    parser.add_argument("--grayscale", action="store_true", help=say("without colours"))
    parser.add_argument("--redact", action="store_true", help=say("without names of people"))


def _pages_words(parser: _Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.set_defaults(run=_pages)
    return " FILE"


def _check_words(parser: _Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_check)
    return " FILE [--format json]"


def _diff_words(parser: _Parser) -> str:
    parser.add_argument("old", metavar="A", help=say("the older workbook; - for standard input"))
    parser.add_argument("new", metavar="B", help=say("the newer workbook"))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_diff)
    return " A B [--format json]"


def _collect_words(parser: _Parser) -> str:
    parser.add_argument("file", metavar="FILE", type=Path, help=say("the workbook"))
    parser.add_argument(
        "returned", metavar="RETURNED.pdf", nargs="+", type=Path, help=say("forms that came back")
    )
    parser.add_argument("--dry-run", action="store_true", help=say("only tell what they say"))
    parser.set_defaults(run=_collect)
    return " FILE RETURNED.pdf… [--dry-run]"


def _plan_words(parser: _Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument("page", metavar="PAGE")
    parser.add_argument("--folded", metavar="ID,ID", default="")
    parser.set_defaults(run=_plan)
    return " FILE PAGE [--folded ID,ID]"


_COMMANDS: Final[dict[str, tuple[Callable[[], str], Callable[[_Parser], str]]]] = {
    "new": (lambda: say("make a workbook, empty or from an example"), _new_words),
    "import": (lambda: say("bring in an outline as indented text"), _import_words),
    "export": (
        lambda: say("make a handout (pdf), slides, a document, tables, or a picture (svg, png)"),
        _export_words,
    ),
    "pages": (lambda: say("list what a handout can print"), _pages_words),
    "check": (lambda: say("look for damage and for what is worth a look"), _check_words),
    "diff": (lambda: say("say what changed from one workbook to another"), _diff_words),
    "collect": (lambda: say("fill cycles with forms that came back"), _collect_words),
    "plan": (lambda: "", _plan_words),
}
"""Each command's words for the help and its arguments; one without words is for the window only."""


def _window(asked: argparse.Namespace, surroundings: "Surroundings") -> int:
    from ilead_studio import commands

    return commands.open_window(asked.file, surroundings, os.environ)


def _new(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import commands

    return commands.new(asked.file, asked.example, surroundings)


def _import(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import commands

    return commands.bring_in(asked.source, asked.file, asked.kind, asked.add, surroundings)


def _export(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import exporting
    from ilead_studio.packet.wished import Printed

    items = tuple(asked.items.split(",")) if asked.items else ()
    pages = tuple(asked.pages.split(",")) if asked.pages else ()
    printed = Printed(
        asked.packet, pages, asked.viewer, asked.up, asked.large_print, asked.grayscale,
        asked.redact,
    )  # fmt: skip
    wish = exporting.Wish(
        asked.paper, asked.page, items, asked.dpi, asked.transparent, asked.poster, asked.dry_run,
        printed,
    )  # fmt: skip
    return exporting.export(asked.file, asked.out, wish, surroundings)


def _pages(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import exporting

    return exporting.list_pages(asked.file, surroundings)


def _check(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import commands

    return commands.check(asked.file, asked.format == "json", surroundings)


def _diff(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import comparing

    return comparing.compare(asked.old, asked.new, asked.format == "json", surroundings)


def _collect(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import collecting

    return collecting.collect(asked.file, asked.returned, asked.dry_run, surroundings)


def _plan(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import commands

    folded = asked.folded.split(",") if asked.folded else ()
    return commands.plan(asked.file, asked.page, folded, surroundings)


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
    """Say one line on standard error; a reader that has gone is no reason to fail again."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(" ".join(sentence.split()) + "\n")
    return REFUSED


def _silence(stream: TextIO) -> None:
    """Let nothing more be written to a pipe that nobody reads, not even when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _logged(trace: str, surroundings: "Surroundings | None") -> str:
    """Write what went wrong into the log and return the sentence for the user."""
    log = (surroundings.places if surroundings else find_places(os.environ)).log
    safe = say("The program met a fault of its own and stopped. Your files are whole.")
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        keep = log.exists() and log.stat().st_size < _LOG_MOST
        with log.open("a" if keep else "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {PROGRAM} {VERSION}\n{trace}\n")
    except OSError:
        return safe
    return say("{safe} Please send the end of {log} to its makers.", safe=safe, log=log)

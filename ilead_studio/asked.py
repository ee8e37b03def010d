"""The commands of the command line: what each asks for, and which function does it.

It loads nothing but the standard library and the sentences until a command is done.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from ilead_studio.errors import StudioError
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.commands import Answer
    from ilead_studio.surroundings import Surroundings


PROGRAM: Final = "ilead-studio"
_NEAR: Final = 0.7
"""How alike a word and a command are at least that it may have been meant as, of 1."""


class NotUnderstood(StudioError):
    """The words on the command line make no command."""


class Parser(argparse.ArgumentParser):
    """Refuses with one sentence instead of printing how to use the program."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was asked."""
        raise NotUnderstood(
            say(
                "That was not understood ({why}); “{program} --help” tells what can be asked.",
                why=message,
                program=self.prog,
            )
        )


def _paper() -> str:
    return say("letter, legal, tabloid, a4, a3, or a size of your own: 9x12in, 300x400mm")


def _new_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", type=Path, help=say("the workbook to make"))
    parser.add_argument("--example", metavar="NAME", help=say("begin with an example"))
    parser.set_defaults(run=_new)
    return " FILE [--example NAME]"


def _import_words(parser: Parser) -> str:
    parser.add_argument("source", metavar="SOURCE", help=say("indented text; - for standard input"))
    parser.add_argument("file", metavar="FILE", type=Path, help=say("the workbook to write"))
    parser.add_argument("--as", dest="kind", choices=("fishbone", "theory"), required=True)
    parser.add_argument("--add", action="store_true", help=say("add to a workbook that is there"))
    parser.set_defaults(run=_import)
    return " SOURCE FILE --as fishbone|theory [--add]"


def _export_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        help=say("ends in .pdf, .pptx, .docx, .xlsx, .csv, .svg or .png"),
    )
    parser.add_argument("--paper", metavar="PAPER", help=_paper())
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
        " [--large-print] [--grayscale] [--redact] [--language TAG]"
    )
    return f" FILE OUT.(pdf|pptx|docx|xlsx|csv|svg|png) {fill}"


def _printed_words(parser: Parser) -> None:
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
    parser.add_argument(
        "--language", metavar="TAG", help=say("the language of its sentences, such as es")
    )


def _pages_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.set_defaults(run=_pages)
    return " FILE"


def _check_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_check)
    return " FILE [--format json]"


def _diff_words(parser: Parser) -> str:
    parser.add_argument("old", metavar="A", help=say("the older workbook; - for standard input"))
    parser.add_argument("new", metavar="B", help=say("the newer workbook"))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_diff)
    return " A B [--format json]"


def _merge_words(parser: Parser) -> str:
    parser.add_argument(
        "base", metavar="BASE", help=say("what both copies began with; none if nobody has it")
    )
    parser.add_argument("mine", metavar="A", help=say("one copy"))
    parser.add_argument("theirs", metavar="B", help=say("the other copy"))
    parser.add_argument("out", metavar="OUT", type=Path, help=say("the workbook to write"))
    which = parser.add_mutually_exclusive_group()
    sides = {"mine": say("where both changed the same, take A"),
             "theirs": say("where both changed the same, take B")}  # fmt: skip
    for name, words in sides.items():
        which.add_argument(f"--{name}", dest="side", action="store_const", const=name, help=words)
    one = say("what is said by that number: mine, theirs or both; can be asked several times")
    parser.add_argument("--choose", metavar="N=WHAT", action="append", default=[], help=one)
    own = say("other words for what is said by that number")
    parser.add_argument("--words", metavar="N=TEXT", action="append", default=[], help=own)
    parser.set_defaults(run=_merge)
    return " BASE A B OUT [--mine | --theirs] [--choose N=WHAT] [--words N=TEXT]"


def _remove_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument("out", metavar="OUT", type=Path, help=say("the workbook to write"))
    parser.add_argument(
        "--also", metavar="NAME", action="append", default=[], help=say("a name to take out too")
    )
    parser.add_argument(
        "--instead", metavar="NAME=WORDS", action="append", default=[],
        help=say("what stands in the place of a name, such as a role"),
    )  # fmt: skip
    parser.add_argument("--leave", metavar="N,N-N", default="", help=say("hits that stay"))
    parser.add_argument("--take", metavar="N,N-N", default="", help=say("doubtful hits that go"))
    parser.add_argument("--dry-run", action="store_true", help=say("only list what would go"))
    parser.set_defaults(run=_remove)
    return (
        " FILE OUT [--also NAME] [--instead NAME=WORDS] [--leave N,N-N] [--take N,N-N] [--dry-run]"
    )


def _hand_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument(
        "out", metavar="OUT", type=Path,
        help=say("the copy to write; the page about it stands beside it, as a PDF"),
    )  # fmt: skip
    parser.add_argument(
        "--for", dest="viewer", metavar="PARTY",
        help=say("a party, or “all” of them; who facilitates next if nobody is named"),
    )  # fmt: skip
    parser.add_argument("--paper", metavar="PAPER", default="letter", help=_paper())
    parser.add_argument(
        "--without-notes", action="store_true", help=say("leave out all notes, too")
    )
    parser.set_defaults(run=_hand)
    return " FILE OUT [--for PARTY] [--paper PAPER] [--without-notes]"


def _collect_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", type=Path, help=say("the workbook"))
    parser.add_argument(
        "returned", metavar="RETURNED.pdf", nargs="+", type=Path, help=say("forms that came back")
    )
    parser.add_argument("--dry-run", action="store_true", help=say("only tell what they say"))
    parser.set_defaults(run=_collect)
    return " FILE RETURNED.pdf… [--dry-run]"


def _plan_words(parser: Parser) -> str:
    parser.add_argument("file", metavar="FILE", help=say("the workbook; - for standard input"))
    parser.add_argument("page", metavar="PAGE")
    parser.add_argument("--folded", metavar="ID,ID", default="")
    parser.set_defaults(run=_plan)
    return " FILE PAGE [--folded ID,ID]"


def _preview_words(parser: Parser) -> str:
    parser.set_defaults(run=_preview)
    return ""


COMMANDS: Final[dict[str, tuple[Callable[[], str], Callable[[Parser], str]]]] = {
    "new": (lambda: say("make a workbook, empty or from an example"), _new_words),
    "import": (lambda: say("bring in an outline as indented text"), _import_words),
    "export": (
        lambda: say("make a handout (pdf), slides, a document, tables, or a picture (svg, png)"),
        _export_words,
    ),
    "pages": (lambda: say("list what a handout can print"), _pages_words),
    "check": (lambda: say("look for damage and for what is worth a look"), _check_words),
    "diff": (lambda: say("say what changed from one workbook to another"), _diff_words),
    "merge": (lambda: say("make one workbook of two copies of it"), _merge_words),
    "remove-names": (lambda: say("make a copy without names of people"), _remove_words),
    "hand-over": (
        lambda: say("make a copy for whoever goes on, with a page about it, without private notes"),
        _hand_words,
    ),
    "collect": (lambda: say("fill cycles with forms that came back"), _collect_words),
    "plan": (lambda: "", _plan_words),
    "preview": (lambda: "", _preview_words),
}
"""Each command's words for the help and its arguments; one without words is for the window only."""


def refuse_mistyped(words: Sequence[str]) -> None:
    """Refuse a first word that is meant as a command and is none; files and options pass.

    A word alone is the file for the window, there or not, unless it looks like a command.

    Raises:
        NotUnderstood: it names the nearest command, if one is near.
    """
    name = next(iter(words), "")
    if not name or name.startswith("-") or os.path.exists(name):
        return
    near = _nearest(name)
    if near:
        raise NotUnderstood(
            say("There is no command and no file “{name}”; the nearest command is “{program}"
                " {near}”.", name=name, program=PROGRAM, near=near)
        )  # fmt: skip
    if any(not it.startswith("-") for it in words[1:]):
        raise NotUnderstood(
            say("There is no command and no file “{name}”; “{program} --help” tells what can be"
                " asked.", name=name, program=PROGRAM)
        )  # fmt: skip


def _nearest(name: str) -> str:
    """Return the command that a word was meant as; nothing for what is called as files are."""
    from difflib import get_close_matches  # only who mistypes waits for it

    if "." in name or name != os.path.basename(name):
        return ""
    told = [it for it, (help_words, _) in COMMANDS.items() if help_words()]
    return next(iter(get_close_matches(name.casefold(), told, 1, _NEAR)), "")


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
        asked.redact, asked.language,
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


def _merge(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import joining

    files = joining.Files(asked.base, asked.mine, asked.theirs, asked.out)
    wished = joining.Wished(asked.side, tuple(asked.choose), tuple(asked.words))
    return joining.merge(files, wished, surroundings)


def _remove(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import removing

    wish = removing.Wish(asked.also, asked.instead, asked.leave, asked.take, asked.dry_run)
    return removing.remove_names(asked.file, asked.out, wish, surroundings)


def _hand(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import handing

    wish = handing.Wish(asked.viewer, asked.paper, not asked.without_notes)
    return handing.hand_over(asked.file, asked.out, wish, surroundings)


def _collect(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import collecting

    return collecting.collect(asked.file, asked.returned, asked.dry_run, surroundings)


def _plan(asked: argparse.Namespace, surroundings: "Surroundings") -> "Answer":
    from ilead_studio import commands

    folded = asked.folded.split(",") if asked.folded else ()
    return commands.plan(asked.file, asked.page, folded, surroundings)


def _preview(_asked: argparse.Namespace, surroundings: "Surroundings") -> int:
    from ilead_studio.preview.serving import serve

    return serve(surroundings)

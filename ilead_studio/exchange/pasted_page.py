"""A whole page from what people pasted: an outline with its head or aim, or plain lines.

The words ``head:`` or ``aim:`` on the first line tell that it is an outline as ``outline_text``
reads it. Otherwise lines become bones or drivers; if all stand under the first one, that is the
head or the aim.
"""

import re
from typing import Final

from ilead_studio import edits
from ilead_studio.edits import NewLine
from ilead_studio.errors import ExchangeError
from ilead_studio.exchange.outline import PageKind, add_outline
from ilead_studio.exchange.outline_text import read_outline
from ilead_studio.exchange.pasted import levelled, read_pasted
from ilead_studio.model import Ids, Workbook
from ilead_studio.model.soundness import DEEPEST
from ilead_studio.words import say

_STATED = re.compile(r"(?:\s*#[^\n]*\n|\s*\n)*[ \t]*(head|aim)[ \t]*:[ \t]*", re.IGNORECASE)
_KIND_OF: Final[dict[str, PageKind]] = {"head": "fishbone", "aim": "theory"}


def stated_kind(text: str) -> PageKind | None:
    """Return the kind of page that a text says it is; None if it does not say."""
    said = _STATED.match(text.lstrip("\ufeff"))
    return _KIND_OF[said[1].lower()] if said else None


def add_pasted(
    workbook: Workbook, text: str, html: str, kind: PageKind, ids: Ids
) -> tuple[Workbook, str, tuple[str, ...]]:
    """Add pasted text as a new page; returns the workbook, the page's id, and what to tell.

    A kind other than the text says is taken all the same: causes become drivers.

    Raises:
        StudioError: in one sentence, naming the line, if it cannot become such a page.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    said = _STATED.match(text)
    if said:
        prefix = "head: " if kind == "fishbone" else "aim: "
        line_start = text.rfind("\n", 0, said.start(1)) + 1
        restated = text[:line_start] + prefix + text[said.end() :]
        outline = read_outline(restated.encode("utf-8", "replace"), kind, say("clipboard"))
        return add_outline(workbook, outline, ids)
    return _add_lines(workbook, levelled(read_pasted(text, html).lines), kind, ids)


def _add_lines(
    workbook: Workbook, lines: tuple[NewLine, ...], kind: PageKind, ids: Ids
) -> tuple[Workbook, str, tuple[str, ...]]:
    if not lines:
        raise ExchangeError(
            say("There are no words on the clipboard. Copy an outline or some lines first.")
        )
    root, lines = _parted(lines)
    _refuse_deep(lines)
    page_id = ids()
    if kind == "fishbone":
        made = edits.add_fishbone(workbook, page_id, head=root)
    else:
        made = edits.add_theory(workbook, page_id, aim=root)
    return edits.add_lines(made, lines, page_id, None, ids)[0], page_id, ()


def _parted(lines: tuple[NewLine, ...]) -> tuple[str, tuple[NewLine, ...]]:
    """Return the words of the root, if the first line is that, and the lines below it."""
    first, *rest = lines
    if not rest or any(line.depth == 0 for line in rest):
        return "", lines
    return first.text, levelled(rest)


def _refuse_deep(lines: tuple[NewLine, ...]) -> None:
    deep = next((line for line in lines if line.depth >= DEEPEST), None)
    if deep:
        words = deep.text if len(deep.text) <= 60 else f"{deep.text[:59].rstrip()}…"
        raise ExchangeError(
            say(
                "The line “{words}” is deeper than {most} levels. Nothing was imported.",
                words=words,
                most=DEEPEST,
            )
        )

"""The list of open questions as it is shown: by what asks them, with those that were answered."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

from ilead_studio.model import OpenQuestion, Workbook, find
from ilead_studio.rules.cycles import cycle_name, cycle_with_id
from ilead_studio.rules.measures import measure_with_id
from ilead_studio.rules.open_questions import OpenKind, answered, nobody, open_questions
from ilead_studio.rules.votes import blind_on
from ilead_studio.words import say, short

Sort = Literal["every", "hunch", "disputed", "root", "doubtful", "cycle", "question", "answered"]
SORTS: Final[tuple[Sort, ...]] = (
    "every", "question", "disputed", "hunch", "root", "doubtful", "cycle", "answered",
)  # fmt: skip


class Asked(NamedTuple):
    """A row: what asks, in which words, who could find out, about what, and since when answered.

    ``question_id`` is that of a question that somebody noted; only those can be changed here.
    """

    kind: OpenKind
    text: str
    who: str
    about: str
    item_id: str
    page_id: str
    question_id: str = ""
    answered: date | None = None


def kind_words(kind: OpenKind) -> str:
    """Say in a word or two what asks a question."""
    return {
        "hunch": say("Hunch"), "disputed": say("Evidence differs"), "root": say("Root test"),
        "doubtful": say("Doubtful driver"), "cycle": say("Cycle"), "question": say("Noted"),
    }[kind]  # fmt: skip


def sort_words(sort: Sort) -> str:
    """Say which questions are shown."""
    return {
        "every": say("All open questions"), "question": say("Noted by the team"),
        "disputed": say("Evidence differs"), "hunch": say("Hunches"),
        "root": say("Root test unsure"), "doubtful": say("Doubtful drivers"),
        "cycle": say("Cycles without decision"), "answered": say("Answered"),
    }[sort]  # fmt: skip


def sorts(workbook: Workbook) -> tuple[tuple[Sort, int], ...]:
    """Return which questions can be shown, with how many there are of each; none is left out."""
    many = Counter[str](it.kind for it in open_questions(workbook))
    many["every"], many["answered"] = many.total(), len(answered(workbook))
    return tuple((sort, many[sort]) for sort in SORTS)


def why_here_words(workbook: Workbook) -> str:
    """Say why so much stands in the list, or what does not while a vote is blind."""
    if any(blind_on(workbook)):
        return say("A blind vote is open: what its causes ask comes back with the reveal.")
    return say("Hunches, unsure roots, doubtful drivers and undecided cycles stand here by"
               " themselves, until they are decided where they stand.")  # fmt: skip


def asked(workbook: Workbook, sort: Sort) -> tuple[Asked, ...]:
    """Return the questions of a sort; those that somebody noted come last, as they were noted."""
    if sort == "answered":
        return tuple(_answered(workbook, it) for it in answered(workbook))
    return tuple(it for it in _open(workbook) if sort in ("every", it.kind))


def _open(workbook: Workbook) -> Iterator[Asked]:
    who = {it.id: it.who for it in workbook.questions}
    for it in open_questions(workbook):
        about = it.ref or about_words(workbook, it.item_id)
        asks = who.get(it.question_id, "" if it.who == nobody() else it.who)
        yield Asked(it.kind, it.words, asks, about, it.item_id, it.page_id, it.question_id)


def _answered(workbook: Workbook, it: OpenQuestion) -> Asked:
    about = it.item_id or ""
    return Asked("question", it.text, it.who, about_words(workbook, about), about, "", it.id,
                 it.answered)  # fmt: skip


def about_words(workbook: Workbook, item_id: str) -> str:
    """Say what a question is about: by its reference, or by its name where it has none."""
    item = find(workbook, item_id)
    cycle, measure = cycle_with_id(workbook, item_id), measure_with_id(workbook, item_id)
    if item or cycle:
        return item.ref if item else cycle.ref if cycle else ""
    if measure:
        return short(measure.name)
    return next((short(it.text) for it in workbook.problems if it.id == item_id), "")


def about_long(workbook: Workbook, item_id: str) -> str:
    """Say the same with its words: "C5 · Buses come late"."""
    item, cycle = find(workbook, item_id), cycle_with_id(workbook, item_id)
    words = ""
    if item is not None:
        known = (getattr(item, name, "") for name in ("text", "head", "aim"))
        words = next(filter(None, known), "")
    elif cycle is not None:
        words = cycle_name(workbook, cycle)
    parts = (about_words(workbook, item_id), words)
    return " · ".join(filter(None, parts))

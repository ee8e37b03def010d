"""The PDSA form to write on by hand, or to fill in on the screen; what is known stands in it."""

from ilead_studio.model import Cycle, Idea, Workbook
from ilead_studio.packet.blocks import Ask, Block, Question, Words, plain, strong
from ilead_studio.packet.form_parts import Paper, about_idea, band, facts, quarters
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.rules.cycles import cycle_with_id, tested
from ilead_studio.rules.days import year_day
from ilead_studio.rules.form_fields import digest, said_in_form
from ilead_studio.rules.ramps import UNDER_WAY, last_open, planned_one
from ilead_studio.words import say, spoken_now

UNKNOWN = "P__"
"""The reference of a cycle that is not planned yet: it is written by hand."""


def form_page(given: Given) -> tuple[Leaf, ...]:
    """Return a form for a cycle, for the next one of an idea, or for all that are not decided.

    With nothing planned it is a blank one.
    """
    book = given.workbook
    idea = next((it for it in book.ideas if it.id == given.of), None)
    if idea is not None:
        planned = planned_one(book, idea.id)
        return (_of_cycle(given, planned) if planned else _of_idea(given, idea),)
    if given.of:
        cycle = cycle_with_id(book, given.of)
        return (_of_cycle(given, cycle),) if cycle else ()
    waiting = [it for it in book.cycles if it.state in ("planned", *UNDER_WAY)]
    return tuple(_of_cycle(given, it) for it in waiting) or (_of_idea(given, None),)


def blank_form_page(given: Given) -> tuple[Leaf, ...]:
    """Return a form in which nothing stands yet, for a table that thinks of something new.

    For an idea that is named it is that of its next cycle: what is planned of that stands in it.
    """
    return form_page(given) if given.of else (_of_idea(given, None),)


def _of_cycle(given: Given, cycle: Cycle) -> Leaf:
    book, said = given.workbook, said_in_form(given.workbook, cycle)
    locked = [it for it in said if it.startswith(("question", "prediction"))]
    paper = Paper(
        cycle.ref,
        cycle.ref,
        said,
        frozenset(locked if cycle.began else ()),
        is_pen=given.form == "pen",
    )
    about = about_idea(book, tested(book, cycle), cycle)
    hidden = (("cycle", cycle.id), ("said", digest(said)))
    return _leaf(given, paper, str(cycle.number), about, hidden)


def _of_idea(given: Given, idea: Idea | None) -> Leaf:
    """Return a form for a cycle that nobody has planned yet."""
    name = idea.ref if idea else "Cycle"  # a field of a file, in any language
    number = _next_number(given.workbook, idea) if idea else ""
    paper = Paper(UNKNOWN, name, is_pen=given.form == "pen")
    hidden = (("idea", idea.id if idea else ""),)
    return _leaf(given, paper, number, about_idea(given.workbook, idea, None), hidden)


def _next_number(workbook: Workbook, idea: Idea) -> str:
    last = last_open(workbook, idea.id)
    return str(last.number + 1) if last else "1"


def _leaf(
    given: Given, paper: Paper, number: str, about: Words, hidden: tuple[tuple[str, str], ...]
) -> Leaf:
    kept = (
        ("printed", given.today.isoformat()), ("workbook", given.workbook.title),
        ("language", spoken_now()), *hidden,
    )  # fmt: skip
    is_pen = given.form == "pen"
    how = say("Form to write on by hand.") if is_pen else say("Form to fill in on the screen.")
    title = say("PDSA cycle {ref}", ref=paper.ref)
    first, second = quarters(paper)
    blocks: tuple[Block, ...] = (
        *_idea_line(paper, about), facts(paper, number), _objective(paper),
        *band(paper, large=given.large), first, second,
    )  # fmt: skip
    return Leaf(
        name=say("PDSA form {ref}", ref=paper.ref), title=title, blocks=blocks,
        about=tuple(filter(None, (plain(f"{how} {_left_first(paper)}"), about))),
        mark=(paper.ref, say("form {day}", day=year_day(given.today))), form=given.form,
        hidden=() if is_pen else tuple((f"{paper.name}.{it}", value) for it, value in kept),
    )  # fmt: skip


def _idea_line(paper: Paper, about: Words) -> tuple[Block, ...]:
    """Return the line for the change idea, on a form that names none."""
    if about:
        return ()
    label = say("Cycle {ref}. Which change idea is tested.", ref=paper.ref)
    return (Question(strong(say("Change idea")), Ask(f"{paper.name}.idea-words", label), True),)


def _objective(paper: Paper) -> Question:
    return Question(strong(say("We want to find out")), paper.ask("objective"), beside=True)


def _left_first(paper: Paper) -> str:
    if paper.frozen:
        return say("The left side is kept as it was predicted: a wrong prediction teaches most.")
    return say(
        "Fill in the left side before you begin. Then do not change it:"
        " a wrong prediction teaches most."
    )

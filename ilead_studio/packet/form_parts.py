"""The parts of a PDSA form, for a pen, for the screen, and filled: one definition for all three."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ilead_studio.model import Cycle, Idea, Workbook
from ilead_studio.packet.blocks import (
    Ask,
    Beside,
    Block,
    Cell,
    Column,
    Facts,
    Frame,
    Heading,
    Lines,
    Question,
    Run,
    Table,
    Text,
    Words,
    plain,
    refs,
    strong,
)
from ilead_studio.rules.cycle_page import asked_about
from ilead_studio.rules.form_fields import ASKED, Field, Part, field_words, fields_of, matches
from ilead_studio.rules.learning import served
from ilead_studio.words import say

_WRITTEN = 2
"""Lines in each cell of the band of predictions."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A form: its reference, what is said in it already, and what of that never changes.

    Without ``asks`` it is filled: what nobody said is left out.
    """

    ref: str
    name: str
    said: Mapping[str, str] = field(default_factory=dict)
    frozen: frozenset[str] = frozenset()
    asks: bool = True
    is_pen: bool = True

    def tells(self, name: str) -> bool:
        """Whether a field is no field on this paper, but words."""
        return not self.asks or (self.is_pen and bool(self.said.get(name)))

    def ask(self, name: str, lines: int = 1, options: tuple[tuple[str, str], ...] = ()) -> Ask:
        """Return a field of the form; what can be heard says to which cycle it belongs."""
        ends = "?" if options else "."
        label = say("Cycle {ref}. {what}{ends}", ref=self.ref, what=field_words(name), ends=ends)
        return Ask(f"{self.name}.{name}", label, lines, options, value=self.said.get(name, ""))

    def cell(self, name: str, lines: int = 1, none: str = "") -> Cell:
        """Return a cell with a field, or with the words that stay as they are."""
        words = self.said.get(name, "")
        if name in self.frozen or not self.asks:
            return Cell((plain(words or none),)) if words or none else Cell((plain("–"),))
        return Cell(ask=self.ask(name, lines))

    @property
    def asked(self) -> int:
        """How many questions it has room for; those that are frozen are all there are."""
        known = sum(name.startswith("question") for name in self.said)
        return known if self.frozen or not self.asks else max(ASKED, known)


def facts(paper: Paper, number: str) -> Facts:
    """Return the facts at the top: which cycle it is, and five to fill in."""
    shares = {"owner": 2.4, "site": 2.4, "begin": 1.4, "end": 1.4, "scale": 2.0}
    asked = tuple((it.words, shares[it.name], _fact(paper, it)) for it in fields_of("head"))
    known = Cell((strong(number),) if number else ())
    return Facts(((say("Cycle"), 0.85, known), *asked))


def _fact(paper: Paper, it: Field) -> Cell:
    words = paper.said.get(it.name, "")
    if not paper.asks:
        return Cell((strong(words or "–"),))
    return Cell(ask=paper.ask(it.name))


def band(paper: Paper, *, large: bool = False) -> tuple[Block, ...]:
    """Return the band of predictions: left is Plan, right is Study, and one rule between.

    In large print there is no room beside anything, so all stands one under the other.
    """
    numbers = range(1, paper.asked + 1)
    if large:
        rows = (block for number in numbers for block in _one_below_other(paper, number))
        return (Heading(plain(say("Predictions"))), *rows)
    summary = say("Questions with their predictions, and what happened beside them")
    return (Table(summary, _columns(), tuple(_asked(paper, it) for it in numbers)),)


def _columns() -> tuple[Column, ...]:
    return (
        Column(say("No."), 0.6),
        Column(say("Plan: our question"), 3),
        Column(say("Plan: we predict, because"), 3.4, ruled=True),
        Column(say("Study: what happened"), 3),
        Column(say("Matched?"), 1.5),
    )


def _one_below_other(paper: Paper, number: int) -> Iterator[Block]:
    yield Heading(plain(say("Question {number}", number=number)), level=3)
    for column, cell in zip(_columns()[1:], _asked(paper, number)[1:], strict=True):
        if cell.ask:
            yield Question(strong(column.head), cell.ask)
        else:
            yield Text((*strong(column.head), Run(" "), *cell.paragraphs[0]))


def _asked(paper: Paper, number: int) -> tuple[Cell, ...]:
    match = f"match{number}"
    met = dict(matches()).get(paper.said.get(match, ""), say("not judged"))
    return (
        Cell((strong(str(number)),)),
        paper.cell(f"question{number}", _WRITTEN),
        paper.cell(f"prediction{number}", _WRITTEN, say("no prediction")),
        paper.cell(f"result{number}", _WRITTEN, say("not written yet")),
        Cell(ask=paper.ask(match, options=matches())) if paper.asks else Cell((plain(met),)),
    )


def quarters(paper: Paper) -> tuple[Beside, Beside]:
    """Return the four quarters; each names the form, so that a photo of one can be filed."""
    plan = _quarter(paper, "plan", say("Plan"), say("who does what, where, when; data"))
    do = _quarter(paper, "do", say("Do"), say("what we saw; surprises"))
    study = _quarter(paper, "study", say("Study"), say("compared with before; learned"))
    act = _quarter(paper, "act", say("Act"), say("and what changes next"))
    return Beside((plan,), (do,)), Beside((study,), (act,))


def _quarter(paper: Paper, part: Part, title: str, about: str) -> Frame:
    corner = say("{ref} · {part}", ref=paper.ref, part=title)
    asked = [it for it in fields_of(part) if paper.asks or paper.said.get(it.name)]
    blocks = tuple(_in_line([_question(paper, it) for it in asked], paper))
    if not blocks:
        return Frame(title, "", corner, (Lines(3),))
    return Frame(title, about if paper.asks else "", corner, blocks, fills=paper.asks)


def _question(paper: Paper, it: Field) -> Question:
    known = dict(it.options).get(paper.said.get(it.name, ""), "")
    if known and not paper.asks:
        told = Ask(it.name, "", value=known)
        return Question(_label(it.words.strip("¿?")), told, beside=True)
    told_it = paper.tells(it.name) and not it.options
    words = _label(it.words) if told_it else strong("" if it.says else it.words)
    return Question(words, paper.ask(it.name, it.lines, it.options), beside=True)


def _label(words: str) -> Words:
    return strong(say("{what}.", what=words[:1].upper() + words[1:]))


def _in_line(questions: list[Question], paper: Paper) -> list[Block]:
    """Put what a cycle speaks for and against beside each other: both are short."""
    pair = [it for it in questions if it.ask.name.endswith((".for", ".against"))]
    if len(pair) < 2 or not paper.asks:
        return list(questions)
    return [*(it for it in questions if it not in pair), Beside((pair[0],), (pair[1],))]


def about_idea(workbook: Workbook, idea: Idea | None, cycle: Cycle | None) -> Words:
    """Return the line about what is tested: "Idea I3 Check-in · driver D6 · cause C3"."""
    if idea is None:
        return ()
    words: Words = (Run(say("Idea ")), *refs([idea.ref]), Run(" "), Run(idea.text, "strong"))
    for name, found in (
        (say("driver"), _drivers(workbook, idea)),
        (say("cause"), _causes(workbook, cycle)),
    ):
        words += (Run(f" · {name} "), *refs(found)) if found else ()
    return words


def _drivers(workbook: Workbook, idea: Idea) -> list[str]:
    drivers = {it.id: it.ref for page in workbook.theories for it in page.drivers}
    return [drivers[it] for it in served(workbook).get(idea.id, [])]


def _causes(workbook: Workbook, cycle: Cycle | None) -> list[str]:
    near = asked_about(workbook, cycle) if cycle else ()
    return [it.ref for it in near if not it.is_driver]

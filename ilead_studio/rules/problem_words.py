"""What a problem of practice, its fields, its ties and its evidence are called."""

from collections import Counter
from typing import Final, NamedTuple

from ilead_studio.model import Cause, Citation, Driver, Evidence, Problem, Workbook, pages
from ilead_studio.model.evidence import EvidenceKind, Speaks
from ilead_studio.rules.kept import keeping
from ilead_studio.rules.names import page_name
from ilead_studio.rules.problems import Readiness, Tied
from ilead_studio.words import count, say, short

FIELDS: Final = (
    ("population", "setting", "period"),
    ("baseline", "baseline_source", "desired"),
    ("gap",),
)
"""The fields of the form, row by row where there is room for three beside each other."""


def field_words() -> dict[str, tuple[str, str]]:
    """Return the name of each field of the form, and what belongs there."""
    return {
        "population": (say("Who is affected"), say("118 new teachers and their students")),
        "setting": (say("Where"), say("14 schools, worst in four")),
        "period": (say("When"), say("Each year since 2022")),
        "baseline": (say("Now"), say("How much it is today, as a number")),
        "baseline_source": (say("Source of that number"), say("Where the number comes from")),
        "desired": (say("Wanted"), say("How much it should be, by when")),
        "gap": (say("Gap between groups"), say("Who has it worse: a number for each group")),
    }


def point_words() -> dict[str, str]:
    """Return what each point of the readiness check is called."""
    return {
        "known": say("Says what, where and when"),
        "measurable": say("Has a number with a source"),
        "no-cause": say("No cause inside"),
        "no-solution": say("No solution inside"),
        "voices": say("Those who live with it were heard"),
    }


def answer_words() -> dict[str, str]:
    """Return how the answers of the readiness check are read out."""
    return {"yes": say("yes"), "no": say("not yet"), "ask": say("look at it together")}


def readiness_words(found: tuple[Readiness, ...]) -> str:
    """Say how many points of the readiness check are met; nothing stops anybody."""
    met, every = sum(it.answer == "yes" for it in found), len(found)
    if met == every:
        return say("All {every} points are met.", every=every)
    return say("{met} of {every}. You can go on; the page keeps asking.", met=met, every=every)


def field_of(problem: Problem, point: str) -> str:
    """Return the field where a point of the readiness check is answered; "evidence" is the table.

    What is still empty comes first.
    """
    first, last = {
        "known": ("setting", "period"),
        "measurable": ("baseline", "baseline_source"),
        "voices": ("evidence", "evidence"),
    }.get(point, ("text", "text"))
    return first if first in ("evidence", "text") or not getattr(problem, first) else last


def tie_words(tied: Tied, other: Problem) -> str:
    """Say how another problem hangs together with the one in view."""
    return {
        "part_of": say("Part of “{text}”", text=other.text),
        "depends_on": say("Depends on “{text}”", text=other.text),
        "parts": say("“{text}” is part of it", text=other.text),
        "needed_by": say("“{text}” depends on it", text=other.text),
    }[tied]


def work_words(workbook: Workbook, problem: Problem) -> str:
    """Say how many pages work on a problem: "2 fishbones, 1 theory"."""
    bones = sum(it.problem_id == problem.id for it in workbook.fishbones)
    theories = sum(it.problem_id == problem.id for it in workbook.theories)
    parts = [
        count(bones, "{number} fishbone", "{number} fishbones") if bones else "",
        count(theories, "{number} theory", "{number} theories") if theories else "",
    ]
    return ", ".join(part for part in parts if part) or say("no fishbone yet")


def needs_words(workbook: Workbook, problem: Problem) -> str:
    """Say whose people are needed: "needs River and Hills"; empty when nobody is named."""
    names = [it.short or it.name for it in workbook.parties if it.id in problem.parties]
    if len(names) > 1:
        return say("needs {some} and {last}", some=", ".join(names[:-1]), last=names[-1])
    return say("needs {name}", name=names[0]) if names else ""


def counts_words(workbook: Workbook) -> str:
    """Say how much there is, for the status line."""
    every = (
        (len(workbook.problems), "{number} problem", "{number} problems"),
        (len(workbook.fishbones), "{number} fishbone", "{number} fishbones"),
        (len(workbook.theories), "{number} theory", "{number} theories"),
    )
    told = ", ".join(count(*each) for each in every)
    found = count(len(workbook.evidence), "{number} evidence item", "{number} evidence items")
    return f"{told} · {found}"


class EvidenceRow(NamedTuple):
    """One row of the table: what was found out, how it speaks about the problem, who cites it."""

    id: str
    text: str
    kind: EvidenceKind
    speaks: Speaks
    source: str
    date: str
    cited_by: str


class Citing(NamedTuple):
    """How many causes, drivers and problems cite something."""

    causes: int = 0
    drivers: int = 0
    problems: int = 0


def evidence_rows(workbook: Workbook, problem: Problem) -> tuple[EvidenceRow, ...]:
    """Return what was found out about a problem, in the order in which it was cited."""
    known = {it.id: it for it in workbook.evidence}
    return tuple(
        _row(known[it.evidence_id], it, citing_besides(workbook, problem, it.evidence_id))
        for it in problem.cites
    )


def _row(found: Evidence, cited: Citation, others: Citing) -> EvidenceRow:
    words = cited_words(others)
    return EvidenceRow(found.id, found.text, found.kind, cited.speaks, found.source, found.date,
                       words)  # fmt: skip


def citing_besides(workbook: Workbook, problem: Problem, evidence_id: str) -> Citing:
    """Count what cites a piece of evidence besides a problem; linked copies count once."""
    causes = sum(_of_causes(page.causes)[evidence_id] for page in workbook.fishbones)
    drivers = sum(_of_drivers(page.drivers)[evidence_id] for page in workbook.theories)
    others = (it for it in workbook.problems if it.id != problem.id)
    problems = sum(cited.evidence_id == evidence_id for it in others for cited in it.cites)
    return Citing(causes, drivers, problems)


@keeping(64)
def _of_causes(causes: tuple[Cause, ...]) -> Counter[str]:
    return Counter(cited.evidence_id for it in causes if not it.same_as for cited in it.cites)


@keeping(64)
def _of_drivers(drivers: tuple[Driver, ...]) -> Counter[str]:
    return Counter(cited.evidence_id for it in drivers for cited in it.cites)


def cited_words(others: Citing) -> str:
    """Say what else cites a piece of evidence: "5 causes, 1 driver"."""
    told = (
        count(others.causes, "{number} cause", "{number} causes") if others.causes else "",
        count(others.drivers, "{number} driver", "{number} drivers") if others.drivers else "",
        count(others.problems, "{number} problem", "{number} problems") if others.problems else "",
    )
    return ", ".join(filter(None, told)) or say("only here")


def withdrawn_words(workbook: Workbook, problem: Problem, evidence_id: str) -> str:
    """Say what a piece of evidence leaves behind when it is deleted."""
    others = citing_besides(workbook, problem, evidence_id)
    if not any(others):
        return say("The evidence is deleted. Undo brings it back.")
    return say("The evidence is deleted; {others} lost it too. Undo brings it back.",
               others=cited_words(others))  # fmt: skip


def left_words(workbook: Workbook, problem: Problem) -> str:
    """Say what stays when a problem is deleted."""
    works = work_words(workbook, problem)
    if works == say("no fishbone yet"):
        return say("The problem is deleted. Undo brings it back.")
    return say("The problem is deleted; its pages stay: {pages}. Undo brings it back.",
               pages=works)  # fmt: skip


def page_words(workbook: Workbook, page_id: str, problem_id: str) -> str:
    """Name a page that can be linked, and the problem on which it works now."""
    page = next(it for it in pages(workbook) if it.id == page_id)
    now = next((it.text for it in workbook.problems if it.id == page.problem_id), "")
    if not now or page.problem_id == problem_id:
        return short(page_name(page))
    return say("{page} (now of “{problem}”)", page=short(page_name(page)), problem=short(now))
